//! An order as the enterprise asks for it, and as the alliance keeps it (articles 15, 16, 18).

use core::num::NonZeroU64;

use crate::words::date::{Date, DueDate};
use crate::words::id::{EnterpriseId, ItemId, MemberId, StationId};
use crate::words::label::Condition;
use crate::words::list::Set;
use crate::words::money::{Money, Price};

mod code;
#[cfg(feature = "serde")]
mod form;

/// 委托: what an enterprise asks for, one service item at one price (rules 4).
///
/// None of it ever changes once the order is accepted.
///
/// ```
/// use paidan::{EnterpriseId, ItemId, MemberId, Order, Price, StationId};
/// let (station, enterprise) = (StationId::new(1)?, EnterpriseId::new(7)?);
/// let order = Order {
///     designated: Some(MemberId::new(3)?),
///     ..Order::new(station, enterprise, ItemId::new(2)?, "3000.00".parse()?)
/// };
/// # assert!(order.designated.is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "委托")]
#[derive(Debug, PartialEq, Eq)]
pub struct Order {
    /// The station through which it comes in.
    pub station: StationId,
    /// The enterprise that asks.
    pub enterprise: EnterpriseId,
    /// The item asked for.
    pub item: ItemId,
    /// 价款: its price.
    #[doc(alias = "价款")]
    pub price: Price,
    /// How it came in.
    pub channel: Channel,
    /// The member whose staff took it; nobody: the platform's own.
    pub taken_by: Option<MemberId>,
    /// Members that a conflict of interest excludes.
    pub excluded: Set<MemberId>,
    /// 点单: the member the enterprise names, if any (article 16).
    #[doc(alias = "点单")]
    pub designated: Option<MemberId>,
    /// Whole months expected to settlement, a part counting as one (article 20).
    pub months: u16,
    /// The amount policy funds cover (article 20).
    pub covered: Money,
    /// 履约保证金: whether the station asks for a deposit (article 20).
    #[doc(alias = "履约保证金")]
    pub ask_deposit: bool,
    /// 接单条件: the acceptance conditions of the council that are met (article 15).
    #[doc(alias = "接单条件")]
    pub conditions: Set<Condition>,
}

impl Order {
    /// The plainest order: at the station, nobody named or excluded, no deposit asked for.
    pub const fn new(
        station: StationId,
        enterprise: EnterpriseId,
        item: ItemId,
        price: Price,
    ) -> Self {
        Self {
            station,
            enterprise,
            item,
            price,
            channel: Channel::Station,
            taken_by: None,
            excluded: Set::EMPTY,
            designated: None,
            months: 0,
            covered: Money::ZERO,
            ask_deposit: false,
            conditions: Set::EMPTY,
        }
    }
}

impl Clone for Order {
    fn clone(&self) -> Self {
        let mut copy = Self::new(self.station, self.enterprise, self.item, self.price);
        copy.fill(self);
        copy
    }
}

impl Order {
    /// Becomes like another from one that excludes nobody and meets no condition.
    ///
    /// Field by field into its place: made elsewhere first and moved as a whole, an order would wait
    /// for its own fields to be written, which takes longer than the search for a member.
    #[inline]
    pub(crate) fn fill(&mut self, source: &Self) {
        let Self {
            station,
            enterprise,
            item,
            price,
            channel,
            taken_by,
            excluded,
            designated,
            months,
            covered,
            ask_deposit,
            conditions,
        } = source;
        (self.station, self.enterprise, self.item) = (*station, *enterprise, *item);
        (self.price, self.covered) = (*price, *covered);
        (self.channel, self.months, self.ask_deposit) = (*channel, *months, *ask_deposit);
        (self.taken_by, self.designated) = (*taken_by, *designated);
        // What is empty already is not looked at again: most orders have neither.
        if !excluded.is_empty() {
            self.excluded = excluded.clone();
        }
        if !conditions.is_empty() {
            self.conditions = conditions.clone();
        }
    }
}

/// 接单方式: how an order came in (article 15).
#[doc(alias = "接单方式")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Channel {
    /// 线下: at the station.
    #[default]
    #[doc(alias = "线下")]
    Station,
    /// 线上: by telephone.
    #[doc(alias = "线上")]
    Telephone,
}

/// An order that was accepted and has not ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRecord {
    /// What was asked for.
    pub terms: Order,
    /// The date on which it was accepted.
    pub submitted: Date,
    /// The deposit that is held for it; nothing if none is.
    pub deposit: Money,
    /// Whether it counts in the tallies, once it was given for the first time (rules 6.1).
    pub counted: Option<Counted>,
    /// The members that lost it and are barred from it, from the lowest.
    pub barred: Set<Barred>,
    /// Where it stands.
    pub state: OrderState,
}

