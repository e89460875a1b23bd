//! The lines of a ledger: each one whole, with its place, and never more of it than a line may have.

use std::io::{BufRead, Read};

use serde::de::DeserializeOwned;

use crate::record::ledger::fault::{LedgerError, LedgerFault};

/// How long a line may be, in bytes and with its end: 256 MiB. No longer one is sealed, and a reader holds one line
/// at a time, so that a hostile file takes no more memory than this a few times over.
pub const LINE_MOST: u64 = 1 << 28;

/// What a line may take and the room for it stay; what a longer one took is given back.
const KEPT: usize = 1 << 20;

/// Reads line after line.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    from: R,
    /// The bytes of the line last read, without its end.
    bytes: Vec<u8>,
    /// The number of that line, from 1.
    number: u64,
    /// Where it begins, and where the next one does.
    begins: u64,
    ends: u64,
}

impl<R: BufRead> Lines<R> {
    /// Goes on after so many lines and bytes.
    pub(crate) fn after(from: R, lines: u64, bytes: u64) -> Self {
        Self { from, bytes: Vec::new(), number: lines, begins: bytes, ends: bytes }
    }

    /// Goes on to the next line. False at the end.
    pub(crate) fn advance(&mut self) -> Result<bool, LedgerError> {
        self.bytes.clear();
        self.bytes.shrink_to(KEPT);
        self.begins = self.ends;
        self.number = self.number.saturating_add(1);
        let mut from = Read::take(&mut self.from, LINE_MOST);
        let read = from.read_until(b'\n', &mut self.bytes);
        let read = read.map_err(|error| self.wrong(error.into()))?;
        if read == 0 {
            return Ok(false);
        }
        self.ends = self.ends.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        match self.bytes.pop_if(|last| *last == b'\n') {
            Some(_) => Ok(true),
            None if self.length() >= LINE_MOST => Err(self.wrong(LedgerFault::LineTooLong)),
            None => Err(self.wrong(LedgerFault::Torn)),
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn bytes_mut(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    /// How many bytes the line has, with its end.
    pub(crate) fn length(&self) -> u64 {
        self.ends.saturating_sub(self.begins)
    }

    /// Reads the line as a value.
    pub(crate) fn parse<T: DeserializeOwned>(&self) -> Result<T, LedgerError> {
        serde_json::from_slice(&self.bytes).map_err(|error| {
            let place = error.column().saturating_sub(1);
            // Of the place it was told, only the column is right: it knows of no other line.
            let message = error.to_string();
            let message =
                message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message);
            self.wrong_at(place, LedgerFault::Unread(message.into()))
        })
    }

    /// Something wrong with the line.
    #[cold]
    pub(crate) fn wrong(&self, fault: LedgerFault) -> LedgerError {
        self.wrong_at(0, fault)
    }

    /// Something wrong at a place in the line, in bytes from 0.
    #[cold]
    pub(crate) fn wrong_at(&self, place: usize, fault: LedgerFault) -> LedgerError {
        let place = u64::try_from(place).unwrap_or(u64::MAX);
        LedgerError { line: self.number, byte: self.begins.saturating_add(place), fault }
    }
}
