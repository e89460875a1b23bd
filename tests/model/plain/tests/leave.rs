//! Leave (rules 2.5, 5.2 c, 5.3).

use paidan::{
    Act, Basis, Counted, DesignationUsesTurn, Event, MemberId, Motion, Policy, Refusal, Standing,
    Turn,
};

use super::{City, firm, member, order, reassign, wish};

fn grant(member: MemberId) -> Act {
    Act::GrantLeave { member }
}

fn end(member: MemberId) -> Act {
    Act::EndLeave { member }
}

#[test]
fn rules_2_5_on_leave_it_is_passed_over_by_turn_and_keeps_its_place() {
    let mut city = City::new(Policy::cixi_2021(), 3);
    let first = member(1);
    assert_eq!(city.refuses(grant(member(9))), Refusal::UnknownMember { member: member(9) });
    assert_eq!(city.refuses(end(first)), Refusal::MemberNotOnLeave { member: first });
    assert_eq!(city.does(grant(first)), [Event::LeaveGranted { member: first }]);
    assert_eq!(city.refuses(grant(first)), Refusal::MemberOnLeave { member: first });
    let explained = city.plain.explain(&wish(100)).expect("an answer");
    assert_eq!(explained.line[0].standing, Standing::OnLeave);
    assert_eq!(city.accepts(wish(100)), Some((2, Basis::Turn)));
    assert_eq!(city.line().0, [1, 3, 2]);
    // Named in a reassignment it is not eligible, named by the enterprise it is.
    let (order, standing) = (order(1), Standing::OnLeave);
    let refusal = Refusal::NamedNotEligible { order, member: first, standing };
    assert_eq!(city.refuses(reassign(1, Some(1))), refusal);
    let named = super::Order { designated: Some(first), ..wish(100) };
    assert_eq!(city.accepts(named), Some((1, Basis::Designation)));
    assert_eq!(city.does(end(first)), [Event::LeaveEnded { member: first }]);
    assert_eq!(city.accepts(wish(100)), Some((1, Basis::Turn)));
}

#[test]
fn rules_5_1_a_designation_that_uses_a_turn_uses_it_on_leave_too() {
    let designation_uses_turn = DesignationUsesTurn::Yes;
    let mut city = City::new(Policy { designation_uses_turn, ..Policy::cixi_2021() }, 2);
    city.does(grant(member(1)));
    city.accepts(super::Order { designated: Some(member(1)), ..wish(100) });
    assert_eq!(city.line().0, [2, 1]);
}

#[test]
fn rules_5_3_held_orders_are_tried_after_a_leave_ended() {
    let mut city = City::new(Policy::cixi_2021(), 2);
    let (first, second) = (member(1), member(2));
    city.does(grant(first));
    city.does(grant(second));
    assert_eq!(city.accepts(wish(100)), None);
    assert_eq!(city.accepts(wish(100)), None);
    let (basis, motion, counted) = (Basis::Turn, Motion::ToEnd, Counted::Yes);
    let given = |number| {
        let (order, member) = (order(number), second);
        Event::Dispatched { order, member, basis, motion, counted }
    };
    assert_eq!(city.does(end(second)), [Event::LeaveEnded { member: second }, given(1), given(2)]);
    assert_eq!(city.line().0, [1, 2]);
}

#[test]
fn rules_5_2_c_leave_is_named_before_a_suspension_and_after_what_is_offered() {
    let mut city = City::new(Policy::cixi_2021(), 1);
    city.accepts(wish(100));
    city.opens("2025-04-01");
    let stands = |city: &City, wish| city.plain.explain(&wish).expect("an answer").line[0].standing;
    assert!(matches!(stands(&city, wish(100)), Standing::Suspended { .. }));
    city.does(grant(member(1)));
    assert_eq!(stands(&city, wish(100)), Standing::OnLeave);
    let other = super::Order { item: super::item(2), ..wish(100) };
    assert_eq!(stands(&city, other), Standing::DoesNotOffer { item: super::item(2) });
    // A leave does not end with the month, as a suspension does.
    city.opens("2025-05-01");
    assert_eq!(stands(&city, wish(100)), Standing::OnLeave);
}

#[test]
fn rules_2_5_leaving_the_alliance_ends_a_leave_and_a_new_id_has_none() {
    let mut city = City::new(Policy::cixi_2021(), 2);
    let (first, category) = (member(1), paidan::Category::Finance);
    city.does(grant(first));
    assert_eq!(
        city.does(Act::Withdraw { member: first }),
        [Event::Withdrawn { member: first }, Event::LeftLine { member: first, category }]
    );
    assert!(!city.plain.view().members[0].on_leave);
    assert_eq!(city.refuses(end(first)), Refusal::MemberNotCurrent { member: first });
    assert_eq!(city.refuses(grant(first)), Refusal::MemberNotCurrent { member: first });
    city.opens("2025-04-01");
    city.opens("2025-05-01");
    city.does(firm(1, &[1]));
    assert!(!city.plain.view().members[2].on_leave);
}

#[test]
fn rules_3_4_the_cursor_stays_on_one_on_leave_until_another_is_given_an_order() {
    let mut city = City::new(Policy { turn: Turn::Cursor, ..Policy::cixi_2021() }, 3);
    city.does(grant(member(1)));
    assert_eq!(city.line(), (vec![1, 2, 3], Some(1)));
    assert_eq!(city.accepts(wish(100)), Some((2, Basis::Turn)));
    assert_eq!(city.line(), (vec![1, 2, 3], Some(3)));
}
