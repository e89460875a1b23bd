//! Reassignment and the run of it (article 24, rules 8).

use std::collections::BTreeMap;

use paidan::{
    Act, Alliance, CreditCode, Event, Loss, MemberId, OrderState, Outcome, Reassignment, Refusal,
    RefusalKind, reassign,
};
use proptest::prelude::*;

use crate::laws::model::{everybody, has_code_of};
use crate::laws::plan::plans;

/// The reassignment that an outcome tells of.
fn told(outcome: &Outcome) -> Option<Reassignment> {
    let [
        Event::Reassigned { order, from, to },
        Event::CameOff { order: off, member: loser, tally },
        Event::Barred { order: barred_from, member: barred, by: Loss::Reassigned },
        Event::Dispatched { order: given, member: taker, basis, motion, counted },
        Event::RunRaised { order: of, member, run },
        rest @ ..,
    ] = outcome.events.as_slice()
    else {
        return None;
    };
    let is_one = [off, barred_from, given, of].iter().all(|of| *of == order)
        && [loser, barred, member].iter().all(|of| *of == from)
        && taker == to;
    let exits = rest
        .first()
        .is_some_and(|event| matches!(event, Event::Expelled { member, .. } if member == from));
    let (from, to, basis, motion) = (*from, *to, *basis, *motion);
    let (counted, tally, run) = (*counted, *tally, *run);
    is_one.then_some(Reassignment { from, to, basis, motion, counted, tally, run, exits })
}

/// Every firm's run of the year, from the outcomes alone.
fn recount(runs: &mut BTreeMap<CreditCode, u32>, after: &Alliance, outcome: &Outcome) {
    let code = |member| after.member(member).expect("a member").code;
    for event in &outcome.events {
        match *event {
            Event::Barred { member, by: Loss::Reassigned, .. } => {
                *runs.entry(code(member)).or_default() += 1;
            }
            Event::Completed { member, .. } => drop(runs.remove(&code(member))),
            Event::MonthOpened { month } if month.of_year() == 1 => runs.clear(),
            _ => {}
        }
    }
}

/// The last id of every firm.
fn last_ids(alliance: &Alliance) -> Vec<MemberId> {
    let members = everybody(alliance);
    let is_last = |one: &MemberId| {
        members.iter().filter(|of| *of > one).all(|of| !has_code_of(alliance, *one, *of))
    };
    members.iter().copied().filter(is_last).collect()
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 8.2: a reassignment that was previewed is the one that happens, and one that is
    /// refused leaves the state alone.
    #[test]
    fn a_previewed_reassignment_is_what_happens(plan in plans()) {
        for entry in plan.play() {
            let Act::Reassign { order, finding, to } = &entry.command.act else { continue };
            let before = entry.before.snapshot();
            let preview = reassign(&entry.before, *order, finding, *to);
            prop_assert_eq!(&entry.before.snapshot(), &before, "asking changes nothing");
            match &entry.result {
                Ok(outcome) => {
                    prop_assert_eq!(preview.ok(), told(outcome));
                    let holder = entry.after.order(*order).and_then(|record| record.state.open());
                    prop_assert_eq!(holder.map(|of| of.member), told(outcome).map(|of| of.to));
                }
                Err(refusal) => {
                    let is_early = matches!(refusal.kind(), RefusalKind::Stale | RefusalKind::Position);
                    prop_assert!(is_early || preview.as_ref() == Err(refusal));
                    prop_assert_eq!(entry.after.snapshot(), before);
                }
            }
        }
    }

    /// rules 8.1: an order is taken only from one that has it, and only when the finding says all
    /// three.
    #[test]
    fn an_order_is_taken_only_on_a_complete_finding(plan in plans()) {
        for entry in plan.play() {
            let Act::Reassign { order, finding, .. } = &entry.command.act else { continue };
            let says_all =
                finding.progress_lags && finding.target_at_risk && finding.enterprise_complained;
            let state = entry.before.order(*order).map(|record| record.state);
            let is_assigned = matches!(state, Some(OrderState::Assigned(_)));
            prop_assert!(entry.result.is_err() || (says_all && is_assigned));
            let is_incomplete = matches!(entry.result, Err(Refusal::FindingIncomplete { .. }));
            prop_assert!(!is_incomplete || (!says_all && is_assigned));
        }
    }

    /// rules 2.1 and 8.3: a firm's run is what the outcomes say: one more with each order that is
    /// taken from it, none when it completes one or in January; and it goes with its code.
    #[test]
    fn a_run_is_what_a_recount_gives(plan in plans()) {
        let mut runs = BTreeMap::new();
        for entry in plan.play() {
            if let Ok(outcome) = &entry.result {
                recount(&mut runs, &entry.after, outcome);
            }
            for member in last_ids(&entry.after) {
                let firm = entry.after.member(member).expect("a member");
                let expected = runs.get(&firm.code).copied().unwrap_or(0);
                prop_assert_eq!(firm.run, expected, "member {}", member);
            }
        }
    }

    /// rules 8.3: no current member's run reaches the limit, unless an amendment lowered it.
    #[test]
    fn no_run_reaches_the_limit(plan in plans()) {
        let mut highest = 0;
        for entry in plan.play() {
            let after = &entry.after;
            let limit = after.policy().reassignment.limit.get();
            // Of the limits of the year the highest: a run may have been below it when it rose.
            let year_turns = entry.result.iter().flat_map(|outcome| &outcome.events);
            if year_turns.into_iter().any(|event| matches!(event, Event::RunsReset { .. })) {
                highest = 0;
            }
            highest = limit.max(highest);
            for event in entry.result.iter().flat_map(|outcome| &outcome.events) {
                let Event::RunRaised { member, run, .. } = *event else { continue };
                let stays = after.member(member).is_some_and(paidan::Member::is_current);
                prop_assert_eq!(stays, run < limit);
            }
            for member in after.members().iter().filter(|member| member.is_current()) {
                prop_assert!(member.run < highest, "{member:?} under a limit of {limit}");
            }
        }
    }
}
