//! The whole is its months together, however they are taken together.

use paidan::Policy;
use paidan::figures::{Pile, SpanFigures};

use crate::common::{City, member};
use crate::statement::year::{decided, policies};

#[test]
fn the_whole_is_its_months_in_any_two_parts() {
    for policy in policies() {
        let figures = decided(&policy).figures(&policy);
        let months: Vec<&SpanFigures> = figures.months.iter().map(|of| &of.figures).collect();
        for cut in 0..=months.len() {
            let (early, late) = months.split_at(cut);
            let parts = [early, late].map(|of| SpanFigures::of(of.iter().copied()));
            assert_eq!(SpanFigures::of(&parts), figures.whole, "cut after {cut} months");
        }
        let sum = |of: &dyn Fn(&SpanFigures) -> Pile| {
            months.iter().map(|span| of(span)).fold(Pile::default(), Pile::plus)
        };
        let whole = &figures.whole;
        assert_eq!(sum(&|of| of.orders.accepted), whole.orders.accepted);
        assert_eq!(sum(&|of| of.orders.dispatched.given()), whole.orders.dispatched.given());
        for of in &whole.members {
            let own = |span: &SpanFigures| {
                span.member(of.member).map_or_else(Pile::default, |of| of.dispatched.tallied)
            };
            assert_eq!(sum(&own), of.dispatched.tallied, "{}", of.member);
            let items = of.items.iter().map(|of| of.dispatched.tallied);
            assert_eq!(items.fold(Pile::default(), Pile::plus), of.dispatched.tallied);
        }
    }
}

/// All that was given is given by some item, class, station and member.
#[test]
fn each_breakdown_makes_the_whole() {
    for policy in policies() {
        let figures = decided(&policy).figures(&policy);
        for span in figures.months.iter().map(|of| &of.figures).chain([&figures.whole]) {
            let given = span.orders.dispatched.given();
            let all =
                |piles: &mut dyn Iterator<Item = Pile>| piles.fold(Pile::default(), Pile::plus);
            let items = &mut span.items.iter().map(|of| of.orders.dispatched.given());
            assert_eq!(all(items), given);
            let classes = &mut span.classes.iter().map(|of| of.orders.dispatched.given());
            assert_eq!(all(classes), given);
            let stations = &mut span.stations.iter().map(|of| of.orders.dispatched.given());
            assert_eq!(all(stations), given);
            let members = &mut span.members.iter().map(|of| of.dispatched.given());
            assert_eq!(all(members), given);
            let completed = &mut span.members.iter().map(|of| of.completed);
            assert_eq!(all(completed), span.ends.completed);
            let declined = span.members.iter();
            let declined = declined.map(|of| of.declined_with_cause + of.declined_without_cause);
            assert_eq!(declined.sum::<u64>(), span.declines.all());
            let reassigned = span.members.iter().map(|of| of.reassigned);
            assert_eq!(reassigned.sum::<u64>(), span.reassignments.len() as u64);
        }
    }
}

/// Nothing happened, or nothing but the opening of a month.
#[test]
fn nothing_adds_up_to_nothing() {
    assert_eq!(SpanFigures::of([]), SpanFigures::default());
    let city = City::new(Policy::cixi_2021());
    let figures = super::figures(&city);
    assert_eq!(figures.whole.orders, SpanFigures::default().orders);
    assert_eq!((figures.months.len(), figures.whole.members.len()), (1, 0));
    assert_eq!(figures.whole.member(member(1)), None);
    assert!(!figures.is_any_cap_reached() && figures.days_to_member().is_empty());
    assert_eq!(figures.whole.house.registers.enterprises, 2);
}
