//! What must hold of every alliance between two commands.
//!
//! A snapshot is checked by itself; of an alliance it is also checked that what is kept beside the
//! snapshot, to find things quickly, says the same.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::alliance::Alliance;
use crate::alliance::snapshot::{MemberTally, OrderRow, Ranking, Snapshot};
use crate::cap::{CapFigures, Suspension};
use crate::credit_code::CreditCode;
use crate::date::{Date, Month};
use crate::id::{EnterpriseId, ItemId, MemberId, OrderId};
use crate::member::{Category, Member, Membership};
use crate::money::{Money, Price};
use crate::order::{Counted, OrderRecord, OrderState};
use crate::parts::docket::Known;
use crate::policy::Turn;

/// What does not hold of a snapshot, or of an alliance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Broken {
    /// A position without a date, or past all counting.
    #[error("the position is past all counting, or there is one without a date")]
    Position,
    /// Tallies, suspensions, orders or pending policies without a date.
    #[error("there are tallies, suspensions, orders or pending policies, but no date")]
    NoDate,
    /// A pending policy is not later than the date, or not in order.
    #[error("the policy pending for {0} is not for a later month, or not in order")]
    Pending(Month),
    /// A day is both a holiday and a make-up day.
    #[error("{0} is both a holiday and a make-up day")]
    Calendar(Date),
    /// The ranking is of a later year than the date, or one that is no year.
    #[error("the ranking is of the year {0}, which is not that of the date or before")]
    RankingYear(i32),
    /// A figure of the ranking is not of a known member, not in order, or zero.
    #[error("the figure of member {0} in the ranking is zero, out of order, or of nobody")]
    Volume(MemberId),
    /// Two enterprises have one code.
    #[error("enterprise {0} has the code of an earlier one")]
    EnterpriseCode(EnterpriseId),
    /// Another current or an expelled member has the code of this one.
    #[error("member {0} has the code of an earlier one that is current or was expelled")]
    MemberCode(MemberId),
    /// A current member offers nothing, or a member offers an unknown item.
    #[error("member {0} offers an unknown item, or is current and offers nothing")]
    Offers(MemberId),
    /// A member withdrew after the date.
    #[error("member {0} withdrew after the date")]
    Withdrawal(MemberId),
    /// A line does not consist of the current members that offer an item of its category.
    #[error("the line {0:?} has not just the current members that offer an item of it, each once")]
    Line(Category),
    /// The numbers of a line's places do not grow up to that of the next one.
    #[error("the numbers of the places of the line {0:?} do not grow up to the next one")]
    Places(Category),
    /// A line's cursor is missing, or somewhere it cannot be.
    #[error("the cursor of the line {0:?} is not where the policy has it")]
    Cursor(Category),
    /// A member's tally is of nobody, out of order, empty, has an amount its orders cannot have, or
    /// lacks an open order that it was given this month.
    #[error("the tally of member {0} is out of order, of nobody or of nothing, or cannot add up")]
    Tally(MemberId),
    /// A suspension is of nobody or nothing, or out of order.
    #[error("the suspension of member {0} is out of order, or of nobody or nothing")]
    Suspension(MemberId),
    /// An order names something unknown, is from after the date, or its price, its deposit or the
    /// places its member moved between cannot be.
    #[error("order {0} names something unknown, or its dates, price, deposit or places cannot be")]
    Order(OrderId),
    /// An order is with one that is not a member.
    #[error("order {0} is with one that is not a current member")]
    Holder(OrderId),
    /// An order waits, though a member is eligible for it.
    #[error("order {0} waits, though member {1} is eligible for it")]
    Waits(OrderId, MemberId),
    /// More of one kind than there are ids.
    #[error("there are more of one kind than there are ids")]
    TooMany,
    /// What is kept to find things quickly does not agree with the rest; a fault of this crate.
    #[error("an index does not agree with the state; please report it")]
    Index,
}

fn hold(holds: bool, broken: Broken) -> Result<(), Broken> {
    if holds { Ok(()) } else { Err(broken) }
}

