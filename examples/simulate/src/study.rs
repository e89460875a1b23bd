//! The study file: what is compared with what is said before anything is run.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use serde::Deserialize;

use crate::hash::sha256;
use crate::lang::Label;
use crate::measures::{MEASURES, Measure};
use crate::place::{Step, line_of, line_of_byte};
use crate::policies::{NamedPolicy, PolicyEntry};
use crate::worlds::{NamedWorld, WorldEntry};

/// The most policies, and the most worlds: a report with more is read by nobody.
const MOST: usize = 64;
const MOST_SEEDS: u64 = 1_000_000;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    title: Label,
    seeds: Seeds,
    measures: Vec<String>,
    primary: String,
    level: u8,
    baseline: Option<String>,
    #[serde(rename = "policy")]
    policies: Vec<PolicyEntry>,
    #[serde(rename = "world")]
    worlds: Vec<WorldEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seeds {
    from: u64,
    count: u64,
}

/// A study, fixed before it is run.
#[derive(Clone, Debug)]
pub struct Study {
    /// Its name, which is that of its folder.
    pub name: String,
    /// The name of its file, without folders.
    pub file: String,
    /// What its report is headed with.
    pub title: Label,
    /// The hash of the file.
    pub sha256: String,
    /// The seeds.
    pub seeds: Range<u64>,
    /// What is reported.
    pub measures: Vec<&'static Measure>,
    /// The measure by which the study is decided.
    pub primary: &'static Measure,
    /// The place of the policy that others are held against.
    pub baseline: usize,
    /// The policies.
    pub policies: Vec<NamedPolicy>,
    /// The worlds.
    pub worlds: Vec<NamedWorld>,
}

impl Study {
    /// Reads a study file.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("{}", path.display()))?;
        let text = String::from_utf8(bytes).map_err(|why| {
            anyhow!("{}: not UTF-8 at byte {}", path.display(), why.utf8_error().valid_up_to())
        })?;
        let folder = path.parent().unwrap_or(Path::new("."));
        let file = path.file_name().map(|of| of.to_string_lossy().into_owned());
        Self::parse(&text, folder, file.unwrap_or_default())
            .map_err(|(line, why)| anyhow!("{}:{line}: {why}", path.display()))
    }

    /// The study of a text; or the line of a fault, and what it is.
    pub fn parse(text: &str, folder: &Path, file: String) -> Result<Self, (usize, String)> {
        let of: File = toml::from_str(text).map_err(|why| {
            let byte = why.span().map_or(0, |span| span.start);
            (line_of_byte(text, byte), why.message().to_string())
        })?;
        let fault = |path: &[Step], why: &str| (line_of(text, path), why.to_string());
        let top = |key, why: &str| fault(&[Step::Key(key)], why);
        if !is_id(&of.name) {
            return Err(top("name", NO_ID));
        }
        if of.level != 95 {
            return Err(top("level", "level is 95: there are no other quantiles"));
        }
        let seeds = of.seeds.from..of.seeds.from.saturating_add(of.seeds.count);
        if !(1..=MOST_SEEDS).contains(&of.seeds.count) || seeds.end == u64::MAX {
            return Err(top("seeds", &format!("seeds are 1 to {MOST_SEEDS}")));
        }
        let mut measures = Vec::new();
        for (place, name) in of.measures.iter().enumerate() {
            let path = [Step::Key("measures"), Step::Place(place)];
            let measure = find(name).ok_or_else(|| fault(&path, &unknown(name)))?;
            if measures.iter().any(|known: &&Measure| known.id == measure.id) {
                return Err(fault(&path, "the measure stands here twice"));
            }
            measures.push(measure);
        }
        let primary = measures.iter().copied().find(|measure| measure.id == of.primary);
        let primary = primary.ok_or_else(|| top("primary", "it is none of the measures"))?;
        let policies = read_policies(text, folder, &of.policies)?;
        let worlds = read_worlds(text, &of.worlds)?;
        let baseline = of.baseline.as_ref().unwrap_or(&policies[0].id);
        let baseline = policies.iter().position(|policy| policy.id == *baseline);
        let baseline = baseline.ok_or_else(|| top("baseline", "it is none of the policies"))?;
        let (name, title, sha256) = (of.name, of.title, sha256(text.as_bytes()));
        Ok(Self { name, file, title, sha256, seeds, measures, primary, baseline, policies, worlds })
    }

    /// The version of the engine and the command that makes the study again.
    pub fn command(&self) -> String {
        format!("simulate {}", self.file)
    }
}

/// The version of the crate, as cargo knows it.
pub const VERSION: &str = concat!("paidan ", env!("PAIDAN_VERSION"));

const NO_ID: &str = "a name has 1 to 32 of a to z, 0 to 9 and -, and begins with a letter";

/// Names are parts of file names.
fn is_id(name: &str) -> bool {
    (1..=32).contains(&name.len())
        && name.starts_with(|of: char| of.is_ascii_lowercase())
        && name.bytes().all(|of| of.is_ascii_lowercase() || of.is_ascii_digit() || of == b'-')
}

fn find(name: &str) -> Option<&'static Measure> {
    MEASURES.iter().find(|of| of.id == name)
}

fn unknown(name: &str) -> String {
    let known: Vec<&str> = MEASURES.iter().map(|of| of.id).collect();
    format!("there is no measure {name}; there are {}", known.join(", "))
}

/// Refuses ids that are none or stand twice, and lists too short or too long.
fn check_ids(text: &str, list: &str, ids: &[&String]) -> Result<(), (usize, String)> {
    if ids.is_empty() || ids.len() > MOST {
        let line = line_of(text, &[Step::Key(list)]);
        return Err((line, format!("of each {list} there are 1 to {MOST}")));
    }
    let mut known = BTreeSet::new();
    for (place, id) in ids.iter().enumerate() {
        let line = || line_of(text, &[Step::Key(list), Step::Place(place), Step::Key("id")]);
        if !is_id(id) {
            return Err((line(), NO_ID.to_string()));
        }
        if !known.insert(*id) {
            return Err((line(), format!("{id} stands here twice")));
        }
    }
    Ok(())
}

fn read_policies(
    text: &str,
    folder: &Path,
    entries: &[PolicyEntry],
) -> Result<Vec<NamedPolicy>, (usize, String)> {
    check_ids(text, "policy", &entries.iter().map(|of| &of.id).collect::<Vec<_>>())?;
    let read = entries.iter().enumerate().map(|(place, entry)| {
        entry.read(folder).map_err(|(keys, why)| {
            let mut path = vec![Step::Key("policy"), Step::Place(place)];
            path.extend(keys.iter().map(|key| Step::Key(key)));
            (line_of(text, &path), why)
        })
    });
    read.collect()
}

fn read_worlds(text: &str, entries: &[WorldEntry]) -> Result<Vec<NamedWorld>, (usize, String)> {
    check_ids(text, "world", &entries.iter().map(|of| &of.id).collect::<Vec<_>>())?;
    let read = entries.iter().enumerate().map(|(place, entry)| {
        entry.read().map_err(|(key, why)| {
            (line_of(text, &[Step::Key("world"), Step::Place(place), Step::Key(key)]), why)
        })
    });
    read.collect()
}
