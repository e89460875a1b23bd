//! The state of a city from its ledger.

use std::io::BufRead;

use crate::alliance::Alliance;
use crate::record::ledger::chain::Chain;
use crate::record::ledger::fault::{LedgerError, LedgerFault};
use crate::record::ledger::head::Head;
use crate::record::ledger::references::References;
use crate::record::ledger::savepoint::Savepoint;

/// What a ledger comes to.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The state after the last entry.
    pub alliance: Alliance,
    /// The head to go on from. Its [`length`](Head::length) is that of the good lines.
    pub head: Head,
    /// Whether bytes stand after the last good line that are none: a machine stopped while it wrote.
    /// They were acknowledged to nobody; cut them off before anything is added.
    pub is_torn: bool,
    /// What the commands with a reference came to.
    pub references: References,
}

/// 恢复: reads a ledger and gives the state it comes to, to go on from there.
///
/// The outcomes are carried out as they are written (see [`Alliance::apply`]) and not decided again:
/// that is what [`audit`](super::audit()) does. Memory is taken for the state, for one line, and for
/// each command with a reference. An end that is torn is cut off; anything else that is wrong is an
/// error.
///
/// # Errors
/// [`LedgerError`], with the place.
#[doc(alias = "恢复")]
pub fn recover(from: impl BufRead) -> Result<Recovered, LedgerError> {
    let (chain, header) = Chain::open(from)?;
    Replay::new(chain, header.alliance).run()
}

/// The same from a [`Savepoint`] on: `from` gives what comes after the bytes of its head
/// ([`Head::length`]). References are those of the entries read.
///
/// # Errors
/// [`LedgerError`], with the place. A savepoint of another ledger is found by the first entry after
/// it, which is not bound to it.
pub fn recover_after(savepoint: Savepoint, from: impl BufRead) -> Result<Recovered, LedgerError> {
    let Savepoint { head, alliance } = savepoint;
    Replay::new(Chain::after(from, head), alliance).run()
}

/// 重放: reads a ledger and gives the state it comes to; a torn end is an error, too.
///
/// # Errors
/// [`LedgerError`], with the place.
#[doc(alias = "重放")]
pub fn replay(from: impl BufRead) -> Result<Recovered, LedgerError> {
    let (chain, header) = Chain::open(from)?;
    let mut replay = Replay::new(chain, header.alliance);
    replay.read()?;
    Ok(replay.end(false))
}

struct Replay<R> {
    chain: Chain<R>,
    alliance: Alliance,
    references: References,
}

impl<R: BufRead> Replay<R> {
    fn new(chain: Chain<R>, alliance: Alliance) -> Self {
        Self { chain, alliance, references: References::default() }
    }

    fn run(mut self) -> Result<Recovered, LedgerError> {
        match self.read() {
            Ok(()) => Ok(self.end(false)),
            Err(LedgerError { fault: LedgerFault::Torn, .. }) => Ok(self.end(true)),
            Err(error) => Err(error),
        }
    }

    fn read(&mut self) -> Result<(), LedgerError> {
        while self.chain.advance()? {
            let entry = self.chain.entry()?;
            let applied = self.alliance.apply(&entry.command, &entry.outcome);
            applied.map_err(|mismatch| self.chain.wrong(LedgerFault::Outcome(mismatch)))?;
            self.references.add(&entry.command, &entry.outcome);
        }
        Ok(())
    }

    fn end(self, is_torn: bool) -> Recovered {
        let Self { chain, alliance, references } = self;
        Recovered { alliance, head: chain.into_head(), is_torn, references }
    }
}
