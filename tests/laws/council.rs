//! The council: who sits in it, and who may not (article 23, rules 11).

use std::collections::{BTreeMap, BTreeSet};

use paidan::{Act, Alliance, CreditCode, Event, MemberId, Refusal, Seat, Vacancy};
use proptest::prelude::*;

use crate::laws::house::seated;
use crate::laws::plan::plans;

/// The seats by the outcomes alone.
type Seats = BTreeMap<Seat, MemberId>;

fn code(alliance: &Alliance, member: MemberId) -> CreditCode {
    alliance.member(member).expect("a member").code
}

/// Moves one in or out.
fn recount(seats: &mut Seats, event: &Event) {
    match *event {
        Event::SeatTaken { member, seat } => {
            let mut class = Seat::ALL.into_iter().filter(|of| of.category() == seat.category());
            let first = class.find(|of| !seats.contains_key(of));
            assert_eq!(first, Some(seat), "it is the first vacant seat of its class");
            seats.insert(seat, member);
        }
        Event::SeatVacated { member, seat, .. } => {
            assert_eq!(seats.remove(&seat), Some(member), "it is the seat that it holds");
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 11: recounted from the outcomes, the council is what the state says.
    #[test]
    fn the_council_is_what_a_recount_gives(plan in plans()) {
        let mut seats = Seats::new();
        for entry in plan.play() {
            for event in entry.result.iter().flat_map(|outcome| &outcome.events) {
                recount(&mut seats, event);
            }
            for (seat, holder) in entry.after.council().iter() {
                prop_assert_eq!(holder.as_ref(), seats.get(&seat));
            }
        }
    }

    /// rules 11, 2.4 and 10.2: in every seat is a current member of its class, and nobody is in two.
    #[test]
    fn no_seat_has_a_wrong_double_or_gone_member(plan in plans()) {
        for entry in plan.play() {
            let after = &entry.after;
            for (seat, holder) in after.council().iter() {
                let Some(member) = holder else { continue };
                let firm = after.member(member).expect("a member");
                prop_assert!(firm.is_current());
                prop_assert_eq!(firm.category, seat.category());
            }
            let all = seated(after);
            prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        }
    }

    /// rules 11 and 2.1: a seat lost for a breach is not taken again in that year by the same
    /// code, and none is refused for it in another.
    #[test]
    fn a_lost_seat_is_not_taken_again_in_that_year(plan in plans()) {
        let mut lost = BTreeMap::new();
        for entry in plan.play() {
            let year = entry.command.date.year();
            if let Act::TakeSeat { member, .. } = entry.command.act {
                let is_lost = |of| lost.get(&code(&entry.before, of)) == Some(&year);
                match &entry.result {
                    Ok(_) => prop_assert!(!is_lost(member)),
                    Err(Refusal::LostSeatThisYear { member, year: of }) => {
                        prop_assert!(is_lost(*member) && *of == year);
                    }
                    Err(_) => {}
                }
            }
            for event in entry.result.iter().flat_map(|outcome| &outcome.events) {
                if let Event::BreachRecorded { member, .. } = *event {
                    lost.insert(code(&entry.after, member), year);
                }
            }
        }
    }

    /// rules 11: a breach is recorded of one that holds a seat, which is vacant then, or of one
    /// whose code gave one up in the same year, and refused of all others.
    #[test]
    fn a_breach_is_of_one_that_sits_or_gave_its_seat_up(plan in plans()) {
        let mut given_up = BTreeMap::new();
        for entry in plan.play() {
            if let Act::RecordBreach { member, kind } = entry.command.act {
                let held = seated(&entry.before).contains(&member);
                let year = entry.command.date.year();
                match &entry.result {
                    Ok(outcome) => {
                        let gave_up = given_up.get(&code(&entry.before, member)) == Some(&year);
                        prop_assert!(held || gave_up);
                        let vacated = entry.before.council().seat_of(member).map(|seat| {
                            Event::SeatVacated { member, seat, vacancy: Vacancy::Breach }
                        });
                        let mut events = vec![Event::BreachRecorded { member, kind }];
                        events.extend(vacated);
                        prop_assert_eq!(&outcome.events, &events);
                        prop_assert!(!seated(&entry.after).contains(&member));
                    }
                    Err(Refusal::HoldsNoSeat { .. }) => prop_assert!(!held),
                    Err(_) => {}
                }
            }
            for event in entry.result.iter().flat_map(|outcome| &outcome.events) {
                if let Event::SeatVacated { member, vacancy: Vacancy::GivenUp, .. } = *event {
                    given_up.insert(code(&entry.after, member), entry.command.date.year());
                }
            }
        }
    }
}
