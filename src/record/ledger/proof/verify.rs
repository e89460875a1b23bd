//! The two proofs, and whether they prove (RFC 9162, sections 2.1.3.2 and 2.1.4.2).

use crate::record::ledger::checkpoint::Checkpoint;
use crate::record::ledger::hash::Hash;
use crate::record::ledger::proof::fault::ProofError;

/// 包含证明: shows that a leaf is in a tree.
///
/// It says nothing of the size of the tree, whatever stands in `size`: the root of 1 000 leaves can
/// be passed off as that of 1 001. So size and root come from a [`Checkpoint`] that was had from
/// elsewhere, or whose signature was checked, and never from who brings the proof.
///
/// ```
/// use paidan::ledger::{Checkpoint, Hash, Nodes, ProofError};
/// let lines: Vec<Hash> = (0..5_u8).map(|line| Hash::leaf(&[&[line]])).collect();
/// let nodes: Nodes = lines.iter().copied().collect();
/// let origin = "dispatch.cixi.example/ledger".parse()?;
/// let checkpoint = Checkpoint { origin, size: 5, root: nodes.tree(5)?.root() };
///
/// let proof = nodes.inclusion(3, 5)?;
/// assert_eq!(proof.verify(&lines[3], &checkpoint), Ok(()));
/// assert_eq!(proof.verify(&lines[2], &checkpoint), Err(ProofError::Root));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "包含证明")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InclusionProof {
    /// The number of the leaf, from 0. Leaf 0 of a ledger is its header.
    pub index: u64,
    /// How many leaves the tree has for which the proof was made.
    pub size: u64,
    /// The hashes beside the way from the leaf up to the root: at most 64.
    pub path: Vec<Hash>,
}

/// 一致性证明: shows that a tree begins with an earlier one: nothing of that was changed, moved or
/// taken away.
///
/// As with a proof of inclusion, both checkpoints must be known, or their signatures checked: that
/// the roots fit does not show that the sizes are right.
///
/// ```
/// use paidan::ledger::{Checkpoint, Hash, Nodes, Origin, ProofError};
/// let nodes: Nodes = (0..5_u8).map(|line| Hash::leaf(&[&[line]])).collect();
/// let origin: Origin = "dispatch.cixi.example/ledger".parse()?;
/// let at = |size| -> Result<Checkpoint, Box<dyn std::error::Error>> {
///     Ok(Checkpoint { origin: origin.clone(), size, root: nodes.tree(size)?.root() })
/// };
/// let (old, new) = (at(3)?, at(5)?);
///
/// let proof = nodes.consistency(3, 5)?;
/// assert_eq!(proof.verify(&old, &new), Ok(()));
/// let other = Checkpoint { root: new.root, ..old };
/// assert_eq!(proof.verify(&other, &new), Err(ProofError::OldRoot));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "一致性证明")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsistencyProof {
    /// How many leaves the earlier tree has.
    pub old: u64,
    /// How many the later tree has.
    pub new: u64,
    /// The hashes from which both roots follow: none where both trees are the same, at most 65.
    pub path: Vec<Hash>,
}

/// A way up from a leaf: the node it has reached, and the last one of the same level. They meet at
/// the root.
struct Climb {
    own: u64,
    last: u64,
}

/// On which side of the way a hash of the path stands.
enum Side {
    Left,
    Right,
}

impl Climb {
    /// The side of the next hash of the path, with a step up; nothing at the root, above which no
    /// path leads.
    fn step(&mut self) -> Option<Side> {
        if self.last == 0 {
            return None;
        }
        let side =
            if self.own & 1 == 1 || self.own == self.last { Side::Left } else { Side::Right };
        if let Side::Left = side {
            // The last node of a level may have no neighbour: it goes up as it is.
            while self.own & 1 == 0 && self.own != 0 {
                self.up();
            }
        }
        self.up();
        Some(side)
    }

    fn up(&mut self) {
        self.own >>= 1;
        self.last >>= 1;
    }

    fn is_at_root(&self) -> bool {
        self.last == 0
    }
}

impl InclusionProof {
    /// Checks that the leaf with this hash is in the tree of a checkpoint, at `index`.
    ///
    /// A tree of one leaf needs no hash; one without leaves has none, so nothing is in it.
    ///
    /// # Errors
    /// [`ProofError`] when this is not proved.
    pub fn verify(&self, leaf: &Hash, checkpoint: &Checkpoint) -> Result<(), ProofError> {
        let (index, size) = (self.index, checkpoint.size);
        if self.size != size {
            return Err(ProofError::Size { found: self.size, right: size });
        }
        let last = size.checked_sub(1).filter(|last| index <= *last);
        let last = last.ok_or(ProofError::Index { index, size })?;
        let (mut climb, mut root) = (Climb { own: index, last }, *leaf);
        for hash in &self.path {
            root = match climb.step().ok_or(ProofError::Length)? {
                Side::Left => Hash::node(hash, &root),
                Side::Right => Hash::node(&root, hash),
            };
        }
        if !climb.is_at_root() {
            return Err(ProofError::Length);
        }
        if root == checkpoint.root { Ok(()) } else { Err(ProofError::Root) }
    }
}

impl ConsistencyProof {
    /// Checks that the tree of one checkpoint begins with the tree of an earlier one.
    ///
    /// Between checkpoints of the same size nothing may have changed: the path is empty and the
    /// roots are the same. From a tree without leaves nothing can be proved, and the path of RFC
    /// 9162 is not defined.
    ///
    /// # Errors
    /// [`ProofError`] when this is not proved.
    pub fn verify(&self, old: &Checkpoint, new: &Checkpoint) -> Result<(), ProofError> {
        if old.origin != new.origin {
            return Err(ProofError::Origin);
        }
        for (found, right) in [(self.old, old.size), (self.new, new.size)] {
            if found != right {
                return Err(ProofError::Size { found, right });
            }
        }
        let last_old = old.size.checked_sub(1).ok_or(ProofError::FromNothing)?;
        // Where it is not larger, that is since the later tree is the smaller one.
        let Some(last) = new.size.checked_sub(1).filter(|last| *last > last_old) else {
            return self.verify_unchanged(old, new);
        };
        // The largest subtree at whose end the old tree ends: for both, the way begins there.
        let level = last_old.trailing_ones();
        let own = last_old.unbounded_shr(level);
        let mut climb = Climb { own, last: last.unbounded_shr(level) };
        let mut path = self.path.iter();
        // If that is the whole old tree, its root is known and left out of the path.
        let first = if own == 0 { Some(&old.root) } else { path.next() };
        let first = *first.ok_or(ProofError::Length)?;
        let (mut old_root, mut root) = (first, first);
        for hash in path {
            match climb.step().ok_or(ProofError::Length)? {
                Side::Left => {
                    old_root = Hash::node(hash, &old_root);
                    root = Hash::node(hash, &root);
                }
                Side::Right => root = Hash::node(&root, hash),
            }
        }
        if !climb.is_at_root() {
            return Err(ProofError::Length);
        }
        if old_root != old.root {
            return Err(ProofError::OldRoot);
        }
        if root == new.root { Ok(()) } else { Err(ProofError::Root) }
    }

    /// Between trees of the same size.
    fn verify_unchanged(&self, old: &Checkpoint, new: &Checkpoint) -> Result<(), ProofError> {
        if old.size != new.size {
            return Err(ProofError::Shrunk { old: old.size, new: new.size });
        }
        if !self.path.is_empty() {
            return Err(ProofError::Length);
        }
        if old.root == new.root { Ok(()) } else { Err(ProofError::Root) }
    }
}
