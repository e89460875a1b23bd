//! Every single change of a file is found, where it is.

use paidan::ledger::{Hash, LedgerError, LedgerFault, recover, replay, verify, verify_against};

use crate::book::{
    Book, END, all_find, all_read, body, closed, own_hash, put, readers, rechain, small,
};

/// The beginning of a header that makes it one.
const HEADER: &str = r#"{"form":"paidan.ledger/1","rules":"#;

/// What is wrong with a line whose byte at a place is another one now.
fn expected(book: &Book, line: usize, place: usize, byte: u8) -> LedgerFault {
    let whole = &book.lines[line];
    let mut changed = whole.clone();
    changed[place] = byte;
    let hashed = whole.len() - END;
    let hash = own_hash(whole);
    // The digits of the hash begin after `,"hash":"`.
    let digits = hashed + 9;
    match place {
        // The line has no end: the next one belongs to it, with its hash.
        _ if place == whole.len() - 1 => match book.lines.get(line + 1) {
            Some(next) => {
                changed.extend(body(next));
                LedgerFault::Hash { found: own_hash(next), computed: Hash::leaf(&[&changed]) }
            }
            None => LedgerFault::Torn,
        },
        _ if line == 0 && place < HEADER.len() => LedgerFault::Form,
        // The line ends early.
        _ if byte == b'\n' => LedgerFault::NoHash,
        _ if place < hashed => {
            LedgerFault::Hash { found: hash, computed: Hash::leaf(&[&changed[..hashed]]) }
        }
        _ if place < digits || place >= digits + 64 => LedgerFault::NoHash,
        _ => match str::from_utf8(&changed[digits..digits + 64]).map(str::parse) {
            Ok(Ok(found)) => LedgerFault::Hash { found, computed: hash },
            _ => LedgerFault::NoHash,
        },
    }
}

/// rules 12.4: of every bit that is flipped, the line is found in which it is.
#[test]
fn every_bit_counts() {
    let book = small();
    let mut bytes = book.bytes();
    let mut at = 0;
    for (line, whole) in book.lines.iter().enumerate() {
        for place in 0..whole.len() {
            for bit in 0..8 {
                bytes[at] ^= 1 << bit;
                let fault = expected(&book, line, place, bytes[at]);
                let error = verify(&bytes[..]).expect_err("a bit is another one");
                assert_eq!(error, book.error(line, fault), "line {line}, byte {place}, bit {bit}");
                bytes[at] ^= 1 << bit;
            }
            at += 1;
        }
    }
    assert_eq!(verify(&bytes[..]).as_ref(), Ok(book.head()));
}

/// The readers that read what is said find the same, since they stand on the same chain.
#[test]
fn every_reader_finds_a_changed_byte() {
    let book = small();
    let mut bytes = book.bytes();
    all_read(&bytes);
    for (line, whole) in book.lines.iter().enumerate() {
        let begins = usize::try_from(book.begins(line)).expect("small");
        for place in [0, 1, 40, whole.len() / 2, whole.len() - END, whole.len() - 5] {
            let byte = &mut bytes[begins + place];
            *byte ^= 1;
            let fault = expected(&book, line, place, *byte);
            all_find(&bytes, &book.error(line, fault));
            bytes[begins + place] ^= 1;
        }
    }
}

fn misplaced(expected: usize) -> LedgerFault {
    LedgerFault::Position { expected: expected as u64 }
}

/// rules 12.4: a line that is missing, doubled, moved or exchanged for another is found where it is.
#[test]
fn every_line_counts() {
    let book = small();
    let count = book.lines.len();
    for line in 0..count {
        let mut dropped = book.lines.clone();
        dropped.remove(line);
        let dropped = dropped.concat();
        match line {
            0 => all_find(&dropped, &book.error(0, LedgerFault::Form)),
            // What is left is a whole ledger, and only something from outside knows better.
            _ if line == count - 1 => all_read(&dropped),
            _ => all_find(&dropped, &book.error(line, misplaced(line))),
        }
        let mut doubled = book.lines.clone();
        doubled.insert(line, book.lines[line].clone());
        all_find(&doubled.concat(), &book.error(line + 1, misplaced(line + 1)));
        for other in 0..count {
            let mut moved = book.lines.clone();
            let whole = moved.remove(line);
            moved.insert(other, whole);
            let mut swapped = book.lines.clone();
            swapped.swap(line, other);
            for changed in [moved, swapped].iter().filter(|of| **of != book.lines) {
                let first = line.min(other);
                let fault = if first == 0 { LedgerFault::Form } else { misplaced(first) };
                let error = verify(&changed.concat()[..]).expect_err("another order");
                assert_eq!(error, book.error(first, fault), "{line} and {other}");
            }
        }
    }
}

