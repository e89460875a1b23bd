//! What is due on which day, and what is still to become of each order.

use crate::facts::event::Event;
use crate::facts::finding::{Cause, Mediation};
use crate::simulation::draws::{Attribute as A, Draw};
use crate::simulation::timetable::Timetable;
use crate::simulation::world::World;
use crate::words::date::DueDate;
use crate::words::id::{MemberId, OrderId};

/// What comes next of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Decline(Cause),
    Mediate(Mediation),
    Lag,
    CallOff,
    Abandon,
    Fail,
    Complete,
    Settle,
    Default,
    Cancel,
}

/// Something that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// Of an order, if nothing has come of it since: its turns were so many then.
    Order(OrderId, u16, Next),
    /// A leave ends.
    EndLeave(MemberId),
    /// A member that wants to leave looks whether it can.
    Withdraw(MemberId),
}

/// What is known of an order.
#[derive(Clone, Copy, Debug)]
struct Life {
    /// Its number in the world.
    number: u32,
    /// How often it took a turn; what was due before is not any more.
    turns: u16,
    /// The number of the firm that has it.
    firm: u32,
    /// Days from completion until the fee is paid; none: it is not.
    pays: Option<u16>,
    /// For how many days the enterprise waits.
    patience: u16,
}

/// What is due on the days of a year, and the lives of its orders.
#[derive(Debug)]
pub(super) struct Agenda {
    dues: Timetable<Due>,
    /// By the index of the order.
    lives: Vec<Life>,
    /// The place of the day in the year.
    pub(super) today: u16,
}

impl Agenda {
    pub(super) fn new(days: usize) -> Self {
        Self { dues: Timetable::new(days), lives: Vec::new(), today: 0 }
    }

    /// Takes the first of what is due today; more may be added meanwhile.
    pub(super) fn take(&mut self) -> Option<Due> {
        self.dues.take(self.today)
    }

    /// Puts something on the first working day that is at least so many days from now. What would
    /// come after the year does not.
    pub(super) fn put(&mut self, world: &World<'_>, days: u16, due: Due) {
        self.put_on(world, self.today.saturating_add(days), due);
    }

    fn put_on(&mut self, world: &World<'_>, day: u16, due: Due) {
        if let Some(day) = world.working.get(usize::from(day)) {
            self.dues.put(*day, due);
        }
    }

    /// An order will be accepted next.
    pub(super) fn begin(&mut self, number: u32, patience: u16) {
        self.lives.push(Life { number, turns: 0, firm: 0, pays: None, patience });
    }

    /// Whether something due of an order still is.
    pub(super) fn is_due(&self, order: OrderId, turns: u16) -> bool {
        self.lives.get(order.index()).is_some_and(|life| life.turns == turns)
    }

    /// What comes of a conclusion. `firm` gives the number of a member in the world.
    pub(super) fn note(
        &mut self,
        world: &mut World<'_>,
        event: &Event,
        firm: impl Fn(MemberId) -> u32,
    ) {
        match *event {
            Event::Dispatched { order, member, .. } => {
                if let Some(number) = self.turn(order, |life| life.firm = firm(member)) {
                    let draw = world.offer(number, firm(member), 0);
                    self.answer(world, order, &draw);
                }
            }
            Event::Resumed { order, member } => {
                if let Some(number) = self.turn(order, |_| ()) {
                    let draw = world.offer(number, firm(member), 1);
                    self.serve(world, order, &draw);
                }
            }
            Event::Declined { order, cause: Cause::None, member } => {
                if let Some(number) = self.turn(order, |_| ()) {
                    let draw = world.offer(number, firm(member), 0);
                    self.mediate(world, order, &draw);
                }
            }
            Event::Held { order } => {
                self.turn(order, |_| ());
                let patience = self.lives.get(order.index()).map_or(0, |life| life.patience);
                self.add(world, patience, order, Next::Cancel);
            }
            Event::Completed { order, due, .. } => {
                self.turn(order, |_| ());
                match self.lives.get(order.index()).and_then(|life| life.pays) {
                    Some(days) => self.add(world, days, order, Next::Settle),
                    None => self.add_after(world, due, order),
                }
            }
            _ => {
                if let Some((order, _)) = event.ends() {
                    self.turn(order, |_| ());
                }
            }
        }
    }

