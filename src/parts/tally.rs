//! 月度累计: what was given in the month, by member and item, by item, by member and in all.
//!
//! Invariant: every whole is the sum of its parts; `cells` has one entry a member and item that
//! were tallied together this month, and `members` says where the first of each member is, so that
//! emptying costs what happened and no more.

use crate::id::{ItemId, MemberId};
use crate::money::Money;

/// The tallies of one month (rules 6.1).
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    members: Vec<MemberTally>,
    cells: Vec<Cell>,
    items: Vec<u32>,
    orders: u32,
    amount: Money,
}

/// What one member was given in all.
#[derive(Clone, Copy, Debug, Default)]
struct MemberTally {
    amount: Money,
    /// Its first cell.
    first: Link,
}

/// What one member was given of one item.
#[derive(Clone, Copy, Debug)]
struct Cell {
    member: MemberId,
    item: ItemId,
    orders: u32,
    /// The member's next cell.
    next: Link,
}

/// Where a cell is, counted from 1; 0 is nowhere.
type Link = u32;

impl Tally {
    /// Adds orders of one member for one item, and their prices.
    #[inline]
    pub(crate) fn add(&mut self, member: MemberId, item: ItemId, orders: u32, amount: Money) {
        let own = self.members.get_mut(member.index());
        let (Some(own), Some(whole)) = (own, self.items.get_mut(item.index())) else {
            self.make_room(member, item);
            return self.add(member, item, orders, amount);
        };
        own.amount = own.amount.plus(amount);
        *whole = whole.saturating_add(orders);
        self.orders = self.orders.saturating_add(orders);
        self.amount = self.amount.plus(amount);
        let place = find(&self.cells, own.first, item);
        if let Some(cell) = place.and_then(|place| self.cells.get_mut(place)) {
            cell.orders = cell.orders.saturating_add(orders);
        } else {
            self.cells.push(Cell { member, item, orders, next: own.first });
            own.first = u32::try_from(self.cells.len()).unwrap_or(0);
        }
    }

    /// Sees to it that there is a place for a member and an item.
    #[cold]
    fn make_room(&mut self, member: MemberId, item: ItemId) {
        let members = self.members.len().max(member.index().saturating_add(1));
        self.members.resize(members, MemberTally::default());
        let items = self.items.len().max(item.index().saturating_add(1));
        self.items.resize(items, 0);
    }

    /// Takes one order of a member for an item off, with its price.
    pub(crate) fn remove(&mut self, member: MemberId, item: ItemId, price: Money) {
        let Some(own) = self.members.get_mut(member.index()) else { return };
        let place = find(&self.cells, own.first, item);
        let Some(cell) = place.and_then(|place| self.cells.get_mut(place)) else { return };
        cell.orders = cell.orders.saturating_sub(1);
        own.amount = own.amount.above(price);
        if let Some(whole) = self.items.get_mut(item.index()) {
            *whole = whole.saturating_sub(1);
        }
        self.orders = self.orders.saturating_sub(1);
        self.amount = self.amount.above(price);
    }

    /// Empties the tallies, at the opening of a month.
    pub(crate) fn clear(&mut self) {
        for cell in self.cells.drain(..) {
            if let Some(own) = self.members.get_mut(cell.member.index()) {
                *own = MemberTally::default();
            }
            if let Some(whole) = self.items.get_mut(cell.item.index()) {
                *whole = 0;
            }
        }
        self.orders = 0;
        self.amount = Money::ZERO;
    }

    /// The cells of a member.
    fn cells_of(&self, member: MemberId) -> impl Iterator<Item = &Cell> {
        let first = self.members.get(member.index()).map_or(0, |own| own.first);
        let cell = |link: Link| self.cells.get(place(link)?);
        core::iter::successors(cell(first), move |before| cell(before.next))
    }

    /// Orders of a member for an item.
    pub(crate) fn orders_of(&self, member: MemberId, item: ItemId) -> u32 {
        self.cells_of(member).find(|cell| cell.item == item).map_or(0, |cell| cell.orders)
    }

    /// A member's orders by item, from the lowest item, those with none left out.
    pub(crate) fn items_of(&self, member: MemberId) -> Vec<(ItemId, u32)> {
        let own = self.cells_of(member).map(|cell| (cell.item, cell.orders));
        let mut items: Vec<_> = own.filter(|(_, orders)| *orders > 0).collect();
        items.sort_unstable();
        items
    }

    /// A member's amount.
    pub(crate) fn amount_of(&self, member: MemberId) -> Money {
        self.members.get(member.index()).map_or(Money::ZERO, |own| own.amount)
    }

    /// Orders for an item, of all members.
    pub(crate) fn orders_for(&self, item: ItemId) -> u32 {
        self.items.get(item.index()).copied().unwrap_or(0)
    }

    /// Orders in all.
    pub(crate) fn orders(&self) -> u32 {
        self.orders
    }

    /// The amount in all.
    pub(crate) fn amount(&self) -> Money {
        self.amount
    }

    /// The members that have any order in the tallies, from the lowest.
    pub(crate) fn members(&self) -> Vec<MemberId> {
        let tallied = self.cells.iter().filter(|cell| cell.orders > 0);
        let mut members: Vec<MemberId> = tallied.map(|cell| cell.member).collect();
        members.sort_unstable();
        members.dedup();
        members
    }
}

/// Where the cell of an item is, among those of a member from its first on.
#[inline]
fn find(cells: &[Cell], first: Link, item: ItemId) -> Option<usize> {
    let mut link = first;
    loop {
        let place = place(link)?;
        let cell = cells.get(place)?;
        if cell.item == item {
            return Some(place);
        }
        link = cell.next;
    }
}

/// The place of a cell in the list of cells.
fn place(link: Link) -> Option<usize> {
    (link as usize).checked_sub(1)
}

#[cfg(test)]
mod tests;
