//! What must hold of the orders, the tallies they are in, and the places they remember.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::alliance::broken::{Broken, OrderFault, TallyFault};
use crate::alliance::invariants::{grow, hold};
use crate::alliance::snapshot::{ItemTally, MemberTally, OrderRow, Snapshot};
use crate::facts::member::Category;
use crate::facts::member::Member;
use crate::facts::order::{Basis, Counted, Loss, OrderRecord, OrderState, Place};
use crate::words::date::Date;
use crate::words::id::{ItemId, MemberId, OrderId};
use crate::words::money::{Money, Price};

/// How many orders tallies can have beside those that the alliance accepted: whoever only asks has
/// tallies and no orders. With the ids of all orders 32 bits hold their number, and 64 their amount.
const TALLIED: u64 = 800_000_000;

/// Whether so many orders can have this amount in all.
fn can_cost(orders: u64, amount: Money) -> bool {
    let least = Money::from_fen(orders);
    let most = Money::from_fen(Price::MAX.amount().fen().saturating_mul(orders));
    (least..=most).contains(&amount)
}

/// What is open of a member, counts, and was given this month.
#[derive(Default)]
struct Open {
    orders: BTreeMap<ItemId, u32>,
    amount: Money,
}

impl Open {
    /// Whether a tally has all of it, and the rest of the tally can be of others.
    fn check(mut self, row: &MemberTally) -> Result<(), TallyFault> {
        let mut rest = 0_u64;
        for of in &row.items {
            let open = self.orders.remove(&of.item).unwrap_or(0);
            let others = of.orders.checked_sub(open).ok_or(TallyFault::LacksOpen(of.item))?;
            rest = rest.saturating_add(others.into());
        }
        if let Some(item) = self.orders.keys().next() {
            return Err(TallyFault::LacksOpen(*item));
        }
        let fits = self.amount <= row.amount && can_cost(rest, row.amount.above(self.amount));
        if fits { Ok(()) } else { Err(TallyFault::LacksAmount) }
    }
}

impl Snapshot {
    /// What must hold of the orders and the tallies.
    pub(super) fn check_work(&self) -> Result<(), Broken> {
        self.check_tallies()?;
        self.check_tallied()?;
        self.kept().try_for_each(|(order, record)| self.check_order(order, record))?;
        self.check_remembered_places()
    }

    fn check_tallies(&self) -> Result<(), Broken> {
        let mut known = BTreeSet::new();
        let accepted = u64::try_from(self.orders.len()).unwrap_or(u64::MAX);
        let most = TALLIED.saturating_add(accepted);
        let mut total = 0_u64;
        self.tallies.iter().try_for_each(|row| {
            let broken = |fault| Broken::Tally(row.member, fault);
            hold(self.member(row.member).is_some(), broken(TallyFault::Nobody))?;
            hold(known.insert(row.member), broken(TallyFault::Twice))?;
            let orders = self.orders_in(row).map_err(broken)?;
            total = total.saturating_add(orders);
            hold(can_cost(orders, row.amount), broken(TallyFault::Amount))?;
            hold(total <= most, broken(TallyFault::TooMany))
        })
    }

    /// The orders of a tally, each item known and once.
    fn orders_in(&self, row: &MemberTally) -> Result<u64, TallyFault> {
        let mut items = BTreeSet::new();
        let mut sum = 0_u64;
        for &ItemTally { item, orders } in &row.items {
            if self.category_of(item).is_none() {
                return Err(TallyFault::UnknownItem(item));
            }
            if orders == 0 {
                return Err(TallyFault::NoOrders(item));
            }
            if !items.insert(item) {
                return Err(TallyFault::ItemTwice(item));
            }
            sum = sum.saturating_add(orders.into());
        }
        if sum > 0 { Ok(sum) } else { Err(TallyFault::Empty) }
    }

    /// The open orders that count and were given this month, which may come off it yet (rules
    /// 6.2), are in the tallies of their members.
    fn check_tallied(&self) -> Result<(), Broken> {
        let mut open: BTreeMap<MemberId, Open> = BTreeMap::new();
        for (_, record) in self.kept() {
            let Some(giving) = record.state.open() else { continue };
            let this_month = self.date.map(Date::month) == Some(giving.on.month());
            if this_month && record.counted == Some(Counted::Yes) {
                let of = open.entry(giving.member).or_default();
                let orders = of.orders.entry(record.terms.item).or_default();
                *orders = orders.saturating_add(1);
                of.amount = of.amount.plus(record.terms.price.amount());
            }
        }
        for row in &self.tallies {
            if let Some(of) = open.remove(&row.member) {
                of.check(row).map_err(|fault| Broken::Tally(row.member, fault))?;
            }
        }
        let missing =
            open.iter().find_map(|(member, of)| Some((*member, *of.orders.keys().next()?)));
        missing.map_or(Ok(()), |(member, item)| {
            Err(Broken::Tally(member, TallyFault::LacksOpen(item)))
        })
    }

