//! Article 16 where nobody is eligible: held orders (rules 5.3).

use paidan::Category::{Comprehensive, Finance};
use paidan::{
    Act, Basis, Counted, DesignationUsesTurn, End, Event, ItemId, MemberId, Money, Motion, Order,
    OrderId, Policy, Refusal, Suspension,
};

use crate::common::{City, by_turn, given, money, month, order, plain, priced, set};

fn held(city: &City) -> Vec<OrderId> {
    city.alliance.held_orders().collect()
}

/// A city whose two members are both suspended until February, with three orders held: the first
/// excludes member a.
fn three_held(policy: Policy) -> (City, ItemId, [MemberId; 2]) {
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    let from_all = [a, b].map(|member| Suspension { member, item: None, cap: None });
    city.edit(|snapshot| snapshot.suspensions = from_all.to_vec());
    city.accept(Order { excluded: set(&[a]), ..plain(tax) });
    city.accept(plain(tax));
    city.accept(plain(tax));
    (city, tax, [a, b])
}

/// rules 5.3: when nobody is eligible the order is accepted and held.
#[test]
fn with_nobody_eligible_an_order_is_held() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let events = city.act(Act::Accept(plain(tax))).events;
    let id = order(1);
    let expected = [Event::Accepted { order: id, deposit: Money::ZERO }, Event::Held { order: id }];
    assert_eq!((&events[..], held(&city)), (&expected[..], vec![id]));
}

/// rules 5.3: a held order is counted nowhere, and moves nobody.
#[test]
fn a_held_order_is_counted_nowhere() {
    let mut city = City::literal();
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let members: [MemberId; 2] = city.members(Finance, &[tax]);
    city.accept(plain(audit));
    assert_eq!(city.alliance.tallied_total(), (0, Money::ZERO));
    assert_eq!(members.map(|member| city.alliance.open_orders_of(member)), [0, 0]);
    assert_eq!(city.line(Finance), members);
}

/// rules 5.3: when a month opens held orders are tried in order of submission, each on the state
/// the one before left.
#[test]
fn held_orders_are_tried_when_a_month_opens() {
    let (mut city, _, [a, b]) = three_held(Policy::cixi_2021());
    let [closed, opened] = [month("2025-01"), month("2025-02")];
    let expected = [
        Event::MonthClosed { month: closed },
        Event::MonthOpened { month: opened },
        by_turn(order(1), b),
        by_turn(order(2), a),
        by_turn(order(3), b),
    ];
    assert_eq!(city.open("2025-02-01").events, expected);
    assert_eq!((held(&city), city.line(Finance)), (vec![], vec![a, b]));
}

/// rules 5.3: after an admission; what still finds nobody leaves no record.
#[test]
fn held_orders_are_tried_after_an_admission() {
    let mut city = City::literal();
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let orders = [tax, audit, tax].map(|item| city.accept(plain(item)).0);
    let firm = city.application(Finance, &[tax]);
    let events = city.act(Act::Admit(firm)).events;
    let member = MemberId::at(0).unwrap();
    let expected = [
        Event::Admitted { member },
        Event::JoinedLine { member, category: Finance },
        by_turn(orders[0], member),
        by_turn(orders[2], member),
    ];
    assert_eq!((&events[..], held(&city)), (&expected[..], vec![orders[1]]));
}

/// rules 5.3: after offers widened, not after a change that only narrows.
#[test]
fn held_orders_are_tried_after_offers_widened() {
    let mut city = City::literal();
    let [tax, audit, books] = [Finance; 3].map(|category| city.item(category));
    let a = city.member(Finance, &[tax, audit]);
    let (waiting, _) = city.accept(plain(books));
    let narrowed = city.offer(a, &[tax]);
    let swapped = city.offer(a, &[audit]);
    let widened = city.offer(a, &[audit, books]);
    let changed = Event::OffersChanged { member: a };
    assert_eq!([narrowed.events, swapped.events], [[changed], [changed]]);
    assert_eq!(widened.events, [changed, by_turn(waiting, a)]);
}

