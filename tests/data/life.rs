//! What becomes of the orders of the year after they were given.

use std::collections::{BTreeMap, BTreeSet};

use paidan::{
    Act, Alliance, Basis, Calendar, Cause, Command, Date, DueDate, Event, Ground, Mediation, Money,
    Order, OrderId, OrderState, Outcome, Policy,
};

use super::{FILE, accepted, events, percent};

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn count(is: impl Fn(&Command, &Event) -> bool) -> usize {
    events().iter().filter(|(command, event)| is(command, event)).count()
}

/// The calendar is adopted early in January, and the stations are open on its working days only. In
/// November it is prolonged: the days of the year stay, and those of the next are added.
#[test]
fn the_holidays_are_those_of_2025() {
    let adopted: Vec<(Date, Calendar)> = accepted()
        .filter_map(|(command, _)| match command.act {
            Act::AdoptCalendar(calendar) => Some((command.date, calendar)),
            _ => None,
        })
        .collect();
    let [(on, calendar), (later, longer)] = &adopted[..] else { panic!("two, not {adopted:?}") };
    assert!(*on < date("2025-01-10") && later.month().to_string() == "2025-11");
    let (days, more) = (calendar.holidays.as_slice(), longer.holidays.as_slice());
    let (this, next) = more.split_at(days.len());
    assert_eq!(this, days);
    assert!(next.len() > 25 && next.iter().all(|day| day.year() == 2026));
    let worked = calendar.make_up_days.as_slice();
    assert_eq!(&longer.make_up_days.as_slice()[..worked.len()], worked);
    assert_eq!(calendar.holidays.as_slice().len(), 1 + 8 + 3 + 5 + 3 + 8);
    for (from, to) in [
        ("2025-01-28", "2025-02-04"),
        ("2025-04-04", "2025-04-06"),
        ("2025-05-01", "2025-05-05"),
        ("2025-05-31", "2025-06-02"),
        ("2025-10-01", "2025-10-08"),
    ] {
        let mut days = date(from).naive().iter_days().take_while(|day| *day <= date(to).naive());
        let off = |day| calendar.holidays.contains(&Date::try_from(day).expect("a date"));
        assert!(days.all(off), "{from} to {to}");
    }
    let make_up = ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"].map(date);
    assert_eq!(calendar.make_up_days.as_slice(), make_up);
    let busy: BTreeSet<Date> = accepted()
        .filter(|(command, _)| matches!(command.act, Act::Accept(_)))
        .map(|(command, _)| command.date)
        .collect();
    assert!(busy.iter().all(|day| calendar.is_working_day(*day)));
    assert!(make_up.iter().all(|day| busy.contains(day)));
}

/// Most orders are completed weeks to months after they were given, and paid in time; many are
/// open over the turn of the year.
#[test]
fn most_orders_are_completed_and_paid_in_time() {
    let mut given = BTreeMap::<OrderId, Date>::new();
    let mut due = BTreeMap::<OrderId, DueDate>::new();
    let (mut took, mut late, mut paid, mut in_time) = (Vec::new(), 0, 0, 0);
    for (command, event) in events() {
        match event {
            Event::Dispatched { order, .. } => {
                given.insert(order, command.date);
            }
            Event::Completed { order, due: day, .. } => {
                let Act::Complete { on, .. } = command.act else { panic!("{command:?}") };
                took.push((on.naive() - given[&order].naive()).num_days());
                late += usize::from(on < command.date);
                due.insert(order, day);
            }
            Event::Settled { order } => {
                paid += 1;
                in_time += usize::from(!due[&order].is_before(command.date));
            }
            _ => {}
        }
    }
    took.sort_unstable();
    let (median, longest) = (took[took.len() / 2], took[took.len() - 1]);
    assert!((30..=150).contains(&median) && longest > 200, "{median} days, {longest} at most");
    let (fast, slow) = (took.partition_point(|days| *days < 14), took.len());
    assert!(percent(fast, slow) < 10, "{fast} of {slow} take less than two weeks");
    assert!((50..=70).contains(&percent(took.len(), given.len())));
    assert!((5..=20).contains(&percent(late, took.len())), "{late} are recorded late");
    assert!((85..=97).contains(&percent(in_time, paid)), "{in_time} of {paid} paid in time");
}

#[test]
fn december_is_judged_and_many_orders_are_open() {
    let mut alliance = Alliance::new(Policy::cixi_2021());
    let commands: Vec<Command> =
        FILE.lines().map(|line| serde_json::from_str(line).expect("a command")).collect();
    for command in &commands {
        // Refused ones change nothing.
        let _ = alliance.step(command);
    }
    let last = commands.last().expect("a command");
    assert_eq!((last.date, &last.act), (date("2026-01-01"), &Act::OpenMonth));
    assert!(
        count(|command, event| {
            matches!(event, Event::CapReached { .. }) && command.date == last.date
        }) > 0
    );
    let orders = (0..).map_while(|place| OrderId::at(place).ok()).take(5000);
    let open = orders
        .filter(|order| alliance.order(*order).is_some_and(|record| record.state.open().is_some()));
    assert!((1000..=2000).contains(&open.count()));
    let unpaid = (0..5000).filter_map(|place| OrderId::at(place).ok()).filter(|order| {
        let state = alliance.order(*order).map(|record| record.state);
        matches!(state, Some(OrderState::Completed(_)))
    });
    assert!(unpaid.count() > 10);
}

