//! The only code that changes an alliance. It holds no rule: a command brings the facts, an event
//! the conclusion.

use crate::alliance::Alliance;
use crate::facts::cap::{CapFigures, Suspension, TallyEffect};
use crate::facts::command::{Act, Command};
use crate::facts::event::Event;
use crate::facts::finding::Cause;
use crate::facts::member::Category;
use crate::facts::order::{Barred, Basis, Completion, Counted, Giving, Motion, Moved, Place};
use crate::facts::policy::CapScope;
use crate::rules::eligibility;
use crate::words::date::{Date, Month};
use crate::words::id::{ItemId, MemberId, OrderId};
use crate::words::list::Set;
use crate::words::money::Money;

mod registers;

impl Alliance {
    /// The command is accepted and written.
    pub(crate) fn close_entry(&mut self, command: &Command) {
        self.position = self.next_position();
        self.date = Some(command.date);
    }

    /// Carries one conclusion out. Where one is concluded its name is known, and with it the arm.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "looking for the arm would take a tenth of a step")]
    #[rustfmt::skip] // So that each family of conclusions stands together.
    pub(crate) fn apply_event(&mut self, command: &Command, event: &Event) {
        match *event {
            Event::Accepted { order, deposit } => self.open_record(command, order, deposit),
            Event::Dispatched { order, member, basis, motion, counted } => {
                self.give(command.date, order, member, basis, motion, counted);
            }
            Event::Held { order } => self.docket.hold(order),
            Event::CameOff { order, member, tally } => self.come_off(order, member, tally),
            Event::Barred { order, member, by } => self.docket.bar(order, Barred { member, by }),
            Event::WentBack { order, member, place } => self.send_back(order, member, place),
            Event::BarLifted { order, member } => self.lift_bar(order, member),
            Event::Declined { order, cause: Cause::None, .. } => {
                self.docket.set_declined(order, true);
            }
            Event::Resumed { order, .. } => self.docket.set_declined(order, false),
            Event::Completed { order, member, due } => {
                let recorded = command.date;
                self.docket.complete(order, Completion { member, due, recorded });
            }
            Event::Settled { .. }
            | Event::Defaulted { .. }
            | Event::Abandoned { .. }
            | Event::Failed { .. }
            | Event::Cancelled { .. }
            | Event::CalledOff { .. } => {
                if let Some((order, end)) = event.ends() {
                    self.docket.end(order, end);
                }
            }
            Event::MonthClosed { .. } | Event::Suspended { .. } | Event::MonthOpened { .. }
            | Event::PolicyAdopted { .. } | Event::PolicyInForce { .. } => {
                self.apply_to_month(command, event);
            }
            Event::StationOpened { .. } | Event::ItemListed { .. } | Event::MenuPriceSet { .. }
            | Event::EnterpriseRegistered { .. } | Event::Admitted { .. }
            | Event::StationClosed { .. } | Event::StationReopened { .. }
            | Event::ItemDelisted { .. } | Event::ItemRelisted { .. } | Event::Renamed { .. }
            | Event::Blacklisted { .. } | Event::BlacklistingLifted { .. }
            | Event::CalendarAdopted => self.apply_to_registers(command, event),
            Event::OffersChanged { .. } | Event::Withdrawn { .. } | Event::Expelled { .. }
            | Event::LeaveGranted { .. } | Event::LeaveEnded { .. } | Event::LeftLine { .. }
            | Event::JoinedLine { .. } | Event::RankingPublished { .. } | Event::LineSorted { .. }
            | Event::RunRaised { .. } | Event::RunEnded { .. } | Event::RunsReset { .. }
            | Event::Notified { .. } | Event::SeatTaken { .. } | Event::SeatVacated { .. }
            | Event::BreachRecorded { .. } => self.apply_to_members(command, event),
            // These tell of figures that were found, of a deposit that goes with its order, of what the
            // events after them carry out, or of what stands in the ledger only.
            Event::CapReached { .. } | Event::Declined { .. } | Event::CauseFound { .. }
            | Event::Reassigned { .. } | Event::FeedbackRecorded { .. }
            | Event::DutyPublished { .. } | Event::DutyShort { .. }
            | Event::TrainingRecorded { .. } | Event::ConsultationRecorded { .. }
            | Event::TurnedAway { .. } | Event::DepositReturned { .. }
            | Event::DepositCounted { .. } | Event::DepositForfeited { .. } => {}
        }
    }

    /// Carries out a conclusion on the month and the policy.
    fn apply_to_month(&mut self, command: &Command, event: &Event) {
        match *event {
            Event::MonthClosed { .. } => self.end_suspensions(),
            Event::Suspended { member, scope, cap } => self.suspend(member, scope, cap),
            Event::MonthOpened { .. } => self.tally.clear(),
            Event::PolicyAdopted { month } => self.adopt(command, month),
            Event::PolicyInForce { month } => self.enforce(month),
            _ => {}
        }
    }

    /// Makes a member ready for what it offers and is not suspended from.
    pub(crate) fn make_ready(&mut self, member: MemberId) {
        let offers = self.offers_of(member);
        self.refresh(member, offers.as_slice());
    }

