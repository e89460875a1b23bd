//! Article 17 within the month where few can serve: what is not guarded (rules 6.5, counted as in 6.3).

use paidan::Category::Finance;
use paidan::{
    Act, Basis, Dispatch, Guard, ItemId, LagFinding, MemberId, Order, OrderId, Policy, Share,
    Standing, dispatch, explain, reassign as preview,
};

use crate::common::acts::{expel, reassign, undercutting};
use crate::common::{City, naming, plain, set};

/// The guard from one order on, with a share that every order exceeds: of the item or of the amount,
/// from so many members on.
fn guarded(of_item: bool, members: u32) -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.caps.guard = Guard::On { min_orders: 1.try_into().unwrap() };
    let [all, least] = [10_000, 1].map(|points| Share::new(points).unwrap());
    let (item, amount) = if of_item { (least, all) } else { (all, least) };
    (policy.caps.item_share, policy.caps.amount_share) = (item, amount);
    policy.caps.item_min_members = members.try_into().unwrap();
    policy.caps.amount_min_members = members.try_into().unwrap();
    policy
}

/// So many members that offer tax.
fn city(policy: Policy, members: usize) -> (City, ItemId, Vec<MemberId>) {
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let members = (0..members).map(|_| city.member(Finance, &[tax])).collect();
    (city, tax, members)
}

/// Whether an order is guarded: everybody exceeds the share, so the guard is lifted.
fn is_guarded(city: &City, order: &Order) -> bool {
    match dispatch(&city.alliance, order).unwrap() {
        Dispatch::Given { basis, .. } => basis == Basis::TurnGuardLifted,
        Dispatch::Held => panic!("somebody can have it"),
    }
}

/// rules 6.5: guarded from as many members on as are judged: at, one below and one above.
#[test]
fn what_too_few_can_serve_is_not_guarded() {
    for of_item in [true, false] {
        for (members, expected) in [(1, false), (2, false), (3, true), (4, true)] {
            let (city, tax, _) = city(guarded(of_item, 3), members);
            assert_eq!(is_guarded(&city, &plain(tax)), expected, "{members}");
        }
    }
}

/// rules 6.5: the item and the amount each for itself.
#[test]
fn item_and_amount_are_counted_each_for_itself() {
    for (of_item, expected) in [(true, false), (false, true)] {
        let (mut city, tax, _) = city(guarded(of_item, 3), 2);
        let audit = city.item(Finance);
        city.member(Finance, &[audit]);
        // Two offer tax, and three are current.
        assert_eq!(is_guarded(&city, &plain(tax)), expected);
    }
}

/// rules 6.5: under the literal numbers one alone is guarded.
#[test]
fn under_the_literal_numbers_one_alone_is_guarded() {
    for of_item in [true, false] {
        let (city, tax, _) = city(guarded(of_item, 1), 1);
        assert!(is_guarded(&city, &plain(tax)));
    }
}

/// rules 6.5: counted now, not when the month closes: with each that comes, goes, goes on leave and
/// comes back.
#[test]
fn members_are_counted_now() {
    for of_item in [true, false] {
        let (mut city, tax, members) = city(guarded(of_item, 3), 3);
        let third = members[2];
        assert!(is_guarded(&city, &plain(tax)));
        city.act(Act::GrantLeave { member: third });
        assert!(!is_guarded(&city, &plain(tax)));
        city.designate_to(tax, third, "1.00");
        assert!(is_guarded(&city, &plain(tax)), "it has an order in the tallies");
        city.act(expel(third, undercutting(true)));
        assert!(!is_guarded(&city, &plain(tax)), "its order is with another");
        city.suspend(&[members[1]]);
        city.member(Finance, &[tax]);
        assert!(is_guarded(&city, &plain(tax)), "one that is suspended counts");
    }
}

/// rules 6.5: one that changed its offers counts for the item while the tallies have its order.
#[test]
fn one_that_changed_its_offers_counts_with_its_order() {
    let (mut city, tax, members) = city(guarded(true, 3), 3);
    let audit = city.item(Finance);
    let (order, _) = city.accept(naming(tax, members[2]));
    city.offer(members[2], &[audit]);
    assert!(is_guarded(&city, &plain(tax)));
    city.act(crate::common::acts::call_off(order));
    assert!(!is_guarded(&city, &plain(tax)));
}

/// rules 5.4: an explanation says the same: nobody is passed over for what is not guarded.
#[test]
fn what_is_not_guarded_is_explained_so() {
    let (city, tax, _) = city(guarded(true, 3), 2);
    let line = explain(&city.alliance, &plain(tax)).unwrap().line;
    let standings: Vec<_> = line.iter().map(|of| of.standing).collect();
    assert_eq!(standings, [Standing::Taken { basis: Basis::Turn }, Standing::NotReached]);
}

/// rules 6.5: at the share itself: with enough members the first that would exceed it is passed over,
/// with one fewer it takes the order.
#[test]
fn with_enough_members_the_first_is_passed_over() {
    for (least, taker) in [(3, 1), (4, 0)] {
        let mut policy = guarded(true, least);
        policy.caps.item_share = Share::new(5000).unwrap();
        let (mut city, tax, members) = city(policy, 3);
        city.designate_to(tax, members[0], "1.00");
        assert_eq!(city.turn(tax), Some(members[taker]));
    }
}

/// The basis on which an order would be taken from its member.
fn reassigned(city: &mut City, order: OrderId) -> Basis {
    let found = preview(&city.alliance, order, &LagFinding::COMPLETE, None).unwrap();
    let outcome = city.act(reassign(order, None));
    assert_eq!(outcome.holder_of(order), Some(found.to));
    found.basis
}

/// rules 6.5: in a reassignment the figures are those after the order came off its member: one on
/// leave counts only if it has another order in the tallies.
#[test]
fn in_a_reassignment_the_loser_counts_with_what_it_keeps() {
    for of_item in [true, false] {
        for (others, expected) in [(0, Basis::Turn), (1, Basis::TurnGuardLifted)] {
            let (mut city, tax, members) = city(guarded(of_item, 3), 3);
            let lags = members[2];
            let (order, _) = city.accept(naming(tax, lags));
            (0..others).for_each(|_| city.designate_to(tax, lags, "1.00"));
            city.act(Act::GrantLeave { member: lags });
            assert_eq!(reassigned(&mut city, order), expected, "{of_item} {others}");
        }
    }
}

/// rules 6.5 and 6.2: an order of a closed month does not come off the tallies of this one, so the one
/// order that its member has in them still counts.
#[test]
fn an_order_of_a_closed_month_takes_nobody_off() {
    for of_item in [true, false] {
        let (mut city, tax, members) = city(guarded(of_item, 3), 3);
        let lags = members[2];
        let (order, _) = city.accept(naming(tax, lags));
        city.open("2025-02-01");
        city.designate_to(tax, lags, "1.00");
        city.act(Act::GrantLeave { member: lags });
        city.suspend(&[]);
        assert_eq!(reassigned(&mut city, order), Basis::TurnGuardLifted);
    }
}

/// rules 6.5: a member that stays and offers the item counts, whether it loses its only order or not.
#[test]
fn one_that_is_there_counts_without_an_order() {
    let (mut city, tax, members) = city(guarded(true, 3), 3);
    let (order, _) =
        city.accept(Order { excluded: set(&members[1..2]), ..naming(tax, members[2]) });
    assert_eq!(reassigned(&mut city, order), Basis::TurnGuardLifted);
    assert_eq!(city.holder(order), Some(members[0]));
}
