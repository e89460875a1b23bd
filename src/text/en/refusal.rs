//! Why a command is refused.

use crate::facts::refusal::Refusal;
use crate::text::en::standing::stands;
use crate::text::en::words::{bar, category, ground, kind, lag};

/// The sentence of a refusal, with its article where it has one.
pub(in crate::text) fn refusal(refusal: &Refusal) -> String {
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
        Refusal::OccurredAfterDate { occurred, date } => {
            format!("it is said to have happened on {occurred}, after the date {date}")
        }
        Refusal::UnknownStation { station } => format!("there is no station {station}"),
        Refusal::UnknownEnterprise { enterprise } => {
            format!("there is no enterprise {enterprise}")
        }
        Refusal::UnknownItem { item } => format!("there is no item {item}"),
        Refusal::UnknownMember { member } => format!("there is no member {member}"),
        Refusal::UnknownOrder { order } => format!("there is no order {order}"),
        Refusal::StationClosed { station } => format!("station {station} is closed"),
        Refusal::StationNotClosed { station } => format!("station {station} is not closed"),
        Refusal::ItemOffMenu { item } => format!("item {item} is off the menu"),
        Refusal::ItemOnMenu { item } => format!("item {item} is on the menu"),
        Refusal::OrderNotHeld { order } => format!("order {order} is not held"),
        Refusal::OrderNotAssigned { order } => format!("order {order} is not assigned"),
        Refusal::OrderNotDeclined { order } => format!("order {order} is not declined"),
        Refusal::OrderEnded { order } => format!("order {order} has ended"),
        Refusal::NotBarredByDeclining { order, member } => {
            format!("member {member} is not barred from order {order} because it declined it")
        }
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
                "order {order} is not overdue: its fee can be paid until {due}, its completion was recorded on {recorded}"
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
        Refusal::OrderHeld { order } => {
            format!("order {order} is held, and nothing can be said of how it is served")
        }
        Refusal::ComplaintWithoutText => "the complaint has no text".into(),
        Refusal::NoReason => "no reason is given".into(),
        Refusal::HolidayAndMakeUpDay { day } => {
            format!("{day} is both a holiday and a make-up day")
        }
        Refusal::MakeUpDayInWeek { day } => {
            format!("{day} is from Monday to Friday, and so no make-up day")
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
        Refusal::CodeWithdrewLately { member, on, from } => {
            let from = from.map_or(String::new(), |from| format!(" before {from}"));
            format!("member {member} had this code, withdrew on {on} and cannot come back{from}")
        }
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
        Refusal::MemberOnLeave { member } => format!("member {member} is on leave"),
        Refusal::MemberNotOnLeave { member } => format!("member {member} is not on leave"),
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
            format!("the acceptance condition \"{condition}\" is not met")
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
