//! How long a member's turn takes to come again.

use paidan::Category::Finance;
use paidan::{Act, Figures, ItemId, MemberId, Policy, Turn};

use super::figures;
use crate::common::acts::expel;
use crate::common::{City, member, naming};

/// What a member waited before each giving, and since the last one.
fn turns(figures: &Figures, member: MemberId) -> (Vec<(u32, u64)>, Option<u32>) {
    let turns = &figures.roster[member.index()].turns;
    (turns.waited.iter().collect(), turns.since)
}

fn with_turn(turn: Turn) -> (City, ItemId, [MemberId; 3]) {
    let policy = Policy { turn, ..Policy::cixi_2021() };
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let members = city.members(Finance, &[tax]);
    (city, tax, members)
}

/// rules 3.4: under `KeepPlace` everybody comes once before anybody comes again.
#[test]
fn under_keep_place_nobody_waits_longer_than_the_others_are_many() {
    let (mut city, tax, [a, b, c]) = with_turn(Turn::KeepPlace);
    for _ in 0..7 {
        city.turn(tax);
    }
    let of = figures(&city);
    assert_eq!(turns(&of, a), (vec![(0, 1), (2, 2)], Some(0)));
    assert_eq!(turns(&of, b), (vec![(1, 1), (2, 1)], Some(2)));
    assert_eq!(turns(&of, c), (vec![(2, 2)], Some(1)));
}

/// rules 3.4: under `TopRank` the lower ranks starve, which only what they wait so far shows.
#[test]
fn under_top_rank_the_lower_ranks_wait_for_good() {
    let (mut city, tax, [a, b, _]) = with_turn(Turn::TopRank);
    for _ in 0..7 {
        city.turn(tax);
    }
    let of = figures(&city);
    assert_eq!(turns(&of, a), (vec![(0, 7)], Some(0)));
    assert_eq!(turns(&of, b), (vec![], Some(7)));
}

/// A designated order is nobody's turn, and no turn of others.
#[test]
fn designated_orders_are_no_turns() {
    let (mut city, tax, [a, b, _]) = with_turn(Turn::KeepPlace);
    for _ in 0..3 {
        city.accept(naming(tax, b));
    }
    city.turn(tax);
    let of = figures(&city);
    assert_eq!(turns(&of, a), (vec![(0, 1)], Some(0)));
    assert_eq!(turns(&of, b), (vec![], Some(1)));
}

/// What a member could not be given is no turn that it waited: another item, while it was on leave,
/// or after it left.
#[test]
fn only_what_a_member_could_be_given_is_waited_for() {
    let (mut city, tax, [a, b, c]) = with_turn(Turn::TopRank);
    let audit = city.item(Finance);
    let d = city.member(Finance, &[audit]);
    city.turn(tax);
    city.turn(audit);
    city.act(Act::GrantLeave { member: b });
    city.turn(tax);
    city.act(Act::EndLeave { member: b });
    city.turn(tax);
    city.offer(c, &[tax, audit]);
    city.turn(audit);
    city.act(expel(c, crate::common::acts::undercutting(true)));
    city.turn(audit);
    let of = figures(&city);
    assert_eq!(turns(&of, a).0, [(0, 3)]);
    assert_eq!(turns(&of, b), (vec![], Some(2)), "without the one of its leave");
    assert_eq!(turns(&of, c), (vec![(3, 1)], Some(0)), "three of tax, then the audit is its own");
    // d had the first audit, that of c after one turn, and the last.
    assert_eq!(turns(&of, d), (vec![(0, 2), (1, 1)], Some(0)));
    assert_eq!(of.roster[member(3).index()].months_suspended, 0);
}

/// rules 6.4: who is suspended waits for nothing that month, nor under `Item` of that item.
#[test]
fn who_is_suspended_waits_for_nothing() {
    let mut policy = Policy::cixi_2021();
    policy.caps.amount_min_orders = core::num::NonZeroU32::new(1_000).unwrap();
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    city.designate_to(tax, a, "100.00");
    city.open("2025-02-01");
    for _ in 0..3 {
        assert_eq!(city.turn(tax), Some(b), "a is suspended");
    }
    assert_eq!(turns(&figures(&city), a), (vec![], Some(0)));
    city.open("2025-03-01");
    assert_eq!(city.turn(tax), Some(a), "b is suspended");
    let of = figures(&city);
    assert_eq!(turns(&of, a), (vec![(0, 1)], Some(0)));
    assert_eq!(turns(&of, b), (vec![(0, 3)], Some(0)));
}
