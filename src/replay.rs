//! Replaying a decision: the outcome is fitted to the state before anything changes.
//!
//! What must fit is what keeps the state sound: the conclusions of the act with the ids that come
//! next, members that can have an order, orders that can be given, lines that can be joined. That
//! the decision is also the one the rules give, a comparison with `step` tells.

use crate::alliance::Alliance;
use crate::cap::CapFigures;
use crate::check;
use crate::command::{Act, Command};
use crate::date::Month;
use crate::event::{Event, Outcome};
use crate::id::{ItemId, MemberId};
use crate::list::Set;
use crate::order::{Order, OrderState};
use crate::refusal::Refusal;
use crate::rules::time;

mod work;

/// An outcome that is none of this command on this state; nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Mismatch {
    /// The outcome is of another position or date than the state and the command.
    #[error("the outcome is of another position or date than the state and the command")]
    Entry,
    /// The command is one that is refused on this state.
    #[error("the command is refused on this state and has no outcome")]
    Refused,
    /// An event does not fit.
    #[error("event {0} of the outcome, counted from 0, does not fit the state and the command")]
    Event(usize),
    /// There are too few events.
    #[error("the outcome is cut short")]
    Short,
}

impl Alliance {
    /// Replays a decision: makes the state what the outcome says the command made of it.
    ///
    /// It decides nothing anew. The outcome must be one that this command can have on this state;
    /// whether it is also the one the rules give, a comparison with [`step`](Self::step) tells.
    ///
    /// # Errors
    /// [`Mismatch`] when it cannot be; the state then is as it was.
    pub fn apply(&mut self, command: &Command, outcome: &Outcome) -> Result<(), Mismatch> {
        if outcome.position != self.next_position() || outcome.date != command.date {
            return Err(Mismatch::Entry);
        }
        check::entry(self, command)?;
        Script { alliance: self, command, events: &outcome.events, at: 0 }.fits()?;
        for event in &outcome.events {
            self.apply_event(command, event);
        }
        self.close_entry(command);
        Ok(())
    }
}

impl From<Refusal> for Mismatch {
    fn from(_: Refusal) -> Self {
        Self::Refused
    }
}

/// The events of an outcome, held against what the act can come to.
struct Script<'a> {
    alliance: &'a Alliance,
    command: &'a Command,
    events: &'a [Event],
    at: usize,
}

