//! Comparisons worked out by hand, and their boundaries.

use num_bigint::BigInt;
use num_rational::BigRational;

use super::{CompareError, Comparison, NoiseFloor, Observation, Paired, compare, root_up};
use crate::simulation::measures::ratio::Ratio;

fn of(values: &[u64]) -> Vec<Observation> {
    values.iter().map(|of| Ratio::from(*of).into()).collect()
}

fn measured(one: &[u64], other: &[u64]) -> Paired {
    match compare(&of(one), &of(other)) {
        Ok(Comparison::Measured(paired)) => *paired,
        other => panic!("differences, not {other:?}"),
    }
}

fn shown(paired: &Paired) -> [String; 3] {
    [&paired.mean, &paired.low, &paired.high].map(|of| format!("{of:.6}"))
}

/// Differences 1, 2, 3, 4, 5: mean 3, s² = 5/2, half = 2.776446 · √(1/2) = 1.9632437...
#[test]
fn an_interval_by_hand() {
    let paired = measured(&[11, 22, 33, 44, 55], &[10, 20, 30, 40, 50]);
    assert_eq!(shown(&paired), ["3.000000", "1.036756", "4.963244"]);
    assert_eq!((paired.pairs, paired.undefined, paired.is_different()), (5, 0, true));
    // The ends lie as far from the mean on either side, and are outward at the ninth decimal.
    let (below, above) = (paired.mean.less(&paired.low), paired.high.less(&paired.mean));
    assert_eq!(below, above);
    assert_eq!(below.rounded_up(9), below);
    // Var d = 5/2, of the first 11² · 5/2, of the second 10² · 5/2.
    assert_eq!(paired.variance_ratio, Ratio::new(1, 221));
}

/// Two pairs, 1 and 2: mean 1.5, half = 12.706205 · 0.5 = 6.353102...: rounded up.
#[test]
fn two_pairs_are_enough_and_say_little() {
    let paired = measured(&[2, 4], &[1, 2]);
    assert_eq!(paired.mean, Ratio::new(3, 2).unwrap());
    assert!(!paired.is_different());
    assert_eq!(format!("{:.5}", paired.high), "7.85310");
    let one = of(&[7]);
    assert_eq!(compare(&one, &one), Ok(Comparison::TooFew { pairs: 1 }));
    // Of no run at all, nothing was put to the test.
    assert_eq!(compare(&[], &[]), Ok(Comparison::NotExercised));
}

/// Where each seed says the same, the interval is a point.
#[test]
fn equal_differences_leave_no_doubt() {
    let paired = measured(&[5, 9, 1], &[4, 8, 0]);
    let one = Ratio::from(1);
    assert_eq!((&paired.low, &paired.mean, &paired.high), (&one, &one, &one));
    assert_eq!(paired.variance_ratio, Ratio::new(0, 1));
    // Nothing varies at all: there is nothing to hold the variance against.
    assert_eq!(measured(&[5, 5], &[4, 4]).variance_ratio, None);
    assert!(!measured(&[5, 5], &[5, 5]).is_different());
}

/// Turned round, it is the same below zero.
#[test]
fn the_second_less_the_first_is_the_same_below_zero() {
    let (one, other) = ([7, 3, 12, 9], [4, 6, 1, 2]);
    let (there, back) = (measured(&one, &other), measured(&other, &one));
    let zero = Ratio::from(0);
    assert_eq!(back.low, zero.less(&there.high));
    assert_eq!(back.high, zero.less(&there.low));
    assert_eq!(back.variance_ratio, there.variance_ratio);
}

/// Years that are not the same: what one policy has, the other has not.
#[test]
fn unlike_years_show_in_the_variance() {
    let paired = measured(&[1, 9, 1, 9], &[9, 1, 9, 1]);
    assert_eq!(paired.variance_ratio, Ratio::new(2, 1));
}

#[test]
fn what_was_not_exercised_is_no_difference_of_nothing() {
    let idle = || vec![Observation { is_exercised: false, ..Ratio::from(0).into() }; 3];
    assert_eq!(compare(&idle(), &idle()), Ok(Comparison::NotExercised));
    // One run in which a cap was reached, and it is a result.
    let mut once = idle();
    once[1].is_exercised = true;
    assert!(matches!(compare(&idle(), &once), Ok(Comparison::Measured(_))));
}

#[test]
fn an_undefined_value_leaves_its_pair_out() {
    let mut one = of(&[11, 99, 33, 44]);
    one[1].value = None;
    let found = compare(&one, &of(&[10, 20, 30, 40]));
    let Ok(Comparison::Measured(paired)) = found else { panic!("three pairs") };
    assert_eq!((paired.pairs, paired.undefined), (3, 1));
    assert_eq!(paired.mean, Ratio::new(8, 3).unwrap());
}

#[test]
fn lists_of_different_seeds_are_not_paired() {
    let error = compare(&of(&[1]), &of(&[1, 2]));
    assert_eq!(error, Err(CompareError::Lengths { first: 1, second: 2 }));
}

/// Rounded up: the root of 2 in units of 10⁻⁹, and of what is a square nothing more.
#[test]
fn roots_are_rounded_up() {
    let root = |part: u64, whole: u64| {
        root_up(&BigRational::new(BigInt::from(part), BigInt::from(whole))).to_string()
    };
    assert_eq!(root(2_000_000_000_000_000_000, 1), "1414213563");
    assert_eq!([root(0, 1), root(1, 1), root(4, 1), root(5, 1)], ["0", "1", "2", "3"]);
    assert_eq!([root(1, 9), root(9, 4), root(8, 2), root(9, 2)], ["1", "2", "2", "3"]);
}

#[test]
fn twins_give_a_floor() {
    assert_eq!(NoiseFloor::of([]), None);
    // Of twenty runs the nineteenth is the 95th percentile.
    let twins = (1..=20).map(|apart| (100 + apart, 100));
    let floor = NoiseFloor::of(twins).unwrap();
    assert_eq!((floor.runs, floor.at_95, floor.largest), (20, 19, 20));
    assert_eq!(floor.mean, Ratio::new(21, 2).unwrap());
    let below = Ratio::from(0).less(&Ratio::from(19));
    assert!(floor.covers(&below) && floor.covers(&Ratio::from(19)));
    assert!(!floor.covers(&Ratio::new(191, 10).unwrap()));
    assert_eq!(NoiseFloor::of([(0, u64::MAX)]).map(|of| of.at_95), Some(u64::MAX));
}
