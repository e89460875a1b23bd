//! Why: an engine for a city is only believed on a year of a city, and no real one may be
//! published. This writes a synthetic one, the same on every machine for the same seed.
//!
//! `cargo run --release --example generate -- [SEED [YEAR]] > year.jsonl`

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use paidan::Command;

mod synthetic;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((seed, year)) = seed_and_year(&arguments) else {
        eprintln!("usage: generate [SEED [YEAR]]   (a whole number; a year in 2000 to 9890)");
        return ExitCode::from(2);
    };
    match write(&synthetic::commands(seed, year)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generate: {error}");
            ExitCode::from(2)
        }
    }
}

fn seed_and_year(arguments: &[String]) -> Option<(u64, i32)> {
    let (seed, year) = match arguments {
        [] => (synthetic::SEED, synthetic::YEAR),
        [seed] => (seed.parse().ok()?, synthetic::YEAR),
        [seed, year] => (seed.parse().ok()?, year.parse().ok()?),
        _ => return None,
    };
    (2000..=9890).contains(&year).then_some((seed, year))
}

fn write(commands: &[Command]) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for command in commands {
        serde_json::to_writer(&mut out, command)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
