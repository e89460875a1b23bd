//! The turn of the month: it is counted to its end, and who reached a cap in it is suspended.

use alloc::collections::BTreeMap;
use core::num::NonZeroU32;

use crate::facts::cap::{CapFigures, Reach, Suspension};
use crate::facts::policy::CapScope;
use crate::record::figures::span::{
    AtEnd, MonthFigures, ReachedFigures, SpanFigures, SuspensionFigures, sides,
};
use crate::record::figures::sums::MemberItemFigures;
use crate::record::figures::{FiguresFold, OpenMonth};
use crate::record::statement::entries::ShareEntry;
use crate::words::date::{Date, Month};
use crate::words::id::{ItemId, MemberId};
use crate::words::money::Money;

impl FiguresFold {
    /// A month begins; one that comes after none that was read before.
    pub(crate) fn open_month(&mut self, month: Month) {
        if let Some(last) = self.months.last() {
            if last.month >= month {
                return;
            }
            if !last.is_closed {
                let day = last.month.last_day();
                self.take_stock(day);
            }
        }
        self.open.reached.clear();
        self.months.push(MonthFigures {
            month,
            is_whole: true,
            is_closed: false,
            caps: self.caps,
            figures: SpanFigures::default(),
            shares: Vec::new(),
            reached: Vec::new(),
            suspensions: Vec::new(),
            at_end: AtEnd::default(),
        });
    }

    /// The month ends, and with it the suspensions in force.
    pub(crate) fn close_month(&mut self) {
        self.firms.end_suspensions();
        let Some(last) = self.months.last_mut().filter(|last| !last.is_closed) else { return };
        last.is_closed = true;
        let day = last.month.last_day();
        self.take_stock(day);
    }

    /// Puts what was counted into the month, with how things stand at the end of a day.
    pub(crate) fn take_stock(&mut self, day: Date) {
        let at_end = self.orders.at_end_of(day, &self.calendar);
        let mut figures = core::mem::take(&mut self.open.span);
        figures.items = self.open.items.take();
        figures.stations = self.open.stations.take();
        figures.members = self.open.members.take();
        let cells = core::mem::take(&mut self.open.cells);
        for ((member, item), dispatched) in cells {
            let place = figures.members.binary_search_by_key(&member, |of| of.member);
            if let Some(of) = place.ok().and_then(|place| figures.members.get_mut(place)) {
                of.items.push(MemberItemFigures { item, dispatched });
            }
        }
        figures.sum_up(&self.categories);
        let is_whole = self.months.last().is_some_and(|month| month.is_whole);
        let shares = if is_whole { self.shares(&figures) } else { Vec::new() };
        if let Some(month) = self.months.last_mut() {
            (month.figures, month.shares, month.at_end) = (figures, shares, at_end);
        }
    }

    /// Every share that is judged, by member, then item, the amount last.
    fn shares(&self, figures: &SpanFigures) -> Vec<ShareEntry> {
        let judged = self.judged_items(figures);
        let tallied = figures.orders.dispatched.tallied;
        let is_amount_judged = self.is_amount_judged(figures, tallied.orders);
        let mut shares = Vec::new();
        let current = figures.members.iter().filter(|of| self.firms.is_current(of.member));
        for of in current {
            let member = of.member;
            for MemberItemFigures { item, dispatched } in &of.items {
                let own = count(dispatched.tallied.orders);
                let Some(&whole) = judged.get(item).filter(|_| own > 0) else { continue };
                let figures = CapFigures::Item { item: *item, own, whole };
                shares.push(ShareEntry { member, figures });
            }
            let (own, whole) = (of.dispatched.tallied.amount, tallied.amount);
            if is_amount_judged && !own.is_zero() {
                shares.push(ShareEntry { member, figures: CapFigures::Amount { own, whole } });
            }
        }
        shares
    }

    /// The orders of each item that has orders and members enough (rules 6.3).
    fn judged_items(&self, figures: &SpanFigures) -> BTreeMap<ItemId, u32> {
        let least = self.caps.item_min_members;
        let added = if least == NonZeroU32::MIN { BTreeMap::new() } else { self.added(figures) };
        let items = figures.items.iter().map(|of| {
            let whole = count(of.orders.dispatched.tallied.orders);
            (of.item, whole)
        });
        let is_judged = |(item, whole): &(ItemId, u32)| {
            let added = added.get(item).copied().unwrap_or(0);
            *whole >= self.caps.item_min_orders.get()
                && (least == NonZeroU32::MIN
                    || is_enough(self.firms.offering(*item).saturating_add(added), least))
        };
        items.filter(is_judged).collect()
    }

