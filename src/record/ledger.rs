//! 台账: the ledger of an alliance as lines that are bound to each other by their hashes (rules
//! 12.4), and what proves to others that a line stands in it (feature `ledger`).
//!
//! The hash of a line is the leaf hash of RFC 9162, section 2.1.1, so the chain of the lines and
//! the Merkle tree over them share one hash. A [`Tree`] takes one hash a line and has the root at
//! any moment. A [`Checkpoint`] says size and root to others. Against one that is known from
//! elsewhere, an [`InclusionProof`] shows that a line stands in the ledger, and a
//! [`ConsistencyProof`] that nothing of an earlier checkpoint was changed or taken away; both are
//! made from stored nodes, in memory by [`Nodes`].
//!
//! Nothing here signs, or checks a signature.

mod checkpoint;
mod hash;
mod proof;
mod tree;

pub use checkpoint::{Checkpoint, CheckpointError, Origin, OriginError};
pub use hash::{Hash, HashError, LeafHasher};
pub use proof::{
    ConsistencyProof, InclusionProof, MissingNode, Nodes, ProofError, ProveError, TlogProof,
    TlogProofError,
};
pub use tree::{NodeId, Tree, TreeError};
