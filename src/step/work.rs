//! The acts on an order after it was given: `Decline`, `Mediate`, `Complete`, `Settle`,
//! `RecordDefault`, `Abandon`, `CallOff` and `Fail` (articles 7, 19 to 22 and rules 7, 9).

use crate::check;
use crate::date::Date;
use crate::dispatch;
use crate::event::Event;
use crate::finding::{Cause, Ground, Mediation, Work};
use crate::id::{EnterpriseId, MemberId, OrderId};
use crate::money::Money;
use crate::order::{Giving, Loss, OrderState};
use crate::refusal::Refusal;
use crate::rules::{caps, settlement, turn};
use crate::standing::Dispatch;
use crate::step::Step;

impl Step<'_> {
    /// A member declines: with cause the order goes on to another, without it is mediated.
    pub(crate) fn decline(&mut self, order: OrderId, cause: Cause) -> Result<(), Refusal> {
        let (_, giving) = check::work::assigned(self.alliance, order)?;
        match cause {
            Cause::Justified => self.declined_with_cause(order, giving),
            Cause::None => self.emit(Event::Declined { order, member: giving.member }),
        }
        Ok(())
    }

    /// Mediation comes to its result.
    pub(crate) fn mediate(&mut self, order: OrderId, result: Mediation) -> Result<(), Refusal> {
        let giving = check::work::mediate(self.alliance, order)?;
        let member = giving.member;
        match result {
            Mediation::Complied => self.emit(Event::Resumed { order, member }),
            Mediation::CauseFound => self.declined_with_cause(order, giving),
            Mediation::DidNotComply => self.exit(member, Ground::DeclinedWithoutCause),
        }
        Ok(())
    }

    /// The order comes off the member, which is barred from it and goes back to its place; then it
    /// is given as any other (rules 7.2).
    fn declined_with_cause(&mut self, order: OrderId, giving: Giving) {
        let (member, by) = (giving.member, Loss::Declined);
        self.come_off(order, giving);
        self.emit(Event::Barred { order, member, by });
        self.go_back(order, giving);
        self.give_on(order);
    }

    /// An order comes off its member, and in the month of its giving off the tallies (rules 6.2).
    pub(crate) fn come_off(&mut self, order: OrderId, giving: Giving) {
        let counted = self.alliance.docket.record(order).and_then(|record| record.counted);
        let tally = caps::tally_effect(counted, giving.on, self.command.date);
        self.emit(Event::CameOff { order, member: giving.member, tally });
    }

    /// The member goes back to the place it left for the order, if it did not move since.
    fn go_back(&mut self, order: OrderId, giving: Giving) {
        let record = self.alliance.docket.record(order);
        let Some(item) = record.and_then(|record| self.alliance.item(record.terms.item)) else {
            return;
        };
        let line = self.alliance.lines.of(item.category);
        if let Some(place) = turn::place_to_return_to(line, &giving) {
            self.emit(Event::WentBack { order, member: giving.member, place });
        }
    }

    /// Gives an order that is with nobody by turn, also one that was designated, or holds it.
    pub(crate) fn give_on(&mut self, order: OrderId) {
        let record = self.alliance.docket.record(order);
        let search = record.and_then(|record| check::intake::search(self.alliance, record));
        match search.map(|search| dispatch::choose(self.alliance, &search)) {
            Some(Dispatch::Given { member, basis }) => self.give(order, member, basis),
            _ => self.emit(Event::Held { order }),
        }
    }

    /// The goal is reached: the fee falls due, and where nothing of it remains it is settled.
    pub(crate) fn complete(&mut self, order: OrderId, on: Date) -> Result<(), Refusal> {
        let alliance = &*self.alliance;
        let (record, giving) = check::work::complete(alliance, order, on, self.command.date)?;
        let (price, deposit) = (record.terms.price, record.deposit);
        let due = settlement::due(alliance.policy.settlement, &alliance.calendar, on);
        let member = giving.member;
        let has_run = alliance.member(member).is_some_and(|member| member.run > 0);
        self.emit(Event::Completed { order, member, due });
        if has_run {
            self.emit(Event::RunEnded { member });
        }
        if settlement::remains(price, deposit).is_zero() {
            self.settled(order, deposit);
        }
        Ok(())
    }

    /// The fee was paid.
    pub(crate) fn settle(&mut self, order: OrderId) -> Result<(), Refusal> {
        let deposit = check::work::settle(self.alliance, order)?.0.deposit;
        self.settled(order, deposit);
        Ok(())
    }

    fn settled(&mut self, order: OrderId, deposit: Money) {
        if !deposit.is_zero() {
            self.emit(Event::DepositCounted { order, amount: deposit });
        }
        self.emit(Event::Settled { order });
    }

    /// The fee was not paid in time.
    pub(crate) fn record_default(&mut self, order: OrderId) -> Result<(), Refusal> {
        let record = check::work::record_default(self.alliance, order, self.command.date)?;
        let (enterprise, deposit) = (record.terms.enterprise, record.deposit);
        self.emit(Event::Defaulted { order });
        self.breach(order, enterprise, deposit);
        Ok(())
    }

    /// The enterprise abandons an order: one that was declined, without consequence.
    pub(crate) fn abandon(&mut self, order: OrderId) -> Result<(), Refusal> {
        let record = check::work::abandon(self.alliance, order)?;
        let (enterprise, deposit) = (record.terms.enterprise, record.deposit);
        let is_declined = matches!(record.state, OrderState::Declined(_));
        self.emit(Event::Abandoned { order });
        if is_declined {
            self.return_deposit(order, deposit);
        } else {
            self.breach(order, enterprise, deposit);
        }
        Ok(())
    }

    /// The deposit is forfeited, and the enterprise is on the blacklist, once.
    fn breach(&mut self, order: OrderId, enterprise: EnterpriseId, deposit: Money) {
        if !deposit.is_zero() {
            self.emit(Event::DepositForfeited { order, amount: deposit });
        }
        if self.alliance.enterprise(enterprise).is_some_and(|found| !found.blacklisted) {
            self.emit(Event::Blacklisted { enterprise });
        }
    }

    /// A deposit goes back to the enterprise.
    pub(crate) fn return_deposit(&mut self, order: OrderId, deposit: Money) {
        if !deposit.is_zero() {
            self.emit(Event::DepositReturned { order, amount: deposit });
        }
    }

    /// An order is called off before work begins: as if it had not been given.
    pub(crate) fn call_off(&mut self, order: OrderId, work: Work) -> Result<(), Refusal> {
        let (record, giving) = check::work::call_off(self.alliance, order, work)?;
        let deposit = record.deposit;
        self.come_off(order, giving);
        self.go_back(order, giving);
        self.emit(Event::Cancelled { order });
        self.return_deposit(order, deposit);
        Ok(())
    }

    /// The goal is finally not reached: no fee, no blame.
    pub(crate) fn fail(&mut self, order: OrderId) -> Result<(), Refusal> {
        let deposit = check::work::assigned(self.alliance, order)?.0.deposit;
        self.emit(Event::Failed { order });
        self.return_deposit(order, deposit);
        Ok(())
    }

    /// 退出: a member leaves every line; then its open orders come off it one by one in order of
    /// submission and are given by turn, or held (rules 10.2).
    pub(crate) fn exit(&mut self, member: MemberId, ground: Ground) {
        self.emit(Event::Expelled { member, ground });
        self.leave_lines(member);
        for order in self.alliance.docket.open_orders(member) {
            let record = self.alliance.docket.record(order);
            let Some(giving) = record.and_then(|record| record.state.open()) else { continue };
            self.come_off(order, giving);
            self.give_on(order);
        }
    }
}
