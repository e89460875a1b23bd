//! English.

use crate::facts::cap::{CapFigures, Reach, TallyEffect};
use crate::facts::council::Vacancy;
use crate::facts::event::{Event, Publication};
use crate::facts::finding::{Ground, LagFinding};
use crate::facts::member::{Category, Membership};
use crate::facts::order::{Basis, Counted, Motion};
use crate::facts::policy::CapScope;
use crate::facts::refusal::Refusal;
use crate::facts::standing::{Bar, Standing};
use crate::words::id::IdKind;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as the others of its kind")]
pub(super) fn basis(basis: &Basis) -> String {
    match basis {
        Basis::Designation => "by designation",
        Basis::Turn => "by turn",
        Basis::TurnGuardLifted => "by turn, the guard lifted",
        Basis::Named => "as the platform named it",
    }
    .into()
}

pub(super) fn category(category: Category) -> &'static str {
    match category {
        Category::Finance => "finance",
        Category::Research => "research",
        Category::Patent => "patent",
        Category::Comprehensive => "comprehensive",
    }
}

fn figures(cap: &CapFigures) -> String {
    match cap {
        CapFigures::Item { item, own, whole } => {
            format!("{own} of the {whole} orders for item {item}")
        }
        CapFigures::Amount { own, whole } => format!("{own} of {whole} yuan in all"),
    }
}

fn bar(bar: Bar) -> &'static str {
    match bar {
        Bar::ConflictOfInterest => "a conflict of interest excludes it",
        Bar::OwnOrder => "it is the enterprise itself",
        Bar::Declined => "it declined the order with cause",
        Bar::Reassigned => "the order was taken from it",
    }
}

fn kind(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Member => "member",
        IdKind::Station => "station",
        IdKind::Item => "item",
        IdKind::Enterprise => "enterprise",
        IdKind::Order => "order",
    }
}

pub(super) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::DeclinedWithoutCause => "declining an order without cause",
        Ground::DisorderlyCompetition => "disorderly competition",
        Ground::NoImprovement => "not improving after a notice",
        Ground::ReassignedInARow => "losing orders in a row",
        Ground::Infringement => "a violation of an enterprise's rights",
        Ground::OtherAct => "another act",
    }
}

fn lag(finding: LagFinding) -> String {
    let missing = [
        (finding.progress_lags, "progress does not lag markedly"),
        (finding.target_at_risk, "the target is not at risk"),
        (finding.enterprise_complained, "the enterprise did not complain"),
    ];
    let missing: Vec<&str> = missing.iter().filter(|(is_so, _)| !is_so).map(|of| of.1).collect();
    missing.join(", ")
}

