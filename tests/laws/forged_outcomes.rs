//! Outcomes that no rules made: they are refused, or it is only another one's turn.

use std::cell::RefCell;

use paidan::{
    Alliance, Basis, Command, Counted, Event, MemberId, Mismatch, Motion, OrderId, Outcome,
};
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};

use crate::laws::forged::{Count, Forgery, change_leaf, forgeries, goes_on, what_follows};
use crate::laws::model::{all_orders, can_have, everybody, is_by_turn};
use crate::laws::plan::{Draw, Plan, plans};

/// How many forgeries are tried on each command that is accepted.
const EACH: usize = 4;

/// So many forged states of a history go on by themselves; the others as the history itself.
const FOLLOWED: usize = 4;

/// What is forged in an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// An event is missing.
    Dropped,
    /// An event stands twice.
    Doubled,
    /// Two events have changed places.
    Swapped,
    /// One figure, or word, of an event is another.
    Figure,
    /// An event is one of another outcome.
    Elsewhere,
    /// All events are those of another outcome.
    OtherOutcome,
    /// An order goes to any other member.
    OtherMember,
    /// An order goes to another one that can have it.
    Fit,
    /// An order goes to one that cannot have it.
    Unfit,
    /// An order goes back to the one that lost it.
    Back,
    /// An order is given on another ground.
    OtherBasis,
    /// It is another order that is given, or held.
    OtherOrder,
    /// What a giving does to the line or the tallies is another thing.
    OtherBooking,
    /// An order is held, not given.
    HeldInstead,
    /// An order is given, not held, or given as well.
    GivenInstead,
    /// All of it is of another position or day.
    OtherEntry,
}

const KINDS: [Kind; 16] = [
    Kind::Dropped,
    Kind::Doubled,
    Kind::Swapped,
    Kind::Figure,
    Kind::Elsewhere,
    Kind::OtherOutcome,
    Kind::OtherMember,
    Kind::Fit,
    Kind::Unfit,
    Kind::Back,
    Kind::OtherBasis,
    Kind::OtherOrder,
    Kind::OtherBooking,
    Kind::HeldInstead,
    Kind::GivenInstead,
    Kind::OtherEntry,
];

const BASES: [Basis; 4] = [Basis::Designation, Basis::Turn, Basis::TurnGuardLifted, Basis::Named];

/// An accepted command, and what is at hand to forge its outcome.
struct Original<'a> {
    after: &'a Alliance,
    outcome: &'a Outcome,
    /// The outcomes before it.
    earlier: &'a [Outcome],
}

