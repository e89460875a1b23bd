//! What conclusions on the registers and the members change.

use crate::alliance::Alliance;
use crate::facts::command::{Act, Application, Command};
use crate::facts::council::{Seat, Vacancy};
use crate::facts::event::{Event, Sorting};
use crate::facts::member::{Category, Member, Membership};
use crate::facts::register::{Enterprise, Registered, ServiceItem, Station};
use crate::rules::turn;
use crate::words::credit_code::CreditCode;
use crate::words::id::MemberId;

impl Alliance {
    /// Carries out a conclusion on what is registered.
    pub(super) fn apply_to_registers(&mut self, command: &Command, event: &Event) {
        match *event {
            Event::StationOpened { .. }
            | Event::ItemListed { .. }
            | Event::MenuPriceSet { .. }
            | Event::EnterpriseRegistered { .. }
            | Event::Admitted { .. } => self.register(command),
            Event::StationClosed { station } => self.registry.set_closed(station, true),
            Event::StationReopened { station } => self.registry.set_closed(station, false),
            Event::ItemDelisted { item } => self.registry.set_delisted(item, true),
            Event::ItemRelisted { item } => self.registry.set_delisted(item, false),
            Event::Renamed { of } => self.rename(command, of),
            Event::Blacklisted { enterprise } => self.registry.set_blacklisted(enterprise, true),
            Event::BlacklistingLifted { enterprise } => {
                self.registry.set_blacklisted(enterprise, false);
            }
            Event::CalendarAdopted => self.adopt_calendar(command),
            _ => {}
        }
    }

    /// Carries out a conclusion on members, lines and seats.
    pub(super) fn apply_to_members(&mut self, command: &Command, event: &Event) {
        match *event {
            Event::OffersChanged { member } => self.change_offers(command, member),
            Event::Withdrawn { member } => {
                self.leave_as(member, Membership::Withdrawn { on: command.date });
            }
            Event::Expelled { member, ground } => {
                self.leave_as(member, Membership::Expelled { ground, on: command.date });
            }
            Event::LeaveGranted { member } => self.set_on_leave(member, true),
            Event::LeaveEnded { member } => self.set_on_leave(member, false),
            Event::LeftLine { member, category } => {
                self.lines.of_mut(category).leave(member, self.roster.offers(member));
            }
            Event::JoinedLine { member, category } => self.join(member, category),
            Event::RankingPublished { .. } => self.rank(command),
            Event::LineSorted { category, sorting } => self.sort(category, sorting),
            Event::RunRaised { member, run, .. } => self.roster.set_run(member, run),
            Event::RunEnded { member } => self.roster.set_run(member, 0),
            Event::RunsReset { .. } => self.roster.reset_runs(),
            Event::Notified { member } => self.roster.set_notice(member, command.date),
            Event::SeatTaken { member, seat } => self.council.set(seat, Some(member)),
            Event::SeatVacated { member, seat, vacancy } => {
                self.vacate_seat(command, member, seat, vacancy);
            }
            Event::BreachRecorded { member, .. } => {
                self.roster.end_seat(member, command.date.year(), true);
            }
            _ => {}
        }
    }

    /// Registers what the command brings.
    fn register(&mut self, command: &Command) {
        match &command.act {
            Act::OpenStation { name } => self.registry.add_station(Station::new(name.clone())),
            Act::ListItem { name, category, menu_price } => self.registry.add_item(ServiceItem {
                menu_price: *menu_price,
                ..ServiceItem::new(name.clone(), *category)
            }),
            Act::SetMenuPrice { item, menu_price } => {
                self.registry.set_menu_price(*item, *menu_price);
            }
            Act::RegisterEnterprise { name, code } => {
                let enterprise = Enterprise::new(name.clone(), *code);
                self.registry.add_enterprise(enterprise, self.roster.current_with(code));
            }
            Act::Admit(firm) => self.admit(firm),
            _ => {}
        }
    }

    /// Admits a firm, which stands in no line yet.
    fn admit(&mut self, firm: &Application) {
        let member = Member::new(firm.name.clone(), firm.code, firm.category, firm.offers.clone());
        self.roster.admit(member);
        self.own_firm_follows(&firm.code);
    }

    /// An enterprise with this code is the member that is current with it now.
    pub(crate) fn own_firm_follows(&mut self, code: &CreditCode) {
        self.registry.set_own_firm(code, self.roster.current_with(code));
    }

    /// Replaces what a member offers, and with it what it is ready for where it stands.
    fn change_offers(&mut self, command: &Command, member: MemberId) {
        let Act::ChangeOffers { offers, .. } = &command.act else { return };
        let Some(before) = self.roster.set_offers(member, offers) else { return };
        self.refresh(member, before.as_slice());
        self.refresh(member, offers.as_slice());
    }

    /// A member is no longer in the alliance.
    fn leave_as(&mut self, member: MemberId, standing: Membership) {
        self.roster.set_standing(member, standing);
        if let Some(code) = self.roster.member(member).map(|member| member.code) {
            self.own_firm_follows(&code);
        }
    }

    /// A member joins the end of a line, ready for what it offers there.
    fn join(&mut self, member: MemberId, category: Category) {
        self.lines.of_mut(category).join(member);
        self.make_ready(member);
    }

    /// Vacates a seat, and notes the year where it was given up.
    fn vacate_seat(&mut self, command: &Command, member: MemberId, seat: Seat, vacancy: Vacancy) {
        self.council.set(seat, None);
        if vacancy == Vacancy::GivenUp {
            self.roster.end_seat(member, command.date.year(), false);
        }
    }

    /// Replaces the calendar.
    fn adopt_calendar(&mut self, command: &Command) {
        if let Act::AdoptCalendar(calendar) = &command.act {
            self.calendar.clone_from(calendar);
        }
    }

    /// Gives what is registered the name that the command brings.
    fn rename(&mut self, command: &Command, of: Registered) {
        let Act::Rename { name, .. } = &command.act else { return };
        match of {
            Registered::Station(station) => self.registry.rename_station(station, name),
            Registered::Item(item) => self.registry.rename_item(item, name),
            Registered::Enterprise(enterprise) => self.registry.rename_enterprise(enterprise, name),
            Registered::Member(member) => self.roster.rename(member, name),
        }
    }

    /// A member goes on leave or comes back, and with it changes what it is ready for.
    fn set_on_leave(&mut self, member: MemberId, on_leave: bool) {
        self.roster.set_on_leave(member, on_leave);
        self.make_ready(member);
    }

    /// Sorts a line by the figures of the ranking, or as far as a correction does.
    fn sort(&mut self, category: Category, sorting: Sorting) {
        let (line, roster) = (self.lines.of_mut(category), &self.roster);
        match sorting {
            Sorting::Whole => line.sort(roster.in_rank_order(line.members())),
            Sorting::Correction => line.correct(turn::corrected(line, |of| roster.volume(of))),
        }
    }

    /// Takes the figures of a ranking.
    fn rank(&mut self, command: &Command) {
        if let Act::PublishRanking { year, volumes } = &command.act {
            let volumes = volumes.as_slice().iter().map(|of| (of.member, of.orders));
            self.roster.rank(*year, volumes);
        }
    }
}
