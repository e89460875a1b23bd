//! Article 13: everything is recorded, in order of date and place (rules 1.1 to 1.4, 1.7).

use paidan::Category::Finance;
use paidan::{
    Act, Alliance, Basis, CapFigures, CapScope, Command, Counted, Event, Motion, Outcome, Policy,
    Reach, Refusal, Sorting, Turn,
};

use crate::common::{City, date, item, member, money, month, name, naming, order, plain, station};

fn open_station() -> Act {
    Act::OpenStation { name: name("观海卫") }
}

fn at(day: &str, act: Act) -> Command {
    Command::new(date(day), act)
}

/// An alliance after one command of 15 March 2025.
fn begun() -> Alliance {
    let mut alliance = Alliance::new(Policy::cixi_2021());
    alliance.step(&at("2025-03-15", open_station())).unwrap();
    alliance
}

/// rules 1.3: an alliance starts without a date; its first command opens the month of its date.
#[test]
fn the_first_command_opens_its_month() {
    let mut alliance = Alliance::new(Policy::cixi_2021());
    assert_eq!((alliance.date(), alliance.month(), alliance.position()), (None, None, 0));
    let outcome = alliance.step(&at("2025-03-15", open_station()));
    let month = month("2025-03");
    let events = vec![Event::MonthOpened { month }, Event::StationOpened { station: station(1) }];
    assert_eq!(outcome, Ok(Outcome { position: 1, date: date("2025-03-15"), events }));
    assert_eq!((alliance.date(), alliance.month()), (Some(date("2025-03-15")), Some(month)));
}

/// rules 1.3: a first command that is refused opens nothing.
#[test]
fn a_refused_first_command_opens_nothing() {
    let mut alliance = Alliance::new(Policy::cixi_2021());
    let act = Act::SetMenuPrice { item: item(1), menu_price: None };
    let refused = alliance.step(&at("2025-03-15", act));
    assert_eq!(refused, Err(Refusal::UnknownItem { item: item(1) }));
    assert_eq!(alliance, Alliance::new(Policy::cixi_2021()));
    assert!(alliance.step(&at("2024-01-01", open_station())).is_ok());
}

/// rules 1.3: if the first command is `OpenMonth`, it concludes nothing more.
#[test]
fn open_month_as_the_first_command_only_opens() {
    let mut alliance = Alliance::new(Policy::cixi_2021());
    let outcome = alliance.step(&at("2025-12-31", Act::OpenMonth)).unwrap();
    assert_eq!(outcome.events, [Event::MonthOpened { month: month("2025-12") }]);
    let next = alliance.step(&at("2026-01-01", Act::OpenMonth)).unwrap();
    let expected = [
        Event::MonthClosed { month: month("2025-12") },
        Event::MonthOpened { month: month("2026-01") },
        Event::RunsReset { year: 2026 },
    ];
    assert_eq!(next.events, expected);
}

/// rules 1.3: any other command dated in a later month is refused.
#[test]
fn only_open_month_opens_a_month() {
    let open = month("2025-03");
    let not_open = |month| Err(Refusal::MonthNotOpen { month, open });
    for (day, expected) in [
        ("2025-03-31", Ok(())),
        ("2025-04-01", not_open(month("2025-04"))),
        ("2026-03-15", not_open(month("2026-03"))),
    ] {
        let found = begun().step(&at(day, open_station())).map(drop);
        assert_eq!(found, expected, "{day}");
    }
}

/// rules 1.3: `OpenMonth` opens always the next month, on any of its days.
#[test]
fn open_month_opens_the_very_next_month() {
    let open = month("2025-03");
    let not_next = |month| Err(Refusal::MonthNotNext { month, open });
    for (day, expected) in [
        ("2025-03-15", not_next(open)),
        ("2025-03-31", not_next(open)),
        ("2025-04-01", Ok(())),
        ("2025-04-30", Ok(())),
        ("2025-05-01", not_next(month("2025-05"))),
        ("2026-04-01", not_next(month("2026-04"))),
    ] {
        let found = begun().step(&at(day, Act::OpenMonth)).map(drop);
        assert_eq!(found, expected, "{day}");
    }
}

/// rules 1.3: what `OpenMonth` does, in order: the month that ends is judged and closed,
/// suspensions begin, the month opens, its policy comes into force, held orders are tried.
#[test]
fn open_month_goes_in_order() {
    let mut city = City::literal();
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let [a, b] = [city.member(Finance, &[tax]), city.member(Finance, &[audit])];
    // In January each has all the orders of its item and half of the amount.
    assert_eq!([city.turn(tax), city.turn(audit)], [Some(a), Some(b)]);
    city.open("2025-02-01");
    let (held, nobody) = city.accept(plain(tax));
    assert_eq!(nobody, None);
    city.accept(naming(audit, b));
    city.adopt("2025-03", &Policy { turn: Turn::Cursor, ..Policy::cixi_2021() });
    let outcome = city.open("2025-03-01");
    let by_item = CapFigures::Item { item: audit, own: 1, whole: 1 };
    let by_amount = CapFigures::Amount { own: money("100.00"), whole: money("100.00") };
    let mut expected = vec![
        Event::CapReached { member: b, cap: by_item, reach: Reach::Above },
        Event::CapReached { member: b, cap: by_amount, reach: Reach::Above },
        Event::MonthClosed { month: month("2025-02") },
        Event::Suspended { member: b, scope: CapScope::Member, cap: by_item },
        Event::MonthOpened { month: month("2025-03") },
        Event::PolicyInForce { month: month("2025-03") },
    ];
    let sorted = |category| Event::LineSorted { category, sorting: Sorting::Whole };
    expected.extend(paidan::Category::ALL.map(sorted));
    expected.push(Event::Dispatched {
        order: held,
        member: a,
        basis: Basis::Turn,
        motion: Motion::CursorPast,
        counted: Counted::Yes,
    });
    assert_eq!(outcome.events, expected);
    // The held order is the only one of the month that opened: tallies had started empty.
    assert_eq!(city.alliance.tallied_total(), (1, money("100.00")));
}