/// Whether the keys of a list grow from each to the next.
fn grow<T: Ord>(mut last: Option<T>) -> impl FnMut(T) -> bool {
    move |next| {
        let grows = last.as_ref().is_none_or(|last| *last < next);
        last = Some(next);
        grows
    }
}

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
    /// Whether it can be the state of an alliance, as far as no search is needed.
    pub(crate) fn check(&self) -> Result<(), Broken> {
        self.check_time()?;
        self.check_counts()?;
        if let Some(ranking) = &self.ranking {
            self.check_ranking(ranking)?;
        }
        self.check_enterprises()?;
        self.check_members()?;
        for category in Category::ALL {
            self.check_line(category)?;
        }
        self.check_tallies()?;
        self.check_tallied()?;
        self.check_suspensions()?;
        self.kept().try_for_each(|(order, record)| self.check_order(order, record))?;
        self.check_moves()
    }

    /// The orders that have not ended.
    fn kept(&self) -> impl Iterator<Item = (OrderId, &OrderRecord)> {
        (0..).zip(&self.orders).filter_map(|(index, row)| match row {
            OrderRow::Kept(record) => Some((OrderId::at(index)?, &**record)),
            OrderRow::Ended(_) => None,
        })
    }

    /// The place that a member left for an open order is nobody's, and was left for no other: it
    /// may go back there (rules 3.5).
    fn check_moves(&self) -> Result<(), Broken> {
        let mut known = BTreeSet::new();
        for category in Category::ALL {
            known.extend(self.lines.of(category).places.iter().map(|of| (category, of.number)));
        }
        self.kept().try_for_each(|(order, record)| {
            let moved = record.state.open().and_then(|giving| giving.moved);
            match (moved, self.category_of(record.terms.item)) {
                (Some(moved), Some(category)) => {
                    hold(known.insert((category, moved.from)), Broken::Order(order))
                }
                _ => Ok(()),
            }
        })
    }

    fn check_time(&self) -> Result<(), Broken> {
        let is_counted = i64::try_from(self.position).is_ok();
        hold(is_counted && (self.position == 0 || self.date.is_some()), Broken::Position)?;
        if let Some(day) = self.calendar.day_in_both() {
            return Err(Broken::Calendar(day));
        }
        let has_no_month = self.tallies.is_empty()
            && self.suspensions.is_empty()
            && self.orders.is_empty()
            && self.pending.is_empty();
        hold(self.date.is_some() || has_no_month, Broken::NoDate)?;
        let mut grows = grow(self.date.map(Date::month));
        self.pending.iter().try_for_each(|of| hold(grows(of.month), Broken::Pending(of.month)))
    }

    fn check_counts(&self) -> Result<(), Broken> {
        let counts = [
            self.stations.len(),
            self.items.len(),
            self.enterprises.len(),
            self.members.len(),
            self.orders.len(),
        ];
        let has_ids =
            |count: &usize| count.checked_sub(1).is_none_or(|last| OrderId::at(last).is_some());
        hold(counts.iter().all(has_ids), Broken::TooMany)
    }

    fn check_ranking(&self, ranking: &Ranking) -> Result<(), Broken> {
        let year = ranking.year;
        let is_due = self.date.is_none_or(|date| year <= date.year());
        hold(is_due && Month::new(year, 1).is_ok(), Broken::RankingYear(year))?;
        let mut grows = grow(None);
        ranking.volumes.iter().try_for_each(|of| {
            let holds = grows(of.member) && of.orders > 0 && self.member(of.member).is_some();
            hold(holds, Broken::Volume(of.member))
        })
    }

    fn check_enterprises(&self) -> Result<(), Broken> {
        let mut codes = BTreeSet::new();
        (0..).zip(&self.enterprises).try_for_each(|(index, enterprise)| {
            match EnterpriseId::at(index) {
                Some(id) => hold(codes.insert(enterprise.code), Broken::EnterpriseCode(id)),
                None => Err(Broken::TooMany),
            }
        })
    }

    fn check_members(&self) -> Result<(), Broken> {
        let mut last_with: BTreeMap<CreditCode, Membership> = BTreeMap::new();
        (0..).zip(&self.members).try_for_each(|(index, member)| {
            let id = MemberId::at(index).ok_or(Broken::TooMany)?;
            let before = last_with.insert(member.code, member.standing);
            let is_free = matches!(before, None | Some(Membership::Withdrawn { .. }));
            hold(is_free, Broken::MemberCode(id))?;
            let items = member.offers.as_slice();
            let is_known = items.iter().all(|item| self.category_of(*item).is_some());
            let offers_enough = !member.is_current() || !items.is_empty();
            hold(is_known && offers_enough, Broken::Offers(id))?;
            match member.standing {
                Membership::Withdrawn { on } => hold(self.is_past(on), Broken::Withdrawal(id)),
                _ => Ok(()),
            }
        })
    }

    fn check_line(&self, category: Category) -> Result<(), Broken> {
        let line = self.lines.of(category);
        let belongs = |(index, member): (usize, &Member)| {
            let mut items = member.offers.as_slice().iter();
            let stands =
                member.is_current() && items.any(|item| self.category_of(*item) == Some(category));
            if stands { MemberId::at(index) } else { None }
        };
        let belong: Vec<MemberId> = (0..).zip(&self.members).filter_map(belongs).collect();
        let mut stand: Vec<MemberId> = line.places.iter().map(|place| place.member).collect();
        stand.sort_unstable();
        hold(stand == belong, Broken::Line(category))?;
        let mut grows = grow(None);
        let numbers = line.places.iter().map(|place| place.number).chain([line.next_place]);
        let is_numbered = numbers.into_iter().all(&mut grows);
        let is_countable = i64::try_from(line.next_place.get()).is_ok();
        hold(is_numbered && is_countable, Broken::Places(category))?;
        let is_right = match line.cursor {
            Some(cursor) => self.policy.turn == Turn::Cursor && stand.contains(&cursor),
            None => self.policy.turn != Turn::Cursor || stand.is_empty(),
        };
        hold(is_right, Broken::Cursor(category))
    }

    fn check_tallies(&self) -> Result<(), Broken> {
        let mut grows = grow(None);
        let mut total = 0_u64;
        self.tallies.iter().try_for_each(|row| {
            let orders = self.orders_in(row).filter(|_| grows(row.member));
            let orders = orders.ok_or(Broken::Tally(row.member))?;
            total = total.saturating_add(orders);
            let can_be = can_cost(orders, row.amount) && total <= 1_000_000_000;
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
            let row = self.tallies.iter().find(|row| row.member == member);
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

    fn check_suspensions(&self) -> Result<(), Broken> {
        let mut grows = grow(None);
        self.suspensions.iter().try_for_each(|of: &Suspension| {
            let is_known = self.member(of.member).is_some()
                && of.item.is_none_or(|item| self.category_of(item).is_some())
                && of.cap.and_then(CapFigures::item).is_none_or(|item| {
                    self.category_of(item).is_some() && of.item.is_none_or(|only| only == item)
                });
            hold(is_known && grows((of.member, of.item)), Broken::Suspension(of.member))
        })
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
        hold(
            record.barred.iter().all(|barred| self.member(barred.member).is_some()),
            Broken::Order(order),
        )?;
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

    fn member(&self, member: MemberId) -> Option<&Member> {
        self.members.get(member.index())
    }

    fn category_of(&self, item: ItemId) -> Option<Category> {
        self.items.get(item.index()).map(|item| item.category)
    }

    /// Whether a date is not after the last one.
    fn is_past(&self, date: Date) -> bool {
        self.date.is_none_or(|last| date <= last)
    }
}

impl Alliance {
    /// What was found quickly is what a search of everything finds.
    pub(crate) fn check_indexes(&self) -> Result<(), Broken> {
        let members = || (0..self.members().len()).filter_map(MemberId::at);
        let lines_agree = Category::ALL.into_iter().all(|category| {
            (0..).zip(self.items()).filter(|(_, item)| item.category == category).all(
                |(index, _)| ItemId::at(index).is_none_or(|item| self.ready_agrees(category, item)),
            )
        });
        let mut open: BTreeMap<MemberId, Vec<OrderId>> = BTreeMap::new();
        for (index, known) in (0..).zip(self.docket.all()) {
            if let (Known::Kept(record), Some(order)) = (known, OrderId::at(index))
                && let Some(giving) = record.state.open()
            {
                open.entry(giving.member).or_default().push(order);
            }
        }
        let open_agrees = members().all(|member| {
            let orders = open.remove(&member).unwrap_or_default();
            usize::try_from(self.open_orders_of(member)) == Ok(orders.len())
                && self.open_orders(member) == orders
        });
        let own_firms_agree = (0..).zip(self.enterprises()).all(|(index, enterprise)| {
            let own = EnterpriseId::at(index).and_then(|id| self.registry.own_firm(id));
            own == members().find(|member| {
                self.member(*member).is_some_and(|m| m.is_current() && m.code == enterprise.code)
            })
        });
        let wholes_agree = self.wholes_agree();
        hold(lines_agree && open_agrees && own_firms_agree && wholes_agree, Broken::Index)
    }

    /// Ready for an item are those of its line who offer it and are not suspended from it.
    fn ready_agrees(&self, category: Category, item: ItemId) -> bool {
        let line = self.lines.of(category);
        let is_ready = |member: &MemberId| {
            self.roster.offers(*member).contains(&item)
                && self.suspensions.of(*member, item).is_none()
        };
        line.ready(item).eq(line.search_order().filter(is_ready))
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
        let all = (0..self.items().len()).filter_map(ItemId::at);
        (orders, amount) == self.tallied_total()
            && all.into_iter().all(|item| {
                self.tallied_item_orders(item) == items.get(&item).copied().unwrap_or_default()
            })
    }
}
