//! Why a proof does not prove, and why there is none.

/// Why a proof does not prove what it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProofError {
    /// The proof is for a tree of another size than the checkpoint's.
    #[error("the proof is for a tree of {found} leaves, the checkpoint for one of {right}")]
    Size {
        /// The size in the proof.
        found: u64,
        /// The size in the checkpoint.
        right: u64,
    },
    /// The tree has no such leaf.
    #[error("there is no leaf {index} in a tree of {size} leaves")]
    Index {
        /// The number of the leaf, from 0.
        index: u64,
        /// How many leaves there are.
        size: u64,
    },
    /// The tree that should be the later one is the smaller one.
    #[error("a tree of {new} leaves does not begin with one of {old}")]
    Shrunk {
        /// How many leaves there were.
        old: u64,
        /// How many there should be since.
        new: u64,
    },
    /// Every tree begins with the one without leaves, so nothing would be proved.
    #[error("nothing follows from a tree without leaves")]
    FromNothing,
    /// The checkpoints are of different ledgers.
    #[error("the checkpoints have different origins")]
    Origin,
    /// The path has more or fewer hashes than lead from there to the root.
    #[error("the path has more or fewer hashes than lead to the root")]
    Length,
    /// The path does not lead to the root of the earlier checkpoint.
    #[error("the path does not lead to the root of the earlier checkpoint")]
    OldRoot,
    /// The path does not lead to the root of the checkpoint.
    #[error("the path does not lead to the root of the checkpoint")]
    Root,
}

/// Why a proof cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProveError<E> {
    /// The tree has no such leaf.
    #[error("there is no leaf {index} in a tree of {size} leaves")]
    Index {
        /// The number of the leaf, from 0.
        index: u64,
        /// How many leaves there are.
        size: u64,
    },
    /// The tree that should be the later one is the smaller one.
    #[error("a tree of {new} leaves does not begin with one of {old}")]
    Shrunk {
        /// The size of the earlier tree.
        old: u64,
        /// The size of the later one.
        new: u64,
    },
    /// Every tree begins with the one without leaves, so nothing would be proved.
    #[error("nothing follows from a tree without leaves")]
    FromNothing,
    /// A node could not be had.
    #[error(transparent)]
    Node(#[from] E),
}
