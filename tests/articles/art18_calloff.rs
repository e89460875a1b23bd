//! Article 18: an order is called off before work begins, or its goal is not reached (rules 7.6,
//! 7.7).

use paidan::Category::Finance;
use paidan::{Act, End, Event, ItemId, Money, Order, OrderId, Policy, Refusal, TallyEffect, Work};

use crate::common::acts::{call_off, reassign, without_cause};
use crate::common::{City, enterprise, member, money, plain, priced};

/// Members 1 and 2; order 1, with a deposit of 5000.00, is with member 1.
fn city() -> (City, ItemId, OrderId) {
    let mut city = City::new(Policy::recommended());
    let tax = city.item(Finance);
    city.members::<2>(Finance, &[tax]);
    let (order, _) = city.accept(Order { ask_deposit: true, ..priced(tax, "8000.00") });
    assert_eq!(city.holder(order), Some(member(1)));
    (city, tax, order)
}

const DEPOSIT: Money = Money::from_yuan(5000);

/// What calling order 1 off concludes.
fn called_off(order: OrderId, tally: TallyEffect) -> [Event; 4] {
    [
        Event::CameOff { order, member: member(1), tally },
        Event::WentBack { order, member: member(1), place: 1.try_into().unwrap() },
        Event::CalledOff { order },
        Event::DepositReturned { order, amount: DEPOSIT },
    ]
}

/// rules 7.6: it comes off the tally, the member goes back, the order is cancelled, the deposit
/// returned; nobody is to blame.
#[test]
fn calling_off_takes_everything_back() {
    let (mut city, tax, order) = city();
    let events = city.act(call_off(order)).events;
    assert_eq!(events, called_off(order, TallyEffect::ComesOff));
    assert_eq!(
        (city.tallied(member(1), tax), city.line(Finance)),
        ((0, 0), [1, 2].map(member).into())
    );
    assert_eq!(city.alliance.tallied_total(), (0, money("0.00")));
    assert_eq!(city.alliance.end_of(order), Some(End::Cancelled));
    assert_eq!(city.alliance.open_orders_of(member(1)), 0);
    assert!(!city.alliance.enterprise(enterprise(1)).unwrap().blacklisted);
    assert_eq!(city.turn(tax), Some(member(1)));
}

/// rules 7.6 and 6.2: in a later month the closed month stays, the place comes back all the same.
#[test]
fn calling_off_in_a_later_month() {
    let (mut city, tax, order) = city();
    city.open("2025-02-01");
    city.designate_to(tax, member(1), "10.00");
    let events = city.act(call_off(order)).events;
    assert_eq!(events, called_off(order, TallyEffect::Stays));
    assert_eq!(
        (city.tallied(member(1), tax), city.line(Finance)),
        ((1, 1), [1, 2].map(member).into())
    );
    assert_eq!(city.alliance.tallied_total(), (1, money("10.00")));
}

/// rules 7.6: not when work has begun.
#[test]
fn work_must_not_have_begun() {
    let (mut city, _, order) = city();
    let refused = city.refused(Act::CallOff { order, work: Work::Begun });
    assert_eq!(refused, Refusal::WorkHasBegun { order });
    city.act(call_off(order));
}

/// rules 7.6: an order that is being mediated is not called off.
#[test]
fn a_declined_order_is_not_called_off() {
    let (mut city, _, order) = city();
    city.act(without_cause(order));
    assert_eq!(city.refused(call_off(order)), Refusal::OrderNotAssigned { order });
}

/// rules 15: calling off others' orders shrinks what a share is measured against.
#[test]
fn calling_off_shrinks_the_whole() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let members: [_; 3] = city.members(Finance, &[tax]);
    let orders = [(); 3].map(|()| city.accept(plain(tax)).0);
    city.act(call_off(orders[2]));
    let at_half = |member| city.tallied(member, tax);
    assert_eq!(members.map(at_half), [(1, 2), (1, 2), (0, 2)]);
    city.open("2025-02-01");
    assert_eq!(city.alliance.suspensions().len(), 2);
}

/// rules 7.7: no fee, no blame, the deposit is returned; tallies, lines and runs stay.
#[test]
fn failure_is_without_blame() {
    let (mut city, tax, order) = city();
    let lost = city.accept(plain(tax)).0;
    city.act(reassign(lost, None));
    let failing = city.holder(lost).unwrap();
    let run = |city: &City| [1, 2].map(|id| city.alliance.member(member(id)).unwrap().run);
    let before = (city.line(Finance), city.tallied(failing, tax), run(&city));
    assert_eq!(before.2, [0, 1]);
    let expected = [Event::Failed { order }, Event::DepositReturned { order, amount: DEPOSIT }];
    assert_eq!(city.act(Act::Fail { order }).events, expected);
    // Without a deposit there is nothing to return.
    assert_eq!(city.act(Act::Fail { order: lost }).events, [Event::Failed { order: lost }]);
    assert_eq!((city.line(Finance), city.tallied(failing, tax), run(&city)), before);
    let ends = [order, lost].map(|order| city.alliance.end_of(order));
    assert_eq!(ends, [Some(End::Failed); 2]);
    assert!(!city.alliance.enterprise(enterprise(1)).unwrap().blacklisted);
    assert_eq!(city.alliance.open_orders_of(failing), 0);
}

/// rules 7.7: a run stays that of the member whose order fails, too.
#[test]
fn failure_ends_no_run() {
    let (mut city, tax, order) = city();
    city.act(reassign(order, None));
    let (own, _) = city.accept(Order { designated: Some(member(1)), ..plain(tax) });
    city.act(Act::Fail { order: own });
    assert_eq!(city.alliance.member(member(1)).unwrap().run, 1);
}
