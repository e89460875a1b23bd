//! The refusals of the acts on stations, items and enterprises (rules 1.5, 1.8, 1.10).

use crate::alliance::Alliance;
use crate::facts::refusal::Refusal;
use crate::rules::intake;
use crate::words::credit_code::CreditCode;
use crate::words::id::{EnterpriseId, IdKind, ItemId, StationId};

/// The refusals of `OpenStation`; gives the id of the new station.
pub(crate) fn open_station(alliance: &Alliance) -> Result<StationId, Refusal> {
    let next = StationId::nth(alliance.stations().len());
    next.ok_or(Refusal::IdsExhausted { kind: IdKind::Station })
}

/// The refusals of `ListItem`; gives the id of the new item.
pub(crate) fn list_item(alliance: &Alliance) -> Result<ItemId, Refusal> {
    let next = ItemId::nth(alliance.items().len());
    next.ok_or(Refusal::IdsExhausted { kind: IdKind::Item })
}

/// The refusals of `CloseStation`, in their order.
pub(crate) fn close_station(alliance: &Alliance, station: StationId) -> Result<(), Refusal> {
    intake::is_open(station, alliance.known_station(station)?)
}

/// The refusals of `ReopenStation`, in their order.
pub(crate) fn reopen_station(alliance: &Alliance, station: StationId) -> Result<(), Refusal> {
    let is_closed = alliance.known_station(station)?.closed;
    if is_closed { Ok(()) } else { Err(Refusal::StationNotClosed { station }) }
}

/// The refusals of `DelistItem`, in their order.
pub(crate) fn delist_item(alliance: &Alliance, item: ItemId) -> Result<(), Refusal> {
    intake::is_on_menu(item, alliance.known_item(item)?)
}

/// The refusals of `RelistItem`, in their order.
pub(crate) fn relist_item(alliance: &Alliance, item: ItemId) -> Result<(), Refusal> {
    let is_off = alliance.known_item(item)?.delisted;
    if is_off { Ok(()) } else { Err(Refusal::ItemOnMenu { item }) }
}

/// The refusals of `RegisterEnterprise`, in their order; gives the id of the new enterprise.
pub(crate) fn register_enterprise(
    alliance: &Alliance,
    code: &CreditCode,
) -> Result<EnterpriseId, Refusal> {
    if let Some(enterprise) = alliance.registry.enterprise_with(code) {
        return Err(Refusal::EnterpriseRegistered { enterprise });
    }
    let next = EnterpriseId::nth(alliance.enterprises().len());
    next.ok_or(Refusal::IdsExhausted { kind: IdKind::Enterprise })
}
