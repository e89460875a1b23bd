//! Short words for the council and for what stations put on record.

use paidan::{Act, Breach, Category, DutyDays, Event, MemberId, Outcome, Policy};

use super::{City, date, set, station};

/// A member takes a seat.
pub fn take_seat(category: Category, member: MemberId) -> Act {
    Act::TakeSeat { category, member }
}

/// A member gives its seat up.
pub fn leave_seat(member: MemberId) -> Act {
    Act::LeaveSeat { member }
}

/// The staff of a member left its post.
pub fn breach(member: MemberId) -> Act {
    Act::RecordBreach { member, kind: Breach::Absence }
}

/// The first station publishes its duty days for a period.
pub fn duty(from: &str, to: &str, days: &[&str]) -> Act {
    let days: Vec<_> = days.iter().map(|day| date(day)).collect();
    Act::PublishDuty { station: station(1), from: date(from), to: date(to), days: set(&days) }
}

/// The literal policy with another number of duty days.
pub fn with_duty_days(days: u16) -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.duty.days = DutyDays::new(days).expect("in range");
    policy
}

/// The runs that a plan falls short in: the first day, the duty days it has, and those it needs.
pub fn short_runs(outcome: &Outcome) -> Vec<(String, u8, u8)> {
    let runs = outcome.events.iter().filter_map(|event| match *event {
        Event::DutyShort { from, found, needed, .. } => Some((from.to_string(), found, needed)),
        _ => None,
    });
    runs.collect()
}

impl City {
    /// The members in the seats of a class, by number; 0 where a seat is vacant.
    pub fn seats(&self, category: Category) -> Vec<u32> {
        let seats = self.alliance.council().iter().filter(|(seat, _)| seat.category() == category);
        seats.map(|(_, holder)| holder.map_or(0, MemberId::get)).collect()
    }
}
