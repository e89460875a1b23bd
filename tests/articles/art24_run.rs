//! Article 24: the run of reassignments, and the exit at its limit (rules 8.2, 8.3, 10.2, 2.1).

use paidan::Category::Finance;
use paidan::{
    Act, Basis, Counted, Event, Ground, ItemId, Loss, MemberId, Motion, OrderId, Outcome, Policy,
    TallyEffect,
};

use crate::common::acts::{complete, reassign, with_cause, without_cause};
use crate::common::{City, by_turn, naming, plain};

fn limited(limit: u32) -> Policy {
    let mut policy = Policy::recommended();
    policy.reassignment.limit = limit.try_into().unwrap();
    policy
}

/// Members a, b and c that offer tax, under a limit.
fn city(limit: u32) -> (City, ItemId, [MemberId; 3]) {
    let mut city = City::new(limited(limit));
    let tax = city.item(Finance);
    let members = city.members(Finance, &[tax]);
    (city, tax, members)
}

fn run(city: &City, member: MemberId) -> u32 {
    city.alliance.member(member).unwrap().run
}

/// Gives a member an order and takes it away again; says which order, and what came of it.
fn loses_one(city: &mut City, tax: ItemId, member: MemberId) -> (OrderId, Outcome) {
    let (order, _) = city.accept(naming(tax, member));
    (order, city.act(reassign(order, None)))
}

fn is_member(city: &City, member: MemberId) -> bool {
    city.alliance.member(member).unwrap().is_current()
}

/// rules 8.3: the run goes up by one, and at the limit, reached exactly, the member exits.
#[test]
fn at_the_limit_the_member_exits() {
    for limit in 1..=3 {
        let (mut city, tax, [a, ..]) = city(limit);
        for nth in 1..=limit {
            assert!(is_member(&city, a));
            let (order, outcome) = loses_one(&mut city, tax, a);
            let mut expected = vec![Event::RunRaised { order, member: a, run: nth }];
            if nth == limit {
                let ground = Ground::ReassignedInARow;
                expected.push(Event::Expelled { member: a, ground });
                expected.push(Event::LeftLine { member: a, category: Finance });
            }
            assert_eq!(outcome.events[4..], expected, "{nth} of {limit}");
        }
        assert!(!is_member(&city, a));
    }
}

/// rules 8.3: the run is the member's own: those who receive, or lose otherwise, have none.
#[test]
fn others_have_no_run() {
    let (mut city, tax, [a, b, c]) = city(3);
    loses_one(&mut city, tax, a);
    let declined = city.accept(naming(tax, c)).0;
    city.act(with_cause(declined));
    assert_eq!([a, b, c].map(|member| run(&city, member)), [1, 0, 0]);
}

/// rules 8.3: back to 0 when it completes any order, and only then is the end told.
#[test]
fn completing_any_order_ends_the_run() {
    let (mut city, tax, [a, ..]) = city(2);
    let [one, other] = [(); 2].map(|()| city.accept(naming(tax, a)).0);
    let due = "2025-01-09".parse().unwrap();
    let completed = |order| Event::Completed { order, member: a, due };
    assert_eq!(city.act(complete(one, "2025-01-02")).events, [completed(one)]);
    loses_one(&mut city, tax, a);
    let events = city.act(complete(other, "2025-01-02")).events;
    assert_eq!(events, [completed(other), Event::RunEnded { member: a }]);
    assert_eq!(run(&city, a), 0);
    loses_one(&mut city, tax, a);
    assert_eq!((run(&city, a), is_member(&city, a)), (1, true));
    loses_one(&mut city, tax, a);
    assert!(!is_member(&city, a));
}

/// rules 8.3: another member's completion ends another run, or none.
#[test]
fn a_completion_ends_the_members_own_run_only() {
    let (mut city, tax, [a, b, _]) = city(3);
    loses_one(&mut city, tax, a);
    let order = city.accept(naming(tax, b)).0;
    assert_eq!(city.act(complete(order, "2025-01-02")).events.len(), 1);
    assert_eq!(run(&city, a), 1);
    let order = city.accept(naming(tax, b)).0;
    loses_one(&mut city, tax, b);
    assert_eq!(city.act(complete(order, "2025-01-02")).events.len(), 2, "it had a run, too");
    assert_eq!([a, b].map(|member| run(&city, member)), [1, 0]);
}

/// rules 15: an order completed before it was given to the member, recorded late, starts a new run.
#[test]
fn a_completion_of_before_the_giving_ends_the_run() {
    let (mut city, tax, [a, _, c]) = city(2);
    city.go("2025-01-20");
    loses_one(&mut city, tax, a);
    city.go("2025-01-22");
    let (order, _) = city.accept(naming(tax, c));
    city.go("2025-01-25");
    city.act(reassign(order, Some(a)));
    city.act(complete(order, "2025-01-23"));
    assert_eq!(run(&city, a), 0);
}

