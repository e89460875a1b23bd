//! The arguments of the program.

use std::path::PathBuf;

/// What `--help` says.
pub const HELP: &str = "\
Reads a year of commands, lets the engine decide each, and prints what came of it, by month.

usage: year [FILE | -] [--until N] [--json]

  FILE       commands, one JSON object a line (default: the synthetic year of examples/data)
  -          the same from standard input
  --until N  stop after N commands
  --json     write the outcomes, one a line, instead of the tables;
             of a refused command {\"refused\": ...}
  --help     this text

The alliance starts empty, under the literal text of the Measures of 2021. A command that is
refused is no error. A line that is no command is told on standard error, and the rest goes on.
Exit status: 0; 1 when a line was no command; 2 when the arguments or the file cannot be used.
";

/// The year of the repository.
const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/cixi-2025.jsonl");

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
    /// Outcomes instead of tables.
    pub json: bool,
}

/// Where the commands are.
#[derive(Debug)]
pub enum Source {
    Input,
    File(PathBuf),
}

/// Reads the arguments; or says what is wrong with them.
pub fn parse(arguments: &[String]) -> Result<Wanted, String> {
    let (mut source, mut until, mut json) = (None, None, false);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--help" | "-h" => return Ok(Wanted::Help),
            "--json" => json = true,
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
    Ok(Wanted::Year(Args { source, until, json }))
}
