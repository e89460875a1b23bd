//! Who gets how much by turn (article 16, rules 3.4): the theorems of `proofs/Turn.v`.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::proofs::deed::Deed;
use crate::proofs::runs::{Step, ahead, members, runs, runs_without_sorting, stretches};

proptest! {
    #![proptest_config(crate::proofs::cases())]

    /// rules 5.2 and 5.3: an order is held exactly when nobody in the line is eligible.
    #[test]
    fn held_iff_nobody_is_eligible(run in runs()) {
        for step in run.play() {
            if matches!(step.deed, Deed::Order(_)) {
                let anybody = members(&step.before).iter().any(|of| step.deed.is_chance_of(*of));
                prop_assert_eq!(step.taker().is_none(), !anybody, "{:?}", step);
            }
        }
    }

    /// rules 3.3: in the line is just who joined and did not leave since, and each once.
    #[test]
    fn nobody_is_lost_or_doubled(run in runs()) {
        let mut joined: BTreeSet<u32> = members(&run.start().seats()).into_iter().collect();
        for step in run.play() {
            match step.deed {
                Deed::Join(member) => drop(joined.insert(member)),
                Deed::Leave(member) => drop(joined.remove(&member)),
                _ => {}
            }
            let mut line = members(&step.after);
            line.sort_unstable();
            prop_assert_eq!(line, joined.iter().copied().collect::<Vec<_>>());
        }
    }

    /// rules 3.4: nobody gets ahead of one that is passed over; and of one that was eligible just
    /// one fewer is ahead then.
    #[test]
    fn passed_over_one_fewer_is_ahead(run in runs()) {
        for step in run.play().iter().filter(|step| matches!(step.deed, Deed::Order(_))) {
            for member in members(&step.before) {
                let (was, is) = (ahead(member, &step.before), ahead(member, &step.after));
                if step.taker() != Some(member) {
                    prop_assert!(is <= was, "{step:?}");
                    prop_assert!(!step.deed.is_chance_of(member) || was == is + 1, "{step:?}");
                }
            }
        }
    }

    /// rules 3.4 and 3.5: while a member is given nothing by turn, it was eligible for at most as
    /// many orders as members stood ahead of it, and one more each time somebody went back to a
    /// place ahead of it.
    #[test]
    fn bounded_overtaking(run in runs_without_sorting()) {
        let steps = run.play();
        for member in 1..=6 {
            let ends = |step: &Step| {
                step.taker() == Some(member) || step.deed == Deed::Leave(member)
            };
            for stretch in stretches(&steps, ends) {
                if !members(&stretch[0].before).contains(&member) {
                    continue;
                }
                let chances = count(stretch, |step| step.deed.is_chance_of(member));
                let put_ahead = count(stretch, |step| step.puts_ahead_of(member));
                let bound = ahead(member, &stretch[0].before) + put_ahead;
                prop_assert!(chances <= bound, "{member} of {stretch:?}");
            }
        }
    }

    /// rules 3.4 and 3.5: one that is eligible as often as the line is long is served at least
    /// once, twice as often at least twice. Who joins meanwhile counts for the length; each time
    /// somebody goes back to a place ahead of it, once more is needed.
    #[test]
    fn no_starvation(run in runs_without_sorting()) {
        let steps = run.play();
        for member in 1..=6 {
            let leaves = |step: &Step| step.deed == Deed::Leave(member);
            for stretch in stretches(&steps, leaves) {
                if !members(&stretch[0].before).contains(&member) {
                    continue;
                }
                let (mut length, mut chances, mut needed, mut taken) =
                    (stretch[0].before.len(), 0, 0, 0);
                for step in stretch {
                    length += usize::from(matches!(step.deed, Deed::Join(_)));
                    needed += usize::from(step.puts_ahead_of(member));
                    chances += usize::from(step.deed.is_chance_of(member));
                    taken += usize::from(step.taker() == Some(member));
                    let times = chances.saturating_sub(needed) / length;
                    prop_assert!(taken >= times, "{member} of {stretch:?}");
                }
            }
        }
    }
}

/// In how many steps something holds.
fn count(steps: &[Step], holds: impl Fn(&Step) -> bool) -> usize {
    steps.iter().filter(|step| holds(step)).count()
}
