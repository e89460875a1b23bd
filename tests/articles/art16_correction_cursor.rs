//! Article 16 with a cursor: a ranking is corrected, and nobody's turn is taken (rules 3.2, 3.4).

use paidan::Category::Finance;
use paidan::{Act, Event, ItemId, MemberId, Policy, Sorting, Turn};

use crate::common::City;

/// A city whose finance line stands a, b, c, d, last by the ranking, the cursor on a.
fn ranked() -> (City, ItemId, [MemberId; 5]) {
    let mut city = City::new(Policy { turn: Turn::Cursor, ..Policy::cixi_2021() });
    let tax = city.item(Finance);
    let members = city.members(Finance, &[tax]);
    let [a, b, c, d, last] = members;
    city.publish(&[(a, 90), (b, 80), (c, 70), (d, 60), (last, 50)]);
    assert_eq!(cursor(&city), Some(a));
    (city, tax, members)
}

fn cursor(city: &City) -> Option<MemberId> {
    city.alliance.cursor(Finance)
}

/// Corrects the ranking so that these members come first, in this order; says whether the line is
/// concluded as sorted.
fn puts_first(city: &mut City, members: &[MemberId]) -> bool {
    let figures: Vec<_> = members.iter().copied().zip((1..=99).rev()).collect();
    let outcome = city.publish(&figures);
    let sorting = Sorting::Correction;
    outcome.events.contains(&Event::LineSorted { category: Finance, sorting })
}

/// Gives so many orders by turn.
fn take<const N: usize>(city: &mut City, item: ItemId) -> [Option<MemberId>; N] {
    [(); N].map(|()| city.turn(item))
}

/// rules 3.2: those before the cursor and those from it on are sorted apart.
#[test]
fn both_sides_of_the_cursor_are_sorted_apart() {
    let (mut city, tax, [a, b, c, d, last]) = ranked();
    assert_eq!((take(&mut city, tax), cursor(&city)), ([a, b].map(Some), Some(c)));
    let numbers = city.numbers(Finance);
    assert!(puts_first(&mut city, &[last, d, c, b, a]));
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![b, a, last, d, c], numbers));
    assert_eq!(take(&mut city, tax), [last, d, c, b, a].map(Some));
}

/// rules 3.2: nobody who had its turn comes to stand from the cursor on, and nobody who waits comes
/// before it, so with a correction after each order the line goes round.
#[test]
fn with_a_correction_after_each_order_the_line_goes_round() {
    let (mut city, tax, [a, b, c, d, last]) = ranked();
    let mut taken = Vec::new();
    for order in [[a, b, c, d, last], [b, a, c, d, last], [c, a, b, d, last], [d, c, a, b, last]] {
        taken.extend(city.turn(tax));
        puts_first(&mut city, &order);
    }
    taken.extend(city.turn(tax));
    assert_eq!(taken, [a, b, c, d, last]);
}

/// rules 3.2 and 3.4: the cursor stays at its place, whoever comes to stand there.
#[test]
fn the_cursor_stays_at_its_place() {
    let (mut city, tax, [a, b, c, d, last]) = ranked();
    city.turn(tax);
    assert_eq!(cursor(&city), Some(b));
    assert!(puts_first(&mut city, &[a, c, b, d, last]));
    assert_eq!((city.line(Finance), cursor(&city)), (vec![a, c, b, d, last], Some(c)));
    // Its own member is the one that stands there now: when it leaves, it goes to the one after.
    city.act(Act::Withdraw { member: c });
    assert_eq!((cursor(&city), take(&mut city, tax)), (Some(b), [b, d, last, a].map(Some)));
}

/// rules 3.2: of those before the cursor alone: the cursor and its member stay.
#[test]
fn a_swap_before_the_cursor_is_concluded() {
    let (mut city, tax, [a, b, c, d, last]) = ranked();
    let _: [_; 2] = take(&mut city, tax);
    assert!(puts_first(&mut city, &[b, a, c, d, last]));
    assert_eq!((city.line(Finance), cursor(&city)), (vec![b, a, c, d, last], Some(c)));
    assert!(!puts_first(&mut city, &[c, b, d, last, a]), "each side keeps its order");
    assert_eq!((city.line(Finance), cursor(&city)), (vec![b, a, c, d, last], Some(c)));
}

/// rules 3.2: with the cursor on the top, before anybody had a turn, all are sorted together.
#[test]
fn with_the_cursor_on_the_top_all_are_sorted() {
    let (mut city, tax, [a, b, c, d, last]) = ranked();
    assert!(puts_first(&mut city, &[last, a, d, b, c]));
    assert_eq!((city.line(Finance), cursor(&city)), (vec![last, a, d, b, c], Some(last)));
    assert_eq!(take(&mut city, tax), [last, a, d, b, c].map(Some));
}

/// rules 3.2: with the cursor on the last, it is alone.
#[test]
fn with_the_cursor_on_the_last_the_others_are_sorted() {
    let (mut city, tax, [a, b, c, d, last]) = ranked();
    let _: [_; 4] = take(&mut city, tax);
    assert!(puts_first(&mut city, &[last, d, c, b, a]));
    assert_eq!((city.line(Finance), cursor(&city)), (vec![d, c, b, a, last], Some(last)));
}

/// rules 3.2: a newcomer stays at the end; with the cursor on it, all the others are before it.
#[test]
fn a_newcomer_stays_under_the_cursor() {
    let (mut city, tax, [a, b, c, d, last]) = ranked();
    let newcomer = city.member(Finance, &[tax]);
    assert!(puts_first(&mut city, &[newcomer, b, a, c, d, last]));
    assert_eq!((city.line(Finance), cursor(&city)), (vec![b, a, c, d, last, newcomer], Some(b)));
    let _: [_; 5] = take(&mut city, tax);
    assert_eq!(cursor(&city), Some(newcomer));
    assert!(puts_first(&mut city, &[newcomer, last, d, c, b, a]));
    let expected = (vec![last, d, c, b, a, newcomer], Some(newcomer));
    assert_eq!((city.line(Finance), cursor(&city)), expected);
}

/// rules 15: one that was first in a round and is corrected to last waits nearly two rounds, and
/// the other way it has two turns in a row.
#[test]
fn a_correction_between_two_rounds() {
    let (mut city, tax, [a, b, c, d, last]) = ranked();
    assert_eq!((take(&mut city, tax), cursor(&city)), ([a, b, c, d, last].map(Some), Some(a)));
    assert!(puts_first(&mut city, &[last, b, c, d, a]));
    assert_eq!(take(&mut city, tax), [last, b, c, d, a].map(Some));
}

/// rules 3.2 and 3.4: the first ranking of a year sorts the whole line, and puts the cursor on top.
#[test]
fn a_first_ranking_puts_the_cursor_on_the_top() {
    let (mut city, tax, [a, b, c, d, last]) = ranked();
    city.open("2026-01-01");
    let _: [_; 2] = take(&mut city, tax);
    assert_eq!(cursor(&city), Some(c));
    city.publish(&[(last, 1)]);
    assert_eq!((city.line(Finance), cursor(&city)), (vec![last, a, b, c, d], Some(last)));
}
