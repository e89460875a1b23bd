//! Article 17: who reached a cap when a month closes (rules 6.3, 6.6).

use core::num::NonZeroU32;

use paidan::Category::Finance;
use paidan::{
    Act, CapFigures, CapScope, CountDesignated, Event, Guard, ItemId, MemberId, Membership,
    Outcome, Policy, Reach, Share,
};

use crate::common::{City, item, member, money, naming};

const MANY: NonZeroU32 = NonZeroU32::new(1_000).unwrap();

/// The literal policy without the cap on the amount.
fn items_only() -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.caps.amount_min_orders = MANY;
    policy
}

/// The literal policy without the cap on an item's orders.
fn amount_only() -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.caps.item_min_orders = MANY;
    policy
}

/// A city with two items, three members that offer both, and these orders given to them.
fn city(policy: Policy, given: &[(u32, u32, &str)]) -> City {
    let mut city = City::new(policy);
    let items = [(); 2].map(|()| city.item(Finance));
    let _: [MemberId; 3] = city.members(Finance, &items);
    for &(to, of, price) in given {
        city.designate_to(item(of), member(to), price);
    }
    city
}

fn caps(outcome: &Outcome) -> Vec<(u32, CapFigures, Reach)> {
    let reached = outcome.events.iter().filter_map(|event| match *event {
        Event::CapReached { member, cap, reach } => Some((member.get(), cap, reach)),
        _ => None,
    });
    reached.collect()
}

/// The caps reached in January.
fn reached(policy: Policy, given: &[(u32, u32, &str)]) -> Vec<(u32, CapFigures, Reach)> {
    caps(&city(policy, given).open("2025-02-01"))
}

fn of_item(item: ItemId, own: u32, whole: u32) -> CapFigures {
    CapFigures::Item { item, own, whole }
}

fn of_amount(own: &str, whole: &str) -> CapFigures {
    CapFigures::Amount { own: money(own), whole: money(whole) }
}

/// rules 6.3: half of an item's orders reach the cap, more are above it, fewer do not.
#[test]
fn half_of_an_items_orders_reach_the_cap() {
    let (first, second, third) = ((1, 1, "1.00"), (2, 1, "1.00"), (3, 1, "1.00"));
    let halves = reached(items_only(), &[first, second]);
    let half = of_item(item(1), 1, 2);
    assert_eq!(halves, [(1, half, Reach::At), (2, half, Reach::At)]);
    assert_eq!(reached(items_only(), &[first, second, third]), []);
    let above = reached(items_only(), &[first, second, first]);
    assert_eq!(above, [(1, of_item(item(1), 2, 3), Reach::Above)]);
}

/// rules 6.3: at the share, one basis point below and one above.
#[test]
fn the_item_share_is_exact_to_the_basis_point() {
    let one_of_four = [(1, 1, "1.00"), (2, 1, "1.00"), (2, 1, "1.00"), (2, 1, "1.00")];
    let of_first = [2499, 2500, 2501].map(|points| {
        let mut policy = items_only();
        policy.caps.item_share = Share::new(points).unwrap();
        let caps = reached(policy, &one_of_four);
        caps.iter().find(|(member, ..)| *member == 1).map(|(.., reach)| *reach)
    });
    assert_eq!(of_first, [Some(Reach::Above), Some(Reach::At), None]);
}

/// rules 6.3: thirty per cent of the amount in all reach the cap, to the fen.
#[test]
fn thirty_per_cent_of_the_amount_reach_the_cap() {
    let found = reached(amount_only(), &[(1, 1, "29.99"), (2, 2, "30.00"), (3, 1, "40.01")]);
    let at = (2, of_amount("30.00", "100.00"), Reach::At);
    let above = (3, of_amount("40.01", "100.00"), Reach::Above);
    assert_eq!(found, [at, above]);
    let found = reached(amount_only(), &[(1, 1, "30.01"), (2, 2, "20.00"), (3, 1, "49.99")]);
    assert_eq!(found[0], (1, of_amount("30.01", "100.00"), Reach::Above));
}

/// rules 6.3: the amount is that of all items together.
#[test]
fn the_amount_is_of_all_items() {
    let given = [(1, 1, "20.00"), (1, 2, "10.00"), (2, 1, "70.00")];
    let found = reached(amount_only(), &given);
    assert_eq!(found[0], (1, of_amount("30.00", "100.00"), Reach::At));
}

/// rules 6.3: an item with fewer orders than `item_min_orders` is not judged.
#[test]
fn an_item_with_too_few_orders_is_not_judged() {
    let mut policy = items_only();
    policy.caps.item_min_orders = NonZeroU32::new(3).unwrap();
    let two = [(1, 1, "1.00"), (1, 1, "1.00")];
    let other_item = (1, 2, "1.00");
    assert_eq!(reached(policy.clone(), &[&two[..], &[other_item]].concat()), []);
    let three = reached(policy, &[two[0], two[0], two[0]]);
    assert_eq!(three, [(1, of_item(item(1), 3, 3), Reach::Above)]);
}

/// rules 6.3: the amount is not judged in a month with fewer orders in all.
#[test]
fn the_amount_of_too_few_orders_is_not_judged() {
    let mut policy = amount_only();
    policy.caps.amount_min_orders = NonZeroU32::new(3).unwrap();
    let two = [(1, 1, "1.00"), (1, 2, "1.00")];
    assert_eq!(reached(policy.clone(), &two), []);
    let three = reached(policy, &[two[0], two[1], two[0]]);
    assert_eq!(three, [(1, of_amount("3.00", "3.00"), Reach::Above)]);
}

