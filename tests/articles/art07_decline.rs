//! Article 7: a member declines an order, and the platform mediates (rules 5.2 d, 7.1, 7.2).

use paidan::Category::Finance;
use paidan::{
    Act, Bar, Barred, Cause, Event, Ground, ItemId, Loss, Mediation, MemberId, Order, OrderId,
    OrderState, Policy, Refusal, TallyEffect,
};

use crate::common::acts::{complete, mediate, reassign, with_cause, without_cause};
use crate::common::{City, by_turn, name, naming, plain, set, with_an_order};

/// Members who offer tax; order 1 is with the first.
fn city<const N: usize>() -> (City, ItemId, OrderId, [MemberId; N]) {
    // The recommended policy judges no cap on so few orders.
    with_an_order(Policy::recommended())
}

/// What a decline begins with.
fn declined(order: OrderId, member: MemberId, cause: Cause) -> Event {
    Event::Declined { order, member, cause }
}

/// What follows when a member loses an order with cause and goes back to its place.
fn loses(order: OrderId, member: MemberId, tally: TallyEffect) -> [Event; 3] {
    [
        Event::CameOff { order, member, tally },
        Event::Barred { order, member, by: Loss::Declined },
        Event::WentBack { order, member, place: 1.try_into().unwrap() },
    ]
}

fn barred(order: OrderId, member: MemberId, bar: Bar) -> (Act, Refusal) {
    (Act::Designate { order, member }, Refusal::DesignatedBarred { member, bar })
}

/// rules 7.2: with cause, in order: declined, off the tally, barred, back to its place, given by turn.
#[test]
fn with_cause_it_goes_on_by_turn() {
    let (mut city, tax, order, [a, b, c]) = city();
    let mut expected = vec![declined(order, a, Cause::Justified)];
    expected.extend(loses(order, a, TallyEffect::ComesOff));
    expected.push(by_turn(order, b));
    assert_eq!(city.act(with_cause(order)).events, expected);
    assert_eq!(city.line(Finance), [a, c, b]);
    assert_eq!((city.tallied(a, tax), city.tallied(b, tax)), ((0, 1), (1, 1)));
    assert_eq!((city.holder(order), city.alliance.open_orders_of(a)), (Some(b), 0));
    let lost = [Barred { member: a, by: Loss::Declined }];
    assert_eq!(city.alliance.order(order).unwrap().barred.as_slice(), lost);
}

/// rules 7.2: who declined is barred from this order for good, and from no other.
#[test]
fn who_declined_is_barred_from_this_order_only() {
    let (mut city, tax, order, [a, b]) = city();
    city.act(with_cause(order));
    // a stands first, and would be next.
    assert_eq!(city.line(Finance), [a, b]);
    city.act(with_cause(order));
    assert_eq!((city.holder(order), city.state(order)), (None, OrderState::Held));
    assert_eq!([city.turn(tax), city.turn(tax)], [Some(a), Some(b)]);
    let order_of_loss = [a, b].map(|member| Barred { member, by: Loss::Declined });
    assert_eq!(city.alliance.order(order).unwrap().barred.as_slice(), order_of_loss);
}

/// rules 7.2: an order that was designated goes on by turn, too.
#[test]
fn a_designated_order_goes_on_by_turn() {
    let (mut city, tax, _, [a, b, c]) = city();
    let (order, _) = city.accept(naming(tax, c));
    let expected = [
        declined(order, c, Cause::Justified),
        Event::CameOff { order, member: c, tally: TallyEffect::ComesOff },
        Event::Barred { order, member: c, by: Loss::Declined },
        by_turn(order, b),
    ];
    assert_eq!(city.act(with_cause(order)).events, expected);
    assert_eq!(city.line(Finance), [c, a, b]);
}

/// rules 7.2: with nobody else it is held, until there is somebody.
#[test]
fn with_nobody_else_it_is_held() {
    let (mut city, tax, order, [a]) = city();
    let mut expected = vec![declined(order, a, Cause::Justified)];
    expected.extend(loses(order, a, TallyEffect::ComesOff));
    expected.push(Event::Held { order });
    assert_eq!(city.act(with_cause(order)).events, expected);
    assert_eq!((city.tallied(a, tax), city.line(Finance)), ((0, 0), vec![a]));
    city.open("2025-02-01");
    assert_eq!(city.state(order), OrderState::Held);
    let b = city.member(Finance, &[tax]);
    assert_eq!((city.holder(order), city.tallied(b, tax)), (Some(b), (1, 1)));
}

/// rules 5.3 and 5.2 d: a held order is not designated to who declined it.
#[test]
fn a_held_order_is_not_designated_to_who_declined_it() {
    let (mut city, _, order, [a]) = city();
    city.act(with_cause(order));
    let (act, refusal) = barred(order, a, Bar::Declined);
    assert_eq!(city.refused(act), refusal);
}

