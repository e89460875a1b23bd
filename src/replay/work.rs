//! What the acts on an order after it was given come to, and an exit.

use crate::cap::TallyEffect;
use crate::check;
use crate::date::Date;
use crate::event::Event;
use crate::finding::{Cause, Ground, LagFinding, Mediation, Misconduct, Work};
use crate::id::{ItemId, MemberId, OrderId};
use crate::list::Set;
use crate::money::Money;
use crate::order::{Giving, Loss, OrderRecord, OrderState};
use crate::reassign::reassign;
use crate::replay::{Mismatch, Script, can_take};
use crate::rules::{caps, settlement, turn};

impl Script<'_> {
    pub(super) fn declined(&mut self, order: OrderId, cause: Cause) -> Result<(), Mismatch> {
        let (_, giving) = check::work::assigned(self.alliance, order)?;
        match cause {
            Cause::Justified => self.declined_with_cause(order, giving),
            Cause::None => self.exactly(Event::Declined { order, member: giving.member }),
        }
    }

    pub(super) fn mediated(&mut self, order: OrderId, result: Mediation) -> Result<(), Mismatch> {
        let giving = check::work::mediate(self.alliance, order)?;
        let member = giving.member;
        match result {
            Mediation::Complied => self.exactly(Event::Resumed { order, member }),
            Mediation::CauseFound => self.declined_with_cause(order, giving),
            Mediation::DidNotComply => self.exit(member, Ground::DeclinedWithoutCause, None),
        }
    }

    fn declined_with_cause(&mut self, order: OrderId, giving: Giving) -> Result<(), Mismatch> {
        let (member, by) = (giving.member, Loss::Declined);
        self.comes_off(order, giving)?;
        self.exactly(Event::Barred { order, member, by })?;
        self.goes_back(order, giving)?;
        self.given_on(order, None)
    }

    /// An order comes off its member.
    fn comes_off(&mut self, order: OrderId, giving: Giving) -> Result<(), Mismatch> {
        let counted = self.record(order).and_then(|record| record.counted);
        let tally: TallyEffect = caps::tally_effect(counted, giving.on, self.command.date);
        self.exactly(Event::CameOff { order, member: giving.member, tally })
    }

    /// Its member goes back where it can.
    fn goes_back(&mut self, order: OrderId, giving: Giving) -> Result<(), Mismatch> {
        let item = self.record(order).and_then(|record| self.alliance.item(record.terms.item));
        let place = item.and_then(|item| {
            turn::place_to_return_to(self.alliance.lines.of(item.category), &giving)
        });
        match place {
            Some(place) => self.exactly(Event::WentBack { order, member: giving.member, place }),
            None => Ok(()),
        }
    }

    /// An order is given to a member that can have it, or held; not to the one that left.
    fn given_on(&mut self, order: OrderId, left: Option<MemberId>) -> Result<(), Mismatch> {
        let alliance = self.alliance;
        let item: Option<ItemId> = self.record(order).map(|record| record.terms.item);
        self.one(|event| match *event {
            Event::Held { order: of } => of == order,
            Event::Dispatched { order: of, member, .. } => {
                let takes = item.is_some_and(|item| can_take(alliance, member, item));
                of == order && takes && left != Some(member)
            }
            _ => false,
        })
    }

    pub(super) fn completed(&mut self, order: OrderId, on: Date) -> Result<(), Mismatch> {
        let alliance = self.alliance;
        let (record, giving) = check::work::complete(alliance, order, on, self.command.date)?;
        let due = settlement::due(alliance.policy.settlement, &alliance.calendar, on);
        let member = giving.member;
        self.exactly(Event::Completed { order, member, due })?;
        if alliance.member(member).is_some_and(|member| member.run > 0) {
            self.exactly(Event::RunEnded { member })?;
        }
        if settlement::remains(record.terms.price, record.deposit).is_zero() {
            return self.settled(order, record.deposit);
        }
        Ok(())
    }

    pub(super) fn settled(&mut self, order: OrderId, deposit: Money) -> Result<(), Mismatch> {
        if !deposit.is_zero() {
            self.exactly(Event::DepositCounted { order, amount: deposit })?;
        }
        self.exactly(Event::Settled { order })
    }

    pub(super) fn defaulted(&mut self, order: OrderId) -> Result<(), Mismatch> {
        let record = check::work::record_default(self.alliance, order, self.command.date)?;
        self.exactly(Event::Defaulted { order })?;
        self.breach(order, record)
    }

    pub(super) fn abandoned(&mut self, order: OrderId) -> Result<(), Mismatch> {
        let record = check::work::abandon(self.alliance, order)?;
        self.exactly(Event::Abandoned { order })?;
        match record.state {
            OrderState::Declined(_) => self.returned(order, record.deposit),
            _ => self.breach(order, record),
        }
    }

    fn breach(&mut self, order: OrderId, record: &OrderRecord) -> Result<(), Mismatch> {
        let (enterprise, amount) = (record.terms.enterprise, record.deposit);
        if !amount.is_zero() {
            self.exactly(Event::DepositForfeited { order, amount })?;
        }
        if self.alliance.enterprise(enterprise).is_some_and(|found| !found.blacklisted) {
            self.exactly(Event::Blacklisted { enterprise })?;
        }
        Ok(())
    }

    pub(super) fn returned(&mut self, order: OrderId, amount: Money) -> Result<(), Mismatch> {
        if amount.is_zero() {
            return Ok(());
        }
        self.exactly(Event::DepositReturned { order, amount })
    }

    pub(super) fn called_off(&mut self, order: OrderId, work: Work) -> Result<(), Mismatch> {
        let (record, giving) = check::work::call_off(self.alliance, order, work)?;
        self.comes_off(order, giving)?;
        self.goes_back(order, giving)?;
        self.exactly(Event::Cancelled { order })?;
        self.returned(order, record.deposit)
    }

    pub(super) fn failed(&mut self, order: OrderId) -> Result<(), Mismatch> {
        let (record, _) = check::work::assigned(self.alliance, order)?;
        self.exactly(Event::Failed { order })?;
        self.returned(order, record.deposit)
    }

    pub(super) fn reassigned(
        &mut self,
        order: OrderId,
        finding: LagFinding,
        to: Option<MemberId>,
    ) -> Result<(), Mismatch> {
        let decided = reassign(self.alliance, order, &finding, to)?;
        let (_, giving) = check::work::assigned(self.alliance, order)?;
        let (member, by) = (decided.from, Loss::Reassigned);
        self.comes_off(order, giving)?;
        self.exactly(Event::Barred { order, member, by })?;
        self.one(|event| {
            matches!(*event, Event::Dispatched { order: of, member, .. }
                if of == order && member == decided.to)
        })?;
        self.exactly(Event::RunRaised { member, run: decided.run })?;
        if decided.exits {
            return self.exit(member, Ground::ReassignedInARow, Some(order));
        }
        Ok(())
    }

    pub(super) fn expelled(
        &mut self,
        member: MemberId,
        misconduct: &Misconduct,
    ) -> Result<(), Mismatch> {
        check::conduct::expel(self.alliance, member, misconduct, self.command.date)?;
        self.exit(member, misconduct.ground(), None)
    }

    /// A member exits, and its open orders but the one that is gone already are given on or held.
    fn exit(
        &mut self,
        member: MemberId,
        ground: Ground,
        gone: Option<OrderId>,
    ) -> Result<(), Mismatch> {
        self.exactly(Event::Expelled { member, ground })?;
        self.line_changes(member, &Set::default())?;
        for order in self.alliance.open_orders(member) {
            let giving = self.record(order).and_then(|record| record.state.open());
            if let Some(giving) = giving.filter(|_| gone != Some(order)) {
                self.comes_off(order, giving)?;
                self.given_on(order, Some(member))?;
            }
        }
        Ok(())
    }

    fn record(&self, order: OrderId) -> Option<&OrderRecord> {
        self.alliance.docket.record(order)
    }
}
