//! Asking a Python script, and telling how much was asked.

use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a script ends with when its package is not installed.
const NOT_HERE: i32 = 77;

/// The answers of a script, a line each; nothing, and a word, where it cannot run here.
///
/// A script that runs and fails is no reason to skip.
pub fn ask(script: &str, questions: &[String]) -> Option<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles");
    let mut command = Command::new(interpreter());
    command.arg(folder.join(script)).env("PYTHONIOENCODING", "utf-8");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut python = match command.spawn() {
        Ok(python) => python,
        Err(error) if error.kind() == ErrorKind::NotFound => return skip("Python 3 is not here"),
        Err(error) => panic!("{script} does not start: {error}"),
    };
    let mut input = python.stdin.take().expect("an input");
    // A script reads all of its input before it answers, so neither waits for the other.
    let written = input.write_all((questions.join("\n") + "\n").as_bytes());
    drop(input);
    let output = python.wait_with_output().expect("an end");
    let words = String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(NOT_HERE) {
        return skip(words.trim());
    }
    assert!(output.status.success(), "{script} failed:\n{words}");
    written.expect("all questions are read");
    let answers = String::from_utf8(output.stdout).expect("a text");
    Some(answers.lines().map(str::to_string).collect())
}

/// The interpreter that is named, or the one `.ci/run` sets up, or the system's.
fn interpreter() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/oracles/bin/python");
    match std::env::var_os("PAIDAN_PYTHON") {
        Some(named) if !named.is_empty() => named.into(),
        _ if own.exists() => own,
        _ => "python3".into(),
    }
}

fn skip(why: &str) -> Option<Vec<String>> {
    println!("skipped: {why}");
    None
}

/// Prints what was compared, and how often.
pub fn table(title: &str, rows: &[(&str, usize)]) {
    let mut table = format!("{title}\n");
    for (what, count) in rows {
        writeln!(table, "{count:>9}  {what}").expect("a line");
    }
    println!("{table}");
}
