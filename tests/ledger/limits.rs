//! Files that nobody wrote by honest means: out of range, endless, nested, broken. Each is an error
//! with its place, and none makes a reader panic.

use std::io::{self, Read};

use paidan::ledger::{
    Head, LINE_MOST, LedgerError, LedgerFault, Reader, Recovered, Savepoint, SealError, audit,
    recover, recover_after, replay, verify, verify_against, verify_against_copy,
};
use paidan::{Act, CapFigures, CapScope, Command, Event, Mismatch, Outcome};

use crate::book::{Book, all_find, closed, later, put, rechain, small};
use crate::common::{date, item, member};
use crate::endless::Endless;

/// A line of 4 GiB is given up at [`LINE_MOST`], in its place. (How much memory that takes,
/// `tests/memory` counts.)
#[test]
fn an_endless_line_is_given_up() {
    let book = small();
    let after = book.lines.len();
    let error = book.error(after, LedgerFault::LineTooLong);
    let bytes = book.bytes();
    let mut from = Endless::new(&bytes, b'x', 1 << 32);
    assert_eq!(verify(&mut from), Err(error));
    assert_eq!(from.left, (1 << 32) - LINE_MOST);
    // So is a header.
    let error = book.error(0, LedgerFault::LineTooLong);
    assert_eq!(verify(Endless::new(b"", b'{', 1 << 32)), Err(error));
}

/// A line may have just so many bytes, with its end.
#[test]
fn a_line_may_be_as_long_as_that_and_no_longer() {
    let book = small();
    let bytes = book.bytes();
    for (before, end, fault) in [
        (LINE_MOST - 1, "\n", LedgerFault::NoHash),
        (LINE_MOST, "\n", LedgerFault::LineTooLong),
        // Without its end it is torn as long as the end could still come.
        (LINE_MOST - 1, "", LedgerFault::Torn),
    ] {
        let from = Endless::new(&bytes, b'x', before).chain(end.as_bytes());
        let error = book.error(book.lines.len(), fault);
        assert_eq!(verify(from), Err(error), "{before} bytes before its end");
    }
}

/// No line is sealed that no reader takes.
#[test]
fn too_long_a_line_is_not_sealed() {
    let head = small().heads.remove(0);
    let (own, whole) = (u32::MAX, u32::MAX);
    let (member, item) = (member(1_000_000_000), item(1_000_000_000));
    let cap = CapFigures::Item { item, own, whole };
    let event = Event::Suspended { member, scope: CapScope::Member, cap };
    let length = |of: &Event| serde_json::to_string(of).expect("a form").len() + 1;
    let (many, few) = (length(&event), length(&Event::CalendarAdopted));
    let mut command = Command::new(date("2025-01-02"), Act::OpenMonth);
    command.reference = Some("".parse().expect("a reference"));
    let mut outcome = Outcome { position: 1, date: command.date, events: vec![event] };
    // As many long events as there is room for, then short ones, and the rest is the reference.
    let one = head.seal(&command, &outcome).expect("short").line.len();
    let mut room = usize::try_from(LINE_MOST).expect("it fits") - one;
    outcome.events.resize(1 + room / many, event);
    room %= many;
    outcome.events.resize(outcome.events.len() + room / few, Event::CalendarAdopted);
    room %= few;
    let reference = "x".repeat(room);
    command.reference = Some(reference.parse().expect("a reference"));
    let sealed = head.seal(&command, &outcome).expect("as long as it may be");
    assert_eq!(sealed.line.len() as u64, LINE_MOST);
    assert_eq!(sealed.head.length(), head.length() + LINE_MOST);
    drop(sealed);
    command.reference = Some(format!("{reference}x").parse().expect("a reference"));
    assert_eq!(head.seal(&command, &outcome), Err(SealError::TooLong { bytes: LINE_MOST + 1 }));
}

/// What cannot be sealed: another position, another date. The head is as it was.
#[test]
fn only_the_next_entry_is_sealed() {
    let book = small();
    let head = &book.heads[4];
    let (command, outcome) = &book.history[4];
    for position in [0, 4, 6, u64::MAX] {
        let wrong = Outcome { position, ..outcome.clone() };
        let error = SealError::Position { expected: 5, found: position };
        assert_eq!(head.seal(command, &wrong), Err(error));
    }
    let wrong = Outcome { date: date("2025-01-03"), ..outcome.clone() };
    assert_eq!(head.seal(command, &wrong), Err(SealError::Date));
    assert_eq!(head, &book.heads[4]);
}

