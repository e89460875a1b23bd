//! The monthly statement: whole, as golden text, and against the engine over a year.

mod feedback;
mod from_state;
mod golden;
mod history;
mod told;
pub mod year;
