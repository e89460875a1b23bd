//! The orders that have not ended.

use crate::facts::calendar::Calendar;
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
    /// Accepted, or just come off a member: it is given next, or held; or it ended.
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

    /// It ended, and is in no figure of what is open.
    fn over(&mut self) {
        (self.stand, self.deposit) = (Stand::Between, Money::ZERO);
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

/// All of them, by their ids, which are dense: one out of turn is no order of a record, and is not
/// counted. What is kept of one that ended is its place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Orders {
    /// Where each order ever accepted stands among those that are open; `NONE` of one that ended.
    places: Vec<u32>,
    open: Vec<Open>,
    /// Places among the open that an order had that ended.
    free: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Orders {
    /// Those of a state in which so many were ever accepted.
    pub(crate) fn of<'a>(
        accepted: usize,
        records: impl Iterator<Item = (OrderId, &'a OrderRecord)>,
    ) -> Self {
        let mut orders = Self { places: vec![NONE; accepted], ..Self::default() };
        for (order, record) in records {
            let place = orders.put(record.into());
            if let Some(known) = orders.places.get_mut(order.index()) {
                *known = place;
            }
        }
        orders
    }

    /// Puts an order among the open; says where.
    fn put(&mut self, open: Open) -> u32 {
        if let Some(place) = self.free.pop()
            && let Some(free) = self.open.get_mut(place as usize)
        {
            *free = open;
            return place;
        }
        self.open.push(open);
        u32::try_from(self.open.len().saturating_sub(1)).unwrap_or(NONE)
    }

    /// The next order comes in; says whether it is the next.
    pub(crate) fn accept(&mut self, order: OrderId, terms: &Order, deposit: Money) -> bool {
        let is_next = order.index() == self.places.len();
        if is_next {
            let place = self.put(Open::new(terms, deposit));
            self.places.push(place);
        }
        is_next
    }

    pub(crate) fn get_mut(&mut self, order: OrderId) -> Option<&mut Open> {
        self.open.get_mut(*self.places.get(order.index())? as usize)
    }

    /// Forgets what an outcome ended.
    pub(crate) fn end(&mut self, outcome: &Outcome) {
        for event in &outcome.events {
            let ended = event.ends().and_then(|(order, _)| self.places.get_mut(order.index()));
            let Some(place) = ended.map(|place| core::mem::replace(place, NONE)) else { continue };
            if let Some(open) = self.open.get_mut(place as usize) {
                open.over();
                self.free.push(place);
            }
        }
    }

    /// Where they stand on a day, by the calendar in force.
    pub(crate) fn at_end_of(&self, day: Date, calendar: &Calendar) -> AtEnd {
        let mut at_end = AtEnd::default();
        for open in &self.open {
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
