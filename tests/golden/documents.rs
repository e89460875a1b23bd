//! A document says what form it has; one of another form is refused for that, whatever else is
//! wrong with it.

use paidan::{Command, Policy, Snapshot, Statement};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::golden::{COMMANDS, SNAPSHOT};

fn fault<T: DeserializeOwned>(text: &str) -> String {
    let Err(fault) = serde_json::from_str::<T>(text) else { panic!("it is read: {text}") };
    fault.to_string()
}

fn written(of: &impl Serialize) -> String {
    serde_json::to_string(of).expect("it can be written")
}

fn snapshot() -> Snapshot {
    serde_json::from_str(SNAPSHOT).expect("a snapshot")
}

/// A statement of a month in which nothing happened.
fn statement() -> Statement {
    let (month, policy) = ("2025-01".parse().expect("a month"), Policy::cixi_2021());
    let mut alliance = paidan::Alliance::new(policy.clone());
    let command: Command = serde_json::from_str(COMMANDS.lines().nth(1).expect("a line"))
        .map(|command| Command { expect: None, ..command })
        .expect("a command");
    let outcome = alliance.step(&command).expect("a station is opened");
    Statement::of(month, &policy, [(&command, &outcome)]).expect("the month was opened")
}

/// Holds a document to its form.
fn says_its_form<T: Serialize + DeserializeOwned>(document: &T, form: &str) {
    let text = written(document);
    let field = format!(r#""form":"{form}""#);
    let first = format!("{{{field},");
    assert!(text.starts_with(&first), "the form comes first: {text}");
    let rest = &text[first.len()..text.len() - 1];
    assert!(serde_json::from_str::<T>(&format!("{{{rest},{field}}}")).is_ok(), "or last");

    let without = fault::<T>(&format!("{{{rest}}}"));
    let wanted = format!("there is no form, where \"{form}\" is wanted");
    assert!(without.starts_with(&wanted), "{without}");
    let twice = fault::<T>(&format!("{first}{field},{rest}}}"));
    assert!(twice.starts_with("duplicate field `form`"), "{twice}");
    let other = r#""form":"paidan.snapshot/0""#;
    let wanted = format!("the form is \"paidan.snapshot/0\", where \"{form}\" is wanted");
    for text in [
        format!("{{{other},{rest}}}"),
        format!("{{{rest},{other}}}"),
        format!("{{{other}}}"),
        format!(r#"{{"unheard_of":{{"a":[1]}},{other}}}"#),
        format!(r#"{{{rest},{rest},"unheard_of":{{"a":[1]}},{other},"another":1}}"#),
    ] {
        let told = fault::<T>(&text);
        assert!(told.starts_with(&wanted), "{told}");
    }
    for no_form in ["1", "null", "[]", "{}", "true"] {
        let told = fault::<T>(&format!(r#"{{"form":{no_form},{rest}}}"#));
        assert!(told.contains(&format!("the form \"{form}\"")), "{told}");
    }
    // What is wrong besides is told when the form is the right one.
    let told = fault::<T>(&format!(r#"{{"unheard_of":1,{rest},{field}}}"#));
    assert!(told.starts_with("unknown field `unheard_of`"), "{told}");
    let told = fault::<T>(&format!("{{{rest},{rest},{field}}}"));
    assert!(told.starts_with("duplicate field"), "{told}");
    let told = fault::<T>(&format!("{{{field}}}"));
    assert!(told.starts_with("missing field"), "{told}");
}

#[test]
fn a_snapshot_says_its_form() {
    says_its_form(&snapshot(), "paidan.snapshot/1");
}

#[test]
fn a_policy_says_its_form() {
    for policy in [Policy::cixi_2021(), Policy::recommended()] {
        says_its_form(&policy, "paidan.policy/1");
    }
}

#[test]
fn a_statement_says_its_form() {
    says_its_form(&statement(), "paidan.statement/1");
}

/// A policy says it wherever it stands.
#[test]
fn a_policy_within_another_document_says_its_form_too() {
    let snapshot: Value = serde_json::from_str(SNAPSHOT).expect("JSON");
    for path in ["/policy", "/pending/0/policy", "/pending/1/policy"] {
        let mut old = snapshot.clone();
        let policy = old.pointer_mut(path).expect("a policy");
        policy.as_object_mut().expect("fields").remove("form").expect("its form");
        let told = serde_json::from_value::<Snapshot>(old).expect_err(path).to_string();
        assert!(told.contains("there is no form, where \"paidan.policy/1\" is wanted"), "{told}");
    }
    let adopt = COMMANDS.lines().find(|line| line.contains("adopt_policy")).expect("one");
    let old = adopt.replace("paidan.policy/1", "paidan.policy/0");
    let wanted = "the form is \"paidan.policy/0\", where \"paidan.policy/1\" is wanted";
    assert!(fault::<Command>(&old).starts_with(wanted));
}

/// What was written before documents said their form is told by that, not by what it lacks.
#[test]
fn an_old_document_is_told_by_its_form() {
    let snapshot = r#"{"position":0,"date":null,"policy":{"admission":{"min_orders":5},"comprehensive_reach":"own_category","turn":"keep_place","designation_uses_turn":"no","count_designated":"yes","conditions":[],"caps":{"item_share":5000,"amount_share":3000,"item_min_orders":1,"amount_min_orders":1,"scope":"member","guard":"off"},"reassignment":{"limit":2},"duty":{"days":2},"settlement":{"days":7},"deposit":{"months":12,"margin":0,"ceiling":"5000.00"}},"pending":[],"ranking":null,"stations":[],"items":[],"enterprises":[],"members":[]}"#;
    let told = fault::<Snapshot>(snapshot);
    assert!(told.starts_with("before any form, where \"paidan.snapshot/1\" is wanted"), "{told}");
    let policy = snapshot.split_once(r#""policy":"#).expect("a policy").1;
    let policy = policy.split_once(r#","pending""#).expect("its end").0;
    let told = fault::<Policy>(policy);
    assert!(told.starts_with("before any form, where \"paidan.policy/1\" is wanted"), "{told}");
    // A later one, whose fields are others, is told by its form alone.
    let later = r#"{"form":"paidan.policy/2","admission":"everybody"}"#;
    let wanted = "the form is \"paidan.policy/2\", where \"paidan.policy/1\" is wanted at line";
    assert!(fault::<Policy>(later).starts_with(wanted));
}
