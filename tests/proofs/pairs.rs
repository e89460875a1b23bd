//! Two members beside each other (article 16, rules 3.2 and 3.4): the theorems of `proofs/Pairs.v`.

use proptest::prelude::*;

use crate::proofs::deed::Deed;
use crate::proofs::runs::{Step, members, runs, stretches};

/// Every two members of a line, both ways.
fn pairs(line: &[u32]) -> Vec<(u32, u32)> {
    let with = |one: &u32| line.iter().map(|other| (*one, *other)).collect::<Vec<_>>();
    line.iter().flat_map(with).filter(|(one, other)| one != other).collect()
}

proptest! {
    #![proptest_config(crate::proofs::cases())]

    /// rules 3.2, 3.4 and 3.5: while a member is given nothing by turn, no other one overtakes it
    /// more than once, and once more for each time that one goes back; whatever corrections of the
    /// ranking there are.
    #[test]
    fn overtaken_once_by_each(run in runs()) {
        let steps = run.play();
        for member in 1..=6 {
            let ends = |step: &Step| {
                let is_served = step.taker() == Some(member);
                is_served || step.deed == Deed::Leave(member) || matches!(step.deed, Deed::Rank(_))
            };
            for stretch in stretches(&steps, ends) {
                if !members(&stretch[0].before).contains(&member) {
                    continue;
                }
                for other in (1..=6).filter(|other| *other != member) {
                    let (mut passed, mut may) = (0, 1);
                    for step in stretch {
                        let is_chance = step.deed.is_chance_of(member);
                        passed += u32::from(is_chance && step.taker() == Some(other));
                        may += u32::from(step.goes_back() == Some(other));
                    }
                    prop_assert!(passed <= may, "{member} by {other} in {stretch:?}");
                }
            }
        }
    }

    /// rules 3.2 and 3.4: of two who are eligible for the same orders, while neither goes back,
    /// neither is ever more than one order by turn ahead of the other.
    #[test]
    fn two_alternate(run in runs()) {
        let steps = run.play();
        for (one, other) in pairs(&[1, 2, 3, 4, 5, 6]) {
            let ends = |step: &Step| {
                let is_open_to = |of| step.deed.is_chance_of(of);
                let moved = [one, other].into_iter().any(|of| {
                    step.goes_back() == Some(of) || step.deed == Deed::Leave(of)
                });
                moved || is_open_to(one) != is_open_to(other) || matches!(step.deed, Deed::Rank(_))
            };
            for stretch in stretches(&steps, ends) {
                let line = members(&stretch[0].before);
                if !line.contains(&one) || !line.contains(&other) {
                    continue;
                }
                let taken = |of| stretch.iter().filter(|step| step.taker() == Some(of)).count();
                prop_assert!(taken(one) <= taken(other) + 1, "{one}, {other} in {stretch:?}");
            }
        }
    }
}
