//! The indicator for article 22, ground 3: what enterprises say of the orders that a member serves
//! (rules 12.5). A finding for the council, never a sanction.

use alloc::collections::BTreeMap;

use crate::alliance::Alliance;
use crate::facts::command::Command;
use crate::facts::event::Event;
use crate::facts::finding::Feedback;
use crate::facts::outcome::Outcome;
use crate::words::date::Date;
use crate::words::id::{MemberId, OrderId};

#[cfg(feature = "serde")]
mod form;

/// 企业评价指标: orders completed, and what enterprises say of orders, by member and of the city.
#[doc(alias = "企业评价指标")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackIndicator {
    /// The first day of the period.
    pub from: Date,
    /// The last day of the period.
    pub to: Date,
    /// Every member that was ever admitted, in the order of the ids.
    pub members: Vec<MemberFeedback>,
    /// The whole city, to compare with; feedback on an order that nobody ever had is in it, too.
    pub city: FeedbackFigures,
}

/// The indicator of one member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemberFeedback {
    /// The member.
    pub member: MemberId,
    /// Its figures.
    pub figures: FeedbackFigures,
}

/// The share of each kind is of [`on_record`](Self::on_record); not applicable where that is
/// nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeedbackFigures {
    /// Orders completed.
    pub completed: u32,
    /// 满意: how often an enterprise was satisfied.
    #[doc(alias = "满意")]
    pub satisfied: u32,
    /// 不满意: how often an enterprise was dissatisfied.
    #[doc(alias = "不满意")]
    pub dissatisfied: u32,
    /// 投诉: complaints.
    #[doc(alias = "投诉")]
    pub complaints: u32,
}

impl FeedbackFigures {
    /// All feedback on record, of every kind.
    pub fn on_record(self) -> u32 {
        self.satisfied.saturating_add(self.dissatisfied).saturating_add(self.complaints)
    }

    /// How often this kind is on record.
    pub fn of(self, kind: Feedback) -> u32 {
        match kind {
            Feedback::Satisfied => self.satisfied,
            Feedback::Dissatisfied => self.dissatisfied,
            Feedback::Complaint => self.complaints,
        }
    }

    pub(crate) fn of_mut(&mut self, kind: Feedback) -> &mut u32 {
        match kind {
            Feedback::Satisfied => &mut self.satisfied,
            Feedback::Dissatisfied => &mut self.dissatisfied,
            Feedback::Complaint => &mut self.complaints,
        }
    }

    /// One more in a figure.
    pub(crate) fn count(&mut self, figure: impl Fn(&mut Self) -> &mut u32) {
        let figure = figure(self);
        *figure = figure.saturating_add(1);
    }

    /// Adds the figures of another period.
    pub(crate) fn join(&mut self, other: Self) {
        for (own, other) in [
            (&mut self.completed, other.completed),
            (&mut self.satisfied, other.satisfied),
            (&mut self.dissatisfied, other.dissatisfied),
            (&mut self.complaints, other.complaints),
        ] {
            *own = own.saturating_add(other);
        }
    }
}

/// Counts the feedback of a period: it takes the history from its start and keeps who has each
/// order, or had it last, since an enterprise may speak long after the order ended.
///
/// An order and what is said of it are of the period in which they are put on record.
///
/// ```
/// use paidan::*;
/// let mut alliance = Alliance::new(Policy::cixi_2021());
/// let (day, order) = (Date::from_ymd(2025, 3, 10)?, OrderId::new(1)?);
/// let (station, enterprise, item) = (StationId::new(1)?, EnterpriseId::new(1)?, ItemId::new(1)?);
/// let category = Category::Finance;
/// let (name, code): (Name, _) = ("Acme".parse()?, CreditCode::complete("91330282000000001")?);
/// let mut feedback = FeedbackFold::new(day, day);
/// for act in [
///     Act::OpenStation { name: "浒山".parse()? },
///     Act::ListItem { name: "审计".parse()?, category, menu_price: None },
///     Act::RegisterEnterprise { name: name.clone(), code },
///     Act::Admit(Application {
///         name: "甲".parse()?,
///         code: CreditCode::complete("91330282000000002")?,
///         category,
///         volume: 5,
///         offers: Set::one(item),
///     }),
///     Act::Accept(Order::new(station, enterprise, item, "800.00".parse()?)),
///     Act::Complete { order, on: day },
///     Act::RecordFeedback { order, feedback: Feedback::Satisfied, text: Text::default() },
/// ] {
///     let command = Command::new(day, act);
///     let outcome = alliance.step(&command)?;
///     feedback.add(&command, &outcome);
/// }
/// let feedback = feedback.finish();
/// let figures = FeedbackFigures { completed: 1, satisfied: 1, ..FeedbackFigures::default() };
/// assert_eq!(feedback.members, [MemberFeedback { member: MemberId::new(1)?, figures }]);
/// assert!(feedback.in_language(Language::Chinese).contains("满意"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct FeedbackFold {
    from: Date,
    to: Date,
    /// Of all members, in the order of their ids.
    members: Vec<FeedbackFigures>,
    city: FeedbackFigures,
    /// Who has each order, or had it last.
    last: BTreeMap<OrderId, MemberId>,
}

impl FeedbackFold {
    /// From the first to the last day of a period, both included.
    pub fn new(from: Date, to: Date) -> Self {
        let (members, city) = (Vec::new(), FeedbackFigures::default());
        Self { from, to, members, city, last: BTreeMap::new() }
    }

    /// The same, after a state: what is added goes on from there. Of an order that had ended by then
    /// nobody is known to have had it, so what is said of it counts for the city alone.
    pub fn from_state(from: Date, to: Date, state: &Alliance) -> Self {
        let members = vec![FeedbackFigures::default(); state.members().len()];
        let last = state.docket.kept().into_iter();
        let last = last.filter_map(|(order, record)| Some((order, record.state.member()?)));
        Self { from, to, members, city: FeedbackFigures::default(), last: last.collect() }
    }

    /// Adds an accepted command and its outcome.
    pub fn add(&mut self, command: &Command, outcome: &Outcome) {
        for event in &outcome.events {
            match *event {
                Event::Admitted { .. } => self.members.push(FeedbackFigures::default()),
                Event::Dispatched { order, member, .. } => {
                    self.last.insert(order, member);
                }
                Event::Completed { member, .. } => {
                    self.count(command.date, Some(member), |of| &mut of.completed);
                }
                Event::FeedbackRecorded { order, feedback } => {
                    let member = self.last.get(&order).copied();
                    self.count(command.date, member, |of| of.of_mut(feedback));
                }
                _ => {}
            }
        }
    }

    /// Counts something on a day in a figure of the city and of a member.
    fn count(
        &mut self,
        on: Date,
        member: Option<MemberId>,
        figure: impl Fn(&mut FeedbackFigures) -> &mut u32,
    ) {
        if on < self.from || self.to < on {
            return;
        }
        // A member that was never admitted has no place here.
        let own = member.and_then(|member| self.members.get_mut(member.index()));
        for figures in own.into_iter().chain([&mut self.city]) {
            figures.count(&figure);
        }
    }

    /// The figures, by member and of the city.
    pub fn finish(self) -> FeedbackIndicator {
        let ids = (0..).map_while(MemberId::nth);
        let members = ids.zip(self.members);
        let members = members.map(|(member, figures)| MemberFeedback { member, figures }).collect();
        FeedbackIndicator { from: self.from, to: self.to, members, city: self.city }
    }
}
