//! What changes of what is registered in the year, leaves, bars lifted, what is recorded late, and what
//! enterprises say.

use std::collections::{BTreeMap, BTreeSet};

use paidan::{
    Act, Basis, Cause, Command, Date, Event, Feedback, FeedbackFold, ItemId, Loss, MemberId,
    OrderId, Registered, StationId,
};

use super::{accepted, events, percent};

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// A member, two enterprises and an item are called something else, each something new.
#[test]
fn names_change() {
    let mut names = BTreeMap::<&str, Vec<String>>::new();
    let mut known = BTreeSet::new();
    for (command, _) in accepted() {
        match command.act {
            Act::OpenStation { name }
            | Act::ListItem { name, .. }
            | Act::RegisterEnterprise { name, .. } => {
                known.insert(name.to_string());
            }
            Act::Admit(firm) => {
                known.insert(firm.name.to_string());
            }
            Act::Rename { of, name } => {
                let kind = match of {
                    Registered::Station(_) => "station",
                    Registered::Item(_) => "item",
                    Registered::Enterprise(_) => "enterprise",
                    Registered::Member(_) => "member",
                };
                assert!(known.insert(name.to_string()), "{name}");
                names.entry(kind).or_default().push(name.to_string());
            }
            _ => {}
        }
    }
    let counts: Vec<(&str, usize)> = names.iter().map(|(kind, of)| (*kind, of.len())).collect();
    assert_eq!(counts, [("enterprise", 2), ("item", 1), ("member", 1)]);
    assert!(names["enterprise"].iter().all(|name| name.ends_with("股份有限公司")));
}

/// One station is closed from May to June, one from August on for good: neither accepts an order
/// meanwhile, publishes a plan, or trains.
#[test]
fn two_stations_are_closed_and_one_is_opened_again() {
    let (mut closed, mut moves) = (BTreeSet::<StationId>::new(), Vec::new());
    for (command, event) in events() {
        let month = command.date.month().to_string();
        match event {
            Event::StationClosed { station } => {
                assert!(closed.insert(station));
                moves.push((month, "closed"));
            }
            Event::StationReopened { station } => {
                assert!(closed.remove(&station));
                moves.push((month, "open"));
            }
            _ => {}
        }
        match command.act {
            Act::Accept(order) => assert!(!closed.contains(&order.station)),
            Act::RecordTraining { station, .. } => assert!(!closed.contains(&station)),
            _ => {}
        }
    }
    let moves: Vec<(&str, &str)> =
        moves.iter().map(|(month, way)| (month.as_str(), *way)).collect();
    assert_eq!(moves, [("2025-05", "closed"), ("2025-06", "open"), ("2025-08", "closed")]);
}

/// An item that is asked for before and after is off the menu from July to November.
#[test]
fn an_item_is_off_the_menu_for_five_months() {
    let (mut item, mut months) = (None, BTreeMap::<ItemId, BTreeSet<u32>>::new());
    for (command, event) in events() {
        match (command.act, event) {
            (Act::DelistItem { item: of }, _) => {
                assert_eq!((item, command.date.month().to_string().as_str()), (None, "2025-07"));
                item = Some(of);
            }
            (Act::RelistItem { item: of }, _) => assert_eq!(item, Some(of)),
            (Act::Accept(order), Event::Accepted { .. }) => {
                months.entry(order.item).or_default().insert(command.date.month_of_year());
            }
            _ => {}
        }
    }
    let asked: Vec<u32> = months[&item.expect("taken off")].iter().copied().collect();
    assert_eq!(asked, [1, 2, 3, 4, 5, 6, 12]);
}

