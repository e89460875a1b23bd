//! The alliance: the parts together, and what can be asked of them.

use alloc::collections::BTreeMap;

use crate::facts::calendar::Calendar;
use crate::facts::cap::Suspension;
use crate::facts::council::Council;
use crate::facts::member::{Category, Member};
use crate::facts::order::{End, OrderRecord};
use crate::facts::policy::Policy;
use crate::facts::register::{Enterprise, ServiceItem, Station};
use crate::parts::docket::{Docket, Known};
use crate::parts::lines::Lines;
use crate::parts::registry::Registry;
use crate::parts::roster::Roster;
use crate::parts::suspensions::Suspensions;
use crate::parts::tally::Tally;
use crate::words::date::{Date, Month};
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};
use crate::words::money::Money;

pub(crate) mod apply;
pub(crate) mod broken;
pub(crate) mod city;
mod indexes;
pub(crate) mod invariants;
mod queries;
mod search;
pub(crate) mod snapshot;

/// 科技服务联盟: the whole state of one city.
///
/// It starts empty with a policy, or is made from a [`Snapshot`](crate::Snapshot). It changes by
/// [`step`](Self::step), which decides a command, and by [`apply`](Self::apply), which replays a
/// decision. Two alliances are equal when their snapshots are. Nothing in one is shared with another
/// or bound to a thread: it is `Send` and `Sync`, so many cities can be run side by side.
///
/// ```
/// use paidan::{Act, Alliance, Command, Date, Policy};
/// let mut alliance = Alliance::new(Policy::cixi_2021());
/// let name = "浒山服务站".parse()?;
/// alliance.step(&Command::new(Date::from_ymd(2025, 1, 2)?, Act::OpenStation { name }))?;
/// assert_eq!(alliance.stations().len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "科技服务联盟")]
#[derive(Clone, Debug)]
pub struct Alliance {
    pub(crate) position: u64,
    pub(crate) date: Option<Date>,
    pub(crate) policy: Policy,
    pub(crate) pending: BTreeMap<Month, Policy>,
    pub(crate) registry: Registry,
    pub(crate) roster: Roster,
    pub(crate) lines: Lines,
    pub(crate) tally: Tally,
    pub(crate) suspensions: Suspensions,
    pub(crate) docket: Docket,
    pub(crate) calendar: Calendar,
    pub(crate) council: Council,
}

// Cities are run side by side, as the documentation promises.
const _: fn(&Alliance) -> &(dyn Send + Sync) = |alliance| alliance;

impl Alliance {
    /// An alliance with a policy in force and nothing else yet ([rules 1.3](crate::rules#1.3)).
    pub fn new(policy: Policy) -> Self {
        let mut lines = Lines::default();
        lines.follow(policy.turn);
        Self {
            position: 0,
            date: None,
            policy,
            pending: BTreeMap::new(),
            registry: Registry::default(),
            roster: Roster::default(),
            lines,
            tally: Tally::default(),
            suspensions: Suspensions::default(),
            docket: Docket::default(),
            calendar: Calendar::default(),
            council: Council::default(),
        }
    }

    /// The ledger position of the last accepted command; 0 before the first.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// The ledger position that the next accepted command gets.
    pub fn next_position(&self) -> u64 {
        self.position.saturating_add(1)
    }

    /// The date of the last accepted command; none before the first.
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// The month that is open; none before the first accepted command.
    pub fn month(&self) -> Option<Month> {
        self.date.map(Date::month)
    }

    /// The policy in force.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The policies adopted for later months, from the earliest.
    pub fn pending_policies(&self) -> impl Iterator<Item = (Month, &Policy)> {
        self.pending.iter().map(|(month, policy)| (*month, policy))
    }

    /// All stations in the order of their ids.
    pub fn stations(&self) -> &[Station] {
        self.registry.stations()
    }

    /// The station with an id.
    pub fn station(&self, station: StationId) -> Option<&Station> {
        self.registry.station(station)
    }

