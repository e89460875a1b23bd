//! When two states are the same: all that can matter from now on, in 128 bits.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::mem::discriminant;

use paidan::{
    CapFigures, Category, Member, MemberId, Membership, OrderRecord, OrderRow, OrderState, Place,
    Policy, Snapshot,
};

use crate::model::view::{OrderView, View};

/// Takes down what is put into it: hashing the whole at once is faster than piece by piece.
struct Key(Vec<u8>);

impl Hasher for Key {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        self.hash_after(0)
    }
}

impl Key {
    fn put(&mut self, value: impl Hash) {
        value.hash(self);
    }

    fn hash_after(&self, first: u8) -> u64 {
        let mut hasher = DefaultHasher::new();
        hasher.write_u8(first);
        hasher.write(&self.0);
        hasher.finish()
    }

    /// Two hashes of 64 bits that begin differently.
    fn end(&self) -> u128 {
        u128::from(self.hash_after(1)) << 64 | u128::from(self.hash_after(2))
    }
}

/// The key of a state. Names and all that the setting fixes are left out, and so is the position;
/// of the numbers of places only their order is in it. The view is of the same state.
pub fn key(of: &Snapshot, view: &View, policies: &[Policy]) -> u128 {
    let mut key = Key(Vec::with_capacity(2_048));
    let nth = |policy: &Policy| policies.iter().position(|other| other == policy);
    key.put((of.date, nth(&of.policy), of.pending.len()));
    for pending in &of.pending {
        key.put((pending.month, nth(&pending.policy)));
    }
    if let Some(ranking) = &of.ranking {
        key.put((ranking.year, ranking.volumes.len()));
        ranking.volumes.iter().for_each(|of| key.put((of.member, of.orders)));
    }
    key.put((of.members.len(), of.orders.len(), of.tallies.len(), of.suspensions.len()));
    of.members.iter().for_each(|member| put_member(&mut key, member));
    of.enterprises.iter().for_each(|of| key.put(of.blacklisted));
    for tally in &of.tallies {
        key.put((tally.member, tally.amount, tally.items.len()));
        tally.items.iter().for_each(|of| key.put((of.item, of.orders)));
    }
    for suspension in &of.suspensions {
        key.put((suspension.member, suspension.item));
        match suspension.cap {
            None => key.put(0_u8),
            Some(CapFigures::Item { item, own, whole }) => key.put((1_u8, item, own, whole)),
            Some(CapFigures::Amount { own, whole }) => key.put((2_u8, own, whole)),
        }
    }
    for order in &of.orders {
        match order {
            OrderRow::Ended(end) => key.put((0_u8, discriminant(end))),
            OrderRow::Kept(record) => put_order(&mut key, record),
        }
    }
    for order in &view.orders {
        if let OrderView::Kept(kept) = order {
            key.put(kept.barred.len());
            kept.barred.iter().for_each(|(member, by)| key.put((member, discriminant(by))));
        }
    }
    for category in Category::ALL {
        put_line(&mut key, of, category);
    }
    key.end()
}

fn put_member(key: &mut Key, of: &Member) {
    key.put((of.code, of.offers.as_slice(), of.run, of.notice, of.seat_lost, of.seat_given_up));
    key.put(of.on_leave);
    match of.standing {
        Membership::Withdrawn { on } => key.put((0_u8, on)),
        Membership::Current => key.put(1_u8),
        Membership::Expelled { ground, on } => key.put((2_u8, discriminant(&ground), on)),
    }
}

fn put_order(key: &mut Key, of: &OrderRecord) {
    let terms = &of.terms;
    key.put((1_u8, terms.item, terms.price, terms.designated, terms.excluded.as_slice()));
    key.put((of.submitted, of.deposit, of.counted.map(|of| discriminant(&of))));
    key.put(discriminant(&of.state));
    match of.state {
        OrderState::Held => {}
        OrderState::Assigned(giving) | OrderState::Declined(giving) => {
            key.put((giving.member, giving.on, giving.basis));
        }
        OrderState::Completed(of) => key.put((of.member, of.due, of.recorded)),
    }
}

/// A line with the places to which members can still go back, all in their order, each with whether
/// the last sorting of the whole line gave it.
fn put_line(key: &mut Key, of: &Snapshot, category: Category) {
    let row = of.lines.of(category);
    let mut places: Vec<(Place, Option<MemberId>, usize)> =
        row.places.iter().map(|place| (place.number, Some(place.member), 0)).collect();
    for (nth, order) in of.orders.iter().enumerate() {
        let OrderRow::Kept(record) = order else { continue };
        let Some(giving) = record.state.open() else { continue };
        let Some(moved) = giving.moved else { continue };
        let is_here = of.items[record.terms.item.index()].category == category;
        let stands = |at: &paidan::LinePlace| at.member == giving.member && at.number == moved.to;
        if is_here && row.places.iter().any(stands) {
            places.push((moved.from, None, nth));
        }
    }
    places.sort_unstable();
    key.put((row.cursor, places.len()));
    for (number, member, order) in places {
        let is_sorted = row.sorted.is_some_and(|of| of.first <= number && number <= of.last);
        key.put((member, order, is_sorted));
    }
}
