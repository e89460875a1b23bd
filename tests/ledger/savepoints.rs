//! Savepoints: what is recovered from one is what the whole ledger gives, and a damaged one is none.

use paidan::Alliance;
use paidan::ledger::{Head, LedgerFault, Savepoint, SavepointError, recover, recover_after};

use crate::book::{Book, END, body, closed, later, put, small};

fn savepoint(book: &Book, line: usize) -> Savepoint {
    let state = book.states()[line].clone();
    Savepoint::new(book.heads[line].clone(), state).expect("of one position")
}

/// rules 12.4: from each savepoint on, the rest of the ledger comes to what all of it comes to.
#[test]
fn from_any_savepoint_on_it_is_what_the_whole_gives() {
    for book in [small(), later(9)] {
        let bytes = book.bytes();
        let whole = recover(&bytes[..]).expect("whole");
        for line in 0..book.lines.len() {
            let made = savepoint(&book, line);
            let stored = made.to_bytes().expect("it has a form");
            let read = Savepoint::from_bytes(&stored).expect("what was stored");
            assert_eq!(read, made);
            let rest = usize::try_from(read.head().length()).expect("small");
            let again = recover_after(read, &bytes[rest..]).expect("the rest");
            assert_eq!((&again.alliance, &again.head), (&whole.alliance, &whole.head));
            assert!(!again.is_torn);
            // It knows the references of the entries read.
            let known: Vec<_> = again.references.iter().collect();
            let position = made.head().position();
            let late = whole.references.iter().filter(|(_, of)| of.position > position);
            assert_eq!(known, late.collect::<Vec<_>>());
            // An end that is torn is told from there, too.
            let torn = [&bytes[rest..], b"{"].concat();
            let torn = recover_after(made, &torn[..]).expect("all but the end");
            assert_eq!((&torn.alliance, &torn.head), (&whole.alliance, &whole.head));
            assert!(torn.is_torn);
        }
    }
}

/// rules 12.4: of a savepoint no bit may be another one, and nothing may be missing.
#[test]
fn a_damaged_savepoint_is_none() {
    let bytes = savepoint(&small(), 12).to_bytes().expect("it has a form");
    let mut changed = bytes.clone();
    for at in 0..bytes.len() {
        assert_eq!(Savepoint::from_bytes(&bytes[..at]), Err(SavepointError::Hash));
        for bit in 0..8 {
            changed[at] ^= 1 << bit;
            assert_eq!(Savepoint::from_bytes(&changed), Err(SavepointError::Hash), "{at}, {bit}");
            changed[at] ^= 1 << bit;
        }
    }
    for more in ["\n", " ", "\0"] {
        let more = [&bytes[..], more.as_bytes()].concat();
        assert_eq!(Savepoint::from_bytes(&more), Err(SavepointError::Hash));
    }
}

/// Hashed anew after a bit is another one, it is no savepoint, or one that is written just so.
#[test]
fn a_savepoint_hashed_anew_has_one_form_all_the_same() {
    let bytes = savepoint(&later(9), 8).to_bytes().expect("it has a form");
    let (mut hashed, mut read) = (body(&bytes).to_vec(), 0);
    for at in 0..hashed.len() {
        for bit in 0..8 {
            hashed[at] ^= 1 << bit;
            let changed = closed(&hashed);
            if let Ok(savepoint) = Savepoint::from_bytes(&changed) {
                assert_eq!(savepoint.to_bytes().as_ref(), Ok(&changed));
                assert_eq!(savepoint.alliance().check_invariants(), Ok(()));
                read += 1;
            }
            hashed[at] ^= 1 << bit;
        }
    }
    // Other digits of a hash, other letters of a name.
    assert!(read > 100, "only {read}");
}

