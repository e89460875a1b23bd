//! Reassignment: to whom a lagging order would go, asked before anything moves (article 24).

use crate::alliance::Alliance;
use crate::doors::check;
use crate::doors::dispatch::{Found, booking, choose, fails};
use crate::facts::cap::TallyEffect;
use crate::facts::finding::LagFinding;
use crate::facts::order::{Basis, Giving, OrderRecord};
use crate::facts::refusal::Refusal;
use crate::facts::standing::{Reassignment, Standing};
use crate::rules::eligibility::Search;
use crate::rules::{caps, reassignment};
use crate::words::id::{MemberId, OrderId};

/// 调单: to whom a lagging order would go, and what comes of it. Changes nothing.
///
/// `to` is the member the platform names; none: by turn. What is asked here is what
/// [`Act::Reassign`](crate::Act::Reassign) does next.
///
/// # Errors
/// The [`Refusal`] that the act would meet ([rules 14](crate::rules#14)): the order or the member
/// is unknown, the order is not assigned, the finding does not say all three, the member that is
/// named cannot have the order, or nobody can.
#[doc(alias = "调单")]
pub fn reassign(
    alliance: &Alliance,
    order: OrderId,
    finding: &LagFinding,
    to: Option<MemberId>,
) -> Result<Reassignment, Refusal> {
    alliance.known_order(order)?;
    if let Some(named) = to {
        alliance.known_member(named)?;
    }
    let (record, giving) = check::work::assigned(alliance, order)?;
    reassignment::finding_suffices(*finding)?;
    let from = giving.member;
    let search = search_without(alliance, record, giving);
    let search = search.ok_or(Refusal::NobodyEligible { order })?;
    let found = match to {
        Some(named) => {
            let member = eligible(alliance, &search, order, named)?;
            Found { member, basis: Basis::Named }
        }
        None => choose(alliance, &search).ok_or(Refusal::NobodyEligible { order })?,
    };
    let (motion, counted) = booking(&alliance.policy, found.basis, record.counted);
    let run = alliance.member(from).map_or(0, |member| member.run);
    let run = reassignment::next_run(run);
    let exits = reassignment::run_expels(alliance.policy.reassignment.limit, run);
    let tally = tally_effect(alliance, record, giving);
    let Found { member: to, basis } = found;
    Ok(Reassignment { from, to, basis, motion, counted, tally, run, exits })
}

/// The search for an order as if it had come off its member already.
fn search_without<'a>(
    alliance: &Alliance,
    record: &'a OrderRecord,
    giving: Giving,
) -> Option<Search<'a>> {
    Some(Search {
        is_tallied: tally_effect(alliance, record, giving) == TallyEffect::ComesOff,
        loser: Some(giving.member),
        ..alliance.search_again(record)?
    })
}

/// What becomes of the tallies when the order comes off its member.
fn tally_effect(alliance: &Alliance, record: &OrderRecord, giving: Giving) -> TallyEffect {
    let effect = |now| caps::tally_effect(record.counted, giving.on, now);
    alliance.date.map_or(TallyEffect::Stays, effect)
}

/// The member that the platform names, if it passes (a) to (d).
fn eligible(
    alliance: &Alliance,
    search: &Search<'_>,
    order: OrderId,
    member: MemberId,
) -> Result<MemberId, Refusal> {
    let how = alliance.known_member(member)?.standing;
    let standing = match alliance.roster.current(member) {
        Some(_) => fails(alliance, search, member),
        None => Some(Standing::Left { how }),
    };
    match standing {
        Some(standing) => Err(Refusal::NamedNotEligible { order, member, standing }),
        None => Ok(member),
    }
}
