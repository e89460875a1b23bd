//! Article 17: what is added up in a month (rules 6.1, 6.2).

use paidan::Category::{Finance, Research};
use paidan::{Act, CountDesignated, Counted, Event, Order, Policy};

use crate::common::{City, item, money, name, naming, order, plain, priced, station};

/// The city of two items and two members that the tests here share.
fn city(count_designated: CountDesignated) -> City {
    let mut city = City::new(Policy { count_designated, ..Policy::cixi_2021() });
    let [tax, lab] = [Finance, Research].map(|category| city.item(category));
    city.member(Finance, &[tax]);
    city.member(Research, &[lab]);
    city
}

/// Orders of the two members for the two items, their amounts, orders for the items, the whole.
fn tallies(city: &City) -> ([u32; 4], [String; 2], [u32; 2], (u32, String)) {
    let (alliance, [a, b]) = (&city.alliance, [1, 2].map(crate::common::member));
    let [tax, lab] = [1, 2].map(item);
    let own = [(a, tax), (a, lab), (b, tax), (b, lab)].map(|(m, i)| alliance.tallied_orders(m, i));
    let amounts = [a, b].map(|member| alliance.tallied_amount(member).to_string());
    let items = [tax, lab].map(|item| alliance.tallied_item_orders(item));
    let (orders, amount) = alliance.tallied_total();
    (own, amounts, items, (orders, amount.to_string()))
}

fn how_counted(city: &mut City, act: Act) -> Option<Counted> {
    city.act(act).events.iter().find_map(|event| match *event {
        Event::Dispatched { counted, .. } => Some(counted),
        _ => None,
    })
}

/// rules 6.2: an order given adds itself and its price, for member, item and in all.
#[test]
fn an_order_given_adds_itself_and_its_price() {
    let mut city = city(CountDesignated::Yes);
    city.accept(priced(item(1), "100.00"));
    city.accept(priced(item(1), "0.01"));
    city.accept(priced(item(2), "20.00"));
    let expected =
        ([2, 0, 0, 1], ["100.01", "20.00"].map(Into::into), [2, 1], (3, "120.01".into()));
    assert_eq!(tallies(&city), expected);
}

/// rules 6.1: tallies are of the whole city, whatever the station.
#[test]
fn tallies_are_citywide() {
    let mut city = city(CountDesignated::Yes);
    city.act(Act::OpenStation { name: name("观海卫") });
    for number in [1, 2] {
        city.accept(Order { station: station(number), ..plain(item(1)) });
    }
    assert_eq!(city.alliance.tallied_item_orders(item(1)), 2);
}

/// rules 1.3: tallies start empty in each month.
#[test]
fn tallies_start_empty_in_each_month() {
    let mut city = city(CountDesignated::Yes);
    city.turn(item(1));
    city.open("2025-02-01");
    let nothing = ([0; 4], ["0.00", "0.00"].map(Into::into), [0; 2], (0, "0.00".into()));
    assert_eq!(tallies(&city), nothing);
}

/// rules 6.1: designated orders count like any other.
#[test]
fn designated_orders_count() {
    let mut city = city(CountDesignated::Yes);
    let named = Act::Accept(naming(item(1), crate::common::member(1)));
    assert_eq!(how_counted(&mut city, named), Some(Counted::Yes));
    assert_eq!(tallies(&city).3, (1, "100.00".into()));
}

/// rules 6.1: where the city says so, they are left out everywhere.
#[test]
fn designated_orders_may_be_left_out() {
    let mut city = city(CountDesignated::No);
    let named = Act::Accept(naming(item(1), crate::common::member(1)));
    assert_eq!(how_counted(&mut city, named), Some(Counted::No));
    let nothing = ([0; 4], ["0.00", "0.00"].map(Into::into), [0; 2], (0, "0.00".into()));
    assert_eq!(tallies(&city), nothing);
    assert_eq!(how_counted(&mut city, Act::Accept(plain(item(1)))), Some(Counted::Yes));
    assert_eq!(tallies(&city).3, (1, "100.00".into()));
}

/// rules 6.1: a held order that is designated is left out too, one given by turn counts.
#[test]
fn a_held_order_is_left_out_if_it_is_designated() {
    for (option, expected) in
        [(CountDesignated::Yes, Counted::Yes), (CountDesignated::No, Counted::No)]
    {
        // The recommended policy judges no cap on so few orders.
        let mut city = City::new(Policy { count_designated: option, ..Policy::recommended() });
        let tax = city.item(Finance);
        let a = city.member(Finance, &[tax]);
        let suspended = paidan::Suspension { member: a, item: None, cap: None };
        city.edit(|snapshot| snapshot.suspensions = vec![suspended]);
        assert_eq!([city.turn(tax), city.turn(tax)], [None; 2]);
        let designate = Act::Designate { order: order(1), member: a };
        assert_eq!(how_counted(&mut city, designate), Some(expected));
        let orders = u32::from(expected == Counted::Yes);
        assert_eq!(city.alliance.tallied_orders(a, tax), orders);
        city.date = crate::common::date("2025-02-01");
        assert_eq!(how_counted(&mut city, Act::OpenMonth), Some(Counted::Yes));
        assert_eq!(city.alliance.tallied_total(), (1, money("100.00")));
    }
}
