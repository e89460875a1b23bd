//! The monthly statement: whole, as golden text, and against the engine over a year.

#[path = "../common/mod.rs"]
mod common;

mod golden;
mod history;
mod year;