impl Original<'_> {
    /// The outcome forged in one of the ways in which it can be.
    fn forge(&self, forgery: Forgery) -> Option<(Kind, Outcome)> {
        let ways = KINDS.map(|kind| (kind, self.forged(kind, forgery)));
        let ways: Vec<_> = ways.iter().filter(|(_, forged)| forged.is_some()).collect();
        let (kind, forged) = *ways.get(forgery[0].checked_rem(ways.len())?)?;
        Some((*kind, forged.clone()?))
    }

    /// The outcome forged; nothing where there is nothing of the kind to forge.
    fn forged(&self, kind: Kind, [_, place, other, how]: Forgery) -> Option<Outcome> {
        let mut forged = self.outcome.clone();
        let events = &mut forged.events;
        let (first, second) = (place % events.len(), other % events.len());
        match kind {
            Kind::Dropped => drop(events.remove(first)),
            Kind::Doubled => events.insert(first, events[second]),
            Kind::Swapped => events.swap(first, second),
            // Not every figure can be another one.
            Kind::Figure => {
                let event = events[first];
                let others = (0..8).map(|nth| changed(&event, [how + nth, other, 0, 0]));
                events[first] = others.into_iter().find(|other| *other != event)?;
            }
            Kind::Elsewhere => {
                let elsewhere = &self.earlier.get(how.checked_rem(self.earlier.len())?)?.events;
                events[first] = elsewhere[other % elsewhere.len()];
            }
            Kind::OtherOutcome => {
                events.clone_from(&self.earlier.get(how.checked_rem(self.earlier.len())?)?.events);
            }
            Kind::OtherEntry => match how % 4 {
                0 => forged.position += 1,
                1 => forged.position -= 1,
                2 => forged.position = u64::MAX,
                _ => forged.date = "2000-01-01".parse().expect("a date"),
            },
            Kind::HeldInstead => {
                let (at, order, _) = pick(&givings(events), place)?;
                events[at] = Event::Held { order };
            }
            Kind::GivenInstead => self.give(events, place, other, how)?,
            _ => self.give_otherwise(events, kind, [place, other, how])?,
        }
        Some(forged)
    }

    /// Changes one giving.
    fn give_otherwise(
        &self,
        events: &mut [Event],
        kind: Kind,
        [place, other, how]: [usize; 3],
    ) -> Option<()> {
        let (at, of, had) = pick(&givings(events), place)?;
        let to = match kind {
            Kind::OtherMember => pick(&everybody(self.after), other)?,
            Kind::Fit => pick(&self.able(of, true), other).filter(|to| *to != had)?,
            Kind::Unfit => pick(&self.able(of, false), other)?,
            Kind::Back => pick(&losers(events, of), other)?,
            _ => had,
        };
        // A reassignment says twice to whom.
        for event in events.iter_mut() {
            match event {
                Event::Reassigned { order, to: second, .. } if *order == of && how % 8 != 0 => {
                    *second = to;
                }
                _ => {}
            }
        }
        let Event::Dispatched { order, member, basis, motion, counted } = &mut events[at] else {
            return None;
        };
        *member = to;
        match kind {
            Kind::OtherBasis => *basis = BASES[how % 4],
            Kind::OtherOrder => *order = pick(&all_orders(self.after), other)?,
            Kind::OtherBooking if how % 2 == 0 => {
                *counted = [Counted::Yes, Counted::No][usize::from(*counted == Counted::Yes)];
            }
            Kind::OtherBooking => {
                *motion = [Motion::Stays, Motion::ToEnd, Motion::CursorPast][other % 3];
            }
            // The guard may pass this one, or not.
            Kind::OtherMember | Kind::Fit if how % 3 == 0 && is_by_turn(*basis) => {
                *basis = BASES[1 + other % 2];
            }
            _ => {}
        }
        Some(())
    }

    /// Gives an order that is held, or was before.
    fn give(&self, events: &mut Vec<Event>, place: usize, other: usize, how: usize) -> Option<()> {
        let held = (0..).zip(events.iter()).filter_map(|(at, event)| match event {
            Event::Held { order } => Some((at, *order)),
            _ => None,
        });
        let held: Vec<(usize, OrderId)> = held.collect();
        let member = pick(&everybody(self.after), other)?;
        let (motion, counted) = (
            [Motion::ToEnd, Motion::Stays, Motion::CursorPast][how % 3],
            [Counted::Yes, Counted::Yes, Counted::No][how / 3 % 3],
        );
        let given = |order| {
            let basis = BASES[1 + how / 9 % 2];
            Event::Dispatched { order, member, basis, motion, counted }
        };
        if let Some((at, order)) = pick(&held, place) {
            events[at] = given(order);
        } else {
            let waiting: Vec<OrderId> = self.after.held_orders().collect();
            events.push(given(pick(&waiting, place)?));
        }
        Some(())
    }

    /// Those who can have an order, or who cannot.
    fn able(&self, order: OrderId, can: bool) -> Vec<MemberId> {
        let Some(record) = self.after.order(order) else { return Vec::new() };
        let mut able = everybody(self.after);
        able.retain(|member| can_have(self.after, record, *member) == can);
        able
    }
}

/// One of a list, if it has any.
fn pick<T: Copy>(list: &[T], number: usize) -> Option<T> {
    list.get(number.checked_rem(list.len())?).copied()
}

/// The givings of an outcome: where each stands, of which order, to whom.
fn givings(events: &[Event]) -> Vec<(usize, OrderId, MemberId)> {
    let of = |(at, event): (usize, &Event)| match *event {
        Event::Dispatched { order, member, .. } => Some((at, order, member)),
        _ => None,
    };
    (0..).zip(events).filter_map(of).collect()
}

/// Those who lose an order by the outcome itself.
fn losers(events: &[Event], order: OrderId) -> Vec<MemberId> {
    let of = |event: &Event| match *event {
        Event::CameOff { order: of, member, .. } if of == order => Some(member),
        _ => None,
    };
    events.iter().filter_map(of).collect()
}

/// An event of which one figure is another.
fn changed(event: &Event, forgery: Forgery) -> Event {
    let mut value = serde_json::to_value(event).expect("it can be written");
    change_leaf(&mut value, forgery);
    serde_json::from_value(value).unwrap_or(*event)
}

