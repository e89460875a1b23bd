//! Journeys: short stories with a table of dates, commands and outcomes in plain words, which a
//! clerk can read and check against the rules.
//!
//! Every `*.md` beside this file and in `tests/regressions` is played. A line `policy: ...` begins an empty alliance under
//! that policy; every row of the table after it is one command. The vocabulary stands in
//! `words.rs`, `policies.rs`, `life.rs` and `house.rs`. Where an outcome differs, the row and both texts are printed.

pub mod house;
pub mod life;
pub mod names;
pub mod play;
pub mod policies;
pub mod table;
pub mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// The stories of a folder, by name. A README is none.
fn stories(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("a folder of journeys")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .filter(|path| path.file_name().is_some_and(|name| name != "README.md"))
        .collect();
    files.sort();
    files
}

/// Plays every story of some files.
fn play_all(files: &[PathBuf]) {
    let mut failures = Vec::new();
    for path in files {
        let text = fs::read_to_string(path).expect("a text");
        let journeys = table::journeys(&text);
        assert!(journeys.iter().any(|of| !of.rows.is_empty()), "{} tells nothing", path.display());
        for journey in &journeys {
            let differences = play::differences(journey);
            let name = path.file_name().expect("a name").display();
            failures.extend(differences.into_iter().map(|of| format!("{name}, {of}")));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn every_journey_goes_as_it_is_told() {
    let files = stories("tests/journeys");
    assert!(files.len() >= 25, "journeys are missing: {files:?}");
    play_all(&files);
}

/// Where the engine once went another way than a second one that was built on its own.
#[test]
fn every_regression_goes_as_it_is_told() {
    play_all(&stories("tests/regressions"));
}
