//! Commands: dated facts from outside (rules 1.1 and 14).

use crate::facts::calendar::Calendar;
use crate::facts::council::Breach;
use crate::facts::finding::{Actor, Cause, Feedback, LagFinding, Mediation, Misconduct, Work};
use crate::facts::member::{Category, Volume};
use crate::facts::order::Order;
use crate::facts::policy::Policy;
use crate::facts::register::Registered;
use crate::words::credit_code::CreditCode;
use crate::words::date::{Date, Month};
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};
use crate::words::label::{Name, Reference, Text};
use crate::words::list::{List, Set};
use crate::words::money::Price;

#[cfg(feature = "serde")]
mod form;

/// 指令: one dated act.
///
/// ```
/// use paidan::{Act, Command, Date};
/// let command = Command::new(Date::from_ymd(2025, 3, 1)?, Act::OpenMonth);
/// assert_eq!(command.expect, None);
/// # Ok::<(), paidan::DateError>(())
/// ```
#[doc(alias = "指令")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The civil date on which it is recorded, by which the rules go.
    pub date: Date,
    /// The ledger position the caller expects to write, from 1; at any other the command is
    /// refused, so that a request sent twice acts once ([rules 1.7](crate::rules#1.7)).
    pub expect: Option<u64>,
    /// The caller's own label.
    pub reference: Option<Reference>,
    /// The date on which it happened, where it is recorded late: not after `date`. Every statement
    /// shows it, and no rule reads it ([rules 1.2](crate::rules#1.2)).
    pub occurred: Option<Date>,
    /// What was done.
    pub act: Act,
}

impl Command {
    /// An act on a date, with no position expected, no reference, and recorded in time.
    pub fn new(date: Date, act: Act) -> Self {
        Self { date, expect: None, reference: None, occurred: None, act }
    }
}

