//! What must hold of the orders, the tallies they are in, and the places they remember.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::alliance::invariants::{Broken, grow, hold};
use crate::alliance::snapshot::{MemberTally, OrderRow, Snapshot};
use crate::facts::member::{Category, Member};
use crate::facts::order::{Counted, OrderRecord, OrderState, Place};
use crate::words::date::Date;
use crate::words::id::{ItemId, MemberId, OrderId};
use crate::words::money::{Money, Price};

/// The highest position, and number of a place, from which an alliance can start.
const START: u64 = 1 << 62;

/// The most orders that tallies can have, and the most they can start with: an alliance that goes
/// on from there has ids for 1 000 000 000 more, and 64 bits hold the amount of all of them.
const TALLIED: u64 = 1_800_000_000;
const TALLIED_START: u64 = 800_000_000;

/// Whether so many orders can have this amount in all.
fn can_cost(orders: u64, amount: Money) -> bool {
    let least = Money::from_fen(orders);
    let most = Money::from_fen(Price::MAX.amount().fen().saturating_mul(orders));
    (least..=most).contains(&amount)
}

/// Whether a tally has these orders and their amount, and the rest of it can be of others.
fn has_tallied(row: &MemberTally, orders: &BTreeMap<ItemId, u32>, amount: Money) -> bool {
    let mut rest = 0_u64;
    let mut found = 0_usize;
    for of in &row.items {
        let open = orders.get(&of.item).copied();
        found = found.saturating_add(usize::from(open.is_some()));
        let Some(others) = of.orders.checked_sub(open.unwrap_or(0)) else { return false };
        rest = rest.saturating_add(others.into());
    }
    found == orders.len() && amount <= row.amount && can_cost(rest, row.amount.above(amount))
}

impl Snapshot {
    /// Whether an alliance can go on from it without passing what can be counted.
    pub(crate) fn check_room(&self) -> Result<(), Broken> {
        hold(self.position <= START, Broken::Position)?;
        for category in Category::ALL {
            let next = self.lines.of(category).next_place.get();
            hold(next <= START, Broken::Places(category))?;
        }
        let mut total = 0_u64;
        self.tallies.iter().try_for_each(|row| {
            let orders = row.items.iter().map(|of| u64::from(of.orders));
            total = orders.fold(total, u64::saturating_add);
            hold(total <= TALLIED_START, Broken::Tally(row.member))
        })
    }

    /// What must hold of the orders and the tallies.
    pub(super) fn check_work(&self) -> Result<(), Broken> {
        self.check_tallies()?;
        self.check_tallied()?;
        self.kept().try_for_each(|(order, record)| self.check_order(order, record))?;
        self.check_remembered_places()
    }

    fn check_tallies(&self) -> Result<(), Broken> {
        let mut grows = grow(None);
        let mut total = 0_u64;
        self.tallies.iter().try_for_each(|row| {
            let orders = self.orders_in(row).filter(|_| grows(row.member));
            let orders = orders.ok_or(Broken::Tally(row.member))?;
            total = total.saturating_add(orders);
            let can_be = can_cost(orders, row.amount) && total <= TALLIED;
            hold(can_be, Broken::Tally(row.member))
        })
    }

    /// The open orders that count and were given this month, which may come off it yet (rules
    /// 6.2), are in the tallies of their members.
    fn check_tallied(&self) -> Result<(), Broken> {
        let mut open: BTreeMap<MemberId, (BTreeMap<ItemId, u32>, Money)> = BTreeMap::new();
        for (_, record) in self.kept() {
            let Some(giving) = record.state.open() else { continue };
            let this_month = self.date.map(Date::month) == Some(giving.on.month());
            if this_month && record.counted == Some(Counted::Yes) {
                let (items, amount) = open.entry(giving.member).or_default();
                let orders = items.entry(record.terms.item).or_default();
                *orders = orders.saturating_add(1);
                *amount = amount.plus(record.terms.price.amount());
            }
        }
        open.iter().try_for_each(|(&member, (items, amount))| {
            let row = self.tallies.binary_search_by_key(&member, |row| row.member).ok();
            let row = row.and_then(|row| self.tallies.get(row));
            let has = row.is_some_and(|row| has_tallied(row, items, *amount));
            hold(has, Broken::Tally(member))
        })
    }

    /// The orders of a tally whose member and items are known and in order.
    fn orders_in(&self, row: &MemberTally) -> Option<u64> {
        self.member(row.member)?;
        let mut grows = grow(None);
        let mut sum = 0_u64;
        for of in &row.items {
            self.category_of(of.item)?;
            if !grows(of.item) || of.orders == 0 {
                return None;
            }
            sum = sum.saturating_add(of.orders.into());
        }
        (sum > 0).then_some(sum)
    }

    fn check_order(&self, order: OrderId, record: &OrderRecord) -> Result<(), Broken> {
        let terms = &record.terms;
        let named =
            terms.excluded.as_slice().iter().chain(&terms.taken_by).chain(&terms.designated);
        let is_known = self.stations.get(terms.station.index()).is_some()
            && self.enterprises.get(terms.enterprise.index()).is_some()
            && self.category_of(terms.item).is_some()
            && named.into_iter().all(|member| self.member(*member).is_some());
        let price = terms.price.amount();
        let is_paid = !price.is_zero() && record.deposit <= price;
        hold(is_known && is_paid && self.is_past(record.submitted), Broken::Order(order))?;
        let mut grows = grow(None);
        let mut is_barred = |member| self.member(member).is_some() && grows(member);
        let mut barred = record.barred.as_slice().iter().map(|barred| barred.member);
        hold(barred.all(&mut is_barred), Broken::Order(order))?;
        if let OrderState::Completed(completion) = record.state {
            let is_done = record.submitted <= completion.recorded
                && self.is_past(completion.recorded)
                && self.member(completion.member).is_some()
                && record.counted.is_some();
            return hold(is_done, Broken::Order(order));
        }
        let Some(giving) = record.state.open() else { return Ok(()) };
        let is_given = record.submitted <= giving.on && self.is_past(giving.on);
        let was_moved = giving.moved.is_none_or(|moved| {
            let category = self.category_of(terms.item);
            let next = category.map(|category| self.lines.of(category).next_place);
            moved.from < moved.to && next.is_some_and(|next| moved.to < next)
        });
        hold(is_given && was_moved && record.counted.is_some(), Broken::Order(order))?;
        let holder = self.member(giving.member);
        hold(holder.is_some_and(Member::is_current), Broken::Holder(order))
    }

    /// A place that a member left for an open order is nobody's, and was left for no other: it may
    /// go back there (rules 3.5).
    fn check_remembered_places(&self) -> Result<(), Broken> {
        let mut known: BTreeSet<(Category, Place)> = BTreeSet::new();
        for category in Category::ALL {
            let taken = self.lines.of(category).places.iter();
            known.extend(taken.map(|place| (category, place.number)));
        }
        self.kept().try_for_each(|(order, record)| {
            let moved = record.state.open().and_then(|giving| giving.moved);
            match (moved, self.category_of(record.terms.item)) {
                (Some(moved), Some(category)) => {
                    hold(known.insert((category, moved.from)), Broken::RememberedPlace(order))
                }
                _ => Ok(()),
            }
        })
    }

    /// The orders that have not ended.
    fn kept(&self) -> impl Iterator<Item = (OrderId, &OrderRecord)> {
        (0..).zip(&self.orders).filter_map(|(index, row)| match row {
            OrderRow::Kept(record) => Some((OrderId::nth(index)?, &**record)),
            OrderRow::Ended(_) => None,
        })
    }
}
