//! The house in order: floors, sizes, citations, and what must not stand in the source.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors of `src/` from the bottom; each is a list of families, `x.rs` with `x/*.rs`. A
/// family uses lower floors, those after it on its own, and itself. The roof, `lib.rs`, uses all.
const FLOORS: &[(&str, &[&str])] = &[
    ("words", &["wire", "money", "date", "credit_code", "label", "list", "id", "share", "article"]),
    (
        "facts",
        &[
            "command", "event", "refusal", "standing", "policy", "order", "finding", "council",
            "register", "member", "cap", "calendar",
        ],
    ),
    ("parts", &["parts"]),
    ("rules", &["rules"]),
    ("the alliance", &["alliance"]),
    ("acts", &["sound", "replay", "step", "explain", "reassign", "dispatch", "check"]),
    ("record", &["statement", "goals", "indicator"]),
    ("text", &["text"]),
    ("contents", &["articles"]),
];

/// The sections of the rules that are built, each of which a test must cite.
const BUILT: &[&str] = &[
    "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "2.1", "2.2", "2.3",
    "2.4", "3.1", "3.2", "3.3", "3.4", "3.5", "4", "5.1", "5.2", "5.3", "5.4", "5.5", "6.1", "6.2",
    "6.3", "6.4", "6.5", "6.6", "7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "7.7", "8.1", "8.2",
    "8.3", "9", "10.1", "10.2", "11", "12.1", "12.2", "12.3", "12.4", "13", "14",
];

const MOST_LINES: usize = 500;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files below some folders of the repository, each with its path from there and its text.
fn sources(folders: &[&str]) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if path.is_dir() && name != "target" && !name.starts_with('.') {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    for folder in folders {
        walk(&root().join(folder), &mut paths);
    }
    paths.sort();
    let name = |path: &Path| path.strip_prefix(root()).expect("inside").display().to_string();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).expect("a text"))).collect()
}

/// The name at the beginning of a text.
fn word(text: &str) -> &str {
    let end = text.find(|of: char| !of.is_ascii_alphanumeric() && of != '_');
    &text[..end.unwrap_or(text.len())]
}

/// The text without its comments.
fn code(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Floor and place of a family; the place grows with the order of the list.
fn place(family: &str) -> Option<(usize, usize)> {
    FLOORS.iter().enumerate().find_map(|(floor, (_, families))| {
        Some((floor, families.iter().position(|of| *of == family)?))
    })
}

/// The families that a file of `src/` names.
fn used(name: &str, text: &str) -> Vec<String> {
    // At the root of the source `super` is the roof, too.
    let is_at_root = !name.trim_start_matches("src/").contains('/');
    let code = code(text);
    let mut used: Vec<String> =
        code.split("crate::").skip(1).map(|rest| word(rest).to_string()).collect();
    if is_at_root {
        let above = code.split("super::").skip(1).map(word);
        used.extend(above.filter(|name| place(name).is_some()).map(str::to_string));
    }
    used
}

#[test]
fn every_file_uses_only_what_is_below_it() {
    let mut families = BTreeSet::new();
    for (name, text) in sources(&["src"]) {
        if name == "src/lib.rs" {
            continue;
        }
        let family = word(name.trim_start_matches("src/"));
        let (floor, nth) = place(family).unwrap_or_else(|| panic!("{name} belongs to no floor"));
        families.insert(family.to_string());
        assert!(!text.contains("super::super"), "{name} climbs; name it from the crate");
        for used in used(&name, &text) {
            // Names that the roof shows stand in no table: inside, each is used from its home.
            let below = place(&used).unwrap_or_else(|| panic!("{name} uses crate::{used}"));
            let is_below = below.0 < floor || (below.0 == floor && below.1 > nth);
            assert!(used == family || is_below, "{name} uses {used}, which is not below it");
        }
    }
    let listed: BTreeSet<String> =
        FLOORS.iter().flat_map(|(_, families)| *families).map(ToString::to_string).collect();
    assert_eq!(families, listed, "the table has just the families there are");
}

#[test]
fn no_file_is_too_long() {
    for (name, text) in sources(&["."]) {
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "{name} has {lines} lines");
    }
}

