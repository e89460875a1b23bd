//! Commands from lines, one at a time, however long or broken the input is.

use std::fmt;
use std::io::{self, BufRead, Read};

use paidan::Command;

/// The longest line that is kept, in bytes.
pub const LONGEST: usize = 4 << 20;

/// A line that is no command.
#[derive(Debug)]
pub struct BadLine {
    number: u64,
    reason: String,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.number, self.reason)
    }
}

/// The lines of an input.
#[derive(Debug)]
pub struct Lines<R> {
    input: R,
    number: u64,
    line: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    /// The lines of this input.
    pub fn new(input: R) -> Self {
        Self { input, number: 0, line: Vec::new() }
    }

    /// The command of the next line, or what is wrong with the line; nothing at the end.
    pub fn next_command(&mut self) -> io::Result<Option<Result<Command, BadLine>>> {
        self.line.clear();
        let most = LONGEST as u64 + 1;
        if self.input.by_ref().take(most).read_until(b'\n', &mut self.line)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        let number = self.number;
        let command = if self.line.len() > LONGEST && !self.line.ends_with(b"\n") {
            self.skip_rest()?;
            Err(format!("longer than {} MiB", LONGEST >> 20))
        } else {
            super::command(&self.line)
        };
        Ok(Some(command.map_err(|reason| BadLine { number, reason })))
    }

    /// Passes over what is left of a line, without keeping it.
    fn skip_rest(&mut self) -> io::Result<()> {
        loop {
            let bytes = self.input.fill_buf()?;
            let (used, done) = match bytes.iter().position(|byte| *byte == b'\n') {
                Some(end) => (end + 1, true),
                None => (bytes.len(), bytes.is_empty()),
            };
            self.input.consume(used);
            if done {
                return Ok(());
            }
        }
    }
}
