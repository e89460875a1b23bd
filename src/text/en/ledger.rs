//! What is wrong with a ledger.

use crate::facts::event::Event;
use crate::record::ledger::fault::{Difference, LedgerError, LedgerFault, Parting};
use crate::text::en::event::event;
use crate::text::en::refusal::refusal;
use crate::text::table::TOLD;

/// The sentence of an error, with its place.
pub(in crate::text) fn ledger(error: &LedgerError) -> String {
    let LedgerError { line, byte, fault } = error;
    format!("line {line} (byte {byte}): {}", words(fault))
}

fn words(fault: &LedgerFault) -> String {
    match fault {
        LedgerFault::Unreadable { message, .. } => format!("the file cannot be read: {message}"),
        LedgerFault::Empty => "there is no ledger: the file is empty".into(),
        LedgerFault::Torn => "the last line is torn: it has no end".into(),
        LedgerFault::LineTooLong => "the line is longer than any line of a ledger".into(),
        LedgerFault::Form => "this is no header of a ledger of form paidan.ledger/1".into(),
        LedgerFault::Rules { found, known } => {
            format!("the ledger is of version {found} of the rules, but this is version {known}")
        }
        LedgerFault::NoHash => "the line does not end with its own hash".into(),
        LedgerFault::Hash { found, computed } => {
            format!(
                "the line was altered: it gives the hash {found}, but its bytes have {computed}"
            )
        }
        LedgerFault::Unbound => {
            "the line is not bound to the one before: it does not give that line's hash".into()
        }
        LedgerFault::Position { expected } => {
            format!("here the entry of position {expected} must stand, and does not")
        }
        LedgerFault::Unread(message) => format!("the line cannot be read: {message}"),
        LedgerFault::NotCanonical => "from here on the line is not in its one form".into(),
        LedgerFault::Snapshot(broken) => {
            format!("the state from which the ledger starts does not hold together: {broken}")
        }
        LedgerFault::Outcome(mismatch) => {
            format!("the outcome cannot be that of the command: {mismatch}")
        }
        LedgerFault::Decision(difference) => decision(difference),
        LedgerFault::Origin { found, expected } => {
            format!("the ledger is that of {found}, but the checkpoint is of {expected}")
        }
        LedgerFault::Shortened { size, checkpoint } => {
            let right = checkpoint.size;
            format!(
                "the ledger was shortened: it has {size} lines, but had {right} when its checkpoint was made"
            )
        }
        LedgerFault::Rewritten(parting) => rewritten(parting),
        LedgerFault::Copy(error) => format!("the copy itself is no good ledger: {}", ledger(error)),
        LedgerFault::Parted { month: Some(month) } => {
            format!("here the ledger parts from the copy, in an entry of {month}")
        }
        LedgerFault::Parted { month: None } => "the ledger is not that of the copy".into(),
    }
}

fn decision(difference: &Difference) -> String {
    let (same, found, by_the_rules) = difference.where_they_part();
    let decided = match &difference.decided {
        Ok(_) => outcome(by_the_rules),
        Err(reason) => format!("the command is refused, since {}", refusal(reason)),
    };
    let position = difference.found.position;
    let agree = if same > 0 { format!(" after {same} that agree") } else { String::new() };
    let found = outcome(found);
    format!(
        "the outcome of entry {position} is not what the rules give. In the ledger{agree}: {found}. By the rules: {decided}"
    )
}

/// The first few of these conclusions: an entry may have any number of them.
fn outcome(events: &[Event]) -> String {
    let told: Vec<String> = events.iter().take(TOLD).map(event).collect();
    match events.len().saturating_sub(told.len()) {
        _ if told.is_empty() => "nothing more".into(),
        0 => told.join("; "),
        more => format!("{}; and {more} more", told.join("; ")),
    }
}

fn rewritten(parting: &Parting) -> String {
    let Parting { same, checkpoint, months } = parting;
    let size = checkpoint.size;
    let months = match months {
        None => String::new(),
        Some((first, last)) if first == last => format!(", in {first}"),
        Some((first, last)) => format!(", from {first} to {last}"),
    };
    format!(
        "the ledger was rewritten: up to line {same} it is as published, and somewhere from there to line {size}{months} it is another one"
    )
}
