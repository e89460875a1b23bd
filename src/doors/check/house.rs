//! The refusals of the council's and the stations' acts (articles 5, 6, 11, 13, 15, 23).

use crate::alliance::Alliance;
use crate::facts::council::Seat;
use crate::facts::finding::Feedback;
use crate::facts::member::Category;
use crate::facts::order::OrderState;
use crate::facts::refusal::Refusal;
use crate::rules::{council, duty, intake};
use crate::words::date::Date;
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};
use crate::words::label::Text;
use crate::words::list::Set;

/// The refusals of `TakeSeat`, in their order; gives the seat.
pub(crate) fn take_seat(
    alliance: &Alliance,
    category: Category,
    member: MemberId,
    date: Date,
) -> Result<Seat, Refusal> {
    alliance.known_member(member)?;
    let firm = alliance.current_member(member)?;
    council::is_of_class(member, firm, category)?;
    council::holds_none(&alliance.council, member)?;
    council::lost_none(member, firm, date.year())?;
    council::first_vacant(&alliance.council, category)
}

/// The refusals of `LeaveSeat`, in their order.
pub(crate) fn leave_seat(alliance: &Alliance, member: MemberId) -> Result<(), Refusal> {
    alliance.known_member(member)?;
    alliance.council.seat_of(member).map(drop).ok_or(Refusal::HoldsNoSeat { member })
}

/// The refusals of `RecordBreach`, in their order.
pub(crate) fn record_breach(
    alliance: &Alliance,
    member: MemberId,
    date: Date,
) -> Result<(), Refusal> {
    let firm = alliance.known_member(member)?;
    // The year of a seat given up goes with the code (rules 2.1), so its last admission has it.
    let last = alliance.roster.last_with(&firm.code).map_or(firm, |(_, last)| last);
    council::answers_for_staff(&alliance.council, member, last, date.year())
}

/// The refusals of `PublishDuty`, in their order; gives the days of the period.
pub(crate) fn publish_duty(
    alliance: &Alliance,
    station: StationId,
    from: Date,
    to: Date,
    days: &Set<Date>,
) -> Result<Vec<Date>, Refusal> {
    intake::is_open(station, alliance.known_station(station)?)?;
    let period = duty::period(from, to)?;
    duty::days_are_within(from, to, days)?;
    duty::days_are_worked(&alliance.calendar, days)?;
    Ok(period)
}

/// The refusals of `RecordConsultation`, in their order.
pub(crate) fn record_consultation(
    alliance: &Alliance,
    station: StationId,
    enterprise: EnterpriseId,
) -> Result<(), Refusal> {
    alliance.known_station(station)?;
    alliance.known_enterprise(enterprise).map(drop)
}

/// The refusals of `RecordFeedback`, in their order.
pub(crate) fn record_feedback(
    alliance: &Alliance,
    order: OrderId,
    feedback: Feedback,
    text: &Text,
) -> Result<(), Refusal> {
    alliance.known_order(order)?;
    let record = alliance.docket.record(order);
    if record.is_some_and(|record| record.state == OrderState::Held) {
        return Err(Refusal::OrderHeld { order });
    }
    if feedback == Feedback::Complaint && text.is_empty() {
        return Err(Refusal::ComplaintWithoutText);
    }
    Ok(())
}

/// The refusals of `RecordTurnedAway`, in their order.
pub(crate) fn record_turned_away(
    alliance: &Alliance,
    station: StationId,
    enterprise: EnterpriseId,
    item: ItemId,
    reason: &Text,
) -> Result<(), Refusal> {
    alliance.known_station(station)?;
    alliance.known_enterprise(enterprise)?;
    alliance.known_item(item)?;
    if reason.is_empty() { Err(Refusal::NoReason) } else { Ok(()) }
}
