//! Lines and turns (rules 3 and 5).

use paidan::{
    Act, Bar, Basis, Cause, Counted, DesignationUsesTurn, Event, Loss, Motion, Policy, Refusal,
    Set, Standing, TallyEffect, Turn, Work,
};

use super::{City, firm, item, member, month, offers, order, wish};
use crate::model::view::{OrderView, StateView};

fn policy(turn: Turn) -> Policy {
    Policy { turn, ..Policy::cixi_2021() }
}

#[test]
fn rules_3_4_whoever_is_passed_over_keeps_their_place() {
    let mut city = City::new(policy(Turn::KeepPlace), 3);
    let without_first = super::Order { excluded: Set::one(member(1)), ..wish(100) };
    assert_eq!(city.accepts(without_first), Some((2, Basis::Turn)));
    assert_eq!(city.line().0, [1, 3, 2]);
    assert_eq!(city.accepts(wish(100)), Some((1, Basis::Turn)));
    assert_eq!(city.accepts(wish(100)), Some((3, Basis::Turn)));
    assert_eq!(city.line().0, [2, 1, 3]);
}

#[test]
fn rules_3_4_the_cursor_goes_round_and_leaves_with_its_member() {
    let mut city = City::new(policy(Turn::Cursor), 3);
    assert_eq!(city.line(), (vec![1, 2, 3], Some(1)));
    let without_first = super::Order { excluded: Set::one(member(1)), ..wish(100) };
    assert_eq!(city.accepts(without_first), Some((2, Basis::Turn)));
    assert_eq!(city.line(), (vec![1, 2, 3], Some(3)));
    let explained = city.plain.explain(&wish(100)).expect("an answer");
    let searched: Vec<u32> = explained.line.iter().map(|each| each.member.get()).collect();
    assert_eq!(searched, [3, 1, 2]);
    // The cursor's own member leaves: after the last comes the first.
    city.does(Act::Withdraw { member: member(3) });
    assert_eq!(city.line(), (vec![1, 2], Some(1)));
    city.does(firm(4, &[1]));
    assert_eq!(city.line(), (vec![1, 2, 4], Some(1)));
    let designated = super::Order { designated: Some(member(4)), ..wish(100) };
    assert_eq!(city.accepts(designated), Some((4, Basis::Designation)));
    assert_eq!(city.line().1, Some(1));
}

#[test]
fn rules_3_4_top_rank_starves_the_rest() {
    let mut city = City::new(policy(Turn::TopRank), 2);
    assert_eq!(city.accepts(wish(100)), Some((1, Basis::Turn)));
    assert_eq!(city.accepts(wish(100)), Some((1, Basis::Turn)));
    assert_eq!(city.line().0, [1, 2]);
}

#[test]
fn rules_7_2_a_decline_with_cause_goes_back_and_bars() {
    let mut city = City::new(policy(Turn::KeepPlace), 2);
    city.accepts(wish(100));
    let events = city.does(Act::Decline { order: order(1), cause: Cause::Justified });
    let (order, first) = (order(1), member(1));
    let place = std::num::NonZeroU64::MIN;
    let (basis, motion, counted) = (Basis::Turn, Motion::ToEnd, Counted::Yes);
    assert_eq!(
        events,
        [
            Event::Declined { order, member: first, cause: Cause::Justified },
            Event::CameOff { order, member: first, tally: TallyEffect::ComesOff },
            Event::Barred { order, member: first, by: Loss::Declined },
            Event::WentBack { order, member: first, place },
            Event::Dispatched { order, member: member(2), basis, motion, counted },
        ]
    );
    assert_eq!(city.line().0, [1, 2]);
    let tallies = city.plain.view().tallies;
    assert_eq!(tallies.iter().map(|tally| tally.member).collect::<Vec<_>>(), [member(2)]);
    // The second declines too: nobody is left, and neither may be named for it.
    let events = city.does(Act::Decline { order, cause: Cause::Justified });
    assert_eq!(events.last(), Some(&Event::Held { order }));
    let refusal = city.refuses(Act::Designate { order, member: first });
    assert_eq!(refusal, Refusal::DesignatedBarred { member: first, bar: Bar::Declined });
}

