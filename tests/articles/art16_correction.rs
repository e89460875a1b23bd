//! Article 16: a ranking is corrected, and nobody's turn is taken (rules 3.2, 3.5).

use paidan::Category::{Finance, Research};
use paidan::{
    Act, Category, Event, ItemId, MemberId, Order, OrderId, Outcome, Place, PlaceRange, Policy,
    Publication, Sorting, Turn,
};

use crate::common::acts::{call_off, went_back};
use crate::common::{City, plain, set};

/// A city whose finance line stands a, b, c, d by the ranking of 2025, at places 5 to 8.
fn ranked() -> (City, ItemId, [MemberId; 4]) {
    ranked_under(Policy::cixi_2021())
}

fn ranked_under(policy: Policy) -> (City, ItemId, [MemberId; 4]) {
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let members = city.members(Finance, &[tax]);
    let [a, b, c, d] = members;
    city.publish(&[(a, 90), (b, 80), (c, 70), (d, 60)]);
    assert_eq!((city.line(Finance), city.numbers(Finance)), (members.to_vec(), vec![5, 6, 7, 8]));
    (city, tax, members)
}

/// The lines that an outcome says were corrected; none may be sorted whole.
fn corrected(outcome: &Outcome) -> Vec<Category> {
    let correction = Publication::Correction;
    let published = Event::RankingPublished { year: 2025, publication: correction };
    assert_eq!(outcome.events[0], published);
    let lines = outcome.events[1..].iter().map(|event| match *event {
        Event::LineSorted { category, sorting: Sorting::Correction } => category,
        other => panic!("a correction, not {other:?}"),
    });
    lines.collect()
}

/// Corrects the ranking, and says which lines are concluded as sorted.
fn correct(city: &mut City, volumes: &[(MemberId, u32)]) -> Vec<Category> {
    corrected(&city.publish(volumes))
}

/// The places that the last sorting of the whole finance line gave.
fn sorted(city: &City) -> Option<PlaceRange> {
    city.alliance.snapshot().lines.finance.sorted
}

fn places(first: u64, last: u64) -> PlaceRange {
    let [first, last] = [first, last].map(|number| Place::new(number).unwrap());
    PlaceRange { first, last }
}

/// rules 3.2: with a correction after each order the line goes round all the same: those who had
/// their turn do not come before those who wait, whatever their figures are now.
#[test]
fn with_a_correction_after_each_order_the_line_goes_round() {
    let (mut city, tax, [a, b, c, d]) = ranked();
    let mut taken = Vec::new();
    for figures in [[90, 80, 70, 60], [99, 98, 70, 60], [0, 99, 70, 60], [99, 98, 97, 96]].repeat(2)
    {
        taken.extend(city.turn(tax));
        let [of_a, of_b, of_c, of_d] = figures;
        assert_eq!(correct(&mut city, &[(a, of_a), (b, of_b), (c, of_c), (d, of_d)]), []);
    }
    assert_eq!(taken, [a, b, c, d, a, b, c, d]);
}

/// rules 3.2: those who wait are sorted among their places, by volume and then by id; those places
/// keep their numbers, and only the line in which somebody moved is concluded.
#[test]
fn those_who_wait_are_sorted_among_their_places() {
    let (mut city, tax, [a, b, c, d]) = ranked();
    let lab = city.item(Research);
    let [top, low] = city.members(Research, &[lab]);
    city.turn(tax);
    let lines = correct(&mut city, &[(a, 90), (b, 60), (c, 70), (d, 80), (top, 1), (low, 2)]);
    assert_eq!(lines, [Finance], "the research line was not sorted by a ranking with members");
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![d, c, b, a], vec![6, 7, 8, 9]));
    assert_eq!(city.line(Research), [top, low]);
    assert_eq!([(); 5].map(|()| city.turn(tax)), [d, c, b, a, d].map(Some));
}

