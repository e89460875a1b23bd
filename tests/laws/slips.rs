//! Commands that should not be accepted.

use paidan::{Act, Alliance, Command, Date, Order, Set};

use crate::common::{item, member, order, plain, ranking, station};
use crate::plan::Draw;
use crate::world::{current, pick, volumes};

/// Spoils a command in one of many ways.
pub fn spoil(alliance: &Alliance, command: &mut Command, draw: Draw) {
    let now = command.date;
    let in_year = |year| Date::from_ymd(year, now.month().of_year(), 1).expect("a day");
    match draw.more % 12 {
        0 => command.date = in_year(now.year() - 1),
        1 => command.date = in_year(now.year() + 1),
        2 => command.expect = Some(alliance.next_position() + 1 + u64::from(draw.who)),
        3 => command.expect = Some(u64::from(draw.who) / 8),
        4 => command.act = unknown(draw),
        5 => command.act = Act::Accept(Order { price: paidan::Price::default(), ..plain(item(1)) }),
        6 => {
            let members = u32::try_from(alliance.members().len()).expect("few").max(1);
            let anyone = member(1 + u32::from(draw.who) % members);
            command.act = Act::Accept(Order { designated: Some(anyone), ..plain(item(3)) });
        }
        7 => {
            let mut figures = volumes(alliance, draw);
            figures.extend(figures.first().copied());
            command.act = ranking(now.year() - i32::from(draw.who % 2), &figures);
        }
        8 => {
            let policy = Box::new(alliance.policy().clone());
            command.act = Act::AdoptPolicy { month: now.month(), policy };
        }
        9 => {
            if let Some(&member) = pick(&current(alliance), draw.who) {
                command.act = Act::ChangeOffers { member, offers: Set::default() };
            }
        }
        10 => {
            let anyone = member(1 + u32::from(draw.who) % 8);
            command.act = Act::Withdraw { member: anyone };
        }
        _ => command.act = Act::Cancel { order: order(1 + u32::from(draw.who) % 8) },
    }
}

/// Something is named that is not there.
fn unknown(draw: Draw) -> Act {
    match draw.who % 6 {
        0 => Act::Withdraw { member: member(1_000_000_000) },
        1 => Act::SetMenuPrice { item: item(900), menu_price: None },
        2 => Act::Cancel { order: order(900_000) },
        3 => Act::Designate { order: order(1), member: member(900) },
        4 => Act::Accept(Order { station: station(9), ..plain(item(1)) }),
        _ => Act::Accept(Order { taken_by: Some(member(900)), ..plain(item(1)) }),
    }
}
