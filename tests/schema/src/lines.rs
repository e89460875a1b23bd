//! The lines of a ledger and a savepoint, which are read to the byte: the schemas say no less of them.

use paidan::ledger::{Head, Savepoint, Sealed};
use paidan::{Alliance, Command, Policy};
use serde_json::{Map, Value};

use crate::forms::{self, Form};

const YEAR: &str = include_str!("../../../examples/data/cixi-2025.jsonl");

/// The header of the year's ledger, its entries, and a savepoint at its end.
fn year() -> (String, Vec<String>, String) {
    let text = |line: Vec<u8>| String::from_utf8(line).expect("a text");
    let mut alliance = Alliance::new(Policy::cixi_2021());
    let origin = "dispatch.cixi.example/ledger".parse().expect("an origin");
    let Sealed { line, mut head } = Head::begin(origin, &alliance).expect("a header");
    let (header, mut entries) = (text(line), Vec::new());
    for command in YEAR.lines() {
        let command: Command = serde_json::from_str(command).expect("a command");
        let Ok(outcome) = alliance.step(&command) else { continue };
        let sealed = head.seal(&command, &outcome).expect("an entry");
        entries.push(text(sealed.line));
        head = sealed.head;
    }
    let savepoint = Savepoint::new(head, alliance).expect("of one position");
    (header, entries, text(savepoint.to_bytes().expect("bytes")))
}

/// The line is as both schemas say; without any of its fields, or with another one, it is not.
fn is_told(form: &Form, line: &str) {
    let value: Map<String, Value> = serde_json::from_str(line).expect("an object");
    let [read, written] = [&form.read, &form.written].map(forms::validator);
    let whole = Value::Object(value.clone());
    for validator in [&read, &written] {
        let error = validator.validate(&whole).err().map(|error| error.to_string());
        assert_eq!(error, None, "{}: {line}", form.name);
    }
    for field in value.keys() {
        let mut less = value.clone();
        less.remove(field);
        assert!(!read.is_valid(&Value::Object(less)), "{} without {field}", form.name);
    }
    let mut more = value;
    more.insert("more".into(), Value::Null);
    assert!(!read.is_valid(&Value::Object(more)), "{} with more", form.name);
}

#[test]
fn the_lines_of_a_year_are_as_their_schemas_say() {
    let (header, entries, savepoint) = year();
    let [of_header, of_entry, of_savepoint] =
        <[Form; 3]>::try_from(forms::of_the_ledger()).ok().expect("three forms");
    assert_eq!(((of_header.fault)(&header), (of_savepoint.fault)(&savepoint)), (None, None));
    is_told(&of_header, &header);
    is_told(&of_savepoint, &savepoint);
    entries.iter().step_by(97).for_each(|entry| is_told(&of_entry, entry));
    let validator = forms::validator(&of_entry.read);
    for entry in &entries {
        let value: Value = serde_json::from_str(entry).expect("JSON");
        assert!(validator.is_valid(&value), "{entry}");
    }
}