/// The sentence of a refusal, with its article where it has one.
pub(super) fn refusal(refusal: &Refusal) -> String {
    let reason = reason(refusal);
    match refusal.article() {
        Some(article) => format!("{reason} ({article})"),
        None => reason,
    }
}

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that no reason lacks words")]
fn reason(refusal: &Refusal) -> String {
    match refusal {
        Refusal::DateBeforeLast { date, last } => {
            format!("the command is dated {date}, before the last accepted one of {last}")
        }
        Refusal::MonthNotOpen { month, open } => {
            format!("the month {month} is not open, {open} is")
        }
        Refusal::MonthNotNext { month, open } => {
            format!("{month} is not the month after {open}, which is open")
        }
        Refusal::PositionNotExpected { expected, next } => {
            format!("the command expects ledger position {expected}, but the next is {next}")
        }
        Refusal::UnknownStation { station } => format!("there is no station {station}"),
        Refusal::UnknownEnterprise { enterprise } => {
            format!("there is no enterprise {enterprise}")
        }
        Refusal::UnknownItem { item } => format!("there is no item {item}"),
        Refusal::UnknownMember { member } => format!("there is no member {member}"),
        Refusal::UnknownOrder { order } => format!("there is no order {order}"),
        Refusal::OrderNotHeld { order } => format!("order {order} is not held"),
        Refusal::OrderNotAssigned { order } => format!("order {order} is not assigned"),
        Refusal::OrderNotDeclined { order } => format!("order {order} is not declined"),
        Refusal::OrderNotCompleted { order } => format!("order {order} is not completed"),
        Refusal::OrderNotOpen { order } => {
            format!("order {order} is neither assigned nor declined")
        }
        Refusal::CompletionOutOfTime { on, submitted, date } => {
            format!(
                "the completion on {on} is not between {submitted}, when the order was submitted, and {date}"
            )
        }
        Refusal::NotOverdue { order, due, recorded } => {
            format!(
                "order {order} is not overdue: its fee is due on {due}, its completion was recorded on {recorded}"
            )
        }
        Refusal::WorkHasBegun { order } => format!("work on order {order} has begun"),
        Refusal::FindingIncomplete { finding } => {
            format!("the finding is incomplete: {}", lag(*finding))
        }
        Refusal::NamedNotEligible { order, member, standing: why } => {
            format!("member {member} cannot have order {order}: it {}", stands(why))
        }
        Refusal::NobodyEligible { order } => format!("nobody else can have order {order}"),
        Refusal::GroundNotMet { member, ground: of } => {
            format!("nothing on record lets member {member} be expelled for {}", ground(*of))
        }
        Refusal::EnterpriseNotBlacklisted { enterprise } => {
            format!("enterprise {enterprise} is not blacklisted")
        }
        Refusal::NotOfTheClass { member, category: of } => {
            format!("member {member} is not of the class {}", category(*of))
        }
        Refusal::HoldsSeat { member } => format!("member {member} holds a seat already"),
        Refusal::LostSeatThisYear { member, year } => {
            format!("member {member} lost a seat for a breach in {year}")
        }
        Refusal::NoVacantSeat { category: of } => {
            format!("no seat for the class {} is vacant", category(*of))
        }
        Refusal::HoldsNoSeat { member } => format!("member {member} holds no seat"),
        Refusal::DutyPeriod { from, to } => {
            format!("the period from {from} to {to} is empty or has more than 366 days")
        }
        Refusal::DutyDayOutside { day, from, to } => {
            format!("the duty day {day} is not in the period from {from} to {to}")
        }
        Refusal::DutyDayOff { day } => format!("the duty day {day} is no working day"),
        Refusal::NoReason => "no reason is given".into(),
        Refusal::HolidayAndMakeUpDay { day } => {
            format!("{day} is both a holiday and a make-up day")
        }
        Refusal::PolicyMonthNotLater { month, date } => {
            format!("a policy for {month} cannot be adopted on {date}, only one for a later month")
        }
        Refusal::IdsExhausted { kind: of } => format!("the last {} id was given out", kind(*of)),
        Refusal::EnterpriseRegistered { enterprise } => {
            format!("enterprise {enterprise} is registered with this code")
        }
        Refusal::CodeOfCurrentMember { member } => {
            format!("member {member} has this code and is in the alliance")
        }
        Refusal::CodeOfExpelledMember { member } => {
            format!("member {member} had this code and was expelled")
        }
        Refusal::CodeWithdrewLately { member, on } => format!(
            "member {member} had this code and withdrew on {on}, in this month or the one before"
        ),
        Refusal::VolumeBelowMinimum { volume, minimum } => format!(
            "the firm served {volume} local high-tech orders in two years, and {minimum} are needed"
        ),
        Refusal::NoOffer => "no item is offered".into(),
        Refusal::OfferOutOfReach { item, category: of } => {
            format!("item {item} is out of reach of a member of the class {}", category(*of))
        }
        Refusal::MemberNotCurrent { member } => format!("member {member} has left the alliance"),
        Refusal::MemberHasOpenOrders { member, open } => {
            format!("member {member} has open orders, {open} of them")
        }
        Refusal::RankingOfOtherYear { year, date } => {
            format!("the ranking is of the year {year}, but the date is {date}")
        }
        Refusal::MemberRankedTwice { member } => {
            format!("the ranking names member {member} twice")
        }
        Refusal::EnterpriseBlacklisted { enterprise } => {
            format!("enterprise {enterprise} is blacklisted")
        }
        Refusal::ConditionNotMet { condition } => {
            format!(
                "the acceptance condition {condition:?} is not met",
                condition = condition.as_str()
            )
        }
        Refusal::PriceZero => "the price is zero".into(),
        Refusal::PriceAboveMenu { item, price, menu } => {
            format!("the price {price} is above the menu price {menu} of item {item}")
        }
        Refusal::DepositWithoutGround => {
            "there is no ground to ask for a deposit: neither the term nor the price".into()
        }
        Refusal::DesignatedHasLeft { member } => {
            format!("the designated member {member} has left the alliance")
        }
        Refusal::DesignatedDoesNotOffer { member, item } => {
            format!("the designated member {member} does not offer item {item}")
        }
        Refusal::DesignatedBarred { member, bar: by } => {
            format!("the designated member {member} is barred from the order: {}", bar(*by))
        }
    }
}

