//! The figures of one month for what became of orders after they were given.

use std::collections::BTreeMap;

use paidan::{Basis, EnterpriseId, Ground, MemberId, Money, OrderId};

/// A number of orders, and what they come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pile {
    pub orders: u64,
    pub yuan: Money,
}

/// What happened in a month to orders that were given, and where they stood at its end.
#[derive(Clone, Debug, Default)]
pub struct LifeFigures {
    pub completed: Pile,
    pub settled: Pile,
    pub called_off: Pile,
    pub failed: Pile,
    pub abandoned: Pile,
    pub defaulted: Pile,
    pub deposits: Deposits,
    pub declines: Declines,
    pub reassigned: Vec<Reassigned>,
    pub exits: Vec<Exit>,
    pub blacklisted: Vec<Blacklisted>,
    pub lifted: Vec<EnterpriseId>,
    pub at_end: AtEnd,
}

/// Where orders stood when a month ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AtEnd {
    /// With a member, or declined and in mediation.
    pub open: Pile,
    /// Completed, and what remains of the fee is not paid.
    pub unpaid: Pile,
    /// Of these, so late that the default could be recorded.
    pub overdue: Pile,
    /// With a deposit that is held.
    pub deposits: Pile,
}

/// What became of deposits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Deposits {
    pub taken: Pile,
    pub returned: Pile,
    pub counted: Pile,
    pub forfeited: Pile,
}

/// Orders that members declined, and what mediation came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Declines {
    pub with_cause: u64,
    pub without: u64,
    pub complied: u64,
    pub cause_found: u64,
    pub did_not_comply: u64,
    /// The enterprise did not wait for the end of it.
    pub walked_away: u64,
}

/// An order that was taken from a member.
#[derive(Clone, Copy, Debug)]
pub struct Reassigned {
    pub order: OrderId,
    pub from: MemberId,
    /// To whom it went, and on what ground.
    pub given: Option<(MemberId, Basis)>,
    /// The run of the member that lost it, and whether it had to leave for it.
    pub run: u32,
    pub exits: bool,
}

/// A member that had to leave, and to whom its open orders went.
#[derive(Clone, Debug)]
pub struct Exit {
    pub member: MemberId,
    pub ground: Ground,
    pub given: BTreeMap<MemberId, u64>,
    pub held: u64,
}

/// An enterprise that came on the blacklist, and by which order.
#[derive(Clone, Copy, Debug)]
pub struct Blacklisted {
    pub enterprise: EnterpriseId,
    pub order: OrderId,
    /// Whether it abandoned the order; else it did not pay.
    pub abandoned: bool,
}

impl Pile {
    /// Adds one order.
    pub fn add(&mut self, yuan: Money) {
        self.join(Self { orders: 1, yuan });
    }

    /// Adds another pile.
    pub fn join(&mut self, other: Self) {
        self.orders += other.orders;
        self.yuan = self.yuan.plus(other.yuan);
    }
}

impl FromIterator<Money> for Pile {
    fn from_iter<T: IntoIterator<Item = Money>>(amounts: T) -> Self {
        let mut pile = Self::default();
        amounts.into_iter().for_each(|yuan| pile.add(yuan));
        pile
    }
}

impl Exit {
    /// How many open orders it had.
    pub fn orders(&self) -> u64 {
        self.given.values().sum::<u64>() + self.held
    }
}

impl LifeFigures {
    /// Adds a later month, whose end is now the end.
    pub fn join(&mut self, later: &Self) {
        self.completed.join(later.completed);
        self.settled.join(later.settled);
        self.called_off.join(later.called_off);
        self.failed.join(later.failed);
        self.abandoned.join(later.abandoned);
        self.defaulted.join(later.defaulted);
        self.deposits.join(later.deposits);
        self.declines.join(later.declines);
        self.reassigned.extend(&later.reassigned);
        self.exits.extend(later.exits.iter().cloned());
        self.blacklisted.extend(&later.blacklisted);
        self.lifted.extend(&later.lifted);
        self.at_end = later.at_end;
    }
}

impl Deposits {
    fn join(&mut self, other: Self) {
        self.taken.join(other.taken);
        self.returned.join(other.returned);
        self.counted.join(other.counted);
        self.forfeited.join(other.forfeited);
    }
}

impl Declines {
    fn join(&mut self, other: Self) {
        self.with_cause += other.with_cause;
        self.without += other.without;
        self.complied += other.complied;
        self.cause_found += other.cause_found;
        self.did_not_comply += other.did_not_comply;
        self.walked_away += other.walked_away;
    }
}
