//! The second engine: the rules read literally, with nothing but lists and scans.
//!
//! It exists to be compared with the real one, so it shares no decision with it: only the public
//! words (commands, events, refusals, ids, money). Every command works on a copy of the whole
//! state, and whatever the rules count is counted anew from the list of all givings ever.

mod days;
mod eligible;
mod house;
mod intake;
mod life;
mod lines;
mod members;
mod month;
mod readouts;
mod register;
mod routing;
mod seen;
mod state;
#[cfg(test)]
mod tests;

use paidan::{
    Act, Calendar, Command, Date, Event, MemberId, Money, Month, Policy, Refusal, Suspension,
    Volume,
};

use crate::model::view::{EnterpriseView, ItemView, MemberView, StationView};
use state::{Commission, Firm, Given, Line};

/// What a handler comes to: the copy is changed, or there is the one reason why not.
type Done = Result<(), Refusal>;

/// The whole state of one city, as lists.
#[derive(Clone, Debug)]
pub struct Plain {
    position: u64,
    date: Option<Date>,
    policy: Policy,
    pending: Vec<(Month, Policy)>,
    ranking: Option<(i32, Vec<Volume>)>,
    stations: Vec<StationView>,
    items: Vec<ItemView>,
    enterprises: Vec<EnterpriseView>,
    members: Vec<MemberView>,
    firms: Vec<Firm>,
    lines: [Line; 4],
    /// All givings ever, of which the tallies are counted.
    givings: Vec<Given>,
    suspensions: Vec<Suspension>,
    orders: Vec<Commission>,
    calendar: Calendar,
    seats: [Option<MemberId>; 5],
    /// What the command at hand came to so far.
    said: Vec<Event>,
}

