//! The refusals of the acts on an order after it was given: `Decline`, `Mediate`, `LiftBar`, `Complete`,
//! `Settle`, `RecordDefault`, `Abandon`, `CallOff` and `Fail` (articles 7, 19, 21, 22).

use crate::alliance::Alliance;
use crate::facts::finding::Work;
use crate::facts::order::{Completion, Giving, OrderRecord, OrderState};
use crate::facts::refusal::Refusal;
use crate::rules::{eligibility, settlement};
use crate::words::date::Date;
use crate::words::id::{MemberId, OrderId};

/// An order that is with a member, and its giving: the refusals of `Decline` and `Fail`.
pub(crate) fn assigned(
    alliance: &Alliance,
    order: OrderId,
) -> Result<(&OrderRecord, Giving), Refusal> {
    alliance.known_order(order)?;
    let record = alliance.docket.record(order).ok_or(Refusal::OrderNotAssigned { order })?;
    match record.state {
        OrderState::Assigned(giving) => Ok((record, giving)),
        _ => Err(Refusal::OrderNotAssigned { order }),
    }
}

/// The refusals of `Mediate`; gives the giving that was declined.
pub(crate) fn mediate(alliance: &Alliance, order: OrderId) -> Result<Giving, Refusal> {
    alliance.known_order(order)?;
    match alliance.docket.record(order).map(|record| record.state) {
        Some(OrderState::Declined(giving)) => Ok(giving),
        _ => Err(Refusal::OrderNotDeclined { order }),
    }
}

/// The refusals of `LiftBar`, in their order.
pub(crate) fn lift_bar(
    alliance: &Alliance,
    order: OrderId,
    member: MemberId,
) -> Result<(), Refusal> {
    alliance.known_order(order)?;
    alliance.known_member(member)?;
    let record = alliance.docket.record(order).ok_or(Refusal::OrderEnded { order })?;
    if eligibility::has_declined(&alliance.roster, &record.barred, member) {
        Ok(())
    } else {
        Err(Refusal::NotBarredByDeclining { order, member })
    }
}

/// The refusals of `Complete`, in their order.
pub(crate) fn complete(
    alliance: &Alliance,
    order: OrderId,
    on: Date,
    date: Date,
) -> Result<(&OrderRecord, Giving), Refusal> {
    let (record, giving) = assigned(alliance, order)?;
    settlement::completion_in_time(on, record.submitted, date)?;
    Ok((record, giving))
}

/// The refusals of `Settle`; gives the record with its completion.
pub(crate) fn settle(
    alliance: &Alliance,
    order: OrderId,
) -> Result<(&OrderRecord, Completion), Refusal> {
    alliance.known_order(order)?;
    let record = alliance.docket.record(order).ok_or(Refusal::OrderNotCompleted { order })?;
    match record.state {
        OrderState::Completed(completion) => Ok((record, completion)),
        _ => Err(Refusal::OrderNotCompleted { order }),
    }
}

/// The refusals of `RecordDefault`, in their order.
pub(crate) fn record_default(
    alliance: &Alliance,
    order: OrderId,
    date: Date,
) -> Result<&OrderRecord, Refusal> {
    let (record, completion) = settle(alliance, order)?;
    if settlement::is_overdue(&alliance.calendar, &completion, date) {
        return Ok(record);
    }
    let due = settlement::last_day(&alliance.calendar, &completion);
    Err(Refusal::NotOverdue { order, due, recorded: completion.recorded })
}

/// The refusals of `Abandon`; gives the record, which is assigned or declined.
pub(crate) fn abandon(alliance: &Alliance, order: OrderId) -> Result<&OrderRecord, Refusal> {
    alliance.known_order(order)?;
    let record = alliance.docket.record(order);
    record.filter(|record| record.state.open().is_some()).ok_or(Refusal::OrderNotOpen { order })
}

/// The refusals of `CallOff`, in their order.
pub(crate) fn call_off(
    alliance: &Alliance,
    order: OrderId,
    work: Work,
) -> Result<(&OrderRecord, Giving), Refusal> {
    let assigned = assigned(alliance, order)?;
    match work {
        Work::NotBegun => Ok(assigned),
        Work::Begun => Err(Refusal::WorkHasBegun { order }),
    }
}