/// rules 2.1: that a member declined goes with its code, over withdrawals and admissions.
#[test]
fn having_declined_goes_with_the_code() {
    let (mut city, _, order, [a]) = city();
    city.act(with_cause(order));
    let mut firm = a;
    for back in ["2025-03-01", "2025-05-01"] {
        city.act(Act::Withdraw { member: firm });
        city.open(back);
        firm = city.come_back(firm);
        assert_eq!(city.state(order), OrderState::Held, "{back}");
        let (act, refusal) = barred(order, firm, Bar::Declined);
        assert_eq!(city.refused(act), refusal, "{back}");
    }
}

/// rules 2.1: that an order was taken from a member goes with its code, too.
#[test]
fn having_lost_it_to_another_goes_with_the_code() {
    let (mut city, _, order, [a, b]) = city();
    city.act(reassign(order, None));
    city.act(with_cause(order));
    assert_eq!(city.state(order), OrderState::Held);
    city.act(Act::Withdraw { member: a });
    city.open("2025-03-01");
    let again = city.come_back(a);
    assert_eq!(city.state(order), OrderState::Held);
    for (member, bar) in [(again, Bar::Reassigned), (b, Bar::Declined)] {
        let (act, refusal) = barred(order, member, bar);
        assert_eq!(city.refused(act), refusal);
    }
}

/// rules 2.1: a conflict of interest goes with the code; also one stated of a member that left.
#[test]
fn a_conflict_of_interest_goes_with_the_code() {
    for leaves_first in [false, true] {
        let mut city = City::literal();
        let tax = city.item(Finance);
        let a = city.member(Finance, &[tax]);
        let excluding = Order { excluded: set(&[a]), ..plain(tax) };
        let leave = Act::Withdraw { member: a };
        if leaves_first {
            city.act(leave.clone());
        }
        let (order, nobody) = city.accept(excluding.clone());
        if !leaves_first {
            city.act(leave);
        }
        city.open("2025-03-01");
        let again = city.come_back(a);
        assert_eq!((nobody, city.state(order)), (None, OrderState::Held));
        let (act, refusal) = barred(order, again, Bar::ConflictOfInterest);
        assert_eq!(city.refused(act), refusal);
        // A new order that names the firm by its old id excludes it as well.
        assert_eq!(city.accept(excluding.clone()).1, None);
        let naming_it = Order { designated: Some(again), ..excluding };
        let bar = Bar::ConflictOfInterest;
        let refusal = Refusal::DesignatedBarred { member: again, bar };
        assert_eq!(city.refused(Act::Accept(naming_it)), refusal);
        assert_eq!(city.turn(tax), Some(again));
    }
}

/// rules 5.2 d: an enterprise's own order does not go to it, however it is given.
#[test]
fn an_own_order_never_goes_to_the_enterprise() {
    let (mut city, tax, _, [a, b]) = city();
    let code = city.alliance.member(a).unwrap().code;
    city.act(Act::RegisterEnterprise { name: name("企业"), code });
    let own = Order { enterprise: crate::common::enterprise(3), ..plain(tax) };
    let (order, taker) = city.accept(own);
    assert_eq!(taker, Some(b));
    city.act(with_cause(order));
    let (act, refusal) = barred(order, a, Bar::OwnOrder);
    assert_eq!((city.state(order), city.refused(act)), (OrderState::Held, refusal));
}

/// rules 7.2: without cause the order is declined, and nothing else changes.
#[test]
fn without_cause_it_is_declined() {
    let (mut city, tax, order, [a, b]) = city();
    let OrderState::Assigned(giving) = city.state(order) else { panic!("assigned") };
    let expected = [declined(order, a, Cause::None)];
    assert_eq!(city.act(without_cause(order)).events, expected);
    assert_eq!(city.state(order), OrderState::Declined(giving));
    assert_eq!((city.tallied(a, tax), city.line(Finance)), ((1, 1), vec![b, a]));
    assert!(city.alliance.order(order).unwrap().barred.is_empty());
    // It is open, so its member may not withdraw, nor complete it.
    let open = Refusal::MemberHasOpenOrders { member: a, open: 1 };
    assert_eq!(city.refused(Act::Withdraw { member: a }), open);
    assert_eq!(city.refused(complete(order, "2025-01-02")), Refusal::OrderNotAssigned { order });
}

