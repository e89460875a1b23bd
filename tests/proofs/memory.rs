//! Of each member of a line all moves that were not taken back: what `proofs/History.v` keeps.

use std::collections::BTreeMap;

use crate::proofs::deed::Deed;
use crate::proofs::runs::{Step, members};

/// Why a member came to stand where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    Joined,
    Sorted,
    /// It was sent to the end for an order.
    For(usize),
    /// The same, for an order that is taken back no more.
    Kept,
}

/// All moves of each member that were not taken back, the last one last, each with its time.
#[derive(Debug, Default)]
pub struct Memory {
    moves: BTreeMap<u32, Vec<(u64, Reason)>>,
    time: u64,
    orders: usize,
}

impl Memory {
    /// These members joined, one after another.
    pub fn of(line: &[u32]) -> Self {
        let mut memory = Self::default();
        for member in line {
            memory.begin(*member, Reason::Joined);
        }
        memory
    }

    /// When a member moved last.
    pub fn last_move(&self, member: u32) -> Option<u64> {
        self.moves.get(&member)?.last().map(|last| last.0)
    }

    /// Whether it has not moved since the last sorting of the whole line, or went back.
    pub fn waits(&self, member: u32) -> bool {
        let last = self.moves.get(&member).and_then(|moves| moves.last());
        last.is_some_and(|last| last.1 == Reason::Sorted)
    }

    /// The members by their last moves, the oldest first.
    pub fn line(&self) -> Vec<u32> {
        let mut line: Vec<u32> = self.moves.keys().copied().collect();
        line.sort_by_key(|member| self.last_move(*member));
        line
    }

    fn now(&mut self) -> u64 {
        self.time += 1;
        self.time
    }

    fn begin(&mut self, member: u32, why: Reason) {
        let first = (self.now(), why);
        self.moves.insert(member, vec![first]);
    }

    /// Notes what a step does.
    pub fn note(&mut self, step: &Step) {
        match &step.deed {
            Deed::Order(_) => {
                self.orders += 1;
                if let Some(taker) = step.taker() {
                    let last = (self.now(), Reason::For(self.orders));
                    self.moves.entry(taker).or_default().push(last);
                }
            }
            Deed::Designate(_) => self.orders += 1,
            Deed::CallOff(order) => self.take_back(*order as usize),
            Deed::Join(member) => self.begin(*member, Reason::Joined),
            Deed::Leave(member) => drop(self.moves.remove(member)),
            Deed::Rank(figures) => {
                for member in ranked(self.line(), figures) {
                    self.begin(member, Reason::Sorted);
                }
            }
            Deed::Correct(figures) => self.correct(figures),
            Deed::Decline(_) | Deed::Reassign(_) => panic!("{:?} is not drawn", step.deed),
        }
        assert_eq!(self.moves.len(), members(&step.after).len());
    }

    /// With an order the move for it goes, if it was the last one of its member; if not, it stays.
    fn take_back(&mut self, order: usize) {
        for moves in self.moves.values_mut() {
            if moves.last().is_some_and(|last| last.1 == Reason::For(order)) {
                moves.pop();
            }
            for of in moves.iter_mut().filter(|of| of.1 == Reason::For(order)) {
                of.1 = Reason::Kept;
            }
        }
    }

    /// Those who wait get each other's times, in the order of the figures.
    fn correct(&mut self, figures: &[u32]) {
        let waiting: Vec<u32> = self.line().into_iter().filter(|of| self.waits(*of)).collect();
        let times: Vec<Option<u64>> = waiting.iter().map(|of| self.last_move(*of)).collect();
        for (member, time) in ranked(waiting, figures).into_iter().zip(times) {
            let last = self.moves.get_mut(&member).and_then(|moves| moves.last_mut());
            last.expect("a move").0 = time.expect("a time");
        }
    }
}

/// Members by their figures, the highest first, of equals the lower number.
pub fn ranked(mut line: Vec<u32>, figures: &[u32]) -> Vec<u32> {
    let figure = |member: u32| figures.get(member as usize - 1).copied().unwrap_or(0);
    line.sort_by_key(|member| (std::cmp::Reverse(figure(*member)), *member));
    line
}
