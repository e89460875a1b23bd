//! The workload: a state in motion and what comes next, for the engine and for the yardsticks
//! alike.

pub mod bare;
pub mod city;
pub mod plain;
pub mod streaming;

use std::hint::black_box;

use bare::{Ask, Bare, NOBODY};
use city::{Kind, Random, Size, day, order};
use paidan::{Act, Alliance, Command, ItemId, MemberId, OrderId, OrderState, Outcome, Policy};
use plain::{Plain, Request};
use streaming::{Input, Streaming};

/// Orders of one run.
pub const RUN: usize = 4_000;
/// Orders given before a run, so that the line is in motion.
pub const WARM: usize = 1_024;
/// Orders given after the state is copied and before the clock starts. A copy has no room to grow;
/// after these its lists have room for a whole run, so that a run times orders and no copying.
pub const LEAD: usize = 3_100;

/// The orders of one month, the command that opens it first.
#[derive(Debug)]
pub struct MonthOfWork {
    pub commands: Vec<Command>,
    asks: Vec<Ask>,
    requests: Vec<Request>,
}

impl MonthOfWork {
    fn new(month: u32, kind: Kind, orders: usize, size: Size, random: &mut Random) -> Self {
        let asks: Vec<Ask> = (0..orders).map(|_| size.ask(kind, random)).collect();
        let opens = (month > 0).then_some(Act::OpenMonth);
        let acts = opens.into_iter().chain(asks.iter().map(|ask| Act::Accept(order(ask))));
        let commands = acts.map(|act| Command::new(day(month), act)).collect();
        Self { commands, requests: asks.iter().map(Request::of).collect(), asks }
    }

    fn by_engine(&self, alliance: &mut Alliance) {
        let mut outcome = Outcome::new(day(0));
        for command in &self.commands {
            let result = alliance.step_into(black_box(command), &mut outcome);
            assert!(result.is_ok(), "every command is accepted");
            black_box(&outcome);
        }
    }

    fn by_bare(&self, bare: &mut Bare) {
        for ask in &self.asks {
            bare.accept(black_box(ask));
        }
    }

    fn by_plain(&self, plain: &mut Plain, most: usize) {
        for request in self.requests.iter().take(most) {
            let told = plain.accept(black_box(request));
            assert!(told.is_ok(), "every order is accepted");
            black_box(&told);
        }
    }
}

/// A state in motion, for each, and what comes next for all.
#[derive(Debug)]
pub struct Work {
    size: Size,
    alliance: Alliance,
    bare: Bare,
    warm: MonthOfWork,
    lead: MonthOfWork,
    pub months: Vec<MonthOfWork>,
    inputs: Vec<Input>,
}

impl Work {
    /// So many members and items under a policy.
    pub fn new(kind: Kind, size: Size, policy: &Policy) -> Self {
        let offers = size.offers();
        let mut random = Random(0x5EED);
        let warm = MonthOfWork::new(0, Kind::Turn, WARM, size, &mut random);
        let lead = MonthOfWork::new(0, Kind::Turn, LEAD, size, &mut random);
        let (mut alliance, mut bare) =
            (size.city(policy), Bare::new(&offers, size.items as usize, &size.line()));
        warm.by_engine(&mut alliance);
        warm.by_bare(&mut bare);
        let months: u32 = if kind == Kind::Year { 12 } else { 1 };
        let orders = RUN / months as usize;
        let months = (0..months)
            .map(|month| MonthOfWork::new(month, kind, orders, size, &mut random))
            .collect();
        Self { size, alliance, bare, warm, lead, months, inputs: Streaming::inputs(RUN) }
    }

    /// A run under the literal policy, the engine checked against the bare yardstick.
    pub fn literal(kind: Kind, size: Size) -> Self {
        let work = Self::new(kind, size, &Policy::cixi_2021());
        work.check_bare();
        work
    }

    /// Whether the run has months of its own, so that it cannot go on from where it ended.
    pub fn is_a_year(&self) -> bool {
        self.months.len() > 1
    }

    /// Orders of the run.
    pub fn orders(&self) -> u64 {
        self.months.iter().map(|month| month.asks.len() as u64).sum()
    }

    /// The commands of the run.
    pub fn commands(&self) -> impl Iterator<Item = &Command> {
        self.months.iter().flat_map(|month| &month.commands)
    }

    /// A state for the engine to go on from.
    pub fn engine(&self) -> Alliance {
        let mut alliance = self.alliance.clone();
        self.lead.by_engine(&mut alliance);
        alliance
    }

    /// The run by the engine, into one outcome.
    pub fn by_engine(&self, alliance: &mut Alliance) {
        for month in &self.months {
            month.by_engine(alliance);
        }
    }

