//! Article 16: a member that loses an order goes back to its place (rules 3.5).

use paidan::Category::{Comprehensive, Finance};
use paidan::{
    Act, ComprehensiveReach, DesignationUsesTurn, Event, ItemId, MemberId, Order, OrderId, Policy,
    TallyEffect, Turn,
};

use crate::common::acts::{call_off, reassign, went_back, with_cause};
use crate::common::{City, naming, plain, set, with_an_order};

/// A city whose first member just took order 1 and stands at the end, at place 4.
fn taken(policy: Policy) -> (City, ItemId, OrderId, [MemberId; 3]) {
    with_an_order(policy)
}

fn literal() -> (City, ItemId, OrderId, [MemberId; 3]) {
    taken(Policy::cixi_2021())
}

/// Calls an order off; says to which place the member goes back, if it does.
fn goes_back(city: &mut City, order: OrderId) -> Option<u64> {
    let outcome = city.act(call_off(order));
    went_back(&outcome)
}

/// rules 3.5 and 7.6: the member goes back to the number it left.
#[test]
fn it_goes_back_to_the_place_it_left() {
    let (mut city, tax, order, [a, b, c]) = literal();
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![b, c, a], vec![2, 3, 4]));
    let expected = [
        Event::CameOff { order, member: a, tally: TallyEffect::ComesOff },
        Event::WentBack { order, member: a, place: 1.try_into().unwrap() },
        Event::CalledOff { order },
    ];
    assert_eq!(city.act(call_off(order)).events, expected);
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![a, b, c], vec![1, 2, 3]));
    assert_eq!([(); 4].map(|()| city.turn(tax)), [a, b, c, a].map(Some));
}

/// rules 3.5: a number is never given out twice, not even one that was taken back.
#[test]
fn numbers_only_grow() {
    let (mut city, tax, order, _) = literal();
    goes_back(&mut city, order);
    city.turn(tax);
    assert_eq!(city.numbers(Finance), [2, 3, 5]);
}

/// rules 3.5: it goes back where others moved in between.
#[test]
fn it_goes_back_though_others_moved() {
    let (mut city, tax, order, [a, b, c]) = literal();
    assert_eq!(city.turn(tax), Some(b));
    assert_eq!(goes_back(&mut city, order), Some(1));
    assert_eq!(city.line(Finance), [a, c, b]);
}

/// rules 3.5: it goes back between others, too.
#[test]
fn it_goes_back_between_others() {
    let (mut city, tax, _, [a, b, c]) = literal();
    let (second, taker) = city.accept(plain(tax));
    assert_eq!((taker, city.line(Finance)), (Some(b), vec![c, a, b]));
    // b left place 2, before c's 3 and a's 4.
    assert_eq!(goes_back(&mut city, second), Some(2));
    assert_eq!(city.line(Finance), [b, c, a]);
    let (third, _) = city.accept(Order { excluded: set(&[b]), ..plain(tax) });
    city.turn(tax);
    assert_eq!(city.line(Finance), [a, c, b]);
    // c left place 3, before a's 4.
    assert_eq!(goes_back(&mut city, third), Some(3));
    assert_eq!(city.line(Finance), [c, a, b]);
}

/// rules 3.5: it goes back where others joined or left in between.
#[test]
fn it_goes_back_though_others_joined_or_left() {
    let (mut city, tax, order, [a, b, c]) = literal();
    let d = city.member(Finance, &[tax]);
    city.act(Act::Withdraw { member: b });
    assert_eq!(goes_back(&mut city, order), Some(1));
    assert_eq!(city.line(Finance), [a, c, d]);
    // The only one that is left goes back as well.
    let (order, _) = city.accept(plain(tax));
    for member in [c, d] {
        city.act(Act::Withdraw { member });
    }
    assert_eq!(goes_back(&mut city, order), Some(1));
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![a], vec![1]));
}

/// rules 3.5: after a sort nothing moves, whoever changed place.
#[test]
fn after_a_sort_nothing_moves() {
    let (mut city, _, order, [a, b, c]) = literal();
    // The ranking puts the line just as it stands.
    city.publish(&[(b, 3), (c, 2), (a, 1)]);
    assert_eq!(city.numbers(Finance), [5, 6, 7]);
    assert_eq!(goes_back(&mut city, order), None);
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![b, c, a], vec![5, 6, 7]));
}

/// rules 3.5: a sort moves a line of one, too.
#[test]
fn after_a_sort_of_one_nothing_moves() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    city.member(Finance, &[tax]);
    let (order, _) = city.accept(plain(tax));
    assert_eq!(city.numbers(Finance), [2]);
    city.publish(&[]);
    assert_eq!((goes_back(&mut city, order), city.numbers(Finance)), (None, vec![3]));
}

