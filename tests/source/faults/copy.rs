//! A copy of the crate with all faults in it, each asleep until it is asked for by its number.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::root;
use super::table::{FAULTS, Fault};

/// What the copy has of the repository.
const COPIED: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "README.md",
    "clippy.toml",
    "docs",
    "examples",
    "proofs",
    "src",
    "tests",
];

/// How the copy knows which fault is awake.
const WAKE: &str = r#"
/// Whether this is the fault that is asked for.
pub(crate) fn fault(number: usize) -> bool {
    static ASKED: std::sync::OnceLock<Option<usize>> = std::sync::OnceLock::new();
    let asked = || std::env::var("PAIDAN_FAULT").ok().and_then(|number| number.parse().ok());
    *ASKED.get_or_init(asked) == Some(number)
}
"#;

/// The program in which all layers of tests are.
const PROGRAM: &str = "engine";

/// Makes the copy and builds its tests; says where their program is.
pub fn build(folder: &Path) -> PathBuf {
    let tree = folder.join("tree");
    fs::create_dir_all(&tree).expect("a folder for the copy");
    for name in COPIED {
        mirror(name, &tree);
    }
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["test", "--offline", "--no-run", "--message-format=json", "--test", PROGRAM]);
    let output = cargo.arg("--target-dir").arg(folder.join("target")).current_dir(&tree).output();
    let output = output.expect("cargo runs");
    let told = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        let errors = messages(&told).filter(|message| message["message"]["level"] == "error");
        let errors: Vec<_> = errors.map(|error| error["message"]["rendered"].to_string()).collect();
        let log = String::from_utf8_lossy(&output.stderr);
        panic!("the copy does not build:\n{}\n{log}", errors.join("\n").replace("\\n", "\n"));
    }
    let is_it =
        |of: &serde_json::Value| of["target"]["name"] == PROGRAM && of["profile"]["test"] == true;
    let message = messages(&told).find(is_it).expect("a test that was built");
    PathBuf::from(message["executable"].as_str().expect("a program"))
}

/// What cargo says about the build.
fn messages(told: &str) -> impl Iterator<Item = serde_json::Value> {
    told.lines().filter_map(|line| serde_json::from_str(line).ok())
}

/// Makes a file or folder of the copy as it has to be. What is so already is not written again, so
/// that it need not be built again.
fn mirror(path: &str, tree: &Path) {
    let (from, to) = (root().join(path), tree.join(path));
    if from.is_dir() {
        fs::create_dir_all(&to).expect("a folder");
        let names = names(&from);
        for gone in names_of_files(&to).difference(&names) {
            fs::remove_file(to.join(gone)).expect("a file that is no longer there");
        }
        for name in names {
            mirror(&format!("{path}/{name}"), tree);
        }
        return;
    }
    let mut text = fs::read(&from).expect("a file");
    if path.starts_with("src/") {
        text = sown(path, String::from_utf8(text).expect("a text")).into_bytes();
    }
    if fs::read(&to).ok().as_ref() != Some(&text) {
        fs::write(to, text).expect("a copy");
    }
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .collect()
}

fn names_of_files(folder: &Path) -> BTreeSet<String> {
    names(folder).into_iter().filter(|name| folder.join(name).is_file()).collect()
}

/// A file of the engine with its faults.
fn sown(path: &str, mut text: String) -> String {
    for (number, fault) in (1..).zip(FAULTS.iter()).filter(|(_, fault)| fault.file == path) {
        text = text.replacen(fault.old, &either(number, fault), 1);
    }
    if path == "src/lib.rs" {
        text.push_str(WAKE);
    }
    text
}

/// What is right or, if the fault is awake, what is not.
fn either(number: usize, Fault { old, new, .. }: &Fault) -> String {
    let either = format!("if crate::fault({number}) {{ {new} }} else {{ {old} }}");
    // Statements stand by themselves; an expression may be part of a larger one.
    if old.ends_with([';', '}']) && old.contains(';') { either } else { format!("({either})") }
}
