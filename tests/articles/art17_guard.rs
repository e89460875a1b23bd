//! Article 17 within the month: the guard (rules 6.5).

use paidan::Category::Finance;
use paidan::{
    Basis, CountDesignated, Counted, Dispatch, Event, Guard, ItemId, MemberId, Motion, Order,
    Policy, Share, Suspension, dispatch,
};

use crate::common::{City, naming, plain, priced, set};

/// The guard from so many orders, on the shares in basis points.
fn guarded(min_orders: u32, item_share: u16, amount_share: u16) -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.caps.guard = Guard::On { min_orders: min_orders.try_into().unwrap() };
    policy.caps.item_share = Share::new(item_share).unwrap();
    policy.caps.amount_share = Share::new(amount_share).unwrap();
    policy
}

const ALL: u16 = 10_000;

/// Members a and b offer both items.
fn city(policy: Policy) -> (City, [ItemId; 2], [MemberId; 2]) {
    let mut city = City::new(policy);
    let items = [(); 2].map(|()| city.item(Finance));
    let members = city.members(Finance, &items);
    (city, items, members)
}

fn goes(member: MemberId, basis: Basis, motion: Motion) -> Dispatch {
    Dispatch::Given { member, basis, motion, counted: Counted::Yes }
}

fn by_turn(member: MemberId) -> Dispatch {
    goes(member, Basis::Turn, Motion::ToEnd)
}

fn lifted(member: MemberId) -> Dispatch {
    goes(member, Basis::TurnGuardLifted, Motion::ToEnd)
}

fn preview(city: &City, order: &Order) -> Dispatch {
    dispatch(&city.alliance, order).unwrap()
}

/// rules 6.5: who would have more than its share of the item is passed over, exactly the share is
/// allowed.
#[test]
fn the_guard_allows_exactly_the_share_of_an_item() {
    let (mut city, [tax, audit], [a, b]) = city(guarded(1, 5000, ALL));
    city.designate_to(tax, a, "1.00");
    // a would have 2 of 2, b has 1 of 2.
    assert_eq!(preview(&city, &plain(tax)), by_turn(b));
    assert_eq!(city.turn(tax), Some(b));
    // Each would have 2 of 3: nobody passes. A third one would have 1 of 3.
    assert_eq!(preview(&city, &plain(tax)), lifted(a));
    let c = city.member(Finance, &[tax, audit]);
    assert_eq!(preview(&city, &plain(tax)), by_turn(c));
}

/// rules 6.5: one basis point more or less decides.
#[test]
fn the_guard_is_exact_to_the_basis_point() {
    let given = [4999, 5000].map(|share| {
        let (mut city, [tax, _], [a, b]) = city(guarded(1, share, ALL));
        city.designate_to(tax, b, "1.00");
        let dispatch = preview(&city, &plain(tax));
        (dispatch == by_turn(a), dispatch == lifted(a))
    });
    assert_eq!(given, [(false, true), (true, false)]);
}

/// rules 6.5: the item is guarded once it would have `min_orders`, this order included.
#[test]
fn the_item_is_guarded_from_so_many_orders_of_it() {
    let first = [2, 3].map(|min_orders| {
        let (mut city, [tax, audit], [a, _]) = city(guarded(min_orders, 5000, ALL));
        city.designate_to(tax, a, "1.00");
        // Orders for another item do not make up the number.
        city.designate_to(audit, a, "1.00");
        preview(&city, &plain(tax)).member() == Some(a)
    });
    assert_eq!(first, [false, true]);
}

/// rules 6.5: the amount in the same way, to the fen.
#[test]
fn the_guard_allows_exactly_the_share_of_the_amount() {
    let (mut city, [tax, _], [a, b]) = city(guarded(1, ALL, 3000));
    city.designate_to(tax, b, "70.00");
    // a would have 30.00 of 100.00, then 30.01 of 100.01; b is above in any case.
    assert_eq!(preview(&city, &priced(tax, "30.00")), by_turn(a));
    assert_eq!(preview(&city, &priced(tax, "30.01")), lifted(a));
}

/// rules 6.5: who would have too much of the amount is passed over.
#[test]
fn who_would_have_too_much_of_the_amount_is_passed_over() {
    let (mut city, [tax, audit], [a, b]) = city(guarded(1, ALL, 5000));
    city.designate_to(audit, a, "50.00");
    assert_eq!(preview(&city, &priced(tax, "50.00")), by_turn(b));
    assert_eq!(preview(&city, &priced(tax, "50.01")), lifted(a));
}

