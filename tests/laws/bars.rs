//! Bars that are lifted (rules 7.8).

use paidan::{
    Act, Alliance, Barred, Command, Event, Loss, MemberId, OrderId, OrderState, Outcome, Refusal,
};
use proptest::prelude::*;

use crate::laws::model::{all_orders, can_have, everybody, has_code_of};
use crate::laws::plan::plans;

/// Tries to lift the bar of a member on the day of the last command.
fn lift(alliance: &mut Alliance, order: OrderId, member: MemberId) -> Result<Outcome, Refusal> {
    let date = alliance.date().expect("a date");
    alliance.step(&Command::new(date, Act::LiftBar { order, member }))
}

/// The state with the bar lifted, and what came of it.
fn lifted(alliance: &Alliance, order: OrderId, member: MemberId) -> (Alliance, Outcome) {
    let mut next = alliance.clone();
    let outcome = lift(&mut next, order, member).expect("it is barred by declining");
    (next, outcome)
}

/// Those that lost an order and are barred from it.
fn barred(alliance: &Alliance, order: OrderId) -> Vec<Barred> {
    alliance.order(order).map_or(Vec::new(), |record| record.barred.as_slice().to_vec())
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 7.8 and 5.3: under any id of a firm the bar of its declining is lifted, and no other;
    /// the order stays with whoever has it, and if it was held no eligible member is left.
    #[test]
    fn a_lifted_bar_leaves_no_held_order_to_the_eligible(plan in plans()) {
        for entry in plan.play().iter().step_by(4) {
            let before = &entry.after;
            for order in all_orders(before) {
                let bars = barred(before, order);
                for member in everybody(before) {
                    let is_of_firm = |of: &Barred| has_code_of(before, of.member, member);
                    let declined = |of: &Barred| of.by == Loss::Declined && is_of_firm(of);
                    if !bars.iter().any(declined) {
                        continue;
                    }
                    let (after, outcome) = lifted(before, order, member);
                    prop_assert_eq!(outcome.events[0], Event::BarLifted { order, member });
                    let kept: Vec<Barred> = bars.iter().filter(|of| !declined(of)).copied().collect();
                    prop_assert_eq!(barred(&after, order), kept);
                    let state = before.order(order).expect("a kept order").state;
                    if state != OrderState::Held {
                        prop_assert_eq!(after.order(order).map(|of| of.state), Some(state));
                    }
                    for held in after.held_orders() {
                        let record = after.order(held).expect("a kept order");
                        let eligible = |of: &MemberId| can_have(&after, record, *of);
                        prop_assert!(!everybody(&after).iter().any(eligible), "{held} waits");
                    }
                }
            }
        }
    }

    /// rules 7.8: of an order that has not ended no other bar is lifted, and none twice.
    #[test]
    fn no_other_bar_is_lifted(plan in plans()) {
        for entry in plan.play().iter().step_by(16) {
            let before = &entry.after;
            let mut same = before.clone();
            for order in all_orders(before).into_iter().filter(|of| before.order(*of).is_some()) {
                let bars = barred(before, order);
                for member in everybody(before) {
                    let refusal = Err(Refusal::NotBarredByDeclining { order, member });
                    let is_of_firm = |of: &Barred| has_code_of(before, of.member, member);
                    if bars.iter().any(|of| of.by == Loss::Declined && is_of_firm(of)) {
                        let (mut after, _) = lifted(before, order, member);
                        prop_assert_eq!(lift(&mut after, order, member), refusal);
                    } else {
                        prop_assert_eq!(lift(&mut same, order, member), refusal);
                    }
                }
            }
        }
    }
}
