//! Where the instructions go: each counts for the part of the engine into which it was inlined.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// One function around an instruction, and its file.
type Frame = (String, String);

/// The instructions of each part, the most first, from the text that callgrind writes with
/// `--dump-instr=yes`.
pub fn parts(program: &Path, text: &str) -> Result<Vec<(u64, String)>, String> {
    let counts = by_address(text);
    let mut parts: BTreeMap<String, u64> = BTreeMap::new();
    for (address, frames) in frames(program, &counts)? {
        let count = counts.get(&address).copied().unwrap_or(0);
        *parts.entry(part(&frames).into()).or_default() += count;
    }
    // Other objects have addresses of their own, which cannot be looked up in the program.
    let outside = counts.get("").copied().unwrap_or(0);
    parts.insert("the allocator and the system".into(), outside);
    let mut parts: Vec<(u64, String)> =
        parts.into_iter().map(|(part, count)| (count, part)).collect();
    parts.sort_unstable_by(|one, other| other.cmp(one));
    Ok(parts)
}

/// The instructions counted at each address of the program; those of other objects at none.
fn by_address(text: &str) -> BTreeMap<String, u64> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    let (mut is_call, mut is_own) = (false, false);
    for line in text.lines() {
        if let Some(object) = line.strip_prefix("ob=") {
            is_own = object.contains("instructions");
        } else if line.starts_with("calls=") {
            // The next line has what the callee took, which is counted at the callee.
            is_call = true;
        } else if line.starts_with("0x") && !std::mem::take(&mut is_call) {
            let mut words = line.split(' ');
            let address = words.next().filter(|_| is_own).unwrap_or_default();
            let count = words.nth(1).and_then(|count| count.parse::<u64>().ok());
            *counts.entry(address.into()).or_default() += count.unwrap_or(0);
        }
    }
    counts
}

/// The functions around each address, the innermost first, as `addr2line` finds them.
fn frames(
    program: &Path,
    counts: &BTreeMap<String, u64>,
) -> Result<Vec<(String, Vec<Frame>)>, String> {
    let addresses: Vec<&str> =
        counts.keys().map(String::as_str).filter(|at| !at.is_empty()).collect();
    let mut child = Command::new("addr2line")
        .args(["--functions", "--inlines", "--addresses", "--exe"])
        .arg(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("addr2line: {error}"))?;
    let mut input = child.stdin.take().ok_or("addr2line takes no input")?;
    let text = addresses.join("\n") + "\n";
    // It answers while it reads; a thread keeps the two from waiting for each other.
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    writer.join().map_err(|_| "addr2line was not asked")?.map_err(|error| error.to_string())?;
    let answer = String::from_utf8_lossy(&output.stdout);
    let mut found: Vec<(String, Vec<Frame>)> = Vec::new();
    let mut lines = answer.lines();
    let mut asked = addresses.iter();
    while let Some(line) = lines.next() {
        if line.starts_with("0x") {
            let address = asked.next().ok_or("addr2line says more than it was asked")?;
            found.push(((*address).to_string(), Vec::new()));
        } else if let (Some((_, frames)), Some(file)) = (found.last_mut(), lines.next()) {
            frames.push((line.into(), file.into()));
        }
    }
    Ok(found)
}

/// The part that an instruction belongs to, by the innermost file that is of one.
fn part(frames: &[Frame]) -> &'static str {
    // The benches are a folder of the repository, whose paths those of the parts are.
    let own = env!("CARGO_MANIFEST_DIR").trim_end_matches("benches");
    let frames: Vec<(&str, &str)> = frames
        .iter()
        .filter_map(|(function, file)| Some((function.as_str(), file.strip_prefix(own)?)))
        .map(|(function, file)| (function, file.split(':').next().unwrap_or(file)))
        .collect();
    let is_search = |file: &str| matches!(file, "src/doors/dispatch.rs" | "src/alliance/search.rs");
    if frames.iter().any(|(_, file)| is_search(file)) {
        return "search";
    }
    if frames.iter().any(|(_, file)| *file == "src/doors/step/month.rs") {
        return "opening months";
    }
    let found = frames.iter().find_map(|&(function, file)| part_of(function, file));
    let is_register = |file: &str| file.starts_with("src/parts/") || file.starts_with("src/rules/");
    match found {
        Some(part) => part,
        None if frames.iter().any(|(_, file)| is_register(file)) => "members and registers",
        None => "lists made and sorted, and what else is in no part",
    }
}

/// The part of a file; none for what serves many, like ids, bit sets and money.
fn part_of(function: &str, file: &str) -> Option<&'static str> {
    Some(match file {
        "src/parts/tally.rs" => "tallies",
        "src/parts/line.rs" => "line",
        "src/parts/docket.rs" | "src/parts/seats.rs" | "src/facts/order.rs" => "record",
        "src/doors/check.rs" => "entry and routing",
        "src/doors/replay.rs" | "src/facts/event.rs" => "comparing with the outcome",
        "src/alliance/apply.rs" => "the arms of events",
        "src/rules/caps.rs" if function.contains("reach") => "opening months",
        "src/doors/step.rs" if function.contains("conclude") => "outcome",
        _ if file.starts_with("src/doors/check/") => "checks",
        "src/rules/intake.rs" | "src/rules/deposit.rs" => "checks",
        _ if file.starts_with("src/doors/step") || file.starts_with("src/rules/") => {
            "entry and routing"
        }
        _ if file.starts_with("benches/") => "the bench's own loop",
        _ => return None,
    })
}
