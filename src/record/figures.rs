//! 统计: what a history adds up to, by month and in all, as a fold over commands and their outcomes
//! (articles 15 to 24, rules 6, 7, 8, 9, 10, 12).

use alloc::collections::BTreeMap;

use crate::alliance::Alliance;
use crate::facts::calendar::Calendar;
use crate::facts::command::Command;
use crate::facts::member::Category;
use crate::facts::order::Stage;
use crate::facts::outcome::Outcome;
use crate::facts::policy::{CapsPolicy, Policy};
use crate::words::date::{Date, Month};
use crate::words::id::{ItemId, MemberId};

mod acts;
mod distribution;
mod firms;
mod house;
mod month;
mod orders;
mod record;
mod rows;
mod span;
mod sums;
mod waits;

pub use acts::{
    Blacklisted, DeclineFigures, DepositFigures, EndFigures, ExitFigures, ReassignmentFigures,
    Receiver,
};
pub use distribution::Distribution;
pub use firms::TurnFigures;
pub use house::{CouncilFigures, HouseFigures, RegisterFigures, StationDuties};
pub use span::{AtEnd, MonthFigures, ReachedFigures, SpanFigures, SuspensionFigures};
pub use sums::{
    ClassFigures, DispatchFigures, ItemFigures, MemberFigures, MemberItemFigures, OrderFigures,
    Pile, StationFigures,
};
pub use waits::{Wait, WaitEnd, WaitEnding, WaitFigures, Waiting};

use firms::Firms;
use orders::Orders;
use rows::Sheet;
use waits::Waits;

/// 统计: what a history adds up to, simulated or real.
///
/// All figures are whole numbers and exact. What a command that was refused would have come to is in
/// none of them.
#[doc(alias = "统计")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Commands that were read.
    pub commands: u64,
    /// The date of the last of them.
    pub through: Option<Date>,
    /// The months, in their order.
    pub months: Vec<MonthFigures>,
    /// 合计: all months together.
    #[doc(alias = "合计")]
    pub whole: SpanFigures,
    /// The class of every item, in the order of the ids.
    pub items: Vec<Category>,
    /// Every member that was ever admitted, in the order of the ids.
    pub roster: Vec<RosterFigures>,
    /// Orders that a member had at once, when they were accepted.
    pub given_at_once: u64,
    /// 待派: every wait, in the order in which they began.
    #[doc(alias = "待派")]
    pub waits: Vec<Wait>,
}

/// How a member stood over the whole of a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterFigures {
    /// The member.
    pub member: MemberId,
    /// Its class.
    pub category: Category,
    /// Whether it is in the alliance at the end.
    pub is_current: bool,
    /// 暂停派单: in how many months a suspension of it began, from all items or from some.
    #[doc(alias = "暂停派单")]
    pub months_suspended: u32,
    /// In how many of these every one rests on designated work alone
    /// ([`SuspensionFigures::by_designation`]).
    pub months_by_designation: u32,
    /// 等待轮次: how long its turn took to come again.
    #[doc(alias = "等待轮次")]
    pub turns: TurnFigures,
}

impl Figures {
    /// The figures of a whole history, from its first command.
    pub fn of<'a>(
        policy: &Policy,
        history: impl IntoIterator<Item = (&'a Command, &'a Outcome)>,
    ) -> Self {
        let mut fold = FiguresFold::new(policy);
        history.into_iter().for_each(|(command, outcome)| fold.add(command, outcome));
        fold.finish()
    }

    /// The figures of a month; none if it was not opened.
    pub fn month(&self, month: Month) -> Option<&MonthFigures> {
        let place = self.months.binary_search_by_key(&month, |of| of.month).ok()?;
        self.months.get(place)
    }

    /// The waits of a month, by item. Costs a step for every wait there was.
    pub fn waits_in(&self, month: Month) -> Vec<WaitFigures> {
        WaitFigures::in_month(&self.waits, month)
    }

    /// How long orders waited.
    pub fn waiting(&self) -> Waiting {
        self.through.map_or_else(Waiting::default, |last| Waiting::of(&self.waits, last))
    }

    /// The days after which a member had an order, of all that any had: nothing for those given at
    /// once. One that waits twice counts twice.
    pub fn days_to_member(&self) -> Distribution {
        let mut days = self.waiting().given();
        days.add(0, self.given_at_once);
        days
    }

    /// Whether a member reached a cap in some month; if none did, no cap was put to the test.
    pub fn is_any_cap_reached(&self) -> bool {
        self.months.iter().any(|month| !month.reached.is_empty())
    }
}