    /// How many members of each item had orders of it in the month, and are current, but not among
    /// those who are there and offer it.
    fn added(&self, figures: &SpanFigures) -> BTreeMap<ItemId, usize> {
        let mut added = BTreeMap::<ItemId, usize>::new();
        for of in figures.members.iter().filter(|of| self.firms.is_current(of.member)) {
            for MemberItemFigures { item, dispatched } in &of.items {
                if dispatched.tallied.orders > 0 && !self.firms.is_offering(of.member, *item) {
                    let count = added.entry(*item).or_default();
                    *count = count.saturating_add(1);
                }
            }
        }
        added
    }

    /// Whether there are orders and members enough for the amount. Who is gone and has an order in
    /// the tallies is one of them.
    fn is_amount_judged(&self, figures: &SpanFigures, orders: u64) -> bool {
        let least = self.caps.amount_min_members;
        let was_given = figures.members.iter().filter(|of| of.dispatched.tallied.orders > 0);
        let added = was_given.filter(|of| !self.firms.is_present(of.member)).count();
        orders >= self.caps.amount_min_orders.get().into()
            && (least == NonZeroU32::MIN
                || is_enough(self.firms.present().saturating_add(added), least))
    }

    /// A member reached a cap in the month that closes.
    pub(crate) fn reach_cap(&mut self, member: MemberId, cap: CapFigures, reach: Reach) {
        let Some(month) = self.months.last_mut().filter(|month| !month.is_closed) else { return };
        let share = match cap {
            CapFigures::Item { .. } => self.caps.item_share,
            CapFigures::Amount { .. } => self.caps.amount_share,
        };
        let (own, whole) = sides(cap);
        let otherwise = own.saturating_sub(self.open.designated(member, cap));
        let rests = otherwise == 0 || !share.reached_by(otherwise, whole);
        self.open.reached.insert((member, cap.item()), rests);
        let by_designation = month.is_whole.then_some(rests);
        month.reached.push(ReachedFigures { member, cap, reach, by_designation });
    }

    /// A suspension begins, of the month after the one that was closed.
    pub(crate) fn suspend(&mut self, member: MemberId, scope: CapScope, cap: CapFigures) {
        let item = cap.suspends_from(scope);
        self.firms.suspend(Suspension { member, item, cap: Some(cap) });
        let Some(month) = self.months.last_mut() else { return };
        let reached = &self.open.reached;
        let rests = match month.caps.scope {
            // One suspension for all caps that the member reached.
            CapScope::Member => {
                let mut all = reached.range((member, None)..=(member, Some(ItemId::LAST)));
                all.all(|(_, rests)| *rests)
            }
            CapScope::Item => reached.get(&(member, cap.item())).copied().unwrap_or(false),
        };
        let by_designation = month.is_whole.then_some(rests);
        month.suspensions.push(SuspensionFigures { member, scope, cap, by_designation });
    }
}

impl OpenMonth {
    /// What was designated of a member's own figure, in orders or in fen.
    fn designated(&self, member: MemberId, cap: CapFigures) -> u64 {
        match cap {
            CapFigures::Item { item, .. } => {
                self.cells.get(&(member, item)).map_or(0, |of| of.tallied_designated.orders)
            }
            CapFigures::Amount { .. } => {
                let row = self.members.found(member);
                row.map_or(Money::ZERO, |of| of.dispatched.tallied_designated.amount).fen()
            }
        }
    }
}

impl MonthFigures {
    /// Who is suspended in the month after, each once, and whether all of its suspensions rest on
    /// designated work alone.
    pub(crate) fn suspended(&self) -> BTreeMap<MemberId, bool> {
        let mut members = BTreeMap::new();
        for of in &self.suspensions {
            let rests = of.by_designation == Some(true);
            members.entry(of.member).and_modify(|all| *all &= rests).or_insert(rests);
        }
        members
    }
}

fn count(orders: u64) -> u32 {
    u32::try_from(orders).unwrap_or(u32::MAX)
}

fn is_enough(members: usize, least: NonZeroU32) -> bool {
    u32::try_from(members).is_ok_and(|members| members >= least.get())
}
