//! The regulation as the documentation tells it, article by article, held against the source:
//! what an entry names, exists.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use paidan::{Article, articles};

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Whether a name is that of a Rust file.
fn is_source(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "rs")
}

/// Whether a name is that of a file of proofs.
fn is_proof(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "v")
}

/// The names of the Rust files in a folder.
fn files_in(folder: &str) -> Vec<String> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry"));
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| is_source(name) && name != "mod.rs").collect()
}

/// An entry: the comment before `pub const A16: Article = Article::numbered(16);`, a line each.
struct Entry {
    number: u8,
    lines: Vec<String>,
}

impl Entry {
    fn all() -> Vec<Self> {
        let mut entries = Vec::new();
        let mut lines = Vec::new();
        for line in read("src/articles.rs").lines() {
            if let Some(comment) = line.strip_prefix("///") {
                lines.push(comment.trim().to_string());
            } else if let Some(rest) = line.strip_prefix("pub const A") {
                let number = rest.split(':').next().expect("a name").parse().expect("a number");
                let value = format!("{number}: Article = Article::numbered({number});");
                assert_eq!(rest, value, "the constant of article {number}");
                entries.push(Self { number, lines: std::mem::take(&mut lines) });
            }
        }
        entries
    }

    /// What it says: its first paragraph.
    fn says(&self) -> String {
        let lines: Vec<&str> =
            self.lines.iter().map(String::as_str).take_while(|line| !line.is_empty()).collect();
        lines.join(" ")
    }

    /// The points of its list that begin with a word in bold, without it.
    fn points(&self, about: &str) -> Vec<String> {
        let text = self.lines.join(" ");
        let points = text.split("- **").skip(1);
        let points = points.filter_map(|point| point.strip_prefix(about)?.strip_prefix("**"));
        points.map(|point| point.trim().to_string()).collect()
    }

    /// The files that a point names, each with the functions named after it.
    fn named(&self, about: &str) -> Vec<(String, Vec<String>)> {
        let mut named: Vec<(String, Vec<String>)> = Vec::new();
        for point in self.points(about) {
            for name in point.split('`').skip(1).step_by(2) {
                if is_source(name) || is_proof(name) {
                    named.push((name.into(), Vec::new()));
                } else {
                    let of = named.last_mut().expect("a file before its functions");
                    of.1.push(name.into());
                }
            }
        }
        named
    }
}

/// Whether a file has a function, and as a test if that is asked for.
fn has(text: &str, name: &str, as_a_test: bool) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let begins = |line: &str| {
        let line = line.trim_start_matches("pub(crate) ").trim_start_matches("const ");
        line.strip_prefix("fn ")
            .and_then(|rest| rest.strip_prefix(name))
            .is_some_and(|rest| rest.starts_with(['(', '<']))
    };
    lines.iter().enumerate().any(|(nth, line)| {
        let attributes = lines[..nth].iter().rev().take_while(|line| line.starts_with("#["));
        begins(line) && (!as_a_test || attributes.into_iter().any(|line| *line == "#[test]"))
    })
}

#[test]
fn every_article_has_an_entry() {
    let numbers: Vec<u8> = Entry::all().iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, (1..=26).collect::<Vec<u8>>());
    assert_eq!(Article::ALL.map(Article::number).to_vec(), numbers);
    assert!(Article::ALL.iter().all(|article| Article::new(article.number()) == Some(*article)));
    assert_eq!((Article::new(0), Article::new(27)), (None, None));
    assert_eq!((articles::A1, articles::A26), (Article::ALL[0], Article::ALL[25]));
}

