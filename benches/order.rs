//! The time of the main acts, for criterion, which remembers and compares with the run before.
//!
//! What is beside the yardsticks, and how it grows, is in `ratio`.

#![allow(clippy::disallowed_types, reason = "a bench reads the clock")]

use std::time::{Duration, Instant};

use common::Work;
use common::city::{Kind, Size};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn orders(criterion: &mut Criterion) {
    for members in [100, 10_000] {
        let work = Work::literal(Kind::Turn, Size::of(members));
        measure(criterion, "turn", "step_into", members, &work, Work::by_engine);
    }
    let work = Work::literal(Kind::Turn, Size::of(100));
    measure(criterion, "turn", "step", 100, &work, Work::by_step);
    let work = Work::literal(Kind::Designated, Size::of(100));
    measure(criterion, "designated", "step_into", 100, &work, Work::by_engine);
    let work = Work::literal(Kind::Year, Size::of(101));
    measure(criterion, "year", "step_into", 101, &work, Work::by_engine);
    let outcomes = work.outcomes();
    let replay = |work: &Work, alliance: &mut _| work.by_apply(alliance, &outcomes);
    measure(criterion, "year", "apply", 101, &work, replay);
}

/// Times runs that each begin from one state, in memory that was used before.
fn measure(
    criterion: &mut Criterion,
    name: &str,
    door: &str,
    members: u32,
    work: &Work,
    run: impl Fn(&Work, &mut paidan::Alliance),
) {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(work.orders()));
    group.bench_function(BenchmarkId::new(door, members), |bencher| {
        bencher.iter_custom(|times| {
            let mut took = Duration::ZERO;
            for _ in 0..times {
                let mut alliance = work.engine();
                let start = Instant::now();
                run(work, &mut alliance);
                took += start.elapsed();
            }
            took
        });
    });
    group.finish();
}

criterion_group!(benches, orders);
criterion_main!(benches);
