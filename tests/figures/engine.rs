//! The fold, which asks the alliance nothing, agrees with the alliance at the end of every month.

use paidan::figures::MonthFigures;
use paidan::{
    Act, Alliance, CapFigures, Command, Event, FiguresFold, Member, MemberId, Money, OrderId,
    OrderState, Policy,
};

use crate::common::date;
use crate::statement::year::{Year, decided, policies};

#[test]
fn the_figures_are_those_of_the_engine() {
    for policy in policies() {
        let Year { history, ends } = decided(&policy);
        let mut fold = FiguresFold::new(&policy);
        let mut closings = ends.iter();
        for (command, outcome) in &history {
            let closes = outcome.events.iter().any(|of| matches!(of, Event::MonthClosed { .. }));
            if !closes {
                fold.add(command, outcome);
                continue;
            }
            let (month, before, _) = closings.next().expect("a closing");
            let open = fold.clone().finish().months.pop().expect("a month is open");
            assert_eq!((open.month, open.is_closed), (*month, false));
            tallies_agree(before, &open);
            let judged = outcome.events.iter().filter_map(|event| match *event {
                Event::CapReached { member, cap, .. } => Some((member, cap)),
                _ => None,
            });
            let reached = open.shares.iter().filter(|of| open.is_reached(of));
            let reached = reached.map(|of| (of.member, of.figures));
            assert_eq!(reached.collect::<Vec<_>>(), judged.collect::<Vec<_>>(), "{month}");
            fold.add(command, outcome);
            let closed = fold.clone().finish();
            let closed = closed.month(*month).expect("it was closed");
            assert!(closed.is_closed && closed.is_whole);
            assert_eq!(closed.figures, open.figures, "{month}");
            orders_agree(before, closed);
        }
        assert_eq!(ends.len(), 12);
    }
}

/// Orders and amounts by member and item, by item, by member, and in all.
fn tallies_agree(alliance: &Alliance, month: &MonthFigures) {
    let (orders, amount) = alliance.tallied_total();
    let whole = month.figures.orders.dispatched.tallied;
    assert_eq!((whole.orders, whole.amount), (orders.into(), amount), "{}", month.month);
    for of in &month.figures.items {
        let tallied = of.orders.dispatched.tallied.orders;
        assert_eq!(tallied, u64::from(alliance.tallied_item_orders(of.item)));
    }
    for of in &month.figures.members {
        assert_eq!(of.dispatched.tallied.amount, alliance.tallied_amount(of.member));
        for part in &of.items {
            let tallied = part.dispatched.tallied.orders;
            assert_eq!(tallied, u64::from(alliance.tallied_orders(of.member, part.item)));
        }
    }
    shares_agree(alliance, month);
}

/// Every share that is judged has the figures of the tallies.
fn shares_agree(alliance: &Alliance, month: &MonthFigures) {
    let (mut members, mut amounts) = (0, 0);
    for of in &month.shares {
        let member = of.member;
        match of.figures {
            CapFigures::Item { item, own, whole } => {
                assert_eq!(own, alliance.tallied_orders(member, item), "{member}, {item}");
                assert_eq!(whole, alliance.tallied_item_orders(item));
            }
            CapFigures::Amount { own, whole } => {
                let tallied = (alliance.tallied_amount(member), alliance.tallied_total().1);
                assert_eq!((own, whole), tallied, "{member}");
                amounts += 1;
            }
        }
    }
    for member in (0..alliance.members().len()).filter_map(|place| MemberId::at(place).ok()) {
        let is_current = alliance.member(member).is_some_and(Member::is_current);
        members += usize::from(is_current && !alliance.tallied_amount(member).is_zero());
    }
    assert_eq!(amounts, members, "{}", month.month);
}

/// What waits, and what is open, unpaid, overdue, and held as a deposit on the last day of the month.
fn orders_agree(alliance: &Alliance, month: &MonthFigures) {
    let last = last_day(month);
    let mut found = [[0; 2]; 5];
    let add = |pile: &mut [u64; 2], yuan: Money| *pile = [pile[0] + 1, pile[1] + yuan.fen()];
    for order in (0..5000).filter_map(|place| OrderId::at(place).ok()) {
        let Some(record) = alliance.order(order) else { continue };
        let [held, open, unpaid, overdue, deposits] = &mut found;
        let price = record.terms.price.amount();
        match record.state {
            OrderState::Held => add(held, price),
            OrderState::Assigned(_) | OrderState::Declined(_) => add(open, price),
            OrderState::Completed(_) => {
                add(unpaid, price.above(record.deposit));
                let default = Command::new(last, Act::RecordDefault { order });
                if alliance.clone().step(&default).is_ok() {
                    add(overdue, price.above(record.deposit));
                }
            }
        }
        if !record.deposit.is_zero() {
            add(deposits, record.deposit);
        }
    }
    let of = month.at_end;
    let figures = [of.held, of.open, of.unpaid, of.overdue, of.deposits];
    assert_eq!(figures.map(|pile| [pile.orders, pile.amount.fen()]), found, "{}", month.month);
}

fn last_day(month: &MonthFigures) -> paidan::Date {
    let next = month.month.next().expect("a next month");
    let first = date(&format!("{next}-01"));
    paidan::Date::try_from(first.naive().pred_opt().expect("a day")).expect("a date")
}

/// The roster has every member that ever was, with its class and whether it is there.
#[test]
fn the_roster_is_that_of_the_engine() {
    let policy = Policy::cixi_2021();
    let year = decided(&policy);
    let figures = year.figures(&policy);
    let mut alliance = Alliance::new(policy);
    for (command, _) in &year.history {
        alliance.step(command).expect("it was accepted");
    }
    let roster = figures.roster.iter().map(|of| (of.category, of.is_current));
    let members = alliance.members().iter().map(|of| (of.category, of.is_current()));
    assert_eq!(roster.collect::<Vec<_>>(), members.collect::<Vec<_>>());
    let items: Vec<_> = alliance.items().iter().map(|of| of.category).collect();
    assert_eq!(figures.items, items);
    assert_eq!(figures.commands, alliance.position());
}