impl Script<'_> {
    /// Goes through the events from the first to the last.
    fn fits(mut self) -> Result<(), Mismatch> {
        let month = self.command.date.month();
        if self.alliance.date.is_none() {
            self.exactly(Event::MonthOpened { month })?;
        } else if self.command.act == Act::OpenMonth {
            self.month_turns(month)?;
        }
        self.act()?;
        if self.at == self.events.len() { Ok(()) } else { Err(Mismatch::Event(self.at)) }
    }

    /// What the act itself comes to.
    fn act(&mut self) -> Result<(), Mismatch> {
        let (alliance, date) = (self.alliance, self.command.date);
        match &self.command.act {
            Act::OpenMonth => Ok(()),
            Act::AdoptPolicy { .. }
            | Act::AdoptCalendar(_)
            | Act::OpenStation { .. }
            | Act::ListItem { .. }
            | Act::SetMenuPrice { .. }
            | Act::RegisterEnterprise { .. }
            | Act::Notify { .. }
            | Act::LiftBlacklisting { .. } => self.one_event(),
            Act::Admit(firm) => {
                let member = check::membership::admit(alliance, date, firm)?;
                self.exactly(Event::Admitted { member })?;
                self.line_changes(member, &firm.offers)?;
                self.givings(Some((member, &firm.offers)))
            }
            Act::ChangeOffers { member, offers } => {
                check::membership::change_offers(alliance, *member, offers)?;
                self.exactly(Event::OffersChanged { member: *member })?;
                self.line_changes(*member, offers)?;
                self.givings(Some((*member, offers)))
            }
            &Act::Withdraw { member } => {
                check::membership::withdraw(alliance, member)?;
                self.exactly(Event::Withdrawn { member })?;
                self.line_changes(member, &Set::default())
            }
            Act::PublishRanking { year, volumes } => {
                check::membership::publish_ranking(alliance, date, *year, volumes)?;
                self.one(
                    |event| matches!(event, Event::RankingPublished { year: of, .. } if of == year),
                )?;
                self.sorts()
            }
            Act::Accept(order) => self.accepted(order),
            &Act::Designate { order, member } => {
                check::intake::designate(alliance, order, member)?;
                self.one(|event| {
                    matches!(*event, Event::Dispatched { order: of, member: to, .. }
                        if of == order && to == member)
                })
            }
            &Act::Cancel { order } => {
                let amount = check::intake::cancel(alliance, order)?.deposit;
                self.exactly(Event::Cancelled { order })?;
                self.returned(order, amount)
            }
            Act::Expel { member, misconduct, .. } => self.expelled(*member, misconduct),
            &Act::Decline { order, cause } => self.declined(order, cause),
            &Act::Mediate { order, result } => self.mediated(order, result),
            &Act::Complete { order, on } => self.completed(order, on),
            &Act::Settle { order } => {
                let deposit = check::work::settle(alliance, order)?.0.deposit;
                self.settled(order, deposit)
            }
            &Act::RecordDefault { order } => self.defaulted(order),
            &Act::Abandon { order } => self.abandoned(order),
            &Act::CallOff { order, work } => self.called_off(order, work),
            &Act::Fail { order } => self.failed(order),
            Act::Reassign { order, finding, to } => self.reassigned(*order, *finding, *to),
        }
    }

    /// The act comes to one event.
    fn one_event(&mut self) -> Result<(), Mismatch> {
        let alliance = self.alliance;
        let event = match &self.command.act {
            &Act::AdoptPolicy { month, .. } => {
                time::month_is_later(self.command.date, month)?;
                Event::PolicyAdopted { month }
            }
            Act::AdoptCalendar(calendar) => {
                check::conduct::adopt_calendar(calendar)?;
                Event::CalendarAdopted
            }
            Act::OpenStation { .. } => {
                Event::StationOpened { station: check::registers::open_station(alliance)? }
            }
            Act::ListItem { .. } => {
                Event::ItemListed { item: check::registers::list_item(alliance)? }
            }
            &Act::SetMenuPrice { item, .. } => {
                alliance.known_item(item)?;
                Event::MenuPriceSet { item }
            }
            Act::RegisterEnterprise { code, .. } => {
                let enterprise = check::registers::register_enterprise(alliance, code)?;
                Event::EnterpriseRegistered { enterprise }
            }
            &Act::Notify { member } => {
                check::conduct::notify(alliance, member)?;
                Event::Notified { member }
            }
            &Act::LiftBlacklisting { enterprise } => {
                check::conduct::lift_blacklisting(alliance, enterprise)?;
                Event::BlacklistingLifted { enterprise }
            }
            _ => return Ok(()),
        };
        self.exactly(event)
    }

    /// An order is accepted, and given to a member that can have it or held.
    fn accepted(&mut self, order: &Order) -> Result<(), Mismatch> {
        let alliance = self.alliance;
        let intake = check::intake::accept(alliance, order)?;
        let (order, item) = (intake.order, intake.search.item);
        self.exactly(Event::Accepted { order, deposit: intake.deposit })?;
        self.one(|event| match *event {
            Event::Held { order: of } => of == order,
            Event::Dispatched { order: of, member, .. } => {
                of == order && can_take(alliance, member, item)
            }
            _ => false,
        })
    }

    /// One month closes and the next opens, with the policy adopted for it and the held orders.
    fn month_turns(&mut self, month: Month) -> Result<(), Mismatch> {
        let alliance = self.alliance;
        self.each(|event| match event {
            Event::CapReached { member, cap, .. } => Some(can_reach(alliance, *member, *cap)),
            _ => None,
        })?;
        if let Some(ends) = alliance.month() {
            self.exactly(Event::MonthClosed { month: ends })?;
        }
        self.each(|event| match event {
            Event::Suspended { member, cap, .. } => Some(can_reach(alliance, *member, *cap)),
            _ => None,
        })?;
        self.exactly(Event::MonthOpened { month })?;
        if month.of_year() == 1 {
            self.exactly(Event::RunsReset { year: month.year() })?;
        }
        if alliance.pending.contains_key(&month) {
            self.exactly(Event::PolicyInForce { month })?;
            self.sorts()?;
        }
        self.givings(None)
    }

    /// A member leaves the lines of categories it does not offer any more and joins the others.
    fn line_changes(&mut self, member: MemberId, offers: &Set<ItemId>) -> Result<(), Mismatch> {
        let before = self.alliance.lines.with(member);
        let after = self.alliance.registry.categories_of(offers);
        for &category in before.iter().filter(|category| !after.contains(category)) {
            self.exactly(Event::LeftLine { member, category })?;
        }
        for &category in after.iter().filter(|category| !before.contains(category)) {
            self.exactly(Event::JoinedLine { member, category })?;
        }
        Ok(())
    }

    /// Lines are sorted, each at most once, in their order.
    fn sorts(&mut self) -> Result<(), Mismatch> {
        let mut last = None;
        self.each(|event| match *event {
            Event::LineSorted { category } => {
                Some(last.replace(category).is_none_or(|last| last < category))
            }
            _ => None,
        })
    }

    /// Held orders are given in order of submission, each to a member that can have it; `changed`
    /// is a member with what it offers by this very command.
    fn givings(&mut self, changed: Option<(MemberId, &Set<ItemId>)>) -> Result<(), Mismatch> {
        let alliance = self.alliance;
        let mut last = None;
        self.each(|event| match *event {
            Event::Dispatched { order, member, .. } => {
                let in_order = last.replace(order).is_none_or(|last| last < order);
                let held = alliance.docket.record(order);
                let held = held.filter(|record| record.state == OrderState::Held);
                let can_take = |item| match changed {
                    Some((of, offers)) if of == member => offers.contains(&item),
                    _ => can_take(alliance, member, item),
                };
                Some(in_order && held.is_some_and(|record| can_take(record.terms.item)))
            }
            _ => None,
        })
    }

    /// The next event is this one.
    fn exactly(&mut self, event: Event) -> Result<(), Mismatch> {
        self.one(|found| *found == event)
    }

    /// The next event is one that fits.
    fn one(&mut self, fits: impl Fn(&Event) -> bool) -> Result<(), Mismatch> {
        let event = self.events.get(self.at).ok_or(Mismatch::Short)?;
        if !fits(event) {
            return Err(Mismatch::Event(self.at));
        }
        self.at = self.at.saturating_add(1);
        Ok(())
    }

    /// The next events of a kind all fit; `fits` says nothing of one of another kind.
    fn each(&mut self, mut fits: impl FnMut(&Event) -> Option<bool>) -> Result<(), Mismatch> {
        while let Some(fits) = self.events.get(self.at).and_then(&mut fits) {
            if !fits {
                return Err(Mismatch::Event(self.at));
            }
            self.at = self.at.saturating_add(1);
        }
        Ok(())
    }
}

/// Whether a member can have an order for an item at all: it is current and offers it.
fn can_take(alliance: &Alliance, member: MemberId, item: ItemId) -> bool {
    alliance.roster.current(member).is_some_and(|firm| firm.offers.contains(&item))
}

/// Whether a member can reach a cap at all: it is current, and the cap is of a known item or of
/// the amount.
fn can_reach(alliance: &Alliance, member: MemberId, cap: CapFigures) -> bool {
    let is_known = cap.item().is_none_or(|item| alliance.item(item).is_some());
    is_known && alliance.roster.current(member).is_some()
}
