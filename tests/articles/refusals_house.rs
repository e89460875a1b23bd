//! Section 14 for the council and the stations' records: the refusals of each act in their order.
//! Each test asks for something that is wrong in every way there is, and mends it one by one.

use paidan::Category::{Finance, Research};
use paidan::{Act, EnterpriseId, ItemId, MemberId, Refusal, StationId};

use crate::common::house::{breach, duty, leave_seat, take_seat};
use crate::common::{City, date, enterprise, item, member, set, station, text};

/// A city with three finance members, of which the first has the seat and the third left, and two
/// of research, of which the first has the seat.
fn city() -> (City, [MemberId; 5]) {
    let mut city = City::literal();
    let [tax, tests] = [Finance, Research].map(|category| city.item(category));
    let [a, b, gone] = city.members(Finance, &[tax]);
    let [r, s] = city.members(Research, &[tests]);
    city.act(take_seat(Finance, a));
    city.act(take_seat(Research, r));
    city.act(Act::Withdraw { member: gone });
    (city, [a, b, gone, r, s])
}

/// rules 14: `TakeSeat`, while no seat of the class is vacant.
#[test]
fn take_seat_in_its_order() {
    let (mut city, [a, b, gone, r, s]) = city();
    let mut refused = |member| city.refused(take_seat(Finance, member));
    assert_eq!(refused(member(6)), Refusal::UnknownMember { member: member(6) });
    assert_eq!(refused(r), Refusal::NotOfTheClass { member: r, category: Finance });
    assert_eq!(refused(a), Refusal::HoldsSeat { member: a });
    assert_eq!(refused(gone), Refusal::MemberNotCurrent { member: gone });
    assert_eq!(refused(b), Refusal::NoVacantSeat { category: Finance });
    // One that left is of another class, too.
    let other = city.refused(take_seat(Research, gone));
    assert_eq!(other, Refusal::MemberNotCurrent { member: gone });
    // One of another class lost a seat, too; so did one that finds none.
    city.edit(|snapshot| {
        for of in [b, s] {
            snapshot.members[of.index()].seat_lost = Some(2025);
        }
    });
    let mut refused = |member| city.refused(take_seat(Finance, member));
    assert_eq!(refused(s), Refusal::NotOfTheClass { member: s, category: Finance });
    assert_eq!(refused(b), Refusal::LostSeatThisYear { member: b, year: 2025 });
}

/// rules 14: `LeaveSeat`.
#[test]
fn leave_seat_in_its_order() {
    let (mut city, [a, b, gone, ..]) = city();
    let unknown = Refusal::UnknownMember { member: member(6) };
    assert_eq!(city.refused(leave_seat(member(6))), unknown);
    for member in [b, gone] {
        assert_eq!(city.refused(leave_seat(member)), Refusal::HoldsNoSeat { member });
    }
    city.act(leave_seat(a));
}

/// rules 14: `RecordBreach`.
#[test]
fn record_breach_in_its_order() {
    let (mut city, [a, b, gone, ..]) = city();
    let unknown = Refusal::UnknownMember { member: member(6) };
    assert_eq!(city.refused(breach(member(6))), unknown);
    for member in [b, gone] {
        assert_eq!(city.refused(breach(member)), Refusal::HoldsNoSeat { member });
    }
    city.act(breach(a));
}

