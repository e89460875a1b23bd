//! Acts on orders that were given, on members and on enterprises, drawn so that most are accepted.

use chrono::Datelike;
use paidan::{
    Act, Actor, Alliance, Calendar, Cause, Date, Disorder, EnterpriseId, Feedback, LagFinding,
    Loss, Mediation, Misconduct, OrderId, OrderRecord, OrderState, Set, Work,
};

use crate::common::{set, text};
use crate::laws::model::{all_orders, can_have, everybody, has_code_of};
use crate::laws::plan::Draw;
use crate::laws::world::{current, pick};

/// The act of a draw, if there is anything to be done it to.
pub fn act(alliance: &Alliance, draw: Draw) -> Option<Act> {
    let assigned = || one(alliance, draw, |of| matches!(of.state, OrderState::Assigned(_)));
    let declined = || one(alliance, draw, |of| matches!(of.state, OrderState::Declined(_)));
    let prolonged = || one(alliance, draw, |of| is_prolonged(alliance, of));
    let completed = || one(alliance, draw, |of| matches!(of.state, OrderState::Completed(_)));
    Some(match draw.act {
        32..=35 => Act::Decline { order: assigned()?, cause: cause(draw) },
        36..=37 => Act::Mediate { order: declined()?, result: result(draw) },
        38..=41 => complete(alliance, assigned()?, draw)?,
        42..=45 if prolonged().is_some() => Act::RecordDefault { order: prolonged()? },
        42..=43 => Act::Settle { order: completed()? },
        44..=45 => {
            let order = one(alliance, draw, |of| is_overdue(alliance, of))?;
            Act::RecordDefault { order }
        }
        46 => Act::Abandon { order: one(alliance, draw, |of| of.state.open().is_some())? },
        47..=49 => Act::CallOff { order: assigned()?, work: Work::NotBegun },
        50 => Act::Fail { order: assigned()? },
        51..=53 => reassign(alliance, draw)?,
        54 => expel(alliance, draw)?,
        55 => Act::Notify { member: *pick(&current(alliance), draw.who)? },
        56 => lift(alliance, draw)?,
        57 => {
            let usual = calendar(alliance.date()?, draw);
            Act::AdoptCalendar(prolonging(alliance, draw).unwrap_or(usual))
        }
        64..=65 => lift_bar(alliance, draw)?,
        66..=67 => {
            let order = one(alliance, draw, |of| of.state != OrderState::Held)?;
            feedback(order, draw)
        }
        _ => return None,
    })
}

/// One of the orders that have not ended of which this holds; rather one of the last.
pub fn one(
    alliance: &Alliance,
    draw: Draw,
    holds: impl Fn(&OrderRecord) -> bool,
) -> Option<OrderId> {
    let mut fitting = all_orders(alliance);
    fitting.retain(|order| alliance.order(*order).is_some_and(&holds));
    fitting.reverse();
    if draw.more.is_multiple_of(2) {
        fitting.truncate(3);
    }
    pick(&fitting, draw.who).copied()
}

fn cause(draw: Draw) -> Cause {
    [Cause::Justified, Cause::None][usize::from(draw.mask % 2)]
}

fn result(draw: Draw) -> Mediation {
    let results = [Mediation::Complied, Mediation::CauseFound, Mediation::DidNotComply];
    results[usize::from(draw.mask % 3)]
}

/// An order is completed on a date from its submission to now; half of them were not before.
fn complete(alliance: &Alliance, order: OrderId, draw: Draw) -> Option<Act> {
    let (from, to) = (alliance.order(order)?.submitted, alliance.date()?);
    let days = to.naive().signed_duration_since(from.naive()).num_days();
    let ago = if draw.price.is_multiple_of(2) { 0 } else { days * i64::from(draw.item) / 255 };
    let on = to.naive() - chrono::Duration::days(ago);
    Some(Act::Complete { order, on: Date::try_from(on).ok()? })
}

/// Whether a fee would be overdue but for the calendar that is in force now.
pub fn is_prolonged(alliance: &Alliance, record: &OrderRecord) -> bool {
    let OrderState::Completed(completion) = record.state else { return false };
    let is_past = |now| completion.due.is_before(now) && completion.recorded < now;
    alliance.date().is_some_and(is_past) && !is_overdue(alliance, record)
}

/// Half of the time a calendar by which everybody is off from the day on which a fee is due.
fn prolonging(alliance: &Alliance, draw: Draw) -> Option<Calendar> {
    let is_due = |of: &OrderRecord| {
        matches!(of.state, OrderState::Completed(_)) && !is_overdue(alliance, of)
    };
    let order = one(alliance, draw, is_due).filter(|_| draw.mask.is_multiple_of(2))?;
    let OrderState::Completed(of) = alliance.order(order)?.state else { return None };
    let days = of.due.naive().iter_days().filter_map(|day| Date::try_from(day).ok());
    let holidays: Vec<Date> = days.take(usize::from(draw.more % 32)).collect();
    Some(Calendar { holidays: set(&holidays), make_up_days: Set::default() })
}

