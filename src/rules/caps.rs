//! Article 17: of one item no member gets more than half of the orders, of the whole no more than
//! thirty per cent of the amount; whoever reaches a cap gets nothing by turn in the month after
//! (rules 6.1 and 6.3 to 6.5).

use alloc::collections::BTreeMap;
use core::num::NonZeroU32;

use crate::facts::cap::{CapFigures, Reach, TallyEffect};
use crate::facts::order::{Basis, Counted};
use crate::facts::policy::{CapScope, CapsPolicy, CountDesignated, Guard};
use crate::parts::roster::Roster;
use crate::parts::tally::Tally;
use crate::rules::eligibility::Search;
use crate::words::date::Date;
use crate::words::id::{ItemId, MemberId};
use crate::words::money::Money;
use crate::words::share::Share;

/// Whether an order given for the first time on this ground counts in the tallies.
#[inline]
pub(crate) fn counted(option: CountDesignated, basis: Basis) -> Counted {
    match (option, basis) {
        (CountDesignated::No, Basis::Designation) => Counted::No,
        _ => Counted::Yes,
    }
}

/// What becomes of the tallies when a member loses an order: it comes off just in the month in
/// which it was given, and only if it counts (rules 6.2).
pub(crate) fn tally_effect(counted: Option<Counted>, given: Date, now: Date) -> TallyEffect {
    match counted {
        Some(Counted::Yes) if given.month() == now.month() => TallyEffect::ComesOff,
        _ => TallyEffect::Stays,
    }
}

/// What the caps are judged on: the tallies of the month, and who could serve in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MonthlyFigures<'a> {
    pub(crate) policy: &'a CapsPolicy,
    pub(crate) tally: &'a Tally,
    pub(crate) roster: &'a Roster,
    /// The member that an order comes off, which the tallies still have with it.
    pub(crate) loser: Option<MemberId>,
}

impl MonthlyFigures<'_> {
    /// Few members: whether enough of them can serve an item, or were given it. Counted are the
    /// current members that offer it and are not on leave, or have an order of it in the tallies.
    pub(crate) fn item_has_enough(&self, item: ItemId) -> bool {
        let offering = self.roster.offering(item);
        let was_given = |member: &MemberId| {
            self.is_added(*member, item)
                && self.keeps_any(*member, self.tally.orders_of(*member, item))
        };
        self.are_enough(offering, self.policy.item_min_members, was_given)
    }

    /// How many the tallies add of each item to those who are there and offer it.
    fn added_by_tallies(&self) -> BTreeMap<ItemId, u32> {
        let mut added = BTreeMap::<ItemId, u32>::new();
        for member in self.tally.members() {
            for (item, orders) in self.tally.items_of(member) {
                if self.is_added(member, item) && self.keeps_any(member, orders) {
                    let count = added.entry(item).or_default();
                    *count = count.saturating_add(1);
                }
            }
        }
        added
    }

    /// Whether a member is current, and not among those who are there and offer an item.
    fn is_added(&self, member: MemberId, item: ItemId) -> bool {
        let firm = self.roster.current(member);
        firm.is_some_and(|firm| firm.on_leave || !firm.offers.contains(&item))
    }

    /// Few members: whether enough of them can serve at all, or were given anything. Counted are
    /// those current and not on leave, and who else has an order in the tallies.
    pub(crate) fn amount_has_enough(&self) -> bool {
        let was_given = |member: &MemberId| {
            let firm = self.roster.member(*member);
            firm.is_some_and(|firm| !firm.is_present())
                && self.keeps_any(*member, self.tally.orders_in_all(*member))
        };
        self.are_enough(self.roster.present(), self.policy.amount_min_members, was_given)
    }

    /// Whether a member with so many orders has any, when one has come off the loser.
    fn keeps_any(&self, member: MemberId, orders: u32) -> bool {
        orders > u32::from(self.loser == Some(member))
    }

    /// Whether there are enough, with those that the tallies add to the ones who are there.
    fn are_enough(
        &self,
        there: u32,
        least: NonZeroU32,
        was_given: impl Fn(&MemberId) -> bool,
    ) -> bool {
        // Whoever is judged or guarded is one itself.
        if least == NonZeroU32::MIN {
            return true;
        }
        let missing = usize::try_from(least.get().saturating_sub(there)).unwrap_or(usize::MAX);
        self.tally.touched().filter(was_given).take(missing).count() == missing
    }
}

/// Which of the figures of a month are judged: those with enough members.
#[derive(Debug)]
pub(crate) struct Judged {
    /// How many the tallies add of each item, once one is asked for that few offer: counted all at
    /// once, in one walk through the tallies.
    added: Option<BTreeMap<ItemId, u32>>,
    amount: bool,
}

impl Judged {
    pub(crate) fn of(figures: &MonthlyFigures<'_>) -> Self {
        Self { added: None, amount: figures.amount_has_enough() }
    }

    fn item(&mut self, figures: &MonthlyFigures<'_>, item: ItemId) -> bool {
        let (there, least) = (figures.roster.offering(item), figures.policy.item_min_members);
        if least == NonZeroU32::MIN || there >= least.get() {
            return true;
        }
        let added = self.added.get_or_insert_with(|| figures.added_by_tallies());
        there.saturating_add(added.get(&item).copied().unwrap_or(0)) >= least.get()
    }
}

