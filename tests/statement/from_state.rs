//! A statement made from the state before its month and what was recorded in it.

use std::collections::BTreeSet;

use paidan::{
    Act, Alliance, BlacklistKind, Category, Command, Event, Feedback, FeedbackFigures,
    FeedbackFold, GoalRegister, GoalsFold, IndicatorFold, Month, OrderId, Outcome, Policy, Set,
    Statement, StatementFold, Text,
};

use crate::common::acts::with_cause;
use crate::common::{City, date, item, member, month, order, station};

/// The statement of a month from the state before the command that opens it, and what comes after.
fn from_state(month: Month, state: &Alliance, history: &[(Command, Outcome)]) -> Option<Statement> {
    let mut fold = StatementFold::from_state(month, state);
    let rest = history.iter().filter(|(_, outcome)| outcome.position > state.position());
    rest.for_each(|(command, outcome)| fold.add(command, outcome));
    fold.finish()
}

/// Leaves out of a statement what a state before the month does not tell.
fn without_the_past(mut statement: Statement, state: &Alliance) -> Statement {
    let waited = |order: OrderId| state.order(order).is_some();
    for of in statement.held.iter_mut().filter(|of| waited(of.order)) {
        (of.since, of.occurred) = (None, None);
    }
    let enterprises = (1..).zip(state.enterprises()).filter(|(_, of)| of.blacklisted);
    let blacklisted: BTreeSet<u32> = enterprises.map(|(id, _)| id).collect();
    for of in statement.blacklist.iter_mut().filter(|of| of.what == BlacklistKind::Lifted) {
        let named = of.customer.named.as_ref().map(|of| of.enterprise.get());
        if named.is_some_and(|id| blacklisted.contains(&id)) {
            of.customer.station = None;
        }
    }
    statement.feedback.members.clear();
    statement
}

/// In each month of the year a statement from the state before it is that of the whole history, but
/// for what a state does not keep (rules 12.4).
#[test]
fn a_statement_can_begin_with_the_state_before_its_month() {
    for policy in super::year::policies() {
        let year = super::year::decided(&policy);
        let mut compared = 0;
        for ((_, before, _), (month, ..)) in year.ends.iter().zip(year.ends.iter().skip(1)) {
            let whole = year.statement(*month, &policy);
            let part = from_state(*month, before, &year.history).expect("the month was opened");
            assert_eq!(part.feedback.city, whole.feedback.city, "{month}");
            let [part, whole] = [part, whole].map(|of| without_the_past(of, before));
            assert_eq!(part, whole, "{month}");
            compared += 1;
        }
        assert!(compared >= 11);
    }
}

/// The same of an order that waits for the first time: it is known since when.
#[test]
fn since_when_an_order_waits_is_known_if_nobody_had_it() {
    let mut city = City::on("2025-03-03", Policy::cixi_2021());
    let audit = city.item(Category::Finance);
    city.turn(audit);
    let [first] = city.members::<1>(Category::Finance, &[audit]);
    let before = city.alliance.clone();
    assert_eq!(before.order(order(1)).and_then(|of| of.state.member()), Some(first));
    city.act(with_cause(order(1)));
    city.turn(item(1));
    let held = city.alliance.clone();
    city.open("2025-04-01");
    let april = from_state(month("2025-04"), &held, &city.history).expect("it is open");
    let since: Vec<_> = april.held.iter().map(|of| (of.order.get(), of.since)).collect();
    assert_eq!(since, [(1, None)]);
    let march = from_state(month("2025-03"), &before, &city.history);
    assert_eq!(march, None, "March was open in the state");
}

/// What is said of an order that ended before counts for the city alone; of one that has not, for
/// the member that has it.
#[test]
fn feedback_on_an_order_that_ended_before_counts_for_the_city() {
    let mut city = City::on("2025-03-03", Policy::cixi_2021());
    let audit = city.item(Category::Finance);
    city.members::<1>(Category::Finance, &[audit]);
    for _ in 0..2 {
        city.turn(audit);
    }
    city.act(Act::Complete { order: order(1), on: date("2025-03-03") });
    city.act(Act::Settle { order: order(1) });
    let state = city.alliance.clone();
    for of in [1, 2] {
        let (feedback, text) = (Feedback::Satisfied, Text::default());
        city.act(Act::RecordFeedback { order: order(of), feedback, text });
    }
    let day = date("2025-03-03");
    let mut fold = FeedbackFold::from_state(day, day, &state);
    let rest = city.history.iter().filter(|(_, outcome)| outcome.position > state.position());
    rest.for_each(|(command, outcome)| fold.add(command, outcome));
    let found = fold.finish();
    let of = |satisfied| FeedbackFigures { satisfied, ..FeedbackFigures::default() };
    assert_eq!((found.city, found.members[0].figures), (of(2), of(1)));
}

/// Goals and the indicator go on from a state, with its enterprises, stations and open orders.
#[test]
fn goals_and_indicator_go_on_from_a_state() {
    let mut city = City::on("2025-03-03", Policy::cixi_2021());
    let audit = city.item(Category::Finance);
    let state = city.alliance.clone();
    let day = date("2025-03-03");
    let code = state.enterprises()[0].code;
    let register = GoalRegister { technology_smes: Set::one(code), ..GoalRegister::default() };
    let mut goals = GoalsFold::from_state(station(1), day, day, register, &state);
    city.turn(audit);
    let outcome = city.history.last().expect("the order");
    goals.add(&outcome.0, &outcome.1);
    assert_eq!(goals.finish().technology_smes.part, 1);

    let [own] = city.members::<1>(Category::Finance, &[audit]);
    assert_eq!(own, member(1));
    let state = city.alliance.clone();
    let indicator = IndicatorFold::from_state(day, day, &state).finish();
    assert_eq!(indicator.stations.len(), state.stations().len());
    assert!(
        city.history.iter().any(|(_, of)| of.events.contains(&Event::Held { order: order(1) }))
    );
}
