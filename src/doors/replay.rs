//! Replaying a decision: the outcome is held against the act before anything changes.
//!
//! The handlers of the acts go through the command as they do when they decide, with two
//! differences: whom an order goes to by turn is read from the outcome, not searched for, and only asked
//! whether it can have the order; and each conclusion is compared with the next event of the outcome,
//! while the state stays as it is.

use alloc::collections::BTreeSet;

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
use crate::facts::standing::Bar;
use crate::rules::eligibility;
use crate::rules::eligibility::Search;
use crate::words::credit_code::CreditCode;
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
    /// that member can have it (rules 5.2 a to d), and nobody where it says that the order is held. What
    /// it cannot tell is that another one stood before that member, or whether the guard was passed:
    /// a comparison with [`step`](Self::step) tells. Whatever it accepts, the state after it holds
    /// together, its snapshot is accepted, and genuine commands go on from there.
    ///
    /// # Errors
    /// [`Mismatch`] when this command on this state cannot have this outcome; the state then is as
    /// it was.
    pub fn apply(&mut self, command: &Command, outcome: &Outcome) -> Result<(), Mismatch> {
        if outcome.position != self.next_position() || outcome.date != command.date {
            return Err(Mismatch::Entry);
        }
        check::entry(self, command)?;
        let mut course = Replaying::new(self, &outcome.events);
        Step::new(command, &mut course).run()?;
        let told = course.at;
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
    /// What the act has changed so far of who can have an order, if anything.
    changed: Option<Box<Changed>>,
}

/// What an act has changed so far of who can have an order.
#[derive(Default)]
struct Changed {
    /// The firm that it admitted, with its code.
    admitted: Option<(MemberId, CreditCode)>,
    /// The member whose offers are set by it, and how.
    offering: Option<(MemberId, Set<ItemId>)>,
    /// The member that left by it.
    left: Option<MemberId>,
    /// The member whose leave it ended.
    returned: Option<MemberId>,
    /// The order that a member declined by it.
    declined: Option<(OrderId, MemberId)>,
    /// The order from which it lifted the bars of a firm.
    lifted: Option<(OrderId, MemberId)>,
    /// The suspensions of the month that it opens, where it opens one.
    suspended: Option<BTreeSet<(MemberId, Option<ItemId>)>>,
}

impl<'a> Replaying<'a> {
    fn new(alliance: &'a Alliance, events: &'a [Event]) -> Self {
        Self { alliance, events, at: 0, policy: &alliance.policy, changed: None }
    }

    /// Whether a member can have an order: it passes (a) to (d) of rules 5.2, on the state as the act
    /// has left it.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `apply_event`")]
    fn can_take(&self, order: OrderId, search: &Search<'_>, member: MemberId) -> bool {
        // While nothing has changed, those are ready whom a search would find.
        if self.changed.is_none() && search.bars_nobody() {
            return self.alliance.lines.of(search.category).is_ready(member, search.item);
        }
        self.can_take_as_left(order, *search, member)
    }

    /// The same where something has changed, or not everybody can have the order.
    // By value, see `dispatch::choose_open`.
    #[inline(never)]
    fn can_take_as_left(&self, order: OrderId, search: Search<'_>, member: MemberId) -> bool {
        let alliance = self.alliance;
        match &self.changed {
            Some(changed) => Left { alliance, changed }.can_take(order, &search, member),
            None => {
                alliance.lines.of(search.category).is_ready(member, search.item)
                    && eligibility::bar(&alliance.roster, &search, member).is_none()
            }
        }
    }

    /// To whom the outcome says that an order goes by turn, if that member can have it.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `apply_event`")]
    fn told(&self, order: OrderId, search: &Search<'_>) -> Option<Found> {
        match self.events.get(self.at) {
            Some(&Event::Dispatched { order: of, member, basis, .. })
                if of == order
                    && matches!(basis, Basis::Turn | Basis::TurnGuardLifted)
                    && self.can_take(order, search, member) =>
            {
                Some(Found { member, basis })
            }
            _ => None,
        }
    }

    /// Somebody who can have an order that the outcome holds, so that the outcome does not fit.
    fn anybody(&self, order: OrderId, search: &Search<'_>) -> Option<Found> {
        let can_take = |member: &MemberId| self.can_take(order, search, *member);
        self.alliance.lines.of(search.category).ready(search.item).find(can_take).map(by_turn)
    }