/// rules 8.3 and 1.3: back to 0 when the year turns, not with another month.
#[test]
fn the_year_ends_every_run() {
    let (mut city, tax, [a, ..]) = city(2);
    loses_one(&mut city, tax, a);
    city.open("2025-12-31");
    assert_eq!(run(&city, a), 1);
    let outcome = city.open("2026-01-01");
    assert!(outcome.events.contains(&Event::RunsReset { year: 2026 }));
    assert_eq!(run(&city, a), 0);
    loses_one(&mut city, tax, a);
    assert_eq!((run(&city, a), is_member(&city, a)), (1, true));
}

/// rules 2.1: the run goes with the code, over a withdrawal and an admission.
#[test]
fn the_run_goes_with_the_code() {
    let (mut city, tax, [a, ..]) = city(2);
    loses_one(&mut city, tax, a);
    city.act(Act::Withdraw { member: a });
    city.open("2025-03-01");
    let again = city.come_back(a);
    assert_eq!(run(&city, again), 1);
    loses_one(&mut city, tax, again);
    assert!(!is_member(&city, again));
}

/// rules 2.1 and 8.3: but not into the next year, even for one that is away when it begins.
#[test]
fn the_run_of_one_that_is_away_ends_with_the_year() {
    let (mut city, tax, [a, ..]) = city(2);
    loses_one(&mut city, tax, a);
    city.act(Act::Withdraw { member: a });
    city.open("2026-01-01");
    let again = city.come_back(a);
    assert_eq!(run(&city, again), 0);
}

/// rules 8.3 and 13: a limit lowered below a run expels nobody; the next reassignment goes past it.
#[test]
fn a_run_may_go_past_a_lowered_limit() {
    let (mut city, tax, [a, ..]) = city(4);
    loses_one(&mut city, tax, a);
    loses_one(&mut city, tax, a);
    city.adopt("2025-02", &limited(1));
    city.open("2025-02-01");
    assert_eq!((run(&city, a), is_member(&city, a)), (2, true));
    let (order, outcome) = loses_one(&mut city, tax, a);
    assert_eq!(outcome.events[4], Event::RunRaised { order, member: a, run: 3 });
    assert!(!is_member(&city, a));
}

/// rules 8.3 and 13: a limit raised in time spares the member.
#[test]
fn a_raised_limit_holds_at_once() {
    let (mut city, tax, [a, ..]) = city(2);
    loses_one(&mut city, tax, a);
    city.adopt("2025-02", &limited(3));
    city.open("2025-02-01");
    loses_one(&mut city, tax, a);
    assert_eq!((run(&city, a), is_member(&city, a)), (2, true));
}

/// What follows when an order comes off an expelled member and goes on by turn.
fn goes_on(order: OrderId, from: MemberId, to: MemberId, tally: TallyEffect) -> [Event; 2] {
    [Event::CameOff { order, member: from, tally }, by_turn(order, to)]
}

/// rules 8.2 and 10.2: expelled by the very reassignment, its other open orders follow in order of
/// submission, each on the state the one before left: one that was held for long, a declined one,
/// and designated ones, by turn too.
#[test]
fn at_the_limit_its_other_open_orders_follow() {
    let mut city = City::new(limited(1));
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let [b, c] = city.members(Finance, &[tax]);
    let a = city.member(Finance, &[tax]);
    let waited = city.accept(plain(audit)).0;
    let lagging = city.accept(naming(tax, a)).0;
    let declined = city.accept(naming(tax, a)).0;
    city.act(without_cause(declined));
    city.open("2025-02-01");
    let last = city.accept(naming(tax, a)).0;
    city.offer(a, &[tax, audit]);
    for member in [b, c] {
        city.offer(member, &[tax, audit]);
    }
    assert_eq!(city.alliance.open_orders(a), [waited, lagging, declined, last]);
    assert_eq!(city.line(Finance), [b, c, a]);
    let (basis, motion, counted) = (Basis::Named, Motion::ToEnd, Counted::Yes);
    let mut expected = vec![
        Event::Reassigned { order: lagging, from: a, to: b },
        Event::CameOff { order: lagging, member: a, tally: TallyEffect::Stays },
        Event::Barred { order: lagging, member: a, by: Loss::Reassigned },
        Event::Dispatched { order: lagging, member: b, basis, motion, counted },
        Event::RunRaised { order: lagging, member: a, run: 1 },
        Event::Expelled { member: a, ground: Ground::ReassignedInARow },
        Event::LeftLine { member: a, category: Finance },
    ];
    expected.extend(goes_on(waited, a, c, TallyEffect::ComesOff));
    expected.extend(goes_on(declined, a, b, TallyEffect::Stays));
    expected.extend(goes_on(last, a, c, TallyEffect::ComesOff));
    assert_eq!(city.act(reassign(lagging, Some(b))).events, expected);
    assert_eq!([waited, lagging, declined, last].map(|of| city.holder(of)), [c, b, b, c].map(Some));
    assert_eq!((city.tallied(a, tax), city.tallied(b, tax)), ((0, 3), (2, 3)));
    assert_eq!((city.tallied(c, tax), city.tallied(c, audit)), ((1, 3), (1, 1)));
}
