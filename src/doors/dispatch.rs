//! Dispatch: the one search, and the door that only asks (article 16, rules 5).

use crate::alliance::Alliance;
use crate::doors::check;
use crate::facts::cap::Suspension;
use crate::facts::order::{Basis, Order};
use crate::facts::refusal::Refusal;
use crate::facts::standing::{Dispatch, Standing};
use crate::rules::eligibility::Search;
use crate::rules::{caps, eligibility};
use crate::words::id::MemberId;

/// 派单: to whom an order would go, for the state as it stands. Changes nothing.
///
/// What is asked here is what [`Alliance::step`] does with the same order next.
///
/// # Errors
/// The [`Refusal`] that accepting the order would meet (rules 14, the act `Accept`).
///
/// # Examples
/// See the [crate's first page](crate).
#[doc(alias = "派单")]
pub fn dispatch(alliance: &Alliance, order: &Order) -> Result<Dispatch, Refusal> {
    let intake = check::intake::accept(alliance, order)?;
    Ok(decide(order, || choose(alliance, &alliance.search_for(order, intake.category))))
}

/// To whom an order goes that is admissible: to the member it names, else by turn.
#[inline]
pub(crate) fn decide(order: &Order, by_turn: impl FnOnce() -> Dispatch) -> Dispatch {
    match order.designated {
        Some(member) => Dispatch::Given { member, basis: Basis::Designation },
        None => by_turn(),
    }
}

/// The search by turn: the first eligible member of the line, with the guard lifted where nobody
/// passes it (rules 5.2 and 6.5).
#[inline(always)]
#[allow(clippy::inline_always, reason = "what most orders ask of it is a few instructions")]
pub(crate) fn choose(alliance: &Alliance, search: &Search<'_>) -> Dispatch {
    let mut ready = alliance.lines.of(search.category).ready(search.item);
    let guard = caps::guard(&alliance.policy.caps, search.counted);
    if guard.is_some() || !search.bars_nobody() {
        return choose_among(alliance, search, ready, guard);
    }
    // Most orders are open to everybody, and go to the first who is ready.
    match ready.next() {
        Some(member) => Dispatch::Given { member, basis: Basis::Turn },
        None => Dispatch::Held,
    }
}

/// The first of those who are ready that is not barred, and that passes the guard.
fn choose_among(
    alliance: &Alliance,
    search: &Search<'_>,
    ready: impl Iterator<Item = MemberId>,
    guard: Option<u32>,
) -> Dispatch {
    let is_open = |member: &MemberId| eligibility::bar(&alliance.roster, search, *member).is_none();
    let mut eligible = ready.filter(is_open);
    let Some(first) = eligible.next() else { return Dispatch::Held };
    match guard {
        Some(least) => guarded(alliance, search, least, first, eligible),
        None => Dispatch::Given { member: first, basis: Basis::Turn },
    }
}

/// The first of the eligible that passes the guard, or with the guard lifted the first of all.
fn guarded(
    alliance: &Alliance,
    search: &Search<'_>,
    least: u32,
    first: MemberId,
    others: impl Iterator<Item = MemberId>,
) -> Dispatch {
    let (policy, tally) = (&alliance.policy.caps, &alliance.tally);
    let lifted = Dispatch::Given { member: first, basis: Basis::TurnGuardLifted };
    if caps::exceeded_by_anybody(policy, tally, search, least) {
        return lifted;
    }
    let passes =
        |member: &MemberId| caps::exceeded_with(policy, tally, search, least, *member).is_none();
    let passing = core::iter::once(first).chain(others).find(passes);
    passing.map_or(lifted, |member| Dispatch::Given { member, basis: Basis::Turn })
}

/// The first of the grounds (b) to (d) of rules 5.2 that fails for a current member.
pub(crate) fn fails(
    alliance: &Alliance,
    search: &Search<'_>,
    member: MemberId,
) -> Option<Standing> {
    let item = search.item;
    if !eligibility::offers(&alliance.roster, member, item) {
        return Some(Standing::DoesNotOffer { item });
    }
    let suspension = eligibility::suspension(&alliance.suspensions, member, item);
    if let (Some(Suspension { item, cap, .. }), Some(month)) = (suspension, alliance.month()) {
        return Some(Standing::Suspended { month, item, cap });
    }
    let bar = eligibility::bar(&alliance.roster, search, member);
    bar.map(|bar| Standing::Barred { bar })
}
