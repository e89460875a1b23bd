//! Acts of the council and of the stations, drawn so that most are accepted.

use std::collections::VecDeque;

use paidan::{
    Act, Alliance, Breach, Category, Date, EnterpriseId, Feedback, ItemId, MemberId, Registered,
    Set, StationId,
};

use crate::common::{enterprise, item, member, name, order, set, text};
use crate::laws::model::everybody;
use crate::laws::plan::Draw;
use crate::laws::world::{current, held, items, open_stations, pick};

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
        68..=69 => {
            let mut present = current(alliance);
            present.retain(|of| alliance.member(*of).is_some_and(|firm| !firm.on_leave));
            Act::GrantLeave { member: *pick(&present, draw.who)? }
        }
        70..=72 => {
            let mut away = current(alliance);
            away.retain(|of| alliance.member(*of).is_some_and(|firm| firm.on_leave));
            Act::EndLeave { member: *pick(&away, draw.who)? }
        }
        73 => rename(alliance, draw),
        74..=75 => close_or_open(alliance, draw),
        _ => return None,
    })
}

/// Something registered gets another name.
fn rename(alliance: &Alliance, draw: Draw) -> Act {
    let members = everybody(alliance);
    let of = match draw.mask % 4 {
        0 => Registered::Station(station(alliance, draw)),
        1 => Registered::Item(*pick(&items(alliance), draw.who).expect("items")),
        2 => Registered::Enterprise(enterprise(1)),
        _ => Registered::Member(*pick(&members, draw.who).unwrap_or(&member(1))),
    };
    Act::Rename { of, name: name(&format!("another name {}", draw.more)) }
}

/// A station is closed or opened again, or an item taken off the menu or put back: rather put back.
fn close_or_open(alliance: &Alliance, draw: Draw) -> Act {
    let station = station(alliance, draw);
    let is_closed = alliance.station(station).is_some_and(|of| of.closed);
    let mut off = items(alliance);
    off.retain(|of| alliance.item(*of).is_some_and(|item| item.delisted));
    match (draw.mask % 4, pick(&off, draw.who)) {
        (0 | 1, _) if is_closed => Act::ReopenStation { station },
        (0 | 1, _) if alliance.stations().iter().filter(|of| !of.closed).count() > 1 => {
            Act::CloseStation { station }
        }
        (0 | 1, _) => Act::OpenStation { name: name("one more") },
        (_, Some(&item)) => Act::RelistItem { item },
        (_, None) => Act::DelistItem { item: *pick(&items(alliance), draw.who).expect("items") },
    }
}

/// The year in which a seat that is lost or given up bars.
fn year(alliance: &Alliance) -> Option<i32> {
    alliance.date().map(Date::year)
}

/// All that hold a seat.
pub fn seated(alliance: &Alliance) -> Vec<MemberId> {
    alliance.council().iter().filter_map(|(_, holder)| holder).collect()
}

/// One that may take a seat of its class does.
fn take_seat(alliance: &Alliance, draw: Draw) -> Option<Act> {
    let mut able = current(alliance);
    able.retain(|member| {
        let firm = alliance.member(*member).expect("a member");
        let has_vacancy = alliance.council().vacant(firm.category).is_some();
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
    let &station = pick(&open_stations(alliance, draw), draw.item)?;
    Some(Act::PublishDuty { station, from: from.ok()?, to: to.ok()?, days: set(&days) })
}

fn station(alliance: &Alliance, draw: Draw) -> StationId {
    StationId::at(usize::from(draw.item) % alliance.stations().len().max(1)).expect("an id")
}

/// Something goes on record.
fn record(alliance: &Alliance, draw: Draw) -> Act {
    let station = station(alliance, draw);
    let enterprises: Vec<_> =
        (0..alliance.enterprises().len()).filter_map(|nth| EnterpriseId::at(nth).ok()).collect();
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
    match draw.price % 10 {
        8 => registers(alliance, draw),
        9 => leave_or_feedback(alliance, anyone, draw),
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

/// What is so already: an open station is opened, a closed one closed; so with an item of the menu.
fn registers(alliance: &Alliance, draw: Draw) -> Act {
    let station = station(alliance, draw);
    let item = *pick(&items(alliance), draw.who).expect("items");
    let is_closed = alliance.station(station).is_some_and(|of| of.closed);
    let is_off = alliance.item(item).is_some_and(|of| of.delisted);
    match (draw.mask.is_multiple_of(2), is_closed, is_off) {
        (true, true, _) => Act::CloseStation { station },
        (true, false, _) => Act::ReopenStation { station },
        (false, _, true) => Act::DelistItem { item },
        (false, _, false) => Act::RelistItem { item },
    }
}

/// Who is on leave goes on leave, who is not ends it; or something is said of an order that waits,
/// or nothing in a complaint.
fn leave_or_feedback(alliance: &Alliance, anyone: MemberId, draw: Draw) -> Act {
    let waiting = pick(&held(alliance), draw.who).copied();
    let feedback = Feedback::Complaint;
    match (draw.mask % 4, waiting) {
        (0, Some(order)) => Act::RecordFeedback { order, feedback, text: text("nobody came") },
        (1, _) => Act::RecordFeedback { order: order(1), feedback, text: text("") },
        _ if alliance.member(anyone).is_some_and(|firm| firm.on_leave) => {
            Act::GrantLeave { member: anyone }
        }
        _ => Act::EndLeave { member: anyone },
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
