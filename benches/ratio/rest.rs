//! What else a service does: figures by unit of work, to see what grows with what.

use std::hint::black_box;
use std::num::NonZeroU32;

use paidan::{
    Act, Actor, Alliance, Command, Guard, MemberId, Misconduct, Order, OrderId, Outcome, Policy,
    Snapshot, Turn, Work as Begun, dispatch, explain,
};

use crate::table::{Contender, Effort, Rounds, contender, nanoseconds, ratio};
use common::bare::Bare;
use common::city::{Kind, Random, Size, day, order};
use common::{LEAD, RUN, WARM, Work};

/// Prints all of it.
pub fn table(effort: Effort) {
    println!("\n{:<54}{:>12}{:>10}  {:<22}  beside", "", "ns", "orders*", "for");
    let rest = Rest { effort, order: Work::literal(Kind::Turn, Size::of(100)) };
    for members in [100, 10_000] {
        rest.readings(members);
    }
    for members in [100, 10_000] {
        rest.asking(members);
    }
    for (members, orders) in [(100, 50), (1_000, 50), (10_000, 50), (100, 8_000), (1_000, 8_000)] {
        rest.call_off(members, orders);
    }
    for (members, items) in [(100, 10), (1_000, 10), (10_000, 10), (1_000, 100), (10_000, 100)] {
        rest.open_month(Size { items, ..Size::of(members) });
    }
    for open in [10, 100, 1_000] {
        rest.exit(open);
    }
    for (members, orders) in [(100, 50_000), (10_000, 0)] {
        rest.snapshot(members, orders);
    }
    rest.many();
    println!("* times an order by turn at 100 members by step_into, in the same rounds");
}

struct Rest {
    effort: Effort,
    /// Orders by turn, against which all is held.
    order: Work,
}

impl Rest {
    /// One line: the time of the first contender a unit of work, and another contender beside it.
    fn line(&self, name: &str, size: &str, unit: &str, timed: Timed<'_>) {
        let Timed { effort, mut contenders, beside } = timed;
        let order = contenders.len();
        contenders.push(turns(&self.order));
        let rounds = Rounds::of(effort, &contenders);
        let theirs = beside.map(|other| {
            let theirs = nanoseconds(rounds.each(1));
            format!("{} of {other} ({theirs})", ratio(rounds.ratio(0, 1)))
        });
        println!(
            "{name:<28}{size:>26}{:>12}{:>10}  {unit:<22}  {}",
            nanoseconds(rounds.each(0)),
            ratio(rounds.ratio(0, order)),
            theirs.unwrap_or_default()
        );
    }

    /// The other readings of a turn, and the guard, beside the literal one.
    fn readings(&self, members: u32) {
        let (mut cursor, mut guarded) = (Policy::cixi_2021(), Policy::cixi_2021());
        cursor.turn = Turn::Cursor;
        guarded.caps.guard = Guard::On { min_orders: NonZeroU32::MIN.saturating_add(9) };
        let literal = Work::literal(Kind::Turn, Size::of(members));
        for (name, policy) in [("by turn, Cursor", cursor), ("by turn, the guard on", guarded)] {
            let other = Work::new(Kind::Turn, Size::of(members), &policy);
            let timed = Timed::two(self.effort, turns(&other), ("KeepPlace", turns(&literal)));
            self.line(name, &members_of(members), "an order", timed);
        }
    }

    /// The doors that only ask.
    fn asking(&self, members: u32) {
        let work = Work::literal(Kind::Turn, Size::of(members));
        let alliance = work.engine();
        let orders: Vec<&Order> = work.commands().filter_map(accepted).collect();
        let ask = |(): &mut ()| {
            for order in &orders {
                black_box(dispatch(&alliance, black_box(order))).expect("admissible");
            }
        };
        let asked = contender(orders.len() as u64, || (), ask);
        let timed = Timed::two(self.effort, asked, ("step_into", turns(&work)));
        self.line("dispatch", &members_of(members), "a question", timed);
        let some = &orders[..10];
        let ask = |(): &mut ()| {
            for order in some {
                black_box(explain(&alliance, black_box(order))).expect("admissible");
            }
        };
        let units = some.len() as u64 * u64::from(members);
        let timed = Timed::one(self.effort, contender(units, || (), ask));
        self.line("explain", &members_of(members), "a member of the line", timed);
    }