/// rules 7.2: it complied: assigned again, same member and same giving, also a month later.
#[test]
fn mediation_it_complied() {
    let (mut city, tax, order, [a, b]) = city();
    let before = city.state(order);
    city.act(without_cause(order));
    city.open("2025-02-01");
    let resumed = [Event::Resumed { order, member: a }];
    assert_eq!(city.act(mediate(order, Mediation::Complied)).events, resumed);
    assert_eq!(city.state(order), before);
    assert_eq!((city.tallied(a, tax), city.line(Finance)), ((0, 0), vec![b, a]));
    // It may decline once more, now with cause, and still goes back.
    let mut expected = vec![declined(order, a, Cause::Justified)];
    expected.extend(loses(order, a, TallyEffect::Stays));
    expected.push(by_turn(order, b));
    assert_eq!(city.act(with_cause(order)).events, expected);
}

/// rules 7.2: cause was found after all: as with cause.
#[test]
fn mediation_cause_was_found() {
    let (mut city, tax, order, [a, b]) = city();
    city.act(without_cause(order));
    let mut expected = vec![Event::CauseFound { order, member: a }];
    expected.extend(loses(order, a, TallyEffect::ComesOff));
    expected.push(by_turn(order, b));
    assert_eq!(city.act(mediate(order, Mediation::CauseFound)).events, expected);
    assert_eq!((city.tallied(a, tax), city.tallied(b, tax)), ((0, 1), (1, 1)));
    assert_eq!((city.holder(order), city.line(Finance)), (Some(b), vec![a, b]));
    assert!(city.alliance.member(a).unwrap().is_current());
}

/// rules 7.2 and 6.2: found in a later month, the closed month stays, and it counts in the new one.
#[test]
fn mediation_cause_was_found_a_month_later() {
    let (mut city, tax, order, [a, b]) = city();
    city.act(without_cause(order));
    city.open("2025-02-01");
    city.designate_to(tax, a, "100.00");
    let mut expected = vec![Event::CauseFound { order, member: a }];
    expected.extend(loses(order, a, TallyEffect::Stays));
    expected.push(by_turn(order, b));
    assert_eq!(city.act(mediate(order, Mediation::CauseFound)).events, expected);
    assert_eq!((city.tallied(a, tax), city.tallied(b, tax)), ((1, 2), (1, 2)));
}

/// rules 7.2 and 10.2: it did not comply: it exits by ground 1, leaves its lines, and its open
/// orders go on in order of submission, this one among them.
#[test]
fn mediation_it_did_not_comply() {
    let (mut city, tax, order, [a, b, c]) = city();
    let (named, _) = city.accept(naming(tax, a));
    let later = city.accept(naming(tax, a)).0;
    city.act(without_cause(named));
    let came_off = |order| Event::CameOff { order, member: a, tally: TallyEffect::ComesOff };
    let expected = [
        Event::Expelled { member: a, ground: Ground::DeclinedWithoutCause },
        Event::LeftLine { member: a, category: Finance },
        came_off(order),
        by_turn(order, b),
        came_off(named),
        by_turn(named, c),
        came_off(later),
        by_turn(later, b),
    ];
    assert_eq!(city.act(mediate(named, Mediation::DidNotComply)).events, expected);
    assert_eq!((city.tallied(a, tax), city.tallied(b, tax)), ((0, 3), (2, 3)));
    assert_eq!((city.line(Finance), city.alliance.open_orders_of(a)), (vec![c, b], 0));
    assert_eq!(Ground::DeclinedWithoutCause.number(), 1);
}

/// rules 7.2: with nobody else its orders are held.
#[test]
fn mediation_it_did_not_comply_and_nobody_is_left() {
    let (mut city, tax, order, [a]) = city();
    city.act(without_cause(order));
    let expected = [
        Event::Expelled { member: a, ground: Ground::DeclinedWithoutCause },
        Event::LeftLine { member: a, category: Finance },
        Event::CameOff { order, member: a, tally: TallyEffect::ComesOff },
        Event::Held { order },
    ];
    assert_eq!(city.act(mediate(order, Mediation::DidNotComply)).events, expected);
    let b = city.member(Finance, &[tax]);
    assert_eq!(city.holder(order), Some(b));
}

/// rules 2.4: completed orders are not open, and keep nobody in the alliance; held ones neither.
#[test]
fn who_has_no_open_order_may_withdraw() {
    let (mut city, tax, order, [a]) = city();
    city.act(complete(order, "2025-01-02"));
    let declined = city.accept(plain(tax)).0;
    let open = Refusal::MemberHasOpenOrders { member: a, open: 1 };
    assert_eq!(city.refused(Act::Withdraw { member: a }), open);
    city.act(with_cause(declined));
    city.act(Act::Withdraw { member: a });
    assert!(city.line(Finance).is_empty());
    assert!(matches!(city.state(order), OrderState::Completed(of) if of.member == a));
}
