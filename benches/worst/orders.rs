//! Orders, the tallies they are in, and those that wait.

use std::num::NonZeroU32;
use std::time::Duration;

use paidan::{
    Act, Alliance, Command, Date, Guard, ItemTally, MemberTally, Money, Order, Outcome, Policy,
    Set, Snapshot, StatementFold, StationId, Suspension, Work,
};

use crate::table::{Aim, Table, time, time_each};
use crate::town::{Town, code, day, firm, hold, item_id, member_id, name, order, scatter, town};

pub fn rows(table: &mut Table) {
    chosen_ids(table);
    tallies(table);
    held(table);
    statement(table);
}

/// Whether an id is one of those that a hash by multiplication puts at one place.
fn is_chosen(id: u32) -> bool {
    u64::from(id).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 60 == 0
}

/// As many ids that nobody chose.
fn is_innocent(id: u32) -> bool {
    id.is_multiple_of(16)
}

/// Loads a snapshot.
fn load(snapshot: &Snapshot) -> Duration {
    let snapshot = snapshot.clone();
    time(|| Alliance::try_from(snapshot).expect("a sound town"))
}

fn chosen_ids(table: &mut Table) {
    let open = table.size(64_000);
    let of = |is_kept: fn(u32) -> bool| {
        let offers: Vec<Vec<u32>> = (0..100).map(|member| vec![member % 10]).collect();
        let mut town = Town::from(town(Policy::cixi_2021(), 10, &offers));
        let mut kept = 0;
        while kept < open {
            let order = town.accept(town.orders % 10);
            if is_kept(order.get()) {
                kept += 1;
            } else {
                town.end(order);
            }
        }
        town
    };
    let of = [is_chosen, is_innocent].map(of);
    let run = |town: &Town| {
        let mut town = town.clone();
        time_each(20_000, |nth| {
            let order = town.accept(nth % 10);
            town.end(order);
        })
    };
    let what = format!("an order come and gone, {open} others open of chosen ids");
    table.beside(&what, [&of[0], &of[1]], run);
    let waiting = |is_kept: fn(u32) -> bool, count| {
        let mut town = town(Policy::cixi_2021(), 1, &[]);
        scatter(&mut town, count, is_kept);
        town
    };
    let what = "loading so many held orders of chosen ids";
    table.row(what, Aim::Linear, [1_250, 5_000, 20_000], |n| waiting(is_chosen, n), load);
    let count = table.size(80_000);
    let of = [waiting(is_chosen, count), waiting(is_innocent, count)];
    table.beside(&format!("loading {count} held orders of chosen ids"), [&of[0], &of[1]], load);
}

/// A town whose first member was given one order of each item this month.
fn given_all(items: u32) -> Snapshot {
    let mut town = town(Policy::cixi_2021(), items, &[(0..8.min(items)).rev().collect()]);
    town.tallies.push(given(0, items));
    town
}

fn given(member: u32, items: u32) -> MemberTally {
    let rows = (0..items).rev().map(|item| ItemTally { item: item_id(item), orders: 1 });
    let amount = Money::from_yuan(items.into());
    MemberTally { member: member_id(member), amount, items: rows.collect() }
}

fn tallies(table: &mut Table) {
    let what = "loading a member's tally of so many items";
    table.row(what, Aim::Linear, [20_000, 80_000, 320_000], given_all, load);
    let what = "an order of a member that was given so many items this month";
    let run = |town: &Town| {
        let mut town = town.clone();
        time_each(2_000, |nth| {
            town.accept(nth % 4);
        })
    };
    table.row(what, Aim::Flat, [2_500, 10_000, 40_000], |n| Town::from(given_all(n)), run);
    // All but one are on leave, were given every item, and make the few members up to too few.
    let guarded = |items: u32| {
        let mut policy = Policy::cixi_2021();
        policy.caps.guard = Guard::On { min_orders: NonZeroU32::MIN };
        policy.caps.item_min_members = NonZeroU32::MAX;
        policy.caps.amount_min_members = NonZeroU32::MAX;
        let mut town = town(policy, items, &vec![vec![0]; 501]);
        for (number, member) in (0..).zip(&mut town.members).skip(1) {
            member.on_leave = true;
            town.tallies.push(given(number, items));
        }
        Town::from(town)
    };
    let run = |town: &Town| {
        let mut town = town.clone();
        time_each(50, |_| {
            town.accept(0);
        })
    };
    let what = "an order under the guard, 500 on leave each given so many items";
    table.row(what, Aim::Flat, [10, 100, 1_000], guarded, run);
}

