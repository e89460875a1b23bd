//! The worst input: what whoever chooses the ids, the sizes or the order of things can make dear.
//!
//! `cargo bench --manifest-path benches/Cargo.toml --bench worst` times each at three sizes and prints
//! the exponent of its growth, and whether the aim holds; it fails where one is missed by far. Without
//! `--bench`, or with `--test`, everything runs once, small, and nothing is judged.

#![allow(clippy::disallowed_types, reason = "a bench reads the clock")]

mod lines;
mod orders;
mod table;
mod town;

use std::process::ExitCode;

use table::{Effort, Table};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let has = |flag: &str| args.iter().any(|arg| arg == flag);
    let is_full = has("--bench") && !has("--test");
    let mut table = Table::new(if is_full { Effort::Full } else { Effort::Quick });
    orders::rows(&mut table);
    lines::rows(&mut table);
    table.verdict()
}
