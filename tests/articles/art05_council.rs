//! Articles 5 and 6: the council and its seats (rules 11).

use paidan::Category::{Comprehensive, Finance, Patent, Research};
use paidan::{
    Act, Alliance, Broken, Category, ComprehensiveReach, Council, Event, ItemId, Mediation,
    MemberFault, MemberId, Policy, Refusal, Seat, SeatFault, Snapshot, Vacancy,
};

use crate::common::acts::{expel, mediate, reassign, undercutting, without_cause};
use crate::common::house::{leave_seat, take_seat};
use crate::common::{City, member, naming, order};

/// A city with members of one class that offer its item.
fn city_of<const N: usize>(category: Category) -> (City, ItemId, [MemberId; N]) {
    let mut city = City::new(Policy::recommended());
    let item = city.item(category);
    let members = city.members(category, &[item]);
    (city, item, members)
}

/// A city with one comprehensive member that stands in two lines and has a seat.
fn seated_in_two_lines() -> (City, [ItemId; 2], MemberId) {
    let mut policy = Policy::recommended();
    policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
    let mut city = City::new(policy);
    let items = [Finance, Comprehensive].map(|category| city.item(category));
    let seated = city.member(Comprehensive, &items);
    city.act(take_seat(Comprehensive, seated));
    (city, items, seated)
}

fn vacated(member: MemberId, seat: Seat, vacancy: Vacancy) -> Event {
    Event::SeatVacated { member, seat, vacancy }
}

/// rules 11: five seats, one each for finance, research and patent, two for comprehensive; all
/// start vacant.
#[test]
fn five_seats_start_vacant() {
    let city = City::literal();
    let seats = Category::ALL.map(|category| city.seats(category));
    assert_eq!(seats, [vec![0], vec![0], vec![0], vec![0, 0]]);
}

/// rules 11: the five seats in their order, each with its class and who holds it.
#[test]
fn the_council_lists_its_seats() {
    let (mut city, _, [a, b, c]) = city_of(Comprehensive);
    let lab = city.item(Research);
    let r = city.member(Research, &[lab]);
    for (category, member) in [(Comprehensive, a), (Research, r), (Comprehensive, b)] {
        city.act(take_seat(category, member));
    }
    city.act(leave_seat(a));
    let council = *city.alliance.council();
    let holders = [None, Some(r), None, None, Some(b)];
    let expected: Vec<_> = Seat::ALL.into_iter().zip(holders).collect();
    assert_eq!(council.iter().collect::<Vec<_>>(), expected);
    assert_eq!(Seat::ALL.map(|seat| council.holder(seat)), holders);
    let seats = [a, b, c, r].map(|member| council.seat_of(member));
    assert_eq!(seats, [None, Some(Seat::SecondComprehensive), None, Some(Seat::Research)]);
    let vacant = [Finance, Research, Patent, Comprehensive].map(|of| council.vacant(of));
    let first = Seat::FirstComprehensive;
    assert_eq!(vacant, [Some(Seat::Finance), None, Some(Seat::Patent), Some(first)]);
    let classes = [Finance, Research, Patent, Comprehensive, Comprehensive];
    assert_eq!(Seat::ALL.map(Seat::category), classes);
}

/// rules 11: each class fills as many seats as it has, and not one more.
#[test]
fn a_class_has_its_seats_and_no_more() {
    for category in Category::ALL {
        let (mut city, _, members) = city_of::<3>(category);
        let seats: Vec<Seat> =
            Seat::ALL.into_iter().filter(|of| of.category() == category).collect();
        let expected = if category == Comprehensive { 2 } else { 1 };
        assert_eq!(seats.len(), expected);
        let (seated, late) = members.split_at(expected);
        for (&member, seat) in seated.iter().zip(seats) {
            let outcome = city.act(take_seat(category, member));
            assert_eq!(outcome.events, [Event::SeatTaken { member, seat }]);
        }
        let refused = city.refused(take_seat(category, late[0]));
        assert_eq!(refused, Refusal::NoVacantSeat { category });
        for other in Category::ALL {
            let expected = if other == category { &[1, 2][..expected] } else { &[0, 0] };
            assert_eq!(city.seats(other), expected[..city.seats(other).len()]);
        }
    }
}

