//! What an alliance keeps beside its snapshot, to find things quickly, says the same as the snapshot.

use alloc::collections::BTreeMap;

use crate::alliance::Alliance;
use crate::alliance::broken::Broken;
use crate::alliance::invariants::hold;
use crate::facts::member::Category;
use crate::facts::order::OrderState;
use crate::parts::docket::Known;
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId};
use crate::words::money::Money;

impl Alliance {
    /// What was found quickly is what a search of everything finds.
    pub(crate) fn check_indexes(&self) -> Result<(), Broken> {
        let members = || (0..self.members().len()).filter_map(MemberId::nth);
        let lines_agree = Category::ALL.into_iter().all(|category| {
            (0..).zip(self.items()).filter(|(_, item)| item.category == category).all(
                |(index, _)| {
                    ItemId::nth(index).is_none_or(|item| self.ready_agrees(category, item))
                },
            )
        });
        let offers_agree = members().all(|member| {
            self.member(member).map(|firm| firm.offers.as_slice())
                == Some(self.roster.offers(member))
        });
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
        let held_agrees = self.docket.waiting() == held;
        let open_agrees = members().all(|member| {
            let orders = open.remove(&member).unwrap_or_default();
            usize::try_from(self.open_orders_of(member)) == Ok(orders.len())
                && self.open_orders(member) == orders
        });
        let own_firms_agree = (0..).zip(self.enterprises()).all(|(index, enterprise)| {
            let own = EnterpriseId::nth(index).and_then(|id| self.registry.own_firm(id));
            own == members().find(|member| {
                self.member(*member).is_some_and(|m| m.is_current() && m.code == enterprise.code)
            })
        });
        let wholes_agree = self.wholes_agree();
        let orders_agree = held_agrees && open_agrees;
        hold(
            lines_agree
                && offers_agree
                && orders_agree
                && own_firms_agree
                && wholes_agree
                && self.counts_agree(),
            Broken::Index,
        )
    }

    /// Ready for an item are those of its line who offer it and are neither on leave nor suspended
    /// from it.
    fn ready_agrees(&self, category: Category, item: ItemId) -> bool {
        let line = self.lines.of(category);
        let is_ready = |member: &MemberId| {
            self.roster.offers_item(*member, item)
                && !self.roster.is_on_leave(*member)
                && self.suspensions.of(*member, item).is_none()
        };
        line.ready(item).eq(line.search_order().filter(is_ready))
    }

    /// Those who are there, and those of them who offer an item, are as many as was counted.
    fn counts_agree(&self) -> bool {
        let present = || self.members().iter().filter(|firm| firm.is_present());
        let offering = |item| present().filter(|firm| firm.offers.contains(&item)).count();
        let mut items = (0..self.items().len()).filter_map(ItemId::nth);
        usize::try_from(self.roster.present()) == Ok(present().count())
            && items.all(|item| usize::try_from(self.roster.offering(item)) == Ok(offering(item)))
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
