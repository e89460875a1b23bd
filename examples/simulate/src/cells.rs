//! Cells: a policy in a world with some seeds, run at once and kept in a file of its own.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use paidan::FiguresFold;
use paidan::simulation::measures::{Observation, Ratio};
use paidan::simulation::run;

use crate::measures::{Exercise, MEASURES, Measure, Year};
use crate::study::{Study, VERSION};

/// How many seeds a cell has at most: few enough that what an interruption costs is seconds.
const SEEDS: u64 = 16;

/// A part of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The place of the world.
    pub world: usize,
    /// The place of the policy.
    pub policy: usize,
    /// The seeds.
    pub seeds: Range<u64>,
}

/// What one year came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The seed.
    pub seed: u64,
    /// Whether any cap was reached.
    pub caps: bool,
    /// Whether any order was held.
    pub waits: bool,
    /// The orders by turn of two members that nothing tells apart, where there are any.
    pub twins: Option<(u64, u64)>,
    /// Members suspended in each month, January first.
    pub suspended: [u64; 12],
    /// Orders held at the end of each month.
    pub held: [u64; 12],
    /// The measures, in the order of their list.
    pub values: Vec<Option<Ratio>>,
}

impl Row {
    /// What a measure came to.
    pub fn observe(&self, measure: &Measure) -> Observation {
        let place = MEASURES.iter().position(|of| of.id == measure.id);
        let value = place.and_then(|place| self.values.get(place).cloned().flatten());
        let is_exercised = match measure.exercise {
            Exercise::Always => true,
            Exercise::Caps => self.caps,
            Exercise::Waits => self.waits,
        };
        Observation { value, is_exercised }
    }
}

impl Cell {
    /// All cells of a study, worlds first, then policies, then seeds.
    pub fn all(study: &Study) -> Vec<Self> {
        let mut cells = Vec::new();
        for world in 0..study.worlds.len() {
            for policy in 0..study.policies.len() {
                let mut from = study.seeds.start;
                while from < study.seeds.end {
                    let to = study.seeds.end.min(from + SEEDS);
                    cells.push(Self { world, policy, seeds: from..to });
                    from = to;
                }
            }
        }
        cells
    }

    /// How many years it has.
    pub fn years(&self) -> u64 {
        self.seeds.end - self.seeds.start
    }

    /// The name of its file.
    pub fn file(&self, study: &Study) -> String {
        let (world, policy) = (&study.worlds[self.world].id, &study.policies[self.policy].id);
        format!("{world}.{policy}.{}-{}.csv", self.seeds.start, self.seeds.end - 1)
    }

    /// What the first line of its file says: of what the numbers come.
    fn heading(&self, study: &Study) -> String {
        let policy = &study.policies[self.policy].sha256;
        let source = env!("PAIDAN_SOURCE");
        format!("# {VERSION} {source}, study {}, policy {policy}", study.sha256)
    }

    /// Runs it.
    pub fn run(&self, study: &Study) -> Result<Vec<Row>> {
        self.seeds.clone().map(|seed| self.year(study, seed)).collect()
    }

    fn year(&self, study: &Study, seed: u64) -> Result<Row> {
        let (world, policy) = (&study.worlds[self.world], &study.policies[self.policy]);
        let mut fold = FiguresFold::new(&policy.policy);
        let alliance = run(&policy.policy, &world.workload, seed, |command, outcome| {
            fold.add(command, outcome);
        })
        .with_context(|| format!("world {}, policy {}, seed {seed}", world.id, policy.id))?;
        let year = Year { figures: fold.finish(), alliance };
        let (mut suspended, mut held) = ([0; 12], [0; 12]);
        for (place, month) in year.figures.months.iter().enumerate() {
            held[place] = month.at_end.held.orders;
            if let Some(next) = suspended.get_mut(place + 1) {
                *next = u64::try_from(month.suspended_members())?;
            }
        }
        Ok(Row {
            seed,
            caps: year.figures.is_any_cap_reached(),
            waits: !year.figures.waits.is_empty(),
            twins: world.twins.then(|| twins(&year)).flatten(),
            suspended,
            held,
            values: MEASURES.iter().map(|measure| (measure.of)(&year).map(short)).collect(),
        })
    }

    /// Its file, as text.
    pub fn write(&self, study: &Study, rows: &[Row]) -> Result<String> {
        let mut table = csv::Writer::from_writer(Vec::new());
        table.write_record(columns())?;
        for row in rows {
            table.write_record(fields(row))?;
        }
        let table = String::from_utf8(table.into_inner().map_err(|why| anyhow!("{why}"))?)?;
        Ok(format!("{}\n{table}# {} rows\n", self.heading(study), rows.len()))
    }

