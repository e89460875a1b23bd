//! Thirds to the nearest fen, beside Python's decimal numbers.

use paidan::{Money, Price};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::oracles::python::{ask, table};

/// rules 1.5: a third is rounded to the nearest fen.
#[test]
fn thirds_are_those_of_decimal() {
    let (largest, most) = (Price::MAX.amount().fen(), u64::MAX);
    let mut dice = ChaCha8Rng::seed_from_u64(3);
    let mut fen: Vec<u64> = (0..=3_000).chain(largest - 3_000..=largest).collect();
    let ends = fen.len();
    fen.extend((0..20_000).map(|_| dice.random_range(0..=largest)));
    let prices = fen.len() - ends;
    // The type holds more than a price; the end is where a sum could run over.
    fen.extend(most - 3_000..=most);
    let amounts: Vec<Money> = fen.into_iter().map(Money::from_fen).collect();
    let questions: Vec<String> = amounts.iter().map(|amount| format!("third,{amount}")).collect();
    let Some(answers) = ask("amounts.py", &questions) else { return };
    assert_eq!(answers.len(), amounts.len());
    for (amount, answer) in amounts.iter().zip(&answers) {
        assert_eq!(amount.third().to_string(), *answer, "a third of {amount}");
    }
    table(
        "thirds, beside decimal",
        &[
            ("the smallest and the largest prices", ends),
            ("prices between", prices),
            ("the largest amounts", amounts.len() - ends - prices),
        ],
    );
}