/// What is put between lines, before them or after them is no line.
#[test]
fn nothing_may_be_put_between_lines() {
    let book = small();
    let bytes = book.bytes();
    for line in 0..=book.lines.len() {
        let at = usize::try_from(book.begins(line)).expect("small");
        for piece in ["\n", " \n", "\r\n", "\0\0\0\n", "null\n", "\u{feff}\n"] {
            let changed = [&bytes[..at], piece.as_bytes(), &bytes[at..]].concat();
            let fault = if line == 0 { LedgerFault::Form } else { LedgerFault::NoHash };
            all_find(&changed, &book.error(line, fault));
        }
    }
}

/// A torn end is told apart from tampering, and is cut off when the state is recovered. Where the
/// end is cut just after a line, nothing is torn, and only a checkpoint finds it.
#[test]
fn wherever_the_end_is_cut() {
    let book = small();
    let (bytes, states) = (book.bytes(), book.states());
    assert_eq!(verify(&b""[..]), Err(book.error(0, LedgerFault::Empty)));
    let published = [book.head().checkpoint()];
    for (line, whole) in book.lines.iter().enumerate() {
        let begins = usize::try_from(book.begins(line)).expect("small");
        for cut in 1..whole.len() {
            let torn = &bytes[..begins + cut];
            let error = book.error(line, LedgerFault::Torn);
            assert_eq!(verify(torn), Err(error.clone()));
            if line == 0 || cut % 16 != 0 {
                continue;
            }
            let recovered = recover(torn).expect("all but the end is whole");
            assert!(recovered.is_torn);
            assert_eq!(
                (&recovered.head, &recovered.alliance),
                (&book.heads[line - 1], &states[line - 1])
            );
            assert_eq!(recovered.head.length(), book.begins(line));
            for (reader, found) in readers(torn) {
                let found = found.or_else(|| (reader == "recover").then(|| error.clone()));
                assert_eq!(found.as_ref(), Some(&error), "{reader}");
            }
        }
        let whole_lines = &bytes[..begins + whole.len()];
        assert_eq!(verify(whole_lines).as_ref(), Ok(&book.heads[line]));
        let recovered = recover(whole_lines).expect("whole");
        assert_eq!((&recovered.head, recovered.is_torn), (&book.heads[line], false));
        let error = verify_against(whole_lines, &published).err();
        let size = line as u64 + 1;
        let fault = LedgerFault::Shortened { size, checkpoint: published[0].clone() };
        let is_all = line + 1 == book.lines.len();
        assert_eq!(error, (!is_all).then(|| book.error(line + 1, fault)));
    }
    // A tear within the header leaves no state to go on from.
    assert_eq!(recover(&bytes[..20]).err(), Some(book.error(0, LedgerFault::Torn)));
}

/// What a machine may leave that stops while it writes: it has no end of line, so it is torn; what
/// has one was written so.
#[test]
fn an_end_of_garbage_is_torn_as_long_as_it_has_no_end_of_line() {
    let book = small();
    let after = book.lines.len();
    for garbage in ["\0", "\0\0\0\0", "{", "}", "\u{ff}", r#"{"position":"#] {
        let torn = [book.bytes(), garbage.into()].concat();
        assert_eq!(verify(&torn[..]), Err(book.error(after, LedgerFault::Torn)));
        let recovered = recover(&torn[..]).expect("all but the end is whole");
        assert_eq!((&recovered.head, recovered.is_torn), (book.head(), true));
        let ended = [torn, b"\n".to_vec()].concat();
        all_find(&ended, &book.error(after, LedgerFault::NoHash));
    }
}

