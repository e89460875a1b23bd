//! Journeys: short stories with a table of dates, commands and outcomes in plain words, which a
//! clerk can read and check against the rules.
//!
//! Every `*.md` beside this file is played. A line `policy: ...` begins an empty alliance under
//! that policy; every row of the table after it is one command. The vocabulary stands in
//! `words.rs`, `life.rs` and `house.rs`. Where an outcome differs, the row and both texts are printed.

#[path = "../common/mod.rs"]
mod common;
mod house;
mod life;
mod names;
mod table;
mod words;

use std::fs;
use std::path::Path;

use paidan::Command;

use names::Register;
use table::{Journey, Row};

/// What a row comes to, in words.
fn played(register: &mut Register, row: &Row) -> Result<String, String> {
    let act = words::act(register, &row.command, row.date)?;
    Ok(match register.alliance.step(&Command::new(row.date, act)) {
        Ok(outcome) => {
            let sentences: Vec<String> = outcome.events.iter().map(ToString::to_string).collect();
            register.named(&sentences.join("; "))
        }
        Err(refusal) => format!("refused: {}", register.named(&refusal.to_string())),
    })
}

/// The rows of a journey that come to something else than they say.
fn differences(journey: &Journey) -> Vec<String> {
    let mut register = Register::new(words::policy(&journey.policy).expect("a policy in words"));
    let mut differences = Vec::new();
    for row in &journey.rows {
        let found = played(&mut register, row).unwrap_or_else(|why| format!("unreadable: {why}"));
        register.alliance.check_invariants().expect("what must hold, holds");
        if found != row.outcome {
            let Row { line, date, command, outcome } = row;
            differences.push(format!(
                "line {line}: | {date} | {command} |\n  told:  {outcome}\n  found: {found}"
            ));
        }
    }
    differences
}

#[test]
fn every_journey_goes_as_it_is_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journeys");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder of the journeys")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    files.sort();
    assert!(files.len() >= 16, "journeys are missing: {files:?}");
    let mut failures = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("a text");
        let journeys = table::journeys(&text);
        assert!(journeys.iter().any(|of| !of.rows.is_empty()), "{path:?} tells nothing");
        for journey in &journeys {
            let differences = differences(journey);
            let name = path.file_name().expect("a name").display();
            failures.extend(differences.into_iter().map(|of| format!("{name}, {of}")));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
