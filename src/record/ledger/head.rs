//! The head of a ledger: what must be known of it to go on writing.

use std::sync::Arc;

use crate::alliance::Alliance;
use crate::facts::command::Command;
use crate::facts::outcome::Outcome;
use crate::record::ledger::checkpoint::{Checkpoint, Origin};
use crate::record::ledger::fault::SealError;
use crate::record::ledger::form::{self, Algorithm, HeaderForm};
use crate::record::ledger::hash::Hash;
use crate::record::ledger::header::{RULES, VERSION};
use crate::record::ledger::lines::LINE_MOST;
use crate::record::ledger::tree::Tree;

/// 台账末端: the head of a ledger, all that must be known of it to add the next entry.
///
/// It takes a few hundred bytes however long the ledger is. It never owns the state of the city, and
/// it changes nothing: [`begin`](Self::begin) and [`seal`](Self::seal) give the bytes to store and
/// the head to go on with once they are safe. See the [module](super) for the order of things.
#[doc(alias = "台账末端")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub(crate) origin: Arc<Origin>,
    pub(crate) tree: Tree,
    pub(crate) position: u64,
    pub(crate) last: Hash,
    pub(crate) length: u64,
}

/// A line that is ready to be stored, and the head once it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "the line is to be stored, and the head to be adopted"]
pub struct Sealed {
    /// The bytes of the line, with the newline at its end. They are stored as they are.
    pub line: Vec<u8>,
    /// The head of the ledger that has this line.
    pub head: Head,
}

impl Head {
    /// Begins a ledger: its header, with the state from which it starts.
    ///
    /// # Errors
    /// [`SealError::TooLong`] when the state takes more than a line may
    /// ([`LINE_MOST`](super::LINE_MOST)).
    ///
    /// ```
    /// use paidan::{Alliance, Policy, ledger::Head};
    /// let city = Alliance::new(Policy::cixi_2021());
    /// let first = Head::begin("dispatch.cixi.example/ledger".parse()?, &city)?;
    /// assert!(first.line.starts_with(br#"{"form":"paidan.ledger/1","rules":3,"#));
    /// assert_eq!((first.head.size(), first.head.position()), (1, 0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn begin(origin: Origin, alliance: &Alliance) -> Result<Sealed, SealError> {
        let header = HeaderForm {
            rules: RULES,
            version: VERSION.parse().map_err(|error| SealError::Form(format!("{error}")))?,
            origin,
            algorithm: Algorithm::Sha256,
            snapshot: alliance.snapshot(),
        };
        let mut line = Vec::new();
        form::write_json(&mut line, &header).map_err(|error| SealError::Form(error.to_string()))?;
        line.pop();
        let mut head = Self::before(header.origin, alliance.position());
        head.close(&mut line)?;
        Ok(Sealed { line, head })
    }

    /// Seals an entry: an accepted command with its outcome. Nothing changes.
    ///
    /// # Errors
    /// [`SealError`] when the outcome is not that of the command at the next position, or when the
    /// line would be too long.
    pub fn seal(&self, command: &Command, outcome: &Outcome) -> Result<Sealed, SealError> {
        let expected = self.position.saturating_add(1);
        if outcome.position != expected {
            return Err(SealError::Position { expected, found: outcome.position });
        }
        if outcome.date != command.date {
            return Err(SealError::Date);
        }
        let mut line = Vec::with_capacity(1024);
        form::write_entry(&mut line, expected, command, &outcome.events, &self.last)
            .map_err(|error| SealError::Form(error.to_string()))?;
        let mut head = self.clone();
        head.position = expected;
        head.close(&mut line)?;
        Ok(Sealed { line, head })
    }

    /// Before the header of a ledger that starts from a state at this position.
    pub(crate) fn before(origin: Origin, position: u64) -> Self {
        let (origin, tree) = (Arc::new(origin), Tree::default());
        let last = tree.root();
        Self { origin, tree, position, last, length: 0 }
    }

    /// Ends a line and goes on past it.
    fn close(&mut self, line: &mut Vec<u8>) -> Result<(), SealError> {
        let hash = form::close(line);
        let bytes = u64::try_from(line.len()).unwrap_or(u64::MAX);
        if bytes > LINE_MOST {
            return Err(SealError::TooLong { bytes });
        }
        self.add(hash, bytes);
        Ok(())
    }

    /// Goes on past a line with this hash and so many bytes, its end with them.
    pub(crate) fn add(&mut self, hash: Hash, bytes: u64) {
        // A ledger has no more lines than positions, and those end long before its tree is full.
        let _ = self.tree.push(hash);
        self.last = hash;
        self.length = self.length.saturating_add(bytes);
    }

    /// Whose ledger it is.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// How many lines there are, the header with them: the size of the tree.
    pub fn size(&self) -> u64 {
        self.tree.size()
    }

    /// The position of the last entry; before the first that of the snapshot in the header.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// The hash of the last line, to which the next one is bound.
    pub fn hash(&self) -> Hash {
        self.last
    }

    /// How many bytes the lines take, ends of lines with them.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The tree of all lines.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// What to publish: the size and the root of the tree.
    pub fn checkpoint(&self) -> Checkpoint {
        Checkpoint::new((*self.origin).clone(), &self.tree)
    }
}
