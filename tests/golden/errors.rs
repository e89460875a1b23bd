//! What is no JSON form: loose texts, values outside their range, things named twice.

use paidan::{Command, Outcome, Policy, Refusal, Snapshot};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::golden::{COMMANDS, OUTCOMES, REFUSALS, SNAPSHOT};

fn is_read<T: DeserializeOwned>(value: &Value) -> bool {
    serde_json::from_str::<T>(&value.to_string()).is_ok()
}

/// The first line that has this place, with another value there.
fn line_with(lines: &str, path: &str, new: Value) -> Value {
    let mut lines = lines.lines().map(|line| serde_json::from_str(line).expect("JSON"));
    let found = lines.find(|line: &Value| line.pointer(path).is_some());
    let mut line = found.unwrap_or_else(|| panic!("no line has {path}"));
    *line.pointer_mut(path).expect("a place") = new;
    line
}

/// At this place of a command some values can be read, and the others are errors.
fn holds(path: &str, good: &[Value], bad: &[Value]) {
    holds_in::<Command>(COMMANDS, path, good, bad);
}

/// The same of the first of these lines that has the place.
fn holds_in<T: DeserializeOwned>(lines: &str, path: &str, good: &[Value], bad: &[Value]) {
    for (value, expected) in
        good.iter().map(|of| (of, true)).chain(bad.iter().map(|of| (of, false)))
    {
        let line = line_with(lines, path, value.clone());
        let short: String = value.to_string().chars().take(60).collect();
        assert_eq!(is_read::<T>(&line), expected, "{path}: {short}");
    }
}

/// rules 1.5: money is exact, in a text with two decimals, never a number.
#[test]
fn money_is_a_text_with_two_decimals() {
    let good = [json!("0.00"), json!("0.01"), json!("3000.00"), json!("99999999.99")];
    let bad = [
        json!(3000),
        json!(3000.25),
        json!("3000"),
        json!("3000.0"),
        json!("3000.000"),
        json!(""),
        json!(".50"),
        json!("3000."),
        json!("03000.00"),
        json!("00.00"),
        json!("-1.00"),
        json!("-0.00"),
        json!("+1.00"),
        json!(" 1.00"),
        json!("1.00 "),
        json!("1,000.00"),
        json!("1e3.00"),
        json!("１.00"),
        json!("NaN"),
        json!(null),
        json!("100000000.00"),
    ];
    holds("/act/accept/price", &good, &bad);
    let largest = [json!("100000000.00"), json!("184467440737095516.15")];
    holds("/act/accept/covered", &largest, &[json!("184467440737095516.16"), json!(0)]);
}

/// rules 1.2: dates and months of the years 2000 to 9900, in one form.
#[test]
fn dates_are_written_in_one_way() {
    let good = [json!("2000-01-01"), json!("2024-02-29"), json!("9900-12-31")];
    let bad = [
        json!("2025-2-3"),
        json!(" 2025-02-03"),
        json!("2025-02-03 "),
        json!("+2025-02-03"),
        json!("20250203"),
        json!("2025-02-30"),
        json!("2025-02-29"),
        json!("2025-00-10"),
        json!("2025-13-01"),
        json!("1999-12-31"),
        json!("9901-01-01"),
        json!("-2025-02-03"),
        json!("02025-02-03"),
        json!("25-02-03"),
        json!("2025/02/03"),
        json!("2025-02-+3"),
        json!("2025-02-03T00:00:00"),
        json!("２025-02-03"),
        json!(20_250_203),
        json!(""),
    ];
    holds("/date", &good, &bad);
    let good = [json!("2000-01"), json!("9900-12")];
    let bad = [
        json!("1999-12"),
        json!("9901-01"),
        json!("2025-1"),
        json!("2025-13"),
        json!("2025-00"),
        json!("2025-01-01"),
        json!("202501"),
        json!("+2025-01"),
        json!(202_501),
        json!(""),
    ];
    holds("/act/adopt_policy/month", &good, &bad);
}

