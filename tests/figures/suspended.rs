//! Suspensions, and which of them rest on designated work alone.

use core::num::NonZeroU32;

use paidan::Category::Finance;
use paidan::figures::SuspensionFigures;
use paidan::{CapScope, MemberId, Policy};

use super::figures;
use crate::common::{City, item, plain};

const MANY: NonZeroU32 = NonZeroU32::new(1_000).unwrap();

/// A policy of this scope that judges items only.
fn items_only(scope: CapScope) -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.caps.amount_min_orders = MANY;
    policy.caps.scope = scope;
    policy
}

/// Two members, of which the first has so many orders by turn, and so many designated; the second
/// has some by designation.
fn city(policy: Policy, turn: u32, designated: u32, others: u32) -> (City, [MemberId; 2]) {
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let a = city.member(Finance, &[tax]);
    for _ in 0..turn {
        assert_eq!(city.turn(tax), Some(a));
    }
    let b = city.member(Finance, &[tax]);
    for _ in 0..designated {
        city.designate_to(tax, a, "100.00");
    }
    for _ in 0..others {
        city.designate_to(tax, b, "100.00");
    }
    city.open("2025-02-01");
    (city, [a, b])
}

fn of(city: &City, member: MemberId) -> Option<SuspensionFigures> {
    let figures = figures(city);
    figures.months[0].suspensions.iter().find(|of| of.member == member).copied()
}

/// Without the designated orders the own figure stays below the share of the same whole.
#[test]
fn a_suspension_rests_on_designated_work_or_not() {
    let policy = || items_only(CapScope::Member);
    let rests = |turn, designated, others| {
        let (city, [a, _]) = city(policy(), turn, designated, others);
        of(&city, a).map(|of| of.by_designation)
    };
    // Of ten: five by turn reach the cap by themselves.
    assert_eq!(rests(5, 1, 4), Some(Some(false)));
    // Four by turn do not, whatever is designated.
    assert_eq!(rests(4, 1, 5), Some(Some(true)));
    assert_eq!(rests(0, 5, 5), Some(Some(true)));
    assert_eq!(rests(4, 0, 6), None, "no cap is reached");
}

/// Of all that a member reached under `Member`, one that was reached by turn is enough.
#[test]
fn under_member_every_cap_counts() {
    let mut city = City::new(items_only(CapScope::Member));
    let [tax, audit] = [(); 2].map(|()| city.item(Finance));
    let [a] = city.members::<1>(Finance, &[tax, audit]);
    city.designate_to(tax, a, "100.00");
    city.turn(audit);
    city.open("2025-02-01");
    let reached = figures(&city).months[0].reached.clone();
    let rest: Vec<_> = reached.iter().map(|of| (of.cap.item(), of.by_designation)).collect();
    assert_eq!(rest, [(Some(tax), Some(true)), (Some(audit), Some(false))]);
    // It is the cap of the first item that began it.
    let begun = of(&city, a).expect("it is suspended");
    assert_eq!((begun.cap.item(), begun.by_designation), (Some(item(1)), Some(false)));
    let roster = &figures(&city).roster[0];
    assert_eq!((roster.months_suspended, roster.months_by_designation), (1, 0));
}

/// Under `Item` each stands for itself; a month rests on designation if all of them do.
#[test]
fn under_item_each_suspension_stands_for_itself() {
    let mut city = City::new(items_only(CapScope::Item));
    let [tax, audit] = [(); 2].map(|()| city.item(Finance));
    let [a] = city.members::<1>(Finance, &[tax, audit]);
    city.designate_to(tax, a, "100.00");
    city.turn(audit);
    city.open("2025-02-01");
    let figures = super::figures(&city);
    let rest = figures.months[0].suspensions.iter().map(|of| of.by_designation);
    assert_eq!(rest.collect::<Vec<_>>(), [Some(true), Some(false)]);
    assert_eq!(figures.months[0].suspended_members(), 1);
    let roster = &figures.roster[0];
    assert_eq!((roster.months_suspended, roster.months_by_designation), (1, 0));
    // A month on, by designation alone.
    city.accept(plain(tax));
    city.designate_to(tax, a, "100.00");
    city.open("2025-03-01");
    let roster = &super::figures(&city).roster[0];
    assert_eq!((roster.months_suspended, roster.months_by_designation), (2, 1));
}

/// The amount is judged as orders are.
#[test]
fn the_amount_is_told_by_its_ground_too() {
    let mut policy = Policy::cixi_2021();
    policy.caps.item_min_orders = MANY;
    let rests = |turn: &str, designated: &str| {
        let mut city = City::new(policy.clone());
        let tax = city.item(Finance);
        let a = city.member(Finance, &[tax]);
        city.accept(crate::common::priced(tax, turn));
        let b = city.member(Finance, &[tax]);
        city.designate_to(tax, a, designated);
        city.designate_to(tax, b, "500.00");
        city.open("2025-02-01");
        of(&city, a).map(|of| of.by_designation)
    };
    // Thirty of a hundred, or a fen less.
    assert_eq!(rests("300.00", "200.00"), Some(Some(false)));
    assert_eq!(rests("299.99", "200.01"), Some(Some(true)));
}
