//! Everything around the orders: register, council, calendar, policy, duty, records (rules 1.10,
//! 7.5, 11, 12, 13).

use paidan::{
    Calendar, Category, CreditCode, Date, EnterpriseId, Event, IdKind, ItemId, MemberId, Month,
    Policy, Price, Refusal, StationId, Text, Vacancy,
};

use super::days::{days_between, is_working_day, working_days};
use super::{Done, Plain};
use crate::model::view::EnterpriseView;

/// Whose seat each is (rules 11).
const SEATS: [Category; 5] = [
    Category::Finance,
    Category::Research,
    Category::Patent,
    Category::Comprehensive,
    Category::Comprehensive,
];

impl Plain {
    pub(super) fn open_station(&mut self, name: &Text) -> Done {
        let exhausted = Refusal::IdsExhausted { kind: IdKind::Station };
        let station = StationId::at(self.stations.len()).ok_or(exhausted)?;
        self.stations.push(name.clone());
        self.say(Event::StationOpened { station });
        Ok(())
    }

    pub(super) fn list_item(
        &mut self,
        name: &Text,
        category: Category,
        menu: Option<Price>,
    ) -> Done {
        let exhausted = Refusal::IdsExhausted { kind: IdKind::Item };
        let item = ItemId::at(self.items.len()).ok_or(exhausted)?;
        self.items.push((name.clone(), category, menu));
        self.say(Event::ItemListed { item });
        Ok(())
    }

    pub(super) fn set_menu_price(&mut self, item: ItemId, price: Option<Price>) -> Done {
        let found = self.items.get_mut(item.index());
        let (_, _, menu) = found.ok_or(Refusal::UnknownItem { item })?;
        *menu = price;
        self.say(Event::MenuPriceSet { item });
        Ok(())
    }

    pub(super) fn register_enterprise(&mut self, name: &Text, code: CreditCode) -> Done {
        let same = self.enterprises.iter().position(|other| other.code == code);
        if let Some(enterprise) = same.and_then(EnterpriseId::at) {
            return Err(Refusal::EnterpriseRegistered { enterprise });
        }
        let exhausted = Refusal::IdsExhausted { kind: IdKind::Enterprise };
        let enterprise = EnterpriseId::at(self.enterprises.len()).ok_or(exhausted)?;
        self.enterprises.push(EnterpriseView { name: name.clone(), code, blacklisted: false });
        self.say(Event::EnterpriseRegistered { enterprise });
        Ok(())
    }

    /// The council lifts a blacklisting (rules 7.5).
    pub(super) fn lift_blacklisting(&mut self, enterprise: EnterpriseId) -> Done {
        let found = self.enterprises.get_mut(enterprise.index());
        let found = found.ok_or(Refusal::UnknownEnterprise { enterprise })?;
        if !found.blacklisted {
            return Err(Refusal::EnterpriseNotBlacklisted { enterprise });
        }
        found.blacklisted = false;
        self.say(Event::BlacklistingLifted { enterprise });
        Ok(())
    }

    /// Replaces the whole calendar; due dates already fixed stay (rules 1.9).
    pub(super) fn adopt_calendar(&mut self, calendar: &Calendar) -> Done {
        for day in calendar.holidays.as_slice() {
            if calendar.make_up_days.as_slice().contains(day) {
                return Err(Refusal::HolidayAndMakeUpDay { day: *day });
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
        let vacant = seats.find(|(holder, of)| holder.is_none() && *of == category);
        let (seat, _) = vacant.ok_or(Refusal::NoVacantSeat { category })?;
        *seat = Some(member);
        self.say(Event::SeatTaken { member, category });
        Ok(())
    }

    pub(super) fn vacate_seat(&mut self, member: MemberId, vacancy: Vacancy) {
        for seat in &mut self.seats {
            if *seat == Some(member) {
                *seat = None;
            }
        }
        self.say(Event::SeatVacated { member, vacancy });
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
    pub(super) fn record_breach(&mut self, date: Date, member: MemberId) -> Done {
        self.find_member(member)?;
        let seated = self.seats.contains(&Some(member));
        let given_up = self.firm(member).and_then(|firm| firm.seat_given_up);
        if !seated && given_up != Some(date.year()) {
            return Err(Refusal::HoldsNoSeat { member });
        }
        self.say(Event::BreachRecorded { member });
        self.change_firm(member, |firm| firm.seat_lost = Some(date.year()));
        if seated {
            self.vacate_seat(member, Vacancy::Breach);
        }
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
        self.find_station(station)?;
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
