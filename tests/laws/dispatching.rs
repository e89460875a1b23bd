//! To whom orders go (article 16, rules 5).

use std::collections::BTreeSet;

use paidan::{
    Act, Basis, Dispatch, Event, Guard, Motion, Order, Outcome, Refusal, RefusalKind, Standing,
    Turn, dispatch, explain, explain_member,
};
use proptest::prelude::*;

use crate::laws::model::{
    can_have, everybody, givings, is_by_turn, is_eligible, is_guarded, turns, was_guarded,
};
use crate::laws::plan::{plans, plans_under};
use crate::laws::world::Entry;

/// The order of an `Accept` that was decided on its merits, not on its date or position.
fn asked(entry: &Entry) -> Option<&Order> {
    let Act::Accept(order) = &entry.command.act else { return None };
    let is_early = |kind| matches!(kind, RefusalKind::Stale | RefusalKind::Position);
    let on_merits = entry.result.as_ref().err().is_none_or(|refusal| !is_early(refusal.kind()));
    on_merits.then_some(order)
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 5.2: nobody that left, is suspended, excluded or the enterprise itself, nobody that
    /// does not offer the item or lost the order before, is given an order by turn.
    #[test]
    fn only_the_eligible_are_given_orders_by_turn(plan in plans()) {
        for entry in plan.play() {
            let Ok(outcome) = &entry.result else { continue };
            for (order, member) in turns(&entry.after, outcome) {
                prop_assert!(can_have(&entry.after, order, member), "{order:?} to {member}");
            }
        }
    }

    /// rules 5.1: a designated order goes to the designated member, suspended or on leave or not;
    /// whatever becomes of an order later, only by designation is it given so.
    #[test]
    fn a_designated_order_goes_to_the_designated(plan in plans()) {
        for entry in plan.play() {
            if let Err(Refusal::DesignatedHasLeft { member }) = entry.result {
                let firm = entry.before.member(member).expect("a member");
                prop_assert!(!firm.is_current());
            }
            let Ok(outcome) = &entry.result else { continue };
            let named = match &entry.command.act {
                Act::Accept(order) => order.designated,
                Act::Designate { member, .. } => Some(*member),
                _ => None,
            };
            let given = givings(outcome);
            if let Some(member) = named {
                prop_assert_eq!(given.len(), 1);
                prop_assert_eq!((given[0].1, given[0].2), (member, Basis::Designation));
            } else {
                prop_assert!(given.iter().all(|of| of.2 != Basis::Designation));
            }
        }
    }

    /// rules 5.1: unless the city says that it uses a turn, a designation moves no line.
    #[test]
    fn a_designation_moves_no_line(
        plan in plans_under(|policy| {
            policy.designation_uses_turn = paidan::DesignationUsesTurn::No;
        }),
    ) {
        for entry in plan.play() {
            let Ok(outcome) = &entry.result else { continue };
            let is_designation =
                givings(outcome).first().is_some_and(|of| of.2 == Basis::Designation);
            let uses_turn = entry.before.policy().designation_uses_turn
                == paidan::DesignationUsesTurn::Yes;
            if is_designation && !uses_turn {
                prop_assert_eq!(entry.before.snapshot().lines, entry.after.snapshot().lines);
            }
        }
    }

    /// rules 3.4, 5.1 and 8.2: what a giving does to the line follows from its ground and the
    /// reading of 依次: under `KeepPlace` all but a plain designation send the member to the end,
    /// under `Cursor` only a turn moves the cursor.
    #[test]
    fn the_ground_of_a_giving_says_how_the_line_moves(plan in plans()) {
        for entry in plan.play() {
            let policy = entry.after.policy();
            let uses_turn =
                policy.designation_uses_turn == paidan::DesignationUsesTurn::Yes;
            for event in entry.result.iter().flat_map(|outcome| &outcome.events) {
                let Event::Dispatched { basis, motion, .. } = *event else { continue };
                let expected = match policy.turn {
                    Turn::KeepPlace if basis != Basis::Designation || uses_turn => Motion::ToEnd,
                    Turn::Cursor if is_by_turn(basis) => Motion::CursorPast,
                    _ => Motion::Stays,
                };
                prop_assert_eq!(motion, expected);
            }
        }
    }

    /// rules 5.3: after every accepted command no held order has an eligible member.
    #[test]
    fn no_held_order_has_an_eligible_member(plan in plans()) {
        for Entry { after, .. } in plan.play() {
            for order in after.held_orders() {
                let record = after.order(order).expect("a kept order");
                let eligible: Vec<_> =
                    everybody(&after).into_iter().filter(|of| can_have(&after, record, *of)).collect();
                prop_assert!(eligible.is_empty(), "order {order} waits for {eligible:?}");
            }
        }
    }

    /// rules 3.4: without a guard, the first eligible member in the order of the search takes an
    /// order, and the line moves as the reading of 依次 says.
    #[test]
    fn the_first_eligible_of_the_line_takes_the_order(plan in plans()) {
        for entry in plan.play() {
            let (Ok(outcome), Act::Accept(order)) = (&entry.result, &entry.command.act) else {
                continue;
            };
            let (before, after) = (&entry.before, &entry.after);
            if order.designated.is_some() || before.policy().caps.guard != Guard::Off {
                continue;
            }
            let category = before.item(order.item).expect("a known item").category;
            let mut line: Vec<_> = before.line(category).collect();
            let start = before.cursor(category).and_then(|on| line.iter().position(|of| *of == on));
            line.rotate_left(start.unwrap_or(0));
            let first = line.iter().position(|member| is_eligible(before, order, *member));
            prop_assert_eq!(givings(outcome).first().map(|of| of.1), first.map(|nth| line[nth]));
            let Some(nth) = first else { continue };
            let moved: Vec<_> = after.line(category).collect();
            match before.policy().turn {
                Turn::KeepPlace => {
                    let taker = line.remove(nth);
                    line.push(taker);
                    prop_assert_eq!(moved, line);
                }
                Turn::Cursor => {
                    prop_assert_eq!(after.cursor(category), Some(line[(nth + 1) % line.len()]));
                    prop_assert!(moved.into_iter().eq(before.line(category)));
                }
                Turn::TopRank => prop_assert!(moved.into_iter().eq(before.line(category))),
            }
        }
    }

    /// rules 5.4: a preview is what `step` does with the same order next.
    #[test]
    fn a_preview_is_what_happens(plan in plans()) {
        for entry in plan.play() {
            let Some(order) = asked(&entry) else { continue };
            let before = entry.before.snapshot();
            let preview = dispatch(&entry.before, order);
            prop_assert_eq!(entry.before.snapshot(), before, "asking changes nothing");
            let outcome = match &entry.result {
                Ok(outcome) => outcome,
                Err(refusal) => {
                    prop_assert_eq!(preview.as_ref(), Err(refusal));
                    continue;
                }
            };
            let happened = match booked(outcome).as_slice() {
                [] => Dispatch::Held,
                [given] => *given,
                many => panic!("one order was given {} times", many.len()),
            };
            prop_assert_eq!(preview, Ok(happened));
            let is_held = outcome.events.iter().any(|event| matches!(event, Event::Held { .. }));
            prop_assert_eq!(is_held, happened == Dispatch::Held);
        }
    }

    /// rules 5.4: an explanation agrees with the dispatch: one takes the order just when it is
    /// given, it names every member of the line once, and all before the taker failed.
    #[test]
    fn an_explanation_agrees_with_the_dispatch(plan in plans()) {
        for entry in plan.play() {
            let Some(order) = asked(&entry) else { continue };
            let alliance = &entry.before;
            let (answer, told) = match (dispatch(alliance, order), explain(alliance, order)) {
                (Err(one), Err(other)) => {
                    prop_assert_eq!(one, other);
                    continue;
                }
                (one, other) => (one.expect("admissible"), other.expect("admissible")),
            };
            prop_assert_eq!(told.dispatch, answer);
            let taken = |standing| matches!(standing, Standing::Taken { .. });
            let takers: Vec<_> = told.line.iter().filter(|of| taken(of.standing)).collect();
            match answer {
                Dispatch::Held => prop_assert!(takers.is_empty()),
                Dispatch::Given { member, basis, .. } => {
                    prop_assert_eq!(takers.len(), 1);
                    prop_assert_eq!(takers[0].member, member);
                    prop_assert_eq!(takers[0].standing, Standing::Taken { basis });
                }
            }
            let members: BTreeSet<_> = told.line.iter().map(|of| of.member).collect();
            let line: BTreeSet<_> = alliance.line(told.category).collect();
            prop_assert_eq!(members.len(), told.line.len());
            prop_assert_eq!(members, line);
            for (nth, of) in told.line.iter().enumerate() {
                prop_assert_eq!(explain_member(alliance, order, of.member), Ok(of.standing));
                let after_taker = told.line[..nth].iter().any(|of| taken(of.standing));
                if order.designated.is_none() && !taken(of.standing) {
                    let not_reached = of.standing == Standing::NotReached;
                    let is_lifted = matches!(
                        answer,
                        Dispatch::Given { basis: Basis::TurnGuardLifted, .. }
                    );
                    prop_assert_eq!(not_reached, after_taker);
                    prop_assert!(after_taker || is_lifted || fails(&entry, order, of));
                }
            }
        }
    }

    /// rules 6.5: by turn nobody goes above a cap under a guard, unless everybody eligible would;
    /// then the first of them takes the order.
    #[test]
    fn the_guard_lets_nobody_above_a_cap_unless_all_would_be(plan in plans()) {
        for entry in plan.play() {
            let (Ok(outcome), Act::Accept(order)) = (&entry.result, &entry.command.act) else {
                continue;
            };
            let before = &entry.before;
            let category = before.item(order.item).expect("a known item").category;
            for (_, taker, basis) in givings(outcome) {
                match basis {
                    Basis::Turn => prop_assert!(!is_guarded(before, order, taker)),
                    Basis::TurnGuardLifted => {
                        let line = before.line(category);
                        let eligible: Vec<_> =
                            line.filter(|of| is_eligible(before, order, *of)).collect();
                        prop_assert!(eligible.iter().all(|of| is_guarded(before, order, *of)));
                        if before.policy().turn != Turn::Cursor {
                            prop_assert_eq!(eligible.first(), Some(&taker));
                        }
                    }
                    _ => {}
                }
            }
        }
    }

    /// rules 6.5: so it is when an order is declined or taken away, too: the figures are those of
    /// the tallies after it came off the one that lost it, plus this order for the next.
    #[test]
    fn the_guard_counts_an_order_that_is_given_again_once(plan in plans_under(|policy| {
        policy.caps.guard = Guard::On { min_orders: std::num::NonZeroU32::MIN };
    })) {
        for entry in plan.play() {
            let Ok(outcome) = &entry.result else { continue };
            let goes_on = matches!(
                entry.command.act,
                Act::Decline { .. } | Act::Mediate { .. } | Act::Reassign { to: None, .. }
            );
            let given = givings(outcome);
            // With an exit other orders are given, too, and the figures are no longer those.
            let &[(order, taker, basis)] = given.as_slice() else { continue };
            let expels = outcome.events.iter().any(|of| matches!(of, Event::Expelled { .. }));
            if !goes_on || expels {
                continue;
            }
            let after = &entry.after;
            let record = after.order(order).expect("a kept order");
            let guarded = |member| was_guarded(after, record, taker, member);
            if basis == Basis::Turn {
                prop_assert!(!guarded(taker));
            } else {
                let mut eligible = everybody(after);
                eligible.retain(|of| can_have(after, record, *of));
                prop_assert!(eligible.into_iter().all(guarded));
            }
        }
    }
}

/// Every giving of an outcome, as an answer says it.
fn booked(outcome: &Outcome) -> Vec<Dispatch> {
    let of = |event: &Event| match *event {
        Event::Dispatched { member, basis, motion, counted, .. } => {
            Some(Dispatch::Given { member, basis, motion, counted })
        }
        _ => None,
    };
    outcome.events.iter().filter_map(of).collect()
}

/// One that was passed over is not eligible, or is guarded.
fn fails(entry: &Entry, order: &Order, of: &paidan::Candidate) -> bool {
    matches!(of.standing, Standing::Guarded { .. }) || !is_eligible(&entry.before, order, of.member)
}
