//! What each event adds to the figures.

use crate::facts::cap::TallyEffect;
use crate::facts::command::{Act, Command};
use crate::facts::event::Event;
use crate::facts::finding::{Cause, Ground};
use crate::facts::order::{Basis, Completion, Counted};
use crate::record::figures::FiguresFold;
use crate::record::figures::acts::{Blacklisted, ExitFigures, ReassignmentFigures, Receiver};
use crate::record::figures::orders::Stand;
use crate::record::figures::sums::{DispatchFigures, Given, Pile};
use crate::record::figures::waits::{Wait, WaitEnding};
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};
use crate::words::list::Set;
use crate::words::money::Money;

impl FiguresFold {
    /// Adds one event, with the command that brought it.
    pub(crate) fn note(&mut self, command: &Command, event: &Event) {
        match *event {
            Event::Accepted { order, deposit } => self.accept(command, order, deposit),
            Event::Dispatched { order, member, basis, counted, .. } => {
                self.give(command, order, (member, basis, counted));
            }
            Event::Held { order } => self.hold(command, order),
            Event::CameOff { order, member, tally } => self.come_off(order, member, tally),
            Event::Completed { order, member, due } => {
                let recorded = command.date;
                self.orders.complete(command, order, Completion { member, due, recorded });
                self.end(event, order);
                let pile = self.orders.get_mut(order).map(|open| open.pile());
                if let (Some(pile), Some(row)) = (pile, self.open.members.row(member)) {
                    row.completed.add(pile);
                }
                self.note_beside(event);
            }
            Event::Settled { order }
            | Event::Defaulted { order }
            | Event::Abandoned { order }
            | Event::Failed { order }
            | Event::CalledOff { order } => self.end(event, order),
            Event::Cancelled { order } => {
                self.waits.end(order, command.date, WaitEnding::Cancelled);
                self.end(event, order);
            }
            Event::Declined { .. }
            | Event::Resumed { .. }
            | Event::CauseFound { .. }
            | Event::Reassigned { .. }
            | Event::RunRaised { .. } => self.note_conduct(event),
            Event::DepositReturned { order, .. }
            | Event::DepositCounted { order, .. }
            | Event::DepositForfeited { order, .. } => self.note_deposit(event, order),
            _ => self.note_rare(command, event),
        }
    }

    /// Months, policies, registers, members and the blacklist.
    fn note_rare(&mut self, command: &Command, event: &Event) {
        match (*event, &command.act) {
            (Event::CapReached { member, cap, reach }, _) => self.reach_cap(member, cap, reach),
            (Event::MonthClosed { .. }, _) => self.close_month(),
            (Event::Suspended { member, scope, cap }, _) => self.suspend(member, scope, cap),
            (Event::MonthOpened { month }, _) => self.open_month(month),
            // A command adopts for its own month, whatever an event says.
            (Event::PolicyAdopted { .. }, Act::AdoptPolicy { month, policy }) => {
                self.pending.insert(*month, policy.caps);
            }
            (Event::PolicyInForce { month }, _) => {
                self.caps = self.pending.remove(&month).unwrap_or(self.caps);
                if let Some(month) = self.months.last_mut() {
                    month.caps = self.caps;
                }
            }
            (Event::StationOpened { .. }, _) => self.open.stations.register(),
            (Event::ItemListed { .. }, Act::ListItem { category, .. }) => {
                self.categories.push(*category);
                self.open.items.register();
                self.firms.list_item();
            }
            (Event::Admitted { .. }, Act::Admit(firm)) => {
                // One command admits one firm: a list is kept once.
                let is_first = !core::mem::replace(&mut self.pass.has_admitted, true);
                let offers = if is_first { firm.offers.clone() } else { Set::EMPTY };
                self.open.members.register();
                self.firms.admit(firm.category, offers);
            }
            (Event::OffersChanged { .. }, Act::ChangeOffers { member, offers }) => {
                self.firms.set_offers(*member, offers);
            }
            (Event::LeaveGranted { member }, _) => self.firms.set_on_leave(member, true),
            (Event::LeaveEnded { member }, _) => self.firms.set_on_leave(member, false),
            (Event::Withdrawn { member }, _) => self.firms.leave(member),
            (Event::Expelled { member, ground }, _) => self.expel(member, ground),
            (Event::CalendarAdopted, Act::AdoptCalendar(calendar)) => {
                self.calendar.clone_from(calendar);
            }
            (Event::Blacklisted { enterprise }, act) => self.blacklist(enterprise, act),
            (Event::BlacklistingLifted { enterprise }, _) => {
                self.open.span.lifted.push(enterprise);
            }
            _ => {}
        }
        self.note_beside(event);
    }

