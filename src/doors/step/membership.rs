//! `Admit`, `ChangeOffers`, `Withdraw`, `GrantLeave`, `EndLeave` and `PublishRanking`: who is in the alliance and in what
//! order its members stand (articles 5, 8, 16 and rules 2, 3).

use crate::doors::check;
use crate::doors::step::{Course, Step};
use crate::facts::command::Application;
use crate::facts::council::Vacancy;
use crate::facts::event::{Event, Publication, Sorting};
use crate::facts::member::{Category, Volume};
use crate::rules::turn;
use crate::words::id::{ItemId, MemberId};
use crate::words::list::{List, Set};

impl<C: Course> Step<'_, C> {
    /// Admits a firm; it joins the lines of what it offers, and held orders are tried.
    pub(crate) fn admit(&mut self, firm: &Application) -> Result<(), C::Stop> {
        let member = check::membership::admit(self.alliance(), self.command.date, firm)?;
        self.emit(Event::Admitted { member })?;
        for category in self.alliance().registry.categories_of(&firm.offers) {
            self.emit(Event::JoinedLine { member, category })?;
        }
        self.try_held_with(member)
    }

    /// Replaces what a member offers: it leaves lines, joins others, and where an item is new to
    /// it, held orders are tried.
    pub(crate) fn change_offers(
        &mut self,
        member: MemberId,
        offers: &Set<ItemId>,
    ) -> Result<(), C::Stop> {
        check::membership::change_offers(self.alliance(), member, offers)?;
        let is_new = |item| !self.alliance().roster.offers(member).contains(item);
        let widens = offers.as_slice().iter().any(is_new);
        let lines = self.alliance().registry.categories_of(offers);
        self.emit(Event::OffersChanged { member })?;
        for category in self.alliance().lines.with(member) {
            if !lines.contains(&category) {
                self.emit(Event::LeftLine { member, category })?;
            }
        }
        for category in lines {
            if !self.alliance().lines.of(category).contains(member) {
                self.emit(Event::JoinedLine { member, category })?;
            }
        }
        if widens {
            self.try_held_with(member)?;
        }
        Ok(())
    }

    /// A member leaves of its own will, and with it every line.
    pub(crate) fn withdraw(&mut self, member: MemberId) -> Result<(), C::Stop> {
        check::membership::withdraw(self.alliance(), member)?;
        self.emit(Event::Withdrawn { member })?;
        self.leave_house(member)
    }

    /// A member is passed over by turn from now on.
    pub(crate) fn grant_leave(&mut self, member: MemberId) -> Result<(), C::Stop> {
        check::membership::grant_leave(self.alliance(), member)?;
        self.emit(Event::LeaveGranted { member })
    }

    /// A member is no longer passed over, and held orders are tried.
    pub(crate) fn end_leave(&mut self, member: MemberId) -> Result<(), C::Stop> {
        check::membership::end_leave(self.alliance(), member)?;
        self.emit(Event::LeaveEnded { member })?;
        self.try_held_with(member)
    }

    /// A member that is no longer in the alliance leaves every line, and its seat.
    pub(crate) fn leave_house(&mut self, member: MemberId) -> Result<(), C::Stop> {
        for category in self.alliance().lines.with(member) {
            self.emit(Event::LeftLine { member, category })?;
        }
        self.vacate_seat(member, Vacancy::Left)
    }

    /// Publishes a ranking: the first of a year sorts every line whole; a correction takes nobody's
    /// turn away, and is told of those lines in which somebody changes place.
    pub(crate) fn publish_ranking(
        &mut self,
        year: i32,
        volumes: &List<Volume>,
    ) -> Result<(), C::Stop> {
        check::membership::publish_ranking(self.alliance(), self.command.date, year, volumes)?;
        let (publication, sorting) = match self.alliance().ranking_year() {
            Some(last) if last == year => (Publication::Correction, Sorting::Correction),
            _ => (Publication::First, Sorting::Whole),
        };
        let sorted = Category::ALL.map(|category| {
            let line = self.alliance().lines.of(category);
            sorting == Sorting::Whole || turn::is_corrected_by(line, volumes.as_slice())
        });
        self.emit(Event::RankingPublished { year, publication })?;
        for (category, is_sorted) in Category::ALL.into_iter().zip(sorted) {
            if is_sorted {
                self.emit(Event::LineSorted { category, sorting })?;
            }
        }
        Ok(())
    }
}
