//! Histories: commands that fit the state at hand, most of them acceptable, out of any source of
//! choices.

pub mod draws;
mod house;
mod intake;
mod life;
mod menu;
mod policies;
mod scene;
mod wild;
pub mod world;
mod wrong;

use std::collections::VecDeque;

use paidan::{Act, Actor, Alliance, Command, Date, MemberId, Misconduct, Policy};

use draws::Draws;
use scene::{Scene, after};
use world::World;

/// An act for the state at hand, or nothing where there is no occasion for it.
type Make = fn(&mut Scene<'_>) -> Option<Act>;

/// What happens how often.
const MIX: [(usize, Make); 32] = [
    (44, |scene| scene.accept()),
    (14, |scene| scene.accept_designated()),
    (8, |scene| scene.accept_aimed()),
    (10, |_| Some(Act::OpenMonth)),
    (6, |scene| scene.admit()),
    (4, |scene| scene.change_offers()),
    (4, |scene| scene.withdraw()),
    (9, |scene| Some(scene.publish_ranking())),
    (4, |scene| scene.designate()),
    (2, |scene| scene.cancel()),
    (4, |scene| scene.adopt_policy()),
    (4, |scene| scene.register()),
    (11, |scene| scene.decline()),
    (7, |scene| scene.mediate()),
    (5, |scene| scene.lift_bar()),
    (5, |scene| scene.grant_leave()),
    (4, |scene| scene.end_leave()),
    (4, |scene| scene.close_or_open()),
    (2, |scene| scene.rename()),
    (4, |scene| scene.feedback()),
    (14, |scene| scene.complete()),
    (7, |scene| scene.settle()),
    (8, |scene| scene.record_default()),
    (3, |scene| scene.abandon()),
    (8, |scene| scene.call_off()),
    (2, |scene| scene.fail()),
    (11, |scene| scene.reassign()),
    (2, |scene| scene.expel()),
    (6, |scene| if scene.chance(50) { scene.notify() } else { scene.lift() }),
    (4, |scene| Some(Act::AdoptCalendar(scene.calendar()))),
    (10, |scene| match scene.draws.below(9) {
        0..=3 => scene.take_seat(),
        4 => scene.leave_seat(),
        5 | 6 => scene.breach(),
        _ => scene.take_seat_again(),
    }),
    (5, |scene| if scene.chance(40) { scene.publish_duty() } else { scene.put_on_record() }),
];

/// Makes the commands of one history, one after the other.
pub struct Maker<'a> {
    world: World,
    draws: &'a mut dyn Draws,
    opening: VecDeque<Act>,
    first_day: Date,
    prices: [u64; 2],
    /// Whether the next command opens a month, so that it closes on what was aimed at.
    closes_next: bool,
    made: usize,
}

/// Two prices that repeat, so that shares are hit exactly.
const PRICES: [[u64; 2]; 5] =
    [[10_000, 20_000], [30_000, 70_000], [10_000, 10_000], [1, 2], [33_333, 66_667]];

impl<'a> Maker<'a> {
    /// A new history and the policy it begins under.
    pub fn new(world: World, draws: &'a mut dyn Draws) -> (Policy, Self) {
        let policy = policies::policy(&world, draws);
        let (first_day, opening) = (World::first_day(draws), world.opening(draws));
        let prices = PRICES[draws.below(PRICES.len())];
        let (closes_next, made) = (false, 0);
        (policy, Self { world, draws, opening, first_day, prices, closes_next, made })
    }

    /// The next command for the state as it stands; nothing when the history is over.
    pub fn next(&mut self, alliance: &Alliance) -> Option<Command> {
        if self.made == self.world.commands || self.draws.is_over() {
            return None;
        }
        self.made += 1;
        if let Some(act) = self.opening.pop_front() {
            return Some(Command::new(alliance.date().unwrap_or(self.first_day), act));
        }
        let last = alliance.date().unwrap_or(self.first_day);
        let mut now = self.later_in_month(last);
        let ends = ends_of_notices(alliance, last);
        let is_drawn = !ends.is_empty() && self.draws.below(2) == 0;
        let noticed = is_drawn.then(|| ends[self.draws.below(ends.len())]);
        now = noticed.map_or(now, |(_, day)| day);
        let closes = std::mem::take(&mut self.closes_next);
        let mut scene = Scene {
            alliance,
            draws: &mut *self.draws,
            world: &self.world,
            prices: self.prices,
            now,
        };
        let act = match noticed {
            Some((member, _)) => not_improved(member),
            None if closes => Act::OpenMonth,
            None => act(&mut scene, &mut self.closes_next),
        };
        let mut command = Command::new(now, act);
        if command.act == Act::OpenMonth {
            command.date = month_after(&mut scene, last);
        }
        match scene.draws.below(40) {
            0 => command.reference = Some("again".parse().expect("short")),
            1 => command.expect = Some(alliance.next_position()),
            6 => command.occurred = Some(scene.earlier(command.date)),
            2..=5 | 7 if !closes => scene.spoil(&mut command),
            _ => {}
        }
        Some(command)
    }

    /// Mostly the same day, or some days later in the month.
    fn later_in_month(&mut self, last: Date) -> Date {
        let days = [0, 0, 0, 0, 0, 1, 1, 2, 5, 9][self.draws.below(10)];
        let later = after(last, days);
        if later.month() == last.month() { later } else { last }
    }
}

/// The current members whose notices count for the last time, or not any more, on a day that is left
/// of the month; and these days.
fn ends_of_notices(alliance: &Alliance, last: Date) -> Vec<(MemberId, Date)> {
    let members = (0..alliance.members().len()).filter_map(|place| MemberId::at(place).ok());
    let noticed = members.zip(alliance.members()).filter(|(_, of)| of.is_current());
    let days = noticed.flat_map(|(member, of)| {
        let days = move |notice| [366, 367].map(|days| (member, after(notice, days)));
        of.notice.into_iter().flat_map(days)
    });
    days.filter(|(_, day)| *day >= last && day.month() == last.month()).collect()
}

/// A member that did not improve after its notice.
fn not_improved(member: MemberId) -> Act {
    Act::Expel { member, misconduct: Misconduct::NoImprovement, by: Actor::Council }
}

/// A day of the next month: its first, or late in it.
fn month_after(scene: &mut Scene<'_>, last: Date) -> Date {
    let next = last.month().next().expect("a month");
    let day = [1, 1, 1, 1, 2, 10, 28][scene.draws.below(7)];
    Date::from_ymd(next.year(), next.of_year(), day).expect("a day")
}

fn act(scene: &mut Scene<'_>, closes_next: &mut bool) -> Act {
    let missing = scene.world.members.0.saturating_sub(scene.current().len());
    if missing > 0 && scene.chance(40) {
        return scene.admit().unwrap_or(Act::OpenMonth);
    }
    let whole: usize = MIX.iter().map(|(weight, _)| weight).sum();
    let mut nth = scene.draws.below(whole);
    for (place, (weight, make)) in MIX.iter().enumerate() {
        if nth < *weight {
            let act = make(scene);
            // What was aimed at a cap is mostly judged at once, and often who left before it is.
            let leaves = matches!(act, Some(Act::Withdraw { .. }));
            *closes_next =
                (act.is_some() && place == 2 && scene.chance(60)) || (leaves && scene.chance(40));
            return act.or_else(|| scene.accept()).unwrap_or(Act::OpenMonth);
        }
        nth -= weight;
    }
    Act::OpenMonth
}
