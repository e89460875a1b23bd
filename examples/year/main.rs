//! Why: a clerk of the city wants to see what the rules made of a year, month by month: who was
//! given what and how, who came near a cap or reached it, and what had to wait.
//!
//! `cargo run --release --example year -- --help`

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

mod clerk;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (out, err) = (io::stdout().lock(), io::stderr().lock());
    match clerk::run(&arguments, io::stdin().lock(), io::BufWriter::new(out), err) {
        Ok(status) => ExitCode::from(status),
        // Whoever read the output has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Where even standard error is closed there is nobody left to tell.
            let _ = writeln!(io::stderr(), "year: cannot write: {error}");
            ExitCode::from(2)
        }
    }
}