/// An entry begins with the title, and no two have the same.
#[test]
fn every_article_has_titles() {
    for entry in Entry::all() {
        let title = Article::new(entry.number).expect("an article").title_en();
        let says = entry.says();
        let rest = says.strip_prefix(title).and_then(|rest| rest.strip_prefix(": "));
        assert!(rest.is_some_and(|rest| rest.ends_with('.')), "{title}, but: {says}");
    }
    let titles = |of: fn(Article) -> &'static str| Article::ALL.map(of).into_iter().collect();
    let both: [BTreeSet<&str>; 2] = [titles(Article::title_en), titles(Article::title_zh)];
    assert_eq!(both.each_ref().map(BTreeSet::len), [26, 26]);
    let is_chinese = |title: &str| title.chars().all(|letter| letter > '\u{3000}');
    assert!(both[1].iter().all(|title| is_chinese(title)), "{:?}", both[1]);
}

/// An entry says what carries the article out and what holds that, or why nothing can.
#[test]
fn every_article_is_carried_out_or_told_why_not() {
    for entry in Entry::all() {
        let number = entry.number;
        let has = |about| !entry.points(about).is_empty();
        assert!(has("Called") || has("No engine"), "article {number} has neither");
        assert!(has("Called") || !has("Rules"), "how are the rules of {number} called?");
        assert_eq!(has("Tests"), has("Called") || number == 3, "article {number}");
    }
}

#[test]
fn every_function_that_is_named_exists() {
    for entry in Entry::all() {
        for (file, functions) in entry.named("Rules") {
            let text = read(&file);
            assert!(file.starts_with("src/rules/"), "article {} names {file}", entry.number);
            assert!(!functions.is_empty(), "article {} names none of {file}", entry.number);
            for name in functions {
                assert!(has(&text, &name, false), "article {}: {file}, {name}", entry.number);
            }
        }
    }
}

#[test]
fn every_test_that_is_named_exists() {
    for entry in Entry::all() {
        for (file, tests) in entry.named("Tests") {
            let text = read(&file);
            assert!(file.starts_with("tests/"), "article {} names {file}", entry.number);
            assert!(!tests.is_empty(), "article {} names none of {file}", entry.number);
            for name in tests {
                assert!(has(&text, &name, true), "article {}: {file}, {name}", entry.number);
            }
        }
    }
}

/// The theorems of a file of proofs, each with the comment before it.
fn theorems(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("\nTheorem ") {
        let name = text[at..].split_whitespace().nth(1).expect("a name");
        let comment = text[..at].trim_end().rsplit_once("(**").map_or("", |(_, comment)| comment);
        found.push((name, comment));
    }
    found
}

#[test]
fn every_theorem_that_is_named_is_proved() {
    let mut named = 0;
    for entry in Entry::all() {
        for (file, names) in entry.named("Theorems") {
            let text = read(&file);
            assert!(file.starts_with("proofs/"), "article {} names {file}", entry.number);
            assert!(!names.is_empty(), "article {} names none of {file}", entry.number);
            for name in names {
                named += 1;
                let is_proved = theorems(&text).iter().any(|(proved, _)| *proved == name);
                assert!(is_proved, "article {}: {file}, {name}", entry.number);
            }
        }
    }
    assert!(named >= 20, "{named} theorems are named");
}

/// Each theorem is said in both languages, is of an article, has a test of the same name, and
/// stands in the tables of theorems.
#[test]
fn every_theorem_is_told_and_tested() {
    let tables = ["README.md", "proofs/README.md", "proofs/README.zh-CN.md"].map(read);
    let named: BTreeSet<(String, String)> = Entry::all()
        .iter()
        .flat_map(|entry| entry.named("Theorems"))
        .flat_map(|(file, names)| names.into_iter().map(move |name| (file.clone(), name)))
        .collect();
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("proofs"));
    let files = entries.expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let files = files.map(|file| file.to_string_lossy().into_owned());
    let mut proved = 0;
    for file in files.filter(|name| is_proof(name)) {
        let text = read(&format!("proofs/{file}"));
        for (name, comment) in theorems(&text) {
            proved += 1;
            let is_said = comment.contains("中文：") && comment.contains("English: ");
            assert!(is_said, "{file}: {name} is not said in both languages");
            let is_named = named.contains(&(format!("proofs/{file}"), name.into()));
            assert!(is_named, "{file}: no article names {name}");
            let tests = file.trim_end_matches(".v").to_lowercase();
            let tests = read(&format!("tests/proofs/{tests}.rs"));
            assert!(has(&tests, name, true), "{file}: {name} has no test of the same name");
            let is_told = tables.iter().all(|table| table.contains(&format!("`{name}`")));
            assert!(is_told, "{file}: {name} is not in every table");
        }
    }
    assert!(proved >= 20, "{proved} theorems");
}

