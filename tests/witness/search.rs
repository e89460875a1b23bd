//! The search: all histories, shorter ones first, under both readings side by side.

use crate::witness::world::{Deed, Result, World};

/// No longer history is tried.
const LONGEST: usize = 5;

/// The first of the shortest histories at whose end the two worlds part: its last order goes to
/// different members, or others are suspended.
pub fn shortest(worlds: &[World; 2]) -> Option<Vec<Deed>> {
    let mut reached = vec![(Vec::new(), worlds.clone())];
    for _ in 0..LONGEST {
        let mut longer = Vec::new();
        for (history, worlds) in &reached {
            for &deed in &worlds[0].alphabet {
                let mut worlds = worlds.clone();
                let [one, other] = &mut worlds;
                let results = [one.step(deed), other.step(deed)];
                let history = [history.as_slice(), &[deed]].concat();
                if parts(&results) {
                    return Some(history);
                }
                if goes_on(&results) {
                    longer.push((history, worlds));
                }
            }
        }
        reached = longer;
    }
    None
}

/// Whether the readings come to different ends.
fn parts(results: &[Result; 2]) -> bool {
    match results {
        [Result::Order(Some(one)), Result::Order(Some(other))] => one != other,
        [Result::Suspended(one), Result::Suspended(other)] => one != other,
        _ => false,
    }
}

/// Whether it is worth going on: something was done, and no order was refused under one reading
/// only. Offers may be, since that is what the reach is about.
fn goes_on(results: &[Result; 2]) -> bool {
    match results {
        [Result::Refused, Result::Done] | [Result::Done, Result::Refused] => true,
        _ => !results.contains(&Result::Refused),
    }
}
