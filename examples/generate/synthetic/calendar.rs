//! The days of a year on which the stations are open, and how busy they are.

use chrono::{Datelike, Weekday};
use paidan::Date;

/// About how many orders come in on a working day, by month: high-tech firms apply in summer.
const BUSY: [u32; 12] = [12, 9, 14, 16, 18, 20, 19, 17, 16, 16, 14, 13];

/// Every date of a year from 2 January.
pub fn days(year: i32) -> impl Iterator<Item = Date> {
    (1..=12).flat_map(move |month| (1..=31).map(move |day| (month, day))).skip(1).filter_map(
        // Days a month does not have are none.
        move |(month, day)| Date::from_ymd(year, month, day).ok(),
    )
}

/// Whether the stations are open: Monday to Friday, but for the holidays with a fixed date.
pub fn is_open(date: Date) -> bool {
    let weekend = matches!(date.naive().weekday(), Weekday::Sat | Weekday::Sun);
    let holiday = matches!((month(date), day(date)), (1, 1) | (5, 1..=3) | (10, 1..=7));
    !weekend && !holiday
}

/// About how many orders come in on a working day of this date's month.
pub fn orders_a_day(date: Date) -> u32 {
    BUSY[date.naive().month0() as usize]
}

/// The month of the year, 1 to 12.
pub fn month(date: Date) -> u32 {
    date.naive().month()
}

/// The day of the month.
pub fn day(date: Date) -> u32 {
    date.naive().day()
}

/// Whether it is the last working day of a week.
pub fn is_friday(date: Date) -> bool {
    date.naive().weekday() == Weekday::Fri
}

/// How many days lie between an earlier date and a later one.
pub fn days_between(from: Date, to: Date) -> i64 {
    (to.naive() - from.naive()).num_days()
}
