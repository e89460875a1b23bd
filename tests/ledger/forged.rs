//! Files that hang together, since whoever forged them hashed all of it anew.

use paidan::ledger::{
    Difference, LedgerError, LedgerFault, Parting, audit, replay, verify, verify_against,
};
use paidan::{Act, Alliance, Basis, Event, Language, MemberId, Mismatch, Order, Outcome};

use crate::book::{Book, all_find, later, put, small};
use crate::common::{member, month};

/// How many members the small ledger has.
const MEMBERS: u32 = 4;

/// The places of the events that give an order by turn: entry and event.
fn by_turn(book: &Book) -> Vec<(usize, usize)> {
    let entries = book.history.iter().enumerate();
    let events = entries.flat_map(|(entry, (_, outcome))| {
        let events = outcome.events.iter().enumerate();
        events.filter_map(move |(at, event)| {
            matches!(event, Event::Dispatched { basis: Basis::Turn, .. }).then_some((entry, at))
        })
    });
    events.collect()
}

fn given_to(outcome: &Outcome, at: usize, to: MemberId) -> Outcome {
    let mut outcome = outcome.clone();
    let Event::Dispatched { member, .. } = &mut outcome.events[at] else { panic!("a giving") };
    *member = to;
    outcome
}

/// rules 12.4: an order that is said to have gone to another one is believed by `replay` where it
/// could have, and found by `audit` at once, with what the rules give.
#[test]
fn a_giving_that_went_past_somebody_is_found_where_it_did() {
    let book = small();
    let states = book.states();
    let givings = by_turn(&book);
    assert!(givings.len() >= 4, "{givings:?}");
    let (mut believed, mut refused) = (0, 0);
    for (entry, at) in givings {
        let (command, genuine) = &book.history[entry];
        for to in (1..=MEMBERS).map(member) {
            let forged = given_to(genuine, at, to);
            if forged == *genuine {
                continue;
            }
            let lines = book.with_outcome(entry, &forged);
            let (all, cut) = (lines.concat(), lines[..entry + 2].concat());
            verify(&all[..]).expect("it hangs together");
            // What can be is what the engine carries out.
            let error = |fault| Some(book.error(entry + 1, fault));
            match states[entry].clone().apply(command, &forged) {
                Ok(()) => {
                    believed += 1;
                    replay(&cut[..]).expect("it can have been so");
                }
                Err(mismatch) => {
                    refused += 1;
                    assert_eq!(replay(&all[..]).err(), error(LedgerFault::Outcome(mismatch)));
                }
            }
            let difference = Difference {
                command: command.clone(),
                found: forged,
                decided: Ok(genuine.clone()),
            };
            let fault = LedgerFault::Decision(Box::new(difference));
            assert_eq!(audit(&all[..]).err(), error(fault));
        }
    }
    assert!(believed >= 4 && refused >= 4, "{believed} believed, {refused} refused");
}

/// What `audit` says of it names both members.
#[test]
fn both_outcomes_are_told() {
    let book = small();
    let (entry, at) = by_turn(&book)[0];
    let forged = given_to(&book.history[entry].1, at, member(4));
    let error = audit(&book.with_outcome(entry, &forged).concat()[..]).expect_err("forged");
    let english = error.in_language(Language::English);
    assert!(english.starts_with(&format!("line {} (byte ", entry + 2)), "{english}");
    let (found, decided) = english.split_once("By the rules").expect("both");
    assert!(found.contains("member 4") && decided.contains("member 2"), "{english}");
    let chinese = error.in_language(Language::Chinese);
    assert!(chinese.contains('4') && chinese.contains('2'), "{chinese}");
}

/// Of a long outcome is told where it parts from what the rules give, and no more than can be read.
#[test]
fn a_long_outcome_is_told_from_where_it_parts() {
    let book = small();
    let (entry, _) = by_turn(&book)[0];
    let mut forged = book.history[entry].1.clone();
    let same = forged.events.len();
    forged.events.extend(std::iter::repeat_n(Event::CalendarAdopted, 1000));
    let error = audit(&book.with_outcome(entry, &forged).concat()[..]).expect_err("forged");
    let english = error.in_language(Language::English);
    assert!(english.contains(&format!("In the ledger after {same} that agree: ")), "{english}");
    assert!(english.ends_with("; and 992 more. By the rules: nothing more"), "{english}");
    let chinese = error.in_language(Language::Chinese);
    assert!(
        chinese.contains(&format!("前{same}项一致")) && chinese.contains("另有992项"),
        "{chinese}"
    );
}

/// An outcome that is too short, too long, or of another command, cannot be.
#[test]
fn an_outcome_that_cannot_be_is_found_by_both() {
    let book = small();
    for entry in 0..book.history.len() {
        let genuine = &book.history[entry].1;
        let (mut short, mut long, mut other) = (genuine.clone(), genuine.clone(), genuine.clone());
        short.events.pop();
        long.events.push(Event::CalendarAdopted);
        other.events[0] = Event::CalendarAdopted;
        let last = genuine.events.len() - 1;
        for (forged, mismatch) in [
            (short, Mismatch::Short),
            (long, Mismatch::Event(last + 1)),
            (other, Mismatch::Event(0)),
        ] {
            let bytes = book.with_outcome(entry, &forged).concat();
            verify(&bytes[..]).expect("it hangs together");
            let found = replay(&bytes[..]).expect_err("it cannot be");
            let error = |fault| book.error(entry + 1, fault);
            // Where nobody is told to have the order, somebody could: that is where it ends, too.
            assert_eq!(found, error(LedgerFault::Outcome(mismatch)), "entry {entry}");
            let difference = Difference {
                command: book.history[entry].0.clone(),
                found: forged,
                decided: Ok(genuine.clone()),
            };
            let fault = LedgerFault::Decision(Box::new(difference));
            assert_eq!(audit(&bytes[..]).err(), Some(error(fault)));
        }
    }
}

