//! The register: stations, items and enterprises, and the names of all (rules 1.10, 7.5).

use paidan::{
    Category, CreditCode, EnterpriseId, Event, IdKind, ItemId, Name, Price, Refusal, Registered,
    StationId,
};

use super::{Done, Plain};
use crate::model::view::{EnterpriseView, ItemView, StationView};

impl Plain {
    pub(super) fn open_station(&mut self, name: &Name) -> Done {
        let exhausted = Refusal::IdsExhausted { kind: IdKind::Station };
        let station = StationId::at(self.stations.len()).map_err(|_| exhausted)?;
        self.stations.push(StationView { name: name.clone(), closed: false });
        self.say(Event::StationOpened { station });
        Ok(())
    }

    pub(super) fn list_item(
        &mut self,
        name: &Name,
        category: Category,
        menu_price: Option<Price>,
    ) -> Done {
        let exhausted = Refusal::IdsExhausted { kind: IdKind::Item };
        let item = ItemId::at(self.items.len()).map_err(|_| exhausted)?;
        self.items.push(ItemView { name: name.clone(), category, menu_price, delisted: false });
        self.say(Event::ItemListed { item });
        Ok(())
    }

    pub(super) fn set_menu_price(&mut self, item: ItemId, price: Option<Price>) -> Done {
        self.change_item(item)?.menu_price = price;
        self.say(Event::MenuPriceSet { item });
        Ok(())
    }

    fn change_station(&mut self, station: StationId) -> Result<&mut StationView, Refusal> {
        self.stations.get_mut(station.index()).ok_or(Refusal::UnknownStation { station })
    }

    fn change_item(&mut self, item: ItemId) -> Result<&mut ItemView, Refusal> {
        self.items.get_mut(item.index()).ok_or(Refusal::UnknownItem { item })
    }

    /// From now on it accepts no order and publishes no duty plan (rules 1.10).
    pub(super) fn close_station(&mut self, station: StationId) -> Done {
        let found = self.change_station(station)?;
        if found.closed {
            return Err(Refusal::StationClosed { station });
        }
        found.closed = true;
        self.say(Event::StationClosed { station });
        Ok(())
    }

    pub(super) fn reopen_station(&mut self, station: StationId) -> Done {
        let found = self.change_station(station)?;
        if !found.closed {
            return Err(Refusal::StationNotClosed { station });
        }
        found.closed = false;
        self.say(Event::StationReopened { station });
        Ok(())
    }

    /// From now on it gets no new order (rules 1.10).
    pub(super) fn delist_item(&mut self, item: ItemId) -> Done {
        let found = self.change_item(item)?;
        if found.delisted {
            return Err(Refusal::ItemOffMenu { item });
        }
        found.delisted = true;
        self.say(Event::ItemDelisted { item });
        Ok(())
    }

    pub(super) fn relist_item(&mut self, item: ItemId) -> Done {
        let found = self.change_item(item)?;
        if !found.delisted {
            return Err(Refusal::ItemOnMenu { item });
        }
        found.delisted = false;
        self.say(Event::ItemRelisted { item });
        Ok(())
    }

    /// Gives what is registered another name, at any time (rules 1.10).
    pub(super) fn rename(&mut self, of: Registered, name: &Name) -> Done {
        let old = match of {
            Registered::Station(station) => &mut self.change_station(station)?.name,
            Registered::Item(item) => &mut self.change_item(item)?.name,
            Registered::Enterprise(enterprise) => {
                let found = self.enterprises.get_mut(enterprise.index());
                &mut found.ok_or(Refusal::UnknownEnterprise { enterprise })?.name
            }
            Registered::Member(member) => {
                let found = self.members.get_mut(member.index());
                &mut found.ok_or(Refusal::UnknownMember { member })?.name
            }
        };
        *old = name.clone();
        self.say(Event::Renamed { of });
        Ok(())
    }

    pub(super) fn register_enterprise(&mut self, name: &Name, code: CreditCode) -> Done {
        for (at, other) in self.enterprises.iter().enumerate() {
            if let (Ok(enterprise), true) = (EnterpriseId::at(at), other.code == code) {
                return Err(Refusal::EnterpriseRegistered { enterprise });
            }
        }
        let exhausted = Refusal::IdsExhausted { kind: IdKind::Enterprise };
        let enterprise = EnterpriseId::at(self.enterprises.len()).map_err(|_| exhausted)?;
        self.enterprises.push(EnterpriseView { name: name.clone(), code, blacklisted: false });
        self.say(Event::EnterpriseRegistered { enterprise });
        Ok(())
    }

    /// The council lifts a blacklisting (rules 7.5).
    pub(super) fn lift_blacklisting(&mut self, enterprise: EnterpriseId) -> Done {
        let found = self.enterprises.get_mut(enterprise.index());
        let found = found.ok_or(Refusal::UnknownEnterprise { enterprise })?;
        if !found.blacklisted {
            return Err(Refusal::EnterpriseNotBlacklisted { enterprise });
        }
        found.blacklisted = false;
        self.say(Event::BlacklistingLifted { enterprise });
        Ok(())
    }
}
