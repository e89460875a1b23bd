//! `OpenMonth` and `AdoptPolicy`: the turn of the month and what comes into force with it
//! (article 17 and rules 1.3, 6.3, 6.4, 13).

use alloc::collections::{BTreeMap, BTreeSet};
use core::slice;

use crate::alliance::Alliance;
use crate::doors::dispatch::Found;
use crate::doors::step::{Course, Step};
use crate::facts::cap::{CapFigures, Suspension};
use crate::facts::event::{Event, Sorting};
use crate::facts::member::{Category, Member};
use crate::facts::policy::CapScope;
use crate::rules::caps::{self, Judged};
use crate::rules::time;
use crate::words::date::Month;
use crate::words::id::{ItemId, MemberId};

impl<C: Course> Step<'_, C> {
    /// Closes the month that ends under its own policy, opens the next, tries the held orders.
    pub(crate) fn open_month(&mut self) -> Result<(), C::Stop> {
        let month = self.command.date.month();
        let Some(ends) = self.alliance().month() else {
            // The first command of all: opening the month is all there is.
            return self.open_first_month();
        };
        let suspended = self.judge()?;
        let returning = self.returning(&suspended);
        self.emit(Event::MonthClosed { month: ends })?;
        for (member, scope, cap) in suspended {
            self.emit(Event::Suspended { member, scope, cap })?;
        }
        self.emit(Event::MonthOpened { month })?;
        if month.of_year() == 1 {
            self.emit(Event::RunsReset { year: month.year() })?;
        }
        self.enforce_policy(month)?;
        self.try_held_among(&returning)
    }

    /// Who can be given an item of a held order again as the suspensions of the month that ends are
    /// over, and those that begin are in force: nobody else becomes eligible by the opening.
    fn returning(
        &self,
        suspended: &[(MemberId, CapScope, CapFigures)],
    ) -> BTreeMap<ItemId, Vec<MemberId>> {
        let Alliance { docket, roster, suspensions, .. } = self.alliance();
        let mut returning = BTreeMap::<ItemId, Vec<MemberId>>::new();
        if suspensions.as_slice().is_empty() {
            return returning;
        }
        for record in docket.waiting().into_iter().filter_map(|order| docket.record(order)) {
            returning.entry(record.terms.item).or_default();
        }
        let again =
            suspended.iter().map(|(member, scope, cap)| (*member, cap.suspends_from(*scope)));
        let again: BTreeSet<(MemberId, Option<ItemId>)> = again.collect();
        for &Suspension { member, item: from, .. } in suspensions.as_slice() {
            let is_present = roster.member(member).is_some_and(Member::is_present);
            if !is_present || again.contains(&(member, None)) {
                continue;
            }
            let offered = roster.offers(member).iter();
            for item in offered.filter(|item| from.is_none_or(|from| from == **item)) {
                if let Some(among) = returning.get_mut(item)
                    && !again.contains(&(member, Some(*item)))
                    && among.last() != Some(&member)
                {
                    among.push(member);
                }
            }
        }
        returning
    }

    /// Says who reached a cap in the month that ends; gives the suspensions that begin.
    fn judge(&mut self) -> Result<Vec<(MemberId, CapScope, CapFigures)>, C::Stop> {
        let mut suspended = Vec::new();
        let mut judged = Judged::of(&self.alliance().figures());
        for member in self.alliance().tally.members() {
            if self.alliance().roster.current(member).is_none() {
                continue;
            }
            let scope = self.alliance().policy.caps.scope;
            let reached = caps::reached(&self.alliance().figures(), &mut judged, member);
            for (nth, (cap, reach)) in reached.into_iter().enumerate() {
                self.emit(Event::CapReached { member, cap, reach })?;
                if let Some(scope) = caps::suspends(scope, cap, nth == 0) {
                    suspended.push((member, scope, cap));
                }
            }
        }
        Ok(suspended)
    }

    /// Brings the policy adopted for a month into force; another reading of turns sorts the lines.
    fn enforce_policy(&mut self, month: Month) -> Result<(), C::Stop> {
        let Some(next) = self.alliance().pending.get(&month) else { return Ok(()) };
        let turn_changes = next.turn != self.alliance().policy.turn;
        self.emit(Event::PolicyInForce { month })?;
        if turn_changes {
            for category in Category::ALL {
                self.emit(Event::LineSorted { category, sorting: Sorting::Whole })?;
            }
        }
        Ok(())
    }

    /// Tries the held orders with those who can have become eligible for an item.
    fn try_held_among(
        &mut self,
        eligible: &BTreeMap<ItemId, Vec<MemberId>>,
    ) -> Result<(), C::Stop> {
        if eligible.values().all(Vec::is_empty) {
            return Ok(());
        }
        self.try_each_held(|item| eligible.get(&item).map_or(&[], Vec::as_slice))
    }

    /// The same where nobody but one member can have become eligible.
    pub(crate) fn try_held_with(&mut self, member: MemberId) -> Result<(), C::Stop> {
        self.try_each_held(|_| slice::from_ref(&member))
    }

    /// Tries the held orders in order of submission, each on the state the one before left, with those
    /// who can have become eligible for its item.
    fn try_each_held<'b>(
        &mut self,
        eligible: impl Fn(ItemId) -> &'b [MemberId],
    ) -> Result<(), C::Stop> {
        for order in self.alliance().docket.waiting() {
            let Some(record) = self.alliance().docket.record(order) else { continue };
            let among = eligible(record.terms.item);
            if among.is_empty() {
                continue;
            }
            let Some(search) = self.alliance().search_again(record) else {
                continue;
            };
            if let Some(Found { member, basis }) = self.course.choose_among(order, &search, among) {
                self.give(order, member, basis)?;
            }
        }
        Ok(())
    }

    /// Adopts a policy, whole, for a later month; one adopted for it before is replaced.
    pub(crate) fn adopt_policy(&mut self, month: Month) -> Result<(), C::Stop> {
        time::month_is_later(self.command.date, month)?;
        self.emit(Event::PolicyAdopted { month })
    }
}
