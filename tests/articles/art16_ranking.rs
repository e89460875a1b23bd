//! Article 16: members are ranked by the orders of the year before (rules 3.1 to 3.3).

use paidan::Category::{Comprehensive, Finance, Patent, Research};
use paidan::{
    Act, Category, ComprehensiveReach, Event, MemberId, Outcome, Policy, Publication, Sorting,
};

use crate::common::{City, given, plain};

/// The lines that an outcome sorted whole.
fn sorted(outcome: &Outcome) -> Vec<Category> {
    let sorted = outcome.events.iter().filter_map(|event| match *event {
        Event::LineSorted { category, sorting: Sorting::Whole } => Some(category),
        _ => None,
    });
    sorted.collect()
}

fn published(outcome: &Outcome) -> Option<&Event> {
    outcome.events.first()
}

/// A city whose finance line of three stands a, b, c by the ranking of 2025, but moved on to
/// b, c, a, and whose research line of two likewise to low, top.
fn ranked() -> (City, [MemberId; 5]) {
    let mut city = City::literal();
    let [tax, lab] = [Finance, Research].map(|category| city.item(category));
    let [a, b, c] = city.members(Finance, &[tax]);
    let [top, low] = city.members(Research, &[lab]);
    city.publish(&[(a, 30), (b, 20), (c, 10), (top, 2), (low, 1)]);
    assert_eq!([city.turn(tax), city.turn(lab)], [Some(a), Some(top)]);
    (city, [a, b, c, top, low])
}

/// rules 3.1: a member stands in the line of every category of which it offers an item.
#[test]
fn a_member_stands_in_every_line_it_offers_for() {
    let mut policy = Policy::cixi_2021();
    policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
    let mut city = City::new(policy);
    let [tax, audit, patent] = [Finance, Finance, Patent].map(|category| city.item(category));
    let member = city.member(Comprehensive, &[tax, audit, patent]);
    let stands = Category::ALL.map(|category| city.line(category) == [member]);
    assert_eq!(stands, [true, false, true, false]);
}

/// rules 3.2: from high to low, then the lower id; a member not named has 0.
#[test]
fn a_line_is_sorted_by_volume_then_id() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [a, b, c, fourth, fifth] = city.members(Finance, &[tax]);
    city.publish(&[(fifth, 3), (fourth, 0), (c, 3), (b, 4)]);
    assert_eq!(city.line(Finance), [b, c, fifth, a, fourth]);
    let volumes = [a, b, c, fourth, fifth].map(|member| city.alliance.ranking_volume(member));
    assert_eq!((volumes, city.alliance.ranking_year()), ([0, 4, 3, 0, 3], Some(2025)));
}

/// rules 3.2: the first ranking of a year sorts every line, wherever its motion had got to.
#[test]
fn the_first_ranking_of_a_year_sorts_every_line() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    city.turn(tax);
    assert_eq!(city.line(Finance), [b, a]);
    let outcome = city.publish(&[]);
    let mut expected =
        vec![Event::RankingPublished { year: 2025, publication: Publication::First }];
    let whole = |category| Event::LineSorted { category, sorting: Sorting::Whole };
    expected.extend(Category::ALL.map(whole));
    assert_eq!((outcome.events, city.line(Finance)), (expected, vec![a, b]));
}

/// rules 3.2: until a ranking is published lines go on as they stand, over the turn of the year;
/// the first of the new year sorts all, even by the same figures.
#[test]
fn lines_go_on_until_a_new_years_ranking() {
    let (mut city, [a, b, c, top, low]) = ranked();
    city.open("2026-01-01");
    assert_eq!((city.line(Finance), city.line(Research)), (vec![b, c, a], vec![low, top]));
    assert_eq!(city.alliance.ranking_year(), Some(2025));
    let outcome = city.publish(&[(a, 30), (b, 20), (c, 10), (top, 2), (low, 1)]);
    let first = Event::RankingPublished { year: 2026, publication: Publication::First };
    assert_eq!((published(&outcome), sorted(&outcome)), (Some(&first), Category::ALL.to_vec()));
    assert_eq!((city.line(Finance), city.line(Research)), (vec![a, b, c], vec![top, low]));
}

/// rules 3.3: a newcomer joins the end of the line, whatever it served before.
#[test]
fn a_newcomer_joins_the_end() {
    let (mut city, [a, b, c, ..]) = ranked();
    let item = city.alliance.member(a).unwrap().offers.as_slice()[0];
    let mut firm = city.application(Finance, &[item]);
    firm.volume = 1_000;
    city.act(Act::Admit(firm));
    let newcomer = MemberId::at(5).unwrap();
    assert_eq!(city.line(Finance), [b, c, a, newcomer]);
}

/// rules 5.3: a ranking tries no held orders.
#[test]
fn a_ranking_gives_nothing() {
    let (mut city, _) = ranked();
    let audit = city.item(Finance);
    city.accept(plain(audit));
    assert_eq!(given(&city.publish(&[])), []);
    assert_eq!(city.alliance.held_orders().count(), 1);
}
