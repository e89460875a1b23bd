//! A synthetic year of commands, drawn from a seed: who there is (`world`), what enterprises ask
//! for (`demand`), what is asked in error (`mistakes`), and what happens when (`story`); and one
//! station's register of firms (`register`).

use paidan::Command;

pub use register::register;

mod agenda;
mod book;
mod calendar;
mod changes;
mod conduct;
mod council;
mod demand;
mod desk;
mod dice;
mod duty;
mod lives;
mod mistakes;
mod register;
mod slips;
mod story;
mod voices;
mod world;

/// The seed of the committed year: one whose year has all there is to show.
pub const SEED: u64 = 2547;

/// The year of the committed year.
pub const YEAR: i32 = 2025;

/// The commands of a year, in order.
pub fn commands(seed: u64, year: i32) -> Vec<Command> {
    story::tell(seed, year)
}
