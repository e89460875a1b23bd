//! How members stand to the caps when a month is closed (rules 6.3), by hand.

use std::num::NonZeroU32;

use paidan::{ItemId, MemberId, Membership, Share};

use crate::model::view::{MemberView, TallyView, View};

/// Which caps a member reaches, and how near it comes to each: a fen or an order is the least step.
pub const CASES: [&str; 15] = [
    "ItemOnly",
    "AmountOnly",
    "Both",
    "ItemAt",
    "ItemJustBelow",
    "ItemJustAbove",
    "AmountAt",
    "AmountJustBelow",
    "AmountJustAbove",
    // Reached, and not judged for one member too few; judged by just enough members.
    "ItemTooFew",
    "ItemJustEnough",
    "AmountTooFew",
    "AmountJustEnough",
    // One counts by its orders alone: on leave or without the offer, and gone.
    "ServesByOrders",
    "GoneCounts",
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
    let of_all = Few::new(caps.amount_min_members, in_all(view));
    for tally in view.tallies.iter().filter(|of| is_current(view, of.member)) {
        let (mut item_reached, mut amount_reached) = (false, false);
        for (item, own) in &tally.items {
            let whole: u32 = view.tallies.iter().map(|of| of_item(of, *item)).sum();
            if whole >= caps.item_min_orders.get() {
                let near = nearness(caps.item_share, u64::from(*own), u64::from(whole));
                let few = Few::new(caps.item_min_members, of_one(view, *item));
                let names = ["ItemTooFew", "ItemJustEnough"];
                if few.note(near, names, "ServesByOrders", &mut cases) {
                    continue;
                }
                let names = ["ItemJustBelow", "ItemAt", "ItemJustAbove"];
                item_reached |= note(near, names, &mut cases);
            }
        }
        if orders >= caps.amount_min_orders.get() && !tally.amount.is_zero() {
            let near = nearness(caps.amount_share, tally.amount.fen(), all);
            let names = ["AmountTooFew", "AmountJustEnough"];
            if !of_all.note(near, names, "GoneCounts", &mut cases) {
                let names = ["AmountJustBelow", "AmountAt", "AmountJustAbove"];
                amount_reached = note(near, names, &mut cases);
            }
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
    is_reached(near)
}

fn is_reached(near: Nearness) -> bool {
    matches!(near, Nearness::At | Nearness::JustAbove | Nearness::Above)
}

/// How many members are counted, those among them that only their orders make count, and how many it
/// takes.
#[derive(Clone, Copy)]
struct Few {
    least: usize,
    counted: usize,
    by_orders: usize,
}

impl Few {
    fn new(least: NonZeroU32, (counted, by_orders): (usize, usize)) -> Self {
        Self { least: usize::try_from(least.get()).expect("few"), counted, by_orders }
    }

    /// Whether they are too few to be judged; notes what is near to that of a cap that is reached.
    fn note(
        self,
        near: Nearness,
        [too_few, enough]: [&'static str; 2],
        by_orders: &'static str,
        cases: &mut Vec<&str>,
    ) -> bool {
        if is_reached(near) && self.least > 1 {
            if self.counted + 1 == self.least {
                cases.push(too_few);
            } else if self.counted == self.least {
                cases.push(enough);
                cases.extend((self.by_orders > 0).then_some(by_orders));
            }
        }
        self.counted < self.least
    }
}

/// Of an item: current members that offer it and are not on leave, or have an order of it.
fn of_one(view: &View, item: ItemId) -> (usize, usize) {
    let has = |member: MemberId| {
        let mut tallies = view.tallies.iter();
        tallies.any(|of| of.member == member && of.items.iter().any(|of| of.0 == item))
    };
    count(view, |id, member| {
        let is_current = member.standing == Membership::Current;
        (is_current && !member.on_leave && member.offers.contains(&item), is_current && has(id))
    })
}

/// In all: those current and not on leave, and whoever has an order.
fn in_all(view: &View) -> (usize, usize) {
    let has = |member: MemberId| view.tallies.iter().any(|of| of.member == member);
    count(view, |id, member| (member.standing == Membership::Current && !member.on_leave, has(id)))
}

/// How many serve or have an order, and how many of them only have an order.
fn count(view: &View, of: impl Fn(MemberId, &MemberView) -> (bool, bool)) -> (usize, usize) {
    let members = (0..).map_while(|nth| MemberId::at(nth).ok()).zip(&view.members);
    let all: Vec<(bool, bool)> = members.map(|(id, member)| of(id, member)).collect();
    let counted = all.iter().filter(|(serves, has)| *serves || *has).count();
    (counted, all.iter().filter(|(serves, has)| !serves && *has).count())
}

fn is_current(view: &View, member: MemberId) -> bool {
    view.members.get(member.index()).is_some_and(|of| of.standing == Membership::Current)
}