/// Something that cannot be read any further is told with its kind, where it happened.
#[test]
fn a_disk_that_fails_is_told() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::new(io::ErrorKind::TimedOut, "the disk does not answer"))
        }
    }
    let book = small();
    let bytes = book.bytes();
    for line in [0, 3] {
        for more in [0, 10] {
            let end = usize::try_from(book.begins(line)).expect("small") + more;
            let from = io::BufReader::new((&bytes[..end]).chain(Broken));
            let kind = io::ErrorKind::TimedOut;
            let fault =
                LedgerFault::Unreadable { kind, message: "the disk does not answer".into() };
            assert_eq!(recover(from).err(), Some(book.error(line, fault)));
        }
    }
}

/// A small buffer gives the same as a large one.
#[test]
fn however_few_bytes_come_at_a_time() {
    let book = small();
    let bytes = book.bytes();
    for capacity in [1, 2, 3, 7, 64, 4_096] {
        let from = io::BufReader::with_capacity(capacity, &bytes[..]);
        assert_eq!(audit(from).expect("whole").head, *book.head());
    }
}

/// After an error a reader is at its end.
#[test]
fn after_an_error_there_are_no_more_entries() {
    let book = small();
    let mut lines = book.lines.clone();
    lines.remove(5);
    let bytes = lines.concat();
    let (_, mut entries) = Reader::open(&bytes[..]).expect("a header");
    let read: Vec<bool> = entries.by_ref().map(|entry| entry.is_ok()).collect();
    assert_eq!(read, [true, true, true, true, false]);
    assert!(entries.next().is_none());
    assert_eq!(entries.head(), &book.heads[4]);
    // It goes on from a head, as from a savepoint.
    let rest = &book.bytes()[usize::try_from(book.begins(5)).expect("small")..];
    let mut entries = Reader::after(rest, book.heads[4].clone());
    assert!(entries.by_ref().all(|entry| entry.is_ok()));
    assert_eq!(entries.head(), book.head());
}

/// What those say that read an entry which is another one, all hashed anew.
fn altered(book: &Book, line: usize, from: &str, to: &str) -> LedgerFault {
    let bytes = book.chained(line, put(from, to)).concat();
    let error = replay(&bytes[..]).expect_err("it cannot be");
    assert_eq!(error.line, line as u64 + 1, "{error}");
    for found in [audit(&bytes[..]).err(), recover(&bytes[..]).err()] {
        let found = found.expect("it is no better");
        assert_eq!(found.line, line as u64 + 1);
        if !matches!(found.fault, LedgerFault::Decision(_)) {
            assert_eq!(found, error);
        }
    }
    error.fault
}

