//! The head of a Merkle tree: what is needed of all leaves so far to know the root, and to go on.

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

    /// Adds a leaf, by its hash.
    ///
    /// # Errors
    /// [`TreeError::Full`] at [`u64::MAX`] leaves; the tree stays as it is.
    pub fn push(&mut self, leaf: Hash) -> Result<(), TreeError> {
        let size = self.size.checked_add(1).ok_or(TreeError::Full)?;
        // Each bit that the carry takes from the size is a subtree that is joined with its equal.
        let mut root = leaf;
        for _ in 0..self.size.trailing_ones() {
            let Some(left) = self.roots.pop() else { break };
            root = Hash::node(&left, &root);
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
        root_of(&self.roots)
    }

    /// The roots of the perfect subtrees, the largest first.
    pub fn roots(&self) -> &[Hash] {
        &self.roots
    }
}

/// The root above perfect subtrees that stand side by side, the largest first.
fn root_of(roots: &[Hash]) -> Hash {
    let joined = roots.iter().rev().copied().reduce(|right, left| Hash::node(&left, &right));
    joined.unwrap_or_else(Hash::of_nothing)
}
