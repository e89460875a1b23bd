//! Proofs that are altered in any way are refused.

use paidan::ledger::{
    Checkpoint, ConsistencyProof, Hash, InclusionProof, Nodes, Origin, ProofError,
};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::ledger::other::{accepts_inclusion, checkpoint, leaf};

/// The largest tree whose proofs are all altered.
const LARGEST: u64 = 40;

fn nodes() -> Nodes {
    (0..=LARGEST).map(|data| leaf(data.to_be_bytes())).collect()
}

fn at(nodes: &Nodes, size: u64) -> Checkpoint {
    checkpoint(size, nodes.tree(size).expect("a size it had").root())
}

/// A hash with one bit changed.
fn flipped(hash: Hash, bit: usize) -> Hash {
    let mut bytes = *hash.as_bytes();
    bytes[bit / 8] ^= 1 << (bit % 8);
    Hash::from_bytes(bytes)
}

/// A path with one bit changed in each of its hashes, cut, lengthened and in another order.
fn altered(path: &[Hash], dice: &mut ChaCha8Rng) -> Vec<Vec<Hash>> {
    let mut all = Vec::new();
    let mut alter = |change: &mut dyn FnMut(&mut Vec<Hash>)| {
        let mut path = path.to_vec();
        change(&mut path);
        all.push(path);
    };
    for place in 0..path.len() {
        let (bit, other) = (dice.random_range(0..256), dice.random_range(0..path.len()));
        alter(&mut |path| path[place] = flipped(path[place], bit));
        alter(&mut |path| {
            path.remove(place);
        });
        alter(&mut |path| path.insert(place, path[other]));
        alter(&mut |path| path.truncate(place));
        if place != other {
            alter(&mut |path| path.swap(place, other));
        }
    }
    alter(&mut |path| path.push(leaf(dice.random())));
    alter(&mut |path| path.insert(0, leaf(dice.random())));
    alter(&mut |path| path.resize(path.len() + 64, leaf([0; 8])));
    all
}

/// rules 12.4: whoever changes a bit of a proof of inclusion, of the leaf or of the root, cuts or
/// lengthens it, or says another place or size, proves nothing.
#[test]
fn altered_proofs_of_inclusion_are_refused() {
    let (nodes, mut dice) = (nodes(), ChaCha8Rng::seed_from_u64(1));
    for size in 1..=LARGEST {
        let now = at(&nodes, size);
        for index in 0..size {
            let (proof, own) =
                (nodes.inclusion(index, size).expect("a proof"), index.to_be_bytes());
            let hash = leaf(own);
            assert_eq!(proof.verify(&hash, &now), Ok(()));
            for path in altered(&proof.path, &mut dice) {
                let is_as_long = path.len() == proof.path.len();
                let proof = InclusionProof { path, ..proof };
                let wrong = if is_as_long { ProofError::Root } else { ProofError::Length };
                assert_eq!(proof.verify(&hash, &now), Err(wrong), "leaf {index} of {size}");
                assert!(!accepts_inclusion(&proof, own, &now), "leaf {index} of {size}");
            }
            let bit = dice.random_range(0..256);
            assert_eq!(proof.verify(&flipped(hash, bit), &now), Err(ProofError::Root));
            let other = Checkpoint { root: flipped(now.root, bit), ..now.clone() };
            assert_eq!(proof.verify(&hash, &other), Err(ProofError::Root));
            for index in (0..size + 2).filter(|other| *other != index) {
                let proof = InclusionProof { index, ..proof.clone() };
                let refused = proof.verify(&hash, &now).expect_err("of another leaf");
                assert_eq!(refused == ProofError::Index { index, size }, index >= size);
            }
            for found in (0..=LARGEST).chain([u64::MAX]).filter(|other| *other != size) {
                let proof = InclusionProof { size: found, ..proof.clone() };
                let wrong = Err(ProofError::Size { found, right: size });
                assert_eq!(proof.verify(&hash, &now), wrong, "leaf {index} of {size}");
            }
        }
    }
}

/// No proof shows the size of the tree: with a checkpoint that nobody vouches for, the root of 1 000
/// leaves passes for that of 1 001. So a checkpoint is never taken from who brings a proof.
#[test]
fn the_size_of_a_tree_is_not_proved() {
    let nodes: Nodes = (0..1_000_u64).map(|data| leaf(data.to_be_bytes())).collect();
    let (before, now) = (at(&nodes, 500), at(&nodes, 1_000));
    let forged = Checkpoint { size: 1_001, ..now.clone() };
    let included = InclusionProof { size: 1_001, ..nodes.inclusion(3, 1_000).expect("a proof") };
    let hash = leaf(3_u64.to_be_bytes());
    assert_eq!(included.verify(&hash, &forged), Ok(()));
    let wrong = ProofError::Size { found: 1_001, right: 1_000 };
    assert_eq!(included.verify(&hash, &now), Err(wrong));
    let grown = nodes.consistency(500, 1_000).expect("a proof");
    let grown = ConsistencyProof { new: 1_001, ..grown };
    assert_eq!(grown.verify(&before, &forged), Ok(()));
    assert_eq!(grown.verify(&before, &now), Err(wrong));
}

