//! Working days and the calendar (rules 1.9). That article 13 has all acts recorded is why a
//! calendar is adopted by a command.

use paidan::{Event, Refusal};

use crate::common::acts::calendar;
use crate::common::{City, date};

fn worked(city: &City, days: &[&str]) -> Vec<bool> {
    days.iter().map(|day| city.alliance.calendar().is_working_day(date(day))).collect()
}

/// A Friday, the week's end after it, and the Monday.
const DAYS: [&str; 4] = ["2025-01-24", "2025-01-25", "2025-01-26", "2025-01-27"];

/// rules 1.9: Monday to Friday are working days unless the calendar says otherwise.
#[test]
fn without_a_calendar_the_week_decides() {
    let city = City::literal();
    let week: Vec<String> = (13..=19).map(|day| format!("2025-01-{day}")).collect();
    let week: Vec<&str> = week.iter().map(String::as_str).collect();
    assert_eq!(worked(&city, &week), [true, true, true, true, true, false, false]);
}

/// rules 1.9: holidays are not worked, make-up days are.
#[test]
fn holidays_and_make_up_days() {
    let mut city = City::literal();
    let outcome = city.keep_calendar(&["2025-01-27"], &["2025-01-26"]);
    assert_eq!(outcome.events, [Event::CalendarAdopted]);
    assert_eq!(worked(&city, &DAYS), [true, false, true, false]);
}

/// rules 1.9: a holiday at a week's end changes nothing.
#[test]
fn a_holiday_at_a_weeks_end_changes_nothing() {
    let mut city = City::literal();
    city.keep_calendar(&["2025-01-25"], &[]);
    assert_eq!(worked(&city, &DAYS), [true, false, false, true]);
}

/// rules 14: a make-up day is a Saturday or a Sunday; the calendar before stays.
#[test]
fn a_make_up_day_is_none_of_the_week() {
    let mut city = City::literal();
    city.keep_calendar(&["2025-01-24"], &[]);
    // From Monday 20 to Sunday 26 January.
    for (day, is_adopted) in [
        ("2025-01-20", false),
        ("2025-01-21", false),
        ("2025-01-22", false),
        ("2025-01-23", false),
        ("2025-01-24", false),
        ("2025-01-25", true),
        ("2025-01-26", true),
    ] {
        let mut city = city.clone();
        let found = city.try_act(calendar(&[], &[day])).map(drop);
        let in_week = Refusal::MakeUpDayInWeek { day: date(day) };
        assert_eq!(found, if is_adopted { Ok(()) } else { Err(in_week) }, "{day}");
        assert_eq!(
            worked(&city, &["2025-01-24", day]),
            [is_adopted, is_adopted || day < "2025-01-24"]
        );
    }
}

/// rules 14: the first such day is named, and a day that is both comes before.
#[test]
fn a_day_that_is_both_comes_before_one_of_the_week() {
    let mut city = City::literal();
    let make_up = ["2025-01-21", "2025-01-20", "2025-01-26"];
    let refused = city.refused(calendar(&["2025-01-26"], &make_up));
    assert_eq!(refused, Refusal::HolidayAndMakeUpDay { day: date("2025-01-26") });
    let refused = city.refused(calendar(&["2025-01-27"], &make_up));
    assert_eq!(refused, Refusal::MakeUpDayInWeek { day: date("2025-01-20") });
    let refused = city.refused(calendar(&["2025-01-21"], &make_up));
    assert_eq!(refused, Refusal::HolidayAndMakeUpDay { day: date("2025-01-21") });
}

/// rules 1.9: a new calendar replaces the whole of the old one, at once.
#[test]
fn a_new_calendar_replaces_the_whole() {
    let mut city = City::literal();
    city.keep_calendar(&["2025-01-27"], &["2025-01-25"]);
    city.keep_calendar(&["2025-01-24"], &[]);
    assert_eq!(worked(&city, &DAYS), [false, false, false, true]);
    city.keep_calendar(&[], &[]);
    assert_eq!(worked(&city, &DAYS), [true, false, false, true]);
    assert_eq!(*city.alliance.calendar(), paidan::Calendar::default());
}

/// rules 1.9 and 14: no day is both; the calendar before stays.
#[test]
fn no_day_is_both() {
    let mut city = City::literal();
    city.keep_calendar(&["2025-01-27"], &[]);
    let (holidays, make_up_days) =
        (["2025-01-01", "2025-01-26", "2025-01-28"], ["2025-01-28", "2025-01-26"]);
    let refused = city.refused(calendar(&holidays, &make_up_days));
    assert_eq!(refused, Refusal::HolidayAndMakeUpDay { day: date("2025-01-26") });
    assert_eq!(worked(&city, &DAYS), [true, false, false, false]);
}

/// rules 1.9: days may lie in the past or far ahead.
#[test]
fn days_may_lie_anywhere() {
    let mut city = City::literal();
    city.keep_calendar(&["2000-01-03", "9900-12-31"], &["2000-01-01"]);
    assert_eq!(worked(&city, &["2000-01-03", "9900-12-31", "2000-01-01"]), [false, false, true]);
}
