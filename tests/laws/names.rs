//! Names, codes and the order of lists decide nothing.

use paidan::{
    Act, Alliance, Command, Condition, CreditCode, Misconduct, Policy, Refusal, RefusalKind, Set,
};
use proptest::prelude::*;

use crate::common::{self, code, text};
use crate::laws::plan::{Plan, plans};

/// Another code for each of those that histories use: equal ones stay equal.
fn other_code(one: CreditCode, turn: u64) -> CreditCode {
    let number = (1..=99).find(|number| code(*number) == one).expect("a code of the histories");
    code((number * 7 + turn) % 101 + 200)
}

/// The same set, listed from the end and with its first entry twice.
fn listed_otherwise(set: &Set<Condition>) -> Set<Condition> {
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
    let new_text = || text(&format!("text {turn}"));
    let new_name = || common::name(&format!("name {turn}"));
    command.reference = turn.is_multiple_of(2).then(|| "a reference".parse().expect("short"));
    // What was refused for it stays refused.
    command.occurred = command.occurred.filter(|of| *of > command.date);
    match &mut command.act {
        Act::OpenStation { name } | Act::ListItem { name, .. } | Act::Rename { name, .. } => {
            *name = new_name();
        }
        Act::RecordTraining { text, .. } | Act::RecordConsultation { text, .. } => {
            *text = new_text();
        }
        // That a reason is given decides, not which; so with what an enterprise says.
        Act::RecordTurnedAway { reason: text, .. } | Act::RecordFeedback { text, .. }
            if !text.is_empty() =>
        {
            *text = new_text();
        }
        Act::RegisterEnterprise { name, code } => {
            (*name, *code) = (new_name(), other_code(*code, turn));
        }
        Act::Admit(firm) => (firm.name, firm.code) = (new_name(), other_code(firm.code, turn)),
        Act::Expel { misconduct: Misconduct::OtherAct { description, consequence }, .. } => {
            // An empty text stays empty: that there is one decides.
            for text in [description, consequence].into_iter().filter(|of| !of.as_str().is_empty())
            {
                *text = new_text();
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

/// The command without what decides nothing: a reference, and when it happened.
fn bare(command: &Command) -> Command {
    Command { expect: None, reference: None, occurred: None, ..command.clone() }
}

/// Whether an act is one of names, feedback, or the opening and closing of what is registered.
fn is_aside(act: &Act) -> bool {
    matches!(
        act,
        Act::Rename { .. }
            | Act::RecordFeedback { .. }
            | Act::CloseStation { .. }
            | Act::ReopenStation { .. }
            | Act::DelistItem { .. }
            | Act::RelistItem { .. }
    )
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 1.7: with other names and other codes, of which the same are equal, and with sets
    /// listed in another order, every decision is the same.
    #[test]
    fn names_codes_and_the_order_of_lists_decide_nothing(plan in plans(), turn in 0_u64..101) {
        is_the_same_renamed(&plan, turn)?;
    }

    /// rules 1.2, 1.10 and 12.5: without the renamings, the feedback, the closings and what was
    /// taken off the menu, and without the days on which things happened, the same commands come to
    /// the same conclusions; what was closed or off the menu only ever refused.
    #[test]
    fn names_feedback_and_what_is_closed_decide_nothing_else(plan in plans()) {
        let mut alliance = plan.start();
        for entry in plan.play() {
            let is_asked = !is_aside(&entry.command.act);
            match &entry.result {
                Ok(outcome) if is_asked => {
                    let events = alliance.step(&bare(&entry.command)).map(|of| of.events);
                    prop_assert_eq!(events.as_ref(), Ok(&outcome.events));
                    prop_assert_eq!(alliance.snapshot().lines, entry.after.snapshot().lines);
                    prop_assert_eq!(alliance.snapshot().orders, entry.after.snapshot().orders);
                }
                Err(refusal) if is_asked && refusal.kind() == RefusalKind::Rule => {
                    let is_closed = matches!(
                        refusal,
                        Refusal::StationClosed { .. } | Refusal::ItemOffMenu { .. }
                    );
                    let again = alliance.clone().step(&bare(&entry.command));
                    prop_assert!(is_closed || again.as_ref() == Err(refusal), "{refusal:?}");
                }
                _ => {}
            }
        }
    }
}
