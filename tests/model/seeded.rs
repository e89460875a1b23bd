//! Choices by seeded chance.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::model::history::draws::Draws;

#[derive(Debug)]
pub struct Seeded(ChaCha8Rng);

impl Seeded {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }
}

impl Draws for Seeded {
    fn below(&mut self, most: usize) -> usize {
        if most < 2 { 0 } else { self.0.random_range(0..most) }
    }

    fn is_over(&self) -> bool {
        false
    }
}