/// rules 12.4: whoever changes a bit of a proof of consistency or of a root, cuts or lengthens it,
/// or says other sizes, proves nothing.
#[test]
fn altered_proofs_of_consistency_are_refused() {
    let (nodes, mut dice) = (nodes(), ChaCha8Rng::seed_from_u64(2));
    for new in 1..=LARGEST {
        for old in 1..=new {
            let (before, now) = (at(&nodes, old), at(&nodes, new));
            let proof = nodes.consistency(old, new).expect("a proof");
            assert_eq!(proof.verify(&before, &now), Ok(()));
            for path in altered(&proof.path, &mut dice) {
                let is_as_long = path.len() == proof.path.len();
                let refused = ConsistencyProof { path, ..proof }.verify(&before, &now);
                let refused = refused.expect_err("it is altered");
                let is_root = matches!(refused, ProofError::Root | ProofError::OldRoot);
                assert_eq!(is_root, is_as_long, "{old} to {new}: {refused:?}");
            }
            let bit = dice.random_range(0..256);
            let change = |of: &Checkpoint| Checkpoint { root: flipped(of.root, bit), ..of.clone() };
            assert!(proof.verify(&change(&before), &now).is_err(), "{old} to {new}");
            assert_eq!(proof.verify(&before, &change(&now)), Err(ProofError::Root));
            refuses_sizes(&proof, &before, &now);
        }
    }
}

/// Says other sizes: in the proof, and in both the proof and the checkpoints.
fn refuses_sizes(proof: &ConsistencyProof, before: &Checkpoint, now: &Checkpoint) {
    for other in (0..=LARGEST).chain([u64::MAX]) {
        if other != before.size {
            let wrong = Err(ProofError::Size { found: other, right: before.size });
            let proof = ConsistencyProof { old: other, ..proof.clone() };
            assert_eq!(proof.verify(before, now), wrong);
        }
        if other != now.size {
            let wrong = Err(ProofError::Size { found: other, right: now.size });
            let proof = ConsistencyProof { new: other, ..proof.clone() };
            assert_eq!(proof.verify(before, now), wrong);
        }
    }
    let (old, new) = (now.size, before.size);
    if old != new {
        let proof = ConsistencyProof { old, new, ..proof.clone() };
        assert_eq!(proof.verify(now, before), Err(ProofError::Shrunk { old, new }));
    }
}

/// rules 12.4: checkpoints of the same size must be the same, those of different ledgers have
/// nothing to do with each other, and nothing is proved from a ledger without lines.
#[test]
fn the_edges_of_consistency() {
    let nodes = nodes();
    let (empty, one, five) = (at(&nodes, 0), at(&nodes, 1), at(&nodes, 5));
    let proof = |old, new, path: &[Hash]| ConsistencyProof { old, new, path: path.to_vec() };
    assert_eq!(proof(5, 5, &[]).verify(&five, &five), Ok(()));
    assert_eq!(proof(5, 5, &[five.root]).verify(&five, &five), Err(ProofError::Length));
    let rewritten = Checkpoint { root: one.root, ..five.clone() };
    assert_eq!(proof(5, 5, &[]).verify(&five, &rewritten), Err(ProofError::Root));
    let other: Origin = "other.example/ledger".parse().expect("an origin");
    let other = Checkpoint { origin: other, ..five.clone() };
    assert_eq!(proof(5, 5, &[]).verify(&five, &other), Err(ProofError::Origin));
    for (new, path) in [(&empty, vec![]), (&one, vec![]), (&five, vec![five.root])] {
        let proof = proof(0, new.size, &path);
        assert_eq!(proof.verify(&empty, new), Err(ProofError::FromNothing));
    }
    assert_eq!(proof(1, 5, &[]).verify(&one, &five), Err(ProofError::Length));
    let nothing = InclusionProof { index: 0, size: 0, path: vec![] };
    let wrong = Err(ProofError::Index { index: 0, size: 0 });
    assert_eq!(nothing.verify(&empty.root, &empty), wrong);
}

#[test]
fn refusals_say_why() {
    let texts = [
        (
            ProofError::Size { found: 4, right: 5 },
            "the proof is for a tree of 4 leaves, the checkpoint for one of 5",
        ),
        (ProofError::Index { index: 5, size: 5 }, "there is no leaf 5 in a tree of 5 leaves"),
        (ProofError::Shrunk { old: 5, new: 4 }, "a tree of 4 leaves does not begin with one of 5"),
        (ProofError::FromNothing, "nothing follows from a tree without leaves"),
        (ProofError::Origin, "the checkpoints have different origins"),
        (ProofError::Length, "the path has more or fewer hashes than lead to the root"),
        (ProofError::OldRoot, "the path does not lead to the root of the earlier checkpoint"),
        (ProofError::Root, "the path does not lead to the root of the checkpoint"),
    ];
    for (error, text) in texts {
        assert_eq!(error.to_string(), text);
    }
}