    /// All items of the menu in the order of their ids.
    pub fn items(&self) -> &[ServiceItem] {
        self.registry.items()
    }

    /// The item with an id.
    pub fn item(&self, item: ItemId) -> Option<&ServiceItem> {
        self.registry.item(item)
    }

    /// All enterprises in the order of their ids.
    pub fn enterprises(&self) -> &[Enterprise] {
        self.registry.enterprises()
    }

    /// The enterprise with an id.
    pub fn enterprise(&self, enterprise: EnterpriseId) -> Option<&Enterprise> {
        self.registry.enterprise(enterprise)
    }

    /// All members ever, current and gone, in the order of their ids.
    pub fn members(&self) -> &[Member] {
        self.roster.members()
    }

    /// The member with an id, current or gone.
    pub fn member(&self, member: MemberId) -> Option<&Member> {
        self.roster.member(member)
    }

    /// How many open orders a member has: assigned to it, or declined by it and in mediation. Costs
    /// the same however many there are.
    pub fn open_orders_of(&self, member: MemberId) -> u32 {
        self.docket.open_count(member)
    }

    /// The open orders of a member in the order of submission. Costs sorting them.
    pub fn open_orders(&self, member: MemberId) -> Vec<OrderId> {
        self.docket.open_orders(member)
    }

    /// 理事会: the council as it sits.
    #[doc(alias = "理事会")]
    pub fn council(&self) -> &Council {
        &self.council
    }

    /// 工作日历: the calendar in force.
    #[doc(alias = "工作日历")]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The year of the ranking last published.
    pub fn ranking_year(&self) -> Option<i32> {
        self.roster.ranked()
    }

    /// A member's number of orders in the ranking last published; 0 for one not named in it.
    pub fn ranking_volume(&self, member: MemberId) -> u32 {
        self.roster.volume(member)
    }

    /// 排位: the members of a line from front to end.
    #[doc(alias = "排位")]
    pub fn line(&self, category: Category) -> impl Iterator<Item = MemberId> {
        self.lines.of(category).members()
    }

    /// The member a line's cursor is on, under [`Turn::Cursor`](crate::Turn::Cursor).
    pub fn cursor(&self, category: Category) -> Option<MemberId> {
        self.lines.of(category).cursor()
    }

    /// The record of an order that has not ended.
    pub fn order(&self, order: OrderId) -> Option<&OrderRecord> {
        self.docket.record(order)
    }

    /// How an order ended, if it did.
    pub fn end_of(&self, order: OrderId) -> Option<End> {
        match self.docket.known(order)? {
            Known::Ended(end) => Some(end),
            Known::Kept(_) => None,
        }
    }

    /// 待派: the held orders in the order of submission. Costs sorting them.
    #[doc(alias = "待派")]
    pub fn held_orders(&self) -> impl Iterator<Item = OrderId> {
        self.docket.waiting().into_iter()
    }

    /// 暂停派单: the suspensions in force, by member.
    #[doc(alias = "暂停派单")]
    pub fn suspensions(&self) -> &[Suspension] {
        self.suspensions.as_slice()
    }

    /// 接单量: a member's orders for an item this month ([rules 6.1](crate::rules#6.1)).
    #[doc(alias = "接单量")]
    pub fn tallied_orders(&self, member: MemberId, item: ItemId) -> u32 {
        self.tally.orders_of(member, item)
    }

    /// A member's amount this month.
    pub fn tallied_amount(&self, member: MemberId) -> Money {
        self.tally.amount_of(member)
    }

    /// An item's orders this month, of all members.
    pub fn tallied_item_orders(&self, item: ItemId) -> u32 {
        self.tally.orders_for(item)
    }

    /// Orders and amount of this month in all.
    pub fn tallied_total(&self) -> (u32, Money) {
        (self.tally.orders(), self.tally.amount())
    }
}
