//! Few members (article 17, rules 6.3).

use std::num::NonZeroU32;

use paidan::{Act, Alliance, CapFigures, CapsPolicy, Event, MemberId, Outcome};
use proptest::prelude::*;

use crate::laws::plan::plans;
use crate::laws::world::Entry;

/// The caps that an outcome tells of.
pub fn caps(outcome: &Outcome) -> Vec<(MemberId, CapFigures)> {
    let of = |event: &Event| match *event {
        Event::CapReached { member, cap, .. } => Some((member, cap)),
        _ => None,
    };
    outcome.events.iter().filter_map(of).collect()
}

/// The caps told when the month closes under other caps.
fn caps_under(entry: &Entry, change: impl Fn(&mut CapsPolicy)) -> Vec<(MemberId, CapFigures)> {
    let mut snapshot = entry.before.snapshot();
    change(&mut snapshot.policy.caps);
    let mut alliance = Alliance::try_from(snapshot).expect("it is sound");
    caps(&alliance.step(&entry.command).expect("a month is opened"))
}

/// The same where any number of members is enough.
pub fn caps_of_any_number(entry: &Entry) -> Vec<(MemberId, CapFigures)> {
    caps_under(entry, |policy| {
        policy.item_min_members = NonZeroU32::MIN;
        policy.amount_min_members = NonZeroU32::MIN;
    })
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 6.3: the more members are asked for the fewer caps are reached: none is added, those on
    /// the amount are those before or none, and so are those on each item.
    #[test]
    fn asking_for_more_members_adds_no_cap(plan in plans(), item in 0_u32..4, amount in 0_u32..4) {
        for entry in plan.play() {
            let (Act::OpenMonth, Ok(outcome)) = (&entry.command.act, &entry.result) else { continue };
            let before = caps(outcome);
            let after = caps_under(&entry, |policy| {
                policy.item_min_members = policy.item_min_members.saturating_add(item);
                policy.amount_min_members = policy.amount_min_members.saturating_add(amount);
            });
            prop_assert!(after.iter().all(|cap| before.contains(cap)), "{after:?} of {before:?}");
            // What is judged at all is judged of everybody.
            for (_, missing) in before.iter().filter(|cap| !after.contains(cap)) {
                prop_assert!(after.iter().all(|(_, cap)| cap.item() != missing.item()));
            }
        }
    }
}
