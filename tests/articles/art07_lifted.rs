//! Article 7: the bar of a member that declined an order is lifted (rules 7.8).

use paidan::Category::Finance;
use paidan::{
    Act, Bar, Barred, Event, ItemId, Loss, Mediation, MemberId, Order, OrderId, OrderState, Policy,
    Refusal,
};

use crate::common::acts::{call_off, complete, mediate, reassign, with_cause, without_cause};
use crate::common::{City, by_turn, member, naming, order, plain, set, with_an_order};

fn lift(order: OrderId, member: MemberId) -> Act {
    Act::LiftBar { order, member }
}

fn lifted(order: OrderId, member: MemberId) -> Event {
    Event::BarLifted { order, member }
}

fn not_barred(order: OrderId, member: MemberId) -> Refusal {
    Refusal::NotBarredByDeclining { order, member }
}

/// Members who offer tax; order 1 went to the first, which declined it with cause.
fn declined<const N: usize>() -> (City, ItemId, OrderId, [MemberId; N]) {
    // The recommended policy judges no cap on so few orders.
    let (mut city, tax, order, members) = with_an_order(Policy::recommended());
    city.act(with_cause(order));
    (city, tax, order, members)
}

fn barred(city: &City, order: OrderId) -> Vec<Barred> {
    city.alliance.order(order).unwrap().barred.as_slice().to_vec()
}

/// rules 7.8: if the order is held, it is tried, and may go to the very member.
#[test]
fn a_held_order_is_tried() {
    let (mut city, _, order, [a]) = declined();
    assert_eq!(city.state(order), OrderState::Held);
    let expected = [lifted(order, a), by_turn(order, a)];
    assert_eq!(city.act(lift(order, a)).events, expected);
    assert_eq!((city.holder(order), barred(&city, order)), (Some(a), vec![]));
}

/// rules 7.8 and 5.3: with the others: one that still finds nobody leaves no record.
#[test]
fn a_held_order_is_tried_with_the_others() {
    let (mut city, tax, first, [a]) = declined();
    let nobodys = city.item(Finance);
    city.accept(plain(nobodys));
    let (third, _) = city.accept(plain(tax));
    city.act(with_cause(third));
    let expected = [lifted(third, a), by_turn(third, a)];
    assert_eq!(city.act(lift(third, a)).events, expected);
    assert_eq!(city.alliance.held_orders().collect::<Vec<_>>(), [first, order(2)]);
    city.suspend(&[a]);
    assert_eq!(city.act(lift(first, a)).events, [lifted(first, a)], "it is suspended");
    city.open("2025-02-01");
    assert_eq!(city.holder(first), Some(a));
}

/// rules 7.8: an order that is with another stays there; lost again, it may come back by turn.
#[test]
fn an_order_elsewhere_stays() {
    let (mut city, _, order, [a, b]) = declined();
    assert_eq!((city.holder(order), city.line(Finance)), (Some(b), vec![a, b]));
    assert_eq!(city.act(lift(order, a)).events, [lifted(order, a)]);
    assert_eq!((city.holder(order), city.line(Finance)), (Some(b), vec![a, b]));
    city.act(with_cause(order));
    assert_eq!(city.holder(order), Some(a));
    assert_eq!(barred(&city, order), [Barred { member: b, by: Loss::Declined }]);
}

/// rules 7.8: it may then be named, too: in a reassignment, and for an order that is held.
#[test]
fn it_may_be_named_then() {
    let (mut city, _, order, [a, b]) = declined();
    city.act(lift(order, a));
    city.act(reassign(order, Some(a)));
    assert_eq!(city.holder(order), Some(a));
    let (mut city, _, order, [a]) = declined();
    city.suspend(&[a]);
    let bar = Refusal::DesignatedBarred { member: a, bar: Bar::Declined };
    assert_eq!(city.refused(Act::Designate { order, member: a }), bar);
    city.act(lift(order, a));
    city.act(Act::Designate { order, member: a });
    assert_eq!(city.holder(order), Some(a));
    assert_ne!(a, b);
}

/// rules 7.8: found in mediation or by the platform at once, the bar is one of declining.
#[test]
fn a_cause_found_in_mediation_is_lifted_too() {
    let (mut city, _, order, [a, b]) = with_an_order(Policy::recommended());
    city.act(without_cause(order));
    assert_eq!(city.refused(lift(order, a)), not_barred(order, a), "not barred yet");
    city.act(mediate(order, Mediation::CauseFound));
    assert_eq!(city.act(lift(order, a)).events, [lifted(order, a)]);
    assert_eq!(city.refused(lift(order, b)), not_barred(order, b));
    assert_eq!(city.refused(lift(order, a)), not_barred(order, a), "lifted once");
}