fn is_overdue(alliance: &Alliance, record: &OrderRecord) -> bool {
    let OrderState::Completed(completion) = record.state else { return false };
    let last_day = alliance.calendar().working_day_on_or_after(completion.due);
    alliance.date().is_some_and(|now| last_day.is_before(now) && completion.recorded < now)
}

/// A lagging order of one that has a run already, if there is one, goes to a member that is named
/// or by turn.
fn reassign(alliance: &Alliance, draw: Draw) -> Option<Act> {
    let others = |record: &OrderRecord| {
        let OrderState::Assigned(giving) = record.state else { return Vec::new() };
        let mut others = current(alliance);
        others.retain(|of| *of != giving.member && can_have(alliance, record, *of));
        others
    };
    let runs = |record: &OrderRecord| {
        let member = record.state.open().and_then(|giving| alliance.member(giving.member));
        member.is_some_and(|member| member.run > 0)
    };
    let again = one(alliance, draw, |of| runs(of) && !others(of).is_empty());
    let order = again.or_else(|| one(alliance, draw, |of| !others(of).is_empty()))?;
    let named = pick(&others(alliance.order(order)?), draw.more).copied();
    let to = named.filter(|_| draw.mask.is_multiple_of(2));
    Some(Act::Reassign { order, finding: LagFinding::COMPLETE, to })
}

/// A member that is to leave: after a notice, if it has one that counts.
fn expel(alliance: &Alliance, draw: Draw) -> Option<Act> {
    let mut members = current(alliance);
    if draw.mask.is_multiple_of(4) {
        members = everybody(alliance);
    }
    let &member = pick(&members, draw.who)?;
    let was_notified = alliance.member(member)?.notice.is_some_and(|of| Some(of) < alliance.date());
    let misconduct = if was_notified { Misconduct::NoImprovement } else { misconduct(draw.more) };
    let by = [Actor::Council, Actor::Platform][usize::from(draw.mask % 2)];
    Some(Act::Expel { member, misconduct, by })
}

/// Misconduct with its facts on record.
pub fn misconduct(draw: u8) -> Misconduct {
    let verified = |kind| Misconduct::DisorderlyCompetition { kind, verified: true };
    match draw % 5 {
        0 => verified(Disorder::Undercutting),
        1 => verified(Disorder::ExtraCharges),
        2 => verified(Disorder::Disparagement),
        3 => Misconduct::Infringement { pursued: true },
        _ => {
            Misconduct::OtherAct { description: text("forgery"), consequence: text("a lost year") }
        }
    }
}

/// An enterprise comes off the blacklist, if one is on it.
fn lift(alliance: &Alliance, draw: Draw) -> Option<Act> {
    let mut listed: Vec<_> =
        (0..alliance.enterprises().len()).filter_map(|nth| EnterpriseId::at(nth).ok()).collect();
    listed.retain(|of| alliance.enterprise(*of).is_some_and(|firm| firm.blacklisted));
    pick(&listed, draw.who).map(|&enterprise| Act::LiftBlacklisting { enterprise })
}

/// A firm that declined an order is barred from it no longer, named by any of its ids; rather of
/// one that is held.
fn lift_bar(alliance: &Alliance, draw: Draw) -> Option<Act> {
    let declined = |record: &OrderRecord| {
        let mut barred = record.barred.as_slice().iter();
        barred.find(|of| of.by == Loss::Declined).map(|of| of.member)
    };
    let held = |of: &OrderRecord| declined(of).is_some() && of.state == OrderState::Held;
    let order = one(alliance, draw, held);
    let order = order.or_else(|| one(alliance, draw, |of| declined(of).is_some()))?;
    let firm = declined(alliance.order(order)?)?;
    let mut ids = everybody(alliance);
    ids.retain(|id| has_code_of(alliance, *id, firm));
    Some(Act::LiftBar { order, member: *pick(&ids, draw.mask)? })
}

/// What an enterprise says of an order.
fn feedback(order: OrderId, draw: Draw) -> Act {
    let (feedback, words) = match draw.mask % 4 {
        0 => (Feedback::Satisfied, ""),
        1 => (Feedback::Satisfied, "quick"),
        2 => (Feedback::Dissatisfied, "slow"),
        _ => (Feedback::Complaint, "nobody came"),
    };
    Act::RecordFeedback { order, feedback, text: text(words) }
}

/// Some days off from soon on, and after them some make-up days at the ends of weeks.
pub fn calendar(now: Date, draw: Draw) -> Calendar {
    let days = |from: i64, count: u8, step: i64| -> Set<Date> {
        let day = |nth: u8| now.naive() + chrono::Duration::days(from + i64::from(nth) * step);
        let days: Vec<Date> = (0..count).filter_map(|nth| Date::try_from(day(nth)).ok()).collect();
        set(&days)
    };
    let (from, off) = (i64::from(draw.who % 16), draw.more % 16);
    let holidays = days(from, off, 1);
    let after = days(from + i64::from(off), draw.mask % 12, 1);
    let is_at_the_end =
        |day: &&Date| matches!(day.naive().weekday(), chrono::Weekday::Sat | chrono::Weekday::Sun);
    let at_the_end: Vec<Date> = after.as_slice().iter().filter(is_at_the_end).copied().collect();
    Calendar { holidays, make_up_days: set(&at_the_end) }
}
