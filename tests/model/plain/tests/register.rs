//! The register, the calendar, and what is only put on record (rules 1.2, 1.4, 1.9, 1.10, 4, 5.4,
//! 7.4, 12.5).

use paidan::{
    Act, Basis, Calendar, Cause, Command, Condition, CountDesignated, Counted, Date, Dispatch,
    EnterpriseId, Event, Feedback, Motion, Name, Policy, Refusal, Registered, Set, StationId,
};

use super::{City, day, item, member, order, wish};
use crate::model::view::OrderView;

fn station() -> StationId {
    StationId::new(1).expect("an id")
}

#[test]
fn rules_1_4_what_happened_happened_on_the_date_at_the_latest() {
    let city = City::new(Policy::cixi_2021(), 0);
    let date = city.today;
    let on = |occurred: &str| {
        let occurred = Some(day(occurred));
        let act = Act::CloseStation { station: station() };
        city.plain.step(&Command { occurred, ..Command::new(date, act) }).map(|(_, events)| events)
    };
    let closed = Ok(vec![Event::StationClosed { station: station() }]);
    assert_eq!(on("2025-03-02"), closed);
    assert_eq!(on("2025-03-03"), closed);
    assert_eq!(on("2001-01-01"), closed);
    let occurred = day("2025-03-04");
    assert_eq!(on("2025-03-04"), Err(Refusal::OccurredAfterDate { occurred, date }));
    // After the position, before what the act itself is refused for.
    let unknown = Act::ReopenStation { station: StationId::new(9).expect("an id") };
    let late = Command { occurred: Some(occurred), ..Command::new(date, unknown) };
    let refusal = Refusal::OccurredAfterDate { occurred, date };
    assert_eq!(city.plain.step(&late).err(), Some(refusal));
    let elsewhere = Command { expect: Some(1), ..late };
    let refusal = city.plain.step(&elsewhere).err();
    assert!(matches!(refusal, Some(Refusal::PositionNotExpected { .. })));
}

#[test]
fn rules_1_10_a_closed_station_accepts_no_order_and_publishes_no_plan() {
    let mut city = City::new(Policy::cixi_2021(), 1);
    let station = station();
    let plan = || Act::PublishDuty {
        station,
        from: day("2025-03-04"),
        to: day("2025-03-03"),
        days: Set::default(),
    };
    assert_eq!(city.refuses(Act::ReopenStation { station }), Refusal::StationNotClosed { station });
    assert_eq!(city.does(Act::CloseStation { station }), [Event::StationClosed { station }]);
    assert_eq!(city.refuses(Act::CloseStation { station }), Refusal::StationClosed { station });
    assert_eq!(city.refuses(Act::Accept(wish(100))), Refusal::StationClosed { station });
    assert_eq!(city.refuses(plan()), Refusal::StationClosed { station });
    // All else goes on.
    let text = "held".parse().expect("a text");
    city.does(Act::RecordTraining { station, text });
    assert_eq!(city.does(Act::ReopenStation { station }), [Event::StationReopened { station }]);
    assert!(matches!(city.refuses(plan()), Refusal::DutyPeriod { .. }));
    assert_eq!(city.accepts(wish(100)), Some((1, Basis::Turn)));
}