/// rules 6.3: what members since gone still have is in the whole, but they are not judged.
#[test]
fn one_that_is_gone_is_in_the_whole_and_not_judged() {
    let given = [(1, 1, "20.00"), (2, 1, "40.00"), (2, 1, "40.00")];
    let mut city = city(Policy::cixi_2021(), &given);
    city.edit(|snapshot| {
        // As when its orders are settled within the month.
        let ended = || paidan::OrderRow::Ended(paidan::End::Cancelled);
        snapshot.orders = vec![ended(), ended(), ended()];
        snapshot.members[1].standing = Membership::Withdrawn { on: "2025-01-02".parse().unwrap() };
        snapshot.lines.finance.places.retain(|place| place.member != member(2));
    });
    assert_eq!(city.alliance.tallied_total(), (3, money("100.00")));
    assert_eq!(caps(&city.open("2025-02-01")), []);
}

/// rules 6.3: its own figure must be above zero.
#[test]
fn nothing_of_its_own_reaches_no_cap() {
    assert_eq!(reached(Policy::cixi_2021(), &[]), []);
    // Left out of the tallies, so zero of zero.
    let policy = Policy { count_designated: CountDesignated::No, ..Policy::cixi_2021() };
    assert_eq!(reached(policy, &[(1, 1, "1.00")]), []);
    let mut policy = Policy::cixi_2021();
    policy.caps.item_share = Share::new(1).unwrap();
    policy.caps.amount_share = Share::new(1).unwrap();
    let members: Vec<_> = reached(policy, &[(2, 1, "1.00")]).iter().map(|of| of.0).collect();
    assert_eq!(members, [2, 2]);
}

/// rules 6.3: the record is by member, then item, the amount last.
#[test]
fn the_record_is_by_member_then_item_then_amount() {
    let given = [(3, 2, "30.00"), (2, 2, "10.00"), (1, 1, "30.00"), (2, 1, "30.00")];
    let found = reached(Policy::cixi_2021(), &given);
    let [tax, audit] = [1, 2].map(item);
    let expected = [
        (1, of_item(tax, 1, 2), Reach::At),
        (1, of_amount("30.00", "100.00"), Reach::At),
        (2, of_item(tax, 1, 2), Reach::At),
        (2, of_item(audit, 1, 2), Reach::At),
        (2, of_amount("40.00", "100.00"), Reach::Above),
        (3, of_item(audit, 1, 2), Reach::At),
        (3, of_amount("30.00", "100.00"), Reach::At),
    ];
    assert_eq!(found, expected);
}

/// rules 6.1: orders left out of the tallies are left out of the judgement.
#[test]
fn orders_that_do_not_count_are_not_judged() {
    let policy = Policy { count_designated: CountDesignated::No, ..items_only() };
    let mut city = city(policy, &[]);
    let tax = item(1);
    for _ in 0..3 {
        city.turn(tax);
    }
    for _ in 0..5 {
        city.act(Act::Accept(naming(tax, member(1))));
    }
    assert_eq!(caps(&city.open("2025-02-01")), []);
}

/// rules 6.6: the literal text and its numbers, of which the options are the bold ones.
#[test]
fn the_preset_of_2021_is_the_literal_text() {
    let policy = Policy::cixi_2021();
    let caps = policy.caps;
    assert_eq!(policy.admission.min_orders, 5);
    assert_eq!([caps.item_share, caps.amount_share].map(Share::basis_points), [5000, 3000]);
    assert_eq!([caps.item_min_orders, caps.amount_min_orders].map(NonZeroU32::get), [1, 1]);
    assert_eq!([caps.item_min_members, caps.amount_min_members].map(NonZeroU32::get), [1, 1]);
    assert_eq!((caps.scope, caps.guard), (CapScope::Member, Guard::Off));
    let deposit = policy.deposit;
    assert_eq!((deposit.months.get(), deposit.margin.get()), (12, 0));
    assert_eq!(deposit.ceiling.amount(), money("5000.00"));
    assert_eq!((policy.settlement.days.get(), policy.duty.days.get()), (7, 2));
    assert_eq!(policy.reassignment.limit.get(), 2);
    assert_eq!(policy.comprehensive_reach, paidan::ComprehensiveReach::OwnCategory);
    assert_eq!(policy.turn, paidan::Turn::KeepPlace);
    assert_eq!(policy.designation_uses_turn, paidan::DesignationUsesTurn::No);
    assert_eq!(policy.count_designated, CountDesignated::Yes);
    assert!(policy.conditions.is_empty());
}

/// rules 6.6: the recommended preset differs in five fields.
#[test]
fn the_recommended_preset_differs_in_five_fields() {
    let mut policy = Policy::cixi_2021();
    policy.caps.scope = CapScope::Item;
    policy.caps.item_min_orders = NonZeroU32::new(5).unwrap();
    policy.caps.amount_min_orders = NonZeroU32::new(10).unwrap();
    policy.caps.item_min_members = NonZeroU32::new(3).unwrap();
    policy.caps.amount_min_members = NonZeroU32::new(4).unwrap();
    assert_eq!(Policy::recommended(), policy);
}

/// rules 6.6: under the literal rule three equal members are all suspended every second month.
#[test]
fn three_equal_members_are_all_suspended_every_second_month() {
    let mut city = city(Policy::cixi_2021(), &[]);
    let mut suspended = Vec::new();
    // What waits while all are suspended goes round in the month that opens.
    for month in 2..=7 {
        for _ in 0..3 {
            city.turn(item(1));
        }
        city.open(&format!("2025-{month:02}-01"));
        suspended.push(city.alliance.suspensions().len());
    }
    assert_eq!(suspended, [3, 0, 3, 0, 3, 0]);
}
