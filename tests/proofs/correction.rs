//! A corrected ranking (article 16, rules 3.2): the theorem of `proofs/Correction.v`.

use proptest::prelude::*;

use crate::proofs::deed::Deed;
use crate::proofs::memory::{Memory, ranked};
use crate::proofs::runs::{members, place_of, runs};

proptest! {
    #![proptest_config(crate::proofs::cases())]

    /// rules 3.2: a correction takes nobody's turn away. Whoever has had none since the last sorting
    /// stays ahead of all who had, and of all who joined; these keep their very places; and only
    /// the others are ranked anew, among just the places where they stood.
    #[test]
    fn a_correction_takes_no_turn_away(run in runs()) {
        let mut memory = Memory::of(&members(&run.start().seats()));
        for step in run.play() {
            if let Deed::Correct(figures) = &step.deed {
                let numbers = |seats: &[(u64, u32)]| seats.iter().map(|of| of.0).collect::<Vec<_>>();
                prop_assert_eq!(numbers(&step.after), numbers(&step.before));
                let (waiting, others): (Vec<u32>, Vec<u32>) =
                    members(&step.after).into_iter().partition(|of| memory.waits(*of));
                for member in &others {
                    let [was, is] = [&step.before, &step.after].map(|of| place_of(*member, of));
                    prop_assert_eq!(was, is);
                }
                prop_assert_eq!(&members(&step.after)[..waiting.len()], &waiting[..]);
                prop_assert_eq!(ranked(waiting.clone(), figures), waiting);
            }
            memory.note(&step);
        }
    }
}
