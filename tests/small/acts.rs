//! The letters of the alphabets: acts that name orders and members by what they are in the state
//! at hand, so that a sequence of them means something wherever it begins.

use paidan::{
    Act, Actor, Cause, Command, Date, EnterpriseId, LagFinding, Mediation, MemberId, Misconduct,
    Month, Order, OrderId, Policy, StationId, Volume, Work,
};

use crate::model::view::{OrderView, StateView, View};
use crate::small::setting::{Firm, code, item, items, member, order, yuan};

/// An order, by what became of it so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The oldest that is assigned or declined.
    OldestOpen,
    /// The last accepted, whatever became of it.
    Last,
    FirstDeclined,
    FirstHeld,
}

/// What can happen. Members are firms by number: the last id that the firm got.
#[derive(Clone, Copy, Debug)]
pub enum Letter {
    OpenMonth,
    /// Item and price.
    Accept(u32, u32),
    /// The same, naming a firm.
    AcceptFor(u32, u32, u32),
    /// The same, with a firm excluded.
    AcceptWithout(u32, u32, u32),
    DesignateFirstHeld(u32),
    CancelFirstHeld,
    CallOff(Which),
    Decline(Which, Cause),
    Mediate(Mediation),
    LiftBar(Which, u32),
    Complete(Which),
    Reassign(Which, Option<u32>),
    Expel(u32),
    Withdraw(u32),
    GrantLeave(u32),
    EndLeave(u32),
    Admit(Firm),
    Offers(u32, &'static [u32]),
    /// Firms with figures; those that are not members any more are not named.
    Rank(&'static [(u32, u32)]),
    /// One of the run's policies, for so many months from now.
    Adopt(usize, u32),
}

/// The command that a letter is in a state. An act on what there is not is tried only where it
/// is asked for: with an id that is unknown.
pub fn command(letter: &Letter, view: &View, policies: &[Policy], asks: bool) -> Option<Command> {
    let today = view.date?;
    let which = |which: Which| find(view, which).or_else(|| asks.then(|| order(999)));
    let firm = |number: u32| last_id(view, number).or_else(|| asks.then(|| member(999)));
    let act = match *letter {
        Letter::OpenMonth => return opening(today),
        Letter::Accept(item, price) => Act::Accept(wish(item, price)),
        Letter::AcceptFor(item, price, number) => {
            Act::Accept(Order { designated: Some(firm(number)?), ..wish(item, price) })
        }
        Letter::AcceptWithout(item, price, number) => {
            let excluded = vec![firm(number)?].try_into().expect("a set");
            Act::Accept(Order { excluded, ..wish(item, price) })
        }
        Letter::DesignateFirstHeld(number) => {
            Act::Designate { order: which(Which::FirstHeld)?, member: firm(number)? }
        }
        Letter::CancelFirstHeld => Act::Cancel { order: which(Which::FirstHeld)? },
        Letter::CallOff(of) => Act::CallOff { order: which(of)?, work: Work::NotBegun },
        Letter::Decline(of, cause) => Act::Decline { order: which(of)?, cause },
        Letter::Mediate(result) => Act::Mediate { order: which(Which::FirstDeclined)?, result },
        Letter::LiftBar(of, number) => Act::LiftBar { order: which(of)?, member: firm(number)? },
        Letter::Complete(of) => Act::Complete { order: which(of)?, on: today },
        Letter::Reassign(of, to) => {
            let to = to.map(|number| firm(number).ok_or(())).transpose().ok()?;
            Act::Reassign { order: which(of)?, finding: LagFinding::COMPLETE, to }
        }
        Letter::Expel(number) => {
            let misconduct = Misconduct::Infringement { pursued: true };
            Act::Expel { member: firm(number)?, misconduct, by: Actor::Council }
        }
        Letter::Withdraw(number) => Act::Withdraw { member: firm(number)? },
        Letter::GrantLeave(number) => Act::GrantLeave { member: firm(number)? },
        Letter::EndLeave(number) => Act::EndLeave { member: firm(number)? },
        Letter::Admit(firm) => firm.applies(),
        Letter::Offers(number, offers) => {
            Act::ChangeOffers { member: firm(number)?, offers: items(offers) }
        }
        Letter::Rank(figures) => {
            Act::PublishRanking { year: today.year(), volumes: volumes(view, figures) }
        }
        Letter::Adopt(nth, ahead) => {
            let policy = Box::new(policies.get(nth)?.clone());
            Act::AdoptPolicy { month: months_ahead(today.month(), ahead)?, policy }
        }
    };
    Some(Command::new(today, act))
}

fn wish(number: u32, price: u32) -> Order {
    let station = StationId::new(1).expect("an id");
    let enterprise = EnterpriseId::new(1).expect("an id");
    Order::new(station, enterprise, item(number), yuan(price))
}

/// The next month, on its first day.
fn opening(today: Date) -> Option<Command> {
    let month = today.month().next()?;
    let day = Date::from_ymd(month.year(), month.of_year(), 1).ok()?;
    Some(Command::new(day, Act::OpenMonth))
}

fn months_ahead(month: Month, ahead: u32) -> Option<Month> {
    (0..ahead).try_fold(month, |month, _| month.next())
}

fn volumes(view: &View, figures: &[(u32, u32)]) -> paidan::List<Volume> {
    let current = |id: &MemberId| {
        let found = view.members.get(id.index());
        found.is_some_and(|found| found.standing == paidan::Membership::Current)
    };
    let named = figures.iter().filter_map(|(number, orders)| {
        let member = last_id(view, *number).filter(current)?;
        Some(Volume { member, orders: *orders })
    });
    named.collect::<Vec<_>>().try_into().expect("a short list")
}

fn last_id(view: &View, number: u32) -> Option<MemberId> {
    let code = code(number);
    view.members.iter().rposition(|found| found.code == code).and_then(|at| MemberId::at(at).ok())
}

fn find(view: &View, which: Which) -> Option<OrderId> {
    if which == Which::Last {
        return view.orders.len().checked_sub(1).and_then(|at| OrderId::at(at).ok());
    }
    let is_it = |of: &OrderView| {
        let OrderView::Kept(kept) = of else { return false };
        match kept.state {
            StateView::Held => which == Which::FirstHeld,
            StateView::Assigned(_) => which == Which::OldestOpen,
            StateView::Declined(_) => matches!(which, Which::OldestOpen | Which::FirstDeclined),
            StateView::Completed { .. } => false,
        }
    };
    view.orders.iter().position(is_it).and_then(|at| OrderId::at(at).ok())
}
