//! Breadth first through all that can happen, so that the first difference found is a shortest.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use paidan::{Command, Policy};

use crate::model::twin::{Difference, Twin};
use crate::model::view::View;
use crate::small::acts::command;
use crate::small::key::key;
use crate::small::questions::{Question, Run};
use crate::small::shared::Shared;

/// What there was to see.
#[derive(Debug, Default)]
pub struct Seen {
    pub states: usize,
    pub transitions: usize,
    pub refusals: usize,
    /// The places of the letters that were accepted somewhere.
    pub accepted: BTreeSet<usize>,
    /// The difference after the fewest acts, in words.
    pub shortest: Option<String>,
}

/// A state that is to be gone on from, and the letters that led there, by their places.
struct Node {
    twin: Twin<Shared>,
    path: Vec<usize>,
}

/// Two engines that do not agree: after which letters, and on what.
struct Found {
    path: Vec<usize>,
    what: Difference,
}

/// All sequences up to a length under all policies; after a difference, shorter ones only.
pub fn all(question: &Question, runs: &[Run], depth: usize) -> Seen {
    let (mut seen, mut depth) = (Seen::default(), depth);
    for run in runs {
        if let Err(found) = under(question, &run.policies, depth, &mut seen, &mut |_, _| ()) {
            depth = found.path.len() - 1;
            seen.shortest = Some(in_words(question, run, &found));
        }
    }
    seen
}

/// All sequences up to a length under one policy. What is reached is told with its key, each time.
fn under(
    question: &Question,
    policies: &[Policy],
    depth: usize,
    seen: &mut Seen,
    tell: &mut impl FnMut(u128, &Twin<Shared>),
) -> Result<(), Box<Found>> {
    let twin = question.setting.under(&policies[0]);
    let mut keys = BTreeSet::from([key(&twin.snapshot, &twin.view, policies)]);
    let mut level = vec![Node { twin, path: Vec::new() }];
    for so_far in 1..=depth {
        let mut next = Vec::new();
        for node in level {
            let mut at_hand = None;
            for (nth, letter) in question.alphabet.iter().enumerate() {
                let Some(command) = command(letter, &node.twin.view, policies, so_far == 1) else {
                    continue;
                };
                let path = || node.path.iter().copied().chain([nth]).collect();
                let mut twin = at_hand.take().unwrap_or_else(|| node.twin.clone());
                seen.transitions += 1;
                let is_accepted = step(&mut twin, &command)
                    .map_err(|what| Box::new(Found { path: path(), what }))?;
                if !is_accepted {
                    // Both are as they were, so the next letter can be tried on them, too.
                    seen.refusals += 1;
                    at_hand = Some(twin);
                    continue;
                }
                seen.accepted.insert(nth);
                let key = key(&twin.snapshot, &twin.view, policies);
                tell(key, &twin);
                if keys.insert(key) && so_far < depth {
                    next.push(Node { twin, path: path() });
                }
            }
        }
        level = next;
    }
    seen.states += keys.len();
    Ok(())
}

/// Whether both accept; or that they do not agree.
fn step(twin: &mut Twin<Shared>, command: &Command) -> Result<bool, Difference> {
    let mut is_accepted = false;
    twin.step(command, &mut |told| is_accepted = told.answer.is_ok())?;
    Ok(is_accepted)
}

/// The options, the commands one by one, and what then differs.
fn in_words(question: &Question, run: &Run, found: &Found) -> String {
    let mut words = format!("a difference after {} acts under {}", found.path.len(), run.options);
    let mut twin = question.setting.under(&run.policies[0]);
    for (nth, letter) in (1..).zip(found.path.iter().map(|place| &question.alphabet[*place])) {
        let next = command(letter, &twin.view, &run.policies, nth == 1);
        let Some(next) = next else { break };
        // The commands themselves are long; the letter says the same in the words of the state.
        let brief = format!("{:?}", next.act).chars().take(160).collect::<String>();
        write!(words, "\n{nth}. {} {letter:?}\n     {brief}", next.date.naive()).expect("a text");
        if step(&mut twin, &next).is_err() {
            break;
        }
    }
    write!(words, "\n{}", found.what).expect("a text");
    words
}

/// What is not gone on from again is, but for the position, what it was the first time.
#[test]
fn states_with_one_key_look_the_same() {
    for question in crate::small::questions::ALL {
        for run in question.policies() {
            let mut views: BTreeMap<u128, View> = BTreeMap::new();
            let (mut seen, mut again) = (Seen::default(), 0);
            let done = under(question, &run.policies, 4, &mut seen, &mut |key, twin| {
                let view = View { position: 0, ..(*twin.view).clone() };
                match views.get(&key) {
                    Some(first) => {
                        again += 1;
                        assert_eq!(*first, view, "{}: one key", question.name);
                    }
                    None => drop(views.insert(key, view)),
                }
            });
            assert!(done.is_ok() && again > 50, "{}: {again} came again", question.name);
        }
    }
}
