//! Orders added up: numbers and amounts, by how they were given, and by item, class, station and
//! member.

use crate::facts::member::Category;
use crate::facts::order::Basis;
use crate::record::figures::rows::Row;
use crate::words::id::{ItemId, MemberId, StationId};
use crate::words::money::Money;

/// 单数与金额: a number of orders, and what their prices come to.
#[doc(alias = "单数与金额")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pile {
    /// How many.
    pub orders: u64,
    /// What their prices come to, in yuan.
    pub amount: Money,
}

impl Pile {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let orders = self.orders.saturating_add(other.orders);
        Self { orders, amount: self.amount.plus(other.amount) }
    }

    /// This one without another; nothing where the other is larger.
    #[must_use]
    pub fn above(self, other: Self) -> Self {
        let orders = self.orders.saturating_sub(other.orders);
        Self { orders, amount: self.amount.above(other.amount) }
    }

    /// One order.
    pub(crate) fn one(amount: Money) -> Self {
        Self { orders: 1, amount }
    }

    pub(crate) fn add(&mut self, other: Self) {
        *self = self.plus(other);
    }

    pub(crate) fn take(&mut self, other: Self) {
        *self = self.above(other);
    }
}

/// 派单: givings of orders by their ground, and what of them is in the tallies (rules 6.1, 6.2).
///
/// An order that is given twice counts twice: each giving is one. What is tallied is what was given
/// and counts, less what came off its member again in the same month.
#[doc(alias = "派单")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DispatchFigures {
    /// 点单: designated, at once or while held.
    #[doc(alias = "点单")]
    pub designated: Pile,
    /// 依次派单: by turn.
    #[doc(alias = "依次派单")]
    pub by_turn: Pile,
    /// By turn, with the in-month guard lifted (rules 6.5).
    pub guard_lifted: Pile,
    /// 指定接调: to a member that the platform named in a reassignment.
    #[doc(alias = "指定接调")]
    pub named: Pile,
    /// Given in a month, and in the same month come off the member and the tallies again.
    pub off_again: Pile,
    /// 接单量: what the tallies of the months have, when each ends.
    #[doc(alias = "接单量")]
    pub tallied: Pile,
    /// What of it was designated.
    pub tallied_designated: Pile,
}

impl DispatchFigures {
    /// All givings, on whatever ground.
    pub fn given(&self) -> Pile {
        self.designated.plus(self.by_turn).plus(self.guard_lifted).plus(self.named)
    }

    /// The givings on one ground.
    pub fn by(&self, basis: Basis) -> Pile {
        match basis {
            Basis::Designation => self.designated,
            Basis::Turn => self.by_turn,
            Basis::TurnGuardLifted => self.guard_lifted,
            Basis::Named => self.named,
        }
    }

    /// What is tallied and was not designated: it came by turn, or the platform named the member.
    pub fn tallied_otherwise(&self) -> Pile {
        self.tallied.above(self.tallied_designated)
    }

    fn by_mut(&mut self, basis: Basis) -> &mut Pile {
        match basis {
            Basis::Designation => &mut self.designated,
            Basis::Turn => &mut self.by_turn,
            Basis::TurnGuardLifted => &mut self.guard_lifted,
            Basis::Named => &mut self.named,
        }
    }

    /// An order is given.
    pub(crate) fn give(&mut self, given: Given) {
        let one = Pile::one(given.amount);
        self.by_mut(given.basis).add(one);
        if given.counts {
            self.tallied.add(one);
            if given.basis == Basis::Designation {
                self.tallied_designated.add(one);
            }
        }
    }

    /// An order that was given in the month and counts comes off.
    pub(crate) fn take_off(&mut self, given: Given) {
        let one = Pile::one(given.amount);
        self.off_again.add(one);
        self.tallied.take(one);
        if given.basis == Basis::Designation {
            self.tallied_designated.take(one);
        }
    }

    pub(crate) fn join(&mut self, other: &Self) {
        self.designated.add(other.designated);
        self.by_turn.add(other.by_turn);
        self.guard_lifted.add(other.guard_lifted);
        self.named.add(other.named);
        self.off_again.add(other.off_again);
        self.tallied.add(other.tallied);
        self.tallied_designated.add(other.tallied_designated);
    }
}

/// One giving, as it is counted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given {
    pub(crate) amount: Money,
    pub(crate) basis: Basis,
    pub(crate) counts: bool,
}