/// What differs between an outcome and an accepted forgery of it: to whom orders went by turn, of
/// those who can have them, or whether the guard was passed; nothing else can.
fn difference(
    genuine: &Outcome,
    forged: &Outcome,
    after: &Alliance,
) -> Result<&'static str, TestCaseError> {
    prop_assert_eq!(genuine.events.len(), forged.events.len());
    let (mut is_other, mut is_lifted) = (false, false);
    for (one, other) in genuine.events.iter().zip(&forged.events) {
        let (mut expected, mut named) = (*one, None);
        match (&mut expected, *other) {
            (Event::Dispatched { member, basis, .. }, Event::Dispatched { order, .. })
                if is_by_turn(*basis) =>
            {
                let Event::Dispatched { member: to, basis: by, .. } = *other else { continue };
                is_other |= *member != to;
                is_lifted |= *basis != by;
                prop_assert!(is_by_turn(by));
                (*member, *basis, named) = (to, by, Some((order, to)));
            }
            (Event::Reassigned { to, .. }, Event::Reassigned { to: forged, .. }) => *to = forged,
            _ => {}
        }
        prop_assert_eq!(&expected, other);
        if let Some((order, member)) = named {
            let record = after.order(order).expect("a record");
            prop_assert!(can_have(after, record, member), "{} cannot have {}", member, order);
        }
    }
    Ok(match (is_other, is_lifted) {
        (true, false) => "accepted: another one's turn",
        (false, true) => "accepted: the guard said otherwise",
        (true, true) => "accepted: another one's turn, and the guard said otherwise",
        (false, false) => "accepted: nothing differs",
    })
}

/// A history some of whose outcomes are forged, and that goes on from what was accepted.
struct History<'a> {
    plan: &'a Plan,
    rest: &'a [Draw],
    alliance: Alliance,
    outcomes: Vec<Outcome>,
    followed: usize,
    count: &'a RefCell<Count>,
}

impl History<'_> {
    /// Decides a command, and has its outcome forged.
    fn enter(&mut self, command: &Command, forgeries: &[Forgery]) -> Result<(), TestCaseError> {
        let before = self.alliance.clone();
        let Ok(outcome) = self.alliance.step(command) else { return Ok(()) };
        prop_assert_eq!(self.alliance.check_invariants(), Ok(()));
        let genuine = self.alliance.clone();
        for forgery in forgeries {
            let original = Original { after: &genuine, outcome: &outcome, earlier: &self.outcomes };
            let Some((kind, forged)) = original.forge(*forgery) else { continue };
            if forged == outcome {
                self.count.borrow_mut().note(&kind, "the same");
                continue;
            }
            let mut replica = before.clone();
            match replica.apply(command, &forged) {
                Ok(()) => {
                    let what = difference(&outcome, &forged, &replica)?;
                    self.count.borrow_mut().note(&kind, what);
                    self.count.borrow_mut().note(&"all", "accepted");
                    self.accept(replica, forgery[1])?;
                }
                Err(Mismatch::Refused) => {
                    return Err(TestCaseError::fail("the command itself was accepted"));
                }
                Err(_) => {
                    self.count.borrow_mut().note(&kind, "refused");
                    self.count.borrow_mut().note(&"all", "refused");
                    prop_assert_eq!(replica.snapshot(), before.snapshot());
                }
            }
        }
        self.outcomes.push(outcome);
        Ok(())
    }

    /// Goes on from a forged state.
    fn accept(&mut self, forged: Alliance, from: usize) -> Result<(), TestCaseError> {
        let is_followed = self.followed < FOLLOWED;
        self.followed += usize::from(is_followed);
        let mut rest = self.rest.to_vec();
        let middle = from % rest.len();
        rest.rotate_left(middle);
        goes_on(&forged, self.plan, if is_followed { &rest } else { &[] })?;
        self.alliance = forged;
        Ok(())
    }
}

/// Histories in which outcomes are forged. A forged outcome is refused and nothing has changed, or
/// it says only that another one stood first, of those who can have the order, or that the guard
/// was passed or lifted; and the state after it is one like any other.
#[test]
fn a_forged_outcome_does_no_harm() {
    let count = RefCell::new(Count::default());
    let drawn = (plans(), forgeries(EACH * 300), what_follows());
    let mut runner = TestRunner::new(crate::laws::cases());
    let found = runner.run(&drawn, |(plan, forgeries, rest)| {
        let (alliance, outcomes) = (plan.start(), Vec::new());
        let count = &count;
        let (plan, rest) = (&plan, &rest[..]);
        let mut history = History { plan, rest, alliance, outcomes, followed: 0, count };
        for (drawn, forgeries) in plan.drawn().iter().zip(forgeries.chunks(EACH)) {
            let command = plan.command(&history.alliance, drawn);
            history.enter(&command, forgeries)?;
        }
        goes_on(&history.alliance, plan, rest)
    });
    let count = count.into_inner();
    println!("{}", count.table());
    if let Err(TestError::Fail(why, (plan, ..))) = &found {
        panic!("{why}\nof {plan:?}");
    }
    found.expect("a history can be drawn");
    assert!(count.all("accepted") > 0 && count.all("refused") > count.all("accepted"));
}
