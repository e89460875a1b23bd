//! A set of slots of a line: a sorted set where they are few for its length, bits where they are many.
//!
//! Invariant: `count` is how many bits are in. A set is bits while it has at least a part of the
//! line's slots; it becomes a sorted set again when it has half as many, so that its memory is bounded
//! by what is in it and moving about the bound costs nothing each time.

use alloc::collections::BTreeSet;

use crate::parts::bits::{Bits, Spot};

/// The set.
#[derive(Clone, Debug)]
pub(crate) enum Slots {
    /// Few of the slots.
    Few(BTreeSet<usize>),
    /// Many of them.
    Many {
        /// Which.
        bits: Bits,
        /// How many.
        count: usize,
    },
}

/// A set of one in so many slots is kept as bits, which then take 32 bytes a slot that is in.
const PART: usize = 256;

/// From how many on a set of slots below a capacity is kept as bits.
fn many(capacity: usize) -> usize {
    (capacity / PART).max(1)
}

impl Default for Slots {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Slots {
    /// The empty set.
    pub(crate) const EMPTY: Self = Self::Few(BTreeSet::new());

    /// The set of these slots below a capacity.
    pub(crate) fn of(capacity: usize, slots: impl Iterator<Item = usize>) -> Self {
        let slots: Vec<usize> = slots.collect();
        if slots.len() < many(capacity) {
            return Self::Few(slots.into_iter().collect());
        }
        Self::dense(capacity, slots.len(), slots)
    }

    fn dense(capacity: usize, count: usize, slots: impl IntoIterator<Item = usize>) -> Self {
        let mut bits = Bits::new(capacity);
        for slot in slots {
            bits.insert(slot);
        }
        Self::Many { bits, count }
    }

    /// Puts a slot below the capacity in.
    pub(crate) fn insert(&mut self, slot: usize, capacity: usize) {
        match self {
            Self::Few(few) => {
                few.insert(slot);
                if few.len() >= many(capacity) {
                    *self = Self::dense(capacity, few.len(), few.iter().copied());
                }
            }
            Self::Many { bits, count } => {
                if !bits.remove(slot) {
                    *count = count.saturating_add(1);
                }
                bits.insert(slot);
            }
        }
    }

    /// Takes a slot out.
    pub(crate) fn remove(&mut self, slot: usize, capacity: usize) {
        match self {
            Self::Few(few) => {
                few.remove(&slot);
                if few.is_empty() {
                    // One that was emptied would keep a node.
                    *few = BTreeSet::new();
                }
            }
            Self::Many { bits, count } => {
                if bits.remove(slot) {
                    *count = count.saturating_sub(1);
                }
                if *count <= many(capacity) / 2 {
                    *self = Self::Few(bits.iter().collect());
                }
            }
        }
    }

    /// Moves a slot that is in to another; one that is not in stays out.
    #[inline]
    pub(crate) fn move_one(&mut self, from: usize, to: usize) {
        match self {
            Self::Many { bits, .. } => bits.move_one(Spot::of(from), Spot::of(to)),
            Self::Few(few) => move_in(few, from, to),
        }
    }

    /// Moves every slot to another, which must not be above it, nor pass another's.
    pub(crate) fn pull_down(&mut self, to: impl Fn(usize) -> Option<usize>) {
        match self {
            Self::Many { bits, .. } => bits.pull_down(to),
            Self::Few(few) => *few = few.iter().filter_map(|slot| to(*slot)).collect(),
        }
    }

    /// The slots from the lowest to the highest.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        core::iter::successors(self.next(0), |slot| self.next(slot.saturating_add(1)))
    }

    /// Whether a slot is in.
    #[inline]
    pub(crate) fn contains(&self, slot: usize) -> bool {
        match self {
            Self::Many { bits, .. } => bits.contains(slot),
            Self::Few(few) => few.contains(&slot),
        }
    }

    /// The lowest slot that is in.
    #[inline]
    pub(crate) fn first(&self) -> Option<usize> {
        match self {
            Self::Many { bits, .. } => bits.first(),
            Self::Few(few) => few.first().copied(),
        }
    }

    /// The lowest slot that is in and not below `from`.
    #[inline]
    pub(crate) fn next(&self, from: usize) -> Option<usize> {
        match self {
            Self::Many { bits, .. } => bits.next(from),
            Self::Few(few) => few.range(from..).next().copied(),
        }
    }
}

/// Moves a slot that is in to another; one that is not in stays out.
#[inline(never)]
fn move_in(few: &mut BTreeSet<usize>, from: usize, to: usize) {
    if few.remove(&from) {
        few.insert(to);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::Slots;

    proptest! {
        /// Few or many, it agrees with a plain sorted set, and is never bits for next to nothing.
        #[test]
        fn is_a_sorted_set(
            capacity in 1_usize..3_000,
            acts in prop::collection::vec((0_u8..3, 0_usize..3_000, 0_usize..3_000), 0..300),
        ) {
            let (mut slots, mut plain) = (Slots::EMPTY, BTreeSet::new());
            for (act, one, other) in acts {
                let (one, other) = (one % capacity, other % capacity);
                match act {
                    0 => {
                        slots.insert(one, capacity);
                        plain.insert(one);
                    }
                    1 => {
                        slots.remove(one, capacity);
                        plain.remove(&one);
                    }
                    _ if !plain.contains(&other) => {
                        slots.move_one(one, other);
                        if plain.remove(&one) {
                            plain.insert(other);
                        }
                    }
                    _ => {}
                }
                prop_assert_eq!(slots.next(other), plain.range(other..).next().copied());
                prop_assert_eq!(slots.first(), plain.first().copied());
                prop_assert_eq!(slots.contains(other), plain.contains(&other));
                let is_dense = matches!(slots, Slots::Many { .. });
                prop_assert!(!is_dense || 2 * plain.len() > super::many(capacity) / 2);
            }
            prop_assert!(slots.iter().eq(plain.iter().copied()));
            let rebuilt = Slots::of(capacity, plain.iter().copied());
            prop_assert!(rebuilt.iter().eq(plain.iter().copied()));
            slots.pull_down(|slot| plain.range(..slot).count().into());
            prop_assert!(slots.iter().eq(0..plain.len()));
        }
    }
}
