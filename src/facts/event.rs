//! Events: what the rules made of a command.

use crate::facts::cap::{CapFigures, Reach, TallyEffect};
use crate::facts::council::{Breach, Seat, Vacancy};
use crate::facts::finding::{Cause, Feedback, Ground};
use crate::facts::member::Category;
use crate::facts::order::{Basis, Counted, End, Loss, Motion, Place};
use crate::facts::policy::CapScope;
use crate::facts::register::Registered;
use crate::words::date::{Date, DueDate, Month};
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};
use crate::words::money::Money;

mod code;
#[cfg(feature = "serde")]
mod form;

/// One conclusion. It says by itself what happened; names, texts and lists are those of the command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// A member reached a cap in the month that closes (article 17).
    CapReached {
        /// The member.
        member: MemberId,
        /// Which cap, with the figures.
        cap: CapFigures,
        /// Exactly at the share, or above it.
        reach: Reach,
    },
    /// A month was closed; the suspensions of that month end.
    MonthClosed {
        /// The month.
        month: Month,
    },
    /// 暂停派单: a member gets nothing by turn in the month that opens (article 17).
    Suspended {
        /// The member.
        member: MemberId,
        /// From every item, or from the item of the cap.
        scope: CapScope,
        /// The cap that began it.
        cap: CapFigures,
    },
    /// A month was opened, with empty tallies.
    MonthOpened {
        /// The month.
        month: Month,
    },
    /// A policy was adopted for a month (article 26).
    PolicyAdopted {
        /// The month from which it holds.
        month: Month,
    },
    /// The policy adopted for the month that opens came into force.
    PolicyInForce {
        /// The month.
        month: Month,
    },
    /// A station was opened.
    StationOpened {
        /// Its id.
        station: StationId,
    },
    /// A station was closed: it accepts no order and publishes no duty plan (rules 1.10).
    StationClosed {
        /// The station.
        station: StationId,
    },
    /// A closed station was opened again.
    StationReopened {
        /// The station.
        station: StationId,
    },
    /// An item was listed.
    ItemListed {
        /// Its id.
        item: ItemId,
    },
    /// An item's menu price was set.
    MenuPriceSet {
        /// The item.
        item: ItemId,
    },
    /// An item was taken off the menu: it gets no new order (rules 1.10).
    ItemDelisted {
        /// The item.
        item: ItemId,
    },
    /// An item was put back on the menu.
    ItemRelisted {
        /// The item.
        item: ItemId,
    },
    /// An enterprise was registered.
    EnterpriseRegistered {
        /// Its id.
        enterprise: EnterpriseId,
    },
    /// 更名: something registered was given another name (rules 1.10).
    #[doc(alias = "更名")]
    Renamed {
        /// What was.
        of: Registered,
    },
    /// 入盟: a firm became a member; to be filed with the bureau (article 8).
    Admitted {
        /// Its id.
        member: MemberId,
    },
    /// What a member offers was replaced.
    OffersChanged {
        /// The member.
        member: MemberId,
    },
    /// A member left the alliance of its own will.
    Withdrawn {
        /// The member.
        member: MemberId,
    },
    /// 经同意暂不派单: a member is passed over by turn until its leave ends (rules 2.5).
    #[doc(alias = "经同意暂不派单")]
    LeaveGranted {
        /// The member.
        member: MemberId,
    },
    /// The leave of a member ended.
    LeaveEnded {
        /// The member.
        member: MemberId,
    },
    /// A member left a line and lost its place there.
    LeftLine {
        /// The member.
        member: MemberId,
        /// The line.
        category: Category,
    },
    /// A member joined the end of a line.
    JoinedLine {
        /// The member.
        member: MemberId,
        /// The line.
        category: Category,
    },
    /// 排位: a ranking was published (article 16).
    RankingPublished {
        /// Its year.
        year: i32,
        /// The first of its year, or a correction.
        publication: Publication,
    },
    /// A line was sorted by the ranking: all of it, its cursor on the top, or of a correction those who
    /// stand at a place that the last sorting of all of it gave (rules 3.2).
    LineSorted {
        /// The line.
        category: Category,
        /// All of it, or by a correction.
        sorting: Sorting,
    },
    /// 接单: an order was accepted (article 15).
    Accepted {
        /// Its id.
        order: OrderId,
        /// The deposit that is held for it; nothing if none is (article 20).
        deposit: Money,
    },
    /// 派单: an order was given to a member (article 16).
    Dispatched {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
        /// On what ground.
        basis: Basis,
        /// What it did to the line of the order's item.
        motion: Motion,
        /// Whether the order counts in the tallies.
        counted: Counted,
    },
    /// Nobody is eligible for an order: it waits (rules 5.3).
    Held {
        /// The order.
        order: OrderId,
    },
    /// A held order was cancelled by the enterprise, without consequence (rules 5.3).
    Cancelled {
        /// The order.
        order: OrderId,
    },
    /// 拒接: a member declines an order. With cause it comes off it at once; without, the platform
    /// mediates (rules 7.2).
    #[doc(alias = "拒接")]
    Declined {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
        /// Whether its ground was found justified.
        cause: Cause,
    },
    /// After mediation the member has the order as before.
    Resumed {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
    },
    /// Mediation found that the member had cause after all: the order comes off it.
    CauseFound {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
    },
    /// An order comes off the member that had it.
    CameOff {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
        /// Whether it comes off the tallies of the open month, too.
        tally: TallyEffect,
    },
    /// A member that lost an order is barred from it.
    Barred {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
        /// How it lost it.
        by: Loss,
    },
    /// A member that declined an order is barred from it no longer (rules 7.8).
    BarLifted {
        /// The order.
        order: OrderId,
        /// An id of the firm, as the command names it.
        member: MemberId,
    },
    /// A member goes back to the place it left for an order (rules 3.5).
    WentBack {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
        /// The number of the place.
        place: Place,
    },
    /// 完成: the goal of an order was reached, and the fee is due (article 19).
    Completed {
        /// The order.
        order: OrderId,
        /// The member that served it.
        member: MemberId,
        /// The day on which what remains of the fee is due.
        due: DueDate,
    },
    /// The fee of an order was paid.
    Settled {
        /// The order.
        order: OrderId,
    },
    /// The fee of an order was not paid in time (article 21).
    Defaulted {
        /// The order.
        order: OrderId,
    },
    /// The enterprise abandoned an order (article 21).
    Abandoned {
        /// The order.
        order: OrderId,
    },
    /// 实施前协商取消: an assigned order was called off by agreement before work began (rules 7.6).
    #[doc(alias = "实施前协商取消")]
    CalledOff {
        /// The order.
        order: OrderId,
    },
    /// The goal of an order was finally not reached.
    Failed {
        /// The order.
        order: OrderId,
    },
    /// A deposit counts towards the fee (article 20).
    DepositCounted {
        /// The order it was held for.
        order: OrderId,
        /// How much.
        amount: Money,
    },
    /// A deposit was returned to the enterprise.
    DepositReturned {
        /// The order it was held for.
        order: OrderId,
        /// How much.
        amount: Money,
    },
    /// A deposit is forfeited (article 20).
    DepositForfeited {
        /// The order it was held for.
        order: OrderId,
        /// How much.
        amount: Money,
    },
    /// 调单: an order is taken from a lagging member and goes to another (article 24).
    #[doc(alias = "调单")]
    Reassigned {
        /// The order.
        order: OrderId,
        /// The member that loses it.
        from: MemberId,
        /// The member that gets it.
        to: MemberId,
    },
    /// A member's run of reassignments went up (article 24).
    RunRaised {
        /// The order that was taken from it.
        order: OrderId,
        /// The member.
        member: MemberId,
        /// The run.
        run: u32,
    },
    /// A member's run of reassignments ended: it completed an order.
    RunEnded {
        /// The member.
        member: MemberId,
    },
    /// The year turned, and every run of reassignments is 0.
    RunsReset {
        /// The year that begins.
        year: i32,
    },
    /// 责令退出: a member has to leave the alliance, for good (article 22).
    #[doc(alias = "责令退出")]
    Expelled {
        /// The member.
        member: MemberId,
        /// On what ground.
        ground: Ground,
    },
    /// A member got a rectification notice.
    Notified {
        /// The member.
        member: MemberId,
    },
    /// 列入黑名单: an enterprise is blacklisted; to be filed with the bureau (article 21).
    #[doc(alias = "列入黑名单")]
    Blacklisted {
        /// The enterprise.
        enterprise: EnterpriseId,
    },
    /// An enterprise is off the blacklist.
    BlacklistingLifted {
        /// The enterprise.
        enterprise: EnterpriseId,
    },
    /// A calendar was adopted.
    CalendarAdopted,
    /// 产生理事: a member took a seat in the council (article 5).
    #[doc(alias = "产生理事")]
    SeatTaken {
        /// The member.
        member: MemberId,
        /// The seat.
        seat: Seat,
    },
    /// The seat of a member became vacant.
    SeatVacated {
        /// The member.
        member: MemberId,
        /// The seat.
        seat: Seat,
        /// Why.
        vacancy: Vacancy,
    },
    /// 驻点人员违规: a breach by the staff of a member is on record (article 23).
    #[doc(alias = "驻点人员违规")]
    BreachRecorded {
        /// The member.
        member: MemberId,
        /// What its staff did.
        kind: Breach,
    },
    /// A station's duty days were published (article 11).
    DutyPublished {
        /// The station.
        station: StationId,
    },
    /// A run of working days of the plan has too few duty days.
    DutyShort {
        /// The station.
        station: StationId,
        /// The first working day of the run.
        from: Date,
        /// How many duty days it has.
        found: u8,
        /// How many it needs.
        needed: u8,
    },
    /// A training is on record.
    TrainingRecorded {
        /// The station.
        station: StationId,
    },
    /// A consultation is on record.
    ConsultationRecorded {
        /// The station.
        station: StationId,
        /// The enterprise.
        enterprise: EnterpriseId,
    },
    /// 企业评价: what an enterprise says of an order is on record (rules 12.5).
    #[doc(alias = "企业评价")]
    FeedbackRecorded {
        /// The order.
        order: OrderId,
        /// What it says.
        feedback: Feedback,
    },
    /// A station did not accept an order.
    TurnedAway {
        /// The station.
        station: StationId,
        /// The enterprise.
        enterprise: EnterpriseId,
        /// The item.
        item: ItemId,
    },
}

impl Event {
    /// The order that it ends, if it ends one, and how.
    pub(crate) fn ends(&self) -> Option<(OrderId, End)> {
        match *self {
            Self::Settled { order } => Some((order, End::Settled)),
            Self::Defaulted { order } => Some((order, End::Defaulted)),
            Self::Abandoned { order } => Some((order, End::Abandoned)),
            Self::Failed { order } => Some((order, End::Failed)),
            Self::Cancelled { order } | Self::CalledOff { order } => Some((order, End::Cancelled)),
            _ => None,
        }
    }
}

// An outcome is a list of these on the path of every order.
const _: () = assert!(size_of::<Event>() <= 32);

/// Which publication of a year's ranking it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publication {
    /// The first of its year, which sorts every line.
    First,
    /// 更正: the whole list again, which takes nobody's turn away.
    #[doc(alias = "更正")]
    Correction,
}

/// How much of a line was sorted (rules 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorting {
    /// All of it: everybody has a new place, and the cursor is on the top.
    Whole,
    /// Those who stand at a place that the last sorting of all of it gave, among just those places.
    Correction,
}
