//! Why: before a province settles on a rule it wants to see it at work in each of its cities, and a
//! simulation is only believed if it comes out the same on every machine. This runs the year of 300
//! cities on one thread and then on all, half of them under each of the two named policies, tells
//! how fast that was, and holds that both runs came to the same, to the byte.
//!
//! `cargo run --release --example cities`

use std::time::Duration;

use paidan::Policy;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};

mod city;

use city::{City, Mix};

/// More than any province has, so that a run takes long enough to be timed.
const CITIES: u64 = 300;

fn main() -> Result<(), ThreadPoolBuildError> {
    // With 0 threads asked for there is one a core.
    let (one, all) = (run(&pool(1)?), run(&pool(0)?));
    assert_eq!(one, all, "who runs a city does not matter");
    let mut whole = Mix::default();
    for (digest, _) in &one {
        whole.add(&digest.to_le_bytes());
    }
    println!("the same to the byte on one thread and on all: {:016x}", whole.value());
    for (name, first) in [("the literal text", 0), ("the recommended reading", 1)] {
        let cities = one.iter().skip(first).step_by(2);
        let (count, suspensions) =
            cities.fold((0, 0), |(count, sum), (_, of)| (count + 1, sum + of));
        println!("{name}: {} suspensions a city in the year", suspensions / count);
    }
    Ok(())
}

fn pool(threads: usize) -> Result<ThreadPool, ThreadPoolBuildError> {
    ThreadPoolBuilder::new().num_threads(threads).build()
}

/// All cities' years: of each the digest of its last snapshot and how many were suspended in it.
fn run(pool: &ThreadPool) -> Vec<(u64, u32)> {
    let (cities, time) = timed(|| pool.install(years));
    let orders: u64 = cities.iter().map(|city| city.orders).sum();
    let a_second = u128::from(orders) * 1_000_000 / time.as_micros().max(1);
    let threads = pool.current_num_threads();
    println!("{CITIES} cities, {orders} orders; threads: {threads}; orders a second: {a_second}");
    pool.install(|| cities.par_iter().map(|city| (city.digest(), city.suspensions)).collect())
}

/// The cities after their years, in their order, whichever was ready first.
fn years() -> Vec<City> {
    let policy = |city| if city % 2 == 0 { Policy::cixi_2021() } else { Policy::recommended() };
    (0..CITIES).into_par_iter().map(|city| City::after_a_year(city, policy(city))).collect()
}

/// Does something and tells how long it took.
#[expect(clippy::disallowed_types, reason = "the engine reads no clock; its measurement does")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = std::time::Instant::now();
    (work(), start.elapsed())
}
