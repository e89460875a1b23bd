//! Proofs about a Merkle tree (RFC 9162, section 2.1): that a leaf is in it, and that it begins
//! with an earlier one.

mod fault;
mod nodes;
mod prove;
mod tlog;
mod verify;

pub use fault::{ProofError, ProveError};
pub use nodes::{MissingNode, Nodes};
pub use tlog::{TlogProof, TlogProofError};
pub use verify::{ConsistencyProof, InclusionProof};
