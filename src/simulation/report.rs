//! What a year came to.

use crate::alliance::Alliance;
use crate::facts::cap::{CapFigures, TallyEffect};
use crate::facts::command::{Act, Command};
use crate::facts::event::Event;
use crate::facts::member::Category;
use crate::facts::order::Basis;
use crate::facts::outcome::Outcome;
use crate::facts::policy::{CapScope, Policy};
use crate::simulation::distribution::Distribution;
use crate::simulation::waiting::Waiting;
use crate::simulation::workload::Workload;
use crate::simulation::year::{SimulationError, run};
use crate::words::date::Date;
use crate::words::id::{ItemId, MemberId, OrderId};
use crate::words::money::Money;

/// 模拟报告: what a year of a workload came to under a policy.
#[doc(alias = "模拟报告")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Every member there was, in the order of the ids.
    pub members: Vec<MemberYear>,
    /// Orders accepted.
    pub accepted: u32,
    /// Orders of enterprises on the blacklist, which were not.
    pub turned_away: u32,
    /// Members suspended in each month, January first: from every item, or from some.
    pub suspended: [u32; 12],
    /// Suspensions that began: under [`CapScope::Item`] a member can have more than one a month.
    pub suspensions: u32,
    /// Those of them to whose cap only orders went that named the member: under another reading of
    /// article 17, which leaves designated orders out, they would not be.
    pub by_designation_alone: u32,
    /// Orders that were held, and for how long.
    pub held: HeldOrders,
    /// 等待轮次: of each giving by turn, how many orders for an item that the member offers others were
    /// given by turn since its own last turn, or since it was admitted; those not counted that were
    /// given while it was suspended from the item or on leave.
    #[doc(alias = "等待轮次")]
    pub turns_waited: Distribution,
    /// Orders taken from a member that lagged and given to another (article 24).
    pub reassignments: u32,
    /// Members expelled (article 22).
    pub expelled: u32,
    /// Members that withdrew.
    pub withdrawn: u32,
}

/// The year of one member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemberYear {
    /// Its class.
    pub category: Category,
    /// Orders it was given in the year, less those that came off it.
    pub orders: u32,
    /// Their amount.
    pub amount: Money,
    /// Those of them for which it was named.
    pub designated: u32,
    /// Months in which it was suspended, from every item or from some.
    pub months_suspended: u32,
}

/// 待派: orders for which nobody was eligible (rules 5.3).
#[doc(alias = "待派")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeldOrders {
    /// How often an order was held; one that comes back can be held again.
    pub times: u32,
    /// How often one was then given to a member.
    pub given: u32,
    /// How many the enterprise cancelled.
    pub cancelled: u32,
    /// For how many days, each time: until it was given or cancelled, or to the end of the year.
    pub days: Distribution,
}

/// Runs a year and reports on it; see [`run`].
///
/// A rule of one's own is held over many seeds in a test of a few lines, which says the seed that
/// breaks it; [`journal`] then gives the commands of that seed.
///
/// ```
/// use paidan::Policy;
/// use paidan::simulation::{Workload, simulate};
/// let (policy, workload) = (Policy::recommended(), Workload::cixi());
/// for seed in 0..10 {
///     let report = simulate(&policy, &workload, seed)?;
///     let worst = report.members.iter().map(|of| of.months_suspended).max();
///     assert!(worst <= Some(10), "seed {seed}: suspended for {worst:?} months");
/// }
/// # Ok::<(), paidan::simulation::SimulationError>(())
/// ```
///
/// # Errors
/// Those of [`run`].
pub fn simulate(
    policy: &Policy,
    workload: &Workload,
    seed: u64,
) -> Result<Report, SimulationError> {
    let mut fold = Fold::default();
    let alliance = run(policy, workload, seed, |command, outcome| fold.add(command, outcome))?;
    Ok(fold.finish(&alliance))
}

/// The commands of a year, to be looked at, stored, or stepped through again on an
/// [`Alliance::new`] of the same policy.
///
/// # Errors
/// Those of [`run`].
pub fn journal(
    policy: &Policy,
    workload: &Workload,
    seed: u64,
) -> Result<Vec<Command>, SimulationError> {
    let mut commands = Vec::new();
    run(policy, workload, seed, |command, _| commands.push(command.clone()))?;
    Ok(commands)
}

/// A report in the making.
#[derive(Debug, Default)]
struct Fold {
    report: Report,
    waiting: Waiting,
    orders: Vec<Terms>,
    /// The month in which each member was last suspended, from 1.
    suspended: Vec<u32>,
}

/// What is kept of an order.
#[derive(Debug)]
struct Terms {
    item: ItemId,
    price: Money,
    /// On what ground the member has it that has it.
    basis: Basis,
    /// Since when it is held, if it is.
    held: Option<Date>,
}

impl Fold {
    fn add(&mut self, command: &Command, outcome: &Outcome) {
        for event in &outcome.events {
            match *event {
                Event::Accepted { .. } => self.accepted(command),
                Event::Dispatched { order, member, basis, .. } => {
                    self.given(order, member, basis, command.date);
                }
                Event::CameOff { order, member, tally } => self.came_off(order, member, tally),
                Event::Completed { .. } | Event::Settled { .. } => {}
                _ => self.rarer(command, event),
            }
        }
    }

