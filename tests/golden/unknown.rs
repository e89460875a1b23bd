//! Unknown fields are errors, wherever they stand.

use paidan::{Command, Outcome, Refusal, Snapshot};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::golden::{COMMANDS, OUTCOMES, REFUSALS, SNAPSHOT};

/// Every object in a value, by its path.
fn objects(value: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, found: &mut Vec<String>) {
        if value.is_object() {
            found.push(path.into());
        }
        let inner: Vec<(String, &Value)> = match value {
            Value::Object(fields) => fields.iter().map(|(name, of)| (name.clone(), of)).collect(),
            Value::Array(list) => {
                (0..).zip(list).map(|(nth, of): (usize, _)| (nth.to_string(), of)).collect()
            }
            _ => Vec::new(),
        };
        for (name, of) in inner {
            walk(of, &format!("{path}/{name}"), found);
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

/// An unknown field is an error wherever it stands.
fn takes_no_unknown_field<T: DeserializeOwned>(lines: &str) {
    for line in lines.lines() {
        let value: Value = serde_json::from_str(line).expect("JSON");
        for path in objects(&value) {
            let mut value = value.clone();
            value.pointer_mut(&path).expect("a place")["unheard_of"] = 1.into();
            assert!(
                serde_json::from_value::<T>(value).is_err(),
                "an unknown field at {path:?} of {line}"
            );
        }
    }
}

#[test]
fn unknown_fields_are_errors() {
    takes_no_unknown_field::<Command>(COMMANDS);
    takes_no_unknown_field::<Outcome>(OUTCOMES);
    takes_no_unknown_field::<Refusal>(REFUSALS);
    takes_no_unknown_field::<Snapshot>(&SNAPSHOT.replace('\n', " "));
}
