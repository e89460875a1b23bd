//! Runs a study, and reports on it.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;
use simulate::grid::{Job, Part, collect, read};
use simulate::lang::Lang;
use simulate::study::Study;
use simulate::summary::summarize;
use simulate::{output, table};

/// 派单口径推算：按研究文件比较多种口径。Compares policies over simulated years, as a study file says.
///
/// What is done is kept, a file a cell: after an interruption the same command goes on.
#[derive(Debug, Parser)]
#[command(version = env!("PAIDAN_VERSION"))]
struct Arguments {
    /// The study file.
    study: PathBuf,
    /// Where results go; by default target/studies/NAME.
    #[arg(long)]
    out: Option<PathBuf>,
    /// How many threads; by default one a core.
    #[arg(long, default_value_t = 0)]
    threads: usize,
    /// The language of the table.
    #[arg(long, value_enum, default_value = "zh")]
    lang: Lang,
    /// Run only this part of the cells, and report nothing.
    #[arg(long, value_name = "K/N")]
    cell: Option<Part>,
    /// Run nothing: take the cells that other jobs have left in this folder. May be given again.
    #[arg(long, value_name = "FOLDER", conflicts_with = "cell")]
    merge: Vec<PathBuf>,
    /// Write every chart of the report into this folder, too.
    #[arg(long, value_name = "FOLDER")]
    charts: Option<PathBuf>,
    /// Forget what was run before.
    #[arg(long, conflicts_with = "merge")]
    fresh: bool,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let study = Study::read(&arguments.study)?;
    let out = arguments.out.unwrap_or_else(|| ["target", "studies", &study.name].iter().collect());
    let folder = out.join("cells");
    if arguments.fresh && folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let part = arguments.cell.unwrap_or(Part::ALL);
    let job = Job { folder: folder.clone(), threads: arguments.threads, part };
    if arguments.merge.is_empty() {
        job.run(&study)?;
    }
    for from in &arguments.merge {
        collect(&study, from, &folder)?;
    }
    if arguments.cell.is_some() {
        return Ok(());
    }
    let results = read(&study, &folder)?;
    let standings = summarize(&study, &results)?;
    output::put_all(&study, &results, &standings, &out)?;
    if let Some(folder) = &arguments.charts {
        output::put_charts(&study, &standings, folder)?;
    }
    print!("{}", table::render(&study, &standings, arguments.lang));
    println!("\n{}", out.join("report.html").display());
    Ok(())
}
