//! Deciding a command: its time, then the handler of its act; every refusal comes before the first
//! event, so that nothing ever has to be taken back.

use crate::alliance::Alliance;
use crate::doors::check;
use crate::doors::dispatch::{self, Found};
use crate::facts::command::{Act, Command};
use crate::facts::event::Event;
use crate::facts::outcome::Outcome;
use crate::facts::policy::Policy;
use crate::facts::refusal::Refusal;
use crate::rules::eligibility::Search;
use crate::words::id::{MemberId, OrderId};

pub(crate) mod conduct;
pub(crate) mod house;
pub(crate) mod intake;
pub(crate) mod membership;
pub(crate) mod month;
pub(crate) mod registers;
pub(crate) mod work;

impl Alliance {
    /// Decides a command: either it is refused and nothing has changed, or the state is the next
    /// one and the outcome says what happened, in order.
    ///
    /// # Errors
    /// The first reason that applies, in the order of rules 1.4 and 14.
    pub fn step(&mut self, command: &Command) -> Result<Outcome, Refusal> {
        let events = Vec::with_capacity(4);
        let mut outcome = Outcome { position: 0, date: command.date, events };
        self.step_into(command, &mut outcome)?;
        Ok(outcome)
    }

    /// Decides a command as [`step`](Self::step) does, into an outcome that was there before.
    ///
    /// A simulation of many years takes the room for its events once. After a refusal the outcome
    /// is one of no command.
    ///
    /// ```
    /// use paidan::{Act, Alliance, Command, Date, Outcome, Policy};
    /// let date = Date::from_ymd(2025, 1, 2)?;
    /// let (mut alliance, mut outcome) = (Alliance::new(Policy::cixi_2021()), Outcome::new(date));
    /// for name in ["浒山服务站", "周巷服务站"] {
    ///     let command = Command::new(date, Act::OpenStation { name: name.parse()? });
    ///     alliance.step_into(&command, &mut outcome)?;
    ///     println!("{:?}", outcome.events);
    /// }
    /// assert_eq!(outcome.position, 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`step`](Self::step).
    pub fn step_into(&mut self, command: &Command, outcome: &mut Outcome) -> Result<(), Refusal> {
        outcome.events.clear();
        (outcome.position, outcome.date) = (0, command.date);
        check::entry(self, command)?;
        let course = Deciding { alliance: self, events: &mut outcome.events };
        Step::new(command, course).run()?;
        self.close_entry(command);
        outcome.position = self.position;
        Ok(())
    }
}

/// Where the conclusions of an act go, and where the one answer comes from that takes a search.
///
/// There are two: deciding searches, and carries each conclusion out before the next rule is asked;
/// replaying takes the answer from an outcome, and holds each conclusion against it.
pub(crate) trait Course {
    /// Why an act ends before it is through.
    type Stop: From<Refusal>;

    /// The alliance, as far as the act has been carried out.
    fn alliance(&self) -> &Alliance;

    /// The policy in force at this point of the act.
    fn policy(&self) -> &Policy;

    /// To whom an order goes by turn.
    fn choose(&self, order: OrderId, search: &Search<'_>) -> Option<Found>;

    /// To whom an order goes by turn for which nobody but these can be eligible.
    fn choose_among(
        &self,
        order: OrderId,
        search: &Search<'_>,
        among: &[MemberId],
    ) -> Option<Found>;

    /// Takes the next conclusion.
    fn conclude(&mut self, command: &Command, event: Event) -> Result<(), Self::Stop>;
}

/// The course of a decision.
struct Deciding<'a> {
    alliance: &'a mut Alliance,
    events: &'a mut Vec<Event>,
}

impl Course for Deciding<'_> {
    type Stop = Refusal;

    fn alliance(&self) -> &Alliance {
        self.alliance
    }

    fn policy(&self) -> &Policy {
        &self.alliance.policy
    }

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `dispatch::choose`")]
    fn choose(&self, _: OrderId, search: &Search<'_>) -> Option<Found> {
        dispatch::choose(self.alliance, search)
    }

    fn choose_among(&self, _: OrderId, search: &Search<'_>, among: &[MemberId]) -> Option<Found> {
        dispatch::choose_among(self.alliance, search, among)
    }

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `apply_event`")]
    fn conclude(&mut self, command: &Command, event: Event) -> Result<(), Refusal> {
        self.alliance.apply_event(command, &event);
        self.events.push(event);
        Ok(())
    }
}

/// A command that is gone through, act by act in the files below.
pub(crate) struct Step<'a, C> {
    pub(crate) command: &'a Command,
    pub(crate) course: C,
    /// Whether it is the first of all and has not opened its month yet.
    is_first: bool,
}

