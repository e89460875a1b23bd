//! The orders: a record of each that has not ended, of the others only how they ended.
//!
//! Invariant: `places` has an entry an order in the order of ids, the slot where it is or how it ended;
//! `records` and `links` have an entry a slot, blank in those of `free`. `chains` has the head of a
//! chain through the slots of the held orders, then those of the open orders of each member; an order
//! that was just opened or came off its member, or is completed, is in none. Chains are beside the
//! records, which are large, so that going along one touches little memory. Ids are dense, so an order
//! is found by looking at its place, whichever others are open.

use crate::facts::order::{
    Barred, Completion, Counted, End, Giving, Order, OrderRecord, OrderState,
};
use crate::words::date::Date;
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};
use crate::words::list::Set;
use crate::words::money::{Money, Price};

/// All orders ever accepted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Docket {
    places: Vec<At>,
    records: Vec<OrderRecord>,
    links: Vec<Link>,
    free: Vec<u32>,
    chains: Vec<Chain>,
}

/// Where an order is: the number of a slot, or from `FIRST_END` on how it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct At(u32);

/// Slots end long before: there is at most one an id.
const FIRST_END: u32 = u32::MAX - 7;

impl At {
    /// How the order ended.
    fn ended(end: End) -> Self {
        let nth = match end {
            End::Cancelled => 0,
            End::Settled => 1,
            End::Defaulted => 2,
            End::Abandoned => 3,
            End::Failed => 4,
        };
        Self(FIRST_END.saturating_add(nth))
    }

    /// How the order ended, if it did.
    fn end(self) -> Option<End> {
        END.get(self.0.checked_sub(FIRST_END)? as usize).copied()
    }

    /// The slot where the order is, if it has not ended.
    #[inline]
    fn slot(self) -> Option<u32> {
        (self.0 < FIRST_END).then_some(self.0)
    }
}

/// The ways in which an order ends, by their numbers.
const END: [End; 5] = [End::Cancelled, End::Settled, End::Defaulted, End::Abandoned, End::Failed];

/// The order of a slot, and its neighbours in the chain it is in.
#[derive(Clone, Copy, Debug)]
struct Link {
    order: OrderId,
    before: u32,
    after: u32,
}

/// A chain of orders, the last linked first.
#[derive(Clone, Copy, Debug)]
struct Chain {
    head: u32,
    length: u32,
}

/// No slot: ids end long before 32 bits do, and there is at most one slot an id.
const NONE: u32 = u32::MAX;

/// What stands before a slot that is in no chain.
const UNLINKED: u32 = u32::MAX - 1;

/// The chain of the held orders.
const WAITING: usize = 0;

/// The chain of a member's open orders.
fn chain_of(member: MemberId) -> usize {
    member.index().saturating_add(1)
}

