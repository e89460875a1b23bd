//! Lines, and all that are registered.

use paidan::{Act, List, Policy, Set, Turn};

use crate::table::{Aim, Table, time, time_each};
use crate::town::{Town, code, item_id, member_id, name, town};

pub fn rows(table: &mut Table) {
    offers(table);
    cursor(table);
    registers(table);
}

fn offers(table: &mut Table) {
    let own_item = |members: u32| {
        let offers: Vec<Vec<u32>> = (0..members).map(|member| vec![member]).collect();
        Town::from(town(Policy::cixi_2021(), members, &offers))
    };
    let run = |town: &Town| {
        let mut town = town.clone();
        let ranking = Act::PublishRanking { year: 2025, volumes: List::default() };
        time(|| town.act(ranking))
    };
    let what = "a ranking, so many members that offer an item of their own each";
    table.row(what, Aim::Linear, [10_000, 40_000, 160_000], own_item, run);
    let one = |items| Town::from(town(Policy::cixi_2021(), items, &vec![vec![0]; 100]));
    let through = |town: &mut Town| {
        let items = u32::try_from(town.alliance.items().len()).expect("few");
        (1..items).for_each(|item| {
            let offers = Set::one(item_id(item));
            town.act(Act::ChangeOffers { member: member_id(0), offers });
        });
    };
    let run = |town: &Town| {
        let mut town = town.clone();
        time(|| through(&mut town))
    };
    let what = "a member that goes through so many items";
    table.row(what, Aim::Linear, [10_000, 40_000, 160_000], one, run);
    let gone = |items| {
        let mut town = one(items);
        through(&mut town);
        town
    };
    let run = |town: &Town| {
        let mut town = town.clone();
        let ranking = Act::PublishRanking { year: 2025, volumes: List::default() };
        time(|| town.act(ranking))
    };
    let what = "a ranking after that";
    table.row(what, Aim::Linear, [10_000, 40_000, 160_000], gone, run);
}

fn cursor(table: &mut Table) {
    // Two offer the item that is asked for, and between them stood all who left.
    let left = |left: u32| {
        let policy = Policy { turn: Turn::Cursor, ..Policy::cixi_2021() };
        let mut offers = vec![vec![1]; (left + left / 5) as usize];
        offers[0] = vec![0];
        offers[left as usize + 1] = vec![0];
        let mut town = Town::from(town(policy, 2, &offers));
        for member in 1..=left {
            town.act(Act::Withdraw { member: member_id(member) });
        }
        town
    };
    let run = |town: &Town| {
        let mut town = town.clone();
        // The first order makes the lists as long as the highest ids ask for.
        town.accept(0);
        town.accept(0);
        time_each(10_000, |_| {
            town.accept(0);
        })
    };
    let what = "an order in a line with a cursor that so many left, a sixth stays";
    table.row(what, Aim::Flat, [4_000, 40_000, 400_000], left, run);
}

fn registers(table: &mut Table) {
    let both = |count: u32| {
        let mut town = town(Policy::cixi_2021(), 10, &vec![vec![0, 1, 2, 3]; count as usize]);
        for number in 0..count {
            let name = name("企业");
            town.enterprises.push(paidan::Enterprise::new(name, code(1_000_000 + number)));
        }
        Town::from(town)
    };
    let run = |town: &Town| time(|| town.alliance.check_invariants().expect("it holds"));
    let what = "check_invariants of so many enterprises and as many members";
    table.row(what, Aim::Linear, [10_000, 40_000, 160_000], both, run);
}
