//! What a message quotes of a text from outside is short, however long the text is.

use paidan::{Command, Outcome, Policy, Refusal, Snapshot};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::golden::{COMMANDS, OUTCOMES, REFUSALS, SNAPSHOT};

/// How long a message may be, in bytes.
const LONGEST: usize = 500;

/// How much of a text from outside may stand in it, in characters.
const QUOTED: usize = 64;

/// What is told where such a text is read, both ways: as a text, and as a value.
fn told<T: DeserializeOwned>(value: &Value) -> Vec<String> {
    let faults = [
        serde_json::from_str::<T>(&value.to_string()).err(),
        serde_json::from_value::<T>(value.clone()).err(),
    ];
    faults.into_iter().flatten().map(|fault| fault.to_string()).collect()
}

fn is_short<T: DeserializeOwned>(value: &Value, letter: char, place: &str) {
    for told in told::<T>(value) {
        assert!(told.len() < LONGEST, "{place}: {} bytes: {told:.900}", told.len());
        let quoted = told.split(|of| of != letter).map(|run| run.chars().count()).max();
        assert!(quoted <= Some(QUOTED), "{place}: {quoted:?} of {letter:?} in {told}");
    }
}

/// Every place in a value: of a field, an entry, and the whole.
fn places(value: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, found: &mut Vec<String>) {
        found.push(path.into());
        match value {
            Value::Object(fields) => {
                fields.iter().for_each(|(name, of)| walk(of, &format!("{path}/{name}"), found));
            }
            Value::Array(list) => {
                (0..).zip(list).for_each(|(nth, of): (u32, _)| {
                    walk(of, &format!("{path}/{nth}"), found);
                });
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

/// A long text at every place, a long name of a field beside every other, a long name of a choice.
fn is_told_shortly<T: DeserializeOwned>(lines: &str, length: usize, letters: &[char]) {
    for line in lines.lines() {
        let value: Value = serde_json::from_str(line).expect("JSON");
        for (place, letter) in
            places(&value).iter().flat_map(|of| letters.iter().map(move |to| (of, *to)))
        {
            let long: String = std::iter::repeat_n(letter, length).collect();
            let with = |new: &dyn Fn(&mut Value)| {
                let mut value = value.clone();
                new(value.pointer_mut(place).expect("a place"));
                is_short::<T>(&value, letter, place);
            };
            with(&|of| *of = long.as_str().into());
            with(&|of| *of = json!({ long.as_str(): 1 }));
            with(&|of| *of = json!([long.as_str()]));
            with(&|of| {
                if let Some(fields) = of.as_object_mut() {
                    fields.insert(long.clone(), 1.into());
                }
            });
        }
    }
}

#[test]
fn no_message_is_long() {
    is_told_shortly::<Command>(COMMANDS, 600, &['x']);
    is_told_shortly::<Outcome>(OUTCOMES, 600, &['x']);
    is_told_shortly::<Refusal>(REFUSALS, 600, &['x']);
    is_told_shortly::<Snapshot>(&SNAPSHOT.replace('\n', " "), 600, &['x']);
}

/// One text of each kind, of a megabyte; shorter ones of what takes most room within quotation marks.
#[test]
fn no_megabyte_comes_back() {
    let line = r#"{"date":"2025-01-07","expect":1,"act":{"accept":{"station":1,"enterprise":1,"item":1,"price":"3000.00","ask_deposit":false,"excluded":[1]}}}"#;
    is_told_shortly::<Command>(line, 1 << 20, &['x']);
    is_told_shortly::<Command>(line, 1000, &['浒', '\u{1}', '\u{10ffff}', '"']);
    let line = r#"{"date":"2025-01-07","act":{"open_month":null}}"#;
    is_told_shortly::<Command>(line, 1 << 20, &['x']);
    let policy = json!({ "form": "x".repeat(1 << 20) });
    is_short::<Policy>(&policy, 'x', "/form");
    let policy = json!({ "form": 1, "x".repeat(1 << 20): 1 });
    is_short::<Policy>(&policy, 'x', "before the form");
}

/// A text that is not too long is quoted whole.
#[test]
fn a_short_name_is_told_in_full() {
    let fault = |text: &str| serde_json::from_str::<Command>(text).expect_err(text).to_string();
    let told = fault(r#"{"dat":"2025-01-01","act":"open_month"}"#);
    let wanted = "unknown field `dat` in Command, which has date, expect, reference, occurred, act";
    assert!(told.starts_with(wanted), "{told}");
    let told = fault(r#"{"date":"2025-01-01","act":"open_moth"}"#);
    assert!(told.starts_with("unknown variant `open_moth` in Act"), "{told}");
    let told = fault(r#"{"date":"2025-01-01","expect":"seven","act":"open_month"}"#);
    assert!(told.starts_with("invalid type: string \"seven\", expected u64"), "{told}");
    let name = "x".repeat(QUOTED);
    let told = fault(&format!(r#"{{"{name}":1}}"#));
    assert!(told.contains(&format!("`{name}`")), "{told}");
    let told = fault(&format!(r#"{{"{name}y":1}}"#));
    assert!(told.contains(&format!("`{name}…`")), "{told}");
}

/// What is cut short still says what was wanted, and within another where it stands.
#[test]
fn a_message_cut_short_says_what_was_wanted() {
    let long = "x".repeat(1000);
    for (text, wanted) in [
        (format!(r#"{{"date":"2025-01-01","expect":"{long}"}}"#), "a whole number"),
        (format!(r#"{{"date":"2025-01-01","act":{{"cancel":"{long}"}}}}"#), "an object"),
        (format!(r#"{{"date":"2025-01-01","act":{{"admit":{{"offers":"{long}"}}}}}}"#), "a list"),
        (format!(r#""{long}""#), "an object"),
    ] {
        let told = serde_json::from_str::<Command>(&text).expect_err(wanted).to_string();
        assert!(told.contains(&format!("x…, expected {wanted}")), "{told}");
        assert_eq!(told.contains(" at line 1 column "), text.starts_with('{'), "{told}");
    }
}
