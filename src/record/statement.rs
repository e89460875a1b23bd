//! 月报: what is published of a month, as a fold over commands and their outcomes (articles 8, 13,
//! 16, 17, 21, 22, 24, rules 1.10, 2.5, 12.5).

use alloc::collections::BTreeMap;

use crate::alliance::Alliance;
use crate::facts::command::Command;
use crate::facts::outcome::Outcome;
use crate::facts::policy::{CapsPolicy, Policy};
use crate::facts::register::{Names, Registered};
use crate::parts::tally::Tally;
use crate::record::feedback::{FeedbackFold, FeedbackIndicator};
use crate::record::indicator::{Indicator, IndicatorFold};
use crate::words::date::Month;
use crate::words::id::{MemberId, StationId};
use crate::words::label::Text;

pub(crate) mod entries;
#[cfg(feature = "serde")]
mod form;
mod known;
mod record;

use entries::{
    AdmissionEntry, BlacklistEntry, CouncilEntry, Customer, DeclineEntry, DesignationEntry,
    DispatchEntry, DutyEntry, ExitEntry, HeldEntry, LeaveEntry, LineEntry, LossEntry, LossKind,
    RankingEntry, ReachedEntry, ReassignmentEntry, RegisterEntry, RenameEntry, ShareEntry,
    SuspensionEntry,
};
use known::Known;

/// 月报: the statement of one month, for publication.
///
/// Lists are in the order in which things happened, if nothing else is said; an empty one says
/// that it did not happen. Free texts of commands are not in it, since they may name anybody.
#[doc(alias = "月报")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The month.
    pub month: Month,
    /// Whether it was closed and judged; if not, the statement goes as far as the record.
    pub is_closed: bool,
    /// What things are called at the end; enterprises in the entries, too.
    pub names: Names,
    /// The caps by which the month is judged.
    pub caps: CapsPolicy,
    /// The year of the ranking in force at the end; none: none was published yet.
    pub ranked: Option<i32>,
    /// 排位: the four lines at the end.
    #[doc(alias = "排位")]
    pub lines: Vec<LineEntry>,
    /// Rankings published or corrected.
    pub rankings: Vec<RankingEntry>,
    /// 派单: every giving of an order.
    #[doc(alias = "派单")]
    pub dispatches: Vec<DispatchEntry>,
    /// Orders that came off their members.
    pub losses: Vec<LossEntry>,
    /// 占比: every share that the caps measure, by item, then member, the amounts last.
    #[doc(alias = "占比")]
    pub shares: Vec<ShareEntry>,
    /// Who reached a cap, or was above it.
    pub reached: Vec<ReachedEntry>,
    /// 暂停派单: the suspensions of the month after.
    #[doc(alias = "暂停派单")]
    pub suspensions: Vec<SuspensionEntry>,
    /// The orders that wait at the end, in the order of submission.
    pub held: Vec<HeldEntry>,
    /// 点单: designations by station, then member.
    #[doc(alias = "点单")]
    pub designations: Vec<DesignationEntry>,
    /// The indicator for article 23.
    pub indicator: Indicator,
    /// 企业评价: what enterprises said of orders, for article 22.
    #[doc(alias = "企业评价")]
    pub feedback: FeedbackIndicator,
    /// 调单: orders taken from lagging members.
    #[doc(alias = "调单")]
    pub reassignments: Vec<ReassignmentEntry>,
    /// 拒接: orders declined, what came of mediation, and bars lifted.
    #[doc(alias = "拒接")]
    pub declines: Vec<DeclineEntry>,
    /// 退出: members that left.
    #[doc(alias = "退出")]
    pub exits: Vec<ExitEntry>,
    /// 入盟: members admitted, to be filed with the bureau.
    #[doc(alias = "入盟")]
    pub admissions: Vec<AdmissionEntry>,
    /// 经同意暂不派单: leaves granted and ended.
    #[doc(alias = "经同意暂不派单")]
    pub leaves: Vec<LeaveEntry>,
    /// 黑名单: what happened on the blacklist; who came on it is to be filed with the bureau.
    #[doc(alias = "黑名单")]
    pub blacklist: Vec<BlacklistEntry>,
    /// 理事会: changes in the council.
    #[doc(alias = "理事会")]
    pub council: Vec<CouncilEntry>,
    /// Runs of working days of duty plans that fall short.
    pub duty_short: Vec<DutyEntry>,
    /// Stations and items registered, closed or taken off, opened again or put back.
    pub registers: Vec<RegisterEntry>,
    /// 更名: what was given another name.
    #[doc(alias = "更名")]
    pub renamings: Vec<RenameEntry>,
    /// 检查点: the checkpoint of the ledger that is published with it, as its text. The fold knows
    /// none: whoever keeps the ledger sets it.
    #[doc(alias = "检查点")]
    pub checkpoint: Option<Text>,
}

impl Statement {
    /// 公开版: the same for the public: each enterprise is named only by the station through which
    /// its order came in, and its other names are left out. (A firm that is a member, too, is named
    /// as a member.)
    #[doc(alias = "公开版")]
    #[must_use]
    pub fn for_public(mut self) -> Self {
        self.customers().for_each(|customer| customer.named = None);
        self.renamings.retain(|of| !matches!(of.of, Registered::Enterprise(_)));
        self
    }

