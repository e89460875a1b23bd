//! Rankings and their corrections (rules 3.2, 3.4, 3.5).

use paidan::{Act, Basis, Category, Event, Policy, Publication, Set, Sorting, Turn, Volume, Work};

use super::{City, firm, member, order, wish};

const CATEGORY: Category = Category::Finance;

/// Publishes the ranking of the year of the day, or corrects it.
fn published(city: &mut City, volumes: &[(u32, u32)]) -> Vec<Event> {
    let volumes: Vec<Volume> = volumes
        .iter()
        .map(|(id, orders)| Volume { member: member(*id), orders: *orders })
        .collect();
    let volumes = volumes.try_into().expect("a list");
    city.does(Act::PublishRanking { year: city.today.year(), volumes })
}

/// A city whose ranking of 2025 has its members in the order of their ids.
fn ranked(turn: Turn, members: u32) -> City {
    let mut city = City::new(Policy { turn, ..Policy::cixi_2021() }, members);
    let volumes: Vec<(u32, u32)> = (1..=members).map(|id| (id, members - id)).collect();
    published(&mut city, &volumes);
    city
}

/// What a correction says in which the line of finance has somebody change place.
fn corrected() -> [Event; 2] {
    let (year, publication) = (2025, Publication::Correction);
    let sorting = Sorting::Correction;
    [
        Event::RankingPublished { year, publication },
        Event::LineSorted { category: CATEGORY, sorting },
    ]
}

impl City {
    /// Who stands in the line of finance where a correction would sort.
    fn ranked(&self) -> Vec<u32> {
        let view = self.plain.view();
        let finance = view.ranked.first().cloned().expect("four lines");
        finance.into_iter().map(paidan::MemberId::get).collect()
    }

    fn call_off(&mut self, number: u32) {
        self.does(Act::CallOff { order: order(number), work: Work::NotBegun });
    }
}

#[test]
fn rules_3_2_a_first_ranking_sorts_every_line_whole() {
    let mut city = City::new(Policy::cixi_2021(), 3);
    city.accepts(wish(100));
    assert_eq!((city.line().0, city.ranked()), (vec![2, 3, 1], vec![]));
    let events = published(&mut city, &[(3, 9), (2, 9)]);
    let (year, publication) = (2025, Publication::First);
    let sorted = |category| Event::LineSorted { category, sorting: Sorting::Whole };
    // Of a sorting of whole lines every line is concluded, be it empty.
    let whole = Category::ALL.map(sorted);
    assert_eq!(events[..1], [Event::RankingPublished { year, publication }]);
    assert_eq!(events[1..], whole);
    assert_eq!((city.line().0, city.ranked()), (vec![2, 3, 1], vec![2, 3, 1]));
    // Nobody goes back to a place from before: all have new numbers, also those who did not move.
    city.call_off(1);
    assert_eq!(city.line().0, [2, 3, 1]);
    // The ranking of the next year is a first one again.
    city.today = super::day("2025-03-31");
    for number in 4..=12 {
        city.opens(&format!("2025-{number:02}-01"));
    }
    city.opens("2026-01-01");
    let events = published(&mut city, &[]);
    assert_eq!(events[1..], whole);
    assert_eq!(city.line().0, [1, 2, 3]);
}

#[test]
fn rules_3_2_a_correction_sorts_only_those_at_places_of_the_ranking() {
    let mut city = ranked(Turn::KeepPlace, 3);
    assert_eq!(city.accepts(wish(100)), Some((1, Basis::Turn)));
    city.does(firm(4, &[1]));
    assert_eq!((city.line().0, city.ranked()), (vec![2, 3, 1, 4], vec![2, 3]));
    // Neither member 1, which was served, nor member 4, which came since, is sorted.
    assert_eq!(published(&mut city, &[(4, 99), (1, 50), (3, 9), (2, 8)]), corrected());
    assert_eq!(city.line().0, [3, 2, 1, 4]);
    // The same again: nobody changes place, and no line is concluded.
    assert_eq!(published(&mut city, &[(4, 99), (1, 50), (3, 9), (2, 8)]).len(), 1);
    // Member 1 goes back to where the ranking had it before it was corrected, and is sorted again.
    city.call_off(1);
    assert_eq!((city.line().0, city.ranked()), (vec![1, 3, 2, 4], vec![1, 3, 2]));
    assert_eq!(published(&mut city, &[(4, 99), (2, 9)]), corrected());
    assert_eq!(city.line().0, [2, 1, 3, 4]);
}

