//! Completed and ended orders (articles 19 and 21, rules 1.9 and 7).

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use paidan::{
    Act, Alliance, Calendar, Cause, Command, Date, End, Event, LagFinding, Mediation, MemberId,
    OrderId, OrderRow, OrderState, Refusal, Work,
};
use proptest::prelude::*;

use crate::laws::model::{all_orders, everybody, order_of};
use crate::laws::plan::plans;

/// Whether a city works on a day, told once more.
fn works_on(calendar: &Calendar, day: NaiveDate) -> bool {
    let is_named = |days: &[Date]| days.iter().any(|of| of.naive() == day);
    if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        is_named(calendar.make_up_days.as_slice())
    } else {
        !is_named(calendar.holidays.as_slice())
    }
}

/// The orders that ended, with how.
fn ended(alliance: &Alliance) -> BTreeMap<OrderId, End> {
    all_orders(alliance)
        .into_iter()
        .filter_map(|order| Some((order, alliance.end_of(order)?)))
        .collect()
}

/// Every act on an order that was accepted.
fn every_act(order: OrderId, member: MemberId, on: Date) -> Vec<Act> {
    let (cause, finding) = (Cause::Justified, LagFinding::COMPLETE);
    vec![
        Act::Designate { order, member },
        Act::Cancel { order },
        Act::Decline { order, cause },
        Act::Decline { order, cause: Cause::None },
        Act::Mediate { order, result: Mediation::Complied },
        Act::Mediate { order, result: Mediation::DidNotComply },
        Act::Complete { order, on },
        Act::Settle { order },
        Act::RecordDefault { order },
        Act::Abandon { order },
        Act::CallOff { order, work: Work::NotBegun },
        Act::Fail { order },
        Act::Reassign { order, finding, to: None },
        Act::Reassign { order, finding, to: Some(member) },
    ]
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 7.1: an order that ended stays as it ended, and every act on it is refused.
    #[test]
    fn an_end_is_the_end(plan in plans()) {
        let mut before = BTreeMap::new();
        let mut last = plan.start();
        for entry in plan.play() {
            let now = ended(&entry.after);
            for (order, end) in &before {
                prop_assert_eq!(now.get(order), Some(end));
            }
            before = now;
            last = entry.after;
        }
        let (Some(date), member) = (last.date(), crate::common::member(1)) else { return Ok(()) };
        let snapshot = last.snapshot();
        for order in before.keys() {
            for act in every_act(*order, member, date) {
                prop_assert!(last.step(&Command::new(date, act.clone())).is_err(), "{act:?}");
            }
        }
        prop_assert_eq!(last.snapshot(), snapshot);
    }

    /// rules 7.1: of an order that ended the state keeps how it ended and nothing else.
    #[test]
    fn of_an_ended_order_only_the_end_is_kept(plan in plans()) {
        for entry in plan.play() {
            let act = &entry.command.act;
            let Some(order) = order_of(act).filter(|_| entry.result.is_ok()) else {
                continue;
            };
            let Some(end) = entry.after.end_of(order) else { continue };
            prop_assert_eq!(entry.after.order(order), None);
            let row = entry.after.snapshot().orders.into_iter().nth(order.index());
            prop_assert_eq!(row, Some(OrderRow::Ended(end)));
            prop_assert!(entry.after.held_orders().all(|held| held != order));
            for member in everybody(&entry.after) {
                prop_assert!(!entry.after.open_orders(member).contains(&order));
            }
        }
    }

    /// rules 1.9 and 7.3: a fee is due on the first working day on or after so many days from the
    /// completion, by the calendar of the day on which it is recorded, and stays due then.
    #[test]
    fn no_fee_is_due_on_a_day_off(plan in plans()) {
        let mut fixed = BTreeMap::new();
        for entry in plan.play() {
            for event in entry.result.iter().flat_map(|outcome| &outcome.events) {
                let (Event::Completed { order, due, .. }, Act::Complete { on, .. }) =
                    (*event, &entry.command.act)
                else {
                    continue;
                };
                let days = Days::new(entry.before.policy().settlement.days.get().into());
                let earliest = on.naive() + days;
                prop_assert!(due.naive() >= earliest);
                let calendar = entry.before.calendar();
                let works: Vec<bool> = earliest
                    .iter_days()
                    .take_while(|day| *day <= due.naive())
                    .map(|day| works_on(calendar, day))
                    .collect();
                let (last, before) = works.split_last().expect("the due date itself");
                prop_assert!(*last && !before.contains(&true), "{due} of {on}");
                fixed.insert(order, due);
            }
            for (order, due) in &fixed {
                let Some(record) = entry.after.order(*order) else { continue };
                let OrderState::Completed(completion) = record.state else {
                    return Err(TestCaseError::fail("a completed order is completed or ended"));
                };
                prop_assert_eq!(completion.due, *due);
            }
        }
    }

    /// rules 7.4: a default is recorded after the first working day on or after the due date by the
    /// calendar in force, and after the day on which the completion was recorded, and not before.
    #[test]
    fn a_default_comes_after_the_due_date(plan in plans()) {
        for entry in plan.play() {
            let Act::RecordDefault { order } = entry.command.act else { continue };
            let Some(record) = entry.before.order(order) else { continue };
            let OrderState::Completed(completion) = record.state else { continue };
            let date = entry.command.date;
            let works = |day: &NaiveDate| works_on(entry.before.calendar(), *day);
            let last_day = completion.due.naive().iter_days().find(works).expect("a working day");
            let is_late = last_day < date.naive() && completion.recorded < date;
            let is_early = if let Err(Refusal::NotOverdue { due, recorded, .. }) = entry.result {
                prop_assert_eq!((due.naive(), recorded), (last_day, completion.recorded));
                true
            } else {
                false
            };
            prop_assert!(is_late || entry.result.is_err());
            prop_assert!(!is_late || !is_early);
        }
    }
}
