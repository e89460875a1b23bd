//! Civil dates and calendar months, years 2000 to 9900 (rules 1.2 and 1.3).

use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, NaiveDate};

/// The years the engine knows.
const YEARS: core::ops::RangeInclusive<i32> = 2000..=9900;

/// 日期: a civil date of the city, in the years 2000 to 9900.
///
/// Its text form, which is also its JSON form, is exactly `YYYY-MM-DD`.
///
/// ```
/// use paidan::Date;
/// let date: Date = "2025-02-28".parse()?;
/// assert_eq!(date, Date::from_ymd(2025, 2, 28)?);
/// assert_eq!(date.month().to_string(), "2025-02");
/// assert!("2025-2-28".parse::<Date>().is_err());
/// # Ok::<(), paidan::DateError>(())
/// ```
#[doc(alias = "日期")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// A text or numbers that are no date, or no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// The text is not exactly `YYYY-MM-DD` (a date) or `YYYY-MM` (a month).
    #[error("not a date in the form YYYY-MM-DD, or a month in the form YYYY-MM")]
    Form,
    /// The calendar has no such day or month.
    #[error("the calendar has no such day")]
    NoSuchDay,
    /// The year is not in 2000 to 9900.
    #[error("the year is not in 2000 to 9900")]
    Year,
}

impl Date {
    /// The date of year, month (1 to 12) and day (1 to 31).
    ///
    /// # Errors
    /// [`DateError`] when there is no such day, or the year is not in 2000 to 9900.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Result<Self, DateError> {
        NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDay)?.try_into()
    }

    /// The first one, 1 January 2000.
    pub(crate) const FIRST: Self = match NaiveDate::from_ymd_opt(2000, 1, 1) {
        Some(first) => Self(first),
        None => Self(NaiveDate::MIN),
    };

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month of the year, 1 to 12.
    pub fn month_of_year(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The month in which it lies.
    pub fn month(self) -> Month {
        Month::of(self.0.year(), self.0.month0())
    }

    /// The date as chrono has it.
    pub fn naive(self) -> NaiveDate {
        self.0
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = DateError;
    fn try_from(date: NaiveDate) -> Result<Self, DateError> {
        if YEARS.contains(&date.year()) { Ok(Self(date)) } else { Err(DateError::Year) }
    }
}

impl From<Date> for NaiveDate {
    fn from(date: Date) -> NaiveDate {
        date.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(date) = self;
        write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        civil(text)?.try_into()
    }
}

/// A day of the calendar in exactly the form `YYYY-MM-DD`.
fn civil(text: &str) -> Result<NaiveDate, DateError> {
    let (month, day) = text.rsplit_once('-').ok_or(DateError::Form)?;
    let (year, month) = month.split_once('-').ok_or(DateError::Form)?;
    let year = digits(year, 4)?.cast_signed();
    let date = NaiveDate::from_ymd_opt(year, digits(month, 2)?, digits(day, 2)?);
    date.ok_or(DateError::NoSuchDay)
}

/// A number written with exactly so many digits. chrono's own parser takes signs and spaces.
fn digits(text: &str, count: usize) -> Result<u32, DateError> {
    if text.len() != count || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::Form);
    }
    text.parse().map_err(|_| DateError::Form)
}

/// 兑付期限: the day on which a fee is due, in the years 2000 to 9999, as `YYYY-MM-DD`.
///
/// It is a type of its own since it may lie after the last [`Date`].
#[doc(alias = "兑付期限")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DueDate(NaiveDate);

impl DueDate {
    /// The last one, 31 December 9999.
    const LAST: Self = match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(last) => Self(last),
        None => Self(NaiveDate::MAX),
    };

    /// The day, or the last one there is.
    pub(crate) fn clamped(day: NaiveDate) -> Self {
        Self(day).min(Self::LAST)
    }

    /// The day after; nothing after the last one.
    pub(crate) fn next(self) -> Option<Self> {
        self.0.succ_opt().map(Self).filter(|next| *next <= Self::LAST)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month of the year, 1 to 12.
    pub fn month_of_year(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Whether a date is after it.
    pub fn is_before(self, date: Date) -> bool {
        self.0 < date.0
    }

    /// The day as chrono has it.
    pub fn naive(self) -> NaiveDate {
        self.0
    }
}

impl fmt::Display for DueDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(day) = self;
        write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
    }
}

impl FromStr for DueDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let day = civil(text)?;
        if day.year() < *YEARS.start() { Err(DateError::Year) } else { Ok(Self(day)) }
    }
}

/// 月: a calendar month of the years 2000 to 9900, as `YYYY-MM`.
///
/// ```
/// use paidan::Month;
/// let december: Month = "2025-12".parse()?;
/// assert_eq!(december.next().map(|month| month.to_string()).as_deref(), Some("2026-01"));
/// # Ok::<(), paidan::DateError>(())
/// ```
#[doc(alias = "月")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(u32);

impl Month {
    /// A month of a year and a month from 0, both known to be in range.
    fn of(year: i32, month0: u32) -> Self {
        Self(year.unsigned_abs().saturating_mul(12).saturating_add(month0))
    }

    /// The month of a year, 1 to 12.
    ///
    /// # Errors
    /// [`DateError`] when the month is not in 1 to 12, or the year not in 2000 to 9900.
    pub fn new(year: i32, month: u32) -> Result<Self, DateError> {
        Ok(Date::from_ymd(year, month, 1)?.month())
    }

    /// The year.
    pub fn year(self) -> i32 {
        (self.0 / 12).cast_signed()
    }

    /// The month of the year, 1 to 12.
    pub fn of_year(self) -> u32 {
        (self.0 % 12).saturating_add(1)
    }

    /// The month after; nothing after December 9900.
    pub fn next(self) -> Option<Self> {
        let next = Self(self.0.saturating_add(1));
        YEARS.contains(&next.year()).then_some(next)
    }

    /// Its first day.
    pub(crate) fn first_day(self) -> Date {
        Date(self.day(1).unwrap_or_default())
    }

    /// Its last day.
    pub(crate) fn last_day(self) -> Date {
        Date((28..=31).rev().find_map(|number| self.day(number)).unwrap_or_default())
    }

    fn day(self, number: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year(), self.of_year(), number)
    }

    /// Whether it is the month right after another.
    pub fn follows(self, other: Self) -> bool {
        other.next() == Some(self)
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Month({self})")
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.of_year())
    }
}

impl FromStr for Month {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (year, month) = text.split_once('-').ok_or(DateError::Form)?;
        Self::new(digits(year, 4)?.cast_signed(), digits(month, 2)?)
    }
}
