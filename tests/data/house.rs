//! The council of the year, the duty days, what stations do beside orders, and the register.

use std::collections::{BTreeMap, BTreeSet};

use paidan::{
    Act, Breach, Calendar, Category, CreditCode, Date, Event, GoalRegister, GoalResult, GoalsFold,
    MemberId, StationId, Vacancy,
};
use serde::Deserialize;

use super::{accepted, events, percent, synthetic};

const REGISTER: &str = include_str!("../../examples/data/register.json");

/// The register as a reader of the file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StationRegister {
    station: StationId,
    register: GoalRegister,
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// Who took a seat of which class, and who lost one or gave one up, in order.
#[test]
fn seats_are_taken_lost_given_up_and_filled_again() {
    let (mut seats, mut moves) = (BTreeMap::<MemberId, Category>::new(), Vec::new());
    for (command, event) in events() {
        match event {
            Event::SeatTaken { member, seat } => {
                let category = seat.category();
                if command.date > date("2025-01-31") {
                    moves.push((category, "taken"));
                }
                assert_eq!(seats.insert(member, category), None);
            }
            Event::SeatVacated { member, seat, vacancy } => {
                assert_eq!(seats.get(&member), Some(&seat.category()));
                let category = seats.remove(&member).expect("a seat");
                let way = match vacancy {
                    Vacancy::GivenUp => "given up",
                    Vacancy::Breach => "lost",
                    Vacancy::Left => "left",
                };
                moves.push((category, way));
            }
            Event::Accepted { .. } if moves.is_empty() => assert_eq!(seats.len(), 5),
            _ => {}
        }
    }
    let (comprehensive, finance) = (Category::Comprehensive, Category::Finance);
    let told = [
        (comprehensive, "given up"),
        (comprehensive, "taken"),
        (finance, "lost"),
        (finance, "taken"),
    ];
    assert_eq!(moves, told);
    assert_eq!(seats.len(), 5, "at the end all are filled");
}

/// The one costs its member the seat; the other is found when the seat was given up already.
#[test]
fn breaches_are_recorded_of_seated_members_and_of_former_ones() {
    let breaches: Vec<(Breach, usize)> = accepted()
        .filter_map(|(command, outcome)| match command.act {
            Act::RecordBreach { kind, .. } => Some((kind, outcome.events.len())),
            _ => None,
        })
        .collect();
    assert_eq!(breaches, [(Breach::Absence, 1), (Breach::Inducement, 2)]);
}

/// The staff that is named for an order is that of a member with a seat at that time.
#[test]
fn the_staff_at_the_stations_is_sent_by_the_council() {
    let (mut seated, mut orders) = (BTreeSet::<MemberId>::new(), 0);
    for (command, event) in events() {
        match event {
            Event::SeatTaken { member, .. } => assert!(seated.insert(member)),
            Event::SeatVacated { member, .. } => assert!(seated.remove(&member)),
            Event::Accepted { .. } => {
                let Act::Accept(order) = command.act else { panic!("{command:?}") };
                assert!(order.taken_by.is_none_or(|staff| seated.contains(&staff)), "{order:?}");
                orders += 1;
            }
            _ => {}
        }
    }
    assert!(orders > 3500);
}

/// Every station has a plan for every quarter, on two fixed days of the week and few other days; one
/// that is closed for good in August has none for the last.
#[test]
fn duty_is_planned_by_the_quarter_on_fixed_weekdays() {
    let (mut calendar, mut plans) = (Calendar::default(), BTreeMap::<StationId, Vec<Date>>::new());
    let (mut fixed, mut days_in_all) = (0, 0);
    for (command, _) in accepted() {
        match command.act {
            Act::AdoptCalendar(adopted) => calendar = adopted,
            Act::PublishDuty { station, from, to, days } => {
                assert!(days.as_slice().iter().all(|day| calendar.is_working_day(*day)));
                assert!(command.date <= from, "published before it begins");
                let plans = plans.entry(station).or_default();
                let follows =
                    plans.last().is_none_or(|last| last.naive().succ_opt() == Some(from.naive()));
                assert!(follows, "the plan before ends the day before {from}");
                plans.push(to);
                let mut weekdays = BTreeMap::<String, usize>::new();
                for day in days.as_slice() {
                    *weekdays.entry(day.naive().format("%a").to_string()).or_default() += 1;
                }
                let mut most: Vec<usize> = weekdays.into_values().collect();
                most.sort_unstable_by(|one, other| other.cmp(one));
                fixed += most[..2].iter().sum::<usize>();
                days_in_all += most.iter().sum::<usize>();
            }
            _ => {}
        }
    }
    assert_eq!(plans.len(), 14);
    let ends = ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"].map(date);
    let (open, closed): (Vec<_>, Vec<_>) = plans.values().partition(|plans| plans.len() == 4);
    assert!(open.iter().all(|plans| plans[..] == ends), "{plans:?}");
    assert!(matches!(&closed[..], [plans] if plans[..] == ends[..3]), "{plans:?}");
    assert!((85..100).contains(&percent(fixed, days_in_all)), "{fixed} of {days_in_all}");
}

