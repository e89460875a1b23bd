//! What each request came to, by the reference that its caller gave it.

use alloc::collections::BTreeMap;

use crate::facts::command::Command;
use crate::facts::outcome::{Created, Outcome};
use crate::record::ledger::form;
use crate::record::ledger::hash::Hash;
use crate::words::label::Reference;

/// What the commands with a reference came to. It takes memory by how many there are.
///
/// A request that is sent twice is refused the second time, by its position or because what it does
/// was done already. Whether that was by the request itself is told here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References(BTreeMap<Reference, Recorded>);

/// What a command with a reference came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The position of its entry.
    pub position: u64,
    /// What it gave an id to, if anything.
    pub created: Option<Created>,
    command: Hash,
}

impl Recorded {
    /// Whether it was this very command, and not another one that was given the same reference.
    pub fn is_of(&self, command: &Command) -> bool {
        self.command == digest(command)
    }
}

impl References {
    /// Notes an entry. Of several with one reference the first counts.
    pub fn add(&mut self, command: &Command, outcome: &Outcome) {
        let Some(reference) = &command.reference else { return };
        if !self.0.contains_key(reference) {
            let (position, created) = (outcome.position, outcome.created());
            let recorded = Recorded { position, created, command: digest(command) };
            self.0.insert(reference.clone(), recorded);
        }
    }

    /// What the command with a reference came to.
    pub fn get(&self, reference: &Reference) -> Option<&Recorded> {
        self.0.get(reference)
    }

    /// All of them, by their references.
    pub fn iter(&self) -> impl Iterator<Item = (&Reference, &Recorded)> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The hash of a command's one form.
fn digest(command: &Command) -> Hash {
    let mut bytes = Vec::new();
    // Nothing stands in the way of writing into memory; of what could not be written nothing is.
    let _ = form::write_json(&mut bytes, command);
    Hash::leaf(&[&bytes])
}
