//! What became of orders and of those who served them: ends, deposits, declines, reassignments,
//! exits and the blacklist.

use crate::facts::finding::Ground;
use crate::facts::order::Basis;
use crate::record::figures::rows::{Row, gathered};
use crate::record::figures::sums::Pile;
use crate::words::id::{EnterpriseId, MemberId, OrderId};

/// How orders ended, and which were completed (rules 7.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EndFigures {
    /// 完成: the goal was reached, and the fee fell due.
    #[doc(alias = "完成")]
    pub completed: Pile,
    /// 兑付: the fee was paid.
    #[doc(alias = "兑付")]
    pub settled: Pile,
    /// 拒付: the fee was not paid in time.
    #[doc(alias = "拒付")]
    pub defaulted: Pile,
    /// 中途放弃: the enterprise abandoned the order.
    #[doc(alias = "中途放弃")]
    pub abandoned: Pile,
    /// 实施前协商取消: called off by agreement before work began.
    #[doc(alias = "实施前协商取消")]
    pub called_off: Pile,
    /// The goal was finally not reached.
    pub failed: Pile,
    /// Cancelled by the enterprise while nobody had it.
    pub cancelled: Pile,
}

/// 履约保证金: deposits; the amounts are those of the deposits (article 20).
#[doc(alias = "履约保证金")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DepositFigures {
    /// Held from now on.
    pub taken: Pile,
    /// Returned to the enterprise.
    pub returned: Pile,
    /// Counted towards the fee.
    pub counted: Pile,
    /// Forfeited.
    pub forfeited: Pile,
}

/// 拒接: orders that members declined, and what mediation came to (rules 7.2).
#[doc(alias = "拒接")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeclineFigures {
    /// Declined with cause.
    pub with_cause: u64,
    /// Declined without.
    pub without_cause: u64,
    /// The member complied.
    pub complied: u64,
    /// Cause was found after all.
    pub cause_found: u64,
    /// The member did not comply, and had to leave.
    pub did_not_comply: u64,
    /// The enterprise did not wait for the end of it.
    pub walked_away: u64,
}

/// 调单: an order that was taken from a lagging member (article 24).
#[doc(alias = "调单")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReassignmentFigures {
    /// The order.
    pub order: OrderId,
    /// The member that lost it.
    pub from: MemberId,
    /// The member that got it.
    pub to: MemberId,
    /// On what ground that one got it.
    pub basis: Basis,
    /// The run of the one that lost it (rules 8.3).
    pub run: u32,
    /// Whether that one had to leave for it.
    pub exits: bool,
}

/// 责令退出: a member that had to leave, and what became of its open orders (rules 10.2).
#[doc(alias = "责令退出")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExitFigures {
    /// The member.
    pub member: MemberId,
    /// On what ground.
    pub ground: Ground,
    /// To whom its orders went, in the order of the ids.
    pub receivers: Vec<Receiver>,
    /// How many found nobody, and wait.
    pub held: u64,
}

/// A member that got orders of another one that left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receiver {
    /// The member.
    pub member: MemberId,
    /// How many.
    pub orders: u64,
}

/// 列入黑名单: an enterprise that came on the blacklist (article 21).
#[doc(alias = "列入黑名单")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blacklisted {
    /// The enterprise.
    pub enterprise: EnterpriseId,
    /// For which order.
    pub order: OrderId,
    /// Whether it abandoned the order; else it did not pay.
    pub abandoned: bool,
}

impl EndFigures {
    pub(crate) fn join(&mut self, other: &Self) {
        self.completed.add(other.completed);
        self.settled.add(other.settled);
        self.defaulted.add(other.defaulted);
        self.abandoned.add(other.abandoned);
        self.called_off.add(other.called_off);
        self.failed.add(other.failed);
        self.cancelled.add(other.cancelled);
    }
}

impl DepositFigures {
    pub(crate) fn join(&mut self, other: &Self) {
        self.taken.add(other.taken);
        self.returned.add(other.returned);
        self.counted.add(other.counted);
        self.forfeited.add(other.forfeited);
    }
}

impl DeclineFigures {
    /// All that were declined, with cause or without.
    pub fn all(&self) -> u64 {
        self.with_cause.saturating_add(self.without_cause)
    }

    pub(crate) fn join(&mut self, other: &Self) {
        for (own, other) in [
            (&mut self.with_cause, other.with_cause),
            (&mut self.without_cause, other.without_cause),
            (&mut self.complied, other.complied),
            (&mut self.cause_found, other.cause_found),
            (&mut self.did_not_comply, other.did_not_comply),
            (&mut self.walked_away, other.walked_away),
        ] {
            *own = own.saturating_add(other);
        }
    }
}

impl ExitFigures {
    /// How many open orders the member had.
    pub fn orders(&self) -> u64 {
        self.given().saturating_add(self.held)
    }

    /// How many of them others got at once.
    pub fn given(&self) -> u64 {
        self.receivers.iter().map(|of| of.orders).fold(0, u64::saturating_add)
    }

    /// All of it was read.
    pub(crate) fn settle(&mut self) {
        self.receivers = gathered(core::mem::take(&mut self.receivers));
    }
}

impl Row for Receiver {
    type Id = MemberId;

    fn new(member: MemberId) -> Self {
        Self { member, orders: 0 }
    }

    fn id(&self) -> MemberId {
        self.member
    }

    fn index(id: MemberId) -> usize {
        id.index()
    }

    fn join(&mut self, other: &Self) {
        self.orders = self.orders.saturating_add(other.orders);
    }
}
