//! What the ledger takes, beside the bare work: hashing the same bytes, and writing and reading the
//! same values.
//!
//! `cargo bench --manifest-path benches/Cargo.toml --bench ledger` times all of it by turns over the
//! year of `examples/data` and prints medians and aims; it fails where one is missed by far. Without
//! `--bench`, or with `--test`, everything runs once and nothing is judged.

#![allow(clippy::disallowed_types, reason = "a bench reads the clock")]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use paidan::ledger::{Hash, Head, Sealed, audit, recover, verify};
use paidan::{Alliance, Command, Event, Outcome, Policy};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

const YEAR: &str = include_str!("../../examples/data/cixi-2025.jsonl");
/// Rounds of which the median is taken.
const ROUNDS: usize = 41;
/// How far below its aim a ratio may be before the bench fails: machines are noisy.
const FAR: f64 = 0.85;
/// How many cities the space of a year is told for.
const CITIES: usize = 300;

/// An entry as `serde_json` reads and writes it.
#[derive(Deserialize, Serialize)]
struct Line {
    position: u64,
    command: Command,
    events: Vec<Event>,
    before: Hash,
    hash: Hash,
}

/// The same without copies.
#[derive(Serialize)]
struct Written<'a> {
    position: u64,
    command: &'a Command,
    events: &'a [Event],
    before: Hash,
}

/// What is timed, and what it is called.
type Contender<'a> = (&'static str, Box<dyn Fn() + 'a>);

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let has = |flag: &str| args.iter().any(|arg| arg == flag);
    let is_full = has("--bench") && !has("--test");
    let year = decided();
    let (first, file) = written(&year);
    let entries = &file[first.line.len()..];
    println!(
        "{} entries, {} bytes an entry; a year of {CITIES} cities takes {} MiB",
        year.len(),
        entries.len() / year.len(),
        (file.len() * CITIES) >> 20
    );
    let contenders: [Contender<'_>; 7] = [
        ("bare SHA-256 of the lines", Box::new(|| hash(&file))),
        ("verify", Box::new(|| drop(black_box(verify(&file[..]))))),
        ("serde_json and SHA-256", Box::new(|| write(&year))),
        ("seal", Box::new(|| seal(&first.head, &year))),
        ("serde_json into the same types", Box::new(|| read(entries))),
        ("recover", Box::new(|| drop(black_box(recover(&file[..]))))),
        ("audit", Box::new(|| drop(black_box(audit(&file[..]))))),
    ];
    let rounds = if is_full { ROUNDS } else { 1 };
    let mut times = vec![Vec::new(); contenders.len()];
    for _ in 0..rounds {
        for ((_, run), times) in contenders.iter().zip(&mut times) {
            let start = Instant::now();
            run();
            times.push(start.elapsed().as_secs_f64());
        }
    }
    let medians: Vec<f64> = times.into_iter().map(median).collect();
    let entries = f64::from(u32::try_from(year.len()).expect("a year"));
    for ((name, _), time) in contenders.iter().zip(&medians) {
        println!("{name:<32}{:>8.0} ns an entry", time * 1e9 / entries);
    }
    let mut is_met = true;
    for (name, bare, ours, aim) in [
        ("verify / bare SHA-256", 0, 1, 0.7),
        ("seal / serde_json and SHA-256", 2, 3, 0.5),
        ("recover / serde_json", 4, 5, 0.5),
    ] {
        let speed = medians[bare] / medians[ours];
        let said = if !is_full {
            "not judged"
        } else if speed >= aim {
            "met"
        } else {
            "MISSED"
        };
        println!("{name:<32}{speed:>8.2} of the speed, at least {aim}: {said}");
        is_met &= !is_full || speed >= aim * FAR;
    }
    if is_met { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The accepted commands of the year with their outcomes.
fn decided() -> Vec<(Command, Outcome)> {
    let mut alliance = Alliance::new(Policy::cixi_2021());
    let mut year = Vec::new();
    for line in YEAR.lines() {
        let command: Command = serde_json::from_str(line).expect("a command");
        if let Ok(outcome) = alliance.step(&command) {
            year.push((command, outcome));
        }
    }
    year
}

/// The ledger of a year, and its first line.
fn written(year: &[(Command, Outcome)]) -> (Sealed, Vec<u8>) {
    let origin = "dispatch.cixi.example/ledger".parse().expect("an origin");
    let first = Head::begin(origin, &Alliance::new(Policy::cixi_2021())).expect("a header");
    let (mut file, mut head) = (first.line.clone(), first.head.clone());
    for (command, outcome) in year {
        let sealed = head.seal(command, outcome).expect("an entry");
        file.extend_from_slice(&sealed.line);
        head = sealed.head;
    }
    (first, file)
}

fn hash(file: &[u8]) {
    for line in file.split(|byte| *byte == b'\n') {
        black_box(Sha256::digest(line));
    }
}

fn write(year: &[(Command, Outcome)]) {
    let before = Hash::leaf(&[b"the line before"]);
    for (command, Outcome { position, events, .. }) in year {
        let written = Written { position: *position, command, events, before };
        let mut line = serde_json::to_vec(&written).expect("JSON");
        line.push(b'\n');
        black_box((Sha256::digest(&line), line));
    }
}

fn seal(first: &Head, year: &[(Command, Outcome)]) {
    let mut head = first.clone();
    for (command, outcome) in year {
        let sealed = head.seal(command, outcome).expect("an entry");
        black_box(sealed.line);
        head = sealed.head;
    }
}

fn read(entries: &[u8]) {
    for line in entries.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        black_box(serde_json::from_slice::<Line>(line).expect("an entry"));
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
