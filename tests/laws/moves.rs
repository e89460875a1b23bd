//! Whose last move is the oldest (article 16, rules 3.4 and 3.5).

use std::collections::BTreeMap;

use paidan::{
    Alliance, Basis, CapScope, Category, Event, Guard, MemberId, Motion, OrderId, Outcome, Sorting,
    Turn,
};
use proptest::prelude::*;

use crate::laws::lines::ranked;
use crate::laws::model::{can_have, is_by_turn};
use crate::laws::plan::plans_under;

/// One move to the end of a line: when, and for which order; or a place in a sorting of the line.
#[derive(Clone, Copy, Debug)]
struct Move {
    number: u32,
    taken_for: Option<OrderId>,
    is_sorting: bool,
}

/// The moves of every member of a line that were not taken back, the last one last. Joining and
/// sorting are not taken back, so nothing before them is kept.
#[derive(Debug, Default)]
pub struct Moves {
    of: BTreeMap<(Category, MemberId), Vec<Move>>,
    count: u32,
}

impl Moves {
    fn next(&mut self, taken_for: Option<OrderId>) -> Move {
        self.count += 1;
        Move { number: self.count, taken_for, is_sorting: false }
    }

    fn begin(&mut self, category: Category, member: MemberId, is_sorting: bool) {
        let first = Move { is_sorting, ..self.next(None) };
        self.of.insert((category, member), vec![first]);
    }

    /// Whether a member has not moved since the last sorting of the whole line, or went back.
    pub fn is_where_it_was_sorted(&self, category: Category, member: MemberId) -> bool {
        let last = self.of.get(&(category, member)).and_then(|moves| moves.last());
        last.is_some_and(|last| last.is_sorting)
    }

    /// Of these members of a line those who have not moved since the last sorting of all of it get
    /// each other's numbers, by the figures.
    fn correct(
        &mut self,
        category: Category,
        group: &[MemberId],
        figure: impl Fn(MemberId) -> u32,
    ) {
        let is_there = |of: &&MemberId| self.is_where_it_was_sorted(category, **of);
        let members: Vec<MemberId> = group.iter().filter(is_there).copied().collect();
        let numbers: Vec<_> = members.iter().filter_map(|of| self.last(category, *of)).collect();
        for (member, number) in ranked(members, figure).into_iter().zip(numbers) {
            let moves = self.of.get_mut(&(category, member)).expect("its moves");
            moves.last_mut().expect("a move").number = number;
        }
    }

    /// Sent to the end for an order.
    fn send(&mut self, category: Category, member: MemberId, order: OrderId) {
        let last = self.next(Some(order));
        self.of.entry((category, member)).or_default().push(last);
    }

    /// The order is taken back, and with it the member's move if that was its last.
    fn take_back(&mut self, category: Category, member: MemberId, order: OrderId) {
        let Some(moves) = self.of.get_mut(&(category, member)) else { return };
        if moves.last().is_some_and(|last| last.taken_for == Some(order)) {
            moves.pop();
        }
    }

    fn last(&self, category: Category, member: MemberId) -> Option<u32> {
        self.of.get(&(category, member)).and_then(|moves| moves.last()).map(|last| last.number)
    }

    /// The members of a line by their last move, the oldest first.
    fn line(&self, category: Category) -> Vec<MemberId> {
        let mut line: Vec<_> =
            self.of.keys().filter(|of| of.0 == category).map(|of| of.1).collect();
        line.sort_by_key(|member| self.last(category, *member));
        line
    }
}

/// The category of an order that was accepted, before or by this command.
fn category_of(before: &Alliance, after: &Alliance, order: OrderId) -> Category {
    let record = after.order(order).or_else(|| before.order(order)).expect("a kept order");
    after.item(record.terms.item).expect("a known item").category
}

/// Notes what an event moves.
pub fn note(moves: &mut Moves, before: &Alliance, after: &Alliance, event: &Event) {
    let figure = |member| after.ranking_volume(member);
    match *event {
        Event::JoinedLine { member, category } => moves.begin(category, member, false),
        Event::LeftLine { member, category } => drop(moves.of.remove(&(category, member))),
        Event::LineSorted { category, sorting: Sorting::Whole } => {
            for member in ranked(moves.line(category), figure) {
                moves.begin(category, member, true);
            }
        }
        Event::LineSorted { category, sorting: Sorting::Correction } => {
            let line = moves.line(category);
            let cursor = before.cursor(category);
            let at = cursor.and_then(|cursor| line.iter().position(|of| *of == cursor));
            let (passed, ahead) = line.split_at(at.unwrap_or(line.len()));
            moves.correct(category, passed, figure);
            moves.correct(category, ahead, figure);
        }
        Event::Dispatched { order, member, motion: Motion::ToEnd, .. } => {
            moves.send(category_of(before, after, order), member, order);
        }
        _ => {}
    }
}

/// Takes back what an outcome does, before its events are noted.
pub fn note_taken_back(moves: &mut Moves, before: &Alliance, after: &Alliance, outcome: &Outcome) {
    if let Some((order, member)) = taken_back(outcome) {
        moves.take_back(category_of(before, after, order), member, order);
    }
}

/// The orders that an outcome takes back: declined with cause, or called off.
fn taken_back(outcome: &Outcome) -> Option<(OrderId, MemberId)> {
    let events = &outcome.events;
    let (order, member) = events.iter().find_map(|event| match *event {
        Event::CameOff { order, member, .. } => Some((order, member)),
        _ => None,
    })?;
    let is_undone = events.iter().any(|event| match *event {
        Event::CalledOff { order: of } => of == order,
        Event::Barred { order: of, by, .. } => of == order && by == paidan::Loss::Declined,
        _ => false,
    });
    is_undone.then_some((order, member))
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 3.4 and 3.5: under `KeepPlace` whoever takes an order by turn is the eligible member
    /// whose last move that was not taken back is the oldest, whatever was declined and called
    /// off; and the line is in the order of those moves.
    #[test]
    fn the_oldest_move_has_the_turn(plan in plans_under(|policy| {
        policy.turn = Turn::KeepPlace;
        policy.caps.guard = Guard::Off;
        policy.caps.scope = CapScope::Item;
    })) {
        let mut moves = Moves::default();
        for entry in plan.play() {
            let Ok(outcome) = &entry.result else { continue };
            let (before, after) = (&entry.before, &entry.after);
            note_taken_back(&mut moves, before, after, outcome);
            let is_kept = after.policy().turn == Turn::KeepPlace
                && after.policy().caps.guard == Guard::Off;
            for event in &outcome.events {
                if let Event::Dispatched { order, member, basis, .. } = *event
                    && is_by_turn(basis)
                    && is_kept
                {
                    let category = category_of(before, after, order);
                    let record = after.order(order).expect("a kept order");
                    let line = moves.line(category);
                    let first = line.into_iter().find(|of| can_have(after, record, *of));
                    prop_assert_eq!((first, basis), (Some(member), Basis::Turn));
                }
                note(&mut moves, before, after, event);
            }
            for category in Category::ALL {
                let line: Vec<_> = after.line(category).collect();
                prop_assert_eq!(moves.line(category), line);
            }
        }
    }
}
