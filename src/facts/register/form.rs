//! The JSON forms of what is registered.

use crate::facts::register::{Enterprise, Names, Registered, ServiceItem, Station};
use crate::words::form::form;

form! {
    struct Station { name, closed: or_default }

    struct ServiceItem { name, category, menu_price: if_any, delisted: or_default }

    struct Enterprise { name, code, blacklisted: or_default }

    enum Registered {
        Station(station) = "station",
        Item(item) = "item",
        Enterprise(enterprise) = "enterprise",
        Member(member) = "member",
    }

    struct Names { stations, items, members }
}
