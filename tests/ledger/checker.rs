//! `examples/audit/verify.py`, which anybody can read and run, beside the crate.

use std::fs;
use std::path::{Path, PathBuf};

use paidan::ledger::{Checkpoint, Hash, Nodes, TlogProof};
use serde_json::{Value, json};

use crate::ledger::other::checkpoint;
use crate::ledger::python::{folder, place, run};

/// A line and its hash.
type Line = (String, Hash);

/// A line that is given its hash.
fn sealed(data: &str) -> Line {
    let hash = Hash::leaf(&[data.as_bytes()]);
    (format!("{data},\"hash\":\"{hash}\"}}\n"), hash)
}

/// An entry that is bound to the last line.
fn entry(position: u64, after: &[Line]) -> Line {
    let before = after.last().expect("a header").1;
    let text = r#"the "hash":"00"} of 甲"#.replace('"', "\\\"");
    sealed(&format!("{{\"position\":{position},\"text\":\"{text}\",\"before\":\"{before}\""))
}

/// A made-up ledger: a header and some entries, the first of them at this position.
fn ledger(entries: u64, first: u64) -> Vec<Line> {
    let mut lines = vec![sealed("{\"form\":\"paidan.ledger/1\",\"origin\":\"慈溪\"")];
    for position in first..first + entries {
        lines.push(entry(position, &lines));
    }
    lines
}

fn text(lines: &[Line]) -> String {
    lines.iter().map(|(line, _)| line.as_str()).collect()
}

fn now(lines: &[Line]) -> Checkpoint {
    let nodes: Nodes = lines.iter().map(|(_, hash)| *hash).collect();
    checkpoint(nodes.size(), nodes.tree(nodes.size()).expect("all lines").root())
}

fn right(size: usize, root: &Hash, of: &str) -> String {
    format!("right: the root at {size} lines is {}, as in {of}", root.to_base64())
}

/// What the program is asked, and what it must say.
struct Questions {
    folder: PathBuf,
    asked: Vec<Value>,
    wanted: Vec<String>,
}

impl Questions {
    fn new(of: &str) -> Self {
        Self { folder: folder(of), asked: Vec::new(), wanted: Vec::new() }
    }

    fn file(&self, kind: &str, text: &[u8]) -> PathBuf {
        let path = self.folder.join(format!("{}.{kind}", self.asked.len()));
        fs::write(&path, text).expect("a file");
        path
    }

    fn ask(&mut self, arguments: &Value, input: &str, wanted: &str) {
        self.asked.push(json!({ "arguments": arguments, "input": input }));
        self.wanted.push(wanted.into());
    }

    /// Asks whether a ledger is right, by itself or beside a checkpoint.
    fn ledger(&mut self, text: impl AsRef<[u8]>, now: Option<&Checkpoint>, wanted: &str) {
        let mut files = vec![self.file("jsonl", text.as_ref())];
        files.extend(now.map(|now| self.file("checkpoint", now.to_string().as_bytes())));
        self.ask(&json!(files), "", wanted);
    }

    /// Asks whether a proof holds, with the line in a file and as an input.
    fn proof(&mut self, proof: &str, line: &str, wanted: &str) {
        let (proof, file) =
            (self.file("tlog-proof", proof.as_bytes()), self.file("json", line.as_bytes()));
        self.ask(&json!(["--proof", proof, file]), "", wanted);
        self.ask(&json!(["--proof", proof]), line, wanted);
    }

    /// What it says begins with what is wanted.
    fn check(self) {
        let (many, script) = (place("tests/ledger/many.py"), place("examples/audit/verify.py"));
        let asked = serde_json::to_vec(&self.asked).expect("a text");
        let Some(output) = run(Path::new("python3"), &[&many, &script], &asked) else { return };
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{words}");
        let answers: Vec<String> = serde_json::from_slice(&output.stdout).expect("answers");
        assert_eq!(answers.len(), self.wanted.len());
        for ((answer, wanted), asked) in answers.iter().zip(&self.wanted).zip(&self.asked) {
            assert!(answer.starts_with(wanted), "{answer:?}, not {wanted:?}, to {asked}");
        }
        println!("{:>9}  questions to verify.py", answers.len());
    }
}

