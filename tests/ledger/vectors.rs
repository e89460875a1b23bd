//! The vectors of transparency-dev, whose licence stands beside them.

use paidan::ledger::{ConsistencyProof, Hash, HashError, InclusionProof};
use serde::Deserialize;

use crate::ledger::other::checkpoint;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Inclusion {
    file: String,
    leaf_idx: u64,
    tree_size: u64,
    root: String,
    leaf_hash: String,
    proof: Option<Vec<String>>,
    want_err: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Consistency {
    file: String,
    size1: u64,
    size2: u64,
    root1: String,
    root2: String,
    proof: Option<Vec<String>>,
    want_err: bool,
}

fn rows<T: for<'de> Deserialize<'de>>(text: &str) -> Vec<T> {
    let rows = text.lines().map(|line| serde_json::from_str(line).expect("a vector"));
    rows.collect()
}

/// The hashes of a path; some vectors have texts in it that are no hashes.
fn path(of: Option<&Vec<String>>) -> Result<Vec<Hash>, HashError> {
    of.into_iter().flatten().map(|text| Hash::from_base64(text)).collect()
}

/// Whether all of it is hashes, and the proof is accepted.
fn is_included(of: &Inclusion) -> Result<bool, HashError> {
    let now = checkpoint(of.tree_size, Hash::from_base64(&of.root)?);
    let (index, size, path) = (of.leaf_idx, of.tree_size, path(of.proof.as_ref())?);
    let leaf = Hash::from_base64(&of.leaf_hash)?;
    Ok(InclusionProof { index, size, path }.verify(&leaf, &now).is_ok())
}

fn is_consistent(of: &Consistency) -> Result<bool, HashError> {
    let before = checkpoint(of.size1, Hash::from_base64(&of.root1)?);
    let now = checkpoint(of.size2, Hash::from_base64(&of.root2)?);
    let (old, new, path) = (of.size1, of.size2, path(of.proof.as_ref())?);
    Ok(ConsistencyProof { old, new, path }.verify(&before, &now).is_ok())
}

#[test]
fn vectors_of_inclusion() {
    let rows: Vec<Inclusion> = rows(include_str!("vectors/inclusion.jsonl"));
    assert_eq!(rows.len(), 98);
    assert_eq!(rows.iter().filter(|of| !of.want_err).count(), 6);
    for of in rows {
        assert_eq!(is_included(&of).unwrap_or(false), !of.want_err, "{}", of.file);
    }
}

#[test]
fn vectors_of_consistency() {
    let rows: Vec<Consistency> = rows(include_str!("vectors/consistency.jsonl"));
    assert_eq!(rows.len(), 98);
    assert_eq!(rows.iter().filter(|of| !of.want_err).count(), 6);
    for of in rows {
        // There the roots are a few words, which are the same; ours are hashes.
        let has_words = of.file == "additional/sizes-are-equal-one-and-proof-is-empty";
        let is_accepted = is_consistent(&of).unwrap_or(false);
        assert_eq!(is_accepted, !of.want_err && !has_words, "{}", of.file);
    }
}
