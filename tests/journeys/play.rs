//! Playing a journey, and holding what it comes to against what is told.

use paidan::{Event, Refusal};

use crate::journeys::names::Register;
use crate::journeys::table::{Journey, Row};
use crate::journeys::{policies, words};

/// An answer in the words of the last column.
pub fn answer_in_words(register: &Register, answer: &Result<Vec<Event>, Refusal>) -> String {
    match answer {
        Ok(events) => {
            let sentences: Vec<String> = events.iter().map(ToString::to_string).collect();
            register.named(&sentences.join("; "))
        }
        Err(refusal) => format!("refused: {}", register.named(&refusal.to_string())),
    }
}

/// What a row comes to, in words.
pub fn played(register: &mut Register, row: &Row) -> Result<String, String> {
    let command = words::command(register, &row.command, row.date)?;
    let answer = register.alliance.step(&command).map(|outcome| outcome.events);
    Ok(answer_in_words(register, &answer))
}

/// The rows of a journey that come to something else than they say.
pub fn differences(journey: &Journey) -> Vec<String> {
    let mut register = Register::new(policies::policy(&journey.policy).expect("a policy in words"));
    let mut differences = Vec::new();
    for row in &journey.rows {
        let found = played(&mut register, row).unwrap_or_else(|why| format!("unreadable: {why}"));
        register.alliance.check_invariants().expect("what must hold, holds");
        if found != row.outcome {
            let Row { line, date, command, outcome } = row;
            differences.push(format!(
                "line {line}: | {date} | {command} |\n  told:  {outcome}\n  found: {found}"
            ));
        }
    }
    differences
}
