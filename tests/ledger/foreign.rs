//! Checkpoints signed as notes, and proofs, beside `aics-tlog`, which reads the same forms.

use std::path::PathBuf;

use paidan::ledger::{Checkpoint, Hash, Nodes, TlogProof};
use serde_json::{Value, json};

use crate::ledger::other::checkpoint;
use crate::ledger::python::{place, run};

/// The answers of the helper; nothing, and a word, where it cannot run here.
fn ask(questions: &[Value]) -> Option<Vec<Value>> {
    let own = place("target/foreign/bin/python");
    let interpreter = match std::env::var_os("PAIDAN_FOREIGN") {
        Some(named) if !named.is_empty() => named.into(),
        _ if own.exists() => own,
        _ => PathBuf::from("python3"),
    };
    let lines: Vec<String> = questions.iter().map(Value::to_string).collect();
    let input = lines.join("\n");
    let output = run(&interpreter, &[&place("tests/ledger/foreign.py")], input.as_bytes())?;
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}");
    let answers = String::from_utf8(output.stdout).expect("a text");
    let answers: Vec<Value> =
        answers.lines().map(|line| serde_json::from_str(line).expect("an answer")).collect();
    assert_eq!(answers.len(), questions.len());
    Some(answers)
}

/// The data of the leaves, which are lines without their hashes.
fn data(number: u64) -> String {
    format!("{{\"position\":{number},\"text\":\"甲\"")
}

/// The trees that are signed.
const SIZES: [u64; 8] = [1, 2, 3, 7, 8, 9, 64, 100];

/// A checkpoint, signed as a note, and the key.
struct Signed {
    now: Checkpoint,
    note: String,
    key: String,
}

fn nodes() -> Nodes {
    (0..100).map(|number| Hash::leaf(&[data(number).as_bytes()])).collect()
}

/// A checkpoint of each tree with its note, of which ours is read again.
fn signed(nodes: &Nodes) -> Option<Vec<Signed>> {
    let all = SIZES.map(|size| checkpoint(size, nodes.tree(size).expect("a size it had").root()));
    let name = all[0].origin.to_string();
    let questions: Vec<Value> =
        all.iter().map(|now| json!({ "sign": now.to_string(), "name": name })).collect();
    let answers = ask(&questions)?;
    let signed = all.into_iter().zip(answers).map(|(now, answer)| {
        let text = |field: &str| answer[field].as_str().expect("a text").to_string();
        let (note, key) = (text("note"), text("key"));
        assert_eq!(Checkpoint::from_note_unverified(&note), Ok(now.clone()));
        Signed { now, note, key }
    });
    Some(signed.collect())
}

/// The texts of a note or a proof with one letter changed, at some places.
fn altered(text: &str) -> Vec<String> {
    let places = (0..text.len()).step_by(7).filter(|at| text.is_char_boundary(*at));
    let change = |at: usize| {
        let of = text[at..].chars().next().expect("a letter");
        let other = if of == 'A' { 'B' } else { 'A' };
        format!("{}{other}{}", &text[..at], &text[at + of.len_utf8()..])
    };
    places.map(change).collect()
}

/// What is asked, and what must be answered; nothing where it must be refused.
#[derive(Default)]
struct Questions(Vec<(Value, Option<Value>)>);

impl Questions {
    fn ask(&mut self, question: Value, wanted: Option<Value>) {
        self.0.push((question, wanted));
    }

    fn check(self, of: &str) {
        let questions: Vec<Value> = self.0.iter().map(|(question, _)| question.clone()).collect();
        let Some(answers) = ask(&questions) else { return };
        for ((question, wanted), answer) in self.0.iter().zip(&answers) {
            let is_refused = *answer == json!(false) || answer.get("refused").is_some();
            assert_eq!(is_refused, wanted.is_none(), "{answer} to {question}");
            assert!(
                wanted.as_ref().is_none_or(|wanted| wanted == answer),
                "{answer} to {question}"
            );
        }
        let refused = self.0.iter().filter(|(_, wanted)| wanted.is_none()).count();
        println!("{of}, beside aics-tlog\n{:>9}  accepted", questions.len() - refused);
        println!("{refused:>9}  refused");
    }
}

/// rules 12.4: our checkpoints are those of C2SP, and altered ones are found by their signature.
#[test]
fn checkpoints_are_those_of_aics_tlog() {
    let Some(all) = signed(&nodes()) else { return };
    let mut questions = Questions::default();
    for Signed { now, note, key } in &all {
        let right = json!({ "size": now.size, "root": now.root });
        questions.ask(json!({ "note": note, "key": key }), Some(right));
        for note in altered(note) {
            questions.ask(json!({ "note": note, "key": key }), None);
        }
        questions.ask(json!({ "note": now.to_string(), "key": key }), None);
    }
    questions.ask(json!({ "note": all[0].note, "key": all[1].key }), None);
    questions.check("checkpoints");
}

/// rules 12.4: our exported proofs hold for another program, and altered ones do not.
#[test]
fn proofs_of_inclusion_are_those_of_aics_tlog() {
    let nodes = nodes();
    let Some(all) = signed(&nodes) else { return };
    let mut questions = Questions::default();
    for Signed { now, note, key } in &all {
        for index in [0, 1, 2, now.size / 2, now.size - 1] {
            let Ok(proof) = nodes.inclusion(index, now.size) else { continue };
            let file = TlogProof::new(proof, note).expect("for this note").to_string();
            let mut ask = |proof: &str, data: String, wanted| {
                questions.ask(json!({ "proof": proof, "key": key, "data": data }), wanted);
            };
            ask(&file, data(index), Some(json!(true)));
            ask(&file, data(index + 1), None);
            // A letter of base64 that says nothing may be read by others.
            for altered in altered(&file).iter().filter(|text| text.parse::<TlogProof>().is_ok()) {
                ask(altered, data(index), None);
            }
            let other =
                file.replace(&format!("index {index}\n"), &format!("index {}\n", index + 1));
            ask(&other, data(index), None);
        }
    }
    questions.check("proofs of inclusion");
}

/// rules 12.4: our proofs of consistency hold for another program, and altered ones do not.
#[test]
fn proofs_of_consistency_are_those_of_aics_tlog() {
    let nodes = nodes();
    let Some(all) = signed(&nodes) else { return };
    let mut questions = Questions::default();
    for old in &all {
        for new in all.iter().filter(|new| new.now.size >= old.now.size) {
            let proof = nodes.consistency(old.now.size, new.now.size).expect("a proof");
            let mut ask = |path: &[Hash], wanted| {
                let keys = [&old.key, &new.key];
                questions.ask(
                    json!({ "old": old.note, "new": new.note, "keys": keys, "path": path }),
                    wanted,
                );
            };
            ask(&proof.path, Some(json!(true)));
            ask(&[proof.path.as_slice(), &[new.now.root]].concat(), None);
            for place in 0..proof.path.len() {
                let mut path = proof.path.clone();
                path[place] = Hash::node(&path[place], &path[place]);
                ask(&path, None);
                path.remove(place);
                ask(&path, None);
            }
        }
    }
    questions.check("proofs of consistency");
}
