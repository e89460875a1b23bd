//! Whatever the engine accepts, a ledger takes and gives back: on random histories.

use paidan::ledger::{
    Entry, Reader, References, Savepoint, audit, recover, recover_after, replay, verify_against,
};
use paidan::{Alliance, Outcome};

use crate::book::{Book, all_read};
use crate::common::date;
use crate::model::history::Maker;
use crate::model::history::world::{CROWDED, SMALL, WIDE, World};
use crate::model::seeded::Seeded;

/// How many histories of each kind; more are asked for by `PAIDAN_CASES`.
fn cases() -> u64 {
    std::env::var("PAIDAN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(24)
}

/// The accepted commands of a history, and the states after every so-manieth of them.
fn book(world: World, seed: u64) -> Book {
    let mut draws = Seeded::new(seed);
    let (policy, mut maker) = Maker::new(world, &mut draws);
    let start = Alliance::new(policy);
    let (mut alliance, mut history) = (start.clone(), Vec::new());
    let mut outcome = Outcome::new(date("2025-01-02"));
    while let Some(command) = maker.next(&alliance) {
        if alliance.step_into(&command, &mut outcome).is_ok() {
            history.push((command, outcome.clone()));
        }
    }
    Book::of(&start, &history)
}

fn is_given_back(book: &Book, what: &str) {
    let bytes = book.bytes();
    all_read(&bytes);
    let last = book.states().pop().expect("a state");
    let (header, entries) = Reader::open(&bytes[..]).expect("a header");
    assert_eq!(
        (&header.alliance, header.origin.to_string().as_str()),
        (&book.start, crate::book::ORIGIN)
    );
    let mut references = References::default();
    let mut count = 0;
    for (entry, (command, outcome)) in entries.zip(&book.history) {
        let hash = book.heads[count + 1].hash();
        let expected = Entry { command: command.clone(), outcome: outcome.clone(), hash };
        assert_eq!(entry, Ok(expected), "{what}, entry {count}");
        references.add(command, outcome);
        count += 1;
    }
    assert_eq!(count, book.history.len());
    let recovered = recover(&bytes[..]).expect("whole");
    assert_eq!((&recovered.alliance, &recovered.head), (&last, book.head()), "{what}");
    assert_eq!(recovered.references, references);
    let replayed = replay(&bytes[..]).expect("whole");
    assert_eq!((replayed.alliance, replayed.head), (recovered.alliance, recovered.head));
    let audited = audit(&bytes[..]).expect("as the rules give");
    assert_eq!((&audited.alliance, &audited.head), (&last, book.head()));
    for (command, outcome) in &book.history {
        let Some(reference) = &command.reference else { continue };
        let known = references.get(reference).expect("it is known");
        // Of several with one reference the first counts.
        assert!(known.position <= outcome.position);
        let first = known.position - book.start.position() - 1;
        let (first, _) = &book.history[usize::try_from(first).expect("few")];
        assert_eq!(known.is_of(command), command == first);
    }
}

/// rules 12.4: every accepted command with its outcome is read back as it was, and the ledger comes
/// to the state and the head that were there.
#[test]
fn what_the_engine_accepts_the_ledger_gives_back() {
    for world in [SMALL, CROWDED] {
        for seed in 0..cases() {
            is_given_back(&book(world, seed), &format!("{} {seed}", world.name));
        }
    }
    for seed in 0..cases().div_ceil(8) {
        is_given_back(&book(WIDE, seed), &format!("wide {seed}"));
    }
}

/// From a savepoint after any entry, the rest comes to what the whole does.
#[test]
fn every_savepoint_leads_to_the_same_end() {
    for seed in 0..cases().div_ceil(8) {
        let book = book(CROWDED, 1_000 + seed);
        let bytes = book.bytes();
        for (state, head) in book.states().into_iter().zip(&book.heads) {
            let savepoint = Savepoint::new(head.clone(), state).expect("of one position");
            let stored = savepoint.to_bytes().expect("it has a form");
            let read = Savepoint::from_bytes(&stored).expect("what was stored");
            let rest = usize::try_from(read.head().length()).expect("small");
            let again = recover_after(read, &bytes[rest..]).expect("the rest");
            assert_eq!(&again.head, book.head());
            assert_eq!(again.alliance, recover(&bytes[..]).expect("whole").alliance);
        }
    }
}

/// A ledger that is begun again from any state, and cut and written on, is one of its own.
#[test]
fn a_ledger_that_goes_on_keeps_its_checkpoints() {
    for seed in 0..cases().div_ceil(8) {
        let whole = book(SMALL, 2_000 + seed);
        let published: Vec<_> = whole.heads.iter().map(paidan::ledger::Head::checkpoint).collect();
        assert_eq!(verify_against(&whole.bytes()[..], &published).as_ref(), Ok(whole.head()));
        let states = whole.states();
        for from in (0..whole.history.len()).step_by(7) {
            let later = Book::of(&states[from], &whole.history[from..]);
            is_given_back(&later, "begun again");
        }
    }
}
