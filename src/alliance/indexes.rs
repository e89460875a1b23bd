//! What an alliance keeps beside its snapshot, to find things quickly, says the same as the snapshot.

use alloc::collections::BTreeMap;

use crate::alliance::Alliance;
use crate::alliance::broken::Broken;
use crate::alliance::invariants::hold;
use crate::facts::member::Category;
use crate::facts::order::OrderState;
use crate::parts::docket::Known;
use crate::words::credit_code::CreditCode;
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId};
use crate::words::money::Money;

impl Alliance {
    /// What was found quickly is what a walk through everything finds. It takes as long as there is
    /// much to walk through.
    pub(crate) fn check_indexes(&self) -> Result<(), Broken> {
        let agrees = Category::ALL.into_iter().all(|category| self.ready_agrees(category))
            && self.offers_agree()
            && self.orders_agree()
            && self.own_firms_agree()
            && self.wholes_agree()
            && self.counts_agree();
        hold(agrees, Broken::Index)
    }

    /// What each member offers is what its record says.
    fn offers_agree(&self) -> bool {
        let mut members = (0..).map_while(MemberId::nth).zip(self.members());
        members.all(|(member, firm)| firm.offers.as_slice() == self.roster.offers(member))
    }

    /// The chains have the orders that wait, and those that each member has.
    fn orders_agree(&self) -> bool {
        let mut held = Vec::new();
        let mut open: BTreeMap<MemberId, Vec<OrderId>> = BTreeMap::new();
        for (index, known) in (0..).zip(self.docket.all()) {
            if let (Known::Kept(record), Some(order)) = (known, OrderId::nth(index)) {
                if let Some(giving) = record.state.open() {
                    open.entry(giving.member).or_default().push(order);
                } else if record.state == OrderState::Held {
                    held.push(order);
                }
            }
        }
        let mut members = (0..self.members().len()).filter_map(MemberId::nth);
        self.docket.waiting() == held
            && members.all(|member| {
                let orders = open.remove(&member).unwrap_or_default();
                usize::try_from(self.open_orders_of(member)) == Ok(orders.len())
                    && self.open_orders(member) == orders
            })
    }

    /// The member that is an enterprise itself is the current one with its code.
    fn own_firms_agree(&self) -> bool {
        let members = (0..).map_while(MemberId::nth).zip(self.members());
        let current = members.filter(|(_, firm)| firm.is_current());
        let with: BTreeMap<CreditCode, MemberId> =
            current.map(|(member, firm)| (firm.code, member)).collect();
        let mut enterprises = (0..).map_while(EnterpriseId::nth).zip(self.enterprises());
        enterprises.all(|(id, enterprise)| {
            self.registry.own_firm(id) == with.get(&enterprise.code).copied()
        })
    }

    /// Ready for an item are those of its line who offer it and are neither on leave nor suspended
    /// from it.
    fn ready_agrees(&self, category: Category) -> bool {
        let line = self.lines.of(category);
        let mut ready: BTreeMap<ItemId, Vec<MemberId>> = BTreeMap::new();
        for member in line.search_order().filter(|member| !self.roster.is_on_leave(*member)) {
            for item in self.roster.offers(member) {
                if self.suspensions.of(member, *item).is_none() {
                    ready.entry(*item).or_default().push(member);
                }
            }
        }
        let items = (0..).map_while(ItemId::nth).zip(self.items());
        let mut items = items.filter(|(_, listed)| listed.category == category);
        items.all(|(item, _)| line.ready(item).eq(ready.remove(&item).unwrap_or_default()))
    }

    /// Those who are there, and those of them who offer an item, are as many as was counted.
    fn counts_agree(&self) -> bool {
        let mut offering: BTreeMap<ItemId, u32> = BTreeMap::new();
        let mut count = 0_u32;
        for firm in self.members().iter().filter(|firm| firm.is_present()) {
            count = count.saturating_add(1);
            for item in firm.offers.as_slice() {
                let of = offering.entry(*item).or_default();
                *of = of.saturating_add(1);
            }
        }
        let mut items = (0..self.items().len()).filter_map(ItemId::nth);
        self.roster.present() == count
            && items.all(|item| self.roster.offering(item) == offering.remove(&item).unwrap_or(0))
    }

    /// The wholes of the tallies are the sums of their parts.
    fn wholes_agree(&self) -> bool {
        let mut items: BTreeMap<ItemId, u32> = BTreeMap::new();
        let (mut orders, mut amount) = (0_u32, Money::ZERO);
        for member in self.tally.members() {
            amount = amount.plus(self.tally.amount_of(member));
            for (item, own) in self.tally.items_of(member) {
                let count = items.entry(item).or_default();
                *count = count.saturating_add(own);
                orders = orders.saturating_add(own);
            }
        }
        let all = (0..self.items().len()).filter_map(ItemId::nth);
        (orders, amount) == self.tallied_total()
            && all.into_iter().all(|item| {
                self.tallied_item_orders(item) == items.get(&item).copied().unwrap_or_default()
            })
    }
}