/// rules 7.8: it may be lifted whatever the order's state is, until it has ended.
#[test]
fn until_the_order_has_ended() {
    let (mut city, _, order, [a, _]) = declined();
    let mut mediated = city.clone();
    mediated.act(without_cause(order));
    mediated.act(lift(order, a));
    let mut ended = city.clone();
    ended.act(call_off(order));
    assert_eq!(ended.refused(lift(order, a)), Refusal::OrderEnded { order });
    city.act(complete(order, "2025-01-02"));
    city.act(lift(order, a));
    city.act(Act::Settle { order });
    assert_eq!(city.refused(lift(order, a)), Refusal::OrderEnded { order });
}

/// rules 7.8: any id of the firm may be named, the one it had then or the one it has now, and is the
/// one concluded; the firm, under its new id, is barred no longer.
#[test]
fn any_id_of_the_firm_may_be_named() {
    for by_the_old in [true, false] {
        let (mut city, _, order, [a]) = declined();
        city.act(Act::Withdraw { member: a });
        city.open("2025-03-01");
        let again = city.come_back(a);
        assert_eq!(city.state(order), OrderState::Held);
        let named = if by_the_old { a } else { again };
        let expected = [lifted(order, named), by_turn(order, again)];
        assert_eq!(city.act(lift(order, named)).events, expected);
        assert_eq!(barred(&city, order), []);
    }
}

/// rules 7.8: it may be lifted of a firm that has left; it counts when the firm comes back.
#[test]
fn of_a_firm_that_has_left() {
    let (mut city, _, order, [a]) = declined();
    city.act(Act::Withdraw { member: a });
    assert_eq!(city.act(lift(order, a)).events, [lifted(order, a)]);
    assert_eq!(city.state(order), OrderState::Held);
    city.open("2025-03-01");
    let again = city.come_back(a);
    assert_eq!(city.holder(order), Some(again));
}

/// rules 7.8 and 8.2: the bar of a reassignment stays, and is none of declining; another firm's bar
/// stays, too.
#[test]
fn the_bar_of_a_reassignment_stays() {
    let (mut city, _, order, [a, b, c]) = declined();
    city.act(reassign(order, None));
    assert_eq!(city.holder(order), Some(c));
    city.act(with_cause(order));
    assert_eq!(city.refused(lift(order, b)), not_barred(order, b));
    city.act(lift(order, c));
    assert_eq!(city.holder(order), Some(c));
    let stays = [(a, Loss::Declined), (b, Loss::Reassigned)];
    assert_eq!(barred(&city, order), stays.map(|(member, by)| Barred { member, by }));
}

/// rules 7.8: the bars of a conflict of interest and of an own order stay, and are none of declining.
#[test]
fn the_bar_of_a_conflict_of_interest_stays() {
    let mut city = City::new(Policy::recommended());
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    let (order, _) = city.accept(Order { excluded: set(&[a]), ..naming(tax, b) });
    assert_eq!(city.refused(lift(order, a)), not_barred(order, a));
    city.act(with_cause(order));
    city.edit(|snapshot| {
        let paidan::OrderRow::Kept(record) = &mut snapshot.orders[0] else { panic!("kept") };
        record.barred = set(&[a, b].map(|member| Barred { member, by: Loss::Declined }));
    });
    assert_eq!(city.act(lift(order, a)).events, [lifted(order, a)]);
    assert_eq!(city.state(order), OrderState::Held);
    let bar = Refusal::DesignatedBarred { member: a, bar: Bar::ConflictOfInterest };
    assert_eq!(city.refused(Act::Designate { order, member: a }), bar);
}

/// rules 14: `LiftBar`: unknown, the order before the member; order ended; not barred by declining.
#[test]
fn lift_bar_in_its_order() {
    let (mut city, _, held, [a]) = declined();
    let (ended, _) = city.accept(plain(crate::common::item(1)));
    city.act(call_off(ended));
    let asked = [(order(9), member(9)), (ended, member(9)), (ended, a), (held, member(9))];
    let expected = [
        Refusal::UnknownOrder { order: order(9) },
        Refusal::UnknownMember { member: member(9) },
        Refusal::OrderEnded { order: ended },
        Refusal::UnknownMember { member: member(9) },
    ];
    assert_eq!(asked.map(|(order, member)| city.refused(lift(order, member))), expected);
    let b = city.member(Finance, &[crate::common::item(1)]);
    assert_eq!(city.holder(held), Some(b));
    assert_eq!(city.refused(lift(held, b)), not_barred(held, b));
    city.act(lift(held, a));
}
