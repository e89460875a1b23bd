//! The world is the same under every policy, and so is the answer to the same offer.

use std::collections::BTreeMap;

use paidan::simulation::{Rate, Workload};
use paidan::{Act, Command, Event, MemberId, Order, OrderId, Outcome, Policy};

use crate::tools::{calm, history, policies};

/// A command as far as the world decides it: an order names nobody, since whoever it names may have
/// left, and of one turned away only who asks for what is told.
fn of_world(command: &Command) -> Option<Command> {
    let mut command = command.clone();
    match &mut command.act {
        Act::OpenStation { .. }
        | Act::ListItem { .. }
        | Act::RegisterEnterprise { .. }
        | Act::Admit(_)
        | Act::PublishRanking { .. }
        | Act::OpenMonth => {}
        Act::Accept(order) => {
            command.act =
                Act::Accept(Order::new(order.station, order.enterprise, order.item, order.price));
        }
        _ => return None,
    }
    Some(command)
}

/// Nobody leaves and nobody is blacklisted, so every order comes in: to the byte.
#[test]
fn the_world_is_the_same_under_every_policy() {
    for workload in [calm(Workload::small()), calm(Workload::cixi())] {
        let world = |policy: &Policy| -> Vec<Command> {
            let all = history(policy, &workload, 21).into_iter().map(|(command, _)| command);
            all.filter(|command| of_world(command).is_some()).collect()
        };
        let literal = world(&Policy::cixi_2021());
        assert!(literal.len() > 720);
        for (name, policy) in policies().into_iter().filter(|(name, _)| *name != "conditions") {
            assert_eq!(world(&policy), literal, "{name}");
        }
    }
}

/// With everything that happens to orders, what differs is only who is turned away or gone.
#[test]
fn what_the_world_asks_hangs_on_no_decision() {
    let world = |policy: &Policy| -> Vec<Command> {
        let all = history(policy, &Workload::cixi(), 22);
        all.iter().filter_map(|(command, _)| of_world(command)).collect()
    };
    let (one, other) = (world(&Policy::cixi_2021()), world(&Policy::recommended()));
    // Whichever of the two turned fewer away has all that the other has, in the same order, but for
    // those that it turned away itself.
    let mut rest = one.iter();
    let common = other.iter().filter(|of| rest.clone().any(|found| found == *of)).count();
    assert!(rest.next().is_some());
    let most = one.len().max(other.len());
    assert!(common * 100 >= most * 95, "{common} of {most} are the same");
}

/// An offer: the order as it was asked for, since ids part where one is turned away; to whom; when.
type Offer = (String, MemberId, String);

/// Of each offer the command that followed, and when.
fn answers(history: &[(Command, Outcome)]) -> BTreeMap<Offer, String> {
    let mut asked: Vec<String> = Vec::new();
    let mut offers: BTreeMap<OrderId, Offer> = BTreeMap::new();
    let mut answers = BTreeMap::new();
    for (command, outcome) in history {
        let (order, what) = match command.act {
            Act::Decline { order, cause } => (Some(order), format!("decline {cause:?}")),
            Act::CallOff { order, .. } => (Some(order), "call off".into()),
            Act::Abandon { order } => (Some(order), "abandon".into()),
            Act::Fail { order } => (Some(order), "fail".into()),
            Act::Complete { order, .. } => (Some(order), "complete".into()),
            Act::Reassign { order, .. } => (Some(order), "reassign".into()),
            _ => (None, String::new()),
        };
        if let Act::Accept(order) = &command.act {
            let order = Order { designated: None, ..order.clone() };
            asked.push(format!("{} {order:?}", command.date));
        }
        if let Some(offer) = order.and_then(|order| offers.remove(&order)) {
            answers.insert(offer, format!("{} {what}", command.date));
        }
        for event in &outcome.events {
            if let Event::Dispatched { order, member, .. } = *event {
                let terms = asked[order.index()].clone();
                offers.insert(order, (terms, member, command.date.to_string()));
            }
        }
    }
    answers
}

