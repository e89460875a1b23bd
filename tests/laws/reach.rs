//! The histories reach what the laws are about: otherwise those would hold of nothing.

use std::collections::BTreeMap;

use paidan::{Category, Event, Motion};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::plan::plans;

const ACTS: &[&str] = &[
    "OpenMonth",
    "Admit",
    "ChangeOffers",
    "Withdraw",
    "PublishRanking",
    "Accept",
    "Designate",
    "Cancel",
    "AdoptPolicy",
    "SetMenuPrice",
    "ListItem",
    "OpenStation",
    "RegisterEnterprise",
];

const EVENTS: &[&str] = &[
    "CapReached",
    "Suspended",
    "PolicyInForce",
    "LineSorted",
    "LeftLine",
    "JoinedLine",
    "Held",
    "DepositReturned",
    "Turn",
    "TurnGuardLifted",
    "Designation",
    "ToEnd",
    "CursorPast",
    "Stays",
];

const REFUSALS: &[&str] =
    &["date_before_last", "month_not_open", "position_not_expected", "unknown_station"];

/// The name of an event's or an act's variant.
fn name(debug: &str) -> String {
    debug.chars().take_while(|letter| letter.is_alphabetic()).collect()
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
                Err(refusal) => note(refusal.code().into()),
                Ok(outcome) => {
                    accepted += 1;
                    note(name(&format!("{:?}", entry.command.act)));
                    for event in &outcome.events {
                        note(name(&format!("{event:?}")));
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
    for wanted in ACTS.iter().chain(EVENTS).chain(REFUSALS) {
        assert!(seen.contains_key(*wanted), "no history has {wanted}");
    }
    assert!(longest > 64, "no line moves so often that its gaps are squeezed out: {longest}");
}