    /// Notes what matters to the rest of the act.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `apply_event`")]
    fn note(&mut self, command: &Command, event: Event) {
        match (event, &command.act) {
            (Event::Admitted { member }, Act::Admit(firm)) => {
                let changed = self.changed.get_or_insert_default();
                changed.admitted = Some((member, firm.code));
                changed.offering = Some((member, firm.offers.clone()));
            }
            (Event::OffersChanged { member }, Act::ChangeOffers { offers, .. }) => {
                self.changed.get_or_insert_default().offering = Some((member, offers.clone()));
            }
            (Event::PolicyInForce { month }, _) => {
                self.policy = self.alliance.pending.get(&month).unwrap_or(self.policy);
            }
            (Event::Expelled { member, .. }, _) => {
                self.changed.get_or_insert_default().left = Some(member);
            }
            (Event::LeaveEnded { member }, _) => {
                self.changed.get_or_insert_default().returned = Some(member);
            }
            (Event::Barred { order, member, .. }, _) => {
                self.changed.get_or_insert_default().declined = Some((order, member));
            }
            (Event::BarLifted { order, member }, _) => {
                self.changed.get_or_insert_default().lifted = Some((order, member));
            }
            (Event::MonthClosed { .. }, _) => {
                self.changed.get_or_insert_default().suspended = Some(BTreeSet::new());
            }
            (Event::Suspended { member, scope, cap }, _) => {
                let suspended = &mut self.changed.get_or_insert_default().suspended;
                let from = cap.suspends_from(scope);
                suspended.get_or_insert_default().insert((member, from));
            }
            _ => {}
        }
    }
}

/// The state as an act has left it so far.
struct Left<'a> {
    alliance: &'a Alliance,
    changed: &'a Changed,
}

impl Left<'_> {
    fn can_take(&self, order: OrderId, search: &Search<'_>, member: MemberId) -> bool {
        self.is_current(member)
            && self.offers(member, search.item)
            && !self.is_on_leave(member)
            && !self.is_suspended(member, search.item)
            && !self.is_barred(order, search, member)
    }

    fn is_current(&self, member: MemberId) -> bool {
        let was_admitted = self.changed.admitted.is_some_and(|(admitted, _)| admitted == member);
        was_admitted
            || (self.changed.left != Some(member) && self.alliance.roster.current(member).is_some())
    }

    fn offers(&self, member: MemberId, item: ItemId) -> bool {
        match &self.changed.offering {
            Some((of, offers)) if *of == member => offers.contains(&item),
            _ => self.alliance.roster.offers_item(member, item),
        }
    }

    fn is_on_leave(&self, member: MemberId) -> bool {
        self.changed.returned != Some(member)
            && eligibility::is_on_leave(&self.alliance.roster, member)
    }

    fn is_suspended(&self, member: MemberId, item: ItemId) -> bool {
        match &self.changed.suspended {
            Some(suspended) => {
                suspended.contains(&(member, None)) || suspended.contains(&(member, Some(item)))
            }
            None => eligibility::suspension(&self.alliance.suspensions, member, item).is_some(),
        }
    }

    fn is_barred(&self, order: OrderId, search: &Search<'_>, member: MemberId) -> bool {
        let Changed { admitted, declined, .. } = *self.changed;
        if search.bars_nobody() && admitted.is_none() && declined.is_none() {
            return false;
        }
        let roster = &self.alliance.roster;
        let code = match admitted {
            Some((admitted, code)) if admitted == member => Some(code),
            _ => roster.member(member).map(|firm| firm.code),
        };
        let Some(code) = code else { return true };
        let is_of = |of: Option<(OrderId, MemberId)>| {
            let same = |other| roster.member(other).is_some_and(|firm| firm.code == code);
            of.is_some_and(|(other, member)| other == order && same(member))
        };
        if is_of(declined) {
            return true;
        }
        let ids = || {
            let before = roster.last_with(&code).map(|(last, _)| last);
            before.into_iter().flat_map(|last| roster.admissions(last))
        };
        let record = self.alliance.docket.record(order);
        let enterprise = record.map(|record| record.terms.enterprise);
        let enterprise = enterprise.and_then(|enterprise| self.alliance.enterprise(enterprise));
        let is_own = search.own_firm == Some(member)
            || enterprise.is_some_and(|enterprise| enterprise.code == code);
        match eligibility::bar_of(search, is_own, ids) {
            None => false,
            Some(Bar::Declined) => !is_of(self.changed.lifted),
            Some(_) => true,
        }
    }
}

fn by_turn(member: MemberId) -> Found {
    Found { member, basis: Basis::Turn }
}

impl Course for &mut Replaying<'_> {
    type Stop = Mismatch;

    fn alliance(&self) -> &Alliance {
        self.alliance
    }

    fn policy(&self) -> &Policy {
        self.policy
    }

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `dispatch::choose`")]
    fn choose(&self, order: OrderId, search: &Search<'_>) -> Option<Found> {
        self.told(order, search).or_else(|| self.anybody(order, search))
    }

    fn choose_among(
        &self,
        order: OrderId,
        search: &Search<'_>,
        among: &[MemberId],
    ) -> Option<Found> {
        let mut among = among.iter().copied();
        let can_take = |member: &MemberId| self.can_take(order, search, *member);
        self.told(order, search).or_else(|| among.find(can_take).map(by_turn))
    }

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `apply_event`")]
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
