//! Articles 19 and 21: a fee is paid within a week of completion; whoever does not pay it, or
//! abandons an order, goes on the blacklist (rules 7.3 to 7.5).

use crate::facts::calendar::Calendar;
use crate::facts::order::Completion;
use crate::facts::policy::SettlementPolicy;
use crate::facts::refusal::Refusal;
use crate::words::date::{Date, DueDate};
use crate::words::id::OrderId;
use crate::words::money::{Money, Price};

/// A completion is not before the order was submitted nor after the command that records it.
pub(crate) fn completion_in_time(on: Date, submitted: Date, date: Date) -> Result<(), Refusal> {
    if (submitted..=date).contains(&on) {
        Ok(())
    } else {
        Err(Refusal::CompletionOutOfTime { on, submitted, date })
    }
}

/// The fee is due on the first working day on or after so many days from the completion.
pub(crate) fn due(policy: SettlementPolicy, calendar: &Calendar, on: Date) -> DueDate {
    calendar.working_day_from(on, policy.days.get())
}

/// What remains of a fee when the deposit has counted towards it.
pub(crate) fn remains(price: Price, deposit: Money) -> Money {
    price.amount().above(deposit)
}

/// A fee is overdue only after its due date, and after the date on which the completion was
/// recorded.
pub(crate) fn is_overdue(
    order: OrderId,
    completion: &Completion,
    date: Date,
) -> Result<(), Refusal> {
    let Completion { due, recorded, .. } = *completion;
    if due.is_before(date) && recorded < date {
        Ok(())
    } else {
        Err(Refusal::NotOverdue { order, due, recorded })
    }
}
