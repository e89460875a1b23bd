//! The histories of the second engine, and their dice.

#[path = "../model/history/mod.rs"]
#[allow(dead_code, reason = "the second engine uses more of it")]
pub mod history;
#[path = "../model/seeded.rs"]
pub mod seeded;
