//! Article 16 asked about, for a caller with tables of its own: what giving an order does to the line,
//! and whether it counts (rules 5.4).

use paidan::Category::Finance;
use paidan::{
    Basis, CountDesignated, Counted, DesignationUsesTurn, Dispatch, Event, Guard, ItemId,
    LagFinding, MemberId, Motion, Order, OrderId, Outcome, Policy, Share, TallyEffect, Turn,
    dispatch, reassign as preview,
};

use crate::common::acts::reassign;
use crate::common::{City, naming, plain, set};

const TURNS: [Turn; 3] = [Turn::KeepPlace, Turn::Cursor, Turn::TopRank];
const USES: [DesignationUsesTurn; 2] = [DesignationUsesTurn::No, DesignationUsesTurn::Yes];
const COUNTS: [CountDesignated; 2] = [CountDesignated::Yes, CountDesignated::No];

/// Members a, b and c offer tax.
fn city(policy: Policy) -> (City, ItemId, [MemberId; 3]) {
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let members = city.members(Finance, &[tax]);
    (city, tax, members)
}

/// Every combination of the options that say what a giving does.
fn policies() -> impl Iterator<Item = Policy> {
    let options = TURNS.into_iter().flat_map(|turn| {
        USES.into_iter().flat_map(move |uses| COUNTS.map(|counts| (turn, uses, counts)))
    });
    options.map(|(turn, designation_uses_turn, count_designated)| Policy {
        turn,
        designation_uses_turn,
        count_designated,
        ..Policy::recommended()
    })
}

/// What a giving by turn does to the line.
fn of_a_turn(turn: Turn) -> Motion {
    match turn {
        Turn::KeepPlace => Motion::ToEnd,
        Turn::Cursor => Motion::CursorPast,
        Turn::TopRank => Motion::Stays,
    }
}

/// The order of this order's giving, as the outcome concludes it.
fn booked(outcome: &Outcome, wanted: OrderId) -> Option<(MemberId, Basis, Motion, Counted)> {
    outcome.events.iter().find_map(|event| match *event {
        Event::Dispatched { order, member, basis, motion, counted } if order == wanted => {
            Some((member, basis, motion, counted))
        }
        _ => None,
    })
}

/// Asks about an order, and gives it: the answer is what is concluded.
fn asked_and_given(city: &mut City, order: Order) -> (MemberId, Basis, Motion, Counted) {
    let answer = dispatch(&city.alliance, &order).unwrap();
    let (id, _) = city.accept(order);
    let found = booked(&city.history.last().unwrap().1, id).expect("it is given");
    let (member, basis, motion, counted) = found;
    assert_eq!(answer, Dispatch::Given { member, basis, motion, counted });
    found
}

/// rules 5.4: by turn the member goes to the end, or the cursor past it, or the line stays; it counts.
#[test]
fn an_order_by_turn_is_booked() {
    for policy in policies() {
        let motion = of_a_turn(policy.turn);
        let (mut city, tax, [a, ..]) = city(policy);
        let expected = (a, Basis::Turn, motion, Counted::Yes);
        assert_eq!(asked_and_given(&mut city, plain(tax)), expected);
    }
}

/// rules 5.4, 5.1 and 6.1: a designated one moves the member only where it uses a turn and places are
/// kept, and counts only where the city says so.
#[test]
fn a_designated_order_is_booked() {
    for policy in policies() {
        let uses_turn = policy.designation_uses_turn == DesignationUsesTurn::Yes;
        let moves = uses_turn && policy.turn == Turn::KeepPlace;
        let motion = if moves { Motion::ToEnd } else { Motion::Stays };
        let counts = policy.count_designated == CountDesignated::Yes;
        let counted = if counts { Counted::Yes } else { Counted::No };
        let (mut city, tax, [_, b, _]) = city(policy);
        let expected = (b, Basis::Designation, motion, counted);
        assert_eq!(asked_and_given(&mut city, naming(tax, b)), expected);
        assert_eq!(city.tallied(b, tax).0, u32::from(counts));
    }
}

/// rules 5.4: with the guard lifted it is a turn like any other.
#[test]
fn an_order_with_the_guard_lifted_is_booked() {
    for policy in policies() {
        let mut policy = Policy { caps: Policy::cixi_2021().caps, ..policy };
        policy.caps.guard = Guard::On { min_orders: 1.try_into().unwrap() };
        policy.caps.item_share = Share::new(1).unwrap();
        let motion = of_a_turn(policy.turn);
        let (mut city, tax, [a, ..]) = city(policy);
        let expected = (a, Basis::TurnGuardLifted, motion, Counted::Yes);
        assert_eq!(asked_and_given(&mut city, plain(tax)), expected);
    }
}

/// rules 5.4: of an order that nobody can have there is nothing to book.
#[test]
fn a_held_order_is_not_booked() {
    for policy in policies() {
        let (city, tax, members) = city(policy);
        let order = Order { excluded: set(&members), ..plain(tax) };
        assert_eq!(dispatch(&city.alliance, &order), Ok(Dispatch::Held));
    }
}

/// What a reassignment says of its booking, compared with what it concludes.
fn asked_and_reassigned(
    city: &mut City,
    order: OrderId,
    to: Option<MemberId>,
) -> (Basis, Motion, Counted, TallyEffect) {
    let answer = preview(&city.alliance, order, &LagFinding::COMPLETE, to).unwrap();
    let outcome = city.act(reassign(order, to));
    let (from, receiver) = (answer.from, answer.to);
    assert_eq!(outcome.events[0], Event::Reassigned { order, from, to: receiver });
    let came_off = Event::CameOff { order, member: from, tally: answer.tally };
    assert_eq!(outcome.events[1], came_off);
    let given = (receiver, answer.basis, answer.motion, answer.counted);
    assert_eq!(booked(&outcome, order), Some(given));
    let raised = Event::RunRaised { order, member: from, run: answer.run };
    assert!(outcome.events.contains(&raised));
    (answer.basis, answer.motion, answer.counted, answer.tally)
}

/// rules 5.4 and 8.2: of a reassignment: by turn or by name the member goes to the end where places
/// are kept, and only a turn moves a cursor; whether it counts was settled at the first giving, and
/// off the tallies of the first member it comes just in the month of that giving, if it counts.
#[test]
fn a_reassignment_is_booked() {
    for policy in policies() {
        for is_designated in [false, true] {
            for is_named in [false, true] {
                for is_later in [false, true] {
                    let (mut city, tax, [a, _, c]) = city(policy.clone());
                    let first = if is_designated { naming(tax, a) } else { plain(tax) };
                    let (order, _) = city.accept(first);
                    if is_later {
                        city.open("2025-02-01");
                    }
                    let left_out = is_designated && policy.count_designated == CountDesignated::No;
                    let counted = if left_out { Counted::No } else { Counted::Yes };
                    let comes_off = !left_out && !is_later;
                    let tally = if comes_off { TallyEffect::ComesOff } else { TallyEffect::Stays };
                    let (basis, motion) = match (is_named, policy.turn) {
                        (true, Turn::Cursor) => (Basis::Named, Motion::Stays),
                        (true, turn) => (Basis::Named, of_a_turn(turn)),
                        (false, turn) => (Basis::Turn, of_a_turn(turn)),
                    };
                    let found = asked_and_reassigned(&mut city, order, is_named.then_some(c));
                    assert_eq!(found, (basis, motion, counted, tally), "{policy:?}");
                }
            }
        }
    }
}
