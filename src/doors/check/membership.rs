//! The refusals of `Admit`, `ChangeOffers`, `Withdraw`, `GrantLeave`, `EndLeave` and
//! `PublishRanking` (articles 5, 7, 8, 16).

use crate::alliance::Alliance;
use crate::facts::command::Application;
use crate::facts::member::Volume;
use crate::facts::refusal::Refusal;
use crate::rules::admission;
use crate::words::date::Date;
use crate::words::id::{IdKind, ItemId, MemberId};
use crate::words::list::{List, Set};

/// The refusals of `Admit`, in their order; gives the id of the new member.
pub(crate) fn admit(
    alliance: &Alliance,
    date: Date,
    firm: &Application,
) -> Result<MemberId, Refusal> {
    let policy = &alliance.policy;
    alliance.known_items(&firm.offers)?;
    admission::code_is_free(&alliance.roster, &firm.code, date.month())?;
    admission::volume_suffices(policy.admission, firm.volume)?;
    let reach = policy.comprehensive_reach;
    admission::offers_fit(&alliance.registry, reach, firm.category, &firm.offers)?;
    let next = MemberId::nth(alliance.members().len());
    next.ok_or(Refusal::IdsExhausted { kind: IdKind::Member })
}

/// The refusals of `ChangeOffers`, in their order.
pub(crate) fn change_offers(
    alliance: &Alliance,
    member: MemberId,
    offers: &Set<ItemId>,
) -> Result<(), Refusal> {
    alliance.known_member(member)?;
    alliance.known_items(offers)?;
    let category = alliance.current_member(member)?.category;
    let reach = alliance.policy.comprehensive_reach;
    admission::offers_fit(&alliance.registry, reach, category, offers)
}

/// The refusals of `Withdraw`, in their order.
pub(crate) fn withdraw(alliance: &Alliance, member: MemberId) -> Result<(), Refusal> {
    alliance.known_member(member)?;
    alliance.current_member(member)?;
    match alliance.open_orders_of(member) {
        0 => Ok(()),
        open => Err(Refusal::MemberHasOpenOrders { member, open }),
    }
}

/// The refusals of `GrantLeave`, in their order.
pub(crate) fn grant_leave(alliance: &Alliance, member: MemberId) -> Result<(), Refusal> {
    alliance.known_member(member)?;
    let firm = alliance.current_member(member)?;
    if firm.on_leave { Err(Refusal::MemberOnLeave { member }) } else { Ok(()) }
}

/// The refusals of `EndLeave`, in their order.
pub(crate) fn end_leave(alliance: &Alliance, member: MemberId) -> Result<(), Refusal> {
    alliance.known_member(member)?;
    let firm = alliance.current_member(member)?;
    if firm.on_leave { Ok(()) } else { Err(Refusal::MemberNotOnLeave { member }) }
}

/// The refusals of `PublishRanking`, in their order.
pub(crate) fn publish_ranking(
    alliance: &Alliance,
    date: Date,
    year: i32,
    volumes: &List<Volume>,
) -> Result<(), Refusal> {
    let members = || volumes.as_slice().iter().map(|of| of.member);
    members().try_for_each(|member| alliance.known_member(member).map(drop))?;
    if year != date.year() {
        return Err(Refusal::RankingOfOtherYear { year, date });
    }
    members().try_for_each(|member| alliance.current_member(member).map(drop))?;
    let mut sorted: Vec<MemberId> = members().collect();
    sorted.sort_unstable();
    let twice = |pair: &[MemberId]| pair.first().filter(|one| pair.last() == Some(*one)).copied();
    match sorted.windows(2).find_map(twice) {
        Some(member) => Err(Refusal::MemberRankedTwice { member }),
        None => Ok(()),
    }
}
