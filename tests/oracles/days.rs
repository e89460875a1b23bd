//! Working days and due dates, beside the calendar that the State Council gave out.

use std::collections::BTreeMap;

use paidan::Category::Finance;
use paidan::{Act, Calendar, Date, DueDate, Event, Order, Policy, Set, SettlementDays};

use crate::common::acts::complete;
use crate::common::{City, date, plain};
use crate::oracles::python::{ask, table};

/// The first day and the last that are compared.
const PERIOD: [&str; 2] = ["2019-01-01", "2025-12-31"];

/// The numbers of days to a due date: all small ones, and some as far as a policy may set.
fn numbers() -> Vec<u16> {
    (0..=40).chain([60, 90, 180, 365]).collect()
}

/// What the other calendar says.
#[derive(Default)]
struct Other {
    calendar: Calendar,
    worked: BTreeMap<Date, bool>,
    due: BTreeMap<(Date, u16), DueDate>,
}

fn other() -> Option<Other> {
    let numbers: Vec<String> = numbers().iter().map(ToString::to_string).collect();
    let answers = ask("working_days.py", &[PERIOD.join(","), numbers.join(",")])?;
    let mut other = Other::default();
    let (mut holidays, mut make_up_days) = (Vec::new(), Vec::new());
    for answer in &answers {
        let fields: Vec<&str> = answer.split(',').collect();
        match fields[..] {
            ["holiday", day] => holidays.push(date(day)),
            ["make-up", day] => make_up_days.push(date(day)),
            ["worked", day, is_worked] => {
                other.worked.insert(date(day), is_worked == "True");
            }
            ["due", day, number, due] => {
                let key = (date(day), number.parse().expect("a number"));
                other.due.insert(key, due.parse().expect("a due date"));
            }
            _ => panic!("{answer:?} is no answer"),
        }
    }
    let days = |days| Set::try_from(days).expect("a short list");
    other.calendar = Calendar { holidays: days(holidays), make_up_days: days(make_up_days) };
    Some(other)
}

/// Every day that is compared.
fn period() -> impl Iterator<Item = Date> {
    let [first, last] = PERIOD.map(date);
    let days = first.naive().iter_days().map(|day| Date::try_from(day).expect("a date"));
    days.take_while(move |day| *day <= last)
}

/// The policy under which a fee is due so many days after completion.
fn due_after(days: u16) -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.settlement.days = SettlementDays::new(days).expect("in range");
    policy
}

/// The due dates that the engine fixes for orders completed on each day of a year, one a day.
fn fixed(year: i32, days: u16, calendar: &Calendar) -> Vec<(Date, DueDate)> {
    let mut city = City::on(&format!("{year}-01-01"), due_after(days));
    city.act(Act::AdoptCalendar(calendar.clone()));
    let item = city.item(Finance);
    let member = city.member(Finance, &[item]);
    let mut fixed = Vec::new();
    for day in period().filter(|day| day.year() == year) {
        if day.month() != city.date.month() {
            city.open(&day.to_string());
        }
        city.date = day;
        // Alone, the member reaches the caps every month, so its orders must name it.
        let (order, _) = city.accept(Order { designated: Some(member), ..plain(item) });
        let outcome = city.act(complete(order, &day.to_string()));
        let due = outcome.events.iter().find_map(|event| match event {
            Event::Completed { due, .. } => Some(*due),
            _ => None,
        });
        fixed.push((day, due.expect("a due date")));
    }
    fixed
}

/// rules 1.9 and 7.3: the days that are worked, and the days on which fees are due, are those of
/// the calendar that was given out, in the words and in the engine.
#[test]
fn days_are_those_of_chinese_calendar() {
    let Some(other) = other() else { return };
    let (mut worked, mut due) = (0, 0);
    for day in period() {
        assert_eq!(other.calendar.is_working_day(day), other.worked[&day], "{day}");
        worked += 1;
        for days in numbers() {
            let found = other.calendar.working_day_from(day, days);
            assert_eq!(found, other.due[&(day, days)], "{days} days from {day}");
            due += 1;
        }
    }
    assert_eq!((worked, due), (other.worked.len(), other.due.len()), "nothing is left over");
    let mut engine = 0;
    for days in [0, 7, 30] {
        for (day, found) in (2019..=2025).flat_map(|year| fixed(year, days, &other.calendar)) {
            assert_eq!(found, other.due[&(day, days)], "completed on {day}, {days} days");
            engine += 1;
        }
    }
    table(
        "working days of 2019 to 2025, beside chinese_calendar",
        &[
            ("holidays in the week, to the end of 2026", other.calendar.holidays.as_slice().len()),
            ("make-up days, to the end of 2026", other.calendar.make_up_days.as_slice().len()),
            ("days, worked or not", worked),
            ("due dates of the calendar", due),
            ("due dates in events of the engine", engine),
        ],
    );
}
