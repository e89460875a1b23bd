//! The JSON Schemas of the forms (`docs/forms`), held to what the crate reads and writes.
//!
//! A package of its own, since the validator takes longer to build than all else. What is committed
//! is written anew by `PAIDAN_BLESS=1 cargo test --manifest-path tests/schema/Cargo.toml`.

#![cfg(test)]

mod agreement;
mod committed;
mod coverage;
mod documents;
mod forms;
mod lines;
mod mutation;
mod told;
mod written;

/// The history of the tests in which everything happens that a statement lists.
#[path = "../../common/mod.rs"]
mod common;
#[path = "../../statement/history.rs"]
#[allow(dead_code, reason = "the other tests use more of it")]
mod history;
