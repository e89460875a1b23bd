//! Article 11: the duty days of a station (rules 12.1).

use paidan::{Event, Policy, Refusal};

use crate::common::house::{duty, short_runs, with_duty_days};
use crate::common::{City, date, station};

/// The runs that a plan of 2025 falls short in, under a policy that asks for so many days.
fn short(needed: u16, period: [&str; 2], days: &[&str]) -> Vec<(String, u8, u8)> {
    let year = |day: &&str| format!("2025-{day}");
    let days: Vec<String> = days.iter().map(year).collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    let [from, to] = period.map(|day| year(&day));
    let mut city = City::new(with_duty_days(needed));
    short_runs(&city.act(duty(&from, &to, &days)))
}

fn run(from: &str, found: u8, needed: u8) -> (String, u8, u8) {
    (format!("2025-{from}"), found, needed)
}

/// From the Monday to the Friday of a week.
const WEEK: [&str; 2] = ["01-06", "01-10"];

/// From its Monday to the Friday of the week after.
const TWO_WEEKS: [&str; 2] = ["01-06", "01-17"];

/// rules 12.1: two duty days in five working days are enough, one is not.
#[test]
fn two_of_five_are_enough() {
    assert_eq!(short(2, WEEK, &["01-06", "01-10"]), []);
    assert_eq!(short(2, WEEK, &["01-06", "01-07", "01-08"]), []);
    for day in ["01-06", "01-08", "01-10"] {
        assert_eq!(short(2, WEEK, &[day]), [run("01-06", 1, 2)]);
    }
    assert_eq!(short(2, WEEK, &[]), [run("01-06", 0, 2)]);
}

/// rules 1.7 and 12.1: a day named twice is one day.
#[test]
fn a_day_named_twice_is_one() {
    assert_eq!(short(2, WEEK, &["01-07", "01-07"]), [run("01-06", 1, 2)]);
}

/// rules 12.1: a week is any five working days on end, not one from Monday to Friday.
#[test]
fn a_week_begins_on_any_working_day() {
    let early_then_late = ["01-06", "01-07", "01-16", "01-17"];
    let expected = [run("01-07", 1, 2), run("01-08", 0, 2), run("01-09", 0, 2), run("01-10", 1, 2)];
    assert_eq!(short(2, TWO_WEEKS, &early_then_late), expected);
    assert_eq!(short(2, TWO_WEEKS, &["01-06", "01-09", "01-13", "01-16"]), []);
}

/// rules 12.1: the policy says how many, from one to all five.
#[test]
fn the_policy_says_how_many() {
    assert_eq!(short(1, TWO_WEEKS, &["01-06", "01-13"]), []);
    assert_eq!(short(1, TWO_WEEKS, &["01-06", "01-14"]), [run("01-07", 0, 1)]);
    let every_day =
        ["01-06", "01-07", "01-08", "01-09", "01-10", "01-13", "01-14", "01-15", "01-16", "01-17"];
    assert_eq!(short(5, TWO_WEEKS, &every_day), []);
    let without_wednesday: Vec<&str> =
        every_day.into_iter().filter(|day| *day != "01-15").collect();
    let expected = [run("01-09", 4, 5), run("01-10", 4, 5), run("01-13", 4, 5)];
    assert_eq!(short(5, TWO_WEEKS, &without_wednesday), expected);
    assert_eq!(short(2, TWO_WEEKS, &without_wednesday), []);
}

/// rules 12.1: a period with fewer than five working days needs as many, or all it has.
#[test]
fn short_periods_need_as_many_or_all() {
    let week_end = ["01-04", "01-05"];
    assert_eq!(short(2, week_end, &[]), [], "no working day, nothing needed");
    let one = ["01-04", "01-06"];
    assert_eq!(short(2, one, &[]), [run("01-06", 0, 1)]);
    assert_eq!(short(2, one, &["01-06"]), []);
    let two = ["01-06", "01-07"];
    assert_eq!(short(2, two, &[]), [run("01-06", 0, 2)]);
    assert_eq!(short(2, two, &["01-07"]), [run("01-06", 1, 2)]);
    assert_eq!(short(2, two, &["01-06", "01-07"]), []);
    let four = ["01-07", "01-12"];
    assert_eq!(short(2, four, &["01-10"]), [run("01-07", 1, 2)]);
    assert_eq!(short(2, four, &["01-07", "01-10"]), []);
    assert_eq!(short(5, four, &["01-07", "01-08", "01-09"]), [run("01-07", 3, 4)]);
    assert_eq!(short(5, four, &["01-07", "01-08", "01-09", "01-10"]), []);
    assert_eq!(short(1, four, &["01-08"]), []);
    assert_eq!(short(1, four, &[]), [run("01-07", 0, 1)]);
}

/// A city with the calendar of the National Day of 2025.
fn in_october() -> City {
    let holidays: Vec<String> = (1..=8).map(|day| format!("2025-10-0{day}")).collect();
    let holidays: Vec<&str> = holidays.iter().map(String::as_str).collect();
    let mut city = City::literal();
    city.keep_calendar(&holidays, &["2025-09-28", "2025-10-11"]);
    city
}

/// A plan over the holiday, on both make-up days among others.
const OVER_THE_HOLIDAY: [&str; 7] = [
    "2025-09-22",
    "2025-09-24",
    "2025-09-28",
    "2025-10-09",
    "2025-10-11",
    "2025-10-15",
    "2025-10-17",
];