/// rules 1.2: a command dated before the last accepted one is refused, one of the same day not.
#[test]
fn a_command_is_not_dated_before_the_last() {
    let last = date("2025-03-15");
    for (day, is_accepted) in [("2025-03-14", false), ("2025-03-15", true), ("2025-03-16", true)] {
        let early = Refusal::DateBeforeLast { date: date(day), last };
        let expected = if is_accepted { Ok(()) } else { Err(early) };
        assert_eq!(begun().step(&at(day, open_station())).map(drop), expected);
    }
}

/// rules 1.1: a refused command is not recorded; not even its date counts as the last.
#[test]
fn a_refused_command_leaves_no_date() {
    let mut alliance = begun();
    let before = alliance.clone();
    let act = Act::SetMenuPrice { item: item(1), menu_price: None };
    assert!(alliance.step(&at("2025-03-31", act)).is_err());
    assert_eq!(alliance, before);
    assert!(alliance.step(&at("2025-03-15", open_station())).is_ok());
}

/// rules 1.1: one accepted command is one entry, with positions from 1.
#[test]
fn positions_count_accepted_commands_from_1() {
    let mut alliance = Alliance::new(Policy::cixi_2021());
    let positions: Vec<_> = (0..3)
        .map(|_| {
            let refused = Act::Withdraw { member: member(1) };
            assert!(alliance.step(&at("2025-03-15", refused)).is_err());
            alliance.step(&at("2025-03-15", open_station())).unwrap().position
        })
        .collect();
    assert_eq!((positions, alliance.position(), alliance.next_position()), (vec![1, 2, 3], 3, 4));
}

/// rules 1.7: a command that expects another ledger position is refused.
#[test]
fn a_command_is_accepted_at_the_position_it_expects() {
    for (expected, is_accepted) in [(0, false), (1, false), (2, true), (3, false)] {
        let command = Command { expect: Some(expected), ..at("2025-03-15", open_station()) };
        let wrong = Refusal::PositionNotExpected { expected, next: 2 };
        let result = begun().step(&command).map(drop);
        assert_eq!(result, if is_accepted { Ok(()) } else { Err(wrong) });
    }
}

/// rules 1.7: a request sent twice acts once.
#[test]
fn a_retried_command_acts_once() {
    let mut alliance = begun();
    let command = Command { expect: Some(2), ..at("2025-03-15", open_station()) };
    assert!(alliance.step(&command).is_ok());
    let again = Refusal::PositionNotExpected { expected: 2, next: 3 };
    assert_eq!(alliance.step(&command), Err(again));
    assert_eq!(alliance.stations().len(), 2);
}

/// rules 14: the reference of a command is a label that no rule reads.
#[test]
fn no_rule_reads_the_reference() {
    let reference = Some("甲-1".parse().unwrap());
    let labelled = Command { reference, ..at("2025-03-15", open_station()) };
    let (mut one, mut other) = (begun(), begun());
    assert_eq!(one.step(&labelled), other.step(&at("2025-03-15", open_station())));
    assert_eq!(one, other);
}

/// rules 1.4: the first reason of date, month, position and the act itself is the one named.
#[test]
fn the_date_comes_first_then_month_position_and_act() {
    let mut alliance = begun();
    let mut command = at("2025-02-28", Act::SetMenuPrice { item: item(9), menu_price: None });
    command.expect = Some(7);
    let mut refused = |day| {
        command.date = date(day);
        alliance.step(&command).unwrap_err()
    };
    let [march, april] = [month("2025-03"), month("2025-04")];
    assert_eq!(
        [refused("2025-02-28"), refused("2025-04-01"), refused("2025-03-15")],
        [
            Refusal::DateBeforeLast { date: date("2025-02-28"), last: date("2025-03-15") },
            Refusal::MonthNotOpen { month: april, open: march },
            Refusal::PositionNotExpected { expected: 7, next: 2 },
        ]
    );
    command = Command { expect: Some(2), ..command };
    assert_eq!(alliance.step(&command), Err(Refusal::UnknownItem { item: item(9) }));
}

/// rules 1.4: of `OpenMonth` the same, with the month not the next.
#[test]
fn of_open_month_too_the_date_comes_first() {
    let mut alliance = begun();
    let mut refused = |day| {
        let command = Command { expect: Some(7), ..at(day, Act::OpenMonth) };
        alliance.step(&command).unwrap_err()
    };
    let march = month("2025-03");
    assert_eq!(
        [refused("2025-02-28"), refused("2025-03-16"), refused("2025-04-01")],
        [
            Refusal::DateBeforeLast { date: date("2025-02-28"), last: date("2025-03-15") },
            Refusal::MonthNotNext { month: march, open: march },
            Refusal::PositionNotExpected { expected: 7, next: 2 },
        ]
    );
}

/// rules 1.2: the record of an order bears the date of its command.
#[test]
fn an_order_bears_the_date_of_its_command() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    city.go("2025-01-31");
    city.accept(plain(tax));
    assert_eq!(city.alliance.order(order(1)).unwrap().submitted, date("2025-01-31"));
}
