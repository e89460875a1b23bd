//! The head of the tree, beside `ct-merkle`, and the texts of hashes.

use paidan::ledger::{Hash, HashError, Tree, TreeError};

use crate::ledger::other::{self, Both};

/// A leaf of its own for each number.
fn leaf(number: u64) -> Hash {
    other::leaf(number.to_be_bytes())
}

/// rules 12.4: at every size the root is that of another Merkle tree of RFC 9162.
#[test]
fn roots_are_those_of_ct_merkle() {
    let (mut tree, mut both) = (Tree::new(), Both::default());
    for size in 0..=1_100_u64 {
        both.compare_roots();
        assert_eq!((tree.size(), tree.root()), (size, both.at(size).root), "{size} leaves");
        assert_eq!(tree.roots().len(), size.count_ones() as usize);
        let again = Tree::from_roots(size, tree.roots());
        assert_eq!(again.as_ref(), Ok(&tree), "it goes on from its roots");
        tree = again.expect("the same tree");
        tree.push(leaf(size)).expect("room");
        both.push(size.to_be_bytes());
    }
}

#[test]
fn a_tree_has_just_as_many_roots_as_its_size_has_bits() {
    let hashes: Vec<Hash> = (0..65).map(leaf).collect();
    for size in [0, 1, 2, 3, 255, 256, 257, 1 << 63, u64::MAX - 1, u64::MAX] {
        for found in 0..=65 {
            let right = size.count_ones();
            let made = Tree::from_roots(size, &hashes[..found]);
            let wrong = Err(TreeError::Roots { size, found, right });
            let is_right = found == right as usize;
            assert_eq!(
                made.clone().map(|tree| tree.size()),
                if is_right { Ok(size) } else { wrong }
            );
            assert_eq!(made.is_ok_and(|tree| tree.roots() == &hashes[..found]), is_right);
        }
    }
    let wrong = Tree::from_roots(5, &hashes[..1]).expect_err("two are right");
    assert_eq!(wrong.to_string(), "a tree of 5 leaves has 2 perfect subtrees, not 1");
}

#[test]
fn a_full_tree_takes_no_leaf_and_stays_as_it_is() {
    let hashes: Vec<Hash> = (0..64).map(leaf).collect();
    let mut tree = Tree::from_roots(u64::MAX - 1, &hashes[1..]).expect("63 roots");
    tree.push(leaf(1)).expect("room for one");
    assert_eq!((tree.size(), tree.roots().len()), (u64::MAX, 64));
    let before = tree.clone();
    let refused = tree.push(leaf(2));
    assert_eq!(refused, Err(TreeError::Full));
    assert_eq!(TreeError::Full.to_string(), "a tree has at most 18446744073709551615 leaves");
    assert_eq!(tree, before);
    assert_ne!(tree.root(), Tree::new().root());
    // The carry goes through all subtrees but the first.
    let mut tree = Tree::from_roots(u64::MAX / 2, &hashes[1..]).expect("63 roots");
    tree.push(leaf(1)).expect("room");
    assert_eq!((tree.size(), tree.roots().len()), (1 << 63, 1));
}

/// rules 12.4: the text of a hash is 64 digits and nothing else.
#[test]
fn only_lower_case_digits_are_a_hash() {
    let hash = Hash::leaf(&[b"a line"]);
    let text = hash.to_string();
    assert_eq!((text.len(), text.parse()), (64, Ok(hash)));
    let wrong = [
        String::new(),
        text[1..].into(),
        format!("{text}0"),
        format!(" {}", &text[1..]),
        format!("{}\n", &text[1..]),
        format!("0x{}", &text[2..]),
        format!("+{}", &text[1..]),
        "A".repeat(64),
        "g".repeat(64),
        "0".repeat(63) + "/",
        "0".repeat(63) + ":",
        "0".repeat(63) + "`",
        "é".repeat(32),
    ];
    for wrong in wrong {
        assert_eq!(wrong.parse::<Hash>(), Err(HashError::Hex), "{wrong:?}");
    }
    assert_eq!(Hash::from_bytes([0x0a; 32]).to_string(), "0a".repeat(32));
    assert_eq!(Hash::from_bytes([0xf9; 32]).to_string(), "f9".repeat(32));
    assert_eq!(format!("{hash:?}"), format!("Hash({text})"));
}

/// rules 12.4: in JSON a hash is its text, and no message quotes all of a wrong one.
#[test]
fn in_json_a_hash_is_its_text() {
    let hash = Hash::leaf(&[b"a line"]);
    let json = serde_json::to_string(&hash).expect("a text");
    assert_eq!(json, format!("\"{hash}\""));
    assert_eq!(serde_json::from_str::<Hash>(&json).expect("the hash"), hash);
    for wrong in ["7".into(), "null".into(), format!("\"{}\"", "x".repeat(5_000)), "[1]".into()] {
        let error = serde_json::from_str::<Hash>(&wrong).expect_err("no hash").to_string();
        assert!(error.len() < 150, "{error}");
    }
}

/// Two bits of the last letter say nothing, so three more texts would be read as the same hash.
#[test]
fn base64_has_one_form() {
    let hash = Hash::from_bytes(core::array::from_fn(|at| 255 - u8::try_from(at).expect("small")));
    let text = hash.to_base64();
    assert_eq!(text, "//79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eA=");
    assert_eq!(Hash::from_base64(&text), Ok(hash));
    let start = &text[..42];
    let wrong = [
        String::new(),
        "=".into(),
        text[..43].into(),
        format!("{text}="),
        format!("{start}=="),
        format!("{start}B="),
        format!("{start}C="),
        format!("{start}D="),
        format!("{}\n", &text[..43]),
        format!("{text}\n"),
        format!(" {text}"),
        text.replace('/', "_").replace('+', "-"),
        format!("={}", &text[1..]),
        format!("é{}", &text[2..]),
    ];
    for wrong in wrong {
        assert_eq!(Hash::from_base64(&wrong), Err(HashError::Base64), "{wrong:?}");
    }
}
