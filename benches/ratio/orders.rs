//! Orders: the engine beside the floor and the two yardsticks, and how its time grows.

use crate::table::{Contender, Effort, Rounds, contender, nanoseconds, ratio};
use common::city::{Kind, Size};
use common::plain::Plain;
use common::streaming::Streaming;
use common::{RUN, Work};

/// The most members for which the plain yardstick is timed, and its orders a month in a run: it
/// looks at every member for each order.
const PLAIN: u32 = 1_000;
const PLAIN_ORDERS: usize = 400;

/// Where each contender of a row stands.
const STEP_INTO: usize = 0;
const STEP: usize = 1;
const BARE: usize = 2;
const STREAMING: usize = 3;
const PLAINLY: usize = 4;

/// Prints what an order takes; gives back what became of the aims.
pub fn table(effort: Effort) -> Vec<String> {
    println!(
        "{:<12}{:>8} |{:>10}{:>8}{:>7}{:>7}{:>8} |{:>11}{:>7}{:>7}{:>8}",
        "ns an order",
        "members",
        "step_into",
        "step",
        "bare",
        "floor",
        "plain",
        "step_into",
        "step",
        "step",
        "plain"
    );
    println!("{:>64}{:>11}{:>7}{:>7}{:>8}", "|", "/ bare", "/ bare", "/floor", "/ step");
    let mut aims = Vec::new();
    for members in [10, 100, 1_000, 10_000, 100_000] {
        let rounds = row(effort, "by turn", Kind::Turn, members);
        if matches!(members, 100 | 1_000) {
            for (name, nth, most) in [("step_into", STEP_INTO, 240), ("step", STEP, 300)] {
                let name = format!("{name} by turn at {members} members, of bare");
                aims.push(at_most(&name, rounds.ratio(nth, BARE), most));
            }
        }
        if members == 100 {
            let times = rounds.ratio(PLAINLY, STEP);
            aims.push(at_least("plain by turn at 100 members, of step", times, 2_000));
        }
    }
    for members in [100, 10_000] {
        row(effort, "designated", Kind::Designated, members);
    }
    for members in [100, 10_000] {
        row(effort, "held", Kind::Held, members);
    }
    row(effort, "a year", Kind::Year, 101);
    for (name, kind, members) in [("replay", Kind::Turn, 100), ("its replay", Kind::Year, 101)] {
        let rounds = replay(effort, name, kind, members);
        if kind == Kind::Turn {
            let name = "apply by turn at 100 members, of bare";
            aims.push(at_most(name, rounds.ratio(STEP_INTO, BARE), 260));
        }
    }
    aims
}

/// One line of the table.
fn row(effort: Effort, name: &str, kind: Kind, members: u32) -> Rounds {
    let work = Work::literal(kind, Size::of(members));
    let plain = (members <= PLAIN).then(|| work.plain());
    if let Some(plain) = &plain {
        work.check_plain(plain.clone());
    }
    let mut contenders = vec![
        contender(work.orders(), || work.engine(), |alliance| work.by_engine(alliance)),
        contender(work.orders(), || work.engine(), |alliance| work.by_step(alliance)),
        contender(work.orders(), || work.bare(), |bare| work.by_bare(bare)),
        contender(RUN as u64, || Streaming::new(RUN), |floor| work.by_streaming(floor)),
    ];
    contenders.extend(plain.as_ref().map(|plain| plainly(&work, plain)));
    let rounds = Rounds::of(effort, &contenders);
    print(name, members, &rounds);
    rounds
}

/// The plain yardstick, for fewer orders.
fn plainly<'a>(work: &'a Work, plain: &'a Plain) -> Contender<'a> {
    let month = work.months[0].commands.len().min(PLAIN_ORDERS);
    let orders = month * work.months.len();
    let prepare = move || plain.copy_with_room(RUN);
    contender(orders as u64, prepare, move |plain| work.by_plain(plain, month))
}

