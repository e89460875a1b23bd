//! The firms that are or were members, in the order of their ids, and the ranking's figures.

use alloc::collections::BTreeMap;

use crate::facts::member::{Member, Membership};
use crate::words::credit_code::CreditCode;
use crate::words::date::Date;
use crate::words::id::{ItemId, MemberId};
use crate::words::label::Name;
use crate::words::list::Set;

/// All members ever, current and gone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Roster {
    members: Vec<Member>,
    /// What each offers, once more, beside its record.
    offers: Vec<Offers>,
    /// The last member admitted with each code: the only one of them that can be current.
    last_with: BTreeMap<CreditCode, MemberId>,
    /// The admission of the same code before each member's own.
    before: Vec<Option<MemberId>>,
    volumes: Vec<u32>,
    ranked: Option<i32>,
    /// How many are current and not on leave.
    present: u32,
    /// How many of them offer each item.
    offering: Vec<u32>,
}

/// The items that a member offers where they are few, close together in the memory: each giving
/// reads them, of a member not looked at for long.
#[derive(Clone, Copy, Debug)]
struct Offers {
    count: u32,
    items: [ItemId; FEW],
}

/// As many items as most offer at most.
const FEW: usize = 8;

impl From<&Set<ItemId>> for Offers {
    fn from(offers: &Set<ItemId>) -> Self {
        let mut items = [ItemId::FIRST; FEW];
        for (place, item) in items.iter_mut().zip(offers.as_slice()) {
            *place = *item;
        }
        Self { count: u32::try_from(offers.as_slice().len()).unwrap_or(u32::MAX), items }
    }
}

impl Roster {
    pub(crate) fn members(&self) -> &[Member] {
        &self.members
    }

    pub(crate) fn member(&self, member: MemberId) -> Option<&Member> {
        self.members.get(member.index())
    }

    /// The member, if it is in the alliance.
    pub(crate) fn current(&self, member: MemberId) -> Option<&Member> {
        self.member(member).filter(|member| member.is_current())
    }

    /// What a member offers; nothing if there is no such member.
    #[inline]
    pub(crate) fn offers(&self, member: MemberId) -> &[ItemId] {
        let Some(own) = self.offers.get(member.index()) else { return &[] };
        match own.items.get(..own.count as usize) {
            Some(few) => few,
            None => self.member(member).map_or(&[], |member| member.offers.as_slice()),
        }
    }

    /// Whether a member offers an item.
    pub(crate) fn offers_item(&self, member: MemberId, item: ItemId) -> bool {
        self.offers(member).binary_search(&item).is_ok()
    }

    /// The last member admitted with a code.
    pub(crate) fn last_with(&self, code: &CreditCode) -> Option<(MemberId, &Member)> {
        let id = *self.last_with.get(code)?;
        self.member(id).map(|member| (id, member))
    }

    /// A member, and the ids that the same code had before.
    pub(crate) fn admissions(&self, member: MemberId) -> impl Iterator<Item = MemberId> {
        core::iter::successors(Some(member), |member| *self.before.get(member.index())?)
    }

    /// The current member with a code.
    pub(crate) fn current_with(&self, code: &CreditCode) -> Option<MemberId> {
        self.last_with(code).filter(|(_, member)| member.is_current()).map(|(id, _)| id)
    }

    /// A firm is admitted; what goes with its code goes on: the run of the year, the notice, and
    /// the years of a seat lost or given up.
    pub(crate) fn admit(&mut self, mut member: Member) {
        if let Some((_, last)) = self.last_with(&member.code) {
            (member.run, member.notice) = (last.run, last.notice);
            (member.seat_lost, member.seat_given_up) = (last.seat_lost, last.seat_given_up);
        }
        self.add(member);
    }

    /// Adds a member as it is.
    pub(crate) fn add(&mut self, member: Member) {
        if let Some(id) = MemberId::nth(self.members.len()) {
            self.before.push(self.last_with.insert(member.code, id));
        }
        self.offers.push(Offers::from(&member.offers));
        self.members.push(member);
        self.count(MemberId::nth(self.members.len().wrapping_sub(1)), true);
    }

    /// Replaces what a member offers; gives what it offered before.
    pub(crate) fn set_offers(
        &mut self,
        member: MemberId,
        offers: &Set<ItemId>,
    ) -> Option<Set<ItemId>> {
        self.change(member, |firm| core::mem::replace(&mut firm.offers, offers.clone()))
    }

    /// A member is in the alliance, or left it, which ends its leave.
    pub(crate) fn set_standing(&mut self, member: MemberId, standing: Membership) {
        self.change(member, |firm| {
            firm.standing = standing;
            firm.on_leave &= firm.is_current();
        });
    }

    /// A member goes on leave, or comes back.
    pub(crate) fn set_on_leave(&mut self, member: MemberId, on_leave: bool) {
        self.change(member, |firm| firm.on_leave = on_leave);
    }

