//! The time of one order by `step`, beside the yardstick of `common/bare.rs`.
//!
//! Each measurement is a run of orders on a state in motion. Before that, engine and yardstick are
//! checked to give every order of the run to the same member.

#![allow(clippy::disallowed_types, reason = "a bench reads the clock")]

mod common;

use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use common::{Kind, Work};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use paidan::{Guard, Policy, Turn};

/// Sizes of the line.
const MEMBERS: [u32; 4] = [10, 100, 1_000, 10_000];

fn orders(criterion: &mut Criterion) {
    let literal = Policy::cixi_2021();
    for members in MEMBERS {
        beside_bare(criterion, "turn", &Work::new(Kind::Turn, members, &literal), members);
        let designated = Work::new(Kind::Designated, members, &literal);
        beside_bare(criterion, "designated", &designated, members);
        beside_bare(criterion, "held", &Work::new(Kind::Held, members, &literal), members);
    }
    beside_bare(criterion, "year", &Work::new(Kind::Year, 101, &literal), 101);
}

fn readings(criterion: &mut Criterion) {
    let mut cursor = Policy::cixi_2021();
    cursor.turn = Turn::Cursor;
    step(criterion, "cursor", &Work::new(Kind::Turn, 100, &cursor), 100);
    let mut guarded = Policy::cixi_2021();
    guarded.caps.guard = Guard::On { min_orders: NonZeroU32::MIN.saturating_add(9) };
    step(criterion, "guard", &Work::new(Kind::Turn, 100, &guarded), 100);
}

fn step(criterion: &mut Criterion, name: &str, work: &Work, members: u32) {
    measure(criterion, name, "step", (work, members), || work.engine(), Work::by_engine);
}

fn beside_bare(criterion: &mut Criterion, name: &str, work: &Work, members: u32) {
    step(criterion, name, work, members);
    measure(criterion, name, "bare", (work, members), || work.yardstick(), Work::by_bare);
}

/// Times runs that go on from where the last one ended, as a service does; every so many runs, and
/// for each year, from a new copy.
fn measure<T>(
    criterion: &mut Criterion,
    name: &str,
    who: &str,
    (work, members): (&Work, u32),
    copy: impl Fn() -> T,
    run: impl Fn(&Work, &mut T),
) {
    let most = if work.is_a_year() { 1 } else { 64 };
    let (mut state, mut runs) = (copy(), 0);
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(work.orders()));
    group.bench_function(BenchmarkId::new(who, members), |bencher| {
        bencher.iter_custom(|times| {
            let mut took = Duration::ZERO;
            for _ in 0..times {
                if runs == most {
                    (state, runs) = (copy(), 0);
                }
                let start = Instant::now();
                run(work, &mut state);
                took += start.elapsed();
                runs += 1;
            }
            took
        });
    });
    group.finish();
}

criterion_group!(benches, orders, readings);
criterion_main!(benches);