/// rules 3.2 and 3.5: a correction is no move of those who are away, be the line sorted or not.
#[test]
fn a_correction_is_no_move() {
    let (mut city, tax, _, [a, b, c]) = literal();
    city.publish(&[(a, 1), (b, 1), (c, 1)]);
    let (order, taker) = city.accept(plain(tax));
    assert_eq!(taker, Some(a));
    city.publish(&[(a, 9)]);
    assert_eq!(goes_back(&mut city, order), Some(5));
    assert_eq!(city.line(Finance), [a, b, c]);
    let (order, _) = city.accept(plain(tax));
    city.publish(&[(c, 9), (b, 8)]);
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![c, b, a], vec![6, 7, 9]));
    assert_eq!((goes_back(&mut city, order), city.line(Finance)), (Some(5), vec![a, c, b]));
}

/// rules 13 and 3.5: another reading of turns sorts every line, so nothing moves.
#[test]
fn after_another_reading_of_turns_nothing_moves() {
    let (mut city, _, order, [a, b, c]) = taken(Policy::recommended());
    city.adopt("2025-02", &Policy { turn: Turn::TopRank, ..Policy::recommended() });
    city.open("2025-02-01");
    assert_eq!((goes_back(&mut city, order), city.line(Finance)), (None, vec![a, b, c]));
}

/// Two members, of whom a took orders 1 and 3, and b order 2.
fn two_taken() -> (City, [OrderId; 3], [MemberId; 2]) {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    let orders = [(); 3].map(|()| city.accept(plain(tax)).0);
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![b, a], vec![4, 5]));
    (city, orders, [a, b])
}

/// rules 15: the older called off first and then the younger, it comes back only to where it
/// stood for the younger.
#[test]
fn the_older_first_comes_back_for_the_younger_only() {
    let (mut city, [older, others, younger], [a, b]) = two_taken();
    assert_eq!(goes_back(&mut city, older), None);
    assert_eq!(goes_back(&mut city, younger), Some(3));
    assert_eq!(city.line(Finance), [a, b]);
    // b stood before that place, and goes back before a.
    assert_eq!(goes_back(&mut city, others), Some(2));
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![b, a], vec![2, 3]));
}

/// rules 3.5: the younger first and then the older, it comes back all the way.
#[test]
fn the_younger_first_comes_back_all_the_way() {
    let (mut city, [older, others, younger], [a, b]) = two_taken();
    assert_eq!(goes_back(&mut city, younger), Some(3));
    assert_eq!(goes_back(&mut city, older), Some(1));
    assert_eq!(goes_back(&mut city, others), Some(2));
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![a, b], vec![1, 2]));
}

/// rules 3.3 and 3.5: who left the line loses its place there, and does not get it back.
#[test]
fn who_left_the_line_does_not_go_back() {
    let reach = ComprehensiveReach::EveryCategory;
    for joins_again in [true, false] {
        let mut city = City::new(Policy { comprehensive_reach: reach, ..Policy::cixi_2021() });
        let [tax, plan] = [Finance, Comprehensive].map(|category| city.item(category));
        let [a, b] = city.members(Comprehensive, &[tax, plan]);
        let (order, _) = city.accept(plain(tax));
        city.offer(a, &[plan]);
        if joins_again {
            city.offer(a, &[tax, plan]);
        }
        assert_eq!(goes_back(&mut city, order), None);
        let expected: &[MemberId] = if joins_again { &[b, a] } else { &[b] };
        assert_eq!((&city.line(Finance)[..], city.line(Comprehensive)), (expected, vec![a, b]));
    }
}

/// rules 3.5: places come back after the gap was squeezed out by more than 200 orders of others,
/// and everybody is still found for what they offer.
#[test]
fn it_goes_back_after_many_moves_of_others() {
    let mut city = City::literal();
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let b = city.member(Finance, &[audit]);
    let [a, c] = city.members(Finance, &[tax, audit]);
    let d = city.member(Finance, &[tax]);
    let (order, taker) = city.accept(plain(tax));
    assert_eq!((taker, city.line(Finance)), (Some(a), vec![b, c, d, a]));
    for (nth, item) in [tax, audit].into_iter().cycle().take(260).enumerate() {
        let (_, taker) = city.accept(Order { excluded: set(&[a]), ..plain(item) });
        assert!(taker.is_some_and(|taker| taker != a), "{nth}");
    }
    let before = city.line(Finance);
    assert_eq!((before[0], goes_back(&mut city, order)), (a, Some(2)));
    assert_eq!((city.line(Finance), city.numbers(Finance)[0]), (before, 2));
    let mut line = city.line(Finance);
    for item in [tax, tax, audit, tax, audit, audit, tax, audit] {
        let offers = |member| if item == tax { member != b } else { member != d };
        let at = line.iter().position(|&member| offers(member)).unwrap();
        let taker = line.remove(at);
        line.push(taker);
        assert_eq!((city.turn(item), city.line(Finance)), (Some(taker), line.clone()));
    }
    assert!(line.contains(&c));
}