/// A savepoint of another ledger is found by the first entry after it.
#[test]
fn a_savepoint_of_another_ledger_is_found() {
    let book = small();
    let other = book.chained(5, put(r#""name":"专利申请""#, r#""name":"专利""#)).concat();
    let entries = paidan::ledger::Reader::open(&other[..]).expect("a header").1;
    let mut other = book.history.clone();
    for (place, entry) in other.iter_mut().zip(entries) {
        let entry = entry.expect("an entry");
        *place = (entry.command, entry.outcome);
    }
    let other = Book::of(&book.start, &other);
    for line in 0..book.lines.len() - 1 {
        let rest = usize::try_from(book.begins(line + 1)).expect("small");
        let found = recover_after(savepoint(&other, line), &book.bytes()[rest..]).err();
        // Before the entry that is another one they are the same ledger.
        let begins = other.begins(line + 1);
        let error = (line >= 5).then(|| {
            let error = book.error(line + 1, LedgerFault::Unbound);
            paidan::ledger::LedgerError { byte: begins, ..error }
        });
        assert_eq!(found, error, "from line {line}");
    }
    // One of a later or an earlier place of the same ledger is found by the position.
    let from = savepoint(&book, 7);
    let wrong = &book.bytes()[usize::try_from(book.begins(9)).expect("small")..];
    let error = recover_after(from, wrong).expect_err("a line is missing");
    assert_eq!(error, book.error(8, LedgerFault::Position { expected: 8 }));
}

/// State and head are of one position, or there is no savepoint.
#[test]
fn state_and_head_are_of_one_position() {
    let book = small();
    let states = book.states();
    for (position, state) in states.iter().enumerate() {
        for head in &book.heads {
            let made = Savepoint::new(head.clone(), state.clone());
            let (state, head) = (position as u64, head.position());
            let error = SavepointError::Position { state, head };
            assert_eq!(made.err(), (state != head).then_some(error));
        }
    }
}

/// What is said in a savepoint is held to what a ledger can have.
#[test]
fn what_no_ledger_has_is_no_savepoint() {
    let book = small();
    let hashed = savepoint(&book, 12).to_bytes().expect("it has a form");
    let with = |from: &str, to: &str| Savepoint::from_bytes(&closed(&put(from, to)(body(&hashed))));
    let size = r#","size":13,"#;
    // 14 has as many bits as 13, and one line too many for position 12.
    assert_eq!(with(size, r#","size":14,"#), Err(SavepointError::Tree));
    assert_eq!(with(size, r#","size":12,"#), Err(SavepointError::Tree));
    assert_eq!(with(size, r#","size":18446744073709551615,"#), Err(SavepointError::Tree));
    assert_eq!(with(r#""rules":3,"#, r#""rules":2,"#), Err(SavepointError::Rules { found: 2 }));
    // 11 has as many bits, too: a ledger that starts later has fewer lines than positions.
    assert!(with(size, r#","size":11,"#).is_ok());
    for size in ["0", "-1", "13.0", "1e1", "18446744073709551616", "null", "\"13\"", "[13]", ""] {
        let error = with(r#","size":13,"#, &format!(r#","size":{size},"#));
        let is_tree = size == "0";
        assert!(matches!(error, Err(SavepointError::Tree)) == is_tree, "{size}: {error:?}");
        assert!(error.is_err(), "{size}");
    }
    // All roots that a full tree has.
    let root = format!("\"{}\"", "0".repeat(64));
    let roots = format!("\"roots\":[{}],\"snapshot\"", vec![root; 64].join(","));
    let text = String::from_utf8(body(&hashed).to_vec()).expect("a text");
    let (start, rest) = text.split_once("\"roots\":[").expect("roots");
    let (_, snapshot) = rest.split_once("\"snapshot\"").expect("a snapshot");
    let full =
        format!("{start}{roots}{snapshot}").replacen(size, r#","size":18446744073709551615,"#, 1);
    assert_eq!(Savepoint::from_bytes(&closed(full.as_bytes())), Err(SavepointError::Tree));
    // Nor can the positions be as many: a state has no such position.
    let position = r#","snapshot":{"form":"paidan.snapshot/1","position":12,"#;
    assert!(full.contains(position));
    let far = full.replacen(position, &position.replace("12", "18446744073709551615"), 1);
    let error = Savepoint::from_bytes(&closed(far.as_bytes()));
    assert!(matches!(error, Err(SavepointError::Snapshot(_))), "{error:?}");
}

/// Each way to say the same thing in other bytes parts from its form where the bytes do.
#[test]
fn a_savepoint_has_one_form() {
    let book = small();
    let stored = savepoint(&book, 12).to_bytes().expect("it has a form");
    let text = String::from_utf8(body(&stored).to_vec()).expect("a text");
    for (from, to) in [
        (r#","size":"#, r#", "size":"#),
        (r#""rules":3,"#, "\"rules\":3\n,"),
        (r#""size""#, r#""s\u0069ze""#),
        (r#""name":"审计""#, r#""name":"\u5ba1计""#),
        (r#","last":"#, ",\t\"last\":"),
        (r#""on_leave":false"#, r#""on_leave":false "#),
    ] {
        let Some(at) = text.find(from) else { continue };
        let parts =
            at + from.bytes().zip(to.bytes()).take_while(|(one, other)| one == other).count();
        let changed = text.replacen(from, to, 1);
        let error = Savepoint::from_bytes(&closed(changed.as_bytes()));
        assert_eq!(error, Err(SavepointError::NotCanonical(parts)), "{to}");
    }
    for wrong in [
        text.replacen(r#"{"form":"paidan.savepoint/1","#, r#"{"form":"paidan.savepoint/2","#, 1),
        text.replacen(r#"{"form""#, r#"{"size":13,"form""#, 1),
        text.replacen(r#","last":"#, r#","more":1,"last":"#, 1),
        format!("\u{feff}{text}"),
        format!("[{text}}}]"),
        "x".repeat(200),
        String::new(),
    ] {
        let error = Savepoint::from_bytes(&closed(wrong.as_bytes()));
        assert!(matches!(error, Err(SavepointError::Unread(_))), "{error:?}");
    }
    // A line is whole with its end, and an empty one is none.
    for wrong in [&b""[..], b"\n", &stored[..stored.len() - END]] {
        assert_eq!(Savepoint::from_bytes(wrong), Err(SavepointError::Hash));
    }
}

/// A ledger of which everything is in the savepoint goes on with nothing.
#[test]
fn nothing_may_come_after_a_savepoint() {
    let book = small();
    let last = book.lines.len() - 1;
    let again = recover_after(savepoint(&book, last), &b""[..]).expect("nothing more");
    let (alliance, head): (&Alliance, &Head) = (&again.alliance, &again.head);
    assert_eq!((alliance, head), (&book.states()[last], book.head()));
    assert!(again.references.is_empty() && !again.is_torn);
}
