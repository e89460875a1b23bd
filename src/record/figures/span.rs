//! What a span of time adds up to: a month, several, or a whole history.

use crate::facts::cap::{CapFigures, Reach};
use crate::facts::member::Category;
use crate::facts::policy::{CapScope, CapsPolicy};
use crate::record::figures::acts::{
    Blacklisted, DeclineFigures, DepositFigures, EndFigures, ExitFigures, ReassignmentFigures,
};
use crate::record::figures::house::HouseFigures;
use crate::record::figures::rows::{Row, gathered};
use crate::record::figures::sums::{
    ClassFigures, ItemFigures, MemberFigures, OrderFigures, Pile, StationFigures,
};
use crate::record::statement::entries::ShareEntry;
use crate::words::date::Month;
use crate::words::id::{EnterpriseId, ItemId, MemberId, StationId};

/// 统计: what a span of time adds up to.
///
/// A row is there only where something is counted. Rows are in the order of the ids, other lists in
/// the order in which things happened.
#[doc(alias = "统计")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpanFigures {
    /// All orders.
    pub orders: OrderFigures,
    /// By class of the item.
    pub classes: Vec<ClassFigures>,
    /// By item.
    pub items: Vec<ItemFigures>,
    /// By the station through which they came in.
    pub stations: Vec<StationFigures>,
    /// By member.
    pub members: Vec<MemberFigures>,
    /// How orders ended.
    pub ends: EndFigures,
    /// 履约保证金: deposits.
    #[doc(alias = "履约保证金")]
    pub deposits: DepositFigures,
    /// 拒接: orders declined.
    #[doc(alias = "拒接")]
    pub declines: DeclineFigures,
    /// 调单: orders taken from lagging members.
    #[doc(alias = "调单")]
    pub reassignments: Vec<ReassignmentFigures>,
    /// 责令退出: members that had to leave.
    #[doc(alias = "责令退出")]
    pub exits: Vec<ExitFigures>,
    /// 列入黑名单: enterprises that came on the blacklist.
    #[doc(alias = "列入黑名单")]
    pub blacklisted: Vec<Blacklisted>,
    /// Enterprises that came off it.
    pub lifted: Vec<EnterpriseId>,
    /// Beside orders.
    pub house: HouseFigures,
}

impl SpanFigures {
    /// 合计: several spans together, given in their order.
    #[doc(alias = "合计")]
    pub fn of<'a>(spans: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut whole = Self::default();
        for span in spans {
            whole.orders.join(&span.orders);
            whole.classes.extend_from_slice(&span.classes);
            whole.items.extend_from_slice(&span.items);
            whole.stations.extend_from_slice(&span.stations);
            whole.members.extend_from_slice(&span.members);
            whole.ends.join(&span.ends);
            whole.deposits.join(&span.deposits);
            whole.declines.join(&span.declines);
            whole.reassignments.extend_from_slice(&span.reassignments);
            whole.exits.extend_from_slice(&span.exits);
            whole.blacklisted.extend_from_slice(&span.blacklisted);
            whole.lifted.extend_from_slice(&span.lifted);
            whole.house.join(&span.house);
        }
        whole.gather();
        whole
    }

    fn gather(&mut self) {
        gather(&mut self.classes);
        gather(&mut self.items);
        gather(&mut self.stations);
        gather(&mut self.members);
    }

    /// The orders of one item.
    pub fn item(&self, item: ItemId) -> OrderFigures {
        found(&self.items, item).map(|of| of.orders).unwrap_or_default()
    }

    /// The orders of the items of one class.
    pub fn class(&self, category: Category) -> OrderFigures {
        found(&self.classes, category).map(|of| of.orders).unwrap_or_default()
    }

    /// The orders that came in through one station.
    pub fn station(&self, station: StationId) -> OrderFigures {
        found(&self.stations, station).map(|of| of.orders).unwrap_or_default()
    }

    /// What one member was given; none if that is nothing, and nothing became of it.
    pub fn member(&self, member: MemberId) -> Option<&MemberFigures> {
        found(&self.members, member)
    }

    /// Sums up what was counted by item, whose classes these are.
    pub(crate) fn sum_up(&mut self, categories: &[Category]) {
        for of in &self.items {
            self.orders.join(&of.orders);
            if let Some(category) = categories.get(of.item.index()) {
                self.classes.push(ClassFigures { category: *category, orders: of.orders });
            }
        }
        gather(&mut self.classes);
        self.exits.iter_mut().for_each(ExitFigures::settle);
    }
}

