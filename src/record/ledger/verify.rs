//! Whether a ledger is whole, and the one that was published: by its hashes alone.

use std::io::BufRead;

use crate::record::ledger::chain::Chain;
use crate::record::ledger::checkpoint::Checkpoint;
use crate::record::ledger::fault::{LedgerError, LedgerFault, Parting};
use crate::record::ledger::head::Head;
use crate::record::ledger::tree::Tree;
use crate::words::date::{Date, Month};

/// 核验: reads a ledger and finds each of its lines hashed right and bound to the one before. What
/// the lines say is not looked at, but for their positions; the header is read whole.
///
/// Somebody who may write the whole file can hash it anew, and can leave out the end of it: only
/// something that was kept elsewhere shows that ([`verify_against`]).
///
/// # Errors
/// [`LedgerError`], with the place.
#[doc(alias = "核验")]
pub fn verify(from: impl BufRead) -> Result<Head, LedgerError> {
    verify_against(from, &[])
}

/// The same, and the ledger is found to go on from each of these checkpoints, in any order. With one
/// checkpoint a month, the month in which it parted is told ([`LedgerFault::Rewritten`]).
///
/// # Errors
/// [`LedgerError`], with the place. Where hash and chain are right but a checkpoint does not fit, the
/// place is that of the line to which the checkpoint goes.
pub fn verify_against(from: impl BufRead, checkpoints: &[Checkpoint]) -> Result<Head, LedgerError> {
    let (chain, _) = Chain::open(from)?;
    let mut checkpoints: Vec<&Checkpoint> = checkpoints.iter().collect();
    checkpoints.sort_by_key(|of| of.size);
    let mut published = Published { chain, rest: checkpoints.into_iter(), same: 0, months: None };
    published.run()?;
    Ok(published.chain.into_head())
}

/// The same beside an earlier copy of the ledger that is known to be good: the ledger must go on
/// from it. The first line that is another one is named, with its month ([`LedgerFault::Parted`]).
///
/// # Errors
/// [`LedgerError`], with the place; [`LedgerFault::Copy`] when the copy itself is not in order.
pub fn verify_against_copy(from: impl BufRead, copy: impl BufRead) -> Result<Head, LedgerError> {
    let (mut chain, _) = Chain::open(from)?;
    let of_copy = |error, chain: &Chain<_>| chain.wrong(LedgerFault::Copy(Box::new(error)));
    let mut copy = Chain::open(copy).map_err(|error| of_copy(error, &chain))?.0;
    if copy.head() != chain.head() {
        return Err(chain.wrong(LedgerFault::Parted { month: None }));
    }
    while copy.advance().map_err(|error| of_copy(error, &chain))? {
        if !chain.advance()? {
            let (size, checkpoint) = (chain.head().size(), copy.head().checkpoint());
            return Err(chain.wrong(LedgerFault::Shortened { size, checkpoint }));
        }
        if copy.head().hash() != chain.head().hash() {
            let month = copy.date().map(Date::month);
            return Err(chain.wrong(LedgerFault::Parted { month }));
        }
    }
    while chain.advance()? {}
    Ok(chain.into_head())
}

/// A ledger beside its checkpoints.
struct Published<'a, R> {
    chain: Chain<R>,
    rest: alloc::vec::IntoIter<&'a Checkpoint>,
    /// The size of the last checkpoint that fits.
    same: u64,
    /// The months of the entries after it.
    months: Option<(Month, Month)>,
}

impl<R: BufRead> Published<'_, R> {
    fn run(&mut self) -> Result<(), LedgerError> {
        self.is_of_this_ledger()?;
        self.compare()?;
        while self.chain.advance()? {
            if self.is_awaited() {
                self.note_month();
                self.compare()?;
            }
        }
        match self.rest.next() {
            None => Ok(()),
            Some(checkpoint) => {
                let (size, checkpoint) = (self.chain.head().size(), checkpoint.clone());
                Err(self.chain.wrong(LedgerFault::Shortened { size, checkpoint }))
            }
        }
    }

    fn is_of_this_ledger(&self) -> Result<(), LedgerError> {
        let origin = self.chain.head().origin();
        let Some(other) = self.rest.as_slice().iter().find(|of| of.origin != *origin) else {
            return Ok(());
        };
        let (found, expected) = (origin.clone(), other.origin.clone());
        Err(self.chain.wrong(LedgerFault::Origin { found, expected }))
    }

    /// Whether a checkpoint is still to come.
    fn is_awaited(&self) -> bool {
        !self.rest.as_slice().is_empty()
    }

    fn note_month(&mut self) {
        if let Some(month) = self.chain.date().map(Date::month) {
            let first = self.months.map_or(month, |(first, _)| first);
            self.months = Some((first, month));
        }
    }

    /// Compares with the checkpoints of the size reached.
    fn compare(&mut self) -> Result<(), LedgerError> {
        let size = self.chain.head().size();
        while let Some(checkpoint) = self.rest.as_slice().first().filter(|of| of.size <= size) {
            // One of no line at all comes first, and says nothing of a ledger.
            let tree =
                if checkpoint.size == size { self.chain.head().tree() } else { &Tree::new() };
            if checkpoint.root != tree.root() {
                let (same, checkpoint) = (self.same, (*checkpoint).clone());
                let parting = Parting { same, checkpoint, months: self.months };
                return Err(self.chain.wrong(LedgerFault::Rewritten(Box::new(parting))));
            }
            self.same = checkpoint.size;
            self.months = None;
            self.rest.next();
        }
        Ok(())
    }
}
