//! One value, one form: a line that says the right thing in other bytes is refused, and the byte is
//! told from which on they are others. Everything is hashed anew, so that only the form is wrong.

use paidan::ledger::{LedgerError, LedgerFault, Reader, audit, recover, replay, verify};
use paidan::{Alliance, Suspension};

use crate::book::{Book, later, put, small};
use crate::common::member;

/// How a piece of a line is written, and what is found in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    /// It is read, and is not in its one form.
    OtherForm,
    /// It is not read.
    Unread,
}
use Found::{OtherForm, Unread};

/// What those say that read what a line says.
fn those_that_read(bytes: &[u8]) -> [(&'static str, Option<LedgerError>); 4] {
    let entries = || {
        let (_, entries) = Reader::open(bytes)?;
        entries.map(|entry| entry.map(drop)).collect::<Result<(), _>>()
    };
    [
        ("replay", replay(bytes).err()),
        ("recover", recover(bytes).err()),
        ("audit", audit(bytes).err()),
        ("Reader", entries().err()),
    ]
}

/// A piece of a line is written otherwise; every reader finds it, at the byte from which on it is so.
fn is_refused(book: &Book, line: usize, [from, to]: [&str; 2], found: Found) {
    let bytes = book.chained(line, put(from, to)).concat();
    let whole = str::from_utf8(&book.lines[line]).expect("a text");
    let changed = whole.replacen(from, to, 1);
    let same = whole.bytes().zip(changed.bytes()).take_while(|(one, other)| one == other).count();
    let parts = book.begins(line) + same as u64;
    if line > 0 {
        verify(&bytes[..]).expect("it hangs together");
    }
    for (reader, error) in those_that_read(&bytes) {
        let Some(error) = error else { panic!("{reader} takes {to}") };
        assert_eq!(error.line, line as u64 + 1, "{reader}: {error} in {to}");
        match found {
            OtherForm => {
                assert_eq!(error.fault, LedgerFault::NotCanonical, "{reader}: {to}");
                assert_eq!(error.byte, parts, "{reader}: {to}");
            }
            Unread => {
                assert!(matches!(error.fault, LedgerFault::Unread(_)), "{reader}: {error} of {to}");
                let place = error.byte.checked_sub(book.begins(line)).expect("in the line");
                assert!(place < changed.len() as u64, "{reader}: {error}");
            }
        }
    }
}

/// The line, counted from 0, that has a text.
fn line_with(book: &Book, text: &str) -> usize {
    let has = |line: &Vec<u8>| str::from_utf8(line).expect("a text").contains(text);
    book.lines.iter().skip(1).position(has).expect("a line") + 1
}

fn all_refused(cases: &[(&str, &str, Found)]) {
    let book = small();
    for &(from, to, found) in cases {
        is_refused(&book, line_with(&book, from), [from, to], found);
    }
}

#[test]
fn blanks_and_other_ends_of_lines() {
    all_refused(&[
        (r#","command":"#, r#", "command":"#, OtherForm),
        (r#","command":"#, r#","command" :"#, OtherForm),
        (r#","command":"#, ",\t\"command\":", OtherForm),
        (r#","command":"#, ",\r\"command\":", OtherForm),
        (r#""events":["#, r#""events": ["#, OtherForm),
        (r#""events":["#, r#""events":[ "#, OtherForm),
        (r#"],"before":"#, r#" ],"before":"#, OtherForm),
        (r#"{"date":"#, r#"{ "date":"#, OtherForm),
        (r#"}],"before":"#, r#"} ],"before":"#, OtherForm),
        (r#""offers":[1]"#, r#""offers":[1 ]"#, OtherForm),
        (r#","command":"#, ",\u{feff}\"command\":", Unread),
        (r#","command":"#, ",\u{a0}\"command\":", Unread),
        (r#","command":"#, ",\u{c}\"command\":", Unread),
        (r#","command":"#, ",/**/\"command\":", Unread),
        (r#"}],"before":"#, r#"},],"before":"#, Unread),
        (r#""offers":[1]"#, r#""offers":[1,]"#, Unread),
    ]);
    // Before the position and after the hash there is nothing to read.
    let book = small();
    for (change, fault) in [
        ("\u{feff}", LedgerFault::Position { expected: 4 }),
        (" ", LedgerFault::Position { expected: 4 }),
        ("{", LedgerFault::Position { expected: 4 }),
    ] {
        let bytes = book.chained(4, |body| [change.as_bytes(), body].concat()).concat();
        for (reader, error) in those_that_read(&bytes) {
            assert_eq!(error, Some(book.error(4, fault.clone())), "{reader}: {change:?}");
        }
    }
    let carriage_returns = String::from_utf8(book.bytes()).expect("a text").replace('\n', "\r\n");
    for (reader, error) in those_that_read(carriage_returns.as_bytes()) {
        assert_eq!(error, Some(book.error(0, LedgerFault::NoHash)), "{reader}");
    }
    let marked = ["\u{feff}".as_bytes(), &book.bytes()].concat();
    for (reader, error) in those_that_read(&marked) {
        assert_eq!(error, Some(book.error(0, LedgerFault::Form)), "{reader}");
    }
}

#[test]
fn keys_in_another_order_twice_or_too_many() {
    all_refused(&[
        (r#""station":1,"enterprise":2"#, r#""enterprise":2,"station":1"#, OtherForm),
        (r#""member":2,"basis":"turn""#, r#""basis":"turn","member":2"#, OtherForm),
        (r#""volume":5,"offers":[1]"#, r#""offers":[1],"volume":5"#, OtherForm),
        (r#""volume":5,"offers":[1]"#, r#""volume":5,"volume":5,"offers":[1]"#, Unread),
        (r#"{"date":"2025-01-02","#, r#"{"date":"2025-01-02","date":"2025-01-02","#, Unread),
        (r#","events":["#, r#","events":[],"events":["#, Unread),
        (r#","events":["#, r#","position":1,"events":["#, Unread),
        (r#","events":["#, r#","before":"00","events":["#, Unread),
        (r#","events":["#, r#","hash":"00","events":["#, Unread),
        (r#","events":["#, r#","more":null,"events":["#, Unread),
        (r#","events":["#, r#","form":"paidan.entry/1","events":["#, Unread),
        (r#""volume":5,"#, r#""volume":5,"more":1,"#, Unread),
        (r#""volume":5,"#, r#""Volume":5,"#, Unread),
        (r#""volume":5,"#, "", Unread),
        (r#"{"held":{"order":3}}"#, r#"{"held":{"order":3},"held":{"order":3}}"#, Unread),
        (r#"{"held":{"order":3}}"#, r#"{}"#, Unread),
    ]);
}

#[test]
fn escapes_that_need_not_be() {
    all_refused(&[
        (r#""date":"#, r#""da\u0074e":"#, OtherForm),
        (r#""station_opened""#, r#""\u0073tation_opened""#, OtherForm),
        (r#""2025-01-02""#, r#""2025\u002d01-02""#, OtherForm),
        (r#""甲会计师事务所""#, r#""\u7532会计师事务所""#, OtherForm),
        (r#""窗口 3/17""#, r#""窗口 3\/17""#, OtherForm),
        (r#"\\/"#, r#"\\\/"#, OtherForm),
        (r"\r\n\t\b\f\u0001", r"\u000d\n\t\b\f\u0001", OtherForm),
        (r"\r\n\t\b\f\u0001", r"\r\u000a\t\b\f\u0001", OtherForm),
        (r"\r\n\t\b\f\u0001", r"\r\n\t\u0008\f\u0001", OtherForm),
        ("\u{7f}", r"\u007f", OtherForm),
        ("𠮷", r"\ud842\udfb7", OtherForm),
        ("𠮷", r"\uD842\uDFB7", OtherForm),
        ("</script>", r"\u003c/script>", OtherForm),
        ("𠮷", r"\ud842", Unread),
        (r"\u0001", "\u{1}", Unread),
        (r"\u0001", r"\x01", Unread),
        (r"\t", "\t", Unread),
        (r#""date":"#, r#"'date':"#, Unread),
        (r#""date":"#, r#"date:"#, Unread),
    ]);
}

#[test]
fn numbers_written_otherwise() {
    all_refused(&[
        (r#""volume":5,"#, r#""volume":5.0,"#, Unread),
        (r#""volume":5,"#, r#""volume":5e0,"#, Unread),
        (r#""volume":5,"#, r#""volume":5E0,"#, Unread),
        (r#""volume":5,"#, r#""volume":0.5e1,"#, Unread),
        (r#""volume":5,"#, r#""volume":05,"#, Unread),
        (r#""volume":5,"#, r#""volume":+5,"#, Unread),
        (r#""volume":5,"#, r#""volume":-5,"#, Unread),
        (r#""volume":5,"#, r#""volume":-0,"#, Unread),
        (r#""volume":5,"#, r#""volume":0x5,"#, Unread),
        (r#""volume":5,"#, r#""volume":"5","#, Unread),
        (r#""volume":5,"#, r#""volume":NaN,"#, Unread),
        (r#""volume":5,"#, r#""volume":4294967296,"#, Unread),
        (r#""expect":14,"#, r#""expect":14.0,"#, Unread),
        (r#""expect":14,"#, r#""expect":018446744073709551615,"#, Unread),
        (r#""expect":14,"#, r#""expect":18446744073709551616,"#, Unread),
        (r#""months":0,"#, r#""months":-0,"#, Unread),
        (r#""price":"100.00""#, r#""price":100.00"#, Unread),
        (r#""price":"100.00""#, r#""price":"100.0""#, Unread),
        (r#""price":"100.00""#, r#""price":"100""#, Unread),
        (r#""price":"100.00""#, r#""price":"0100.00""#, Unread),
        (r#""price":"100.00""#, r#""price":"+100.00""#, Unread),
        (r#""price":"100.00""#, r#""price":"1e2""#, Unread),
        (r#""price":"100.00""#, r#""price":"100.00 ""#, Unread),
        (r#""covered":"0.00""#, r#""covered":"-0.00""#, Unread),
        (r#"{"date":"2025-01-02""#, r#"{"date":"2025-1-2""#, Unread),
        (r#"{"date":"2025-01-02""#, r#"{"date":"2025-01-02T00:00:00""#, Unread),
        (r#"{"date":"2025-01-02""#, r#"{"date":"02025-01-02""#, Unread),
    ]);
}

#[test]
fn what_may_be_left_out_is_there_or_not_as_it_is_written() {
    all_refused(&[
        (r#","act":{"open_station""#, r#","expect":null,"act":{"open_station""#, OtherForm),
        (r#","act":{"open_station""#, r#","reference":null,"act":{"open_station""#, OtherForm),
        (r#","act":{"open_station""#, r#","occurred":null,"act":{"open_station""#, OtherForm),
        (r#""price":"100.00","#, r#""price":"100.00","taken_by":null,"#, OtherForm),
        (r#""channel":"station","#, r#""channel":"station","excluded":[],"#, OtherForm),
        (r#""ask_deposit":false"#, r#""ask_deposit":false,"conditions":[]"#, OtherForm),
        (r#""channel":"station","#, "", OtherForm),
        (r#""months":0,"#, "", OtherForm),
        (r#""covered":"0.00","#, "", OtherForm),
        (r#","ask_deposit":false"#, "", OtherForm),
        (r#""act":"open_month""#, r#""act":{"open_month":null}"#, Unread),
        (r#""act":"open_month""#, r#""act":{"open_month":{}}"#, Unread),
        (r#""act":"open_month""#, r#""act":["open_month"]"#, Unread),
        (r#""act":"open_month""#, r#""act":null"#, Unread),
        (r#""act":"open_month""#, r#""act":0"#, Unread),
        (r#""offers":[1]"#, r#""offers":null"#, Unread),
        (r#""volume":5,"#, r#""volume":null,"#, Unread),
    ]);
}

#[test]
fn sets_and_lists() {
    let mut city = crate::common::City::literal();
    let items = [(); 3].map(|()| city.item(paidan::Category::Finance));
    city.member(paidan::Category::Finance, &items);
    let start = Alliance::new(paidan::Policy::cixi_2021());
    let book = Book::of(&start, &city.history);
    let line = line_with(&book, r#""offers":[1,2,3]"#);
    for other in ["[2,1,3]", "[1,2,3,3]", "[1,1,2,3]", "[3,2,1]", "[3,1,2,1,3]"] {
        let to = format!(r#""offers":{other}"#);
        is_refused(&book, line, [r#""offers":[1,2,3]"#, &to], OtherForm);
    }
    for other in [r#"{"0":1}"#, "\"123\"", "[[1,2,3]]", "[\"1\"]", "1"] {
        let to = format!(r#""offers":{other}"#);
        is_refused(&book, line, [r#""offers":[1,2,3]"#, &to], Unread);
    }
    // No list stands for a record, nor for a choice.
    all_refused(&[
        (r#"{"name":"浒山"}"#, r#"["浒山"]"#, Unread),
        (r#"{"open_station":{"name":"浒山"}}"#, r#"["open_station",{"name":"浒山"}]"#, Unread),
        (r#"{"held":{"order":3}}"#, r#"{"held":[3]}"#, Unread),
        (r#"{"held":{"order":3}}"#, r#"["held",{"order":3}]"#, Unread),
        (r#"{"member":2,"orders":30}"#, r#"[2,30]"#, Unread),
    ]);
}

/// What is hashed of an entry, as a list of what is in its fields.
#[test]
fn an_entry_is_no_list() {
    let book = small();
    let as_list = |body: &[u8]| {
        let text = str::from_utf8(body).expect("a text");
        let values = text.replacen(r#","command":"#, ",", 1).replacen(r#","events":"#, ",", 1);
        values.into_bytes()
    };
    let bytes = book.chained(2, as_list).concat();
    for (reader, error) in those_that_read(&bytes) {
        let error = error.expect("no entry");
        assert!(matches!(error.fault, LedgerFault::Unread(_)), "{reader}: {error}");
    }
}

/// rules 12.4: hashes are written in lower case, their own and that of the line before.
#[test]
fn hashes_in_upper_case() {
    let book = small();
    for line in 0..book.lines.len() {
        let mut lines = book.lines.clone();
        let end = lines[line].len() - 3;
        lines[line][end - 64..end].make_ascii_uppercase();
        for (reader, error) in those_that_read(&lines.concat()) {
            assert_eq!(error, Some(book.error(line, LedgerFault::NoHash)), "{reader}");
        }
    }
}

/// The header is held to its form as the entries are, and all that its snapshot says.
#[test]
fn a_header_has_one_form() {
    let book = small();
    for (from, to, found) in [
        (r#""rules":3,"#, r#""rules":3 ,"#, OtherForm),
        (r#""rules":3,"#, r#""rules":3.0,"#, Unread),
        (r#","version":"#, r#","vers\u0069on":"#, OtherForm),
        (r#""algorithm":"sha-256","#, r#""algorithm":{"sha-256":null},"#, Unread),
        (r#""algorithm":"sha-256","#, r#""algorithm":"SHA-256","#, Unread),
        (r#""algorithm":"sha-256","#, r#""algorithm":"sha-512","#, Unread),
        (r#""algorithm":"sha-256","#, "", Unread),
        (r#","version":"#, r#","more":1,"version":"#, Unread),
        (r#","version":"#, r#","rules":3,"version":"#, Unread),
        (r#","version":"#, r#","form":"paidan.ledger/1","version":"#, Unread),
        (r#""position":0,"#, r#""position":-0,"#, Unread),
        (r#","date":null,"#, r#","date":null ,"#, OtherForm),
        (r#""snapshot":{"form":"paidan.snapshot/1","#, r#""snapshot":{"#, Unread),
    ] {
        is_refused(&book, 0, [from, to], found);
        assert!(verify(&book.alone(0, put(from, to)).concat()[..]).is_err(), "it is read whole");
    }
    for (to, fault) in [
        (r#"{"form":"paidan.ledger/2","rules":3"#, LedgerFault::Form),
        (r#"{"form": "paidan.ledger/1","rules":3"#, LedgerFault::Form),
        (r#"{"rules":3,"form":"paidan.ledger/1""#, LedgerFault::Form),
        (r#"{"form":"paidan.ledger/1","rules":"3""#, LedgerFault::Form),
        (r#"{"form":"paidan.ledger/1","rules":-3"#, LedgerFault::Form),
        (r#"{"form":"paidan.ledger/1","rules":03"#, LedgerFault::Form),
        (r#"{"form":"paidan.ledger/1","rules":4294967299"#, LedgerFault::Form),
        (r#"{"form":"paidan.ledger/1","rules":2"#, LedgerFault::Rules { found: 2, known: 3 }),
        (r#"{"form":"paidan.ledger/1","rules":33"#, LedgerFault::Rules { found: 33, known: 3 }),
    ] {
        let lines = book.chained(0, put(r#"{"form":"paidan.ledger/1","rules":3"#, to));
        for (reader, error) in those_that_read(&lines.concat()) {
            assert_eq!(error, Some(book.error(0, fault.clone())), "{reader}: {to}");
        }
    }
}

/// A state is written in one way, whatever else is read of it: tallies by member and item,
/// suspensions by member.
#[test]
fn the_state_in_a_header_is_written_in_one_way() {
    let book = later(16);
    let mut snapshot = book.start.snapshot();
    let suspensions: Vec<_> = (1..=2).map(|number| suspension(number)).collect();
    snapshot.suspensions = suspensions.into();
    let start = Alliance::try_from(snapshot).expect("it holds together");
    let book = Book::of(&start, &[]);
    let text = String::from_utf8(book.lines[0].clone()).expect("a text");
    let (_, rest) = text.split_once(r#""suspensions":["#).expect("suspensions");
    let (listed, _) = rest.split_once(']').expect("their end");
    assert!(listed.contains(r#""member":1"#) && listed.contains(r#""member":2"#), "{listed}");
    let (one, other) = listed.split_at(listed.find("},{").expect("two") + 1);
    let turned = format!("{},{one}", &other[1..]);
    let (from, to) = (format!("[{listed}]"), format!("[{turned}]"));
    is_refused(&book, 0, [&from, &to], OtherForm);
}

fn suspension(number: u32) -> Suspension {
    Suspension { member: member(number), item: None, cap: None }
}

/// What cannot be read is told with the byte where it ends to be readable, and with no other place.
#[test]
fn what_cannot_be_read_is_told_with_its_byte() {
    let book = small();
    for (from, to, place, message) in [
        (r#""volume":5,"#, r#""volume":x,"#, "x,", "expected value"),
        (r#""volume":5,"#, r#""volume":5 6,"#, "6,", "expected `,` or `}`"),
        (
            r#""volume":5,"#,
            r#""volume":5.0,"#,
            "0,",
            "invalid type: floating point `5.0`, expected u32",
        ),
        (r#""volume":5,"#, r#""more":5,"#, "\":5,", "unknown field `more` in Application"),
    ] {
        let line = line_with(&book, from);
        let bytes = book.chained(line, put(from, to)).concat();
        let text = str::from_utf8(&bytes).expect("a text");
        let error = replay(&bytes[..]).expect_err("it cannot be read");
        let LedgerFault::Unread(told) = &error.fault else { panic!("{error}") };
        assert!(told.starts_with(message) && !told.contains(" at line"), "{told}");
        let byte = usize::try_from(error.byte).expect("small");
        assert_eq!(error.line, line as u64 + 1);
        assert!(text[byte..].starts_with(place), "{told} at {:.20}", &text[byte..]);
    }
}