/// rules 3.5: the same in the middle of a long line that moved on and on.
#[test]
fn it_goes_back_into_a_long_line() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let members: [MemberId; 50] = city.members(Finance, &[tax]);
    let [first, second, third, rest @ ..] = members;
    let (order, taker) = city.accept(Order { excluded: set(&[first]), ..plain(tax) });
    assert_eq!(taker, Some(second));
    // Three stand still while the others go round five times.
    let still = Order { excluded: set(&[first, second, third]), ..plain(tax) };
    let round: Vec<_> = (0..235).filter_map(|_| city.accept(still.clone()).1).collect();
    assert_eq!(round, rest.repeat(5));
    assert_eq!(city.line(Finance)[..3], [first, third, second]);
    assert_eq!((goes_back(&mut city, order), city.line(Finance)), (Some(2), members.to_vec()));
    let round: Vec<_> = (0..50).filter_map(|_| city.turn(tax)).collect();
    assert_eq!(round, members);
}

/// rules 3.5: under `Cursor` and `TopRank` nobody was sent anywhere, so nothing goes back, not
/// even the cursor.
#[test]
fn without_kept_places_nothing_goes_back() {
    for turn in [Turn::Cursor, Turn::TopRank] {
        let (mut city, _, order, [a, b, c]) = taken(Policy { turn, ..Policy::cixi_2021() });
        assert_eq!(goes_back(&mut city, order), None);
        let cursor = (turn == Turn::Cursor).then_some(b);
        assert_eq!((city.line(Finance), city.alliance.cursor(Finance)), (vec![a, b, c], cursor));
        let (mut city, _, order, members) = taken(Policy { turn, ..Policy::cixi_2021() });
        assert_eq!(went_back(&city.act(with_cause(order))), None);
        assert_eq!((city.line(Finance), city.holder(order)), (members.to_vec(), Some(b)));
    }
}

/// rules 3.5 and 5.1: where designation uses a turn, what it moved goes back; else nothing moved.
#[test]
fn a_designation_that_used_a_turn_is_taken_back() {
    let options = [(DesignationUsesTurn::Yes, Some(2)), (DesignationUsesTurn::No, None)];
    for (designation_uses_turn, expected) in options {
        let mut city = City::new(Policy { designation_uses_turn, ..Policy::cixi_2021() });
        let tax = city.item(Finance);
        let [a, b, c] = city.members(Finance, &[tax]);
        let (order, _) = city.accept(naming(tax, b));
        assert_eq!(city.line(Finance) == [a, c, b], expected.is_some());
        assert_eq!(goes_back(&mut city, order), expected);
        assert_eq!(city.line(Finance), [a, b, c]);
    }
}

/// rules 5.3 and 3.5: the same of a held order that is designated.
#[test]
fn a_held_order_that_used_a_turn_is_taken_back() {
    let designation_uses_turn = DesignationUsesTurn::Yes;
    let mut city = City::new(Policy { designation_uses_turn, ..Policy::cixi_2021() });
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    city.suspend(&[a, b]);
    let (order, _) = city.accept(plain(tax));
    city.act(Act::Designate { order, member: a });
    assert_eq!(city.line(Finance), [b, a]);
    assert_eq!((goes_back(&mut city, order), city.line(Finance)), (Some(1), vec![a, b]));
}

/// rules 3.5: the place is there after the state was stored and read again, too.
#[test]
fn it_goes_back_after_a_snapshot() {
    let (mut city, tax, order, [a, b, c]) = literal();
    city.turn(tax);
    city.edit(|_| ());
    assert_eq!(goes_back(&mut city, order), Some(1));
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![a, c, b], vec![1, 3, 5]));
    assert_eq!([(); 3].map(|()| city.turn(tax)), [a, c, b].map(Some));
}

/// rules 3.5 and 8.2: one that was named in a reassignment and sent to the end goes back too.
#[test]
fn one_that_was_named_goes_back() {
    let (mut city, _, order, [a, b, c]) = literal();
    city.act(reassign(order, Some(c)));
    assert_eq!(city.line(Finance), [b, a, c]);
    assert_eq!(goes_back(&mut city, order), Some(3));
    assert_eq!(city.line(Finance), [b, c, a]);
}

/// rules 3.5: an order remembers its last giving only, not the one before.
#[test]
fn an_order_given_again_remembers_its_new_place() {
    let (mut city, tax, order, [a, b, c]) = literal();
    // a declines and goes back to 1; b takes the order from 2 to 5; c takes another.
    city.act(with_cause(order));
    city.accept(Order { excluded: set(&[a]), ..plain(tax) });
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![a, b, c], vec![1, 5, 6]));
    assert_eq!(goes_back(&mut city, order), Some(2));
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![a, b, c], vec![1, 2, 6]));
}

/// rules 3.5: in the line of the order's item, and in no other.
#[test]
fn it_goes_back_in_one_line() {
    let reach = ComprehensiveReach::EveryCategory;
    let mut city = City::new(Policy { comprehensive_reach: reach, ..Policy::cixi_2021() });
    let [tax, plan] = [Finance, Comprehensive].map(|category| city.item(category));
    let [a, b] = city.members(Comprehensive, &[tax, plan]);
    let (order, _) = city.accept(plain(tax));
    city.turn(plan);
    assert_eq!(goes_back(&mut city, order), Some(1));
    assert_eq!([city.line(Finance), city.line(Comprehensive)], [[a, b], [b, a]]);
}