/// rules 3.2: each line for itself: of two that were sorted only the one that changes is concluded.
#[test]
fn only_a_line_in_which_somebody_moves_is_concluded() {
    let mut city = City::literal();
    let [tax, lab] = [Finance, Research].map(|category| city.item(category));
    let [a, b] = city.members(Finance, &[tax]);
    let [top, low] = city.members(Research, &[lab]);
    let figures = |of_a, of_top| [(a, of_a), (b, 5), (top, of_top), (low, 5)];
    city.publish(&figures(9, 9));
    assert_eq!(correct(&mut city, &figures(8, 7)), []);
    assert_eq!(correct(&mut city, &figures(8, 1)), [Research]);
    assert_eq!(correct(&mut city, &figures(1, 1)), [Finance]);
    assert_eq!(correct(&mut city, &figures(9, 9)), [Finance, Research]);
    assert_eq!((city.line(Finance), city.line(Research)), (vec![a, b], vec![top, low]));
}

/// rules 3.2: it is the whole list again: a member not named has 0, and ties go to the lower id.
#[test]
fn a_correction_is_the_whole_list_again() {
    let (mut city, _, [a, b, c, d]) = ranked();
    assert_eq!(correct(&mut city, &[(d, 60), (c, 70)]), [Finance]);
    assert_eq!(city.line(Finance), [c, d, a, b]);
    assert_eq!([a, b, c, d].map(|of| city.alliance.ranking_volume(of)), [0, 0, 70, 60]);
    assert_eq!(correct(&mut city, &[(a, 1), (b, 1), (c, 1), (d, 1)]), [Finance]);
    assert_eq!(city.line(Finance), [a, b, c, d]);
    // The same order by other figures, ties included: nobody moves, and the figures are kept.
    assert_eq!(correct(&mut city, &[(a, 2), (b, 2), (c, 2)]), []);
    assert_eq!([a, b, c, d].map(|of| city.alliance.ranking_volume(of)), [2, 2, 2, 0]);
}

/// rules 3.2: of two who both had their turn a swap changes nothing, and no line is concluded.
#[test]
fn a_swap_of_two_who_had_their_turn_changes_nothing() {
    let (mut city, tax, [a, b, c, d]) = ranked();
    assert_eq!([city.turn(tax), city.turn(tax)], [a, b].map(Some));
    let before = city.alliance.snapshot().lines;
    assert_eq!(correct(&mut city, &[(a, 80), (b, 90), (c, 70), (d, 60)]), []);
    assert_eq!(city.alliance.snapshot().lines, before);
    // Of one who had it and one who waits, too.
    assert_eq!(correct(&mut city, &[(a, 80), (b, 70), (c, 90), (d, 60)]), []);
    assert_eq!(city.alliance.snapshot().lines, before);
    assert_eq!(correct(&mut city, &[(a, 90), (b, 80), (c, 60), (d, 70)]), [Finance]);
    assert_eq!(city.line(Finance), [d, c, a, b]);
}

/// rules 3.2: the very last one that waits is alone, and is never moved.
#[test]
fn one_that_waits_alone_stays() {
    let (mut city, tax, [a, b, c, d]) = ranked();
    assert_eq!([(); 3].map(|()| city.turn(tax)), [a, b, c].map(Some));
    assert_eq!(correct(&mut city, &[(a, 4), (b, 3), (c, 2), (d, 0)]), []);
    assert_eq!(city.line(Finance), [d, a, b, c]);
}

/// rules 3.2 and 3.3: one that joined since stays at the end, whatever its volume.
#[test]
fn a_newcomer_stays() {
    let (mut city, tax, [a, b, c, d]) = ranked();
    let newcomer = city.member(Finance, &[tax]);
    assert_eq!(correct(&mut city, &[(newcomer, 99), (d, 90), (a, 80)]), [Finance]);
    let expected = (vec![d, a, b, c, newcomer], vec![5, 6, 7, 8, 9]);
    assert_eq!((city.line(Finance), city.numbers(Finance)), expected);
    assert_eq!(city.alliance.ranking_volume(newcomer), 99);
    // A firm that left and came back has lost its place, and is as one that joined since.
    city.act(Act::Withdraw { member: d });
    city.open("2025-03-01");
    let again = city.come_back(d);
    assert_eq!(correct(&mut city, &[(again, 99), (c, 9), (b, 8)]), [Finance]);
    assert_eq!(city.line(Finance), [c, b, a, newcomer, again]);
    assert_eq!(city.numbers(Finance), [6, 7, 8, 9, 10]);
}

