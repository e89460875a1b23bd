//! The synthetic year of examples/data: the generator writes it again, and it has what a year has.

use std::collections::{BTreeMap, BTreeSet};

use paidan::{
    Act, Alliance, Basis, CapFigures, CapScope, Category, Channel, Command, Event, Order, OrderId,
    Outcome, Policy, Publication, Reach, Refusal, Sorting,
};

mod changes;
mod house;
mod life;
#[path = "../../examples/generate/synthetic/mod.rs"]
mod synthetic;

const FILE: &str = include_str!("../../examples/data/cixi-2025.jsonl");

/// The commands of the file with what the engine makes of them.
fn year() -> Vec<(Command, Result<Outcome, Refusal>)> {
    let mut alliance = Alliance::new(Policy::cixi_2021());
    let mut decide = |line: &str| {
        let command: Command = serde_json::from_str(line).expect("a command");
        let decision = alliance.step(&command);
        (command, decision)
    };
    FILE.lines().map(&mut decide).collect()
}

/// The accepted commands with what came of them.
fn accepted() -> impl Iterator<Item = (Command, Outcome)> {
    year().into_iter().filter_map(|(command, decision)| Some((command, decision.ok()?)))
}

/// The accepted commands with each of their events.
fn events() -> Vec<(Command, Event)> {
    let each = |(command, outcome): (Command, Outcome)| {
        outcome.events.into_iter().map(move |event| (command.clone(), event))
    };
    accepted().flat_map(each).collect()
}

/// The orders that were accepted, with their dates.
fn orders() -> Vec<(String, Order)> {
    let accepted = year().into_iter().filter(|(_, decision)| decision.is_ok());
    let orders = accepted.filter_map(|(command, _)| match command.act {
        Act::Accept(order) => Some((command.date.to_string(), order)),
        _ => None,
    });
    orders.collect()
}

/// In how many of a hundred cases.
fn percent(part: usize, whole: usize) -> usize {
    part * 100 / whole
}

#[test]
fn the_generator_writes_the_file_again() {
    let commands = synthetic::commands(synthetic::SEED, synthetic::YEAR);
    let lines = commands.iter().map(|command| serde_json::to_string(command).expect("JSON"));
    let written: String = lines.map(|line| line + "\n").collect();
    let differs = written.lines().zip(FILE.lines()).find(|(new, old)| new != old);
    assert_eq!(differs, None, "the first line that differs, written now and in the file");
    assert_eq!(written.len(), FILE.len());
    assert!(FILE.len() < 2_500_000, "a file to be read");
}

#[test]
fn another_seed_is_another_year() {
    let [one, other] = [1, 2].map(|seed| synthetic::commands(seed, 2031));
    assert_ne!(one, other);
    let (last, year) = one.split_last().expect("commands");
    assert!(year.iter().all(|command| command.date.year() == 2031));
    assert_eq!((last.date.to_string().as_str(), &last.act), ("2032-01-01", &Act::OpenMonth));
}

#[test]
fn the_alliance_has_the_size_of_a_city() {
    let mut founders = BTreeMap::<Category, usize>::new();
    let (mut stations, mut items) = (BTreeSet::new(), BTreeMap::<Category, usize>::new());
    for (command, decision) in year() {
        decision.expect("the founding has no mistakes");
        match command.act {
            Act::OpenStation { name } => assert!(stations.insert(name)),
            Act::ListItem { category, menu_price, .. } => {
                assert!(menu_price.is_some());
                *items.entry(category).or_default() += 1;
            }
            Act::Admit(firm) => *founders.entry(firm.category).or_default() += 1,
            Act::Accept(_) => break,
            _ => {}
        }
    }
    assert_eq!(stations.len(), 14);
    assert_eq!(items.values().sum::<usize>(), 11);
    assert_eq!(items.len(), 4, "every class has something on the menu");
    assert_eq!(founders.values().sum::<usize>(), 101);
    assert_eq!(founders[&Category::Comprehensive], 3);
    assert_eq!(founders.values().collect::<BTreeSet<_>>().len(), 4, "no two classes are as large");
}

#[test]
fn the_first_command_says_that_it_is_synthetic() {
    let (first, _) = year().swap_remove(0);
    assert_eq!(first.date.to_string(), "2025-01-02");
    assert!(first.reference.expect("a reference").as_str().starts_with("synthetic "));
}

