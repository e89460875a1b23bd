//! Bytes as a ledger, and as a savepoint.

use paidan::ledger::{
    Hash, Head, LedgerError, Reader, Recovered, Savepoint, audit, recover, recover_after, replay,
    verify, verify_against, verify_against_copy,
};
use paidan::{Alliance, Command, Language, Policy};

const ORIGIN: &str = "dispatch.cixi.example/ledger";

/// Whatever the bytes are, nothing panics; what is read goes on soundly, and is written again as it
/// was.
pub fn ledger(bytes: &[u8]) {
    let _ = ledger_is_read(bytes);
}

/// The same, and whether it is read. The first byte says what the others are: a file; lines whose
/// positions and hashes are put to them here, so that more than hashes is tried; commands that are
/// decided first; a savepoint, as it is or without its hash.
pub fn ledger_is_read(bytes: &[u8]) -> bool {
    let Some((kind, bytes)) = bytes.split_first() else { return file(bytes) };
    match kind % 5 {
        0 => file(bytes),
        1 => file(&hashed(bytes)),
        2 => file(&decided(bytes)),
        3 => savepoint(bytes),
        _ => savepoint(&closed(bytes)),
    }
}

/// A line of what is hashed of it.
fn closed(body: &[u8]) -> Vec<u8> {
    let hash = Hash::leaf(&[body]);
    [body, format!(",\"hash\":\"{hash}\"}}\n").as_bytes()].concat()
}

/// A ledger of lines without positions and hashes: each begins with its command.
fn hashed(bytes: &[u8]) -> Vec<u8> {
    let mut file: Vec<u8> = Vec::new();
    let (mut before, mut position) = (None, 0_u64);
    for line in bytes.split(|byte| *byte == b'\n') {
        let body = match before {
            None => {
                position = position_in(line);
                line.to_vec()
            }
            Some(before) => {
                position = position.saturating_add(1);
                let (start, end) =
                    (format!("{{\"position\":{position},"), format!(",\"before\":\"{before}\""));
                [start.as_bytes(), line, end.as_bytes()].concat()
            }
        };
        before = Some(Hash::leaf(&[&body]));
        file.extend(closed(&body));
    }
    file
}

/// The position that a header says.
fn position_in(header: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(header);
    let rest = text.split_once("\"position\":").map_or("", |(_, rest)| rest);
    let digits = rest.split(|of: char| !of.is_ascii_digit()).next();
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// A ledger of the commands that are accepted, a line each.
fn decided(bytes: &[u8]) -> Vec<u8> {
    let mut city = Alliance::new(Policy::cixi_2021());
    let begun = Head::begin(ORIGIN.parse().expect("an origin"), &city).expect("short");
    let (mut file, mut head) = (begun.line, begun.head);
    for line in bytes.split(|byte| *byte == b'\n') {
        let Ok(command) = serde_json::from_slice::<Command>(line) else { continue };
        let Ok(outcome) = city.step(&command) else { continue };
        let sealed = head.seal(&command, &outcome).expect("the next entry");
        file.extend(sealed.line);
        head = sealed.head;
    }
    let audited = audit(&file[..]).expect("as the rules give");
    assert_eq!((audited.alliance, audited.head), (city, head));
    file
}

/// An error is in the file, and is told in few words.
fn is_told(error: &LedgerError, bytes: &[u8]) {
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
    assert!((1..=lines + 1).contains(&error.line), "line {} of {lines}", error.line);
    assert!(error.byte <= bytes.len() as u64, "byte {} of {}", error.byte, bytes.len());
    for language in [Language::English, Language::Chinese] {
        assert!(!error.in_language(language).is_empty());
    }
}

/// Reads a file in every way.
fn file(bytes: &[u8]) -> bool {
    let verified = verify(bytes);
    let _ = verify_against_copy(bytes, bytes);
    let audited = audit(bytes);
    let replayed = replay(bytes);
    for error in [verified.as_ref().err(), audited.as_ref().err(), replayed.as_ref().err()] {
        if let Some(error) = error {
            is_told(error, bytes);
        }
    }
    if let Ok(audited) = &audited {
        let replayed = replayed.as_ref().expect("what is right can be");
        assert_eq!((&replayed.alliance, &replayed.head), (&audited.alliance, &audited.head));
    }
    let recovered = match recover(bytes) {
        Ok(recovered) => recovered,
        Err(error) => {
            assert_eq!(replayed.err(), Some(error));
            return false;
        }
    };
    let good = usize::try_from(recovered.head.length()).ok().and_then(|end| bytes.get(..end));
    let good = good.expect("no more than there is");
    assert_eq!(recovered.is_torn, good.len() < bytes.len());
    assert_eq!(replayed.is_err(), recovered.is_torn);
    let checkpoint = [recovered.head.checkpoint()];
    assert_eq!(verify_against(good, &checkpoint).as_ref(), Ok(&recovered.head));
    assert_eq!(written_again(good), good);
    goes_on(recovered);
    true
}

/// The lines of a good ledger, written again from what they say.
fn written_again(bytes: &[u8]) -> Vec<u8> {
    let (header, mut entries) = Reader::open(bytes).expect("a header");
    let mut head = entries.head().clone();
    let own = Head::begin(header.origin, &header.alliance).expect("short").line;
    let (of_own, _) = Reader::open(&own[..]).expect("a header of its own");
    // Whoever began it may have been of another version.
    let version = |of: &str| format!("\"version\":{},", serde_json::to_string(of).expect("a text"));
    let own = String::from_utf8(own).expect("a text");
    let own = own.replacen(&version(&of_own.version), &version(&header.version), 1);
    let (body, _) = own.rsplit_once(",\"hash\":").expect("a hash");
    let mut again = closed(body.as_bytes());
    for entry in entries.by_ref() {
        let entry = entry.expect("an entry");
        let sealed = head.seal(&entry.command, &entry.outcome).expect("the next entry");
        again.extend(sealed.line);
        head = sealed.head;
        assert_eq!(head.hash(), entry.hash);
    }
    assert_eq!(&head, entries.head());
    again
}

/// State and head of a good ledger are sound, and go on from a savepoint.
fn goes_on(recovered: Recovered) {
    let Recovered { alliance, head, .. } = recovered;
    crate::sound(&alliance);
    let savepoint = Savepoint::new(head, alliance).expect("of one position");
    let bytes = savepoint.to_bytes().expect("a form");
    assert_eq!(Savepoint::from_bytes(&bytes).as_ref(), Ok(&savepoint));
    let (head, alliance) = (savepoint.head().clone(), savepoint.alliance().clone());
    let again = recover_after(savepoint, &b""[..]).expect("nothing more");
    assert_eq!((again.head, again.alliance), (head, alliance));
}

/// A savepoint that is read is sound, and is written as it was.
fn savepoint(bytes: &[u8]) -> bool {
    let Ok(savepoint) = Savepoint::from_bytes(bytes) else { return false };
    assert_eq!(savepoint.to_bytes().expect("a form"), bytes);
    crate::sound(savepoint.alliance());
    let error = recover_after(savepoint, bytes).expect_err("a savepoint is no entry");
    assert!(error.line > 1);
    true
}
