//! 月度累计: what was given in the month, by member and item, by item, by member and in all.
//!
//! Invariant: every whole is the sum of its parts; what a member was given of each item is in its
//! `cells`, from the first on, and where those are all taken in `spilled`; `touched` has each member
//! with a cell once, so that emptying costs what happened and no more. A member's figures are close
//! together: most orders go to one not looked at for long.

use alloc::collections::BTreeMap;

use crate::words::id::{ItemId, MemberId};
use crate::words::money::Money;

/// The tallies of one month (rules 6.1).
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    members: Vec<MemberTally>,
    touched: Vec<MemberId>,
    /// What members were given of items that found no cell of their own.
    spilled: BTreeMap<(MemberId, ItemId), u32>,
    items: Vec<u32>,
    orders: u32,
    amount: Money,
}

/// What one member was given in all.
#[derive(Clone, Copy, Debug, Default)]
struct MemberTally {
    amount: Money,
    /// Orders for all items.
    orders: u32,
    cells: [Cell; CELLS],
}

/// As many items as most are given in a month at most.
const CELLS: usize = 4;

/// What one member was given of one item, if it was given any.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    item: Option<ItemId>,
    orders: u32,
}

impl Tally {
    /// Adds orders of one member for one item, and their prices.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "each giving does, and a state that is read in")]
    pub(crate) fn add(&mut self, member: MemberId, item: ItemId, orders: u32, amount: Money) {
        if self.members.len() <= member.index() || self.items.len() <= item.index() {
            self.make_room(member, item);
        }
        let own = self.members.get_mut(member.index());
        let (Some(own), Some(whole)) = (own, self.items.get_mut(item.index())) else { return };
        own.amount = own.amount.plus(amount);
        own.orders = own.orders.saturating_add(orders);
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

    /// Adds orders of a member whose cells are all taken by other items.
    #[cold]
    fn spill(&mut self, member: MemberId, item: ItemId, orders: u32) {
        let spilled = self.spilled.entry((member, item)).or_default();
        *spilled = spilled.saturating_add(orders);
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
        let cell = own.cells.iter_mut().find(|cell| cell.item == Some(item));
        let orders = match cell {
            Some(cell) => &mut cell.orders,
            None => match self.spilled.get_mut(&(member, item)) {
                Some(orders) => orders,
                None => return,
            },
        };
        *orders = orders.saturating_sub(1);
        own.amount = own.amount.above(price);
        own.orders = own.orders.saturating_sub(1);
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
        for ((_, item), _) in core::mem::take(&mut self.spilled) {
            empty(&mut self.items, item);
        }
        self.orders = 0;
        self.amount = Money::ZERO;
    }

    /// What a member was given, by item.
    fn cells_of(&self, member: MemberId) -> impl Iterator<Item = (ItemId, u32)> {
        let own = self.members.get(member.index()).into_iter().flat_map(|own| &own.cells);
        let own = own.filter_map(|cell| cell.item.map(|item| (item, cell.orders)));
        let spilled = self.spilled.range((member, ItemId::FIRST)..=(member, ItemId::LAST));
        own.chain(spilled.map(|((_, item), orders)| (*item, *orders)))
    }

    /// Orders of a member for an item.
    pub(crate) fn orders_of(&self, member: MemberId, item: ItemId) -> u32 {
        let mut own = self.members.get(member.index()).into_iter().flat_map(|own| &own.cells);
        match own.find(|cell| cell.item == Some(item)) {
            Some(cell) => cell.orders,
            None => self.spilled.get(&(member, item)).copied().unwrap_or(0),
        }
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
        self.members.get(member.index()).map_or(0, |own| own.orders)
    }

    /// The members that have any order in the tallies, from the lowest.
    pub(crate) fn members(&self) -> Vec<MemberId> {
        let has_any = |member: &MemberId| self.orders_in_all(*member) > 0;
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
        // Which cell it is cannot be foreseen: all are looked at, so that no branch depends on it.
        let fits = |cell: &Cell| cell.item.is_none_or(|of| of == item);
        let mut at = CELLS;
        for (nth, cell) in self.cells.iter().enumerate().rev() {
            if fits(cell) {
                at = nth;
            }
        }
        self.cells.get_mut(at)
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

/// An item has no orders any more.
fn empty(items: &mut [u32], item: ItemId) {
    if let Some(whole) = items.get_mut(item.index()) {
        *whole = 0;
    }
}

#[cfg(test)]
mod tests;
