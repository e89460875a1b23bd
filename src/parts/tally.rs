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
        self.make_room(member, item);
        let link = self.link(member, item).unwrap_or_else(|| self.add_cell(member, item));
        if let Some(cell) = place(link).and_then(|place| self.cells.get_mut(place)) {
            cell.orders = cell.orders.saturating_add(orders);
        }
        if let Some(own) = self.members.get_mut(member.index()) {
            own.amount = own.amount.plus(amount);
        }
        if let Some(whole) = self.items.get_mut(item.index()) {
            *whole = whole.saturating_add(orders);
        }
        self.orders = self.orders.saturating_add(orders);
        self.amount = self.amount.plus(amount);
    }

    /// Sees to it that there is a place for a member and an item.
    #[inline]
    fn make_room(&mut self, member: MemberId, item: ItemId) {
        if self.members.len() <= member.index() {
            self.members.resize(member.index().saturating_add(1), MemberTally::default());
        }
        if self.items.len() <= item.index() {
            self.items.resize(item.index().saturating_add(1), 0);
        }
    }

    /// Takes one order of a member for an item off, with its price.
    pub(crate) fn remove(&mut self, member: MemberId, item: ItemId, price: Money) {
        let link = self.link(member, item).and_then(place);
        let Some(cell) = link.and_then(|place| self.cells.get_mut(place)) else { return };
        cell.orders = cell.orders.saturating_sub(1);
        if let Some(own) = self.members.get_mut(member.index()) {
            own.amount = own.amount.above(price);
        }
        if let Some(whole) = self.items.get_mut(item.index()) {
            *whole = whole.saturating_sub(1);
        }
        self.orders = self.orders.saturating_sub(1);
        self.amount = self.amount.above(price);
    }

    /// Puts an empty cell before the others of its member.
    fn add_cell(&mut self, member: MemberId, item: ItemId) -> Link {
        let Some(own) = self.members.get_mut(member.index()) else { return 0 };
        self.cells.push(Cell { member, item, orders: 0, next: own.first });
        own.first = u32::try_from(self.cells.len()).unwrap_or(0);
        own.first
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

    /// The cells of a member, with where they are.
    fn cells_of(&self, member: MemberId) -> impl Iterator<Item = (Link, &Cell)> {
        let first = self.members.get(member.index()).map_or(0, |own| own.first);
        let cell = |link: Link| Some((link, self.cells.get(place(link)?)?));
        core::iter::successors(cell(first), move |(_, before)| cell(before.next))
    }

    /// Where the cell of a member and an item is, if there is one.
    #[inline]
    fn link(&self, member: MemberId, item: ItemId) -> Option<Link> {
        let mut link = self.members.get(member.index())?.first;
        loop {
            let cell = self.cells.get(place(link)?)?;
            if cell.item == item {
                return Some(link);
            }
            link = cell.next;
        }
    }

    /// Orders of a member for an item.
    pub(crate) fn orders_of(&self, member: MemberId, item: ItemId) -> u32 {
        self.cells_of(member).find(|(_, cell)| cell.item == item).map_or(0, |(_, cell)| cell.orders)
    }

    /// A member's orders by item, from the lowest item, those with none left out.
    pub(crate) fn items_of(&self, member: MemberId) -> Vec<(ItemId, u32)> {
        let own = self.cells_of(member).map(|(_, cell)| (cell.item, cell.orders));
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

/// The place of a cell in the list of cells.
fn place(link: Link) -> Option<usize> {
    (link as usize).checked_sub(1)
}