    /// A member has another name.
    pub(crate) fn rename(&mut self, member: MemberId, name: &Name) {
        if let Some(firm) = self.members.get_mut(member.index()) {
            firm.name.clone_from(name);
        }
    }

    /// Changes what a member offers, or whether it is there, and what is counted of it.
    fn change<T>(&mut self, member: MemberId, change: impl FnOnce(&mut Member) -> T) -> Option<T> {
        self.count(Some(member), false);
        let firm = self.members.get_mut(member.index())?;
        let before = change(firm);
        if let Some(own) = self.offers.get_mut(member.index()) {
            *own = Offers::from(&firm.offers);
        }
        self.count(Some(member), true);
        Some(before)
    }

    /// Counts a member with those who are there, and those who offer its items, or no longer.
    fn count(&mut self, member: Option<MemberId>, is_in: bool) {
        let firm = member.and_then(|member| self.members.get(member.index()));
        let Some(firm) = firm.filter(|firm| firm.is_present()) else { return };
        let counted = |of: u32| if is_in { of.saturating_add(1) } else { of.saturating_sub(1) };
        self.present = counted(self.present);
        for item in firm.offers.as_slice() {
            if self.offering.len() <= item.index() {
                self.offering.resize(item.index().saturating_add(1), 0);
            }
            if let Some(offering) = self.offering.get_mut(item.index()) {
                *offering = counted(*offering);
            }
        }
    }

    /// How many are current and not on leave.
    pub(crate) fn present(&self) -> u32 {
        self.present
    }

    /// How many that are current and not on leave offer an item.
    pub(crate) fn offering(&self, item: ItemId) -> u32 {
        self.offering.get(item.index()).copied().unwrap_or(0)
    }

    /// Whether a member is on leave.
    pub(crate) fn is_on_leave(&self, member: MemberId) -> bool {
        self.member(member).is_some_and(|firm| firm.on_leave)
    }

    /// Whether two ids are of the same firm, admitted again.
    pub(crate) fn is_same_firm(&self, one: MemberId, other: MemberId) -> bool {
        let code = |member| self.member(member).map(|firm| firm.code);
        code(one).is_some() && code(one) == code(other)
    }

    /// A member's run of reassignments is this.
    pub(crate) fn set_run(&mut self, member: MemberId, run: u32) {
        if let Some(member) = self.members.get_mut(member.index()) {
            member.run = run;
        }
    }

    /// Every run of reassignments is 0.
    pub(crate) fn reset_runs(&mut self) {
        for member in &mut self.members {
            member.run = 0;
        }
    }

    /// A member gave its seat in the council up, or lost it, in a year. It goes with its code.
    pub(crate) fn end_seat(&mut self, member: MemberId, year: i32, is_lost: bool) {
        let last = self.member(member).and_then(|firm| self.last_with(&firm.code));
        let last = last.map_or(member, |(last, _)| last);
        for id in [member, last] {
            let Some(firm) = self.members.get_mut(id.index()) else { continue };
            let of = if is_lost { &mut firm.seat_lost } else { &mut firm.seat_given_up };
            *of = Some(year);
        }
    }

    /// A member got a rectification notice.
    pub(crate) fn set_notice(&mut self, member: MemberId, date: Date) {
        if let Some(member) = self.members.get_mut(member.index()) {
            member.notice = Some(date);
        }
    }

    /// A member's figure in the ranking last published; 0 for one not named.
    pub(crate) fn volume(&self, member: MemberId) -> u32 {
        self.volumes.get(member.index()).copied().unwrap_or(0)
    }

    /// The year of the ranking last published.
    pub(crate) fn ranked(&self) -> Option<i32> {
        self.ranked
    }

    /// Members by their figure in the ranking from high to low, then by the lower id.
    pub(crate) fn in_rank_order(&self, members: impl Iterator<Item = MemberId>) -> Vec<MemberId> {
        by_volume(members, |member| self.volume(member))
    }

    /// Replaces the figures of the ranking.
    pub(crate) fn rank(&mut self, year: i32, volumes: impl Iterator<Item = (MemberId, u32)>) {
        self.ranked = Some(year);
        self.volumes.clear();
        for (member, orders) in volumes {
            if self.volumes.len() <= member.index() {
                self.volumes.resize(member.index().saturating_add(1), 0);
            }
            if let Some(volume) = self.volumes.get_mut(member.index()) {
                *volume = orders;
            }
        }
    }
}

/// Members by a figure from high to low, then by the lower id.
pub(crate) fn by_volume(
    members: impl Iterator<Item = MemberId>,
    volume: impl Fn(MemberId) -> u32,
) -> Vec<MemberId> {
    let mut order: Vec<MemberId> = members.collect();
    order.sort_unstable_by_key(|&member| (core::cmp::Reverse(volume(member)), member));
    order
}
