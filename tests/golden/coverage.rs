//! The golden files have everything there is.

use std::collections::BTreeSet;

use paidan::Refusal;
use serde_json::Value;

use crate::golden::{COMMANDS, OUTCOMES, REFUSALS, SNAPSHOT};

/// The variants of an enum as its source lists them, in the form JSON has.
fn variants(source: &str, name: &str) -> Vec<String> {
    let body = source.split(&format!("pub enum {name} {{")).nth(1).expect("the enum");
    let body = body.split("\n}").next().expect("its end");
    let is_variant =
        |line: &&str| line.starts_with("    ") && line.as_bytes()[4].is_ascii_uppercase();
    let names = body.lines().filter(|line| line.len() > 4).filter(is_variant);
    names.map(|line| snake_case(line.trim().trim_end_matches([',', '{', ' ', ')']))).collect()
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars().take_while(char::is_ascii_alphanumeric) {
        if letter.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// The names of choices, as they stand in JSON.
fn names<'a>(choices: impl IntoIterator<Item = &'a Value>) -> BTreeSet<String> {
    let name = |of: &Value| match of {
        Value::String(name) => name.clone(),
        other => other.as_object().expect("a choice").keys().next().expect("its name").clone(),
    };
    choices.into_iter().map(name).collect()
}

/// These are the variants of an enum, each of them.
fn are_all(names: &BTreeSet<String>, source: &str, name: &str, at_least: usize) {
    let variants = variants(source, name);
    assert!(variants.len() >= at_least, "{name} has only {variants:?}");
    assert_eq!(*names, variants.into_iter().collect(), "{name}");
}

fn values(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn all_appear(text: &str, source: &str, name: &str, at_least: usize) {
    let variants = variants(source, name);
    assert!(variants.len() >= at_least, "{name} has only {variants:?}");
    for variant in variants {
        assert!(text.contains(&format!("\"{variant}\"")), "{name} {variant:?} is missing");
    }
}

/// Every variant of an enum stands in a field of this name, where its word alone may be another's.
fn all_appear_as(field: &str, text: &str, source: &str, name: &str, at_least: usize) {
    let variants = variants(source, name);
    assert!(variants.len() >= at_least, "{name} has only {variants:?}");
    for variant in variants {
        let alone = format!("\"{field}\":\"{variant}\"");
        let wanted = [alone, format!("\"{field}\":{{\"{variant}\"")];
        assert!(wanted.iter().any(|of| text.contains(of)), "{field}: {variant:?} is missing");
    }
}

#[test]
fn every_act_is_among_the_commands() {
    let commands = values(COMMANDS);
    let acts = names(commands.iter().map(|command| &command["act"]));
    are_all(&acts, include_str!("../../src/facts/command.rs"), "Act", 42);
}

#[test]
fn every_event_is_among_the_outcomes() {
    let source = include_str!("../../src/facts/event.rs");
    let outcomes = values(OUTCOMES);
    let events = outcomes.iter().flat_map(|of| of["events"].as_array().expect("a list"));
    are_all(&names(events), source, "Event", 62);
    all_appear_as("publication", OUTCOMES, source, "Publication", 2);
    all_appear_as("sorting", OUTCOMES, source, "Sorting", 2);
}

#[test]
fn every_refusal_is_there() {
    let source = include_str!("../../src/facts/refusal.rs");
    are_all(&names(&values(REFUSALS)), source, "Refusal", 65);
    all_appear_as("kind", REFUSALS, include_str!("../../src/words/id.rs"), "IdKind", 5);
    let standing = include_str!("../../src/facts/standing.rs");
    all_appear_as("bar", REFUSALS, standing, "Bar", 4);
    all_appear_as("standing", REFUSALS, standing, "Standing", 10);
    let member = include_str!("../../src/facts/member.rs");
    all_appear_as("how", REFUSALS, member, "Membership", 3);
}

/// Every field that may be left out stands somewhere all the same.
#[test]
fn every_field_that_may_be_left_out_is_there() {
    let snapshot: String = SNAPSHOT.split_whitespace().collect();
    let mut found = 0;
    for (text, table) in [
        (COMMANDS, include_str!("../../src/facts/command/form.rs")),
        (COMMANDS, include_str!("../../src/facts/order/form.rs")),
        (REFUSALS, include_str!("../../src/facts/refusal/code.rs")),
        (&snapshot, include_str!("../../src/facts/cap/form.rs")),
        (&snapshot, include_str!("../../src/facts/member/form.rs")),
        (&snapshot, include_str!("../../src/facts/register/form.rs")),
        (&snapshot, include_str!("../../src/alliance/snapshot/form.rs")),
    ] {
        let fields = table.split(": if_any").chain(table.split(": of_any_length"));
        let names = fields.filter_map(|before| before.rsplit([' ', '\n']).next());
        for name in names.filter(|name| name.starts_with(char::is_alphabetic)) {
            let written = format!("\"{name}\":");
            let text = if text.contains(&written) { text } else { &snapshot };
            assert!(text.contains(&written), "{name} is missing");
            found += 1;
        }
    }
    assert!(found >= 22, "only {found} fields may be left out");
}

/// The tag of a refusal's JSON form is its code.
#[test]
fn the_tag_of_a_refusal_is_its_code() {
    for line in REFUSALS.lines() {
        let refusal: Refusal = serde_json::from_str(line).expect("a refusal");
        let tag = line.trim_start_matches(['{', '"']).split('"').next();
        assert_eq!(tag, Some(refusal.code()));
    }
}

#[test]
fn every_choice_and_every_state_is_there() {
    let policy = include_str!("../../src/facts/policy.rs");
    for name in ["ComprehensiveReach", "Turn", "CapScope", "Guard"] {
        all_appear(COMMANDS, policy, name, 2);
    }
    let order = include_str!("../../src/facts/order.rs");
    all_appear(COMMANDS, order, "Channel", 2);
    for name in ["Basis", "Motion", "Counted"] {
        all_appear(OUTCOMES, order, name, 2);
    }
    let snapshot: String = SNAPSHOT.split_whitespace().collect();
    all_appear_as("state", &snapshot, order, "OrderState", 4);
    all_appear_as("ended", &snapshot, order, "End", 5);
    all_appear_as("basis", &snapshot, order, "Basis", 4);
    all_appear_as("counted", &snapshot, order, "Counted", 2);
    all_appear_as("by", &snapshot, order, "Loss", 2);
    for word in ["closed", "delisted", "blacklisted", "on_leave"] {
        for holds in [true, false] {
            assert!(snapshot.contains(&format!("\"{word}\":{holds}")), "{word}: {holds}");
        }
    }
    let member = include_str!("../../src/facts/member.rs");
    all_appear(SNAPSHOT, member, "Membership", 3);
    all_appear(COMMANDS, member, "Category", 4);
    let cap = include_str!("../../src/facts/cap.rs");
    all_appear(OUTCOMES, cap, "CapFigures", 2);
    all_appear(OUTCOMES, cap, "Reach", 2);
    all_appear(SNAPSHOT, cap, "CapFigures", 2);
}

#[test]
fn every_finding_is_there() {
    let finding = include_str!("../../src/facts/finding.rs");
    for (field, name, at_least) in [
        ("cause", "Cause", 2),
        ("result", "Mediation", 3),
        ("work", "Work", 2),
        ("by", "Actor", 2),
        ("misconduct", "Misconduct", 4),
        ("kind", "Disorder", 3),
        ("feedback", "Feedback", 3),
    ] {
        all_appear_as(field, COMMANDS, finding, name, at_least);
    }
    let register = include_str!("../../src/facts/register.rs");
    for text in [COMMANDS, OUTCOMES] {
        all_appear_as("of", text, register, "Registered", 4);
    }
    all_appear_as("cause", OUTCOMES, finding, "Cause", 2);
    all_appear_as("feedback", OUTCOMES, finding, "Feedback", 3);
    let council = include_str!("../../src/facts/council.rs");
    all_appear_as("seat", OUTCOMES, council, "Seat", 5);
    all_appear_as("kind", OUTCOMES, council, "Breach", 4);
    all_appear_as("kind", COMMANDS, council, "Breach", 4);
    all_appear_as("vacancy", OUTCOMES, council, "Vacancy", 3);
    all_appear_as("ground", OUTCOMES, finding, "Ground", 6);
    all_appear_as("by", OUTCOMES, include_str!("../../src/facts/order.rs"), "Loss", 2);
    all_appear_as("tally", OUTCOMES, include_str!("../../src/facts/cap.rs"), "TallyEffect", 2);
}
