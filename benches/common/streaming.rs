//! The floor: as many bytes read and written an order as the engine reads and writes, and no rule.
//!
//! No program that is given a whole command, keeps a whole record and tells a whole outcome can be
//! faster by much than memory is here.

use std::hint::black_box;

use paidan::{Command, Event, OrderRecord, Outcome};

/// The words of 8 bytes of a command, of a record with its links in a chain, and of an outcome
/// with its two events.
const READ: usize = size_of::<Command>() / 8;
const KEPT: usize = size_of::<OrderRecord>() / 8;
const TOLD: usize = (size_of::<Outcome>() + 2 * size_of::<Event>()) / 8;

/// A command as plain words.
pub type Input = [u64; READ];

/// What the engine keeps beside a record: its id and its neighbours in the chain of its member.
type Link = [u32; 3];

/// What was written so far.
#[derive(Clone, Debug)]
pub struct Streaming {
    records: Vec<[u64; KEPT]>,
    links: Vec<Link>,
    outcome: [u64; TOLD],
}

impl Streaming {
    /// Nothing written, with room for so many orders.
    pub fn new(room: usize) -> Self {
        let (mut records, mut links) = (vec![[1; KEPT]; room], vec![[1; 3]; room]);
        // The room was written once, so that no new page is asked for under the clock.
        records.clear();
        links.clear();
        Self { records, links, outcome: [0; TOLD] }
    }

    /// Inputs for so many orders, no two alike.
    pub fn inputs(orders: usize) -> Vec<Input> {
        (0..orders).map(|order| std::array::from_fn(|word| (order * READ + word) as u64)).collect()
    }

    /// Reads one order, and writes what is written of one.
    pub fn copy(&mut self, input: &Input) {
        // Each word written depends on the words read, so that none can be left out.
        self.records.push(std::array::from_fn(|word| input[word % READ]));
        let sum = input.iter().fold(0, |sum: u64, word| sum.wrapping_add(*word));
        let [low, high, ..] = sum.to_le_bytes();
        self.links.push([u32::from(low), u32::from(high), 0]);
        self.outcome = std::array::from_fn(|word| sum ^ input[word % READ]);
        black_box(&self.outcome);
    }
}
