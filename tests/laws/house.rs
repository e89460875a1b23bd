//! Acts of the council and of the stations, drawn so that most are accepted.

use std::collections::VecDeque;

use paidan::{
    Act, Alliance, Breach, Category, Date, EnterpriseId, ItemId, MemberId, Set, StationId,
};

use crate::common::{enterprise, item, member, set, text};
use crate::laws::model::everybody;
use crate::laws::plan::Draw;
use crate::laws::world::{current, items, pick};

/// The act of a draw, if there is anybody to do it.
pub fn act(alliance: &Alliance, draw: Draw) -> Option<Act> {
    Some(match draw.act {
        58..=59 => take_seat(alliance, draw)?,
        60 => Act::LeaveSeat { member: *pick(&seated(alliance), draw.who)? },
        61 => {
            Act::RecordBreach { member: *pick(&answerable(alliance), draw.who)?, kind: kind(draw) }
        }
        62 => publish_duty(alliance, draw)?,
        63 => record(alliance, draw),
        _ => return None,
    })
}

/// The year in which a seat that is lost or given up bars.
fn year(alliance: &Alliance) -> Option<i32> {
    alliance.date().map(Date::year)
}

/// All that hold a seat.
pub fn seated(alliance: &Alliance) -> Vec<MemberId> {
    let seats = Category::ALL.into_iter().flat_map(|of| alliance.council().seats(of));
    seats.flatten().copied().collect()
}

/// One that may take a seat of its class does.
fn take_seat(alliance: &Alliance, draw: Draw) -> Option<Act> {
    let mut able = current(alliance);
    able.retain(|member| {
        let firm = alliance.member(*member).expect("a member");
        let has_vacancy = alliance.council().seats(firm.category).contains(&None);
        let lost_one = firm.seat_lost.is_some() && firm.seat_lost == year(alliance);
        has_vacancy && !lost_one && !seated(alliance).contains(member)
    });
    let &member = pick(&able, draw.who)?;
    Some(Act::TakeSeat { category: alliance.member(member)?.category, member })
}

/// Those of whom a breach can be recorded: who gave a seat up this year, and who holds one.
fn answerable(alliance: &Alliance) -> Vec<MemberId> {
    let mut gave_up = everybody(alliance);
    gave_up.retain(|member| {
        alliance.member(*member).is_some_and(|firm| {
            firm.seat_given_up.is_some() && firm.seat_given_up == year(alliance)
        })
    });
    gave_up.extend(seated(alliance));
    gave_up
}

fn kind(draw: Draw) -> Breach {
    let kinds = [Breach::Direction, Breach::Absence, Breach::Process, Breach::Inducement];
    kinds[usize::from(draw.mask % 4)]
}

/// A plan of some weeks from soon on, whose duty days repeat every few working days.
fn publish_duty(alliance: &Alliance, draw: Draw) -> Option<Act> {
    let now = alliance.date()?.naive();
    let from = now + chrono::Duration::days(i64::from(draw.who % 32));
    let to = from + chrono::Duration::days(i64::from(draw.price % 48));
    let mut pattern: VecDeque<bool> = (0..8).map(|bit| draw.mask >> bit & 1 == 1).collect();
    pattern.truncate(usize::from(draw.more % 6) + 3);
    let mut days = Vec::new();
    for day in from.iter_days().take_while(|day| *day <= to) {
        let day = Date::try_from(day).ok()?;
        if alliance.calendar().is_working_day(day) {
            pattern.rotate_left(1);
            days.extend(pattern.back().filter(|is_duty| **is_duty).map(|_| day));
        }
    }
    let [from, to] = [from, to].map(Date::try_from);
    let station = station(alliance, draw);
    Some(Act::PublishDuty { station, from: from.ok()?, to: to.ok()?, days: set(&days) })
}

fn station(alliance: &Alliance, draw: Draw) -> StationId {
    StationId::at(usize::from(draw.item) % alliance.stations().len().max(1)).expect("an id")
}

/// Something goes on record.
fn record(alliance: &Alliance, draw: Draw) -> Act {
    let station = station(alliance, draw);
    let enterprises: Vec<_> =
        (0..alliance.enterprises().len()).filter_map(EnterpriseId::at).collect();
    let enterprise = *pick(&enterprises, draw.who).expect("enterprises");
    match draw.mask % 3 {
        0 => Act::RecordTraining { station, text: text("tax law") },
        1 => Act::RecordConsultation { station, enterprise, text: text("funding") },
        _ => {
            let item: ItemId = *pick(&items(alliance), draw.more).expect("items");
            Act::RecordTurnedAway { station, enterprise, item, reason: text("papers are missing") }
        }
    }
}

/// One of these acts that should not be accepted.
pub fn spoilt(alliance: &Alliance, now: Date, draw: Draw) -> Act {
    let of_class = |member: MemberId, nth: usize| {
        let class = alliance.member(member).map_or(Category::Patent, |firm| firm.category);
        let place = Category::ALL.iter().position(|of| *of == class).unwrap_or(0);
        Act::TakeSeat { category: Category::ALL[(place + nth) % 4], member }
    };
    let members = current(alliance);
    let anyone = pick(&members, draw.who).copied().unwrap_or(member(1));
    let lost = |member: &&MemberId| {
        alliance.member(**member).is_some_and(|firm| firm.seat_lost == Some(now.year()))
    };
    match draw.price % 8 {
        0 => of_class(anyone, 1),
        1 => of_class(pick(&seated(alliance), draw.who).copied().unwrap_or(anyone), 0),
        2..=3 => of_class(members.iter().find(lost).copied().unwrap_or(anyone), 0),
        4 => Act::LeaveSeat { member: anyone },
        5 => Act::RecordBreach { member: anyone, kind: kind(draw) },
        6 => wrong_plan(alliance, now, draw),
        _ => {
            let (station, enterprise) = (station(alliance, draw), enterprise(1));
            Act::RecordTurnedAway { station, enterprise, item: item(1), reason: text("") }
        }
    }
}

/// A plan with a wrong period, or a day outside of it, or a day off.
fn wrong_plan(alliance: &Alliance, now: Date, draw: Draw) -> Act {
    let station = station(alliance, draw);
    let after = |days: i64| {
        Date::try_from(now.naive() + chrono::Duration::days(days)).expect("a day of few years")
    };
    let is_off = |day: &Date| !alliance.calendar().is_working_day(*day);
    let off = (0..60).map(after).find(is_off).unwrap_or(now);
    let (to, days) = match draw.mask % 4 {
        0 => (after(-1), Set::default()),
        1 => (after(366), Set::default()),
        2 => (after(30), set(&[off, after(31)])),
        _ => (after(60), Set::one(off)),
    };
    Act::PublishDuty { station, from: now, to, days }
}
