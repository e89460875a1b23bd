//! The days on which staff is at the stations: two fixed days of the week, planned by the quarter.

use chrono::{Datelike, Weekday};
use paidan::{Act, Calendar, Command, Date, Set, StationId};

use super::calendar;
use super::story::Story;
use super::world::STATIONS;

/// The days of the week of the stations, in turn.
const WEEKDAYS: [[Weekday; 2]; 5] = [
    [Weekday::Mon, Weekday::Wed],
    [Weekday::Tue, Weekday::Thu],
    [Weekday::Mon, Weekday::Thu],
    [Weekday::Wed, Weekday::Fri],
    [Weekday::Tue, Weekday::Fri],
];

/// The station that nobody can be sent to for two weeks of June, by its place.
const WITHOUT_STAFF: usize = 9;

/// The quarter that begins with the longest holiday.
const AUTUMN: u32 = 4;

/// Of five working days in a row, this many must be duty days.
const NEEDED: usize = 2;

impl Story {
    /// Every station that is open publishes its plan for a quarter, or for what is left of it.
    pub fn publish_duty(&mut self, quarter: u32) {
        let [from, to] = calendar::quarter(self.book.date.year(), quarter);
        let from = from.max(self.book.date);
        let is_open = |place: &usize| !self.book.alliance.stations()[*place].closed;
        let open: Vec<usize> = (0..STATIONS.len()).filter(is_open).collect();
        for place in open {
            let usual = usual_days(place, from, to);
            let days = planned(self.book.alliance.calendar(), place, quarter, &usual, from, to);
            self.wrong_duty(place, quarter, [from, to], &usual, &days);
            self.book.act(duty(place, from, to, days));
        }
    }

    /// What stations get wrong first: holidays are not looked up, the ends of the period are
    /// exchanged, or the period is still that of the quarter before.
    fn wrong_duty(
        &mut self,
        place: usize,
        quarter: u32,
        [from, to]: [Date; 2],
        usual: &[Date],
        days: &[Date],
    ) {
        let calendar = self.book.alliance.calendar();
        let (code, act) = match (place, quarter) {
            (0, 2) if usual.iter().any(|day| !calendar.is_working_day(*day)) => {
                ("duty_day_off", duty(place, from, to, usual.to_vec()))
            }
            (3, 3) => ("duty_period", duty(place, to, from, days.to_vec())),
            (6, AUTUMN) => {
                let [from, to] = calendar::quarter(from.year(), quarter - 1);
                ("duty_day_outside", duty(place, from, to, days.to_vec()))
            }
            _ => return,
        };
        self.book.refused(code, Command::new(self.book.date, act));
    }
}

fn duty(place: usize, from: Date, to: Date, days: Vec<Date>) -> Act {
    let station = StationId::at(place).expect("an id");
    let days = Set::try_from(days).expect("a quarter");
    Act::PublishDuty { station, from, to, days }
}

/// The days of a period that are the station's days of the week, holidays too.
fn usual_days(place: usize, from: Date, to: Date) -> Vec<Date> {
    let weekdays = WEEKDAYS[place % WEEKDAYS.len()];
    let days = calendar::span(from, to);
    days.filter(|day| weekdays.contains(&day.naive().weekday())).collect()
}

/// The usual days that are worked. Most stations see where holidays leave too few and add a day; in
/// autumn one in three does not.
fn planned(
    calendar: &Calendar,
    place: usize,
    quarter: u32,
    usual: &[Date],
    from: Date,
    to: Date,
) -> Vec<Date> {
    let is_worked = |day: &Date| calendar.is_working_day(*day);
    let mut days: Vec<Date> = usual.iter().copied().filter(is_worked).collect();
    if quarter != AUTUMN || place % 3 != 1 {
        let worked: Vec<Date> = calendar::span(from, to).filter(is_worked).collect();
        mend(&worked, &mut days);
    }
    if (place, quarter) == (WITHOUT_STAFF, 2) {
        days.retain(|day| calendar::month(*day) != 6 || !(9..=20).contains(&calendar::day(*day)));
    }
    days
}

/// Adds to every five working days in a row that have too few duty days the last ones that are none.
fn mend(worked: &[Date], days: &mut Vec<Date>) {
    for week in worked.windows(5) {
        let is_duty = |day: &&Date| days.contains(day);
        let missing = NEEDED.saturating_sub(week.iter().filter(is_duty).count());
        let free = week.iter().rev().filter(|day| !days.contains(day));
        let added: Vec<Date> = free.take(missing).copied().collect();
        days.extend(added);
    }
}