#[test]
fn members_decline_and_mediation_has_every_result() {
    let with_cause = |command: &Command, event: &Event| {
        matches!((&command.act, event), (Act::Decline { .. }, Event::Barred { .. }))
    };
    assert!(count(with_cause) > 20);
    let without =
        |_: &Command, event: &Event| matches!(event, Event::Declined { cause: Cause::None, .. });
    assert!(count(without) > 10);
    for result in [Mediation::Complied, Mediation::CauseFound, Mediation::DidNotComply] {
        let has = |(command, _): (Command, Outcome)| matches!(command.act, Act::Mediate { result: of, .. } if of == result);
        assert!(accepted().any(has), "{result:?}");
    }
    assert!(count(|_, event| matches!(event, Event::WentBack { .. })) > 0);
}

#[test]
fn orders_end_in_every_way() {
    assert!((20..=120).contains(&count(|command, event| {
        matches!((&command.act, event), (Act::CallOff { .. }, Event::CalledOff { .. }))
    })));
    assert!((5..=60).contains(&count(|_, event| matches!(event, Event::Failed { .. }))));
    assert!((3..=30).contains(&count(|_, event| matches!(event, Event::Defaulted { .. }))));
    let (mut declined, mut abandoned) = (BTreeSet::new(), [0; 2]);
    for (_, event) in events() {
        match event {
            Event::Declined { order, cause: Cause::None, .. } => {
                declined.insert(order);
            }
            Event::Resumed { order, .. } | Event::CameOff { order, .. } => {
                declined.remove(&order);
            }
            Event::Abandoned { order } => abandoned[usize::from(declined.contains(&order))] += 1,
            _ => {}
        }
    }
    assert!(abandoned[0] > 5 && abandoned[1] > 0, "assigned and declined: {abandoned:?}");
    assert!(count(|_, event| matches!(event, Event::Blacklisted { .. })) > 10);
    assert_eq!(count(|_, event| matches!(event, Event::BlacklistingLifted { .. })), 1);
}

#[test]
fn orders_are_reassigned_and_one_member_exits_by_it() {
    let (mut bases, mut exits) = (BTreeMap::<bool, usize>::new(), Vec::new());
    for (command, outcome) in accepted() {
        let Act::Reassign { order, .. } = command.act else { continue };
        for event in &outcome.events {
            match *event {
                Event::Dispatched { order: of, basis, .. } if of == order => {
                    *bases.entry(basis == Basis::Named).or_default() += 1;
                }
                Event::Expelled { ground, .. } => {
                    assert_eq!(ground, Ground::ReassignedInARow);
                    exits.push(outcome.events.len());
                }
                _ => {}
            }
        }
    }
    assert!(bases[&true] >= 3 && bases[&false] >= 5, "named and by turn: {bases:?}");
    assert_eq!(exits.len(), 1);
    assert!(exits[0] > 10, "its other orders go on");
}

/// A member leaves on each ground, with open orders, which go to others or wait.
#[test]
fn members_leave_on_every_ground() {
    let mut exits = BTreeMap::<String, (usize, usize)>::new();
    let mut notices = BTreeMap::new();
    for (command, outcome) in accepted() {
        for event in &outcome.events {
            match *event {
                Event::Notified { member } => {
                    notices.insert(member, command.date);
                }
                Event::Expelled { member, ground } => {
                    let is_off = |event: &&Event| matches!(event, Event::CameOff { member: of, .. } if *of == member);
                    let came_off = outcome.events.iter().filter(is_off).count();
                    let held = outcome.events.iter().filter(|of| matches!(of, Event::Held { .. }));
                    let (orders, waiting) = exits.entry(format!("{ground:?}")).or_default();
                    *orders += came_off;
                    *waiting += held.count();
                    if ground == Ground::NoImprovement {
                        assert!(notices[&member] < command.date);
                    }
                }
                _ => {}
            }
        }
    }
    let grounds: Vec<&str> = exits.keys().map(String::as_str).collect();
    assert_eq!(
        grounds,
        [
            "DeclinedWithoutCause",
            "DisorderlyCompetition",
            "Infringement",
            "NoImprovement",
            "OtherAct",
            "ReassignedInARow"
        ]
    );
    assert!(exits.values().all(|(orders, _)| *orders >= 3), "{exits:?}");
    assert!(exits.values().any(|(_, waiting)| *waiting > 0), "{exits:?}");
    assert!(count(|_, event| matches!(event, Event::Expelled { .. })) < 12, "most stay");
}

/// On either ground deposits are returned, counted and forfeited; of one nothing remains to pay.
#[test]
fn deposits_end_in_every_way() {
    let mut orders = BTreeMap::<OrderId, Order>::new();
    let (mut ways, mut whole) = (BTreeMap::<(&str, bool), usize>::new(), 0);
    for (command, event) in events() {
        let (way, order, amount): (&str, OrderId, Money) = match event {
            Event::Accepted { order, .. } => {
                let Act::Accept(terms) = command.act else { panic!("{command:?}") };
                orders.insert(order, terms);
                continue;
            }
            Event::DepositReturned { order, amount } => ("returned", order, amount),
            Event::DepositCounted { order, amount } => ("counted", order, amount),
            Event::DepositForfeited { order, amount } => ("forfeited", order, amount),
            _ => continue,
        };
        let terms = &orders[&order];
        let price = terms.price.amount();
        let (by_term, by_excess) = (terms.months > 12, terms.covered < price);
        if by_term != by_excess {
            *ways.entry((way, by_term)).or_default() += 1;
        }
        let at_once = matches!(command.act, Act::Complete { .. });
        whole += usize::from(way == "counted" && amount == price && at_once);
    }
    assert_eq!(ways.len(), 6, "{ways:?}");
    assert!(whole > 0, "completed and settled in one step");
}
