//! The plain yardstick: a day's work of a good application developer, with strings as ids, maps,
//! and a list that is filtered and moved about.
//!
//! Nothing in it is slow on purpose, and nothing was made fast. It knows what the bare one knows,
//! and checks and tells what an application would.

#![allow(clippy::disallowed_types, reason = "what most would write; no order of a map is used")]

use std::collections::{BTreeSet, HashMap, HashSet};

use super::bare::{Ask, NOBODY};
use super::city::{ENTERPRISES, STATIONS};

/// An order as it is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    station: String,
    enterprise: String,
    item: String,
    designated: Option<String>,
    price: u64,
}

impl Request {
    /// What the bare yardstick is asked, in strings.
    pub fn of(ask: &Ask) -> Self {
        Self {
            station: station_id(ask.station),
            enterprise: enterprise_id(ask.enterprise),
            item: item_id(ask.item),
            designated: (ask.named != NOBODY).then(|| member_id(ask.named)),
            price: ask.price,
        }
    }
}

#[derive(Clone, Debug)]
struct Member {
    offers: HashSet<String>,
}

#[derive(Clone, Debug)]
struct Item {
    menu_price: Option<u64>,
}

#[derive(Clone, Debug)]
struct Enterprise {
    blacklisted: bool,
}

/// What became of an order.
#[derive(Clone, Debug)]
enum State {
    Assigned(String),
    Held,
}

#[derive(Clone, Debug)]
struct Order {
    id: String,
    request: Request,
    #[expect(dead_code, reason = "an application keeps it, though nothing here asks for it")]
    month: u32,
    state: State,
}

/// What an order came to.
#[derive(Clone, Debug)]
pub enum Told {
    Accepted { order: String },
    Dispatched { order: String, member: String },
    Held { order: String },
}

/// The whole of the application's state.
#[derive(Clone, Debug)]
pub struct Plain {
    members: HashMap<String, Member>,
    items: HashMap<String, Item>,
    enterprises: HashMap<String, Enterprise>,
    stations: HashSet<String>,
    line: Vec<String>,
    suspended: HashSet<String>,
    orders: Vec<Order>,
    orders_of: HashMap<(String, String), u32>,
    orders_for: HashMap<String, u32>,
    amount_of: HashMap<String, u64>,
    amount: u64,
    month: u32,
}

impl Plain {
    /// Members that offer these of so many items, and stand in the line in this order.
    pub fn new(offers: &[Vec<u32>], items: u32, line: &[u32]) -> Self {
        let member = |(number, own): (u32, &Vec<u32>)| {
            let offers = own.iter().map(|item| item_id(*item)).collect();
            (member_id(number), Member { offers })
        };
        Self {
            members: (0..).zip(offers).map(member).collect(),
            items: (0..items).map(|item| (item_id(item), Item { menu_price: None })).collect(),
            enterprises: (0..ENTERPRISES)
                .map(|number| (enterprise_id(number), Enterprise { blacklisted: false }))
                .collect(),
            stations: (0..STATIONS).map(station_id).collect(),
            line: line.iter().map(|member| member_id(*member)).collect(),
            suspended: HashSet::new(),
            orders: Vec::new(),
            orders_of: HashMap::new(),
            orders_for: HashMap::new(),
            amount_of: HashMap::new(),
            amount: 0,
            month: 0,
        }
    }

    /// The same state, with room for more orders, as one has that was not just copied.
    #[must_use]
    pub fn copy_with_room(&self, orders: usize) -> Self {
        let mut copy = self.clone();
        copy.orders.reserve(orders);
        copy
    }

    /// Takes an order in, and gives it to a member or lets it wait.
    pub fn accept(&mut self, request: &Request) -> Result<Vec<Told>, String> {
        self.validate(request)?;
        let id = format!("order-{}", self.orders.len() + 1);
        let taker = match &request.designated {
            Some(member) => Some(member.clone()),
            None => self.next_in_line(&request.item),
        };
        let mut told = vec![Told::Accepted { order: id.clone() }];
        let state = if let Some(member) = taker {
            self.tally(&member, &request.item, request.price);
            told.push(Told::Dispatched { order: id.clone(), member: member.clone() });
            State::Assigned(member)
        } else {
            told.push(Told::Held { order: id.clone() });
            State::Held
        };
        self.orders.push(Order { id, request: request.clone(), month: self.month, state });
        Ok(told)
    }