/// A command that is refused stands in no ledger.
#[test]
fn an_entry_that_is_refused_is_found_by_both() {
    let book = small();
    let entry = book.history.len() - 1;
    let (command, outcome) = &book.history[entry];
    let Act::Accept(order) = &command.act else { panic!("an order") };
    let mut history = book.history.clone();
    let price = "900.01".parse().expect("a price");
    history[entry].0.act = Act::Accept(Order { price, ..order.clone() });
    let bytes = Book::of(&book.start, &history).bytes();
    let error = |fault| Some(book.error(entry + 1, fault));
    let mismatch = LedgerFault::Outcome(Mismatch::Refused);
    assert_eq!(replay(&bytes[..]).err(), error(mismatch));
    let decided = book.states()[entry].clone().step(&history[entry].0);
    assert!(decided.is_err(), "above the price of the menu");
    let command = history[entry].0.clone();
    let difference = Difference { command, found: outcome.clone(), decided };
    let fault = LedgerFault::Decision(Box::new(difference));
    assert_eq!(audit(&bytes[..]).err(), error(fault));
}

/// A fact that is another one, and all decided anew after it, is a whole ledger in every respect:
/// it takes a checkpoint to find that it is not the one that was published.
#[test]
fn another_fact_is_found_by_a_checkpoint_alone() {
    let book = small();
    let lines = book.chained(14, put(r#""text":"他说"#, r#""text":"她说"#));
    let bytes = lines.concat();
    let head = audit(&bytes[..]).expect("all of it is as the rules give").head;
    assert_eq!(head.size(), book.head().size());
    let checkpoint = book.head().checkpoint();
    let months = Some((month("2025-01"), month("2025-04")));
    let parting = Parting { same: 0, checkpoint: checkpoint.clone(), months };
    let fault = LedgerFault::Rewritten(Box::new(parting));
    let error = book.error(book.lines.len() - 1, fault);
    assert_eq!(verify_against(&bytes[..], &[checkpoint]), Err(error));
}

/// The ledger from its eleventh entry on, after the ranking,, and one from a state in which two members have exchanged
/// their places in the line.
fn two_starts() -> (Book, Book) {
    let book = later(10);
    let mut snapshot = book.start.snapshot();
    let places = &mut snapshot.lines.finance.places;
    (places[0].member, places[1].member) = (places[1].member, places[0].member);
    let start = Alliance::try_from(snapshot).expect("it holds together");
    let forged = Book::of(&start, &book.history);
    (book, forged)
}

/// rules 12.4: the state from which the ledger starts is bound as the entries are.
#[test]
fn another_state_in_the_header_is_found() {
    let (book, forged) = two_starts();
    assert_eq!(book.start.position(), 10);
    // Hashed anew alone, it leaves the first entry behind.
    let mut alone = book.lines.clone();
    alone[0].clone_from(&forged.lines[0]);
    let byte = alone[0].len() as u64;
    all_find(&alone.concat(), &LedgerError { line: 2, byte, fault: LedgerFault::Unbound });
    // With all of it anew, nothing but what was published shows it, and what the rules give.
    let bytes = forged.bytes();
    verify(&bytes[..]).expect("it hangs together");
    let checkpoint = book.heads[1].checkpoint();
    let months = Some((month("2025-01"), month("2025-01")));
    let parting = Parting { same: 0, checkpoint: checkpoint.clone(), months };
    let error = forged.error(1, LedgerFault::Rewritten(Box::new(parting)));
    let latest = book.head().checkpoint();
    assert_eq!(verify_against(&bytes[..], &[latest, checkpoint]), Err(error));
    let error = audit(&bytes[..]).expect_err("the first order goes to another one");
    assert!(matches!(error.fault, LedgerFault::Decision(_)), "{error}");
    // A checkpoint of the header alone names no month.
    let checkpoint = book.heads[0].checkpoint();
    let parting = Parting { same: 0, checkpoint: checkpoint.clone(), months: None };
    let error = forged.error(0, LedgerFault::Rewritten(Box::new(parting)));
    assert_eq!(verify_against(&bytes[..], &[checkpoint]), Err(error));
}

/// A state that does not hold together starts no ledger.
#[test]
fn a_header_whose_state_is_broken_is_refused() {
    let book = later(9);
    let lines = book.chained(0, put(r#""position":9"#, r#""position":4611686018427387905"#));
    let error = verify(&lines.concat()[..]).expect_err("no position");
    assert!(matches!(error.fault, LedgerFault::Snapshot(_)), "{error}");
    assert_eq!((error.line, error.byte), (1, 0));
}
