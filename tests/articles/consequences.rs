//! What the rules lead to, shown and not prevented (rules 15). More of it stands with the clauses it
//! follows from.

use core::num::NonZeroU32;

use paidan::Category::Finance;
use paidan::{Act, ItemId, MemberId, Order, Policy, Turn};

use crate::common::acts::call_off;
use crate::common::{City, plain, set};

const MANY: NonZeroU32 = NonZeroU32::new(1_000).unwrap();

/// Members who offer two items.
fn city<const N: usize>(policy: Policy) -> (City, [ItemId; 2], [MemberId; N]) {
    let mut city = City::new(policy);
    let items = [(); 2].map(|()| city.item(Finance));
    let members = city.members(Finance, &items);
    (city, items, members)
}

/// How many of four firms are suspended after a month with these orders, each for an item by index.
fn suspended_after(orders: [usize; 8]) -> usize {
    let mut policy = Policy::cixi_2021();
    policy.caps.amount_min_orders = MANY;
    let (mut city, items, _) = city::<4>(policy);
    for index in orders {
        city.turn(items[index]);
    }
    city.open("2025-02-01");
    city.alliance.suspensions().len()
}

/// rules 15: where kinds of orders come in step with the line, each firm gets one kind only, and
/// reaches a cap that mixed orders would not.
#[test]
fn orders_in_step_with_the_line_reach_caps() {
    assert_eq!(suspended_after([0, 1, 0, 1, 0, 1, 0, 1]), 4);
    assert_eq!(suspended_after([0, 1, 0, 1, 1, 0, 1, 0]), 0);
}

/// rules 15: orders held while all are suspended go, all at once, to whoever is admitted first.
#[test]
fn held_orders_go_to_whoever_is_admitted_first() {
    let (mut city, [tax, _], [a, b]) = city(Policy::recommended());
    city.suspend(&[a, b]);
    let orders = [(); 5].map(|()| city.accept(plain(tax)).0);
    let first = city.member(Finance, &[tax]);
    let second = city.member(Finance, &[tax]);
    assert_eq!(orders.map(|order| city.holder(order)), [Some(first); 5]);
    assert_eq!(city.alliance.open_orders_of(second), 0);
}

/// rules 15: a first ranking of a year sorts whole lines, whoever had just been served.
#[test]
fn a_first_ranking_may_give_two_turns_in_a_row() {
    let (mut city, [tax, _], [a, b]) = city(Policy::cixi_2021());
    assert_eq!(city.turn(tax), Some(a));
    city.publish(&[(a, 9), (b, 8)]);
    assert_eq!(city.turn(tax), Some(a));
}

/// rules 15: under `Cursor` an order called off gives no turn back.
#[test]
fn under_the_cursor_no_turn_comes_back() {
    let (mut city, [tax, _], [a, b]) = city(Policy { turn: Turn::Cursor, ..Policy::recommended() });
    let (order, taker) = city.accept(plain(tax));
    city.act(call_off(order));
    assert_eq!([taker, city.turn(tax)], [a, b].map(Some));
}

/// rules 15: few members are counted when the month closes: one without an order that goes on leave
/// or changes its offers on the last day decides for all.
#[test]
fn the_last_day_decides_whether_few_are_judged() {
    let acts: [fn(MemberId, ItemId) -> Option<Act>; 4] = [
        |_, _| None,
        |member, _| Some(Act::GrantLeave { member }),
        |member, item| Some(Act::ChangeOffers { member, offers: set(&[item]) }),
        |member, _| Some(Act::Withdraw { member }),
    ];
    let suspended = acts.map(|act| {
        let (mut city, [tax, audit], [a, b, c]) = city(Policy::recommended());
        // All six orders of the month go to a, since b and c will not have them.
        for _ in 0..6 {
            city.accept(Order { excluded: set(&[b, c]), ..plain(tax) });
        }
        city.go("2025-01-31");
        if let Some(act) = act(c, audit) {
            city.act(act);
        }
        city.open("2025-02-01");
        city.alliance.suspensions().iter().map(|of| of.member).collect::<Vec<_>>() == [a]
    });
    assert_eq!(suspended, [true, false, false, false]);
}