    /// The run by the engine, each outcome one of its own.
    pub fn by_step(&self, alliance: &mut Alliance) {
        for command in self.commands() {
            let outcome = alliance.step(black_box(command));
            assert!(outcome.is_ok(), "every command is accepted");
            black_box(&outcome);
        }
    }

    /// What the run comes to.
    pub fn outcomes(&self) -> Vec<Outcome> {
        let mut alliance = self.engine();
        self.commands().map(|command| alliance.step(command).expect("accepted")).collect()
    }

    /// The run replayed from its outcomes.
    pub fn by_apply(&self, alliance: &mut Alliance, outcomes: &[Outcome]) {
        for (command, outcome) in self.commands().zip(outcomes) {
            let result = alliance.apply(black_box(command), black_box(outcome));
            assert!(result.is_ok(), "every outcome fits");
        }
    }

    /// The state for the bare yardstick.
    pub fn bare(&self) -> Bare {
        let mut bare = self.bare.clone();
        self.lead.by_bare(&mut bare);
        bare
    }

    /// The run by the bare yardstick.
    pub fn by_bare(&self, bare: &mut Bare) {
        for (nth, month) in self.months.iter().enumerate() {
            if nth > 0 {
                bare.open_month();
            }
            month.by_bare(bare);
        }
    }

    /// The state for the plain yardstick.
    pub fn plain(&self) -> Plain {
        let Size { items, .. } = self.size;
        let mut plain = Plain::new(&self.size.offers(), items, &self.size.line());
        self.warm.by_plain(&mut plain, WARM);
        self.lead.by_plain(&mut plain, LEAD);
        plain
    }

    /// The first orders of each month of the run by the plain yardstick.
    pub fn by_plain(&self, plain: &mut Plain, most: usize) {
        for (nth, month) in self.months.iter().enumerate() {
            if nth > 0 {
                black_box(plain.open_month());
            }
            month.by_plain(plain, most);
        }
    }

    /// As many bytes as the run's, read and written.
    pub fn by_streaming(&self, streaming: &mut Streaming) {
        for input in &self.inputs {
            streaming.copy(black_box(input));
        }
    }

    /// The engine and the bare yardstick give every order to the same member, and tally the same.
    fn check_bare(&self) {
        let (mut alliance, mut bare) = (self.engine(), self.bare());
        self.by_engine(&mut alliance);
        self.by_bare(&mut bare);
        assert_eq!(bare.records.len() as u64, (WARM + LEAD) as u64 + self.orders());
        for (index, record) in bare.records.iter().enumerate() {
            let taker = taker(&alliance, index).unwrap_or(NOBODY);
            assert_eq!(taker, record.member, "order {} goes to one member", index + 1);
        }
        let (orders, amount) = alliance.tallied_total();
        assert_eq!((orders, amount.fen()), bare.total(), "and is tallied alike");
        self.check_tallies(&alliance, |member, item| bare.tallied(member, item));
    }

    /// The engine and the plain yardstick give every order to the same member, and tally the same.
    pub fn check_plain(&self, mut plain: Plain) {
        let mut alliance = self.engine();
        self.by_engine(&mut alliance);
        self.by_plain(&mut plain, RUN);
        let mut orders = 0;
        for (index, theirs) in plain.takers().enumerate() {
            let ours = taker(&alliance, index).map(plain::member_id);
            assert_eq!(ours, theirs, "order {} goes to one member", index + 1);
            orders = index + 1;
        }
        assert_eq!(orders as u64, (WARM + LEAD) as u64 + self.orders());
        self.check_tallies(&alliance, |member, item| plain.tallied(member, item));
    }

    /// The engine's tallies of every member and item are these.
    fn check_tallies(&self, alliance: &Alliance, theirs: impl Fn(u32, u32) -> (u32, u64)) {
        for member in 0..self.size.members.min(1_000) {
            for item in 0..self.size.items {
                let of = MemberId::new(member + 1).expect("an id");
                let what = ItemId::new(item + 1).expect("an id");
                let orders = alliance.tallied_orders(of, what);
                let ours = (orders, alliance.tallied_amount(of).fen());
                assert_eq!(ours, theirs(member, item), "the tallies of member {of}");
            }
        }
    }
}

/// Who has an order, both counted from 0.
fn taker(alliance: &Alliance, index: usize) -> Option<u32> {
    let order = OrderId::at(index).ok().and_then(|order| alliance.order(order));
    match order.expect("an order").state {
        OrderState::Assigned(giving) => Some(giving.member.get() - 1),
        _ => None,
    }
}
