//! The JSON form of commands.

use std::collections::BTreeSet;

use paidan::{Alliance, Command, Policy, Reference, Text};
use serde_json::{Value, json};

use crate::model::history::draws::Bytes;
use crate::model::history::world::CROWDED;
use crate::{date, sound};

/// A command says the same as the JSON it was read from, after it was printed, too, and the engine
/// carries it out or refuses it. Any text is a date or a label in a command just when it is one.
pub fn command(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    as_a_field(text);
    let Ok(command) = serde_json::from_str::<Command>(text) else { return };
    let printed = serde_json::to_string(&command).expect("a command has a JSON form");
    let again: Command = serde_json::from_str(&printed).expect("its JSON form is a command");
    assert_eq!(command, again);
    let stated: Value = serde_json::from_str(text).expect("what a command is read from is JSON");
    let printed: Value = serde_json::from_str(&printed).expect("what is printed is JSON");
    assert!(says_the_same(&stated, &printed), "{stated} is not {printed}");
    carry_out(&command);
}

/// The text as the date, as the reference and as a name.
fn as_a_field(text: &str) {
    let is_read = |command: Value| serde_json::from_value::<Command>(command).is_ok();
    let dated = json!({ "date": text, "act": "open_month" });
    assert_eq!(is_read(dated), date::is_date(text), "{text:?}");
    let referred = json!({ "date": "2025-01-02", "reference": text, "act": "open_month" });
    assert_eq!(is_read(referred), text.len() <= Reference::MAX_BYTES, "{text:?}");
    let named = json!({ "date": "2025-01-02", "act": { "open_station": { "name": text } } });
    assert_eq!(is_read(named), text.len() <= Text::MAX_BYTES, "{text:?}");
}

/// Whether nothing that was stated is lost and nothing but defaults is added.
fn says_the_same(stated: &Value, printed: &Value) -> bool {
    match (stated, printed) {
        (Value::Object(stated), Value::Object(printed)) => {
            let is_kept = |(name, value): (&String, &Value)| match printed.get(name) {
                Some(printed) => says_the_same(value, printed),
                None => value.is_null() || *value == json!([]),
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
        // The fields of a record may be a list, in which their names are lost.
        (Value::Array(stated), Value::Object(printed)) => stated.len() >= printed.len(),
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
