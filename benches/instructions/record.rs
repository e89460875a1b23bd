//! What is on record in `benches/instructions.txt`, a small file to be read by hand.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What renews it.
pub const RENEW: &str =
    "cargo bench --manifest-path benches/Cargo.toml --bench instructions -- --record";

const HEAD: &str = "\
# Instructions an order, and the ratio of engine to bare, which must not grow by more than a
# twentieth. Renewed by
";

/// The record.
pub struct Record {
    /// With which it was made.
    pub compiler: String,
    /// Engine to bare of each workload, in hundredths.
    pub ratios: BTreeMap<String, u64>,
}

impl Record {
    fn path() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("instructions.txt")
    }

    /// Reads it; where there is none, it is empty.
    pub fn read() -> Result<Self, String> {
        let text = fs::read_to_string(Self::path()).unwrap_or_default();
        let mut record = Self { compiler: String::new(), ratios: BTreeMap::new() };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(compiler) = line.strip_prefix("compiler ") {
                record.compiler = compiler.into();
            } else if let Some((name, rest)) = line.split_once(' ') {
                let ratio = rest.split(' ').next().unwrap_or_default().replace('.', "");
                let ratio = ratio.parse().map_err(|_| format!("no ratio in the record: {line}"))?;
                record.ratios.insert(name.into(), ratio);
            }
        }
        Ok(record)
    }

    /// Writes it anew.
    pub fn write(lines: &[String]) -> Result<(), String> {
        let text = format!("{HEAD}#     {RENEW}\ncompiler {}\n{}\n", compiler(), lines.join("\n"));
        fs::write(Self::path(), text).map_err(|error| error.to_string())
    }
}

/// The compiler, since another one counts otherwise.
pub fn compiler() -> String {
    let output = Command::new("rustc").arg("--version").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_string());
    text.unwrap_or_else(|_| "an unknown compiler".into())
}