/// The sentence of a standing, with its article where it has one.
pub(super) fn standing(standing: &Standing) -> String {
    let stands = stands(standing);
    match standing.article() {
        Some(article) => format!("{stands} ({article})"),
        None => stands,
    }
}

fn stands(standing: &Standing) -> String {
    match standing {
        Standing::Taken { basis: by } => format!("takes the order {}", basis(by)),
        Standing::NotReached => "was not reached: another one took the order before".into(),
        Standing::DoesNotOffer { item } => format!("does not offer item {item}"),
        Standing::Suspended { month, item, cap } => {
            let from = item.map_or("every item".into(), |item| format!("item {item}"));
            let why =
                cap.as_ref().map(|cap| format!(": it had {} in the month before", figures(cap)));
            let why = why.unwrap_or_default();
            format!("is suspended from {from} in {month}{why}")
        }
        Standing::Barred { bar: by } => format!("is barred from this order: {}", bar(*by)),
        Standing::Guarded { share, figures: with } => {
            format!("would have {} with this order, above {share}", figures(with))
        }
        Standing::Left { how: Membership::Expelled } => "was expelled".into(),
        Standing::Left { how: Membership::Withdrawn { on } } => format!("withdrew on {on}"),
        Standing::Left { how: Membership::Current } => "is in the alliance".into(),
        Standing::OtherLine { category: of } => {
            format!("does not stand in this line; its class is {}", category(*of))
        }
        Standing::Unknown => "there never was such a member".into(),
    }
}

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that no event lacks words")]
pub(super) fn event(event: &Event) -> String {
    match event {
        Event::CapReached { member, cap, reach } => {
            let how = match reach {
                Reach::At => "reaches the cap",
                Reach::Above => "is above the cap",
            };
            format!("member {member} {how} with {}", figures(cap))
        }
        Event::MonthClosed { month } => format!("{month} is closed"),
        Event::Suspended { member, scope, cap } => match (scope, cap.item()) {
            (CapScope::Item, Some(item)) => {
                format!("member {member} is suspended from item {item}")
            }
            _ => format!("member {member} is suspended from every item"),
        },
        Event::MonthOpened { month } => format!("{month} is open"),
        Event::PolicyAdopted { month } => format!("a policy is adopted for {month}"),
        Event::PolicyInForce { month } => format!("the policy for {month} comes into force"),
        Event::StationOpened { station } => format!("station {station} is open"),
        Event::ItemListed { item } => format!("item {item} is listed"),
        Event::MenuPriceSet { item } => format!("the menu price of item {item} is set"),
        Event::EnterpriseRegistered { enterprise } => {
            format!("enterprise {enterprise} is registered")
        }
        Event::Admitted { member } => format!("member {member} is admitted"),
        Event::OffersChanged { member } => format!("member {member} offers other items"),
        Event::Withdrawn { member } => format!("member {member} withdraws"),
        Event::LeftLine { member, category: of } => {
            format!("member {member} leaves the {} line", category(*of))
        }
        Event::JoinedLine { member, category: of } => {
            format!("member {member} joins the end of the {} line", category(*of))
        }
        Event::RankingPublished { year, publication } => match publication {
            Publication::First => format!("the ranking of {year} is published"),
            Publication::Correction => format!("the ranking of {year} is corrected"),
        },
        Event::LineSorted { category: of } => {
            format!("the {} line is sorted by the ranking", category(*of))
        }
        Event::Accepted { order, deposit } if deposit.is_zero() => {
            format!("order {order} is accepted")
        }
        Event::Accepted { order, deposit } => {
            format!("order {order} is accepted with a deposit of {deposit}")
        }
        Event::Dispatched { order, member, basis: by, motion, counted } => {
            let moved = match motion {
                Motion::Stays => "",
                Motion::ToEnd => ", and the member goes to the end of the line",
                Motion::CursorPast => ", and the cursor goes past it",
            };
            let counted = match counted {
                Counted::Yes => "",
                Counted::No => ", not counted in the tallies",
            };
            format!("order {order} goes to member {member} {}{moved}{counted}", basis(by))
        }
        Event::Held { order } => format!("order {order} is held: nobody is eligible"),
        Event::CameOff { order, member, tally } => {
            let tally = match tally {
                TallyEffect::ComesOff => " and off the tallies",
                TallyEffect::Stays => "; the tallies stay",
            };
            format!("order {order} comes off member {member}{tally}")
        }
        Event::Barred { order, member, .. } => {
            format!("member {member} is barred from order {order}")
        }
        Event::WentBack { member, .. } => format!("member {member} goes back to its place"),
        Event::Declined { order, member } => {
            format!("member {member} declines order {order} without cause")
        }
        Event::Resumed { order, member } => {
            format!("member {member} takes order {order} after all")
        }
        Event::Completed { order, member, due } => {
            format!("member {member} completes order {order}; the fee is due on {due}")
        }
        Event::Settled { order } => format!("order {order} is settled"),
        Event::Defaulted { order } => format!("the fee of order {order} was not paid"),
        Event::Abandoned { order } => format!("order {order} is abandoned by the enterprise"),
        Event::Failed { order } => format!("order {order} fails"),
        Event::DepositCounted { order, amount } => {
            format!("the deposit of {amount} for order {order} counts towards the fee")
        }
        Event::DepositForfeited { order, amount } => {
            format!("the deposit of {amount} for order {order} is forfeited")
        }
        Event::Blacklisted { enterprise } => format!("enterprise {enterprise} is blacklisted"),
        Event::BlacklistingLifted { enterprise } => {
            format!("enterprise {enterprise} is off the blacklist")
        }
        Event::RunRaised { member, run } => {
            format!("the run of member {member} goes up to {run}")
        }
        Event::RunEnded { member } => format!("the run of member {member} ends"),
        Event::RunsReset { year } => format!("{year} begins, and every run is 0"),
        Event::Expelled { member, ground: of } => {
            format!("member {member} is expelled for {} (ground {})", ground(*of), of.number())
        }
        Event::Notified { member } => format!("member {member} gets a rectification notice"),
        Event::CalendarAdopted => "a calendar is adopted".into(),
        Event::SeatTaken { member, category: of } => {
            format!("member {member} takes a seat for the class {} in the council", category(*of))
        }
        Event::SeatVacated { member, vacancy } => {
            let why = match vacancy {
                Vacancy::GivenUp => "gives its seat in the council up",
                Vacancy::Breach => "loses its seat in the council",
                Vacancy::Left => "leaves its seat in the council",
            };
            format!("member {member} {why}")
        }
        Event::BreachRecorded { member } => {
            format!("a breach by the staff of member {member} is on record")
        }
        Event::DutyPublished { station } => {
            format!("the duty days of station {station} are published")
        }
        Event::DutyShort { station, from, found, needed } => format!(
            "station {station} has {found} of {needed} duty days in the working days from {from} on"
        ),
        Event::TrainingRecorded { station } => {
            format!("a training of station {station} is on record")
        }
        Event::ConsultationRecorded { station, enterprise } => {
            format!("station {station} advised enterprise {enterprise}")
        }
        Event::TurnedAway { station, enterprise, item } => {
            format!("station {station} does not accept item {item} from enterprise {enterprise}")
        }
        Event::Cancelled { order } => format!("order {order} is cancelled"),
        Event::DepositReturned { order, amount } => {
            format!("the deposit of {amount} for order {order} is returned")
        }
    }
}