/// rules 12.4: ledgers of any length are right, beside a checkpoint of now or of an earlier day.
#[test]
fn right_ledgers_are_right() {
    let (mut questions, all) = (Questions::new("right"), ledger(40, 1));
    for size in 1..=all.len() {
        let lines = &all[..size];
        questions.ledger(text(lines), None, &right(size, &now(lines).root, "no checkpoint"));
        for early in [1, size.div_ceil(2), size] {
            let early = now(&lines[..early]);
            let size = usize::try_from(early.size).expect("small");
            questions.ledger(text(lines), Some(&early), &right(size, &early.root, "dispatch."));
        }
    }
    // One that begins with a snapshot of a later day.
    let late = ledger(3, 700);
    questions.ledger(text(&late), Some(&now(&late)), "right: ");
    questions.check();
}

/// rules 12.4: a line that is missing, elsewhere, cut off or no line is found.
#[test]
fn altered_ledgers_are_wrong() {
    let (mut questions, lines) = (Questions::new("altered"), ledger(4, 1));
    let (good, now) = (text(&lines), now(&lines));
    let orders: [(&[usize], &str); 8] = [
        (&[0, 1, 2, 3, 4], "right: "),
        (&[0, 1, 3, 4], "wrong: line 3 follows another line"),
        (&[0, 2, 1, 3, 4], "wrong: line 2 follows another line"),
        (&[0, 1, 1, 2, 3, 4], "wrong: line 3 follows another line"),
        (&[1, 2, 3, 4], "wrong: line 1 has another form"),
        (&[0, 0, 1, 2, 3, 4], "wrong: line 2 has another form"),
        // Only the checkpoint shows that the end is missing.
        (&[0, 1, 2], "wrong: there are only 3 lines"),
        (&[], "wrong: there are only 0 lines"),
    ];
    for (order, wanted) in orders {
        let lines: Vec<Line> = order.iter().map(|line| lines[*line].clone()).collect();
        questions.ledger(text(&lines), Some(&now), wanted);
    }
    questions.ledger("", None, "wrong: there are only 0 lines");
    let (unended, half) = (good.trim_end(), &good[..good.len() - 20]);
    questions.ledger(unended, Some(&now), "wrong: line 5 has another form");
    questions.ledger(half, Some(&now), "wrong: line 5 does not end in a hash");
    questions.ledger(format!("{good}\n"), None, "wrong: line 6 does not end in a hash");
    questions.ledger(format!("{good}{{}}\n"), None, "wrong: line 6 does not end in a hash");
    questions.ledger(good.replace('\n', "\r\n"), None, "wrong: line 1 does not end in a hash");
    let early = Checkpoint { size: 4, ..now.clone() };
    questions.ledger(&good, Some(&early), "wrong: the checkpoint has another root");
    let gap = [lines[..4].to_vec(), vec![entry(5, &lines[..4])]].concat();
    questions.ledger(text(&gap), None, "wrong: line 5 has another position");
    // Written anew from a line on, it is right by itself, and another one beside a checkpoint.
    let mut anew = lines[..2].to_vec();
    let before = anew[1].1;
    anew.push(sealed(&format!("{{\"position\":2,\"before\":\"{before}\"")));
    anew.extend([entry(3, &anew)]);
    anew.extend([entry(4, &anew)]);
    questions.ledger(text(&anew), None, "right: ");
    questions.ledger(text(&anew), Some(&now), "wrong: the checkpoint has another root");
    questions.check();
}

/// rules 12.4: a byte that is changed anywhere is found.
#[test]
fn every_byte_counts() {
    let (mut questions, good) = (Questions::new("bytes"), text(&ledger(2, 1)).into_bytes());
    for at in 0..good.len() {
        let mut changed = good.clone();
        changed[at] ^= 1 << (at % 8);
        questions.ledger(changed, None, "wrong: line ");
    }
    questions.check();
}

