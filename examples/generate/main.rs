//! Why: an engine for a city is only believed on a year of a city, and no real one may be
//! published. This writes a synthetic one, the same on every machine for the same seed; or, of the
//! same year, the register of firms of one station.
//!
//! `cargo run --release --example generate -- [--register] [SEED [YEAR]] > year.jsonl`

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use paidan::Command;
use serde::Serialize;

mod synthetic;

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let wants_register = arguments.first().is_some_and(|first| first == "--register");
    if wants_register {
        arguments.remove(0);
    }
    let Some((seed, year)) = seed_and_year(&arguments) else {
        eprintln!(
            "usage: generate [--register] [SEED [YEAR]]   (a whole number; a year in 2000 to 9890)"
        );
        return ExitCode::from(2);
    };
    let commands = synthetic::commands(seed, year);
    let written = if wants_register {
        write_register(&synthetic::register(seed, &commands))
    } else {
        write(&commands)
    };
    match written {
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

fn write_register(register: &impl Serialize) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, register)?;
    out.write_all(b"\n")?;
    out.flush()
}
