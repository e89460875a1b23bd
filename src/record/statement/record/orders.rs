//! Orders given, taken back, declined and moved to others.

use crate::facts::cap::TallyEffect;
use crate::facts::command::Command;
use crate::facts::event::Event;
use crate::facts::finding::Cause;
use crate::facts::order::{Basis, Counted};
use crate::record::statement::StatementFold;
use crate::record::statement::entries::{
    DeclineEntry, DeclineKind, DesignationEntry, DispatchEntry, ExitOrder, LossEntry, LossKind,
    ReassignmentEntry,
};
use crate::record::statement::known::When;
use crate::words::id::{MemberId, OrderId, StationId};

impl StatementFold {
    /// What happens to an order while somebody has it, or waits for it.
    pub(crate) fn record_of_orders(&mut self, command: &Command, event: &Event) {
        let when = When::of(command);
        match *event {
            Event::Dispatched { order, member, basis, counted, .. } => {
                self.record_after_exit(order, Some(member));
                self.record_giving(when, order, member, basis, counted);
            }
            Event::Held { order } => self.record_after_exit(order, None),
            Event::Reassigned { .. } => self.loss = LossKind::Reassigned,
            Event::CameOff { order, member, tally } => {
                self.record_loss(when, order, member, tally);
            }
            Event::WentBack { .. } => {
                if let Some(loss) = self.statement.losses.last_mut() {
                    loss.went_back = true;
                }
            }
            Event::RunRaised { order, member, run } => {
                self.record_reassignment(when, order, member, run);
            }
            _ => self.record_of_declines(when, event),
        }
    }

    /// What comes of an order that its member will not take.
    fn record_of_declines(&mut self, when: When, event: &Event) {
        let (order, member, what) = match *event {
            Event::Declined { order, member, cause: Cause::Justified } => {
                self.loss = LossKind::Declined;
                (order, member, DeclineKind::WithCause)
            }
            Event::Declined { order, member, cause: Cause::None } => {
                (order, member, DeclineKind::WithoutCause)
            }
            Event::CauseFound { order, member } => {
                self.loss = LossKind::Declined;
                (order, member, DeclineKind::CauseFound)
            }
            Event::Resumed { order, member } => (order, member, DeclineKind::Complied),
            Event::BarLifted { order, member } => (order, member, DeclineKind::BarLifted),
            Event::Abandoned { order } => {
                let declined = self.known.order(order).filter(|open| open.is_declined);
                let Some((member, _)) = declined.and_then(|open| open.given) else { return };
                (order, member, DeclineKind::WalkedAway)
            }
            _ => return,
        };
        self.record_decline(when, order, member, what);
    }

    pub(crate) fn record_decline(
        &mut self,
        When { on, occurred }: When,
        order: OrderId,
        member: MemberId,
        what: DeclineKind,
    ) {
        self.statement.declines.push(DeclineEntry { on, occurred, order, member, what });
    }

    /// An order is given.
    fn record_giving(
        &mut self,
        When { on, occurred }: When,
        order: OrderId,
        member: MemberId,
        basis: Basis,
        counted: Counted,
    ) {
        let Some(open) = self.known.order(order) else { return };
        let (station, item, price) = (open.station, open.item, open.price);
        let customer = self.known.customer(station, open.enterprise);
        let entry =
            DispatchEntry { on, occurred, order, item, customer, price, member, basis, counted };
        self.statement.dispatches.push(entry);
        // The tallies have room up to the numbers of a member and an item, so neither may be unknown.
        let is_known = self.known.is_member(member) && self.known.is_item(item);
        if counted == Counted::Yes && is_known {
            self.tally.add(member, item, 1, price);
        }
        if basis == Basis::Designation {
            self.record_designation(station, member);
        }
    }

    fn record_designation(&mut self, station: StationId, member: MemberId) {
        let list = &mut self.statement.designations;
        match list.binary_search_by_key(&(station, member), |of| (of.station, of.member)) {
            Ok(at) => {
                if let Some(of) = list.get_mut(at) {
                    of.orders = of.orders.saturating_add(1);
                }
            }
            Err(at) => list.insert(at, DesignationEntry { station, member, orders: 1 }),
        }
    }

    /// An order comes off a member.
    fn record_loss(
        &mut self,
        When { on, occurred }: When,
        order: OrderId,
        member: MemberId,
        tally: TallyEffect,
    ) {
        if tally == TallyEffect::ComesOff
            && let Some(open) = self.known.order(order)
        {
            self.tally.remove(member, open.item, open.price);
        }
        let (by, went_back) = (self.loss, false);
        let entry = LossEntry { on, occurred, order, member, by, tally, went_back };
        self.statement.losses.push(entry);
    }

    /// The run of a member goes up: the order that was taken from it has been given.
    fn record_reassignment(
        &mut self,
        When { on, occurred }: When,
        order: OrderId,
        from: MemberId,
        run: u32,
    ) {
        let Some((to, basis)) = self.known.order(order).and_then(|open| open.given) else {
            return;
        };
        let entry = ReassignmentEntry { on, occurred, order, from, to, basis, run };
        self.statement.reassignments.push(entry);
    }

    /// An order of a member that had to leave goes on, or waits.
    fn record_after_exit(&mut self, order: OrderId, to: Option<MemberId>) {
        if let Some(exit) = self.statement.exits.last_mut()
            && self.loss == LossKind::Exit
        {
            exit.orders.push(ExitOrder { order, to });
        }
    }
}
