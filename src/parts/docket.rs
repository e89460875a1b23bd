//! The orders: a record of each that has not ended, of the others only how they ended.
//!
//! Invariant: `finds` has one entry an order in the order of ids, either the slot of its record or
//! how it ended; `records` and `links` have an entry a slot, `free` the slots without a record;
//! `waiting` has the held orders; `chains` has, for each member, the head of a chain through the
//! slots of its open orders, and its length. The chain is beside the records, which are large, so
//! that going along it touches little memory.

use alloc::collections::BTreeSet;

use crate::id::{MemberId, OrderId};
use crate::order::{Barred, Completion, Counted, End, Giving, OrderRecord, OrderState};

/// All orders ever accepted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Docket {
    finds: Vec<Find>,
    records: Vec<Option<OrderRecord>>,
    links: Vec<Link>,
    free: Vec<u32>,
    waiting: BTreeSet<OrderId>,
    chains: Vec<Chain>,
}

/// Where an order is to be found.
#[derive(Clone, Copy, Debug)]
enum Find {
    Kept(u32),
    Ended(End),
}

/// The order of a slot, and its neighbours in the chain of its member while it is open.
#[derive(Clone, Copy, Debug)]
struct Link {
    order: OrderId,
    before: u32,
    after: u32,
}

/// The open orders of a member, the last given first.
#[derive(Clone, Copy, Debug)]
struct Chain {
    head: u32,
    length: u32,
}