    /// Calls off so many of the last orders, from the last one back, so that each member goes back to
    /// the place it left: after a few, into the gap that it left there; after many, gaps that were
    /// squeezed out are to be made again.
    fn call_off(&self, members: u32, orders: u32) {
        let work = Work::literal(Kind::Turn, Size::of(members));
        let prepare = || {
            let mut alliance = work.engine();
            work.by_engine(&mut alliance);
            alliance
        };
        let last = OrderId::at(prepare().snapshot().orders.len() - 1).expect("an order").get();
        let off = |order| Act::CallOff { order, work: Begun::NotBegun };
        let ids = (0..orders).filter_map(|back| OrderId::new(last - back).ok());
        let commands: Vec<Command> = ids.map(|order| Command::new(day(0), off(order))).collect();
        let run = |alliance: &mut Alliance| all(alliance, &commands);
        let timed = Timed::one(self.effort, contender(orders.into(), prepare, run));
        let of = format!("{members} members, last {orders}");
        self.line("calling off", &of, "a call-off", timed);
    }

    /// The opening of a month, after one with about twice as many orders as a run.
    fn open_month(&self, size: Size) {
        let work = Work::new(Kind::Turn, size, &Policy::cixi_2021());
        let opens = [Command::new(day(1), Act::OpenMonth)];
        let prepare = || {
            let mut alliance = work.engine();
            work.by_engine(&mut alliance);
            alliance
        };
        let by_bare = || {
            let mut bare = work.bare();
            work.by_bare(&mut bare);
            bare
        };
        let opening = contender(1, prepare, |alliance| all(alliance, &opens));
        let bare = ("bare", contender(1, by_bare, Bare::open_month));
        let of = format!("{} members, {} items", size.members, size.items);
        self.line("opening a month", &of, "an opening", Timed::two(self.effort, opening, bare));
    }

    /// The exit of a member with so many open orders, among a thousand members with twenty thousand.
    fn exit(&self, open: u32) {
        let size = Size::of(1_000);
        let mut city = size.city(&Policy::cixi_2021());
        let leaver = MemberId::new(5).expect("an id");
        let mut random = Random(0x5EED);
        let mut asks = 20_000;
        let mut own = open;
        let mut outcome = Outcome::new(day(0));
        while asks > 0 || own > 0 {
            let mut ask = size.ask(Kind::Designated, &mut random);
            if ask.named == leaver.get() - 1 || asks == 0 {
                if own == 0 {
                    continue;
                }
                // Its own orders lie among the others, and then at the end.
                (ask.named, ask.item, own) = (leaver.get() - 1, 0, own - 1);
            } else {
                asks -= 1;
            }
            let command = Command::new(day(0), Act::Accept(order(&ask)));
            city.step_into(&command, &mut outcome).expect("an admissible order");
        }
        assert_eq!(city.open_orders_of(leaver), open);
        let misconduct = Misconduct::Infringement { pursued: true };
        let expel = Act::Expel { member: leaver, misconduct, by: Actor::Council };
        let commands = [Command::new(day(0), expel)];
        let run = |alliance: &mut Alliance| all(alliance, &commands);
        let timed = Timed::one(self.effort, contender(open.into(), || city.clone(), run));
        self.line("an exit", &format!("{open} of 20000 orders"), "an order given anew", timed);
    }