/// Orders accepted, held and given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderFigures {
    /// 接单: accepted (article 15).
    #[doc(alias = "接单")]
    pub accepted: Pile,
    /// 待派: how often one was held since nobody could have it (rules 5.3); an order that is held
    /// twice counts twice.
    #[doc(alias = "待派")]
    pub held: u64,
    /// Given.
    pub dispatched: DispatchFigures,
}

impl OrderFigures {
    pub(crate) fn join(&mut self, other: &Self) {
        self.accepted.add(other.accepted);
        self.held = self.held.saturating_add(other.held);
        self.dispatched.join(&other.dispatched);
    }
}

/// 服务事项: the orders of one item.
#[doc(alias = "服务事项")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemFigures {
    /// The item.
    pub item: ItemId,
    /// Its orders.
    pub orders: OrderFigures,
}

/// 类别: the orders of all items of one class.
#[doc(alias = "类别")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassFigures {
    /// The class of the items, which is that of the line that serves them.
    pub category: Category,
    /// Their orders.
    pub orders: OrderFigures,
}

/// 服务站: the orders that came in through one station.
#[doc(alias = "服务站")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StationFigures {
    /// The station.
    pub station: StationId,
    /// Its orders.
    pub orders: OrderFigures,
}

/// 会员单位: what one member was given, and what became of it.
#[doc(alias = "会员单位")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberFigures {
    /// The member.
    pub member: MemberId,
    /// What it was given in all.
    pub dispatched: DispatchFigures,
    /// The same by item, in the order of the ids.
    pub items: Vec<MemberItemFigures>,
    /// 完成: orders that it completed.
    #[doc(alias = "完成")]
    pub completed: Pile,
    /// 拒接: orders that it declined with cause.
    #[doc(alias = "拒接")]
    pub declined_with_cause: u64,
    /// Orders that it declined without cause, however mediation ended.
    pub declined_without_cause: u64,
    /// 调单: orders that were taken from it since it lagged.
    #[doc(alias = "调单")]
    pub reassigned: u64,
}

/// What one member was given of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemberItemFigures {
    /// The item.
    pub item: ItemId,
    /// What it was given of it.
    pub dispatched: DispatchFigures,
}

impl MemberFigures {
    /// Of one item; none if it was given nothing of it.
    pub fn of_item(&self, item: ItemId) -> Option<&DispatchFigures> {
        let place = self.items.binary_search_by_key(&item, |of| of.item).ok()?;
        self.items.get(place).map(|of| &of.dispatched)
    }
}

macro_rules! rows_of_orders {
    ($($name:ident by $field:ident: $id:ty, $index:expr;)*) => {$(
        impl Row for $name {
            type Id = $id;

            fn new($field: $id) -> Self {
                Self { $field, orders: OrderFigures::default() }
            }

            fn id(&self) -> $id {
                self.$field
            }

            fn index(id: $id) -> usize {
                $index(id)
            }

            fn join(&mut self, other: &Self) {
                self.orders.join(&other.orders);
            }
        }
    )*};
}

rows_of_orders! {
    ItemFigures by item: ItemId, ItemId::index;
    ClassFigures by category: Category, |category| category as usize;
    StationFigures by station: StationId, StationId::index;
}

impl Row for MemberItemFigures {
    type Id = ItemId;

    fn new(item: ItemId) -> Self {
        Self { item, dispatched: DispatchFigures::default() }
    }

    fn id(&self) -> ItemId {
        self.item
    }

    fn index(id: ItemId) -> usize {
        id.index()
    }

    fn join(&mut self, other: &Self) {
        self.dispatched.join(&other.dispatched);
    }
}

impl Row for MemberFigures {
    type Id = MemberId;

    fn new(member: MemberId) -> Self {
        Self {
            member,
            dispatched: DispatchFigures::default(),
            items: Vec::new(),
            completed: Pile::default(),
            declined_with_cause: 0,
            declined_without_cause: 0,
            reassigned: 0,
        }
    }

    fn id(&self) -> MemberId {
        self.member
    }

    fn index(id: MemberId) -> usize {
        id.index()
    }

    fn join(&mut self, other: &Self) {
        self.dispatched.join(&other.dispatched);
        self.items.extend_from_slice(&other.items);
        self.completed.add(other.completed);
        for (own, other) in [
            (&mut self.declined_with_cause, other.declined_with_cause),
            (&mut self.declined_without_cause, other.declined_without_cause),
            (&mut self.reassigned, other.reassigned),
        ] {
            *own = own.saturating_add(other);
        }
    }

    fn settle(&mut self) {
        self.items = crate::record::figures::rows::gathered(core::mem::take(&mut self.items));
    }
}
