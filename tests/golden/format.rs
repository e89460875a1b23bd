//! The samples of docs/format.md: one small history, which comes to what stands there.

use std::collections::BTreeMap;

use paidan::{
    Act, Alliance, Command, Dispatch, Explanation, Outcome, Policy, Refusal, Snapshot, Statement,
    dispatch, explain,
};
use serde::Serialize;

const FORMAT: &str = include_str!("../../docs/format.md");

/// The samples by what stands behind `json`, each line without the blanks at its beginning.
fn samples() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut samples = BTreeMap::new();
    for block in FORMAT.split("\n```json ").skip(1) {
        let (kind, text) = block.split_once('\n').expect("a line");
        let text = text.split("\n```").next().expect("its end");
        let is_new = samples.insert(kind, text.lines().map(str::trim_start).collect()).is_none();
        assert!(is_new, "two samples of {kind}");
    }
    samples
}

fn written(of: &impl Serialize) -> String {
    serde_json::to_string(of).expect("it can be written")
}

/// A document as it stands there, where lines are broken.
fn document(samples: &BTreeMap<&str, Vec<&str>>, kind: &str) -> String {
    samples[kind].concat()
}

#[test]
fn every_sample_is_known() {
    let known = [
        "command",
        "command read",
        "dispatch",
        "explanation",
        "outcome",
        "policy",
        "refusal",
        "snapshot",
        "statement",
    ];
    let found = samples().into_keys().filter(|kind| *kind != "ledger");
    assert_eq!(found.collect::<Vec<_>>(), known);
    // The ledger, a checkpoint of it and a proof are held to what they say elsewhere.
    let all = FORMAT.matches("\n```").count();
    assert_eq!(all, 2 * (known.len() + 3), "each block is a sample of something");
}

#[test]
fn the_samples_are_what_the_history_comes_to() {
    let samples = samples();
    let policy = Policy::cixi_2021();
    assert_eq!(document(&samples, "policy"), written(&policy));
    let mut alliance = Alliance::new(policy.clone());
    let (mut history, mut refusals) = (Vec::<(Command, Outcome)>::new(), Vec::<Refusal>::new());
    let mut asked = Vec::<(Dispatch, Explanation)>::new();
    for line in &samples["command"] {
        let command: Command = serde_json::from_str(line).expect(line);
        assert_eq!(written(&command), *line);
        if let Act::Accept(order) = &command.act {
            let given = dispatch(&alliance, order);
            asked.extend(given.and_then(|given| Ok((given, explain(&alliance, order)?))));
        }
        match alliance.step(&command) {
            Ok(outcome) => history.push((command, outcome)),
            Err(refusal) => refusals.push(refusal),
        }
    }
    let outcomes: Vec<String> = history.iter().map(|(_, outcome)| written(outcome)).collect();
    assert_eq!(samples["outcome"], outcomes);
    assert_eq!(samples["refusal"], refusals.iter().map(written).collect::<Vec<_>>());
    let [(given, explained)] = &asked[..] else { panic!("one order is given, not {asked:?}") };
    assert_eq!(samples["dispatch"], [written(given)]);
    assert_eq!(samples["explanation"], [written(explained)]);
    assert_eq!(document(&samples, "snapshot"), written(&alliance.snapshot()));
    let pairs = history.iter().map(|(command, outcome)| (command, outcome));
    let month = "2025-03".parse().expect("a month");
    let statement = Statement::of(month, &policy, pairs).expect("the month was opened");
    assert_eq!(document(&samples, "statement"), written(&statement));
}

#[test]
fn the_samples_are_read() {
    let samples = samples();
    let policy: Policy = serde_json::from_str(&document(&samples, "policy")).expect("a policy");
    assert_eq!(policy, Policy::cixi_2021());
    let snapshot: Snapshot =
        serde_json::from_str(&document(&samples, "snapshot")).expect("a snapshot");
    assert_eq!(snapshot.position, 7);
    let statement: Statement =
        serde_json::from_str(&document(&samples, "statement")).expect("a statement");
    assert!(statement.is_closed);
    for line in &samples["command read"] {
        let command: Command = serde_json::from_str(line).expect(line);
        assert!(matches!(command.act, Act::Accept(_)), "{line}");
    }
}
