//! Why: before a province settles on a rule it wants to see it at work in each of its cities, and a
//! simulation is only believed if it comes out the same on every machine. This runs the year of 300
//! cities on one thread and then on all, half of them under each of the two named policies, tells
//! how fast that was, and holds that both runs came to the same, to the byte.
//!
//! `cargo run --release --example cities`

use std::num::NonZero;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use paidan::Policy;

mod city;

use city::{City, Mix};

/// More than any province has, so that a run takes long enough to be timed.
const CITIES: u64 = 300;

fn main() {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (one, all) = (run(1), run(cores));
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
}

/// All cities' years: of each the digest of its last snapshot and how many were suspended in it.
fn run(threads: usize) -> Vec<(u64, u32)> {
    let (cities, time) = timed(|| years(threads));
    let orders: u64 = cities.iter().map(|city| city.orders).sum();
    let a_second = u128::from(orders) * 1_000_000 / time.as_micros().max(1);
    println!("{CITIES} cities, {orders} orders; threads: {threads}; orders a second: {a_second}");
    cities.iter().map(|city| (city.digest(), city.suspensions)).collect()
}

/// The cities after their years, in their order, whichever was ready first: each thread takes the
/// next city that nobody has taken.
fn years(threads: usize) -> Vec<City> {
    let next = AtomicU64::new(0);
    let take = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|city| *city < CITIES);
    let work = || -> Vec<(u64, City)> {
        std::iter::from_fn(take).map(|city| (city, year(city))).collect()
    };
    let mut cities: Vec<(u64, City)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect()
    });
    cities.sort_unstable_by_key(|(number, _)| *number);
    cities.into_iter().map(|(_, city)| city).collect()
}

/// A city after its year; every other one under the recommended reading.
fn year(city: u64) -> City {
    let is_literal = city.is_multiple_of(2);
    City::after_a_year(city, if is_literal { Policy::cixi_2021() } else { Policy::recommended() })
}

/// Does something and tells how long it took.
#[expect(clippy::disallowed_types, reason = "the engine reads no clock; its measurement does")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = std::time::Instant::now();
    (work(), start.elapsed())
}
