//! Draws of whole numbers from a seed, the same on every machine.

use std::ops::RangeInclusive;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

/// Seeded dice.
#[derive(Debug)]
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// The dice of a seed.
    pub fn new(seed: u64) -> Self {
        Self::aside(seed, 0)
    }

    /// Other dice of the same seed: what they draw leaves the first ones alone.
    pub fn aside(seed: u64, stream: u64) -> Self {
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        dice.set_stream(stream);
        Self(dice)
    }

    /// A number of a range.
    pub fn within(&mut self, range: RangeInclusive<u32>) -> u32 {
        self.0.random_range(range)
    }

    /// Whether something happens that happens in so many of a hundred cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.within(1..=100) <= percent
    }

    /// One of a list.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        let count = u32::try_from(list.len()).expect("a short list");
        &list[self.within(0..=count - 1) as usize]
    }

    /// One of a list, each as often as its weight says; nothing of an empty list.
    pub fn weighted<T: Copy>(&mut self, list: &[(T, u32)]) -> Option<T> {
        let whole: u32 = list.iter().map(|(_, weight)| weight).sum();
        let mut left = self.within(0..=whole.checked_sub(1)?);
        list.iter().find_map(|&(one, weight)| match left.checked_sub(weight) {
            Some(rest) => {
                left = rest;
                None
            }
            None => Some(one),
        })
    }

    /// A number from 0 to the given one, small ones more often than large ones.
    pub fn skewed(&mut self, most: u32) -> u32 {
        let first = self.within(0..=most);
        self.within(0..=first)
    }
}
