//! Laws that hold of every history, tried on random ones in small crowded worlds.
//!
//! `PAIDAN_CASES` sets how many histories each law is tried on (128 if it is not set):
//! `PAIDAN_CASES=5000 cargo test --release --test engine laws::`. A failure prints the smallest
//! history found that breaks the law.

mod house;
mod life;
mod model;
mod plan;
mod slips;
mod world;

mod bars;
mod booking;
mod corrections;
mod council;
mod counting;
mod deposits;
mod dispatching;
mod duty;
mod ends;
mod exits;
mod fairness;
mod few;
#[cfg(feature = "serde")]
mod folding;
#[cfg(feature = "serde")]
mod forged;
#[cfg(feature = "serde")]
mod forged_fields;
mod forged_orders;
#[cfg(feature = "serde")]
mod forged_outcomes;
#[cfg(feature = "serde")]
mod forged_snapshots;
mod forged_states;
mod leave;
mod lines;
mod moves;
mod names;
mod places;
mod queries;
mod reach;
mod registers;
mod runs;
mod undone;

use proptest::test_runner::Config;

/// How many histories each law is tried on.
fn cases() -> Config {
    let asked = std::env::var("PAIDAN_CASES").ok().and_then(|cases| cases.parse().ok());
    Config { cases: asked.unwrap_or(128), failure_persistence: None, ..Config::default() }
}
