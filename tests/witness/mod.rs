//! Witnesses: for each reading a city may choose, the shortest history that tells it from another.
//!
//! They are searched for anew and compared with those that the documentation shows.

mod search;
mod table;
mod world;

use std::num::NonZeroU32;

use paidan::{
    CapScope, ComprehensiveReach, CountDesignated, DesignationUsesTurn, Guard, Policy, Turn,
};

use search::shortest;
use table::table;
use world::World;

/// A reading: how it is named, and what it makes of the literal policy.
type Reading = (&'static str, fn(&mut Policy));

/// What is asked for: a history of this world that tells these two readings apart.
type Question = (fn(Policy) -> World, Reading, Reading);

const KEEP_PLACE: Reading = ("Turn::KeepPlace", |of| of.turn = Turn::KeepPlace);
const CURSOR: Reading = ("Turn::Cursor", |of| of.turn = Turn::Cursor);
const TOP_RANK: Reading = ("Turn::TopRank", |of| of.turn = Turn::TopRank);

const OWN_CATEGORY: Reading = ("ComprehensiveReach::OwnCategory", |of| {
    of.comprehensive_reach = ComprehensiveReach::OwnCategory;
});
const EVERY_CATEGORY: Reading = ("ComprehensiveReach::EveryCategory", |of| {
    of.comprehensive_reach = ComprehensiveReach::EveryCategory;
});

const USES_NO_TURN: Reading =
    ("DesignationUsesTurn::No", |of| of.designation_uses_turn = DesignationUsesTurn::No);
const USES_A_TURN: Reading =
    ("DesignationUsesTurn::Yes", |of| of.designation_uses_turn = DesignationUsesTurn::Yes);

const COUNTED: Reading = ("CountDesignated::Yes", |of| of.count_designated = CountDesignated::Yes);
const LEFT_OUT: Reading = ("CountDesignated::No", |of| of.count_designated = CountDesignated::No);

const FROM_ALL: Reading = ("CapScope::Member", |of| of.caps.scope = CapScope::Member);
const FROM_THE_ITEM: Reading = ("CapScope::Item", |of| of.caps.scope = CapScope::Item);

const GUARD_OFF: Reading = ("Guard::Off", |of| of.caps.guard = Guard::Off);
const GUARD_ON: Reading =
    ("Guard::On { min_orders: 1 }", |of| of.caps.guard = Guard::On { min_orders: least(1) });

const ANY_ITEM: Reading = ("item_min_orders: 1", |of| of.caps.item_min_orders = least(1));
const ITEM_OF_FIVE: Reading = ("item_min_orders: 5", |of| of.caps.item_min_orders = least(5));

const ANY_MONTH: Reading = ("amount_min_orders: 1", |of| of.caps.amount_min_orders = least(1));
const MONTH_OF_TEN: Reading = ("amount_min_orders: 10", |of| of.caps.amount_min_orders = least(10));

const FEW_OFFER: Reading = ("item_min_members: 1", |of| of.caps.item_min_members = least(1));
const THREE_OFFER: Reading = ("item_min_members: 3", |of| of.caps.item_min_members = least(3));

const FEW_MEMBERS: Reading = ("amount_min_members: 1", |of| of.caps.amount_min_members = least(1));
const FOUR_MEMBERS: Reading = ("amount_min_members: 4", |of| of.caps.amount_min_members = least(4));

fn least(number: u32) -> NonZeroU32 {
    number.try_into().expect("not zero")
}

/// The tables of an article, found anew.
fn found(questions: &[Question]) -> String {
    let tables = questions.iter().map(|&(world, one, other)| {
        let worlds = [one, other].map(|(_, choose)| {
            let mut policy = Policy::cixi_2021();
            choose(&mut policy);
            world(policy)
        });
        let history = shortest(&worlds).expect("a history tells them apart");
        table([one.0, other.0], &worlds, &history)
    });
    tables.collect::<Vec<_>>().join("\n")
}

/// The witnesses in a file of the documentation are just those that are found.
fn holds(file: &str, shown: &str, questions: &[Question]) {
    let found = found(questions);
    assert!(shown == found, "{file} should be:\n{found}");
}

/// rules 2.2: what a comprehensive member may offer decides who gets an order.
#[test]
fn reach() {
    let questions = [(World::of_two_classes as _, OWN_CATEGORY, EVERY_CATEGORY)];
    holds("a05.md", include_str!("a05.md"), &questions);
}

/// rules 3.4 and 5.1: each reading of turns gives some order to another member.
#[test]
fn turns() {
    let questions = [
        (KEEP_PLACE, CURSOR),
        (KEEP_PLACE, TOP_RANK),
        (CURSOR, TOP_RANK),
        (USES_NO_TURN, USES_A_TURN),
    ];
    let questions = questions.map(|(one, other)| (World::of_one_class as _, one, other));
    holds("a16.md", include_str!("a16.md"), &questions);
}

/// rules 6.1 and 6.3 to 6.5: each reading of the caps suspends other members, or gives some order
/// to another.
#[test]
fn caps() {
    let (class, few) = (World::of_one_class as _, World::with_few_for_item_1 as _);
    let questions = [
        (class, COUNTED, LEFT_OUT),
        (class, ANY_ITEM, ITEM_OF_FIVE),
        (class, ANY_MONTH, MONTH_OF_TEN),
        (few, FEW_OFFER, THREE_OFFER),
        (class, FEW_MEMBERS, FOUR_MEMBERS),
        (class, FROM_ALL, FROM_THE_ITEM),
        (class, GUARD_OFF, GUARD_ON),
    ];
    holds("a17.md", include_str!("a17.md"), &questions);
}

/// A reading is not told from itself, however long the history.
#[test]
fn nothing_tells_a_reading_from_itself() {
    let worlds = [(); 2].map(|()| World::of_one_class(Policy::cixi_2021()));
    assert_eq!(shortest(&worlds), None);
}
