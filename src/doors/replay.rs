//! Replaying a decision: the outcome is held against the act before anything changes.
//!
//! The handlers of the acts go through the command as they do when they decide, with two
//! differences: whom an order goes to by turn is read from the outcome, not searched for; and each
//! conclusion is compared with the next event of the outcome, while the state stays as it is.

use crate::alliance::Alliance;
use crate::doors::check;
use crate::doors::dispatch::Found;
use crate::doors::step::{Course, Step};
use crate::facts::command::{Act, Command};
use crate::facts::event::Event;
use crate::facts::order::Basis;
use crate::facts::outcome::Outcome;
use crate::facts::policy::Policy;
use crate::facts::refusal::Refusal;
use crate::rules::eligibility::Search;
use crate::words::id::{ItemId, MemberId, OrderId};
use crate::words::list::Set;

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
    /// It searches for nobody: whom an order goes to by turn is what the outcome says, as long as
    /// that member can have it at all. Whether it was that member's turn, a comparison with
    /// [`step`](Self::step) tells.
    ///
    /// # Errors
    /// [`Mismatch`] when this command on this state cannot have this outcome; the state then is as
    /// it was.
    pub fn apply(&mut self, command: &Command, outcome: &Outcome) -> Result<(), Mismatch> {
        if outcome.position != self.next_position() || outcome.date != command.date {
            return Err(Mismatch::Entry);
        }
        check::entry(self, command)?;
        let course = Replaying::new(self, &outcome.events);
        let told = Step::new(command, course).run()?.at;
        if told != outcome.events.len() {
            return Err(Mismatch::Event(told));
        }
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

/// The course of a replay. The alliance stays as it was before the act; what the act has changed so
/// far and matters to what follows is noted here.
struct Replaying<'a> {
    alliance: &'a Alliance,
    events: &'a [Event],
    /// How many events were concluded.
    at: usize,
    policy: &'a Policy,
    /// The member whose offers are set by the command, and how.
    offering: Option<(MemberId, Set<ItemId>)>,
    /// The member that left by it.
    left: Option<MemberId>,
}

impl<'a> Replaying<'a> {
    fn new(alliance: &'a Alliance, events: &'a [Event]) -> Self {
        Self { alliance, events, at: 0, policy: &alliance.policy, offering: None, left: None }
    }

    /// Whether a member can have an order for an item at all: it is current and offers it.
    fn can_take(&self, member: MemberId, item: ItemId) -> bool {
        match &self.offering {
            Some((of, offers)) if *of == member => offers.contains(&item),
            _ => {
                self.left != Some(member)
                    && self.alliance.roster.current(member).is_some()
                    && self.alliance.roster.offers_item(member, item)
            }
        }
    }

    /// Notes what matters to the rest of the act.
    fn note(&mut self, command: &Command, event: Event) {
        match (event, &command.act) {
            (Event::Admitted { member }, Act::Admit(firm)) => {
                self.offering = Some((member, firm.offers.clone()));
            }
            (Event::OffersChanged { member }, Act::ChangeOffers { offers, .. }) => {
                self.offering = Some((member, offers.clone()));
            }
            (Event::PolicyInForce { month }, _) => {
                self.policy = self.alliance.pending.get(&month).unwrap_or(self.policy);
            }
            (Event::Expelled { member, .. }, _) => self.left = Some(member),
            _ => {}
        }
    }
}

impl Course for Replaying<'_> {
    type Stop = Mismatch;

    fn alliance(&self) -> &Alliance {
        self.alliance
    }

    fn policy(&self) -> &Policy {
        self.policy
    }

    fn choose(&self, order: OrderId, search: &Search<'_>) -> Option<Found> {
        match self.events.get(self.at) {
            Some(&Event::Dispatched { order: of, member, basis, .. })
                if of == order
                    && matches!(basis, Basis::Turn | Basis::TurnGuardLifted)
                    && self.can_take(member, search.item) =>
            {
                Some(Found { member, basis })
            }
            _ => None,
        }
    }

    fn choose_if(&self, order: OrderId, search: &Search<'_>, _: MemberId) -> Option<Found> {
        self.choose(order, search)
    }

    fn conclude(&mut self, command: &Command, event: Event) -> Result<(), Mismatch> {
        let told = self.events.get(self.at).ok_or(Mismatch::Short)?;
        if *told != event {
            return Err(Mismatch::Event(self.at));
        }
        self.at = self.at.saturating_add(1);
        self.note(command, event);
        Ok(())
    }
}
