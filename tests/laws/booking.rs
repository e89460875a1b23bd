//! Whoever has tables of its own and books what the answers say, has what the engine has (rules 5.4).

use std::collections::BTreeMap;

use paidan::{
    Act, Alliance, Category, Counted, Dispatch, ItemId, MemberId, Money, Motion, OrderId,
    TallyEffect, dispatch, reassign,
};
use proptest::prelude::*;

use crate::laws::model::everybody;
use crate::laws::plan::plans;
use crate::laws::world::items;

/// Plain lines and plain tallies.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Books {
    lines: BTreeMap<Category, Vec<MemberId>>,
    cursors: BTreeMap<Category, Option<MemberId>>,
    orders: BTreeMap<(MemberId, ItemId), u32>,
    amounts: BTreeMap<MemberId, Money>,
}

impl Books {
    /// As the engine has them.
    fn of(alliance: &Alliance) -> Self {
        let members = everybody(alliance);
        let items = items(alliance);
        let pairs = members.iter().flat_map(|member| items.iter().map(|item| (*member, *item)));
        let orders = pairs.map(|pair| (pair, alliance.tallied_orders(pair.0, pair.1)));
        let amounts = members.iter().map(|member| (*member, alliance.tallied_amount(*member)));
        Self {
            lines: Category::ALL.map(|of| (of, alliance.line(of).collect())).into(),
            cursors: Category::ALL.map(|of| (of, alliance.cursor(of))).into(),
            orders: orders.collect(),
            amounts: amounts.collect(),
        }
    }

    /// What giving an order to a member does to the line.
    fn moves(&mut self, category: Category, member: MemberId, motion: Motion) {
        let line = self.lines.get_mut(&category).expect("a line");
        let at = line.iter().position(|of| *of == member);
        match (motion, at) {
            (Motion::ToEnd, Some(at)) => {
                line.remove(at);
                line.push(member);
            }
            (Motion::CursorPast, Some(at)) => {
                self.cursors.insert(category, Some(line[(at + 1) % line.len()]));
            }
            _ => {}
        }
    }

    /// An order is in the tallies of a member from now on.
    fn add(&mut self, member: MemberId, item: ItemId, price: Money) {
        *self.orders.get_mut(&(member, item)).expect("a figure") += 1;
        let amount = self.amounts.get_mut(&member).expect("a figure");
        *amount = amount.plus(price);
    }

    /// It comes off them.
    fn take_off(&mut self, member: MemberId, item: ItemId, price: Money) {
        *self.orders.get_mut(&(member, item)).expect("a figure") -= 1;
        let amount = self.amounts.get_mut(&member).expect("a figure");
        *amount = Money::from_fen(amount.fen() - price.fen());
    }
}

/// The item of an order, its category and its price.
fn terms(alliance: &Alliance, order: OrderId) -> (ItemId, Category, Money) {
    let terms = &alliance.order(order).expect("a kept order").terms;
    let category = alliance.item(terms.item).expect("a known item").category;
    (terms.item, category, terms.price.amount())
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 5.4: an order that is booked as `dispatch` says, in a plain list and plain tallies,
    /// leaves there the line and the tallies of the engine.
    #[test]
    fn booking_the_answer_is_accepting_the_order(plan in plans()) {
        for entry in plan.play() {
            let (Act::Accept(order), Ok(_)) = (&entry.command.act, &entry.result) else { continue };
            let mut books = Books::of(&entry.before);
            let answer = dispatch(&entry.before, order).expect("it was accepted");
            if let Dispatch::Given { member, motion, counted, .. } = answer {
                let category = entry.before.item(order.item).expect("a known item").category;
                books.moves(category, member, motion);
                if counted == Counted::Yes {
                    books.add(member, order.item, order.price.amount());
                }
            }
            prop_assert_eq!(books, Books::of(&entry.after));
        }
    }

    /// rules 5.4 and 8.2: the same of a reassignment, by which nobody exits.
    #[test]
    fn booking_a_reassignment_is_carrying_it_out(plan in plans()) {
        for entry in plan.play() {
            let (Act::Reassign { order, finding, to }, Ok(_)) = (&entry.command.act, &entry.result)
            else {
                continue;
            };
            let answer = reassign(&entry.before, *order, finding, *to).expect("it was accepted");
            if answer.exits {
                continue;
            }
            let mut books = Books::of(&entry.before);
            let (item, category, price) = terms(&entry.before, *order);
            if answer.tally == TallyEffect::ComesOff {
                books.take_off(answer.from, item, price);
            }
            books.moves(category, answer.to, answer.motion);
            if answer.counted == Counted::Yes {
                books.add(answer.to, item, price);
            }
            prop_assert_eq!(books, Books::of(&entry.after));
        }
    }
}
