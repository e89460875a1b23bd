//! The faults, each with the code it stands in for. A fault's number is its place, from 1.

mod house;
mod months;
mod turns;
mod work;

use std::sync::LazyLock;

/// A fault: where the engine says `old`, a copy of it says `new`.
#[derive(Clone, Copy)]
pub struct Fault {
    /// What goes wrong, in plain words.
    pub name: &'static str,
    /// The section of the rules that it breaks.
    pub section: &'static str,
    pub file: &'static str,
    /// An expression, or statements, that the file has once.
    pub old: &'static str,
    pub new: &'static str,
}

/// All of them.
pub static FAULTS: LazyLock<Vec<Fault>> =
    LazyLock::new(|| [turns::FAULTS, months::FAULTS, work::FAULTS, house::FAULTS].concat());