fn gather<R: Row>(rows: &mut Vec<R>) {
    *rows = gathered(core::mem::take(rows));
}

fn found<R: Row>(rows: &[R], id: R::Id) -> Option<&R> {
    rows.get(rows.binary_search_by_key(&id, Row::id).ok()?)
}

/// 月度统计: what one month adds up to.
#[doc(alias = "月度统计")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthFigures {
    /// The month.
    pub month: Month,
    /// Whether it was recorded from its beginning. One that was open in the state from which the
    /// figures start lacks what happened before, and has no shares.
    pub is_whole: bool,
    /// Whether it was closed and judged; if not, the figures go as far as the record.
    pub is_closed: bool,
    /// The caps by which it is judged.
    pub caps: CapsPolicy,
    /// What was counted.
    pub figures: SpanFigures,
    /// 占比: every share of a current member that is judged, by member, then item, the amount last
    /// (rules 6.3). Shares of what has too few orders or members are not.
    #[doc(alias = "占比")]
    pub shares: Vec<ShareEntry>,
    /// Who reached a cap, in the order of the record.
    pub reached: Vec<ReachedFigures>,
    /// 暂停派单: the suspensions of the month after.
    #[doc(alias = "暂停派单")]
    pub suspensions: Vec<SuspensionFigures>,
    /// Where orders stood when it ended, or with the last command.
    pub at_end: AtEnd,
}

impl MonthFigures {
    /// Whether a share is at the cap of the month or above it.
    pub fn is_reached(&self, share: &ShareEntry) -> bool {
        let limit = match share.figures {
            CapFigures::Item { .. } => self.caps.item_share,
            CapFigures::Amount { .. } => self.caps.amount_share,
        };
        let (own, whole) = sides(share.figures);
        limit.reached_by(own, whole)
    }

    /// How many members are suspended in the month after.
    pub fn suspended_members(&self) -> usize {
        let mut members: Vec<MemberId> = self.suspensions.iter().map(|of| of.member).collect();
        members.sort_unstable();
        members.dedup();
        members.len()
    }
}

/// A member's own figure and the whole: orders, or fen.
pub(crate) fn sides(cap: CapFigures) -> (u64, u64) {
    match cap {
        CapFigures::Item { own, whole, .. } => (own.into(), whole.into()),
        CapFigures::Amount { own, whole } => (own.fen(), whole.fen()),
    }
}

/// 达到上限: a member that reached a cap (article 17).
#[doc(alias = "达到上限")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReachedFigures {
    /// The member.
    pub member: MemberId,
    /// Which cap, with the figures.
    pub cap: CapFigures,
    /// Exactly at the share, or above it.
    pub reach: Reach,
    /// Whether it rests on designated work: without the orders that were designated to it, its own
    /// figure would not have reached the share of the same whole. None in a month that was not
    /// recorded from its beginning.
    pub by_designation: Option<bool>,
}

/// 暂停派单: a suspension, and on what it rests (article 17).
#[doc(alias = "暂停派单")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuspensionFigures {
    /// The member.
    pub member: MemberId,
    /// From every item, or from that of the cap.
    pub scope: CapScope,
    /// The cap that began it.
    pub cap: CapFigures,
    /// Whether it rests on designated work alone: of all caps for which the member is suspended so,
    /// none was reached by what it was given otherwise. Under [`CapScope::Member`] those are all that
    /// it reached, else just this one. None in a month not recorded from its beginning.
    pub by_designation: Option<bool>,
}

/// Where orders stood at the end of a month; the amounts are those of what is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AtEnd {
    /// 待派: waiting, since nobody could have them.
    #[doc(alias = "待派")]
    pub held: Pile,
    /// With a member, or declined and in mediation.
    pub open: Pile,
    /// 待兑付: completed, and not paid; what remains of the fees beside the deposits.
    #[doc(alias = "待兑付")]
    pub unpaid: Pile,
    /// 逾期: of these, those of which a default could have been recorded on the last day, by the
    /// calendar in force.
    #[doc(alias = "逾期")]
    pub overdue: Pile,
    /// With a deposit that is held; the deposits.
    pub deposits: Pile,
}
