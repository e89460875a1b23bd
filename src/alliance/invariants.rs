//! What must hold of every alliance between two commands, checked on its snapshot.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::alliance::broken::{
    Broken, CursorFault, Dated, LineFault, MemberFault, PlacesFault, SeatFault, SuspensionFault,
    VolumeFault,
};
use crate::alliance::snapshot::{Ranking, Snapshot};
use crate::facts::cap::{CapFigures, Suspension};
use crate::facts::member::{Category, Member, Membership};
use crate::facts::policy::Turn;
use crate::rules::admission;
use crate::words::credit_code::CreditCode;
use crate::words::date::{Date, Month};
use crate::words::id::{EnterpriseId, IdKind, ItemId, MemberId, OrderId};

mod work;

/// The last position of a ledger. No city comes so far; one that is said to have can go no further, and
/// what was let in stays a state that is let in.
pub(crate) const LAST_POSITION: u64 = 1 << 62;

/// The last number from which the next place of a line can be numbered: one command needs far fewer
/// than there are beyond it.
pub(crate) const LAST_NUMBER: u64 = 1 << 62;

/// The last number that a place can have.
const LAST_PLACE: u64 = (1 << 62) + (1 << 61);

pub(super) fn hold(holds: bool, broken: Broken) -> Result<(), Broken> {
    if holds { Ok(()) } else { Err(broken) }
}

/// Whether the keys of a list grow from each to the next.
pub(super) fn grow<T: Ord>(mut last: Option<T>) -> impl FnMut(T) -> bool {
    move |next| {
        let grows = last.as_ref().is_none_or(|last| *last < next);
        last = Some(next);
        grows
    }
}

impl Snapshot {
    /// Whether it can be the state of an alliance, as far as no search is needed.
    pub(crate) fn check(&self) -> Result<(), Broken> {
        self.check_time()?;
        self.check_counts()?;
        if let Some(ranking) = &self.ranking {
            self.check_ranking(ranking)?;
        }
        self.check_enterprises()?;
        self.check_members()?;
        for category in Category::ALL {
            self.check_line(category)?;
        }
        self.check_suspensions()?;
        self.check_council()?;
        self.check_work()
    }

    fn check_time(&self) -> Result<(), Broken> {
        let position = self.position;
        hold(position <= LAST_POSITION, Broken::PositionTooHigh(position))?;
        let orders = u64::try_from(self.orders.len()).unwrap_or(u64::MAX);
        hold(orders <= position, Broken::PositionTooLow(position))?;
        let has_date = position == 0 || self.date.is_some();
        hold(has_date, Broken::PositionWithoutDate(position))?;
        self.check_calendar()?;
        if let (None, Some(dated)) = (self.date, self.dated()) {
            return Err(Broken::NoDate(dated));
        }
        let open = self.date.map(Date::month);
        let mut grows = grow(None);
        self.pending.iter().try_for_each(|of| {
            hold(open < Some(of.month), Broken::PendingNotLater(of.month))?;
            hold(grows(of.month), Broken::PendingOrder(of.month))
        })
    }

    fn check_calendar(&self) -> Result<(), Broken> {
        if let Some(day) = self.calendar.day_in_both() {
            return Err(Broken::HolidayAndMakeUpDay(day));
        }
        match self.calendar.make_up_day_in_week() {
            Some(day) => Err(Broken::MakeUpDayInWeek(day)),
            None => Ok(()),
        }
    }

    /// Something in it that has a date, if there is any.
    fn dated(&self) -> Option<Dated> {
        let left = self.members.iter().position(|of| of.notice.is_some() || !of.is_current());
        let tally = self.tallies.first().map(|of| Dated::Tally(of.member));
        tally
            .or_else(|| self.suspensions.first().map(|of| Dated::Suspension(of.member)))
            .or_else(|| self.orders.first().map(|_| Dated::Order))
            .or_else(|| self.pending.first().map(|of| Dated::Pending(of.month)))
            .or_else(|| self.ranking.as_ref().map(|of| Dated::Ranking(of.year)))
            .or_else(|| left.and_then(MemberId::nth).map(Dated::Member))
    }

    fn check_counts(&self) -> Result<(), Broken> {
        let counts = [
            (self.stations.len(), IdKind::Station),
            (self.items.len(), IdKind::Item),
            (self.enterprises.len(), IdKind::Enterprise),
            (self.members.len(), IdKind::Member),
            (self.orders.len(), IdKind::Order),
        ];
        let has_ids =
            |count: usize| count.checked_sub(1).is_none_or(|last| OrderId::nth(last).is_some());
        counts.into_iter().try_for_each(|(count, kind)| hold(has_ids(count), Broken::TooMany(kind)))
    }

