//! The JSON form of commands.

use std::collections::BTreeSet;

use paidan::{Alliance, Command, Name, Policy, Reference, Text};
use serde_json::{Value, json};

use crate::model::history::draws::Bytes;
use crate::model::history::world::CROWDED;
use crate::{date, is_told_shortly, sound};

/// A command says the same as the JSON it was read from, after it was printed, too, and the engine
/// carries it out or refuses it. Any text is a date, a label or a form in a command just when it is
/// one. No list stands for a record, and no message is long.
pub fn command(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    as_a_field(text);
    let command = match serde_json::from_str::<Command>(text) {
        Ok(command) => command,
        Err(fault) => return is_told_shortly(&fault),
    };
    let printed = serde_json::to_string(&command).expect("a command has a JSON form");
    let again: Command = serde_json::from_str(&printed).expect("its JSON form is a command");
    assert_eq!(command, again);
    let stated: Value = serde_json::from_str(text).expect("what a command is read from is JSON");
    let printed: Value = serde_json::from_str(&printed).expect("what is printed is JSON");
    assert!(says_the_same(&stated, &printed), "{stated} is not {printed}");
    lists(&printed, &mut |listed| {
        assert!(serde_json::from_value::<Command>(listed.clone()).is_err(), "{listed} is read");
    });
    carry_out(&command);
}

/// The text where a command has texts of each kind.
fn as_a_field(text: &str) {
    let is_read = |command: Value| match serde_json::from_value::<Command>(command) {
        Ok(_) => true,
        Err(fault) => {
            is_told_shortly(&fault);
            false
        }
    };
    let dated = json!({ "date": text, "act": "open_month" });
    assert_eq!(is_read(dated), date::is_date(text), "{text:?}");
    let late = json!({ "date": "2025-01-02", "occurred": text, "act": "open_month" });
    assert_eq!(is_read(late), date::is_date(text), "{text:?}");
    let referred = json!({ "date": "2025-01-02", "reference": text, "act": "open_month" });
    let is_reference = text.len() <= Reference::MAX_BYTES && is_plain(text);
    assert_eq!(is_read(referred), is_reference, "{text:?}");
    let named = json!({ "date": "2025-01-02", "act": { "open_station": { "name": text } } });
    let is_name = text.len() <= Name::MAX_BYTES && is_plain(text) && !text.trim().is_empty();
    assert_eq!(is_read(named), is_name, "{text:?}");
    let training = json!({ "record_training": { "station": 1, "text": text } });
    let told = json!({ "date": "2025-01-02", "act": training });
    assert_eq!(is_read(told), text.len() <= Text::MAX_BYTES, "{text:?}");
    let mut policy = serde_json::to_value(Policy::recommended()).expect("it has a JSON form");
    policy["form"] = text.into();
    let adopted = json!({ "adopt_policy": { "month": "2025-02", "policy": policy } });
    let adopted = json!({ "date": "2025-01-02", "act": adopted });
    assert_eq!(is_read(adopted), text == "paidan.policy/1", "{text:?}");
    let counted = json!({ "date": "2025-01-02", "expect": text, "act": "open_month" });
    let chosen = json!({ "date": "2025-01-02", "act": text });
    let known = json!({ "date": "2025-01-02", "act": "open_month", text: 1 });
    assert!(!is_read(counted) && !is_read(known), "{text:?}");
    assert_eq!(is_read(chosen), text == "open_month", "{text:?}");
}

/// Whether nothing in it breaks a line or turns the direction of writing.
fn is_plain(text: &str) -> bool {
    let turning = "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\
                   \u{2068}\u{2069}";
    let breaks = |of: char| of.is_control() || matches!(of, '\u{2028}' | '\u{2029}');
    !text.chars().any(|of| breaks(of) || turning.contains(of))
}

/// The value with each of its objects as a list of what is in its fields, one after the other.
fn lists(value: &Value, see: &mut dyn FnMut(&Value)) {
    match value {
        Value::Object(fields) => {
            see(&fields.values().cloned().collect());
            for (name, inner) in fields {
                let mut whole = fields.clone();
                lists(inner, &mut |listed| {
                    whole.insert(name.clone(), listed.clone());
                    see(&Value::Object(whole.clone()));
                });
            }
        }
        // One entry stands for all: what is wrong with a list is wrong with one of one entry.
        Value::Array(entries) => {
            if let Some(first) = entries.first() {
                lists(first, &mut |listed| see(&json!([listed])));
            }
        }
        _ => {}
    }
}

/// Whether nothing that was stated is lost and nothing but defaults is added.
fn says_the_same(stated: &Value, printed: &Value) -> bool {
    match (stated, printed) {
        (Value::Object(stated), Value::Object(printed)) => {
            let is_kept = |(name, value): (&String, &Value)| match printed.get(name) {
                Some(printed) => says_the_same(value, printed),
                None => value.is_null() || *value == json!([]) || *value == json!(""),
            };
            let mut added = printed.iter().filter(|(name, _)| !stated.contains_key(*name));
            stated.iter().all(is_kept) && added.all(|(name, value)| is_default(name, value))
        }
        // A choice without fields may be written as an object.
        (Value::Object(stated), Value::String(printed)) => {
            stated.len() == 1 && stated.get(printed).is_some_and(Value::is_null)
        }
        (Value::Array(stated), Value::Array(printed)) if printed.iter().any(Value::is_object) => {
            let mut pairs = stated.iter().zip(printed);
            stated.len() == printed.len() && pairs.all(|(one, other)| says_the_same(one, other))
        }
        // A set is printed in order, and each entry once.
        (Value::Array(stated), Value::Array(printed)) => {
            let entries = |of: &[Value]| of.iter().map(Value::to_string).collect::<BTreeSet<_>>();
            entries(stated) == entries(printed) && entries(printed).len() == printed.len()
        }
        _ => stated == printed,
    }
}

/// Whether a field with this value may be left out.
fn is_default(name: &str, value: &Value) -> bool {
    let defaults = [
        ("channel", json!("station")),
        ("months", json!(0)),
        ("covered", json!("0.00")),
        ("ask_deposit", json!(false)),
    ];
    defaults.iter().any(|(field, default)| *field == name && default == value)
}

/// The command meets a small city; the state is sound after it, and is made again by its outcome.
fn carry_out(command: &Command) {
    let mut alliance = Alliance::new(Policy::recommended());
    for act in CROWDED.opening(&mut Bytes(&[])) {
        let accepted = alliance.step(&Command::new(command.date, act));
        assert!(accepted.is_ok(), "what a city opens with is accepted");
    }
    let mut twin = alliance.clone();
    match alliance.step(command) {
        Ok(outcome) => assert_eq!(twin.apply(command, &outcome), Ok(())),
        Err(_) => assert_eq!(twin.snapshot(), alliance.snapshot(), "a refusal changes nothing"),
    }
    assert_eq!(twin, alliance);
    sound(&alliance);
}
