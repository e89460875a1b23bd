//! The acts on an order after it was given: `Decline`, `Mediate`, `LiftBar`, `Complete`, `Settle`,
//! `RecordDefault`, `Abandon`, `CallOff` and `Fail` (articles 7, 19 to 22 and rules 7, 9).

use crate::doors::check;
use crate::doors::step::{Course, Step};
use crate::facts::event::Event;
use crate::facts::finding::{Cause, Ground, Mediation, Work};
use crate::facts::order::{Giving, Loss, OrderState};
use crate::rules::{caps, settlement, turn};
use crate::words::date::Date;
use crate::words::id::{EnterpriseId, MemberId, OrderId};
use crate::words::money::Money;

impl<C: Course> Step<'_, C> {
    /// A member declines: with cause the order goes on to another, without it is mediated.
    pub(crate) fn decline(&mut self, order: OrderId, cause: Cause) -> Result<(), C::Stop> {
        let (_, giving) = check::work::assigned(self.alliance(), order)?;
        self.emit(Event::Declined { order, member: giving.member, cause })?;
        match cause {
            Cause::Justified => self.declined_with_cause(order, giving),
            Cause::None => Ok(()),
        }
    }

    /// Mediation comes to its result.
    pub(crate) fn mediate(&mut self, order: OrderId, result: Mediation) -> Result<(), C::Stop> {
        let giving = check::work::mediate(self.alliance(), order)?;
        let member = giving.member;
        match result {
            Mediation::Complied => self.emit(Event::Resumed { order, member }),
            Mediation::CauseFound => {
                self.emit(Event::CauseFound { order, member })?;
                self.declined_with_cause(order, giving)
            }
            Mediation::DidNotComply => {
                let orders = self.alliance().open_orders(member);
                self.exit(member, Ground::DeclinedWithoutCause, orders)
            }
        }
    }

    /// A member that declined an order is barred from it no longer; if it is held, it is tried.
    pub(crate) fn lift_bar(&mut self, order: OrderId, member: MemberId) -> Result<(), C::Stop> {
        check::work::lift_bar(self.alliance(), order, member)?;
        let roster = &self.alliance().roster;
        let code = roster.member(member).map(|firm| firm.code);
        let current = code.and_then(|code| roster.current_with(&code));
        self.emit(Event::BarLifted { order, member })?;
        current.map_or(Ok(()), |member| self.try_held_with(member))
    }

    /// The order comes off the member, which is barred from it and goes back to its place; then it
    /// is given as any other (rules 7.2).
    fn declined_with_cause(&mut self, order: OrderId, giving: Giving) -> Result<(), C::Stop> {
        let (member, by) = (giving.member, Loss::Declined);
        self.come_off(order, giving)?;
        self.emit(Event::Barred { order, member, by })?;
        self.go_back(order, giving)?;
        self.give_on(order)
    }

    /// An order comes off its member, and in the month of its giving off the tallies (rules 6.2).
    pub(crate) fn come_off(&mut self, order: OrderId, giving: Giving) -> Result<(), C::Stop> {
        let counted = self.alliance().docket.record(order).and_then(|record| record.counted);
        let tally = caps::tally_effect(counted, giving.on, self.command.date);
        self.emit(Event::CameOff { order, member: giving.member, tally })
    }

    /// The member goes back to the place it left for the order, if it did not move since.
    fn go_back(&mut self, order: OrderId, giving: Giving) -> Result<(), C::Stop> {
        let record = self.alliance().docket.record(order);
        let Some(item) = record.and_then(|record| self.alliance().item(record.terms.item)) else {
            return Ok(());
        };
        let line = self.alliance().lines.of(item.category);
        match turn::place_to_return_to(line, &giving) {
            Some(place) => self.emit(Event::WentBack { order, member: giving.member, place }),
            None => Ok(()),
        }
    }

    /// Gives an order that is with nobody by turn, also one that was designated, or holds it.
    pub(crate) fn give_on(&mut self, order: OrderId) -> Result<(), C::Stop> {
        let record = self.alliance().docket.record(order);
        let search = record.and_then(|record| self.alliance().search_again(record));
        let decided = search.and_then(|search| self.course.choose(order, &search));
        self.place(order, decided, record.and_then(|record| record.counted))
    }

    /// The goal is reached: the fee falls due, and where nothing of it remains it is settled.
    pub(crate) fn complete(&mut self, order: OrderId, on: Date) -> Result<(), C::Stop> {
        let alliance = self.alliance();
        let (record, giving) = check::work::complete(alliance, order, on, self.command.date)?;
        let (price, deposit) = (record.terms.price, record.deposit);
        let due = settlement::due(alliance.policy.settlement, &alliance.calendar, on);
        let member = giving.member;
        let has_run = alliance.member(member).is_some_and(|member| member.run > 0);
        self.emit(Event::Completed { order, member, due })?;
        if has_run {
            self.emit(Event::RunEnded { member })?;
        }
        if settlement::remains(price, deposit).is_zero() {
            return self.settled(order, deposit);
        }
        Ok(())
    }

    /// The fee was paid.
    pub(crate) fn settle(&mut self, order: OrderId) -> Result<(), C::Stop> {
        let deposit = check::work::settle(self.alliance(), order)?.0.deposit;
        self.settled(order, deposit)
    }

    fn settled(&mut self, order: OrderId, deposit: Money) -> Result<(), C::Stop> {
        if !deposit.is_zero() {
            self.emit(Event::DepositCounted { order, amount: deposit })?;
        }
        self.emit(Event::Settled { order })
    }

    /// The fee was not paid in time.
    pub(crate) fn record_default(&mut self, order: OrderId) -> Result<(), C::Stop> {
        let record = check::work::record_default(self.alliance(), order, self.command.date)?;
        let (enterprise, deposit) = (record.terms.enterprise, record.deposit);
        self.emit(Event::Defaulted { order })?;
        self.breach(order, enterprise, deposit)
    }

    /// The enterprise abandons an order: one that was declined, without consequence.
    pub(crate) fn abandon(&mut self, order: OrderId) -> Result<(), C::Stop> {
        let record = check::work::abandon(self.alliance(), order)?;
        let (enterprise, deposit) = (record.terms.enterprise, record.deposit);
        let is_declined = matches!(record.state, OrderState::Declined(_));
        self.emit(Event::Abandoned { order })?;
        if is_declined {
            self.return_deposit(order, deposit)
        } else {
            self.breach(order, enterprise, deposit)
        }
    }

    /// The deposit is forfeited, and the enterprise is on the blacklist, once.
    fn breach(
        &mut self,
        order: OrderId,
        enterprise: EnterpriseId,
        deposit: Money,
    ) -> Result<(), C::Stop> {
        if !deposit.is_zero() {
            self.emit(Event::DepositForfeited { order, amount: deposit })?;
        }
        if self.alliance().enterprise(enterprise).is_some_and(|found| !found.blacklisted) {
            self.emit(Event::Blacklisted { enterprise })?;
        }
        Ok(())
    }

    /// A deposit goes back to the enterprise.
    pub(crate) fn return_deposit(&mut self, order: OrderId, deposit: Money) -> Result<(), C::Stop> {
        if !deposit.is_zero() {
            self.emit(Event::DepositReturned { order, amount: deposit })?;
        }
        Ok(())
    }

    /// An order is called off before work begins: as if it had not been given.
    pub(crate) fn call_off(&mut self, order: OrderId, work: Work) -> Result<(), C::Stop> {
        let (record, giving) = check::work::call_off(self.alliance(), order, work)?;
        let deposit = record.deposit;
        self.come_off(order, giving)?;
        self.go_back(order, giving)?;
        self.emit(Event::CalledOff { order })?;
        self.return_deposit(order, deposit)
    }

    /// The goal is finally not reached: no fee, no blame.
    pub(crate) fn fail(&mut self, order: OrderId) -> Result<(), C::Stop> {
        let deposit = check::work::assigned(self.alliance(), order)?.0.deposit;
        self.emit(Event::Failed { order })?;
        self.return_deposit(order, deposit)
    }

    /// 退出: a member leaves every line and its seat; then its open orders come off it one by one in
    /// order of submission and are given by turn, or held (rules 10.2).
    pub(crate) fn exit(
        &mut self,
        member: MemberId,
        ground: Ground,
        orders: Vec<OrderId>,
    ) -> Result<(), C::Stop> {
        self.emit(Event::Expelled { member, ground })?;
        self.leave_house(member)?;
        for order in orders {
            let record = self.alliance().docket.record(order);
            let Some(giving) = record.and_then(|record| record.state.open()) else { continue };
            self.come_off(order, giving)?;
            self.give_on(order)?;
        }
        Ok(())
    }
}
