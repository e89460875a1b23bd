//! Article 17: what becomes of the tallies when a member loses an order, and what counts when it
//! is given again (rules 6.1, 6.2, 6.5).

use paidan::Category::Finance;
use paidan::{
    Act, Basis, CapFigures, CountDesignated, Counted, End, Event, Guard, ItemId, Mediation,
    MemberId, Motion, OrderId, Policy, Reach, Share, TallyEffect,
};

use crate::common::acts::{
    call_off, complete, expel, mediate, reassign, undercutting, with_cause, without_cause,
};
use crate::common::{City, money, naming, plain, with_an_order};

/// Two members that offer tax; order 1 is with the first.
fn city() -> (City, ItemId, OrderId, [MemberId; 2]) {
    // The recommended policy judges no cap on so few orders.
    with_an_order(Policy::recommended())
}

/// The four ways to lose an order, with whether it goes on to another.
fn losses(order: OrderId, member: MemberId) -> [(Act, bool); 4] {
    [
        (with_cause(order), true),
        (reassign(order, None), true),
        (expel(member, undercutting(true)), true),
        (call_off(order), false),
    ]
}

/// rules 6.2: lost in the month in which it was given, it comes off at once.
#[test]
fn in_the_same_month_it_comes_off() {
    for nth in 0..4 {
        let (mut city, tax, order, [a, b]) = city();
        let (act, goes_on) = losses(order, a)[nth].clone();
        let outcome = city.act(act);
        let came_off = Event::CameOff { order, member: a, tally: TallyEffect::ComesOff };
        assert!(outcome.events.contains(&came_off), "{outcome:?}");
        let left = u32::from(goes_on);
        assert_eq!((city.tallied(a, tax), city.tallied(b, tax)), ((0, left), (left, left)));
        let amounts = [a, b].map(|member| city.alliance.tallied_amount(member));
        let amount = if goes_on { money("100.00") } else { money("0.00") };
        assert_eq!(amounts, [money("0.00"), amount]);
        assert_eq!(city.alliance.tallied_total(), (left, amount));
    }
}

/// rules 6.2: in a later month the closed month stays; given again it adds to the new month.
#[test]
fn in_a_later_month_the_closed_month_stays() {
    for nth in 0..4 {
        let (mut city, tax, order, [a, b]) = city();
        city.open("2025-02-01");
        let other = city.accept(naming(tax, b)).0;
        let (act, goes_on) = losses(order, a)[nth].clone();
        let outcome = city.act(act);
        let stays = Event::CameOff { order, member: a, tally: TallyEffect::Stays };
        assert!(outcome.events.contains(&stays), "{outcome:?}");
        let now = 1 + u32::from(goes_on);
        assert_eq!((city.tallied(a, tax), city.tallied(b, tax)), ((0, now), (now, now)));
        // Given again in February, it comes off again in February.
        if goes_on {
            city.act(call_off(order));
            assert_eq!(city.tallied(b, tax), (1, 1));
        }
        assert_eq!(city.holder(other), Some(b));
    }
}

/// rules 6.2: of a member that has other orders of the month only the lost one comes off.
#[test]
fn only_the_lost_order_comes_off() {
    let (mut city, tax, order, [a, b]) = city();
    city.designate_to(tax, a, "40.00");
    city.act(with_cause(order));
    assert_eq!((city.tallied(a, tax), city.tallied(b, tax)), ((1, 2), (1, 2)));
    assert_eq!(city.alliance.tallied_amount(a), money("40.00"));
}

/// rules 6.2: held or ended, it is off; an order that waits is in no tally.
#[test]
fn held_after_a_loss_it_is_off() {
    let (mut city, tax, order, [a, b]) = city();
    city.act(with_cause(order));
    city.act(with_cause(order));
    assert_eq!(city.alliance.tallied_total(), (0, money("0.00")));
    assert_eq!((city.tallied(a, tax), city.tallied(b, tax)), ((0, 0), (0, 0)));
}

/// rules 6.2: nothing else changes tallies.
#[test]
fn nothing_else_changes_tallies() {
    type Acts = fn(OrderId) -> Vec<Act>;
    let others: [Acts; 6] = [
        |order| vec![without_cause(order), mediate(order, Mediation::Complied)],
        |order| vec![without_cause(order), Act::Abandon { order }],
        |order| vec![complete(order, "2025-01-02"), Act::Settle { order }],
        |order| vec![Act::Abandon { order }],
        |order| vec![Act::Fail { order }],
        |order| vec![complete(order, "2025-01-02")],
    ];
    for acts in others {
        let (mut city, tax, order, [a, b]) = city();
        for act in acts(order) {
            city.act(act);
            assert_eq!((city.tallied(a, tax), city.line(Finance)), ((1, 1), vec![b, a]));
            assert_eq!(city.alliance.tallied_total(), (1, money("100.00")));
        }
    }
    let (mut city, tax, order, [a, _]) = city();
    city.act(complete(order, "2025-01-02"));
    city.go("2025-01-31");
    city.act(Act::RecordDefault { order });
    assert_eq!((city.tallied(a, tax), city.alliance.end_of(order)), ((1, 1), Some(End::Defaulted)));
}