/// rules 12.4: an exported proof shows that a line is in the ledger of its checkpoint.
#[test]
fn proofs_are_right() {
    let (mut questions, all) = (Questions::new("proofs"), ledger(12, 1));
    let nodes: Nodes = all.iter().map(|(_, hash)| *hash).collect();
    for size in 1..=all.len() {
        let now = now(&all[..size]);
        for (index, (line, _)) in all[..size].iter().enumerate() {
            let proof = nodes.inclusion(index as u64, size as u64).expect("a proof");
            let note = format!("{now}\n— dispatch.cixi.example/ledger AAAA\n");
            let note = if index % 2 == 0 { now.to_string() } else { note };
            let file = TlogProof::new(proof, &note).expect("for it").to_string();
            // With or without the end of the line.
            let line = if index % 3 == 0 { line.trim_end() } else { line };
            let wanted = right(size, &now.root, "dispatch.cixi.example/ledger");
            questions.proof(&file, line, &wanted);
        }
    }
    questions.check();
}

#[test]
fn altered_proofs_are_wrong() {
    let (mut questions, all) = (Questions::new("wrong"), ledger(6, 1));
    let nodes: Nodes = all.iter().map(|(_, hash)| *hash).collect();
    let (now, line) = (now(&all), all[4].0.as_str());
    let file = TlogProof::new(nodes.inclusion(4, 7).expect("a proof"), &now.to_string());
    let file = file.expect("for it").to_string();
    questions.proof(&file, line, "right: ");
    let path: Vec<&str> = file.lines().skip(2).take(3).collect();
    let root = now.root.to_base64();
    let (other_root, length) = ("the checkpoint has another root", "the path has another length");
    let cases = [
        (("index 4", "index 5"), other_root),
        (("index 4", "index 6"), length),
        (("index 4", "index 7"), length),
        (("index 4", "index 04"), "this is no proof"),
        (("index 4", "extra AAAA\nindex 4"), "this is no proof"),
        (("@v1", "@v2"), "this is no proof"),
        ((path[0], path[1]), other_root),
        ((path[0], ""), "this is no"),
        ((path[2], &format!("{0}\n{0}", path[2])), length),
        (("\n7\n", "\n3\n"), length),
        (("\n7\n", "\n0\n"), length),
        (("\n7\n", "\n07\n"), "this is no checkpoint"),
        ((&root, path[0]), other_root),
        ((&root, &format!("{root}\nextension")), "this is no checkpoint"),
    ];
    for ((from, to), wanted) in cases {
        let altered = file.replace(from, to);
        assert_ne!(altered, file);
        questions.proof(&altered, line, &format!("wrong: {wanted}"));
    }
    let single = now_alone(&all[0]);
    let beyond = single.to_string().replace("index 0", "index 1");
    questions.proof(&beyond, &all[0].0, "wrong: there is no such line");
    let changed = line.replace("position\":4", "position\":5");
    questions.proof(&file, &changed, "wrong: the line has another hash");
    questions.proof(&file, &all[3].0, "wrong: the checkpoint has another root");
    questions.proof(&file, "", "wrong: the line does not end in a hash");
    questions.check();
}

/// The proof of a ledger of one line.
fn now_alone(line: &Line) -> TlogProof {
    let nodes: Nodes = [line.1].into_iter().collect();
    let now = now(core::slice::from_ref(line));
    TlogProof::new(nodes.inclusion(0, 1).expect("a proof"), &now.to_string()).expect("for it")
}

/// What is wrong ends the program with an error, so that a script can tell.
#[test]
fn the_program_ends_with_an_error_where_something_is_wrong() {
    let questions = Questions::new("ends");
    let good = text(&ledger(2, 1));
    let script = place("examples/audit/verify.py");
    let good_file = questions.file("good", good.as_bytes());
    let wrong_file = questions.file("wrong", good.replace("甲", "乙").as_bytes());
    let run = |file: &PathBuf| run(Path::new("python3"), &[&script, file], b"");
    let (Some(good), Some(wrong)) = (run(&good_file), run(&wrong_file)) else { return };
    assert_eq!((good.status.code(), wrong.status.code()), (Some(0), Some(1)));
    assert!(good.stdout.starts_with(b"right: ") && good.stderr.is_empty());
    assert!(wrong.stderr.starts_with(b"wrong: line 2 ") && wrong.stdout.is_empty());
}
