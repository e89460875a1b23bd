//! 月度累计: what was given in the month, by member and item, by item, by member and in all.
//!
//! Invariant: every whole is the sum of its parts; `touched` has every member that was given
//! anything this month, each once, so that emptying costs what happened and no more.

use crate::id::{ItemId, MemberId};
use crate::money::Money;

/// The tallies of one month (rules 6.1).
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    members: Vec<MemberTally>,
    items: Vec<u32>,
    touched: Vec<MemberId>,
    orders: u32,
    amount: Money,
}

/// What one member was given.
#[derive(Clone, Debug, Default)]
struct MemberTally {
    amount: Money,
    items: Vec<(ItemId, u32)>,
    is_touched: bool,
}

impl Tally {
    /// Adds orders of one member for one item, and their prices.
    pub(crate) fn add(&mut self, member: MemberId, item: ItemId, orders: u32, amount: Money) {
        if self.members.len() <= member.index() {
            self.members.resize_with(member.index().saturating_add(1), MemberTally::default);
        }
        if self.items.len() <= item.index() {
            self.items.resize(item.index().saturating_add(1), 0);
        }
        let (Some(own), Some(whole)) =
            (self.members.get_mut(member.index()), self.items.get_mut(item.index()))
        else {
            return;
        };
        if !own.is_touched {
            own.is_touched = true;
            self.touched.push(member);
        }
        own.amount = own.amount.plus(amount);
        match own.items.iter_mut().find(|(of, _)| *of == item) {
            Some((_, count)) => *count = count.saturating_add(orders),
            None => own.items.push((item, orders)),
        }
        *whole = whole.saturating_add(orders);
        self.orders = self.orders.saturating_add(orders);
        self.amount = self.amount.plus(amount);
    }

    /// Takes one order of a member for an item off, with its price.
    pub(crate) fn remove(&mut self, member: MemberId, item: ItemId, price: Money) {
        let (Some(own), Some(whole)) =
            (self.members.get_mut(member.index()), self.items.get_mut(item.index()))
        else {
            return;
        };
        let Some((_, count)) = own.items.iter_mut().find(|(of, _)| *of == item) else { return };
        *count = count.saturating_sub(1);
        own.amount = own.amount.above(price);
        *whole = whole.saturating_sub(1);
        self.orders = self.orders.saturating_sub(1);
        self.amount = self.amount.above(price);
    }

    /// Empties the tallies, at the opening of a month.
    pub(crate) fn clear(&mut self) {
        for member in self.touched.drain(..) {
            let Some(own) = self.members.get_mut(member.index()) else { continue };
            own.amount = Money::ZERO;
            own.is_touched = false;
            for (item, _) in own.items.drain(..) {
                if let Some(whole) = self.items.get_mut(item.index()) {
                    *whole = 0;
                }
            }
        }
        self.orders = 0;
        self.amount = Money::ZERO;
    }

    /// Orders of a member for an item.
    pub(crate) fn orders_of(&self, member: MemberId, item: ItemId) -> u32 {
        let own = self.members.get(member.index()).map_or(&[][..], |own| own.items.as_slice());
        own.iter().find(|(of, _)| *of == item).map_or(0, |(_, orders)| *orders)
    }

    /// A member's orders by item, from the lowest item, those with none left out.
    pub(crate) fn items_of(&self, member: MemberId) -> Vec<(ItemId, u32)> {
        let own = self.members.get(member.index()).map_or(&[][..], |own| own.items.as_slice());
        let mut items: Vec<_> = own.iter().copied().filter(|(_, orders)| *orders > 0).collect();
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
        let has_orders = |member: &MemberId| !self.amount_of(*member).is_zero();
        let mut members: Vec<_> = self.touched.iter().copied().filter(has_orders).collect();
        members.sort_unstable();
        members
    }
}
