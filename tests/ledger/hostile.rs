//! Texts that somebody damaged: none makes a reader panic, and what is read is what stands there.

use std::fmt::Display;
use std::str::FromStr;

use paidan::ledger::{Checkpoint, Hash, Nodes, TlogProof};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::ledger::other::{checkpoint, leaf};

/// How many damaged texts of each kind are read.
const TEXTS: usize = 20_000;

/// What is put into a text.
const STRANGE: [&str; 20] = [
    "\n",
    "\n\n",
    "\r",
    "\0",
    " ",
    "+",
    "=",
    "/",
    "0",
    "9",
    "A",
    "b",
    "é",
    "— ",
    "extra ",
    "index ",
    "\u{202e}",
    "\u{7f}",
    "\n— x",
    "18446744073709551615",
];

/// A text with one to three changes: a piece removed, put in, exchanged or repeated.
fn damaged(text: &str, dice: &mut ChaCha8Rng) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..dice.random_range(1..=3) {
        let from = dice.random_range(0..=letters.len());
        let to = (from + dice.random_range(0..3)).min(letters.len());
        let strange = STRANGE[dice.random_range(0..STRANGE.len())];
        let piece: Vec<char> = match dice.random_range(0..4) {
            0 => Vec::new(),
            1 => letters[from..to].repeat(2),
            2 => letters[to..].iter().chain(&letters[..from]).copied().take(50).collect(),
            _ => strange.chars().collect(),
        };
        letters.splice(from..to, piece);
    }
    letters.into_iter().collect()
}

/// What is read of damaged texts writes itself as what was read, so nothing has two forms.
fn reads_what_stands_there<T: FromStr + Display>(texts: &[String], seed: u64) {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let mut read = 0;
    for number in 0..TEXTS {
        let text = damaged(&texts[number % texts.len()], &mut dice);
        if let Ok(value) = text.parse::<T>() {
            assert_eq!(value.to_string(), text);
            read += 1;
        }
    }
    assert!(read > 0 && read < TEXTS / 2, "{read} were read");
}

#[test]
fn damaged_texts_are_refused_or_read_as_they_stand() {
    let nodes: Nodes = (0..9_u64).map(|data| leaf(data.to_be_bytes())).collect();
    let now = checkpoint(9, nodes.tree(9).expect("nine").root());
    reads_what_stands_there::<Hash>(&[now.root.to_string()], 1);
    reads_what_stands_there::<Checkpoint>(&[now.to_string()], 2);
    let note = format!("{now}\n— dispatch.cixi.example/ledger AAAA\n");
    let proofs = [(0, now.to_string()), (8, note)].map(|(index, note)| {
        let proof = nodes.inclusion(index, 9).expect("a proof");
        TlogProof::new(proof, &note).expect("for it").to_string()
    });
    reads_what_stands_there::<TlogProof>(&proofs, 3);
}

/// Every text of base64 that is one letter away from a hash is refused, or is another hash.
#[test]
fn no_two_texts_of_base64_are_the_same_hash() {
    let hash = leaf([1; 8]);
    let text = hash.to_base64();
    let letters: Vec<char> = (0..=127).map(char::from).collect();
    let mut read = 0;
    for place in 0..text.len() {
        for letter in letters.iter().filter(|letter| text.as_bytes()[place] != **letter as u8) {
            let other = format!("{}{letter}{}", &text[..place], &text[place + 1..]);
            if let Ok(other_hash) = Hash::from_base64(&other) {
                assert_ne!(other_hash, hash, "{other}");
                assert_eq!(other_hash.to_base64(), other);
                read += 1;
            }
        }
    }
    // 63 other letters at 42 places, and at the last place those whose two last bits are none.
    assert_eq!(read, 63 * 42 + 15);
}
