//! The caps: who reached one with what figures, and the suspensions that begin (article 17).

use crate::words::id::{ItemId, MemberId};
use crate::words::money::Money;

#[cfg(feature = "serde")]
mod form;

/// Which cap a member reached, with its own figure and the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CapFigures {
    /// 单一服务事项: its share of an item's orders.
    Item {
        /// The item.
        item: ItemId,
        /// Its own orders.
        own: u32,
        /// The item's orders in all.
        whole: u32,
    },
    /// 总服务额: its share of the amount in all.
    Amount {
        /// Its own amount.
        own: Money,
        /// The amount in all.
        whole: Money,
    },
}

impl CapFigures {
    /// The item of an item cap.
    pub fn item(self) -> Option<ItemId> {
        match self {
            Self::Item { item, .. } => Some(item),
            Self::Amount { .. } => None,
        }
    }
}

/// How far a member went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// 达到: exactly the share.
    At,
    /// 超过: more than the share, a breach of article 17.
    Above,
}

/// One suspension in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// The member.
    pub member: MemberId,
    /// The item; none: every item.
    pub item: Option<ItemId>,
    /// The cap that began it, where it is known.
    pub cap: Option<CapFigures>,
}

/// What becomes of the tallies when an order comes off a member (rules 6.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TallyEffect {
    /// It was given this month and counts: it comes off.
    ComesOff,
    /// It was given in a month that is closed, or does not count: they stay.
    Stays,
}
