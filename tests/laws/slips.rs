//! Commands that should not be accepted.

use chrono::{Datelike, Weekday};
use paidan::{
    Act, Actor, Alliance, Application, Calendar, Category, Cause, Command, Date, Disorder,
    LagFinding, Mediation, MemberId, Misconduct, Order, OrderId, OrderRecord, OrderState, Price,
    Registered, Set, Work,
};

use crate::common::{
    self, code, condition, enterprise, item, member, order, plain, ranking, station, text,
};
use crate::laws::model::{all_orders, can_have};
use crate::laws::plan::Draw;
use crate::laws::world::{current, pick, volumes};
use crate::laws::{house, life};

/// Spoils a command in one of many ways.
pub fn spoil(alliance: &Alliance, command: &mut Command, draw: Draw) {
    let now = command.date;
    let in_year = |year| Date::from_ymd(year, now.month().of_year(), 1).expect("a day");
    match draw.more % 26 {
        0 => command.date = in_year(now.year() - 1),
        1 => command.date = in_year(now.year() + 1),
        2 => command.expect = Some(alliance.next_position() + 1 + u64::from(draw.who)),
        3 => command.expect = Some(u64::from(draw.who) / 8),
        4 => command.act = unknown(draw),
        5..=7 => command.act = firm(alliance, draw),
        8 => {
            let mut figures = volumes(alliance, draw);
            figures.extend(figures.first().copied());
            command.act = ranking(now.year() - i32::from(draw.who % 2), &figures);
        }
        9 => {
            let policy = Box::new(alliance.policy().clone());
            command.act = Act::AdoptPolicy { month: now.month(), policy };
        }
        10..=12 => command.act = asked(alliance, draw),
        13..=14 => command.act = conduct(alliance, now, draw),
        15 => command.act = too_early(alliance, now, draw),
        16..=19 => command.act = house::spoilt(alliance, now, draw),
        20 => command.occurred = now.naive().succ_opt().and_then(|day| Date::try_from(day).ok()),
        21 => command.act = for_nobody(alliance, draw),
        _ => command.act = on_any_order(any_order(alliance, draw), now, draw),
    }
}

/// Something is named that is not there.
fn unknown(draw: Draw) -> Act {
    match draw.who % 10 {
        8 => Act::Rename { of: Registered::Item(item(900)), name: common::name("nothing") },
        9 => Act::LiftBar { order: order(900_000), member: member(1) },
        0 => Act::Withdraw { member: member(1_000_000_000) },
        1 => Act::SetMenuPrice { item: item(900), menu_price: None },
        2 => Act::Cancel { order: order(900_000) },
        3 => Act::Designate { order: order(1), member: member(900) },
        4 => Act::Accept(Order { station: station(9), ..plain(item(1)) }),
        5 => Act::LiftBlacklisting { enterprise: enterprise(900) },
        6 => Act::Settle { order: order(1_000_000_000) },
        _ => Act::Accept(Order { taken_by: Some(member(900)), ..plain(item(1)) }),
    }
}

/// Any member there ever was.
fn anyone(alliance: &Alliance, draw: Draw) -> MemberId {
    MemberId::at(usize::from(draw.who) % alliance.members().len().max(1)).expect("an id")
}

/// A firm that should not be admitted, or a member that should not change.
fn firm(alliance: &Alliance, draw: Draw) -> Act {
    let anyone = anyone(alliance, draw);
    let taken = alliance.member(anyone).map_or(code(1), |firm| firm.code);
    let (name, category) = (common::name("a firm"), Category::Research);
    let fitting =
        Application { name, code: code(99), category, volume: 5, offers: Set::one(item(3)) };
    match draw.price % 8 {
        0..=2 => Act::Admit(Application { code: taken, ..fitting }),
        3 => Act::Admit(Application { volume: 4, ..fitting }),
        4 => Act::Admit(Application { offers: Set::one(item(1)), ..fitting }),
        5 => Act::RegisterEnterprise { name: common::name("a firm"), code: code(90) },
        6 => {
            let member = pick(&current(alliance), draw.who).copied().unwrap_or(anyone);
            Act::ChangeOffers { member, offers: Set::default() }
        }
        _ => Act::Withdraw { member: anyone },
    }
}

/// An order that should not be accepted.
fn asked(alliance: &Alliance, draw: Draw) -> Act {
    let price = |text: &str| text.parse::<Price>().expect("a price");
    let conditions = alliance.policy().conditions.clone();
    let fitting = Order { conditions, ..plain(item(3)) };
    let anyone = anyone(alliance, draw);
    let any_enterprise = 1 + u32::from(draw.who) % (1 + u32::from(draw.mask) % 6);
    Act::Accept(match draw.price % 8 {
        0 => Order { price: Price::default(), ..fitting },
        1 => Order { item: item(2), price: price("500.01"), ..fitting },
        2 => Order { ask_deposit: true, covered: fitting.price.amount(), months: 1, ..fitting },
        3 => Order { designated: Some(anyone), ..fitting },
        4 => {
            Order { designated: Some(anyone), excluded: Set::one(anyone), item: item(1), ..fitting }
        }
        5 => Order { conditions: Set::one(condition("registered in Cixi")), ..fitting },
        _ => Order { enterprise: enterprise(any_enterprise), ..fitting },
    })
}