/// rules 3.2 and 3.5: one that was sent to the end where it stood already has had its turn.
#[test]
fn the_last_of_the_line_has_had_its_turn_too() {
    let (mut city, tax, [a, b, c, d]) = ranked();
    let (_, taker) = city.accept(Order { excluded: set(&[a, b, c]), ..plain(tax) });
    assert_eq!((taker, city.numbers(Finance)), (Some(d), vec![5, 6, 7, 9]));
    assert_eq!(correct(&mut city, &[(d, 99), (c, 9), (b, 8), (a, 7)]), [Finance]);
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![c, b, a, d], vec![5, 6, 7, 9]));
}

/// Calls an order off, whose member goes back to this place.
fn goes_back(city: &mut City, order: OrderId, place: u64) {
    assert_eq!(went_back(&city.act(call_off(order))), Some(place));
}

/// rules 3.2 and 3.5: one that went back to its place counts as one that has not had its turn.
#[test]
fn one_that_went_back_has_not_had_its_turn() {
    let (mut city, tax, [a, b, c, d]) = ranked();
    let (order, _) = city.accept(plain(tax));
    goes_back(&mut city, order, 5);
    assert_eq!(correct(&mut city, &[(d, 9), (c, 8), (b, 7), (a, 6)]), [Finance]);
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![d, c, b, a], vec![5, 6, 7, 8]));
    assert_eq!(city.turn(tax), Some(d));
}

/// rules 3.5 and 15: who is away during a correction goes back to the place it left, where the
/// ranking had it before; the next correction sorts it with the others.
#[test]
fn one_goes_back_to_where_the_ranking_had_it_before() {
    let (mut city, tax, [a, b, c, d]) = ranked();
    let (order, _) = city.accept(plain(tax));
    let figures = [(d, 9), (c, 8), (b, 7), (a, 6)];
    assert_eq!(correct(&mut city, &figures), [Finance]);
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![d, c, b, a], vec![6, 7, 8, 9]));
    goes_back(&mut city, order, 5);
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![a, d, c, b], vec![5, 6, 7, 8]));
    assert_eq!(correct(&mut city, &figures), [Finance], "the same list once more");
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![d, c, b, a], vec![5, 6, 7, 8]));
}

/// rules 3.5: a correction moves nobody away from the place it was sent to, so it still goes back;
/// and the place it left for the order is the corrected one where it stood then.
#[test]
fn an_order_remembers_the_place_after_a_correction() {
    let (mut city, tax, [a, b, c, d]) = ranked();
    assert_eq!(correct(&mut city, &[(b, 90), (a, 80), (c, 70), (d, 60)]), [Finance]);
    let (order, taker) = city.accept(plain(tax));
    assert_eq!((taker, city.line(Finance)), (Some(b), vec![a, c, d, b]));
    assert_eq!(correct(&mut city, &[(d, 99)]), [Finance]);
    assert_eq!(city.line(Finance), [d, a, c, b]);
    goes_back(&mut city, order, 5);
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![b, d, a, c], vec![5, 6, 7, 8]));
}

/// rules 3.2: one that left leaves its place free, and the others are sorted among theirs.
#[test]
fn one_that_left_leaves_its_place_free() {
    let (mut city, _, [a, b, c, d]) = ranked();
    city.act(Act::Withdraw { member: b });
    assert_eq!(correct(&mut city, &[(d, 9), (c, 8), (a, 7)]), [Finance]);
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![d, c, a], vec![5, 7, 8]));
}

