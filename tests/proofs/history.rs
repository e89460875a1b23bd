//! The line as a memory of moves (article 16, rules 3.4 and 3.5): the theorem of
//! `proofs/History.v`.

use proptest::prelude::*;

use crate::proofs::deed::Deed;
use crate::proofs::memory::Memory;
use crate::proofs::runs::{members, runs};

proptest! {
    #![proptest_config(crate::proofs::cases())]

    /// rules 3.5: an order by turn always goes to the eligible member whose last move that was not
    /// taken back is the oldest, whatever happened before.
    #[test]
    fn the_oldest_move_takes_the_order(run in runs()) {
        let mut memory = Memory::of(&members(&run.start().seats()));
        for step in run.play() {
            if matches!(step.deed, Deed::Order(_)) {
                let eligible = members(&step.before).into_iter();
                let eligible = eligible.filter(|member| step.deed.is_chance_of(*member));
                let oldest = eligible.min_by_key(|member| memory.last_move(*member));
                prop_assert_eq!(step.taker(), oldest);
            }
            memory.note(&step);
            prop_assert_eq!(memory.line(), members(&step.after));
        }
    }
}
