//! The rules in English and in Chinese, held beside each other: the same sections, options,
//! numbers, acts and fields. And the words that both READMEs and the documentation explain.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A chapter or a section, by its number, with its text; what comes before the first is `""`.
type Sections = Vec<(String, String)>;

/// The sections of a text in their order: `## 6. Caps` begins one, and in it a line with `6.1 `.
fn sections(text: &str) -> Sections {
    let mut found: Sections = vec![(String::new(), String::new())];
    let (mut chapter, mut next) = (String::new(), 1);
    for line in text.lines() {
        let heading = line.strip_prefix("## ").and_then(|rest| rest.split_once(". "));
        let number = format!("{chapter}.{next}");
        if let Some((number, title)) = heading {
            (chapter, next) = (number.to_string(), 1);
            found.push((chapter.clone(), title.to_string()));
        } else if let Some(rest) = line.strip_prefix(&format!("{number} ")) {
            next += 1;
            found.push((number, rest.to_string()));
        } else if !line.starts_with("<a id=") {
            let (_, text) = found.last_mut().expect("the beginning");
            text.push('\n');
            text.push_str(line);
        }
    }
    found
}

fn both() -> (Sections, Sections) {
    let (english, chinese) = (read("docs/rules.md"), read("docs/rules.zh-CN.md"));
    (sections(&english), sections(&chinese))
}

/// The number that Chinese numerals say, up to 9 999.
fn numeral(text: &str) -> u32 {
    let (mut whole, mut digit) = (0, 0);
    for of in text.chars() {
        let unit = match of {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => {
                let at = "零一二三四五六七八九".chars().position(|known| known == of);
                digit = u32::try_from(at.expect("a numeral")).expect("a digit");
                continue;
            }
        };
        whole += digit.max(1) * unit;
        digit = 0;
    }
    whole + digit
}

/// The text with the articles and the grounds that are counted in numerals (第五、七、八条,
/// 第二至五种情形) counted in digits.
fn in_digits(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split('第');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let is_of_it = |of: char| "零一二三四五六七八九十百千、和至".contains(of);
        let end = part.find(|of| !is_of_it(of)).unwrap_or(part.len());
        let (numerals, rest) = part.split_at(end);
        let is_counted = rest.starts_with('条') || rest.starts_with("种情形");
        if is_counted && !numerals.is_empty() {
            let counted = numerals.split(['、', '和', '至']).map(|of| numeral(of).to_string());
            out.push(' ');
            out.push_str(&counted.collect::<Vec<_>>().join(" "));
            out.push(' ');
        } else {
            out.push_str(numerals);
        }
        out.push_str(rest);
    }
    out
}

/// The numbers of a text, sorted, each as often as it stands there: `5 000`, `6.3` and `2021`.
fn numbers(text: &str) -> Vec<String> {
    let text: Vec<char> = in_digits(text).chars().collect();
    let is_digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    let is_group = |at: usize| (at..at + 3).all(is_digit) && !is_digit(at + 3);
    let (mut found, mut number) = (Vec::new(), String::new());
    for at in 0..=text.len() {
        match text.get(at) {
            Some(of) if of.is_ascii_digit() => number.push(*of),
            Some('.') if !number.is_empty() && is_digit(at + 1) => number.push('.'),
            Some(' ') if !number.is_empty() && is_group(at + 1) => {}
            _ if !number.is_empty() => found.push(std::mem::take(&mut number)),
            _ => {}
        }
    }
    found.sort();
    found
}

/// What stands in code font.
fn names(text: &str) -> BTreeSet<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// What stands in bold: numbers and names in code font as they are, words by their place only.
fn bold(text: &str) -> Vec<String> {
    let spans = text.split("**").skip(1).step_by(2);
    let known = |span: &str| {
        let name = span.contains('`').then(|| span.to_string());
        name.unwrap_or_else(|| numbers(span).concat())
    };
    spans.map(known).collect()
}

#[test]
fn numerals_are_read() {
    assert_eq!(
        ["五", "十", "十六", "二十", "二十六", "一千二百五十九"].map(numeral),
        [5, 10, 16, 20, 26, 1259]
    );
    assert_eq!(numbers("《办法》第五、二十条，5 000元，第一项，6.3。"), ["20", "5", "5000", "6.3"]);
    assert_eq!(numbers("articles 5 and 20, 5 000 yuan, 6.3."), ["20", "5", "5000", "6.3"]);
}

#[test]
fn both_have_the_same_sections() {
    let (english, chinese) = both();
    let numbers = |of: &Sections| of.iter().map(|of| of.0.clone()).collect::<Vec<_>>();
    assert_eq!(numbers(&english), numbers(&chinese));
    assert!(english.len() > 60, "{} sections", english.len());
    for of in ["rules.md", "rules.zh-CN.md"] {
        let text = read(&format!("docs/{of}"));
        for (number, _) in english.iter().skip(1) {
            let anchor = format!("\n<a id=\"{number}\"></a>\n");
            assert_eq!(text.matches(&anchor).count(), 1, "{of} has an anchor for {number}");
        }
    }
}