/// One plan has nobody for two weeks in June; of autumn several have too few days just after the
/// National Day holiday, and nowhere else.
#[test]
fn few_plans_fall_short() {
    let mut short = BTreeMap::<(Date, StationId), Vec<Date>>::new();
    for (command, event) in events() {
        if let Event::DutyShort { station, from, found, needed } = event {
            assert!(found < needed);
            short.entry((command.date, station)).or_default().push(from);
        }
    }
    let (autumn, spring): (Vec<_>, Vec<_>) =
        short.into_iter().partition(|((published, _), _)| *published > date("2025-07-01"));
    let [(_, weeks)] = &spring[..] else { panic!("one plan, not {spring:?}") };
    assert!(weeks.len() > 9 && weeks.iter().all(|from| from.month().to_string() == "2025-06"));
    assert!((3..=7).contains(&autumn.len()), "{autumn:?}");
    let holiday = date("2025-10-09")..=date("2025-10-11");
    assert!(autumn.iter().flat_map(|(_, runs)| runs).all(|from| holiday.contains(from)));
}

#[test]
fn stations_train_advise_and_turn_orders_away() {
    let mut months = BTreeMap::<String, [usize; 3]>::new();
    let (mut reasons, mut trained) = (BTreeSet::new(), BTreeSet::new());
    for (command, _) in accepted() {
        let [trainings, consultations, turned_away] =
            months.entry(command.date.month().to_string()).or_default();
        match command.act {
            Act::RecordTraining { station, .. } => {
                trained.insert(station);
                *trainings += 1;
            }
            Act::RecordConsultation { text, .. } => {
                assert!((6..60).contains(&text.as_str().len()), "{text}");
                *consultations += 1;
            }
            Act::RecordTurnedAway { reason, .. } => {
                reasons.insert(reason);
                *turned_away += 1;
            }
            _ => {}
        }
    }
    months.remove("2026-01");
    for (month, [trainings, consultations, turned_away]) in months {
        assert!((1..=15).contains(&trainings), "{month}: {trainings}");
        assert!((20..=80).contains(&consultations), "{month}: {consultations}");
        assert!((2..=15).contains(&turned_away), "{month}: {turned_away}");
    }
    assert_eq!(trained.len(), 14, "every station trains");
    assert!(reasons.len() > 4);
}

#[test]
fn the_generator_writes_the_register_again() {
    let commands = synthetic::commands(synthetic::SEED, synthetic::YEAR);
    let register = synthetic::register(synthetic::SEED, &commands);
    let written = serde_json::to_string_pretty(&register).expect("JSON") + "\n";
    assert_eq!(written, REGISTER);
}

/// The goals are 15 %, 75 % and a third: just reached, exactly reached, and just missed.
#[test]
fn the_register_is_near_every_goal() {
    let StationRegister { station, register } = serde_json::from_str(REGISTER).expect("a register");
    let (from, to) = (date("2025-01-01"), date("2025-12-31"));
    let mut fold = GoalsFold::new(station, from, to, register.clone());
    accepted().for_each(|(command, outcome)| fold.add(&command, &outcome));
    let goals = fold.finish();
    let (smes, list, new) = (goals.technology_smes, goals.cultivation_list, goals.incubation);
    assert!(smes.part * 100 >= smes.whole * 15 && (smes.part - 1) * 100 < smes.whole * 15);
    assert_eq!((smes.result, list.result), (GoalResult::Met, GoalResult::Met));
    assert_eq!(list.part * 100, list.whole * 75);
    assert_eq!(new.result, GoalResult::NotMet);
    assert!(new.part * 3 < new.whole && (new.part + 1) * 3 > new.whole);
    let codes: Vec<CreditCode> = accepted()
        .filter_map(|(command, _)| match command.act {
            Act::RegisterEnterprise { code, .. } => Some(code),
            _ => None,
        })
        .collect();
    let known = register.technology_smes.as_slice().iter().filter(|code| codes.contains(code));
    let (known, all) = (known.count(), register.technology_smes.as_slice().len());
    assert!((75..100).contains(&percent(known, all)), "{known} of {all} are registered");
}
