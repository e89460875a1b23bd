//! Article 23: a breach by the staff of a member, and the seat it costs (rules 11).

use paidan::Category::Finance;
use paidan::{Act, Breach, Event, MemberId, Policy, Refusal, Seat, Vacancy};

use crate::common::City;
use crate::common::acts::{expel, undercutting};
use crate::common::house::{breach, leave_seat, take_seat};

/// A city with two finance members, of which the first has the seat.
fn seated_on(day: &str) -> (City, [MemberId; 2]) {
    let mut city = City::on(day, Policy::cixi_2021());
    let tax = city.item(Finance);
    let members = city.members(Finance, &[tax]);
    city.act(take_seat(Finance, members[0]));
    (city, members)
}

fn seated() -> (City, [MemberId; 2]) {
    seated_on("2025-01-02")
}

/// What a breach comes to of one that holds no seat any more.
fn recorded(member: MemberId) -> [Event; 1] {
    [Event::BreachRecorded { member, kind: Breach::Absence }]
}

fn lost(member: MemberId, year: i32) -> Refusal {
    Refusal::LostSeatThisYear { member, year }
}

/// rules 11: each kind of breach vacates the seat.
#[test]
fn a_breach_vacates_the_seat() {
    for kind in [Breach::Direction, Breach::Absence, Breach::Process, Breach::Inducement] {
        let (mut city, [a, b]) = seated();
        let outcome = city.act(Act::RecordBreach { member: a, kind });
        let (seat, vacancy) = (Seat::Finance, Vacancy::Breach);
        let vacated = Event::SeatVacated { member: a, seat, vacancy };
        assert_eq!(outcome.events, [Event::BreachRecorded { member: a, kind }, vacated]);
        assert_eq!(city.seats(Finance), [0]);
        city.act(take_seat(Finance, b));
        assert_eq!(city.seats(Finance), [2], "another one may take it at once");
    }
}

/// rules 11: one that lost its seat takes none in the same calendar year.
#[test]
fn a_lost_seat_bars_for_the_calendar_year() {
    let (mut city, [a, _]) = seated();
    city.act(breach(a));
    assert_eq!(city.refused(take_seat(Finance, a)), lost(a, 2025));
    city.open("2025-12-31");
    assert_eq!(city.refused(take_seat(Finance, a)), lost(a, 2025));
    city.open("2026-01-01");
    city.act(take_seat(Finance, a));
    assert_eq!(city.seats(Finance), [1]);
}

/// rules 11: lost on 31 December and taken again on 1 January, and lost again.
#[test]
fn lost_on_the_last_day_and_taken_on_the_first() {
    let (mut city, [a, _]) = seated_on("2025-12-31");
    city.act(breach(a));
    city.open("2026-01-01");
    city.act(take_seat(Finance, a));
    city.act(breach(a));
    assert_eq!(city.refused(take_seat(Finance, a)), lost(a, 2026));
}

/// rules 11: a breach of one that never sat is refused, and so is one of a member that lost its
/// seat already: it holds none and gave none up.
#[test]
fn a_breach_needs_a_seat() {
    let (mut city, [a, b]) = seated();
    assert_eq!(city.refused(breach(b)), Refusal::HoldsNoSeat { member: b });
    city.act(breach(a));
    assert_eq!(city.refused(breach(a)), Refusal::HoldsNoSeat { member: a });
}

/// rules 11: given up before the breach is recorded: it is on record, and bars from a seat in the
/// same year only.
#[test]
fn a_breach_after_the_seat_was_given_up() {
    let (mut city, [a, b]) = seated();
    city.act(leave_seat(a));
    city.act(take_seat(Finance, b));
    city.open("2025-12-31");
    assert_eq!(city.act(breach(a)).events, recorded(a));
    assert_eq!(city.seats(Finance), [2], "nobody else's seat is vacated");
    city.act(leave_seat(b));
    assert_eq!(city.refused(take_seat(Finance, a)), lost(a, 2025));
    assert_eq!(city.act(breach(a)).events, recorded(a), "and another one");
    city.open("2026-01-01");
    city.act(take_seat(Finance, a));
}

/// rules 11: in the next year it is too late: the year of a breach is that of its record.
#[test]
fn a_breach_in_the_year_after_the_seat_was_given_up() {
    let (mut city, [a, _]) = seated_on("2025-12-31");
    city.act(leave_seat(a));
    city.open("2026-01-01");
    assert_eq!(city.refused(breach(a)), Refusal::HoldsNoSeat { member: a });
    city.act(take_seat(Finance, a));
}

