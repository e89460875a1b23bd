//! The tests are tested: faults are sown in a copy of the engine, and each layer of tests says which
//! of them it finds. The second engine must find them all, but those that let in what no history has:
//! these the laws must find.
//!
//! `cargo test` only looks whether the table still fits the engine. The trial takes some minutes:
//!
//! ```text
//! PAIDAN_FAULTS=1 cargo test --test source faults:: -- --nocapture
//! ```
//!
//! `PAIDAN_FAULTS=model` tries the second engine alone. The copy asks at the place of each fault
//! whether it is the one of `PAIDAN_FAULT`, so that all of them are compiled together, once.

mod copy;
mod layers;
mod table;
mod trial;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use layers::{Layer, Verdict};
use table::{FAULTS, Fault};

/// So many faults there must be.
const LEAST: usize = 20;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Nobody wants a table of faults that the engine cannot have any more.
#[test]
fn every_fault_has_its_one_place() {
    assert!(FAULTS.len() >= LEAST, "{} faults are too few", FAULTS.len());
    let names: BTreeSet<&str> = FAULTS.iter().map(|fault| fault.name).collect();
    assert_eq!(names.len(), FAULTS.len(), "two faults have the same name");
    let rules = fs::read_to_string(root().join("docs/rules.md")).expect("the rules");
    for fault in FAULTS.iter() {
        let text = fs::read_to_string(root().join(fault.file)).expect("a file of the engine");
        let times = text.matches(fault.old).count();
        assert_eq!(times, 1, "{} has the place of \"{}\" {times} times", fault.file, fault.name);
        let starts = [format!("{} ", fault.section), format!("## {}. ", fault.section)];
        let is_section = |line: &str| starts.iter().any(|start| line.starts_with(start));
        assert!(rules.lines().any(is_section), "there are no rules {}", fault.section);
    }
}

#[test]
fn every_fault_is_found_by_the_second_engine() {
    let asked = std::env::var("PAIDAN_FAULTS").unwrap_or_default();
    let layers: &[Layer] = match asked.as_str() {
        "" => return,
        "model" => &[Layer::Model],
        _ => &Layer::ALL,
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults");
    let program = copy::build(&folder);
    for (layer, verdict) in trial::run(&folder, &program, layers, 0..1).remove(0) {
        assert_eq!(verdict, Verdict::Missed, "without a fault: {layer:?}");
    }
    let found = trial::run(&folder, &program, layers, 1..FAULTS.len() + 1);
    println!("{}", trial::table(&found));
    let is_missed = |fault: &Fault, found: &[(Layer, Verdict)]| {
        let layer = if fault.is_of_the_doors() { Layer::Laws } else { Layer::Model };
        found.contains(&(layer, Verdict::Missed))
    };
    let missed = FAULTS.iter().zip(&found).filter(|(fault, found)| is_missed(fault, found));
    let missed: Vec<&str> = missed.map(|(fault, _)| fault.name).collect();
    assert!(missed.is_empty(), "the second engine, or the laws, do not find: {missed:#?}");
}
