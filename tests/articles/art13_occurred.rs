//! Article 13: what is recorded late carries the date of recording, and may say when it happened
//! (rules 1.2, 1.4).

use paidan::Category::Finance;
use paidan::{Act, Alliance, Command, Date, ItemId, Outcome, Policy, Refusal};

use crate::common::acts::complete;
use crate::common::{City, date, item, member, month, name, naming, order, plain};

fn open_station() -> Act {
    Act::OpenStation { name: name("观海卫") }
}

fn said_to_have_occurred(day: &str, occurred: &str, act: Act) -> Command {
    Command { occurred: Some(date(occurred)), ..Command::new(date(day), act) }
}

/// An alliance after one command of 15 March 2025.
fn begun() -> Alliance {
    let mut alliance = Alliance::new(Policy::cixi_2021());
    alliance.step(&Command::new(date("2025-03-15"), open_station())).unwrap();
    alliance
}

/// rules 1.4: on the same day or before; not after the date of the command. How long before does not
/// matter, be it before everything on record.
#[test]
fn it_happened_on_the_date_or_before() {
    for (occurred, is_accepted) in [
        ("2000-01-01", true),
        ("2025-03-14", true),
        ("2025-03-15", true),
        ("2025-03-16", false),
        ("9900-12-31", false),
    ] {
        let command = said_to_have_occurred("2025-03-15", occurred, open_station());
        let late = Refusal::OccurredAfterDate { occurred: date(occurred), date: command.date };
        let expected = if is_accepted { Ok(()) } else { Err(late) };
        assert_eq!(begun().step(&command).map(drop), expected, "{occurred}");
    }
}

/// rules 1.4: of the first command too.
#[test]
fn of_the_first_command_too() {
    let late = said_to_have_occurred("2025-03-15", "2025-03-16", Act::OpenMonth);
    let (occurred, date) = (date("2025-03-16"), date("2025-03-15"));
    let mut alliance = Alliance::new(Policy::cixi_2021());
    assert_eq!(alliance.step(&late), Err(Refusal::OccurredAfterDate { occurred, date }));
    assert_eq!(alliance, Alliance::new(Policy::cixi_2021()));
    let in_time = Command { occurred: Some(date), ..late };
    assert_eq!(alliance.step(&in_time).map(|outcome| outcome.position), Ok(1));
}

/// rules 1.4: after the date, the month and the position, before the reasons of the act.
#[test]
fn it_comes_after_the_position_and_before_the_act() {
    let mut alliance = begun();
    let unknown = Act::SetMenuPrice { item: item(9), menu_price: None };
    let mut command = said_to_have_occurred("2025-03-14", "2025-04-02", unknown);
    command.expect = Some(7);
    let mut refused = |day: &str, expect| {
        (command.date, command.expect) = (date(day), Some(expect));
        alliance.step(&command).unwrap_err()
    };
    let found = [
        refused("2025-03-14", 7),
        refused("2025-04-01", 7),
        refused("2025-03-15", 7),
        refused("2025-03-15", 2),
    ];
    let expected = [
        Refusal::DateBeforeLast { date: date("2025-03-14"), last: date("2025-03-15") },
        Refusal::MonthNotOpen { month: month("2025-04"), open: month("2025-03") },
        Refusal::PositionNotExpected { expected: 7, next: 2 },
        Refusal::OccurredAfterDate { occurred: date("2025-04-02"), date: date("2025-03-15") },
    ];
    assert_eq!(found, expected);
    command.occurred = Some(date("2025-03-15"));
    assert_eq!(alliance.step(&command), Err(Refusal::UnknownItem { item: item(9) }));
}

/// A city on 1 April with one item and one member, in the month of April.
fn in_april() -> (City, ItemId) {
    let mut city = City::on("2025-03-31", Policy::cixi_2021());
    let tax = city.item(Finance);
    city.member(Finance, &[tax]);
    city.open("2025-04-01");
    (city, tax)
}

