//! Runs the cells of a study that are not there yet.

use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::cells::{Cell, Row};
use crate::study::Study;

/// Which cells of a study one job has: the K-th of N parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    part: usize,
    of: usize,
}

impl Part {
    /// All cells.
    pub const ALL: Self = Self { part: 1, of: 1 };

    fn has(self, place: usize) -> bool {
        place % self.of == self.part - 1
    }
}

impl std::str::FromStr for Part {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parsed = text
            .split_once('/')
            .and_then(|(part, of)| Some(Self { part: part.parse().ok()?, of: of.parse().ok()? }));
        let parsed = parsed.filter(|of| (1..=of.of).contains(&of.part));
        parsed.ok_or_else(|| "a part is K/N with K from 1 to N, such as 3/8".to_string())
    }
}

/// All years of a study.
#[derive(Clone, Debug)]
pub struct Results {
    /// By the place of the world, then of the policy: a row a seed.
    pub rows: Vec<Vec<Vec<Row>>>,
}

/// How a grid is run.
#[derive(Clone, Debug)]
pub struct Job {
    /// Where the files of the cells are kept.
    pub folder: PathBuf,
    /// How many threads; 0: as many as there are cores.
    pub threads: usize,
    /// Which cells.
    pub part: Part,
}

impl Job {
    /// Runs the cells of its part that are not there yet; says how many years were run.
    pub fn run(&self, study: &Study) -> Result<u64> {
        fs::create_dir_all(&self.folder).with_context(|| format!("{}", self.folder.display()))?;
        let cells = Cell::all(study).into_iter().enumerate();
        let own = cells.filter(|(place, _)| self.part.has(*place)).map(|(_, cell)| cell);
        let missing: Vec<Cell> =
            own.filter(|cell| cell.load(study, &self.folder).is_none()).collect();
        let years = missing.iter().map(Cell::years).sum();
        let bar = progress(years);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.threads).build()?;
        pool.install(|| {
            missing.par_iter().try_for_each(|cell| {
                let rows = cell.run(study)?;
                cell.save(study, &self.folder, &rows)?;
                bar.inc(cell.years());
                anyhow::Ok(())
            })
        })?;
        bar.finish_and_clear();
        Ok(years)
    }
}

/// How much is done, and how long the rest will take; nothing where nobody looks.
fn progress(years: u64) -> ProgressBar {
    if years == 0 || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let template = "{bar:32} {pos}/{len} 年 years, {per_sec}, 剩余 left {eta}";
    let style = ProgressStyle::with_template(template);
    ProgressBar::new(years).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// Takes the cells of a study that other jobs have run into a folder; says how many.
pub fn collect(study: &Study, from: &Path, folder: &Path) -> Result<u64> {
    fs::create_dir_all(folder).with_context(|| format!("{}", folder.display()))?;
    let mut taken = 0;
    for cell in Cell::all(study) {
        let found = cell.load(study, from).or_else(|| cell.load(study, &from.join("cells")));
        if let Some(rows) = found {
            cell.save(study, folder, &rows)?;
            taken += 1;
        }
    }
    Ok(taken)
}

/// All results, of the files in a folder, in the order of the grid.
pub fn read(study: &Study, folder: &Path) -> Result<Results> {
    let mut rows = vec![vec![Vec::new(); study.policies.len()]; study.worlds.len()];
    let cells = Cell::all(study);
    let mut missing = Vec::new();
    for cell in &cells {
        match cell.load(study, folder) {
            Some(more) => rows[cell.world][cell.policy].extend(more),
            None => missing.push(cell.file(study)),
        }
    }
    if let Some(first) = missing.first() {
        bail!("{} of {} cells are not there, the first is {first}", missing.len(), cells.len());
    }
    Ok(Results { rows })
}
