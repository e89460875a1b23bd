//! 台账: the ledger of an alliance as lines that are bound to each other by their hashes (rules
//! 12.4), and what proves to others that a line stands in it (feature `ledger`).
//!
//! The hash of a line is the leaf hash of RFC 9162, section 2.1.1, so the chain of the lines and
//! the Merkle tree over them share one hash. A [`Tree`] takes one hash a line and has the root at
//! any moment.

mod hash;
mod tree;

pub use hash::{Hash, HashError, LeafHasher};
pub use tree::{Tree, TreeError};