/// Three members are on leave for some weeks; by turn none of them gets anything meanwhile.
#[test]
fn three_members_are_on_leave() {
    let (mut on_leave, mut granted, mut passed) = (BTreeSet::<MemberId>::new(), 0, 0);
    for (_, event) in events() {
        match event {
            Event::LeaveGranted { member } => {
                assert!(on_leave.insert(member));
                granted += 1;
            }
            Event::LeaveEnded { member } => assert!(on_leave.remove(&member)),
            Event::Expelled { member, .. } => {
                on_leave.remove(&member);
            }
            Event::Dispatched { member, basis: Basis::Turn, .. } => {
                assert!(!on_leave.contains(&member));
                passed += usize::from(!on_leave.is_empty());
            }
            _ => {}
        }
    }
    assert_eq!((granted, on_leave.len()), (3, 1), "one is on leave at the end");
    assert!(passed > 500);
}

/// A bar is lifted where a decline was recorded by mistake; the order stays where it went.
#[test]
fn bars_are_lifted_after_a_slip() {
    let (mut barred, mut lifted) = (BTreeMap::<OrderId, MemberId>::new(), 0);
    for (command, outcome) in accepted() {
        for event in &outcome.events {
            match *event {
                Event::Barred { order, member, by: Loss::Declined } => {
                    barred.insert(order, member);
                }
                Event::BarLifted { order, member } => {
                    assert_eq!(barred.remove(&order), Some(member));
                    assert_eq!(command.act, Act::LiftBar { order, member });
                    lifted += 1;
                }
                _ => {}
            }
        }
    }
    assert!((1..=5).contains(&lifted), "{lifted} of many declines were slips");
}

/// What happened at the end of a month and is recorded in the next says when it was: never in a
/// month that is open, and only a few days before.
#[test]
fn what_is_recorded_late_says_when_it_happened() {
    let (mut late, mut acts) = (BTreeSet::new(), BTreeMap::<&str, usize>::new());
    for (command, _) in accepted() {
        let Command { date, occurred: Some(occurred), act, .. } = command else { continue };
        assert_eq!(occurred.month().next(), Some(date.month()), "over the turn of a month");
        assert!((date.naive() - occurred.naive()).num_days() <= 12, "{occurred}, {date}");
        late.insert(date.month());
        let act = match act {
            Act::Settle { .. } => "settle",
            Act::RecordFeedback { .. } => "feedback",
            Act::Decline { cause: Cause::Justified, .. } => "decline",
            _ => "other",
        };
        *acts.entry(act).or_default() += 1;
    }
    assert!(late.len() > 3, "{late:?}");
    assert!(acts["settle"] > 10 && acts["feedback"] > 2 && acts["decline"] > 0, "{acts:?}");
}

/// Of each kind there is feedback, mostly content, on orders that were completed; who loses an order
/// for lagging was complained of the same day.
#[test]
fn enterprises_say_what_they_think() {
    let (mut completed, mut complained) = (BTreeSet::<OrderId>::new(), BTreeSet::new());
    let mut said = BTreeMap::<(Feedback, bool), usize>::new();
    for (command, event) in events() {
        match event {
            Event::Completed { order, .. } => {
                completed.insert(order);
            }
            Event::FeedbackRecorded { order, feedback } => {
                *said.entry((feedback, completed.contains(&order))).or_default() += 1;
                complained.insert((order, command.date));
            }
            Event::Reassigned { order, .. } => assert!(complained.contains(&(order, command.date))),
            _ => {}
        }
    }
    let of = |feedback| said[&(feedback, true)];
    let kinds = [Feedback::Satisfied, Feedback::Dissatisfied, Feedback::Complaint].map(of);
    let all = kinds.iter().sum();
    assert!(all > 300 && percent(kinds[0], all) > 70 && kinds[2] > 10, "{kinds:?}");
    let early: Vec<_> = said.keys().filter(|(_, completed)| !completed).collect();
    assert_eq!(early, [&(Feedback::Complaint, false)], "only of what lags before it is completed");
    let mut fold = FeedbackFold::new(date("2025-01-01"), date("2025-12-31"));
    accepted().for_each(|(command, outcome)| fold.add(&command, &outcome));
    let city = fold.finish().city;
    let whole: usize = said.values().sum();
    assert_eq!((city.completed as usize, city.on_record() as usize), (completed.len(), whole));
}
