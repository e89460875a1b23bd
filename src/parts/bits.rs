//! A set of small numbers that finds its lowest member from a given one on in a few steps.
//!
//! Invariant: `words` hold the members, one bit each; bit `n` of the lowest level above is set just
//! when word `n` is not zero, and likewise from each level to the next; the top is one word. `low` is
//! the first word that is not zero, or past the last.

/// Bits of a word.
const WORD: usize = 64;

/// A set of numbers below a capacity, as a pyramid of words.
#[derive(Clone, Debug)]
pub(crate) struct Bits {
    words: Vec<u64>,
    above: Vec<Vec<u64>>,
    low: usize,
}

/// Where a number is: its word, and its bit there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot(usize, u64);

impl Spot {
    /// The spot of a number.
    pub(crate) const fn of(number: usize) -> Self {
        Self(number / WORD, 1 << (number % WORD))
    }
}

impl Bits {
    /// The empty set for numbers below `capacity`.
    pub(crate) fn new(capacity: usize) -> Self {
        let mut words = capacity.div_ceil(WORD).max(1);
        let mut bits = Self { words: vec![0; words], above: Vec::new(), low: words };
        while words > 1 {
            words = words.div_ceil(WORD);
            bits.above.push(vec![0; words]);
        }
        bits
    }

    /// The numbers from the lowest to the highest.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        core::iter::successors(self.next(0), |number| self.next(number.saturating_add(1)))
    }

    /// Puts a number in; one past the capacity is not held.
    #[inline]
    pub(crate) fn insert(&mut self, number: usize) {
        self.put(Spot::of(number));
    }

    #[inline]
    fn put(&mut self, Spot(place, bit): Spot) {
        let Some(word) = self.words.get_mut(place) else { return };
        let was_empty = *word == 0;
        *word |= bit;
        if was_empty {
            self.mark(place);
        }
    }

    /// Notes that a word is no longer zero.
    // Once in many moves; within the loop that moves a member it would take its registers.
    #[inline(never)]
    fn mark(&mut self, place: usize) {
        self.low = self.low.min(place);
        let mut number = place;
        for level in &mut self.above {
            let Spot(place, bit) = Spot::of(number);
            let Some(word) = level.get_mut(place) else { return };
            *word |= bit;
            number = place;
        }
    }

    /// Takes a number out; says whether it was there.
    #[inline]
    pub(crate) fn remove(&mut self, number: usize) -> bool {
        let Spot(place, bit) = Spot::of(number);
        let Some(word) = self.words.get_mut(place) else { return false };
        let was_there = *word & bit != 0;
        *word &= !bit;
        if was_there && *word == 0 {
            self.unmark(place);
        }
        was_there
    }

    /// Moves a number that is in to another; one that is not in stays out.
    #[inline]
    pub(crate) fn move_one(&mut self, from: Spot, to: Spot) {
        let Some(word) = self.words.get_mut(from.0) else { return };
        if *word & from.1 == 0 {
            return;
        }
        *word ^= from.1;
        if *word == 0 {
            self.unmark(from.0);
        }
        self.put(to);
    }

    /// Notes that a word is zero.
    #[inline(never)]
    fn unmark(&mut self, place: usize) {
        self.lower(place);
        if self.low == place {
            let next = self.next_from_word(place.wrapping_add(1));
            self.low = next.map_or(self.words.len(), |number| number / WORD);
        }
    }

    /// Notes in the levels above that a word is zero.
    fn lower(&mut self, place: usize) {
        let mut number = place;
        for level in &mut self.above {
            let Spot(place, bit) = Spot::of(number);
            let Some(word) = level.get_mut(place) else { return };
            *word &= !bit;
            if *word != 0 {
                return;
            }
            number = place;
        }
    }

    /// Moves every number to another, which must not be above it.
    pub(crate) fn pull_down(&mut self, to: impl Fn(usize) -> Option<usize>) {
        for place in 0..self.words.len() {
            // What moves into this word comes from later ones, or from the bits just taken.
            let mut bits = self.words.get_mut(place).map(core::mem::take).unwrap_or_default();
            while bits != 0 {
                if let Some(Spot(word, bit)) = to(lowest(place, bits)).map(Spot::of)
                    && let Some(word) = self.words.get_mut(word)
                {
                    *word |= bit;
                }
                bits &= bits.wrapping_sub(1);
            }
        }
        self.raise();
    }

    /// Makes of the levels above, and of the first word, what the words ask for.
    fn raise(&mut self) {
        self.low = self.words.iter().take_while(|word| **word == 0).count();
        let mut below = &self.words;
        for level in &mut self.above {
            for (word, below) in level.iter_mut().zip(below.chunks(WORD)) {
                let bits = (0..).zip(below).map(|(bit, word)| u64::from(*word != 0) << bit);
                *word = bits.fold(0, |all, bit| all | bit);
            }
            below = level;
        }
    }

    /// Whether a number is in.
    #[inline]
    pub(crate) fn contains(&self, number: usize) -> bool {
        let Spot(place, bit) = Spot::of(number);
        self.words.get(place).is_some_and(|word| *word & bit != 0)
    }

    /// The lowest number that is in.
    #[inline]
    pub(crate) fn first(&self) -> Option<usize> {
        Some(lowest(self.low, *self.words.get(self.low)?))
    }

    /// The lowest number that is in and not below `from`.
    #[inline]
    pub(crate) fn next(&self, from: usize) -> Option<usize> {
        let Spot(place, bit) = Spot::of(from.max(self.low.wrapping_mul(WORD)));
        match self.words.get(place)? & !bit.wrapping_sub(1) {
            0 => self.next_from_word(place.wrapping_add(1)),
            rest => Some(lowest(place, rest)),
        }
    }

    /// The lowest number that is in and not before this word.
    fn next_from_word(&self, place: usize) -> Option<usize> {
        // Up, until a word has a bit at or after the place looked for; then down along it.
        let mut place = place;
        for (height, level) in self.above.iter().enumerate() {
            let Spot(word, bit) = Spot::of(place);
            let rest = level.get(word)? & !bit.wrapping_sub(1);
            if rest != 0 {
                return Some(self.descend(height, lowest(word, rest)));
            }
            place = word.wrapping_add(1);
        }
        None
    }

    /// The lowest number below bit `place` of the level above at this height.
    fn descend(&self, height: usize, place: usize) -> usize {
        let down = |word, level: &Vec<u64>| lowest(word, level.get(word).copied().unwrap_or(0));
        let levels = self.above.get(..height).unwrap_or_default();
        down(levels.iter().rev().fold(place, down), &self.words)
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
                prop_assert_eq!(bits.next(from), plain.range(from..).next().copied());
                prop_assert_eq!(bits.first(), plain.first().copied());
                prop_assert_eq!(bits.contains(from), plain.contains(&from));
            }
            prop_assert!(bits.iter().eq(plain.iter().copied()));
        }

        /// Pulled down, every number is where it was sent, and is found from everywhere.
        #[test]
        fn moves_down(numbers in prop::collection::btree_set(0_usize..9_000, 0..200)) {
            let mut bits = Bits::new(9_000);
            for number in &numbers {
                bits.insert(*number);
            }
            let to = |number: usize| number - number / 3;
            bits.pull_down(|number| Some(to(number)));
            let moved: BTreeSet<usize> = numbers.iter().map(|number| to(*number)).collect();
            prop_assert!(bits.iter().eq(moved.iter().copied()));
            for from in moved {
                prop_assert!(bits.remove(from));
                prop_assert!(bits.next(0).is_none_or(|next| next > from));
            }
        }
    }
}
