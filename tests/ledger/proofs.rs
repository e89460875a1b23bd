//! Proofs, beside `ct-merkle`: on all small trees, and on random ones.

use std::collections::BTreeMap;

use paidan::ledger::{
    ConsistencyProof, Hash, InclusionProof, MissingNode, NodeId, Nodes, ProofError, ProveError,
    Tree,
};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::ledger::other::{Both, checkpoint, leaf};

/// How many random trees are tried.
const TREES: usize = 10_000;

/// rules 12.4: every proof of every tree of up to 130 leaves is that of another program, and each
/// accepts those of the other.
#[test]
fn proofs_of_all_small_trees_are_those_of_ct_merkle() {
    let mut both = Both::default();
    for size in 0..=130_u64 {
        both.compare_roots();
        for index in 0..size {
            both.compare_inclusion(index);
        }
        for old in 1..=size {
            both.compare_consistency(old);
        }
        both.push(size.to_be_bytes());
    }
}

/// How large a random tree is: most are small, many near a power of two, some large.
fn random_size(dice: &mut ChaCha8Rng) -> u64 {
    match dice.random_range(0..100) {
        0..70 => dice.random_range(1..=40),
        70..90 => (1 << dice.random_range(1..8)) + dice.random_range(0..3) - 1,
        90..99 => dice.random_range(1..=300),
        _ => dice.random_range(1..=3_000),
    }
}

#[test]
fn proofs_of_random_trees_are_those_of_ct_merkle() {
    let mut dice = ChaCha8Rng::seed_from_u64(9_162);
    for _ in 0..TREES {
        let mut both = Both::default();
        let size = random_size(&mut dice);
        (0..size).for_each(|_| both.push(dice.random()));
        both.compare_roots();
        both.compare_inclusion(dice.random_range(0..size));
        both.compare_consistency(dice.random_range(1..=size));
    }
}

/// rules 12.4: a proof can be made for every size that the tree ever had, not only for the last.
#[test]
fn proofs_are_made_for_earlier_sizes() {
    let nodes: Nodes = (0..70_u64).map(|data| leaf(data.to_be_bytes())).collect();
    for size in 0..=70_u64 {
        let smaller: Nodes = (0..size).map(|data| leaf(data.to_be_bytes())).collect();
        assert_eq!(nodes.tree(size), smaller.tree(size));
        for index in 0..=size {
            assert_eq!(nodes.inclusion(index, size), smaller.inclusion(index, size));
            assert_eq!(nodes.consistency(index, size), smaller.consistency(index, size));
        }
    }
}

/// What the tree tells when it grows is all that a caller must store.
#[test]
fn what_a_tree_tells_is_enough_for_all_proofs() {
    let (mut tree, mut nodes) = (Tree::new(), Nodes::new());
    let mut stored: BTreeMap<NodeId, Hash> = BTreeMap::new();
    for size in 1..=70 {
        let hash = leaf([7; 8]);
        let mut told = Vec::new();
        tree.push_with(hash, |id, hash| told.push((id, hash))).expect("room");
        assert_eq!(told.first(), Some(&(NodeId { level: 0, index: size - 1 }, hash)));
        for (id, hash) in told {
            assert_eq!(stored.insert(id, hash), None, "no node is told twice");
        }
        nodes.push(hash);
        assert_eq!(nodes.size(), size);
        assert_eq!(nodes.tree(size).as_ref(), Ok(&tree));
        let node = |id| stored.get(&id).copied().ok_or(MissingNode(id));
        assert_eq!(Tree::at(size, node).as_ref(), Ok(&tree));
        for other in 1..=size {
            assert_eq!(
                InclusionProof::prove(other - 1, size, node),
                nodes.inclusion(other - 1, size)
            );
            assert_eq!(ConsistencyProof::prove(other, size, node), nodes.consistency(other, size));
        }
    }
}

