//! Article 16: orders go round by turn (rules 3.4, `KeepPlace` and `TopRank`, and 5.1).

use paidan::Category::{Comprehensive, Finance, Patent};
use paidan::{ComprehensiveReach, DesignationUsesTurn, MemberId, Order, Policy, Suspension, Turn};

use crate::common::{City, item, naming, plain, set};

/// rules 3.4: the first eligible member takes the order and goes to the end.
#[test]
fn keep_place_goes_round() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [a, b, c] = city.members(Finance, &[tax]);
    let taken: Vec<_> = (0..7).map(|_| city.turn(tax)).collect();
    assert_eq!(taken, [a, b, c, a, b, c, a].map(Some));
    assert_eq!(city.line(Finance), [b, c, a]);
}

/// rules 3.4: whoever was passed over keeps their place.
#[test]
fn keep_place_keeps_the_place_of_who_was_passed_over() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [a, b, c] = city.members(Finance, &[tax]);
    let without_a = Order { excluded: set(&[a]), ..plain(tax) };
    assert_eq!(city.accept(without_a.clone()).1, Some(b));
    assert_eq!(city.accept(without_a).1, Some(c));
    assert_eq!(city.line(Finance), [a, b, c]);
    assert_eq!([city.turn(tax), city.turn(tax)], [Some(a), Some(b)]);
}

/// rules 3.4: two members eligible for the same orders alternate, whatever else is asked for.
#[test]
fn keep_place_lets_equals_alternate() {
    let mut city = City::literal();
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let [a, b] = city.members(Finance, &[tax]);
    let c = city.member(Finance, &[tax, audit]);
    let asked = [tax, audit, tax, audit, tax, tax, audit, tax, tax];
    let taken = asked.map(|item| city.turn(item));
    assert_eq!(taken, [a, c, b, c, a, b, c, a, b].map(Some));
}

/// rules 3.4: nobody who comes back has more than one turn waiting.
#[test]
fn keep_place_saves_one_turn_only() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [a, b, c] = city.members(Finance, &[tax]);
    let from_all = Suspension { member: a, item: None, cap: None };
    city.edit(|snapshot| snapshot.suspensions = vec![from_all]);
    let without_a: Vec<_> = (0..6).map(|_| city.turn(tax)).collect();
    assert_eq!(without_a, [b, c, b, c, b, c].map(Some));
    city.edit(|snapshot| snapshot.suspensions.clear());
    let with_a: Vec<_> = (0..4).map(|_| city.turn(tax)).collect();
    assert_eq!(with_a, [a, b, c, a].map(Some));
}

/// rules 3.4: giving by turn moves the line of the item's category and no other.
#[test]
fn one_line_moves_at_a_time() {
    let mut policy = Policy::cixi_2021();
    policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
    let mut city = City::new(policy);
    let [tax, patent] = [Finance, Patent].map(|category| city.item(category));
    let [a, b] = city.members(Comprehensive, &[tax, patent]);
    assert_eq!(city.turn(tax), Some(a));
    assert_eq!([city.line(Finance), city.line(Patent)], [[b, a], [a, b]]);
}

/// rules 3.4: `TopRank` is always the first eligible, and only sorting reorders the line.
#[test]
fn top_rank_stays_with_the_first() {
    let mut city = City::new(Policy { turn: Turn::TopRank, ..Policy::cixi_2021() });
    let tax = city.item(Finance);
    let [a, b, c] = city.members(Finance, &[tax]);
    assert_eq!([city.turn(tax), city.turn(tax)], [Some(a), Some(a)]);
    let without_a = Order { excluded: set(&[a]), ..plain(tax) };
    assert_eq!([city.accept(without_a).1, city.turn(tax)], [Some(b), Some(a)]);
    assert_eq!(city.line(Finance), [a, b, c]);
    city.publish(&[(c, 1)]);
    assert_eq!((city.turn(tax), city.line(Finance)), (Some(c), vec![c, a, b]));
}

/// rules 5.1: a designated order goes to the designated member, and nobody's place changes.
#[test]
fn a_designation_moves_nobody() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [a, b, c] = city.members(Finance, &[tax]);
    let taken = [naming(tax, b), plain(tax), naming(tax, a), plain(tax)].map(|o| city.accept(o).1);
    assert_eq!(taken, [b, a, a, b].map(Some));
    assert_eq!(city.line(Finance), [c, a, b]);
}

/// A city with three members whose second was just designated, with its line and cursor.
fn designated_under(turn: Turn) -> (City, [MemberId; 3]) {
    let designation_uses_turn = DesignationUsesTurn::Yes;
    let mut city = City::new(Policy { turn, designation_uses_turn, ..Policy::cixi_2021() });
    let tax = city.item(Finance);
    let members = city.members(Finance, &[tax]);
    city.accept(naming(tax, members[1]));
    (city, members)
}

/// rules 5.1: where designation uses a turn, the member goes to the end under `KeepPlace`.
#[test]
fn a_designation_may_use_a_turn() {
    let (mut city, [a, b, c]) = designated_under(Turn::KeepPlace);
    assert_eq!(city.line(Finance), [a, c, b]);
    let taken = [(); 4].map(|()| city.turn(item(1)));
    assert_eq!(taken, [a, c, b, a].map(Some));
}

/// rules 5.1: under the other readings it has no effect.
#[test]
fn a_designation_uses_a_turn_only_where_places_are_kept() {
    for (turn, has_cursor) in [(Turn::Cursor, true), (Turn::TopRank, false)] {
        let (city, [a, b, c]) = designated_under(turn);
        let cursor = city.alliance.cursor(Finance);
        assert_eq!((city.line(Finance), cursor), (vec![a, b, c], has_cursor.then_some(a)));
    }
}

/// rules 5.1: it goes to the end of the line of the order's item only.
#[test]
fn a_designation_uses_a_turn_in_one_line() {
    let mut policy = Policy::cixi_2021();
    policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
    policy.designation_uses_turn = DesignationUsesTurn::Yes;
    let mut city = City::new(policy);
    let [tax, patent] = [Finance, Patent].map(|category| city.item(category));
    let [a, b] = city.members(Comprehensive, &[tax, patent]);
    city.accept(naming(patent, a));
    assert_eq!([city.line(Finance), city.line(Patent)], [[a, b], [b, a]]);
}

/// rules 3.4: places survive any number of turns, joinings and leavings of a long line.
#[test]
fn a_long_line_keeps_its_order() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let members: [MemberId; 40] = city.members(Finance, &[tax]);
    for _ in 0..5 {
        let taken: Vec<_> = (0..40).filter_map(|_| city.turn(tax)).collect();
        assert_eq!(taken, members);
    }
    let newcomer = city.member(Finance, &[tax]);
    let taken: Vec<_> = (0..41).filter_map(|_| city.turn(tax)).collect();
    assert_eq!((&taken[..40], taken[40]), (&members[..], newcomer));
}
