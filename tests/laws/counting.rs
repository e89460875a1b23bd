//! What is counted, recounted from the outcomes alone (article 17, rules 6).

use std::collections::BTreeMap;

use paidan::{
    Act, Alliance, Basis, CapFigures, CapScope, CountDesignated, Counted, Event, ItemId, MemberId,
    Money, OrderId, Reach,
};
use proptest::prelude::*;

use crate::laws::model::everybody;
use crate::laws::plan::plans;
use crate::laws::world::{Entry, items};

/// Orders and amount of one month by member and item.
#[derive(Debug, Default)]
struct Recount {
    orders: BTreeMap<(MemberId, ItemId), u32>,
    amounts: BTreeMap<MemberId, Money>,
    /// Item and price of every order.
    terms: BTreeMap<OrderId, (ItemId, Money)>,
    /// Whether an order counts, once it was given.
    counts: BTreeMap<OrderId, bool>,
    /// The orders that were given in the month, with whom they went to.
    given: BTreeMap<OrderId, MemberId>,
}

impl Recount {
    /// Adds what a command gave, less what came off; a month that opens begins anew.
    fn add(&mut self, entry: &Entry) {
        let Ok(outcome) = &entry.result else { return };
        for event in &outcome.events {
            match *event {
                Event::MonthOpened { .. } => {
                    (self.orders, self.amounts) = (BTreeMap::new(), BTreeMap::new());
                    self.given.clear();
                }
                Event::Accepted { order, .. } => {
                    if let Act::Accept(asked) = &entry.command.act {
                        self.terms.insert(order, (asked.item, asked.price.amount()));
                    }
                }
                Event::Dispatched { order, member, basis, .. } => {
                    let counts = entry.after.policy().count_designated == CountDesignated::Yes;
                    let counts = counts || basis != Basis::Designation;
                    if *self.counts.entry(order).or_insert(counts) {
                        self.given.insert(order, member);
                        let (own, amount, price) = self.places(order, member);
                        (*own, *amount) = (*own + 1, amount.plus(price));
                    }
                }
                Event::CameOff { order, .. } => {
                    if let Some(member) = self.given.remove(&order) {
                        let (own, amount, price) = self.places(order, member);
                        (*own, *amount) = (*own - 1, Money::from_fen(amount.fen() - price.fen()));
                    }
                }
                _ => {}
            }
        }
    }

    /// The figures of a member that an order changes, and its price.
    fn places(&mut self, order: OrderId, member: MemberId) -> (&mut u32, &mut Money, Money) {
        let (item, price) = self.terms[&order];
        let own = self.orders.entry((member, item)).or_default();
        (own, self.amounts.entry(member).or_default(), price)
    }

    fn of(&self, member: MemberId, item: ItemId) -> u32 {
        self.orders.get(&(member, item)).copied().unwrap_or(0)
    }

    fn for_item(&self, item: ItemId) -> u32 {
        self.orders.iter().filter(|(key, _)| key.1 == item).map(|(_, orders)| orders).sum()
    }

    fn all(&self) -> (u32, Money) {
        let amount = self.amounts.values().fold(Money::ZERO, |sum, amount| sum.plus(*amount));
        (self.orders.values().sum(), amount)
    }

    fn amount_of(&self, member: MemberId) -> Money {
        self.amounts.get(&member).copied().unwrap_or(Money::ZERO)
    }

    /// Rules 6.3: whether enough members count for an item: current ones that offer it and are not
    /// on leave, or have an order of it.
    fn is_judged(&self, alliance: &Alliance, item: ItemId) -> bool {
        let counts = |member: &MemberId| {
            let Some(firm) = alliance.member(*member) else { return false };
            let serves = !firm.on_leave && firm.offers.as_slice().contains(&item);
            firm.is_current() && (serves || self.of(*member, item) > 0)
        };
        let count = everybody(alliance).into_iter().filter(counts).count();
        count >= alliance.policy().caps.item_min_members.get() as usize
    }

    /// The same for the amount: current ones that are not on leave, and whoever has an order.
    fn amount_is_judged(&self, alliance: &Alliance) -> bool {
        let counts = |member: &MemberId| {
            let firm = alliance.member(*member).expect("a member");
            let has_any = self.orders.iter().any(|(key, orders)| key.0 == *member && *orders > 0);
            has_any || (firm.is_current() && !firm.on_leave)
        };
        let count = everybody(alliance).into_iter().filter(counts).count();
        count >= alliance.policy().caps.amount_min_members.get() as usize
    }