/// rules 5.3: after a widening it is the line that decides, not the one who widened.
#[test]
fn a_tried_order_goes_by_turn_like_any() {
    let mut city = City::literal();
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let [a, b] = city.members(Finance, &[tax]);
    let from_tax = Suspension { member: a, item: None, cap: None };
    city.edit(|snapshot| snapshot.suspensions = vec![from_tax]);
    let (waiting, _) = city.accept(plain(audit));
    assert_eq!(given(&city.offer(a, &[tax, audit])), []);
    assert_eq!(given(&city.offer(b, &[audit])), [(waiting, b)]);
}

/// rules 5.3: the enterprise may cancel a held order without consequence.
#[test]
fn a_held_order_may_be_cancelled() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [first, second] = [(); 2].map(|()| city.accept(plain(tax)).0);
    let cancelled = city.act(Act::Cancel { order: first });
    assert_eq!(cancelled.events, [Event::Cancelled { order: first }]);
    assert_eq!((city.alliance.end_of(first), held(&city)), (Some(End::Cancelled), vec![second]));
    let a = city.member(Finance, &[tax]);
    assert_eq!(city.alliance.open_orders_of(a), 1);
    let not_held = [first, second].map(|order| city.refused(Act::Cancel { order }));
    assert_eq!(not_held, [first, second].map(|order| Refusal::OrderNotHeld { order }));
}

/// rules 5.3: the deposit of a cancelled order is returned; one that comes to nothing is not.
#[test]
fn cancelling_returns_the_deposit() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let asked = Order { ask_deposit: true, ..priced(tax, "300.00") };
    let (id, _) = city.accept(asked);
    let amount = money("300.00");
    assert_eq!(city.alliance.order(id).unwrap().deposit, amount);
    let returned = Event::DepositReturned { order: id, amount };
    let events = city.act(Act::Cancel { order: id }).events;
    assert_eq!(events, [Event::Cancelled { order: id }, returned]);
}

/// rules 5.3: the enterprise may designate a member for a held order, suspended or not.
#[test]
fn a_member_may_be_named_for_a_held_order() {
    let (mut city, _, [a, b]) = three_held(Policy::cixi_2021());
    let outcome = city.act(Act::Designate { order: order(2), member: b });
    let given_to_b = Event::Dispatched {
        order: order(2),
        member: b,
        basis: Basis::Designation,
        motion: Motion::Stays,
        counted: Counted::Yes,
    };
    assert_eq!(outcome.events, [given_to_b]);
    assert_eq!((held(&city), city.line(Finance)), (vec![order(1), order(3)], vec![a, b]));
    assert_eq!(city.alliance.tallied_orders(b, ItemId::at(0).unwrap()), 1);
    let again = city.refused(Act::Designate { order: order(2), member: a });
    assert_eq!(again, Refusal::OrderNotHeld { order: order(2) });
}

/// rules 5.1: where designation uses a turn, so does one of a held order.
#[test]
fn naming_a_member_for_a_held_order_may_use_its_turn() {
    let designation_uses_turn = DesignationUsesTurn::Yes;
    let policy = Policy { designation_uses_turn, ..Policy::cixi_2021() };
    let (mut city, _, [a, b]) = three_held(policy);
    city.act(Act::Designate { order: order(2), member: a });
    assert_eq!(city.line(Finance), [b, a]);
}

/// rules 5.3: a held order keeps its place in the order of submission.
#[test]
fn held_orders_stay_in_order_of_submission() {
    let mut city = City::literal();
    let [tax, plan] = [Finance, Comprehensive].map(|category| city.item(category));
    let ids = [plan, tax, plan, tax].map(|item| city.accept(plain(item)).0);
    city.open("2025-02-01");
    city.act(Act::Cancel { order: ids[1] });
    assert_eq!(held(&city), [ids[0], ids[2], ids[3]]);
    let a = city.member(Comprehensive, &[plan]);
    assert_eq!((held(&city), city.alliance.open_orders_of(a)), (vec![ids[3]], 2));
}