/// A town of members that are all excluded from so many orders which wait.
fn excluding(members: u32, waiting: u32) -> Snapshot {
    let mut town = town(Policy::cixi_2021(), 2, &vec![vec![0]; members as usize]);
    let all = (0..members).map(member_id).collect::<Vec<_>>();
    hold(&mut town, waiting, 0, &Set::try_from(all).expect("a short list"));
    town
}

fn held(table: &mut Table) {
    let sizes = [100, 1_000, 10_000];
    let run = |town: &Town| {
        let mut town = town.clone();
        time_each(20, |nth| town.act(firm(1_000_000 + nth, 1)))
    };
    let what = "an admission, 300 held orders that exclude so many";
    table.row(what, Aim::Flat, sizes, |n| Town::from(excluding(n, 300)), run);
    let suspended = |members| {
        let mut town = excluding(members, 50);
        town.suspensions.push(Suspension { member: member_id(0), item: None, cap: None });
        Town::from(town)
    };
    let run = |town: &Town| {
        let mut town = town.clone();
        let later = Date::from_ymd(2025, 4, 1).expect("a day");
        time(|| town.act_on(later, Act::OpenMonth))
    };
    let what = "opening a month, one was suspended, 50 held orders exclude so many";
    table.row(what, Aim::Flat, sizes, suspended, run);
    // Each goes back to where it stood, however long the menu.
    for (members, what) in [
        (1_000, "an order called off, 1000 members, so many items"),
        (10, "an order called off, 10 members, so many items"),
    ] {
        let menu = |items: u32| {
            let four = |member: u32| (0..4).map(|nth| (member * 4 + nth) % 40).collect();
            let offers: Vec<Vec<u32>> = (0..members).map(four).collect();
            Town::from(town(Policy::cixi_2021(), items.max(40), &offers))
        };
        let run = |town: &Town| {
            let mut town = town.clone();
            time_each(1_000, |nth| {
                let order = town.accept(nth % 40);
                town.accept((nth + 13) % 40);
                town.act(Act::CallOff { order, work: Work::NotBegun });
            })
        };
        table.row(what, Aim::Flat, [1_000, 10_000, 100_000], menu, run);
    }
}

/// A history in which every member is named once at every station.
fn named(pairs: u32) -> Vec<(Command, Outcome)> {
    let side = pairs.isqrt();
    let mut town = Town::from(town(Policy::cixi_2021(), 1, &[]));
    let mut history = Vec::new();
    let mut act = |act| {
        let command = Command::new(day(), act);
        let outcome = town.alliance.step(&command).expect("accepted");
        history.push((command, outcome));
    };
    (1..side).for_each(|_| act(Act::OpenStation { name: name("服务站") }));
    (1..=side).for_each(|number| act(firm(number, 0)));
    act(Act::RegisterEnterprise { name: name("企业"), code: code(900_000) });
    for station in (1..=side).rev() {
        for member in (0..side).rev() {
            let station = StationId::new(station).expect("an id");
            let designated = Some(member_id(member));
            act(Act::Accept(Order { station, designated, ..order(0) }));
        }
    }
    history
}

fn statement(table: &mut Table) {
    let run = |history: &Vec<(Command, Outcome)>| {
        let mut fold = StatementFold::new(day().month(), &Policy::cixi_2021());
        let mut opened = Outcome::new(day());
        opened.events.push(paidan::Event::MonthOpened { month: day().month() });
        fold.add(&Command::new(day(), Act::OpenMonth), &opened);
        time(|| {
            for (command, outcome) in history {
                fold.add(command, outcome);
            }
            fold.finish().expect("the month")
        })
    };
    let what = "a statement of so many pairs of station and member";
    table.row(what, Aim::Linear, [10_000, 40_000, 160_000], named, run);
}
