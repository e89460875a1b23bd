//! The outcome of a command: its conclusions in their order.

use crate::facts::event::Event;
use crate::words::date::Date;
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};

#[cfg(feature = "serde")]
mod form;

/// 结果: what one accepted command came to.
#[doc(alias = "结果")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The position of the command in the ledger, from 1.
    pub position: u64,
    /// The date of the command.
    pub date: Date,
    /// The conclusions, in the order in which they were reached.
    pub events: Vec<Event>,
}

impl Outcome {
    /// An outcome without events, of no command yet: room for [`Alliance::step_into`].
    ///
    /// [`Alliance::step_into`]: crate::Alliance::step_into
    pub fn new(date: Date) -> Self {
        Self { position: 0, date, events: Vec::new() }
    }

    /// What the command gave an id to, if anything.
    pub fn created(&self) -> Option<Created> {
        self.events.iter().find_map(|event| match *event {
            Event::StationOpened { station } => Some(Created::Station(station)),
            Event::ItemListed { item } => Some(Created::Item(item)),
            Event::EnterpriseRegistered { enterprise } => Some(Created::Enterprise(enterprise)),
            Event::Admitted { member } => Some(Created::Member(member)),
            Event::Accepted { order, .. } => Some(Created::Order(order)),
            _ => None,
        })
    }

    /// The member to which the command gave this order, if it did.
    pub fn holder_of(&self, wanted: OrderId) -> Option<MemberId> {
        self.events.iter().rev().find_map(|event| match *event {
            Event::Dispatched { order, member, .. } if order == wanted => Some(member),
            _ => None,
        })
    }
}

/// What a command gave an id to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Created {
    /// A station.
    Station(StationId),
    /// An item.
    Item(ItemId),
    /// An enterprise.
    Enterprise(EnterpriseId),
    /// A member.
    Member(MemberId),
    /// An order.
    Order(OrderId),
}
