//! Article 16: who can be given an order (rules 5.2). That a member is current and stands in the
//! line is a matter of the line; what is left are the clauses (b) to (d). The guard, (e), is a
//! matter of article 17.

use crate::facts::cap::Suspension;
use crate::facts::member::Category;
use crate::facts::order::{Barred, Counted, Loss};
use crate::facts::standing::Bar;
use crate::parts::roster::Roster;
use crate::parts::suspensions::Suspensions;
use crate::words::id::{ItemId, MemberId};
use crate::words::list::Set;
use crate::words::money::Price;

/// What the search for a member has to know of an order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Search<'a> {
    /// The item asked for.
    pub(crate) item: ItemId,
    /// Its category, whose line is searched.
    pub(crate) category: Category,
    /// The price of the order.
    pub(crate) price: Price,
    /// Whether the order would count in the tallies.
    pub(crate) counted: Counted,
    /// Whether the totals of the open month have the order already, given to another member.
    pub(crate) is_tallied: bool,
    /// The member that is the enterprise itself.
    pub(crate) own_firm: Option<MemberId>,
    /// Members that a conflict of interest excludes.
    pub(crate) excluded: &'a Set<MemberId>,
    /// Members that lost the order for good, from the lowest.
    pub(crate) barred: &'a Set<Barred>,
    /// The member from which the order is being taken.
    pub(crate) loser: Option<MemberId>,
}

impl Search<'_> {
    /// Most orders are open to everybody, which is quickly seen.
    pub(crate) fn bars_nobody(&self) -> bool {
        self.own_firm.is_none()
            && self.loser.is_none()
            && self.excluded.is_empty()
            && self.barred.is_empty()
    }

    /// How many of the members of a line can be barred at most, and one more.
    pub(crate) fn most_barred(&self) -> usize {
        // The firm itself, who loses the order, and one.
        let [excluded, barred] = [self.excluded.as_slice().len(), self.barred.as_slice().len()];
        excluded.saturating_add(barred).saturating_add(3)
    }
}

/// (b) Whether a member offers the item.
pub(crate) fn offers(roster: &Roster, member: MemberId, item: ItemId) -> bool {
    roster.offers_item(member, item)
}

/// (c) Whether a member is on leave (rules 2.5).
pub(crate) fn is_on_leave(roster: &Roster, member: MemberId) -> bool {
    roster.is_on_leave(member)
}

/// (c) What suspends a member from an item this month.
pub(crate) fn suspension(
    suspensions: &Suspensions,
    member: MemberId,
    item: ItemId,
) -> Option<Suspension> {
    suspensions.of(member, item).copied()
}

/// Whether a firm is barred from an order because it declined it, under any of its ids (rules 7.8).
pub(crate) fn has_declined(roster: &Roster, barred: &Set<Barred>, member: MemberId) -> bool {
    barred.as_slice().iter().any(|of| is_declined_by(roster, of, member))
}

/// Whether a bar is there because this firm declined the order, under any of its ids.
pub(crate) fn is_declined_by(roster: &Roster, bar: &Barred, member: MemberId) -> bool {
    bar.by == Loss::Declined && roster.is_same_firm(bar.member, member)
}

/// (d) What bars a member from an order.
///
/// What bars a firm goes with its code, so an admission of it before this one counts too.
pub(crate) fn bar(roster: &Roster, search: &Search<'_>, member: MemberId) -> Option<Bar> {
    let is_own = search.own_firm == Some(member);
    bar_of(search, is_own, || roster.admissions(member))
}

/// What bars a firm with these ids from an order, which may be its own.
pub(crate) fn bar_of<I: Iterator<Item = MemberId>>(
    search: &Search<'_>,
    is_own: bool,
    ids: impl Fn() -> I,
) -> Option<Bar> {
    if !search.excluded.is_empty() && ids().any(|member| search.excluded.contains(&member)) {
        return Some(Bar::ConflictOfInterest);
    }
    if is_own {
        return Some(Bar::OwnOrder);
    }
    if search.loser.is_some_and(|loser| ids().any(|member| member == loser)) {
        return Some(Bar::Reassigned);
    }
    if search.barred.is_empty() {
        return None;
    }
    let lost = |member| {
        let barred = search.barred.as_slice();
        let place = barred.binary_search_by_key(&member, |barred| barred.member).ok();
        place.and_then(|place| barred.get(place))
    };
    ids().find_map(lost).map(|barred| match barred.by {
        Loss::Declined => Bar::Declined,
        Loss::Reassigned => Bar::Reassigned,
    })
}
