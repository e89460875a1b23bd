//! In and out: an alliance as one plain struct.

use crate::alliance::Alliance;
use crate::facts::calendar::Calendar;
use crate::facts::cap::Suspension;
use crate::facts::council::Council;
use crate::facts::member::{Category, Member, Volume};
use crate::facts::order::{End, OrderRecord, Place, PlaceRange};
use crate::facts::policy::Policy;
use crate::facts::register::{Enterprise, ServiceItem, Station};
use crate::parts::docket::Known;
use crate::parts::lines::Lines;
use crate::words::date::{Date, Month};
use crate::words::id::{ItemId, MemberId};
use crate::words::money::Money;

#[cfg(feature = "serde")]
mod form;

/// 快照: an alliance as plain data, to be stored, compared, or made by hand.
///
/// A caller that keeps its own tables fills in what it knows and leaves the rest empty; ids are
/// the places in the lists, counted from 1. [`Alliance::try_from`] checks all of it.
///
/// ```
/// use paidan::{Alliance, Policy, Snapshot, Station};
/// let mut snapshot = Snapshot::new(Policy::cixi_2021());
/// snapshot.stations.push(Station::new("浒山服务站".parse()?));
/// let alliance = Alliance::try_from(snapshot.clone())?;
/// assert_eq!(alliance.snapshot(), snapshot);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "快照")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The ledger position of the last accepted command; 0 where there was none.
    pub position: u64,
    /// The date of the last accepted command, whose month is open.
    pub date: Option<Date>,
    /// The policy in force.
    pub policy: Policy,
    /// The policies adopted for later months, from the earliest.
    pub pending: Vec<PendingPolicy>,
    /// The ranking last published, if one was.
    pub ranking: Option<Ranking>,
    /// All stations in the order of their ids.
    pub stations: Vec<Station>,
    /// All items in the order of their ids.
    pub items: Vec<ServiceItem>,
    /// All enterprises in the order of their ids.
    pub enterprises: Vec<Enterprise>,
    /// All members ever, current and gone, in the order of their ids.
    pub members: Vec<Member>,
    /// The four lines.
    pub lines: LineRows,
    /// The tallies of the open month. They are written by member and read in any order.
    pub tallies: Vec<MemberTally>,
    /// The suspensions in force. They are written by member, from all items before from one, then by
    /// item, and read in any order.
    pub suspensions: Vec<Suspension>,
    /// All orders ever accepted, in the order of their ids.
    pub orders: Vec<OrderRow>,
    /// The calendar in force.
    pub calendar: Calendar,
    /// The council as it sits.
    pub council: Council,
}

/// A policy that was adopted and is not in force yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingPolicy {
    /// The month from which it holds.
    pub month: Month,
    /// The policy.
    pub policy: Policy,
}

/// 排位: the figures of the ranking last published.
#[doc(alias = "排位")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Its year.
    pub year: i32,
    /// The members with any orders in the year before, by id.
    pub volumes: Vec<Volume>,
}

/// The four lines, a field a category.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineRows {
    /// 财务.
    pub finance: LineRow,
    /// 研发.
    pub research: LineRow,
    /// 专利.
    pub patent: LineRow,
    /// 综合.
    pub comprehensive: LineRow,
}

impl LineRows {
    /// The line of a category.
    pub fn of(&self, category: Category) -> &LineRow {
        match category {
            Category::Finance => &self.finance,
            Category::Research => &self.research,
            Category::Patent => &self.patent,
            Category::Comprehensive => &self.comprehensive,
        }
    }

    /// The line of a category, to fill it in.
    pub fn of_mut(&mut self, category: Category) -> &mut LineRow {
        match category {
            Category::Finance => &mut self.finance,
            Category::Research => &mut self.research,
            Category::Patent => &mut self.patent,
            Category::Comprehensive => &mut self.comprehensive,
        }
    }
}

/// One line. Made by hand, it is `vec![first, second].into()`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRow {
    /// Its members from front to end: every current member that offers an item of the category.
    pub places: Vec<LinePlace>,
    /// The number that the next place gets, higher than all before (rules 3.5).
    pub next_place: Place,
    /// The places that the last sorting of the whole line gave, if it gave any: a correction of the
    /// ranking sorts those who stand at one of them, and nobody else (rules 3.2).
    pub sorted: Option<PlaceRange>,
    /// The member the cursor is on: under [`Turn::Cursor`](crate::Turn::Cursor) one of the line,
    /// unless it is empty; under another reading none.
    pub cursor: Option<MemberId>,
}

/// A member's place in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinePlace {
    /// The number of the place, growing from front to end.
    pub number: Place,
    /// The member.
    pub member: MemberId,
}

impl Default for LineRow {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl LineRows {
    /// Fills empty lines; nobody is ready in them yet.
    pub(crate) fn fill(&self, lines: &mut Lines) {
        for category in Category::ALL {
            let (row, line) = (self.of(category), lines.of_mut(category));
            for place in &row.places {
                line.stand(place.number, place.member);
            }
            line.set_next_place(row.next_place);
            line.set_sorted(row.sorted);
            if let Some(cursor) = row.cursor {
                line.set_cursor(cursor);
            }
        }
    }
}

impl From<Vec<MemberId>> for LineRow {
    /// A line with these members from front to end, that no sorting gave, and no cursor.
    fn from(members: Vec<MemberId>) -> Self {
        let mut next_place = Place::MIN;
        let places = members.into_iter().map(|member| {
            let number = next_place;
            next_place = number.saturating_add(1);
            LinePlace { number, member }
        });
        Self { places: places.collect(), next_place, sorted: None, cursor: None }
    }
}

/// What a member was given this month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberTally {
    /// The member.
    pub member: MemberId,
    /// Its amount.
    pub amount: Money,
    /// Its orders by item. They are written from the lowest item and read in any order.
    pub items: Vec<ItemTally>,
}