    fn check_ranking(&self, ranking: &Ranking) -> Result<(), Broken> {
        let year = ranking.year;
        let is_due = self.date.is_none_or(|date| year <= date.year());
        hold(is_due && Month::new(year, 1).is_ok(), Broken::RankingYear(year))?;
        let mut grows = grow(None);
        ranking.volumes.iter().try_for_each(|of| {
            let broken = |fault| Broken::Volume(of.member, fault);
            hold(self.member(of.member).is_some(), broken(VolumeFault::Nobody))?;
            hold(grows(of.member), broken(VolumeFault::Order))?;
            hold(of.orders > 0, broken(VolumeFault::Zero))
        })
    }

    fn check_enterprises(&self) -> Result<(), Broken> {
        let mut codes = BTreeMap::new();
        let ids = (0..).map_while(EnterpriseId::nth);
        ids.zip(&self.enterprises).try_for_each(|(id, enterprise)| {
            match codes.insert(enterprise.code, id) {
                Some(earlier) => Err(Broken::EnterpriseCode(id, earlier)),
                None => Ok(()),
            }
        })
    }

    fn check_members(&self) -> Result<(), Broken> {
        let mut last_with: BTreeMap<CreditCode, (MemberId, Membership)> = BTreeMap::new();
        let ids = (0..).map_while(MemberId::nth);
        ids.zip(&self.members).try_for_each(|(id, member)| {
            // The last date on which it can have been admitted.
            let last = member.left_on().or(self.date);
            let fault = match last_with.insert(member.code, (id, member.standing)) {
                Some((earlier, Membership::Withdrawn { on }))
                    if last.is_some_and(|last| {
                        last < on || !admission::may_come_back(on, last.month())
                    }) =>
                {
                    Some(MemberFault::BackTooSoon(earlier))
                }
                Some((earlier, Membership::Current)) => Some(MemberFault::CodeOfCurrent(earlier)),
                Some((earlier, Membership::Expelled { .. })) => {
                    Some(MemberFault::CodeOfExpelled(earlier))
                }
                Some((_, Membership::Withdrawn { .. })) | None => self.member_fault(member),
            };
            fault.map_or(Ok(()), |fault| Err(Broken::Member(id, fault)))
        })
    }

    /// The first thing that is wrong with a member by itself.
    fn member_fault(&self, member: &Member) -> Option<MemberFault> {
        let mut items = member.offers.as_slice().iter();
        if let Some(&item) = items.find(|item| self.category_of(**item).is_none()) {
            return Some(MemberFault::UnknownItem(item));
        }
        if let Some(item) = self.out_of_reach(member) {
            return Some(MemberFault::OutOfReach(item));
        }
        let is_later = |date: &Date| !self.is_past(*date);
        let left = match member.standing {
            Membership::Current if member.offers.is_empty() => Some(MemberFault::NoOffer),
            Membership::Withdrawn { on } if is_later(&on) => Some(MemberFault::WithdrewLater(on)),
            Membership::Expelled { on, .. } if is_later(&on) => {
                Some(MemberFault::ExpelledLater(on))
            }
            _ if member.on_leave && !member.is_current() => Some(MemberFault::OnLeave),
            _ => None,
        };
        let last = self.date.map(Date::year);
        let is_due = |year: i32| last.is_some_and(|last| (2000..=last).contains(&year));
        let mut years = member.seat_lost.into_iter().chain(member.seat_given_up);
        left.or_else(|| member.notice.filter(is_later).map(MemberFault::NoticeLater))
            .or_else(|| years.find(|year| !is_due(*year)).map(MemberFault::SeatYear))
    }

    /// An item that a member offers and never may: one of another class, unless it is comprehensive,
    /// whom the policy of the city, or one before it, may have allowed every item.
    fn out_of_reach(&self, member: &Member) -> Option<ItemId> {
        if member.category == Category::Comprehensive {
            return None;
        }
        let mut items = member.offers.as_slice().iter().copied();
        items.find(|item| self.category_of(*item) != Some(member.category))
    }

