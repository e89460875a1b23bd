//! Every fault before every layer, as many at a time as the machine has cores.

use std::fmt::Write as _;
use std::fs;
use std::num::NonZero;
use std::ops::Range;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

use super::layers::{Layer, Verdict};
use super::table::FAULTS;

/// What the layers say of one fault.
pub type Row = Vec<(Layer, Verdict)>;

/// Tries the faults of these numbers; 0 is none.
pub fn run(folder: &Path, program: &Path, layers: &[Layer], numbers: Range<usize>) -> Vec<Row> {
    let told = folder.join("told");
    fs::create_dir_all(&told).expect("a folder for what is told");
    let tree = folder.join("tree");
    let each = |number| layers.iter().map(move |layer| (number, *layer));
    let jobs = Mutex::new(numbers.clone().flat_map(each));
    let found = Mutex::new(Vec::new());
    let work = || {
        loop {
            let Some((number, layer)) = jobs.lock().expect("no panic").next() else { break };
            let told = told.join(format!("{number:02}-{}.txt", layer.tests().0));
            let verdict = layer.run(program, &tree, number, &told);
            found.lock().expect("no panic").push((number, layer, verdict));
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, NonZero::get) {
            scope.spawn(work);
        }
    });
    let found = found.into_inner().expect("no panic");
    let row = |number| {
        let of = |layer: Layer| {
            let job = found.iter().find(|(of, by, _)| (*of, *by) == (number, layer));
            job.map(|(_, layer, verdict)| (*layer, *verdict)).expect("every job was done")
        };
        layers.iter().map(|layer| of(*layer)).collect()
    };
    numbers.map(row).collect()
}

/// The table for the documentation.
pub fn table(found: &[Row]) -> String {
    let mut table = String::from("| | fault | rules |");
    let mut rule = String::from("| --- | --- | --- |");
    for (layer, _) in found.first().into_iter().flatten() {
        write!(table, " {} |", format!("{layer:?}").to_lowercase()).expect("a text");
        rule.push_str(" --- |");
    }
    write!(table, "\n{rule}").expect("a text");
    for (number, (fault, row)) in (1..).zip(FAULTS.iter().zip(found)) {
        write!(table, "\n| {number} | {} | {} |", fault.name, fault.section).expect("a text");
        for (_, verdict) in row {
            write!(table, " {verdict} |").expect("a text");
        }
    }
    table
}
