//! The instructions of an order, which no noise of the machine touches.
//!
//! `cargo bench --manifest-path benches/Cargo.toml --bench instructions` runs itself under
//! `valgrind --tool=callgrind`, and compares the ratio of engine to yardstick with the one on record
//! in `instructions.txt`; what grew by more than a twentieth is an error. `-- --record` renews the
//! record, `-- --parts` shows where the instructions go. Where valgrind is missing it says so and all
//! is well. Without `--bench`, or with `--test`, each workload only runs.

mod parts;
mod record;

use std::fs;
use std::process::{Command, ExitCode};

use common::bare::Bare;
use common::city::{Kind, Size};
use common::{RUN, Work};
use paidan::{Alliance, Outcome, Policy};
use record::{RENEW, Record, compiler};

/// By which door of the engine the orders come in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Door {
    StepInto,
    Step,
    Apply,
}

/// What is counted: a name, the kind of orders, the members, and the door.
const WORKLOADS: [(&str, Kind, u32, Door); 5] = [
    ("turn", Kind::Turn, 100, Door::StepInto),
    ("wide", Kind::Turn, 10_000, Door::StepInto),
    ("step", Kind::Turn, 100, Door::Step),
    ("year", Kind::Year, 101, Door::StepInto),
    ("replay", Kind::Turn, 100, Door::Apply),
];

/// The argument after which a run is told what to count.
const COUNTED: &str = "--counted";

// What is counted must be functions of their own, with these words in their names.
#[inline(never)]
fn counted_engine(work: &Work, alliance: &mut Alliance, door: Door, outcomes: &[Outcome]) {
    match door {
        Door::StepInto => work.by_engine(alliance),
        Door::Step => work.by_step(alliance),
        Door::Apply => work.by_apply(alliance, outcomes),
    }
}

#[inline(never)]
fn counted_bare(work: &Work, bare: &mut Bare) {
    work.by_bare(bare);
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let has = |flag: &str| args.iter().any(|arg| arg == flag);
    if let Some(at) = args.iter().position(|arg| arg == COUNTED) {
        run(args.get(at + 1).map_or("", String::as_str));
        return ExitCode::SUCCESS;
    }
    if !has("--bench") || has("--test") {
        for (name, ..) in WORKLOADS {
            run(name);
        }
        println!("each workload ran; nothing was counted");
        return ExitCode::SUCCESS;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("skipped: counting instructions, since valgrind is not installed");
        return ExitCode::SUCCESS;
    }
    match count(has("--record"), has("--parts")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a workload once by each, from states that were made before.
fn run(wanted: &str) {
    for (name, kind, members, door) in WORKLOADS {
        if name == wanted {
            let work = Work::new(kind, Size::of(members), &Policy::cixi_2021());
            let outcomes = if door == Door::Apply { work.outcomes() } else { Vec::new() };
            let (mut alliance, mut bare) = (work.engine(), work.bare());
            counted_engine(&work, &mut alliance, door, &outcomes);
            counted_bare(&work, &mut bare);
        }
    }
}

/// Counts all, prints it, and holds it against the record or renews that.
fn count(is_recording: bool, shows_parts: bool) -> Result<(), String> {
    let record = Record::read()?;
    let (mut lines, mut worse) = (Vec::new(), Vec::new());
    println!("instructions an order      engine        bare   engine / bare     on record");
    for (name, kind, members, _) in WORKLOADS {
        let orders = if kind == Kind::Year { RUN as u64 / 12 * 12 } else { RUN as u64 };
        let engine = Count::of(name, "counted_engine", shows_parts)?;
        let bare = Count::of(name, "counted_bare", false)?;
        let ratio = engine.all * 100 / bare.all.max(1);
        let known = record.ratios.get(name).copied();
        let (engine_each, bare_each) = (engine.all / orders, bare.all / orders);
        println!(
            "{name:<7}{members:>6} members{engine_each:>12}{bare_each:>12}{:>16}{:>14}",
            hundredths(ratio),
            known.map_or("-".into(), hundredths)
        );
        for (count, part) in engine.parts.iter().filter(|(count, _)| *count >= orders) {
            println!("{:>33}  {part}", count / orders);
        }
        let ratio_text = hundredths(ratio);
        lines.push(format!("{name} {ratio_text} engine {engine_each} bare {bare_each}"));
        if known.is_none_or(|known| ratio * 100 > known * 105) {
            worse.push(name);
        }
    }
    if is_recording {
        return Record::write(&lines);
    }
    if worse.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{}: not on record, or over the record by more than a twentieth. That was made by {}; this \
         is {}. If it is meant to be so, renew it: {RENEW}",
        worse.join(", "),
        record.compiler,
        compiler()
    ))
}

/// Instructions of one of the counted functions with all that it calls.
struct Count {
    all: u64,
    parts: Vec<(u64, String)>,
}

impl Count {
    /// Runs a workload under valgrind and counts in one function.
    fn of(name: &str, function: &str, shows_parts: bool) -> Result<Self, String> {
        let this = std::env::current_exe().map_err(|error| error.to_string())?;
        let file = this.with_extension(format!("{name}-{function}"));
        let output = Command::new("valgrind")
            .args(["--tool=callgrind", "--compress-strings=no", "--compress-pos=no"])
            .arg(format!("--dump-instr={}", if shows_parts { "yes" } else { "no" }))
            .arg(format!("--toggle-collect=*{function}*"))
            .arg(format!("--callgrind-out-file={}", file.display()))
            .arg(&this)
            .args([COUNTED, name])
            .output()
            .map_err(|error| error.to_string())?;
        let text = fs::read_to_string(&file).unwrap_or_default();
        // It is left over where it cannot be removed, and the next run writes over it.
        let _ = fs::remove_file(&file);
        let all = text.lines().find_map(|line| line.strip_prefix("summary: ")?.parse().ok());
        match all {
            Some(all @ 1..) if output.status.success() => {
                let parts = if shows_parts { parts::parts(&this, &text)? } else { Vec::new() };
                Ok(Self { all, parts })
            }
            _ => {
                let told = String::from_utf8_lossy(&output.stderr);
                Err(format!("valgrind counted nothing in {function} of {name}:\n{told}"))
            }
        }
    }
}

fn hundredths(ratio: u64) -> String {
    format!("{}.{:02}", ratio / 100, ratio % 100)
}