/// Where the record of an order is, until the order ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot(u32);

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
        OrderId::nth(self.places.len())
    }

    /// What is known of an order; nothing if there never was one.
    pub(crate) fn known(&self, order: OrderId) -> Option<Known<'_>> {
        let at = self.places.get(order.index())?;
        match at.slot() {
            Some(slot) => self.records.get(slot as usize).map(Known::Kept),
            None => at.end().map(Known::Ended),
        }
    }

    /// The record of an order that has not ended.
    #[inline]
    pub(crate) fn record(&self, order: OrderId) -> Option<&OrderRecord> {
        self.records.get(self.slot(order)? as usize)
    }

    /// The record of an order that has not ended, and its slot.
    #[inline]
    pub(crate) fn slot_of(&self, order: OrderId) -> Option<(Slot, &OrderRecord)> {
        let slot = self.slot(order)?;
        Some((Slot(slot), self.records.get(slot as usize)?))
    }

    /// The orders in the order of their ids.
    pub(crate) fn all(&self) -> impl Iterator<Item = Known<'_>> {
        (0..self.places.len()).filter_map(|index| self.known(OrderId::nth(index)?))
    }

    /// How many orders there ever were.
    pub(crate) fn count(&self) -> usize {
        self.places.len()
    }

    /// The orders that have not ended, in the order of submission.
    pub(crate) fn kept(&self) -> Vec<(OrderId, &OrderRecord)> {
        let slots = self.links.iter().map(|link| link.order).zip(&self.records);
        // What is left in the slot of an order that ended is no order.
        let is_kept = |order: &OrderId| self.slot(*order).is_some();
        let mut kept: Vec<_> = slots.filter(|(order, _)| is_kept(order)).collect();
        kept.sort_unstable_by_key(|(order, _)| *order);
        kept
    }

    /// The held orders in the order of submission.
    pub(crate) fn waiting(&self) -> Vec<OrderId> {
        self.chained(WAITING)
    }

    /// How many open orders a member has.
    pub(crate) fn open_count(&self, member: MemberId) -> u32 {
        self.chains.get(chain_of(member)).map_or(0, |chain| chain.length)
    }

    /// The open orders of a member in the order of submission, found without reading all.
    pub(crate) fn open_orders(&self, member: MemberId) -> Vec<OrderId> {
        self.chained(chain_of(member))
    }

    /// The orders of a chain in the order of submission.
    fn chained(&self, chain: usize) -> Vec<OrderId> {
        let Some(chain) = self.chains.get(chain) else { return Vec::new() };
        let mut orders = Vec::with_capacity(chain.length as usize);
        let mut next = chain.head;
        while let Some(link) = self.links.get(next as usize) {
            orders.push(link.order);
            next = link.after;
        }
        orders.sort_unstable();
        orders
    }

    /// Opens the record of the next order, which has this id, and lets it be filled in its place.
    #[inline]
    pub(crate) fn open(&mut self, order: OrderId, fill: impl FnOnce(&mut OrderRecord)) {
        let link = Link { order, before: UNLINKED, after: NONE };
        let free = self.free.pop();
        let slot = free.unwrap_or_else(|| u32::try_from(self.links.len()).unwrap_or(NONE));
        let record = if free.is_some() {
            if let Some(place) = self.links.get_mut(slot as usize) {
                *place = link;
            }
            self.records.get_mut(slot as usize)
        } else {
            self.links.push(link);
            Some(self.records.push_mut(BLANK))
        };
        if let Some(record) = record {
            fill(record);
        }
        self.note(At(slot));
    }

    /// Notes where the next order is. Room is made for half as many more: an order that ended keeps
    /// nothing else.
    #[inline]
    fn note(&mut self, at: At) {
        if self.places.len() == self.places.capacity() {
            self.places.reserve_exact((self.places.len() / 2).max(64));
        }
        self.places.push(at);
    }

    /// Puts an order that was just opened in the state of its snapshot.
    pub(crate) fn restore(&mut self, order: OrderId, state: OrderState) {
        match state {
            OrderState::Held => self.hold(order),
            state => self.set_state(order, state),
        }
    }

    /// Notes that an order ended before this state was made.
    pub(crate) fn add_ended(&mut self, end: End) {
        self.note(At::ended(end));
    }

    /// Puts an order among those that wait.
    pub(crate) fn hold(&mut self, order: OrderId) {
        if let Some(slot) = self.set_unlinked(order, OrderState::Held) {
            self.link(slot, WAITING);
        }
    }

    /// Notes a giving and whether it counts; the order no longer waits.
    #[inline]
    pub(crate) fn give(&mut self, Slot(slot): Slot, giving: Giving, counted: Counted) {
        self.unlink(slot);
        if let Some(record) = self.record_at_mut(slot) {
            record.counted = Some(counted);
            record.state = OrderState::Assigned(giving);
        }
        self.link(slot, chain_of(giving.member));
    }

    /// An order comes off its member, and is with nobody.
    pub(crate) fn come_off(&mut self, order: OrderId) {
        self.set_unlinked(order, OrderState::Held);
    }

    /// The member of an open order declines it without cause, or takes it after all.
    pub(crate) fn set_declined(&mut self, order: OrderId, is_declined: bool) {
        let Some(record) = self.record_mut(order) else { return };
        if let Some(giving) = record.state.open() {
            let of = if is_declined { OrderState::Declined } else { OrderState::Assigned };
            record.state = of(giving);
        }
    }

    /// An order is completed and no longer open.
    pub(crate) fn complete(&mut self, order: OrderId, completion: Completion) {
        self.set_unlinked(order, OrderState::Completed(completion));
    }

    /// Bars a member from an order.
    pub(crate) fn bar(&mut self, order: OrderId, barred: Barred) {
        if let Some(record) = self.record_mut(order) {
            record.barred = core::mem::take(&mut record.barred).with(barred);
        }
    }

    /// Lifts the bars of an order that these are.
    pub(crate) fn lift_bars(&mut self, order: OrderId, are_lifted: impl Fn(&Barred) -> bool) {
        if let Some(record) = self.record_mut(order) {
            record.barred = core::mem::take(&mut record.barred).without(are_lifted);
        }
    }

    /// Ends an order and forgets its record.
    pub(crate) fn end(&mut self, order: OrderId, end: End) {
        let Some(slot) = self.set_unlinked(order, OrderState::Held) else { return };
        if let Some(at) = self.places.get_mut(order.index()) {
            *at = At::ended(end);
        }
        if let Some(record) = self.record_at_mut(slot) {
            *record = BLANK;
        }
        self.free.push(slot);
    }

    /// Puts an order in a state, and in the chain of its member if it is open.
    fn set_state(&mut self, order: OrderId, state: OrderState) {
        let slot = self.set_unlinked(order, state);
        if let (Some(slot), Some(giving)) = (slot, state.open()) {
            self.link(slot, chain_of(giving.member));
        }
    }

    /// Puts an order in a state, takes it out of the chain it was in, and says in which slot it is.
    #[inline]
    fn set_unlinked(&mut self, order: OrderId, state: OrderState) -> Option<u32> {
        let slot = self.slot(order)?;
        self.unlink(slot);
        self.record_at_mut(slot)?.state = state;
        Some(slot)
    }

    /// Puts a slot at the head of a chain.
    #[inline]
    fn link(&mut self, slot: u32, chain: usize) {
        if self.chains.len() <= chain {
            let empty = Chain { head: NONE, length: 0 };
            self.chains.resize(chain.saturating_add(1), empty);
        }
        let Some(chain) = self.chains.get_mut(chain) else { return };
        let after = core::mem::replace(&mut chain.head, slot);
        chain.length = chain.length.saturating_add(1);
        if let Some(link) = self.links.get_mut(slot as usize) {
            (link.before, link.after) = (NONE, after);
        }
        if let Some(next) = self.links.get_mut(after as usize) {
            next.before = slot;
        }
    }

    /// Takes a slot out of the chain it is in, if it is in one.
    #[inline]
    fn unlink(&mut self, slot: u32) {
        if self.links.get(slot as usize).is_some_and(|link| link.before != UNLINKED) {
            self.unlink_linked(slot);
        }
    }

    fn unlink_linked(&mut self, slot: u32) {
        let Some(link) = self.links.get_mut(slot as usize) else { return };
        let (before, after) = (link.before, link.after);
        (link.before, link.after) = (UNLINKED, NONE);
        if let Some(next) = self.links.get_mut(after as usize) {
            next.before = before;
        }
        if let Some(last) = self.links.get_mut(before as usize) {
            last.after = after;
        }
        let giving = self.record_at_mut(slot).and_then(|record| record.state.open());
        let chain = giving.map_or(WAITING, |giving| chain_of(giving.member));
        if let Some(chain) = self.chains.get_mut(chain) {
            chain.length = chain.length.saturating_sub(1);
            if chain.head == slot {
                chain.head = after;
            }
        }
    }

    /// The slot of an order that has not ended.
    #[inline]
    fn slot(&self, order: OrderId) -> Option<u32> {
        self.places.get(order.index())?.slot()
    }

    #[inline]
    fn record_at_mut(&mut self, slot: u32) -> Option<&mut OrderRecord> {
        self.records.get_mut(slot as usize)
    }

    fn record_mut(&mut self, order: OrderId) -> Option<&mut OrderRecord> {
        self.record_at_mut(self.slot(order)?)
    }
}

/// What stands where no record is yet: held, and with nobody barred. It is a constant, which is
/// copied faster than a record that was just put together.
const BLANK: OrderRecord = OrderRecord {
    terms: Order::new(StationId::FIRST, EnterpriseId::FIRST, ItemId::FIRST, Price::ZERO),
    submitted: Date::FIRST,
    deposit: Money::ZERO,
    counted: None,
    barred: Set::EMPTY,
    state: OrderState::Held,
};

#[cfg(test)]
mod tests {
    use super::{At, END, FIRST_END};

    #[test]
    fn how_an_order_ended_is_no_slot() {
        for end in END {
            assert_eq!(At::ended(end).end(), Some(end));
            assert_eq!(At::ended(end).slot(), None);
        }
        let slot = At(FIRST_END - 1);
        assert_eq!((slot.slot(), slot.end()), (Some(FIRST_END - 1), None));
    }
}
