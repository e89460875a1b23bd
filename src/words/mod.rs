//! Types that cannot hold a wrong value, and their JSON forms.

pub(crate) mod article;
pub(crate) mod credit_code;
pub(crate) mod date;
pub(crate) mod form;
pub(crate) mod id;
pub(crate) mod label;
pub(crate) mod list;
pub(crate) mod money;
pub(crate) mod share;
#[cfg(feature = "serde")]
pub(crate) mod wire;