/// No slot: ids end long before 32 bits do, and there is at most one slot an id.
const NONE: u32 = u32::MAX;

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
        OrderId::at(self.finds.len())
    }

    /// What is known of an order; nothing if there never was one.
    pub(crate) fn known(&self, order: OrderId) -> Option<Known<'_>> {
        match *self.finds.get(order.index())? {
            Find::Ended(end) => Some(Known::Ended(end)),
            Find::Kept(slot) => self.records.get(slot as usize)?.as_ref().map(Known::Kept),
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
        (0..self.finds.len()).filter_map(|index| self.known(OrderId::at(index)?))
    }

    /// The held orders in the order of submission.
    pub(crate) fn waiting(&self) -> &BTreeSet<OrderId> {
        &self.waiting
    }

    /// How many open orders a member has.
    pub(crate) fn open_count(&self, member: MemberId) -> u32 {
        self.chains.get(member.index()).map_or(0, |chain| chain.length)
    }

    /// The open orders of a member in the order of submission, found without reading all.
    pub(crate) fn open_orders(&self, member: MemberId) -> Vec<OrderId> {
        let head = self.chains.get(member.index()).map_or(NONE, |chain| chain.head);
        let link = |at: u32| self.links.get(at as usize);
        let chain = core::iter::successors(link(head), |of| link(of.after));
        let mut orders: Vec<OrderId> = chain.map(|of| of.order).collect();
        orders.sort_unstable();
        orders
    }

    /// Opens the record of the next order. It is made in its place, since it is large.
    #[inline]
    pub(crate) fn open(&mut self, record: impl FnOnce() -> OrderRecord) {
        let Some(order) = self.next() else { return };
        let link = Link { order, before: NONE, after: NONE };
        let slot = self.free.pop().unwrap_or_else(|| {
            self.records.push(None);
            self.links.push(link);
            u32::try_from(self.records.len().saturating_sub(1)).unwrap_or(NONE)
        });
        self.finds.push(Find::Kept(slot));
        if let Some(place) = self.links.get_mut(slot as usize) {
            *place = link;
        }
        if let Some(place) = self.records.get_mut(slot as usize) {
            *place = Some(record());
        }
    }

    /// Puts an order that was just opened in the state of its snapshot.
    pub(crate) fn restore(&mut self, order: OrderId, state: OrderState) {
        // A record is opened with nobody, so that the state given now is linked once.
        if let Some(record) = self.record_mut(order) {
            record.state = OrderState::Held;
        }
        match state {
            OrderState::Held => self.hold(order),
            state => {
                self.set_state(order, state);
            }
        }
    }

    /// Notes that an order ended before this state was made.
    pub(crate) fn add_ended(&mut self, end: End) {
        self.finds.push(Find::Ended(end));
    }

    /// Puts an order among those that wait.
    pub(crate) fn hold(&mut self, order: OrderId) {
        if self.set_state(order, OrderState::Held) {
            self.waiting.insert(order);
        }
    }

    /// Notes a giving; the order no longer waits. The first one settles whether it counts.
    #[inline]
    pub(crate) fn give(&mut self, order: OrderId, giving: Giving, counted: Counted) {
        // An order given at once never waited, and is later than all that do.
        if self.waiting.last().is_some_and(|last| *last >= order) {
            self.waiting.remove(&order);
        }
        if let Some(record) = self.record_mut(order) {
            record.counted.get_or_insert(counted);
        }
        self.set_state(order, OrderState::Assigned(giving));
    }

    /// An order comes off its member, and is with nobody.
    pub(crate) fn come_off(&mut self, order: OrderId) {
        self.set_state(order, OrderState::Held);
    }

    /// The member of an open order declines it without cause, or takes it after all.
    pub(crate) fn set_declined(&mut self, order: OrderId, is_declined: bool) {
        let giving = self.record(order).and_then(|record| record.state.open());
        if let Some(giving) = giving {
            let declined = OrderState::Declined(giving);
            let assigned = OrderState::Assigned(giving);
            self.set_state(order, if is_declined { declined } else { assigned });
        }
    }

    /// An order is completed and no longer open.
    pub(crate) fn complete(&mut self, order: OrderId, completion: Completion) {
        self.set_state(order, OrderState::Completed(completion));
    }

    /// Bars a member from an order.
    pub(crate) fn bar(&mut self, order: OrderId, barred: Barred) {
        if let Some(record) = self.record_mut(order) {
            let mut all = core::mem::take(&mut record.barred).into_vec();
            let place = all.partition_point(|other| other.member < barred.member);
            all.insert(place, barred);
            record.barred = all.into();
        }
    }

    /// Ends an order and forgets its record.
    pub(crate) fn end(&mut self, order: OrderId, end: End) {
        self.set_state(order, OrderState::Held);
        self.waiting.remove(&order);
        let Some(find) = self.finds.get_mut(order.index()) else { return };
        let Find::Kept(slot) = *find else { return };
        *find = Find::Ended(end);
        if let Some(record) = self.records.get_mut(slot as usize) {
            *record = None;
        }
        self.free.push(slot);
    }

    /// Puts an order in a state, and keeps the chains of open orders; says whether there is one.
    fn set_state(&mut self, order: OrderId, state: OrderState) -> bool {
        let Some(&Find::Kept(at)) = self.finds.get(order.index()) else { return false };
        let Some(record) = self.records.get_mut(at as usize).and_then(Option::as_mut) else {
            return false;
        };
        let holder = |state: OrderState| state.open().map(|giving| giving.member);
        let (before, after) = (holder(record.state), holder(state));
        record.state = state;
        if before != after {
            if let Some(member) = before {
                self.unlink(at, member);
            }
            if let Some(member) = after {
                self.link(at, member);
            }
        }
        true
    }

    /// Puts a slot at the head of a member's chain.
    fn link(&mut self, at: u32, member: MemberId) {
        if self.chains.len() <= member.index() {
            let empty = Chain { head: NONE, length: 0 };
            self.chains.resize(member.index().saturating_add(1), empty);
        }
        let Some(chain) = self.chains.get_mut(member.index()) else { return };
        let after = core::mem::replace(&mut chain.head, at);
        chain.length = chain.length.saturating_add(1);
        if let Some(link) = self.links.get_mut(at as usize) {
            (link.before, link.after) = (NONE, after);
        }
        if let Some(next) = self.links.get_mut(after as usize) {
            next.before = at;
        }
    }

    /// Takes a slot out of a member's chain.
    fn unlink(&mut self, at: u32, member: MemberId) {
        let Some(link) = self.links.get_mut(at as usize) else { return };
        let (before, after) = (link.before, link.after);
        (link.before, link.after) = (NONE, NONE);
        if let Some(next) = self.links.get_mut(after as usize) {
            next.before = before;
        }
        if let Some(last) = self.links.get_mut(before as usize) {
            last.after = after;
        }
        if let Some(chain) = self.chains.get_mut(member.index()) {
            chain.length = chain.length.saturating_sub(1);
            if chain.head == at {
                chain.head = after;
            }
        }
    }

    fn record_mut(&mut self, order: OrderId) -> Option<&mut OrderRecord> {
        match *self.finds.get(order.index())? {
            Find::Kept(slot) => self.records.get_mut(slot as usize)?.as_mut(),
            Find::Ended(_) => None,
        }
    }
}
