//! `OpenStation`, `ListItem`, `SetMenuPrice` and `RegisterEnterprise` (articles 4, 14 and rules
//! 1.7, 1.10).

use crate::doors::check;
use crate::doors::step::{Course, Step};
use crate::facts::event::Event;
use crate::words::credit_code::CreditCode;
use crate::words::id::ItemId;

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

    /// Registers an enterprise.
    pub(crate) fn register_enterprise(&mut self, code: &CreditCode) -> Result<(), C::Stop> {
        let enterprise = check::registers::register_enterprise(self.alliance(), code)?;
        self.emit(Event::EnterpriseRegistered { enterprise })
    }
}
