//! What is registered and stays: stations, items, enterprises (rules 1.10).

use crate::facts::member::Category;
use crate::words::credit_code::CreditCode;
use crate::words::label::Text;
use crate::words::money::Price;

/// 服务站: a town's service point (article 4).
#[doc(alias = "服务站")]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Station {
    /// Its name, a label.
    pub name: Text,
}

/// 服务事项: an entry of the service menu (article 14).
#[doc(alias = "服务事项")]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ServiceItem {
    /// Its name, a label.
    pub name: Text,
    /// The class that serves it.
    pub category: Category,
    /// 收费优惠价: the highest price an order for it may have; without one it takes any price.
    #[doc(alias = "收费优惠价")]
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub menu_price: Option<Price>,
}

/// 企业: a customer (articles 3, 21).
#[doc(alias = "企业")]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Enterprise {
    /// Its name, a label.
    pub name: Text,
    /// Its unified social credit code.
    pub code: CreditCode,
    /// 黑名单: whether it is on the blacklist, which stops new orders (article 21).
    #[doc(alias = "黑名单")]
    #[cfg_attr(feature = "serde", serde(default))]
    pub blacklisted: bool,
}

/// 名称: what stations, items and members are called, each list in the order of the ids.
#[doc(alias = "名称")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Names {
    /// The stations.
    pub stations: Vec<Text>,
    /// The items.
    pub items: Vec<Text>,
    /// The members.
    pub members: Vec<Text>,
}
