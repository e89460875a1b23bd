//! The orders: a record of each that has not ended, of the others only how they ended.
//!
//! Invariant: `places` has one entry an order in the order of ids, either the slot of its record
//! or how it ended; `free` has the slots without a record; `waiting` has the held orders.

use alloc::collections::BTreeSet;

use crate::id::{MemberId, OrderId};
use crate::order::{End, Giving, OrderRecord, OrderState};

/// All orders ever accepted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Docket {
    places: Vec<Place>,
    records: Vec<Option<OrderRecord>>,
    free: Vec<u32>,
    waiting: BTreeSet<OrderId>,
}

/// Where an order is to be found.
#[derive(Clone, Copy, Debug)]
enum Place {
    Kept(u32),
    Ended(End),
}

/// What the docket knows of an order.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Known<'a> {
    /// It has not ended.
    Kept(&'a OrderRecord),
    /// It ended so.
    Ended(End),
}

impl Docket {
    /// The id that the next order gets, if ids are left.
    pub(crate) fn next(&self) -> Option<OrderId> {
        OrderId::at(self.places.len())
    }

    /// What is known of an order; nothing if there never was one.
    pub(crate) fn known(&self, order: OrderId) -> Option<Known<'_>> {
        match *self.places.get(order.index())? {
            Place::Ended(end) => Some(Known::Ended(end)),
            Place::Kept(slot) => self.records.get(slot as usize)?.as_ref().map(Known::Kept),
        }
    }

    /// The record of an order that has not ended.
    pub(crate) fn record(&self, order: OrderId) -> Option<&OrderRecord> {
        match self.known(order)? {
            Known::Kept(record) => Some(record),
            Known::Ended(_) => None,
        }
    }

    /// The orders in the order of their ids.
    pub(crate) fn all(&self) -> impl Iterator<Item = Known<'_>> {
        (0..self.places.len()).filter_map(|index| self.known(OrderId::at(index)?))
    }

    /// The orders that are with a member, and with which.
    pub(crate) fn holders(&self) -> impl Iterator<Item = (OrderId, MemberId)> {
        (0..self.places.len()).filter_map(OrderId::at).filter_map(|order| {
            match self.record(order)?.state {
                OrderState::Assigned(giving) => Some((order, giving.member)),
                OrderState::Held => None,
            }
        })
    }

    /// The held orders in the order of submission.
    pub(crate) fn waiting(&self) -> &BTreeSet<OrderId> {
        &self.waiting
    }

    /// Opens the record of the next order. It is made in its place, since it is large.
    #[inline]
    pub(crate) fn open(&mut self, record: impl FnOnce() -> OrderRecord) {
        let slot = self.free.pop().unwrap_or_else(|| {
            self.records.push(None);
            // Ids end long before 32 bits do, and there is at most one slot an id.
            u32::try_from(self.records.len().saturating_sub(1)).unwrap_or(u32::MAX)
        });
        self.places.push(Place::Kept(slot));
        if let Some(place) = self.records.get_mut(slot as usize) {
            *place = Some(record());
        }
    }

    /// Notes that an order ended before this state was made.
    pub(crate) fn add_ended(&mut self, end: End) {
        self.places.push(Place::Ended(end));
    }

    /// Puts an order among those that wait.
    pub(crate) fn hold(&mut self, order: OrderId) {
        if let Some(record) = self.record_mut(order) {
            record.state = OrderState::Held;
            self.waiting.insert(order);
        }
    }

    /// Notes a giving; the order no longer waits. Gives its record.
    #[inline]
    pub(crate) fn give(&mut self, order: OrderId, giving: Giving) -> Option<&OrderRecord> {
        // An order given at once never waited, and is later than all that do.
        if self.waiting.last().is_some_and(|last| *last >= order) {
            self.waiting.remove(&order);
        }
        let record = self.record_mut(order)?;
        record.state = OrderState::Assigned(giving);
        Some(record)
    }

    /// Ends an order and forgets its record.
    pub(crate) fn end(&mut self, order: OrderId, end: End) {
        let Some(place) = self.places.get_mut(order.index()) else { return };
        if let Place::Kept(slot) = *place {
            *place = Place::Ended(end);
            if let Some(record) = self.records.get_mut(slot as usize) {
                *record = None;
            }
            self.free.push(slot);
        }
        self.waiting.remove(&order);
    }

    fn record_mut(&mut self, order: OrderId) -> Option<&mut OrderRecord> {
        match *self.places.get(order.index())? {
            Place::Kept(slot) => self.records.get_mut(slot as usize)?.as_mut(),
            Place::Ended(_) => None,
        }
    }
}
