//! The histories reach what the laws are about: otherwise those would hold of nothing.

use std::collections::BTreeMap;

use paidan::{Act, Category, Event, MemberId, Motion, Outcome, Refusal, Sorting, Turn};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::laws::model::givings;
use crate::laws::plan::plans;
use crate::laws::world::Entry;
use crate::laws::{few, life, lines};

/// The acts, events and refusals there are, by the source.
const COMMAND: &str = include_str!("../../src/facts/command.rs");
const EVENT: &str = include_str!("../../src/facts/event.rs");
const REFUSAL: &str = include_str!("../../src/facts/refusal.rs");

/// What no small history can come to.
const OUT_OF_REACH: &[&str] = &["IdsExhausted"];

/// What else the laws are about.
const ALSO: &[&str] = &[
    "Turn",
    "TurnGuardLifted",
    "Designation",
    "Named",
    "ToEnd",
    "CursorPast",
    "Stays",
    "designated, not counted",
    "deposit is the whole fee",
    "completed before",
    "expelled after it withdrew",
    "admitted again",
    "named to",
    "barred",
    "GivenUp",
    "Breach",
    "Left",
    "breach of one that sits no more",
    "a full plan",
    "Whole",
    "Correction",
    "a correction under a cursor",
    "given when a leave ended",
    "given when a bar was lifted",
    "a bar lifted under another id",
    "named while on leave",
    "recorded late",
    "too few members",
    "not overdue by a new calendar",
];

/// The variants of an enum as its source lists them.
fn variants(source: &str, name: &str) -> Vec<String> {
    let body = source.split(&format!("pub enum {name} {{")).nth(1).expect("the enum");
    let lines = body.split("\n}").next().expect("its end").lines();
    let is_variant = |line: &&str| line.len() > 4 && line.as_bytes()[4].is_ascii_uppercase();
    lines.filter(is_variant).map(|line| self::name(line.trim())).collect()
}

/// The name of an event's or an act's variant.
fn name(debug: &str) -> String {
    debug.chars().take_while(|letter| letter.is_alphabetic()).collect()
}

/// What is worth counting of an entry besides its act, events and refusal.
fn also(entry: &Entry) -> Vec<&'static str> {
    let Ok(outcome) = &entry.result else { return Vec::new() };
    let mut also = Vec::new();
    let has = |wanted: fn(&Event) -> bool| outcome.events.iter().any(wanted);
    let before = &entry.before;
    match &entry.command.act {
        Act::Complete { on, .. } if *on < entry.command.date => also.push("completed before"),
        Act::Complete { .. } if has(|of| matches!(of, Event::Settled { .. })) => {
            also.push("deposit is the whole fee");
        }
        Act::Expel { member, .. } if before.member(*member).is_some_and(|of| !of.is_current()) => {
            also.push("expelled after it withdrew");
        }
        Act::Admit(firm) if before.members().iter().any(|of| of.code == firm.code) => {
            also.push("admitted again");
        }
        Act::Reassign { to: Some(_), .. } => also.push("named to"),
        Act::RecordBreach { .. } if outcome.events.len() == 1 => {
            also.push("breach of one that sits no more");
        }
        Act::PublishDuty { days, .. } if outcome.events.len() == 1 && !days.is_empty() => {
            also.push("a full plan");
        }
        _ => {}
    }
    let not_counted =
        has(|of| matches!(of, Event::Dispatched { counted: paidan::Counted::No, .. }));
    if not_counted {
        also.push("designated, not counted");
    }
    if has(|of| matches!(of, Event::Barred { .. })) {
        also.push("barred");
    }
    also.extend(also_new(entry, outcome));
    also
}

