//! Council and duty (rules 11 and 12.1).

use paidan::{Act, Breach, Category, Event, Policy, Refusal, Seat, StationId, Vacancy};

use super::{City, day, member};

#[test]
fn rules_11_a_breach_costs_the_seat_for_the_year() {
    let mut city = City::new(Policy::cixi_2021(), 2);
    let category = Category::Finance;
    let (first, second) = (member(1), member(2));
    let takes = |member| Act::TakeSeat { category, member };
    city.does(takes(first));
    assert_eq!(city.refuses(takes(second)), Refusal::NoVacantSeat { category });
    let breach = |member| Act::RecordBreach { member, kind: Breach::Absence };
    assert_eq!(city.refuses(breach(second)), Refusal::HoldsNoSeat { member: second });
    let (kind, seat, vacancy) = (Breach::Absence, Seat::Finance, Vacancy::Breach);
    assert_eq!(
        city.does(breach(first)),
        [
            Event::BreachRecorded { member: first, kind },
            Event::SeatVacated { member: first, seat, vacancy },
        ]
    );
    assert_eq!(city.refuses(takes(first)), Refusal::LostSeatThisYear { member: first, year: 2025 });
    // Giving the seat up first does not spare a member the record.
    city.does(takes(second));
    city.does(Act::LeaveSeat { member: second });
    assert_eq!(city.does(breach(second)), [Event::BreachRecorded { member: second, kind }]);
}

#[test]
fn rules_12_1_each_run_of_five_working_days_that_falls_short() {
    let mut city = City::new(Policy::cixi_2021(), 0);
    let station = StationId::new(1).expect("an id");
    let publish = |from: &str, to: &str, days: &[&str]| {
        let days: Vec<_> = days.iter().map(|text| day(text)).collect();
        let (from, to) = (day(from), day(to));
        Act::PublishDuty { station, from, to, days: days.try_into().expect("a set") }
    };
    // Monday to the Tuesday after: three runs; the first has two duty days, the others one.
    let plan = publish("2025-03-03", "2025-03-11", &["2025-03-03", "2025-03-07"]);
    let short = |from| Event::DutyShort { station, from: day(from), found: 1, needed: 2 };
    assert_eq!(
        city.does(plan),
        [Event::DutyPublished { station }, short("2025-03-04"), short("2025-03-05")]
    );
    // Friday to Sunday has one working day, and that is all it needs.
    assert_eq!(city.does(publish("2025-03-07", "2025-03-09", &["2025-03-07"])).len(), 1);
    assert_eq!(city.does(publish("2025-03-08", "2025-03-09", &[])).len(), 1);
    let off = city.refuses(publish("2025-03-07", "2025-03-09", &["2025-03-08"]));
    assert_eq!(off, Refusal::DutyDayOff { day: day("2025-03-08") });
    let outside = city.refuses(publish("2025-03-07", "2025-03-09", &["2025-03-08", "2025-03-10"]));
    assert!(matches!(outside, Refusal::DutyDayOutside { .. }));
    city.does(publish("2025-01-01", "2026-01-01", &[]));
    let long = city.refuses(publish("2025-01-01", "2026-01-02", &[]));
    assert!(matches!(long, Refusal::DutyPeriod { .. }));
}
