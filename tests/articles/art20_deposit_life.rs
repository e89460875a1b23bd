//! Article 20: what becomes of a deposit (rules 9, 7.3 to 7.7).

use paidan::Category::Finance;
use paidan::{Act, End, Event, Mediation, Money, Order, OrderId, Policy};

use crate::common::acts::{
    call_off, complete, expel, mediate, reassign, undercutting, with_cause, without_cause,
};
use crate::common::{City, enterprise, member, money, priced};

/// A city with so many members and order 1, which has this deposit.
fn city(members: usize, terms: Order, deposit: &str) -> (City, OrderId) {
    let mut city = City::new(Policy::recommended());
    let tax = city.item(Finance);
    for _ in 0..members {
        city.member(Finance, &[tax]);
    }
    let (order, _) = city.accept(Order { ask_deposit: true, ..terms });
    assert_eq!(held(&city, order), money(deposit));
    (city, order)
}

/// An order of a long term whose price policy funds cover.
fn long_term(price: &str) -> Order {
    Order { months: 13, covered: money(price), ..priced(crate::common::item(1), price) }
}

fn held(city: &City, order: OrderId) -> Money {
    city.alliance.order(order).unwrap().deposit
}

/// What an outcome says of a deposit.
fn told(events: &[Event]) -> Vec<Event> {
    let of_deposit = |event: &&Event| {
        matches!(
            event,
            Event::DepositCounted { .. }
                | Event::DepositForfeited { .. }
                | Event::DepositReturned { .. }
        )
    };
    events.iter().filter(of_deposit).copied().collect()
}

type Acts = fn(OrderId) -> Vec<Act>;

/// How an order that a member has comes to its end, and what is told of the deposit.
fn ends(order: OrderId, amount: Money) -> [(Acts, End, Event); 6] {
    let counted = Event::DepositCounted { order, amount };
    let forfeited = Event::DepositForfeited { order, amount };
    let returned = Event::DepositReturned { order, amount };
    [
        (|order| vec![complete(order, "2025-01-02"), Act::Settle { order }], End::Settled, counted),
        (
            |order| vec![complete(order, "2025-01-02"), Act::RecordDefault { order }],
            End::Defaulted,
            forfeited,
        ),
        (|order| vec![Act::Abandon { order }], End::Abandoned, forfeited),
        (|order| vec![without_cause(order), Act::Abandon { order }], End::Abandoned, returned),
        (|order| vec![call_off(order)], End::Cancelled, returned),
        (|order| vec![Act::Fail { order }], End::Failed, returned),
    ]
}

/// rules 9: it counts, is forfeited, or is returned, as the order ends.
#[test]
fn a_deposit_ends_with_its_order() {
    for nth in 0..6 {
        let (mut city, order) = city(1, priced(crate::common::item(1), "8000.00"), "5000.00");
        let (acts, end, event) = ends(order, money("5000.00"))[nth];
        let mut found = Vec::new();
        for act in acts(order) {
            if matches!(act, Act::RecordDefault { .. }) {
                city.go("2025-01-10");
            }
            found.extend(told(&city.act(act).events));
        }
        assert_eq!((found, city.alliance.end_of(order)), (vec![event], Some(end)), "{nth}");
    }
}

/// rules 9: a deposit that came to nothing, like none at all, is not told of.
#[test]
fn a_deposit_of_nothing_is_not_told_of() {
    for nth in 0..6 {
        let (mut city, order) = city(1, long_term("0.01"), "0.00");
        let (acts, end, _) = ends(order, Money::ZERO)[nth];
        for act in acts(order) {
            if matches!(act, Act::RecordDefault { .. }) {
                city.go("2025-01-10");
            }
            assert_eq!(told(&city.act(act).events), []);
        }
        assert_eq!(city.alliance.end_of(order), Some(end));
    }
}

/// rules 5.3 and 9: it is returned when a held order is cancelled.
#[test]
fn it_is_returned_when_a_held_order_is_cancelled() {
    let (mut city, order) = city(0, long_term("3000.00"), "1000.00");
    let amount = money("1000.00");
    let expected = [Event::Cancelled { order }, Event::DepositReturned { order, amount }];
    assert_eq!(city.act(Act::Cancel { order }).events, expected);
}

