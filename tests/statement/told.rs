//! Why orders come off their members, as the conclusions tell, and pairs that no alliance made.

use paidan::{
    Act, BlacklistKind, Category, Cause, Command, DeclineKind, Event, ExitKind, Ground, Language,
    LossKind, Mediation, Outcome, Policy, Statement, StatementFold,
};

use crate::common::acts::{call_off, mediate, reassign, with_cause, without_cause};
use crate::common::{City, by_turn, date, item, member, month, order, plain, station};

/// Four members of finance on 3 March that all offer one item; orders go to them in turn.
fn city(orders: u32) -> City {
    let mut city = City::on("2025-03-03", Policy::cixi_2021());
    let item = city.item(Category::Finance);
    city.members::<4>(Category::Finance, &[item]);
    for _ in 0..orders {
        city.turn(item);
    }
    city
}

fn march(city: &City) -> Statement {
    let pairs = city.history.iter().map(|(command, outcome)| (command, outcome));
    Statement::of(month("2025-03"), &Policy::cixi_2021(), pairs).expect("the month was opened")
}

/// Order, member, and why it came off.
fn losses(statement: &Statement) -> Vec<(u32, u32, LossKind)> {
    let losses = statement.losses.iter();
    losses.map(|of| (of.order.get(), of.member.get(), of.by)).collect()
}

/// By declining with cause, by a cause found in mediation, and by calling off (rules 7.2, 7.6).
#[test]
fn declined_with_cause_found_or_called_off() {
    let mut city = city(3);
    city.act(with_cause(order(1)));
    city.act(without_cause(order(2)));
    city.act(mediate(order(2), Mediation::CauseFound));
    city.act(call_off(order(3)));
    let march = march(&city);
    let (declined, called_off) = (LossKind::Declined, LossKind::CalledOff);
    assert_eq!(losses(&march), [(1, 1, declined), (2, 2, declined), (3, 3, called_off)]);
    let told: Vec<_> = march.declines.iter().map(|of| (of.order.get(), of.what)).collect();
    let (with, without) = (DeclineKind::WithCause, DeclineKind::WithoutCause);
    assert_eq!(told, [(1, with), (2, without), (2, DeclineKind::CauseFound)]);
}

/// The order that is taken away comes off by that; the others of a member that has to leave for it
/// come off by its exit (rules 8.2).
#[test]
fn reassigned_and_then_gone() {
    let mut city = city(4);
    city.turn(item(1));
    city.designate_to(item(1), member(1), "50.00");
    city.act(reassign(order(1), Some(member(2))));
    city.act(reassign(order(5), None));
    let march = march(&city);
    let (reassigned, exit) = (LossKind::Reassigned, LossKind::Exit);
    assert_eq!(losses(&march), [(1, 1, reassigned), (5, 1, reassigned), (6, 1, exit)]);
    let runs: Vec<u32> = march.reassignments.iter().map(|of| of.run).collect();
    assert_eq!(runs, [1, 2]);
    let exits: Vec<_> = march.exits.iter().map(|of| (of.member.get(), of.how)).collect();
    assert_eq!(exits, [(1, ExitKind::Expelled(Ground::ReassignedInARow))]);
    assert_eq!(march.exits[0].orders.len(), 1);
}

/// A member that does not comply loses all it has by its exit, the declined one, too (rules 10.2).
#[test]
fn gone_with_all_it_has() {
    let mut city = city(5);
    city.act(without_cause(order(1)));
    city.act(mediate(order(1), Mediation::DidNotComply));
    let march = march(&city);
    assert_eq!(losses(&march), [(1, 1, LossKind::Exit), (5, 1, LossKind::Exit)]);
    assert_eq!(march.exits[0].orders.len(), 2);
}

/// A bar that is lifted is told with the id that the command names, also in a later month than that
/// of the decline (rules 7.8).
#[test]
fn a_bar_that_is_lifted() {
    let mut city = city(1);
    city.act(with_cause(order(1)));
    city.open("2025-04-01");
    city.act(Act::LiftBar { order: order(1), member: member(1) });
    let pairs = city.history.iter().map(|(command, outcome)| (command, outcome));
    let april = Statement::of(month("2025-04"), &Policy::cixi_2021(), pairs).expect("it is open");
    let told: Vec<_> = april.declines.iter().map(|of| (of.member.get(), of.what)).collect();
    assert_eq!(told, [(1, DeclineKind::BarLifted)]);
    assert!(march(&city).declines.iter().all(|of| of.what == DeclineKind::WithCause));
}