#[test]
fn enterprises_ask_for_what_they_would() {
    let orders = orders();
    assert!((3500..=4500).contains(&orders.len()), "{} orders", orders.len());
    let share = |asks: &dyn Fn(&Order) -> bool| {
        percent(orders.iter().filter(|(_, order)| asks(order)).count(), orders.len())
    };
    assert!((28..=32).contains(&share(&|order| order.designated.is_some())));
    assert!((20..=30).contains(&share(&|order| order.channel == Channel::Telephone)));
    assert!((75..=85).contains(&share(&|order| order.taken_by.is_some())));
    assert!((2..=6).contains(&share(&|order| !order.excluded.is_empty())));
    assert!((5..=20).contains(&share(&|order| order.ask_deposit)));
    let asked = |grounds: &dyn Fn(&Order) -> bool| {
        orders.iter().any(|(_, order)| order.ask_deposit && grounds(order))
    };
    assert!(asked(&|order| order.months > 12 && order.covered >= order.price.amount()), "term");
    assert!(asked(&|order| order.months <= 12 && order.covered < order.price.amount()), "excess");
    for (date, order) in &orders {
        let conditions = if date.as_str() < "2025-07" { 0 } else { 2 };
        assert_eq!(order.conditions.as_slice().len(), conditions, "on {date}");
    }
}

#[test]
fn some_are_asked_for_far_more_often_than_others() {
    let (mut items, mut members) = (BTreeMap::<_, usize>::new(), BTreeMap::<_, usize>::new());
    for (_, order) in orders() {
        *items.entry(order.item).or_default() += 1;
        if let Some(member) = order.designated {
            *members.entry(member).or_default() += 1;
        }
    }
    let (most, least) = (items.values().max().unwrap(), items.values().min().unwrap());
    assert!(most > &(least * 8), "{most} and {least}");
    let mut named: Vec<usize> = members.into_values().collect();
    named.sort_unstable_by(|one, other| other.cmp(one));
    let (all, first_ten) = (named.iter().sum(), named.iter().take(10).sum());
    assert!(percent(first_ten, all) > 40, "the ten named most often have most of what is named");
}

#[test]
fn every_part_of_the_story_is_there() {
    let events = events();
    let count = |is: &dyn Fn(&Command, &Event) -> bool| {
        events.iter().filter(|(command, event)| is(command, event)).count()
    };
    let on = |command: &Command| command.date.to_string();
    assert_eq!(count(&|_, event| matches!(event, Event::MonthOpened { .. })), 13);
    assert_eq!(count(&|_, event| matches!(event, Event::MonthClosed { .. })), 12);
    for (publication, month, times) in [
        (Publication::First, "2025-01", 1),
        (Publication::Correction, "2025-01", 2),
        (Publication::Correction, "2025-02", 1),
        (Publication::Correction, "2025", 3),
    ] {
        let published = |command: &Command, event: &Event| {
            matches!(event, Event::RankingPublished { publication: of, .. } if *of == publication)
                && on(command).starts_with(month)
        };
        assert_eq!(count(&published), times, "{publication:?}, {month}");
    }
    let corrected = |_: &Command, event: &Event| {
        matches!(event, Event::LineSorted { sorting: Sorting::Correction, .. })
    };
    assert!(count(&corrected) > 1, "corrections move somebody");
    let newcomer = |command: &Command, event: &Event| {
        matches!(event, Event::Admitted { .. }) && on(command).as_str() > "2025-01-02"
    };
    assert!(count(&newcomer) >= 5);
    assert_eq!(count(&|_, event| matches!(event, Event::Withdrawn { .. })), 1);
    assert_eq!(count(&|_, event| matches!(event, Event::OffersChanged { .. })), 3);
    let prices = |command: &Command, _: &Event| matches!(command.act, Act::SetMenuPrice { .. });
    assert_eq!(count(&prices), 3);
    let adopted = events.iter().find_map(|(command, event)| match (event, &command.act) {
        (Event::PolicyAdopted { .. }, Act::AdoptPolicy { policy, .. }) => {
            Some((on(command), policy))
        }
        _ => None,
    });
    let (date, policy) = adopted.expect("a policy is adopted");
    assert!(date.starts_with("2025-05"));
    assert_eq!(policy.caps, Policy::recommended().caps);
    assert_eq!(policy.conditions.as_slice().len(), 2);
    let in_force = |_: &Command, event: &Event| matches!(event, Event::PolicyInForce { month } if month.to_string() == "2025-07");
    assert_eq!(count(&in_force), 1);
}

#[test]
fn a_firm_that_left_comes_back_with_another_id() {
    let firms = year().into_iter().filter_map(|(command, decision)| match command.act {
        Act::Admit(firm) if decision.is_ok() => Some(firm.code),
        _ => None,
    });
    let codes: Vec<_> = firms.collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len() - 1);
}

