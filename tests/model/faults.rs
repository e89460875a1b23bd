//! How many histories it takes to find a fault that `tests/source/faults` has sown.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::model::history::Maker;
use crate::model::history::world::{CROWDED, LONG, SMALL, WIDE, World};
use crate::model::plain::Plain;
use crate::model::seeded::Seeded;
use crate::model::twin::Twin;

/// Within so many histories every fault must be found.
const MOST: u64 = 10_000;

/// Worlds in turn, a large or a long one now and then, since each takes as long as some others.
fn world(seed: u64) -> World {
    match seed % 20 {
        19 => WIDE,
        9 => LONG,
        nth if nth % 2 == 0 => SMALL,
        _ => CROWDED,
    }
}

/// Whether both engines agree on the whole history of a seed.
fn agrees(seed: u64) -> bool {
    let mut draws = Seeded::new(seed);
    let (policy, mut maker) = Maker::new(world(seed), &mut draws);
    let mut twin = Twin::<Plain>::new(policy);
    while let Some(command) = maker.next(&twin.engine) {
        if twin.step(&command, &mut |_| ()).is_err() {
            return false;
        }
    }
    true
}

/// Nothing happens unless `tests/source/faults` asks. A panic finds a fault as well as a difference does.
#[test]
fn finds_a_fault() {
    if std::env::var_os("PAIDAN_FAULT").is_none() {
        return;
    }
    let found = (0..MOST).find(|seed| {
        let agrees = catch_unwind(AssertUnwindSafe(|| agrees(*seed)));
        !agrees.unwrap_or(false)
    });
    match found {
        Some(seed) => panic!("found after {} histories", seed + 1),
        None => println!("not found in {MOST} histories"),
    }
}
