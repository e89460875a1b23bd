//! Months, tallies, caps, suspension, the guard (rules 1.3 and 6).

use std::num::NonZeroU32;

use paidan::{
    Act, Basis, CapFigures, CapScope, Command, CountDesignated, Event, Guard, Money, Policy, Reach,
    Refusal, Share, Standing, TallyEffect,
};

use super::{City, Plain, day, firm, item, member, month, offers, order, reassign, wish};

#[test]
fn rules_1_3_the_first_command_opens_its_month_and_months_open_one_by_one() {
    let plain = Plain::new(Policy::cixi_2021());
    let first = Command::new(day("2025-01-15"), Act::OpenMonth);
    let (mut plain, events) = plain.step(&first).expect("accepted");
    assert_eq!(events, [Event::MonthOpened { month: month("2025-01") }]);
    let refused = |plain: &Plain, date, act| plain.step(&Command::new(day(date), act)).err();
    let name = || "a name".parse().expect("a text");
    let open = month("2025-01");
    assert_eq!(
        refused(&plain, "2025-01-14", Act::OpenMonth),
        Some(Refusal::DateBeforeLast { date: day("2025-01-14"), last: day("2025-01-15") })
    );
    assert_eq!(
        refused(&plain, "2025-03-01", Act::OpenMonth),
        Some(Refusal::MonthNotNext { month: month("2025-03"), open })
    );
    assert_eq!(
        refused(&plain, "2025-02-01", Act::OpenStation { name: name() }),
        Some(Refusal::MonthNotOpen { month: month("2025-02"), open })
    );
    let late = Command { expect: Some(3), ..Command::new(day("2025-02-01"), Act::OpenMonth) };
    assert_eq!(
        plain.step(&late).err(),
        Some(Refusal::PositionNotExpected { expected: 3, next: 2 })
    );
    for number in 2..=12 {
        let date = format!("2025-{number:02}-01");
        (plain, _) = plain.step(&Command::new(day(&date), Act::OpenMonth)).expect("accepted");
    }
    let january = Command::new(day("2026-01-31"), Act::OpenMonth);
    let (plain, events) = plain.step(&january).expect("accepted");
    assert_eq!(events.last(), Some(&Event::RunsReset { year: 2026 }));
    assert_eq!(plain.view().position, 13);
}

#[test]
fn rules_6_3_and_6_4_two_equal_members_are_both_suspended() {
    let mut city = City::new(Policy::cixi_2021(), 2);
    city.accepts(wish(100));
    city.accepts(wish(100));
    let events = city.opens("2025-04-01");
    let of_item = CapFigures::Item { item: item(1), own: 1, whole: 2 };
    let (own, whole) = (Money::from_yuan(100), Money::from_yuan(200));
    let of_amount = CapFigures::Amount { own, whole };
    let scope = CapScope::Member;
    let (first, second) = (member(1), member(2));
    assert_eq!(
        events,
        [
            Event::CapReached { member: first, cap: of_item, reach: Reach::At },
            Event::CapReached { member: first, cap: of_amount, reach: Reach::Above },
            Event::CapReached { member: second, cap: of_item, reach: Reach::At },
            Event::CapReached { member: second, cap: of_amount, reach: Reach::Above },
            Event::MonthClosed { month: month("2025-03") },
            Event::Suspended { member: first, scope, cap: of_item },
            Event::Suspended { member: second, scope, cap: of_item },
            Event::MonthOpened { month: month("2025-04") },
        ]
    );
    // Held in April, and given in May, when nobody is suspended any more; designation is free.
    assert_eq!(city.accepts(wish(50)), None);
    let explained = city.plain.explain(&wish(50)).expect("an answer");
    let (april, cap) = (month("2025-04"), Some(of_item));
    let standing = Standing::Suspended { month: april, item: None, cap };
    assert_eq!(explained.line[0].standing, standing);
    let named = super::Order { designated: Some(second), ..wish(50) };
    assert_eq!(city.accepts(named), Some((2, Basis::Designation)));
    let events = city.opens("2025-05-01");
    let dispatched =
        matches!(events.last(), Some(Event::Dispatched { member, .. }) if *member == first);
    assert!(dispatched);
    assert_eq!(city.plain.view().suspensions.len(), 1);
}

