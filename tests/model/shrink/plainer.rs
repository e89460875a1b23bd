//! Plainer forms of a command and of a policy.

use paidan::{
    Act, Channel, Command, Date, EnterpriseId, Feedback, ItemId, List, Money, Month, Order, Policy,
    Price, Set, StationId, Text,
};

/// Policies that are nearer to the literal text, the nearest first.
pub fn policies(policy: &Policy) -> Vec<Policy> {
    let literal = Policy::cixi_2021();
    let mut plainer = vec![literal.clone()];
    macro_rules! reset {
        ($($($field:ident).+),*) => {$(
            let mut one = policy.clone();
            one.$($field).+ = literal.$($field).+.clone();
            plainer.push(one);
        )*};
    }
    reset!(
        admission,
        comprehensive_reach,
        turn,
        designation_uses_turn,
        count_designated,
        conditions,
        caps,
        caps.item_share,
        caps.amount_share,
        caps.item_min_orders,
        caps.amount_min_orders,
        caps.item_min_members,
        caps.amount_min_members,
        caps.scope,
        caps.guard,
        reassignment,
        duty,
        settlement,
        deposit,
        deposit.months,
        deposit.margin,
        deposit.ceiling
    );
    plainer.retain(|of| of != policy);
    plainer
}

/// The set without one of its entries, for each.
fn without_one<T: Ord + Clone>(set: &Set<T>) -> Vec<Set<T>> {
    let without = |nth| {
        let mut entries = set.as_slice().to_vec();
        entries.remove(nth);
        Set::try_from(entries).expect("shorter than before")
    };
    (0..set.as_slice().len()).map(without).collect()
}

/// Forms of a command that are plainer by one thing.
pub fn commands(command: &Command, last: Option<Date>) -> Vec<Command> {
    let mut plainer = vec![
        Command { expect: None, ..command.clone() },
        Command { reference: None, ..command.clone() },
        Command { occurred: None, ..command.clone() },
    ];
    if let Some(date) = last.filter(|last| last.month() == command.date.month()) {
        plainer.push(Command { date, ..command.clone() });
    }
    if let Ok(date) = Date::from_ymd(command.date.year(), command.date.month().of_year(), 1)
        && command.act == Act::OpenMonth
    {
        plainer.push(Command { date, ..command.clone() });
    }
    let acts = acts(&command.act).into_iter();
    plainer.extend(acts.map(|act| Command { act, ..command.clone() }));
    plainer.retain(|of| of != command);
    plainer
}

fn acts(act: &Act) -> Vec<Act> {
    match act {
        Act::ListItem { name, category, menu_price: Some(_) } => {
            vec![Act::ListItem { name: name.clone(), category: *category, menu_price: None }]
        }
        Act::Admit(of) => {
            let offers = without_one(&of.offers).into_iter();
            offers.map(|offers| Act::Admit(paidan::Application { offers, ..of.clone() })).collect()
        }
        Act::ChangeOffers { member, offers } => {
            let offers = without_one(offers).into_iter();
            offers.map(|offers| Act::ChangeOffers { member: *member, offers }).collect()
        }
        Act::PublishRanking { year, volumes } => {
            let without = |nth| {
                let mut volumes = volumes.as_slice().to_vec();
                volumes.remove(nth);
                let volumes = List::try_from(volumes).expect("shorter than before");
                Act::PublishRanking { year: *year, volumes }
            };
            (0..volumes.as_slice().len()).map(without).collect()
        }
        Act::Accept(order) => orders(order).into_iter().map(Act::Accept).collect(),
        Act::AdoptPolicy { month, policy } => {
            let policies = policies(policy).into_iter().map(Box::new);
            policies.map(|policy| Act::AdoptPolicy { month: *month, policy }).collect()
        }
        Act::AdoptCalendar(of) => {
            let holidays = without_one(&of.holidays).into_iter();
            let shorter = holidays.map(|holidays| paidan::Calendar { holidays, ..of.clone() });
            let make_up = without_one(&of.make_up_days).into_iter();
            let other = make_up.map(|days| paidan::Calendar { make_up_days: days, ..of.clone() });
            shorter.chain(other).map(Act::AdoptCalendar).collect()
        }
        Act::RecordFeedback { order, .. } => {
            let (feedback, text) = (Feedback::Satisfied, Text::default());
            vec![Act::RecordFeedback { order: *order, feedback, text }]
        }
        _ => Vec::new(),
    }
}

/// The order with one of its options off, or at the plainest price.
fn orders(order: &Order) -> Vec<Order> {
    let price = Price::new(Money::from_yuan(100)).expect("a price");
    let station = StationId::new(1).expect("an id");
    let enterprise = EnterpriseId::new(1).expect("an id");
    let item = ItemId::new(1).expect("an id");
    let mut plainer = vec![
        Order { station, ..order.clone() },
        Order { enterprise, ..order.clone() },
        Order { item, ..order.clone() },
        Order { price, ..order.clone() },
        Order { channel: Channel::Station, ..order.clone() },
        Order { taken_by: None, ..order.clone() },
        Order { designated: None, ..order.clone() },
        Order { excluded: Set::default(), ..order.clone() },
        Order { ask_deposit: false, ..order.clone() },
        Order { months: 0, ..order.clone() },
        Order { covered: Money::ZERO, ..order.clone() },
        Order { conditions: Set::default(), ..order.clone() },
    ];
    let fewer = without_one(&order.excluded).into_iter();
    plainer.extend(fewer.map(|excluded| Order { excluded, ..order.clone() }));
    plainer.retain(|of| of != order);
    plainer
}

fn month_before(month: Month) -> Month {
    let (year, of_year) = (month.year(), month.of_year());
    let before =
        if of_year == 1 { Month::new(year - 1, 12) } else { Month::new(year, of_year - 1) };
    before.unwrap_or(month)
}

/// The same day of the month before, or its last.
fn day_before(date: Date) -> Date {
    let day = date.to_string()[8..].parse().expect("a day of a month");
    let month = month_before(date.month());
    let days = (1..=day).rev();
    let mut dates = days.filter_map(|day| Date::from_ymd(month.year(), month.of_year(), day).ok());
    dates.next().unwrap_or(date)
}

/// The command a month earlier, with what it says of dates.
pub fn a_month_earlier(command: &mut Command) {
    let year = command.date.year();
    command.date = day_before(command.date);
    command.occurred = command.occurred.map(day_before);
    match &mut command.act {
        Act::PublishRanking { year: of, .. } if *of == year => *of = command.date.year(),
        Act::Complete { on, .. } => *on = day_before(*on),
        Act::AdoptPolicy { month, .. } => *month = month_before(*month),
        _ => {}
    }
}
