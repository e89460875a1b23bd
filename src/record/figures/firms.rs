//! Who is in the alliance, what each offers, who is on leave or suspended: for few members, of which
//! a cap is not judged (rules 6.3), and for the turns that a member waits.

use crate::alliance::Alliance;
use crate::facts::cap::Suspension;
use crate::facts::member::{Category, Member};
use crate::parts::suspensions::Suspensions;
use crate::record::figures::distribution::Distribution;
use crate::words::id::{ItemId, MemberId};
use crate::words::list::Set;

/// 等待轮次: how many orders went to others before a member's turn came again.
///
/// Counted are the orders given otherwise than by designation, of the items that the member offered,
/// while it was in the alliance and neither on leave nor suspended from the item: from one such
/// giving to the member to its next one, or from its admission to the first. Which of these orders it
/// was barred from, or that the guard passed it over for, is not looked at. So under
/// [`Turn::KeepPlace`](crate::Turn::KeepPlace), with no guard, and where no order is reassigned,
/// comes back or excludes anybody, no number is above that of the other members of the line.
#[doc(alias = "等待轮次")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TurnFigures {
    /// The turns of others before each giving.
    pub waited: Distribution,
    /// The turns of others since its last giving or its admission, at the end; none where that was
    /// before the state from which the figures start.
    pub since: Option<u32>,
}

/// Every firm that ever was a member.
#[derive(Clone, Debug, Default)]
pub(crate) struct Firms {
    all: Vec<Firm>,
    suspensions: Suspensions,
    /// How many orders of each item went to anybody otherwise than by designation.
    turns: Vec<u64>,
}

/// What is known of a firm.
#[derive(Clone, Debug)]
struct Firm {
    category: Category,
    offers: Set<ItemId>,
    is_current: bool,
    on_leave: bool,
    /// Whether it is known what it waited since its last giving.
    is_counted: bool,
    /// What it waited since then, up to the last time at which it could be given other items.
    before: u64,
    /// The turns of what it can be given, at that time.
    from: u64,
    waited: Distribution,
}

impl Firms {
    /// Those of a state.
    pub(crate) fn of(state: &Alliance) -> Self {
        let firm = |of: &Member| Firm {
            category: of.category,
            offers: of.offers.clone(),
            is_current: of.is_current(),
            on_leave: of.on_leave,
            is_counted: false,
            before: 0,
            from: 0,
            waited: Distribution::default(),
        };
        Self {
            all: state.members().iter().map(firm).collect(),
            suspensions: state.suspensions.clone(),
            turns: vec![0; state.items().len()],
        }
    }

    /// An item is listed.
    pub(crate) fn list_item(&mut self) {
        self.turns.push(0);
    }

    pub(crate) fn admit(&mut self, category: Category, offers: Set<ItemId>) {
        let id = MemberId::nth(self.all.len());
        self.all.push(Firm {
            category,
            offers,
            is_current: true,
            on_leave: false,
            is_counted: true,
            before: 0,
            from: 0,
            waited: Distribution::default(),
        });
        let from = id.map_or(0, |id| self.credit(id));
        if let Some(firm) = self.all.last_mut() {
            firm.from = from;
        }
    }

    pub(crate) fn set_offers(&mut self, member: MemberId, offers: &Set<ItemId>) {
        self.change(member, |firm| firm.offers.clone_from(offers));
    }

    pub(crate) fn set_on_leave(&mut self, member: MemberId, on_leave: bool) {
        self.change(member, |firm| firm.on_leave = on_leave);
    }

    pub(crate) fn leave(&mut self, member: MemberId) {
        self.change(member, |firm| firm.is_current = false);
    }

    /// Suspensions end, all of them.
    pub(crate) fn end_suspensions(&mut self) {
        let suspended = self.suspensions.as_slice().iter().map(|of| of.member);
        let suspended: Vec<MemberId> = suspended.collect();
        for member in &suspended {
            self.put_down(*member);
        }
        drop(self.suspensions.end_all());
        for member in suspended {
            self.take_up(member);
        }
    }

