//! The fold: what the decisions of a year add up to, from the commands and their outcomes alone.

use std::collections::BTreeMap;

use paidan::{
    Act, Basis, CapScope, Command, Counted, Date, EnterpriseId, Event, ItemId, Month, Order,
    OrderId, Policy, Price, Publication, TallyEffect,
};

use super::Decision;
use super::lives::{self, Lives};
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
    lives: Lives,
    policy: Policy,
    pending: BTreeMap<Month, Policy>,
}

/// What is asked of an order later.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    pub item: ItemId,
    pub enterprise: EnterpriseId,
    pub price: Price,
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
            lives: Lives::default(),
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
                self.lives.begin();
                for event in &outcome.events {
                    self.with_month(|month| month.crowd.note(command, event));
                    self.event(command, event);
                    self.life(command, event);
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
                let crowd = self.months.last().map(|of| of.crowd.clone()).unwrap_or_default();
                let mut opened = MonthFigures::new(month, self.policy.caps, crowd);
                if self.months.is_empty() {
                    opened.policy.extend(in_words(&self.policy));
                }
                self.months.push(opened);
            }
            Event::PolicyAdopted { month } => self.adopted(command, month),
            Event::PolicyInForce { month } => self.in_force(month),
            Event::Accepted { order, .. } => self.order_accepted(command, order),
            _ => match lives::order_of(event) {
                Some(order) => self.event_of_order(command, event, order),
                None => self.event_of_members(event),
            },
        }
    }

    /// An event of an order that was accepted before, or just now.
    fn event_of_order(&mut self, command: &Command, event: &Event, order: OrderId) {
        let Some(&Terms { item, enterprise, price }) = self.orders.get(order.index()) else {
            return;
        };
        match *event {
            Event::Dispatched { member, basis, counted, .. } => {
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
            Event::CameOff { member, tally: TallyEffect::ComesOff, .. } => {
                self.with_month(|month| month.take_off(member, item, price.amount()));
            }
            Event::Held { .. } => {
                self.waits.begin(order, item, enterprise, command.date);
                self.with_month(|month| month.item(item).held += 1);
            }
            Event::Cancelled { .. } => {
                self.waits.end(order, command.date, Ending::Cancelled);
            }
            _ => {}
        }
    }

    /// What an event adds to the life of orders that were given.
    fn life(&mut self, command: &Command, event: &Event) {
        let Some(month) = self.months.last_mut() else { return };
        let terms = lives::order_of(event)
            .and_then(|order| self.orders.get(order.index()).map(|terms| (order, *terms)));
        match (event, terms) {
            // Dated in the month that begins.
            (Event::MonthClosed { .. }, _) => {
                let last = lives::last_day_before_month_of(command.date);
                month.life.at_end = self.lives.at_end_of(last);
            }
            (_, Some(of)) => self.lives.order(&mut month.life, command, event, of),
            (_, None) => self.lives.conduct(&mut month.life, command, event),
        }
    }

    /// All is read: a month that is not closed ends, for its figures, with the last command.
    pub fn finish(&mut self) {
        let (Some(month), Some(last)) = (self.months.last_mut(), self.last) else { return };
        if !month.is_closed {
            month.life.at_end = self.lives.at_end_of(last.naive());
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
            Event::LeaveGranted { .. } => month.tell("leave granted", "leaves granted"),
            Event::LeaveEnded { .. } => month.tell("leave ended", "leaves ended"),
            Event::BarLifted { .. } => month.tell("bar lifted", "bars lifted"),
            Event::Renamed { .. } => month.tell("name changed", "names changed"),
            Event::StationClosed { .. } => month.tell("station closed", "stations closed"),
            Event::StationReopened { .. } => {
                month.tell("station opened again", "stations opened again");
            }
            Event::ItemDelisted { .. } => {
                month.tell("item taken off the menu", "items taken off the menu");
            }
            Event::ItemRelisted { .. } => {
                month.tell("item put back on the menu", "items put back on the menu");
            }
            Event::Notified { .. } => {
                month.tell("rectification notice", "rectification notices");
            }
            Event::CalendarAdopted => month.tell("calendar adopted", "calendars adopted"),
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
            _ => month.house.note(event),
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
    let at_least = |orders: u32, members: u32| match (orders, members) {
        (1, 1) => String::new(),
        _ => format!(" where there are {orders} or more, and members {members} or more"),
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
            at_least(caps.item_min_orders.get(), caps.item_min_members.get()),
            caps.amount_share,
            at_least(caps.amount_min_orders.get(), caps.amount_min_members.get())
        ),
        format!("{scope}; acceptance conditions: {conditions}"),
    ]
}
