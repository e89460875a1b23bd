//! What becomes of an order once it was given (rules 5.3, 7, 8).

use paidan::{
    Basis, Cause, Date, End, EnterpriseId, Event, Ground, LagFinding, Loss, Mediation, MemberId,
    Money, OrderId, Refusal, Work,
};

use super::days::{due_date, last_day_to_pay};
use super::state::{Holding, State};
use super::{Done, Plain};

impl Plain {
    /// The deposit and the enterprise of an order.
    fn stakes(&self, order: OrderId) -> Result<(Money, EnterpriseId), Refusal> {
        let found = self.find_order(order)?;
        Ok((found.deposit, found.terms.enterprise))
    }

    /// The enterprise cancels a held order (rules 5.3).
    pub(super) fn cancel(&mut self, order: OrderId) -> Done {
        let (amount, _) = self.stakes(order)?;
        if !matches!(self.find_order(order)?.state, State::Held) {
            return Err(Refusal::OrderNotHeld { order });
        }
        self.set_state(order, State::Ended(End::Cancelled));
        self.say(Event::Cancelled { order });
        self.say_deposit(amount, Event::DepositReturned { order, amount });
        Ok(())
    }

    /// A member declines, with or without cause (rules 7.2).
    pub(super) fn decline(&mut self, order: OrderId, cause: Cause) -> Done {
        let holding = self.find_assigned(order)?;
        self.say(Event::Declined { order, member: holding.member, cause });
        match cause {
            Cause::Justified => self.lose_with_cause(order, holding),
            Cause::None => self.set_state(order, State::Declined(holding)),
        }
        Ok(())
    }

    /// Off the tally, barred, back to its place, given again (rules 7.2).
    fn lose_with_cause(&mut self, order: OrderId, holding: Holding) {
        self.come_off(order, holding.member);
        self.bar_from(order, holding.member, Loss::Declined);
        self.go_back(order, holding);
        self.give_or_hold(order);
    }

    /// What mediation of a declined order came to (rules 7.2).
    pub(super) fn mediate(&mut self, order: OrderId, result: Mediation) -> Done {
        let State::Declined(holding) = self.find_order(order)?.state else {
            return Err(Refusal::OrderNotDeclined { order });
        };
        match result {
            Mediation::Complied => {
                self.set_state(order, State::Assigned(holding));
                self.say(Event::Resumed { order, member: holding.member });
            }
            Mediation::CauseFound => {
                self.say(Event::CauseFound { order, member: holding.member });
                self.lose_with_cause(order, holding);
            }
            Mediation::DidNotComply => self.exit(holding.member, Ground::DeclinedWithoutCause),
        }
        Ok(())
    }

    /// The bar of a firm that declined an order is lifted, and held orders are tried (rules 5.3, 7.8).
    pub(super) fn lift_bar(&mut self, order: OrderId, member: MemberId) -> Done {
        let found = self.find_order(order)?;
        self.find_member(member)?;
        if matches!(found.state, State::Ended(_)) {
            return Err(Refusal::OrderEnded { order });
        }
        let mut kept = found.barred.clone();
        kept.retain(|(of, by)| *by != Loss::Declined || !self.same_firm(*of, member));
        if kept.len() == found.barred.len() {
            return Err(Refusal::NotBarredByDeclining { order, member });
        }
        if let Some(found) = self.orders.get_mut(order.index()) {
            found.barred = kept;
        }
        self.say(Event::BarLifted { order, member });
        self.try_held();
        Ok(())
    }

    /// The goal was reached: the fee is due, the run ends (rules 7.3, 8.3).
    pub(super) fn complete(&mut self, date: Date, order: OrderId, on: Date) -> Done {
        let Holding { member, .. } = self.find_assigned(order)?;
        let found = self.find_order(order)?;
        let (submitted, deposit) = (found.submitted, found.deposit);
        let remains = found.terms.price.amount().fen() > deposit.fen();
        if on < submitted || on > date {
            return Err(Refusal::CompletionOutOfTime { on, submitted, date });
        }
        let due = due_date(&self.calendar, on, self.policy.settlement.days.get());
        self.set_state(order, State::Completed { member, due, recorded: date });
        self.say(Event::Completed { order, member, due });
        if self.firm(member).is_some_and(|firm| firm.run > 0) {
            self.change_firm(member, |firm| firm.run = 0);
            self.say(Event::RunEnded { member });
        }
        if remains { Ok(()) } else { self.settle(order) }
    }

    /// The fee was paid (rules 7.4).
    pub(super) fn settle(&mut self, order: OrderId) -> Done {
        let (amount, _) = self.stakes(order)?;
        if !matches!(self.find_order(order)?.state, State::Completed { .. }) {
            return Err(Refusal::OrderNotCompleted { order });
        }
        self.say_deposit(amount, Event::DepositCounted { order, amount });
        self.set_state(order, State::Ended(End::Settled));
        self.say(Event::Settled { order });
        Ok(())
    }

