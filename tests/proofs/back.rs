//! Taking an order and losing it again without blame, and who is moved by what (rules 3.3, 3.5, 5.1
//! and 7.6): the theorems of `proofs/Back.v`.

use proptest::prelude::*;

use crate::proofs::deed::Deed;
use crate::proofs::rig::Seat;
use crate::proofs::runs::{place_of, runs};

/// The places of all but one.
fn without(member: u32, seats: &[Seat]) -> Vec<Seat> {
    seats.iter().copied().filter(|seat| seat.1 != member).collect()
}

proptest! {
    #![proptest_config(crate::proofs::cases())]

    /// rules 3.5 and 7.6: an order that is given by turn and called off at once leaves the line just
    /// as it was.
    #[test]
    fn taking_and_calling_off_changes_nothing(run in runs(), mask in any::<u32>()) {
        let mut found = Vec::new();
        run.play_and_ask(|rig, _| {
            let mut tried = rig.clone();
            if tried.play(&Deed::Order(mask)).taker.is_some() {
                let order = *tried.open_orders().last().expect("the order");
                tried.play(&Deed::CallOff(order));
                found.push((rig.seats(), tried.seats()));
            }
        });
        for (before, after) in found {
            prop_assert_eq!(after, before);
        }
    }

    /// rules 3.5: whoever goes back stands at the place it left, and nobody else moves; if it has
    /// moved since, nobody does.
    #[test]
    fn going_back_moves_nobody_else(run in runs()) {
        // For each order by turn the place that was left, and the one that was got.
        let mut given: Vec<Option<(u32, u64, u64)>> = Vec::new();
        for step in run.play() {
            match step.deed {
                Deed::Order(_) => given.push(step.taker().map(|taker| {
                    let [left, got] = [&step.before, &step.after].map(|of| place_of(taker, of));
                    (taker, left.expect("a place"), got.expect("a place"))
                })),
                Deed::Designate(_) => given.push(None),
                Deed::CallOff(order) => match given[order as usize - 1] {
                    Some((member, left, got)) if place_of(member, &step.before) == Some(got) => {
                        prop_assert_eq!(place_of(member, &step.after), Some(left));
                        let others = without(member, &step.before);
                        prop_assert_eq!(without(member, &step.after), others);
                        prop_assert_eq!(step.goes_back(), Some(member));
                    }
                    _ => {
                        prop_assert_eq!(&step.after, &step.before);
                        prop_assert_eq!(step.goes_back(), None);
                    }
                },
                _ => prop_assert_eq!(step.goes_back(), None),
            }
        }
    }

    /// rules 3.3: who joins stands at the end, who leaves is gone; nobody else moves.
    #[test]
    fn joining_and_leaving_move_nobody_else(run in runs()) {
        for step in run.play() {
            match step.deed {
                Deed::Join(member) => {
                    prop_assert_eq!(without(member, &step.after), step.before);
                    prop_assert_eq!(step.after.last().map(|seat| seat.1), Some(member));
                }
                Deed::Leave(member) => {
                    prop_assert_eq!(step.after, without(member, &step.before));
                }
                _ => {}
            }
        }
    }

    /// rules 5.1: designations change neither the line nor to whom any order by turn goes, whoever
    /// is named and however often.
    #[test]
    fn designations_are_neutral(run in runs()) {
        let steps = run.play();
        let mut rig = run.start();
        // The number of each order among those by turn.
        let (mut numbers, mut orders) = (Vec::new(), 0);
        for step in steps {
            let deed = match step.deed {
                Deed::Designate(_) => {
                    numbers.push(None);
                    prop_assert_eq!(&step.after, &step.before);
                    continue;
                }
                Deed::CallOff(order) => match numbers[order as usize - 1] {
                    Some(number) => Deed::CallOff(number),
                    None => continue,
                },
                deed => deed,
            };
            if matches!(deed, Deed::Order(_)) {
                orders += 1;
                numbers.push(Some(orders));
            }
            prop_assert_eq!(rig.play(&deed), step.answer);
            prop_assert_eq!(rig.seats(), step.after);
        }
    }
}