/// rules 6.5: the amount is guarded once the month would have `min_orders`, of any item.
#[test]
fn the_amount_is_guarded_from_so_many_orders_in_all() {
    let first = [3, 4].map(|min_orders| {
        let (mut city, [tax, audit], [a, _]) = city(guarded(min_orders, ALL, 5000));
        city.designate_to(tax, a, "1.00");
        city.designate_to(audit, a, "1.00");
        preview(&city, &priced(tax, "1.00")).member() == Some(a)
    });
    assert_eq!(first, [false, true]);
}

/// rules 6.5: when nobody passes, the guard is lifted: the first who passes (a) to (d) takes it.
#[test]
fn the_guard_is_lifted_when_nobody_passes() {
    let (mut city, [tax, audit], [a, b]) = city(guarded(1, 1, 1));
    assert_eq!(preview(&city, &plain(tax)), lifted(a));
    let without_a = Order { excluded: set(&[a]), ..plain(tax) };
    assert_eq!(preview(&city, &without_a), lifted(b));
    city.offer(a, &[audit]);
    assert_eq!(preview(&city, &plain(tax)), lifted(b));
    // Given so, a turn is a turn: the member goes to the end.
    city.turn(tax);
    assert_eq!(city.line(Finance), [a, b]);
    city.turn(audit);
    assert_eq!(city.line(Finance), [b, a]);
}

/// rules 6.5: what is lifted is the guard, not a suspension.
#[test]
fn a_lifted_guard_lifts_no_suspension() {
    let (mut city, [tax, _], [a, b]) = city(guarded(1, 1, 1));
    city.edit(|snapshot| {
        snapshot.suspensions = vec![Suspension { member: a, item: None, cap: None }];
    });
    assert_eq!(preview(&city, &plain(tax)), lifted(b));
    let without_b = Order { excluded: set(&[b]), ..plain(tax) };
    assert_eq!(preview(&city, &without_b), Dispatch::Held);
}

/// rules 6.5: off, nobody is passed over for it.
#[test]
fn without_the_guard_nobody_is_passed_over() {
    let mut policy = guarded(1, 1, 1);
    policy.caps.guard = Guard::Off;
    let (mut city, [tax, _], [a, _]) = city(policy);
    city.designate_to(tax, a, "1.00");
    assert_eq!(preview(&city, &plain(tax)), by_turn(a));
}

/// rules 6.5: a designated order is not guarded, whether it counts or not.
#[test]
fn a_designated_order_is_not_guarded() {
    let options = [(CountDesignated::Yes, Counted::Yes), (CountDesignated::No, Counted::No)];
    for (count_designated, counted) in options {
        let policy = Policy { count_designated, ..guarded(1, 1, 1) };
        let (city, [tax, _], [_, member]) = city(policy);
        let (basis, motion) = (Basis::Designation, Motion::Stays);
        let given = Dispatch::Given { member, basis, motion, counted };
        assert_eq!(preview(&city, &naming(tax, member)), given);
    }
}

/// rules 6.5: the figures are those of the tallies, in which some orders may not count.
#[test]
fn the_guard_looks_at_what_counts() {
    let policy = Policy { count_designated: CountDesignated::No, ..guarded(2, 5000, ALL) };
    let (mut city, [tax, _], [a, b]) = city(policy);
    city.designate_to(tax, a, "1.00");
    // Nothing counted: with this order the item would have 1, fewer than 2.
    assert_eq!(city.turn(tax), Some(a));
    city.designate_to(tax, b, "1.00");
    assert_eq!(preview(&city, &plain(tax)), by_turn(b));
}

/// rules 5.3: held orders are tried with the guard, each on the tallies the one before left.
#[test]
fn held_orders_are_tried_with_the_guard() {
    let (mut city, [tax, _], [a, b]) = city(guarded(2, 5000, ALL));
    city.edit(|snapshot| {
        let from_all = [a, b].map(|member| Suspension { member, item: None, cap: None });
        snapshot.suspensions = from_all.to_vec();
    });
    assert_eq!([(); 3].map(|()| city.turn(tax)), [None; 3]);
    let outcome = city.open("2025-02-01");
    let given = outcome.events.iter().filter_map(|event| match *event {
        Event::Dispatched { member, basis, .. } => Some((member, basis)),
        _ => None,
    });
    let expected = [(a, Basis::Turn), (b, Basis::Turn), (a, Basis::TurnGuardLifted)];
    assert_eq!(given.collect::<Vec<_>>(), expected);
}
