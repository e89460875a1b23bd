//! Dates, due dates and months, beside a calendar by hand.

use paidan::{Date, DueDate, Month};

use crate::same_text;

/// The days of the months of a year that is no leap year.
const DAYS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// The last year of dates and months, and the last one of due dates.
const LAST_YEARS: [u32; 2] = [9900, 9999];

/// The text, and each of its lines, is read as a plain calendar reads it; of two lines the earlier
/// day or month is the lower text.
pub fn date(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    one(text);
    let mut lines = text.split('\n');
    if let (Some(first), Some(second)) = (lines.next(), lines.next()) {
        one(first);
        one(second);
        in_order::<Date>(first, second);
        in_order::<DueDate>(first, second);
        in_order::<Month>(first, second);
        if let (Ok(due), Ok(date)) = (first.parse::<DueDate>(), second.parse::<Date>()) {
            assert_eq!(due.is_before(date), first < second);
        }
    }
}

/// Whether a text is a date as the rules have it, by hand.
pub fn is_date(text: &str) -> bool {
    day(text).is_some_and(|(year, ..)| (2000..=LAST_YEARS[0]).contains(&year))
}

fn one(text: &str) {
    let read = text.parse::<Date>();
    assert_eq!(read.is_ok(), is_date(text), "{text:?}");
    let is_due = day(text).is_some_and(|(year, ..)| (2000..=LAST_YEARS[1]).contains(&year));
    assert_eq!(text.parse::<DueDate>().is_ok(), is_due, "{text:?}");
    let month = month(text).filter(|(year, _)| (2000..=LAST_YEARS[0]).contains(year));
    let found = text.parse::<Month>();
    let parts = |month: Month| (month.year().unsigned_abs(), month.of_year());
    assert_eq!(found.ok().map(parts), month, "{text:?}");
    same_text::<Date>(text);
    same_text::<DueDate>(text);
    same_text::<Month>(text);
    if let (Ok(date), Some((year, month, _))) = (read, day(text)) {
        assert_eq!((date.year().unsigned_abs(), parts(date.month())), (year, (year, month)));
    }
    if let (Ok(found), Some((year, month))) = (found, month) {
        let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        let next = Some(next).filter(|(year, _)| *year <= LAST_YEARS[0]);
        assert_eq!(found.next().map(parts), next, "after {text}");
        assert!(found.next().is_none_or(|next| next.follows(found) && !found.follows(next)));
    }
}

/// Texts of one form and length are in the order of what they say.
fn in_order<T: std::str::FromStr + Ord>(first: &str, second: &str) {
    if let (Ok(one), Ok(other)) = (first.parse::<T>(), second.parse::<T>()) {
        assert_eq!(one.cmp(&other), first.cmp(second), "{first} and {second}");
    }
}

/// Year, month and day of ten characters `YYYY-MM-DD`, if the calendar has them.
fn day(text: &str) -> Option<(u32, u32, u32)> {
    let [month_of @ .., b'-', tens, ones] = text.as_bytes() else { return None };
    let (year, month) = month(str::from_utf8(month_of).ok()?)?;
    let day = number(&[*tens, *ones])?;
    let leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = DAYS[month as usize - 1] + u32::from(month == 2 && leaps);
    (1..=last).contains(&day).then_some((year, month, day))
}

/// Year and month of seven characters `YYYY-MM`.
fn month(text: &str) -> Option<(u32, u32)> {
    let [a, b, c, d, b'-', tens, ones] = text.as_bytes() else { return None };
    let (year, month) = (number(&[*a, *b, *c, *d])?, number(&[*tens, *ones])?);
    (1..=12).contains(&month).then_some((year, month))
}

/// The number that digits write.
fn number(digits: &[u8]) -> Option<u32> {
    let is_number = digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
}
