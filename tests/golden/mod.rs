//! The JSON forms, held to the byte: commands, outcomes, refusals (a line each) and a snapshot.
//!
//! Other programs read and write these. A change that this target shows is a change for them.

mod coverage;
mod documents;
mod errors;
mod format;
mod lists;
mod messages;
mod text;
mod unknown;

use paidan::{Alliance, Command, Outcome, Refusal, Snapshot};
use serde::Serialize;
use serde::de::DeserializeOwned;

const COMMANDS: &str = include_str!("commands.jsonl");
const OUTCOMES: &str = include_str!("outcomes.jsonl");
const REFUSALS: &str = include_str!("refusals.jsonl");
const SNAPSHOT: &str = include_str!("snapshot.json");

/// Every line is read, and written back as it was.
fn same_bytes<T: Serialize + DeserializeOwned>(lines: &str) {
    for line in lines.lines() {
        let value: T = serde_json::from_str(line).unwrap_or_else(|why| panic!("{why}: {line}"));
        assert_eq!(serde_json::to_string(&value).expect("it can be written"), line);
    }
}

#[test]
fn commands_are_written_back_as_they_were_read() {
    same_bytes::<Command>(COMMANDS);
}

#[test]
fn outcomes_are_written_back_as_they_were_read() {
    same_bytes::<Outcome>(OUTCOMES);
}

#[test]
fn refusals_are_written_back_as_they_were_read() {
    same_bytes::<Refusal>(REFUSALS);
}

#[test]
fn a_snapshot_is_written_back_as_it_was_read() {
    let snapshot: Snapshot = serde_json::from_str(SNAPSHOT).expect("a snapshot");
    let written = serde_json::to_string_pretty(&snapshot).expect("it can be written");
    assert_eq!(written, SNAPSHOT.trim_end());
}

/// The snapshot is one that an alliance can be made of, which gives it back.
#[test]
fn the_snapshot_is_that_of_an_alliance() {
    let snapshot: Snapshot = serde_json::from_str(SNAPSHOT).expect("a snapshot");
    let alliance = Alliance::try_from(snapshot.clone()).expect("it holds together");
    assert_eq!(alliance.check_invariants(), Ok(()));
    assert_eq!(alliance.snapshot(), snapshot);
}

/// What may be left out, may be: the shortest command for an order is the plainest order.
#[test]
fn options_may_be_left_out() {
    let short = r#"{"date":"2025-01-07","act":{"accept":{"station":1,"enterprise":1,"item":1,"price":"3000.00"}}}"#;
    let short: Command = serde_json::from_str(short).expect("a command");
    let long = COMMANDS.lines().find(|line| line.contains(r#""accept""#)).expect("an order");
    assert_eq!(short, serde_json::from_str(long).expect("a command"));
}
