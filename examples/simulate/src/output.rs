//! The files of a study, beside those of its cells.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use paidan::simulation::measures::{Comparison, Ratio};

use crate::cells::{columns, fields, write_whole};
use crate::chart;
use crate::grid::Results;
use crate::lang::Lang;
use crate::report;
use crate::study::Study;
use crate::summary::{Spread, Standing};

/// With how many decimals numbers are written.
const DECIMALS: usize = 6;

fn decimals(value: &Ratio) -> String {
    format!("{value:.DECIMALS$}")
}

fn table(rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    for row in rows {
        table.write_record(row)?;
    }
    table.into_inner().map_err(|why| anyhow!("{why}"))
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(name);
    write_whole(&path, bytes).with_context(|| format!("{}", path.display()))
}

/// Writes all files of a study but those of its cells.
pub fn put_all(
    study: &Study,
    all: &Results,
    standings: &[Vec<Standing>],
    folder: &Path,
) -> Result<()> {
    put(folder, "years.csv", &years(study, all)?)?;
    put(folder, "results.csv", &results(study, standings)?)?;
    put(folder, "differences.csv", &differences(study, standings)?)?;
    put(folder, "noise.csv", &noise(study, standings)?)?;
    put(folder, "report.html", report::page(study, standings).as_bytes())
}

/// Writes every chart into a folder, each in both languages.
pub fn put_charts(study: &Study, standings: &[Vec<Standing>], folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{}", folder.display()))?;
    for of in standings {
        let Some(first) = of.first() else { continue };
        for lang in Lang::ALL {
            for (id, svg) in chart::all(study, of, lang) {
                let name = chart::file(&study.name, &study.worlds[first.world].id, &id, lang);
                put(folder, &name, (svg.into_string() + "\n").as_bytes())?;
            }
        }
    }
    Ok(())
}

fn words<const N: usize>(words: [&str; N]) -> Vec<String> {
    words.map(String::from).to_vec()
}

/// Every year: the numbers of all cells.
pub fn years(study: &Study, results: &Results) -> Result<Vec<u8>> {
    let mut rows = vec![words(["world", "policy"])];
    rows[0].extend(columns());
    for (world, policies) in study.worlds.iter().zip(&results.rows) {
        for (policy, years) in study.policies.iter().zip(policies) {
            rows.extend(years.iter().map(|year| {
                let mut row = words([&world.id, &policy.id]);
                row.extend(fields(year));
                row
            }));
        }
    }
    table(rows)
}

/// Every measure of every policy in every world.
pub fn results(study: &Study, standings: &[Vec<Standing>]) -> Result<Vec<u8>> {
    let mut rows = vec![words([
        "world",
        "policy",
        "measure",
        "state",
        "undefined",
        "mean",
        "least",
        "p5",
        "median",
        "p95",
        "most",
    ])];
    for of in standings.iter().flatten() {
        for (measure, spread) in study.measures.iter().zip(&of.spreads) {
            let mut row = start(study, of, measure.id);
            match spread {
                Spread::NotExercised => {
                    row.extend(words(["not exercised", "", "", "", "", "", "", ""]));
                }
                Spread::Undefined => row.extend(words(["undefined", "", "", "", "", "", "", ""])),
                Spread::Values(values) => {
                    row.push("measured".to_string());
                    row.push(values.undefined.to_string());
                    row.push(decimals(&values.mean));
                    row.extend(values.ranks.iter().map(decimals));
                }
            }
            rows.push(row);
        }
    }
    table(rows)
}

fn start(study: &Study, of: &Standing, measure: &str) -> Vec<String> {
    words([&study.worlds[of.world].id, &study.policies[of.policy].id, measure])
}

/// Every measure of every policy beside the baseline.
pub fn differences(study: &Study, standings: &[Vec<Standing>]) -> Result<Vec<u8>> {
    let mut rows = vec![words([
        "world",
        "policy",
        "measure",
        "state",
        "pairs",
        "undefined",
        "mean",
        "low",
        "high",
        "variance_ratio",
        "different",
    ])];
    for of in standings.iter().flatten() {
        for (measure, compared) in study.measures.iter().zip(of.differences.iter().flatten()) {
            let mut row = start(study, of, measure.id);
            match compared {
                Comparison::NotExercised => {
                    row.extend(words(["not exercised", "", "", "", "", "", "", ""]));
                }
                Comparison::TooFew { pairs } => {
                    row.extend(words(["too few", &pairs.to_string(), "", "", "", "", "", ""]));
                }
                Comparison::Measured(paired) => {
                    row.push("measured".to_string());
                    row.extend([paired.pairs, paired.undefined].map(|of| of.to_string()));
                    row.extend([&paired.mean, &paired.low, &paired.high].map(decimals));
                    row.push(paired.variance_ratio.as_ref().map(decimals).unwrap_or_default());
                    row.push(if paired.is_different() { "yes" } else { "no" }.to_string());
                }
            }
            rows.push(row);
        }
    }
    table(rows)
}

/// How far twins came apart.
pub fn noise(study: &Study, standings: &[Vec<Standing>]) -> Result<Vec<u8>> {
    let mut rows = vec![words(["world", "policy", "years", "mean", "p95", "most"])];
    for of in standings.iter().flatten() {
        let Some(noise) = &of.noise else { continue };
        let mut row = words([&study.worlds[of.world].id, &study.policies[of.policy].id]);
        row.push(noise.runs.to_string());
        row.push(decimals(&noise.mean));
        row.extend([noise.at_95, noise.largest].map(|of| of.to_string()));
        rows.push(row);
    }
    table(rows)
}
