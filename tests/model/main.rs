//! Two engines play the same histories: the crate's, and a plain one that is the rules read literally
//! and shares no code with it. After every command they must agree.
//!
//! Four tiers run in `cargo test`, each with fixed seeds. `--nocapture` shows what they came upon.
//! A longer run is asked for by the number of its commands, over all tiers and on all cores:
//!
//! ```text
//! PAIDAN_MODEL_COMMANDS=50000000 cargo test --test model -- --nocapture tier
//! ```
//!
//! Where the two differ, the seed is named, and the history is shrunk and told as a journey;
//! `PAIDAN_KEEP=1` writes the story to `tests/regressions`.

mod census;
#[path = "../common/mod.rs"]
mod common;
mod engine_view;
mod faults;
mod history;
#[path = "../journeys/house.rs"]
mod house;
#[path = "../journeys/life.rs"]
mod life;
#[path = "../journeys/names.rs"]
mod names;
mod plain;
#[path = "../journeys/play.rs"]
mod play;
#[path = "../journeys/policies.rs"]
mod policies;
mod rig;
mod seeded;
mod shrink;
#[path = "../journeys/table.rs"]
mod table;
mod tale;
mod tale_policy;
mod tiers;
mod trials;
mod twin;
mod view;
#[path = "../journeys/words.rs"]
mod words;
