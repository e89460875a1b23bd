//! The seeds of every target, on any compiler.

use std::fs;
use std::path::Path;

/// Runs a target on each of its seeds, and on each cut in half.
fn run(target: &str, body: fn(&[u8])) {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target);
    let mut count = 0;
    for seed in fs::read_dir(seeds).expect("seeds") {
        let bytes = fs::read(seed.expect("a seed").path()).expect("a file");
        body(&bytes);
        body(&bytes[..bytes.len() / 2]);
        count += 1;
    }
    assert!(count > 0, "{target} has seeds");
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
fn text() {
    run("text", paidan_fuzz::text);
}
