//! The other two readings of 依次 (article 16, rules 3.4): the theorems of `proofs/Others.v`.

use paidan::Turn;
use proptest::prelude::*;

use crate::proofs::deed::Deed;
use crate::proofs::rig::Rig;

/// How many of these orders a member can have, and how many of them it gets.
fn served(turn: Turn, members: u32, masks: &[u32], member: u32) -> (usize, usize) {
    let mut rig = Rig::new(members, turn);
    let orders = masks.iter().map(|mask| Deed::Order(*mask));
    let answers: Vec<_> = orders.map(|order| (rig.play(&order).taker, order)).collect();
    let chances = answers.iter().filter(|(_, order)| order.is_chance_of(member)).count();
    let taken = answers.iter().filter(|(taker, _)| *taker == Some(member)).count();
    (chances, taken)
}

/// The orders with which a cursor passes member 3 each time: one for member 1, so that the cursor
/// is on 2; then one for 2 and 3 and one for 1, by turns.
fn in_step(times: usize) -> Vec<u32> {
    let mut masks = vec![0b001];
    (0..times).for_each(|_| masks.extend([0b110, 0b001]));
    masks
}

proptest! {
    #![proptest_config(crate::proofs::cases())]

    /// rules 3.4: under `TopRank` every member but the first can be eligible any number of times and
    /// get nothing.
    #[test]
    fn top_rank_starves(members in 2_u32..=6, times in 0_usize..40) {
        for member in 2..=members {
            let found = served(Turn::TopRank, members, &vec![u32::MAX; times], member);
            prop_assert_eq!(found, (times, 0));
        }
    }

    /// rules 3.4: under `Cursor` a member can be eligible any number of times and get nothing.
    #[test]
    fn cursor_starves(times in 0_usize..60) {
        prop_assert_eq!(served(Turn::Cursor, 3, &in_step(times), 3), (times, 0));
    }

    /// rules 3.4: under `KeepPlace`, of the same orders as of any others, each of three members that
    /// is eligible for three times as many gets at least so many.
    #[test]
    fn keep_place_starves_nobody_of_three(
        times in 0_usize..60,
        masks in prop::collection::vec(0_u32..8, 0..60),
    ) {
        for masks in [in_step(times), masks] {
            for member in 1..=3 {
                let (chances, taken) = served(Turn::KeepPlace, 3, &masks, member);
                prop_assert!(taken >= chances / 3, "{member}: {taken} of {chances}");
            }
        }
    }
}
