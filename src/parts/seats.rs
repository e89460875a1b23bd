//! Where the record of each order is that has not ended, in a few bytes an order.
//!
//! Invariant: `table` has a power of two of places, at least half of them empty; the slot of an order
//! stands at the order's home or, past slots of others only, at the first place after it, from the
//! end on to the front. `taken` counts the slots. Whose slot it is, its owner says.

use crate::words::id::OrderId;

/// A table of slots, each to be found by its order.
#[derive(Clone, Debug)]
pub(crate) struct Seats {
    table: Vec<u32>,
    taken: usize,
    /// 64 less the binary logarithm of the table's length.
    shift: u32,
}

/// No slot.
const EMPTY: u32 = u32::MAX;

/// The golden part of 2 to the 64: its multiples lie evenly, so that orders in a row have homes
/// apart.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// The binary logarithm of the least length.
const LEAST: u32 = 6;

impl Default for Seats {
    fn default() -> Self {
        Self { table: vec![EMPTY; 1 << LEAST], taken: 0, shift: 64 - LEAST }
    }
}

impl Seats {
    /// The slot of an order.
    #[inline]
    pub(crate) fn find(
        &self,
        order: OrderId,
        order_of: impl Fn(u32) -> Option<OrderId>,
    ) -> Option<u32> {
        self.walk(order).map(|(_, slot)| slot).find(|slot| order_of(*slot) == Some(order))
    }

    /// Notes the slot of an order that has none yet.
    #[inline]
    pub(crate) fn insert(
        &mut self,
        order: OrderId,
        slot: u32,
        order_of: impl Fn(u32) -> Option<OrderId>,
    ) {
        self.taken = self.taken.saturating_add(1);
        if self.taken > self.table.len() / 2 {
            self.grow(order_of);
        }
        self.put(order, slot);
    }

    /// Forgets the slot of an order; those that stood past it move up.
    pub(crate) fn remove(&mut self, order: OrderId, order_of: impl Fn(u32) -> Option<OrderId>) {
        let found = self.walk(order).find(|(_, slot)| order_of(*slot) == Some(order));
        let Some((mut hole, _)) = found else { return };
        let mut place = hole;
        loop {
            place = self.after(place);
            let slot = self.at(place);
            let Some(other) = order_of(slot).filter(|_| slot != EMPTY) else { break };
            if self.distance(self.home(other), place) >= self.distance(hole, place) {
                self.set(hole, slot);
                hole = place;
            }
        }
        self.set(hole, EMPTY);
        self.taken = self.taken.saturating_sub(1);
    }

    /// The places from an order's home on, up to the first empty one.
    #[inline]
    fn walk(&self, order: OrderId) -> impl Iterator<Item = (usize, u32)> {
        let mut place = self.home(order);
        core::iter::from_fn(move || {
            let here = (place, self.at(place));
            place = self.after(place);
            (here.1 != EMPTY).then_some(here)
        })
    }

    #[inline]
    fn put(&mut self, order: OrderId, slot: u32) {
        let mut place = self.home(order);
        while self.at(place) != EMPTY {
            place = self.after(place);
        }
        self.set(place, slot);
    }

    /// Doubles the table.
    #[cold]
    fn grow(&mut self, order_of: impl Fn(u32) -> Option<OrderId>) {
        let doubled = vec![EMPTY; self.table.len().saturating_mul(2)];
        let old = core::mem::replace(&mut self.table, doubled);
        self.shift = self.shift.saturating_sub(1);
        for slot in old.into_iter().filter(|slot| *slot != EMPTY) {
            if let Some(order) = order_of(slot) {
                self.put(order, slot);
            }
        }
    }

    #[inline]
    fn home(&self, order: OrderId) -> usize {
        let home = u64::from(order.get()).wrapping_mul(GOLDEN) >> self.shift;
        usize::try_from(home).unwrap_or(0)
    }

    #[inline]
    fn after(&self, place: usize) -> usize {
        place.wrapping_add(1) & self.table.len().wrapping_sub(1)
    }

    /// How many places it is from one to another, from the end on to the front.
    fn distance(&self, from: usize, to: usize) -> usize {
        to.wrapping_sub(from) & self.table.len().wrapping_sub(1)
    }

    #[inline]
    fn at(&self, place: usize) -> u32 {
        self.table.get(place).copied().unwrap_or(EMPTY)
    }

    #[inline]
    fn set(&mut self, place: usize, slot: u32) {
        if let Some(at) = self.table.get_mut(place) {
            *at = slot;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::Seats;
    use crate::words::id::OrderId;

    proptest! {
        /// Orders come and go, and each is found in its slot: those of a plain sorted map.
        #[test]
        fn is_a_sorted_map(acts in prop::collection::vec((any::<bool>(), 0_usize..400), 0..600)) {
            let (mut seats, mut plain) = (Seats::default(), BTreeMap::new());
            let mut order_of: Vec<OrderId> = Vec::new();
            for (enters, number) in acts {
                let order = OrderId::nth(number).expect("an id");
                if enters && !plain.contains_key(&order) {
                    let slot = u32::try_from(order_of.len()).expect("few");
                    order_of.push(order);
                    seats.insert(order, slot, |slot| order_of.get(slot as usize).copied());
                    plain.insert(order, slot);
                } else {
                    seats.remove(order, |slot| order_of.get(slot as usize).copied());
                    plain.remove(&order);
                }
                for order in (0..400).filter_map(OrderId::nth) {
                    let found = seats.find(order, |slot| order_of.get(slot as usize).copied());
                    prop_assert_eq!(found, plain.get(&order).copied());
                }
            }
        }
    }
}
