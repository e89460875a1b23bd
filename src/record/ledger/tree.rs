//! The head of a Merkle tree: what is needed of all leaves so far to know the root, and to go on.

use core::ops::Range;

use crate::record::ledger::hash::Hash;

/// 默克尔树: a Merkle tree of RFC 9162 without its leaves: at most 64 hashes, whatever its size.
///
/// The leaves of any tree fall into perfect subtrees of falling size, one for each bit of their
/// number. Their roots are all that is kept.
///
/// ```
/// use paidan::ledger::{Hash, Tree};
/// let (first, second) = (Hash::leaf(&[b"first"]), Hash::leaf(&[b"second"]));
/// let mut tree = Tree::new();
/// tree.push(first)?;
/// assert_eq!(tree.root(), first);
/// tree.push(second)?;
/// assert_eq!((tree.size(), tree.root()), (2, Hash::node(&first, &second)));
///
/// // Size and roots can be stored, and the tree goes on from there.
/// let again = Tree::from_roots(tree.size(), tree.roots())?;
/// assert_eq!(again, tree);
/// # Ok::<(), paidan::ledger::TreeError>(())
/// ```
#[doc(alias = "默克尔树")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    size: u64,
    /// Those of the perfect subtrees, the largest first: one for each bit of the size.
    roots: Vec<Hash>,
}

/// Where a node of the tree stands: the root of a perfect subtree.
///
/// Below node `index` of `level` are the `2^level` leaves from `index * 2^level` on. A leaf is a
/// node of level 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId {
    /// How far it is above the leaves.
    pub level: u32,
    /// Its number among the nodes of the level, from 0.
    pub index: u64,
}

/// What is no tree, or a tree that cannot grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TreeError {
    /// A tree of this size has another number of perfect subtrees.
    #[error("a tree of {size} leaves has {right} perfect subtrees, not {found}")]
    Roots {
        /// How many leaves there are said to be.
        size: u64,
        /// How many roots were given.
        found: usize,
        /// How many there must be.
        right: u32,
    },
    /// Its leaves cannot be counted any more.
    #[error("a tree has at most {} leaves", u64::MAX)]
    Full,
}

impl Tree {
    /// A tree without leaves.
    pub const fn new() -> Self {
        Self { size: 0, roots: Vec::new() }
    }

    /// The tree of so many leaves whose perfect subtrees have these roots, the largest first.
    ///
    /// # Errors
    /// [`TreeError::Roots`] when there are more or fewer of them. Whether they are the right ones,
    /// only [`Tree::root`] tells, beside a root that is known from elsewhere.
    pub fn from_roots(size: u64, roots: &[Hash]) -> Result<Self, TreeError> {
        let (found, right) = (roots.len(), size.count_ones());
        if u32::try_from(found) != Ok(right) {
            return Err(TreeError::Roots { size, found, right });
        }
        Ok(Self { size, roots: roots.to_vec() })
    }

    /// The tree of the first `size` leaves, from the nodes that a caller has stored.
    ///
    /// # Errors
    /// What the caller answers.
    pub fn at<E>(size: u64, node: impl FnMut(NodeId) -> Result<Hash, E>) -> Result<Self, E> {
        Self::over(0..size, node)
    }

    /// The tree of some leaves. They begin where a perfect subtree as large as that would.
    pub(crate) fn over<E>(
        leaves: Range<u64>,
        node: impl FnMut(NodeId) -> Result<Hash, E>,
    ) -> Result<Self, E> {
        let size = leaves.end.saturating_sub(leaves.start);
        let roots = perfect(leaves).map(node).collect::<Result<_, E>>()?;
        Ok(Self { size, roots })
    }

    /// Adds a leaf, by its hash.
    ///
    /// # Errors
    /// [`TreeError::Full`] at [`u64::MAX`] leaves; the tree stays as it is.
    pub fn push(&mut self, leaf: Hash) -> Result<(), TreeError> {
        self.push_with(leaf, |_, _| ())
    }

    /// Adds a leaf, by its hash, and tells each node that is complete with it, the leaf first: two
    /// a leaf, taken over many. Who stores them can make proofs later.
    ///
    /// ```
    /// use paidan::ledger::{Hash, InclusionProof, NodeId, Tree};
    /// use std::collections::BTreeMap;
    /// let (mut tree, mut stored) = (Tree::new(), BTreeMap::new());
    /// for line in [b"first", b"other", b"third"] {
    ///     tree.push_with(Hash::leaf(&[line]), |id, hash| {
    ///         stored.insert(id, hash);
    ///     })?;
    /// }
    /// assert_eq!(stored.len(), 4);
    /// let node = |id: NodeId| stored.get(&id).copied().ok_or(std::fmt::Error);
    /// assert_eq!(Tree::at(3, node)?, tree);
    /// assert_eq!(InclusionProof::prove(2, 3, node)?.path.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`TreeError::Full`] at [`u64::MAX`] leaves; the tree stays as it is, and nothing is told.
    pub fn push_with(
        &mut self,
        leaf: Hash,
        mut complete: impl FnMut(NodeId, Hash),
    ) -> Result<(), TreeError> {
        let size = self.size.checked_add(1).ok_or(TreeError::Full)?;
        complete(NodeId { level: 0, index: self.size }, leaf);
        // Each bit that the carry takes from the size is a subtree that is joined with its equal.
        let mut root = leaf;
        for level in 1..=self.size.trailing_ones() {
            let Some(left) = self.roots.pop() else { break };
            root = Hash::node(&left, &root);
            complete(NodeId { level, index: self.size.unbounded_shr(level) }, root);
        }
        self.roots.push(root);
        self.size = size;
        Ok(())
    }

    /// How many leaves there are.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The root (RFC 9162, section 2.1.1). That of a tree without leaves is the hash of nothing.
    pub fn root(&self) -> Hash {
        let roots = self.roots.iter().rev().copied();
        let root = roots.reduce(|right, left| Hash::node(&left, &right));
        root.unwrap_or_else(Hash::of_nothing)
    }

    /// The roots of the perfect subtrees, the largest first.
    pub fn roots(&self) -> &[Hash] {
        &self.roots
    }
}

/// The perfect subtrees of some leaves, the largest first.
fn perfect(leaves: Range<u64>) -> impl Iterator<Item = NodeId> {
    let mut next = leaves.start;
    core::iter::from_fn(move || {
        let level = leaves.end.checked_sub(next)?.checked_ilog2()?;
        let index = next.unbounded_shr(level);
        next = next.checked_add(1_u64.unbounded_shl(level))?;
        Some(NodeId { level, index })
    })
}
