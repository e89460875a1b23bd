//! The samples of docs/format.md that are of the ledger: each is what the document says of it.

use paidan::ledger::{Checkpoint, Hash, Reader, TlogProof, audit, verify_against};
use serde_json::Value;

const FORMAT: &str = include_str!("../../docs/format.md");

/// The sample with this behind its fence.
fn sample(kind: &str) -> &'static str {
    let begin = format!("\n```{kind}\n");
    let (_, rest) = FORMAT.split_once(&begin).unwrap_or_else(|| panic!("no sample of {kind}"));
    let (sample, _) = rest.split_once("```").expect("its end");
    sample
}

/// The fields that the table under a heading lists, in its order.
fn fields(heading: &str) -> Vec<&'static str> {
    let (_, rest) = FORMAT.split_once(heading).expect("the heading");
    let rows = rest.lines().skip_while(|line| !line.starts_with("| `"));
    let rows = rows.take_while(|line| line.starts_with("| `"));
    rows.map(|line| line.split('`').nth(1).expect("a field")).collect()
}

/// The fields of a line as they stand in it.
fn written(line: &str) -> Vec<String> {
    let Value::Object(value) = serde_json::from_str(line).expect("JSON") else { panic!("{line}") };
    let mut fields: Vec<String> = value.keys().cloned().collect();
    fields.sort_by_key(|field| line.rfind(&format!("\"{field}\":")));
    fields
}

/// The sample is a ledger that holds, with this checkpoint and this proof (rules 12.4).
#[test]
fn the_sample_is_a_ledger() {
    let ledger = sample("json ledger");
    let checkpoint: Checkpoint = sample("text checkpoint").parse().expect("a checkpoint");
    let head = verify_against(ledger.as_bytes(), std::slice::from_ref(&checkpoint)).expect("good");
    assert_eq!((head.checkpoint(), head.size()), (checkpoint.clone(), 3));
    assert_eq!(audit(ledger.as_bytes()).expect("decided so").head, head);
    let proof: TlogProof = sample("text proof").parse().expect("a proof");
    assert_eq!((proof.claimed(), proof.proof().index), (&checkpoint, 2));
    let (_, entries) = Reader::open(ledger.as_bytes()).expect("a header");
    let second = entries.map(|entry| entry.expect("an entry")).nth(1).expect("two entries");
    assert_eq!(proof.proof().verify(&second.hash, &checkpoint), Ok(()));
}

/// What the document says of the hash is what is computed: from the stored bytes alone.
#[test]
fn the_hash_of_each_line_is_as_told() {
    let mut before: Option<String> = None;
    for line in sample("json ledger").lines() {
        let (data, hash) = line.split_once(",\"hash\":\"").expect("its own hash");
        assert_eq!(hash, format!("{}\"}}", Hash::leaf(&[data.as_bytes()])));
        let hash = hash.trim_end_matches("\"}").to_owned();
        if let Some(before) = before.replace(hash) {
            assert!(data.ends_with(&format!(",\"before\":\"{before}\"")));
        }
    }
}

/// The tables list the fields of the lines, in the order in which they are written.
#[test]
fn the_tables_list_the_fields() {
    let lines: Vec<&str> = sample("json ledger").lines().collect();
    let nested = |line: &str| {
        // A snapshot has fields of the same names; only its place among the others counts.
        let end = line.rfind(",\"hash\":").expect("its own hash");
        match line.find("\"snapshot\":") {
            Some(begin) => format!("{}\"snapshot\":0{}", &line[..begin], &line[end..]),
            None => line.to_owned(),
        }
    };
    assert_eq!(fields("### The header"), written(&nested(lines[0])));
    assert_eq!(fields("### An entry"), written(lines[1]));
}