/// The same of leave, corrections, bars, few members and what is recorded late.
fn also_new(entry: &Entry, outcome: &Outcome) -> Vec<&'static str> {
    let mut also = Vec::new();
    let has = |wanted: fn(&Event) -> bool| outcome.events.iter().any(wanted);
    let before = &entry.before;
    let gives = has(|of| matches!(of, Event::Dispatched { .. }));
    if entry.command.occurred.is_some() {
        also.push("recorded late");
    }
    match entry.command.act {
        Act::EndLeave { .. } if gives => also.push("given when a leave ended"),
        Act::LiftBar { order, member } => {
            also.extend(Some("given when a bar was lifted").filter(|_| gives));
            let bars = before.order(order).map(|of| of.barred.as_slice()).unwrap_or_default();
            let is_own = bars.iter().any(|of| of.member == member);
            also.extend(Some("a bar lifted under another id").filter(|_| !is_own));
        }
        Act::OpenMonth if few::caps(outcome).len() < few::caps_of_any_number(entry).len() => {
            also.push("too few members");
        }
        Act::PublishRanking { .. }
            if before.policy().turn == Turn::Cursor
                && !lines::sorted(outcome, Sorting::Correction).is_empty() =>
        {
            also.push("a correction under a cursor");
        }
        _ => {}
    }
    let is_away = |of: &MemberId| entry.after.member(*of).is_some_and(|firm| firm.on_leave);
    if givings(outcome).iter().any(|(_, member, _)| is_away(member)) {
        also.push("named while on leave");
    }
    also
}

/// Whether a fee is not overdue only since the calendar that is in force prolongs its time.
fn is_prolonged(entry: &Entry) -> bool {
    let Act::RecordDefault { order } = entry.command.act else { return false };
    let is_early = matches!(entry.result, Err(Refusal::NotOverdue { .. }));
    let record = entry.before.order(order);
    is_early && record.is_some_and(|record| life::is_prolonged(&entry.before, record))
}

/// Fixed histories, counted: how often each act was accepted, each event and each refusal came.
#[test]
fn histories_are_mostly_accepted_and_reach_everything() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let (mut accepted, mut all, mut longest) = (0, 0, 0);
    for _ in 0..100 {
        let plan = plans().new_tree(&mut runner).expect("a plan").current();
        let mut sent_to_end = 0;
        for entry in plan.play() {
            all += 1;
            let mut note = |what: String| *seen.entry(what).or_default() += 1;
            match &entry.result {
                Err(refusal) => {
                    note(name(&format!("{refusal:?}")));
                    if is_prolonged(&entry) {
                        note("not overdue by a new calendar".into());
                    }
                }
                Ok(outcome) => {
                    accepted += 1;
                    note(name(&format!("{:?}", entry.command.act)));
                    for what in also(&entry) {
                        note(what.into());
                    }
                    for event in &outcome.events {
                        note(name(&format!("{event:?}")));
                        match *event {
                            Event::SeatVacated { vacancy, .. } => note(format!("{vacancy:?}")),
                            Event::LineSorted { sorting, .. } => note(format!("{sorting:?}")),
                            _ => {}
                        }
                        if let Event::Dispatched { order, motion, basis, .. } = *event {
                            note(format!("{motion:?}"));
                            note(format!("{basis:?}"));
                            let terms = entry.after.order(order).map(|of| of.terms.item);
                            let item = terms.and_then(|item| entry.after.item(item));
                            if item.is_some_and(|item| item.category == Category::Finance) {
                                sent_to_end += u32::from(motion == Motion::ToEnd);
                            }
                        }
                    }
                }
            }
        }
        longest = longest.max(sent_to_end);
    }
    println!("{accepted} of {all}, {longest} in one line, {seen:?}");
    assert!(accepted * 10 >= all * 8, "{accepted} of {all} commands were accepted");
    let mut wanted: Vec<String> = ALSO.iter().map(ToString::to_string).collect();
    for (source, name) in [(COMMAND, "Act"), (EVENT, "Event"), (REFUSAL, "Refusal")] {
        wanted.extend(variants(source, name));
    }
    assert!(wanted.len() > 100, "the sources list more than {wanted:?}");
    wanted.retain(|of| !OUT_OF_REACH.contains(&of.as_str()));
    wanted.retain(|of| !seen.contains_key(of));
    assert!(wanted.is_empty(), "no history has {wanted:?}");
    assert!(longest > 64, "no line moves so often that its gaps are squeezed out: {longest}");
}
