//! The arguments of the program.

use std::path::{Path, PathBuf};

use paidan::Month;

/// What `--help` says.
pub const HELP: &str = "\
Reads a year of commands, lets the engine decide each, and prints what came of it, by month.

usage: year [FILE | -] [--until N] [--json | --statement MONTH [--public]] [--ledger LEDGER]

  FILE       commands, one JSON object a line (default: the synthetic year of examples/data)
  -          the same from standard input
  --until N  stop after N commands
  --json     write the outcomes, one a line, instead of the tables;
             of a refused command {\"refused\": ...}
  --statement MONTH  (2025-03) print the statement of that month, in English and in Chinese,
             instead of the tables
  --public   in the statement, name no enterprise
  --ledger LEDGER  write the ledger there, too, and its checkpoint to LEDGER.checkpoint
  --help     this text

The alliance starts empty, under the literal text of the Measures of 2021. A command that is
refused is no error. A line that is no command is told on standard error, and the rest goes on.
Exit status: 0; 1 when a line was no command; 2 when the arguments or the file cannot be used.
";

/// The year of the repository.
const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/cixi-2025.jsonl");

/// What to do where it is missing, as in the package that is published.
pub const HOW_TO_HAVE_IT: &str = "\
The year is in the repository, not in the package. To write it:
cargo run --release --example generate > cixi-2025.jsonl
and name the file.";

/// Whether a file is the year of the repository.
pub fn is_default(path: &Path) -> bool {
    path == Path::new(DEFAULT)
}

/// What is wanted.
#[derive(Debug)]
pub enum Wanted {
    Help,
    Year(Args),
}

/// How a year is to be read.
#[derive(Debug)]
pub struct Args {
    pub source: Source,
    /// After how many commands to stop.
    pub until: Option<u64>,
    /// What is printed.
    pub print: Print,
    /// Where the ledger is written.
    pub ledger: Option<PathBuf>,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Print {
    /// The figures, by month.
    Tables,
    /// The outcomes.
    Json,
    /// The statement of a month.
    Statement(Month, Readers),
}

/// For whom a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    City,
    Public,
}

/// Where the commands are.
#[derive(Debug)]
pub enum Source {
    Input,
    File(PathBuf),
}

/// Reads the arguments; or says what is wrong with them.
pub fn parse(arguments: &[String]) -> Result<Wanted, String> {
    let (mut source, mut until) = (None, None);
    let (mut json, mut month, mut readers) = (false, None, Readers::City);
    let mut ledger = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--help" | "-h" => return Ok(Wanted::Help),
            "--json" => json = true,
            "--public" => readers = Readers::Public,
            "--statement" => {
                let text = rest.next().ok_or("--statement needs a month")?;
                let parsed = text.parse::<Month>();
                month = Some(parsed.map_err(|error| format!("--statement {text:?}: {error}"))?);
            }
            "--ledger" => ledger = Some(rest.next().ok_or("--ledger needs a file")?.into()),
            "--until" => {
                let number = rest.next().ok_or("--until needs a number")?;
                let parsed = number.parse();
                until = Some(parsed.map_err(|_| format!("--until {number:?} is no number"))?);
            }
            option if option.starts_with('-') && option != "-" => {
                return Err(format!("there is no option {option:?}"));
            }
            _ if source.is_some() => return Err("only one file can be read".into()),
            "-" => source = Some(Source::Input),
            path => source = Some(Source::File(path.into())),
        }
    }
    let source = source.unwrap_or_else(|| Source::File(DEFAULT.into()));
    let print = match (month, json, readers) {
        (None, false, Readers::City) => Print::Tables,
        (None, true, Readers::City) => Print::Json,
        (Some(month), false, readers) => Print::Statement(month, readers),
        (None, _, Readers::Public) => return Err("--public is of a --statement".into()),
        (Some(_), true, _) => return Err("a --statement is no --json".into()),
    };
    Ok(Wanted::Year(Args { source, until, print, ledger }))
}
