//! Reads a year of commands, lets the engine decide each, and tells what came of it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::time::Duration;

use paidan::{Alliance, Command, Language, Month, Outcome, Policy, Refusal, StatementFold};

mod args;
mod ledger;
mod lines;
mod names;
mod show;
mod show_house;
mod show_life;
mod show_shares;
mod table;
mod year;

use args::{Args, Print, Readers, Source, Wanted};
use ledger::Book;
use lines::Lines;
use year::Reading;

/// Everything was read.
const FINE: u8 = 0;
/// Some lines were no commands.
const BAD_LINES: u8 = 1;
/// The arguments or the file cannot be used.
const UNUSABLE: u8 = 2;

/// Runs the program with these arguments; says with which status it ends.
///
/// # Errors
/// What cannot be written to `out` or `err`.
pub fn run(
    arguments: &[String],
    input: impl BufRead,
    mut out: impl Write,
    mut err: impl Write,
) -> io::Result<u8> {
    let args = match args::parse(arguments) {
        Ok(Wanted::Help) => {
            out.write_all(args::HELP.as_bytes())?;
            out.flush()?;
            return Ok(FINE);
        }
        Ok(Wanted::Year(args)) => args,
        Err(reason) => {
            writeln!(err, "year: {reason}\n\n{}", args::HELP)?;
            return Ok(UNUSABLE);
        }
    };
    match &args.source {
        Source::Input => read(&args, input, &mut out, &mut err),
        Source::File(path) => match File::open(path) {
            Ok(file) => read(&args, BufReader::new(file), &mut out, &mut err),
            Err(error) => {
                writeln!(err, "year: {}: {error}", path.display())?;
                Ok(UNUSABLE)
            }
        },
    }
}

fn read(
    args: &Args,
    input: impl BufRead,
    out: &mut impl Write,
    err: &mut impl Write,
) -> io::Result<u8> {
    let policy = Policy::cixi_2021();
    let mut teller = Teller::new(args.print, &policy);
    let mut alliance = Alliance::new(policy);
    let mut book = match begin(args, &alliance, err)? {
        Ok(book) => book,
        Err(status) => return Ok(status),
    };
    let (mut status, mut decided, mut time) = (FINE, 0, Duration::ZERO);
    let mut lines = Lines::new(input);
    while args.until.is_none_or(|until| decided < until) {
        let command = match lines.next_command() {
            Ok(None) => break,
            Ok(Some(Ok(command))) => command,
            Ok(Some(Err(bad))) => {
                status = BAD_LINES;
                writeln!(err, "{bad}")?;
                continue;
            }
            Err(error) => {
                out.flush()?;
                writeln!(err, "year: cannot read on: {error}")?;
                return Ok(UNUSABLE);
            }
        };
        let decision = timed(&mut time, || alliance.step(&command));
        decided += 1;
        if let (Some(book), Ok(outcome)) = (&mut book, &decision) {
            book.add(&command, outcome)?;
        }
        teller.note(out, &command, &decision)?;
    }
    match teller {
        Teller::Json => {}
        Teller::Tables(reading) => {
            show::year(out, &reading.finish())?;
            show::time(out, decided, time)?;
        }
        Teller::Statement { month, readers, fold } => {
            if !statement(out, *fold, readers)? {
                status = UNUSABLE;
                writeln!(err, "year: the commands never come to {month}")?;
            }
        }
    }
    out.flush()?;
    if let Some(book) = book {
        writeln!(err, "year: the checkpoint of the ledger is in {}", book.end()?.display())?;
    }
    Ok(status)
}

/// Begins the ledger, where one is wanted; or says why it cannot be.
fn begin(
    args: &Args,
    alliance: &Alliance,
    err: &mut impl Write,
) -> io::Result<Result<Option<Book>, u8>> {
    let Some(path) = &args.ledger else { return Ok(Ok(None)) };
    match Book::begin(path, alliance) {
        Ok(book) => Ok(Ok(Some(book))),
        Err(error) => {
            writeln!(err, "year: {}: {error}", path.display())?;
            Ok(Err(UNUSABLE))
        }
    }
}

/// What is to be told, as far as it is read.
enum Teller {
    Json,
    Tables(Box<Reading>),
    Statement { month: Month, readers: Readers, fold: Box<StatementFold> },
}

impl Teller {
    fn new(print: Print, policy: &Policy) -> Self {
        match print {
            Print::Json => Self::Json,
            Print::Tables => Self::Tables(Box::new(Reading::new(policy))),
            Print::Statement(month, readers) => {
                let fold = Box::new(StatementFold::new(month, policy));
                Self::Statement { month, readers, fold }
            }
        }
    }

    /// Takes a decision in, or tells it at once.
    fn note(
        &mut self,
        out: &mut impl Write,
        command: &Command,
        decision: &Decision,
    ) -> io::Result<()> {
        match (self, decision) {
            (Self::Json, decision) => write_json(out, decision)?,
            (Self::Tables(reading), decision) => reading.note(command, decision),
            (Self::Statement { fold, .. }, Ok(outcome)) => fold.add(command, outcome),
            (Self::Statement { .. }, Err(_)) => {}
        }
        Ok(())
    }
}

/// Prints a statement in both languages; says whether there is one.
fn statement(out: &mut impl Write, fold: StatementFold, readers: Readers) -> io::Result<bool> {
    let Some(statement) = fold.finish() else { return Ok(false) };
    let statement = match readers {
        Readers::City => statement,
        Readers::Public => statement.for_public(),
    };
    write!(out, "{}", statement.in_language(Language::English))?;
    write!(out, "\n\n{}", statement.in_language(Language::Chinese))?;
    Ok(true)
}

/// Does something and adds how long it took.
#[expect(clippy::disallowed_types, reason = "the engine reads no clock; its measurement does")]
fn timed<T>(time: &mut Duration, work: impl FnOnce() -> T) -> T {
    let start = std::time::Instant::now();
    let made = work();
    *time += start.elapsed();
    made
}

/// One line: the outcome, or `{"refused": ...}`.
fn write_json(out: &mut impl Write, decision: &Decision) -> io::Result<()> {
    match decision {
        Ok(outcome) => serde_json::to_writer(&mut *out, outcome)?,
        Err(refusal) => {
            serde_json::to_writer(&mut *out, &serde_json::json!({ "refused": refusal }))?;
        }
    }
    out.write_all(b"\n")
}

/// A command with what the engine made of it.
type Decision = Result<Outcome, Refusal>;

/// Reads one command from the bytes of its line.
fn command(line: &[u8]) -> Result<Command, String> {
    let text = std::str::from_utf8(line)
        .map_err(|error| format!("not UTF-8 after byte {}", error.valid_up_to()))?;
    serde_json::from_str(text).map_err(|error| {
        let reason = error.to_string();
        // The line it means is the only one it was given.
        let reason = reason.rsplit_once(" at line ").map_or(reason.as_str(), |(reason, _)| reason);
        format!("column {}: {}", error.column(), table::printable(reason))
    })
}
