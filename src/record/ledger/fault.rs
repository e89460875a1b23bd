//! What can be wrong with a ledger, and where.

use std::io;

use crate::alliance::broken::Broken;
use crate::doors::replay::Mismatch;
use crate::facts::command::Command;
use crate::facts::event::Event;
use crate::facts::outcome::Outcome;
use crate::facts::refusal::Refusal;
use crate::record::ledger::checkpoint::{Checkpoint, Origin};
use crate::record::ledger::hash::Hash;
use crate::words::date::Month;

/// What is wrong with a ledger, and where: the first thing that is found by whoever reads it from
/// its beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerError {
    /// The number of the line, from 1: the header is line 1.
    pub line: u64,
    /// The place in the file, counted in bytes from 0.
    pub byte: u64,
    /// What is wrong there.
    pub fault: LedgerFault,
}

/// What is wrong at a place of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LedgerFault {
    /// It cannot be read any further.
    Unreadable {
        /// What the system calls it.
        kind: io::ErrorKind,
        /// What the system says of it.
        message: String,
    },
    /// There is nothing, not even a header.
    Empty,
    /// The end is torn: what stands after the last end of a line is no line. So a machine leaves it
    /// that stops while it writes; [`recover`](super::recover::recover) goes on from the line
    /// before.
    Torn,
    /// A line is longer than [`LINE_MOST`](super::lines::LINE_MOST).
    LineTooLong,
    /// The first line does not say that a ledger of this form begins here.
    Form,
    /// It is of another version of the rules.
    Rules {
        /// The version it says.
        found: u32,
        /// The version of this crate, [`RULES`](super::header::RULES).
        known: u32,
    },
    /// A line does not end with its own hash, as every line does.
    NoHash,
    /// The bytes of a line are not those of which it gives the hash.
    Hash {
        /// The hash that the line gives.
        found: Hash,
        /// The hash of its bytes.
        computed: Hash,
    },
    /// A line is not bound to the line before.
    Unbound,
    /// A line has another position than the one that comes next.
    Position {
        /// The position that comes next.
        expected: u64,
    },
    /// A line cannot be read as what it must be.
    Unread(String),
    /// A line says the right thing in other bytes than those of its one form.
    NotCanonical,
    /// The snapshot from which the ledger starts does not hold together.
    Snapshot(Broken),
    /// An outcome cannot be that of its command on the state before.
    Outcome(Mismatch),
    /// Decided again, a command comes to something else.
    Decision(Box<Difference>),
    /// A checkpoint is of another ledger.
    Origin {
        /// Whose ledger this is.
        found: Origin,
        /// Of whose ledger the checkpoint is.
        expected: Origin,
    },
    /// The ledger is shorter than a checkpoint of it.
    Shortened {
        /// How many lines there are.
        size: u64,
        /// The checkpoint.
        checkpoint: Checkpoint,
    },
    /// The ledger is not the one of which a checkpoint was made.
    Rewritten(Box<Parting>),
    /// The copy beside which the ledger is held is itself no good ledger.
    Copy(Box<LedgerError>),
    /// The ledger parts here from a copy of it.
    Parted {
        /// The month of the line in the copy; none if the copy has no such line or it is the header.
        month: Option<Month>,
    },
}

/// Where a ledger parted from the one that a checkpoint was made of: somewhere after the lines of
/// the last checkpoint that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parting {
    /// How many lines are those of the original: the size of the last checkpoint that fits, or 0.
    pub same: u64,
    /// The first checkpoint that does not fit.
    pub checkpoint: Checkpoint,
    /// The months of the entries between the two, from the first to the last; none if the
    /// checkpoint is of the header alone.
    pub months: Option<(Month, Month)>,
}

/// An entry whose outcome is not what the rules give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The command.
    pub command: Command,
    /// The outcome in the ledger.
    pub found: Outcome,
    /// What the command comes to.
    pub decided: Result<Outcome, Refusal>,
}

impl Difference {
    /// How many conclusions agree before one does not, and what each of the two has from there on.
    pub(crate) fn where_they_part(&self) -> (usize, &[Event], &[Event]) {
        let found = self.found.events.as_slice();
        let decided = self.decided.as_ref().map_or(&[][..], |outcome| &outcome.events);
        let same = found.iter().zip(decided).take_while(|(one, other)| one == other).count();
        let [found, decided] = [found, decided].map(|of| of.get(same..).unwrap_or_default());
        (same, found, decided)
    }
}

impl From<io::Error> for LedgerFault {
    fn from(error: io::Error) -> Self {
        Self::Unreadable { kind: error.kind(), message: error.to_string() }
    }
}

/// Why an entry cannot be sealed; the head is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// The outcome is of another position than the one that comes next.
    #[error("the outcome is of position {found}, but the next of the ledger is {expected}")]
    Position {
        /// The position that comes next.
        expected: u64,
        /// The position of the outcome.
        found: u64,
    },
    /// The outcome is of another date than the command.
    #[error("the outcome is of another date than the command")]
    Date,
    /// The line would be longer than any reader takes.
    #[error("the line would have {bytes} bytes, and no reader takes so many")]
    TooLong {
        /// How long it would be.
        bytes: u64,
    },
    /// The form could not be written.
    #[error("the form cannot be written: {0}")]
    Form(String),
}
