//! The refusals of `Accept`, `Designate` and `Cancel` (articles 14, 15, 16, 20, 21).

use crate::alliance::Alliance;
use crate::facts::member::Category;
use crate::facts::order::{Order, OrderRecord, OrderState};
use crate::facts::refusal::Refusal;
use crate::rules::eligibility::{self, Search};
use crate::rules::{deposit, intake};
use crate::words::id::{IdKind, MemberId, OrderId};
use crate::words::money::Money;

/// An order that is admissible.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Intake {
    /// The id it gets.
    pub(crate) order: OrderId,
    /// The category of its item.
    pub(crate) category: Category,
    /// The deposit that will be held.
    pub(crate) deposit: Money,
}

/// The refusals of `Accept`, in their order.
#[inline(always)]
#[allow(
    clippy::inline_always,
    reason = "most orders go through by comparisons, and need no `Result`"
)]
pub(crate) fn accept(alliance: &Alliance, order: &Order) -> Result<Intake, Refusal> {
    let (item, enterprise) = (order.item, order.enterprise);
    let station = alliance.known_station(order.station)?;
    let asks = alliance.known_enterprise(enterprise)?;
    let listed = alliance.known_item(item)?;
    intake::is_open(order.station, station)?;
    intake::is_on_menu(item, listed)?;
    intake::is_welcome(enterprise, asks)?;
    intake::conditions_met(&alliance.policy.conditions, &order.conditions)?;
    intake::price_fits(item, listed.menu_price, order.price)?;
    let deposit = asked_deposit(alliance, order)?;
    for &member in order.excluded.as_slice() {
        alliance.known_member(member)?;
    }
    if let Some(member) = order.taken_by {
        alliance.known_member(member)?;
    }
    if let Some(member) = order.designated {
        alliance.known_member(member)?;
        designation(alliance, &alliance.search_for(order, listed.category), member)?;
    }
    let order = alliance.docket.next().ok_or(Refusal::IdsExhausted { kind: IdKind::Order })?;
    Ok(Intake { order, category: listed.category, deposit })
}

/// The deposit that will be held: nothing where none is asked for.
#[inline]
fn asked_deposit(alliance: &Alliance, order: &Order) -> Result<Money, Refusal> {
    if !order.ask_deposit {
        return Ok(Money::ZERO);
    }
    let amount =
        deposit::amount(&alliance.policy.deposit, order.price, order.months, order.covered);
    amount.ok_or(Refusal::DepositWithoutGround)
}

/// A member that the enterprise names is current, offers the item, and is not barred.
fn designation(alliance: &Alliance, search: &Search<'_>, member: MemberId) -> Result<(), Refusal> {
    let item = search.item;
    if alliance.roster.current(member).is_none() {
        return Err(Refusal::DesignatedHasLeft { member });
    }
    if !eligibility::offers(&alliance.roster, member, item) {
        return Err(Refusal::DesignatedDoesNotOffer { member, item });
    }
    match eligibility::bar(&alliance.roster, search, member) {
        Some(bar) => Err(Refusal::DesignatedBarred { member, bar }),
        None => Ok(()),
    }
}

/// The refusals of `Designate`, in their order.
pub(crate) fn designate(
    alliance: &Alliance,
    order: OrderId,
    member: MemberId,
) -> Result<(), Refusal> {
    alliance.known_order(order)?;
    alliance.known_member(member)?;
    let record = held(alliance, order)?;
    match alliance.search_again(record) {
        Some(search) => designation(alliance, &search, member),
        None => Err(Refusal::UnknownItem { item: record.terms.item }),
    }
}

/// The refusals of `Cancel`, in their order; gives the order's record.
pub(crate) fn cancel(alliance: &Alliance, order: OrderId) -> Result<&OrderRecord, Refusal> {
    alliance.known_order(order)?;
    held(alliance, order)
}

fn held(alliance: &Alliance, order: OrderId) -> Result<&OrderRecord, Refusal> {
    let record = alliance.docket.record(order);
    record.filter(|record| record.state == OrderState::Held).ok_or(Refusal::OrderNotHeld { order })
}