    fn validate(&self, request: &Request) -> Result<(), String> {
        let Request { station, enterprise, item, designated, price } = request;
        if !self.stations.contains(station) {
            return Err(format!("no station {station}"));
        }
        let firm = self.enterprises.get(enterprise);
        if firm.ok_or_else(|| format!("no enterprise {enterprise}"))?.blacklisted {
            return Err(format!("{enterprise} is on the blacklist"));
        }
        let listed = self.items.get(item).ok_or_else(|| format!("no item {item}"))?;
        if *price == 0 || listed.menu_price.is_some_and(|most| *price > most) {
            return Err(format!("the price {price} does not fit {item}"));
        }
        if let Some(member) = designated {
            let firm = self.members.get(member).ok_or_else(|| format!("no member {member}"))?;
            if !firm.offers.contains(item) {
                return Err(format!("{member} does not offer {item}"));
            }
        }
        Ok(())
    }

    /// The first of the candidates for an item, who goes to the end of the line.
    fn next_in_line(&mut self, item: &str) -> Option<String> {
        let candidates = self.candidates(item);
        let chosen = (*candidates.first()?).clone();
        let place = self.line.iter().position(|member| *member == chosen)?;
        let member = self.line.remove(place);
        self.line.push(member);
        Some(chosen)
    }

    fn candidates(&self, item: &str) -> Vec<&String> {
        let can_take = |member: &&String| {
            self.members[*member].offers.contains(item) && !self.suspended.contains(*member)
        };
        self.line.iter().filter(can_take).collect()
    }

    fn tally(&mut self, member: &str, item: &str, price: u64) {
        *self.orders_of.entry((member.to_string(), item.to_string())).or_default() += 1;
        *self.orders_for.entry(item.to_string()).or_default() += 1;
        *self.amount_of.entry(member.to_string()).or_default() += price;
        self.amount += price;
    }

    /// Judges the month, and opens the next one.
    pub fn open_month(&mut self) -> Vec<Told> {
        self.suspended = self.reached().into_iter().collect();
        self.orders_of.clear();
        self.orders_for.clear();
        self.amount_of.clear();
        self.amount = 0;
        self.month += 1;
        let mut told = Vec::new();
        for index in 0..self.orders.len() {
            if !matches!(self.orders[index].state, State::Held) {
                continue;
            }
            let Request { item, price, .. } = self.orders[index].request.clone();
            if let Some(member) = self.next_in_line(&item) {
                self.tally(&member, &item, price);
                let order = self.orders[index].id.clone();
                told.push(Told::Dispatched { order, member: member.clone() });
                self.orders[index].state = State::Assigned(member);
            }
        }
        told
    }

    /// Who has half of an item's orders, or thirty per cent of the amount.
    fn reached(&self) -> BTreeSet<String> {
        let by_item = self.orders_of.iter().filter(|((_, item), own)| {
            let whole = self.orders_for.get(item).copied().unwrap_or_default();
            **own * 2 >= whole
        });
        let by_amount = self.amount_of.iter().filter(|(_, own)| **own * 10 >= self.amount * 3);
        let by_item = by_item.map(|((member, _), _)| member.clone());
        by_item.chain(by_amount.map(|(member, _)| member.clone())).collect()
    }

    /// To whom each order went, for the check against the engine.
    pub fn takers(&self) -> impl Iterator<Item = Option<String>> {
        self.orders.iter().map(|order| match &order.state {
            State::Assigned(member) => Some(member.clone()),
            State::Held => None,
        })
    }

    /// The month's orders and amount of a member and item, for the check against the engine.
    pub fn tallied(&self, member: u32, item: u32) -> (u32, u64) {
        let (member, item) = (member_id(member), item_id(item));
        let amount = self.amount_of.get(&member).copied().unwrap_or_default();
        (self.orders_of.get(&(member, item)).copied().unwrap_or_default(), amount)
    }
}

/// The id of a member, counted from 0.
pub fn member_id(number: u32) -> String {
    format!("member-{number}")
}

fn item_id(number: u32) -> String {
    format!("item-{number}")
}

fn enterprise_id(number: u32) -> String {
    format!("enterprise-{number}")
}

fn station_id(number: u32) -> String {
    format!("station-{number}")
}
