//! Article 19: completion, the due date, settlement and default (rules 7.3, 7.4).

use paidan::Category::Finance;
use paidan::{
    Act, Completion, DueDate, End, Event, ItemId, OrderId, OrderState, Policy, Refusal,
    SettlementDays,
};

use crate::common::acts::{complete, expel, undercutting};
use crate::common::{City, date, enterprise, member, order, plain};

/// Member 1 has order 1, submitted on Monday 6 January 2025.
fn city(policy: Policy) -> (City, ItemId, OrderId) {
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    city.member(Finance, &[tax]);
    city.go("2025-01-06");
    let (order, _) = city.accept(plain(tax));
    (city, tax, order)
}

fn literal() -> (City, ItemId, OrderId) {
    city(Policy::recommended())
}

fn within(days: u16) -> Policy {
    let mut policy = Policy::recommended();
    policy.settlement.days = SettlementDays::new(days).unwrap();
    policy
}

fn due(day: &str) -> DueDate {
    day.parse().unwrap()
}

fn due_of(city: &City, order: OrderId) -> String {
    match city.state(order) {
        OrderState::Completed(completion) => completion.due.to_string(),
        other => panic!("completed, not {other:?}"),
    }
}

/// Records the default on a day; says whether it was one.
fn is_default(city: &mut City, day: &str) -> Result<(), Refusal> {
    city.go(day);
    city.try_act(Act::RecordDefault { order: order(1) }).map(drop)
}

fn not_overdue(day: &str, recorded: &str) -> Result<(), Refusal> {
    Err(Refusal::NotOverdue { order: order(1), due: due(day), recorded: date(recorded) })
}

/// rules 7.3: not before the order was submitted, nor after the command.
#[test]
fn a_completion_lies_between_submission_and_command() {
    for (on, is_in_time) in [
        ("2025-01-05", false),
        ("2025-01-06", true),
        ("2025-01-08", true),
        ("2025-01-10", true),
        ("2025-01-11", false),
    ] {
        let (mut city, _, order) = literal();
        city.go("2025-01-10");
        let (submitted, date) = (date("2025-01-06"), city.date);
        let expected = if is_in_time {
            Ok(())
        } else {
            Err(Refusal::CompletionOutOfTime { on: crate::common::date(on), submitted, date })
        };
        assert_eq!(city.try_act(complete(order, on)).map(drop), expected, "{on}");
    }
}

/// rules 7.3: completed, the order is no longer open; its member, due date and record are kept.
#[test]
fn a_completion_is_kept() {
    let (mut city, _, order) = literal();
    city.go("2025-01-10");
    let (member, due) = (member(1), due("2025-01-15"));
    let events = city.act(complete(order, "2025-01-08")).events;
    assert_eq!(events, [Event::Completed { order, member, due }]);
    let recorded = date("2025-01-10");
    assert_eq!(city.state(order), OrderState::Completed(Completion { member, due, recorded }));
    assert_eq!((city.alliance.open_orders_of(member), city.alliance.end_of(order)), (0, None));
}

/// rules 7.3: due on the first working day on or after so many days.
#[test]
fn a_fee_is_due_on_a_working_day() {
    for (days, on, expected) in [
        (7, "2025-01-06", "2025-01-13"),
        (7, "2025-01-10", "2025-01-17"),
        (7, "2025-01-11", "2025-01-20"),
        (7, "2025-01-12", "2025-01-20"),
        (7, "2025-01-13", "2025-01-20"),
        (0, "2025-01-10", "2025-01-10"),
        (0, "2025-01-11", "2025-01-13"),
        (1, "2025-01-10", "2025-01-13"),
        (366, "2025-01-06", "2026-01-07"),
    ] {
        let (mut city, _, order) = city(within(days));
        city.go("2025-01-31");
        city.act(complete(order, on));
        assert_eq!(due_of(&city, order), expected, "{days} days from {on}");
    }
}

