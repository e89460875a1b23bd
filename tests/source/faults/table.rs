//! The faults, each with the code it stands in for. A fault's number is its place, from 1.

mod doors;
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
    LazyLock::new(|| DECISIONS.iter().copied().chain([doors::FAULTS]).flatten().copied().collect());

/// Those of what is decided, which the second engine decides too.
const DECISIONS: [&[Fault]; 4] = [turns::FAULTS, months::FAULTS, work::FAULTS, house::FAULTS];

impl Fault {
    /// Whether it lets in what no history has: the second engine makes histories only, so that the laws
    /// have to find it.
    pub fn is_of_the_doors(&self) -> bool {
        doors::FAULTS.iter().any(|of| of.name == self.name)
    }
}
