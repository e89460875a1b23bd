//! All nodes of a tree in memory.

use crate::record::ledger::hash::Hash;
use crate::record::ledger::proof::fault::ProveError;
use crate::record::ledger::proof::verify::{ConsistencyProof, InclusionProof};
use crate::record::ledger::tree::{NodeId, Tree};

/// All nodes of a growing tree in memory, two for each leaf: what proofs are made from.
///
/// A node is never changed: only perfect subtrees have one. So proofs can be made for every size
/// that the tree ever had. A service that stores the nodes elsewhere uses
/// [`InclusionProof::prove`] and [`ConsistencyProof::prove`] instead.
#[derive(Clone, Debug, Default)]
pub struct Nodes {
    /// The nodes of each level, the leaves first.
    levels: Vec<Vec<Hash>>,
}

/// A node that is not there (yet).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no node {} at level {} of the tree", .0.index, .0.level)]
pub struct MissingNode(
    /// The node.
    pub NodeId,
);

impl Nodes {
    /// Of a tree without leaves.
    pub const fn new() -> Self {
        Self { levels: Vec::new() }
    }

    /// Adds a leaf, by its hash.
    pub fn push(&mut self, leaf: Hash) {
        let mut node = leaf;
        for level in 0.. {
            if level == self.levels.len() {
                self.levels.push(Vec::new());
            }
            let Some(nodes) = self.levels.get_mut(level) else { break };
            let left = nodes.last().copied().filter(|_| nodes.len() % 2 == 1);
            nodes.push(node);
            let Some(left) = left else { break };
            node = Hash::node(&left, &node);
        }
    }

    /// How many leaves there are.
    pub fn size(&self) -> u64 {
        let leaves = self.levels.first().map_or(0, Vec::len);
        u64::try_from(leaves).unwrap_or(u64::MAX)
    }

    /// A node.
    ///
    /// # Errors
    /// [`MissingNode`] when its subtree is not full.
    pub fn node(&self, id: NodeId) -> Result<Hash, MissingNode> {
        let (level, index) = (usize::try_from(id.level), usize::try_from(id.index));
        let level = level.ok().and_then(|level| self.levels.get(level));
        let node = level.zip(index.ok()).and_then(|(nodes, index)| nodes.get(index));
        node.copied().ok_or(MissingNode(id))
    }

    /// The tree as it was when it had so many leaves.
    ///
    /// # Errors
    /// [`MissingNode`] when it never had as many.
    pub fn tree(&self, size: u64) -> Result<Tree, MissingNode> {
        self.has(size)?;
        Tree::at(size, |id| self.node(id))
    }

    /// The proof that a leaf is in the tree as it was when it had `size` leaves.
    ///
    /// # Errors
    /// [`ProveError`] unless `index` is below `size`, and the tree has as many leaves.
    pub fn inclusion(
        &self,
        index: u64,
        size: u64,
    ) -> Result<InclusionProof, ProveError<MissingNode>> {
        self.has(size)?;
        InclusionProof::prove(index, size, |id| self.node(id))
    }

    /// The proof that the tree as it was with `new` leaves begins with the tree of `old` leaves.
    ///
    /// # Errors
    /// [`ProveError`] where `old` is 0 or more than `new`, or the tree has not as many leaves.
    pub fn consistency(
        &self,
        old: u64,
        new: u64,
    ) -> Result<ConsistencyProof, ProveError<MissingNode>> {
        self.has(new)?;
        ConsistencyProof::prove(old, new, |id| self.node(id))
    }

    /// Whether there are so many leaves. Not every proof asks for the last one.
    fn has(&self, size: u64) -> Result<(), MissingNode> {
        let Some(index) = size.checked_sub(1) else { return Ok(()) };
        self.node(NodeId { level: 0, index }).map(drop)
    }
}

impl Extend<Hash> for Nodes {
    fn extend<T: IntoIterator<Item = Hash>>(&mut self, leaves: T) {
        for leaf in leaves {
            self.push(leaf);
        }
    }
}

impl FromIterator<Hash> for Nodes {
    fn from_iter<T: IntoIterator<Item = Hash>>(leaves: T) -> Self {
        let mut nodes = Self::new();
        nodes.extend(leaves);
        nodes
    }
}
