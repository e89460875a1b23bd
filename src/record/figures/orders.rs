//! The orders that have not ended.

use alloc::collections::BTreeMap;

use crate::facts::calendar::Calendar;
use crate::facts::command::Command;
use crate::facts::order::{Basis, Completion, Order, OrderRecord, OrderState};
use crate::facts::outcome::Outcome;
use crate::record::figures::span::AtEnd;
use crate::record::figures::sums::Pile;
use crate::rules::settlement;
use crate::words::date::Date;
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};
use crate::words::money::{Money, Price};

/// What later events leave out of an order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Open {
    pub(crate) station: StationId,
    pub(crate) item: ItemId,
    pub(crate) enterprise: EnterpriseId,
    pub(crate) price: Price,
    pub(crate) deposit: Money,
    pub(crate) stand: Stand,
    /// How it was given last, if that is on record here.
    pub(crate) given: Option<(MemberId, Basis)>,
}

/// Where an order stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stand {
    /// Accepted, or just come off a member: it is given next, or held.
    Between,
    Held,
    Assigned,
    Declined,
    Completed(Completion),
}

impl Open {
    pub(crate) fn new(terms: &Order, deposit: Money) -> Self {
        let Order { station, item, enterprise, price, .. } = *terms;
        Self { station, item, enterprise, price, deposit, stand: Stand::Between, given: None }
    }

    /// The order, with its price.
    pub(crate) fn pile(&self) -> Pile {
        Pile::one(self.price.amount())
    }
}

impl From<&OrderRecord> for Open {
    fn from(record: &OrderRecord) -> Self {
        let stand = match record.state {
            OrderState::Held => Stand::Held,
            OrderState::Assigned(_) => Stand::Assigned,
            OrderState::Declined(_) => Stand::Declined,
            OrderState::Completed(of) => Stand::Completed(of),
        };
        Self { stand, ..Self::new(&record.terms, record.deposit) }
    }
}

/// All of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Orders(BTreeMap<OrderId, Open>);

impl Orders {
    pub(crate) fn of<'a>(records: impl Iterator<Item = (OrderId, &'a OrderRecord)>) -> Self {
        Self(records.map(|(order, record)| (order, record.into())).collect())
    }

    pub(crate) fn accept(&mut self, order: OrderId, terms: &Order, deposit: Money) {
        self.0.insert(order, Open::new(terms, deposit));
    }

    pub(crate) fn get_mut(&mut self, order: OrderId) -> Option<&mut Open> {
        self.0.get_mut(&order)
    }

    /// An order is completed; the fee is due.
    pub(crate) fn complete(&mut self, command: &Command, order: OrderId, of: Completion) {
        if let Some(open) = self.0.get_mut(&order) {
            open.stand = Stand::Completed(Completion { recorded: command.date, ..of });
        }
    }

    /// Forgets what an outcome ended.
    pub(crate) fn end(&mut self, outcome: &Outcome) {
        for event in &outcome.events {
            if let Some((order, _)) = event.ends() {
                self.0.remove(&order);
            }
        }
    }

    /// Where they stand on a day, by the calendar in force.
    pub(crate) fn at_end_of(&self, day: Date, calendar: &Calendar) -> AtEnd {
        let mut at_end = AtEnd::default();
        for open in self.0.values() {
            match open.stand {
                Stand::Between => {}
                Stand::Held => at_end.held.add(open.pile()),
                Stand::Assigned | Stand::Declined => at_end.open.add(open.pile()),
                Stand::Completed(completion) => {
                    let rest = Pile::one(settlement::remains(open.price, open.deposit));
                    at_end.unpaid.add(rest);
                    if settlement::is_overdue(calendar, &completion, day) {
                        at_end.overdue.add(rest);
                    }
                }
            }
            if !open.deposit.is_zero() {
                at_end.deposits.add(Pile::one(open.deposit));
            }
        }
        at_end
    }
}
