//! The fold: what the decisions of a year add up to, from the commands and their outcomes alone.

use std::collections::BTreeMap;

use paidan::{
    Act, Basis, CapScope, Command, Counted, Date, EnterpriseId, Event, ItemId, Month, Order,
    OrderId, Policy, Price, Publication,
};

use super::Decision;
use super::month::{Given, MonthFigures, Reached};
use super::names::Names;
use super::waits::{Ending, Waits};

/// What a year adds up to, as far as it is read.
#[derive(Debug)]
pub struct Figures {
    pub names: Names,
    pub months: Vec<MonthFigures>,
    pub waits: Waits,
    /// Commands that were accepted.
    pub accepted: u64,
    /// Commands that were refused, by code.
    pub refused: BTreeMap<&'static str, u64>,
    /// The date of the last accepted command.
    pub last: Option<Date>,
    /// Of every order what later events leave out, in the order of the ids.
    orders: Vec<Terms>,
    policy: Policy,
    pending: BTreeMap<Month, Policy>,
}

/// What is asked of an order later.
#[derive(Clone, Copy, Debug)]
struct Terms {
    item: ItemId,
    enterprise: EnterpriseId,
    price: Price,
}

impl Figures {
    /// Nothing yet, under the policy the alliance begins with.
    pub fn new(policy: &Policy) -> Self {
        Self {
            names: Names::default(),
            months: Vec::new(),
            waits: Waits::default(),
            accepted: 0,
            refused: BTreeMap::new(),
            last: None,
            orders: Vec::new(),
            policy: policy.clone(),
            pending: BTreeMap::new(),
        }
    }

    /// Adds one command and what became of it.
    pub fn note(&mut self, command: &Command, decision: &Decision) {
        match decision {
            Ok(outcome) => {
                self.accepted += 1;
                self.last = Some(outcome.date);
                self.names.note(command, outcome);
                for event in &outcome.events {
                    self.event(command, event);
                }
            }
            Err(refusal) => {
                *self.refused.entry(refusal.code()).or_default() += 1;
                if let Some(month) = self.months.last_mut() {
                    *month.refused.entry(refusal.code()).or_default() += 1;
                }
            }
        }
    }

    fn event(&mut self, command: &Command, event: &Event) {
        match *event {
            Event::MonthOpened { month } => {
                let mut opened = MonthFigures::new(month, self.policy.caps);
                if self.months.is_empty() {
                    opened.policy.extend(in_words(&self.policy));
                }
                self.months.push(opened);
            }
            Event::PolicyAdopted { month } => self.adopted(command, month),
            Event::PolicyInForce { month } => self.in_force(month),
            Event::Accepted { order, .. } => self.order_accepted(command, order),
            Event::Dispatched { order, member, basis, counted, .. } => {
                let Some(&Terms { item, price, .. }) = self.orders.get(order.index()) else {
                    return;
                };
                let ending = match basis {
                    Basis::Designation => Ending::Designated,
                    _ => Ending::Turn,
                };
                self.waits.end(order, command.date, ending);
                let counts = counted == Counted::Yes;
                self.with_month(|month| {
                    month.give(Given { member, item, amount: price.amount(), basis, counts });
                });
            }
            Event::Held { order } => {
                let Some(&Terms { item, enterprise, .. }) = self.orders.get(order.index()) else {
                    return;
                };
                self.waits.begin(order, item, enterprise, command.date);
                self.with_month(|month| month.item(item).held += 1);
            }
            Event::Cancelled { order } => {
                self.waits.end(order, command.date, Ending::Cancelled);
            }
            _ => self.event_of_members(event),
        }
    }

    fn event_of_members(&mut self, event: &Event) {
        self.with_month(|month| match *event {
            Event::CapReached { member, cap, reach } => {
                month.reached.push(Reached { member, cap, reach, suspended: None });
            }
            Event::MonthClosed { .. } => month.is_closed = true,
            Event::Suspended { member, scope, cap } => month.suspend(member, scope, cap),
            Event::Admitted { .. } => month.tell("member admitted", "members admitted"),
            Event::Withdrawn { .. } => month.tell("member withdrew", "members withdrew"),
            Event::OffersChanged { .. } => month.tell("offer changed", "offers changed"),
            Event::MenuPriceSet { .. } => month.tell("menu price set", "menu prices set"),
            Event::EnterpriseRegistered { .. } => {
                month.tell("enterprise registered", "enterprises registered");
            }
            Event::RankingPublished { publication: Publication::First, .. } => {
                month.tell("ranking published", "rankings published");
            }
            Event::RankingPublished { publication: Publication::Correction, .. } => {
                month.tell("ranking corrected", "rankings corrected");
            }
            _ => {}
        });
    }

    fn with_month(&mut self, change: impl FnOnce(&mut MonthFigures)) {
        if let Some(month) = self.months.last_mut() {
            change(month);
        }
    }

    fn adopted(&mut self, command: &Command, month: Month) {
        if let Act::AdoptPolicy { policy, .. } = &command.act {
            self.pending.insert(month, Policy::clone(policy));
        }
        self.with_month(|open| open.policy.push(format!("policy adopted for {month}")));
    }

    fn in_force(&mut self, month: Month) {
        if let Some(policy) = self.pending.remove(&month) {
            self.policy = policy;
        }
        let caps = self.policy.caps;
        let words = in_words(&self.policy);
        self.with_month(|open| {
            open.caps = caps;
            open.policy.push("a new policy is in force".into());
            open.policy.extend(words);
        });
    }

    fn order_accepted(&mut self, command: &Command, order: OrderId) {
        let Act::Accept(Order { item, enterprise, price, .. }) = command.act else { return };
        // Ids are dense: the next order is the next of the list.
        debug_assert_eq!(order.index(), self.orders.len());
        self.orders.push(Terms { item, enterprise, price });
        self.with_month(|month| month.item(item).accepted += 1);
    }
}

/// What a policy says of the caps, and how many conditions it has.
fn in_words(policy: &Policy) -> [String; 2] {
    let caps = policy.caps;
    let at_least = |least: u32| match least {
        1 => String::new(),
        _ => format!(" where there are {least} or more"),
    };
    let scope = match caps.scope {
        CapScope::Member => "a cap suspends from all items",
        CapScope::Item => "a cap of an item suspends from that item",
    };
    let conditions = policy.conditions.as_slice().len();
    [
        format!(
            "caps: {} of an item's orders{}, {} of the amount of all orders{}",
            caps.item_share,
            at_least(caps.item_min_orders.get()),
            caps.amount_share,
            at_least(caps.amount_min_orders.get())
        ),
        format!("{scope}; acceptance conditions: {conditions}"),
    ]
}
