//! A set of small numbers that finds its lowest member from a given one on in a few steps.
//!
//! Invariant: level 0 holds the members, one bit each; bit `n` of every higher level is set just
//! when word `n` of the level below is not zero; the top level is one word.

/// Bits of a word.
const WORD: usize = 64;

/// A set of numbers below a capacity, as a pyramid of words; without a level it was never built
/// and takes no number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bits {
    levels: Vec<Vec<u64>>,
}

/// The word and the bit of a number at one level.
const fn split(number: usize) -> (usize, u64) {
    (number / WORD, 1 << (number % WORD))
}

impl Bits {
    /// The set that was never built.
    pub(crate) const UNBUILT: Self = Self { levels: Vec::new() };

    /// The empty set for numbers below `capacity`.
    pub(crate) fn new(capacity: usize) -> Self {
        let mut levels = Vec::new();
        let mut words = capacity;
        while words > 1 || levels.is_empty() {
            words = words.div_ceil(WORD).max(1);
            levels.push(vec![0; words]);
        }
        Self { levels }
    }

    /// Gives a set that was never built its capacity; a built one stays as it is.
    pub(crate) fn build(&mut self, capacity: usize) {
        if self.levels.is_empty() {
            *self = Self::new(capacity);
        }
    }

    /// An empty set of another capacity, or an unbuilt one of an unbuilt one.
    pub(crate) fn same_kind(&self, capacity: usize) -> Self {
        if self.levels.is_empty() { Self::default() } else { Self::new(capacity) }
    }

    /// The numbers from the lowest to the highest.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        core::iter::successors(self.next(0), |number| self.next(number.saturating_add(1)))
    }

    /// Puts a number in; one past the capacity is not held.
    pub(crate) fn insert(&mut self, number: usize) {
        let mut number = number;
        for level in &mut self.levels {
            let (word, bit) = split(number);
            let Some(word) = level.get_mut(word) else { return };
            let was_empty = *word == 0;
            *word |= bit;
            if !was_empty {
                return;
            }
            number /= WORD;
        }
    }

    /// Takes a number out; says whether it was there.
    pub(crate) fn remove(&mut self, number: usize) -> bool {
        let was_there = self.contains(number);
        let mut number = number;
        for level in &mut self.levels {
            let (word, bit) = split(number);
            let Some(word) = level.get_mut(word) else { break };
            *word &= !bit;
            if *word != 0 {
                break;
            }
            number /= WORD;
        }
        was_there
    }

    /// Moves every number to another, which must not be above it.
    pub(crate) fn pull_down(&mut self, to: impl Fn(usize) -> Option<usize>) {
        let Some(level) = self.levels.first_mut() else { return };
        for place in 0..level.len() {
            // What moves into this word comes from later ones, or from the bits just taken.
            let mut bits = level.get_mut(place).map(core::mem::take).unwrap_or_default();
            while bits != 0 {
                let (word, bit) = to(lowest(place, bits)).map_or((0, 0), split);
                if let Some(word) = level.get_mut(word) {
                    *word |= bit;
                }
                bits &= bits.wrapping_sub(1);
            }
        }
        self.raise();
    }

    /// Makes the higher levels what the lowest one asks for.
    fn raise(&mut self) {
        let mut levels = self.levels.as_mut_slice();
        while let [below, rest @ ..] = levels {
            if let Some(level) = rest.first_mut() {
                for (word, below) in level.iter_mut().zip(below.chunks(WORD)) {
                    let bits = (0..).zip(below).map(|(bit, word)| u64::from(*word != 0) << bit);
                    *word = bits.fold(0, |all, bit| all | bit);
                }
            }
            levels = rest;
        }
    }

    /// Whether a number is in.
    pub(crate) fn contains(&self, number: usize) -> bool {
        let (word, bit) = split(number);
        self.levels.first().and_then(|level| level.get(word)).is_some_and(|word| word & bit != 0)
    }

    /// The lowest number that is in and not below `from`.
    pub(crate) fn next(&self, from: usize) -> Option<usize> {
        // Up, until a word has a bit at or after the place looked for; then down along it.
        let mut place = from;
        for (height, level) in self.levels.iter().enumerate() {
            let (word, bit) = split(place);
            let rest = level.get(word)? & !bit.wrapping_sub(1);
            if rest != 0 {
                return Some(self.descend(height, lowest(word, rest)));
            }
            place = word.wrapping_add(1);
        }
        None
    }

    /// The lowest number below bit `place` of the level at this height.
    fn descend(&self, height: usize, place: usize) -> usize {
        let below = self.levels.get(..height).unwrap_or_default();
        below
            .iter()
            .rev()
            .fold(place, |word, level| lowest(word, level.get(word).copied().unwrap_or_default()))
    }
}

/// The number of the lowest bit of the bits of a word.
const fn lowest(word: usize, bits: u64) -> usize {
    word.wrapping_mul(WORD).wrapping_add(bits.trailing_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::Bits;

    proptest! {
        /// The pyramid agrees with a plain sorted set.
        #[test]
        fn is_a_sorted_set(
            capacity in 1_usize..9_000,
            acts in prop::collection::vec((any::<bool>(), 0_usize..9_000, 0_usize..9_100), 0..200),
        ) {
            let (mut bits, mut plain) = (Bits::new(capacity), BTreeSet::new());
            for (insert, number, from) in acts {
                let number = number % capacity;
                if insert {
                    bits.insert(number);
                    plain.insert(number);
                } else {
                    prop_assert_eq!(bits.remove(number), plain.remove(&number));
                }
                prop_assert_eq!(bits.contains(number), plain.contains(&number));
                prop_assert_eq!(bits.next(from), plain.range(from..).next().copied());
            }
        }
    }
}
