//! Names, codes and the order of lists decide nothing.

use paidan::{Act, Alliance, Command, CreditCode, Misconduct, Policy, Set, Text};
use proptest::prelude::*;

use crate::common::{code, text};
use crate::laws::plan::{Plan, plans};

/// Another code for each of those that histories use: equal ones stay equal.
fn other_code(one: CreditCode, turn: u64) -> CreditCode {
    let number = (1..=99).find(|number| code(*number) == one).expect("a code of the histories");
    code((number * 7 + turn) % 101 + 200)
}

/// The same set, listed from the end and with its first entry twice.
fn listed_otherwise(set: &Set<Text>) -> Set<Text> {
    let mut list = set.as_slice().to_vec();
    list.extend(list.first().cloned());
    list.reverse();
    Set::try_from(list).expect("a short list")
}

fn policy_listed_otherwise(policy: &Policy) -> Policy {
    Policy { conditions: listed_otherwise(&policy.conditions), ..policy.clone() }
}

/// The same command with every name and code another.
fn renamed(command: &Command, turn: u64) -> Command {
    let mut command = command.clone();
    let new_name = || text(&format!("name {turn}"));
    command.reference = None;
    match &mut command.act {
        Act::OpenStation { name } | Act::ListItem { name, .. } => *name = new_name(),
        Act::RecordTraining { text, .. } | Act::RecordConsultation { text, .. } => {
            *text = new_name();
        }
        // That a reason is given decides, not which.
        Act::RecordTurnedAway { reason, .. } if !reason.as_str().is_empty() => *reason = new_name(),
        Act::RegisterEnterprise { name, code } => {
            (*name, *code) = (new_name(), other_code(*code, turn));
        }
        Act::Admit(firm) => (firm.name, firm.code) = (new_name(), other_code(firm.code, turn)),
        Act::Expel { misconduct: Misconduct::OtherAct { description, consequence }, .. } => {
            // An empty text stays empty: that there is one decides.
            for text in [description, consequence].into_iter().filter(|of| !of.as_str().is_empty())
            {
                *text = new_name();
            }
        }
        Act::Accept(order) => order.conditions = listed_otherwise(&order.conditions),
        Act::AdoptPolicy { policy, .. } => **policy = policy_listed_otherwise(policy),
        _ => {}
    }
    command
}

/// Plays the commands of a plan with every name and code another.
fn is_the_same_renamed(plan: &Plan, turn: u64) -> Result<(), TestCaseError> {
    let mut alliance = Alliance::new(policy_listed_otherwise(&plan.policies[0]));
    for entry in plan.play() {
        let result = alliance.step(&renamed(&entry.command, turn));
        prop_assert_eq!(result, entry.result);
        prop_assert_eq!(alliance.snapshot().lines, entry.after.snapshot().lines);
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 1.7: with other names and other codes, of which the same are equal, and with sets
    /// listed in another order, every decision is the same.
    #[test]
    fn names_codes_and_the_order_of_lists_decide_nothing(plan in plans(), turn in 0_u64..101) {
        is_the_same_renamed(&plan, turn)?;
    }
}
