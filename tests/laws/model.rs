//! What the laws are measured with: the rules told once more, slowly, from what anybody can ask an
//! alliance.

use paidan::{
    Act, Alliance, Basis, Counted, Event, Guard, ItemId, Member, MemberId, Order, OrderId,
    OrderRecord, Outcome, Share,
};

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
        && !firm.on_leave
        && !is_suspended
        && !order.excluded.as_slice().iter().any(|of| has_code_of(alliance, member, *of))
        && firm.code != customer.code
}

/// Whether two members are one firm, admitted twice (rules 2.1).
pub fn has_code_of(alliance: &Alliance, one: MemberId, other: MemberId) -> bool {
    let code = |member| alliance.member(member).map(|firm| firm.code);
    code(one) == code(other)
}

/// The same of an order that was accepted: it may be barred from it, too.
pub fn can_have(alliance: &Alliance, record: &OrderRecord, member: MemberId) -> bool {
    let is_barred =
        record.barred.as_slice().iter().any(|of| has_code_of(alliance, member, of.member));
    !is_barred && is_eligible(alliance, &record.terms, member)
}

/// The order that an act is about, once it was accepted.
pub fn order_of(act: &Act) -> Option<OrderId> {
    match *act {
        Act::Designate { order, .. }
        | Act::Cancel { order }
        | Act::Decline { order, .. }
        | Act::Mediate { order, .. }
        | Act::LiftBar { order, .. }
        | Act::RecordFeedback { order, .. }
        | Act::Complete { order, .. }
        | Act::Settle { order }
        | Act::RecordDefault { order }
        | Act::Abandon { order }
        | Act::CallOff { order, .. }
        | Act::Fail { order }
        | Act::Reassign { order, .. } => Some(order),
        _ => None,
    }
}

/// Rules 6.5: with this order by turn, a member would be above a cap, where that is guarded.
pub fn is_guarded(alliance: &Alliance, order: &Order, member: MemberId) -> bool {
    goes_above(alliance, order, member, (1, 1))
}

/// Rules 6.5, looked back on: had this order, which `taker` was given now, gone to `member`, it
/// would have been above a cap. The tallies have the order already.
pub fn was_guarded(
    after: &Alliance,
    record: &OrderRecord,
    taker: MemberId,
    member: MemberId,
) -> bool {
    let counts = record.counted == Some(Counted::Yes);
    counts && goes_above(after, &record.terms, member, (u32::from(member != taker), 0))
}

/// Rules 6.3, of the figures as they are: whether enough members count for an item, and for the
/// amount.
fn are_enough(alliance: &Alliance, item: ItemId) -> (bool, bool) {
    let is_present = |firm: &Member| firm.is_current() && !firm.on_leave;
    let items = || (0..alliance.items().len()).filter_map(|nth| ItemId::at(nth).ok());
    let (mut for_item, mut for_amount) = (0, 0);
    for member in everybody(alliance) {
        let firm = alliance.member(member).expect("a member");
        let has = |item| alliance.tallied_orders(member, item) > 0;
        let serves = is_present(firm) && firm.offers.contains(&item);
        for_item += u32::from(serves || (firm.is_current() && has(item)));
        for_amount += u32::from(is_present(firm) || items().any(has));
    }
    let caps = alliance.policy().caps;
    (for_item >= caps.item_min_members.get(), for_amount >= caps.amount_min_members.get())
}

/// Whether a member is above a guarded cap with an order that its own figures and the wholes lack
/// so often.
fn goes_above(
    alliance: &Alliance,
    order: &Order,
    member: MemberId,
    (own_lacks, whole_lacks): (u32, u32),
) -> bool {
    let caps = alliance.policy().caps;
    let Guard::On { min_orders } = caps.guard else { return false };
    let least = min_orders.get();
    let above = |own: u64, whole: u64, share: Share| {
        u128::from(own) * 10_000 > u128::from(whole) * u128::from(share.basis_points())
    };
    let price = order.price.amount().fen();
    let own = alliance.tallied_orders(member, order.item) + own_lacks;
    let whole = alliance.tallied_item_orders(order.item) + whole_lacks;
    let (orders, amount) = alliance.tallied_total();
    let own_amount = alliance.tallied_amount(member).fen() + price * u64::from(own_lacks);
    let amount = amount.fen() + price * u64::from(whole_lacks);
    let (enough, enough_in_all) = are_enough(alliance, order.item);
    let item_above = whole >= least && above(own.into(), whole.into(), caps.item_share);
    let amount_above =
        orders + whole_lacks >= least && above(own_amount, amount, caps.amount_share);
    (enough && item_above) || (enough_in_all && amount_above)
}

/// All members ever.
pub fn everybody(alliance: &Alliance) -> Vec<MemberId> {
    (0..alliance.members().len()).filter_map(|nth| MemberId::at(nth).ok()).collect()
}

/// All orders ever.
pub fn all_orders(alliance: &Alliance) -> Vec<OrderId> {
    let all = (0..).map_while(|nth| OrderId::at(nth).ok());
    all.take_while(|order| is_known(alliance, *order)).collect()
}

/// Whether there ever was such an order.
fn is_known(alliance: &Alliance, order: OrderId) -> bool {
    alliance.order(order).is_some() || alliance.end_of(order).is_some()
}

/// Every giving of an outcome.
pub fn givings(outcome: &Outcome) -> Vec<(OrderId, MemberId, Basis)> {
    let of = |event: &Event| match *event {
        Event::Dispatched { order, member, basis, .. } => Some((order, member, basis)),
        _ => None,
    };
    outcome.events.iter().filter_map(of).collect()
}

/// Whether an order was given on this ground by turn.
pub fn is_by_turn(basis: Basis) -> bool {
    matches!(basis, Basis::Turn | Basis::TurnGuardLifted)
}

/// The givings by turn, each with its order's record.
pub fn turns<'a>(after: &'a Alliance, outcome: &Outcome) -> Vec<(&'a OrderRecord, MemberId)> {
    let by_turn = givings(outcome).into_iter().filter(|of| is_by_turn(of.2));
    by_turn.map(|(order, member, _)| (after.order(order).expect("a kept order"), member)).collect()
}