/// rules 14: `PublishDuty`; a reason about the days is checked over all of them before the next.
#[test]
fn publish_duty_in_its_order() {
    let (mut city, _) = city();
    // A Sunday, a Monday, and a Saturday outside.
    let days = ["2025-01-05", "2025-01-06", "2025-01-11"].map(date);
    let [from, to] = ["2025-01-05", "2025-01-10"].map(date);
    let plan = |station: StationId, from, to, days| Act::PublishDuty {
        station,
        from,
        to,
        days: set(days),
    };
    let unknown = Refusal::UnknownStation { station: station(2) };
    assert_eq!(city.refused(plan(station(2), to, from, &days)), unknown);
    city.act(Act::CloseStation { station: station(1) });
    let closed = Refusal::StationClosed { station: station(1) };
    assert_eq!(city.refused(plan(station(1), to, from, &days)), closed);
    city.act(Act::ReopenStation { station: station(1) });
    let period = Refusal::DutyPeriod { from: to, to: from };
    assert_eq!(city.refused(plan(station(1), to, from, &days)), period);
    let outside = Refusal::DutyDayOutside { day: days[2], from, to };
    assert_eq!(city.refused(plan(station(1), from, to, &days)), outside);
    let off = Refusal::DutyDayOff { day: days[0] };
    assert_eq!(city.refused(plan(station(1), from, to, &days[..2])), off);
    city.act(plan(station(1), from, to, &days[1..2]));
}

/// rules 14: of a period that is too long the length is said first, too.
#[test]
fn too_long_a_period_comes_before_its_days() {
    let (mut city, _) = city();
    let refused = city.refused(duty("2025-01-01", "2026-01-02", &["2025-01-04", "2027-01-01"]));
    let [from, to] = ["2025-01-01", "2026-01-02"].map(date);
    assert_eq!(refused, Refusal::DutyPeriod { from, to });
}

/// rules 14: `RecordTraining`.
#[test]
fn record_training_in_its_order() {
    let (mut city, _) = city();
    let training = |station| Act::RecordTraining { station, text: text("培训") };
    let unknown = Refusal::UnknownStation { station: station(2) };
    assert_eq!(city.refused(training(station(2))), unknown);
    city.act(training(station(1)));
}

/// rules 14: `RecordConsultation`.
#[test]
fn record_consultation_in_its_order() {
    let (mut city, _) = city();
    let consultation = |station, enterprise: EnterpriseId| Act::RecordConsultation {
        station,
        enterprise,
        text: text("咨询"),
    };
    let (nowhere, nobody) = (station(2), enterprise(3));
    let unknown = Refusal::UnknownStation { station: nowhere };
    assert_eq!(city.refused(consultation(nowhere, nobody)), unknown);
    let unknown = Refusal::UnknownEnterprise { enterprise: nobody };
    assert_eq!(city.refused(consultation(station(1), nobody)), unknown);
    city.act(consultation(station(1), enterprise(1)));
}

/// rules 14: `RecordTurnedAway`.
#[test]
fn record_turned_away_in_its_order() {
    let (mut city, _) = city();
    let turned_away = |station, enterprise: EnterpriseId, item: ItemId, reason: &str| {
        Act::RecordTurnedAway { station, enterprise, item, reason: text(reason) }
    };
    let (nowhere, nobody, nothing) = (station(2), enterprise(3), item(3));
    let unknown = Refusal::UnknownStation { station: nowhere };
    assert_eq!(city.refused(turned_away(nowhere, nobody, nothing, "")), unknown);
    let unknown = Refusal::UnknownEnterprise { enterprise: nobody };
    assert_eq!(city.refused(turned_away(station(1), nobody, nothing, "")), unknown);
    let unknown = Refusal::UnknownItem { item: nothing };
    assert_eq!(city.refused(turned_away(station(1), enterprise(1), nothing, "")), unknown);
    let blank = turned_away(station(1), enterprise(1), item(1), "");
    assert_eq!(city.refused(blank), Refusal::NoReason);
    city.act(turned_away(station(1), enterprise(1), item(1), "超出服务范围"));
}

/// rules 1.4 and 14: a date that does not fit comes before all of it.
#[test]
fn the_date_comes_first() {
    let (mut city, _) = city();
    city.go("2025-01-01");
    for act in [take_seat(Finance, member(6)), leave_seat(member(6)), breach(member(6))] {
        assert!(matches!(city.refused(act), Refusal::DateBeforeLast { .. }));
    }
}
