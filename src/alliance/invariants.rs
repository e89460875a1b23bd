//! What must hold of every alliance between two commands, checked on its snapshot.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::alliance::snapshot::{Ranking, Snapshot};
use crate::facts::cap::{CapFigures, Suspension};
use crate::facts::member::{Category, Member, Membership};
use crate::facts::policy::Turn;
use crate::words::credit_code::CreditCode;
use crate::words::date::{Date, Month};
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId};

mod work;

/// What does not hold of a snapshot, or of an alliance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Broken {
    /// A position without a date, or past all counting.
    #[error("the position is past all counting, or there is one without a date")]
    Position,
    /// Tallies, suspensions, orders, pending policies, a ranking, a withdrawal or a notice without a
    /// date.
    #[error("there is something that has a date, such as an order or a ranking, but no date")]
    NoDate,
    /// A pending policy is not later than the date, or not in order.
    #[error("the policy pending for {0} is not for a later month, or not in order")]
    Pending(Month),
    /// A day is both a holiday and a make-up day.
    #[error("{0} is both a holiday and a make-up day")]
    Calendar(Date),
    /// A make-up day is one from Monday to Friday.
    #[error("the make-up day {0} is one from Monday to Friday")]
    MakeUpDay(Date),
    /// The ranking is of a later year than the date, or one that is no year.
    #[error("the ranking is of the year {0}, which is not that of the date or before")]
    RankingYear(i32),
    /// A figure of the ranking is not of a known member, not in order, or zero.
    #[error("the figure of member {0} in the ranking is zero, out of order, or of nobody")]
    Volume(MemberId),
    /// Two enterprises have one code.
    #[error("enterprise {0} has the code of an earlier one")]
    EnterpriseCode(EnterpriseId),
    /// Another current or an expelled member has the code of this one.
    #[error("member {0} has the code of an earlier one that is current or was expelled")]
    MemberCode(MemberId),
    /// A current member offers nothing, or a member offers an unknown item.
    #[error("member {0} offers an unknown item, or is current and offers nothing")]
    Offers(MemberId),
    /// A member withdrew after the date.
    #[error("member {0} withdrew after the date")]
    Withdrawal(MemberId),
    /// A member was expelled after the date.
    #[error("member {0} was expelled after the date")]
    Expulsion(MemberId),
    /// A member that left is on leave.
    #[error("member {0} has left, and is on leave all the same")]
    Leave(MemberId),
    /// A member got its last notice after the date.
    #[error("member {0} got its last notice after the date")]
    Notice(MemberId),
    /// A seat is held by one that cannot hold it, or holds another.
    #[error("member {0} is not a current member of the class of its seat, or holds two")]
    Seat(MemberId),
    /// The year of a member's seat is after that of the date.
    #[error("member {0} lost or gave up a seat in a year after that of the date")]
    SeatYear(MemberId),
    /// A line does not consist of the current members that offer an item of its category.
    #[error("the line {0:?} has not just the current members that offer an item of it, each once")]
    Line(Category),
    /// The numbers of a line's places do not grow up to that of the next one, or are past counting.
    #[error("the numbers of the places of the line {0:?} do not grow up to the next one")]
    Places(Category),
    /// The places that the last sorting of a line gave do not lie before the next one.
    #[error(
        "the places that the last sorting of the line {0:?} gave do not lie before the next one"
    )]
    Sorted(Category),
    /// A line's cursor is missing, or somewhere it cannot be.
    #[error("the cursor of the line {0:?} is not where the policy has it")]
    Cursor(Category),
    /// A member's tally is of nobody, out of order, empty, has an amount its orders cannot have, or
    /// lacks an open order that it was given this month.
    #[error("the tally of member {0} is out of order, of nobody or of nothing, or cannot add up")]
    Tally(MemberId),
    /// A suspension is of nobody or nothing, out of order, or of another item than its cap.
    #[error("the suspension of member {0} is out of order, or of nobody or nothing")]
    Suspension(MemberId),
    /// An order names something unknown, is from after the date, or its price or deposit cannot be.
    #[error("order {0} names something unknown, or its dates, price or deposit cannot be")]
    Order(OrderId),
    /// A place that an order remembers is somebody's, or another order remembers it, too.
    #[error("the place that a member left for order {0} is taken, or remembered by another order")]
    RememberedPlace(OrderId),
    /// An order is with one that is not a member.
    #[error("order {0} is with one that is not a current member")]
    Holder(OrderId),
    /// An order waits, though a member is eligible for it.
    #[error("order {0} waits, though member {1} is eligible for it")]
    Waits(OrderId, MemberId),
    /// More of one kind than there are ids.
    #[error("there are more of one kind than there are ids")]
    TooMany,
    /// What is kept to find things quickly does not agree with the rest; a fault of this crate.
    #[error("an index does not agree with the state; please report it")]
    Index,
}

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
        let is_counted = i64::try_from(self.position).is_ok();
        hold(is_counted && (self.position == 0 || self.date.is_some()), Broken::Position)?;
        if let Some(day) = self.calendar.day_in_both() {
            return Err(Broken::Calendar(day));
        }
        if let Some(day) = self.calendar.make_up_day_in_week() {
            return Err(Broken::MakeUpDay(day));
        }
        let has_no_month = self.tallies.is_empty()
            && self.suspensions.is_empty()
            && self.orders.is_empty()
            && self.pending.is_empty()
            && self.ranking.is_none()
            && self.members.iter().all(|member| member.notice.is_none() && member.is_current());
        hold(self.date.is_some() || has_no_month, Broken::NoDate)?;
        let mut grows = grow(self.date.map(Date::month));
        self.pending.iter().try_for_each(|of| hold(grows(of.month), Broken::Pending(of.month)))
    }

    fn check_counts(&self) -> Result<(), Broken> {
        let counts = [
            self.stations.len(),
            self.items.len(),
            self.enterprises.len(),
            self.members.len(),
            self.orders.len(),
        ];
        let has_ids =
            |count: &usize| count.checked_sub(1).is_none_or(|last| OrderId::nth(last).is_some());
        hold(counts.iter().all(has_ids), Broken::TooMany)
    }

    fn check_ranking(&self, ranking: &Ranking) -> Result<(), Broken> {
        let year = ranking.year;
        let is_due = self.date.is_none_or(|date| year <= date.year());
        hold(is_due && Month::new(year, 1).is_ok(), Broken::RankingYear(year))?;
        let mut grows = grow(None);
        ranking.volumes.iter().try_for_each(|of| {
            let holds = grows(of.member) && of.orders > 0 && self.member(of.member).is_some();
            hold(holds, Broken::Volume(of.member))
        })
    }

    fn check_enterprises(&self) -> Result<(), Broken> {
        let mut codes = BTreeSet::new();
        (0..).zip(&self.enterprises).try_for_each(|(index, enterprise)| {
            match EnterpriseId::nth(index) {
                Some(id) => hold(codes.insert(enterprise.code), Broken::EnterpriseCode(id)),
                None => Err(Broken::TooMany),
            }
        })
    }

    fn check_members(&self) -> Result<(), Broken> {
        let mut last_with: BTreeMap<CreditCode, Membership> = BTreeMap::new();
        (0..).zip(&self.members).try_for_each(|(index, member)| {
            let id = MemberId::nth(index).ok_or(Broken::TooMany)?;
            let before = last_with.insert(member.code, member.standing);
            let is_free = matches!(before, None | Some(Membership::Withdrawn { .. }));
            hold(is_free, Broken::MemberCode(id))?;
            let items = member.offers.as_slice();
            let is_known = items.iter().all(|item| self.category_of(*item).is_some());
            let offers_enough = !member.is_current() || !items.is_empty();
            hold(is_known && offers_enough, Broken::Offers(id))?;
            match member.standing {
                Membership::Withdrawn { on } => hold(self.is_past(on), Broken::Withdrawal(id))?,
                Membership::Expelled { on, .. } => hold(self.is_past(on), Broken::Expulsion(id))?,
                Membership::Current => {}
            }
            hold(member.is_current() || !member.on_leave, Broken::Leave(id))?;
            hold(member.notice.is_none_or(|on| self.is_past(on)), Broken::Notice(id))?;
            let last = self.date.map(Date::year);
            let mut years = member.seat_lost.iter().chain(&member.seat_given_up);
            let is_due = years.all(|year| last.is_some_and(|last| (2000..=last).contains(year)));
            hold(is_due, Broken::SeatYear(id))
        })
    }

    fn check_line(&self, category: Category) -> Result<(), Broken> {
        let line = self.lines.of(category);
        let belongs = |(index, member): (usize, &Member)| {
            let mut items = member.offers.as_slice().iter();
            let stands =
                member.is_current() && items.any(|item| self.category_of(*item) == Some(category));
            if stands { MemberId::nth(index) } else { None }
        };
        let belong: Vec<MemberId> = (0..).zip(&self.members).filter_map(belongs).collect();
        let mut stand: Vec<MemberId> = line.places.iter().map(|place| place.member).collect();
        stand.sort_unstable();
        hold(stand == belong, Broken::Line(category))?;
        let mut grows = grow(None);
        let numbers = line.places.iter().map(|place| place.number).chain([line.next_place]);
        let is_numbered = numbers.into_iter().all(&mut grows);
        let is_countable = i64::try_from(line.next_place.get()).is_ok();
        hold(is_numbered && is_countable, Broken::Places(category))?;
        let is_counted =
            line.sorted.is_none_or(|of| of.first <= of.last && of.last < line.next_place);
        hold(is_counted, Broken::Sorted(category))?;
        let is_right = match line.cursor {
            Some(cursor) => self.policy.turn == Turn::Cursor && stand.contains(&cursor),
            None => self.policy.turn != Turn::Cursor || stand.is_empty(),
        };
        hold(is_right, Broken::Cursor(category))
    }

    /// Each seat is held by a current member of its class, and each of them holds one.
    fn check_council(&self) -> Result<(), Broken> {
        let mut seated = BTreeSet::new();
        let mut held = self.council.iter().filter_map(|(seat, holder)| Some((seat, holder?)));
        held.try_for_each(|(seat, id)| {
            let can_sit = self
                .member(id)
                .is_some_and(|member| member.is_current() && member.category == seat.category());
            hold(can_sit && seated.insert(id), Broken::Seat(id))
        })
    }

    fn check_suspensions(&self) -> Result<(), Broken> {
        let mut grows = grow(None);
        self.suspensions.iter().try_for_each(|of: &Suspension| {
            let is_known = self.member(of.member).is_some()
                && of.item.is_none_or(|item| self.category_of(item).is_some())
                && of.cap.and_then(CapFigures::item).is_none_or(|item| {
                    self.category_of(item).is_some() && of.item.is_none_or(|only| only == item)
                });
            hold(is_known && grows((of.member, of.item)), Broken::Suspension(of.member))
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
