//! Proofs made from stored nodes.

use crate::record::ledger::hash::Hash;
use crate::record::ledger::proof::fault::ProveError;
use crate::record::ledger::proof::verify::{ConsistencyProof, InclusionProof};
use crate::record::ledger::tree::{NodeId, Tree};

/// Where the leaves from one to another are split into two subtrees: the left one is perfect, and
/// as large as can be. A single leaf is not split.
fn split(from: u64, to: u64) -> Option<u64> {
    let level = to.checked_sub(from)?.checked_sub(1)?.checked_ilog2()?;
    from.checked_add(1_u64.unbounded_shl(level))
}

impl InclusionProof {
    /// The proof that a leaf is in the tree of the first `size` leaves, from the nodes that a
    /// caller has stored. It asks for at most 128 of them.
    ///
    /// What [`Tree::push_with`] told must be stored; any node of the first `size` leaves can be
    /// asked for.
    ///
    /// # Errors
    /// [`ProveError::Index`] unless `index` is below `size`, and what the caller answers.
    pub fn prove<E>(
        index: u64,
        size: u64,
        mut node: impl FnMut(NodeId) -> Result<Hash, E>,
    ) -> Result<Self, ProveError<E>> {
        if index >= size {
            return Err(ProveError::Index { index, size });
        }
        let (mut from, mut to, mut path) = (0, size, Vec::new());
        while let Some(middle) = split(from, to) {
            let beside = if index < middle { middle..to } else { from..middle };
            path.push(Tree::over(beside, &mut node)?.root());
            (from, to) = if index < middle { (from, middle) } else { (middle, to) };
        }
        path.reverse();
        Ok(Self { index, size, path })
    }
}

impl ConsistencyProof {
    /// The proof that the tree of the first `new` leaves begins with that of the first `old`, from
    /// the nodes that a caller has stored. It asks for at most 129 of them, and for none where both
    /// are the same.
    ///
    /// # Errors
    /// [`ProveError::FromNothing`] where `old` is 0, [`ProveError::Shrunk`] where it is more than
    /// `new`, and what the caller answers.
    pub fn prove<E>(
        old: u64,
        new: u64,
        mut node: impl FnMut(NodeId) -> Result<Hash, E>,
    ) -> Result<Self, ProveError<E>> {
        if old == 0 {
            return Err(ProveError::FromNothing);
        }
        if old > new {
            return Err(ProveError::Shrunk { old, new });
        }
        let (mut from, mut to, mut path) = (0, new, Vec::new());
        while let Some(middle) = split(from, to).filter(|_| old < to) {
            let beside = if old <= middle { middle..to } else { from..middle };
            path.push(Tree::over(beside, &mut node)?.root());
            (from, to) = if old <= middle { (from, middle) } else { (middle, to) };
        }
        // The old tree as a whole needs no hash; the verifier has its root.
        if from > 0 {
            path.push(Tree::over(from..to, &mut node)?.root());
        }
        path.reverse();
        Ok(Self { old, new, path })
    }
}
