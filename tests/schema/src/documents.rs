//! Documents that are right: the golden ones, and what a year of an alliance writes.

use paidan::{
    Act, Alliance, Command, FeedbackFold, GoalRegister, GoalsFold, IndicatorFold, Month, Outcome,
    Policy, Statement, StationId, dispatch, explain, reassign,
};
use serde::Serialize;
use serde_json::Value;

use crate::history;

pub const COMMANDS: &str = include_str!("../../golden/commands.jsonl");
pub const OUTCOMES: &str = include_str!("../../golden/outcomes.jsonl");
pub const REFUSALS: &str = include_str!("../../golden/refusals.jsonl");
pub const SNAPSHOT: &str = include_str!("../../golden/snapshot.json");
const YEAR: &str = include_str!("../../../examples/data/cixi-2025.jsonl");
const REGISTER: &str = include_str!("../../../examples/data/register.json");

/// Documents by the names of their forms, one a line.
pub type Documents = Vec<(&'static str, String)>;

fn written(of: &impl Serialize) -> String {
    serde_json::to_string(of).expect("it can be written")
}

/// The golden ones, and policies.
pub fn golden() -> Documents {
    let lines = |name, text: &'static str| text.lines().map(move |of| (name, of.to_string()));
    let mut documents: Documents = lines("command", COMMANDS)
        .chain(lines("outcome", OUTCOMES))
        .chain(lines("refusal", REFUSALS))
        .collect();
    let snapshot: Value = serde_json::from_str(SNAPSHOT).expect("JSON");
    documents.push(("snapshot", snapshot.to_string()));
    let commands = COMMANDS.lines().map(|line| serde_json::from_str(line).expect("JSON"));
    let adopted = commands.filter_map(|of: Value| of.pointer("/act/adopt_policy/policy").cloned());
    documents.extend(adopted.map(|of| ("policy", of.to_string())));
    documents.push(("policy", written(&Policy::cixi_2021())));
    documents.push(("policy", written(&Policy::recommended())));
    documents
}

/// What an alliance is asked before it does what a command says.
fn asked(alliance: &Alliance, command: &Command, documents: &mut Documents) {
    match &command.act {
        Act::Accept(order) => {
            documents.extend(dispatch(alliance, order).map(|of| ("dispatch", written(&of))));
            documents.extend(explain(alliance, order).map(|of| ("explanation", written(&of))));
        }
        Act::Reassign { order, finding, to } => {
            if let Ok(would) = reassign(alliance, *order, finding, *to) {
                documents.push(("reassignment", written(&would)));
            }
        }
        _ => {}
    }
}

/// All of them.
pub fn all() -> Documents {
    let mut documents = golden();
    documents.extend(of_the_year());
    let eventful = history::city().history;
    for month in ["2025-02", "2025-03"] {
        stated(month.parse().expect("a month"), &eventful, &mut documents);
    }
    measured(&eventful, GoalRegister::default(), &mut documents);
    documents
}

/// What the year of the examples writes: each command, what it came to, what was asked before, the
/// state before each month opens and at the end, the statement of each month, and what is measured.
fn of_the_year() -> Documents {
    let policy = Policy::cixi_2021();
    let mut alliance = Alliance::new(policy.clone());
    let (mut documents, mut history) = (Documents::new(), Vec::<(Command, Outcome)>::new());
    for line in YEAR.lines() {
        let command: Command = serde_json::from_str(line).expect("a command");
        documents.push(("command", line.to_string()));
        if history.len().is_multiple_of(10) || matches!(command.act, Act::Reassign { .. }) {
            asked(&alliance, &command, &mut documents);
        }
        if command.act == Act::OpenMonth {
            documents.push(("snapshot", written(&alliance.snapshot())));
        }
        match alliance.step(&command) {
            Ok(outcome) => {
                documents.push(("outcome", written(&outcome)));
                history.push((command, outcome));
            }
            Err(refusal) => documents.push(("refusal", written(&refusal))),
        }
    }
    documents.push(("snapshot", written(&alliance.snapshot())));
    for month in 1..=12 {
        stated(Month::new(2025, month).expect("a month"), &history, &mut documents);
    }
    let register: Value = serde_json::from_str(REGISTER).expect("JSON");
    let register = serde_json::from_value(register["register"].clone()).expect("a register");
    measured(&history, register, &mut documents);
    documents
}

fn stated(month: Month, history: &[(Command, Outcome)], documents: &mut Documents) {
    let pairs = history.iter().map(|(command, outcome)| (command, outcome));
    let mut statement = Statement::of(month, &Policy::cixi_2021(), pairs).expect("it was opened");
    documents.push(("statement", written(&statement)));
    statement.checkpoint = Some("a.example/ledger\n".parse().expect("a short text"));
    documents.push(("statement", written(&statement.for_public())));
}

fn measured(history: &[(Command, Outcome)], register: GoalRegister, documents: &mut Documents) {
    let (from, to) = ("2025-01-01".parse().expect("a date"), "2025-12-31".parse().expect("a date"));
    let mut indicator = IndicatorFold::new(from, to);
    let mut feedback = FeedbackFold::new(from, to);
    documents.push(("goal_register", written(&register)));
    let station = StationId::new(1).expect("an id");
    let mut goals = GoalsFold::new(station, from, to, register);
    for (command, outcome) in history {
        indicator.add(command, outcome);
        feedback.add(command, outcome);
        goals.add(command, outcome);
    }
    documents.push(("indicator", written(&indicator.finish())));
    documents.push(("feedback_indicator", written(&feedback.finish())));
    documents.push(("goals", written(&goals.finish())));
}
