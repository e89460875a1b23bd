//! Numbers that name things: dense, from 1, one sequence a kind, never reused (rules 1.7).

use core::num::NonZeroU32;

/// The last number any kind of id can have (rules 1.5).
const LAST: u32 = 1_000_000_000;

/// A number that is no id: zero, or past the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not an id: ids go from 1 to 1000000000")]
pub struct IdError(
    /// The number that was given.
    pub u32,
);

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// Ids are dense from 1, so a caller maps its own keys with a `Vec` through
        /// [`index`](Self::index) and [`at`](Self::at).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The lowest id.
            #[allow(dead_code, reason = "not each kind of id has a use for it")]
            pub(crate) const FIRST: Self = Self(NonZeroU32::MIN);

            /// The highest id.
            #[allow(dead_code, reason = "not each kind of id has a use for it")]
            pub(crate) const LAST: Self = match NonZeroU32::new(LAST) {
                Some(last) => Self(last),
                None => Self::FIRST,
            };

            /// From the lowest to the highest number.
            #[cfg(feature = "schema")]
            pub(crate) const RANGE: core::ops::RangeInclusive<u32> = 1..=LAST;

            /// The id with this number.
            ///
            /// # Errors
            /// [`IdError`] when the number is 0 or above 1 000 000 000.
            pub const fn new(number: u32) -> Result<Self, IdError> {
                match NonZeroU32::new(number) {
                    Some(id) if number <= LAST => Ok(Self(id)),
                    _ => Err(IdError(number)),
                }
            }

            /// The number, from 1.
            pub const fn get(self) -> u32 {
                self.0.get()
            }

            /// Where the thing stands in a list of all of its kind, from 0.
            pub const fn index(self) -> usize {
                self.0.get().wrapping_sub(1) as usize
            }

            /// The id of the thing at this index, from 0.
            ///
            /// # Errors
            /// [`IdError`] past the last id.
            pub fn at(index: usize) -> Result<Self, IdError> {
                let number = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
                Self::new(number)
            }

            /// The id of the thing at this index, from 0; nothing past the last id.
            #[allow(dead_code, reason = "not each kind of id has a use for it")]
            pub(crate) fn nth(index: usize) -> Option<Self> {
                Self::at(index).ok()
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl TryFrom<u32> for $name {
            type Error = IdError;
            fn try_from(number: u32) -> Result<Self, IdError> {
                Self::new(number)
            }
        }

        impl From<$name> for u32 {
            fn from(id: $name) -> u32 {
                id.get()
            }
        }
    )*};
}

ids! {
    /// 会员单位: which member.
    #[doc(alias = "会员单位")]
    MemberId;
    /// 服务站: which station.
    #[doc(alias = "服务站")]
    StationId;
    /// 服务事项: which item of the service menu.
    #[doc(alias = "服务事项")]
    ItemId;
    /// 企业: which enterprise.
    #[doc(alias = "企业")]
    EnterpriseId;
    /// 委托: which order.
    #[doc(alias = "委托")]
    OrderId;
}

/// A kind of id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdKind {
    /// Ids of members.
    Member,
    /// Ids of stations.
    Station,
    /// Ids of items.
    Item,
    /// Ids of enterprises.
    Enterprise,
    /// Ids of orders.
    Order,
    /// Positions of the ledger.
    Entry,
    /// Numbers of places in a line.
    Place,
}
