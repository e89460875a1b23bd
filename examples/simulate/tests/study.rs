//! Study files: each fault is told with its line.

use std::fs;
use std::path::Path;

use simulate::study::Study;

const TINY: &str = include_str!("../studies/tiny.toml");

fn fault(text: &str) -> (usize, String) {
    let read = Study::parse(text, Path::new("."), "tiny.toml".to_string());
    read.expect_err("it has a fault")
}

/// The line, from 1, that begins with a text; the last one.
fn line(text: &str) -> usize {
    let found = TINY.lines().enumerate().filter(|(_, line)| line.starts_with(text)).last();
    found.expect("such a line").0 + 1
}

#[test]
fn a_fault_is_told_with_its_line() {
    let cases = [
        ("orders = 10", "orders = \"x\"", "orders", "expected u32"),
        ("twins = true", "twinz = true", "twins", "unknown field `twinz`"),
        ("min_orders = 5", "min_orders = 0", "change", "expected a nonzero u32"),
        ("guard.on", "gard.on", "change", "a policy has no field gard"),
        ("\"held\", ", "\"hold\", ", "measures", "there is no measure hold"),
        ("\"held\", ", "\"held\", \"held\", ", "measures", "twice"),
        ("primary = \"suspended\"", "primary = \"exits\"", "primary", "none of the measures"),
        ("level = 95", "level = 99", "level", "level is 95"),
        ("count = 4", "count = 0", "seeds", "seeds are"),
        ("from = 1", "from = 18446744073709551615", "seeds", ""),
        ("from = 1", "from = -1", "seeds", ""),
        ("id = \"quiet\"", "id = \"small\"", "id = \"quiet\"", "stands here twice"),
        ("id = \"quiet\"", "id = \"../up\"", "id = \"quiet\"", "a name has"),
        ("name = \"tiny\"", "name = \"Tiny\"", "name", "a name has"),
        ("base = \"recommended\"", "base = \"best\"", "base = \"recommended\"", "base is"),
        ("base = \"recommended\"", "file = \"none.json\"", "base = \"recommended\"", "none.json"),
        ("orders = 10", "orders = 4294967295", "orders", "at most"),
        ("orders = 10", "offered = 101", "orders", "in percent"),
        ("orders = 10", "items = 0", "orders", "items is 1 to 11"),
        ("orders = 10", "enterprises = 0", "orders", "at least 1"),
        ("orders = 10", "preset = \"big\"", "orders", ""),
        ("level = 95", "level = ", "level", ""),
        ("level = 95", "level = 95\nbaseline = \"none\"", "", "none of the policies"),
    ];
    for (from, to, at, why) in cases {
        assert!(TINY.contains(from), "{from}");
        let (found, told) = fault(&TINY.replacen(from, to, 1));
        let expected = if at.is_empty() { line("level") + 1 } else { line(at) };
        assert_eq!(found, expected, "{to}: {told}");
        assert!(told.contains(why), "{to}: {told}");
    }
}

#[test]
fn a_policy_can_be_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let policy = paidan::Policy::recommended();
    let json = serde_json::to_string(&policy).expect("its form");
    fs::write(folder.path().join("own.json"), &json).expect("it is written");
    let text = TINY.replacen("base = \"cixi_2021\"", "file = \"own.json\"", 1);
    let read = |text: &str| Study::parse(text, folder.path(), "tiny.toml".to_string());
    let study = read(&text).unwrap_or_else(|(line, why)| panic!("{line}: {why}"));
    assert_eq!(study.policies[0].policy, policy);
    assert_eq!(study.policies[0].sha256, study.policies[1].sha256);
    assert_ne!(study.policies[0].sha256, study.policies[2].sha256);
    fs::write(folder.path().join("own.json"), json.replace("keep_place", "any")).expect("written");
    let place = 1 + text.lines().position(|of| of.starts_with("file")).expect("the file");
    let (line, why) = read(&text).expect_err("no such turn");
    assert!(line == place && why.contains("own.json"), "{line}: {why}");
}

#[test]
fn changes_are_those_of_the_file() {
    let study = Study::parse(TINY, Path::new("."), String::new()).expect("a study");
    assert_eq!(
        study.policies[2].made_of,
        ["cixi_2021", "caps.guard = {\"on\":{\"min_orders\":5}}"]
    );
    assert!(study.sha256.len() == 64 && study.seeds == (1..5));
}

/// The studies that are shipped can be read.
#[test]
fn every_study_is_one() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("studies");
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the studies") {
        let path = entry.expect("an entry").path();
        let study = Study::read(&path).unwrap_or_else(|why| panic!("{why}"));
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        assert_eq!(study.name, name);
        count += 1;
    }
    assert!(count > 1, "{count} studies");
}