/// rules 11: the first vacant seat of the category is filled.
#[test]
fn the_first_vacant_seat_is_filled() {
    let (mut city, _, [a, b, c, d]) = city_of(Comprehensive);
    city.act(take_seat(Comprehensive, b));
    assert_eq!(city.seats(Comprehensive), [2, 0]);
    city.act(take_seat(Comprehensive, a));
    city.act(leave_seat(b));
    assert_eq!(city.seats(Comprehensive), [0, 1]);
    city.act(take_seat(Comprehensive, c));
    assert_eq!(city.seats(Comprehensive), [3, 1], "nobody moves up");
    city.act(leave_seat(a));
    city.act(leave_seat(c));
    city.act(take_seat(Comprehensive, d));
    assert_eq!(city.seats(Comprehensive), [4, 0]);
}

/// rules 11: the class of the member decides, not what it offers.
#[test]
fn the_seat_is_of_the_members_class() {
    let (mut city, [tax, _], seated) = seated_in_two_lines();
    let other = city.member(Comprehensive, &[tax]);
    let refused = city.refused(take_seat(Finance, other));
    assert_eq!(refused, Refusal::NotOfTheClass { member: other, category: Finance });
    // One that offers nothing of its class any more keeps its seat, and can take one.
    city.offer(seated, &[tax]);
    city.act(take_seat(Comprehensive, other));
    assert_eq!(city.seats(Comprehensive), [1, 2]);
}

/// rules 11: a member holds one seat, though its class has another one vacant.
#[test]
fn a_member_holds_one_seat() {
    let (mut city, _, [a]) = city_of(Comprehensive);
    city.act(take_seat(Comprehensive, a));
    assert_eq!(city.refused(take_seat(Comprehensive, a)), Refusal::HoldsSeat { member: a });
    assert_eq!(city.seats(Comprehensive), [1, 0]);
}

/// rules 11: a member may give its seat up, and take one again, even on the same day.
#[test]
fn a_seat_is_given_up_and_taken_again() {
    let (mut city, _, [a, b]) = city_of(Finance);
    city.act(take_seat(Finance, a));
    assert_eq!(city.act(leave_seat(a)).events, [vacated(a, Seat::Finance, Vacancy::GivenUp)]);
    assert_eq!(city.seats(Finance), [0]);
    assert_eq!(city.refused(leave_seat(a)), Refusal::HoldsNoSeat { member: a });
    city.act(take_seat(Finance, b));
    city.act(leave_seat(b));
    city.act(take_seat(Finance, a));
    assert_eq!(city.seats(Finance), [1]);
}

/// rules 11: seats are kept over months and years.
#[test]
fn seats_are_kept_over_the_turn_of_the_year() {
    let (mut city, _, [a]) = city_of(Research);
    city.act(take_seat(Research, a));
    city.open("2026-02-01");
    assert_eq!(city.seats(Research), [1]);
}

/// rules 2.4: one that withdraws leaves every line, then its seat, at once.
#[test]
fn one_that_withdraws_leaves_its_seat() {
    let (mut city, _, member) = seated_in_two_lines();
    let left = |category| Event::LeftLine { member, category };
    let expected = [
        Event::Withdrawn { member },
        left(Finance),
        left(Comprehensive),
        vacated(member, Seat::FirstComprehensive, Vacancy::Left),
    ];
    assert_eq!(city.act(Act::Withdraw { member }).events, expected);
    assert_eq!(city.seats(Comprehensive), [0, 0]);
}

/// rules 10.2: one that exits leaves every line and its seat before its orders come off it.
#[test]
fn one_that_exits_leaves_its_seat_before_its_orders() {
    let (mut city, [tax, _], seated) = seated_in_two_lines();
    city.turn(tax);
    let events = city.act(expel(seated, undercutting(true))).events;
    let vacated = vacated(seated, Seat::FirstComprehensive, Vacancy::Left);
    let seat = events.iter().position(|event| *event == vacated);
    assert_eq!(seat, Some(3), "{events:?}");
    assert!(matches!(events[2], Event::LeftLine { .. }));
    assert!(matches!(events[4], Event::CameOff { .. }));
    assert_eq!(city.seats(Comprehensive), [0, 0]);
}