    /// Every enterprise in it.
    fn customers(&mut self) -> impl Iterator<Item = &mut Customer> {
        let dispatches = self.dispatches.iter_mut().map(|of| &mut of.customer);
        let held = self.held.iter_mut().map(|of| &mut of.customer);
        let blacklist = self.blacklist.iter_mut().map(|of| &mut of.customer);
        dispatches.chain(held).chain(blacklist)
    }
}

/// How far the record has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// It began with a state in which the month was open already.
    Missed,
    Before,
    During,
    /// The month is closed, and the suspensions begin.
    Closed,
    After,
}

/// Makes the statement of one month: it takes the history from its start and asks no alliance.
///
/// ```
/// use paidan::*;
/// let policy = Policy::cixi_2021();
/// let mut alliance = Alliance::new(policy.clone());
/// let mut fold = StatementFold::new("2025-03".parse()?, &policy);
/// for (day, act) in [
///     ("2025-03-03", Act::OpenStation { name: "浒山".parse()? }),
///     ("2025-04-01", Act::OpenMonth),
/// ] {
///     let command = Command::new(day.parse()?, act);
///     let outcome = alliance.step(&command)?;
///     fold.add(&command, &outcome);
/// }
/// let statement = fold.finish().ok_or("the month was opened")?;
/// assert!(statement.is_closed && statement.dispatches.is_empty());
/// assert!(statement.to_string().contains("No order was given."));
/// assert!(statement.in_language(Language::Chinese).contains("本月无派单。"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct StatementFold {
    stage: Stage,
    known: Known,
    tally: Tally,
    /// How often each member was named at each station.
    designated: BTreeMap<(StationId, MemberId), u32>,
    indicator: IndicatorFold,
    feedback: FeedbackFold,
    statement: Statement,
    /// Why orders come off their members by the command that is read, as far as it said. Only what
    /// is called off says so after it came off.
    loss: LossKind,
}

impl StatementFold {
    /// Of a month; with the policy that was in force before the first command.
    pub fn new(month: Month, policy: &Policy) -> Self {
        Self::from_state(month, &Alliance::new(policy.clone()))
    }

    /// Of a month that comes after a state: what is added goes on from there. If the month is open
    /// in it, or over, there is no statement.
    ///
    /// A state does not keep everything that happened. So the statement leaves open since when an
    /// order waits that somebody had before, or when one was accepted whose recording was late, and
    /// through which station an enterprise came that was on the blacklist by then; what is said of an order that had ended by
    /// then counts for the city alone.
    pub fn from_state(month: Month, state: &Alliance) -> Self {
        let (from, to) = (month.first_day(), month.last_day());
        let indicator = IndicatorFold::from_state(from, to, state);
        let feedback = FeedbackFold::from_state(from, to, state);
        let is_over = state.month().is_some_and(|open| month <= open);
        Self {
            stage: if is_over { Stage::Missed } else { Stage::Before },
            known: Known::of(state),
            tally: Tally::default(),
            designated: BTreeMap::new(),
            statement: Statement::empty(
                month,
                state.policy.caps,
                indicator.clone().finish(),
                feedback.clone().finish(),
            ),
            indicator,
            feedback,
            loss: LossKind::CalledOff,
        }
    }

    /// Adds an accepted command and its outcome. What comes after the month is not read.
    pub fn add(&mut self, command: &Command, outcome: &Outcome) {
        self.loss = LossKind::CalledOff;
        for event in &outcome.events {
            self.turn(event);
            if matches!(self.stage, Stage::After | Stage::Missed) {
                return;
            }
            if self.stage != Stage::Before {
                self.record(command, event);
            }
            self.known.note(command, event);
        }
        self.known.end(outcome);
        self.indicator.add(command, outcome);
        self.feedback.add(command, outcome);
    }

    /// The statement; none if the record never came to the month.
    pub fn finish(mut self) -> Option<Statement> {
        match self.stage {
            Stage::Before | Stage::Missed => None,
            Stage::During => {
                self.take_stock();
                Some(self.statement)
            }
            Stage::Closed | Stage::After => Some(self.statement),
        }
    }
}

impl Statement {
    /// The statement of a month made of a whole history, from its first command; none if it never
    /// came to the month.
    pub fn of<'a>(
        month: Month,
        policy: &Policy,
        history: impl IntoIterator<Item = (&'a Command, &'a Outcome)>,
    ) -> Option<Self> {
        let mut fold = StatementFold::new(month, policy);
        history.into_iter().for_each(|(command, outcome)| fold.add(command, outcome));
        fold.finish()
    }

    fn empty(
        month: Month,
        caps: CapsPolicy,
        indicator: Indicator,
        feedback: FeedbackIndicator,
    ) -> Self {
        Self {
            month,
            is_closed: false,
            names: Names::default(),
            caps,
            ranked: None,
            lines: Vec::new(),
            rankings: Vec::new(),
            dispatches: Vec::new(),
            losses: Vec::new(),
            shares: Vec::new(),
            reached: Vec::new(),
            suspensions: Vec::new(),
            held: Vec::new(),
            designations: Vec::new(),
            indicator,
            feedback,
            reassignments: Vec::new(),
            declines: Vec::new(),
            exits: Vec::new(),
            admissions: Vec::new(),
            leaves: Vec::new(),
            blacklist: Vec::new(),
            council: Vec::new(),
            duty_short: Vec::new(),
            registers: Vec::new(),
            renamings: Vec::new(),
            checkpoint: None,
        }
    }
}
