//! Articles 13 and 17: the record goes on in order of dates, and months are calendar ones that are
//! opened one by one (rules 1.2 to 1.4).

use crate::facts::refusal::Refusal;
use crate::words::date::{Date, Month};

/// A command is not dated before the last accepted one.
pub(crate) fn is_not_before(last: Option<Date>, date: Date) -> Result<(), Refusal> {
    match last {
        Some(last) if date < last => Err(Refusal::DateBeforeLast { date, last }),
        _ => Ok(()),
    }
}

/// The month of a command's date is the one that is open. The first command opens its own.
pub(crate) fn month_is_open(open: Option<Month>, month: Month) -> Result<(), Refusal> {
    match open {
        Some(open) if month != open => Err(Refusal::MonthNotOpen { month, open }),
        _ => Ok(()),
    }
}

/// Of `OpenMonth`: the month of its date is the next one. The first command opens its own.
pub(crate) fn month_is_next(open: Option<Month>, month: Month) -> Result<(), Refusal> {
    match open {
        Some(open) if !month.follows(open) => Err(Refusal::MonthNotNext { month, open }),
        _ => Ok(()),
    }
}

/// What is recorded late happened before it was recorded, or on the same day.
pub(crate) fn occurred_by(occurred: Option<Date>, date: Date) -> Result<(), Refusal> {
    match occurred {
        Some(occurred) if occurred > date => Err(Refusal::OccurredAfterDate { occurred, date }),
        _ => Ok(()),
    }
}

/// Of `AdoptPolicy`: the month of the policy is later than that of the date (rules 13).
pub(crate) fn month_is_later(date: Date, month: Month) -> Result<(), Refusal> {
    if month > date.month() { Ok(()) } else { Err(Refusal::PolicyMonthNotLater { month, date }) }
}
