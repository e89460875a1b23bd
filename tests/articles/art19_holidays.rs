//! Article 19: whether a fee is overdue is judged by the calendar in force (rules 7.4, 1.9).

use paidan::Category::Finance;
use paidan::{Act, Event, OrderId, OrderState, Policy, Refusal};

use crate::common::acts::complete;
use crate::common::{City, date, enterprise, order, plain};

/// Spring Festival of 2020 as it was fixed the year before: off from 24 to 30 January, to be made up
/// for on the Sunday before and the Saturday after.
const FIXED: [&str; 7] = [
    "2020-01-24",
    "2020-01-25",
    "2020-01-26",
    "2020-01-27",
    "2020-01-28",
    "2020-01-29",
    "2020-01-30",
];

/// The same as it was prolonged on 27 January: to 2 February.
fn prolonged() -> Vec<&'static str> {
    [&FIXED[..], &["2020-01-31", "2020-02-01", "2020-02-02"]].concat()
}

const SUNDAY_BEFORE: &str = "2020-01-19";
const SATURDAY_AFTER: &str = "2020-02-01";

/// Order 1, completed on 23 January 2020 under this calendar.
fn completed(holidays: &[&str], make_up_days: &[&str]) -> (City, OrderId) {
    let mut city = City::on("2020-01-02", Policy::recommended());
    let tax = city.item(Finance);
    city.member(Finance, &[tax]);
    city.keep_calendar(holidays, make_up_days);
    let (order, _) = city.accept(plain(tax));
    city.go("2020-01-23");
    city.act(complete(order, "2020-01-23"));
    (city, order)
}

fn due(city: &City, order: OrderId) -> String {
    match city.state(order) {
        OrderState::Completed(completion) => completion.due.to_string(),
        other => panic!("completed, not {other:?}"),
    }
}

/// Goes to a day, opening its month if it has to.
fn go_to(city: &mut City, day: &str) {
    if date(day).month() == city.date.month() {
        city.go(day);
    } else {
        city.open(day);
    }
}

/// Whether the fee is overdue on a day; if not, until when it can be paid.
fn overdue(city: &mut City, day: &str) -> Result<(), String> {
    go_to(city, day);
    let found = city.try_act(Act::RecordDefault { order: order(1) });
    found.map(drop).map_err(|refusal| match refusal {
        Refusal::NotOverdue { due, .. } => due.to_string(),
        other => panic!("not overdue, not {other}"),
    })
}

fn until(day: &str) -> Result<(), String> {
    Err(day.to_string())
}

/// rules 7.4: without any change: due on 31 January, overdue on 1 February.
#[test]
fn by_the_calendar_as_it_was_fixed() {
    let (mut city, order) = completed(&FIXED, &[SUNDAY_BEFORE, SATURDAY_AFTER]);
    assert_eq!(due(&city, order), "2020-01-31");
    assert_eq!(overdue(&mut city, "2020-01-31"), until("2020-01-31"));
    assert_eq!(overdue(&mut city, "2020-02-01"), Ok(()));
}

/// rules 7.4: completed on 23 January and due on the 31st; on the 27th the holiday is prolonged to 2
/// February. The due date stays, but it passes only with Monday 3 February.
#[test]
fn the_story_of_january_2020() {
    let (mut city, order) = completed(&FIXED, &[SUNDAY_BEFORE, SATURDAY_AFTER]);
    city.go("2020-01-27");
    city.keep_calendar(&prolonged(), &[SUNDAY_BEFORE]);
    assert_eq!(due(&city, order), "2020-01-31");
    for day in ["2020-01-31", "2020-02-01", "2020-02-02", "2020-02-03"] {
        assert_eq!(overdue(&mut city, day), until("2020-02-03"), "{day}");
    }
    assert_eq!(due(&city, order), "2020-01-31", "it was fixed");
    city.go("2020-02-04");
    let expected = [Event::Defaulted { order }, Event::Blacklisted { enterprise: enterprise(1) }];
    assert_eq!(city.act(Act::RecordDefault { order }).events, expected);
}

/// rules 7.4: paid on the last of those days it is in time.
#[test]
fn it_is_paid_in_time_on_the_last_day() {
    let (mut city, order) = completed(&FIXED, &[SUNDAY_BEFORE, SATURDAY_AFTER]);
    city.go("2020-01-27");
    city.keep_calendar(&prolonged(), &[SUNDAY_BEFORE]);
    city.open("2020-02-03");
    assert_eq!(city.act(Act::Settle { order }).events, [Event::Settled { order }]);
}

/// rules 7.4: prolonged on the very day after the due day, before anybody recorded the default.
#[test]
fn a_calendar_adopted_late_counts_from_then_on() {
    let (mut city, _) = completed(&FIXED, &[SUNDAY_BEFORE, SATURDAY_AFTER]);
    city.open("2020-02-01");
    assert_eq!(overdue(&mut city.clone(), "2020-02-01"), Ok(()));
    city.keep_calendar(&prolonged(), &[SUNDAY_BEFORE]);
    assert_eq!(overdue(&mut city, "2020-02-01"), until("2020-02-03"));
}

/// rules 7.4: changed the other way: the due date was fixed on the day after a holiday that is then
/// worked. It stays: nobody has to pay earlier.
#[test]
fn a_holiday_that_is_dropped_brings_no_due_date_forward() {
    let (mut city, order) = completed(&prolonged(), &[SUNDAY_BEFORE]);
    assert_eq!(due(&city, order), "2020-02-03");
    city.go("2020-01-27");
    city.keep_calendar(&FIXED, &[SUNDAY_BEFORE, SATURDAY_AFTER]);
    for day in ["2020-01-31", "2020-02-01", "2020-02-03"] {
        assert_eq!(overdue(&mut city, day), until("2020-02-03"), "{day}");
    }
    assert_eq!(overdue(&mut city, "2020-02-04"), Ok(()));
}

/// rules 15: a calendar adopted without a holiday that was prolonged makes somebody overdue early.
#[test]
fn a_calendar_without_the_prolonged_holiday_makes_overdue_early() {
    let (mut city, _) = completed(&FIXED, &[SUNDAY_BEFORE, SATURDAY_AFTER]);
    city.go("2020-01-27");
    city.keep_calendar(&prolonged(), &[SUNDAY_BEFORE]);
    assert_eq!(overdue(&mut city, "2020-02-01"), until("2020-02-03"));
    city.keep_calendar(&FIXED, &[SUNDAY_BEFORE]);
    assert_eq!(overdue(&mut city, "2020-02-01"), Ok(()));
}

/// rules 7.4: due on a Saturday that was to be made up for; when it is not, it passes with the Monday.
#[test]
fn a_make_up_day_that_is_dropped_is_waited_out() {
    let to_friday = [&FIXED[..], &["2020-01-31"]].concat();
    let (mut city, order) = completed(&to_friday, &[SATURDAY_AFTER]);
    assert_eq!(due(&city, order), SATURDAY_AFTER);
    let mut kept = city.clone();
    assert_eq!(overdue(&mut kept, "2020-02-01"), until("2020-02-01"));
    assert_eq!(overdue(&mut kept, "2020-02-02"), Ok(()));
    city.keep_calendar(&to_friday, &[]);
    for day in ["2020-02-01", "2020-02-02", "2020-02-03"] {
        assert_eq!(overdue(&mut city, day), until("2020-02-03"), "{day}");
    }
    assert_eq!(overdue(&mut city, "2020-02-04"), Ok(()));
}
