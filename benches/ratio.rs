//! What the engine takes for an order, beside the yardstick in the same run.
//!
//! `cargo bench --bench ratio` times short runs of both by turns, so that noise meets both alike,
//! and prints medians. Without `--bench`, or with `--test`, each runs once.

#![allow(clippy::disallowed_types, reason = "a bench reads the clock")]

mod common;

use std::time::Instant;

use common::bare::Bare;
use common::{Kind, Work};
use paidan::{Alliance, Policy};

/// What one round took, in picoseconds an order.
#[derive(Clone, Copy)]
struct Round {
    engine: u64,
    bare: u64,
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let has = |flag: &str| args.iter().any(|arg| arg == flag);
    let rounds = if has("--bench") && !has("--test") { 101 } else { 1 };
    println!("orders          members   engine ns   bare ns   engine / bare");
    for members in [10, 100, 1_000, 10_000] {
        row("by turn", Kind::Turn, members, rounds);
    }
    for members in [10, 100, 1_000, 10_000] {
        row("designated", Kind::Designated, members, rounds);
    }
    for members in [10, 100, 1_000, 10_000] {
        row("held", Kind::Held, members, rounds);
    }
    row("a year", Kind::Year, 101, rounds);
}

/// One line of the table.
fn row(name: &str, kind: Kind, members: u32, rounds: usize) {
    let work = Work::new(kind, members, &Policy::cixi_2021());
    // Each round begins from the same state, in memory that was used before: a service's orders end,
    // and their room is taken again.
    let next = || round(&work, &mut work.engine(), &mut work.yardstick());
    let rounds: Vec<Round> = (0..rounds).map(|_| next()).collect();
    let engine = median(&rounds, |round| round.engine);
    let bare = median(&rounds, |round| round.bare);
    let ratio = median(&rounds, |round| round.engine * 100 / round.bare.max(1));
    println!(
        "{name:<14} {members:>8} {:>9}.{} {:>7}.{} {:>12}.{:02}",
        engine / 1_000,
        engine % 1_000 / 100,
        bare / 1_000,
        bare % 1_000 / 100,
        ratio / 100,
        ratio % 100,
    );
}

/// The run once by each.
fn round(work: &Work, alliance: &mut Alliance, bare: &mut Bare) -> Round {
    let start = Instant::now();
    work.by_engine(alliance);
    let middle = Instant::now();
    work.by_bare(bare);
    let end = Instant::now();
    let each = |from: Instant, to: Instant| {
        let picoseconds = (to - from).as_nanos() * 1_000 / u128::from(work.orders());
        u64::try_from(picoseconds).expect("a short time")
    };
    Round { engine: each(start, middle), bare: each(middle, end) }
}

fn median(rounds: &[Round], of: impl Fn(&Round) -> u64) -> u64 {
    let mut figures: Vec<u64> = rounds.iter().map(of).collect();
    figures.sort_unstable();
    figures[figures.len() / 2]
}
