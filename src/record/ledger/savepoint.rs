//! The state of a city at a place of its ledger, so that a start need not read all of it.

use crate::alliance::Alliance;
use crate::alliance::broken::Broken;
use crate::alliance::snapshot::Snapshot;
use crate::record::ledger::checkpoint::Origin;
use crate::record::ledger::fault::SealError;
use crate::record::ledger::form::{self, Compare};
use crate::record::ledger::hash::Hash;
use crate::record::ledger::head::Head;
use crate::record::ledger::header::RULES;
use crate::record::ledger::tree::{Tree, TreeError};
use crate::words::form::form;

use std::sync::Arc;

/// 存档点: the state of a city and the head of its ledger at one and the same position.
///
/// [`recover_after`](super::recover_after()) goes on from it with the entries after it, which gives what
/// reading the whole ledger gives. It saves time and proves nothing: that the state is the one the
/// entries led to, only reading them tells.
#[doc(alias = "存档点")]
#[derive(Clone, Debug, PartialEq)]
pub struct Savepoint {
    pub(crate) head: Head,
    pub(crate) alliance: Alliance,
}

/// Why bytes are no savepoint, or a state and a head none together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SavepointError {
    /// The state and the head are of two positions.
    #[error("the state is of position {state}, but the head of the ledger is at {head}")]
    Position {
        /// That of the state.
        state: u64,
        /// That of the head.
        head: u64,
    },
    /// It does not end with its own hash, or not with that of its bytes: it is cut off or damaged.
    #[error("it does not end with the hash of its bytes")]
    Hash,
    /// It cannot be read.
    #[error("it cannot be read: {0}")]
    Unread(String),
    /// It is of another version of the rules.
    #[error("it is of version {found} of the rules, but this is version {RULES}")]
    Rules {
        /// The version it says.
        found: u32,
    },
    /// It is not written in the one form that it has.
    #[error("from byte {0} on it is not written in its one form")]
    NotCanonical(usize),
    /// Its tree is none, or has more lines than there are positions.
    #[error("its tree cannot be that of a ledger")]
    Tree,
    /// Its state does not hold together.
    #[error("its state does not hold together: {0}")]
    Snapshot(Broken),
}

/// What a savepoint has before its own hash.
pub(crate) struct SavepointForm {
    pub(crate) rules: u32,
    pub(crate) origin: Origin,
    pub(crate) size: u64,
    pub(crate) length: u64,
    pub(crate) last: Hash,
    pub(crate) roots: Vec<Hash>,
    pub(crate) snapshot: Snapshot,
}

form! {
    struct SavepointForm document "paidan.savepoint/1" {
        rules, origin, size, length, last, roots, snapshot,
    }
}

impl Savepoint {
    /// Of a state, and of the head that has all of its entries and no more.
    ///
    /// # Errors
    /// [`SavepointError::Position`] when they are of two positions.
    pub fn new(head: Head, alliance: Alliance) -> Result<Self, SavepointError> {
        let (state, position) = (alliance.position(), head.position());
        if state != position {
            return Err(SavepointError::Position { state, head: position });
        }
        Ok(Self { head, alliance })
    }

    /// The head.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The state.
    pub fn alliance(&self) -> &Alliance {
        &self.alliance
    }

    /// The bytes to store: one line, closed by its own hash as the lines of a ledger are.
    ///
    /// # Errors
    /// [`SealError::Form`] when the form cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, SealError> {
        let mut line = Vec::new();
        form::write_json(&mut line, &self.form())
            .map_err(|error| SealError::Form(error.to_string()))?;
        line.pop();
        form::close(&mut line);
        Ok(line)
    }

    fn form(&self) -> SavepointForm {
        let Self { head, alliance } = self;
        SavepointForm {
            rules: RULES,
            origin: (*head.origin).clone(),
            size: head.size(),
            length: head.length,
            last: head.last,
            roots: head.tree.roots().to_vec(),
            snapshot: alliance.snapshot(),
        }
    }

    /// Reads what [`to_bytes`](Self::to_bytes) gave.
    ///
    /// # Errors
    /// [`SavepointError`] when that is not what the bytes are.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SavepointError> {
        let line = bytes.strip_suffix(b"\n").ok_or(SavepointError::Hash)?;
        let (hashed, hex) = form::part(line).ok_or(SavepointError::Hash)?;
        if Hash::leaf(&[hashed]).to_hex() != *hex {
            return Err(SavepointError::Hash);
        }
        let line = [hashed, b"}"].concat();
        let unread = |error: serde_json::Error| SavepointError::Unread(error.to_string());
        let read: SavepointForm = serde_json::from_slice(&line).map_err(unread)?;
        if read.rules != RULES {
            return Err(SavepointError::Rules { found: read.rules });
        }
        let tree = Tree::from_roots(read.size, &read.roots)
            .map_err(|_: TreeError| SavepointError::Tree)?;
        let alliance = Alliance::try_from(read.snapshot).map_err(SavepointError::Snapshot)?;
        let position = alliance.position();
        if tree.size() == 0 || tree.size() > position.saturating_add(1) {
            return Err(SavepointError::Tree);
        }
        let (origin, last, length) = (Arc::new(read.origin), read.last, read.length);
        let savepoint = Self { head: Head { origin, tree, position, last, length }, alliance };
        let parts = Compare::parts(&line, |to| form::write_json(to, &savepoint.form()));
        parts.map_or(Ok(savepoint), |place| Err(SavepointError::NotCanonical(place)))
    }
}