/// How many orders for an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemTally {
    /// The item.
    pub item: ItemId,
    /// The orders, at least one.
    pub orders: u32,
}

/// An order, or only how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderRow {
    /// It has not ended.
    Kept(Box<OrderRecord>),
    /// It ended so.
    Ended(End),
}

impl Snapshot {
    /// The snapshot of an alliance that is empty but for its policy.
    pub fn new(policy: Policy) -> Self {
        Self {
            position: 0,
            date: None,
            policy,
            pending: Vec::new(),
            ranking: None,
            stations: Vec::new(),
            items: Vec::new(),
            enterprises: Vec::new(),
            members: Vec::new(),
            lines: LineRows::default(),
            tallies: Vec::new(),
            suspensions: Vec::new(),
            orders: Vec::new(),
            calendar: Calendar::default(),
            council: Council::default(),
        }
    }
}

impl Alliance {
    /// 快照: the whole state as plain data.
    #[doc(alias = "快照")]
    pub fn snapshot(&self) -> Snapshot {
        let pending = self.pending.iter();
        Snapshot {
            position: self.position,
            date: self.date,
            policy: self.policy.clone(),
            pending: pending
                .map(|(month, policy)| PendingPolicy { month: *month, policy: policy.clone() })
                .collect(),
            ranking: self.ranking(),
            stations: self.registry.stations().to_vec(),
            items: self.registry.items().to_vec(),
            enterprises: self.registry.enterprises().to_vec(),
            members: self.roster.members().to_vec(),
            lines: self.line_rows(),
            tallies: self.tally.members().into_iter().map(|member| self.tally_of(member)).collect(),
            suspensions: self.suspensions.as_slice().to_vec(),
            orders: self.docket.all().map(OrderRow::from).collect(),
            calendar: self.calendar.clone(),
            council: self.council,
        }
    }

    fn ranking(&self) -> Option<Ranking> {
        let members = (0..self.members().len()).filter_map(MemberId::nth);
        let volumes = members.map(|member| Volume { member, orders: self.ranking_volume(member) });
        let volumes = volumes.filter(|of| of.orders > 0).collect();
        Some(Ranking { year: self.ranking_year()?, volumes })
    }

    pub(crate) fn line_rows(&self) -> LineRows {
        let mut rows = LineRows::default();
        for category in Category::ALL {
            let line = self.lines.of(category);
            let places = line.places().map(|(number, member)| LinePlace { number, member });
            *rows.of_mut(category) = LineRow {
                places: places.collect(),
                next_place: line.next_place(),
                sorted: line.sorted(),
                cursor: line.cursor(),
            };
        }
        rows
    }

    fn tally_of(&self, member: MemberId) -> MemberTally {
        let items = self.tally.items_of(member).into_iter();
        MemberTally {
            member,
            amount: self.tally.amount_of(member),
            items: items.map(|(item, orders)| ItemTally { item, orders }).collect(),
        }
    }

    /// Fills the parts of an empty alliance from a snapshot that holds together.
    pub(crate) fn fill(&mut self, snapshot: Snapshot) {
        self.position = snapshot.position;
        self.date = snapshot.date;
        self.pending = snapshot.pending.into_iter().map(|of| (of.month, of.policy)).collect();
        for station in snapshot.stations {
            self.registry.add_station(station);
        }
        for item in snapshot.items {
            self.registry.add_item(item);
        }
        for member in snapshot.members {
            let code = member.code;
            self.roster.add(member);
            self.own_firm_follows(&code);
        }
        for enterprise in snapshot.enterprises {
            let own_firm = self.roster.current_with(&enterprise.code);
            self.registry.add_enterprise(enterprise, own_firm);
        }
        if let Some(ranking) = snapshot.ranking {
            let volumes = ranking.volumes.iter().map(|of| (of.member, of.orders));
            self.roster.rank(ranking.year, volumes);
        }
        self.calendar = snapshot.calendar;
        self.council = snapshot.council;
        snapshot.lines.fill(&mut self.lines);
        for category in Category::ALL {
            for place in &snapshot.lines.of(category).places {
                self.make_ready(place.member);
            }
        }
        let mut suspensions = snapshot.suspensions;
        suspensions.sort_unstable_by_key(|of| (of.member, of.item));
        for suspension in suspensions {
            self.add_suspension(suspension);
        }
        for row in snapshot.tallies {
            self.fill_tally(&row);
        }
        for row in snapshot.orders {
            self.fill_order(row);
        }
    }

    fn fill_tally(&mut self, row: &MemberTally) {
        let mut amount = row.amount;
        for of in &row.items {
            self.tally.add(row.member, of.item, of.orders, amount);
            amount = Money::ZERO;
        }
    }

    fn fill_order(&mut self, row: OrderRow) {
        let id = self.docket.next();
        match row {
            OrderRow::Ended(end) => self.docket.add_ended(end),
            OrderRow::Kept(record) => {
                let state = record.state;
                if let Some(order) = id {
                    self.docket.open(order, |place| *place = *record);
                    self.docket.restore(order, state);
                }
            }
        }
    }
}

impl From<Known<'_>> for OrderRow {
    fn from(known: Known<'_>) -> Self {
        match known {
            Known::Kept(record) => Self::Kept(Box::new(record.clone())),
            Known::Ended(end) => Self::Ended(end),
        }
    }
}

impl PartialEq for Alliance {
    fn eq(&self, other: &Self) -> bool {
        self.snapshot() == other.snapshot()
    }
}

impl Eq for Alliance {}