/// Numbers that no id, date, amount or count has, texts too long, wrong types.
#[test]
fn fields_out_of_range() {
    let book = small();
    let long = "长".repeat(86);
    let unread = [
        (11, r#""station":1"#, r#""station":0"#.to_string()),
        (11, r#""station":1"#, r#""station":1000000001"#.into()),
        (11, r#""station":1"#, r#""station":4294967296"#.into()),
        (11, r#""station":1"#, format!(r#""station":{}"#, "9".repeat(100_000))),
        (11, r#""station":1"#, format!(r#""station":1e{}"#, "9".repeat(10_000))),
        (11, r#""station":1"#, r#""station":"1""#.into()),
        (11, r#""station":1"#, r#""station":[[[]]]"#.into()),
        (11, r#""station":1"#, r#""station":true"#.into()),
        (11, r#""price":"100.00""#, r#""price":"100000000.00""#.into()),
        (11, r#""price":"100.00""#, format!(r#""price":"{}.00""#, "9".repeat(100_000))),
        (11, r#"{"date":"2025-01-07""#, r#"{"date":"2025-02-30""#.into()),
        (11, r#"{"date":"2025-01-07""#, r#"{"date":"9901-01-01""#.into()),
        (11, r#"{"date":"2025-01-07""#, r#"{"date":"-262143-01-01""#.into()),
        (11, r#""basis":"turn""#, r#""basis":"rank""#.into()),
        (1, r#""name":"浒山""#, r#""name":"""#.into()),
        (1, r#""name":"浒山""#, r#""name":"浒\u202e山""#.into()),
        (1, r#""name":"浒山""#, format!(r#""name":"{long}""#)),
        (1, r#""name":"浒山""#, format!(r#""name":"{}""#, "x".repeat(1_000_000))),
        (2, r#""code":"9133028200000000"#, r#""code":"9133028200000099"#.into()),
    ];
    for (line, from, to) in unread {
        let fault = altered(&book, line, from, &to);
        assert!(matches!(fault, LedgerFault::Unread(_)), "{fault:?}: {to:.80}");
        let LedgerFault::Unread(message) = fault else { continue };
        assert!(message.len() < 500, "{} bytes: {message:.900}", message.len());
    }
    // What is read all the same is not what the engine takes.
    for (line, from, to) in [
        (11, r#""station":1"#, r#""station":1000000000"#),
        (11, r#""price":"100.00""#, r#""price":"0.00""#),
        (11, r#""price":"100.00""#, r#""price":"99999999.99""#),
        (14, r#""expect":14"#, r#""expect":18446744073709551615"#),
        (14, r#""occurred":"2025-01-06""#, r#""occurred":"9900-12-31""#),
        (11, r#"{"date":"2025-01-07""#, r#"{"date":"9900-12-31""#),
    ] {
        let fault = altered(&book, line, from, to);
        assert_eq!(fault, LedgerFault::Outcome(Mismatch::Refused), "{to}");
    }
}

/// Lists within lists, 100 000 deep: wherever they stand, nothing falls over.
#[test]
fn nesting_without_end() {
    let book = small();
    let deep = 100_000;
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}"), (r#"[{"held":"#, "}]")] {
        let nested = format!("{}0{}", open.repeat(deep), close.repeat(deep));
        let unclosed = open.repeat(deep);
        for nested in [&nested, &unclosed] {
            for (line, from) in [
                (11, r#""station":1"#),
                (11, r#"{"date":"2025-01-07""#),
                (11, r#","events":["#),
                (0, r#""rules":3,"version":"#),
                (0, r#""admission":"#),
            ] {
                let to = match from {
                    r#","events":["# => format!(r#","more":{nested},"events":["#),
                    r#"{"date":"2025-01-07""# => {
                        format!(r#"{{"more":{nested},"date":"2025-01-07""#)
                    }
                    r#""rules":3,"version":"# => format!(r#""rules":3,"more":{nested},"version":"#),
                    _ => format!("{}:{nested}", &from[..from.find(':').expect("a field")]),
                };
                let bytes = book.chained(line, put(from, &to)).concat();
                let error = replay(&bytes[..]).expect_err("nested");
                assert!(matches!(error.fault, LedgerFault::Unread(_)), "{error:?}");
                assert_eq!(error.line, line as u64 + 1);
            }
            let savepoint = closed(format!(r#"{{"form":{nested}"#).as_bytes());
            assert!(Savepoint::from_bytes(&savepoint).is_err());
        }
    }
}

/// Bytes that are no text at all.
#[test]
fn broken_utf_8() {
    let book = small();
    for (line, from) in [(1, "浒山"), (14, "他说"), (0, "0.1.0")] {
        for broken in [&b"\xff"[..], b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe6\xb5"]
        {
            let lines = book.chained(line, |body| {
                let text = str::from_utf8(body).expect("a text");
                let at = text.find(from).unwrap_or(30);
                [&body[..at], broken, &body[at..]].concat()
            });
            let bytes = lines.concat();
            let error = replay(&bytes[..]).expect_err("no text");
            let is_found = matches!(error.fault, LedgerFault::Unread(_) | LedgerFault::Form);
            assert!(is_found, "{error:?}");
            assert_eq!(error.line, line as u64 + 1);
            assert_eq!(audit(&bytes[..]).err(), Some(error));
        }
    }
}

/// An entry with a million events is read as far as the first that does not fit.
#[test]
fn a_million_events() {
    let book = small();
    let (entry, (command, outcome)) = (3, &book.history[3]);
    let mut events = outcome.events.clone();
    events.resize(1_000_000, Event::CalendarAdopted);
    let forged = Outcome { events, ..outcome.clone() };
    let bytes = book.with_outcome(entry, &forged).concat();
    verify(&bytes[..]).expect("it hangs together");
    let mismatch = Mismatch::Event(outcome.events.len());
    let error = book.error(entry + 1, LedgerFault::Outcome(mismatch));
    assert_eq!(replay(&bytes[..]).err(), Some(error));
    let error = audit(&bytes[..]).expect_err("not what the rules give");
    let LedgerFault::Decision(difference) = error.fault else { panic!("{error}") };
    assert_eq!((&difference.command, difference.found.events.len()), (command, 1_000_000));
}

/// rules 1.7: positions end at 2^62; a ledger that starts there takes no entry more.
#[test]
fn a_ledger_at_the_last_position() {
    let last: u64 = 1 << 62;
    let book = later(10);
    let mut snapshot = book.start.snapshot();
    snapshot.position = last;
    let mut start = paidan::Alliance::try_from(snapshot.clone()).expect("the last position");
    let command = &book.history[0].0;
    assert!(start.step(command).is_err());
    // Sealed by force, it is found by whoever reads what it says.
    let outcome = Outcome { position: last + 1, ..book.history[0].1.clone() };
    let forged = Book::of(&start, &[(command.clone(), outcome)]);
    let bytes = forged.bytes();
    assert_eq!(verify(&bytes[..]).expect("it hangs together").position(), last + 1);
    let error = forged.error(1, LedgerFault::Outcome(Mismatch::Refused));
    assert_eq!(replay(&bytes[..]).err(), Some(error));
    // One position before the last there is room for one.
    snapshot.position = last - 1;
    let mut start = paidan::Alliance::try_from(snapshot).expect("the last but one");
    let before = start.clone();
    let outcome = start.step(command).expect("room for one");
    let whole = Book::of(&before, &[(command.clone(), outcome)]);
    let Recovered { alliance, head, .. } = recover(&whole.bytes()[..]).expect("whole");
    assert_eq!((alliance.position(), head.position()), (last, last));
    let savepoint = Savepoint::new(head, alliance).expect("of one position");
    let bytes = savepoint.to_bytes().expect("it has a form");
    let again = Savepoint::from_bytes(&bytes).expect("what was stored");
    assert_eq!(recover_after(again, &b""[..]).expect("nothing more").head, *whole.head());
}

/// Files that are something else altogether.
#[test]
fn what_is_no_ledger_at_all() {
    let line = |text: &str| closed(text.as_bytes());
    let fault = |of: LedgerFault| LedgerError { line: 1, byte: 0, fault: of };
    for (bytes, of) in [
        (b"".to_vec(), LedgerFault::Empty),
        (b"\n".to_vec(), LedgerFault::Form),
        (b"\0".to_vec(), LedgerFault::Torn),
        (b"{}\n".to_vec(), LedgerFault::Form),
        (line("{}"), LedgerFault::Form),
        (line(""), LedgerFault::Form),
        (small().lines[1].clone(), LedgerFault::Form),
        (line(r#"{"form":"paidan.savepoint/1","rules":3"#), LedgerFault::Form),
        (line(r#"{"form":"paidan.ledger/1","rules":"#), LedgerFault::Form),
        (b"{\"form\":\"paidan.ledger/1\",\"rules\":3}\n".to_vec(), LedgerFault::NoHash),
    ] {
        all_find(&bytes, &fault(of.clone()));
        assert_eq!(verify_against(&bytes[..], &[]), Err(fault(of.clone())));
        assert_eq!(verify_against_copy(&bytes[..], &bytes[..]), Err(fault(of)));
        assert!(Savepoint::from_bytes(&bytes).is_err());
    }
    for header in
        [r#"{"form":"paidan.ledger/1","rules":3"#, r#"{"form":"paidan.ledger/1","rules":3,"#]
    {
        let error = verify(&line(header)[..]).expect_err("nothing more");
        assert!(matches!(error.fault, LedgerFault::Unread(_)), "{error:?}");
    }
}

/// The head of a ledger that starts late has fewer lines than positions, and goes on all the same.
#[test]
fn lines_and_positions_are_counted_apart() {
    let book = later(10);
    let head: &Head = book.head();
    assert_eq!(head.position(), head.size() + 9);
    let mut lines = book.lines.clone();
    // An entry of the ledger from the beginning has the position, and is bound to another line.
    lines.truncate(2);
    lines.push(small().lines[12].clone());
    let error = book.error(2, LedgerFault::Unbound);
    all_find(&lines.concat(), &error);
    rechain(&mut lines, 2);
    replay(&lines.concat()[..]).expect("the same entry, bound here");
}
