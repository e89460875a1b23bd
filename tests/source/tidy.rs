//! The house in order: floors, sizes, citations, and what must not stand in the source.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The floors of `src/` from the bottom, each a folder. A file uses lower floors and its own. On the
/// roof the contents and what is public use all of them.
const FLOORS: &[&str] =
    &["words", "facts", "parts", "rules", "alliance", "doors", "record", "text", "simulation"];

/// The files on the roof.
const ROOF: &[&str] = &["articles.rs", "glossary.rs", "lib.rs"];

/// The sections of the rules that are built, each of which a test must cite.
const BUILT: &[&str] = &[
    "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "2.1", "2.2", "2.3",
    "2.4", "2.5", "3.1", "3.2", "3.3", "3.4", "3.5", "4", "5.1", "5.2", "5.3", "5.4", "5.5", "6.1",
    "6.2", "6.3", "6.4", "6.5", "6.6", "7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "7.7", "7.8",
    "8.1", "8.2", "8.3", "9", "10.1", "10.2", "11", "12.1", "12.2", "12.3", "12.4", "12.5", "13",
    "14",
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

/// The floor of a file or folder of `src/`.
fn floor(name: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| *floor == name)
}

/// The paths at the beginning of a text: one, or where it ends in braces those within.
fn paths(text: &str) -> Vec<String> {
    let end = text.find(|of: char| !of.is_ascii_alphanumeric() && of != '_' && of != ':');
    let (path, rest) = text.split_at(end.unwrap_or(text.len()));
    let Some(group) = rest.strip_prefix('{').filter(|_| path.ends_with("::")) else {
        return vec![path.trim_end_matches(':').to_string()];
    };
    let (mut depth, mut from, mut members) = (0, 0, Vec::new());
    for (at, of) in group.char_indices() {
        match of {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                members.extend(paths(group[from..at].trim_start()));
                from = at + 1;
            }
            '}' => depth -= 1,
            _ => {}
        }
        if of == '}' && from == at + 1 {
            break;
        }
    }
    members.into_iter().map(|member| format!("{path}{member}")).collect()
}

/// The paths from the crate that a file of `src/` names, each from its floor on.
fn used(text: &str) -> Vec<String> {
    // Who may see something is no use of it.
    let code = code(text).replace("(in crate::", "(");
    code.split("crate::").skip(1).flat_map(paths).collect()
}

/// The rooms within a file's own folder that it names without saying where they are.
fn within(name: &str, text: &str) -> Vec<String> {
    let code = code(text);
    let folder = name.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let rooms = code.lines().filter_map(|line| {
        let room = line.trim_end_matches(';').rsplit_once("mod ")?.1;
        let named = [format!(" {room}::"), format!("({room}::"), format!("&{room}::")];
        named.iter().any(|name| code.contains(name)).then(|| format!("{folder}/{room}"))
    });
    rooms.map(|room| room.replace('/', "::")).collect()
}

#[test]
fn every_folder_of_the_source_is_a_floor() {
    let entries = fs::read_dir(root().join("src")).expect("the source");
    let names = entries.map(|of| of.expect("an entry").file_name().into_string().expect("a name"));
    let found: BTreeSet<String> = names.collect();
    let built = FLOORS.iter().chain(ROOF).map(ToString::to_string).collect();
    assert_eq!(found, built, "the source has just its floors and its roof");
}

#[test]
fn every_file_uses_only_what_is_below_it() {
    for (name, text) in sources(&["src"]) {
        assert!(!text.contains("super::super"), "{name} climbs; name it from the crate");
        let Some((own, _)) = name.trim_start_matches("src/").split_once('/') else { continue };
        let own = floor(own).unwrap_or_else(|| panic!("{name} is on no floor"));
        for path in used(&text) {
            // Names that the roof shows are on no floor: inside, each is used from its home.
            let used = floor(word(&path)).unwrap_or_else(|| panic!("{name} uses crate::{path}"));
            assert!(used <= own, "{name} uses {path}, which is above it");
        }
    }
}

/// The file in which the thing that a path names is at home: the longest of its beginnings that is
/// a file.
fn home(path: &str, files: &BTreeSet<String>) -> Option<String> {
    let parts: Vec<&str> = path.split("::").collect();
    let beginnings = (1..=parts.len()).rev().map(|length| parts[..length].join("/"));
    beginnings
        .flat_map(|name| [format!("src/{name}.rs"), format!("src/{name}/mod.rs")])
        .find(|name| files.contains(name))
}

/// Follows what a file uses, depth first; a file that is met while it is followed closes a circle.
fn follow(
    name: &str,
    uses: &BTreeMap<String, BTreeSet<String>>,
    way: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) {
    if let Some(start) = way.iter().position(|of| of == name) {
        panic!("a circle: {} → {name}", way[start..].join(" → "));
    }
    if done.contains(name) {
        return;
    }
    way.push(name.to_string());
    uses[name].iter().for_each(|used| follow(used, uses, way, done));
    way.pop();
    done.insert(name.to_string());
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let texts = sources(&["src"]);
    let files: BTreeSet<String> = texts.iter().map(|(name, _)| name.clone()).collect();
    let uses = texts.iter().map(|(name, text)| {
        let paths = used(text).into_iter().chain(within(name, text));
        let homes = paths.filter_map(|path| home(&path, &files));
        (name.clone(), homes.filter(|used| used != name).collect::<BTreeSet<_>>())
    });
    let uses: BTreeMap<_, _> = uses.collect();
    let mut done = BTreeSet::new();
    for name in uses.keys() {
        follow(name, &uses, &mut Vec::new(), &mut done);
    }
    assert_eq!(done.len(), files.len());
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
        assert!(!floats || !name.starts_with("src/"), "{name} has floats");
    }
}
