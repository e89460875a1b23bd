//! Two who offer the same take turns (article 16, rules 3.4).

use std::collections::BTreeMap;

use paidan::{
    Alliance, Basis, Category, DesignationUsesTurn, Event, Guard, MemberId, OrderRecord, Outcome,
    Turn,
};
use proptest::prelude::*;

use crate::laws::model::{can_have, everybody, is_by_turn};
use crate::laws::plan::plans_under;

/// For two members of a line: by how much the first was given more since the stretch began, with
/// the least and the most it ever was.
#[derive(Clone, Copy, Debug, Default)]
struct Lead {
    now: i32,
    least: i32,
    most: i32,
}

impl Lead {
    fn moves(&mut self, by: i32) {
        self.now += by;
        self.least = self.least.min(self.now);
        self.most = self.most.max(self.now);
    }
}

type Leads = BTreeMap<(Category, MemberId, MemberId), Lead>;

/// Whether a command can break every stretch: lines are sorted, or offers change.
fn breaks(outcome: &Outcome) -> bool {
    outcome.events.iter().any(|event| {
        matches!(
            event,
            Event::RankingPublished { .. }
                | Event::PolicyInForce { .. }
                | Event::OffersChanged { .. }
        )
    })
}

/// Whether places are kept and nothing but a turn moves anybody.
fn is_plain(alliance: &Alliance) -> bool {
    let policy = alliance.policy();
    policy.turn == Turn::KeepPlace
        && policy.designation_uses_turn == DesignationUsesTurn::No
        && policy.caps.guard == Guard::Off
}

/// Notes one order by turn for every pair with the same offers: a step of their lead if both could
/// have had it, the end of their stretch if one could.
fn note(leads: &mut Leads, after: &Alliance, order: &OrderRecord, taker: MemberId) {
    let category = after.item(order.terms.item).expect("a known item").category;
    let members = everybody(after);
    let offers = |member| after.member(member).map(|firm| &firm.offers);
    for &one in &members {
        for &other in members.iter().filter(|other| **other > one) {
            if offers(one) != offers(other) {
                continue;
            }
            let key = (category, one, other);
            match (can_have(after, order, one), can_have(after, order, other)) {
                (true, true) => {
                    let by = i32::from(taker == one) - i32::from(taker == other);
                    leads.entry(key).or_default().moves(by);
                }
                (false, false) => {}
                _ => drop(leads.remove(&key)),
            }
        }
    }
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 3.4: under `KeepPlace` two members with the same offers are never more than one order
    /// by turn apart, over any stretch in which each order was open to both or to neither and
    /// neither was moved by anything but a turn.
    #[test]
    fn two_with_the_same_offers_take_turns(plan in plans_under(|policy| {
        policy.turn = Turn::KeepPlace;
        policy.designation_uses_turn = DesignationUsesTurn::No;
        policy.caps.guard = Guard::Off;
    })) {
        let mut leads = Leads::new();
        for entry in plan.play() {
            let Ok(outcome) = &entry.result else { continue };
            if breaks(outcome) || !is_plain(&entry.after) {
                leads.clear();
                continue;
            }
            for event in &outcome.events {
                match *event {
                    Event::Dispatched { order, member, basis, .. } if is_by_turn(basis) => {
                        let record = entry.after.order(order).expect("a kept order");
                        note(&mut leads, &entry.after, record, member);
                    }
                    Event::Dispatched { member, basis: Basis::Named, .. }
                    | Event::WentBack { member, .. } => {
                        leads.retain(|(_, one, other), _| *one != member && *other != member);
                    }
                    _ => {}
                }
            }
            for (pair, lead) in &leads {
                prop_assert!(lead.most - lead.least <= 1, "{pair:?} {lead:?} at {outcome:?}");
            }
        }
    }
}