/// rules 9: a third of 14 999.99 is rounded to the ceiling, and that counts.
#[test]
fn a_third_that_rounds_to_the_ceiling_counts() {
    let (mut city, order) = city(1, long_term("14999.99"), "5000.00");
    let due = Event::Completed { order, member: member(1), due: "2025-01-09".parse().unwrap() };
    assert_eq!(city.act(complete(order, "2025-01-02")).events, [due]);
    let expected =
        [Event::DepositCounted { order, amount: money("5000.00") }, Event::Settled { order }];
    assert_eq!(city.act(Act::Settle { order }).events, expected);
}

/// rules 7.3: a deposit that is the whole fee settles it with the completion; one fen less not.
#[test]
fn a_deposit_of_the_whole_fee_settles_it_at_once() {
    for (price, is_settled) in [("4999.99", true), ("5000.00", true), ("5000.01", false)] {
        let deposit = money(price).min(money("5000.00"));
        let terms = priced(crate::common::item(1), price);
        let (mut city, order) = city(1, terms, &deposit.to_string());
        let due = "2025-01-09".parse().unwrap();
        let completed = Event::Completed { order, member: member(1), due };
        let settled = [Event::DepositCounted { order, amount: deposit }, Event::Settled { order }];
        let expected = [&[completed][..], if is_settled { &settled } else { &[] }].concat();
        assert_eq!(city.act(complete(order, "2025-01-02")).events, expected, "{price}");
        assert_eq!(city.alliance.end_of(order), is_settled.then_some(End::Settled));
    }
}

/// rules 7.3 and 8.3: the run ends with the completion, before the settlement.
#[test]
fn the_run_ends_before_the_order_is_settled() {
    let (mut city, order) = city(2, priced(crate::common::item(1), "300.00"), "300.00");
    city.designate_to(crate::common::item(1), member(1), "1.00");
    city.act(reassign(crate::common::order(2), None));
    let events = city.act(complete(order, "2025-01-02")).events;
    assert_eq!(events[1], Event::RunEnded { member: member(1) });
    assert_eq!(events[3], Event::Settled { order });
}

/// rules 9: it stays with the order however often that is given again, or held.
#[test]
fn it_stays_however_often_the_order_is_given() {
    let (mut city, order) = city(5, priced(crate::common::item(1), "8000.00"), "5000.00");
    let acts = [
        with_cause(order),
        reassign(order, None),
        without_cause(order),
        mediate(order, Mediation::DidNotComply),
        expel(member(4), undercutting(true)),
        with_cause(order),
    ];
    for act in acts {
        assert_eq!(told(&city.act(act).events), []);
        assert_eq!(held(&city, order), money("5000.00"));
    }
    assert_eq!(city.holder(order), None);
    let amount = money("5000.00");
    let returned = Event::DepositReturned { order, amount };
    assert_eq!(told(&city.act(Act::Cancel { order }).events), [returned]);
}

/// rules 7.4 and 9: abandoned in mediation it goes back, and nobody is blacklisted; abandoned after
/// the member complied it is forfeited.
#[test]
fn it_depends_on_the_state_at_the_abandonment() {
    for complies in [false, true] {
        let (mut city, order) = city(1, priced(crate::common::item(1), "8000.00"), "5000.00");
        city.act(without_cause(order));
        if complies {
            city.act(mediate(order, Mediation::Complied));
        }
        let amount = money("5000.00");
        let mut expected = vec![Event::Abandoned { order }];
        if complies {
            expected.push(Event::DepositForfeited { order, amount });
            expected.push(Event::Blacklisted { enterprise: enterprise(1) });
        } else {
            expected.push(Event::DepositReturned { order, amount });
        }
        assert_eq!(city.act(Act::Abandon { order }).events, expected);
        assert_eq!(city.alliance.enterprise(enterprise(1)).unwrap().blacklisted, complies);
    }
}