/// What can be done ([rules 14](crate::rules#14)). A reason to refuse each is listed under
/// [`Refusal`](crate::Refusal).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Act {
    /// Closes the month that ends and opens the one of the date ([rules 1.3](crate::rules#1.3)).
    OpenMonth,
    /// Opens a station (article 4).
    OpenStation {
        /// Its name.
        name: Name,
    },
    /// Puts an item on the service menu (article 14).
    ListItem {
        /// Its name.
        name: Name,
        /// The class that serves it.
        category: Category,
        /// The highest price of an order for it, if there is one.
        menu_price: Option<Price>,
    },
    /// Sets an item's menu price anew; orders already accepted keep theirs
    /// ([rules 1.10](crate::rules#1.10)).
    SetMenuPrice {
        /// The item.
        item: ItemId,
        /// The new price; none: it takes any price.
        menu_price: Option<Price>,
    },
    /// Closes a station: it accepts no order and publishes no duty plan
    /// ([rules 1.10](crate::rules#1.10)).
    CloseStation {
        /// The station.
        station: StationId,
    },
    /// Opens a closed station again.
    ReopenStation {
        /// The station.
        station: StationId,
    },
    /// Takes an item off the menu: it gets no new order ([rules 1.10](crate::rules#1.10)).
    DelistItem {
        /// The item.
        item: ItemId,
    },
    /// Puts an item back on the menu.
    RelistItem {
        /// The item.
        item: ItemId,
    },
    /// 更名: gives something registered another name ([rules 1.10](crate::rules#1.10)).
    Rename {
        /// What is renamed.
        of: Registered,
        /// Its name from now on.
        name: Name,
    },
    /// Registers an enterprise.
    RegisterEnterprise {
        /// Its name.
        name: Name,
        /// Its unified social credit code.
        code: CreditCode,
    },
    /// 入盟: admits a firm to the alliance (articles 5, 8).
    Admit(Application),
    /// Replaces what a member offers by another set ([rules 2.3](crate::rules#2.3)).
    ChangeOffers {
        /// The member.
        member: MemberId,
        /// All that it offers from now on.
        offers: Set<ItemId>,
    },
    /// A member leaves of its own will ([rules 2.4](crate::rules#2.4)).
    Withdraw {
        /// The member.
        member: MemberId,
    },
    /// 经同意暂不派单: the council grants a member leave: it is passed over by turn
    /// ([rules 2.5](crate::rules#2.5)).
    GrantLeave {
        /// The member.
        member: MemberId,
    },
    /// Ends the leave of a member.
    EndLeave {
        /// The member.
        member: MemberId,
    },
    /// 排位: publishes the ranking of a year (article 16).
    PublishRanking {
        /// The year of the ranking, which is that of the date.
        year: i32,
        /// Local high-tech orders of the year before; a member not named has none.
        volumes: List<Volume>,
    },
    /// 接单: accepts an order and dispatches it (articles 15, 16).
    Accept(Order),
    /// 点单: the enterprise names a member for an order that is held ([rules 5.3](crate::rules#5.3)).
    Designate {
        /// The order.
        order: OrderId,
        /// The member it names.
        member: MemberId,
    },
    /// The enterprise cancels an order that is held ([rules 5.3](crate::rules#5.3)).
    Cancel {
        /// The order.
        order: OrderId,
    },
    /// 拒接: a member will not take an order it was given (article 7, [rules 7.2](crate::rules#7.2)).
    Decline {
        /// The order.
        order: OrderId,
        /// Whether the platform found its ground justified.
        cause: Cause,
    },
    /// What mediation of an order declined without cause came to (article 22).
    Mediate {
        /// The order.
        order: OrderId,
        /// The result.
        result: Mediation,
    },
    /// A member that declined an order is barred from it no longer ([rules 7.8](crate::rules#7.8)).
    LiftBar {
        /// The order.
        order: OrderId,
        /// The member, by any id that its firm has or had.
        member: MemberId,
    },
    /// The goal of an order was reached, and policy funds received where they cover any of the
    /// price (article 19).
    Complete {
        /// The order.
        order: OrderId,
        /// When.
        on: Date,
    },
    /// 兑付: the fee of a completed order was paid (article 19).
    Settle {
        /// The order.
        order: OrderId,
    },
    /// 拒付: the fee of a completed order was not paid in time (article 21).
    RecordDefault {
        /// The order.
        order: OrderId,
    },
    /// 中途放弃: the enterprise abandons an open order (article 21).
    Abandon {
        /// The order.
        order: OrderId,
    },
    /// An order is called off by agreement before work on it begins
    /// ([rules 7.6](crate::rules#7.6)).
    CallOff {
        /// The order.
        order: OrderId,
        /// Whether work has begun.
        work: Work,
    },
    /// The goal of an order is finally not reached ([rules 7.7](crate::rules#7.7)).
    Fail {
        /// The order.
        order: OrderId,
    },
    /// 调单: takes a lagging order from its member and gives it to another (article 24).
    Reassign {
        /// The order.
        order: OrderId,
        /// What was found.
        finding: LagFinding,
        /// The member the platform names; none: by turn.
        to: Option<MemberId>,
    },
    /// 责令退出: a member has to leave (article 22).
    Expel {
        /// The member.
        member: MemberId,
        /// For what.
        misconduct: Misconduct,
        /// Who decides it.
        by: Actor,
    },
    /// 整改通知: a member is told to mend its ways (article 22, ground 3).
    Notify {
        /// The member.
        member: MemberId,
    },
    /// A member takes a seat in the council (article 5).
    TakeSeat {
        /// The class of the seat.
        category: Category,
        /// The member.
        member: MemberId,
    },
    /// A member gives its seat in the council up.
    LeaveSeat {
        /// The member.
        member: MemberId,
    },
    /// 驻点人员违规: a verified breach by the staff of a member (article 23).
    RecordBreach {
        /// The member.
        member: MemberId,
        /// What its staff did.
        kind: Breach,
    },
    /// Takes an enterprise off the blacklist ([rules 7.5](crate::rules#7.5)).
    LiftBlacklisting {
        /// The enterprise.
        enterprise: EnterpriseId,
    },
    /// Adopts a calendar, which replaces the whole of the one before
    /// ([rules 1.9](crate::rules#1.9)).
    AdoptCalendar(Calendar),
    /// Adopts a policy, whole, for the first day of a later month ([rules 13](crate::rules#13)).
    AdoptPolicy {
        /// The month from which it holds.
        month: Month,
        /// The policy.
        policy: Box<Policy>,
    },
    /// 驻点时段: a station publishes its duty days for a period (article 11).
    PublishDuty {
        /// The station.
        station: StationId,
        /// The first day of the period.
        from: Date,
        /// The last day of the period.
        to: Date,
        /// The duty days.
        days: Set<Date>,
    },
    /// 培训: a station held a training (articles 9, 13).
    RecordTraining {
        /// The station.
        station: StationId,
        /// What it was.
        text: Text,
    },
    /// 咨询: a station advised an enterprise (articles 9, 13).
    RecordConsultation {
        /// The station.
        station: StationId,
        /// The enterprise.
        enterprise: EnterpriseId,
        /// What it was about.
        text: Text,
    },
    /// 企业评价: puts on record what an enterprise says of an order ([rules 12.5](crate::rules#12.5)).
    RecordFeedback {
        /// The order.
        order: OrderId,
        /// What it says.
        feedback: Feedback,
        /// Its words; of a complaint not empty.
        text: Text,
    },
    /// 不予接单: a station did not accept an order (article 15, [rules 12.4](crate::rules#12.4)).
    RecordTurnedAway {
        /// The station.
        station: StationId,
        /// The enterprise that asked.
        enterprise: EnterpriseId,
        /// The item it asked for.
        item: ItemId,
        /// Why not; not empty.
        reason: Text,
    },
}

/// 入盟申请: what a firm applies with ([rules 2.1](crate::rules#2.1)).
#[doc(alias = "入盟申请")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Its name.
    pub name: Name,
    /// Its unified social credit code.
    pub code: CreditCode,
    /// Its class.
    pub category: Category,
    /// Local high-tech orders it served in the last two years.
    pub volume: u32,
    /// The items it offers.
    pub offers: Set<ItemId>,
}
