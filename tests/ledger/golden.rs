//! A ledger of the first form, which must be read for ever, and the root of a whole year.
//!
//! These files are written once and never again (`golden/README.md`).

use paidan::ledger::{
    Head, Header, Reader, Savepoint, audit, recover, recover_after, replay, verify,
};
use paidan::{Alliance, Command, Policy};

use crate::book::all_read;

const LEDGER: &[u8] = include_bytes!("golden/1.jsonl");
const CHECKPOINT: &str = include_str!("golden/1.checkpoint");
const SAVEPOINT: &[u8] = include_bytes!("golden/1.savepoint");
const YEAR: &str = include_str!("../../examples/data/cixi-2025.jsonl");
const YEAR_CHECKPOINT: &str = include_str!("golden/cixi-2025.checkpoint");

/// What has to happen where one of these tests fails.
const FORM: &str = "a ledger of form paidan.ledger/1 is no longer what it was. Cities have such files, \
                    and what was published of them stands: a form that changes gets the next number, \
                    beside this one, and the files of this one stay and are read as before";

/// Another version of the rules decides otherwise, and says so in the header.
const DECIDED: &str = "the same commands come to something else than they did. If the rules are other \
                       ones, they have the next version, and their ledgers a golden file of their own";

/// The header, and the head after it. Its version is that of the crate that wrote it.
fn header() -> (Header, Head) {
    let (header, entries) = Reader::open(LEDGER).expect(FORM);
    (header, entries.head().clone())
}

/// rules 12.4: it is read, it goes on from what was published of it, and the rules still give it.
#[test]
fn the_first_form_is_read_for_ever() {
    all_read(LEDGER);
    let head = verify(LEDGER).expect(FORM);
    assert_eq!(head.checkpoint().to_string(), CHECKPOINT, "{FORM}");
    assert_eq!(head.length(), LEDGER.len() as u64);
    let replayed = replay(LEDGER).expect(FORM);
    let audited = audit(LEDGER).expect(DECIDED);
    assert_eq!((&replayed.alliance, &replayed.head), (&audited.alliance, &audited.head));
    let reference = "window 3, slip 17".parse().expect("a reference");
    let recorded = replayed.references.get(&reference).expect("the one reference in it");
    assert_eq!((recorded.position, replayed.references.len()), (68, 1));
}

/// Its commands, decided and sealed again, are its lines to the byte.
#[test]
fn the_first_form_is_written_as_ever() {
    let (Header { origin, version, alliance: mut city }, mut head) = header();
    let begun = Head::begin(origin, &city).expect("short").line;
    let begun = String::from_utf8(begun).expect("a text");
    let lines = str::from_utf8(LEDGER).expect("a text").split_inclusive('\n');
    let mut lines = lines.map(String::from);
    let own = concat!("\"version\":\"", env!("CARGO_PKG_VERSION"), "\"");
    let begun = begun.replacen(own, &format!("\"version\":\"{version}\""), 1);
    let hashed = |line: &str| line[..line.len() - crate::book::END].to_string();
    assert_eq!(hashed(&begun), hashed(&lines.next().expect("a header")), "{FORM}");
    let entries = Reader::open(LEDGER).expect(FORM).1;
    for (entry, line) in entries.zip(lines) {
        let entry = entry.expect(FORM);
        let outcome = city.step(&entry.command).expect(DECIDED);
        assert_eq!(outcome, entry.outcome, "{DECIDED}");
        let sealed = head.seal(&entry.command, &outcome).expect("the next entry");
        assert_eq!(String::from_utf8(sealed.line).expect("a text"), line, "{FORM}");
        head = sealed.head;
    }
    assert_eq!(head.checkpoint().to_string(), CHECKPOINT);
}

/// A savepoint of the end of it is read and written, and goes on.
#[test]
fn the_first_form_of_a_savepoint_is_read_and_written() {
    let savepoint = Savepoint::from_bytes(SAVEPOINT).expect(FORM);
    assert_eq!(savepoint.to_bytes().expect("a form"), SAVEPOINT, "{FORM}");
    let recovered = recover(LEDGER).expect(FORM);
    assert_eq!(savepoint.head(), &recovered.head);
    assert_eq!(savepoint.alliance(), &recovered.alliance);
    let again = recover_after(savepoint, &b""[..]).expect("nothing more");
    assert_eq!(again.head.checkpoint().to_string(), CHECKPOINT);
}

/// The names that stand for the variants in the table of a form.
fn names(table: &str, of: &str) -> Vec<String> {
    let table = table.split(&format!("enum {of} {{\n")).nth(1).expect("the table");
    let table = table.split("\n    }\n").next().expect("its end");
    table.lines().filter_map(|line| Some(line.split('"').nth(1)?.to_string())).collect()
}

/// Everything that can be done is done in it, and everything happens that can.
#[test]
fn every_act_and_every_event_is_in_it() {
    let text = str::from_utf8(LEDGER).expect("a text");
    let acts = names(include_str!("../../src/facts/command/form.rs"), "Act");
    let events = names(include_str!("../../src/facts/event/code.rs"), "Event");
    assert!(acts.len() >= 42 && events.len() >= 62, "{} and {}", acts.len(), events.len());
    for act in acts {
        let forms = [format!(r#""act":"{act}""#), format!(r#""act":{{"{act}":"#)];
        assert!(forms.iter().any(|form| text.contains(form)), "no act {act} in golden/1.jsonl");
    }
    for event in events {
        let forms = [format!(r#"{{"{event}":"#), format!(r#"["{event}"]"#)];
        assert!(forms.iter().any(|form| text.contains(form)), "no event {event} in golden/1.jsonl");
    }
}

/// rules 12.4: the ledger of the year of the repository, held to its root.
#[test]
fn the_year_has_its_root() {
    let (header, mut head) = header();
    let mut city = Alliance::new(Policy::cixi_2021());
    assert_eq!(header.alliance, city, "it starts where the year does");
    for line in YEAR.lines() {
        let command: Command = serde_json::from_str(line).expect("a command");
        let Ok(outcome) = city.step(&command) else { continue };
        head = head.seal(&command, &outcome).expect("the next entry").head;
    }
    assert_eq!(head.checkpoint().to_string(), YEAR_CHECKPOINT, "{FORM}; or: {DECIDED}");
}