#[test]
fn both_have_the_same_options_and_numbers() {
    let (english, chinese) = both();
    for ((number, english), (_, chinese)) in english.iter().zip(&chinese) {
        assert_eq!(names(english), names(chinese), "names of section {number}");
        assert_eq!(bold(english), bold(chinese), "options and defaults of section {number}");
        let (ours, theirs) = (numbers(english), numbers(chinese));
        assert_eq!(ours, theirs, "numbers of section {number}");
        let choices = |text: &str| text.split_whitespace().filter(|of| *of == "|").count();
        assert_eq!(choices(english), choices(chinese), "choices of section {number}");
    }
    let options = |of: &Sections, word| of.iter().map(|of| of.1.matches(word).count()).sum();
    let counts: [usize; 2] = [options(&english, "**option**"), options(&chinese, "**选项**")];
    assert_eq!(counts[0], counts[1]);
    assert!(counts[0] >= 7, "{} options", counts[0]);
}

/// The rows of the table of a section, each with its cells, without the head.
fn rows(of: &Sections, section: &str) -> Vec<Vec<String>> {
    let text = &of.iter().find(|of| of.0 == section).expect("the section").1;
    let lines = text.lines().filter_map(|line| line.strip_prefix('|')?.strip_suffix('|'));
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_string()).collect();
    lines.skip(2).map(cells).collect()
}

/// The parts of a cell, in either language.
fn parts(cell: &str, by: &[char]) -> Vec<String> {
    cell.split(by).map(|part| part.trim().to_string()).filter(|part| !part.is_empty()).collect()
}

/// Notes down that a word is put into another, which must always be the same one.
fn note(known: &mut BTreeMap<String, String>, english: &str, chinese: &str) {
    let before = known.entry(english.into()).or_insert_with(|| chinese.into());
    assert_eq!(before, chinese, "{english} is put in two ways");
}

#[test]
fn both_have_the_same_words() {
    let (english, chinese) = both();
    let (english, chinese) = (rows(&english, "0"), rows(&chinese, "0"));
    let code = |rows: &[Vec<String>]| rows.iter().map(|row| row[1].clone()).collect::<Vec<_>>();
    assert_eq!(code(&english), code(&chinese));
    for (english, chinese) in english.iter().zip(&chinese) {
        // `接单 (art. 15), 委托` and `接单（第十五条）、委托`: without what is in brackets.
        let words = |cell: &str| {
            let plain: String = cell.split(['(', '（']).take(1).collect();
            parts(&plain, &['/', ',', '、'])
        };
        assert_eq!(words(&english[0]), words(&chinese[0]));
    }
    assert!(english.len() > 20, "{} words", english.len());
}

#[test]
fn both_have_the_same_acts() {
    let (english, chinese) = both();
    let (english, chinese) = (rows(&english, "14"), rows(&chinese, "14"));
    let (mut fields, mut reasons) = (BTreeMap::new(), BTreeMap::new());
    let by_act = |rows: &[Vec<String>]| rows.iter().map(|row| row[0].clone()).collect::<Vec<_>>();
    assert_eq!(by_act(&english), by_act(&chinese));
    for (english, chinese) in english.iter().zip(&chinese) {
        let cells = [
            (1, &[',', ';', '/', '、', '；'][..], &mut fields),
            (2, &[';', '；'][..], &mut reasons),
        ];
        for (column, by, known) in cells {
            let (ours, theirs) = (parts(&english[column], by), parts(&chinese[column], by));
            assert_eq!(ours.len(), theirs.len(), "{}: {ours:?} and {theirs:?}", english[0]);
            for (english, chinese) in ours.iter().zip(&theirs) {
                note(known, english, chinese);
                assert_eq!(english.ends_with('?'), chinese.ends_with('？'), "{english}");
            }
        }
    }
    assert!(english.len() >= 40, "{} acts", english.len());
}

/// Every act of the table is one of the engine, and the other way round.
#[test]
fn the_acts_are_those_of_the_engine() {
    let (english, _) = both();
    let told: BTreeSet<String> =
        rows(&english, "14").iter().map(|row| row[0].trim_matches('`').to_string()).collect();
    let source = read("src/facts/command.rs");
    let body = source.split("pub enum Act {").nth(1).expect("the acts");
    let body = body.split("\n}").next().expect("their end");
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    let names = lines.filter(|line| line.starts_with(|of: char| of.is_ascii_uppercase()));
    let names = names.map(|line| line.split(['(', ' ', ',']).next().expect("a name").to_string());
    assert_eq!(told, names.collect::<BTreeSet<String>>());
}

