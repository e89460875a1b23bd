//! 工作日: working days, by the week and by what the city adopted (rules 1.9).

use chrono::{Datelike, NaiveDate, Weekday};

use crate::words::date::{Date, DueDate};
use crate::words::list::Set;

#[cfg(feature = "serde")]
mod form;

/// 工作日历: statutory holidays and make-up working days.
///
/// Monday to Friday are working days unless they are holidays; Saturday and Sunday are not unless
/// they are make-up days. There is no table of holidays in this crate: a city adopts its own.
///
/// ```
/// use paidan::{Calendar, Date, Set};
/// let (national_day, sunday) = (Date::from_ymd(2025, 10, 1)?, Date::from_ymd(2025, 9, 28)?);
/// let calendar = Calendar { holidays: Set::one(national_day), make_up_days: Set::one(sunday) };
/// assert!(!calendar.is_working_day(national_day));
/// assert!(calendar.is_working_day(sunday));
/// # Ok::<(), paidan::DateError>(())
/// ```
#[doc(alias = "工作日历")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// 法定节假日: days on which nobody works.
    #[doc(alias = "法定节假日")]
    pub holidays: Set<Date>,
    /// 调休: days at a week's end that are working days.
    #[doc(alias = "调休")]
    pub make_up_days: Set<Date>,
}

impl Calendar {
    /// The first day that is both a holiday and a make-up day, which no calendar in force has.
    pub fn day_in_both(&self) -> Option<Date> {
        let mut holidays = self.holidays.as_slice().iter();
        holidays.find(|day| self.make_up_days.contains(day)).copied()
    }

    /// The first make-up day from Monday to Friday, which no calendar in force has: such a day is a
    /// working day already.
    pub fn make_up_day_in_week(&self) -> Option<Date> {
        let mut days = self.make_up_days.as_slice().iter();
        days.find(|day| !is_weekend(day.naive())).copied()
    }

    /// Whether a date is a working day.
    pub fn is_working_day(&self, date: Date) -> bool {
        self.is_worked(date.naive())
    }

    /// The first working day on or after so many days from a date, or the last day of 9999.
    pub fn working_day_from(&self, date: Date, days: u16) -> DueDate {
        let start = date.naive().checked_add_days(chrono::Days::new(days.into()));
        self.working_day_on_or_after(DueDate::clamped(start.unwrap_or(NaiveDate::MAX)))
    }

    /// The first working day on or after a day, or the last day of 9999.
    pub fn working_day_on_or_after(&self, day: DueDate) -> DueDate {
        // A holiday is a date up to 9900 and lists are short, so the search ends soon.
        let mut day = day;
        while !self.is_worked(day.naive()) {
            let Some(next) = day.next() else { break };
            day = next;
        }
        day
    }

    fn is_worked(&self, day: NaiveDate) -> bool {
        let named = Date::try_from(day).ok();
        let is_in = |days: &Set<Date>| named.is_some_and(|date| days.contains(&date));
        if is_weekend(day) { is_in(&self.make_up_days) } else { !is_in(&self.holidays) }
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