/// One line of the table for `apply`, which stands in the place of `step_into`.
fn replay(effort: Effort, name: &str, kind: Kind, members: u32) -> Rounds {
    let work = Work::literal(kind, Size::of(members));
    let outcomes = work.outcomes();
    let rounds = Rounds::of(
        effort,
        &[
            contender(work.orders(), || work.engine(), |city| work.by_apply(city, &outcomes)),
            contender(work.orders(), || work.engine(), |city| work.by_step(city)),
            contender(work.orders(), || work.bare(), |bare| work.by_bare(bare)),
            contender(RUN as u64, || Streaming::new(RUN), |floor| work.by_streaming(floor)),
        ],
    );
    print(name, members, &rounds);
    rounds
}

fn print(name: &str, members: u32, rounds: &Rounds) {
    let each = |nth| nanoseconds(rounds.each(nth));
    let of = |nth, of| ratio(rounds.ratio(nth, of));
    println!(
        "{name:<12}{members:>8} |{:>10}{:>8}{:>7}{:>7}{:>8} |{:>11}{:>7}{:>7}{:>8}",
        each(STEP_INTO),
        each(STEP),
        each(BARE),
        each(STREAMING),
        each(PLAINLY),
        of(STEP_INTO, BARE),
        of(STEP, BARE),
        of(STEP, STREAMING),
        of(PLAINLY, STEP),
    );
}

/// How the time of an order by turn grows with the members, all sizes timed in the same rounds.
pub fn growth(effort: Effort) -> Vec<String> {
    let sizes = [100, 10_000, 100_000].map(Size::of);
    let ranked = sizes.map(|size| Work::literal(Kind::Turn, size));
    let in_order = sizes.map(|size| Size { is_in_order: true, ..size });
    let in_order = in_order.map(|size| Work::literal(Kind::Turn, size));
    let mut contenders = Vec::new();
    for work in ranked.iter().chain(&in_order) {
        let run = |alliance: &mut _| work.by_engine(alliance);
        contenders.push(contender(work.orders(), || work.engine(), run));
    }
    for work in &ranked {
        contenders.push(contender(work.orders(), || work.bare(), |bare| work.by_bare(bare)));
    }
    let rounds = Rounds::of(effort, &contenders);
    let named = [
        ("step_into by turn, 100 to 10000 members, ranked", 1, Some(150)),
        ("step_into by turn, 100 to 100000 members, ranked", 2, Some(500)),
        ("step_into by turn, 100 to 10000 members, in order", 4, Some(150)),
        ("step_into by turn, 100 to 100000 members, in order", 5, Some(500)),
        ("bare by turn, 100 to 10000 members, ranked", 7, None),
        ("bare by turn, 100 to 100000 members, ranked", 8, None),
    ];
    let line = |(name, nth, most)| {
        // Beside the first of the three sizes of the same contender.
        let grown = rounds.ratio(nth, nth / 3 * 3);
        match most {
            Some(most) => at_most(name, grown, most),
            None => format!("{name:<58}{:>9}", ratio(grown)),
        }
    };
    named.map(line).to_vec()
}

/// A line on an aim that is a most.
fn at_most(name: &str, figure: Option<u64>, most: u64) -> String {
    let is_met = figure.is_some_and(|figure| figure <= most);
    aim(name, figure, "at most", most, is_met)
}

/// A line on an aim that is a least.
fn at_least(name: &str, figure: Option<u64>, least: u64) -> String {
    let is_met = figure.is_some_and(|figure| figure >= least);
    aim(name, figure, "at least", least, is_met)
}

fn aim(name: &str, figure: Option<u64>, bound: &str, of: u64, is_met: bool) -> String {
    let met = if is_met { "met" } else { "MISSED" };
    format!("{name:<58}{:>9}   {bound} {}: {met}", ratio(figure), ratio(Some(of)))
}