#[test]
fn caps_are_reached_and_suspend_in_every_way() {
    let (mut reaches, mut caps, mut scopes) = ([0; 2], [0; 2], [0; 2]);
    for (_, event) in events() {
        match event {
            Event::CapReached { cap, reach, .. } => {
                reaches[usize::from(reach == Reach::Above)] += 1;
                caps[usize::from(matches!(cap, CapFigures::Amount { .. }))] += 1;
            }
            Event::Suspended { scope, .. } => scopes[usize::from(scope == CapScope::Item)] += 1,
            _ => {}
        }
    }
    assert!(reaches.iter().all(|times| *times > 0), "at the share and above it: {reaches:?}");
    assert!(caps.iter().all(|times| *times > 0), "of an item and of the amount: {caps:?}");
    assert!(scopes.iter().all(|times| *times > 0), "from all and from an item: {scopes:?}");
}

/// Held orders are given when a month opens, on an admission, on wider offers, and by
/// designation (at times also when a leave ended or a bar was lifted); some are cancelled, and one still waits.
#[test]
fn held_orders_end_in_every_way() {
    let mut held = BTreeSet::<OrderId>::new();
    let mut ways = BTreeMap::<&str, usize>::new();
    for (command, event) in events() {
        match event {
            Event::Held { order } => assert!(held.insert(order)),
            Event::Dispatched { order, basis, .. } if held.remove(&order) => {
                let way = match (&command.act, basis) {
                    (Act::OpenMonth, Basis::Turn) => "month",
                    (Act::Admit(_), Basis::Turn) => "admission",
                    (Act::ChangeOffers { .. }, Basis::Turn) => "offers",
                    (Act::Designate { .. }, Basis::Designation) => "designation",
                    (Act::EndLeave { .. }, Basis::Turn) => "leave",
                    (Act::LiftBar { .. }, Basis::Turn) => "bar",
                    other => panic!("a held order is not given by {other:?}"),
                };
                *ways.entry(way).or_default() += 1;
            }
            Event::Cancelled { order } if matches!(command.act, Act::Cancel { .. }) => {
                assert!(held.remove(&order));
                *ways.entry("cancelled").or_default() += 1;
            }
            _ => {}
        }
    }
    for way in ["admission", "cancelled", "designation", "month", "offers"] {
        assert!(ways.contains_key(way), "{way}: {ways:?}");
    }
    assert_eq!(held.len(), 1);
}

/// Every code there can be, but that ids are exhausted.
const EVERY_CODE: [&str; 64] = [
    "code_of_current_member",
    "code_of_expelled_member",
    "code_withdrew_lately",
    "complaint_without_text",
    "completion_out_of_time",
    "condition_not_met",
    "date_before_last",
    "deposit_without_ground",
    "designated_barred",
    "designated_does_not_offer",
    "designated_has_left",
    "duty_day_off",
    "duty_day_outside",
    "duty_period",
    "enterprise_blacklisted",
    "enterprise_not_blacklisted",
    "enterprise_registered",
    "finding_incomplete",
    "ground_not_met",
    "holds_no_seat",
    "holds_seat",
    "holiday_and_make_up_day",
    "item_off_menu",
    "item_on_menu",
    "lost_seat_this_year",
    "make_up_day_in_week",
    "member_has_open_orders",
    "member_not_current",
    "member_not_on_leave",
    "member_on_leave",
    "member_ranked_twice",
    "month_not_next",
    "month_not_open",
    "named_not_eligible",
    "no_offer",
    "no_reason",
    "no_vacant_seat",
    "nobody_eligible",
    "not_barred_by_declining",
    "not_of_the_class",
    "not_overdue",
    "occurred_after_date",
    "offer_out_of_reach",
    "order_ended",
    "order_held",
    "order_not_assigned",
    "order_not_completed",
    "order_not_declined",
    "order_not_held",
    "order_not_open",
    "policy_month_not_later",
    "position_not_expected",
    "price_above_menu",
    "price_zero",
    "ranking_of_other_year",
    "station_closed",
    "station_not_closed",
    "unknown_enterprise",
    "unknown_item",
    "unknown_member",
    "unknown_order",
    "unknown_station",
    "volume_below_minimum",
    "work_has_begun",
];

#[test]
fn mistakes_of_every_kind_are_refused() {
    let mut codes = BTreeMap::<&str, usize>::new();
    let decisions = year();
    for refusal in decisions.iter().filter_map(|(_, decision)| decision.as_ref().err()) {
        *codes.entry(refusal.code()).or_default() += 1;
    }
    assert!((64..=200).contains(&codes.values().sum::<usize>()), "{codes:?}");
    let codes: Vec<&str> = codes.into_keys().collect();
    assert_eq!(codes, EVERY_CODE);
}
