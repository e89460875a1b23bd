//! Article 17: of one item no member gets more than half of the orders, of the whole no more than
//! thirty per cent of the amount; whoever reaches a cap gets nothing by turn in the month after
//! (rules 6.1 and 6.3 to 6.5).

use crate::facts::cap::{CapFigures, Reach, TallyEffect};
use crate::facts::order::{Basis, Counted};
use crate::facts::policy::{CapScope, CapsPolicy, CountDesignated, Guard};
use crate::parts::tally::Tally;
use crate::rules::eligibility::Search;
use crate::words::date::Date;
use crate::words::id::{ItemId, MemberId};
use crate::words::money::Money;
use crate::words::share::Share;

/// Whether an order given for the first time on this ground counts in the tallies.
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

/// Every cap a member reached in the month, by item, the amount last.
pub(crate) fn reached(
    policy: &CapsPolicy,
    tally: &Tally,
    member: MemberId,
) -> Vec<(CapFigures, Reach)> {
    let items = tally.items_of(member).into_iter();
    let items = items.filter_map(|(item, own)| item_cap(policy, tally, item, own));
    items.chain(amount_cap(policy, tally, member)).collect()
}

/// The cap on a member's share of an item's orders.
fn item_cap(
    policy: &CapsPolicy,
    tally: &Tally,
    item: ItemId,
    own: u32,
) -> Option<(CapFigures, Reach)> {
    let whole = tally.orders_for(item);
    if whole < policy.item_min_orders.get() {
        return None;
    }
    let reach = reach(policy.item_share, own.into(), whole.into())?;
    Some((CapFigures::Item { item, own, whole }, reach))
}

/// The cap on a member's share of the amount in all.
fn amount_cap(policy: &CapsPolicy, tally: &Tally, member: MemberId) -> Option<(CapFigures, Reach)> {
    if tally.orders() < policy.amount_min_orders.get() {
        return None;
    }
    let (own, whole) = (tally.amount_of(member), tally.amount());
    let reach = reach(policy.amount_share, own.fen(), whole.fen())?;
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

/// The least number of orders from which an order is guarded, if it is: the guard is on and the
/// order counts.
pub(crate) fn guard(policy: &CapsPolicy, counted: Counted) -> Option<u32> {
    match (policy.guard, counted) {
        (Guard::On { min_orders }, Counted::Yes) => Some(min_orders.get()),
        _ => None,
    }
}

/// (e) What a member would exceed with this order, the item before the amount.
pub(crate) fn exceeded_with(
    policy: &CapsPolicy,
    tally: &Tally,
    search: &Search<'_>,
    min_orders: u32,
    member: MemberId,
) -> Option<(Share, CapFigures)> {
    let own = (tally.orders_of(member, search.item), tally.amount_of(member));
    exceeded(policy, tally, search, min_orders, own)
}

/// Whether the order alone exceeds a share, so that no member passes (e).
pub(crate) fn exceeded_by_anybody(
    policy: &CapsPolicy,
    tally: &Tally,
    search: &Search<'_>,
    min_orders: u32,
) -> bool {
    exceeded(policy, tally, search, min_orders, (0, Money::ZERO)).is_some()
}

/// What one with so many orders for the item and this amount would exceed with one more order.
fn exceeded(
    policy: &CapsPolicy,
    tally: &Tally,
    search: &Search<'_>,
    min_orders: u32,
    (orders, amount): (u32, Money),
) -> Option<(Share, CapFigures)> {
    let (item, price) = (search.item, search.price.amount());
    let (more, added) = if search.is_tallied { (0, Money::ZERO) } else { (1, price) };
    let (own, whole) = (orders.saturating_add(1), tally.orders_for(item).saturating_add(more));
    if whole >= min_orders && policy.item_share.exceeded_by(own.into(), whole.into()) {
        return Some((policy.item_share, CapFigures::Item { item, own, whole }));
    }
    let (own, whole) = (amount.plus(price), tally.amount().plus(added));
    let in_all = tally.orders().saturating_add(more);
    if in_all >= min_orders && policy.amount_share.exceeded_by(own.fen(), whole.fen()) {
        return Some((policy.amount_share, CapFigures::Amount { own, whole }));
    }
    None
}
