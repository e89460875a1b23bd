//! The other tree, `ct-merkle`, in the terms of ours.

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ct_merkle::{ConsistencyProof as OtherConsistency, InclusionProof as OtherInclusion, RootHash};
use paidan::ledger::{Checkpoint, ConsistencyProof, Hash, InclusionProof, Nodes};
use sha2::Sha256;

/// The data of a leaf.
pub type Data = [u8; 8];

/// A leaf of its own for each number.
pub fn leaf(data: Data) -> Hash {
    Hash::leaf(&[&data])
}

/// A checkpoint of the ledger of all tests.
pub fn checkpoint(size: u64, root: Hash) -> Checkpoint {
    Checkpoint { origin: "dispatch.cixi.example/ledger".parse().expect("an origin"), size, root }
}

/// The hashes one after the other, as the other tree has them.
fn bytes(path: &[Hash]) -> Vec<u8> {
    path.iter().flat_map(Hash::as_bytes).copied().collect()
}

/// The hashes of a proof of the other tree.
fn path(bytes: &[u8]) -> Vec<Hash> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    assert!(rest.is_empty());
    hashes.iter().copied().map(Hash::from_bytes).collect()
}

/// The root of a checkpoint as the other tree has it.
fn their(of: &Checkpoint) -> RootHash<Sha256> {
    RootHash::new((*of.root.as_bytes()).into(), of.size)
}

/// Whether the other program accepts a proof.
pub fn accepts_inclusion(proof: &InclusionProof, data: Data, checkpoint: &Checkpoint) -> bool {
    let theirs = OtherInclusion::try_from_bytes(bytes(&proof.path)).expect("whole hashes");
    their(checkpoint).verify_inclusion(&data, proof.index, &theirs).is_ok()
}

/// Whether the other program accepts a proof.
pub fn accepts_consistency(proof: &ConsistencyProof, old: &Checkpoint, new: &Checkpoint) -> bool {
    let theirs = OtherConsistency::try_from_bytes(bytes(&proof.path)).expect("whole hashes");
    their(new).verify_consistency(&their(old), &theirs).is_ok()
}

/// Our tree and the other one over the same leaves, with the roots at all sizes on the way.
#[derive(Default)]
pub struct Both {
    pub data: Vec<Data>,
    pub nodes: Nodes,
    other: MemoryBackedTree<Sha256, Data>,
}

impl Both {
    pub fn push(&mut self, data: Data) {
        self.data.push(data);
        self.nodes.push(leaf(data));
        self.other.push(data);
    }

    /// The checkpoint of the tree as it was at a size.
    pub fn at(&self, size: u64) -> Checkpoint {
        checkpoint(size, self.nodes.tree(size).expect("a size it had").root())
    }

    /// Compares the roots of now.
    pub fn compare_roots(&self) {
        let size = self.data.len() as u64;
        let theirs = Hash::from_bytes((*self.other.root().as_bytes()).into());
        assert_eq!(self.at(size).root, theirs, "{size} leaves");
    }

    /// Compares the proofs for a leaf, and lets each program verify that of the other.
    pub fn compare_inclusion(&self, index: u64) {
        let size = self.data.len() as u64;
        let (place, now) = (usize::try_from(index).expect("small"), self.at(size));
        let ours = self.nodes.inclusion(index, size).expect("a proof");
        let theirs = self.other.prove_inclusion(place);
        assert_eq!(ours.path, path(theirs.as_bytes()), "leaf {index} of {size}");
        let read = InclusionProof { index, size, path: path(theirs.as_bytes()) };
        assert_eq!(read.verify(&leaf(self.data[place]), &now), Ok(()), "leaf {index} of {size}");
        assert!(accepts_inclusion(&ours, self.data[place], &now), "leaf {index} of {size}");
    }

    /// Compares the proofs from an earlier size, and lets each program verify that of the other.
    pub fn compare_consistency(&self, old: u64) {
        let new = self.data.len() as u64;
        let (before, now) = (self.at(old), self.at(new));
        let ours = self.nodes.consistency(old, new).expect("a proof");
        let additions = usize::try_from(new - old).expect("small");
        let theirs = self.other.prove_consistency(additions);
        assert_eq!(ours.path, path(theirs.as_bytes()), "{old} to {new}");
        let read = ConsistencyProof { old, new, path: path(theirs.as_bytes()) };
        assert_eq!(read.verify(&before, &now), Ok(()), "{old} to {new}");
        assert!(accepts_consistency(&ours, &before, &now), "{old} to {new}");
    }
}
