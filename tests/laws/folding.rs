//! The engine is a fold: what a history makes, its record and its snapshots make too (rules 1.1).

use paidan::{Act, Alliance, Command, Outcome, Refusal, Snapshot};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::laws::plan::plans;

/// What a value becomes that goes out as JSON and comes in again.
fn through_json<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let json = serde_json::to_string(value).expect("it can be written");
    serde_json::from_str(&json).expect("what was written can be read")
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 1.1: replaying every outcome gives the state that deciding every command gave.
    #[test]
    fn replaying_equals_stepping(plan in plans()) {
        let mut replica = plan.start();
        for entry in plan.play() {
            if let Ok(outcome) = &entry.result {
                prop_assert_eq!(replica.apply(&entry.command, outcome), Ok(()));
                prop_assert_eq!(replica.check_invariants(), Ok(()));
            }
            prop_assert_eq!(replica.snapshot(), entry.after.snapshot());
        }
    }

    /// A snapshot taken out and put in again changes nothing of what follows.
    #[test]
    fn a_snapshot_goes_on_as_the_original(plan in plans(), from in 0_usize..320) {
        let entries = plan.play();
        let from = from % entries.len();
        let mut restored = Alliance::try_from(entries[from].before.snapshot()).expect("sound");
        for entry in &entries[from..] {
            prop_assert_eq!(&restored.step(&entry.command), &entry.result);
            prop_assert_eq!(restored.snapshot(), entry.after.snapshot());
            prop_assert_eq!(restored.check_invariants(), Ok(()));
        }
    }

    /// Commands, outcomes, refusals and snapshots are the same after a way through JSON.
    #[test]
    fn json_out_and_in_is_the_same(plan in plans()) {
        let entries = plan.play();
        for entry in &entries {
            prop_assert_eq!(&through_json::<Command>(&entry.command), &entry.command);
            match &entry.result {
                Ok(outcome) => prop_assert_eq!(&through_json::<Outcome>(outcome), outcome),
                Err(refusal) => prop_assert_eq!(&through_json::<Refusal>(refusal), refusal),
            }
        }
        for entry in entries.iter().step_by(10) {
            let snapshot = entry.after.snapshot();
            prop_assert_eq!(through_json::<Snapshot>(&snapshot), snapshot);
        }
    }

    /// rules 1.1: a refused command changes nothing.
    #[test]
    fn a_refused_command_leaves_the_state_alone(plan in plans()) {
        for entry in plan.play().iter().filter(|entry| entry.result.is_err()) {
            prop_assert_eq!(entry.after.snapshot(), entry.before.snapshot());
            prop_assert_eq!(entry.after.check_invariants(), Ok(()));
        }
    }

    /// What must hold between two commands holds after each of them.
    #[test]
    fn the_invariants_hold_after_every_step(plan in plans()) {
        for entry in plan.play() {
            prop_assert_eq!(entry.after.check_invariants(), Ok(()));
        }
    }

    /// rules 1.1 to 1.3: entries are counted from 1 without a gap, dates never go back, and only
    /// `OpenMonth` opens a month, always the next.
    #[test]
    fn positions_grow_by_one_and_months_follow_each_other(plan in plans()) {
        let mut position = 0;
        for entry in plan.play() {
            let Ok(outcome) = entry.result else { continue };
            position += 1;
            prop_assert_eq!(outcome.position, position);
            prop_assert_eq!(outcome.date, entry.command.date);
            let (Some(before), Some(after)) = (entry.before.date(), entry.after.date()) else {
                continue;
            };
            prop_assert!(before <= after);
            let opens = entry.command.act == Act::OpenMonth;
            prop_assert_eq!(after.month().follows(before.month()), opens);
        }
    }
}