impl<'a, C: Course> Step<'a, C> {
    pub(crate) fn new(command: &'a Command, course: C) -> Self {
        let is_first = course.alliance().date.is_none();
        Self { command, course, is_first }
    }

    /// Goes through the command; gives the course back.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "what most commands need is put in no memory")]
    pub(crate) fn run(mut self) -> Result<C, C::Stop> {
        // Most commands bring an order, and need not look for the arm.
        match &self.command.act {
            Act::Accept(order) => self.accept(order)?,
            _ => return self.route(),
        }
        Ok(self.course)
    }

    /// To the handler of the act.
    #[inline(never)]
    fn route(mut self) -> Result<C, C::Stop> {
        match &self.command.act {
            Act::OpenMonth => self.open_month(),
            Act::OpenStation { .. } => self.open_station(),
            Act::ListItem { .. } => self.list_item(),
            Act::SetMenuPrice { item, .. } => self.set_menu_price(*item),
            Act::CloseStation { station } => self.close_station(*station),
            Act::ReopenStation { station } => self.reopen_station(*station),
            Act::DelistItem { item } => self.delist_item(*item),
            Act::RelistItem { item } => self.relist_item(*item),
            Act::Rename { of, .. } => self.rename(*of),
            Act::RegisterEnterprise { code, .. } => self.register_enterprise(code),
            Act::Admit(firm) => self.admit(firm),
            Act::ChangeOffers { member, offers } => self.change_offers(*member, offers),
            Act::Withdraw { member } => self.withdraw(*member),
            Act::GrantLeave { member } => self.grant_leave(*member),
            Act::EndLeave { member } => self.end_leave(*member),
            Act::PublishRanking { year, volumes } => self.publish_ranking(*year, volumes),
            Act::Accept(order) => self.accept(order),
            Act::Designate { order, member } => self.designate(*order, *member),
            Act::Cancel { order } => self.cancel(*order),
            Act::Decline { order, cause } => self.decline(*order, *cause),
            Act::Mediate { order, result } => self.mediate(*order, *result),
            Act::LiftBar { order, member } => self.lift_bar(*order, *member),
            Act::Complete { order, on } => self.complete(*order, *on),
            Act::Settle { order } => self.settle(*order),
            Act::RecordDefault { order } => self.record_default(*order),
            Act::Abandon { order } => self.abandon(*order),
            Act::CallOff { order, work } => self.call_off(*order, *work),
            Act::Fail { order } => self.fail(*order),
            Act::Reassign { order, finding, to } => self.reassign(*order, *finding, *to),
            Act::Expel { member, misconduct, .. } => self.expel(*member, misconduct),
            Act::Notify { member } => self.notify(*member),
            Act::TakeSeat { category, member } => self.take_seat(*category, *member),
            Act::LeaveSeat { member } => self.leave_seat(*member),
            Act::RecordBreach { member, kind } => self.record_breach(*member, *kind),
            Act::LiftBlacklisting { enterprise } => self.lift_blacklisting(*enterprise),
            Act::AdoptCalendar(calendar) => self.adopt_calendar(calendar),
            Act::AdoptPolicy { month, .. } => self.adopt_policy(*month),
            Act::PublishDuty { station, from, to, days } => {
                self.publish_duty(*station, *from, *to, days)
            }
            Act::RecordTraining { station, .. } => self.record_training(*station),
            Act::RecordConsultation { station, enterprise, .. } => {
                self.record_consultation(*station, *enterprise)
            }
            Act::RecordFeedback { order, feedback, text } => {
                self.record_feedback(*order, *feedback, text)
            }
            Act::RecordTurnedAway { station, enterprise, item, reason } => {
                self.record_turned_away(*station, *enterprise, *item, reason)
            }
        }?;
        Ok(self.course)
    }

    /// The alliance, as far as the act has been carried out.
    pub(crate) fn alliance(&self) -> &Alliance {
        self.course.alliance()
    }

    /// Concludes something. The first conclusion of all is that the month is open (rules 1.3).
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `apply_event`")]
    pub(crate) fn emit(&mut self, event: Event) -> Result<(), C::Stop> {
        self.open_first_month()?;
        self.course.conclude(self.command, event)
    }

    /// The first command of all opens the month of its date.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `Step::run`")]
    pub(crate) fn open_first_month(&mut self) -> Result<(), C::Stop> {
        if !core::mem::take(&mut self.is_first) {
            return Ok(());
        }
        let month = self.command.date.month();
        self.course.conclude(self.command, Event::MonthOpened { month })
    }
}