    fn rarer(&mut self, command: &Command, event: &Event) {
        let report = &mut self.report;
        let more = |count: &mut u32| *count = count.saturating_add(1);
        match *event {
            Event::Held { order } => {
                more(&mut report.held.times);
                if let Some(terms) = self.orders.get_mut(order.index()) {
                    terms.held = Some(command.date);
                }
            }
            Event::Cancelled { order } => {
                more(&mut report.held.cancelled);
                self.released(order, command.date);
            }
            Event::Suspended { member, scope, cap } => self.suspended(command, member, scope, cap),
            Event::MonthOpened { .. } => self.waiting.open_month(),
            Event::MonthClosed { .. } => self.waiting.close_month(),
            Event::LeaveGranted { member } => self.waiting.pause(member, None),
            Event::LeaveEnded { member } => self.waiting.go_on(member, None),
            Event::Admitted { .. } => self.admitted(command),
            Event::Reassigned { .. } => more(&mut report.reassignments),
            Event::Expelled { .. } => more(&mut report.expelled),
            Event::Withdrawn { .. } => more(&mut report.withdrawn),
            Event::TurnedAway { .. } => more(&mut report.turned_away),
            _ => {}
        }
    }

    fn accepted(&mut self, command: &Command) {
        if let Act::Accept(order) = &command.act {
            self.report.accepted = self.report.accepted.saturating_add(1);
            let (item, price) = (order.item, order.price.amount());
            self.orders.push(Terms { item, price, basis: Basis::Turn, held: None });
        }
    }

    fn admitted(&mut self, command: &Command) {
        if let Act::Admit(firm) = &command.act {
            let (category, amount) = (firm.category, Money::ZERO);
            let [orders, designated, months_suspended] = [0; 3];
            let member = MemberYear { category, orders, amount, designated, months_suspended };
            self.report.members.push(member);
            self.suspended.push(0);
            self.waiting.join(firm.offers.as_slice());
        }
    }

    fn given(&mut self, order: OrderId, member: MemberId, basis: Basis, on: Date) {
        let Some(terms) = self.orders.get_mut(order.index()) else { return };
        terms.basis = basis;
        if let Some(of) = self.report.members.get_mut(member.index()) {
            of.orders = of.orders.saturating_add(1);
            of.amount = of.amount.plus(terms.price);
            of.designated = of.designated.saturating_add(is_designated(basis).into());
        }
        if is_by_turn(basis) {
            self.report.turns_waited.add(self.waiting.take(member, terms.item));
        }
        if terms.held.is_some() {
            self.report.held.given = self.report.held.given.saturating_add(1);
            self.released(order, on);
        }
    }

    fn came_off(&mut self, order: OrderId, member: MemberId, tally: TallyEffect) {
        let Some(terms) = self.orders.get(order.index()) else { return };
        if let Some(of) = self.report.members.get_mut(member.index()) {
            of.orders = of.orders.saturating_sub(1);
            of.amount = of.amount.above(terms.price);
            of.designated = of.designated.saturating_sub(is_designated(terms.basis).into());
        }
        if tally == TallyEffect::ComesOff && is_by_turn(terms.basis) {
            self.waiting.give_back(member, terms.item);
        }
    }

    fn suspended(&mut self, command: &Command, member: MemberId, scope: CapScope, cap: CapFigures) {
        let report = &mut self.report;
        report.suspensions = report.suspensions.saturating_add(1);
        if self.waiting.was_given(member, cap.item()) == 0 {
            report.by_designation_alone = report.by_designation_alone.saturating_add(1);
        }
        self.waiting.suspend(member, cap.suspends_from(scope));
        let month = command.date.month_of_year();
        let place = usize::try_from(month.saturating_sub(1)).unwrap_or(usize::MAX);
        let last = self.suspended.get_mut(member.index()).filter(|last| **last != month);
        let (Some(last), Some(of)) = (last, report.members.get_mut(member.index())) else { return };
        *last = month;
        of.months_suspended = of.months_suspended.saturating_add(1);
        if let Some(count) = report.suspended.get_mut(place) {
            *count = count.saturating_add(1);
        }
    }

    /// An order is held no longer.
    fn released(&mut self, order: OrderId, on: Date) {
        let since = self.orders.get_mut(order.index()).and_then(|terms| terms.held.take());
        if let Some(since) = since {
            self.report.held.days.add(days(since, on));
        }
    }

    fn finish(mut self, alliance: &Alliance) -> Report {
        let end = alliance.date().and_then(|date| Date::from_ymd(date.year(), 12, 31).ok());
        if let Some(end) = end {
            for order in alliance.held_orders() {
                self.released(order, end);
            }
        }
        self.report
    }
}

fn is_by_turn(basis: Basis) -> bool {
    matches!(basis, Basis::Turn | Basis::TurnGuardLifted)
}

fn is_designated(basis: Basis) -> bool {
    basis == Basis::Designation
}

fn days(from: Date, to: Date) -> u32 {
    let days = to.naive().signed_duration_since(from.naive()).num_days();
    u32::try_from(days).unwrap_or(0)
}
