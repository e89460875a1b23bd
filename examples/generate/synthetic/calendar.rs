//! The days of a year, its holidays, and how busy the stations are.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use paidan::{Calendar, Date, Set};

/// About how many orders come in on a working day, by month: high-tech firms apply in summer.
const BUSY: [u32; 12] = [12, 9, 14, 16, 18, 20, 19, 17, 16, 16, 14, 13];

/// Days of a year, each span from a month and day to a month and day.
type Spans = &'static [((u32, u32), (u32, u32))];

/// The statutory holidays of 2025 of mainland China, as published.
const HOLIDAYS_2025: Spans = &[
    ((1, 1), (1, 1)),
    ((1, 28), (2, 4)),
    ((4, 4), (4, 6)),
    ((5, 1), (5, 5)),
    ((5, 31), (6, 2)),
    ((10, 1), (10, 8)),
];

/// The days of 2025 at a week's end on which one works instead, as published.
const MAKE_UP_DAYS_2025: Spans = &[
    ((1, 26), (1, 26)),
    ((2, 8), (2, 8)),
    ((4, 27), (4, 27)),
    ((9, 28), (9, 28)),
    ((10, 11), (10, 11)),
];

/// The statutory holidays of 2026, as published in November 2025.
const HOLIDAYS_2026: Spans = &[
    ((1, 1), (1, 3)),
    ((2, 15), (2, 23)),
    ((4, 4), (4, 6)),
    ((5, 1), (5, 5)),
    ((6, 19), (6, 21)),
    ((9, 25), (9, 27)),
    ((10, 1), (10, 7)),
];

/// The days of 2026 at a week's end on which one works instead, as published.
const MAKE_UP_DAYS_2026: Spans = &[
    ((1, 4), (1, 4)),
    ((2, 14), (2, 14)),
    ((2, 28), (2, 28)),
    ((5, 9), (5, 9)),
    ((9, 20), (9, 20)),
    ((10, 10), (10, 10)),
];

/// Of other years only the holidays with a fixed date.
const FIXED_HOLIDAYS: Spans = &[((1, 1), (1, 1)), ((5, 1), (5, 2)), ((10, 1), (10, 3))];

/// The calendar that the city adopts for a year.
pub fn adopted(year: i32) -> Calendar {
    let (holidays, make_up_days) = match year {
        2025 => (HOLIDAYS_2025, MAKE_UP_DAYS_2025),
        2026 => (HOLIDAYS_2026, MAKE_UP_DAYS_2026),
        _ => (FIXED_HOLIDAYS, &[] as Spans),
    };
    Calendar { holidays: within(year, holidays), make_up_days: within(year, make_up_days) }
}

/// The same with the year after: a fee can fall due in it.
pub fn prolonged(year: i32) -> Calendar {
    let [this, next] = [year, year + 1].map(adopted);
    let both = |one: &Set<Date>, other: &Set<Date>| {
        Set::try_from([one.as_slice(), other.as_slice()].concat()).expect("a few weeks")
    };
    Calendar {
        holidays: both(&this.holidays, &next.holidays),
        make_up_days: both(&this.make_up_days, &next.make_up_days),
    }
}

/// The days of a year that lie in one of these spans.
fn within(year: i32, spans: Spans) -> Set<Date> {
    let is_in = |date: &Date| {
        let day = (month(*date), day(*date));
        spans.iter().any(|(first, last)| (first..=last).contains(&&day))
    };
    Set::try_from(all_days(year).filter(is_in).collect::<Vec<_>>()).expect("a few weeks")
}

/// Every date of a year from 2 January, and the first of the next year.
pub fn days(year: i32) -> impl Iterator<Item = Date> {
    all_days(year).skip(1).chain(Date::from_ymd(year + 1, 1, 1).ok())
}

/// The first and the last day of a quarter, 1 to 4.
pub fn quarter(year: i32, quarter: u32) -> [Date; 2] {
    let date = |year, month| Date::from_ymd(year, month, 1).expect("a year the engine knows");
    let next = if quarter == 4 { date(year + 1, 1) } else { date(year, quarter * 3 + 1) };
    [date(year, quarter * 3 - 2), before(next, 1)]
}

/// The days of a span.
pub fn span(from: Date, to: Date) -> impl Iterator<Item = Date> {
    let days = from.naive().iter_days().take_while(move |day| *day <= to.naive());
    days.map(|day| Date::try_from(day).expect("a year the engine knows"))
}

fn all_days(year: i32) -> impl Iterator<Item = Date> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a year the engine knows");
    let days = first.iter_days().take_while(move |date| date.year() == year);
    days.map(|date| Date::try_from(date).expect("a year the engine knows"))
}

/// The first Monday of a year that is no holiday.
pub fn first_monday(year: i32) -> Date {
    let holidays = adopted(year).holidays;
    let is_one = |of: &Date| of.naive().weekday() == Weekday::Mon && !holidays.contains(of);
    all_days(year).find(is_one).expect("a Monday")
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

/// Whether it is the last working day of a usual week.
pub fn is_friday(date: Date) -> bool {
    date.naive().weekday() == Weekday::Fri
}

/// How many days lie between an earlier date and a later one.
pub fn days_between(from: Date, to: Date) -> i64 {
    (to.naive() - from.naive()).num_days()
}

/// The date so many days later.
pub fn after(date: Date, days: u32) -> Date {
    Date::try_from(date.naive() + Days::new(days.into())).expect("not far beyond the year")
}

/// The date so many days earlier.
pub fn before(date: Date, days: u32) -> Date {
    Date::try_from(date.naive() - Days::new(days.into())).expect("not far before the year")
}
