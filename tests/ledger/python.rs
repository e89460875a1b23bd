//! Asking Python programs.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What a program ends with when it cannot run here.
const NOT_HERE: i32 = 77;

/// What a program makes of its input; nothing, and a word, where it cannot run here.
pub fn run(interpreter: &Path, arguments: &[&Path], input: &[u8]) -> Option<Output> {
    let mut command = Command::new(interpreter);
    command.args(arguments).env("PYTHONIOENCODING", "utf-8");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut python = match command.spawn() {
        Ok(python) => python,
        Err(error) if error.kind() == ErrorKind::NotFound => return skip("Python 3 is not here"),
        Err(error) => panic!("{} does not start: {error}", interpreter.display()),
    };
    // A program that refuses what it reads may end before it has read all of it.
    let _ = python.stdin.take().expect("an input").write_all(input);
    let output = python.wait_with_output().expect("an end");
    if output.status.code() == Some(NOT_HERE) {
        return skip(String::from_utf8_lossy(&output.stderr).trim());
    }
    Some(output)
}

fn skip(why: &str) -> Option<Output> {
    println!("skipped: {why}");
    None
}

/// A place in the repository.
pub fn place(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder of its own for the files of one test, which is empty.
pub fn folder(of: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ledger").join(of);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}
