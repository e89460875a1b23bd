//! The forms of the lines, and the one way in which each is written.

use std::io::{self, Write};

use serde::Serialize;

use crate::alliance::snapshot::Snapshot;
use crate::facts::command::Command;
use crate::facts::event::Event;
use crate::record::ledger::checkpoint::Origin;
use crate::record::ledger::hash::Hash;
use crate::words::form::form;
use crate::words::label::Name;

/// What a header has before its own hash.
pub(crate) struct HeaderForm {
    pub(crate) rules: u32,
    pub(crate) version: Name,
    pub(crate) origin: Origin,
    pub(crate) algorithm: Algorithm,
    pub(crate) snapshot: Snapshot,
}

/// How hashes are made.
pub(crate) enum Algorithm {
    Sha256,
}

/// What an entry has before its own hash. It is written by [`write_entry`], since whoever seals one
/// has its parts by reference.
pub(crate) struct EntryForm {
    pub(crate) position: u64,
    pub(crate) command: Command,
    pub(crate) events: Vec<Event>,
    pub(crate) before: Hash,
}

form! {
    struct HeaderForm document "paidan.ledger/1" { rules, version, origin, algorithm, snapshot }

    enum Algorithm { Sha256 = "sha-256" }

    struct EntryForm { position, command, events, before }
}

/// The beginning of each header of this form; the version of the rules comes next.
pub(crate) const HEADER: &[u8] = br#"{"form":"paidan.ledger/1","rules":"#;

/// The beginning of each entry; its position comes next, and after that its date.
pub(crate) const ENTRY: &[u8] = br#"{"position":"#;
pub(crate) const DATE: &[u8] = br#","command":{"date":""#;

/// What stands before the hash of the line before.
const BEFORE: &[u8] = br#","before":""#;

/// What stands before and after a line's own hash, at its end.
const HASH: &[u8] = br#","hash":""#;
const CLOSE: &[u8] = br#""}"#;

/// Writes an entry as far as its own hash, without the brace that closes it.
pub(crate) fn write_entry(
    mut to: impl Write,
    position: u64,
    command: &Command,
    events: &[Event],
    before: &Hash,
) -> io::Result<()> {
    to.write_all(ENTRY)?;
    write_json(&mut to, &position)?;
    to.write_all(br#","command":"#)?;
    write_json(&mut to, command)?;
    to.write_all(br#","events":"#)?;
    write_json(&mut to, events)?;
    to.write_all(BEFORE)?;
    to.write_all(&before.to_hex())?;
    to.write_all(b"\"")
}

/// Writes a value in its JSON form.
pub(crate) fn write_json(to: impl Write, value: &(impl Serialize + ?Sized)) -> io::Result<()> {
    serde_json::to_writer(to, value).map_err(io::Error::from)
}

/// Ends a line that has all but its own hash, and gives that.
pub(crate) fn close(line: &mut Vec<u8>) -> Hash {
    let hash = Hash::leaf(&[line]);
    line.extend_from_slice(HASH);
    line.extend_from_slice(&hash.to_hex());
    line.extend_from_slice(CLOSE);
    line.push(b'\n');
    hash
}

/// Parts a line into what is hashed and the hash that it gives, in hexadecimal; none if it does not
/// end so.
pub(crate) fn part(line: &[u8]) -> Option<(&[u8], &[u8; 64])> {
    let (line, hex) = line.strip_suffix(CLOSE)?.split_last_chunk()?;
    Some((line.strip_suffix(HASH)?, hex))
}

/// Whether what is hashed of an entry ends with the hash of the line before.
pub(crate) fn is_bound(line: &[u8], before: &Hash) -> bool {
    let hex = line.strip_suffix(b"\"").and_then(|line| line.split_last_chunk());
    hex.is_some_and(|(line, hex)| line.ends_with(BEFORE) && *hex == before.to_hex())
}

/// A number as JSON writes it, and what stands after it.
pub(crate) fn number(text: &[u8]) -> Option<(u64, &[u8])> {
    let digits = text.iter().take_while(|of| of.is_ascii_digit()).count();
    let (digits, rest) = text.split_at_checked(digits)?;
    if digits.first() == Some(&b'0') && digits.len() > 1 {
        return None;
    }
    Some((core::str::from_utf8(digits).ok()?.parse().ok()?, rest))
}

/// Takes what is written and compares it with what was read.
pub(crate) struct Compare<'a> {
    rest: &'a [u8],
    /// How much is the same.
    same: usize,
}

impl<'a> Compare<'a> {
    /// The place at which bytes are no longer those that are written; none if they are the same.
    pub(crate) fn parts(
        read: &'a [u8],
        write: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> Option<usize> {
        let mut compare = Self { rest: read, same: 0 };
        match write(&mut compare) {
            Ok(()) if compare.rest.is_empty() => None,
            _ => Some(compare.same),
        }
    }
}

impl Write for Compare<'_> {
    fn write(&mut self, written: &[u8]) -> io::Result<usize> {
        if let Some(rest) = self.rest.strip_prefix(written) {
            self.rest = rest;
            self.same = self.same.saturating_add(written.len());
            return Ok(written.len());
        }
        let same = self.rest.iter().zip(written).take_while(|(read, written)| read == written);
        self.same = self.same.saturating_add(same.count());
        Err(io::ErrorKind::InvalidData.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
