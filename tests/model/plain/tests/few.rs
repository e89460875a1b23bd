//! Few members (rules 6.3, 6.5).

use std::num::NonZeroU32;

use paidan::{Act, Basis, Cause, Event, Guard, MemberId, Policy, Share, Standing};

use super::{City, member, offers, order, wish};

fn number(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).expect("not zero")
}

/// Only items are judged, where so many members can serve them.
fn items_with(members: u32) -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.caps.amount_min_orders = number(1000);
    policy.caps.item_min_members = number(members);
    policy
}

/// Only the amount is judged, where there are so many members.
fn amount_with(members: u32) -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.caps.item_min_orders = number(1000);
    policy.caps.amount_min_members = number(members);
    policy
}

/// Three members, of whom the first has two orders of three and the second one.
fn three(policy: Policy) -> City {
    let mut city = City::new(policy, 3);
    for taker in [1, 2, 1] {
        city.accepts(super::Order { designated: Some(member(taker)), ..wish(100) });
    }
    city
}

/// Who reached a cap in March.
fn reached(mut city: City) -> Vec<u32> {
    let events = city.opens("2025-04-01");
    let reached = events.iter().filter_map(|event| match *event {
        Event::CapReached { member, .. } => Some(MemberId::get(member)),
        _ => None,
    });
    reached.collect()
}

#[test]
fn rules_6_3_an_item_that_few_members_offer_is_not_judged() {
    assert_eq!(reached(three(items_with(2))), [1]);
    assert_eq!(reached(three(items_with(3))), [1]);
    assert_eq!(reached(three(items_with(4))), [0; 0]);
}

#[test]
fn rules_6_3_of_an_item_whoever_is_on_leave_counts_only_with_an_order_of_it() {
    let mut city = three(items_with(3));
    city.does(Act::GrantLeave { member: member(3) });
    assert_eq!(reached(city), [0; 0]);
    let mut city = three(items_with(3));
    city.does(Act::GrantLeave { member: member(1) });
    city.does(Act::GrantLeave { member: member(2) });
    assert_eq!(reached(city), [1]);
}

#[test]
fn rules_6_3_of_an_item_whoever_offers_it_no_more_counts_only_with_an_order_of_it() {
    let other = |city: &mut City, id| {
        city.does(Act::ChangeOffers { member: member(id), offers: offers(&[2]) });
    };
    let mut city = three(items_with(3));
    other(&mut city, 3);
    assert_eq!(reached(city), [0; 0]);
    let mut city = three(items_with(3));
    other(&mut city, 1);
    other(&mut city, 2);
    assert_eq!(reached(city), [1]);
}

/// The second member completes its order and withdraws: its order stays in the tallies.
fn second_leaves(city: &mut City) {
    city.does(Act::Complete { order: order(2), on: city.today });
    city.does(Act::Withdraw { member: member(2) });
}

#[test]
fn rules_6_3_of_an_item_whoever_is_gone_does_not_count_with_an_order_either() {
    let mut city = three(items_with(3));
    second_leaves(&mut city);
    assert_eq!(reached(city), [0; 0]);
    let mut city = three(items_with(2));
    second_leaves(&mut city);
    assert_eq!(reached(city), [1]);
}

#[test]
fn rules_6_3_with_few_members_in_all_the_amount_is_not_judged() {
    assert_eq!(reached(three(amount_with(3))), [1, 2]);
    assert_eq!(reached(three(amount_with(4))), [0; 0]);
    let mut city = three(amount_with(3));
    city.does(Act::GrantLeave { member: member(3) });
    assert_eq!(reached(city), [0; 0]);
    let mut city = three(amount_with(3));
    city.does(Act::GrantLeave { member: member(2) });
    assert_eq!(reached(city), [1, 2]);
}

#[test]
fn rules_6_3_of_the_amount_whoever_is_gone_counts_with_an_order() {
    let mut city = three(amount_with(3));
    second_leaves(&mut city);
    assert_eq!(reached(city), [1]);
    let mut city = three(amount_with(3));
    city.does(Act::Withdraw { member: member(3) });
    assert_eq!(reached(city), [0; 0]);
}

#[test]
fn rules_6_5_what_would_not_be_judged_for_its_few_members_is_not_guarded() {
    let guarded = |members| {
        let mut policy = items_with(members);
        policy.caps.guard = Guard::On { min_orders: NonZeroU32::MIN };
        policy.caps.amount_share = Share::new(10_000).expect("a share");
        policy
    };
    let first = |policy| City::new(policy, 2).accepts(wish(100));
    assert_eq!(first(guarded(2)), Some((1, Basis::TurnGuardLifted)));
    assert_eq!(first(guarded(3)), Some((1, Basis::Turn)));
    // The same of the amount: one of one is more than 30 %.
    let guarded = |members| {
        let mut policy = amount_with(members);
        policy.caps.guard = Guard::On { min_orders: NonZeroU32::MIN };
        policy.caps.item_share = Share::new(10_000).expect("a share");
        policy
    };
    assert_eq!(first(guarded(2)), Some((1, Basis::TurnGuardLifted)));
    assert_eq!(first(guarded(3)), Some((1, Basis::Turn)));
}

#[test]
fn rules_6_5_members_are_counted_after_the_order_came_off() {
    let mut policy = items_with(3);
    policy.caps.guard = Guard::On { min_orders: NonZeroU32::MIN };
    policy.caps.item_share = Share::new(4000).expect("a share");
    policy.caps.amount_share = Share::new(10_000).expect("a share");
    let mut city = City::new(policy, 3);
    let third = member(3);
    city.accepts(super::Order { designated: Some(third), ..wish(100) });
    city.does(Act::ChangeOffers { member: third, offers: offers(&[2]) });
    // Three count, the third only for its order: one of two is more than 40 %.
    let without = super::Order { excluded: paidan::Set::one(member(1)), ..wish(100) };
    for (wish, at) in [(wish(100), 0), (without, 1)] {
        let explained = city.plain.explain(&wish).expect("an answer");
        let standing = Standing::Taken { basis: Basis::TurnGuardLifted };
        assert_eq!(explained.line[at].standing, standing);
    }
    // Declined, it is in no tally any more, and neither is the third: two are few.
    let events = city.does(Act::Decline { order: order(1), cause: Cause::Justified });
    let basis = events.iter().find_map(|event| match *event {
        Event::Dispatched { member, basis, .. } => Some((member.get(), basis)),
        _ => None,
    });
    assert_eq!(basis, Some((1, Basis::Turn)));
}
