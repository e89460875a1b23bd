//! What a simulated year takes, beside the engine alone on the same commands.
//!
//! `cargo bench --manifest-path benches/Cargo.toml --bench simulation` times all of it by turns over
//! some seeds and prints medians; it fails where the aim is missed. Without `--bench`, or with
//! `--test`, everything runs once and nothing is judged.

#![allow(clippy::disallowed_types, reason = "a bench reads the clock")]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use paidan::simulation::{Workload, journal, run, simulate};
use paidan::{Act, Alliance, Command, Outcome, Policy};

/// The most that a year may take of what the engine takes alone for the same commands.
const AIM: f64 = 2.0;
/// Rounds of which the median is taken.
const ROUNDS: usize = 41;
/// Years a round.
const SEEDS: u64 = 8;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let has = |flag: &str| args.iter().any(|arg| arg == flag);
    let is_full = has("--bench") && !has("--test");
    let rounds = if is_full { ROUNDS } else { 1 };
    let (policy, workload) = (Policy::cixi_2021(), Workload::cixi());
    let years: Vec<Vec<Command>> =
        (0..SEEDS).map(|seed| journal(&policy, &workload, seed).expect("a year")).collect();
    let of_orders = |command: &&Command| matches!(command.act, Act::Accept(_));
    let orders = years.iter().flatten().filter(of_orders).count();
    let contenders: [(&str, Box<dyn Fn() + '_>); 3] = [
        ("the engine alone", Box::new(|| years.iter().for_each(|year| step(&policy, year)))),
        ("a year (run)", Box::new(|| (0..SEEDS).for_each(|seed| year(&policy, &workload, seed)))),
        (
            "with its report",
            Box::new(|| (0..SEEDS).for_each(|seed| report(&policy, &workload, seed))),
        ),
    ];
    let mut times = vec![Vec::new(); contenders.len()];
    for _ in 0..rounds {
        for ((_, work), times) in contenders.iter().zip(&mut times) {
            let start = Instant::now();
            work();
            times.push(start.elapsed().as_secs_f64());
        }
    }
    let medians: Vec<f64> = times.into_iter().map(median).collect();
    let entries: usize = years.iter().map(Vec::len).sum();
    println!("{SEEDS} years, {orders} orders, {entries} commands");
    let mut is_met = true;
    for ((name, _), time) in contenders.iter().zip(&medians) {
        let ratio = time / medians[0];
        println!("{name:<24}{:>8.0} ns an order{ratio:>8.2}", time * 1e9 / orders as f64);
        is_met &= !is_full || ratio <= AIM;
    }
    if is_met { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The engine alone.
fn step(policy: &Policy, commands: &[Command]) {
    let mut alliance = Alliance::new(policy.clone());
    let mut outcome = Outcome::new(commands[0].date);
    for command in commands {
        alliance.step_into(command, &mut outcome).expect("no refusal");
    }
    black_box(alliance);
}

fn year(policy: &Policy, workload: &Workload, seed: u64) {
    black_box(run(policy, workload, seed, |_, _| ()).expect("a year"));
}

fn report(policy: &Policy, workload: &Workload, seed: u64) {
    black_box(simulate(policy, workload, seed).expect("a year"));
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
