//! Acts of the council and of the stations, drawn so that most are accepted.

use paidan::{Act, Breach, Date, Feedback, MemberId, OrderState};

use super::scene::{Scene, after, set};
use super::world::text;

impl Scene<'_> {
    pub fn seated(&self) -> Vec<MemberId> {
        self.alliance.council().iter().filter_map(|(_, holder)| holder).collect()
    }

    pub fn take_seat(&mut self) -> Option<Act> {
        let (council, year) = (self.alliance.council(), self.now.year());
        let mut able = self.current();
        able.retain(|member| {
            let firm = self.firm(*member);
            council.vacant(firm.category).is_some()
                && council.seat_of(*member).is_none()
                && firm.seat_lost != Some(year)
        });
        let member = self.pick(&able)?;
        Some(Act::TakeSeat { category: self.firm(member).category, member })
    }

    /// One that lost its seat this year tries to have one again, in vain.
    pub fn take_seat_again(&mut self) -> Option<Act> {
        let year = self.now.year();
        let lost = self.members(|of| of.is_current() && of.seat_lost == Some(year));
        let member = self.pick(&lost)?;
        Some(Act::TakeSeat { category: self.firm(member).category, member })
    }

    pub fn leave_seat(&mut self) -> Option<Act> {
        let seated = self.seated();
        Some(Act::LeaveSeat { member: self.pick(&seated)? })
    }

    /// Of one that holds a seat, or gave one up this year.
    pub fn breach(&mut self) -> Option<Act> {
        let year = self.now.year();
        let mut answerable = self.members(|of| of.seat_given_up == Some(year));
        answerable.extend(self.seated());
        let member = self.pick(&answerable)?;
        Some(Act::RecordBreach { member, kind: self.breach_kind() })
    }

    pub fn breach_kind(&mut self) -> Breach {
        self.any([Breach::Direction, Breach::Absence, Breach::Process, Breach::Inducement])
    }

    /// A plan from soon on, whose duty days repeat every few working days.
    pub fn publish_duty(&mut self) -> Option<Act> {
        let station = self.a_station()?;
        let from = after(self.now, i64::try_from(self.draws.below(20)).expect("few"));
        let length = self.any([0, 2, 4, 6, 13, 20, 365]);
        let to = after(from, length);
        let of_five = self.draws.below(6);
        let working = (0..=length).map(|days| after(from, days));
        let working = working.filter(|day| self.alliance.calendar().is_working_day(*day));
        let duty = working.enumerate().filter(|(nth, _)| nth % 5 < of_five).map(|(_, day)| day);
        let mut days: Vec<Date> = duty.collect();
        if self.chance(30) && !days.is_empty() {
            days.remove(self.draws.below(days.len()));
        }
        Some(Act::PublishDuty { station, from, to, days: set(days) })
    }

    /// Something goes on record, now and then of an enterprise that is on the blacklist.
    pub fn put_on_record(&mut self) -> Option<Act> {
        let station = self.a_station()?;
        let (mut enterprises, items) = (self.enterprises(false), self.items());
        enterprises.extend(self.enterprises(true));
        let enterprise = self.pick(&enterprises)?;
        Some(match self.draws.below(3) {
            0 => Act::RecordTraining { station, text: text("tax law") },
            1 => Act::RecordConsultation { station, enterprise, text: text("funding") },
            _ => {
                let (item, reason) = (self.pick(&items)?, text("papers are missing"));
                Act::RecordTurnedAway { station, enterprise, item, reason }
            }
        })
    }

    /// What an enterprise says of any order that is not held, ended or not.
    pub fn feedback(&mut self) -> Option<Act> {
        let mut orders = self.orders();
        let is_held = |of: &paidan::OrderId| {
            self.alliance.order(*of).is_some_and(|of| of.state == OrderState::Held)
        };
        orders.retain(|of| !is_held(of));
        let order = self.pick(&orders)?;
        let feedback = self.any([Feedback::Satisfied, Feedback::Dissatisfied, Feedback::Complaint]);
        let is_said = feedback == Feedback::Complaint || self.chance(20);
        let text = text(if is_said { "the work is late" } else { "" });
        Some(Act::RecordFeedback { order, feedback, text })
    }
}