    /// What is only counted.
    fn note_beside(&mut self, event: &Event) {
        let is_short = matches!(event, Event::DutyShort { .. });
        self.open.span.house.note(event, self.pass.is_short);
        self.pass.is_short |= is_short;
    }

    fn accept(&mut self, command: &Command, order: OrderId, deposit: Money) {
        let Act::Accept(terms) = &command.act else { return };
        let accepted = Pile::one(terms.price.amount());
        if let Some(row) = self.open.items.row(terms.item) {
            row.orders.accepted.add(accepted);
        }
        if let Some(row) = self.open.stations.row(terms.station) {
            row.orders.accepted.add(accepted);
        }
        if !deposit.is_zero() {
            self.open.span.deposits.taken.add(Pile::one(deposit));
        }
        self.orders.accept(order, terms, deposit);
    }

    /// An order is given to a member.
    fn give(
        &mut self,
        command: &Command,
        order: OrderId,
        (member, basis, counted): (MemberId, Basis, Counted),
    ) {
        let Some(open) = self.orders.get_mut(order) else { return };
        (open.stand, open.given) = (Stand::Assigned, Some((member, basis)));
        let (item, station, amount) = (open.item, open.station, open.price.amount());
        let given = Given { amount, basis, counts: counted == Counted::Yes };
        self.each_row(member, item, station, |of| of.give(given));
        if basis != Basis::Designation {
            self.firms.turn(member, item);
        }
        let how = match basis {
            Basis::Designation => WaitEnding::Designated,
            _ => WaitEnding::Turn,
        };
        let waited = self.waits.end(order, command.date, how);
        if !waited && matches!(command.act, Act::Accept(_)) {
            self.given_at_once = self.given_at_once.saturating_add(1);
        }
        if self.pass.exiting
            && let Some(exit) = self.open.span.exits.last_mut()
        {
            exit.receivers.push(Receiver { member, orders: 1 });
        }
    }

    /// Nobody can have an order.
    fn hold(&mut self, command: &Command, order: OrderId) {
        let Some(open) = self.orders.get_mut(order) else { return };
        open.stand = Stand::Held;
        let (item, station, enterprise) = (open.item, open.station, open.enterprise);
        let since = Some(command.date);
        self.waits.begin(Wait { order, item, enterprise, since, end: None });
        if let Some(row) = self.open.items.row(item) {
            row.orders.held = row.orders.held.saturating_add(1);
        }
        if let Some(row) = self.open.stations.row(station) {
            row.orders.held = row.orders.held.saturating_add(1);
        }
        if self.pass.exiting
            && let Some(exit) = self.open.span.exits.last_mut()
        {
            exit.held = exit.held.saturating_add(1);
        }
    }

    /// An order comes off a member; off the tallies only what the figures have in them.
    fn come_off(&mut self, order: OrderId, member: MemberId, tally: TallyEffect) {
        let Some(open) = self.orders.get_mut(order) else { return };
        open.stand = Stand::Between;
        let (item, station, amount) = (open.item, open.station, open.price.amount());
        let given = open.given.take().filter(|(had, _)| *had == member);
        if let (TallyEffect::ComesOff, Some((_, basis))) = (tally, given) {
            let given = Given { amount, basis, counts: true };
            self.each_row(member, item, station, |of| of.take_off(given));
        }
    }

    /// Counts a giving where it belongs.
    fn each_row(
        &mut self,
        member: MemberId,
        item: ItemId,
        station: StationId,
        count: impl Fn(&mut DispatchFigures),
    ) {
        let is_item = item.index() < self.open.items.registered();
        if let Some(row) = self.open.members.row(member).filter(|_| is_item) {
            count(&mut row.dispatched);
            count(self.open.cells.entry((member, item)).or_default());
        }
        if let Some(row) = self.open.items.row(item) {
            count(&mut row.orders.dispatched);
        }
        if let Some(row) = self.open.stations.row(station) {
            count(&mut row.orders.dispatched);
        }
    }