    fn check_line(&self, category: Category) -> Result<(), Broken> {
        let line = self.lines.of(category);
        let mut standing = BTreeSet::new();
        for place in &line.places {
            let broken = |fault| Broken::Line(category, place.member, fault);
            let belongs =
                self.member(place.member).is_some_and(|firm| self.belongs(firm, category));
            hold(belongs, broken(LineFault::Stray))?;
            hold(standing.insert(place.member), broken(LineFault::Twice))?;
        }
        let ids = (0..).map_while(MemberId::nth);
        let mut belong = ids.zip(&self.members).filter(|(_, firm)| self.belongs(firm, category));
        if let Some((missing, _)) = belong.find(|(id, _)| !standing.contains(id)) {
            return Err(Broken::Line(category, missing, LineFault::Missing));
        }
        self.check_places(category)?;
        let fault = match (line.cursor, self.policy.turn == Turn::Cursor) {
            (Some(_), false) => Some(CursorFault::NotAsked),
            (Some(cursor), true) if !standing.contains(&cursor) => Some(CursorFault::Stray(cursor)),
            (None, true) if !standing.is_empty() => Some(CursorFault::Missing),
            _ => None,
        };
        fault.map_or(Ok(()), |fault| Err(Broken::Cursor(category, fault)))
    }

    /// Whether a member stands in the line of a category: it is current and offers an item of it.
    fn belongs(&self, member: &Member, category: Category) -> bool {
        let mut items = member.offers.as_slice().iter();
        member.is_current() && items.any(|item| self.category_of(*item) == Some(category))
    }

    fn check_places(&self, category: Category) -> Result<(), Broken> {
        let line = self.lines.of(category);
        let mut grows = grow(None);
        for place in &line.places {
            let fault = PlacesFault::Order(place.member);
            hold(grows(place.number), Broken::Places(category, fault))?;
        }
        hold(grows(line.next_place), Broken::Places(category, PlacesFault::Next))?;
        let is_countable = line.next_place.get() <= LAST_PLACE;
        hold(is_countable, Broken::Places(category, PlacesFault::TooHigh))?;
        let is_before =
            line.sorted.is_none_or(|of| of.first <= of.last && of.last < line.next_place);
        hold(is_before, Broken::Places(category, PlacesFault::Sorted))
    }

    /// Each seat is held by a current member of its class, and each of them holds one.
    fn check_council(&self) -> Result<(), Broken> {
        let mut seated = BTreeSet::new();
        let mut held = self.council.iter().filter_map(|(seat, holder)| Some((seat, holder?)));
        held.try_for_each(|(seat, id)| {
            let broken = |fault| Broken::Seat(seat, id, fault);
            let member = self.member(id).ok_or(broken(SeatFault::Nobody))?;
            hold(member.is_current(), broken(SeatFault::Left))?;
            hold(member.category == seat.category(), broken(SeatFault::Class))?;
            let is_barred = self.has_lost_this_year(member) && !self.may_keep_its_seat(id, member);
            hold(!is_barred, broken(SeatFault::LostThisYear))?;
            hold(seated.insert(id), broken(SeatFault::Twice))
        })
    }

    fn has_lost_this_year(&self, member: &Member) -> bool {
        self.date.is_some_and(|date| member.seat_lost == Some(date.year()))
    }

    /// Whether a member may hold a seat all the same: the firm gave one up this year, and the breach
    /// may be on record of an earlier id of it, which holds none.
    fn may_keep_its_seat(&self, id: MemberId, member: &Member) -> bool {
        let mut earlier = self.members.iter().take(id.index());
        self.date.is_some_and(|date| member.seat_given_up == Some(date.year()))
            && earlier.any(|of| of.code == member.code)
    }

    fn check_suspensions(&self) -> Result<(), Broken> {
        let mut known = BTreeSet::new();
        self.suspensions.iter().try_for_each(|of: &Suspension| {
            let broken = |fault| Broken::Suspension(of.member, fault);
            hold(self.member(of.member).is_some(), broken(SuspensionFault::Nobody))?;
            let capped = of.cap.and_then(CapFigures::item);
            for item in of.item.into_iter().chain(capped) {
                let is_known = self.category_of(item).is_some();
                hold(is_known, broken(SuspensionFault::UnknownItem(item)))?;
            }
            let is_by_amount = of.cap.is_some() && capped.is_none();
            hold(of.item.is_none() || !is_by_amount, broken(SuspensionFault::ItemByAmount))?;
            if let (Some(item), Some(capped)) = (of.item, capped) {
                hold(item == capped, broken(SuspensionFault::OtherItem(capped)))?;
            }
            hold(known.insert((of.member, of.item)), broken(SuspensionFault::Twice))
        })
    }

    pub(super) fn member(&self, member: MemberId) -> Option<&Member> {
        self.members.get(member.index())
    }

    pub(super) fn category_of(&self, item: ItemId) -> Option<Category> {
        self.items.get(item.index()).map(|item| item.category)
    }

    /// Whether a date is not after the last one.
    pub(super) fn is_past(&self, date: Date) -> bool {
        self.date.is_none_or(|last| date <= last)
    }
}
