//! The acts on what is registered and stays: stations, items, enterprises, and the names of all
//! (articles 4, 14 and rules 1.7, 1.10).

use crate::doors::check;
use crate::doors::step::{Course, Step};
use crate::facts::event::Event;
use crate::facts::register::Registered;
use crate::words::credit_code::CreditCode;
use crate::words::id::{ItemId, StationId};

impl<C: Course> Step<'_, C> {
    /// Opens a station.
    pub(crate) fn open_station(&mut self) -> Result<(), C::Stop> {
        let station = check::registers::open_station(self.alliance())?;
        self.emit(Event::StationOpened { station })
    }

    /// Puts an item on the menu.
    pub(crate) fn list_item(&mut self) -> Result<(), C::Stop> {
        let item = check::registers::list_item(self.alliance())?;
        self.emit(Event::ItemListed { item })
    }

    /// Sets an item's menu price anew.
    pub(crate) fn set_menu_price(&mut self, item: ItemId) -> Result<(), C::Stop> {
        self.alliance().known_item(item)?;
        self.emit(Event::MenuPriceSet { item })
    }

    /// Closes a station.
    pub(crate) fn close_station(&mut self, station: StationId) -> Result<(), C::Stop> {
        check::registers::close_station(self.alliance(), station)?;
        self.emit(Event::StationClosed { station })
    }

    /// Opens a closed station again.
    pub(crate) fn reopen_station(&mut self, station: StationId) -> Result<(), C::Stop> {
        check::registers::reopen_station(self.alliance(), station)?;
        self.emit(Event::StationReopened { station })
    }

    /// Takes an item off the menu.
    pub(crate) fn delist_item(&mut self, item: ItemId) -> Result<(), C::Stop> {
        check::registers::delist_item(self.alliance(), item)?;
        self.emit(Event::ItemDelisted { item })
    }

    /// Puts an item back on the menu.
    pub(crate) fn relist_item(&mut self, item: ItemId) -> Result<(), C::Stop> {
        check::registers::relist_item(self.alliance(), item)?;
        self.emit(Event::ItemRelisted { item })
    }

    /// Gives what is registered another name.
    pub(crate) fn rename(&mut self, of: Registered) -> Result<(), C::Stop> {
        self.alliance().known(of)?;
        self.emit(Event::Renamed { of })
    }

    /// Registers an enterprise.
    pub(crate) fn register_enterprise(&mut self, code: &CreditCode) -> Result<(), C::Stop> {
        let enterprise = check::registers::register_enterprise(self.alliance(), code)?;
        self.emit(Event::EnterpriseRegistered { enterprise })
    }
}