/// Where an order stands that has not ended (rules 7.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderState {
    /// Accepted and waiting: nobody is eligible (rules 5.3).
    Held,
    /// 派单: a member has it.
    #[doc(alias = "派单")]
    Assigned(Giving),
    /// The member declined it without cause, and the platform mediates (article 22).
    Declined(Giving),
    /// The goal was reached, and the fee is due (article 19).
    Completed(Completion),
}

/// 订单阶段: at which stage an order is that has not ended (rules 7.1).
#[doc(alias = "订单阶段")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// 待派: it waits.
    #[doc(alias = "待派")]
    Held,
    /// 承接: a member has it.
    #[doc(alias = "承接")]
    Assigned,
    /// 协调: the member declined it without cause, and the platform mediates.
    #[doc(alias = "协调")]
    Declined,
    /// 待兑付: the goal was reached, and the fee is due.
    #[doc(alias = "待兑付")]
    Completed,
}

impl OrderState {
    /// At which stage it is.
    pub const fn stage(&self) -> Stage {
        match self {
            Self::Held => Stage::Held,
            Self::Assigned(_) => Stage::Assigned,
            Self::Declined(_) => Stage::Declined,
            Self::Completed(_) => Stage::Completed,
        }
    }

    /// The member that has the order, or served it.
    pub fn member(&self) -> Option<MemberId> {
        match self {
            Self::Held => None,
            Self::Assigned(giving) | Self::Declined(giving) => Some(giving.member),
            Self::Completed(completion) => Some(completion.member),
        }
    }

    /// The giving of an order that is open: assigned or declined (rules 7.1).
    pub fn open(&self) -> Option<Giving> {
        match *self {
            Self::Assigned(giving) | Self::Declined(giving) => Some(giving),
            Self::Held | Self::Completed(_) => None,
        }
    }
}

/// A member that lost an order and is barred from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Barred {
    /// The member.
    pub member: MemberId,
    /// How it lost the order.
    pub by: Loss,
}

/// How a member lost an order that it is barred from (rules 7.2 and 8.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// It declined it with cause; until that is lifted (rules 7.8).
    Declined,
    /// 调单: it was taken from it.
    #[doc(alias = "调单")]
    Reassigned,
}

/// 完成: an order whose goal was reached.
#[doc(alias = "完成")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The member that served it.
    pub member: MemberId,
    /// The day on which the fee is due, less any deposit.
    pub due: DueDate,
    /// The date of the command that recorded it.
    pub recorded: Date,
}

/// One giving of an order to a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Giving {
    /// The member.
    pub member: MemberId,
    /// The date, which is the order's date in the tallies (rules 5.5).
    pub on: Date,
    /// On what ground.
    pub basis: Basis,
    /// Where the member went when it was sent to the end of the line for it (rules 3.5).
    pub moved: Option<Moved>,
}

/// The numbers of the place a member left and of the one it got at the end (rules 3.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The place it left.
    pub from: Place,
    /// The place it got.
    pub to: Place,
}

/// The number of a place in a line: it grows from front to end, and no place gets one twice.
pub type Place = NonZeroU64;

/// Places in a row, by the numbers of the first and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceRange {
    /// The number of the first.
    pub first: Place,
    /// The number of the last.
    pub last: Place,
}

/// On what ground an order is given to a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// 点单: the enterprise named it (article 16).
    #[doc(alias = "点单")]
    Designation,
    /// 依次派单: it was the first eligible member of the line (article 16).
    #[doc(alias = "依次派单")]
    Turn,
    /// By turn, with the in-month guard lifted since nobody passed it (rules 6.5).
    TurnGuardLifted,
    /// 指定接调: the platform named it when it took the order from another (article 24).
    #[doc(alias = "指定接调")]
    Named,
}

/// Whether an order is in the tallies of its month (rules 6.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// It counts.
    Yes,
    /// It is left out.
    No,
}

/// What a giving does to the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// Nothing moves.
    Stays,
    /// The member goes to the end.
    ToEnd,
    /// The cursor goes to the one after the member.
    CursorPast,
}

/// How an order ended; all that the state keeps of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum End {
    /// Without consequence: cancelled while it was held, or called off by agreement before work
    /// began (rules 5.3 and 7.6).
    Cancelled,
    /// The fee was paid (article 19).
    Settled,
    /// 拒付: the fee was not paid in time (article 21).
    #[doc(alias = "拒付")]
    Defaulted,
    /// 中途放弃: the enterprise abandoned it (article 21).
    #[doc(alias = "中途放弃")]
    Abandoned,
    /// The goal was finally not reached (rules 7.7).
    Failed,
}
// Every open order has one, so what is rare must not make it larger.
const _: () = assert!(size_of::<OrderRecord>() <= 120);