#[test]
fn rules_6_4_an_item_cap_of_the_scope_item_suspends_from_that_item() {
    let mut policy = Policy::cixi_2021();
    policy.caps.scope = CapScope::Item;
    policy.caps.amount_min_orders = NonZeroU32::MIN.saturating_add(9);
    let mut city = City::new(policy, 1);
    city.does(Act::ChangeOffers { member: member(1), offers: offers(&[1, 2]) });
    city.accepts(wish(100));
    city.opens("2025-04-01");
    assert_eq!(city.plain.view().suspensions[0].item, Some(item(1)));
    assert_eq!(city.accepts(wish(100)), None);
    let other = super::Order { item: item(2), ..wish(100) };
    assert_eq!(city.accepts(other), Some((1, Basis::Turn)));
}

#[test]
fn rules_6_2_a_closed_month_stays_as_it_is() {
    let mut city = City::new(Policy::cixi_2021(), 3);
    city.accepts(wish(100));
    city.opens("2025-04-01");
    let events = city.does(reassign(1, Some(2)));
    let came_off = Event::CameOff { order: order(1), member: member(1), tally: TallyEffect::Stays };
    assert_eq!(events.get(1), Some(&came_off));
    let tallies = city.plain.view().tallies;
    assert_eq!(tallies.len(), 1);
    assert_eq!((tallies[0].member, &tallies[0].items), (member(2), &vec![(item(1), 1)]));
}

#[test]
fn rules_6_1_whether_an_order_counts_is_settled_at_its_first_giving() {
    let count_designated = CountDesignated::No;
    let mut city = City::new(Policy { count_designated, ..Policy::cixi_2021() }, 2);
    city.accepts(super::Order { designated: Some(member(1)), ..wish(100) });
    assert!(city.plain.view().tallies.is_empty());
    // Given again by turn, it still does not count.
    city.does(reassign(1, None));
    assert!(city.plain.view().tallies.is_empty());
    assert_eq!(city.accepts(wish(100)), Some((1, Basis::Turn)));
    assert_eq!(city.plain.view().tallies.len(), 1);
}

#[test]
fn rules_6_5_the_guard_passes_over_and_is_lifted() {
    let mut policy = Policy::cixi_2021();
    policy.caps.guard = Guard::On { min_orders: NonZeroU32::MIN.saturating_add(1) };
    policy.caps.amount_share = Share::new(10_000).expect("a share");
    let mut city = City::new(policy, 2);
    // The first order of an item is below the least number of two.
    assert_eq!(city.accepts(wish(100)), Some((1, Basis::Turn)));
    assert_eq!(city.accepts(wish(100)), Some((2, Basis::Turn)));
    // Two of three are more than half, whoever takes it: the guard is lifted.
    assert_eq!(city.accepts(wish(100)), Some((1, Basis::TurnGuardLifted)));
    // Now member 2 stands in front with one of three, two of four are not more than half.
    city.does(firm(3, &[1]));
    let without = super::Order { excluded: paidan::Set::one(member(2)), ..wish(100) };
    let explained = city.plain.explain(&without).expect("an answer");
    let figures = CapFigures::Item { item: item(1), own: 3, whole: 4 };
    let share = Share::new(5000).expect("a share");
    let bar = paidan::Bar::ConflictOfInterest;
    let standings: Vec<Standing> = explained.line.iter().map(|each| each.standing).collect();
    assert_eq!(
        standings,
        [
            Standing::Barred { bar },
            Standing::Guarded { share, figures },
            Standing::Taken { basis: Basis::Turn },
        ]
    );
}
