//! Events: what the rules made of a command, and the outcome that lists them.

use crate::facts::cap::{CapFigures, Reach, TallyEffect};
use crate::facts::council::Vacancy;
use crate::facts::finding::Ground;
use crate::facts::member::Category;
use crate::facts::order::{Basis, Counted, Loss, Motion, Place};
use crate::facts::policy::CapScope;
use crate::words::date::{Date, DueDate, Month};
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};
use crate::words::money::Money;

/// 结果: what one accepted command came to.
#[doc(alias = "结果")]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
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

/// One conclusion. What the command already says is not repeated in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
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
    /// An enterprise was registered.
    EnterpriseRegistered {
        /// Its id.
        enterprise: EnterpriseId,
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
    /// A line was put in the order of the ranking, its cursor on the top.
    LineSorted {
        /// The line.
        category: Category,
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
    /// An order comes off the member that had it.
    CameOff {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
        /// Whether it comes off the tallies of the open month, too.
        tally: TallyEffect,
    },
    /// A member that lost an order is barred from it for good.
    Barred {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
        /// How it lost it.
        by: Loss,
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
    /// 拒接: a member declines an order without cause; the platform mediates.
    Declined {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
    },
    /// After mediation the member has the order as before.
    Resumed {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
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
    /// The goal of an order was finally not reached.
    Failed {
        /// The order.
        order: OrderId,
    },
    /// An order ended without consequence: cancelled while held, or called off.
    Cancelled {
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
    /// A deposit is forfeited (article 20).
    DepositForfeited {
        /// The order it was held for.
        order: OrderId,
        /// How much.
        amount: Money,
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
    /// A member's run of reassignments went up (article 24).
    RunRaised {
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
    /// A calendar was adopted.
    CalendarAdopted,
    /// 产生理事: a member took a seat in the council (article 5).
    #[doc(alias = "产生理事")]
    SeatTaken {
        /// The member.
        member: MemberId,
        /// The class of the seat.
        category: Category,
    },
    /// The seat of a member became vacant.
    SeatVacated {
        /// The member.
        member: MemberId,
        /// Why.
        vacancy: Vacancy,
    },
    /// A breach by the staff of a member is on record (article 23).
    BreachRecorded {
        /// The member.
        member: MemberId,
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
    /// A station did not accept an order.
    TurnedAway {
        /// The station.
        station: StationId,
        /// The enterprise.
        enterprise: EnterpriseId,
        /// The item.
        item: ItemId,
    },
    /// A deposit was returned to the enterprise.
    DepositReturned {
        /// The order it was held for.
        order: OrderId,
        /// How much.
        amount: Money,
    },
}

impl Event {
    /// The order that it ends, if it ends one.
    pub(crate) fn ends(&self) -> Option<OrderId> {
        match *self {
            Self::Settled { order }
            | Self::Defaulted { order }
            | Self::Abandoned { order }
            | Self::Failed { order }
            | Self::Cancelled { order } => Some(order),
            _ => None,
        }
    }
}

// An outcome is a list of these on the path of every order.
const _: () = assert!(size_of::<Event>() <= 32);

/// Which publication of a year's ranking it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Publication {
    /// The first of its year, which sorts every line.
    First,
    /// A correction, which sorts the lines that it orders otherwise.
    Correction,
}