#[test]
fn the_same_offer_has_the_same_answer() {
    let mut workload = Workload::small();
    workload.conduct.declined = Rate::percent(10);
    workload.conduct.called_off = Rate::percent(10);
    let (mut compared, mut to_others, mut differ) = (0, 0, 0);
    for seed in 0..20 {
        let one = answers(&history(&Policy::cixi_2021(), &workload, seed));
        for (name, policy) in policies().into_iter().filter(|(name, _)| *name != "conditions") {
            let other = answers(&history(&policy, &workload, seed));
            for (offer, answer) in &one {
                // Whether somebody else can have it decides what comes of an order that lags.
                let moves = |of: &String| of.contains("reassign");
                if let Some(of) = other.get(offer).filter(|of| moves(answer) == moves(of)) {
                    assert_eq!(of, answer, "{name}, seed {seed}: {offer:?}");
                    compared += 1;
                }
                // To another member on the same day, it is answered in its own way.
                let (terms, member, day) = offer;
                let of_order =
                    other.range((terms.clone(), MemberId::new(1).unwrap(), String::new())..);
                let of_order = of_order.take_while(|((of, ..), _)| of == terms);
                for (_, of) in of_order.filter(|((_, to, on), _)| to != member && on == day) {
                    to_others += 1;
                    differ += i32::from(of != answer);
                }
            }
        }
    }
    assert!(compared > 10_000, "{compared}");
    assert!(to_others > 1_000 && differ * 10 > to_others * 9, "{differ} of {to_others}");
}

/// The orders of a year, in their order.
fn orders(workload: &Workload, seed: u64) -> Vec<Order> {
    let all = history(&Policy::recommended(), workload, seed).into_iter();
    let orders = all.filter_map(|(command, _)| match command.act {
        Act::Accept(order) => Some(order),
        _ => None,
    });
    orders.collect()
}

/// A rate that is changed changes nothing else.
#[test]
fn fewer_designations_are_among_those_there_were() {
    let many = calm(Workload::small());
    let few = Workload { designated: Rate::percent(10), ..many.clone() };
    let (many, few) = (orders(&many, 3), orders(&few, 3));
    assert_eq!(many.len(), few.len());
    let named = |orders: &[Order]| orders.iter().filter(|of| of.designated.is_some()).count();
    assert!(named(&few) > 40 && named(&many) > 2 * named(&few), "{} {}", named(&many), named(&few));
    for (many, few) in many.iter().zip(&few) {
        assert!(few.designated.is_none() || few.designated == many.designated);
        let mut same = many.clone();
        same.designated = few.designated;
        // A conflict of interest of the member that is named does not count.
        same.excluded.clone_from(&few.excluded);
        assert_eq!(same, *few);
    }
}

/// More orders in one month are those that there were, and more.
#[test]
fn more_orders_leave_the_others_as_they_are() {
    let workload = calm(Workload::small());
    let mut more = workload.clone();
    (more.orders, more.seasons) = (780, [1; 12]);
    let (some, more) = (orders(&workload, 4), orders(&more, 4));
    assert_eq!((some.len(), more.len()), (720, 780));
    let mut rest = more.iter();
    assert!(some.iter().all(|of| rest.any(|found| found == of)));
}

#[test]
fn some_are_asked_for_far_more_often() {
    let orders = orders(&calm(Workload::cixi()), 6);
    let mut asked = vec![0_u32; 480];
    let mut named: BTreeMap<MemberId, u32> = BTreeMap::new();
    for order in &orders {
        asked[order.enterprise.index()] += 1;
        if let Some(member) = order.designated {
            *named.entry(member).or_default() += 1;
        }
    }
    assert!(asked[..48].iter().sum::<u32>() > 3 * asked[432..].iter().sum::<u32>());
    let most = named.values().max().expect("some are named");
    let all: u32 = named.values().sum();
    assert!(most * u32::try_from(named.len()).unwrap() > 4 * all, "{most} of {all}");
    assert!((600..1_000).contains(&all), "{all} of {} name a member", orders.len());
    let dear = orders.iter().filter(|of| of.price.amount().fen() % 100_000 != 0).count();
    assert!(dear > 0 && orders.iter().all(|of| of.price.amount().fen() % 1_000 == 0));
}
