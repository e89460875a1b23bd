//! A set of slots of a line: a sorted set where they are few for its length, bits where they are many.
//!
//! Invariant: `bits` has words where there are many, and then `few` is empty; `count` is how many bits
//! are in. A set is bits while it has at least a part of the line's slots; it becomes a sorted set
//! again when it has half as many, so that its memory is bounded by what is in it and moving about the
//! bound costs nothing each time. Whether bits have words is seen where one is looked up, so that most
//! sets are used without asking first which kind they are.

use alloc::collections::BTreeSet;

use crate::parts::bits::{Bits, Spot};

/// The set.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slots {
    bits: Bits,
    count: usize,
    few: BTreeSet<usize>,
}

/// A set of one in so many slots is kept as bits, which then take 32 bytes a slot that is in.
const PART: usize = 256;

/// From how many on a set of slots below a capacity is kept as bits.
fn many(capacity: usize) -> usize {
    (capacity / PART).max(1)
}

impl Slots {
    /// The empty set.
    pub(crate) const EMPTY: Self = Self { bits: Bits::EMPTY, count: 0, few: BTreeSet::new() };

    /// The set of these slots below a capacity.
    pub(crate) fn of(capacity: usize, slots: impl Iterator<Item = usize>) -> Self {
        let slots: Vec<usize> = slots.collect();
        if slots.len() < many(capacity) {
            return Self::sparse(slots);
        }
        Self::dense(capacity, slots.len(), slots)
    }

    fn sparse(slots: impl IntoIterator<Item = usize>) -> Self {
        Self { few: slots.into_iter().collect(), ..Self::EMPTY }
    }

    fn dense(capacity: usize, count: usize, slots: impl IntoIterator<Item = usize>) -> Self {
        let mut bits = Bits::new(capacity);
        for slot in slots {
            bits.insert(slot);
        }
        Self { bits, count, few: BTreeSet::new() }
    }

    fn is_dense(&self) -> bool {
        !self.bits.has_no_words()
    }

    /// Puts a slot below the capacity in.
    pub(crate) fn insert(&mut self, slot: usize, capacity: usize) {
        if self.is_dense() {
            if !self.bits.remove(slot) {
                self.count = self.count.saturating_add(1);
            }
            self.bits.insert(slot);
            return;
        }
        self.few.insert(slot);
        if self.few.len() >= many(capacity) {
            *self = Self::dense(capacity, self.few.len(), self.few.iter().copied());
        }
    }

    /// Takes a slot out.
    pub(crate) fn remove(&mut self, slot: usize, capacity: usize) {
        if self.is_dense() {
            if self.bits.remove(slot) {
                self.count = self.count.saturating_sub(1);
            }
            if self.count <= many(capacity) / 2 {
                *self = Self::sparse(self.bits.iter());
            }
            return;
        }
        self.few.remove(&slot);
        if self.few.is_empty() {
            // One that was emptied would keep a node.
            self.few = BTreeSet::new();
        }
    }

    /// Moves a slot that is in to another; one that is not in stays out.
    #[inline]
    pub(crate) fn move_one(&mut self, from: usize, to: usize) {
        if !self.bits.move_one(Spot::of(from), Spot::of(to)) {
            self.move_few(from, to);
        }
    }

    #[inline(never)]
    fn move_few(&mut self, from: usize, to: usize) {
        if self.few.remove(&from) {
            self.few.insert(to);
        }
    }

    /// Moves every slot to another, which must not be above it, nor pass another's.
    pub(crate) fn pull_down(&mut self, to: impl Fn(usize) -> Option<usize>) {
        if !self.few.is_empty() {
            self.few = self.few.iter().filter_map(|slot| to(*slot)).collect();
        }
        self.bits.pull_down(to);
    }

    /// The slots from the lowest to the highest.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        core::iter::successors(self.first(), |slot| self.next(slot.saturating_add(1)))
    }

    /// Whether a slot is in.
    #[inline]
    pub(crate) fn contains(&self, slot: usize) -> bool {
        self.bits.contains(slot) || self.few.contains(&slot)
    }

    /// The lowest slot that is in.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "one search goes this way, a few instructions")]
    pub(crate) fn first(&self) -> Option<usize> {
        match self.bits.first() {
            None => self.first_of_few(),
            slot => slot,
        }
    }

    #[inline(never)]
    fn first_of_few(&self) -> Option<usize> {
        self.few.first().copied()
    }

    /// The lowest slot that is in and not below `from`.
    #[inline]
    pub(crate) fn next(&self, from: usize) -> Option<usize> {
        if self.is_dense() {
            return self.bits.next(from);
        }
        self.few.range(from..).next().copied()
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
                let is_dense = slots.is_dense();
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
