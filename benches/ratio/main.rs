//! What the engine takes, beside the yardsticks in the same run.
//!
//! `cargo bench --manifest-path benches/Cargo.toml --bench ratio` times short runs of all by turns, so
//! that noise meets all alike, and prints medians. Without `--bench`, or with `--test`, each runs once.

#![allow(clippy::disallowed_types, reason = "a bench reads the clock")]

mod orders;
mod rest;
mod table;

use table::Effort;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let has = |flag: &str| args.iter().any(|arg| arg == flag);
    let is_full = has("--bench") && !has("--test");
    let effort = if is_full { Effort::FULL } else { Effort::QUICK };
    keep_memory();
    let aims = orders::table(effort);
    rest::table(effort);
    println!("\naims");
    for aim in aims.into_iter().chain(orders::growth(effort)) {
        println!("{aim}");
    }
}

/// Has the allocator keep what is freed, where it is one that gives large blocks back at once and
/// learns from the first: a run shall find memory that was used before, as a service does whose
/// orders end, and not time the system's first touch of a page.
fn keep_memory() {
    drop(std::hint::black_box(vec![1_u8; 31 << 20]));
}