/// A text without what stands in blocks of code, and these, without comments and what is said.
fn apart(text: &str) -> (String, Vec<String>) {
    let (mut prose, mut blocks, mut is_code) = (String::new(), Vec::new(), false);
    for line in text.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
            if is_code {
                blocks.push(line.to_string());
            }
        } else if is_code {
            let code = line.split("//").next().unwrap_or_default();
            let code =
                if code.starts_with("cargo ") { code.split(" #").next() } else { Some(code) };
            let code = code.unwrap_or_default().trim();
            let is_said = code.starts_with("println!(");
            if !code.is_empty() && !is_said {
                blocks.last_mut().expect("a block").push_str(code);
            }
        } else {
            prose.push_str(line);
            prose.push('\n');
        }
    }
    (prose, blocks)
}

/// Both READMEs claim the same: as many sections, in each the same numbers and rows of tables, and
/// the same code.
#[test]
fn both_readmes_claim_the_same() {
    let (english, code) = apart(&read("README.md"));
    let (chinese, same_code) = apart(&read("README.zh-CN.md"));
    assert_eq!(code, same_code);
    assert!(code.len() >= 5, "{} blocks", code.len());
    let sections = |text: &str| text.split("\n## ").map(String::from).collect::<Vec<_>>();
    let (english, chinese) = (sections(&english), sections(&chinese));
    assert_eq!(english.len(), chinese.len());
    for (english, chinese) in english.iter().zip(&chinese) {
        let title = english.lines().next().unwrap_or_default();
        assert_eq!(numbers(english), numbers(chinese), "numbers of {title}");
        let rows = |text: &str| text.lines().filter(|line| line.starts_with('|')).count();
        assert_eq!(rows(english), rows(chinese), "rows of {title}");
        let links = |text: &str| {
            let ends = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
            let is_of_both = |of: &&str| of.starts_with("docs/") && !of.contains("rules");
            ends.filter(is_of_both).map(String::from).collect::<BTreeSet<_>>()
        };
        assert_eq!(links(english), links(chinese), "links of {title}");
    }
}

/// The pairs of words of the table after a head: the word, and how it is put.
fn pairs(text: &str, head: &str, columns: [usize; 2]) -> Vec<[String; 2]> {
    let table = text.split(head).nth(1).unwrap_or_else(|| panic!("no table {head}"));
    let lines = table.lines().skip(2).map(|line| line.trim_start_matches("//! "));
    let rows = lines.take_while(|line| line.starts_with('|'));
    let cell = |line: &str, at: usize| line.split('|').nth(at).expect("a cell").trim().to_string();
    rows.map(|line| columns.map(|at| cell(line, at))).collect()
}

/// The READMEs and the documentation explain the same words, among them those of the rules.
#[test]
fn the_words_are_the_same_everywhere() {
    let glossary = read("src/glossary.rs");
    let words = pairs(&glossary, "| 中文 | word | in code | what it is |", [2, 1]);
    assert_eq!(words, pairs(&glossary, "| 用语 | 英文 | 含义 |", [2, 1]));
    assert_eq!(words, pairs(&read("README.md"), "| word | 中文 | what it is |", [1, 2]));
    let chinese = read("README.zh-CN.md");
    assert_eq!(words, pairs(&chinese, "| 用语 | 英文 | 代码 | 含义 |", [2, 1]));
    for row in rows(&both().1, "0") {
        let word = row[0].split(['（', '、']).next().unwrap_or_default();
        assert!(glossary.contains(word), "{word} is not told");
    }
    assert!(words.len() > 30, "{} words", words.len());
}

/// The titles of the statement cite the same articles, in Chinese as the law is cited.
#[test]
fn the_titles_of_the_statement_cite_the_same_articles() {
    let cited = |path: &str| {
        let text = read(path);
        let titles = text.lines().filter_map(|line| line.trim().strip_prefix("title: \""));
        titles.map(numbers).collect::<Vec<_>>()
    };
    let (english, chinese) = (cited("src/text/statement/en.rs"), cited("src/text/statement/zh.rs"));
    assert_eq!(english, chinese);
    assert!(english.len() >= 18, "{} titles", english.len());
    for file in ["statement/zh.rs", "feedback.rs", "goals.rs", "zh/refusal.rs", "zh/standing.rs"] {
        let text = read(&format!("src/text/{file}"));
        let counts_otherwise = text.split('第').skip(1).any(|rest| {
            let rest = rest.trim_start_matches(|of: char| of.is_ascii_digit() || of == '、');
            rest.starts_with("条（") || rest.starts_with("条）")
        });
        assert!(!counts_otherwise, "{file} cites an article in digits");
    }
}

/// Each link of the documentation into the rules leads to a section.
#[test]
fn links_into_the_rules_lead_somewhere() {
    let (english, _) = both();
    let known: BTreeSet<&str> = english.iter().map(|of| of.0.as_str()).collect();
    let mut links = 0;
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            for rest in fs::read_to_string(&path).expect("a text").split("](crate::rules#").skip(1)
            {
                let number = rest.split(')').next().expect("its end");
                assert!(known.contains(number), "{}: rules {number}", path.display());
                links += 1;
            }
        }
    }
    assert!(links > 50, "{links} links");
}