    /// The fee was not paid in time (rules 7.4).
    pub(super) fn record_default(&mut self, date: Date, order: OrderId) -> Done {
        let State::Completed { due, recorded, .. } = self.find_order(order)?.state else {
            return Err(Refusal::OrderNotCompleted { order });
        };
        let due = last_day_to_pay(&self.calendar, due);
        if date.naive() <= due.naive() || date <= recorded {
            return Err(Refusal::NotOverdue { order, due, recorded });
        }
        self.set_state(order, State::Ended(End::Defaulted));
        self.say(Event::Defaulted { order });
        self.forfeit(order)
    }

    /// The deposit is forfeited and the enterprise blacklisted, once (rules 7.4).
    fn forfeit(&mut self, order: OrderId) -> Done {
        let (amount, enterprise) = self.stakes(order)?;
        self.say_deposit(amount, Event::DepositForfeited { order, amount });
        if let Some(found) = self.enterprises.get_mut(enterprise.index())
            && !found.blacklisted
        {
            found.blacklisted = true;
            self.say(Event::Blacklisted { enterprise });
        }
        Ok(())
    }

    /// The enterprise abandons an open order; a declined one without consequence (rules 7.4).
    pub(super) fn abandon(&mut self, order: OrderId) -> Done {
        let (amount, _) = self.stakes(order)?;
        let was = self.find_order(order)?.state;
        if was.open().is_none() {
            return Err(Refusal::OrderNotOpen { order });
        }
        self.set_state(order, State::Ended(End::Abandoned));
        self.say(Event::Abandoned { order });
        if matches!(was, State::Assigned(_)) {
            return self.forfeit(order);
        }
        self.say_deposit(amount, Event::DepositReturned { order, amount });
        Ok(())
    }

    /// Called off by agreement before work begins (rules 7.6).
    pub(super) fn call_off(&mut self, order: OrderId, work: Work) -> Done {
        let holding = self.find_assigned(order)?;
        if work == Work::Begun {
            return Err(Refusal::WorkHasBegun { order });
        }
        let (amount, _) = self.stakes(order)?;
        self.come_off(order, holding.member);
        self.go_back(order, holding);
        self.set_state(order, State::Ended(End::Cancelled));
        self.say(Event::CalledOff { order });
        self.say_deposit(amount, Event::DepositReturned { order, amount });
        Ok(())
    }

    /// The goal is finally not reached (rules 7.7).
    pub(super) fn fail(&mut self, order: OrderId) -> Done {
        self.find_assigned(order)?;
        let (amount, _) = self.stakes(order)?;
        self.set_state(order, State::Ended(End::Failed));
        self.say(Event::Failed { order });
        self.say_deposit(amount, Event::DepositReturned { order, amount });
        Ok(())
    }

    /// Takes a lagging order from its member and gives it to another (rules 8.2). A refusal in
    /// the middle drops the copy, so nothing has happened.
    pub(super) fn take_away(
        &mut self,
        order: OrderId,
        finding: LagFinding,
        to: Option<MemberId>,
    ) -> Done {
        self.find_order(order)?;
        if let Some(named) = to {
            self.find_member(named)?;
        }
        let first = self.find_assigned(order)?.member;
        let LagFinding { progress_lags, target_at_risk, enterprise_complained } = finding;
        if !(progress_lags && target_at_risk && enterprise_complained) {
            return Err(Refusal::FindingIncomplete { finding });
        }
        let at = self.said.len();
        self.come_off(order, first);
        self.bar_from(order, first, Loss::Reassigned);
        let (member, basis) = self.receiver(order, to)?;
        // Said first, known only now: who gets it is found without the one who loses it.
        self.said.insert(at, Event::Reassigned { order, from: first, to: member });
        self.give(order, member, basis);
        self.raise_run(order, first);
        Ok(())
    }

    /// The member named if it passes (a) to (d); by turn if none is named (rules 8.2).
    fn receiver(&self, order: OrderId, to: Option<MemberId>) -> Result<(MemberId, Basis), Refusal> {
        let found = self.find_order(order)?;
        let Some(member) = to else {
            return self.by_turn(found).ok_or(Refusal::NobodyEligible { order });
        };
        match self.fails(found, member) {
            None => Ok((member, Basis::Named)),
            Some(standing) => Err(Refusal::NamedNotEligible { order, member, standing }),
        }
    }

    /// The run goes up, and at the limit the member exits (rules 8.2, 8.3).
    fn raise_run(&mut self, order: OrderId, member: MemberId) {
        self.change_firm(member, |firm| firm.run += 1);
        let run = self.firm(member).map_or(0, |firm| firm.run);
        self.say(Event::RunRaised { order, member, run });
        if run >= self.policy.reassignment.limit.get() {
            self.exit(member, Ground::ReassignedInARow);
        }
    }
}