/// A measure without what it needs.
fn conduct(alliance: &Alliance, now: Date, draw: Draw) -> Act {
    let member = anyone(alliance, draw);
    let by = Actor::Platform;
    let expel = |misconduct| Act::Expel { member, misconduct, by };
    match draw.price % 7 {
        6 => {
            let in_week =
                |day: &Date| !matches!(day.naive().weekday(), Weekday::Sat | Weekday::Sun);
            let days = now.naive().iter_days().filter_map(|day| Date::try_from(day).ok());
            let make_up_days = days.take(7).filter(in_week).collect::<Vec<_>>();
            let make_up_days = Set::try_from(make_up_days).expect("a short list");
            Act::AdoptCalendar(Calendar { make_up_days, ..Calendar::default() })
        }
        0 => {
            let calendar = life::calendar(now, draw);
            Act::AdoptCalendar(Calendar { make_up_days: calendar.holidays.clone(), ..calendar })
        }
        1 => Act::LiftBlacklisting { enterprise: enterprise(1 + u32::from(draw.who) % 2) },
        2 => expel(Misconduct::DisorderlyCompetition {
            kind: Disorder::ExtraCharges,
            verified: false,
        }),
        3 => expel(Misconduct::NoImprovement),
        4 => expel(Misconduct::OtherAct { description: text("x"), consequence: text("") }),
        _ => Act::Notify { member },
    }
}

/// What has to wait a day: no improvement after a notice of today, or a default on an order whose
/// completion is recorded today.
fn too_early(alliance: &Alliance, now: Date, draw: Draw) -> Act {
    let mut notified = current(alliance);
    notified.retain(|of| alliance.member(*of).is_some_and(|firm| firm.notice == Some(now)));
    if let Some(&member) = pick(&notified, draw.who) {
        return Act::Expel { member, misconduct: Misconduct::NoImprovement, by: Actor::Council };
    }
    let done = |since: Date| {
        life::one(
            alliance,
            draw,
            |record| matches!(record.state, OrderState::Completed(of) if of.recorded >= since),
        )
    };
    let order =
        done(now).or_else(|| done(Date::from_ymd(2000, 1, 1).expect("a day"))).unwrap_or(order(1));
    Act::RecordDefault { order }
}

/// An order is taken away that nobody else can have, if there is such a one.
fn for_nobody(alliance: &Alliance, draw: Draw) -> Act {
    let is_for_nobody = |record: &OrderRecord| {
        let OrderState::Assigned(giving) = record.state else { return false };
        let mut members = current(alliance).into_iter();
        !members.any(|of| of != giving.member && can_have(alliance, record, of))
    };
    let order = life::one(alliance, draw, is_for_nobody);
    let order = order.unwrap_or_else(|| any_order(alliance, draw));
    Act::Reassign { order, finding: LagFinding::COMPLETE, to: None }
}

/// Any order there ever was, the first where there was none.
fn any_order(alliance: &Alliance, draw: Draw) -> OrderId {
    pick(&all_orders(alliance), draw.who).copied().unwrap_or(order(1))
}

/// Any act on an order, whether or not it stands where the act needs it.
fn on_any_order(order: OrderId, now: Date, draw: Draw) -> Act {
    let member = member(1 + u32::from(draw.mask) % 6);
    let work = [Work::Begun, Work::NotBegun][usize::from(draw.mask % 2)];
    let lags = !draw.mask.is_multiple_of(4);
    let finding = LagFinding { progress_lags: lags, ..LagFinding::COMPLETE };
    let on = Date::from_ymd(now.year() - i32::from(draw.mask % 2), 12, 31).unwrap_or(now);
    match draw.price % 15 {
        13 | 14 => Act::LiftBar { order, member },
        0 => Act::Cancel { order },
        1 => Act::Decline { order, cause: Cause::None },
        2 => Act::Mediate { order, result: Mediation::Complied },
        3 => Act::Complete { order, on },
        4 => Act::Settle { order },
        5 | 6 => Act::RecordDefault { order },
        7 => Act::Abandon { order },
        8 => Act::CallOff { order, work },
        9 => Act::Fail { order },
        10 => Act::Reassign { order, finding, to: None },
        11 => Act::Reassign { order, finding, to: Some(member) },
        _ => Act::Designate { order, member },
    }
}