/// Adds up the figures of a history: it takes it from its start and asks no alliance.
///
/// ```
/// use paidan::*;
/// let policy = Policy::cixi_2021();
/// let mut alliance = Alliance::new(policy.clone());
/// let mut fold = FiguresFold::new(&policy);
/// let (item, category) = (ItemId::new(1)?, Category::Finance);
/// let order = Order::new(StationId::new(1)?, EnterpriseId::new(1)?, item, "800.00".parse()?);
/// for (day, act) in [
///     ("2025-03-03", Act::OpenStation { name: "浒山".parse()? }),
///     ("2025-03-03", Act::ListItem { name: "审计".parse()?, category, menu_price: None }),
///     ("2025-03-03", Act::RegisterEnterprise {
///         name: "Acme".parse()?, code: CreditCode::complete("91330282000000001")?,
///     }),
///     ("2025-03-10", Act::Accept(order)),
///     ("2025-03-12", Act::Admit(Application {
///         name: "甲".parse()?,
///         code: CreditCode::complete("91330282000000002")?,
///         category,
///         volume: 5,
///         offers: Set::one(item),
///     })),
///     ("2025-04-01", Act::OpenMonth),
/// ] {
///     let command = Command::new(day.parse()?, act);
///     let outcome = alliance.step(&command)?;
///     fold.add(&command, &outcome);
/// }
/// let figures = fold.finish();
/// // The order waited two days for the first member, which reaches the cap of the month with it.
/// assert_eq!(figures.waiting().by_turn.iter().collect::<Vec<_>>(), [(2, 1)]);
/// let member = figures.whole.member(MemberId::new(1)?).ok_or("it has the order")?;
/// assert_eq!(member.dispatched.by_turn.amount, Money::from_yuan(800));
/// assert_eq!(figures.roster[0].months_suspended, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct FiguresFold {
    commands: u64,
    last: Option<Date>,
    caps: CapsPolicy,
    pending: BTreeMap<Month, CapsPolicy>,
    calendar: Calendar,
    categories: Vec<Category>,
    firms: Firms,
    orders: Orders,
    waits: Waits,
    given_at_once: u64,
    months: Vec<MonthFigures>,
    /// The month that is counted, as far as it is read.
    open: OpenMonth,
    pass: Pass,
}

/// What is counted of the open month.
#[derive(Clone, Debug)]
struct OpenMonth {
    span: SpanFigures,
    members: Sheet<MemberFigures>,
    items: Sheet<ItemFigures>,
    stations: Sheet<StationFigures>,
    cells: BTreeMap<(MemberId, ItemId), DispatchFigures>,
    /// Of each cap that a member reached, from which item or from the amount: whether that rests on
    /// designated work.
    reached: BTreeMap<(MemberId, Option<ItemId>), bool>,
}

/// What is known of the command that is read.
#[derive(Clone, Copy, Debug, Default)]
struct Pass {
    /// Whether it made a member exit already.
    exiting: bool,
    /// Whether its duty plan was found too short already.
    is_short: bool,
    /// Whether its firm was admitted already: one command admits one.
    has_admitted: bool,
}

impl FiguresFold {
    /// Of a history from its first command; with the policy that was in force before it.
    pub fn new(policy: &Policy) -> Self {
        Self::from_state(&Alliance::new(policy.clone()))
    }

    /// Of what comes after a state.
    ///
    /// The month that is open in it comes first, with what is added
    /// ([`is_whole`](MonthFigures::is_whole) says so). Of orders that had ended nothing is counted
    /// any more.
    pub fn from_state(state: &Alliance) -> Self {
        let mut waits = Waits::default();
        for (order, record) in state.orders_at(Stage::Held) {
            let (item, enterprise) = (record.terms.item, record.terms.enterprise);
            // A record does not say since when one waits that somebody had before.
            let since = record.counted.is_none().then_some(record.submitted);
            waits.begin(Wait { order, item, enterprise, since, end: None });
        }
        let mut fold = Self {
            commands: 0,
            last: state.date(),
            caps: state.policy.caps,
            pending: state.pending.iter().map(|(month, of)| (*month, of.caps)).collect(),
            calendar: state.calendar.clone(),
            categories: state.items().iter().map(|of| of.category).collect(),
            firms: Firms::of(state),
            orders: Orders::of(state.orders()),
            waits,
            given_at_once: 0,
            months: Vec::new(),
            open: OpenMonth {
                span: SpanFigures::default(),
                members: Sheet::new(state.members().len()),
                items: Sheet::new(state.items().len()),
                stations: Sheet::new(state.stations().len()),
                cells: BTreeMap::new(),
                reached: BTreeMap::new(),
            },
            pass: Pass::default(),
        };
        if let Some(month) = state.month() {
            fold.open_month(month);
            fold.months.iter_mut().for_each(|of| of.is_whole = false);
        }
        fold
    }

    /// Adds an accepted command and its outcome.
    pub fn add(&mut self, command: &Command, outcome: &Outcome) {
        self.commands = self.commands.saturating_add(1);
        self.last = Some(outcome.date);
        self.pass = Pass::default();
        for event in &outcome.events {
            self.note(command, event);
        }
        self.orders.end(outcome);
    }

    /// The figures.
    pub fn finish(mut self) -> Figures {
        if let Some(last) = self.last
            && self.months.last().is_some_and(|month| !month.is_closed)
        {
            self.take_stock(last);
        }
        let whole = SpanFigures::of(self.months.iter().map(|month| &month.figures));
        let ids = (0..).map_while(MemberId::nth);
        let firms = ids.zip(self.firms.finish());
        let mut roster: Vec<RosterFigures> = firms
            .map(|(member, (category, is_current, turns))| RosterFigures {
                member,
                category,
                is_current,
                months_suspended: 0,
                months_by_designation: 0,
                turns,
            })
            .collect();
        for month in &self.months {
            for (member, by_designation) in month.suspended() {
                let Some(of) = roster.get_mut(member.index()) else { continue };
                of.months_suspended = of.months_suspended.saturating_add(1);
                let more = u32::from(by_designation);
                of.months_by_designation = of.months_by_designation.saturating_add(more);
            }
        }
        Figures {
            commands: self.commands,
            through: self.last,
            months: self.months,
            whole,
            items: self.categories,
            roster,
            given_at_once: self.given_at_once,
            waits: self.waits.finish(),
        }
    }
}
