//! What is read beside the figures: names, what was refused, and what was said of the policy.

use std::collections::BTreeMap;

use paidan::{
    Act, CapScope, Command, Event, Figures, FiguresFold, Month, Outcome, Policy, figures,
};

use super::Decision;
use super::names::Names;

/// A year, as far as it is read.
#[derive(Debug)]
pub struct Reading {
    fold: FiguresFold,
    names: Names,
    refused: Refusals,
    asides: Vec<Aside>,
    policy: Policy,
    pending: BTreeMap<Month, Policy>,
}

/// A year that was read.
#[derive(Debug)]
pub struct Year {
    pub names: Names,
    pub figures: Figures,
    /// Commands that were refused.
    pub refused: Refusals,
    /// One for each month of the figures.
    asides: Vec<Aside>,
}

/// How often commands were refused, by code.
pub type Refusals = BTreeMap<&'static str, u64>;

/// What is told of a month beside its figures.
#[derive(Debug, Default)]
pub struct Aside {
    /// What was said of the policy.
    pub policy: Vec<String>,
    pub refused: Refusals,
}

impl Reading {
    /// Nothing yet, under the policy the alliance begins with.
    pub fn new(policy: &Policy) -> Self {
        Self {
            fold: FiguresFold::new(policy),
            names: Names::default(),
            refused: BTreeMap::new(),
            asides: Vec::new(),
            policy: policy.clone(),
            pending: BTreeMap::new(),
        }
    }

    /// Adds one command and what became of it.
    pub fn note(&mut self, command: &Command, decision: &Decision) {
        match decision {
            Ok(outcome) => {
                self.names.note(command, outcome);
                self.policies(command, outcome);
                self.fold.add(command, outcome);
            }
            Err(refusal) => {
                let of_month = self.asides.last_mut().map(|month| &mut month.refused);
                for refused in of_month.into_iter().chain([&mut self.refused]) {
                    *refused.entry(refusal.code()).or_default() += 1;
                }
            }
        }
    }

    /// What is said of the policy.
    fn policies(&mut self, command: &Command, outcome: &Outcome) {
        for event in &outcome.events {
            match (event, &command.act) {
                (Event::MonthOpened { .. }, _) => {
                    let is_first = self.asides.is_empty();
                    let policy = is_first.then(|| in_words(&self.policy));
                    let policy = policy.into_iter().flatten().collect();
                    self.asides.push(Aside { policy, ..Aside::default() });
                }
                (Event::PolicyAdopted { month }, Act::AdoptPolicy { policy, .. }) => {
                    self.pending.insert(*month, Policy::clone(policy));
                    self.tell([format!("policy adopted for {month}")]);
                }
                (Event::PolicyInForce { month }, _) => {
                    if let Some(policy) = self.pending.remove(month) {
                        self.policy = policy;
                    }
                    self.tell(["a new policy is in force".into()]);
                    self.tell(in_words(&self.policy));
                }
                _ => {}
            }
        }
    }

    fn tell(&mut self, words: impl IntoIterator<Item = String>) {
        if let Some(month) = self.asides.last_mut() {
            month.policy.extend(words);
        }
    }

    /// All is read.
    pub fn finish(self) -> Year {
        let figures = self.fold.finish();
        Year { names: self.names, figures, refused: self.refused, asides: self.asides }
    }
}

impl Year {
    /// The months, each with what is told beside its figures.
    pub fn months(&self) -> impl Iterator<Item = (&figures::MonthFigures, &Aside)> {
        self.figures.months.iter().zip(&self.asides)
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
