//! Figures that begin with a state.

use paidan::Category::Finance;
use paidan::figures::{MonthFigures, Pile, SpanFigures};
use paidan::{Alliance, Figures, FiguresFold, Money, Policy};

use super::figures;
use crate::common::acts::with_cause;
use crate::common::{City, date, month, order};
use crate::statement::year::{Year, decided, policies};

/// What comes after a state.
fn after(state: &Alliance, city: &City) -> Figures {
    let mut fold = FiguresFold::from_state(state);
    let rest = city.history.iter().filter(|(_, outcome)| outcome.position > state.position());
    rest.for_each(|(command, outcome)| fold.add(command, outcome));
    fold.finish()
}

/// rules 12.4: from the state at the end of any month, the months after it are those of the whole
/// history.
#[test]
fn figures_can_begin_with_the_state_before_a_month() {
    for policy in policies() {
        let year = decided(&policy);
        let whole = year.figures(&policy);
        for (month, state, _) in &year.ends {
            let Year { history, .. } = &year;
            let mut fold = FiguresFold::from_state(state);
            let rest = history.iter().filter(|(_, outcome)| outcome.position > state.position());
            rest.for_each(|(command, outcome)| fold.add(command, outcome));
            let part = fold.finish();
            let (first, later) = part.months.split_first().expect("months");
            assert_eq!((first.month, first.is_whole, first.is_closed), (*month, false, true));
            // The month of the state has nothing but its end and its closing.
            let complete = whole.month(*month).expect("the month");
            assert_eq!(first.figures, SpanFigures::default());
            assert_eq!(first.at_end, complete.at_end);
            assert_eq!(caps(first), caps(complete));
            let expected = whole.months.iter().filter(|of| of.month > *month);
            assert_eq!(later, expected.cloned().collect::<Vec<_>>(), "{month}");
            assert_eq!(part.items, whole.items);
        }
    }
}

/// Who reached a cap, and who is suspended.
fn caps(month: &MonthFigures) -> (Vec<paidan::MemberId>, Vec<paidan::MemberId>) {
    let reached = month.reached.iter().map(|of| of.member).collect();
    (reached, month.suspensions.iter().map(|of| of.member).collect())
}

/// In the month of the state, what was given before is in no figure, and comes off none.
#[test]
fn what_was_given_before_comes_off_nothing() {
    let mut city = City::new(Policy::cixi_2021());
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    city.turn(tax);
    let state = city.alliance.clone();
    city.go("2025-01-05");
    city.act(with_cause(order(1)));
    city.designate_to(tax, a, "400.00");
    city.open("2025-02-01");
    let part = after(&state, &city);
    let of = |member| part.whole.member(member).expect("a row").dispatched;
    let hundred = Pile { orders: 1, amount: Money::from_yuan(100) };
    assert_eq!((of(b).by_turn, of(b).tallied), (hundred, hundred));
    assert_eq!((of(a).off_again, of(a).tallied.orders), (Pile::default(), 1));
    assert_eq!(part.whole.declines.with_cause, 1);
    let january = &part.months[0];
    assert!(january.shares.is_empty() && !january.suspensions.is_empty());
    assert!(january.suspensions.iter().all(|of| of.by_designation.is_none()));
    // Since when they wait for their turns is not known, but of the one whose turn came since.
    let since: Vec<_> = part.roster.iter().map(|of| of.turns.since).collect();
    assert_eq!(since, [None, Some(0)]);
    assert!(part.roster.iter().all(|of| of.turns.waited.is_empty()));
}

/// Of an order that waits it is known since when, if nobody had it.
#[test]
fn waits_go_on_from_a_state() {
    let mut city = City::new(Policy::cixi_2021());
    let tax = city.item(Finance);
    let [a] = city.members::<1>(Finance, &[tax]);
    city.turn(tax);
    city.act(with_cause(order(1)));
    city.suspend(&[a]);
    city.turn(tax);
    let state = city.alliance.clone();
    city.go("2025-01-10");
    city.member(Finance, &[tax]);
    let part = after(&state, &city);
    let since: Vec<_> = part.waits.iter().map(|of| (of.order.get(), of.since)).collect();
    assert_eq!(since, [(1, None), (2, Some(date("2025-01-02")))]);
    let waiting = part.waiting();
    assert_eq!((waiting.unknown, waiting.by_turn.iter().collect::<Vec<_>>()), (1, vec![(8, 1)]));
    let [row] = part.waits_in(month("2025-01"))[..] else { panic!("one item") };
    assert_eq!((row.before, row.began, row.by_turn, row.after), (1, 1, 2, 0));
    assert_eq!(part.given_at_once, 0);
    assert_eq!(figures(&city).waiting().unknown, 0);
}