/// Each file of rules is named by some article.
#[test]
fn every_rule_is_of_an_article() {
    let named: Vec<(String, Vec<String>)> =
        Entry::all().iter().flat_map(|entry| entry.named("Rules")).collect();
    let mut files = 0;
    for file in files_in("src/rules").iter().map(|name| format!("src/rules/{name}")) {
        files += 1;
        assert!(named.iter().any(|(of, _)| *of == file), "no article names {file}");
    }
    assert!(files >= 12, "{files} files of rules");
}

/// Each option of the policy is a link of some entry.
#[test]
fn every_field_of_the_policy_is_a_reading() {
    let text = read("src/articles.rs");
    let policy = read("src/facts/policy.rs");
    let mut fields = 0;
    for of in policy.split("pub struct ").skip(1) {
        let Some((name, rest)) = of.split_once(" {") else { continue };
        if !name.ends_with("Policy") {
            continue;
        }
        let body = rest.split("\n}").next().expect("its end");
        for line in body.lines().filter_map(|line| line.trim().strip_prefix("pub ")) {
            let field = line.split(':').next().expect("a name");
            fields += 1;
            assert!(text.contains(&format!("[`{name}::{field}`]")), "no entry has {name}::{field}");
        }
    }
    assert!(fields >= 20, "{fields} fields");
}

/// Each reading that the policy lets a city choose has a witness that is shown.
#[test]
fn every_reading_has_a_witness() {
    let shown: String = ["a05", "a16", "a17"]
        .map(|name| {
            let path = format!("tests/witness/{name}.md");
            let included = format!("#[doc = include_str!(\"../{path}\")]");
            assert!(read("src/articles.rs").contains(&included), "no entry shows {path}");
            read(&path)
        })
        .concat();
    let policy = read("src/facts/policy.rs");
    let mut readings = 0;
    for of in policy.split("pub enum ").skip(1) {
        let (name, rest) = of.split_once(" {\n").expect("a body");
        let lines = rest.split("\n}").next().expect("its end").lines();
        let of_a_variant = lines.filter_map(|line| line.strip_prefix("    "));
        for line in of_a_variant.filter(|line| line.starts_with(|of: char| of.is_alphabetic())) {
            let variant = line.split([',', ' ']).next().expect("a name");
            readings += 1;
            assert!(shown.contains(&format!("`{name}::{variant}")), "{name}::{variant}");
        }
    }
    assert!(readings >= 13, "{readings} readings");
    let fields = ["item_min_orders", "amount_min_orders", "item_min_members", "amount_min_members"];
    for field in fields {
        assert!(shown.contains(field), "no witness for {field}");
    }
}

/// Each article that a refusal or a standing cites is carried out.
#[test]
fn every_article_that_is_cited_is_carried_out() {
    for (file, matched) in
        [("src/facts/refusal/article.rs", "=> "), ("src/facts/standing.rs", "=> ")]
    {
        let text = read(file);
        let body = text.split("pub fn article(").nth(1).expect("the function");
        let body = body.split("Article::new(").next().expect("its end");
        let ends = body.split(matched).skip(1).filter_map(|rest| rest.split(',').next());
        let cited: BTreeSet<u8> = ends.filter_map(|number| number.parse().ok()).collect();
        assert!(cited.len() > 3, "{file} cites {cited:?}");
        for entry in Entry::all().iter().filter(|entry| cited.contains(&entry.number)) {
            assert!(!entry.points("Called").is_empty(), "{file} cites article {}", entry.number);
        }
    }
}