    fn check_order(&self, order: OrderId, record: &OrderRecord) -> Result<(), Broken> {
        let fault = self
            .terms_fault(record)
            .or_else(|| self.barred_fault(record))
            .or_else(|| self.state_fault(record));
        fault.map_or(Ok(()), |fault| Err(Broken::Order(order, fault)))
    }

    /// The first thing that is wrong with what was asked for, and when.
    fn terms_fault(&self, record: &OrderRecord) -> Option<OrderFault> {
        let terms = &record.terms;
        if self.stations.get(terms.station.index()).is_none() {
            return Some(OrderFault::UnknownStation(terms.station));
        }
        if self.enterprises.get(terms.enterprise.index()).is_none() {
            return Some(OrderFault::UnknownEnterprise(terms.enterprise));
        }
        if self.category_of(terms.item).is_none() {
            return Some(OrderFault::UnknownItem(terms.item));
        }
        let named =
            terms.excluded.as_slice().iter().chain(&terms.taken_by).chain(&terms.designated);
        if let Some(&member) = named.into_iter().find(|member| self.member(**member).is_none()) {
            return Some(OrderFault::UnknownMember(member));
        }
        let price = terms.price.amount();
        if price.is_zero() {
            return Some(OrderFault::PriceZero);
        }
        if record.deposit > price {
            return Some(OrderFault::Deposit);
        }
        if !terms.ask_deposit && !record.deposit.is_zero() {
            return Some(OrderFault::DepositNotAsked);
        }
        let is_later = !self.is_past(record.submitted);
        is_later.then_some(OrderFault::SubmittedLater(record.submitted))
    }

    /// The first thing that is wrong with those who are barred from an order. A firm that is barred
    /// is given it under no other id, so that it cannot lose it twice.
    fn barred_fault(&self, record: &OrderRecord) -> Option<OrderFault> {
        let (mut grows, mut firms) = (grow(None), BTreeSet::new());
        record.barred.as_slice().iter().find_map(|barred| {
            let member = barred.member;
            let Some(firm) = self.member(member) else {
                return Some(OrderFault::UnknownMember(member));
            };
            let is_once = grows(member) && firms.insert(firm.code);
            (!is_once).then_some(OrderFault::Barred(member))
        })
    }

    /// The first thing that is wrong with where an order stands.
    fn state_fault(&self, record: &OrderRecord) -> Option<OrderFault> {
        let is_due = |on: Date| record.submitted <= on && self.is_past(on);
        let (member, date_fault) = match record.state {
            OrderState::Held => return None,
            OrderState::Assigned(giving) | OrderState::Declined(giving) => {
                let fault = (!is_due(giving.on)).then_some(OrderFault::Given(giving.on));
                (giving.member, fault)
            }
            OrderState::Completed(of) => {
                let fault = (!is_due(of.recorded)).then_some(OrderFault::Completed(of.recorded));
                (of.member, fault)
            }
        };
        let Some(firm) = self.member(member) else {
            return Some(OrderFault::UnknownMember(member));
        };
        if date_fault.is_some() {
            return date_fault;
        }
        if let OrderState::Completed(of) = record.state
            && of.due.is_before(record.submitted)
        {
            return Some(OrderFault::DueTooEarly);
        }
        if record.counted.is_none() {
            return Some(OrderFault::Uncounted);
        }
        if self.is_barred(record, firm) {
            return Some(OrderFault::HolderBarred(member));
        }
        let giving = record.state.open()?;
        if !firm.is_current() {
            return Some(OrderFault::Holder(member));
        }
        let was_taken = record.barred.as_slice().iter().any(|of| of.by == Loss::Reassigned);
        if giving.basis == Basis::Named && !was_taken {
            return Some(OrderFault::NamedWithoutReassignment);
        }
        let next = self.category_of(record.terms.item).map(|of| self.lines.of(of).next_place);
        let was_moved = giving
            .moved
            .is_none_or(|moved| moved.from < moved.to && next.is_some_and(|next| moved.to < next));
        (!was_moved).then_some(OrderFault::Moved)
    }

    /// Whether a firm is barred from an order: excluded or barred under any of its ids, or the
    /// enterprise itself. (That it was named although nobody is designated in the terms tells nothing:
    /// the enterprise may have named it while the order was held.)
    fn is_barred(&self, record: &OrderRecord, firm: &Member) -> bool {
        let is_it = |member: MemberId| self.member(member).is_some_and(|of| of.code == firm.code);
        let enterprise = self.enterprises.get(record.terms.enterprise.index());
        enterprise.is_some_and(|enterprise| enterprise.code == firm.code)
            || record.terms.excluded.as_slice().iter().any(|member| is_it(*member))
            || record.barred.as_slice().iter().any(|barred| is_it(barred.member))
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
                    let fault = OrderFault::RememberedPlace;
                    hold(known.insert((category, moved.from)), Broken::Order(order, fault))
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
