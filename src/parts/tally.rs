//! 月度累计: what was given in the month, by member and item, by item, by member and in all.
//!
//! Invariant: every whole is the sum of its parts; what a member was given of each item is in its
//! `cells`, from the first on, and where those are all taken in the chain of `spilled` that begins at
//! its `more`; `touched` has each member with a cell once, so that emptying costs what happened and
//! no more. A member's figures are close together: most orders go to one not looked at for long.

use crate::words::id::{ItemId, MemberId};
use crate::words::money::Money;

/// The tallies of one month (rules 6.1).
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    members: Vec<MemberTally>,
    touched: Vec<MemberId>,
    spilled: Vec<Spilled>,
    items: Vec<u32>,
    orders: u32,
    amount: Money,
}

/// What one member was given in all.
#[derive(Clone, Copy, Debug, Default)]
struct MemberTally {
    amount: Money,
    cells: [Cell; CELLS],
    more: Link,
}

/// As many items as most are given in a month at most.
const CELLS: usize = 4;

/// What one member was given of one item, if it was given any.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    item: Option<ItemId>,
    orders: u32,
}

/// A cell of a member whose own are taken, and its next one.
#[derive(Clone, Copy, Debug)]
struct Spilled {
    cell: Cell,
    next: Link,
}

/// Where a spilled cell is, counted from 1; 0 is nowhere.
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
        if own.is_untouched() {
            self.touched.push(member);
        }
        match own.cell_or_free(item) {
            Some(cell) => cell.add(item, orders),
            None => self.spill(member, item, orders),
        }
    }

    /// Adds orders to a cell of a member whose own are taken.
    #[cold]
    fn spill(&mut self, member: MemberId, item: ItemId, orders: u32) {
        let Some(own) = self.members.get_mut(member.index()) else { return };
        if let Some(cell) = spilled_cell(&mut self.spilled, own.more, item) {
            return cell.add(item, orders);
        }
        let cell = Cell { item: Some(item), orders };
        self.spilled.push(Spilled { cell, next: own.more });
        own.more = u32::try_from(self.spilled.len()).unwrap_or(0);
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
        let own_cell = own.cells.iter_mut().find(|cell| cell.item == Some(item));
        let spilled = &mut self.spilled;
        let Some(cell) = own_cell.or_else(|| spilled_cell(spilled, own.more, item)) else { return };
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
        for member in self.touched.drain(..) {
            let Some(own) = self.members.get_mut(member.index()) else { continue };
            let cells = core::mem::take(own).cells.into_iter();
            for item in cells.filter_map(|cell| cell.item) {
                empty(&mut self.items, item);
            }
        }
        for item in self.spilled.drain(..).filter_map(|spilled| spilled.cell.item) {
            empty(&mut self.items, item);
        }
        self.orders = 0;
        self.amount = Money::ZERO;
    }

    /// What a member was given, by item.
    fn cells_of(&self, member: MemberId) -> impl Iterator<Item = (ItemId, u32)> {
        let own = self.members.get(member.index());
        let spilled = |link: Link| self.spilled.get(place(link)?);
        let more = own.and_then(|own| spilled(own.more));
        let more = core::iter::successors(more, move |before| spilled(before.next));
        let own = own.into_iter().flat_map(|own| &own.cells);
        own.chain(more.map(|spilled| &spilled.cell))
            .filter_map(|cell| cell.item.map(|item| (item, cell.orders)))
    }

    /// Orders of a member for an item.
    pub(crate) fn orders_of(&self, member: MemberId, item: ItemId) -> u32 {
        self.cells_of(member).find(|(of, _)| *of == item).map_or(0, |(_, orders)| orders)
    }

    /// A member's orders by item, from the lowest item, those with none left out.
    pub(crate) fn items_of(&self, member: MemberId) -> Vec<(ItemId, u32)> {
        let cells = self.cells_of(member);
        let mut items: Vec<_> = cells.filter(|(_, orders)| *orders > 0).collect();
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

    /// The members whose figures were touched this month, each once; some may have none any more.
    pub(crate) fn touched(&self) -> impl Iterator<Item = MemberId> {
        self.touched.iter().copied()
    }

    /// How many orders a member has in the tallies, for all items.
    pub(crate) fn orders_in_all(&self, member: MemberId) -> u32 {
        self.cells_of(member).fold(0, |sum, (_, orders)| sum.saturating_add(orders))
    }

    /// The members that have any order in the tallies, from the lowest.
    pub(crate) fn members(&self) -> Vec<MemberId> {
        let has_any = |member: &MemberId| self.cells_of(*member).any(|(_, orders)| orders > 0);
        let mut members: Vec<MemberId> = self.touched.iter().copied().filter(has_any).collect();
        members.sort_unstable();
        members
    }
}

impl MemberTally {
    /// Whether it has no cell yet: the first one is taken first.
    fn is_untouched(&self) -> bool {
        self.cells.first().is_some_and(|cell| cell.item.is_none())
    }

    /// The cell of an item, or the first that is free.
    #[inline]
    fn cell_or_free(&mut self, item: ItemId) -> Option<&mut Cell> {
        self.cells.iter_mut().find(|cell| cell.item.is_none_or(|of| of == item))
    }
}

impl Cell {
    /// Adds orders for an item, of which it is from now on.
    #[inline]
    fn add(&mut self, item: ItemId, orders: u32) {
        self.item = Some(item);
        self.orders = self.orders.saturating_add(orders);
    }
}

/// The cell of an item in a chain of spilled ones.
fn spilled_cell(spilled: &mut [Spilled], first: Link, item: ItemId) -> Option<&mut Cell> {
    let mut link = first;
    loop {
        let place = place(link)?;
        let here = spilled.get(place)?;
        if here.cell.item == Some(item) {
            return spilled.get_mut(place).map(|found| &mut found.cell);
        }
        link = here.next;
    }
}

/// An item has no orders any more.
fn empty(items: &mut [u32], item: ItemId) {
    if let Some(whole) = items.get_mut(item.index()) {
        *whole = 0;
    }
}

/// The place of a spilled cell in their list.
fn place(link: Link) -> Option<usize> {
    (link as usize).checked_sub(1)
}

#[cfg(test)]
mod tests;
