//! The layers of tests, and what each says of a fault.

use std::fmt;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::thread::sleep;
use std::time::Duration;

/// A layer of tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// A test a clause, with figures worked out by hand.
    Clauses,
    /// What holds of every history, on random ones.
    Laws,
    /// The second engine, on random histories.
    Model,
}

/// What a layer says of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Missed,
    /// So many tests fail.
    Tests(u32),
    /// The history of this number is the first that goes wrong.
    History(u32),
    /// The engine does not come back.
    Hangs,
    /// The engine breaks the tests off.
    BreaksOff,
}

/// How often it is looked whether the tests are through.
const PAUSE: Duration = Duration::from_millis(20);

/// After so many looks, ten minutes, an engine hangs.
const LOOKS: u32 = 30_000;

impl Layer {
    pub const ALL: [Self; 3] = [Self::Clauses, Self::Laws, Self::Model];

    /// Its name, and which of the tests are its own.
    pub fn tests(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Clauses => ("clauses", &["articles::"]),
            Self::Laws => ("laws", &["laws::"]),
            Self::Model => ("model", &["--exact", "model::faults::finds_a_fault"]),
        }
    }

    /// Runs its tests, which write into a file, with the fault of a number awake.
    pub fn run(self, program: &Path, tree: &Path, number: usize, told: &Path) -> Verdict {
        let file = File::create(told).expect("a file for what is told");
        let mut command = Command::new(program);
        command.current_dir(tree).args(["--test-threads=1", "--nocapture"]);
        command.args(self.tests().1);
        command.env("PAIDAN_FAULT", number.to_string());
        // Fixed histories, so that the table can be had again; nobody reads the smallest ones.
        command.env("PROPTEST_RNG_SEED", "1").env("PROPTEST_MAX_SHRINK_ITERS", "0");
        command.env("RUST_BACKTRACE", "0");
        command.stderr(file.try_clone().expect("the same file")).stdout(file);
        let status = wait(command.spawn().expect("the tests run"));
        let told = String::from_utf8_lossy(&fs::read(told).expect("what was told")).into_owned();
        status.map_or(Verdict::Hangs, |status| self.verdict(status, &told))
    }

    fn verdict(self, status: ExitStatus, told: &str) -> Verdict {
        let after = |words| told.rsplit_once(words).map(|(_, rest)| number(rest));
        let before = |words| told.rsplit_once(words).map(|(rest, _)| number(last_word(rest)));
        let failed = before(" failed;").flatten();
        match (self, failed) {
            (Self::Model, Some(0)) if told.contains("not found in ") => Verdict::Missed,
            (Self::Model, Some(1)) => {
                after("found after ").flatten().map_or(Verdict::BreaksOff, Verdict::History)
            }
            (Self::Clauses | Self::Laws, Some(0)) if status.success() => Verdict::Missed,
            (Self::Clauses | Self::Laws, Some(failed)) if failed > 0 => Verdict::Tests(failed),
            _ => Verdict::BreaksOff,
        }
    }
}

/// Waits for tests, but not for ever.
fn wait(mut tests: Child) -> Option<ExitStatus> {
    for _ in 0..LOOKS {
        if let Some(status) = tests.try_wait().expect("a state") {
            return Some(status);
        }
        sleep(PAUSE);
    }
    tests.kill().expect("an end");
    tests.wait().expect("an end");
    None
}

/// The number at the beginning of a text.
fn number(text: &str) -> Option<u32> {
    let end = text.find(|of: char| !of.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().ok()
}

fn last_word(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or(text)
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missed => write!(f, "no"),
            Self::Tests(failed) => write!(f, "{failed}"),
            Self::History(nth) => write!(f, "{nth}"),
            Self::Hangs => write!(f, "hangs"),
            Self::BreaksOff => write!(f, "breaks off"),
        }
    }
}