/// rules 7.3: a due date is written as a date, and may lie after the last date, up to 9999.
#[test]
fn due_dates_go_on_to_the_end_of_9999() {
    let good = [
        json!("2000-01-01"),
        json!("2024-02-29"),
        json!("9900-12-31"),
        json!("9901-01-01"),
        json!("9999-12-31"),
    ];
    let bad = [
        json!("1999-12-31"),
        json!("10000-01-01"),
        json!("+9999-12-31"),
        json!("2025-02-29"),
        json!("2025-2-3"),
        json!("2025-02-03 "),
        json!("２025-02-03"),
        json!(20_250_203),
        json!(""),
        json!(null),
    ];
    let due = OUTCOMES.lines().find(|line| line.contains(r#"[{"completed""#)).expect("one");
    holds_in::<Outcome>(due, "/events/0/completed/due", &good, &bad);
    holds_in::<Refusal>(REFUSALS, "/not_overdue/due", &good, &bad);
    let late = [json!("9901-01-01"), json!("1999-12-31")];
    holds("/occurred", &[json!("2000-01-01"), json!("9900-12-31"), json!(null)], &late);
    holds("/act/complete/on", &[json!("2000-01-01"), json!("9900-12-31")], &late);
}

/// rules 3.5: the number of a place is whole and from 1.
#[test]
fn places_are_numbered_from_one() {
    let good = [json!(1), json!(u64::MAX)];
    let back = OUTCOMES.lines().find(|line| line.contains("went_back")).expect("one");
    let bad = [json!(0), json!(-1), json!(1.5), json!("1"), json!(null)];
    holds_in::<Outcome>(back, "/events/3/went_back/place", &good, &bad);
    let snapshot = SNAPSHOT.replace('\n', " ");
    for place in
        ["number", "sorted/first", "sorted/last"].map(|of| of.replace("number", "places/0/number"))
    {
        holds_in::<Snapshot>(&snapshot, &format!("/lines/finance/{place}"), &good, &bad);
    }
}

/// rules 1.9 and 14: a calendar has at most 10 000 days of a kind, and days of the years 2000 to
/// 9900 only.
#[test]
fn calendars_are_bounded() {
    let days = |count: u32| {
        let day =
            |nth| format!("{}-{:02}-{:02}", 2000 + nth / 336, nth / 28 % 12 + 1, nth % 28 + 1);
        json!((0..count).map(day).collect::<Vec<_>>())
    };
    let bad = [days(10_001), json!(["9901-01-01"]), json!(["2025-02-29"]), json!(null)];
    holds("/act/adopt_calendar/holidays", &[json!([]), days(10_000)], &bad);
    holds("/act/adopt_calendar/make_up_days", &[json!([]), days(10_000)], &bad);
}

/// rules 12.1 and 14: a plan has two ends and a list of days.
#[test]
fn plans_are_bounded() {
    let days = json!(vec!["2025-02-10"; 10_000]);
    let bad = [json!(vec!["2025-02-10"; 10_001]), json!(["2025-02-30"]), json!(null), json!({})];
    holds("/act/publish_duty/days", &[json!([]), days], &bad);
    let bad = [json!("1999-12-31"), json!("9901-01-01"), json!("2025-02"), json!(null)];
    for end in ["/act/publish_duty/from", "/act/publish_duty/to"] {
        holds(end, &[json!("2000-01-01"), json!("9900-12-31")], &bad);
    }
}

/// rules 11: the council has its five seats, vacant or held.
#[test]
fn the_council_has_five_seats() {
    let snapshot = SNAPSHOT.replace('\n', " ");
    let holds = |path, good: &[Value], bad: &[Value]| {
        holds_in::<Snapshot>(&snapshot, path, good, bad);
    };
    let bad = [json!(0), json!(1_000_000_001), json!("1"), json!([1])];
    holds("/council/finance", &[json!(null), json!(1)], &bad);
    let two = [json!([null, null]), json!([1, 2])];
    let bad = [json!([]), json!([1]), json!([1, 2, 3]), json!(null), json!(1), json!([0, 1])];
    holds("/council/comprehensive", &two, &bad);
    holds("/members/0/seat_given_up", &[json!(2025)], &[json!("2025"), json!(2025.5)]);
}

/// rules 14: a name has at most 256 bytes and says something; a condition the same, but may be
/// empty; a reference has at most 64; a text 4 096, of any characters.
#[test]
fn texts_are_bounded_in_bytes() {
    let disturbing = ["甲\u{202e}", "甲\n", "甲\u{2028}", "\u{0}"].map(|text| json!(text));
    let good = [json!("x".repeat(256)), json!("浒".repeat(85)), json!(" x ")];
    let bad =
        [json!("x".repeat(257)), json!("浒".repeat(86)), json!(7), json!(""), json!(" \u{3000}")];
    for name in ["open_station", "list_item", "register_enterprise", "admit", "rename"] {
        let name = format!("/act/{name}/name");
        holds(&name, &good, &bad);
        holds(&name, &[], &disturbing);
    }
    let conditions = "/act/adopt_policy/policy/conditions";
    let listed = |text: &Value| json!([text]);
    holds(
        conditions,
        &[good.map(|of| listed(&of)).to_vec(), vec![json!([""])]].concat(),
        &bad[..3],
    );
    holds(conditions, &[], &[json!(["x".repeat(257)]), listed(&disturbing[0])]);
    holds("/reference", &[json!("x".repeat(64)), json!("浒".repeat(21)), json!("")], &disturbing);
    holds("/reference", &[], &[json!("x".repeat(65)), json!("浒".repeat(22)), json!(7)]);
    let good =
        [json!("x".repeat(4096)), json!("浒".repeat(1365)), json!(""), json!("甲\n\u{202e}")];
    let bad = [json!("x".repeat(4097)), json!("浒".repeat(1366)), json!(7), json!(null)];
    for act in ["record_training/text", "record_consultation/text", "record_turned_away/reason"] {
        holds(&format!("/act/{act}"), &good, &bad);
    }
    holds("/act/record_feedback/text", &good, &bad);
}

/// rules 1.7 and 14: a list has at most 10 000 entries; what a set names twice counts here.
#[test]
fn lists_are_bounded() {
    let ids = |count: u32| json!((1..=count).collect::<Vec<_>>());
    let volumes = |count: u32| {
        let volumes = (1..=count).map(|member| json!({ "member": member, "orders": 1 }));
        json!(volumes.collect::<Vec<_>>())
    };
    let same = json!(vec![1; 10_001]);
    holds("/act/admit/offers", &[ids(10_000), json!([2, 1, 1])], &[ids(10_001), same, json!({})]);
    holds("/act/publish_ranking/volumes", &[volumes(10_000)], &[volumes(10_001)]);
    let names = |count: u32| json!((1..=count).map(|name| name.to_string()).collect::<Vec<_>>());
    holds("/act/accept/conditions", &[names(10_000)], &[names(10_001)]);
}

/// rules 1.5: ids go from 1 to 1 000 000 000.
#[test]
fn ids_and_positions_are_whole_and_in_range() {
    let bad = [json!(0), json!(1_000_000_001), json!(-1), json!(1.0), json!("1"), json!(null)];
    holds("/act/withdraw/member", &[json!(1), json!(1_000_000_000)], &bad);
    holds("/act/cancel/order", &[json!(1), json!(1_000_000_000)], &bad);
    holds(
        "/expect",
        &[json!(0), json!(u64::MAX), json!(null)],
        &[json!(-1), json!(1.5), json!("1")],
    );
}

/// rules 1.8: a code has 18 characters of its alphabet, the last the right check character.
#[test]
fn codes_have_the_right_check_character() {
    let bad = [
        json!("91350100M000100Y44"),
        json!("91350100M000100Y4"),
        json!("91350100m000100y43"),
        json!("91350100M000100Y433"),
        json!("91350100I000100Y43"),
        json!(" 1350100M000100Y43"),
        json!(""),
        json!(913_501_001),
    ];
    holds("/act/register_enterprise/code", &[json!("91350100M000100Y43")], &bad);
}

/// The policy of a command with another value at a place of it.
fn policy_holds(path: &str, good: &[Value], bad: &[Value]) {
    holds(&format!("/act/adopt_policy/policy{path}"), good, bad);
}

/// rules 1.6 and 13: a policy with a share or another field out of range cannot be read.
#[test]
fn no_policy_can_be_read_with_a_field_out_of_range() {
    let ends = |least: u32, most: u32| [json!(least), json!(most)];
    let share_bad = [json!(0), json!(10_001), json!(-1), json!(0.5), json!("5000"), json!(70_000)];
    policy_holds("/caps/item_share", &ends(1, 10_000), &share_bad);
    policy_holds("/caps/amount_share", &ends(1, 10_000), &share_bad);
    let count = ends(1, u32::MAX);
    policy_holds("/caps/item_min_orders", &count, &[json!(0), json!(-1), json!(1.5)]);
    for least in ["amount_min_orders", "item_min_members", "amount_min_members"] {
        policy_holds(&format!("/caps/{least}"), &count, &[json!(0), json!("1")]);
    }
    policy_holds("/reassignment/limit", &count, &[json!(0)]);
    policy_holds("/admission/min_orders", &ends(0, u32::MAX), &[json!(-1), json!(1_u64 << 32)]);
    let guard = |least: i64| json!({ "on": { "min_orders": least } });
    policy_holds("/caps/guard", &[json!("off"), guard(1)], &[guard(0), json!("on"), json!(true)]);
    policy_holds("/duty/days", &ends(1, 5), &ends(0, 6));
    policy_holds("/settlement/days", &ends(0, 366), &[json!(367), json!(-1)]);
    policy_holds("/deposit/months", &ends(0, 1_200), &[json!(1_201)]);
    policy_holds("/deposit/margin", &ends(0, 10_000), &[json!(10_001)]);
    let price = [json!("0.00"), json!("99999999.99")];
    policy_holds("/deposit/ceiling", &price, &[json!("100000000.00"), json!(5000)]);
    policy_holds("/turn", &[json!("top_rank")], &[json!("KeepPlace"), json!("keep-place")]);
    let whole = serde_json::to_value(Policy::cixi_2021()).expect("it can be written");
    let fields: Vec<String> = whole.as_object().expect("fields").keys().cloned().collect();
    for field in fields {
        let mut less = whole.clone();
        less.as_object_mut().expect("fields").remove(&field);
        assert!(!is_read::<Policy>(&less), "a policy is whole: {field} is missing");
    }
}

/// A field that is named twice is an error too.
#[test]
fn no_field_is_named_twice() {
    let twice = r#"{"date":"2025-01-01","date":"2025-01-02","act":"open_month"}"#;
    assert!(serde_json::from_str::<Command>(twice).is_err());
    let two_acts = r#"{"date":"2025-01-01","act":{"open_month":null,"cancel":{"order":1}}}"#;
    assert!(serde_json::from_str::<Command>(two_acts).is_err());
}
