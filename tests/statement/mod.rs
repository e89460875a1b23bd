//! The monthly statement: whole, as golden text, and against the engine over a year.

mod feedback;
mod golden;
mod history;
mod told;
mod year;
