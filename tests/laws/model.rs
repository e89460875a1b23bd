//! What the laws are measured with: the rules told once more, slowly, from what anybody can ask an
//! alliance.

use paidan::{Alliance, Basis, Event, MemberId, Order, OrderId, Outcome};

/// Rules 5.2 (a) to (d): a member can be given an order by turn, the guard aside.
pub fn is_eligible(alliance: &Alliance, order: &Order, member: MemberId) -> bool {
    let Some(firm) = alliance.member(member) else { return false };
    let customer = alliance.enterprise(order.enterprise).expect("a known enterprise");
    let is_suspended = alliance.suspensions().iter().any(|suspension| {
        suspension.member == member
            && (suspension.item.is_none() || suspension.item == Some(order.item))
    });
    firm.is_current()
        && firm.offers.as_slice().contains(&order.item)
        && !is_suspended
        && !order.excluded.as_slice().contains(&member)
        && firm.code != customer.code
}

/// All members ever.
pub fn everybody(alliance: &Alliance) -> Vec<MemberId> {
    (0..alliance.members().len()).filter_map(MemberId::at).collect()
}

/// Every giving of an outcome.
pub fn givings(outcome: &Outcome) -> Vec<(OrderId, MemberId, Basis)> {
    let of = |event: &Event| match *event {
        Event::Dispatched { order, member, basis, .. } => Some((order, member, basis)),
        _ => None,
    };
    outcome.events.iter().filter_map(of).collect()
}

/// The givings by turn, each with its order's terms.
pub fn turns<'a>(after: &'a Alliance, outcome: &Outcome) -> Vec<(&'a Order, MemberId)> {
    let by_turn = givings(outcome).into_iter().filter(|of| of.2 != Basis::Designation);
    by_turn
        .map(|(order, member, _)| (&after.order(order).expect("a kept order").terms, member))
        .collect()
}