    fn offers_of(&self, member: MemberId) -> Set<ItemId> {
        self.roster.member(member).map(|member| member.offers.clone()).unwrap_or_default()
    }

    /// Makes a member ready for just those of these items that it offers and is not suspended
    /// from, in the lines in which it stands.
    fn refresh(&mut self, member: MemberId, items: &[ItemId]) {
        for &item in items {
            let Some(category) = self.registry.item(item).map(|item| item.category) else {
                continue;
            };
            let is_ready = !self.roster.is_on_leave(member)
                && self.roster.offers_item(member, item)
                && self.suspensions.of(member, item).is_none();
            self.lines.of_mut(category).set_ready(member, item, is_ready);
        }
    }

    /// The suspensions of the month that ends are over.
    fn end_suspensions(&mut self) {
        for suspension in self.suspensions.end_all() {
            self.refresh_suspended(suspension);
        }
    }

    /// A member is suspended from every item, or from the one of its cap.
    fn suspend(&mut self, member: MemberId, scope: CapScope, cap: CapFigures) {
        let item = cap.suspends_from(scope);
        self.add_suspension(Suspension { member, item, cap: Some(cap) });
    }

    /// Puts a suspension in force.
    pub(crate) fn add_suspension(&mut self, suspension: Suspension) {
        self.suspensions.add(suspension);
        self.refresh_suspended(suspension);
    }

    /// Makes a member ready or not for what a suspension is from.
    fn refresh_suspended(&mut self, suspension: Suspension) {
        match suspension.item {
            Some(item) => self.refresh(suspension.member, &[item]),
            None => self.make_ready(suspension.member),
        }
    }

    /// Notes a policy for its month.
    fn adopt(&mut self, command: &Command, month: Month) {
        if let Act::AdoptPolicy { policy, .. } = &command.act {
            self.pending.insert(month, (**policy).clone());
        }
    }

    /// The policy of a month comes into force.
    fn enforce(&mut self, month: Month) {
        if let Some(policy) = self.pending.remove(&month) {
            self.policy = policy;
            self.lines.follow(self.policy.turn);
        }
    }

    /// A firm is no longer barred from an order because it declined it, under any of its ids.
    fn lift_bar(&mut self, order: OrderId, member: MemberId) {
        let roster = &self.roster;
        self.docket.lift_bars(order, |of| eligibility::is_declined_by(roster, of, member));
    }

    /// Opens the record of the order that the command brings.
    #[inline]
    fn open_record(&mut self, command: &Command, order: OrderId, deposit: Money) {
        if let Act::Accept(terms) = &command.act {
            let asked = &self.policy.conditions;
            self.docket.open(order, |record| {
                record.terms.fill(terms);
                // Conditions that nobody asked for are ignored, and not kept.
                if !terms.conditions.is_empty() {
                    record.terms.conditions = asked.clone();
                }
                record.submitted = command.date;
                record.deposit = deposit;
            });
        }
    }

    /// Gives an order to a member: moves the line of its item, notes the giving in the record and,
    /// if it counts, in the tallies.
    // The parts of a giving come one by one: one to be changed would be put in memory, and waited for.
    #[inline]
    fn give(
        &mut self,
        on: Date,
        order: OrderId,
        member: MemberId,
        basis: Basis,
        motion: Motion,
        counted: Counted,
    ) {
        let Some((slot, record)) = self.docket.slot_of(order) else { return };
        let (item, price) = (record.terms.item, record.terms.price.amount());
        let counted = record.counted.unwrap_or(counted);
        let moved = self.move_line(item, member, motion);
        self.docket.give(slot, Giving { member, on, basis, moved }, counted);
        if counted == Counted::Yes {
            self.tally.add(member, item, 1, price);
        }
    }

    /// Moves the line of an item as a giving asks; says where the member went.
    #[inline]
    fn move_line(&mut self, item: ItemId, member: MemberId, motion: Motion) -> Option<Moved> {
        if motion == Motion::Stays {
            return None;
        }
        let line = self.lines.of_mut(self.registry.item(item)?.category);
        if motion == Motion::CursorPast {
            line.cursor_past(member);
            return None;
        }
        line.send_to_end(member, self.roster.offers(member))
    }

    /// Takes an order off its member.
    fn come_off(&mut self, order: OrderId, member: MemberId, tally: TallyEffect) {
        if let Some(record) = self.docket.record(order)
            && tally == TallyEffect::ComesOff
        {
            self.tally.remove(member, record.terms.item, record.terms.price.amount());
        }
        self.docket.come_off(order);
    }

    /// Sends a member back to a place in the line of an order's item.
    fn send_back(&mut self, order: OrderId, member: MemberId, place: Place) {
        if let Some(category) = self.category_of(order) {
            let (line, roster) = (self.lines.of_mut(category), &self.roster);
            line.send_back(member, place, |member| roster.offers(member));
        }
    }

    /// The category of the item of an order.
    fn category_of(&self, order: OrderId) -> Option<Category> {
        let record = self.docket.record(order)?;
        self.registry.item(record.terms.item).map(|item| item.category)
    }
}