    pub(crate) fn suspend(&mut self, suspension: Suspension) {
        self.put_down(suspension.member);
        self.suspensions.add(suspension);
        self.take_up(suspension.member);
    }

    /// An order goes to a member otherwise than by designation.
    pub(crate) fn turn(&mut self, member: MemberId, item: ItemId) {
        self.put_down(member);
        if let Some(firm) = self.all.get_mut(member.index()) {
            let waited = u32::try_from(core::mem::take(&mut firm.before)).unwrap_or(u32::MAX);
            if core::mem::replace(&mut firm.is_counted, true) {
                firm.waited.add(waited, 1);
            }
        }
        if let Some(turns) = self.turns.get_mut(item.index()) {
            *turns = turns.saturating_add(1);
        }
        self.take_up(member);
    }

    /// Changes what a member can be given.
    fn change(&mut self, member: MemberId, change: impl FnOnce(&mut Firm)) {
        self.put_down(member);
        if let Some(firm) = self.all.get_mut(member.index()) {
            change(firm);
        }
        self.take_up(member);
    }

    /// Notes what a member waited so far, before what it can be given changes.
    fn put_down(&mut self, member: MemberId) {
        let credit = self.credit(member);
        if let Some(firm) = self.all.get_mut(member.index()) {
            firm.before = firm.before.saturating_add(credit.saturating_sub(firm.from));
            firm.from = credit;
        }
    }

    /// Goes on from what a member can be given now.
    fn take_up(&mut self, member: MemberId) {
        let credit = self.credit(member);
        if let Some(firm) = self.all.get_mut(member.index()) {
            firm.from = credit;
        }
    }

    /// How many orders there ever were of the items that a member can be given now.
    fn credit(&self, member: MemberId) -> u64 {
        let Some(firm) = self.all.get(member.index()).filter(|firm| firm.is_present()) else {
            return 0;
        };
        let is_free = |item: &&ItemId| {
            self.suspensions.as_slice().is_empty() || self.suspensions.of(member, **item).is_none()
        };
        let turns = firm.offers.iter().filter(is_free);
        let turns = turns.filter_map(|item| self.turns.get(item.index()));
        turns.copied().fold(0, u64::saturating_add)
    }

    /// Whether a member is in the alliance.
    pub(crate) fn is_current(&self, member: MemberId) -> bool {
        self.all.get(member.index()).is_some_and(|firm| firm.is_current)
    }

    /// Whether a member is there and offers an item.
    pub(crate) fn is_offering(&self, member: MemberId, item: ItemId) -> bool {
        let firm = self.all.get(member.index()).filter(|firm| firm.is_present());
        firm.is_some_and(|firm| firm.offers.contains(&item))
    }

    /// Whether a member is there.
    pub(crate) fn is_present(&self, member: MemberId) -> bool {
        self.all.get(member.index()).is_some_and(Firm::is_present)
    }

    /// How many are there.
    pub(crate) fn present(&self) -> usize {
        self.all.iter().filter(|firm| firm.is_present()).count()
    }

    /// How many are there and offer an item.
    pub(crate) fn offering(&self, item: ItemId) -> usize {
        let present = self.all.iter().filter(|firm| firm.is_present());
        present.filter(|firm| firm.offers.contains(&item)).count()
    }

    /// The class of each firm, whether it is in the alliance, and its turns.
    pub(crate) fn finish(mut self) -> Vec<(Category, bool, TurnFigures)> {
        for member in (0..self.all.len()).filter_map(MemberId::nth) {
            self.put_down(member);
        }
        let firms = self.all.into_iter().map(|firm| {
            let since = u32::try_from(firm.before).unwrap_or(u32::MAX);
            let since = firm.is_counted.then_some(since);
            (firm.category, firm.is_current, TurnFigures { waited: firm.waited, since })
        });
        firms.collect()
    }
}

impl Firm {
    /// Whether it is in the alliance and not on leave.
    fn is_present(&self) -> bool {
        self.is_current && !self.on_leave
    }
}
