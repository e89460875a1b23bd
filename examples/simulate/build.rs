//! Tells the program which engine it is built with: results of another one are not mixed with its own.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

#[path = "src/hash.rs"]
mod hash;

/// What results come of, beside the engine: how they are counted and kept.
const OWN: [&str; 3] = ["src/cells.rs", "src/measures.rs", "src/worlds.rs"];

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let engine = Path::new("../..");
    let mut files: Vec<PathBuf> = OWN.into_iter().map(PathBuf::from).collect();
    walk(&engine.join("src"), &mut files)?;
    files.sort();
    let mut sources = Vec::new();
    for file in &files {
        println!("cargo::rerun-if-changed={}", file.display());
        sources.extend(file.to_string_lossy().replace('\\', "/").bytes());
        sources.push(0);
        sources.extend(fs::read(file)?);
        sources.push(0);
    }
    println!("cargo::rustc-env=PAIDAN_SOURCE={}", hash::sha256(&sources));
    let manifest = engine.join("Cargo.toml");
    println!("cargo::rerun-if-changed={}", manifest.display());
    let manifest = fs::read_to_string(manifest)?;
    let version = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    let version = version.and_then(|rest| rest.split('"').next());
    let version = version.ok_or_else(|| io::Error::other("the manifest has no version"))?;
    println!("cargo::rustc-env=PAIDAN_VERSION={version}");
    Ok(())
}
