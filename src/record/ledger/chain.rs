//! Reading a ledger line by line: each whole, hashed right, bound to the one before, in its place.

use std::io::BufRead;

use crate::facts::command::Command;
use crate::facts::outcome::Outcome;
use crate::record::ledger::fault::{LedgerError, LedgerFault};
use crate::record::ledger::form::{self, Compare, EntryForm};
use crate::record::ledger::hash::Hash;
use crate::record::ledger::head::Head;
use crate::record::ledger::header::Header;
use crate::record::ledger::lines::Lines;
use crate::words::date::Date;

/// 台账条目: one accepted command with its outcome, as a ledger has it.
#[doc(alias = "台账条目")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its outcome, with the position of the entry.
    pub outcome: Outcome,
    /// The hash of the line.
    pub hash: Hash,
}

/// The lines as far as they were read, and the head of that much of the ledger.
#[derive(Debug)]
pub(crate) struct Chain<R> {
    lines: Lines<R>,
    head: Head,
    /// How much of the line last read is hashed: all before its own hash.
    hashed: usize,
}

impl<R: BufRead> Chain<R> {
    /// Reads the header, and the state from which the ledger starts.
    pub(crate) fn open(from: R) -> Result<(Self, Header), LedgerError> {
        let mut lines = Lines::after(from, 0, 0);
        if !lines.advance()? {
            return Err(lines.wrong(LedgerFault::Empty));
        }
        if !lines.bytes().starts_with(form::HEADER) {
            return Err(lines.wrong(LedgerFault::Form));
        }
        let (hash, hashed) = own_hash(&lines)?;
        open_brace(&mut lines, hashed);
        let header = Header::read(&lines)?;
        let head = Head::before(header.origin.clone(), header.alliance.position());
        let mut chain = Self { lines, head, hashed };
        chain.head.add(hash, chain.lines.length());
        Ok((chain, header))
    }

    /// Goes on after what a head has.
    pub(crate) fn after(from: R, head: Head) -> Self {
        Self { lines: Lines::after(from, head.size(), head.length()), head, hashed: 0 }
    }

    /// Goes on to the next line. False at the end.
    pub(crate) fn advance(&mut self) -> Result<bool, LedgerError> {
        if !self.lines.advance()? {
            return Ok(false);
        }
        let (hash, hashed) = own_hash(&self.lines)?;
        let line = self.lines.bytes().get(..hashed).unwrap_or_default();
        let expected = self.head.position().saturating_add(1);
        let position = line.strip_prefix(form::ENTRY).and_then(form::number);
        if position.is_none_or(|(position, _)| position != expected) {
            return Err(self.lines.wrong(LedgerFault::Position { expected }));
        }
        if !form::is_bound(line, &self.head.hash()) {
            return Err(self.lines.wrong(LedgerFault::Unbound));
        }
        self.head.position = expected;
        self.head.add(hash, self.lines.length());
        self.hashed = hashed;
        Ok(true)
    }

    /// The entry that the line last read is.
    pub(crate) fn entry(&mut self) -> Result<Entry, LedgerError> {
        open_brace(&mut self.lines, self.hashed);
        let EntryForm { position, command, events, before } = self.lines.parse()?;
        let parts = Compare::parts(self.lines.bytes(), |to| {
            form::write_entry(&mut *to, position, &command, &events, &before)?;
            std::io::Write::write_all(to, b"}")
        });
        if let Some(place) = parts {
            return Err(self.lines.wrong_at(place, LedgerFault::NotCanonical));
        }
        let outcome = Outcome { position, date: command.date, events };
        Ok(Entry { command, outcome, hash: self.head.hash() })
    }

    /// The date of the line last read, if it says one where each entry does.
    pub(crate) fn date(&self) -> Option<Date> {
        let (_, rest) = form::number(self.lines.bytes().strip_prefix(form::ENTRY)?)?;
        let date = rest.strip_prefix(form::DATE)?.first_chunk::<10>()?;
        core::str::from_utf8(date).ok()?.parse().ok()
    }

    /// The head of what was read so far.
    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    pub(crate) fn into_head(self) -> Head {
        self.head
    }

    /// Something wrong with the line last read.
    #[cold]
    pub(crate) fn wrong(&self, fault: LedgerFault) -> LedgerError {
        self.lines.wrong(fault)
    }
}

/// The hash of a line, which it must give itself, and how much of it is hashed.
fn own_hash(lines: &Lines<impl BufRead>) -> Result<(Hash, usize), LedgerError> {
    let Some((line, hex)) = form::part(lines.bytes()) else {
        return Err(lines.wrong(LedgerFault::NoHash));
    };
    let computed = Hash::leaf(&[line]);
    if computed.to_hex() == *hex {
        return Ok((computed, line.len()));
    }
    let fault = match Hash::from_hex(hex) {
        Ok(found) => LedgerFault::Hash { found, computed },
        Err(_) => LedgerFault::NoHash,
    };
    Err(lines.wrong(fault))
}

/// Leaves of a line what is hashed, as a whole value.
fn open_brace(lines: &mut Lines<impl BufRead>, hashed: usize) {
    let line = lines.bytes_mut();
    line.truncate(hashed);
    line.push(b'}');
}

/// 台账: reads a ledger entry by entry.
///
/// Each line is found to be whole, hashed right, bound to the line before, at the next position, and
/// in the one form that it has. After an error there are no more entries.
///
/// ```no_run
/// use std::{fs::File, io::BufReader};
/// use paidan::{Month, Statement, StatementFold, ledger::Reader};
/// let (header, entries) = Reader::open(BufReader::new(File::open("cixi.jsonl")?))?;
/// let month: Month = "2025-03".parse()?;
/// let mut fold = StatementFold::new(month, header.alliance.policy());
/// for entry in entries {
///     let entry = entry?;
///     fold.add(&entry.command, &entry.outcome);
/// }
/// println!("{}", fold.finish().ok_or("the month was not opened")?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "台账")]
#[derive(Debug)]
pub struct Reader<R> {
    chain: Chain<R>,
    is_over: bool,
}

impl<R: BufRead> Reader<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// [`LedgerError`] when there is none, or none that this crate reads.
    pub fn open(from: R) -> Result<(Header, Self), LedgerError> {
        let (chain, header) = Chain::open(from)?;
        Ok((header, Self { chain, is_over: false }))
    }

    /// Goes on after the lines that a head has: `from` gives the bytes after
    /// [`Head::length`](super::Head::length).
    pub fn after(from: R, head: Head) -> Self {
        Self { chain: Chain::after(from, head), is_over: false }
    }

    /// The head of what was read so far.
    pub fn head(&self) -> &Head {
        self.chain.head()
    }

    fn read(&mut self) -> Result<Option<Entry>, LedgerError> {
        if self.chain.advance()? { self.chain.entry().map(Some) } else { Ok(None) }
    }
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<Entry, LedgerError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let entry = self.read();
        self.is_over = !matches!(entry, Ok(Some(_)));
        entry.transpose()
    }
}
