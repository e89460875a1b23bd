//! Articles 14, 15 and 21: an order meets the council's conditions, keeps to the menu, and comes
//! from an enterprise that is not on the blacklist (rules 4).

use crate::facts::refusal::Refusal;
use crate::facts::register::{Enterprise, ServiceItem, Station};
use crate::words::id::{EnterpriseId, ItemId, StationId};
use crate::words::label::Condition;
use crate::words::list::Set;
use crate::words::money::Price;

/// The station is not closed: one that is accepts no order and publishes no duty plan (rules 1.10).
#[inline]
pub(crate) fn is_open(id: StationId, station: &Station) -> Result<(), Refusal> {
    if station.closed { Err(Refusal::StationClosed { station: id }) } else { Ok(()) }
}

/// The item is on the menu: one that is off it gets no new order (rules 1.10).
#[inline]
pub(crate) fn is_on_menu(id: ItemId, item: &ServiceItem) -> Result<(), Refusal> {
    if item.delisted { Err(Refusal::ItemOffMenu { item: id }) } else { Ok(()) }
}

/// The enterprise is not on the blacklist.
#[inline]
pub(crate) fn is_welcome(id: EnterpriseId, enterprise: &Enterprise) -> Result<(), Refusal> {
    if enterprise.blacklisted {
        return Err(Refusal::EnterpriseBlacklisted { enterprise: id });
    }
    Ok(())
}

/// Every condition of the policy is among those met; other names are ignored.
#[inline]
pub(crate) fn conditions_met(
    required: &Set<Condition>,
    met: &Set<Condition>,
) -> Result<(), Refusal> {
    match missing(required, met) {
        Some(condition) => Err(Refusal::ConditionNotMet { condition: condition.clone() }),
        None => Ok(()),
    }
}

/// The first of the conditions that are required and not met.
#[inline]
fn missing<'a>(required: &'a Set<Condition>, met: &Set<Condition>) -> Option<&'a Condition> {
    // Most councils require none.
    if required.is_empty() {
        return None;
    }
    required.as_slice().iter().find(|condition| !met.contains(condition))
}

/// The price is above zero and not above the menu's.
#[inline]
pub(crate) fn price_fits(
    item: ItemId,
    menu_price: Option<Price>,
    price: Price,
) -> Result<(), Refusal> {
    if price.amount().is_zero() {
        return Err(Refusal::PriceZero);
    }
    match menu_price {
        Some(menu) if price > menu => Err(Refusal::PriceAboveMenu { item, price, menu }),
        _ => Ok(()),
    }
}