#[test]
fn rules_3_5_only_the_last_move_is_taken_back() {
    let mut city = City::new(policy(Turn::KeepPlace), 2);
    for _ in 0..3 {
        city.accepts(wish(100));
    }
    // Member 1 has orders 1 and 3 and stands at the end for the third.
    assert_eq!(city.line().0, [2, 1]);
    let behind = |city: &City, at: usize| match &city.plain.view().orders[at] {
        OrderView::Kept(kept) => match kept.state {
            StateView::Assigned(given) => given.back_behind,
            _ => None,
        },
        OrderView::Ended(_) => None,
    };
    assert_eq!(behind(&city, 0), None);
    assert_eq!(behind(&city, 1), Some(0));
    assert_eq!(behind(&city, 2), Some(0));
    city.does(Act::CallOff { order: order(1), work: Work::NotBegun });
    assert_eq!(city.line().0, [2, 1]);
    city.does(Act::CallOff { order: order(3), work: Work::NotBegun });
    assert_eq!(city.line().0, [1, 2]);
}

#[test]
fn rules_5_1_a_designation_uses_a_turn_where_the_policy_says_so() {
    let uses = DesignationUsesTurn::Yes;
    let mut city = City::new(Policy { designation_uses_turn: uses, ..Policy::cixi_2021() }, 3);
    city.accepts(super::Order { designated: Some(member(1)), ..wish(100) });
    assert_eq!(city.line().0, [2, 3, 1]);
    let mut city = City::new(Policy::cixi_2021(), 3);
    city.accepts(super::Order { designated: Some(member(1)), ..wish(100) });
    assert_eq!(city.line().0, [1, 2, 3]);
}

#[test]
fn rules_5_3_held_orders_are_tried_after_admission_and_wider_offers() {
    let mut city = City::new(policy(Turn::KeepPlace), 1);
    let other = || super::Order { item: item(2), ..wish(100) };
    assert_eq!(city.accepts(other()), None);
    assert_eq!(city.accepts(other()), None);
    assert_eq!(city.plain.dispatch(&other()), Ok(paidan::Dispatch::Held));
    let explained = city.plain.explain(&other()).expect("an answer");
    assert_eq!(explained.line[0].standing, Standing::DoesNotOffer { item: item(2) });
    let events = city.does(Act::ChangeOffers { member: member(1), offers: offers(&[1, 2]) });
    assert_eq!(events.len(), 3);
    assert_eq!(events.first(), Some(&Event::OffersChanged { member: member(1) }));
    let refusal = city.refuses(Act::Cancel { order: order(1) });
    assert_eq!(refusal, Refusal::OrderNotHeld { order: order(1) });
}

#[test]
fn rules_13_another_turn_sorts_every_line() {
    let mut city = City::new(policy(Turn::KeepPlace), 3);
    city.accepts(wish(100));
    assert_eq!(city.line(), (vec![2, 3, 1], None));
    let (april, next) = (month("2025-04"), Box::new(policy(Turn::Cursor)));
    city.does(Act::AdoptPolicy { month: april, policy: next.clone() });
    let refusal = city.refuses(Act::AdoptPolicy { month: month("2025-03"), policy: next });
    assert!(matches!(refusal, Refusal::PolicyMonthNotLater { .. }));
    let events = city.opens("2025-04-02");
    assert!(events.contains(&Event::PolicyInForce { month: april }));
    assert_eq!(city.line(), (vec![1, 2, 3], Some(1)));
    // Member 1 had every order of March and is suspended: the cursor passes it.
    assert_eq!(city.accepts(wish(100)), Some((2, Basis::Turn)));
    assert_eq!(city.line().1, Some(3));
}
