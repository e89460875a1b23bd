//! Articles 5 and 8: firms with enough local high-tech orders join of their own will, and what
//! each may offer (rules 2.1 and 2.2).

use crate::facts::member::{Category, Membership};
use crate::facts::policy::{AdmissionPolicy, ComprehensiveReach};
use crate::facts::refusal::Refusal;
use crate::parts::registry::Registry;
use crate::parts::roster::Roster;
use crate::words::credit_code::CreditCode;
use crate::words::date::{Date, Month};
use crate::words::id::ItemId;
use crate::words::list::Set;

/// The code is of no current member, of none expelled, and of none that withdrew in this month or
/// the one before.
pub(crate) fn code_is_free(roster: &Roster, code: &CreditCode, now: Month) -> Result<(), Refusal> {
    let Some((member, last)) = roster.last_with(code) else { return Ok(()) };
    match last.standing {
        Membership::Current => Err(Refusal::CodeOfCurrentMember { member }),
        Membership::Expelled { .. } => Err(Refusal::CodeOfExpelledMember { member }),
        Membership::Withdrawn { on } if !may_come_back(on, now) => {
            let from = on.month().next().and_then(Month::next);
            Err(Refusal::CodeWithdrewLately { member, on, from })
        }
        Membership::Withdrawn { .. } => Ok(()),
    }
}

/// One that withdrew may be admitted again after the month in which it did and the next one.
pub(crate) fn may_come_back(withdrew: Date, now: Month) -> bool {
    now != withdrew.month() && !now.follows(withdrew.month())
}

/// 不少于: as many orders as the minimum are enough.
pub(crate) fn volume_suffices(policy: AdmissionPolicy, volume: u32) -> Result<(), Refusal> {
    let minimum = policy.min_orders;
    if volume < minimum { Err(Refusal::VolumeBelowMinimum { volume, minimum }) } else { Ok(()) }
}

/// Something is offered, and all of it is within the reach of the class. The items are known.
pub(crate) fn offers_fit(
    registry: &Registry,
    reach: ComprehensiveReach,
    category: Category,
    offers: &Set<ItemId>,
) -> Result<(), Refusal> {
    if offers.is_empty() {
        return Err(Refusal::NoOffer);
    }
    let out_of_reach = |item: &&ItemId| {
        let of = registry.item(**item).map(|item| item.category);
        !of.is_some_and(|of| is_within_reach(reach, category, of))
    };
    match offers.as_slice().iter().find(out_of_reach) {
        Some(&item) => Err(Refusal::OfferOutOfReach { item, category }),
        None => Ok(()),
    }
}

/// A member offers items of its own category; a comprehensive one any, where the city says so.
fn is_within_reach(reach: ComprehensiveReach, member: Category, item: Category) -> bool {
    let reaches_all =
        member == Category::Comprehensive && reach == ComprehensiveReach::EveryCategory;
    member == item || reaches_all
}