/// An enterprise that came on the blacklist under one name and is taken off under another is called
/// by the last one, through the same station (rules 1.10, 7.5).
#[test]
fn who_is_taken_off_the_blacklist_has_its_name_of_now() {
    let mut city = city(1);
    city.act(Act::Abandon { order: order(1) });
    city.open("2025-04-01");
    let enterprise = crate::common::enterprise(1);
    let (of, name) = (paidan::Registered::Enterprise(enterprise), crate::common::name("新名"));
    city.act(Act::LiftBlacklisting { enterprise });
    city.act(Act::Rename { of, name });
    let pairs = city.history.iter().map(|(command, outcome)| (command, outcome));
    let april = Statement::of(month("2025-04"), &Policy::cixi_2021(), pairs).expect("it is open");
    let [lifted] = &april.blacklist[..] else { panic!("one, not {:?}", april.blacklist) };
    assert_eq!(lifted.what, BlacklistKind::Lifted);
    let named = lifted.customer.named.as_ref().expect("a name");
    assert_eq!((named.name.as_str(), lifted.customer.station), ("新名", Some(station(1))));
    let abandoned = &march(&city).blacklist[0];
    assert_eq!(abandoned.what, BlacklistKind::Abandoned(order(1)));
    assert_eq!(abandoned.customer.named.as_ref().expect("a name").name.as_str(), "企业");
}

/// A pair with ids that were never given takes no room by their numbers.
#[test]
fn ids_that_were_never_given() {
    let last = 1_000_000_000;
    let (of, by, day) = (order(last), member(last), date("2025-03-03"));
    let mut fold = StatementFold::new(month("2025-03"), &Policy::cixi_2021());
    let mut add = |act: Act, events: Vec<Event>| {
        fold.add(&Command::new(day, act), &Outcome { events, ..Outcome::new(day) });
    };
    let opened = Event::MonthOpened { month: month("2025-03") };
    let joined = Event::JoinedLine { member: by, category: Category::Finance };
    let accepted = Event::Accepted { order: of, deposit: paidan::Money::ZERO };
    let renamed = Event::Renamed { of: paidan::Registered::Member(by) };
    let declined = Event::Declined { order: of, member: by, cause: Cause::None };
    add(Act::OpenMonth, vec![opened, joined]);
    add(Act::Accept(plain(item(last))), vec![accepted, by_turn(of, by), declined]);
    let (of, name) = (paidan::Registered::Member(by), crate::common::name("某"));
    add(Act::Rename { of, name }, vec![renamed]);
    let statement = fold.finish().expect("the month was opened");
    assert_eq!((statement.dispatches.len(), statement.declines.len()), (1, 1));
    assert!(statement.shares.is_empty() && statement.renamings.is_empty());
    assert!(statement.lines.iter().all(|line| line.places.is_empty()));
    assert!(statement.to_string().contains(" (1000000000)"));
}

/// A statement that is published with a checkpoint ends with it, in both languages and in JSON; one
/// without says nothing of it.
#[test]
fn the_checkpoint_of_the_ledger_stands_at_the_end() {
    let mut statement = march(&city(1));
    assert!(!statement.to_string().contains("Checkpoint"));
    let checkpoint =
        "dispatch.cixi.example/ledger\n7\nyb8b5oFmbUOTACvcQnKUNSJWr85aE1fd7T73MMRCXuI=\n";
    statement.checkpoint = Some(checkpoint.parse().expect("a short text"));
    let end =
        "  dispatch.cixi.example/ledger\n  7\n  yb8b5oFmbUOTACvcQnKUNSJWr85aE1fd7T73MMRCXuI=\n";
    assert!(statement.to_string().ends_with(end));
    assert!(statement.in_language(Language::Chinese).ends_with(end));
    let written = serde_json::to_string(&statement).expect("JSON");
    assert_eq!(serde_json::from_str::<Statement>(&written).expect("a statement"), statement);
}
