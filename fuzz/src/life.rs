//! The acts on an order after it was given, out of bytes.

use arbitrary::{Result, Unstructured};
use paidan::{
    Act, Actor, Calendar, Cause, Date, Disorder, EnterpriseId, LagFinding, Mediation, Misconduct,
    Set, Work,
};

use crate::decode::{member, order_id, text};

/// Any of them.
pub fn act(bytes: &mut Unstructured<'_>) -> Result<Act> {
    let order = order_id(bytes)?;
    Ok(match bytes.int_in_range(0..=15)? {
        0..=1 => Act::Decline { order, cause: *bytes.choose(&[Cause::Justified, Cause::None])? },
        2 => Act::Mediate { order, result: mediation(bytes)? },
        3..=4 => Act::Complete { order, on: day(bytes)? },
        5 => Act::Settle { order },
        6 => Act::RecordDefault { order },
        7 => Act::Abandon { order },
        8..=9 => Act::CallOff { order, work: work(bytes)? },
        10 => Act::Fail { order },
        11..=12 => {
            let to = if bytes.arbitrary()? { Some(member(bytes)?) } else { None };
            Act::Reassign { order, finding: finding(bytes)?, to }
        }
        13 => {
            Act::Expel { member: member(bytes)?, misconduct: misconduct(bytes)?, by: actor(bytes)? }
        }
        14 => Act::Notify { member: member(bytes)? },
        _ if bytes.arbitrary()? => {
            let enterprise = EnterpriseId::new(bytes.int_in_range(1..=3)?).expect("an id");
            Act::LiftBlacklisting { enterprise }
        }
        _ => {
            let (holidays, make_up_days) = (Set::one(day(bytes)?), Set::one(day(bytes)?));
            Act::AdoptCalendar(Calendar { holidays, make_up_days })
        }
    })
}

fn mediation(bytes: &mut Unstructured<'_>) -> Result<Mediation> {
    let results = [Mediation::Complied, Mediation::CauseFound, Mediation::DidNotComply];
    bytes.choose(&results).copied()
}

fn work(bytes: &mut Unstructured<'_>) -> Result<Work> {
    Ok(if bytes.ratio(1, 8)? { Work::Begun } else { Work::NotBegun })
}

/// Mostly complete.
fn finding(bytes: &mut Unstructured<'_>) -> Result<LagFinding> {
    let enterprise_complained = !bytes.ratio(1, 8)?;
    Ok(LagFinding { enterprise_complained, ..LagFinding::COMPLETE })
}

fn actor(bytes: &mut Unstructured<'_>) -> Result<Actor> {
    bytes.choose(&[Actor::Council, Actor::Platform]).copied()
}

fn misconduct(bytes: &mut Unstructured<'_>) -> Result<Misconduct> {
    let is_recorded = !bytes.ratio(1, 8)?;
    Ok(match bytes.int_in_range(0..=3)? {
        0 => {
            let kind = Disorder::Undercutting;
            Misconduct::DisorderlyCompetition { kind, verified: is_recorded }
        }
        1 => Misconduct::NoImprovement,
        2 => Misconduct::Infringement { pursued: is_recorded },
        _ => {
            let consequence = if is_recorded { text("后果") } else { text("") };
            Misconduct::OtherAct { description: text("行为"), consequence }
        }
    })
}

/// A day around the turn of the year in which histories begin.
pub fn day(bytes: &mut Unstructured<'_>) -> Result<Date> {
    let month = bytes.int_in_range(11..=13)?;
    let (year, month) = if month == 13 { (2026, 1) } else { (2025, month) };
    Ok(Date::from_ymd(year, month, bytes.int_in_range(1..=28)?).expect("a day"))
}
