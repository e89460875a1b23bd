//! Fields have names: no list stands for a structure, and no field comes twice.

use paidan::{
    Application, Calendar, CapsPolicy, Command, Council, Enterprise, LagFinding, LineRows, Member,
    Order, OrderRecord, Outcome, Policy, Refusal, ServiceItem, Snapshot, Station, Suspension,
    Volume,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::golden::text::{Object, objects};
use crate::golden::{COMMANDS, OUTCOMES, REFUSALS, SNAPSHOT};

/// The golden snapshot on one line.
fn snapshot() -> String {
    let snapshot: Snapshot = serde_json::from_str(SNAPSHOT).expect("a snapshot");
    serde_json::to_string(&snapshot).expect("it can be written")
}

/// With each of its objects changed in this way, one after the other, no line is read.
fn takes_none<T: DeserializeOwned>(lines: &str, change: impl Fn(&Object) -> Vec<String>) -> u32 {
    let mut tried = 0;
    for line in lines.lines() {
        assert!(serde_json::from_str::<T>(line).is_ok(), "{line}");
        for object in objects(line) {
            for changed in change(&object) {
                let text = object.replaced(line, &changed);
                assert!(serde_json::from_str::<T>(&text).is_err(), "it is read: {text}");
                tried += 1;
            }
        }
    }
    tried
}

/// The values in a list, in the order of the fields; whatever is written of them at all.
fn as_list(object: &Object) -> Vec<String> {
    vec![format!("[{}]", object.values().join(","))]
}

#[test]
fn no_list_stands_for_a_structure_or_a_choice() {
    assert!(takes_none::<Command>(COMMANDS, as_list) > 150);
    assert!(takes_none::<Outcome>(OUTCOMES, as_list) > 250);
    assert!(takes_none::<Refusal>(REFUSALS, as_list) > 80);
    assert!(takes_none::<Snapshot>(&snapshot(), as_list) > 90);
}

/// What stands in others is held to it when it is read by itself, too, with and without a form.
#[test]
fn no_list_stands_for_a_part_that_is_read_alone() {
    fn part<T: DeserializeOwned>(lines: &str, path: &str) {
        let lines = lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
        let found: Vec<Value> = lines.filter_map(|line| line.pointer(path).cloned()).collect();
        assert!(!found.is_empty(), "nothing is at {path}");
        for value in found {
            assert!(serde_json::from_value::<T>(value.clone()).is_ok(), "{path}: {value}");
            let list: Vec<Value> = value.as_object().expect("fields").values().cloned().collect();
            assert!(serde_json::from_value::<T>(list.into()).is_err(), "{path}: {value}");
        }
    }
    part::<Order>(COMMANDS, "/act/accept");
    part::<Application>(COMMANDS, "/act/admit");
    part::<Calendar>(COMMANDS, "/act/adopt_calendar");
    part::<Policy>(COMMANDS, "/act/adopt_policy/policy");
    part::<CapsPolicy>(COMMANDS, "/act/adopt_policy/policy/caps");
    part::<LagFinding>(COMMANDS, "/act/reassign/finding");
    part::<Volume>(COMMANDS, "/act/publish_ranking/volumes/0");
    let snapshot = snapshot();
    part::<Station>(&snapshot, "/stations/0");
    part::<ServiceItem>(&snapshot, "/items/0");
    part::<Enterprise>(&snapshot, "/enterprises/0");
    part::<Member>(&snapshot, "/members/0");
    part::<LineRows>(&snapshot, "/lines");
    part::<Suspension>(&snapshot, "/suspensions/1");
    part::<OrderRecord>(&snapshot, "/orders/1/kept");
    part::<Council>(&snapshot, "/council");
}

/// A choice is named in one way: alone, or in an object with what belongs to it.
#[test]
fn a_choice_is_written_in_one_way() {
    for (act, wanted) in [
        (r#"{"open_month":null}"#, "`open_month` stands alone, as a string"),
        (r#"{"open_month":{}}"#, "`open_month` stands alone, as a string"),
        (r#"{"open_month":[]}"#, "`open_month` stands alone, as a string"),
        (r#""cancel""#, "`cancel` stands with what belongs to it, in an object"),
        (r#""admit""#, "`admit` stands with what belongs to it, in an object"),
        ("{}", "nothing is chosen of Act"),
        (r#"{"cancel":{"order":1},"cancel":{"order":1}}"#, "more than one is chosen of Act"),
        (r#"{"cancel":{"order":1},"unheard_of":1}"#, "more than one is chosen of Act"),
        ("7", "invalid type: integer `7`, expected a choice (Act)"),
        ("null", "invalid type: null, expected a choice (Act)"),
    ] {
        let text = format!(r#"{{"date":"2025-01-02","act":{act}}}"#);
        let fault = serde_json::from_str::<Command>(&text).expect_err(act).to_string();
        assert!(fault.starts_with(wanted), "{act}: {fault}");
    }
}

/// The lists that were read once.
#[test]
fn a_command_is_no_list() {
    for text in [
        r#"["2025-01-02",null,null,null,{"open_station":{"name":"浒山"}}]"#,
        r#"["2025-01-02",null,null,{"open_station":{"name":"浒山"}}]"#,
        r#"{"date":"2025-01-02","act":{"open_station":["浒山"]}}"#,
        r#"{"date":"2025-01-02","act":{"cancel":[1]}}"#,
        r#"{"date":"2025-01-02","act":["open_month"]}"#,
    ] {
        let fault = serde_json::from_str::<Command>(text).expect_err(text).to_string();
        assert!(fault.contains("sequence") || fault.contains("expected value"), "{fault}");
    }
}

/// A field that is named twice is an error, wherever it stands.
#[test]
fn no_field_comes_twice() {
    fn twice(object: &Object) -> Vec<String> {
        let fields = object.fields.iter().filter(|field| !field.is_empty());
        fields.map(|field| format!("{{{},{field}}}", object.fields.join(","))).collect()
    }
    assert!(takes_none::<Command>(COMMANDS, twice) > 400);
    assert!(takes_none::<Outcome>(OUTCOMES, twice) > 500);
    assert!(takes_none::<Refusal>(REFUSALS, twice) > 150);
    assert!(takes_none::<Snapshot>(&snapshot(), twice) > 250);
}

/// Fields may come in any order; a text in the order of the alphabet says the same.
#[test]
fn fields_come_in_any_order() {
    let sorted: Value = serde_json::from_str(SNAPSHOT).expect("JSON");
    assert!(sorted.to_string().starts_with(r#"{"calendar""#));
    let again: Snapshot = serde_json::from_str(&sorted.to_string()).expect("a snapshot");
    assert_eq!(again, serde_json::from_str(SNAPSHOT).expect("a snapshot"));
}