/// rules 6.2 and 6.3: what was called off in the month is not judged at its end.
#[test]
fn what_was_called_off_suspends_nobody() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let a = city.member(Finance, &[tax]);
    let (order, taker) = city.accept(plain(tax));
    city.act(call_off(order));
    city.open("2025-02-01");
    assert_eq!((taker, city.alliance.suspensions()), (Some(a), &[][..]));
}

/// rules 15: an order given on the last day and called off on the next suspends all the same.
#[test]
fn what_is_called_off_a_day_too_late_suspends_all_the_same() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let a = city.member(Finance, &[tax]);
    city.go("2025-01-31");
    let (order, _) = city.accept(naming(tax, a));
    let cap = CapFigures::Item { item: tax, own: 1, whole: 1 };
    let reached = Event::CapReached { member: a, cap, reach: Reach::Above };
    assert_eq!(city.open("2025-02-01").events[0], reached);
    city.act(call_off(order));
    assert_eq!(city.alliance.suspensions().len(), 1);
    assert_eq!(city.turn(tax), None);
}

/// A policy with a guard nobody passes.
fn guarded(count_designated: CountDesignated) -> Policy {
    // The literal policy guards two members, too.
    let mut policy = Policy { count_designated, ..Policy::cixi_2021() };
    policy.caps.guard = Guard::On { min_orders: 1.try_into().unwrap() };
    policy.caps.item_share = Share::new(1).unwrap();
    policy
}

/// rules 6.1 and 6.5: a designated order that is left out stays so when it is given by turn, and
/// is not guarded.
#[test]
fn a_designated_order_that_goes_on_is_still_left_out() {
    let (no, yes) = (CountDesignated::No, CountDesignated::Yes);
    for (option, counted, tally, basis) in [
        (no, Counted::No, TallyEffect::Stays, Basis::Turn),
        (yes, Counted::Yes, TallyEffect::ComesOff, Basis::TurnGuardLifted),
    ] {
        for act in [with_cause as fn(OrderId) -> Act, |order| reassign(order, None)] {
            let mut city = City::new(guarded(option));
            let tax = city.item(Finance);
            let [a, b] = city.members(Finance, &[tax]);
            let (order, _) = city.accept(naming(tax, a));
            let events = city.act(act(order)).events;
            assert!(events.contains(&Event::CameOff { order, member: a, tally }), "{events:?}");
            let motion = Motion::ToEnd;
            let given = Event::Dispatched { order, member: b, basis, motion, counted };
            assert!(events.contains(&given), "{events:?}");
            let count = u32::from(counted == Counted::Yes);
            assert_eq!(city.tallied(b, tax), (count, count));
        }
    }
}

/// rules 6.1: whether a held order counts is settled at its first giving, and stays under another
/// policy too.
#[test]
fn a_held_order_first_designated_stays_left_out() {
    let [no, yes] = [CountDesignated::No, CountDesignated::Yes]
        .map(|count_designated| Policy { count_designated, ..Policy::recommended() });
    for (first, then, counted) in [(&no, &yes, Counted::No), (&yes, &no, Counted::Yes)] {
        let mut city = City::new(first.clone());
        let tax = city.item(Finance);
        let [a, b] = city.members(Finance, &[tax]);
        city.suspend(&[a, b]);
        let (order, nobody) = city.accept(plain(tax));
        assert_eq!((nobody, city.alliance.order(order).unwrap().counted), (None, None));
        city.act(Act::Designate { order, member: a });
        assert_eq!(city.alliance.order(order).unwrap().counted, Some(counted));
        city.act(with_cause(order));
        assert_eq!(city.holder(order), None);
        city.adopt("2025-02", then);
        let (basis, motion) = (Basis::Turn, Motion::ToEnd);
        let given = Event::Dispatched { order, member: b, basis, motion, counted };
        assert!(city.open("2025-02-01").events.contains(&given));
        let count = u32::from(counted == Counted::Yes);
        assert_eq!(city.tallied(b, tax), (count, count));
    }
}

/// rules 6.1: an order first given by turn counts, also when it is held and designated later.
#[test]
fn an_order_first_given_by_turn_counts_for_good() {
    let policy = Policy { count_designated: CountDesignated::No, ..Policy::recommended() };
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    city.suspend(&[b]);
    let (order, taker) = city.accept(plain(tax));
    city.act(with_cause(order));
    assert_eq!((taker, city.holder(order)), (Some(a), None));
    city.act(Act::Designate { order, member: b });
    assert_eq!(city.tallied(b, tax), (1, 1));
}

/// rules 6.5: the guard reckons with the tallies after the order came off: two of three are more
/// than half, two of four would not be.
#[test]
fn the_guard_reckons_without_the_lost_order() {
    for act in [with_cause as fn(OrderId) -> Act, |order| reassign(order, None)] {
        let mut policy = Policy::cixi_2021();
        policy.caps.guard = Guard::On { min_orders: 1.try_into().unwrap() };
        policy.caps.amount_share = Share::new(10_000).unwrap();
        let mut city = City::new(policy);
        let tax = city.item(Finance);
        let [b, c, a] = city.members(Finance, &[tax]);
        let [(order, _), _, _] = [a, a, b].map(|member| city.accept(naming(tax, member)));
        assert_eq!(city.line(Finance), [b, c, a]);
        city.act(act(order));
        assert_eq!(city.holder(order), Some(c));
    }
}