#[test]
fn there_are_no_proofs_of_what_is_not_there() {
    let nodes: Nodes = (0..5_u64).map(|data| leaf(data.to_be_bytes())).collect();
    let missing = |index| MissingNode(NodeId { level: 0, index });
    assert_eq!(nodes.inclusion(5, 5), Err(ProveError::Index { index: 5, size: 5 }));
    assert_eq!(nodes.inclusion(0, 0), Err(ProveError::Index { index: 0, size: 0 }));
    assert_eq!(nodes.inclusion(0, 6), Err(ProveError::Node(missing(5))));
    assert_eq!(nodes.consistency(0, 5), Err(ProveError::FromNothing));
    assert_eq!(nodes.consistency(5, 4), Err(ProveError::Shrunk { old: 5, new: 4 }));
    // Not even where the proof would have no hash.
    assert_eq!(nodes.consistency(9, 9), Err(ProveError::Node(missing(8))));
    assert_eq!(nodes.tree(6), Err(missing(5)));
    assert_eq!(nodes.tree(u64::MAX), Err(missing(u64::MAX - 1)));
    let far = NodeId { level: u32::MAX, index: 0 };
    assert_eq!(nodes.node(far), Err(MissingNode(far)));
    assert_eq!(missing(5).to_string(), "there is no node 5 at level 0 of the tree");
    let texts = [
        (nodes.inclusion(5, 5).map(drop), "there is no leaf 5 in a tree of 5 leaves"),
        (nodes.consistency(0, 5).map(drop), "nothing follows from a tree without leaves"),
        (nodes.consistency(5, 4).map(drop), "a tree of 4 leaves does not begin with one of 5"),
        (nodes.inclusion(0, 6).map(drop), "there is no node 5 at level 0 of the tree"),
    ];
    for (result, text) in texts {
        assert_eq!(result.expect_err("no proof").to_string(), text);
    }
}

/// A store that fails says so itself.
#[test]
fn what_the_store_answers_is_handed_on() {
    let broken = |_| Err(std::io::Error::other("the table is locked"));
    for error in [
        InclusionProof::prove(0, 3, broken).expect_err("no node"),
        ConsistencyProof::prove(1, 3, broken).expect_err("no node"),
    ] {
        assert_eq!(error.to_string(), "the table is locked");
    }
    assert_eq!(Tree::at(3, broken).expect_err("no node").to_string(), "the table is locked");
    let never = |_| -> Result<Hash, MissingNode> { panic!("nothing is asked") };
    assert_eq!(InclusionProof::prove(0, 1, never).expect("no hash").path, []);
    assert_eq!(ConsistencyProof::prove(7, 7, never).expect("no hash").path, []);
    assert_eq!(Tree::at(0, never), Ok(Tree::new()));
}

/// Trees so large that they cannot be built, but whose leaves are all the same, so that all nodes
/// of a level are.
#[test]
fn proofs_hold_to_the_largest_size() {
    let mut levels = vec![leaf([0; 8])];
    while levels.len() < 64 {
        let last = levels[levels.len() - 1];
        levels.push(Hash::node(&last, &last));
    }
    let node = |id: NodeId| -> Result<Hash, MissingNode> {
        assert!(id.index.checked_shl(id.level).is_some_and(|first| first >> id.level == id.index));
        Ok(levels[id.level as usize])
    };
    let at = |size| checkpoint(size, Tree::at(size, node).expect("all nodes").root());
    let mut dice = ChaCha8Rng::seed_from_u64(64);
    let mut sizes = vec![1, 2, 3, (1 << 63) - 1, 1 << 63, (1 << 63) + 1, u64::MAX - 1, u64::MAX];
    sizes.extend((0..40).map(|_| dice.random_range(1..=u64::MAX)));
    let mut longest = (0, 0);
    for &size in &sizes {
        let now = at(size);
        for index in [0, size / 2, size - 1, dice.random_range(0..size)] {
            let proof = InclusionProof::prove(index, size, node).expect("a proof");
            assert_eq!(proof.verify(&levels[0], &now), Ok(()), "leaf {index} of {size}");
            let cut =
                InclusionProof { path: proof.path.iter().skip(1).copied().collect(), ..proof };
            let wrong = if size == 1 { Ok(()) } else { Err(ProofError::Length) };
            assert_eq!(cut.verify(&levels[0], &now), wrong, "leaf {index} of {size}");
            longest.0 = longest.0.max(cut.path.len() + 1);
        }
        for old in [1, 3.min(size), size / 2 + 1, size, dice.random_range(1..=size)] {
            let proof = ConsistencyProof::prove(old, size, node).expect("a proof");
            assert_eq!(proof.verify(&at(old), &now), Ok(()), "{old} to {size}");
            longest.1 = longest.1.max(proof.path.len());
        }
    }
    assert_eq!(longest, (64, 65), "as the documentation says");
}
