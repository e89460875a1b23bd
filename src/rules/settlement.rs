//! Articles 19 and 21: a fee is paid within a week of completion; whoever does not pay it, or
//! abandons an order, goes on the blacklist (rules 7.3 to 7.5).

use crate::facts::calendar::Calendar;
use crate::facts::order::Completion;
use crate::facts::policy::SettlementPolicy;
use crate::facts::refusal::Refusal;
use crate::words::date::{Date, DueDate};
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

/// The last day on which a fee is paid in time: the first working day on or after its due date, by
/// the calendar in force, which may have changed since the date was fixed.
pub(crate) fn last_day(calendar: &Calendar, completion: &Completion) -> DueDate {
    calendar.working_day_on_or_after(completion.due)
}

/// A fee is overdue only after the last day on which it is paid in time, and after the date on which
/// the completion was recorded.
pub(crate) fn is_overdue(calendar: &Calendar, completion: &Completion, date: Date) -> bool {
    last_day(calendar, completion).is_before(date) && completion.recorded < date
}
