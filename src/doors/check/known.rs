//! Looking up what a command names, or the refusal that it is not there.

use crate::alliance::Alliance;
use crate::facts::member::Member;
use crate::facts::refusal::Refusal;
use crate::facts::register::{Enterprise, Registered, ServiceItem, Station};
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};
use crate::words::list::Set;

impl Alliance {
    #[inline]
    pub(crate) fn known_station(&self, station: StationId) -> Result<&Station, Refusal> {
        self.station(station).ok_or(Refusal::UnknownStation { station })
    }

    #[inline]
    pub(crate) fn known_enterprise(
        &self,
        enterprise: EnterpriseId,
    ) -> Result<&Enterprise, Refusal> {
        self.enterprise(enterprise).ok_or(Refusal::UnknownEnterprise { enterprise })
    }

    #[inline]
    pub(crate) fn known_item(&self, item: ItemId) -> Result<&ServiceItem, Refusal> {
        self.item(item).ok_or(Refusal::UnknownItem { item })
    }

    pub(crate) fn known_items(&self, items: &Set<ItemId>) -> Result<(), Refusal> {
        items.as_slice().iter().try_for_each(|&item| self.known_item(item).map(drop))
    }

    pub(crate) fn known_member(&self, member: MemberId) -> Result<&Member, Refusal> {
        self.member(member).ok_or(Refusal::UnknownMember { member })
    }

    /// The member, that must not have left.
    pub(crate) fn current_member(&self, member: MemberId) -> Result<&Member, Refusal> {
        self.roster.current(member).ok_or(Refusal::MemberNotCurrent { member })
    }

    pub(crate) fn known(&self, of: Registered) -> Result<(), Refusal> {
        match of {
            Registered::Station(station) => self.known_station(station).map(drop),
            Registered::Item(item) => self.known_item(item).map(drop),
            Registered::Enterprise(enterprise) => self.known_enterprise(enterprise).map(drop),
            Registered::Member(member) => self.known_member(member).map(drop),
        }
    }

    pub(crate) fn known_order(&self, order: OrderId) -> Result<(), Refusal> {
        self.docket.known(order).map(drop).ok_or(Refusal::UnknownOrder { order })
    }
}
