//! What can be asked of an alliance is what a walk through everything finds.

use paidan::{Act, Alliance, Category, Command, MemberId, OrderId, OrderRecord, Stage};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use crate::laws::plan::plans;

/// Every order that has not ended, found by counting ids upward.
fn counted(city: &Alliance) -> Vec<(OrderId, &OrderRecord)> {
    let ids = (0..city.accepted_orders()).filter_map(|index| OrderId::at(index).ok());
    ids.filter_map(|order| Some((order, city.order(order)?))).collect()
}

fn agrees(city: &Alliance) -> TestCaseResult {
    let all = counted(city);
    let with = |is_so: &dyn Fn(&OrderRecord) -> bool| -> Vec<_> {
        all.iter().filter(|(_, record)| is_so(record)).copied().collect()
    };
    prop_assert_eq!(city.orders().collect::<Vec<_>>(), all.clone());
    for stage in [Stage::Held, Stage::Assigned, Stage::Declined, Stage::Completed] {
        let expected = with(&|record| record.state.stage() == stage);
        prop_assert_eq!(city.orders_at(stage).collect::<Vec<_>>(), expected);
    }
    for (index, firm) in city.members().iter().enumerate() {
        let member = MemberId::at(index).expect("an id");
        let expected = with(&|record| record.state.member() == Some(member));
        prop_assert_eq!(city.orders_of(member).collect::<Vec<_>>(), expected);
        let last = city.members().iter().rposition(|other| other.code == firm.code);
        let last = last.and_then(|last| MemberId::at(last).ok());
        prop_assert_eq!(city.member_with(&firm.code), last);
        for category in Category::ALL {
            let stands = city.line(category).any(|of| of == member);
            prop_assert_eq!(city.place_of(category, member).is_some(), stands);
        }
    }
    for category in Category::ALL {
        let line: Vec<_> = city.line(category).collect();
        prop_assert!(line.is_sorted_by_key(|member| city.place_of(category, *member)));
        let of_class = city.members_of(category);
        prop_assert!(
            of_class.into_iter().all(|(_, of)| of.is_current() && of.category == category)
        );
    }
    let current = city.members().iter().filter(|firm| firm.is_current()).count();
    let by_class = Category::ALL.map(|category| city.members_of(category).count());
    prop_assert_eq!(by_class.iter().sum::<usize>(), current);
    for (index, enterprise) in (1..).zip(city.enterprises()) {
        let id = crate::common::enterprise(index);
        prop_assert_eq!(city.enterprise_with(&enterprise.code), Some(id));
        let expected = with(&|record| record.terms.enterprise == id);
        prop_assert_eq!(city.orders_of_enterprise(id).collect::<Vec<_>>(), expected);
    }
    overdue_agrees(city)
}

/// Overdue are just those of which a default can be recorded on that day.
fn overdue_agrees(city: &Alliance) -> TestCaseResult {
    let Some(today) = city.date() else { return Ok(()) };
    let overdue: Vec<OrderId> = city.overdue(today).map(|(order, _)| order).collect();
    let mut defaulted = Vec::new();
    for (order, _) in city.orders_at(Stage::Completed) {
        let default = Command::new(today, Act::RecordDefault { order });
        if city.clone().step(&default).is_ok() {
            defaulted.push(order);
        }
    }
    prop_assert_eq!(overdue, defaulted);
    Ok(())
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// Whatever happened, every query finds what counting upward finds (rules 7.1 and 7.4).
    #[test]
    fn queries_find_what_counting_finds(plan in plans(), every in 5_usize..20) {
        for entry in plan.play().into_iter().step_by(every) {
            agrees(&entry.after)?;
        }
    }
}
