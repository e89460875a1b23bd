//! The tiers: small, long, crowded, and wide histories, and what each must come upon.

use std::env;

use crate::model::census::Census;
use crate::model::history::world::{CROWDED, LONG, SMALL, WIDE, World};
use crate::model::plain::Plain;
use crate::model::rig::{Report, play_all};

/// How many commands a run has in all, if nothing else is asked for.
const COMMANDS: u64 = 240_000;

/// What no tier can come upon: the last id of a kind; and two standings that only an explanation
/// of one member has, which is not compared: an act that names an unknown member is refused before
/// anybody looks at how it stands, and one of another line does not offer the item.
const NEVER: [(&str, &str, u64); 3] =
    [("refusal", "ids_exhausted", 0), ("standing", "Unknown", 0), ("standing", "OtherLine", 0)];

fn commands() -> u64 {
    let asked = env::var("PAIDAN_MODEL_COMMANDS").ok();
    asked.map_or(COMMANDS, |number| number.parse().expect("a number of commands"))
}

/// Plays so many hundredths of all commands in one world.
fn tier(world: World, hundredths: u64) -> Census {
    let commands = commands();
    let each = u64::try_from(world.commands).expect("few");
    let histories = (commands * hundredths).div_ceil(100 * each);
    let (census, failure) = play_all::<Plain>(world, histories);
    if let Some(failure) = failure {
        let report = Report::new::<Plain>(world, failure);
        report.keep();
        panic!("{}", report.text);
    }
    assert!(census.commands * 100 >= commands * hundredths, "too few commands");
    println!("\n{} histories: {census}", world.name);
    census
}

/// What happens only now and then, a bar lifted under an id that a firm no longer has: it takes the
/// firm two months to come back, for which a short history is too short.
const SELDOM: [(&str, &str, u64); 1] = [("moment", "BarLiftedUnderOldId", 1)];
const IN_SHORT: [(&str, &str, u64); 1] = [("moment", "BarLiftedUnderOldId", 0)];

/// Where many serve, it is seldom that those who count by their orders alone make them just enough.
const IN_A_CITY: [(&str, &str, u64); 3] =
    [("cap", "ServesByOrders", 0), ("cap", "GoneCounts", 0), ("moment", "HeldGoesAfterLeave", 1)];

/// Nothing is missing: each occurred so many times, but for what may be fewer. A run that was asked
/// to be shorter need not.
fn has_all(census: &Census, least: u64, fewer: &[(&str, &str, u64)]) {
    if commands() < COMMANDS {
        return;
    }
    let missing = census.missing(least, &[fewer, &NEVER, &SELDOM].concat());
    assert!(missing.is_empty(), "too seldom:\n{}", missing.join("\n"));
}

#[test]
fn the_small_tier_agrees() {
    has_all(&tier(SMALL, 25), 5, &IN_SHORT);
}

#[test]
fn the_long_tier_agrees() {
    has_all(&tier(LONG, 20), 1, &[]);
}

#[test]
fn the_crowded_tier_agrees() {
    has_all(&tier(CROWDED, 40), 8, &[]);
}

#[test]
fn the_wide_tier_agrees() {
    has_all(&tier(WIDE, 15), 3, &IN_A_CITY);
}
