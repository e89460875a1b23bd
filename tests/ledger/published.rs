//! A ledger beside what was published of it, and beside an earlier copy.

use paidan::Month;
use paidan::ledger::{
    Checkpoint, Hash, Head, LedgerError, LedgerFault, Parting, verify, verify_against,
    verify_against_copy,
};

use crate::book::{Book, all_read, put, small};
use crate::common::month;

/// The line of the last entry of each month, counted from 0, with its checkpoint.
fn monthly(book: &Book) -> Vec<(usize, Checkpoint)> {
    let month_of =
        |line: usize| book.history.get(line - 1).map(|(command, _)| command.date.month());
    let ends = (1..book.lines.len()).filter(|line| month_of(*line) != month_of(line + 1));
    ends.map(|line| (line, book.heads[line].checkpoint())).collect()
}

fn month_of(book: &Book, line: usize) -> Month {
    book.history[line - 1].0.date.month()
}

/// What somebody does who rewrites an entry; a reader of hashes alone cannot tell what it was.
fn rewritten(book: &Book, line: usize) -> Vec<Vec<u8>> {
    book.chained(line, put(r#","events":["#, r#","events":[ "#))
}

/// rules 12.4: with a checkpoint a month, the month is named in which an entry was rewritten,
/// whatever the order in which they come.
#[test]
fn the_month_is_named_in_which_an_entry_was_rewritten() {
    let book = small();
    let ends = monthly(&book);
    assert_eq!(ends.len(), 4);
    let mut checkpoints: Vec<Checkpoint> = ends.iter().map(|(_, of)| of.clone()).collect();
    for line in 1..book.lines.len() {
        let bytes = rewritten(&book, line).concat();
        verify(&bytes[..]).expect("it hangs together");
        let before = ends.iter().filter(|(end, _)| *end < line);
        let same = before.map(|(_, of)| of.size).max().unwrap_or(0);
        let (end, checkpoint) = ends.iter().find(|(end, _)| *end >= line).expect("an end").clone();
        let of = month_of(&book, line);
        let parting = Parting { same, checkpoint, months: Some((of, of)) };
        let fault = LedgerFault::Rewritten(Box::new(parting));
        let error = LedgerError {
            byte: book.begins(end) + u64::from(end > line),
            ..book.error(end, fault)
        };
        for _ in 0..checkpoints.len() {
            checkpoints.rotate_left(1);
            assert_eq!(verify_against(&bytes[..], &checkpoints), Err(error.clone()));
        }
        // With the last one alone all months come into question.
        let last = ends[3].1.clone();
        let months = Some((month("2025-01"), month("2025-04")));
        let parting = Parting { same: 0, checkpoint: last.clone(), months };
        let error = verify_against(&bytes[..], &[last]).expect_err("rewritten");
        assert_eq!(error.fault, LedgerFault::Rewritten(Box::new(parting)));
    }
}

/// rules 12.4: a ledger goes on from each of its own checkpoints, and has the same head.
#[test]
fn a_ledger_goes_on_from_its_own_checkpoints() {
    let book = small();
    let bytes = book.bytes();
    let mut checkpoints: Vec<Checkpoint> = book.heads.iter().map(Head::checkpoint).collect();
    let (origin, root) = (book.head().origin().clone(), paidan::ledger::Tree::new().root());
    checkpoints.push(Checkpoint { origin, size: 0, root });
    checkpoints.extend(checkpoints.clone());
    assert_eq!(verify_against(&bytes[..], &checkpoints).as_ref(), Ok(book.head()));
    checkpoints.reverse();
    assert_eq!(verify_against(&bytes[..], &checkpoints).as_ref(), Ok(book.head()));
}

/// Size and root are compared, each: neither another root nor another size is the ledger's.
#[test]
fn no_other_size_or_root_fits() {
    let book = small();
    let bytes = book.bytes();
    let count = book.lines.len() as u64;
    for head in &book.heads {
        let right = head.checkpoint();
        for size in 0..=count + 2 {
            let wrong = Checkpoint { size, ..right.clone() };
            let verified = verify_against(&bytes[..], std::slice::from_ref(&wrong));
            match verified {
                Ok(_) => assert_eq!(wrong, right),
                Err(LedgerError { fault: LedgerFault::Rewritten(of), line, .. }) => {
                    assert_eq!((of.checkpoint, line), (wrong, size.max(1)));
                }
                Err(error) => {
                    let fault = LedgerFault::Shortened { size: count, checkpoint: wrong };
                    assert_eq!(error, book.error(book.lines.len(), fault));
                    assert!(size > count);
                }
            }
        }
        let root = Hash::leaf(&[b"another"]);
        let wrong = Checkpoint { root, ..right };
        let error = verify_against(&bytes[..], &[wrong]).expect_err("another root");
        assert_eq!(error.line, head.size());
    }
    let (origin, root) = (book.head().origin().clone(), Hash::leaf(&[b"another"]));
    let huge = Checkpoint { origin, size: u64::MAX, root };
    let fault = LedgerFault::Shortened { size: count, checkpoint: huge.clone() };
    let error = book.error(book.lines.len(), fault);
    assert_eq!(verify_against(&bytes[..], &[huge]), Err(error));
}

/// A checkpoint of another ledger says nothing of this one.
#[test]
fn a_checkpoint_of_another_ledger_is_told() {
    let book = small();
    let expected = "dispatch.ningbo.example/ledger".parse().expect("an origin");
    let other = Checkpoint { origin: expected, ..book.head().checkpoint() };
    let (found, expected) = (book.head().origin().clone(), other.origin.clone());
    let error = book.error(0, LedgerFault::Origin { found, expected });
    let checkpoints = [book.heads[3].checkpoint(), other];
    assert_eq!(verify_against(&book.bytes()[..], &checkpoints), Err(error));
}

/// rules 12.4: beside a copy the very line is named, and the month of it.
#[test]
fn beside_a_copy_the_line_is_named() {
    let book = small();
    let copy = book.bytes();
    for line in 1..book.lines.len() {
        let bytes = rewritten(&book, line).concat();
        let month = Some(month_of(&book, line));
        let error = book.error(line, LedgerFault::Parted { month });
        assert_eq!(verify_against_copy(&bytes[..], &copy[..]), Err(error));
        // Somebody who forgets to hash it anew is found before that.
        let mut bytes = book.bytes();
        bytes[usize::try_from(book.begins(line)).expect("small") + 20] ^= 1;
        let error = verify(&bytes[..]).expect_err("altered");
        assert_eq!(verify_against_copy(&bytes[..], &copy[..]), Err(error));
    }
    let other = Book::of(&crate::book::later(1).start, &book.history[1..]);
    let error = other.error(0, LedgerFault::Parted { month: None });
    assert_eq!(verify_against_copy(&other.bytes()[..], &copy[..]), Err(error));
}

/// A ledger may go on after its copy, and may not end before it.
#[test]
fn a_ledger_goes_on_from_each_earlier_copy() {
    let book = small();
    for line in 0..book.lines.len() {
        let copy = book.lines[..=line].concat();
        assert_eq!(verify_against_copy(&book.bytes()[..], &copy[..]).as_ref(), Ok(book.head()));
        let shortened = verify_against_copy(&copy[..], &book.bytes()[..]);
        if line + 1 == book.lines.len() {
            assert_eq!(shortened.as_ref(), Ok(book.head()));
            continue;
        }
        // The copy is known as far as it was read.
        let (size, checkpoint) = (line as u64 + 1, book.heads[line + 1].checkpoint());
        let fault = LedgerFault::Shortened { size, checkpoint };
        assert_eq!(shortened, Err(book.error(line + 1, fault)));
    }
}

/// A copy that is itself no good ledger is told, with its own place.
#[test]
fn a_bad_copy_is_told() {
    let book = small();
    let bytes = book.bytes();
    all_read(&bytes);
    for line in 0..book.lines.len() {
        let mut copy = book.bytes();
        copy[usize::try_from(book.begins(line)).expect("small") + 50] ^= 1;
        let of_copy = verify(&copy[..]).expect_err("altered");
        let error = book.error(line.saturating_sub(1), LedgerFault::Copy(Box::new(of_copy)));
        assert_eq!(verify_against_copy(&bytes[..], &copy[..]), Err(error));
    }
    let torn = &bytes[..bytes.len() - 1];
    let last = book.lines.len() - 1;
    let of_copy = book.error(last, LedgerFault::Torn);
    let error = book.error(last - 1, LedgerFault::Copy(Box::new(of_copy)));
    assert_eq!(verify_against_copy(&bytes[..], torn), Err(error));
    let empty = book.error(0, LedgerFault::Copy(Box::new(book.error(0, LedgerFault::Empty))));
    assert_eq!(verify_against_copy(&bytes[..], &b""[..]), Err(empty));
}
