//! What is proved of the model in `proofs/`, held against the engine.
//!
//! The vectors are runs of the model with their answers, computed by Coq's own translation of it;
//! the engine must give the same. And of each theorem there is a test of the same name, in the file
//! that is named like the one of the proof, which asks of the engine what the theorem says of the
//! model. Neither needs Coq: `proofs/check.sh` does.
//!
//! `PAIDAN_CASES` sets on how many random runs each is tried, as of the laws.

mod deed;
mod memory;
mod rig;
mod runs;

mod back;
mod caps;
mod correction;
mod history;
mod others;
mod pairs;
mod turn;
mod vectors;

use proptest::test_runner::Config;

/// On how many runs each theorem is tried.
fn cases() -> Config {
    let asked = std::env::var("PAIDAN_CASES").ok().and_then(|cases| cases.parse().ok());
    Config { cases: asked.unwrap_or(256), failure_persistence: None, ..Config::default() }
}