    /// A state out, and in with every invariant checked.
    fn snapshot(&self, members: u32, orders: usize) {
        let work = Work::literal(Kind::Turn, Size::of(members));
        let mut city = work.engine();
        for _ in 0..orders / RUN {
            work.by_engine(&mut city);
        }
        let kept = city.snapshot().orders.len();
        let (units, unit) = if kept > members as usize {
            (kept as u64, "an order kept")
        } else {
            (u64::from(members), "a member")
        };
        let of = format!("{members} members, {kept} orders");
        let out = |(): &mut ()| drop(black_box(city.snapshot()));
        let timed = Timed::one(self.effort, contender(units, || (), out));
        self.line("a snapshot out", &of, unit, timed);
        let into = |snapshot: &mut Option<Snapshot>| {
            let alliance = snapshot.take().map(Alliance::try_from);
            assert!(black_box(alliance).is_some_and(|city| city.is_ok()), "a sound snapshot");
        };
        let timed = Timed::one(self.effort, contender(units, || Some(city.snapshot()), into));
        self.line("a snapshot in", &of, unit, timed);
    }

    /// A million orders in a row: none of them ends, and the room for all is taken while the
    /// clock runs; then as many of which each is completed and settled.
    fn many(&self) {
        let work = Work::literal(Kind::Turn, Size::of(1_000));
        let (effort, runs) = if self.effort.is_quick() {
            (Effort::QUICK, 1)
        } else {
            (Effort::FEW, 1_000_000 / RUN)
        };
        let units = (runs * RUN) as u64;
        let open = contender(
            units,
            || work.engine(),
            |alliance| (0..runs).for_each(|_| work.by_engine(alliance)),
        );
        let bare =
            contender(units, || work.bare(), |bare| (0..runs).for_each(|_| work.by_bare(bare)));
        let ending = contender(
            units,
            || (work.engine(), number(WARM + LEAD) + 1),
            |(alliance, first)| {
                for _ in 0..runs {
                    work.by_engine(alliance);
                    end(alliance, *first);
                    *first += number(RUN);
                }
            },
        );
        let of = format!("{units} orders");
        let timed = Timed::two(effort, open, ("bare", bare));
        self.line("a long row, all open", &of, "an order", timed);
        let timed = Timed::one(effort, ending);
        self.line("a long row, all settled", &of, "an order, 3 commands", timed);
    }
}

/// What is timed for a line; the second contender has a name.
struct Timed<'a> {
    effort: Effort,
    contenders: Vec<Contender<'a>>,
    beside: Option<&'a str>,
}

impl<'a> Timed<'a> {
    fn one(effort: Effort, contender: Contender<'a>) -> Self {
        Self { effort, contenders: vec![contender], beside: None }
    }

    fn two(effort: Effort, one: Contender<'a>, (beside, other): (&'a str, Contender<'a>)) -> Self {
        Self { effort, contenders: vec![one, other], beside: Some(beside) }
    }
}

fn members_of(members: u32) -> String {
    format!("{members} members")
}

fn turns(work: &Work) -> Contender<'_> {
    contender(work.orders(), || work.engine(), |alliance| work.by_engine(alliance))
}

fn accepted(command: &Command) -> Option<&Order> {
    match &command.act {
        Act::Accept(order) => Some(order),
        _ => None,
    }
}

/// Carries out commands, each of which is accepted.
fn all(alliance: &mut Alliance, commands: &[Command]) {
    let mut outcome = Outcome::new(day(0));
    for command in commands {
        let result = alliance.step_into(black_box(command), &mut outcome);
        assert!(result.is_ok(), "every command is accepted");
        black_box(&outcome);
    }
}

/// Completes and settles the orders of one run.
fn end(alliance: &mut Alliance, first: u32) {
    let mut outcome = Outcome::new(day(0));
    for number in first..first + number(RUN) {
        let order = OrderId::new(number).expect("an id");
        for act in [Act::Complete { order, on: day(0) }, Act::Settle { order }] {
            let result = alliance.step_into(&Command::new(day(0), act), &mut outcome);
            assert!(result.is_ok(), "every order is settled");
        }
    }
}

fn number(length: usize) -> u32 {
    u32::try_from(length).expect("far fewer than 32 bits count")
}
