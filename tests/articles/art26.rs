//! Articles 25 and 26: amendments, and the fields of a policy (rules 13).

use core::num::NonZeroU32;

use paidan::Category::{Finance, Research};
use paidan::{
    Act, Alliance, Category, Command, DepositMonths, DutyDays, Event, ItemId, Margin, MemberId,
    OutOfRange, Outcome, Policy, Refusal, SettlementDays, Share, Sorting, Turn,
};

use crate::common::{City, date, month};

/// The literal policy with another minimum for admission, which tells policies apart.
fn numbered(min_orders: u32) -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.admission.min_orders = min_orders;
    policy
}

fn under(turn: Turn) -> Policy {
    Policy { turn, ..Policy::cixi_2021() }
}

fn in_force(city: &City) -> u32 {
    city.alliance.policy().admission.min_orders
}

fn lines_sorted(outcome: &Outcome) -> bool {
    let sorting = Sorting::Whole;
    let sorted = |category| outcome.events.contains(&Event::LineSorted { category, sorting });
    let all = Category::ALL.map(sorted);
    assert!(all == [true; 4] || all == [false; 4], "every line or none");
    all[0]
}

/// rules 13: a policy is adopted for a month not before the next.
#[test]
fn a_policy_is_for_a_later_month() {
    for (day, from, is_adopted) in [
        ("2025-12-31", "2025-11", false),
        ("2025-12-31", "2025-12", false),
        ("2025-12-31", "2026-01", true),
        ("2025-12-01", "2030-07", true),
    ] {
        let mut city = City::on("2025-12-01", Policy::cixi_2021());
        city.go(day);
        let (month, policy) = (month(from), Box::new(numbered(6)));
        let found = city.try_act(Act::AdoptPolicy { month, policy }).map(|outcome| outcome.events);
        let expected = if is_adopted {
            Ok(vec![Event::PolicyAdopted { month }])
        } else {
            Err(Refusal::PolicyMonthNotLater { month, date: date(day) })
        };
        assert_eq!(found, expected, "{day} for {from}");
    }
}

/// rules 13: as the first command too.
#[test]
fn a_policy_may_be_adopted_by_the_first_command() {
    let mut alliance = Alliance::new(numbered(5));
    let (month, policy) = (month("2025-02"), Box::new(numbered(6)));
    let act = Act::AdoptPolicy { month, policy };
    let events = alliance.step(&Command::new(date("2025-01-31"), act)).unwrap().events;
    let opened = Event::MonthOpened { month: date("2025-01-01").month() };
    assert_eq!(events, [opened, Event::PolicyAdopted { month }]);
}

/// rules 13: a pending policy comes into force at its month, and holds from then on.
#[test]
fn a_policy_holds_from_its_month_on() {
    let mut city = City::new(numbered(5));
    city.adopt("2025-03", &numbered(6));
    let mut found = vec![in_force(&city)];
    let mut concluded = Vec::new();
    for day in ["2025-02-01", "2025-03-31", "2025-04-01"] {
        let events = city.open(day).events;
        concluded.push(events.contains(&Event::PolicyInForce { month: date(day).month() }));
        found.push(in_force(&city));
    }
    assert_eq!((found, concluded), (vec![5, 5, 6, 6], vec![false, true, false]));
    assert_eq!(city.alliance.pending_policies().count(), 0);
}

/// rules 13: several may be pending for different months, adopted in any order.
#[test]
fn several_policies_may_be_pending() {
    let mut city = City::new(numbered(5));
    for (from, number) in [("2025-04", 9), ("2025-02", 7), ("2025-03", 8)] {
        city.adopt(from, &numbered(number));
    }
    let pending: Vec<_> =
        city.alliance.pending_policies().map(|(month, _)| month.to_string()).collect();
    assert_eq!(pending, ["2025-02", "2025-03", "2025-04"]);
    let found = ["2025-02-01", "2025-03-01", "2025-04-01", "2025-05-01"].map(|day| {
        city.open(day);
        in_force(&city)
    });
    assert_eq!(found, [7, 8, 9, 9]);
}

/// rules 13: a later one for the same month replaces the earlier.
#[test]
fn a_later_policy_for_the_same_month_replaces_the_earlier() {
    let mut city = City::new(numbered(5));
    for number in [6, 7] {
        city.adopt("2025-02", &numbered(number));
    }
    assert_eq!(city.alliance.pending_policies().count(), 1);
    city.open("2025-02-01");
    assert_eq!(in_force(&city), 7);
}

/// A finance line that moved on to b, c, a and a research line of top and low, sorted by id.
fn moved(turn: Turn) -> (City, [ItemId; 2], [MemberId; 5]) {
    let mut city = City::new(under(turn));
    let [tax, lab] = [Finance, Research].map(|category| city.item(category));
    let [a, b, c] = city.members(Finance, &[tax]);
    let [top, low] = city.members(Research, &[lab]);
    city.turn(tax);
    (city, [tax, lab], [a, b, c, top, low])
}

/// rules 13: when `turn` changes, every line is sorted by the ranking last published.
#[test]
fn another_turn_sorts_every_line_by_the_ranking() {
    let (mut city, [tax, lab], [a, b, c, top, low]) = moved(Turn::KeepPlace);
    city.publish(&[(c, 9), (b, 8), (low, 1)]);
    city.turn(tax);
    city.turn(lab);
    assert_eq!([city.line(Finance)[0], city.line(Research)[0]], [b, top]);
    city.adopt("2025-02", &under(Turn::Cursor));
    assert!(lines_sorted(&city.open("2025-02-01")));
    assert_eq!((city.line(Finance), city.line(Research)), (vec![c, b, a], vec![low, top]));
    let cursors = Category::ALL.map(|category| city.alliance.cursor(category));
    assert_eq!(cursors, [Some(c), Some(low), None, None]);
}

