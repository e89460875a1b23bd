//! The seeds of every target, on any compiler.

use std::fs;
use std::path::Path;

use paidan::{Alliance, Command, Snapshot};

/// The seeds of a target with their names.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target);
    let paths = fs::read_dir(folder).expect("seeds").map(|seed| seed.expect("a seed").path());
    let seeds: Vec<_> =
        paths.map(|path| (path.display().to_string(), fs::read(path).expect("a file"))).collect();
    assert!(!seeds.is_empty(), "{target} has seeds");
    seeds
}

/// Runs a target on each of its seeds, and on each cut in half.
fn run(target: &str, body: fn(&[u8])) {
    for (_, bytes) in seeds(target) {
        body(&bytes);
        body(&bytes[..bytes.len() / 2]);
    }
}

#[test]
fn acts() {
    run("acts", paidan_fuzz::acts);
}

#[test]
fn snapshot() {
    run("snapshot", paidan_fuzz::snapshot);
}

#[test]
fn money() {
    run("money", paidan_fuzz::money);
}

#[test]
fn date() {
    run("date", paidan_fuzz::date);
}

#[test]
fn credit_code() {
    run("credit_code", paidan_fuzz::credit_code);
}

#[test]
fn command() {
    run("command", paidan_fuzz::command);
}

#[test]
fn ledger() {
    run("ledger", paidan_fuzz::ledger);
}

/// A seed that is read no more starts nothing.
#[test]
fn seeds_are_still_what_they_were() {
    for (name, bytes) in seeds("snapshot") {
        let snapshot: Snapshot =
            serde_json::from_slice(&bytes).unwrap_or_else(|why| panic!("{name}: {why}"));
        assert!(Alliance::try_from(snapshot).is_ok(), "{name} is let in");
    }
    for (name, bytes) in seeds("command") {
        let is_read = serde_json::from_slice::<Command>(&bytes).is_ok();
        assert_eq!(is_read, !name.ends_with(".refused"), "{name}");
    }
    for (name, bytes) in seeds("ledger") {
        assert_eq!(paidan_fuzz::ledger_is_read(&bytes), !name.ends_with(".refused"), "{name}");
    }
}
