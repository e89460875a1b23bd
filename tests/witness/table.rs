//! A history as a table, an act a line and a reading a column.

use std::collections::BTreeSet;
use std::fmt::Write;

use paidan::{ItemId, MemberId};

use crate::witness::world::{Deed, Result, World};

/// The table of a history under two readings.
pub fn table(readings: [&str; 2], worlds: &[World; 2], history: &[Deed]) -> String {
    let [one, other] = readings;
    let mut table = format!("| | `{one}` | `{other}` |\n| --- | --- | --- |\n");
    let mut worlds = worlds.clone();
    for &deed in history {
        let [one, other] = worlds.each_mut().map(|world| told(&world.step(deed)));
        writeln!(table, "| {} | {one} | {other} |", asked(deed)).expect("a text takes all");
    }
    table
}

fn asked(deed: Deed) -> String {
    match deed {
        Deed::Order(item, None) => format!("an order for item {item}"),
        Deed::Order(item, Some(member)) => {
            format!("an order for item {item} that names member {member}")
        }
        Deed::OfferBoth(member) => format!("member {member} offers both items"),
        Deed::OpenMonth => "the month ends".into(),
    }
}

fn told(result: &Result) -> String {
    match result {
        Result::Order(Some(member)) => format!("member {member}"),
        Result::Order(None) => "nobody".into(),
        Result::Suspended(pairs) => suspended(pairs),
        Result::Done => "accepted".into(),
        Result::Refused => "refused".into(),
    }
}

fn suspended(pairs: &BTreeSet<(MemberId, ItemId)>) -> String {
    let members: BTreeSet<MemberId> = pairs.iter().map(|&(member, _)| member).collect();
    let from = |of: &MemberId| {
        let items: Vec<_> = pairs.iter().filter(|(member, _)| member == of).collect();
        match items.as_slice() {
            [(_, item)] => format!("member {of} from item {item}"),
            _ => format!("member {of} from both"),
        }
    };
    if members.is_empty() {
        return "nobody suspended".into();
    }
    format!("suspended: {}", members.iter().map(from).collect::<Vec<_>>().join(", "))
}
