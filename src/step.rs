//! Deciding a command: its time, then the handler of its act; every refusal comes before the first
//! event, so that nothing ever has to be taken back.

use crate::alliance::Alliance;
use crate::check;
use crate::command::{Act, Command};
use crate::event::{Event, Outcome};
use crate::refusal::Refusal;

pub(crate) mod conduct;
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
        check::entry(self, command)?;
        let mut step = Step { alliance: self, command, events: Vec::with_capacity(2) };
        step.route()?;
        let Step { alliance, events, .. } = step;
        alliance.close_entry(command);
        Ok(Outcome { position: alliance.position, date: command.date, events })
    }
}

/// A command being carried out.
#[derive(Debug)]
pub(crate) struct Step<'a> {
    pub(crate) alliance: &'a mut Alliance,
    pub(crate) command: &'a Command,
    events: Vec<Event>,
}

impl Step<'_> {
    /// To the handler of the act.
    fn route(&mut self) -> Result<(), Refusal> {
        match &self.command.act {
            Act::OpenMonth => self.open_month(),
            Act::AdoptPolicy { month, .. } => self.adopt_policy(*month)?,
            Act::OpenStation { .. } => self.open_station()?,
            Act::ListItem { .. } => self.list_item()?,
            Act::SetMenuPrice { item, .. } => self.set_menu_price(*item)?,
            Act::RegisterEnterprise { code, .. } => self.register_enterprise(code)?,
            Act::Admit(firm) => self.admit(firm)?,
            Act::ChangeOffers { member, offers } => self.change_offers(*member, offers)?,
            Act::Withdraw { member } => self.withdraw(*member)?,
            Act::PublishRanking { year, volumes } => self.publish_ranking(*year, volumes)?,
            Act::Accept(order) => self.accept(order)?,
            Act::Designate { order, member } => self.designate(*order, *member)?,
            Act::Cancel { order } => self.cancel(*order)?,
            Act::Decline { order, cause } => self.decline(*order, *cause)?,
            Act::Mediate { order, result } => self.mediate(*order, *result)?,
            Act::Complete { order, on } => self.complete(*order, *on)?,
            Act::Settle { order } => self.settle(*order)?,
            Act::RecordDefault { order } => self.record_default(*order)?,
            Act::Abandon { order } => self.abandon(*order)?,
            Act::CallOff { order, work } => self.call_off(*order, *work)?,
            Act::Fail { order } => self.fail(*order)?,
            Act::Reassign { order, finding, to } => self.reassign(*order, *finding, *to)?,
            Act::Expel { member, misconduct, .. } => self.expel(*member, misconduct)?,
            Act::Notify { member } => self.notify(*member)?,
            Act::LiftBlacklisting { enterprise } => self.lift_blacklisting(*enterprise)?,
            Act::AdoptCalendar(calendar) => self.adopt_calendar(calendar)?,
        }
        Ok(())
    }

    /// Carries a conclusion out and writes it down. The first of all opens the month (rules 1.3).
    pub(crate) fn emit(&mut self, event: Event) {
        if self.alliance.date.is_none() && self.events.is_empty() {
            self.record(Event::MonthOpened { month: self.command.date.month() });
        }
        self.record(event);
    }

    fn record(&mut self, event: Event) {
        self.alliance.apply_event(self.command, &event);
        self.events.push(event);
    }
}
