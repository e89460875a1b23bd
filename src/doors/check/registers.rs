//! The refusals of `OpenStation`, `ListItem` and `RegisterEnterprise` (rules 1.5, 1.8).

use crate::alliance::Alliance;
use crate::facts::refusal::Refusal;
use crate::words::credit_code::CreditCode;
use crate::words::id::{EnterpriseId, IdKind, ItemId, StationId};

/// The refusals of `OpenStation`; gives the id of the new station.
pub(crate) fn open_station(alliance: &Alliance) -> Result<StationId, Refusal> {
    let next = StationId::at(alliance.stations().len());
    next.ok_or(Refusal::IdsExhausted { kind: IdKind::Station })
}

/// The refusals of `ListItem`; gives the id of the new item.
pub(crate) fn list_item(alliance: &Alliance) -> Result<ItemId, Refusal> {
    let next = ItemId::at(alliance.items().len());
    next.ok_or(Refusal::IdsExhausted { kind: IdKind::Item })
}

/// The refusals of `RegisterEnterprise`, in their order; gives the id of the new enterprise.
pub(crate) fn register_enterprise(
    alliance: &Alliance,
    code: &CreditCode,
) -> Result<EnterpriseId, Refusal> {
    if let Some(enterprise) = alliance.registry.enterprise_with(code) {
        return Err(Refusal::EnterpriseRegistered { enterprise });
    }
    let next = EnterpriseId::at(alliance.enterprises().len());
    next.ok_or(Refusal::IdsExhausted { kind: IdKind::Enterprise })
}
