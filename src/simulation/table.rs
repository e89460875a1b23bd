//! Tables of weights, from which one is drawn as often as its weight says.

use crate::simulation::draws::{Attribute, Draw};

/// Weights, each added to those before.
#[derive(Debug)]
pub(super) struct Table {
    sums: Vec<u32>,
}

impl Table {
    /// A table of weights. What would bring their sum above 2^32 - 1 is never drawn.
    pub(super) fn new(weights: impl Iterator<Item = u32>) -> Self {
        let mut sum = 0_u32;
        let sums = weights.map(|weight| {
            sum = sum.saturating_add(weight);
            sum
        });
        Self { sums: sums.collect() }
    }

    /// The index of one of them; nothing where all weigh nothing.
    pub(super) fn pick(&self, draw: &Draw, of: Attribute) -> Option<usize> {
        let whole = self.sums.last().copied().filter(|sum| *sum > 0)?;
        let place = draw.below(of, whole);
        Some(self.sums.partition_point(|sum| *sum <= place))
    }
}