    /// An order ends, or is completed.
    fn end(&mut self, event: &Event, order: OrderId) {
        let Some(open) = self.orders.get_mut(order) else { return };
        let ends = &mut self.open.span.ends;
        match event {
            Event::Completed { .. } => &mut ends.completed,
            Event::Settled { .. } => &mut ends.settled,
            Event::Defaulted { .. } => &mut ends.defaulted,
            Event::Abandoned { .. } => {
                if matches!(open.stand, Stand::Declined) {
                    let walked_away = &mut self.open.span.declines.walked_away;
                    *walked_away = walked_away.saturating_add(1);
                }
                &mut ends.abandoned
            }
            Event::Failed { .. } => &mut ends.failed,
            Event::CalledOff { .. } => &mut ends.called_off,
            Event::Cancelled { .. } => &mut ends.cancelled,
            _ => return,
        }
        .add(open.pile());
    }

    /// What becomes of a deposit.
    fn note_deposit(&mut self, event: &Event, order: OrderId) {
        let Some(open) = self.orders.get_mut(order) else { return };
        let amount = core::mem::take(&mut open.deposit);
        let deposits = &mut self.open.span.deposits;
        let pile = match event {
            Event::DepositReturned { .. } => &mut deposits.returned,
            Event::DepositCounted { .. } => &mut deposits.counted,
            _ => &mut deposits.forfeited,
        };
        if !amount.is_zero() {
            pile.add(Pile::one(amount));
        }
    }

    /// Orders that members decline, or that are taken from them.
    fn note_conduct(&mut self, event: &Event) {
        let declines = &mut self.open.span.declines;
        let (figure, order, stand) = match *event {
            Event::Declined { order, member, cause } => {
                let row = self.open.members.row(member);
                let (all, own, stand) = match cause {
                    Cause::Justified => (
                        &mut declines.with_cause,
                        row.map(|row| &mut row.declined_with_cause),
                        Stand::Between,
                    ),
                    Cause::None => (
                        &mut declines.without_cause,
                        row.map(|row| &mut row.declined_without_cause),
                        Stand::Declined,
                    ),
                };
                if let Some(own) = own {
                    *own = own.saturating_add(1);
                }
                (all, order, stand)
            }
            Event::Resumed { order, .. } => (&mut declines.complied, order, Stand::Assigned),
            Event::CauseFound { order, .. } => (&mut declines.cause_found, order, Stand::Between),
            _ => return self.note_reassignment(event),
        };
        *figure = figure.saturating_add(1);
        if let Some(open) = self.orders.get_mut(order) {
            open.stand = stand;
        }
    }

    /// An order was taken from a lagging member: it is told whole once the run is raised.
    fn note_reassignment(&mut self, event: &Event) {
        let Event::RunRaised { order, member: from, run } = *event else { return };
        let given = self.orders.get_mut(order).and_then(|open| open.given);
        let Some((to, basis)) = given else { return };
        let of = ReassignmentFigures { order, from, to, basis, run, exits: false };
        self.open.span.reassignments.push(of);
        if let Some(row) = self.open.members.row(from) {
            row.reassigned = row.reassigned.saturating_add(1);
        }
    }

    /// A member has to leave; its open orders follow.
    fn expel(&mut self, member: MemberId, ground: Ground) {
        self.firms.leave(member);
        self.pass.exiting = true;
        let span = &mut self.open.span;
        let (receivers, held) = (Vec::new(), 0);
        span.exits.push(ExitFigures { member, ground, receivers, held });
        match ground {
            Ground::DeclinedWithoutCause => {
                let count = &mut span.declines.did_not_comply;
                *count = count.saturating_add(1);
            }
            Ground::ReassignedInARow => {
                if let Some(last) = span.reassignments.last_mut().filter(|of| of.from == member) {
                    last.exits = true;
                }
            }
            _ => {}
        }
    }

    fn blacklist(&mut self, enterprise: EnterpriseId, act: &Act) {
        let (order, abandoned) = match *act {
            Act::Abandon { order } => (order, true),
            Act::RecordDefault { order } => (order, false),
            _ => return,
        };
        self.open.span.blacklisted.push(Blacklisted { enterprise, order, abandoned });
    }
}
