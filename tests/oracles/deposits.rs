//! Deposits of orders that the engine accepts, beside Python's fractions.

use paidan::Category::Finance;
use paidan::{Act, DepositMonths, Margin, Money, Order, Policy, Price, Refusal};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::common::{City, order, plain};
use crate::oracles::python::{ask, table};

/// How many policies are tried, and orders under each.
const POLICIES: usize = 150;
const ORDERS: usize = 40;

/// Months, margin and ceiling of a policy: the literal ones first.
fn policy(dice: &mut ChaCha8Rng, number: usize) -> Policy {
    let mut policy = Policy::cixi_2021();
    if number == 0 {
        return policy;
    }
    let margins = [0, 1, dice.random_range(0..=10_000), 10_000];
    let ceilings = [500_000, dice.random_range(0..2_000_000), Price::MAX.amount().fen()];
    let deposit = &mut policy.deposit;
    let months = if number.is_multiple_of(3) { dice.random_range(0..=1_200) } else { 12 };
    deposit.months = DepositMonths::new(months).expect("in range");
    deposit.margin = Margin::new(margins[number % margins.len()]).expect("in range");
    let ceiling = Money::from_fen(ceilings[dice.random_range(0..ceilings.len())]);
    deposit.ceiling = Price::new(ceiling).expect("a price");
    policy
}

/// Price and covered amount in fen: anything, at the margin, near a third of the ceiling, and where
/// a third is as much as the difference.
fn terms(dice: &mut ChaCha8Rng, policy: &Policy) -> (u64, u64) {
    let largest = Price::MAX.amount().fen();
    let near = dice.random_range(0..3);
    let (price, covered) = match dice.random_range(0..6) {
        0 => (dice.random_range(1..=largest), dice.random_range(0..=2 * largest)),
        1 => (dice.random_range(1..=100), dice.random_range(0..=100)),
        2 => (largest - near, dice.random_range(0..=largest)),
        3 => {
            // The margin of so many whole hundreds of yuan is whole fen.
            let parts = dice.random_range(0..=400_000);
            let at = 10_000 * parts + u64::from(policy.deposit.margin.get()) * parts;
            (at + near, 10_000 * parts + 1)
        }
        4 => {
            let price = 3 * policy.deposit.ceiling.amount().fen() + near;
            (price, price.saturating_sub(dice.random_range(0..=3)))
        }
        _ => {
            let third = dice.random_range(1..=1_000_000);
            (3 * third, 2 * third + near)
        }
    };
    (price.clamp(1, largest), covered)
}

/// An order that asks for a deposit, with the question what it comes to.
fn asking(dice: &mut ChaCha8Rng, policy: &Policy, base: &Order) -> (Order, String) {
    let (price, covered) = terms(dice, policy);
    let (price, covered) = (Money::from_fen(price), Money::from_fen(covered));
    let limit = policy.deposit.months.get();
    let months = dice.random_range(limit.saturating_sub(1)..=limit + 1);
    let (margin, ceiling) = (policy.deposit.margin.get(), policy.deposit.ceiling);
    let question = format!("deposit,{price},{months},{covered},{limit},{margin},{ceiling}");
    let price = Price::new(price).expect("a price");
    (Order { price, months, covered, ask_deposit: true, ..base.clone() }, question)
}

/// What an order comes to, in the words of an answer.
fn deposit(city: &mut City, terms: Order) -> String {
    let next = order(u32::try_from(city.alliance.snapshot().orders.len() + 1).expect("an id"));
    match city.try_act(Act::Accept(terms)) {
        Ok(_) => city.alliance.order(next).expect("a record").deposit.to_string(),
        Err(Refusal::DepositWithoutGround) => "none".into(),
        Err(other) => panic!("a deposit or no ground, not {other:?}"),
    }
}

/// rules 9: by term, by excess, by both, and at the ceiling.
#[test]
fn deposits_are_those_of_fractions() {
    let mut dice = ChaCha8Rng::seed_from_u64(20);
    let policies: Vec<Policy> = (0..POLICIES).map(|number| policy(&mut dice, number)).collect();
    let mut cities: Vec<(City, Order)> = policies
        .iter()
        .map(|policy| {
            let mut city = City::new(policy.clone());
            let item = city.item(Finance);
            (city, plain(item))
        })
        .collect();
    let mut orders = Vec::new();
    let mut questions = Vec::new();
    for (policy, (_, base)) in policies.iter().zip(&cities) {
        for _ in 0..ORDERS {
            let (order, question) = asking(&mut dice, policy, base);
            orders.push(order);
            questions.push(question);
        }
    }
    let Some(answers) = ask("amounts.py", &questions) else { return };
    assert_eq!(answers.len(), orders.len());
    let [mut none, mut at_ceiling] = [0, 0];
    for (number, (order, answer)) in orders.into_iter().zip(&answers).enumerate() {
        let (city, _) = &mut cities[number / ORDERS];
        assert_eq!(deposit(city, order), *answer, "{}", questions[number]);
        none += usize::from(answer == "none");
        let ceiling = policies[number / ORDERS].deposit.ceiling;
        at_ceiling += usize::from(*answer == ceiling.to_string());
    }
    table(
        "deposits of the engine, beside fractions",
        &[
            ("orders that ask for one", answers.len()),
            ("  without ground", none),
            ("  below the ceiling", answers.len() - none - at_ceiling),
            ("  at the ceiling", at_ceiling),
        ],
    );
}