/// Sends an act of the day of the city, said to have happened on another day or not at all.
fn send(city: &mut City, act: Act, occurred: Option<Date>) -> Outcome {
    let command = Command { occurred, ..Command::new(city.date, act) };
    city.alliance.step(&command).unwrap()
}

/// rules 1.2: an order of 31 March that is recorded on 1 April is one of April: its submission, its
/// giving and the tallies go by the date of recording, and no closed month is reopened.
#[test]
fn an_order_recorded_late_counts_when_it_is_recorded() {
    let (mut city, tax) = in_april();
    send(&mut city, Act::Accept(plain(tax)), Some(date("2025-03-31")));
    let record = city.alliance.order(order(1)).unwrap();
    assert_eq!(record.submitted, date("2025-04-01"));
    assert_eq!(record.state.open().map(|giving| giving.on), Some(date("2025-04-01")));
    assert_eq!(
        (city.tallied(member(1), tax), city.alliance.month()),
        ((1, 1), Some(month("2025-04")))
    );
}

/// rules 1.2: no rule reads it: the same acts, each said to have happened long before or not, give
/// the same outcomes and the same state.
#[test]
fn no_rule_reads_when_it_happened() {
    let (city, tax) = in_april();
    let [mut told, mut silent] = [city.clone(), city];
    let firm = told.application(Finance, &[tax]);
    let acts = [
        Act::Admit(firm),
        Act::Accept(naming(tax, member(1))),
        Act::Accept(plain(tax)),
        complete(order(1), "2025-04-01"),
        Act::Notify { member: member(2) },
        Act::GrantLeave { member: member(2) },
        Act::CallOff { order: order(2), work: paidan::Work::NotBegun },
    ];
    for act in acts {
        let occurred = Some(date("2025-03-02"));
        assert_eq!(send(&mut told, act.clone(), occurred), send(&mut silent, act, None));
        assert_eq!(told.alliance, silent.alliance);
    }
}

/// rules 7.3: of `Complete` it is the date of the act that counts, not the one on which the command
/// says that it happened.
#[test]
fn a_completion_has_a_date_of_its_own() {
    let (mut city, tax) = in_april();
    city.accept(plain(tax));
    city.go("2025-04-09");
    let outcome = send(&mut city, complete(order(1), "2025-04-08"), Some(date("2025-04-02")));
    let due = "2025-04-15".parse().unwrap();
    let completed = paidan::Event::Completed { order: order(1), member: member(1), due };
    assert_eq!(outcome.events, [completed]);
}

/// rules 1.1: `step_into` after a refusal leaves an outcome of no command: position 0, the date of the
/// command, and no conclusions.
#[test]
fn after_a_refusal_the_outcome_is_of_no_command() {
    let mut alliance = begun();
    let mut outcome = Outcome::new(date("2025-01-01"));
    alliance.step_into(&Command::new(date("2025-03-16"), open_station()), &mut outcome).unwrap();
    assert_eq!((outcome.position, outcome.events.len()), (2, 1));
    // One whose date does not fit, one that happens too late, and one that a rule forbids.
    let forbidden = Act::SetMenuPrice { item: item(9), menu_price: None };
    for command in [
        Command::new(date("2025-03-15"), open_station()),
        said_to_have_occurred("2025-03-17", "2025-03-18", open_station()),
        Command::new(date("2025-03-18"), forbidden),
    ] {
        let before = alliance.clone();
        assert!(alliance.step_into(&command, &mut outcome).is_err());
        assert_eq!(outcome, Outcome { position: 0, date: command.date, events: Vec::new() });
        assert_eq!(alliance, before);
        alliance
            .step_into(&Command::new(date("2025-03-16"), open_station()), &mut outcome)
            .unwrap();
        assert_eq!((outcome.position, outcome.events.len()), (alliance.position(), 1));
    }
}