#[test]
fn rules_3_2_a_correction_changes_who_stands_at_places_that_keep_their_numbers() {
    let mut city = ranked(Turn::KeepPlace, 3);
    let without_first = super::Order { excluded: Set::one(member(1)), ..wish(100) };
    assert_eq!(city.accepts(without_first), Some((2, Basis::Turn)));
    assert_eq!(city.line().0, [1, 3, 2]);
    assert_eq!(published(&mut city, &[(3, 9)]), corrected());
    assert_eq!(city.line().0, [3, 1, 2]);
    // The place that member 2 left is still between those two.
    city.call_off(1);
    assert_eq!(city.line().0, [3, 2, 1]);
}

#[test]
fn rules_3_2_a_correction_by_equal_figures_sorts_by_id() {
    let mut city = ranked(Turn::TopRank, 3);
    assert_eq!(published(&mut city, &[(3, 2), (2, 1)]), corrected());
    assert_eq!(city.line().0, [3, 2, 1]);
    assert_eq!(published(&mut city, &[(3, 1), (2, 1), (1, 1)]), corrected());
    assert_eq!(city.line().0, [1, 2, 3]);
}

#[test]
fn rules_3_2_a_line_that_was_empty_when_it_was_sorted_is_not_corrected() {
    let mut city = ranked(Turn::KeepPlace, 0);
    city.does(firm(1, &[1]));
    city.does(firm(2, &[1]));
    assert_eq!(published(&mut city, &[(2, 9)]).len(), 1);
    assert_eq!((city.line().0, city.ranked()), (vec![1, 2], vec![]));
}

#[test]
fn rules_3_2_and_3_4_before_the_cursor_and_from_it_on_are_sorted_apart() {
    let mut city = ranked(Turn::Cursor, 4);
    city.does(firm(5, &[1]));
    assert_eq!(city.accepts(wish(100)), Some((1, Basis::Turn)));
    assert_eq!(city.line(), (vec![1, 2, 3, 4, 5], Some(2)));
    // Member 1 had its turn, and keeps the only place before the cursor; the cursor stays at its
    // own, where member 4 comes to stand.
    assert_eq!(published(&mut city, &[(5, 99), (4, 9), (3, 8), (2, 7), (1, 6)]), corrected());
    assert_eq!(city.line(), (vec![1, 4, 3, 2, 5], Some(4)));
    assert_eq!(city.accepts(wish(100)), Some((4, Basis::Turn)));
    // Two before the cursor, three from it on, of which the last joined since.
    assert_eq!(published(&mut city, &[(5, 99), (4, 9), (2, 8)]), corrected());
    assert_eq!(city.line(), (vec![4, 1, 2, 3, 5], Some(2)));
    // With the cursor on the one that joined, all others are before it.
    for taker in [2, 3] {
        assert_eq!(city.accepts(wish(100)), Some((taker, Basis::Turn)));
    }
    assert_eq!(published(&mut city, &[(3, 1)]), corrected());
    assert_eq!(city.line(), (vec![3, 1, 2, 4, 5], Some(5)));
    // Whoever stands at the cursor is its own member, also when it leaves.
    assert_eq!(city.accepts(wish(100)), Some((5, Basis::Turn)));
    assert_eq!(published(&mut city, &[(2, 1)]), corrected());
    assert_eq!(city.line(), (vec![2, 1, 3, 4, 5], Some(2)));
}
