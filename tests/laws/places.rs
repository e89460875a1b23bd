//! Where the orders are (rules 7.1).

use std::collections::BTreeMap;

use paidan::{Alliance, Cause, End, Event, MemberId, OrderId, OrderState};
use proptest::prelude::*;

use crate::laws::model::everybody;
use crate::laws::plan::plans;

/// Where an order is, by the outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Where {
    Held,
    With(MemberId),
    DeclinedBy(MemberId),
    CompletedBy(MemberId),
    Ended(End),
}

fn where_is(alliance: &Alliance, order: OrderId) -> Where {
    match (alliance.order(order).map(|record| record.state), alliance.end_of(order)) {
        (Some(OrderState::Held), None) => Where::Held,
        (Some(OrderState::Assigned(giving)), None) => Where::With(giving.member),
        (Some(OrderState::Declined(giving)), None) => Where::DeclinedBy(giving.member),
        (Some(OrderState::Completed(completion)), None) => Where::CompletedBy(completion.member),
        (None, Some(end)) => Where::Ended(end),
        other => panic!("order {order} is in no place or in two: {other:?}"),
    }
}

/// Where an event puts an order, which must be where it can come from; nothing if it moves none.
fn moves(event: &Event, places: &BTreeMap<OrderId, Where>) -> Option<(OrderId, Where)> {
    use Where::{CompletedBy, DeclinedBy, Ended, Held, With};
    let at = |order: OrderId| places.get(&order).copied();
    let was_completed = |order| matches!(at(order), Some(CompletedBy(_)));
    let (order, to, fits) = match *event {
        Event::Accepted { order, .. } => (order, Held, at(order).is_none()),
        Event::Held { order } => (order, Held, at(order) == Some(Held)),
        Event::Dispatched { order, member, .. } => (order, With(member), at(order) == Some(Held)),
        Event::CameOff { order, member, .. } => {
            let is_open = at(order) == Some(With(member)) || at(order) == Some(DeclinedBy(member));
            (order, Held, is_open)
        }
        Event::Declined { order, member, cause: Cause::None } => {
            (order, DeclinedBy(member), at(order) == Some(With(member)))
        }
        Event::Resumed { order, member } => {
            (order, With(member), at(order) == Some(DeclinedBy(member)))
        }
        Event::Completed { order, member, .. } => {
            (order, CompletedBy(member), at(order) == Some(With(member)))
        }
        Event::Settled { order } => (order, Ended(End::Settled), was_completed(order)),
        Event::Defaulted { order } => (order, Ended(End::Defaulted), was_completed(order)),
        Event::Abandoned { order } => {
            (order, Ended(End::Abandoned), matches!(at(order), Some(With(_) | DeclinedBy(_))))
        }
        Event::Failed { order } => (order, Ended(End::Failed), matches!(at(order), Some(With(_)))),
        Event::Cancelled { order } | Event::CalledOff { order } => {
            (order, Ended(End::Cancelled), at(order) == Some(Held))
        }
        _ => return None,
    };
    assert!(fits, "{event:?} of an order that is {:?}", at(order));
    Some((order, to))
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 7.1: every order has one holder, or is held, completed or ended, as its outcomes say,
    /// and comes there from where it can; and a member has as many open orders as it holds.
    #[test]
    fn every_order_is_in_one_place(plan in plans()) {
        let mut places: BTreeMap<OrderId, Where> = BTreeMap::new();
        for entry in plan.play() {
            for event in entry.result.iter().flat_map(|outcome| &outcome.events) {
                let moved = moves(event, &places);
                places.extend(moved);
            }
            let after = &entry.after;
            for (&order, &place) in &places {
                prop_assert_eq!(where_is(after, order), place);
            }
            let held = places.iter().filter(|(_, place)| **place == Where::Held);
            prop_assert!(after.held_orders().eq(held.map(|(order, _)| *order)));
            for member in everybody(after) {
                let is_own = |place: &Where| {
                    [Where::With(member), Where::DeclinedBy(member)].contains(place)
                };
                let own = places.iter().filter(|(_, place)| is_own(place));
                let own: Vec<OrderId> = own.map(|(order, _)| *order).collect();
                prop_assert_eq!(after.open_orders_of(member) as usize, own.len());
                prop_assert_eq!(after.open_orders(member), own);
            }
        }
    }
}
