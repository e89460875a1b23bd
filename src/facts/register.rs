//! What is registered and stays: stations, items, enterprises (rules 1.10).

use crate::facts::member::Category;
use crate::words::credit_code::CreditCode;
use crate::words::id::{EnterpriseId, ItemId, MemberId, StationId};
use crate::words::label::Name;
use crate::words::money::Price;

#[cfg(feature = "serde")]
mod form;

/// 服务站: a town's service point (article 4).
#[doc(alias = "服务站")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    /// Its name, a label.
    pub name: Name,
    /// Whether it is closed: it accepts no order and publishes no duty plan (rules 1.10).
    pub closed: bool,
}

impl Station {
    /// An open station.
    pub const fn new(name: Name) -> Self {
        Self { name, closed: false }
    }
}

/// 服务事项: an entry of the service menu (article 14).
#[doc(alias = "服务事项")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceItem {
    /// Its name, a label.
    pub name: Name,
    /// The class that serves it.
    pub category: Category,
    /// 收费优惠价: the highest price an order for it may have; without one it takes any price.
    #[doc(alias = "收费优惠价")]
    pub menu_price: Option<Price>,
    /// Whether it is off the menu: it gets no new order (rules 1.10).
    pub delisted: bool,
}

impl ServiceItem {
    /// An item on the menu, that takes any price.
    pub const fn new(name: Name, category: Category) -> Self {
        Self { name, category, menu_price: None, delisted: false }
    }
}

/// 企业: a customer (articles 3, 21).
#[doc(alias = "企业")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enterprise {
    /// Its name, a label.
    pub name: Name,
    /// Its unified social credit code.
    pub code: CreditCode,
    /// 黑名单: whether it is on the blacklist, which stops new orders (article 21).
    #[doc(alias = "黑名单")]
    pub blacklisted: bool,
}

impl Enterprise {
    /// An enterprise with nothing against it on record.
    pub const fn new(name: Name, code: CreditCode) -> Self {
        Self { name, code, blacklisted: false }
    }
}

/// What is registered, stays, and may be given another name (rules 1.10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Registered {
    /// A station.
    Station(StationId),
    /// An item.
    Item(ItemId),
    /// An enterprise.
    Enterprise(EnterpriseId),
    /// A member.
    Member(MemberId),
}

/// 名称: what stations, items and members are called, each list in the order of the ids.
#[doc(alias = "名称")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The stations.
    pub stations: Vec<Name>,
    /// The items.
    pub items: Vec<Name>,
    /// The members.
    pub members: Vec<Name>,
}
