//! Article 16 as a cursor that goes round the ranking (rules 3.4, `Cursor`).

use paidan::Category::Finance;
use paidan::{Act, ItemId, MemberId, Order, Policy, Turn};

use crate::common::{City, by_turn, given, naming, plain, set};

fn city() -> (City, ItemId) {
    let mut city = City::new(Policy { turn: Turn::Cursor, ..Policy::cixi_2021() });
    let tax = city.item(Finance);
    (city, tax)
}

/// The same with three members.
fn city_of_three() -> (City, ItemId, [MemberId; 3]) {
    let (mut city, tax) = city();
    let members = city.members(Finance, &[tax]);
    (city, tax, members)
}

fn cursor(city: &City) -> Option<MemberId> {
    city.alliance.cursor(Finance)
}

/// rules 3.4: the line stays, the cursor goes round from the top; after the last comes the first.
#[test]
fn the_cursor_goes_round() {
    let (mut city, tax, [a, b, c]) = city_of_three();
    assert_eq!(cursor(&city), Some(a));
    let taken = [(); 5].map(|()| (city.turn(tax), cursor(&city)));
    let expected = [(a, b), (b, c), (c, a), (a, b), (b, c)];
    assert_eq!(taken, expected.map(|(taker, next)| (Some(taker), Some(next))));
    assert_eq!(city.line(Finance), [a, b, c]);
}

/// rules 3.4: whoever was passed over has lost that turn.
#[test]
fn who_is_passed_over_loses_the_turn() {
    let (mut city, tax, [a, b, c]) = city_of_three();
    let without_a = Order { excluded: set(&[a]), ..plain(tax) };
    assert_eq!((city.accept(without_a).1, cursor(&city)), (Some(b), Some(c)));
    assert_eq!([city.turn(tax), city.turn(tax)], [Some(c), Some(a)]);
}

/// rules 3.4: the search starts at the cursor and wraps.
#[test]
fn the_search_wraps() {
    let (mut city, tax, [a, b, c]) = city_of_three();
    city.turn(tax);
    let only_a = Order { excluded: set(&[b, c]), ..plain(tax) };
    assert_eq!((city.accept(only_a).1, cursor(&city)), (Some(a), Some(b)));
}

/// rules 3.4: a newcomer joins at the end, and does not move the cursor.
#[test]
fn joining_does_not_move_the_cursor() {
    let (mut city, tax, [a, b, c]) = city_of_three();
    assert_eq!([city.turn(tax), city.turn(tax)], [a, b].map(Some));
    let newcomer = city.member(Finance, &[tax]);
    assert_eq!((city.line(Finance), cursor(&city)), (vec![a, b, c, newcomer], Some(c)));
    assert_eq!([(); 3].map(|()| city.turn(tax)), [c, newcomer, a].map(Some));
}

/// rules 3.4: others leaving do not move the cursor, before it or after it.
#[test]
fn others_leaving_do_not_move_the_cursor() {
    for leaver in [0, 2] {
        let (mut city, tax, members) = city_of_three();
        city.turn(tax);
        assert_eq!(cursor(&city), Some(members[1]));
        leave(&mut city, members[leaver]);
        assert_eq!(cursor(&city), Some(members[1]), "when {leaver} leaves");
    }
}

/// A member leaves. One with an open order may not, so the orders are ended first.
fn leave(city: &mut City, member: MemberId) {
    city.edit(|snapshot| {
        for row in &mut snapshot.orders {
            *row = paidan::OrderRow::Ended(paidan::End::Cancelled);
        }
    });
    city.act(Act::Withdraw { member });
}

/// rules 3.4: when the cursor's own member leaves, it goes to the one after.
#[test]
fn the_cursor_goes_on_when_its_member_leaves() {
    let (mut city, tax, [a, b, c]) = city_of_three();
    city.turn(tax);
    leave(&mut city, b);
    assert_eq!((cursor(&city), city.turn(tax)), (Some(c), Some(c)));
    assert_eq!(cursor(&city), Some(a));
}

/// rules 3.4: after the last comes the first, when the last leaves too.
#[test]
fn the_cursor_goes_to_the_first_when_the_last_leaves() {
    let (mut city, tax, [a, b, c]) = city_of_three();
    assert_eq!([city.turn(tax), city.turn(tax)], [a, b].map(Some));
    assert_eq!(cursor(&city), Some(c));
    leave(&mut city, c);
    assert_eq!(cursor(&city), Some(a));
}

/// rules 3.4: in an empty line the cursor is nowhere, then on the first who joins.
#[test]
fn in_an_empty_line_the_cursor_is_nowhere() {
    let (mut city, tax) = city();
    assert_eq!(cursor(&city), None);
    let only = city.member(Finance, &[tax]);
    assert_eq!(cursor(&city), Some(only));
    city.turn(tax);
    assert_eq!(cursor(&city), Some(only));
    leave(&mut city, only);
    assert_eq!(cursor(&city), None);
    let [next, _] = city.members(Finance, &[tax]);
    assert_eq!(cursor(&city), Some(next));
}

/// rules 3.4: sorting puts the cursor on the top.
#[test]
fn sorting_puts_the_cursor_on_the_top() {
    let (mut city, tax, [a, b, c]) = city_of_three();
    city.turn(tax);
    city.publish(&[(c, 9), (b, 8), (a, 7)]);
    assert_eq!((city.line(Finance), cursor(&city)), (vec![c, b, a], Some(c)));
    city.turn(tax);
    // A correction that orders nobody otherwise sorts nothing, and the cursor stays.
    city.publish(&[(c, 6), (b, 5), (a, 4)]);
    assert_eq!((city.line(Finance), cursor(&city)), (vec![c, b, a], Some(b)));
}

/// rules 3.4: only giving by turn moves the cursor; a designation does not.
#[test]
fn a_designation_does_not_move_the_cursor() {
    let (mut city, tax, [a, b, _]) = city_of_three();
    let named = [a, b].map(|member| city.accept(naming(tax, member)).1);
    assert_eq!((named, cursor(&city)), ([Some(a), Some(b)], Some(a)));
}

/// rules 3.4: an order that is held moves no cursor; given by turn later, it does.
#[test]
fn a_held_order_moves_the_cursor_when_it_is_given() {
    let (mut city, tax, [a, b, c]) = city_of_three();
    let other = city.item(Finance);
    let (held, _) = city.accept(plain(other));
    assert_eq!(cursor(&city), Some(a));
    let outcome = city.offer(b, &[tax, other]);
    assert_eq!((given(&outcome), cursor(&city)), (vec![(held, b)], Some(c)));
    assert_ne!(outcome.events.last(), Some(&by_turn(held, b)), "nobody goes to the end");
}
