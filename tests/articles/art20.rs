//! Article 20: the deposit (rules 9).

use paidan::Category::Finance;
use paidan::{Act, DepositMonths, Event, Margin, Order, Policy, Refusal};

use crate::common::{City, money, order, priced};

/// The deposit asked for an order of this price, months and covered amount, as text.
fn asked(policy: &Policy, price: &str, months: u16, covered: &str) -> Result<String, Refusal> {
    let mut city = City::new(policy.clone());
    let tax = city.item(Finance);
    let terms = Order { months, covered: money(covered), ask_deposit: true, ..priced(tax, price) };
    let outcome = city.try_act(Act::Accept(terms))?;
    let kept = city.alliance.order(order(1)).unwrap().deposit;
    assert_eq!(outcome.events[0], Event::Accepted { order: order(1), deposit: kept });
    Ok(kept.to_string())
}

/// The deposit under the literal policy, or that there is no ground.
fn deposit(price: &str, months: u16, covered: &str) -> String {
    match asked(&Policy::cixi_2021(), price, months, covered) {
        Ok(deposit) => deposit,
        Err(Refusal::DepositWithoutGround) => NO_GROUND.into(),
        Err(other) => panic!("no ground, not {other:?}"),
    }
}

const NO_GROUND: &str = "no ground";

/// rules 9: more than twelve months are a ground, for a third of the price.
#[test]
fn more_than_twelve_months_give_a_third() {
    let found = [12, 13].map(|months| deposit("3000.00", months, "3000.00"));
    assert_eq!(found, [NO_GROUND, "1000.00"]);
}

/// rules 1.5: a third is rounded to the nearest fen.
#[test]
fn the_third_is_rounded_to_the_nearest_fen() {
    let found = ["0.02", "0.04", "100.00", "200.00"].map(|price| deposit(price, 13, price));
    assert_eq!(found, ["0.01", "0.01", "33.33", "66.67"]);
}

/// rules 9: a deposit may come to nothing, and is asked for all the same.
#[test]
fn a_deposit_may_come_to_nothing() {
    assert_eq!(deposit("0.01", 13, "0.01"), "0.00");
}

/// rules 9: never more than the ceiling, by the term.
#[test]
fn a_third_is_at_most_the_ceiling() {
    let prices = ["14999.98", "14999.99", "15000.00", "15000.01", "15000.02", "99999999.99"];
    let found = prices.map(|price| deposit(price, 13, price));
    let full = "5000.00";
    assert_eq!(found, ["4999.99", full, full, full, full, full]);
}

/// rules 9: never more than the ceiling, by the excess.
#[test]
fn an_excess_is_at_most_the_ceiling() {
    let found = ["4999.99", "5000.00", "5000.01"].map(|price| deposit(price, 0, "0.00"));
    assert_eq!(found, ["4999.99", "5000.00", "5000.00"]);
}

/// rules 9: a price above what policy funds cover is a ground, for the difference.
#[test]
fn an_excess_gives_the_whole_difference() {
    let covered = ["3000.01", "3000.00", "2999.99", "0.00"];
    let found = covered.map(|covered| deposit("3000.00", 12, covered));
    assert_eq!(found, [NO_GROUND, NO_GROUND, "0.01", "3000.00"]);
}

/// rules 9: the smallest price there is has one too.
#[test]
fn the_smallest_price_has_an_excess() {
    assert_eq!(deposit("0.01", 0, "0.00"), "0.01");
}

/// rules 9: with a margin the difference must be more than that part of the covered amount; it is
/// then whole.
#[test]
fn the_margin_is_a_part_of_the_covered_amount() {
    let mut policy = Policy::cixi_2021();
    policy.deposit.margin = Margin::new(1000).unwrap();
    let none = || Err(Refusal::DepositWithoutGround);
    let found = ["1099.99", "1100.00", "1100.01"].map(|price| asked(&policy, price, 0, "1000.00"));
    assert_eq!(found, [none(), none(), Ok("100.01".into())]);
    let found = ["0.01", "100.00"].map(|price| asked(&policy, price, 0, "0.00"));
    assert_eq!(found, ["0.01", "100.00"].map(|all| Ok(all.into())));
    policy.deposit.margin = Margin::new(10_000).unwrap();
    let found = ["2000.00", "2000.01"].map(|price| asked(&policy, price, 0, "1000.00"));
    assert_eq!(found, [none(), Ok("1000.01".into())]);
}

/// rules 9: with both grounds the larger amount is the deposit.
#[test]
fn of_both_grounds_the_larger_counts() {
    let covered = ["2500.00", "2000.00", "1999.99", "1500.00"];
    let found = covered.map(|covered| deposit("3000.00", 13, covered));
    assert_eq!(found, ["1000.00", "1000.00", "1000.01", "1500.00"]);
}

/// rules 9: asked for without ground, the order is refused.
#[test]
fn a_deposit_without_ground_is_refused() {
    assert_eq!(deposit("3000.00", 0, "3000.00"), NO_GROUND);
    assert_eq!(deposit("3000.00", 12, "4000.00"), NO_GROUND);
}

/// rules 9: the station need not ask for it.
#[test]
fn a_deposit_not_asked_for_is_none() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let terms = Order { months: 24, ..priced(tax, "3000.00") };
    city.accept(terms);
    assert!(city.alliance.order(order(1)).unwrap().deposit.is_zero());
}

/// rules 9: months, and the ceiling, are the policy's.
#[test]
fn months_and_ceiling_are_the_policys() {
    let mut policy = Policy::cixi_2021();
    policy.deposit.months = DepositMonths::new(0).unwrap();
    policy.deposit.ceiling = "10.00".parse().unwrap();
    let found = [0, 1].map(|months| asked(&policy, "27.00", months, "27.00"));
    assert_eq!(found, [Err(Refusal::DepositWithoutGround), Ok("9.00".into())]);
    let found = ["30.00", "30.03"].map(|price| asked(&policy, price, 1, price));
    assert_eq!(found, [Ok("10.00".into()), Ok("10.00".into())]);
}

/// rules 9: it is fixed when the order is accepted, and stays with it.
#[test]
fn a_deposit_stays_as_it_was_fixed() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    city.accept(Order { ask_deposit: true, ..priced(tax, "3000.00") });
    let mut policy = Policy::cixi_2021();
    policy.deposit.ceiling = "10.00".parse().unwrap();
    city.adopt("2025-02", &policy);
    city.open("2025-02-01");
    city.member(Finance, &[tax]);
    assert_eq!(city.alliance.order(order(1)).unwrap().deposit, money("3000.00"));
}
