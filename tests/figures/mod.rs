//! The figures of a year: against the engine, the statements, and what is counted by hand.

mod clauses;
mod engine;
mod from_state;
mod merged;
mod statement;
mod suspended;
mod turns;

use paidan::{Figures, Policy};

use crate::common::City;

/// What the history of a city adds up to.
fn figures(city: &City) -> Figures {
    let pairs = city.history.iter().map(|(command, outcome)| (command, outcome));
    Figures::of(&policy_of(city), pairs)
}

/// The policy with which a city began, where it never had another.
fn policy_of(city: &City) -> Policy {
    city.alliance.policy().clone()
}