/// rules 10.2: so does every other exit: after mediation, and by orders taken away in a row.
#[test]
fn every_exit_vacates_the_seat() {
    let (mut city, tax, [a, _]) = city_of(Finance);
    city.act(take_seat(Finance, a));
    for _ in 1..=2 {
        city.accept(naming(tax, a));
    }
    let mut by_mediation = city.clone();
    by_mediation.act(without_cause(order(1)));
    let outcome = by_mediation.act(mediate(order(1), Mediation::DidNotComply));
    assert!(outcome.events.contains(&vacated(a, Seat::Finance, Vacancy::Left)));
    assert_eq!(by_mediation.seats(Finance), [0]);
    city.act(reassign(order(1), None));
    assert_eq!(city.seats(Finance), [1], "the first one taken away costs nothing");
    let outcome = city.act(reassign(order(2), None));
    assert!(outcome.events.contains(&vacated(a, Seat::Finance, Vacancy::Left)));
    assert_eq!(city.seats(Finance), [0]);
}

/// rules 10.2 and 2.4: who leaves without a seat vacates none, and nobody else's seat moves.
#[test]
fn one_without_a_seat_vacates_none() {
    let (mut city, _, [a, b, c]) = city_of(Finance);
    city.act(take_seat(Finance, a));
    for events in [
        city.act(Act::Withdraw { member: b }).events,
        city.act(expel(c, undercutting(true))).events,
    ] {
        assert!(!events.iter().any(|event| matches!(event, Event::SeatVacated { .. })));
    }
    assert_eq!(city.seats(Finance), [1]);
}

/// rules 2.1 and 11: a firm that was admitted again has no seat, and may take one.
#[test]
fn one_that_comes_back_may_take_a_seat() {
    let (mut city, _, [a]) = city_of(Finance);
    city.act(take_seat(Finance, a));
    city.act(Act::Withdraw { member: a });
    city.open("2025-03-03");
    let again = city.come_back(a);
    assert_eq!(city.seats(Finance), [0]);
    city.act(take_seat(Finance, again));
    assert_eq!(city.seats(Finance), [2]);
}

/// rules 11: a snapshot whose council is not one is refused.
#[test]
fn a_snapshot_with_a_wrong_council_is_refused() {
    let (mut city, _, [a, b]) = city_of(Comprehensive);
    city.act(Act::Withdraw { member: b });
    let spoilt = |spoil: &dyn Fn(&mut Snapshot)| {
        let mut snapshot = city.alliance.snapshot();
        spoil(&mut snapshot);
        Alliance::try_from(snapshot).map(|alliance| *alliance.council())
    };
    let seated = Council { comprehensive: [None, Some(a)], ..Council::default() };
    assert_eq!(spoilt(&|of| of.council = seated), Ok(seated));
    let (twice, nobody) = ([Some(a); 2], member(9));
    let [first, second] = [Seat::FirstComprehensive, Seat::SecondComprehensive];
    let broken = |seat, member, fault| Err(Broken::Seat(seat, member, fault));
    let found = spoilt(&|of| of.council.comprehensive = twice);
    assert_eq!(found, broken(second, a, SeatFault::Twice));
    let found = spoilt(&|of| of.council.patent = Some(a));
    assert_eq!(found, broken(Seat::Patent, a, SeatFault::Class));
    let found = spoilt(&|of| of.council.comprehensive[0] = Some(b));
    assert_eq!(found, broken(first, b, SeatFault::Left));
    let found = spoilt(&|of| of.council.finance = Some(nobody));
    assert_eq!(found, broken(Seat::Finance, nobody, SeatFault::Nobody));
}

/// rules 11: the years of a seat are none that is still to come.
#[test]
fn a_snapshot_with_a_seat_of_a_later_year_is_refused() {
    let (city, _, [a]) = city_of(Comprehensive);
    for (year, is_sound) in [(1999, false), (2000, true), (2025, true), (2026, false)] {
        let broken = Broken::Member(a, MemberFault::SeatYear(year));
        let expected = if is_sound { Ok(()) } else { Err(broken) };
        let mut lost = city.alliance.snapshot();
        lost.members[0].seat_lost = Some(year);
        assert_eq!(Alliance::try_from(lost).map(drop), expected);
        let mut given_up = city.alliance.snapshot();
        given_up.members[0].seat_given_up = Some(year);
        assert_eq!(Alliance::try_from(given_up).map(drop), expected);
    }
}
