//! Everything around the orders: council, calendar, policy, duty, records (rules 1.9, 11, 12, 13).

use paidan::{
    Breach, Calendar, Category, Date, EnterpriseId, Event, Feedback, ItemId, MemberId, Month,
    OrderId, Policy, Refusal, Seat, StationId, Text, Vacancy,
};

use super::days::{days_between, is_weekend, is_working_day, working_days};
use super::state::State;
use super::{Done, Plain};

/// The five seats, and whose each is (rules 11).
const SEATS: [(Seat, Category); 5] = [
    (Seat::Finance, Category::Finance),
    (Seat::Research, Category::Research),
    (Seat::Patent, Category::Patent),
    (Seat::FirstComprehensive, Category::Comprehensive),
    (Seat::SecondComprehensive, Category::Comprehensive),
];

impl Plain {
    /// Replaces the whole calendar; a make-up day is one at a week's end, and no holiday (rules 1.9).
    pub(super) fn adopt_calendar(&mut self, calendar: &Calendar) -> Done {
        for day in calendar.holidays.as_slice() {
            if calendar.make_up_days.as_slice().contains(day) {
                return Err(Refusal::HolidayAndMakeUpDay { day: *day });
            }
        }
        for day in calendar.make_up_days.as_slice() {
            if !is_weekend(*day) {
                return Err(Refusal::MakeUpDayInWeek { day: *day });
            }
        }
        self.calendar = calendar.clone();
        self.say(Event::CalendarAdopted);
        Ok(())
    }

    /// Adopts a policy for a later month, in place of one adopted for it before (rules 13).
    pub(super) fn adopt_policy(&mut self, date: Date, month: Month, policy: &Policy) -> Done {
        if month <= date.month() {
            return Err(Refusal::PolicyMonthNotLater { month, date });
        }
        self.pending.retain(|(of, _)| *of != month);
        self.pending.push((month, policy.clone()));
        self.pending.sort_by_key(|(of, _)| *of);
        self.say(Event::PolicyAdopted { month });
        Ok(())
    }

    /// Fills the first vacant seat of the category (rules 11).
    pub(super) fn take_seat(&mut self, date: Date, category: Category, member: MemberId) -> Done {
        let found = self.find_current(member)?;
        if found.category != category {
            return Err(Refusal::NotOfTheClass { member, category });
        }
        if self.seats.contains(&Some(member)) {
            return Err(Refusal::HoldsSeat { member });
        }
        let year = date.year();
        if self.firm(member).is_some_and(|firm| firm.seat_lost == Some(year)) {
            return Err(Refusal::LostSeatThisYear { member, year });
        }
        let mut seats = self.seats.iter_mut().zip(SEATS);
        let vacant = seats.find(|(holder, (_, of))| holder.is_none() && *of == category);
        let (holder, (seat, _)) = vacant.ok_or(Refusal::NoVacantSeat { category })?;
        *holder = Some(member);
        self.say(Event::SeatTaken { member, seat });
        Ok(())
    }

    /// A member leaves the seat it holds, if it holds one.
    pub(super) fn vacate_seat(&mut self, member: MemberId, vacancy: Vacancy) {
        for (at, (seat, _)) in SEATS.into_iter().enumerate() {
            if self.seats[at] == Some(member) {
                self.seats[at] = None;
                self.say(Event::SeatVacated { member, seat, vacancy });
            }
        }
    }

    /// A member gives its seat up (rules 11).
    pub(super) fn leave_seat(&mut self, date: Date, member: MemberId) -> Done {
        self.find_member(member)?;
        if !self.seats.contains(&Some(member)) {
            return Err(Refusal::HoldsNoSeat { member });
        }
        self.change_firm(member, |firm| firm.seat_given_up = Some(date.year()));
        self.vacate_seat(member, Vacancy::GivenUp);
        Ok(())
    }

    /// A breach by the staff of a member that is seated, or gave its seat up this year (rules
    /// 11). Read so that giving up first does not spare it: the year counts as one of a loss.
    pub(super) fn record_breach(&mut self, date: Date, member: MemberId, kind: Breach) -> Done {
        self.find_member(member)?;
        let seated = self.seats.contains(&Some(member));
        let given_up = self.firm(member).and_then(|firm| firm.seat_given_up);
        if !seated && given_up != Some(date.year()) {
            return Err(Refusal::HoldsNoSeat { member });
        }
        self.say(Event::BreachRecorded { member, kind });
        self.change_firm(member, |firm| firm.seat_lost = Some(date.year()));
        self.vacate_seat(member, Vacancy::Breach);
        Ok(())
    }

    /// Publishes duty days, with each run of working days that falls short (rules 12.1).
    pub(super) fn publish_duty(
        &mut self,
        station: StationId,
        from: Date,
        to: Date,
        days: &[Date],
    ) -> Done {
        if self.find_station(station)?.closed {
            return Err(Refusal::StationClosed { station });
        }
        if to < from || days_between(from, to) + 1 > 366 {
            return Err(Refusal::DutyPeriod { from, to });
        }
        for day in days {
            if *day < from || *day > to {
                return Err(Refusal::DutyDayOutside { day: *day, from, to });
            }
        }
        for day in days {
            if !is_working_day(&self.calendar, *day) {
                return Err(Refusal::DutyDayOff { day: *day });
            }
        }
        self.say(Event::DutyPublished { station });
        let working = working_days(&self.calendar, from, to);
        let wanted = usize::from(self.policy.duty.days.get());
        let needed = wanted.min(working.len());
        // A short period is one run of all the working days it has; one without any needs none.
        for run in working.windows(working.len().clamp(1, 5)) {
            let found = run.iter().filter(|day| days.contains(day)).count();
            let (Some(first), true) = (run.first(), found < needed) else { continue };
            let [found, needed] = [found, needed].map(|count| u8::try_from(count).unwrap_or(5));
            self.say(Event::DutyShort { station, from: *first, found, needed });
        }
        Ok(())
    }

    pub(super) fn record_training(&mut self, station: StationId) -> Done {
        self.find_station(station)?;
        self.say(Event::TrainingRecorded { station });
        Ok(())
    }

    pub(super) fn record_consultation(
        &mut self,
        station: StationId,
        enterprise: EnterpriseId,
    ) -> Done {
        self.find_station(station)?;
        self.find_enterprise(enterprise)?;
        self.say(Event::ConsultationRecorded { station, enterprise });
        Ok(())
    }

    /// What an enterprise says of an order; it changes nothing (rules 12.5).
    pub(super) fn record_feedback(
        &mut self,
        order: OrderId,
        feedback: Feedback,
        text: &Text,
    ) -> Done {
        if matches!(self.find_order(order)?.state, State::Held) {
            return Err(Refusal::OrderHeld { order });
        }
        if feedback == Feedback::Complaint && text.as_str().is_empty() {
            return Err(Refusal::ComplaintWithoutText);
        }
        self.say(Event::FeedbackRecorded { order, feedback });
        Ok(())
    }

    /// An order that a station did not accept, with its reason (rules 12.4).
    pub(super) fn record_turned_away(
        &mut self,
        station: StationId,
        enterprise: EnterpriseId,
        item: ItemId,
        reason: &Text,
    ) -> Done {
        self.find_station(station)?;
        self.find_enterprise(enterprise)?;
        self.find_item(item)?;
        if reason.as_str().is_empty() {
            return Err(Refusal::NoReason);
        }
        self.say(Event::TurnedAway { station, enterprise, item });
        Ok(())
    }
}
