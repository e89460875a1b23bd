//! What becomes of an order after it was given: most are completed and settled in time.

use paidan::{
    Act, Cause, Date, Mediation, MemberId, Order, OrderId, OrderRecord, OrderState, Work,
};

use super::calendar;
use super::story::Story;

/// What is to happen to an order next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It is completed, and that is recorded so many days late.
    Complete { late: u32 },
    /// Its fee is paid.
    Settle,
    /// Its fee was not paid, and that is recorded.
    Default,
    /// Its member declines it, with cause or without.
    Decline(Cause),
    /// The mediation of its decline comes to an end.
    Mediate,
    /// It is called off before work begins.
    CallOff,
    /// The enterprise abandons it.
    Abandon,
    /// Its goal is finally not reached.
    Fail,
    /// It lags, and the platform takes it from its member.
    Lag,
    /// Its decline was recorded by mistake: its member may have it again.
    LiftBar(MemberId),
    /// The enterprise says how it was served.
    Speak,
}

/// How many orders have a deposit, by the ground for it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Deposits {
    term: u32,
    excess: u32,
}

impl Deposits {
    /// What befalls an order because of its deposit: of either ground some are called off, and
    /// some abandoned.
    fn befalls(&mut self, terms: &Order) -> Option<Next> {
        let count =
            if terms.covered < terms.price.amount() { &mut self.excess } else { &mut self.term };
        *count += 1;
        match *count % 40 {
            5 => Some(Next::CallOff),
            8 => Some(Next::Abandon),
            _ => None,
        }
    }
}

impl Story {
    /// Draws what is to become of an order that was accepted today.
    pub fn plan(&mut self, order: OrderId) {
        let Some(record) = self.book.alliance.order(order) else { return };
        let days = self.dice.within(40..=110) * 30 * u32::from(record.terms.months.max(1)) / 100;
        let by_deposit =
            if record.deposit.is_zero() { None } else { self.deposits.befalls(&record.terms) };
        let next = by_deposit.unwrap_or(match self.dice.within(1..=1000) {
            1..=14 => Next::CallOff,
            15..=28 => Next::Decline(Cause::Justified),
            29..=33 => Next::Decline(Cause::None),
            34..=35 => Next::Abandon,
            36..=42 => Next::Fail,
            43..=47 => Next::Lag,
            48..=160 => Next::Complete { late: self.dice.within(1..=20) },
            _ => Next::Complete { late: 0 },
        });
        let days = match next {
            Next::CallOff | Next::Decline(_) => self.dice.within(1..=5),
            Next::Lag | Next::Abandon => days / 2,
            _ => days,
        };
        self.later(order, days.max(1), next);
    }

    /// Notes what is to happen to an order so many days from now.
    pub fn later(&mut self, order: OrderId, days: u32, next: Next) {
        let date = calendar::after(self.book.date, days);
        self.diary.entry(date).or_default().push((order, next));
    }

    /// Does what the diary has for the days up to today.
    pub fn follow_diary(&mut self) {
        while let Some(entry) = self.diary.first_entry() {
            if *entry.key() > self.book.date {
                break;
            }
            let day = *entry.key();
            let entries = entry.remove();
            for (order, next) in entries {
                // What happened on the last days of a month is recorded in the next with its own date.
                self.book.occurred = (day.month() < self.book.date.month()).then_some(day);
                if next == Next::Speak {
                    self.speak(order);
                } else if let Some(record) = self.book.alliance.order(order).cloned() {
                    self.happen(order, &record, next);
                }
            }
            self.book.occurred = None;
        }
    }

    /// Something happens to an order that has not ended, if it stands as it must.
    fn happen(&mut self, order: OrderId, record: &OrderRecord, next: Next) {
        match (next, record.state) {
            // Whoever has it must have had it for a while, and be one that gets things done.
            (Next::Complete { late }, OrderState::Assigned(giving)) => {
                let had = calendar::days_between(giving.on, self.book.date);
                if had < 10 || self.laggard == Some(giving.member) {
                    return self.later(order, 20, next);
                }
                self.complete(order, late, giving.on.max(record.submitted));
            }
            (Next::Settle, OrderState::Completed(_)) => {
                self.book.act(Act::Settle { order });
            }
            (Next::Default, OrderState::Completed(_)) => {
                self.book.act(Act::RecordDefault { order });
            }
            (Next::Decline(cause), OrderState::Assigned(_)) => self.decline(order, cause),
            (Next::Mediate, OrderState::Declined(giving)) => self.mediate(order, giving.member),
            (Next::CallOff, OrderState::Assigned(_)) => {
                self.book.act(Act::CallOff { order, work: Work::NotBegun });
            }
            (Next::Abandon, OrderState::Assigned(_)) => {
                self.book.act(Act::Abandon { order });
            }
            (Next::Fail, OrderState::Assigned(_)) => {
                self.book.act(Act::Fail { order });
            }
            (Next::Lag, OrderState::Assigned(giving)) => {
                self.reassign_if_possible(order, giving.member);
                self.finish_in_time(order);
            }
            (Next::LiftBar(member), _) => self.lift_bar(order, record, member),
            // It waits: it will be done by whoever gets it.
            (_, OrderState::Held) => self.later(order, 14, Next::Complete { late: 0 }),
            _ => {}
        }
    }

    /// It goes on with its member, or with another, and is completed after all.
    fn finish_in_time(&mut self, order: OrderId) {
        let days = self.dice.within(15..=90);
        self.later(order, days, Next::Complete { late: 0 });
    }

    /// The order is completed, on a day not before it was given; then its fee is due.
    fn complete(&mut self, order: OrderId, late: u32, given: Date) {
        // A completion has a date of its own.
        let day = self.book.occurred.take().unwrap_or(self.book.date);
        let on = calendar::before(day, late).max(given);
        self.book.act(Act::Complete { order, on });
        self.may_speak(order);
        let state = self.book.alliance.order(order).map(|record| record.state);
        // Else the deposit was the whole fee.
        let Some(OrderState::Completed(completion)) = state else { return };
        let left = (completion.due.naive() - self.book.date.naive()).num_days();
        let left = u32::try_from(left).unwrap_or(0);
        let (days, next) = match self.dice.within(1..=1000) {
            1..=5 => (left + self.dice.within(15..=45), Next::Default),
            6..=60 => (left + self.dice.within(2..=40), Next::Settle),
            _ => (self.dice.within(1..=left.max(3)), Next::Settle),
        };
        self.later(order, days, next);
    }

    fn decline(&mut self, order: OrderId, cause: Cause) {
        let outcome = self.book.act(Act::Decline { order, cause });
        match cause {
            Cause::Justified => {
                self.may_be_a_slip(order, &outcome);
                self.finish_in_time(order);
            }
            Cause::None => {
                let days = self.dice.within(3..=12);
                self.later(order, days, Next::Mediate);
            }
        }
    }

    /// Most members comply, some had a cause after all, an enterprise at times will not wait; one
    /// in eight members will not comply. What becomes of the laggard is on the agenda.
    fn mediate(&mut self, order: OrderId, member: MemberId) {
        self.mediations += 1;
        let result = match self.mediations % 8 {
            3 | 6 => Mediation::CauseFound,
            5 if self.laggard != Some(member) => Mediation::DidNotComply,
            7 => {
                self.book.act(Act::Abandon { order });
                return;
            }
            _ => Mediation::Complied,
        };
        self.book.act(Act::Mediate { order, result });
        self.finish_in_time(order);
    }
}
