//! A study is run in parts, broken off, gone on with and put together, and gives the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use simulate::cells::Cell;
use simulate::grid::{Job, Part, collect, read};
use simulate::lang::Lang;
use simulate::study::Study;
use simulate::summary::{Spread, summarize};
use simulate::{output, table};

/// Two policies, two worlds and more seeds than one cell has.
const STUDY: &str = r#"
name = "trial"
title = { zh = "试验", en = "Trial" }
seeds = { from = 5, count = 18 }
measures = ["suspended", "held", "wait-days", "largest-amount", "jain-entitled"]
primary = "suspended"
level = 95
[[policy]]
id = "literal"
zh = "字面"
en = "literal"
base = "cixi_2021"
[[policy]]
id = "guarded"
zh = "<防超>"
en = "<guarded> & \"item\""
base = "cixi_2021"
change.caps = { scope = "item", guard.on.min_orders = 3 }
[[world]]
id = "small"
zh = "小城"
en = "small"
preset = "small"
orders = 240
[[world]]
id = "twins"
zh = "双胞胎"
en = "twins"
preset = "small"
orders = 1
designated = 100
twins = true
"#;

fn study(text: &str) -> Study {
    Study::parse(text, Path::new("."), "trial.toml".to_string())
        .unwrap_or_else(|(line, why)| panic!("{line}: {why}"))
}

fn job(folder: &Path, threads: usize, part: &str) -> Job {
    let part = part.parse().expect("a part");
    Job { folder: folder.join("cells"), threads, part }
}

/// All files of a folder, with those below.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            all.extend(files(&path).into_iter().map(|(of, bytes)| (format!("{name}/{of}"), bytes)));
        } else {
            all.insert(name, fs::read(&path).expect("a file"));
        }
    }
    all
}

fn report(study: &Study, folder: &Path) -> String {
    let results = read(study, &folder.join("cells")).expect("all cells");
    let standings = summarize(study, &results).expect("a summary");
    output::put_all(study, &results, &standings, folder).expect("all files");
    Lang::ALL.map(|lang| table::render(study, &standings, lang)).concat()
}

#[test]
fn one_thread_and_two_and_any_parts_give_the_same_bytes() {
    let study = study(STUDY);
    let folders = [(); 4].map(|()| tempfile::tempdir().expect("a folder"));
    let [one, two, parts, merged] = folders.each_ref().map(tempfile::TempDir::path);
    assert_eq!(job(one, 1, "1/1").run(&study).expect("it runs"), 72);
    assert_eq!(job(two, 2, "1/1").run(&study).expect("it runs"), 72);
    let run: u64 = ["2/3", "3/3", "1/3"]
        .map(|part| job(&parts.join(&part[..1]), 2, part).run(&study).expect("it runs"))
        .iter()
        .sum();
    assert_eq!(run, 72, "every year is in one part");
    for part in ["1", "2"] {
        collect(&study, &parts.join(part), &merged.join("cells")).expect("it is collected");
    }
    let missing = read(&study, &merged.join("cells")).expect_err("a part is not there");
    assert!(missing.to_string().contains(" of 8 cells are not there"), "{missing}");
    collect(&study, &parts.join("3"), &merged.join("cells")).expect("it is collected");
    let text = report(&study, one);
    assert_eq!(text, report(&study, two));
    assert_eq!(text, report(&study, merged));
    let expected = files(one);
    assert!(expected.contains_key("report.html") && expected.len() >= 13, "{:?}", expected.keys());
    let page = String::from_utf8_lossy(&expected["report.html"]).into_owned();
    assert!(page.contains("&lt;guarded&gt; &amp; ") && !page.contains("<guarded>"));
    assert!(page.contains(&study.sha256) && page.contains("simulate trial.toml"));
    let outside = page.replace("http://www.w3.org/2000/svg", "");
    assert!(!outside.contains("http") && !page.contains("<script"), "it needs nothing else");
    assert_eq!(expected, files(two));
    assert_eq!(expected, files(merged));
}

#[test]
fn what_is_done_stays_and_what_is_broken_is_run_again() {
    let trial = study(STUDY);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    assert_eq!(job(path, 2, "1/2").run(&trial).expect("it runs"), 64);
    assert_eq!(job(path, 2, "1/1").run(&trial).expect("it runs"), 8, "the rest");
    let before = files(path);
    assert_eq!(job(path, 2, "1/1").run(&trial).expect("it runs"), 0);
    // A file that was cut off in its last number, one of another study, one with a number changed to none.
    let cells = Cell::all(&trial);
    let at = |place: usize| path.join("cells").join(cells[place].file(&trial));
    let text = fs::read_to_string(at(0)).expect("a cell");
    fs::write(at(0), &text[..text.len() - "3\n# 16 rows\n".len()]).expect("it is written");
    fs::write(at(1), text.replace("study ", "study f")).expect("it is written");
    let text = fs::read_to_string(at(2)).expect("a cell");
    fs::write(at(2), text.replacen("\n5,", "\nfive,", 1)).expect("it is written");
    fs::write(path.join("cells").join("half.csv.17.part"), "5,").expect("it is written");
    assert_eq!(job(path, 1, "1/1").run(&trial).expect("it runs"), 16 + 2 + 16);
    fs::remove_file(path.join("cells").join("half.csv.17.part")).expect("it is there");
    assert_eq!(files(path), before);
    // With another measure it is another study.
    let other = study(&STUDY.replace("primary = \"suspended\"", "primary = \"held\""));
    assert_eq!(job(path, 1, "1/1").run(&other).expect("it runs"), 72);
}

#[test]
fn what_is_never_put_to_the_test_is_told() {
    let text = STUDY.replace("orders = 240", "orders = 0");
    let study = study(&text);
    let folder = tempfile::tempdir().expect("a folder");
    job(folder.path(), 1, "1/1").run(&study).expect("it runs");
    let results = read(&study, &folder.path().join("cells")).expect("all cells");
    let standings = summarize(&study, &results).expect("a summary");
    let empty = &standings[0][1];
    assert!(matches!(empty.spreads[0], Spread::NotExercised), "no cap was reached");
    assert!(matches!(empty.spreads[1], Spread::Undefined), "of no order none is held");
    let shown = report(&study, folder.path());
    assert!(shown.contains("未触发") && shown.contains("not exercised"));
    assert!(standings[1][0].noise.is_some() && standings[0][0].noise.is_none());
}

#[test]
fn a_part_is_one_of_those_there_are() {
    for part in ["0/3", "4/3", "1/0", "1", "", "a/b", "-1/3", "1/3/3"] {
        assert!(part.parse::<Part>().is_err(), "{part}");
    }
}
