//! Acts on orders that were accepted, on members and on enterprises, drawn so that most are
//! accepted.

use paidan::{
    Act, Actor, Calendar, Cause, Date, Disorder, LagFinding, Mediation, MemberId, Misconduct,
    OrderId, OrderRecord, OrderState, Set, Work,
};

use super::scene::{Scene, after, is_weekend, set};
use super::world::text;

fn is_assigned(of: &OrderRecord) -> bool {
    matches!(of.state, OrderState::Assigned(_))
}

fn is_declined(of: &OrderRecord) -> bool {
    matches!(of.state, OrderState::Declined(_))
}

fn is_completed(of: &OrderRecord) -> bool {
    matches!(of.state, OrderState::Completed(_))
}

fn is_held(of: &OrderRecord) -> bool {
    of.state == OrderState::Held
}

impl Scene<'_> {
    /// An order that a member has; seldom of one that alone offers its item.
    pub fn assigned(&mut self) -> Option<OrderId> {
        self.order_with(is_assigned)
    }

    pub fn designate(&mut self) -> Option<Act> {
        let order = self.order_with(is_held)?;
        let record = self.record(order);
        let lost =
            |of: &MemberId| record.barred.as_slice().iter().any(|barred| barred.member == *of);
        let mut able = self.current();
        able.retain(|of| self.may_have(*of, &record.terms) && !lost(of));
        Some(Act::Designate { order, member: self.pick(&able)? })
    }

    pub fn cancel(&mut self) -> Option<Act> {
        Some(Act::Cancel { order: self.order_with(is_held)? })
    }

    pub fn decline(&mut self) -> Option<Act> {
        let cause = self.any([Cause::Justified, Cause::None]);
        Some(Act::Decline { order: self.assigned()?, cause })
    }

    pub fn mediate(&mut self) -> Option<Act> {
        let result = self.any([
            Mediation::Complied,
            Mediation::CauseFound,
            Mediation::DidNotComply,
            Mediation::CauseFound,
        ]);
        Some(Act::Mediate { order: self.order_with(is_declined)?, result })
    }

    /// On a date from the submission to now; half of the time today.
    pub fn complete(&mut self) -> Option<Act> {
        let order = self.assigned()?;
        let submitted = self.record(order).submitted;
        let days = self.now.naive().signed_duration_since(submitted.naive()).num_days();
        let days = usize::try_from(days).unwrap_or(0);
        let ago = if self.chance(50) { self.draws.below(days + 1) } else { 0 };
        Some(Act::Complete { order, on: after(self.now, -i64::try_from(ago).expect("few")) })
    }

    pub fn settle(&mut self) -> Option<Act> {
        Some(Act::Settle { order: self.order_with(is_completed)? })
    }

    /// Rather of an order that is overdue, or that would be if no holiday had been prolonged.
    pub fn record_default(&mut self) -> Option<Act> {
        let (now, calendar) = (self.now, self.alliance.calendar());
        let is_past = |of: &OrderRecord, is_adjourned: bool| match of.state {
            OrderState::Completed(of) if of.due.is_before(now) && of.recorded < now => {
                let last = calendar.working_day_on_or_after(of.due);
                last.is_before(now) != is_adjourned
            }
            _ => false,
        };
        let adjourned = self.order_with(|of| is_past(of, true));
        let adjourned = adjourned.filter(|_| self.chance(50));
        let overdue = adjourned.or_else(|| self.order_with(|of| is_past(of, false)));
        let order = overdue.or_else(|| self.order_with(is_completed))?;
        Some(Act::RecordDefault { order })
    }

    pub fn abandon(&mut self) -> Option<Act> {
        let holds = if self.chance(50) { is_declined } else { is_assigned };
        Some(Act::Abandon { order: self.order_with(holds)? })
    }

    pub fn call_off(&mut self) -> Option<Act> {
        Some(Act::CallOff { order: self.assigned()?, work: Work::NotBegun })
    }

    pub fn fail(&mut self) -> Option<Act> {
        Some(Act::Fail { order: self.assigned()? })
    }

    /// Rather an order of a member that lost one already, or that would not get it now: it is on leave,
    /// or offers the item no more. To one that is named or by turn.
    pub fn reassign(&mut self) -> Option<Act> {
        let is_away = self.chance(30);
        let runs = |of: &OrderRecord| match of.state {
            OrderState::Assigned(giving) => {
                let firm = self.firm(giving.member);
                let serves = !firm.on_leave && firm.offers.contains(&of.terms.item);
                if is_away { !serves } else { firm.run > 0 }
            }
            _ => false,
        };
        let mut again = self.orders();
        again.retain(|of| self.alliance.order(*of).is_some_and(runs));
        let order = if self.chance(60) { self.pick(&again) } else { None };
        let order = order.or_else(|| self.assigned())?;
        let record = self.record(order);
        let holder = record.state.open()?.member;
        let lost =
            |of: &MemberId| record.barred.as_slice().iter().any(|barred| barred.member == *of);
        let suspended = |of: &MemberId| self.alliance.suspensions().iter().any(|s| s.member == *of);
        let mut able = self.current();
        able.retain(|of| {
            *of != holder && self.may_have(*of, &record.terms) && !lost(of) && !suspended(of)
        });
        if able.is_empty() && self.chance(70) {
            return None;
        }
        let to = if self.chance(50) { self.pick(&able) } else { None };
        Some(Act::Reassign { order, finding: LagFinding::COMPLETE, to })
    }

    /// A member that is to leave: after a notice, if there is one that counts.
    pub fn expel(&mut self) -> Option<Act> {
        let gone = self.withdrawn(true).into_iter().chain(self.withdrawn(false));
        let gone: Vec<MemberId> = gone.collect();
        let (now, is_early) = (self.now, self.chance(10));
        // Now and then too early: a notice counts from the day after it on.
        let counts = |notice: Date| if is_early { notice == now } else { notice < now };
        let noticed = self.members(|of| of.is_current() && of.notice.is_some_and(counts));
        let current = self.current();
        let away = self.members(|of| of.on_leave);
        let member = match self.draws.below(5) {
            0 => self.pick(&gone),
            1 | 2 => self.pick(&noticed),
            3 => self.pick(&away),
            _ => self.pick(&current),
        };
        let member = member.or_else(|| self.pick(&current))?;
        let was_noticed = self.firm(member).notice.is_some_and(counts);
        let misconduct = if was_noticed && self.chance(80) {
            Misconduct::NoImprovement
        } else {
            self.misconduct()
        };
        Some(Act::Expel { member, misconduct, by: self.any([Actor::Council, Actor::Platform]) })
    }

    /// Misconduct with its facts on record.
    fn misconduct(&mut self) -> Misconduct {
        let verified = |kind| Misconduct::DisorderlyCompetition { kind, verified: true };
        match self.draws.below(5) {
            0 => verified(Disorder::Undercutting),
            1 => verified(Disorder::ExtraCharges),
            2 => verified(Disorder::Disparagement),
            3 => Misconduct::Infringement { pursued: true },
            _ => Misconduct::OtherAct {
                description: text("forged reports"),
                consequence: text("a funding refused"),
            },
        }
    }

    pub fn notify(&mut self) -> Option<Act> {
        let members = self.current();
        Some(Act::Notify { member: self.pick(&members)? })
    }

    pub fn lift(&mut self) -> Option<Act> {
        let listed = self.enterprises(true);
        Some(Act::LiftBlacklisting { enterprise: self.pick(&listed)? })
    }

    /// Some days off, and after them the days at a week's end are made up for: from soon on, or from
    /// about the day on which the fee of an order is due, so that it can be paid longer.
    pub fn calendar(&mut self) -> Calendar {
        let soon = i64::try_from(self.draws.below(12)).expect("few");
        let (mut from, mut off) = (after(self.now, soon), self.draws.below(9));
        if self.chance(70)
            && let Some(due) = self.a_due_date()
        {
            from = after(due, -i64::try_from(self.draws.below(3)).expect("few"));
            // What fell due lately is not overdue for some days more.
            let since = self.now.naive().signed_duration_since(from.naive()).num_days();
            off += usize::try_from(since).unwrap_or(0);
        }
        let off = i64::try_from(off).expect("few");
        let on = i64::try_from(self.draws.below(6)).expect("few");
        let days = |first: i64, count: i64| (first..first + count).map(|days| after(from, days));
        let holidays: Set<Date> = set(days(0, off).collect());
        let make_up_days = set(days(off, on).filter(|day| is_weekend(*day)).collect());
        Calendar { holidays, make_up_days }
    }

    /// When the fee of a completed order is due, rather of one for which that was lately.
    fn a_due_date(&mut self) -> Option<Date> {
        let now = self.now;
        let due = |of: &OrderRecord| match of.state {
            OrderState::Completed(of) => Date::try_from(of.due.naive()).ok(),
            _ => None,
        };
        let lately =
            |of: &OrderRecord| due(of).is_some_and(|due| due < now && due >= after(now, -20));
        let order = self.order_with(lately).or_else(|| self.order_with(is_completed))?;
        due(self.record(order))
    }
}
