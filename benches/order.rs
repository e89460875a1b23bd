//! The time of one order by `step`, beside the yardstick of `common/bare.rs`.
//!
//! Each measurement is a run of orders on a copy of a state in motion; the copy is made and dropped
//! off the clock. Before that, engine and yardstick are checked to give every order of the run to
//! the same member.

mod common;

use std::num::NonZeroU32;

use common::{Kind, Work};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
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
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(work.orders()));
    group.bench_function(BenchmarkId::new("step", members), |bencher| {
        let copy = || work.engine();
        bencher.iter_batched_ref(copy, |copy| work.by_engine(copy), BatchSize::PerIteration);
    });
    group.finish();
}

fn beside_bare(criterion: &mut Criterion, name: &str, work: &Work, members: u32) {
    step(criterion, name, work, members);
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(work.orders()));
    group.bench_function(BenchmarkId::new("bare", members), |bencher| {
        let copy = || work.yardstick();
        bencher.iter_batched_ref(copy, |copy| work.by_bare(copy), BatchSize::PerIteration);
    });
    group.finish();
}

criterion_group!(benches, orders, readings);
criterion_main!(benches);
