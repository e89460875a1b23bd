//! Shares of a whole, and the caps of months that close, beside Python's fractions.

use std::collections::BTreeMap;

use paidan::Category::Finance;
use paidan::{CapFigures, Event, MemberId, Money, Outcome, Policy, Price, Reach, Share};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::common::City;
use crate::oracles::python::{ask, table};

/// How many shares are tried, and months closed.
const SHARES: usize = 8_000;
const MONTHS: usize = 300;

/// A part of a whole and a share it is held against.
#[derive(Clone, Copy)]
struct Part {
    own: u64,
    whole: u64,
    share: Share,
}

impl Part {
    fn question(&self) -> String {
        format!("share,{},{},{}", self.own, self.whole, self.share.basis_points())
    }
}

fn share(points: u64) -> Share {
    let points = u16::try_from(points.clamp(1, 10_000)).expect("in range");
    Share::new(points).expect("a share")
}

/// One below the share of a whole, at it where that is a whole number, or one above.
fn part(dice: &mut ChaCha8Rng) -> Part {
    let points = match dice.random_range(0..4) {
        0 => [1, 3_000, 5_000, 10_000][dice.random_range(0..4)],
        _ => dice.random_range(1..=10_000),
    };
    let whole = match dice.random_range(0..4) {
        0 => dice.random_range(1..=100),
        1 => dice.random_range(1..=u64::MAX),
        2 => 10_000 * dice.random_range(1..=u64::MAX / 10_000),
        _ => 10_000 * dice.random_range(1..=1_000_000),
    };
    let at = u64::try_from(u128::from(whole) * u128::from(points) / 10_000).expect("a part");
    let own = [at.saturating_sub(1), at, at.saturating_add(1)][dice.random_range(0..3)];
    Part { own, whole, share: share(points) }
}

fn word(is_reached: bool, is_exceeded: bool) -> &'static str {
    match (is_reached, is_exceeded) {
        (false, false) => "below",
        (true, false) => "at",
        (true, true) => "above",
        (false, true) => panic!("above what is not reached"),
    }
}

/// The rows of a table: how often each answer was given.
fn rows(answers: &[String]) -> Vec<(&str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for answer in answers {
        *counts.entry(answer).or_default() += 1;
    }
    assert_eq!(counts.len(), 3, "below, at and above all occur");
    counts.into_iter().collect()
}

/// rules 1.6: 达到 includes the share, 超过 does not, to the last unit.
#[test]
fn shares_are_those_of_fractions() {
    let mut dice = ChaCha8Rng::seed_from_u64(16);
    let parts: Vec<Part> = (0..SHARES).map(|_| part(&mut dice)).collect();
    let questions: Vec<String> = parts.iter().map(Part::question).collect();
    let Some(answers) = ask("amounts.py", &questions) else { return };
    assert_eq!(answers.len(), parts.len());
    for (part, answer) in parts.iter().zip(&answers) {
        let Part { own, whole, share } = *part;
        let found = word(share.reached_by(own, whole), share.exceeded_by(own, whole));
        assert_eq!(found, answer, "{own} of {whole} beside {share}");
    }
    table("shares, beside fractions", &rows(&answers));
}

/// A month in which two members get orders for one item, each with its price.
struct Closing {
    city: City,
    members: [MemberId; 2],
    parts: Vec<Part>,
}

/// The prices of the orders of both, of which the first has about so much of the whole.
fn prices(dice: &mut ChaCha8Rng, points: u64, orders: usize, own: usize) -> Vec<u64> {
    let near = dice.random_range(0..3);
    let parts = dice.random_range(1..=100_000);
    let (first, second) = (points * parts - 1 + near, (10_000 - points) * parts + 1 - near.min(1));
    let split = |sum: u64, count: usize| {
        // Every order costs at least one fen; the last takes what is left.
        let rest = sum.saturating_sub(count as u64 - 1).max(1);
        (1..count).map(|_| 1).chain([rest]).collect::<Vec<u64>>()
    };
    [split(first, own), split(second, orders - own)].concat()
}

/// A city with orders given such that shares are just reached, just not, or just passed.
fn closing(dice: &mut ChaCha8Rng) -> Closing {
    let orders = dice.random_range(2..=16);
    let own = dice.random_range(1..orders);
    let of_orders = own as u64 * 10_000 / orders as u64 + dice.random_range(0..3) - 1;
    let of_amount = dice.random_range(1..10_000);
    let prices = prices(dice, of_amount, orders, own);
    let mut policy = Policy::cixi_2021();
    policy.caps.item_share = share(of_orders);
    policy.caps.amount_share = share(of_amount);
    let mut city = City::new(policy.clone());
    let item = city.item(Finance);
    let members: [MemberId; 2] = city.members(Finance, &[item]);
    let mut amounts = [0, 0];
    for (number, &price) in prices.iter().enumerate() {
        let whose = usize::from(number >= own);
        amounts[whose] += price;
        let price = Price::new(Money::from_fen(price)).expect("a price");
        city.designate_to(item, members[whose], &price.to_string());
    }
    let of_each = [own, orders - own].into_iter().zip(amounts);
    let (whole, in_all) = (orders as u64, amounts.iter().sum());
    let parts = of_each.flat_map(|(own, amount)| {
        let item = Part { own: own as u64, whole, share: policy.caps.item_share };
        [item, Part { own: amount, whole: in_all, share: policy.caps.amount_share }]
    });
    Closing { city, members, parts: parts.collect() }
}

/// What a closing says of the item and of the amount of each member, with the figures checked.
fn judged(outcome: &Outcome, members: [MemberId; 2], parts: &[Part]) -> Vec<&'static str> {
    let mut found = vec!["below"; parts.len()];
    for event in &outcome.events {
        let Event::CapReached { member, cap, reach } = *event else { continue };
        let (first, figures) = match cap {
            CapFigures::Item { own, whole, .. } => (0, (u64::from(own), u64::from(whole))),
            CapFigures::Amount { own, whole } => (1, (own.fen(), whole.fen())),
        };
        let nth = first + if member == members[0] { 0 } else { 2 };
        assert_eq!(figures, (parts[nth].own, parts[nth].whole));
        found[nth] = if reach == Reach::Above { "above" } else { "at" };
    }
    found
}

/// rules 6.3: a month that closes finds who reached a cap, and who is above it.
#[test]
fn caps_are_those_of_fractions() {
    let mut dice = ChaCha8Rng::seed_from_u64(17);
    let mut closings: Vec<Closing> = (0..MONTHS).map(|_| closing(&mut dice)).collect();
    let questions: Vec<String> =
        closings.iter().flat_map(|closing| closing.parts.iter().map(Part::question)).collect();
    let Some(answers) = ask("amounts.py", &questions) else { return };
    let mut found = Vec::new();
    for Closing { city, members, parts } in &mut closings {
        found.extend(judged(&city.open("2025-02-01"), *members, parts));
    }
    for ((found, answer), question) in found.iter().zip(&answers).zip(&questions) {
        assert_eq!(found, answer, "{question}");
    }
    assert_eq!(found.len(), answers.len());
    table("caps of months that close, beside fractions", &rows(&answers));
}