impl Plain {
    /// A city with a policy in force, without a date (rules 1.3).
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
            firms: Vec::new(),
            lines: Default::default(),
            givings: Vec::new(),
            suspensions: Vec::new(),
            orders: Vec::new(),
            calendar: Calendar::default(),
            seats: [None; 5],
            said: Vec::new(),
        }
    }

    /// The next state with its conclusions, or the one reason why not. `self` stays as it was.
    pub fn step(&self, command: &Command) -> Result<(Self, Vec<Event>), Refusal> {
        self.refuse_time(command)?;
        self.refuse_position(command)?;
        refuse_occurred(command)?;
        let mut next = self.clone();
        next.position += 1;
        next.date = Some(command.date);
        match (self.date, &command.act) {
            (None, act) => {
                // The first command opens its month, whatever it is (rules 1.3).
                next.said.push(Event::MonthOpened { month: command.date.month() });
                next.act(command.date, act)?;
            }
            (Some(last), Act::OpenMonth) => {
                next.open_month(last.month(), command.date.month());
            }
            (Some(_), act) => next.act(command.date, act)?,
        }
        let said = std::mem::take(&mut next.said);
        Ok((next, said))
    }

    /// A date before the last, then a month that is not open or not the next (rules 1.4).
    fn refuse_time(&self, command: &Command) -> Done {
        let Some(last) = self.date else { return Ok(()) };
        let date = command.date;
        if date < last {
            return Err(Refusal::DateBeforeLast { date, last });
        }
        let (month, open) = (date.month(), last.month());
        if command.act == Act::OpenMonth {
            let is_next = open.next() == Some(month);
            return if is_next { Ok(()) } else { Err(Refusal::MonthNotNext { month, open }) };
        }
        if month > open { Err(Refusal::MonthNotOpen { month, open }) } else { Ok(()) }
    }

    /// A ledger position that is not the expected one (rules 1.4, 1.7).
    fn refuse_position(&self, command: &Command) -> Done {
        let next = self.position + 1;
        match command.expect {
            Some(expected) if expected != next => {
                Err(Refusal::PositionNotExpected { expected, next })
            }
            _ => Ok(()),
        }
    }

    /// One act of the table in rules 14: what is registered; the others have matches of their own.
    fn act(&mut self, date: Date, act: &Act) -> Done {
        match act {
            Act::OpenStation { name } => self.open_station(name),
            Act::ListItem { name, category, menu_price } => {
                self.list_item(name, *category, *menu_price)
            }
            Act::SetMenuPrice { item, menu_price } => self.set_menu_price(*item, *menu_price),
            Act::CloseStation { station } => self.close_station(*station),
            Act::ReopenStation { station } => self.reopen_station(*station),
            Act::DelistItem { item } => self.delist_item(*item),
            Act::RelistItem { item } => self.relist_item(*item),
            Act::Rename { of, name } => self.rename(*of, name),
            Act::RegisterEnterprise { name, code } => self.register_enterprise(name, *code),
            Act::LiftBlacklisting { enterprise } => self.lift_blacklisting(*enterprise),
            _ => self.act_on_record(date, act),
        }
    }

    /// The acts that adopt, publish, or only put on record.
    fn act_on_record(&mut self, date: Date, act: &Act) -> Done {
        match act {
            Act::AdoptCalendar(calendar) => self.adopt_calendar(calendar),
            Act::AdoptPolicy { month, policy } => self.adopt_policy(date, *month, policy),
            Act::PublishDuty { station, from, to, days } => {
                self.publish_duty(*station, *from, *to, days.as_slice())
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
            _ => self.act_on_member(date, act),
        }
    }

    /// The acts that are about a member.
    fn act_on_member(&mut self, date: Date, act: &Act) -> Done {
        match act {
            Act::Admit(application) => self.admit(date, application),
            Act::ChangeOffers { member, offers } => self.change_offers(*member, offers.as_slice()),
            Act::Withdraw { member } => self.withdraw(date, *member),
            Act::GrantLeave { member } => self.grant_leave(*member),
            Act::EndLeave { member } => self.end_leave(*member),
            Act::PublishRanking { year, volumes } => {
                self.publish_ranking(date, *year, volumes.as_slice())
            }
            Act::Expel { member, misconduct, .. } => self.expel(date, *member, misconduct),
            Act::Notify { member } => self.notify(date, *member),
            Act::TakeSeat { category, member } => self.take_seat(date, *category, *member),
            Act::LeaveSeat { member } => self.leave_seat(date, *member),
            Act::RecordBreach { member, kind } => self.record_breach(date, *member, *kind),
            _ => self.act_on_order(date, act),
        }
    }

    /// The acts that are about an order. `OpenMonth` comes here only as the first command of
    /// all, when it concludes nothing more (rules 1.3).
    fn act_on_order(&mut self, date: Date, act: &Act) -> Done {
        match act {
            Act::Accept(order) => self.accept(date, order),
            Act::Designate { order, member } => self.designate(*order, *member),
            Act::Cancel { order } => self.cancel(*order),
            Act::Decline { order, cause } => self.decline(*order, *cause),
            Act::Mediate { order, result } => self.mediate(*order, *result),
            Act::LiftBar { order, member } => self.lift_bar(*order, *member),
            Act::Complete { order, on } => self.complete(date, *order, *on),
            Act::Settle { order } => self.settle(*order),
            Act::RecordDefault { order } => self.record_default(date, *order),
            Act::Abandon { order } => self.abandon(*order),
            Act::CallOff { order, work } => self.call_off(*order, *work),
            Act::Fail { order } => self.fail(*order),
            Act::Reassign { order, finding, to } => self.take_away(*order, *finding, *to),
            _ => Ok(()),
        }
    }

    /// Adds a conclusion.
    fn say(&mut self, event: Event) {
        self.said.push(event);
    }

    /// What became of a deposit; of none there is nothing to say.
    fn say_deposit(&mut self, deposit: Money, event: Event) {
        if deposit.fen() > 0 {
            self.say(event);
        }
    }
}

/// What it says to have happened happened after its own date (rules 1.2, 1.4).
fn refuse_occurred(command: &Command) -> Done {
    let date = command.date;
    match command.occurred {
        Some(occurred) if occurred > date => Err(Refusal::OccurredAfterDate { occurred, date }),
        _ => Ok(()),
    }
}
