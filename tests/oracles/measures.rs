//! Measures and intervals beside Python's fractions and the beta function of mpmath.

use paidan::simulation::measures::{Comparison, Observation, Population, Ratio, compare};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::oracles::python::{ask, table};

/// How many populations are tried.
const POPULATIONS: usize = 2_000;

fn question(kind: &str, values: &[u64]) -> String {
    let values = values.iter().map(ToString::to_string);
    [kind.to_owned()].into_iter().chain(values).collect::<Vec<_>>().join(",")
}

/// Few values and many, small and large, with some that have nothing.
fn population(dice: &mut ChaCha8Rng) -> Vec<u64> {
    let most = [1, 10, 10_000, u64::MAX][dice.random_range(0..4)];
    let count = [1, 2, 3, 12, 101][dice.random_range(0..5)];
    let value = |dice: &mut ChaCha8Rng| match dice.random_range(0..4) {
        0 => 0,
        _ => dice.random_range(0..=most),
    };
    (0..count).map(|_| value(dice)).collect()
}

fn shown(ratio: Option<Ratio>) -> String {
    ratio.map_or_else(|| "none".into(), |ratio| ratio.to_string())
}

#[test]
fn measures_are_those_of_fractions() {
    let mut dice = ChaCha8Rng::seed_from_u64(18);
    let all: Vec<Vec<u64>> = (0..POPULATIONS).map(|_| population(&mut dice)).collect();
    let questions: Vec<String> = all.iter().map(|of| question("even", of)).collect();
    let Some(answers) = ask("measures.py", &questions) else { return };
    assert_eq!(answers.len(), all.len());
    let mut undefined = 0;
    for (values, answer) in all.iter().zip(&answers) {
        let of: Population = values.iter().copied().collect();
        let found =
            [of.jain(), of.gini(), of.largest_share(), of.herfindahl(), of.spread(), of.mean()];
        undefined += usize::from(found[0].is_none());
        assert_eq!(found.map(shown).join(" "), *answer, "{values:?}");
    }
    let defined = POPULATIONS - undefined;
    table("measures, beside fractions", &[("defined", defined), ("undefined", undefined)]);
}

/// In units of the twelfth decimal: our ends are outward, and hardly farther out.
#[test]
fn intervals_are_those_of_the_beta_function() {
    let mut dice = ChaCha8Rng::seed_from_u64(19);
    let counts: Vec<usize> = (2..=201).chain([250, 251, 300, 450, 1_001]).collect();
    let all: Vec<Vec<u64>> = counts
        .iter()
        .map(|count| (0..*count).map(|_| dice.random_range(0..=2_000)).collect())
        .collect();
    let questions: Vec<String> = all.iter().map(|of| question("interval", of)).collect();
    let Some(answers) = ask("measures.py", &questions) else { return };
    for (values, answer) in all.iter().zip(&answers) {
        let [low, high, variance] = answer.split(' ').collect::<Vec<_>>()[..] else {
            panic!("three answers, not {answer}")
        };
        let pairs: Vec<Observation> = values.iter().map(|of| Ratio::from(*of).into()).collect();
        let zeros = vec![Observation::from(Ratio::from(0)); pairs.len()];
        let Ok(Comparison::Measured(found)) = compare(&pairs, &zeros) else { panic!("pairs") };
        let ends = [&found.low, &found.high].map(|of| format!("{of:.12}").replace('.', ""));
        let ends = ends.map(|of| of.parse::<i128>().expect("a number"));
        let expected = [low, high].map(|of| of.parse::<i128>().expect("a number"));
        let (below, above) = (expected[0] - ends[0], ends[1] - expected[1]);
        let width = expected[1] - expected[0];
        // Of a table without a line for each number of degrees, the one before is a little wider.
        let most = if values.len() <= 201 { width / 1_000_000 + 2_000 } else { width / 500 };
        assert!((-1..=most).contains(&below) && (-1..=most).contains(&above), "{answer}: {ends:?}");
        assert_eq!(
            found.variance_ratio,
            Ratio::new(1, 1),
            "of one that varies and one that does not"
        );
        assert_ne!(variance, "0");
    }
    table("intervals, beside the beta function", &[("from 2 to 1 001 pairs", all.len())]);
}
