//! Article 15: orders come in through the stations, under the council's conditions (rules 4).

use paidan::Category::Finance;
use paidan::{Act, Channel, Condition, Order, Policy, Refusal, Set};

use crate::common::{City, condition, enterprise, name, order, plain, set, station};

fn names(conditions: &[&str]) -> Set<Condition> {
    set(&conditions.iter().map(|name| condition(name)).collect::<Vec<_>>())
}

fn city_with(conditions: &[&str]) -> City {
    City::new(Policy { conditions: names(conditions), ..Policy::cixi_2021() })
}

/// rules 4: every condition on the policy's list must be among those met.
#[test]
fn every_condition_must_be_met() {
    let mut city = city_with(&["contract", "licence"]);
    let tax = city.item(Finance);
    let missing = |name| Err(Refusal::ConditionNotMet { condition: condition(name) });
    for (met, expected) in [
        (names(&[]), missing("contract")),
        (names(&["licence"]), missing("contract")),
        (names(&["contract"]), missing("licence")),
        (names(&["contract", "licence"]), Ok(())),
        (names(&["contract", "licence", "another"]), Ok(())),
        (names(&["Contract", "licence"]), missing("contract")),
    ] {
        let order = Order { conditions: met.clone(), ..plain(tax) };
        assert_eq!(city.try_act(Act::Accept(order)).map(drop), expected, "{met:?}");
    }
}

/// rules 4: the list is empty at first, and other names are ignored.
#[test]
fn no_condition_is_asked_for_at_first() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    for met in [names(&[]), names(&["whatever"])] {
        city.accept(Order { conditions: met, ..plain(tax) });
    }
}

/// rules 4: the conditions are those of the policy in force.
#[test]
fn conditions_hold_with_their_policy() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let conditions = names(&["contract"]);
    city.adopt("2025-02", &Policy { conditions, ..Policy::cixi_2021() });
    city.accept(plain(tax));
    city.open("2025-02-01");
    let missing = Refusal::ConditionNotMet { condition: condition("contract") };
    assert_eq!(city.refused(Act::Accept(plain(tax))), missing);
    assert_eq!(city.alliance.held_orders().collect::<Vec<_>>(), [order(1)]);
}

/// rules 4: of the conditions that an order meets only those are kept that the policy in force asks
/// for; the others are ignored.
#[test]
fn conditions_that_nobody_asked_for_are_not_kept() {
    let stated = ["another", "contract", "licence"];
    for asked in [&[][..], &["contract"], &["contract", "licence"]] {
        let mut city = city_with(asked);
        let tax = city.item(Finance);
        let (id, _) = city.accept(Order { conditions: names(&stated), ..plain(tax) });
        assert_eq!(city.alliance.order(id).unwrap().terms.conditions, names(asked));
        // Another policy asks for more, or for nothing: what was kept stays.
        city.adopt("2025-02", &Policy { conditions: names(&["another"]), ..Policy::cixi_2021() });
        city.open("2025-02-01");
        assert_eq!(city.alliance.order(id).unwrap().terms.conditions, names(asked));
    }
}

/// rules 4: what an order states is kept as it was stated.
#[test]
fn the_terms_of_an_order_are_kept() {
    let mut city = city_with(&["contract"]);
    let tax = city.item(Finance);
    let [a, b, c] = city.members(Finance, &[tax]);
    let terms = Order {
        enterprise: enterprise(2),
        channel: Channel::Telephone,
        taken_by: Some(a),
        excluded: set(&[b]),
        designated: Some(c),
        months: 13,
        covered: "12.50".parse().unwrap(),
        ask_deposit: true,
        conditions: names(&["contract"]),
        ..plain(tax)
    };
    let (id, holder) = city.accept(terms.clone());
    assert_eq!((&city.alliance.order(id).unwrap().terms, holder), (&terms, Some(c)));
}

/// rules 4: a member that has left may be named as excluded or as having taken the order.
#[test]
fn one_that_left_may_be_excluded_or_have_taken_the_order() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [left, stays] = city.members(Finance, &[tax]);
    city.act(Act::Withdraw { member: left });
    let terms = Order { taken_by: Some(left), excluded: set(&[left]), ..plain(tax) };
    assert_eq!(city.accept(terms).1, Some(stays));
}

/// rules 4: the member whose staff took an order may be given it, by turn or by designation.
#[test]
fn who_took_an_order_may_be_given_it() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    let by_turn = city.accept(Order { taken_by: Some(a), ..plain(tax) }).1;
    let named = city.accept(Order { taken_by: Some(b), designated: Some(b), ..plain(tax) }).1;
    assert_eq!([by_turn, named], [Some(a), Some(b)]);
}

/// rules 4: an order comes in through any station, at it or by telephone.
#[test]
fn orders_come_through_any_station_and_channel() {
    let mut city = City::literal();
    city.act(Act::OpenStation { name: name("观海卫") });
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    let second = Order { station: station(2), channel: Channel::Telephone, ..plain(tax) };
    assert_eq!([city.accept(second).1, city.accept(plain(tax)).1], [Some(a), Some(b)]);
}
