//! How members stand to the caps when a month is closed (rules 6.3), by hand.

use paidan::{ItemId, MemberId, Membership, Share};

use crate::model::view::{TallyView, View};

/// Which caps a member reaches, and how near it comes to each: a fen or an order is the least step.
pub const CASES: [&str; 9] = [
    "ItemOnly",
    "AmountOnly",
    "Both",
    "ItemAt",
    "ItemJustBelow",
    "ItemJustAbove",
    "AmountAt",
    "AmountJustBelow",
    "AmountJustAbove",
];

/// Where a figure stands to a share of the whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nearness {
    Far,
    JustBelow,
    At,
    JustAbove,
    Above,
}

fn nearness(share: Share, own: u64, whole: u64) -> Nearness {
    let wanted = u128::from(share.basis_points()) * u128::from(whole);
    let own = u128::from(own) * 10_000;
    if own == wanted {
        Nearness::At
    } else if own < wanted {
        if own + 10_000 >= wanted { Nearness::JustBelow } else { Nearness::Far }
    } else if own - 10_000 <= wanted {
        Nearness::JustAbove
    } else {
        Nearness::Above
    }
}

/// The cases that occur in the month that is open, if it were closed now.
pub fn cases(view: &View) -> Vec<&'static str> {
    let (caps, mut cases) = (&view.policy.caps, Vec::new());
    let of_item = |tally: &TallyView, item: ItemId| {
        tally.items.iter().find(|of| of.0 == item).map_or(0, |of| of.1)
    };
    let all: u64 = view.tallies.iter().map(|of| of.amount.fen()).sum();
    let orders: u32 = view.tallies.iter().flat_map(|of| &of.items).map(|of| of.1).sum();
    for tally in view.tallies.iter().filter(|of| is_current(view, of.member)) {
        let (mut item_reached, mut amount_reached) = (false, false);
        for (item, own) in &tally.items {
            let whole: u32 = view.tallies.iter().map(|of| of_item(of, *item)).sum();
            if whole >= caps.item_min_orders.get() {
                let near = nearness(caps.item_share, u64::from(*own), u64::from(whole));
                let names = ["ItemJustBelow", "ItemAt", "ItemJustAbove"];
                item_reached |= note(near, names, &mut cases);
            }
        }
        if orders >= caps.amount_min_orders.get() && !tally.amount.is_zero() {
            let near = nearness(caps.amount_share, tally.amount.fen(), all);
            let names = ["AmountJustBelow", "AmountAt", "AmountJustAbove"];
            amount_reached = note(near, names, &mut cases);
        }
        cases.extend(match (item_reached, amount_reached) {
            (true, true) => Some("Both"),
            (true, false) => Some("ItemOnly"),
            (false, true) => Some("AmountOnly"),
            (false, false) => None,
        });
    }
    cases
}

/// Notes a near case by its name; says whether the cap is reached.
fn note(near: Nearness, [below, at, above]: [&'static str; 3], cases: &mut Vec<&str>) -> bool {
    match near {
        Nearness::JustBelow => cases.push(below),
        Nearness::At => cases.push(at),
        Nearness::JustAbove => cases.push(above),
        Nearness::Far | Nearness::Above => {}
    }
    matches!(near, Nearness::At | Nearness::JustAbove | Nearness::Above)
}

fn is_current(view: &View, member: MemberId) -> bool {
    view.members.get(member.index()).is_some_and(|of| of.standing == Membership::Current)
}
