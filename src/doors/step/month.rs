//! `OpenMonth` and `AdoptPolicy`: the turn of the month and what comes into force with it
//! (article 17 and rules 1.3, 6.3, 6.4, 13).

use crate::doors::dispatch::Found;
use crate::doors::step::{Course, Step};
use crate::facts::cap::CapFigures;
use crate::facts::event::{Event, Sorting};
use crate::facts::member::Category;
use crate::facts::policy::CapScope;
use crate::rules::caps::{self, Judged};
use crate::rules::eligibility::Search;
use crate::rules::time;
use crate::words::date::Month;
use crate::words::id::{MemberId, OrderId};

impl<C: Course> Step<'_, C> {
    /// Closes the month that ends under its own policy, opens the next, tries the held orders.
    pub(crate) fn open_month(&mut self) -> Result<(), C::Stop> {
        let month = self.command.date.month();
        let Some(ends) = self.alliance().month() else {
            // The first command of all: opening the month is all there is.
            return self.open_first_month();
        };
        // Whoever was suspended may be eligible again, and nobody else.
        let may_try = !self.alliance().suspensions().is_empty();
        let suspended = self.judge()?;
        self.emit(Event::MonthClosed { month: ends })?;
        for (member, scope, cap) in suspended {
            self.emit(Event::Suspended { member, scope, cap })?;
        }
        self.emit(Event::MonthOpened { month })?;
        if month.of_year() == 1 {
            self.emit(Event::RunsReset { year: month.year() })?;
        }
        self.enforce_policy(month)?;
        if may_try { self.try_held() } else { Ok(()) }
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

    /// Tries the held orders in order of submission, each on the state the one before left.
    fn try_held(&mut self) -> Result<(), C::Stop> {
        self.try_each_held(C::choose)
    }

    /// The same where nobody but one member can have become eligible.
    pub(crate) fn try_held_with(&mut self, member: MemberId) -> Result<(), C::Stop> {
        self.try_each_held(|course, order, search| course.choose_if(order, search, member))
    }

    fn try_each_held(
        &mut self,
        choose: impl Fn(&C, OrderId, &Search<'_>) -> Option<Found>,
    ) -> Result<(), C::Stop> {
        for order in self.alliance().docket.waiting() {
            let Some(record) = self.alliance().docket.record(order) else { continue };
            let Some(search) = self.alliance().search_again(record) else {
                continue;
            };
            if let Some(Found { member, basis }) = choose(&self.course, order, &search) {
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
