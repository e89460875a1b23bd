//! The fold of what becomes of orders after they were given: which are open, whose fees and
//! deposits are out, and what each event adds to its month.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use paidan::{Act, Cause, Command, Date, DueDate, Event, Ground, Money, OrderId};

use super::figures::Terms;
use super::life::{AtEnd, Blacklisted, Exit, LifeFigures, Reassigned};

/// The orders that have not ended, by what they wait for.
#[derive(Debug, Default)]
pub struct Lives {
    /// With a member, or declined by it; what each comes to.
    open: BTreeMap<OrderId, Money>,
    /// Those that were declined without cause.
    declined: BTreeSet<OrderId>,
    fees: BTreeMap<OrderId, Fee>,
    deposits: BTreeMap<OrderId, Money>,
    /// Whether the command that is read made a member exit already.
    exiting: bool,
}

/// A fee that was not paid yet.
#[derive(Clone, Copy, Debug)]
struct Fee {
    due: DueDate,
    /// When the completion was recorded.
    recorded: Date,
    /// What remains of it beside the deposit.
    rest: Money,
}

impl Lives {
    /// A new command begins.
    pub fn begin(&mut self) {
        self.exiting = false;
    }

    /// Where orders stand at the end of a day.
    pub fn at_end_of(&self, day: NaiveDate) -> AtEnd {
        let is_overdue = |fee: &&Fee| fee.due.naive() < day && fee.recorded.naive() < day;
        AtEnd {
            open: self.open.values().copied().collect(),
            unpaid: self.fees.values().map(|fee| fee.rest).collect(),
            overdue: self.fees.values().filter(is_overdue).map(|fee| fee.rest).collect(),
            deposits: self.deposits.values().copied().collect(),
        }
    }

    /// Adds an event that is about one order, with its terms.
    pub fn order(
        &mut self,
        life: &mut LifeFigures,
        command: &Command,
        event: &Event,
        of: (OrderId, Terms),
    ) {
        let (order, terms) = of;
        let price = terms.price.amount();
        match *event {
            Event::Dispatched { .. } => {
                self.open.insert(order, price);
            }
            Event::CameOff { .. } => {
                self.open.remove(&order);
                if self.exiting {
                    self.declined.remove(&order);
                }
            }
            Event::Completed { due, .. } => {
                self.open.remove(&order);
                life.completed.add(price);
                let deposit = self.deposits.get(&order).copied().unwrap_or_default();
                let (recorded, rest) = (command.date, price.above(deposit));
                self.fees.insert(order, Fee { due, recorded, rest });
            }
            Event::Settled { .. } => {
                self.fees.remove(&order);
                life.settled.add(price);
            }
            Event::Defaulted { .. } => {
                self.fees.remove(&order);
                life.defaulted.add(price);
            }
            Event::Abandoned { .. } => {
                self.open.remove(&order);
                life.abandoned.add(price);
                life.declines.walked_away += u64::from(self.declined.remove(&order));
            }
            Event::Failed { .. } => {
                self.open.remove(&order);
                life.failed.add(price);
            }
            Event::CalledOff { .. } => life.called_off.add(price),
            _ => self.deposit(life, event, order),
        }
        self.passing_on(life, event, order);
    }

    /// What becomes of a deposit.
    fn deposit(&mut self, life: &mut LifeFigures, event: &Event, order: OrderId) {
        let deposits = &mut life.deposits;
        let pile = match *event {
            Event::Accepted { deposit, .. } if !deposit.is_zero() => {
                self.deposits.insert(order, deposit);
                deposits.taken.add(deposit);
                return;
            }
            Event::DepositReturned { .. } => &mut deposits.returned,
            Event::DepositCounted { .. } => &mut deposits.counted,
            Event::DepositForfeited { .. } => &mut deposits.forfeited,
            _ => return,
        };
        if let Some(amount) = self.deposits.remove(&order) {
            pile.add(amount);
        }
    }

    /// How an order goes from one member to another: declined, taken from it, or as it exits.
    fn passing_on(&mut self, life: &mut LifeFigures, event: &Event, order: OrderId) {
        match *event {
            Event::Declined { cause: Cause::None, .. } => {
                self.declined.insert(order);
                life.declines.without += 1;
            }
            Event::Declined { cause: Cause::Justified, .. } => life.declines.with_cause += 1,
            Event::Resumed { .. } => {
                self.declined.remove(&order);
                life.declines.complied += 1;
            }
            Event::CauseFound { .. } => {
                self.declined.remove(&order);
                life.declines.cause_found += 1;
            }
            Event::Reassigned { from, .. } => {
                let (given, run, exits) = (None, 0, false);
                life.reassigned.push(Reassigned { order, from, given, run, exits });
            }
            Event::Dispatched { member, basis, .. } => {
                if self.exiting
                    && let Some(exit) = life.exits.last_mut()
                {
                    *exit.given.entry(member).or_default() += 1;
                } else if let Some(last) = life.reassigned.last_mut()
                    && last.order == order
                    && last.given.is_none()
                {
                    last.given = Some((member, basis));
                }
            }
            Event::Held { .. } if self.exiting => {
                if let Some(exit) = life.exits.last_mut() {
                    exit.held += 1;
                }
            }
            _ => {}
        }
    }

    /// Adds an event that is about a member or an enterprise.
    pub fn conduct(&mut self, life: &mut LifeFigures, command: &Command, event: &Event) {
        match *event {
            Event::RunRaised { run, .. } => {
                if let Some(last) = life.reassigned.last_mut() {
                    last.run = run;
                }
            }
            Event::Expelled { member, ground } => {
                self.exiting = true;
                life.exits.push(Exit { member, ground, given: BTreeMap::new(), held: 0 });
                if ground == Ground::ReassignedInARow
                    && let Some(last) = life.reassigned.last_mut()
                {
                    last.exits = true;
                }
                life.declines.did_not_comply += u64::from(ground == Ground::DeclinedWithoutCause);
            }
            Event::Blacklisted { enterprise } => {
                let (order, abandoned) = match command.act {
                    Act::Abandon { order } => (order, true),
                    Act::RecordDefault { order } => (order, false),
                    _ => return,
                };
                life.blacklisted.push(Blacklisted { enterprise, order, abandoned });
            }
            Event::BlacklistingLifted { enterprise } => life.lifted.push(enterprise),
            _ => {}
        }
    }
}

/// The order that an event is about, if it is about one.
pub fn order_of(event: &Event) -> Option<OrderId> {
    match *event {
        Event::Accepted { order, .. }
        | Event::Dispatched { order, .. }
        | Event::Held { order }
        | Event::CameOff { order, .. }
        | Event::Declined { order, .. }
        | Event::CauseFound { order, .. }
        | Event::Reassigned { order, .. }
        | Event::Resumed { order, .. }
        | Event::Completed { order, .. }
        | Event::Settled { order }
        | Event::Defaulted { order }
        | Event::Abandoned { order }
        | Event::Failed { order }
        | Event::Cancelled { order }
        | Event::CalledOff { order }
        | Event::DepositCounted { order, .. }
        | Event::DepositForfeited { order, .. }
        | Event::DepositReturned { order, .. } => Some(order),
        _ => None,
    }
}

/// The last day of the month before a date.
pub fn last_day_before_month_of(date: Date) -> NaiveDate {
    use chrono::Datelike;
    let first = date.naive().with_day(1).unwrap_or(date.naive());
    first.pred_opt().unwrap_or(first)
}