#[test]
fn rules_1_10_an_item_off_the_menu_gets_no_new_order() {
    let mut city = City::new(Policy::cixi_2021(), 2);
    let item = item(1);
    city.accepts(wish(100));
    assert_eq!(city.refuses(Act::RelistItem { item }), Refusal::ItemOnMenu { item });
    assert_eq!(city.does(Act::DelistItem { item }), [Event::ItemDelisted { item }]);
    assert_eq!(city.refuses(Act::DelistItem { item }), Refusal::ItemOffMenu { item });
    assert_eq!(city.refuses(Act::Accept(wish(100))), Refusal::ItemOffMenu { item });
    // A closed station is the first reason of the two, an unknown one before both.
    city.does(Act::CloseStation { station: station() });
    let refusal = Refusal::StationClosed { station: station() };
    assert_eq!(city.refuses(Act::Accept(wish(100))), refusal);
    let nobody = EnterpriseId::new(9).expect("an id");
    let unknown = super::Order { enterprise: nobody, ..wish(100) };
    let refusal = Refusal::UnknownEnterprise { enterprise: nobody };
    assert_eq!(city.refuses(Act::Accept(unknown)), refusal);
    // What was accepted before is given again, and firms that offer the item are admitted.
    let events = city.does(Act::Decline { order: order(1), cause: Cause::Justified });
    assert!(matches!(events.last(), Some(Event::Dispatched { .. })));
    city.does(super::firm(3, &[1]));
    assert_eq!(city.does(Act::RelistItem { item }), [Event::ItemRelisted { item }]);
}

#[test]
fn rules_1_10_whatever_is_registered_may_be_given_another_name() {
    let mut city = City::new(Policy::cixi_2021(), 1);
    let enterprise = EnterpriseId::new(2).expect("an id");
    city.does(Act::Withdraw { member: member(1) });
    let name = |text: &str| text.parse::<Name>().expect("a name");
    for (of, text) in [
        (Registered::Station(station()), "s"),
        (Registered::Item(item(3)), "i"),
        (Registered::Enterprise(enterprise), "e"),
        (Registered::Member(member(1)), "m"),
    ] {
        let events = city.does(Act::Rename { of, name: name(text) });
        assert_eq!(events, [Event::Renamed { of }]);
    }
    let view = city.plain.view();
    assert_eq!(view.stations[0].name, name("s"));
    assert_eq!((&view.items[2].name, &view.items[1].name), (&name("i"), &name("a name")));
    assert_eq!(view.enterprises[1].name, name("e"));
    assert_eq!(view.members[0].name, name("m"));
    let (item, name) = (item(4), name("x"));
    let unknown = Act::Rename { of: Registered::Item(item), name };
    assert_eq!(city.refuses(unknown), Refusal::UnknownItem { item });
}

/// A calendar of so many holidays and make-up days.
fn calendar(holidays: &[&str], make_up_days: &[&str]) -> Calendar {
    let days = |texts: &[&str]| {
        let days: Vec<Date> = texts.iter().map(|text| day(text)).collect();
        days.try_into().expect("a set")
    };
    Calendar { holidays: days(holidays), make_up_days: days(make_up_days) }
}

#[test]
fn rules_1_9_a_make_up_day_lies_at_a_weeks_end() {
    let mut city = City::new(Policy::cixi_2021(), 0);
    let adopt = |holidays: &[&str], days: &[&str]| Act::AdoptCalendar(calendar(holidays, days));
    // Friday the 7th is refused, Saturday and Sunday are not, Monday is.
    for in_week in ["2025-03-07", "2025-03-10"] {
        let refusal = Refusal::MakeUpDayInWeek { day: day(in_week) };
        assert_eq!(city.refuses(adopt(&[], &["2025-03-08", in_week])), refusal);
    }
    city.does(adopt(&[], &["2025-03-08", "2025-03-09"]));
    // That one day is both is said before, be it later in the list.
    let both = adopt(&["2025-03-09"], &["2025-03-07", "2025-03-09"]);
    assert_eq!(city.refuses(both), Refusal::HolidayAndMakeUpDay { day: day("2025-03-09") });
}