/// Every cap a member reached in the month, by item, the amount last.
pub(crate) fn reached(
    figures: &MonthlyFigures<'_>,
    judged: &mut Judged,
    member: MemberId,
) -> Vec<(CapFigures, Reach)> {
    let items = figures.tally.items_of(member).into_iter();
    let mut caps: Vec<(CapFigures, Reach)> = items
        .filter_map(|(item, own)| item_cap(figures, item, own))
        .filter(|(cap, _)| cap.item().is_none_or(|item| judged.item(figures, item)))
        .collect();
    caps.extend(amount_cap(figures, member).filter(|_| judged.amount));
    caps
}

/// The cap on a member's share of an item's orders.
fn item_cap(figures: &MonthlyFigures<'_>, item: ItemId, own: u32) -> Option<(CapFigures, Reach)> {
    let whole = figures.tally.orders_for(item);
    if whole < figures.policy.item_min_orders.get() {
        return None;
    }
    let reach = reach(figures.policy.item_share, own.into(), whole.into())?;
    Some((CapFigures::Item { item, own, whole }, reach))
}

/// The cap on a member's share of the amount in all.
fn amount_cap(figures: &MonthlyFigures<'_>, member: MemberId) -> Option<(CapFigures, Reach)> {
    if figures.tally.orders() < figures.policy.amount_min_orders.get() {
        return None;
    }
    let (own, whole) = (figures.tally.amount_of(member), figures.tally.amount());
    let reach = reach(figures.policy.amount_share, own.fen(), whole.fen())?;
    Some((CapFigures::Amount { own, whole }, reach))
}

/// 达到 includes the number, 超过 does not; nothing of its own reaches no cap.
fn reach(share: Share, own: u64, whole: u64) -> Option<Reach> {
    if own == 0 || !share.reached_by(own, whole) {
        return None;
    }
    Some(if share.exceeded_by(own, whole) { Reach::Above } else { Reach::At })
}

/// From what a cap suspends, or nothing where an earlier one of the member does already: under
/// `Member` each member is suspended once, from all.
pub(crate) fn suspends(scope: CapScope, cap: CapFigures, is_first: bool) -> Option<CapScope> {
    match (scope, cap) {
        (CapScope::Member, _) if is_first => Some(CapScope::Member),
        (CapScope::Member, _) => None,
        (CapScope::Item, CapFigures::Item { .. }) => Some(CapScope::Item),
        (CapScope::Item, CapFigures::Amount { .. }) => Some(CapScope::Member),
    }
}

/// What is guarded of an order, and from how many orders on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guarded {
    min_orders: u32,
    /// Whether enough members can serve the item, so that its share is guarded.
    item: bool,
    /// Whether enough members can serve at all, so that the amount is guarded.
    amount: bool,
}

/// From how many orders on an order is guarded, if the guard is on and the order counts.
#[inline]
pub(crate) fn guarded_from(policy: &CapsPolicy, search: &Search<'_>) -> Option<NonZeroU32> {
    match (policy.guard, search.counted) {
        (Guard::On { min_orders }, Counted::Yes) => Some(min_orders),
        _ => None,
    }
}

/// What is guarded of an order, if it is guarded: nothing that would not be judged for its few
/// members.
pub(crate) fn guard(figures: &MonthlyFigures<'_>, search: &Search<'_>) -> Option<Guarded> {
    let min_orders = guarded_from(figures.policy, search)?.get();
    let item = figures.item_has_enough(search.item);
    Some(Guarded { min_orders, item, amount: figures.amount_has_enough() })
}

/// (e) What a member would exceed with this order, the item before the amount.
pub(crate) fn exceeded_with(
    figures: &MonthlyFigures<'_>,
    search: &Search<'_>,
    guarded: Guarded,
    member: MemberId,
) -> Option<(Share, CapFigures)> {
    let own = (figures.tally.orders_of(member, search.item), figures.tally.amount_of(member));
    exceeded(figures, search, guarded, own)
}

/// Whether the order alone exceeds a share, so that no member passes (e).
pub(crate) fn exceeded_by_anybody(
    figures: &MonthlyFigures<'_>,
    search: &Search<'_>,
    guarded: Guarded,
) -> bool {
    exceeded(figures, search, guarded, (0, Money::ZERO)).is_some()
}

/// What one with so many orders for the item and this amount would exceed with one more order.
fn exceeded(
    figures: &MonthlyFigures<'_>,
    search: &Search<'_>,
    guarded: Guarded,
    (orders, amount): (u32, Money),
) -> Option<(Share, CapFigures)> {
    let MonthlyFigures { policy, tally, .. } = figures;
    let (item, price) = (search.item, search.price.amount());
    let (more, added) = if search.is_tallied { (0, Money::ZERO) } else { (1, price) };
    let (own, whole) = (orders.saturating_add(1), tally.orders_for(item).saturating_add(more));
    let is_judged = guarded.item && whole >= guarded.min_orders;
    if is_judged && policy.item_share.exceeded_by(own.into(), whole.into()) {
        return Some((policy.item_share, CapFigures::Item { item, own, whole }));
    }
    let (own, whole) = (amount.plus(price), tally.amount().plus(added));
    let is_judged = guarded.amount && tally.orders().saturating_add(more) >= guarded.min_orders;
    if is_judged && policy.amount_share.exceeded_by(own.fen(), whole.fen()) {
        return Some((policy.amount_share, CapFigures::Amount { own, whole }));
    }
    None
}
