//! Days by arithmetic of our own: weekdays, working days, distances (rules 1.9, 7.3, 12.1).

use chrono::Datelike;
use paidan::{Calendar, Date, DueDate};

/// Year, month and day; the order of the fields is the order of the days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Day {
    year: i32,
    month: u32,
    of_month: u32,
}

impl Day {
    fn of(date: Date) -> Self {
        let naive = date.naive();
        Self { year: naive.year(), month: naive.month(), of_month: naive.day() }
    }

    fn next(self) -> Self {
        if self.of_month < month_length(self.year, self.month) {
            Self { of_month: self.of_month + 1, ..self }
        } else if self.month < 12 {
            Self { month: self.month + 1, of_month: 1, ..self }
        } else {
            Self { year: self.year + 1, month: 1, of_month: 1 }
        }
    }

    /// Days since the last day of the year before year 1.
    fn number(self) -> i64 {
        let before = i64::from(self.year) - 1;
        let years = before * 365 + before / 4 - before / 100 + before / 400;
        let months: i64 = (1..self.month).map(|m| i64::from(month_length(self.year, m))).sum();
        years + months + i64::from(self.of_month)
    }

    /// 0 is Monday, since the first day of year 1 was one.
    fn weekday(self) -> i64 {
        (self.number() - 1) % 7
    }

    /// Monday to Friday unless a holiday; at a week's end only a make-up day (rules 1.9).
    fn is_worked(self, calendar: &Calendar) -> bool {
        let named = |days: &[Date]| days.iter().any(|date| Self::of(*date) == self);
        if self.weekday() < 5 {
            !named(calendar.holidays.as_slice())
        } else {
            named(calendar.make_up_days.as_slice())
        }
    }

    /// The first working day on or after it.
    fn then_worked(self, calendar: &Calendar) -> DueDate {
        let mut day = self;
        while !day.is_worked(calendar) {
            day = day.next();
        }
        let Self { year, month, of_month } = day;
        let text = format!("{year:04}-{month:02}-{of_month:02}");
        // The last date is in 9900, and nothing after it can be a holiday: this is a day of the type.
        text.parse().expect("a due date before the year 10000")
    }
}

fn month_length(year: i32, month: u32) -> u32 {
    let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

/// Whether a date is a working day (rules 1.9).
pub(super) fn is_working_day(calendar: &Calendar, date: Date) -> bool {
    Day::of(date).is_worked(calendar)
}

/// Whether a date is a Saturday or a Sunday, whatever a calendar says.
pub(super) fn is_weekend(date: Date) -> bool {
    Day::of(date).weekday() >= 5
}

/// How many days later the second date is than the first.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    Day::of(to).number() - Day::of(from).number()
}

/// The first working day on or after so many days from a date (rules 7.3).
pub(super) fn due_date(calendar: &Calendar, from: Date, days: u16) -> DueDate {
    let mut day = Day::of(from);
    for _ in 0..days {
        day = day.next();
    }
    day.then_worked(calendar)
}

/// The first working day on or after a due date, by a calendar that may be another one than that by
/// which it was fixed (rules 7.4).
pub(super) fn last_day_to_pay(calendar: &Calendar, due: DueDate) -> DueDate {
    let (year, month, of_month) = (due.year(), due.month_of_year(), due.day());
    Day { year, month, of_month }.then_worked(calendar)
}

/// The working days of a period, both ends included.
pub(super) fn working_days(calendar: &Calendar, from: Date, to: Date) -> Vec<Date> {
    let (mut day, last) = (Day::of(from), Day::of(to));
    let mut found = Vec::new();
    while day <= last {
        if day.is_worked(calendar)
            && let Ok(date) = Date::from_ymd(day.year, day.month, day.of_month)
        {
            found.push(date);
        }
        day = day.next();
    }
    found
}