#[test]
fn rules_7_4_whether_a_fee_is_overdue_goes_by_the_calendar_in_force() {
    let mut city = City::new(Policy::cixi_2021(), 1);
    city.accepts(wish(100));
    let (order, recorded) = (order(1), city.today);
    // Due on Monday the 10th, and fixed.
    let due = "2025-03-10".parse().expect("a date");
    let events = city.does(Act::Complete { order, on: recorded });
    assert_eq!(events, [Event::Completed { order, member: member(1), due }]);
    // Monday and Tuesday become holidays: Wednesday is the last day to pay.
    city.does(Act::AdoptCalendar(calendar(&["2025-03-10", "2025-03-11"], &[])));
    let due = "2025-03-12".parse().expect("a date");
    for today in ["2025-03-11", "2025-03-12"] {
        city.today = day(today);
        let refusal = Refusal::NotOverdue { order, due, recorded };
        assert_eq!(city.refuses(Act::RecordDefault { order }), refusal);
    }
    // Without these holidays it is overdue at once, on the very day.
    let mut other = city.clone();
    other.does(Act::AdoptCalendar(Calendar::default()));
    assert_eq!(other.does(Act::RecordDefault { order }).first(), Some(&Event::Defaulted { order }));
    city.today = day("2025-03-13");
    assert_eq!(city.does(Act::RecordDefault { order }).first(), Some(&Event::Defaulted { order }));
}

#[test]
fn rules_12_5_feedback_is_recorded_and_changes_nothing() {
    let mut city = City::new(Policy::cixi_2021(), 1);
    city.accepts(wish(100));
    let says = |number: u32, feedback, text: &str| {
        let text = text.parse().expect("a text");
        Act::RecordFeedback { order: order(number), feedback, text }
    };
    let first = order(1);
    assert_eq!(
        city.refuses(says(9, Feedback::Complaint, "")),
        Refusal::UnknownOrder { order: order(9) }
    );
    assert_eq!(city.refuses(says(1, Feedback::Complaint, "")), Refusal::ComplaintWithoutText);
    let before = city.plain.view();
    for feedback in [Feedback::Satisfied, Feedback::Dissatisfied, Feedback::Complaint] {
        let text = if feedback == Feedback::Complaint { "late" } else { "" };
        let events = city.does(says(1, feedback, text));
        assert_eq!(events, [Event::FeedbackRecorded { order: first, feedback }]);
    }
    let after = city.plain.view();
    assert_eq!(crate::model::view::View { position: before.position, ..after }, before);
    city.does(Act::Decline { order: first, cause: Cause::Justified });
    assert_eq!(city.refuses(says(1, Feedback::Complaint, "")), Refusal::OrderHeld { order: first });
    city.does(Act::Cancel { order: first });
    city.does(says(1, Feedback::Dissatisfied, ""));
}

#[test]
fn rules_4_of_the_conditions_met_only_those_asked_for_are_kept() {
    let condition = |text: &str| text.parse::<Condition>().expect("a condition");
    let conditions = Set::one(condition("a contract"));
    let mut city = City::new(Policy { conditions: conditions.clone(), ..Policy::cixi_2021() }, 1);
    let refusal = Refusal::ConditionNotMet { condition: condition("a contract") };
    assert_eq!(city.refuses(Act::Accept(wish(100))), refusal);
    let met = vec![condition("a contract"), condition("a visit")].try_into().expect("a set");
    city.accepts(super::Order { conditions: met, ..wish(100) });
    let view = city.plain.view();
    let OrderView::Kept(kept) = &view.orders[0] else { panic!("an open order") };
    assert_eq!(kept.terms.conditions, conditions);
}

#[test]
fn rules_5_4_a_dispatch_says_what_it_does_to_the_line_and_whether_it_counts() {
    let count_designated = CountDesignated::No;
    let mut city = City::new(Policy { count_designated, ..Policy::cixi_2021() }, 1);
    let given =
        |basis, motion, counted| Ok(Dispatch::Given { member: member(1), basis, motion, counted });
    let by_turn = given(Basis::Turn, Motion::ToEnd, Counted::Yes);
    assert_eq!(city.plain.dispatch(&wish(100)), by_turn);
    let named = super::Order { designated: Some(member(1)), ..wish(100) };
    let designated = given(Basis::Designation, Motion::Stays, Counted::No);
    assert_eq!(city.plain.dispatch(&named), designated);
    city.does(Act::GrantLeave { member: member(1) });
    assert_eq!(city.plain.dispatch(&wish(100)), Ok(Dispatch::Held));
    assert_eq!(city.plain.dispatch(&named), designated);
}
