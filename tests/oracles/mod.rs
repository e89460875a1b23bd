//! Answers of the crate beside those of programs that nobody here wrote.

mod codes;
mod days;
mod deposits;
#[cfg(feature = "simulation")]
mod measures;
mod python;
mod shares;
mod thirds;