/// rules 3.2: a snapshot has the places that the last whole sorting gave; they outlive its being
/// stored and read again, and a correction gives none.
#[test]
fn the_sorted_places_are_in_the_snapshot() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    assert_eq!(sorted(&city), None, "before any ranking");
    city.publish(&[(a, 9), (b, 8)]);
    assert_eq!(sorted(&city), Some(places(3, 4)));
    city.turn(tax);
    city.edit(|_| ());
    let newcomer = city.member(Finance, &[tax]);
    assert_eq!(correct(&mut city, &[(newcomer, 9), (b, 8)]), []);
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![b, a, newcomer], vec![4, 5, 6]));
    assert_eq!(sorted(&city), Some(places(3, 4)));
    let next_place = city.alliance.snapshot().lines.finance.next_place.get();
    city.open("2026-01-01");
    city.publish(&[(newcomer, 9)]);
    assert_eq!((next_place, sorted(&city)), (7, Some(places(7, 9))));
    assert_eq!((city.line(Finance), city.numbers(Finance)), (vec![newcomer, a, b], vec![7, 8, 9]));
}

/// rules 3.2: a line in which nobody stood when it was sorted has no places of a ranking.
#[test]
fn a_line_that_was_empty_is_never_corrected() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    city.publish(&[]);
    let [a, b] = city.members(Finance, &[tax]);
    assert_eq!(correct(&mut city, &[(b, 9), (a, 8)]), []);
    assert_eq!((sorted(&city), city.line(Finance)), (None, vec![a, b]));
}

/// rules 3.2: the first ranking of the next year sorts whole lines, whoever had just been served,
/// and gives everybody a new place (rules 3.5), moved or not.
#[test]
fn the_first_of_the_next_year_sorts_whole_lines() {
    let (mut city, tax, [a, b, c, d]) = ranked();
    city.open("2026-01-01");
    let (order, _) = city.accept(plain(tax));
    let outcome = city.publish(&[(a, 9), (b, 8), (c, 7), (d, 6)]);
    let whole = Event::LineSorted { category: Finance, sorting: Sorting::Whole };
    assert!(outcome.events.contains(&whole));
    let expected = (vec![a, b, c, d], vec![10, 11, 12, 13]);
    assert_eq!((city.line(Finance), city.numbers(Finance)), expected);
    // It was sorted since, so it does not go back.
    assert_eq!(went_back(&city.act(call_off(order))), None);
    assert_eq!((city.line(Finance), city.numbers(Finance)), expected);
}

/// rules 13 and 3.2: a policy that changes the turn sorts whole lines and gives new places, all of
/// which a later correction sorts.
#[test]
fn another_turn_gives_new_places() {
    let (mut city, tax, [a, b, c, d]) = ranked_under(Policy::recommended());
    assert_eq!([city.turn(tax), city.turn(tax)], [a, b].map(Some));
    city.adopt("2025-02", &Policy { turn: Turn::TopRank, ..Policy::recommended() });
    city.open("2025-02-01");
    let expected = (vec![a, b, c, d], vec![11, 12, 13, 14]);
    assert_eq!((city.line(Finance), city.numbers(Finance)), expected);
    assert_eq!(sorted(&city), Some(places(11, 14)));
    assert_eq!(correct(&mut city, &[(b, 9), (a, 8), (d, 7)]), [Finance]);
    let expected = (vec![b, a, d, c], vec![11, 12, 13, 14]);
    assert_eq!((city.line(Finance), city.numbers(Finance)), expected);
}

/// rules 3.2: under `TopRank` nobody is sent anywhere, so all but newcomers are sorted.
#[test]
fn under_top_rank_all_but_newcomers_are_sorted() {
    let policy = Policy { turn: Turn::TopRank, ..Policy::cixi_2021() };
    let (mut city, tax, [a, b, c, d]) = ranked_under(policy);
    let newcomer = city.member(Finance, &[tax]);
    assert_eq!([city.turn(tax), city.turn(tax)], [Some(a); 2]);
    assert_eq!(correct(&mut city, &[(newcomer, 99), (d, 9), (c, 8), (b, 7)]), [Finance]);
    assert_eq!((city.line(Finance), city.turn(tax)), (vec![d, c, b, a, newcomer], Some(d)));
    assert_eq!(correct(&mut city, &[(newcomer, 1), (d, 9), (c, 8), (b, 7)]), []);
}