    /// What its file says; none where that is another study's or was not written to its end.
    pub fn read(&self, study: &Study, text: &str) -> Option<Vec<Row>> {
        let text = text.strip_prefix(&self.heading(study))?.strip_prefix('\n')?;
        let text = text.strip_suffix(&format!("# {} rows\n", self.years()))?;
        let mut table = csv::Reader::from_reader(text.as_bytes());
        if !table.headers().ok()?.iter().eq(columns().iter().map(String::as_str)) {
            return None;
        }
        let rows: Option<Vec<Row>> = table.records().map(|of| parse(&of.ok()?)).collect();
        rows.filter(|rows| rows.iter().map(|row| row.seed).eq(self.seeds.clone()))
    }

    /// Reads its file from a folder.
    pub fn load(&self, study: &Study, folder: &Path) -> Option<Vec<Row>> {
        self.read(study, &fs::read_to_string(folder.join(self.file(study))).ok()?)
    }

    /// Puts its file into a folder: there is either all of it or nothing.
    pub fn save(&self, study: &Study, folder: &Path, rows: &[Row]) -> Result<()> {
        let text = self.write(study, rows)?;
        let path = folder.join(self.file(study));
        write_whole(&path, text.as_bytes()).with_context(|| format!("{}", path.display()))
    }
}

/// Writes a file beside its place and moves it there when all of it is safe.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let mut file = File::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&beside, path)
}

/// The first two members of the class with the most.
fn twins(year: &Year) -> Option<(u64, u64)> {
    let roster = &year.figures.roster;
    let largest = paidan::Category::ALL
        .into_iter()
        .max_by_key(|class| roster.iter().filter(|of| of.category == *class).count())?;
    let mut turns = roster.iter().filter(|of| of.category == largest).map(|of| {
        let row = year.figures.whole.member(of.member).map(|row| row.dispatched);
        row.map_or(0, |row| row.given().above(row.designated).orders)
    });
    Some((turns.next()?, turns.next()?))
}

/// A fraction that a file can have: both numbers in 64 bits, or else with nine decimals.
fn short(value: Ratio) -> Ratio {
    if parse_ratio(&value.to_string()).is_some() {
        return value;
    }
    let rounded = parse_decimal(&format!("{value:.9}"));
    rounded.unwrap_or(value)
}

fn parse_decimal(text: &str) -> Option<Ratio> {
    let (whole, rest) = text.split_once('.')?;
    Ratio::new(format!("{whole}{rest}").parse().ok()?, 1_000_000_000)
}

fn parse_ratio(text: &str) -> Option<Ratio> {
    match text.split_once('/') {
        Some((part, whole)) => Ratio::new(part.parse().ok()?, whole.parse().ok()?),
        None => Some(Ratio::from(text.parse::<u64>().ok()?)),
    }
}

/// The columns of the file of a cell.
pub fn columns() -> Vec<String> {
    let mut columns: Vec<String> =
        ["seed", "caps", "waits", "twin-1", "twin-2"].map(String::from).to_vec();
    for kind in ["suspended", "held"] {
        columns.extend((1..=12).map(|month| format!("{kind}-{month:02}")));
    }
    columns.extend(MEASURES.iter().map(|measure| measure.id.to_string()));
    columns
}

/// The fields of a row, in the order of the columns.
pub fn fields(row: &Row) -> Vec<String> {
    let mut fields = vec![row.seed.to_string()];
    fields.extend([row.caps, row.waits].map(|of| u8::from(of).to_string()));
    let twins = row.twins.map(|(one, other)| [one, other].map(|of| of.to_string()));
    fields.extend(twins.unwrap_or_default());
    fields.extend(row.suspended.iter().chain(&row.held).map(u64::to_string));
    fields.extend(row.values.iter().map(|value| {
        let mut text = String::new();
        if let Some(value) = value {
            // Writing to a string does not fail.
            let _ = write!(text, "{value}");
        }
        text
    }));
    fields
}

fn parse(record: &csv::StringRecord) -> Option<Row> {
    let mut fields = record.iter();
    let mut number = || fields.next()?.parse::<u64>().ok();
    let (seed, caps, waits) = (number()?, number()? == 1, number()? == 1);
    let (one, other) = (fields.next()?, fields.next()?);
    let twins = if one.is_empty() { None } else { Some((one.parse().ok()?, other.parse().ok()?)) };
    let mut year = || {
        let mut months = [0; 12];
        for month in &mut months {
            *month = fields.next()?.parse().ok()?;
        }
        Some(months)
    };
    let (suspended, held) = (year()?, year()?);
    let values: Option<Vec<Option<Ratio>>> = fields
        .map(|text| if text.is_empty() { Some(None) } else { parse_ratio(text).map(Some) })
        .collect();
    let values = values.filter(|values| values.len() == MEASURES.len())?;
    Some(Row { seed, caps, waits, twins, suspended, held, values })
}