    /// Rules 6.3: the caps that members reached who are in the alliance when the month closes.
    fn caps_reached(&self, alliance: &Alliance) -> Vec<(MemberId, CapFigures, Reach)> {
        let caps = alliance.policy().caps;
        let mut reached = Vec::new();
        let mut judge = |member, figures, share: paidan::Share, own: u64, whole: u64| {
            let part = u128::from(own) * 10_000;
            let limit = u128::from(whole) * u128::from(share.basis_points());
            if own > 0 && part >= limit {
                reached.push((
                    member,
                    figures,
                    [Reach::At, Reach::Above][usize::from(part > limit)],
                ));
            }
        };
        let current =
            |member: &MemberId| alliance.member(*member).is_some_and(paidan::Member::is_current);
        let judged: Vec<ItemId> =
            items(alliance).into_iter().filter(|item| self.is_judged(alliance, *item)).collect();
        let amount_is_judged = self.amount_is_judged(alliance);
        for member in everybody(alliance).into_iter().filter(current) {
            for &item in &judged {
                let (own, whole) = (self.of(member, item), self.for_item(item));
                if whole >= caps.item_min_orders.get() {
                    let figures = CapFigures::Item { item, own, whole };
                    judge(member, figures, caps.item_share, own.into(), whole.into());
                }
            }
            let (own, (orders, whole)) = (self.amount_of(member), self.all());
            if amount_is_judged && orders >= caps.amount_min_orders.get() {
                let figures = CapFigures::Amount { own, whole };
                judge(member, figures, caps.amount_share, own.fen(), whole.fen());
            }
        }
        reached
    }
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 6.1 and 6.2: the tallies are the sums over the orders given in the month, less those
    /// that came off in it.
    #[test]
    fn tallies_are_the_sums_over_the_orders_of_the_month(plan in plans()) {
        let mut recount = Recount::default();
        for entry in plan.play() {
            recount.add(&entry);
            let after = &entry.after;
            for member in everybody(after) {
                prop_assert_eq!(after.tallied_amount(member), recount.amount_of(member));
                for item in items(after) {
                    prop_assert_eq!(after.tallied_orders(member, item), recount.of(member, item));
                }
            }
            for item in items(after) {
                prop_assert_eq!(after.tallied_item_orders(item), recount.for_item(item));
            }
            prop_assert_eq!(after.tallied_total(), recount.all());
        }
    }

    /// rules 6.3: a month that closes tells every cap reached, with exact figures, and no other.
    #[test]
    fn a_closing_tells_every_cap_reached(plan in plans()) {
        let mut recount = Recount::default();
        for entry in plan.play() {
            if let (Ok(outcome), Act::OpenMonth) = (&entry.result, &entry.command.act) {
                let told: Vec<_> = outcome.events.iter().filter_map(|event| match *event {
                    Event::CapReached { member, cap, reach } => Some((member, cap, reach)),
                    _ => None,
                }).collect();
                prop_assert_eq!(told, recount.caps_reached(&entry.before));
            }
            recount.add(&entry);
        }
    }

    /// rules 6.4: just those that reached a cap are suspended, for the next month and no longer.
    #[test]
    fn suspensions_are_of_the_caps_reached_in_the_month_before(plan in plans()) {
        let mut recount = Recount::default();
        for entry in plan.play() {
            if entry.result.is_ok() && entry.command.act == Act::OpenMonth {
                let scope = entry.before.policy().caps.scope;
                let mut expected: Vec<_> = recount.caps_reached(&entry.before).into_iter()
                    .map(|(member, cap, _)| match scope {
                        CapScope::Member => (member, None),
                        CapScope::Item => (member, cap.item()),
                    }).collect();
                expected.sort_unstable();
                expected.dedup();
                let suspensions = entry.after.suspensions().iter();
                let found: Vec<_> = suspensions.map(|of| (of.member, of.item)).collect();
                prop_assert_eq!(found, expected);
            } else {
                prop_assert_eq!(entry.after.suspensions(), entry.before.suspensions());
            }
            recount.add(&entry);
        }
    }

    /// rules 5.5 and 6.1: the record of an order says what its giving said, and bears its date;
    /// whether it counts was settled the first time.
    #[test]
    fn a_giving_bears_the_date_of_its_command(plan in plans()) {
        for entry in plan.play() {
            let Ok(outcome) = &entry.result else { continue };
            for event in &outcome.events {
                let Event::Dispatched { order, member, basis, counted, .. } = *event else {
                    continue;
                };
                let on = entry.command.date;
                let record = entry.after.order(order);
                let giving = record.and_then(|record| record.state.open());
                let said = giving.map(|giving| (giving.member, giving.on, giving.basis));
                prop_assert_eq!(said, Some((member, on, basis)));
                prop_assert_eq!(record.and_then(|record| record.counted), Some(counted));
                let is_left_out = basis == Basis::Designation
                    && entry.before.policy().count_designated == CountDesignated::No;
                let first = if is_left_out { Counted::No } else { Counted::Yes };
                let settled = entry.before.order(order).and_then(|record| record.counted);
                prop_assert_eq!(counted, settled.unwrap_or(first));
            }
        }
    }
}