    /// Something became of an order, and what was due before is not any more; gives its number.
    fn turn(&mut self, order: OrderId, change: impl FnOnce(&mut Life)) -> Option<u32> {
        let life = self.lives.get_mut(order.index())?;
        life.turns = life.turns.wrapping_add(1);
        change(life);
        Some(life.number)
    }

    fn add(&mut self, world: &World<'_>, days: u16, order: OrderId, next: Next) {
        let turns = self.lives.get(order.index()).map_or(0, |life| life.turns);
        self.put(world, days, Due::Order(order, turns, next));
    }

    /// A default is recorded on the first working day after the last on which the fee could be paid.
    fn add_after(&mut self, world: &World<'_>, due: DueDate, order: OrderId) {
        let Some(first) = world.days.first() else { return };
        let days = due.naive().signed_duration_since(first.naive()).num_days();
        let working = |day: u16| world.working.get(usize::from(day)).copied();
        let last = u16::try_from(days).ok().and_then(working);
        let Some(last) = last else { return };
        let turns = self.lives.get(order.index()).map_or(0, |life| life.turns);
        self.put_on(world, last.saturating_add(1), Due::Order(order, turns, Next::Default));
    }

    /// How a member answers an offer.
    fn answer(&mut self, world: &World<'_>, order: OrderId, draw: &Draw) {
        let conduct = &world.workload.conduct;
        let declines = if draw.happens(A::OfferDeclines, conduct.declined) {
            Some(Cause::Justified)
        } else if draw.happens(A::OfferRefuses, conduct.refused) {
            Some(Cause::None)
        } else {
            None
        };
        match declines {
            Some(cause) => {
                let days = draw.within(A::OfferAnswer, conduct.answer);
                self.add(world, days, order, Next::Decline(cause));
            }
            None => self.serve(world, order, draw),
        }
    }

    /// How it goes on with an order that it takes.
    fn serve(&mut self, world: &World<'_>, order: OrderId, draw: &Draw) {
        let conduct = &world.workload.conduct;
        let is_paid = !draw.happens(A::OfferDefault, conduct.unpaid);
        if let Some(life) = self.lives.get_mut(order.index()) {
            life.pays = is_paid.then(|| draw.within(A::OfferPays, conduct.payment));
        }
        let trouble = if draw.happens(A::OfferLags, conduct.lags) {
            Some(Next::Lag)
        } else if draw.happens(A::OfferCalledOff, conduct.called_off) {
            Some(Next::CallOff)
        } else if draw.happens(A::OfferAbandoned, conduct.abandoned) {
            Some(Next::Abandon)
        } else {
            None
        };
        match trouble {
            Some(next) => {
                let days = draw.within(A::OfferTrouble, conduct.trouble);
                self.add(world, days, order, next);
            }
            None => self.work(world, order, draw),
        }
    }

    /// The end of work.
    fn work(&mut self, world: &World<'_>, order: OrderId, draw: &Draw) {
        let conduct = &world.workload.conduct;
        let fails = draw.happens(A::OfferFails, conduct.failed);
        let days = draw.within(A::OfferWork, conduct.work);
        self.add(world, days, order, if fails { Next::Fail } else { Next::Complete });
    }

    /// A laggard keeps its order, since nobody else can have it, and goes on.
    pub(super) fn go_on(&mut self, world: &mut World<'_>, order: OrderId) {
        if let Some(life) = self.lives.get(order.index()).copied() {
            let draw = world.offer(life.number, life.firm, 0);
            self.work(world, order, &draw);
        }
    }

    /// What mediation comes to.
    fn mediate(&mut self, world: &World<'_>, order: OrderId, draw: &Draw) {
        let conduct = &world.workload.conduct;
        let found = u32::from(conduct.complied.get());
        let result = match draw.below(A::OfferMediation, 10_000) {
            place if place < found => Mediation::Complied,
            place if place < found.saturating_add(conduct.cause_found.get().into()) => {
                Mediation::CauseFound
            }
            _ => Mediation::DidNotComply,
        };
        let days = draw.within(A::OfferMediated, conduct.mediation);
        self.add(world, days, order, Next::Mediate(result));
    }
}
