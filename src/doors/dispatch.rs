//! Dispatch: the one search, and the door that only asks (article 16, rules 5).

use crate::alliance::Alliance;
use crate::doors::check;
use crate::facts::cap::Suspension;
use crate::facts::order::{Basis, Counted, Motion, Order};
use crate::facts::policy::Policy;
use crate::facts::refusal::Refusal;
use crate::facts::standing::{Dispatch, Standing};
use crate::rules::caps::{self, Guarded};
use crate::rules::eligibility::Search;
use crate::rules::{eligibility, turn};
use crate::words::id::MemberId;

/// 派单: to whom an order would go, for the state as it stands. Changes nothing.
///
/// What is asked here is what [`Alliance::step`] does with the same order next. A caller with tables
/// of its own books the answer: the member's place in the line, and in the tallies.
///
/// # Errors
/// The [`Refusal`] that accepting the order would meet ([rules 14](crate::rules#14), `Accept`).
///
/// # Examples
/// See the [crate's first page](crate).
#[doc(alias = "派单")]
pub fn dispatch(alliance: &Alliance, order: &Order) -> Result<Dispatch, Refusal> {
    let intake = check::intake::accept(alliance, order)?;
    let by_turn = || choose(alliance, &alliance.search_for(order, intake.category));
    let found = named(order).or_else(by_turn);
    Ok(answer(alliance, found))
}

/// Whom a search found, and on what ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) member: MemberId,
    pub(crate) basis: Basis,
}

/// What is found said as an answer, with what the first giving of the order does.
pub(crate) fn answer(alliance: &Alliance, found: Option<Found>) -> Dispatch {
    let Some(Found { member, basis }) = found else { return Dispatch::Held };
    let (motion, counted) = booking(&alliance.policy, basis, None);
    Dispatch::Given { member, basis, motion, counted }
}

/// What giving an order on this ground does to the line, and whether it counts: as its first giving
/// settled.
#[inline(always)]
#[allow(clippy::inline_always, reason = "see `choose`")]
pub(crate) fn booking(
    policy: &Policy,
    basis: Basis,
    settled: Option<Counted>,
) -> (Motion, Counted) {
    let counted = settled.unwrap_or_else(|| caps::counted(policy.count_designated, basis));
    (turn::motion(policy, basis), counted)
}

/// To whom an order goes that is admissible and names a member; any other goes by turn.
#[inline]
pub(crate) fn named(order: &Order) -> Option<Found> {
    order.designated.map(|member| Found { member, basis: Basis::Designation })
}

/// The search by turn: the first eligible member of the line, with the guard lifted where nobody
/// passes it (rules 5.2 and 6.5).
#[inline(always)]
#[allow(clippy::inline_always, reason = "what most orders ask of it is a few instructions")]
pub(crate) fn choose(alliance: &Alliance, search: &Search<'_>) -> Option<Found> {
    if search.bars_nobody() && caps::guarded_from(&alliance.policy.caps, search).is_none() {
        // Most orders are open to everybody, and go to the first who is ready.
        let first = alliance.lines.of(search.category).first_ready(search.item);
        return first.map(|member| Found { member, basis: Basis::Turn });
    }
    choose_open(alliance, *search)
}

/// The same of an order that is guarded, or that not everybody can have.
// By value, so that what most orders ask of a search is never put in memory.
#[inline(never)]
fn choose_open(alliance: &Alliance, search: Search<'_>) -> Option<Found> {
    let ready = alliance.lines.of(search.category).ready(search.item);
    let guard = caps::guard(&alliance.figures_for(&search), &search);
    first_open(alliance, &search, ready, guard)
}

/// The first of those who are ready that is not barred, and that passes the guard.
fn first_open(
    alliance: &Alliance,
    search: &Search<'_>,
    ready: impl Iterator<Item = MemberId>,
    guard: Option<Guarded>,
) -> Option<Found> {
    let is_open = |member: &MemberId| eligibility::bar(&alliance.roster, search, *member).is_none();
    let mut eligible = ready.filter(is_open);
    let member = eligible.next()?;
    match guard {
        Some(guard) => Some(choose_guarded(alliance, search, guard, member, eligible)),
        None => Some(Found { member, basis: Basis::Turn }),
    }
}

/// The first of the eligible that passes the guard, or with the guard lifted the first of all.
fn choose_guarded(
    alliance: &Alliance,
    search: &Search<'_>,
    guard: Guarded,
    first: MemberId,
    others: impl Iterator<Item = MemberId>,
) -> Found {
    let figures = alliance.figures_for(search);
    let lifted = Found { member: first, basis: Basis::TurnGuardLifted };
    if caps::exceeded_by_anybody(&figures, search, guard) {
        return lifted;
    }
    let passes =
        |member: &MemberId| caps::exceeded_with(&figures, search, guard, *member).is_none();
    let passing = core::iter::once(first).chain(others).find(passes);
    passing.map_or(lifted, |member| Found { member, basis: Basis::Turn })
}

/// The same where nobody but some can pass (a) to (d): they are asked, and nobody else. So it is of a
/// held order after an admission, wider offers, a leave that ended, a bar that was lifted or the
/// opening of a month, since no held order had an eligible member before (rules 5.3).
pub(crate) fn choose_among(
    alliance: &Alliance,
    search: &Search<'_>,
    among: &[MemberId],
) -> Option<Found> {
    if among.len() > search.most_barred() {
        // So many cannot be passed over.
        return choose(alliance, search);
    }
    let ready = alliance.lines.of(search.category).ready_among(search.item, among);
    let guard = caps::guard(&alliance.figures_for(search), search);
    first_open(alliance, search, ready.into_iter(), guard)
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
    if eligibility::is_on_leave(&alliance.roster, member) {
        return Some(Standing::OnLeave);
    }
    let suspension = eligibility::suspension(&alliance.suspensions, member, item);
    if let (Some(Suspension { item, cap, .. }), Some(month)) = (suspension, alliance.month()) {
        return Some(Standing::Suspended { month, item, cap });
    }
    let bar = eligibility::bar(&alliance.roster, search, member);
    bar.map(|bar| Standing::Barred { bar })
}
