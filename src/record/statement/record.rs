//! What each event of the month adds to the statement.

use crate::facts::cap::CapFigures;
use crate::facts::command::Command;
use crate::facts::event::Event;
use crate::record::statement::entries::{ReachedEntry, ShareEntry, SuspensionEntry};
use crate::record::statement::{Stage, StatementFold};
use crate::words::id::ItemId;

mod house;
mod members;
mod orders;

impl StatementFold {
    /// The month begins or ends with some events.
    pub(crate) fn turn(&mut self, event: &Event) {
        let wanted = self.statement.month;
        match (*event, self.stage) {
            (Event::MonthOpened { month }, Stage::Before) if month == wanted => {
                self.stage = Stage::During;
            }
            (Event::MonthClosed { .. }, Stage::During) => {
                self.take_stock();
                self.statement.is_closed = true;
                self.stage = Stage::Closed;
            }
            (Event::MonthOpened { .. }, Stage::Closed) => self.stage = Stage::After,
            _ => {}
        }
    }

    /// How things stand at the end of the month.
    pub(crate) fn take_stock(&mut self) {
        self.statement.names = self.known.names.clone();
        for customer in self.statement.customers() {
            self.known.name_anew(customer);
        }
        self.statement.caps = self.known.policy.caps;
        self.statement.ranked = self.known.ranked;
        self.statement.lines = self.known.lines();
        self.statement.held = self.known.held();
        self.statement.shares = self.shares();
        self.statement.indicator = self.indicator.clone().finish();
        self.statement.feedback = self.feedback.clone().finish();
    }

    /// Every share, by item, then member, the amounts last.
    fn shares(&self) -> Vec<ShareEntry> {
        let (mut items, mut amounts) = (Vec::<(ItemId, ShareEntry)>::new(), Vec::new());
        for member in self.tally.members() {
            for (item, own) in self.tally.items_of(member) {
                let whole = self.tally.orders_for(item);
                let figures = CapFigures::Item { item, own, whole };
                items.push((item, ShareEntry { member, figures }));
            }
            let (own, whole) = (self.tally.amount_of(member), self.tally.amount());
            amounts.push(ShareEntry { member, figures: CapFigures::Amount { own, whole } });
        }
        items.sort_by_key(|(item, share)| (*item, share.member));
        items.into_iter().map(|(_, share)| share).chain(amounts).collect()
    }

    /// Adds what an event says to its list.
    pub(crate) fn record(&mut self, command: &Command, event: &Event) {
        match *event {
            Event::CapReached { member, cap, reach } => {
                self.statement.reached.push(ReachedEntry { member, cap, reach });
            }
            Event::Suspended { member, scope, cap } => {
                self.statement.suspensions.push(SuspensionEntry { member, scope, cap });
            }
            _ => {
                self.record_of_orders(command, event);
                self.record_of_members(command, event);
                self.record_of_house(command, event);
                self.record_of_registers(command, event);
            }
        }
    }
}
