//! The registers of stations, items and enterprises, each in the order of its ids.

use alloc::collections::BTreeMap;

use crate::facts::member::Category;
use crate::facts::register::{Enterprise, ServiceItem, Station};
use crate::words::credit_code::CreditCode;
use crate::words::id::{EnterpriseId, ItemId, MemberId, StationId};
use crate::words::label::Name;
use crate::words::list::Set;
use crate::words::money::Price;

/// What is registered and stays.
#[derive(Clone, Debug, Default)]
pub(crate) struct Registry {
    stations: Vec<Station>,
    items: Vec<ServiceItem>,
    enterprises: Vec<Enterprise>,
    by_code: BTreeMap<CreditCode, EnterpriseId>,
    /// The current member with an enterprise's own code, to be found without comparing codes.
    own_firm: Vec<Option<MemberId>>,
}

impl Registry {
    pub(crate) fn stations(&self) -> &[Station] {
        &self.stations
    }

    pub(crate) fn items(&self) -> &[ServiceItem] {
        &self.items
    }

    pub(crate) fn enterprises(&self) -> &[Enterprise] {
        &self.enterprises
    }

    #[inline]
    pub(crate) fn station(&self, station: StationId) -> Option<&Station> {
        self.stations.get(station.index())
    }

    #[inline]
    pub(crate) fn item(&self, item: ItemId) -> Option<&ServiceItem> {
        self.items.get(item.index())
    }

    /// Sets the menu price of an item.
    pub(crate) fn set_menu_price(&mut self, item: ItemId, price: Option<Price>) {
        if let Some(item) = self.items.get_mut(item.index()) {
            item.menu_price = price;
        }
    }

    /// An item is off the menu, or on it.
    pub(crate) fn set_delisted(&mut self, item: ItemId, delisted: bool) {
        if let Some(item) = self.items.get_mut(item.index()) {
            item.delisted = delisted;
        }
    }

    /// A station is closed, or open.
    pub(crate) fn set_closed(&mut self, station: StationId, closed: bool) {
        if let Some(station) = self.stations.get_mut(station.index()) {
            station.closed = closed;
        }
    }

    /// A station has another name.
    pub(crate) fn rename_station(&mut self, station: StationId, name: &Name) {
        if let Some(station) = self.stations.get_mut(station.index()) {
            station.name.clone_from(name);
        }
    }

    /// An item has another name.
    pub(crate) fn rename_item(&mut self, item: ItemId, name: &Name) {
        if let Some(item) = self.items.get_mut(item.index()) {
            item.name.clone_from(name);
        }
    }

    /// An enterprise has another name.
    pub(crate) fn rename_enterprise(&mut self, enterprise: EnterpriseId, name: &Name) {
        if let Some(enterprise) = self.enterprises.get_mut(enterprise.index()) {
            enterprise.name.clone_from(name);
        }
    }

    /// The categories of these items, in their order.
    pub(crate) fn categories_of(&self, items: &Set<ItemId>) -> Vec<Category> {
        let mut categories: Vec<Category> =
            items.as_slice().iter().filter_map(|item| Some(self.item(*item)?.category)).collect();
        categories.sort_unstable();
        categories.dedup();
        categories
    }

    #[inline]
    pub(crate) fn enterprise(&self, enterprise: EnterpriseId) -> Option<&Enterprise> {
        self.enterprises.get(enterprise.index())
    }

    /// The enterprise that is registered with a code.
    pub(crate) fn enterprise_with(&self, code: &CreditCode) -> Option<EnterpriseId> {
        self.by_code.get(code).copied()
    }

    /// The current member that is the enterprise itself.
    #[inline]
    pub(crate) fn own_firm(&self, enterprise: EnterpriseId) -> Option<MemberId> {
        self.own_firm.get(enterprise.index()).copied().flatten()
    }

    /// Notes which current member has a code, if one has.
    pub(crate) fn set_own_firm(&mut self, code: &CreditCode, member: Option<MemberId>) {
        let Some(enterprise) = self.enterprise_with(code) else { return };
        if let Some(own) = self.own_firm.get_mut(enterprise.index()) {
            *own = member;
        }
    }

    pub(crate) fn set_blacklisted(&mut self, enterprise: EnterpriseId, is_blacklisted: bool) {
        if let Some(enterprise) = self.enterprises.get_mut(enterprise.index()) {
            enterprise.blacklisted = is_blacklisted;
        }
    }

    pub(crate) fn add_station(&mut self, station: Station) {
        self.stations.push(station);
    }

    pub(crate) fn add_item(&mut self, item: ServiceItem) {
        self.items.push(item);
    }

    /// Registers an enterprise; `own_firm` is the current member with its code.
    pub(crate) fn add_enterprise(&mut self, enterprise: Enterprise, own_firm: Option<MemberId>) {
        if let Some(id) = EnterpriseId::nth(self.enterprises.len()) {
            self.by_code.insert(enterprise.code, id);
        }
        self.enterprises.push(enterprise);
        self.own_firm.push(own_firm);
    }
}