/// rules 13: or by id, if none was.
#[test]
fn another_turn_sorts_by_id_without_a_ranking() {
    for (from, to, cursor_after) in [
        (Turn::KeepPlace, Turn::TopRank, false),
        (Turn::KeepPlace, Turn::Cursor, true),
        (Turn::Cursor, Turn::KeepPlace, false),
        (Turn::TopRank, Turn::Cursor, true),
    ] {
        let (mut city, _, [a, b, c, ..]) = moved(from);
        city.adopt("2025-02", &under(to));
        assert!(lines_sorted(&city.open("2025-02-01")));
        let cursor = city.alliance.cursor(Finance);
        assert_eq!((city.line(Finance), cursor), (vec![a, b, c], cursor_after.then_some(a)));
    }
}

/// rules 13: otherwise nothing moves.
#[test]
fn another_policy_with_the_same_turn_moves_nothing() {
    for turn in [Turn::KeepPlace, Turn::Cursor, Turn::TopRank] {
        let (mut city, ..) = moved(turn);
        let before = city.alliance.snapshot().lines;
        let mut policy = Policy { turn, ..numbered(9) };
        policy.caps.amount_share = Share::new(10_000).unwrap();
        city.adopt("2025-02", &policy);
        assert!(!lines_sorted(&city.open("2025-02-01")));
        assert_eq!(city.alliance.snapshot().lines, before);
        assert_eq!(in_force(&city), 9);
    }
}

/// rules 13: a field out of range cannot be made.
#[test]
fn a_field_out_of_range_cannot_be_made() {
    assert_eq!([0, 1, 10_000, 10_001].map(|n| Share::new(n).is_ok()), [false, true, true, false]);
    assert_eq!([0, 1, 5, 6].map(|n| DutyDays::new(n).is_ok()), [false, true, true, false]);
    assert_eq!([0, 366, 367].map(|n| SettlementDays::new(n).is_ok()), [true, true, false]);
    assert_eq!([0, 1200, 1201].map(|n| DepositMonths::new(n).is_ok()), [true, true, false]);
    assert_eq!([0, 10_000, 10_001].map(|n| Margin::new(n).is_ok()), [true, true, false]);
    // The least numbers of orders and of members and the limit of reassignments are at least 1 by their type,
    // and the ceiling of the deposit is a price, which has its own bound.
    let mut policy = Policy::cixi_2021();
    policy.caps.item_min_orders = NonZeroU32::MIN;
    policy.caps.amount_min_orders = NonZeroU32::MAX;
    policy.caps.item_min_members = NonZeroU32::MIN;
    policy.caps.amount_min_members = NonZeroU32::MAX;
    policy.reassignment.limit = NonZeroU32::MIN;
    policy.deposit.ceiling = paidan::Price::MAX;
    assert_ne!(policy, Policy::cixi_2021());
}

/// rules 13: the error names the field and its range.
#[test]
fn the_error_of_a_field_names_its_range() {
    let error = SettlementDays::new(367).unwrap_err();
    let expected = OutOfRange { field: "settlement.days", given: 367, least: 0, most: 366 };
    assert_eq!(error, expected);
    assert_eq!(error.to_string(), "settlement.days is 367, which is not in 0 to 366");
    let fields = [DutyDays::new(6).unwrap_err(), DepositMonths::new(1201).unwrap_err()];
    assert_eq!(fields.map(|error| error.field), ["duty.days", "deposit.months"]);
    assert_eq!(Margin::new(10_001).unwrap_err().field, "deposit.margin");
}

/// rules 13: a policy in JSON with a field out of range is no policy.
#[cfg(feature = "serde")]
#[test]
fn a_policy_out_of_range_cannot_be_read() {
    let json = serde_json::to_value(Policy::cixi_2021()).unwrap();
    let is_policy = |path: &str, number: u32| {
        let mut json = json.clone();
        *json.pointer_mut(path).expect(path) = number.into();
        serde_json::from_value::<Policy>(json).is_ok()
    };
    for (path, least, most) in [
        ("/caps/item_share", 1, 10_000),
        ("/caps/amount_share", 1, 10_000),
        ("/caps/item_min_orders", 1, u32::MAX),
        ("/caps/amount_min_orders", 1, u32::MAX),
        ("/caps/item_min_members", 1, u32::MAX),
        ("/caps/amount_min_members", 1, u32::MAX),
        ("/reassignment/limit", 1, u32::MAX),
        ("/duty/days", 1, 5),
        ("/settlement/days", 0, 366),
        ("/deposit/months", 0, 1_200),
        ("/deposit/margin", 0, 10_000),
    ] {
        assert!(is_policy(path, least) && is_policy(path, most), "{path}");
        let (below, above) = (least.checked_sub(1), most.checked_add(1));
        let outside = below.into_iter().chain(above).any(|number| is_policy(path, number));
        assert!(!outside, "{path}");
    }
    let mut guard = json.clone();
    for (min_orders, is_ok) in [(0, false), (1, true)] {
        guard["caps"]["guard"] = serde_json::json!({ "on": { "min_orders": min_orders } });
        assert_eq!(serde_json::from_value::<Policy>(guard.clone()).is_ok(), is_ok);
    }
    for (ceiling, is_ok) in [("99999999.99", true), ("100000000.00", false)] {
        guard["deposit"]["ceiling"] = ceiling.into();
        assert_eq!(serde_json::from_value::<Policy>(guard.clone()).is_ok(), is_ok);
    }
}