/// rules 7.3 and 1.9: over holidays to the first day that is worked, a make-up day included.
#[test]
fn a_fee_is_due_after_holidays() {
    let holidays = ["2025-01-13", "2025-01-14", "2025-01-28", "2025-01-29", "2025-01-30"];
    let cases: [(&[&str], &str, &str); 7] = [
        (&[], "2025-01-06", "2025-01-15"),
        (&["2025-01-12"], "2025-01-06", "2025-01-15"),
        (&[], "2025-01-21", "2025-01-31"),
        (&["2025-01-18"], "2025-01-11", "2025-01-18"),
        (&["2025-01-19"], "2025-01-11", "2025-01-19"),
        (&["2025-01-19"], "2025-01-12", "2025-01-19"),
        (&["2025-01-18"], "2025-01-12", "2025-01-20"),
    ];
    for (make_up_days, on, expected) in cases {
        let (mut city, _, order) = literal();
        city.keep_calendar(&holidays, make_up_days);
        city.go("2025-01-22");
        city.act(complete(order, on));
        assert_eq!(due_of(&city, order), expected, "{on} with {make_up_days:?}");
    }
}

/// rules 7.3: fixed then, under the calendar in force; a later one moves it not. Whether it has
/// passed is judged by the later one (rules 7.4).
#[test]
fn a_later_calendar_moves_no_due_date() {
    let (mut city, tax, order) = literal();
    let later = city.accept(plain(tax)).0;
    city.act(complete(order, "2025-01-06"));
    city.keep_calendar(&["2025-01-13"], &[]);
    city.act(complete(later, "2025-01-06"));
    assert_eq!([order, later].map(|of| due_of(&city, of)), ["2025-01-13", "2025-01-14"]);
    for day in ["2025-01-13", "2025-01-14"] {
        assert_eq!(is_default(&mut city, day), not_overdue("2025-01-14", "2025-01-06"), "{day}");
    }
    assert_eq!(due_of(&city, order), "2025-01-13");
    assert_eq!(is_default(&mut city, "2025-01-15"), Ok(()));
}

/// rules 7.3: and under the policy in force when it is recorded, whenever it happened.
#[test]
fn the_policy_of_the_record_fixes_the_due_date() {
    let (mut city, tax, order) = literal();
    let later = city.accept(plain(tax)).0;
    city.go("2025-01-30");
    city.act(complete(order, "2025-01-30"));
    city.adopt("2025-02", &within(30));
    city.open("2025-02-03");
    city.act(complete(later, "2025-01-30"));
    assert_eq!([order, later].map(|of| due_of(&city, of)), ["2025-02-06", "2025-03-03"]);
}

/// rules 7.3: a due date may lie after the last date there is.
#[test]
fn a_due_date_may_lie_after_all_dates() {
    let mut city = City::on("9900-12-31", within(366));
    let tax = city.item(Finance);
    city.member(Finance, &[tax]);
    let (order, _) = city.accept(plain(tax));
    city.act(complete(order, "9900-12-31"));
    assert_eq!(due_of(&city, order), "9902-01-01");
    let refused = city.refused(Act::RecordDefault { order });
    assert!(matches!(refused, Refusal::NotOverdue { .. }));
    city.act(Act::Settle { order });
}

/// rules 7.4: settled on any date from completion on, early or late.
#[test]
fn a_fee_is_settled_on_any_date() {
    for day in ["2025-01-06", "2025-01-13", "2025-01-31"] {
        let (mut city, _, order) = literal();
        city.act(complete(order, "2025-01-06"));
        city.go(day);
        assert_eq!(city.act(Act::Settle { order }).events, [Event::Settled { order }]);
        assert_eq!(city.alliance.end_of(order), Some(End::Settled));
        assert_eq!(city.alliance.order(order), None);
    }
}