/// rules 12.4: an entry that is altered and hashed anew alone is left behind by the next one.
#[test]
fn an_entry_hashed_anew_alone_is_unbound_from_the_next() {
    let book = small();
    let count = book.lines.len();
    for line in 0..count - 1 {
        let field = if line == 0 { r#","version":""# } else { r#","events":["# };
        let more = if line == 0 { "1" } else { " " };
        let lines = book.alone(line, put(field, &format!("{field}{more}")));
        let found = verify(&lines.concat()[..]).expect_err("unbound");
        let error = book.error(line + 1, LedgerFault::Unbound);
        assert_eq!(found, LedgerError { byte: error.byte + 1, ..error });
    }
    // The last one nobody was bound to yet: a checkpoint finds it.
    let lines = book.alone(count - 1, put(r#","events":["#, r#","events":[ "#)).concat();
    verify(&lines[..]).expect("it hangs together");
    let error = verify_against(&lines[..], &[book.head().checkpoint()]).expect_err("rewritten");
    assert!(matches!(error.fault, LedgerFault::Rewritten(_)));
    assert_eq!((error.line, error.byte), (count as u64, book.begins(count - 1)));
}

/// A line bound to any line but the one before it, or to none, is unbound.
#[test]
fn a_line_is_bound_to_the_line_before_and_to_no_other() {
    let book = small();
    let last = book.lines.len() - 1;
    let right = own_hash(&book.lines[last - 1]).to_string();
    let upper = right.to_uppercase();
    let of_nothing = Hash::leaf(&[]).to_string();
    let others = (0..=last).filter(|of| *of != last - 1);
    let others = others.map(|of| own_hash(&book.lines[of]).to_string());
    for wrong in others.chain([upper, of_nothing, right[..63].into(), format!("{right}0")]) {
        let lines = book.alone(last, put(&right, &wrong));
        all_find(&lines.concat(), &book.error(last, LedgerFault::Unbound));
    }
    for (from, to) in [(r#","before":""#, r#", "before":""#), (r#""before":"#, r#""Before":"#)] {
        let lines = book.alone(last, put(from, to));
        all_find(&lines.concat(), &book.error(last, LedgerFault::Unbound));
    }
    // A field after the hash of the line before is as good as no hash.
    let lines = book.alone(last, |body| [body, br#","more":1"#].concat());
    all_find(&lines.concat(), &book.error(last, LedgerFault::Unbound));
}

/// The positions go on one by one, however a number can be written.
#[test]
fn positions_go_on_one_by_one() {
    let book = small();
    let line = 3;
    let with = |number: &str| {
        let position = format!(r#"{{"position":{number}"#);
        book.chained(line, put(r#"{"position":3"#, &position)).concat()
    };
    let few = ["0", "2", "4", "03", "+3", "-3", " 3", "", "\"3\"", "null", "[3]"];
    let many = ["18446744073709551615", "18446744073709551619", "99999999999999999999999999999"];
    for wrong in few.into_iter().chain(many) {
        let error = book.error(line, misplaced(3));
        assert_eq!(verify(&with(wrong)[..]), Err(error), "{wrong}");
    }
    // Of these the digits are right, and what comes after them is for the form to find.
    for wrong in ["3.0", "3e0", "3 ", "3,"] {
        let bytes = with(wrong);
        verify(&bytes[..]).expect("it hangs together");
        let error = replay(&bytes[..]).expect_err("no whole number");
        assert_eq!(error.line, line as u64 + 1);
        let is_found = matches!(error.fault, LedgerFault::Unread(_) | LedgerFault::NotCanonical);
        assert!(is_found, "{wrong}: {error:?}");
    }
}

/// What is hashed is all before the hash: a second one before it, or anything after it, is not read.
#[test]
fn a_line_has_one_hash_at_its_end() {
    let book = small();
    let line = 5;
    let whole = &book.lines[line];
    let (start, end) = whole.split_at(whole.len() - 1);
    for after in [" ", "\r", "}", ",", "\0", "{}"] {
        let mut lines = book.lines.clone();
        lines[line] = [start, after.as_bytes(), end].concat();
        all_find(&lines.concat(), &book.error(line, LedgerFault::NoHash));
    }
    // A hash of its own before the hash: the line is not bound where it must be.
    let mut lines = book.lines.clone();
    let twice = closed(body(whole));
    let (start, _) = twice.split_at(twice.len() - 2);
    lines[line] = closed(start);
    rechain(&mut lines, line + 1);
    all_find(&lines.concat(), &book.error(line, LedgerFault::Unbound));
}
