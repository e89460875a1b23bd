//! Two engines play the same histories: the crate's, and a plain one that is the rules read literally
//! and shares no code with it. After every command they must agree.
//!
//! Four tiers run in `cargo test`, each with fixed seeds. `--nocapture` shows what they came upon.
//! A longer run is asked for by the number of its commands, over all tiers and on all cores:
//!
//! ```text
//! PAIDAN_MODEL_COMMANDS=50000000 cargo test --test engine model::tier -- --nocapture
//! ```
//!
//! Where the two differ, the seed is named, and the history is shrunk and told as a journey;
//! `PAIDAN_KEEP=1` writes the story to `tests/regressions`.

mod census;
pub mod engine_view;
mod faults;
mod history;
pub mod plain;
mod rig;
mod seeded;
mod shrink;
mod tale;
mod tale_policy;
mod tiers;
mod trials;
pub mod twin;
pub mod view;
