//! Declining, bars that are lifted, and calling off (rules 7.2, 7.6, 7.8).

use paidan::{
    Act, Basis, Cause, Counted, Event, Loss, Mediation, Money, Motion, Policy, Refusal,
    TallyEffect, Work,
};

use super::{City, firm, member, order, reassign, wish};

fn declines(number: u32) -> Act {
    Act::Decline { order: order(number), cause: Cause::Justified }
}

fn lift(number: u32, id: u32) -> Act {
    Act::LiftBar { order: order(number), member: member(id) }
}

/// That an order goes by turn to a member.
fn given(number: u32, id: u32) -> Event {
    let (basis, motion, counted) = (Basis::Turn, Motion::ToEnd, Counted::Yes);
    let (order, member) = (order(number), member(id));
    Event::Dispatched { order, member, basis, motion, counted }
}

#[test]
fn rules_7_8_a_held_order_is_tried_when_a_bar_is_lifted() {
    let mut city = City::new(Policy::cixi_2021(), 2);
    city.accepts(wish(100));
    city.does(declines(1));
    let (order, first, second) = (order(1), member(1), member(2));
    // With member 2 now, it stays there when the bar of member 1 is lifted.
    assert_eq!(city.does(lift(1, 1)), [Event::BarLifted { order, member: first }]);
    let refusal = Refusal::NotBarredByDeclining { order, member: first };
    assert_eq!(city.refuses(lift(1, 1)), refusal);
    assert_eq!(city.does(declines(1)).last(), Some(&given(1, 1)));
    assert_eq!(city.does(declines(1)).last(), Some(&Event::Held { order }));
    let lifted = Event::BarLifted { order, member: second };
    assert_eq!(city.does(lift(1, 2)), [lifted, given(1, 2)]);
}

#[test]
fn rules_7_8_the_refusals_in_their_order() {
    let mut city = City::new(Policy::cixi_2021(), 3);
    let excluded = paidan::Set::one(member(2));
    city.accepts(super::Order { excluded, ..wish(100) });
    let (first, unknown) = (order(1), member(9));
    assert_eq!(city.refuses(lift(9, 9)), Refusal::UnknownOrder { order: order(9) });
    assert_eq!(city.refuses(lift(1, 9)), Refusal::UnknownMember { member: unknown });
    let not_barred = |id| Refusal::NotBarredByDeclining { order: first, member: member(id) };
    // Neither the one that has it, nor one with a conflict of interest.
    assert_eq!(city.refuses(lift(1, 1)), not_barred(1));
    assert_eq!(city.refuses(lift(1, 2)), not_barred(2));
    // Nor one it was taken from.
    city.does(reassign(1, None));
    assert_eq!(city.refuses(lift(1, 1)), not_barred(1));
    city.does(declines(1));
    city.does(Act::Cancel { order: first });
    assert_eq!(city.refuses(lift(1, 3)), Refusal::OrderEnded { order: first });
}

#[test]
fn rules_7_8_any_id_of_the_firm_may_be_named() {
    for named in [1, 3] {
        let mut city = City::new(Policy::cixi_2021(), 1);
        city.accepts(wish(100));
        city.does(declines(1));
        city.does(Act::Withdraw { member: member(1) });
        city.does(firm(2, &[2]));
        city.opens("2025-04-01");
        city.opens("2025-05-01");
        // It is member 3 now, and still barred.
        assert_eq!(city.does(firm(1, &[1])).len(), 2);
        let lifted = Event::BarLifted { order: order(1), member: member(named) };
        assert_eq!(city.does(lift(1, named)), [lifted, given(1, 3)]);
    }
}

#[test]
fn rules_7_2_a_cause_found_in_mediation_is_as_one_found_at_once() {
    let mut city = City::new(Policy::cixi_2021(), 2);
    city.accepts(wish(100));
    let (order, first) = (order(1), member(1));
    city.does(Act::Decline { order, cause: Cause::None });
    // Nobody is barred while the platform mediates.
    let refusal = Refusal::NotBarredByDeclining { order, member: first };
    assert_eq!(city.refuses(lift(1, 1)), refusal);
    let place = std::num::NonZeroU64::MIN;
    assert_eq!(
        city.does(Act::Mediate { order, result: Mediation::CauseFound }),
        [
            Event::CauseFound { order, member: first },
            Event::CameOff { order, member: first, tally: TallyEffect::ComesOff },
            Event::Barred { order, member: first, by: Loss::Declined },
            Event::WentBack { order, member: first, place },
            given(1, 2),
        ]
    );
}

#[test]
fn rules_7_6_an_order_called_off_leaves_nothing() {
    let mut city = City::new(Policy::cixi_2021(), 2);
    city.accepts(super::Order { ask_deposit: true, ..wish(100) });
    let (order, first) = (order(1), member(1));
    let begun = Act::CallOff { order, work: Work::Begun };
    assert_eq!(city.refuses(begun), Refusal::WorkHasBegun { order });
    let (place, amount) = (std::num::NonZeroU64::MIN, Money::from_yuan(100));
    assert_eq!(
        city.does(Act::CallOff { order, work: Work::NotBegun }),
        [
            Event::CameOff { order, member: first, tally: TallyEffect::ComesOff },
            Event::WentBack { order, member: first, place },
            Event::CalledOff { order },
            Event::DepositReturned { order, amount },
        ]
    );
    assert_eq!(city.line().0, [1, 2]);
    assert!(city.plain.view().tallies.is_empty());
}