/// rules 7.4: a default is none on the due day; it is one the day after, and blacklists.
#[test]
fn a_default_comes_after_the_due_day() {
    let (mut city, _, order) = literal();
    city.act(complete(order, "2025-01-06"));
    for day in ["2025-01-06", "2025-01-12", "2025-01-13"] {
        assert_eq!(is_default(&mut city, day), not_overdue("2025-01-13", "2025-01-06"), "{day}");
    }
    city.go("2025-01-14");
    let expected = [Event::Defaulted { order }, Event::Blacklisted { enterprise: enterprise(1) }];
    assert_eq!(city.act(Act::RecordDefault { order }).events, expected);
    assert_eq!(city.alliance.end_of(order), Some(End::Defaulted));
    assert!(city.alliance.enterprise(enterprise(1)).unwrap().blacklisted);
}

/// rules 7.4: what was recorded late is no default on the day of the record.
#[test]
fn a_default_comes_after_the_record_of_the_completion() {
    for (recorded, next) in
        [("2025-01-13", "2025-01-14"), ("2025-01-14", "2025-01-15"), ("2025-01-30", "2025-01-31")]
    {
        let (mut city, _, order) = literal();
        city.go(recorded);
        city.act(complete(order, "2025-01-06"));
        assert_eq!(is_default(&mut city, recorded), not_overdue("2025-01-13", recorded));
        assert_eq!(is_default(&mut city, next), Ok(()), "{next}");
    }
}

/// rules 7.4: due on the very day, it is a default on the next.
#[test]
fn without_days_it_is_a_default_on_the_next_day() {
    let (mut city, _, order) = city(within(0));
    city.act(complete(order, "2025-01-06"));
    assert_eq!(is_default(&mut city, "2025-01-06"), not_overdue("2025-01-06", "2025-01-06"));
    assert_eq!(is_default(&mut city, "2025-01-07"), Ok(()));
}

/// rules 7.4: due after the week's end, it is a default only after that.
#[test]
fn a_default_waits_for_the_working_day() {
    let (mut city, _, order) = literal();
    city.go("2025-01-11");
    city.act(complete(order, "2025-01-11"));
    for day in ["2025-01-18", "2025-01-19", "2025-01-20"] {
        assert_eq!(is_default(&mut city, day), not_overdue("2025-01-20", "2025-01-11"), "{day}");
    }
    assert_eq!(is_default(&mut city, "2025-01-21"), Ok(()));
}

/// rules 7.4 and 1.9: and for the end of holidays; a make-up day does not make it wait.
#[test]
fn a_default_waits_for_the_end_of_holidays() {
    let [monday, saturday] = ["2025-01-06", "2025-01-11"];
    for (on, due, next) in
        [(monday, "2025-01-15", "2025-01-16"), (saturday, "2025-01-18", "2025-01-19")]
    {
        let (mut city, _, order) = literal();
        city.keep_calendar(&["2025-01-13", "2025-01-14"], &["2025-01-18"]);
        city.go(saturday);
        city.act(complete(order, on));
        for day in ["2025-01-14", "2025-01-15", due] {
            assert_eq!(is_default(&mut city, day), not_overdue(due, saturday), "{day}");
        }
        assert_eq!(is_default(&mut city, next), Ok(()));
    }
}

/// rules 7.4: whether the member has left since makes no difference.
#[test]
fn it_makes_no_difference_that_the_member_left() {
    let ways = [Act::Withdraw { member: member(1) }, expel(member(1), undercutting(true))];
    for leaves in ways {
        let (mut city, tax, order) = literal();
        let other = city.accept(plain(tax)).0;
        for order in [order, other] {
            city.act(complete(order, "2025-01-06"));
        }
        city.act(leaves);
        assert!(matches!(city.state(order), OrderState::Completed(of) if of.member == member(1)));
        assert_eq!(is_default(&mut city, "2025-01-14"), Ok(()));
        city.act(Act::Settle { order: other });
        let ends = [order, other].map(|order| city.alliance.end_of(order));
        assert_eq!(ends, [Some(End::Defaulted), Some(End::Settled)]);
    }
}