/// rules 1.9 and 12.1: a run goes on over holidays and takes make-up days in.
#[test]
fn runs_go_on_over_holidays() {
    let mut city = in_october();
    let outcome = city.act(duty("2025-09-22", "2025-10-17", &OVER_THE_HOLIDAY));
    assert_eq!(short_runs(&outcome), [run("09-25", 1, 2)]);
    // Without 11 October each run from the one before the holiday on lacks a day, up to that one.
    let mut fewer = OVER_THE_HOLIDAY.to_vec();
    fewer.retain(|day| *day != "2025-10-11");
    let expected = ["09-25", "09-29", "09-30", "10-09", "10-10", "10-11"];
    let outcome = city.act(duty("2025-09-22", "2025-10-17", &fewer));
    assert_eq!(short_runs(&outcome), expected.map(|from| run(from, 1, 2)));
}

/// rules 12.1: holidays alone have no run; with the days around them they are few working days.
#[test]
fn a_period_within_the_holiday_needs_nothing() {
    let mut city = in_october();
    assert_eq!(short_runs(&city.act(duty("2025-10-01", "2025-10-08", &[]))), []);
    let outcome = city.act(duty("2025-09-30", "2025-10-09", &["2025-09-30"]));
    assert_eq!(short_runs(&outcome), [run("09-30", 1, 2)]);
}

/// rules 1.9 and 14: without the calendar the make-up day is a Sunday, on which nobody is on duty.
#[test]
fn the_calendar_in_force_decides() {
    let mut city = City::literal();
    let plan = duty("2025-09-22", "2025-10-17", &OVER_THE_HOLIDAY);
    assert_eq!(city.refused(plan), Refusal::DutyDayOff { day: date("2025-09-28") });
    let mut city = in_october();
    let refused = city.refused(duty("2025-09-22", "2025-10-17", &["2025-10-08"]));
    assert_eq!(refused, Refusal::DutyDayOff { day: date("2025-10-08") });
}

/// rules 12.1: a plan that falls short is recorded all the same, with each run in its order.
#[test]
fn a_short_plan_is_recorded() {
    let mut city = City::literal();
    let before = city.alliance.snapshot();
    let outcome = city.act(duty("2025-01-06", "2025-01-13", &["2025-01-06"]));
    let station = station(1);
    let short = |from, found| Event::DutyShort { station, from: date(from), found, needed: 2 };
    let expected =
        [Event::DutyPublished { station }, short("2025-01-06", 1), short("2025-01-07", 0)];
    assert_eq!(outcome.events, expected);
    assert_eq!(outcome.position, before.position + 1);
    let mut after = city.alliance.snapshot();
    after.position = before.position;
    assert_eq!(after, before, "and nothing else");
}

/// rules 12.1: a plan that does not fall short is told without more; it may lie in the past.
#[test]
fn a_full_plan_is_recorded() {
    let mut city = City::literal();
    let outcome = city.act(duty("2000-01-03", "2000-01-07", &["2000-01-03", "2000-01-04"]));
    assert_eq!(outcome.events, [Event::DutyPublished { station: station(1) }]);
}

/// rules 13 and 12.1: the policy in force on the day of the plan counts.
#[test]
fn an_amendment_changes_how_many() {
    let mut city = City::literal();
    city.adopt("2025-02", &with_duty_days(3));
    let plan = || duty("2025-02-03", "2025-02-07", &["2025-02-03", "2025-02-04"]);
    assert_eq!(short_runs(&city.act(plan())), []);
    city.open("2025-02-01");
    assert_eq!(short_runs(&city.act(plan())), [run("02-03", 2, 3)]);
}

/// rules 14: a period has 1 to 366 days, both ends counted.
#[test]
fn a_period_has_at_most_366_days() {
    let mut city = City::new(Policy::cixi_2021());
    for (from, to, is_taken) in [
        ("2025-01-06", "2025-01-06", true),
        ("2025-01-06", "2025-01-05", false),
        ("2025-01-06", "2000-01-06", false),
        ("2025-01-01", "2026-01-01", true),
        ("2025-01-01", "2026-01-02", false),
        ("2024-01-01", "2024-12-31", true),
        ("2024-01-01", "2025-01-01", false),
        ("2000-01-01", "9900-12-31", false),
        ("9900-01-01", "9900-12-31", true),
        ("9900-12-31", "9900-12-31", true),
    ] {
        let expected = Refusal::DutyPeriod { from: date(from), to: date(to) };
        let found = city.try_act(duty(from, to, &[])).map(drop);
        assert_eq!(found, if is_taken { Ok(()) } else { Err(expected) }, "{from} to {to}");
    }
}

/// rules 12.1: over a whole year each run is told, and they are as many as working days less four.
#[test]
fn every_run_of_a_year_is_told() {
    let mut city = City::literal();
    let outcome = city.act(duty("2025-01-01", "2025-12-31", &[]));
    assert_eq!(short_runs(&outcome).len(), 261 - 4);
    assert_eq!(short_runs(&outcome)[0], run("01-01", 0, 2));
    assert_eq!(short_runs(&outcome)[256], run("12-25", 0, 2));
}

/// rules 14: every duty day lies in the period.
#[test]
fn every_day_lies_in_the_period() {
    let mut city = City::literal();
    let [from, to] = ["2025-01-06", "2025-01-10"];
    for day in ["2025-01-03", "2025-01-13", "2024-01-08"] {
        let refused = city.refused(duty(from, to, &[from, to, day]));
        let (day, from, to) = (date(day), date(from), date(to));
        assert_eq!(refused, Refusal::DutyDayOutside { day, from, to });
    }
}