/// rules 11: given up, taken again, and then a breach: the seat is vacated.
#[test]
fn a_breach_after_the_seat_was_taken_again() {
    let (mut city, [a, _]) = seated();
    city.act(leave_seat(a));
    city.act(take_seat(Finance, a));
    city.act(breach(a));
    assert_eq!(city.seats(Finance), [0]);
    assert_eq!(city.refused(take_seat(Finance, a)), lost(a, 2025));
    assert_eq!(city.act(breach(a)).events, recorded(a), "it gave one up this year, too");
}

/// rules 11: a seat given up in one year and again in the next: the later year counts.
#[test]
fn the_last_year_of_giving_up_counts() {
    let (mut city, [a, _]) = seated();
    city.act(leave_seat(a));
    city.open("2026-02-02");
    city.act(take_seat(Finance, a));
    city.act(leave_seat(a));
    assert_eq!(city.act(breach(a)).events, recorded(a));
    assert_eq!(city.refused(take_seat(Finance, a)), lost(a, 2026));
}

/// rules 11: it is recorded of one that left since, too, if it had given its seat up; leaving with
/// a seat is no giving up.
#[test]
fn a_breach_of_one_that_left() {
    let (mut given_up, [a, _]) = seated();
    given_up.act(leave_seat(a));
    let mut expelled = given_up.clone();
    expelled.act(expel(a, undercutting(true)));
    given_up.act(Act::Withdraw { member: a });
    for mut city in [given_up, expelled] {
        assert_eq!(city.act(breach(a)).events, recorded(a));
    }
    let (mut city, [a, _]) = seated();
    city.act(Act::Withdraw { member: a });
    assert_eq!(city.refused(breach(a)), Refusal::HoldsNoSeat { member: a });
}

/// rules 2.1 and 11: the year of a lost seat goes with the code of a firm that is admitted again.
#[test]
fn a_lost_seat_goes_with_the_code() {
    let (mut city, [a, _]) = seated();
    city.act(breach(a));
    city.act(Act::Withdraw { member: a });
    city.open("2025-03-03");
    let again = city.come_back(a);
    assert_eq!(city.refused(take_seat(Finance, again)), lost(again, 2025));
    city.open("2026-01-01");
    city.act(take_seat(Finance, again));
}

/// rules 2.1 and 11: so does the year of one that was given up, for the new id as for the old.
#[test]
fn a_seat_given_up_goes_with_the_code() {
    let (mut city, [a, _]) = seated();
    city.act(leave_seat(a));
    city.act(Act::Withdraw { member: a });
    city.open("2025-03-03");
    let again = city.come_back(a);
    for member in [a, again] {
        let mut city = city.clone();
        assert_eq!(city.act(breach(member)).events, recorded(member));
        assert_eq!(city.refused(take_seat(Finance, again)), lost(again, 2025), "of {member}");
        city.open("2026-01-01");
        city.act(take_seat(Finance, again));
    }
    city.act(take_seat(Finance, again));
    city.open("2026-01-01");
    assert_eq!(city.refused(breach(a)), Refusal::HoldsNoSeat { member: a });
}

/// rules 2.1 and 11: and for the old id as for the new, under which it was given up.
#[test]
fn a_seat_given_up_later_counts_for_the_first_id() {
    let (mut city, [a, _]) = seated();
    city.act(Act::Withdraw { member: a });
    city.open("2025-03-03");
    let again = city.come_back(a);
    assert_eq!(city.refused(breach(a)), Refusal::HoldsNoSeat { member: a });
    city.act(take_seat(Finance, again));
    assert_eq!(city.refused(breach(a)), Refusal::HoldsNoSeat { member: a });
    city.act(leave_seat(again));
    assert_eq!(city.act(breach(a)).events, recorded(a));
    assert_eq!(city.refused(take_seat(Finance, again)), lost(again, 2025));
}

/// rules 2.1 and 11: what is recorded of the first id reaches the third.
#[test]
fn a_breach_of_the_first_id_reaches_the_third() {
    let (mut city, [first, _]) = seated();
    city.act(leave_seat(first));
    city.act(Act::Withdraw { member: first });
    city.open("2025-03-03");
    let second = city.come_back(first);
    city.act(Act::Withdraw { member: second });
    city.open("2025-05-05");
    city.act(breach(first));
    let third = city.come_back(second);
    assert_eq!(city.refused(take_seat(Finance, third)), lost(third, 2025));
    city.act(Act::Withdraw { member: third });
    city.open("2025-07-07");
    let fourth = city.come_back(third);
    assert_eq!(city.refused(take_seat(Finance, fourth)), lost(fourth, 2025));
}

/// rules 2.1 and 11: another firm is not concerned.
#[test]
fn a_breach_concerns_one_code() {
    let (mut city, [a, b]) = seated();
    city.act(leave_seat(a));
    city.act(breach(a));
    city.act(take_seat(Finance, b));
    assert_eq!(city.seats(Finance), [2]);
}
