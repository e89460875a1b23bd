//! Members on leave (rules 2.5).

use paidan::{Act, Alliance, Basis, Category, Event, MemberId, Motion, OrderId, Outcome, Place};
use proptest::prelude::*;

use crate::laws::model::{everybody, givings, is_by_turn};
use crate::laws::plan::plans;

/// Those who are on leave.
fn away(alliance: &Alliance) -> Vec<MemberId> {
    let mut away = everybody(alliance);
    away.retain(|of| alliance.member(*of).is_some_and(|firm| firm.on_leave));
    away
}

/// The number of a member's place in a line.
fn place(alliance: &Alliance, category: Category, member: MemberId) -> Option<Place> {
    let lines = alliance.snapshot().lines;
    let mut places = lines.of(category).places.iter();
    places.find(|place| place.member == member).map(|place| place.number)
}

/// Whether an outcome moves a member in a line, or the line as a whole.
fn moves(after: &Alliance, outcome: &Outcome, category: Category, member: MemberId) -> bool {
    let is_in_line = |order: OrderId| {
        let item = after.order(order).map(|record| record.terms.item);
        // Of an order that ended nothing is kept; then it may be of this line.
        item.is_none_or(|item| after.item(item).is_some_and(|item| item.category == category))
    };
    outcome.events.iter().any(|event| match *event {
        Event::LineSorted { category: of, .. } => of == category,
        Event::LeftLine { member: of, category: from }
        | Event::JoinedLine { member: of, category: from } => of == member && from == category,
        Event::Dispatched { order, member: of, motion: Motion::ToEnd, .. }
        | Event::WentBack { order, member: of, .. } => of == member && is_in_line(order),
        _ => false,
    })
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 2.5: who is on leave is given no order by turn, nor by being named in a reassignment;
    /// an order that it gets names it.
    #[test]
    fn nobody_on_leave_is_given_an_order_but_by_designation(plan in plans()) {
        for entry in plan.play() {
            let Ok(outcome) = &entry.result else { continue };
            for (_, member, basis) in givings(outcome) {
                let is_away = entry.after.member(member).is_some_and(|firm| firm.on_leave);
                prop_assert!(!is_away || basis == Basis::Designation, "{member} by {basis:?}");
                prop_assert!(!is_away || !is_by_turn(basis));
            }
        }
    }

    /// rules 2.5: a leave begins and ends with its acts and, with no conclusion of its own, when the
    /// member leaves the alliance; a new id has none.
    #[test]
    fn a_leave_lasts_until_it_is_ended(plan in plans()) {
        for entry in plan.play() {
            let mut expected = away(&entry.before);
            for event in entry.result.iter().flat_map(|outcome| &outcome.events) {
                match *event {
                    Event::LeaveGranted { member } => expected.push(member),
                    Event::LeaveEnded { member }
                    | Event::Withdrawn { member }
                    | Event::Expelled { member, .. } => expected.retain(|of| *of != member),
                    _ => {}
                }
            }
            expected.sort_unstable();
            prop_assert_eq!(away(&entry.after), expected);
        }
    }

    /// rules 2.5: while nothing but others move, who is on leave keeps its place, number and all;
    /// and going on leave moves nobody.
    #[test]
    fn who_is_on_leave_keeps_its_places(plan in plans()) {
        for entry in plan.play() {
            let Ok(outcome) = &entry.result else { continue };
            if matches!(entry.command.act, Act::GrantLeave { .. }) {
                prop_assert_eq!(entry.before.snapshot().lines, entry.after.snapshot().lines);
            }
            for member in away(&entry.before) {
                for category in Category::ALL {
                    if !moves(&entry.after, outcome, category, member) {
                        prop_assert_eq!(
                            place(&entry.after, category, member),
                            place(&entry.before, category, member),
                        );
                    }
                }
            }
        }
    }

    /// rules 2.5: going on leave changes nothing but that: tallies, suspensions, orders, run and
    /// seat go on.
    #[test]
    fn going_on_leave_changes_nothing_else(plan in plans()) {
        for entry in plan.play() {
            let (Act::GrantLeave { member }, Ok(_)) = (&entry.command.act, &entry.result) else {
                continue;
            };
            let mut expected = entry.before.snapshot();
            expected.position += 1;
            expected.date = Some(entry.command.date);
            expected.members[member.index()].on_leave = true;
            prop_assert_eq!(entry.after.snapshot(), expected);
        }
    }
}