/// Clippy counts the lines of functions; it must be told to, and only sentences may be exempt.
#[test]
fn functions_are_held_short_by_clippy() {
    let read = |name| fs::read_to_string(root().join(name)).expect("a text");
    assert!(read("clippy.toml").lines().any(|line| line == "too-many-lines-threshold = 70"));
    assert!(read("Cargo.toml").lines().any(|line| line == r#"too_many_lines = "deny""#));
    let lint = concat!("clippy::too_many", "_lines");
    for (name, text) in sources(&["."]) {
        let is_exempt = text.contains(lint);
        assert!(!is_exempt || name.contains("src/text/"), "{name} has too long a function");
    }
}

/// The numbers of sections in a text right after the word `rules`: `rules 1.4 and 6.1 to 6.3`.
fn cited(text: &str) -> Vec<String> {
    // A citation may go over the end of a line of comment.
    let unbroken: Vec<&str> =
        text.lines().map(|line| line.trim().trim_start_matches(['/', '!']).trim()).collect();
    let unbroken = unbroken.join(" ");
    let mut found: Vec<String> = Vec::new();
    for mut rest in unbroken.split("rules ").skip(1) {
        let mut is_range = false;
        while let Some((number, after)) = number(rest) {
            match found.last() {
                Some(first) if is_range => found.extend(range(&first.clone(), number)),
                _ => found.push(number.into()),
            }
            let joined = [", ", " and ", " to "].iter().find_map(|by| {
                is_range = *by == " to ";
                after.strip_prefix(by)
            });
            let Some(next) = joined else { break };
            rest = next;
        }
    }
    found
}

/// A section's number at the beginning of a text, and what comes after it.
fn number(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|of: char| !of.is_ascii_digit() && of != '.').unwrap_or(text.len());
    let number = text[..end].trim_end_matches('.');
    (!number.is_empty()).then(|| (number, &text[number.len()..]))
}

/// The numbers after the first of a range, the last included.
fn range(first: &str, last: &str) -> Vec<String> {
    let split = |number: &str| {
        let (chapter, section) = number.split_once('.').unwrap_or((number, ""));
        (chapter.to_string(), section.parse::<u32>().unwrap_or(0))
    };
    let ((chapter, from), (other, to)) = (split(first), split(last));
    assert_eq!(chapter, other, "a range of one chapter, not {first} to {last}");
    (from + 1..=to).map(|section| format!("{chapter}.{section}")).collect()
}

/// The numbers of the chapters and sections that the rules have.
fn sections() -> BTreeSet<String> {
    let rules = fs::read_to_string(root().join("docs/rules.md")).expect("the rules");
    let numbers = rules.lines().filter_map(|line| {
        let (number, rest) = number(line.trim_start_matches("## "))?;
        (rest.starts_with(' ') || rest.starts_with(". ")).then(|| number.to_string())
    });
    numbers.collect()
}

/// What the doc comments of tests cite.
fn cited_by_tests() -> BTreeSet<String> {
    let mut cited_by_tests = BTreeSet::new();
    for (_, text) in sources(&["tests"]) {
        let mut comment = String::new();
        for line in text.lines().map(str::trim) {
            if line.starts_with("///") {
                comment.push_str(line);
                comment.push('\n');
            } else {
                if line == "#[test]" {
                    cited_by_tests.extend(cited(&comment));
                }
                comment.clear();
            }
        }
    }
    cited_by_tests
}

#[test]
fn every_section_that_is_cited_exists() {
    let sections = sections();
    assert!(sections.len() > 60, "the rules have more sections than {sections:?}");
    for (name, text) in sources(&["src", "tests", "examples", "benches"]) {
        for number in cited(&text) {
            assert!(sections.contains(&number), "{name} cites rules {number}");
        }
    }
}

#[test]
fn every_section_that_is_built_is_tested() {
    let cited = cited_by_tests();
    let missing: Vec<&&str> = BUILT.iter().filter(|section| !cited.contains(**section)).collect();
    assert!(missing.is_empty(), "no test cites rules {missing:?}");
}

#[test]
fn citations_are_found() {
    let text =
        "/// as rules 1.4 and 14, (rules\n/// 6.1, 6.3 to 6.5) say; rules of thumb, rules 5.2 d.";
    assert_eq!(cited(text), ["1.4", "14", "6.1", "6.3", "6.4", "6.5", "5.2"]);
}

#[test]
fn nothing_is_left_open_or_floats() {
    let open = [concat!("to", "do!("), concat!("unimple", "mented!("), concat!("#[", "ignore")];
    for (name, text) in sources(&["."]) {
        for needle in open {
            assert!(!text.contains(needle), "{name} has {needle}");
        }
        let floats = ["f32", "f64"].iter().any(|float| text.contains(float));
        assert!(!floats || !name.contains("src/"), "{name} has floats");
    }
}
