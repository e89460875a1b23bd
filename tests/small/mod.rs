//! Small worlds, all of them: three members, two items, few acts, and every sequence of them.
//!
//! For each question a city could ask (caps, giving orders back, exits, turns, amendments, leave) both
//! engines play all sequences of an alphabet of at most twelve acts, from every state that is
//! reached, and are compared after every act. A state that is reached again is not gone on from
//! again; the policies are such that every two values of two options meet in one of them.
//!
//! `PAIDAN_DEPTH` is the length of the sequences, 5 where it is not set; `.ci/run` sets 6. Each step deeper takes several
//! times as long and as much memory. The figures are shown by
//! `cargo test --test engine small:: -- --nocapture`.

mod acts;
mod covering;
mod explore;
mod key;
mod questions;
mod setting;
mod shared;

use questions::Question;

/// The length of the sequences.
fn depth() -> usize {
    std::env::var("PAIDAN_DEPTH").map_or(5, |depth| depth.parse().expect("a number of acts"))
}

/// Plays a question under all of its policies, and shows how much there was to see.
fn ask(question: &Question) {
    let (depth, policies) = (depth(), question.policies());
    assert!(question.alphabet.len() <= 12, "{} has too many acts", question.name);
    #[expect(clippy::disallowed_types, reason = "how long it takes is for whoever waits for it")]
    let start = std::time::Instant::now();
    let seen = explore::all(question, &policies, depth);
    println!(
        "{}, up to {depth} acts: {} policies, {} states, {} transitions, {} refusals, {:.1?}",
        question.name,
        policies.len(),
        seen.states,
        seen.transitions,
        seen.refusals,
        start.elapsed()
    );
    if let Some(difference) = seen.shortest {
        panic!("{}: {difference}", question.name);
    }
    if depth >= 6 {
        assert!(seen.states >= question.least, "{}: just {} states", question.name, seen.states);
        for (nth, letter) in question.alphabet.iter().enumerate() {
            let is_wrong = matches!(letter, acts::Letter::Adopt(_, 0));
            assert!(seen.accepted.contains(&nth) != is_wrong, "{letter:?} is of no use");
        }
    }
}

/// Tallies, caps, what they suspend from, and the guard (rules 6.1 to 6.5, 5.3).
#[test]
fn caps_and_suspension() {
    ask(&questions::CAPS);
}

/// Orders that come off and go back to their places (rules 3.5, 7.2, 7.6, 10.2).
#[test]
fn call_off_and_decline() {
    ask(&questions::DECLINES);
}

/// Orders that are taken away, and members that have to leave (rules 8.2, 8.3, 10.2, 2.1).
#[test]
fn reassignment_and_exit() {
    ask(&questions::EXITS);
}

/// Lines that members join, leave and are sorted in (rules 2.2, 2.3, 3.2 to 3.4).
#[test]
fn cursor_and_joining() {
    ask(&questions::TURNS);
}

/// Policies that are adopted and come into force (rules 13, 1.3).
#[test]
fn amendments() {
    ask(&questions::AMENDMENTS);
}

/// Members on leave, bars that are lifted, and rankings that are corrected (rules 2.5, 7.8, 3.2).
#[test]
fn leave_bars_and_corrections() {
    ask(&questions::LEAVE);
}
