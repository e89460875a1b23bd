//! What each event adds, by hand, and the boundaries.

use paidan::Category::{Finance, Patent};
use paidan::figures::{DispatchFigures, Pile, Receiver, SpanFigures, WaitFigures};
use paidan::{Act, Cause, Figures, Ground, Mediation, Money, Order, Policy, Share};

use super::figures;
use crate::common::acts::{
    call_off, complete, expel, mediate, reassign, undercutting, with_cause, without_cause,
};
use crate::common::{City, naming, order, plain, priced, station};

fn pile(orders: u64, yuan: u64) -> Pile {
    Pile { orders, amount: Money::from_yuan(yuan) }
}

/// The days of the waits that ended by turn, that ended otherwise, and that go on.
fn waited(figures: &Figures) -> [Vec<(u32, u64)>; 4] {
    let of = figures.waiting();
    [of.by_turn, of.designated, of.cancelled, of.still].map(|of| of.iter().collect())
}

/// rules 6.2: what comes off in the month of its giving leaves the tallies, but not the givings.
#[test]
fn what_comes_off_in_its_month_is_tallied_no_more() {
    let mut city = City::new(Policy::cixi_2021());
    let tax = city.item(Finance);
    let [a, b] = city.members(Finance, &[tax]);
    city.accept(priced(tax, "300.00"));
    city.go("2025-01-31");
    city.act(with_cause(order(1)));
    let of = figures(&city).whole;
    let given = |turn: Pile| DispatchFigures { by_turn: turn, ..DispatchFigures::default() };
    let own = |member| of.member(member).expect("it had the order").dispatched;
    assert_eq!(own(a), DispatchFigures { off_again: pile(1, 300), ..given(pile(1, 300)) });
    assert_eq!(own(b), DispatchFigures { tallied: pile(1, 300), ..given(pile(1, 300)) });
    let all = of.orders.dispatched;
    assert_eq!(
        (all.given(), all.off_again, all.tallied),
        (pile(2, 600), pile(1, 300), pile(1, 300))
    );
    assert_eq!((of.declines.with_cause, of.orders.accepted), (1, pile(1, 300)));

    // A month later the closed month stays as it is.
    city.open("2025-02-01");
    city.act(with_cause(order(1)));
    let months = figures(&city).months;
    let tallied = months.iter().map(|of| of.figures.orders.dispatched.tallied);
    assert_eq!(tallied.collect::<Vec<_>>(), [pile(1, 300), pile(0, 0)]);
    assert_eq!(months[1].figures.orders.dispatched.off_again, pile(0, 0));
    assert_eq!(months[1].at_end.held, pile(1, 300), "both are barred");
}

/// rules 5.1, 8.2: by designation, by turn, or to the one that the platform named.
#[test]
fn givings_are_told_apart_by_their_ground() {
    let mut city = City::new(Policy::cixi_2021());
    let (tax, mark) = (city.item(Finance), city.item(Patent));
    let [a, b] = city.members(Finance, &[tax]);
    city.designate_to(tax, b, "500.00");
    city.accept(priced(tax, "200.00"));
    city.act(reassign(order(2), Some(b)));
    city.accept(Order { station: station(1), ..priced(mark, "70.00") });
    let of = figures(&city).whole;
    let own = of.member(b).expect("it has orders").dispatched;
    assert_eq!((own.designated, own.by_turn, own.named), (pile(1, 500), pile(0, 0), pile(1, 200)));
    assert_eq!((own.tallied, own.tallied_designated), (pile(2, 700), pile(1, 500)));
    assert_eq!(own.tallied_otherwise(), pile(1, 200));
    assert_eq!(of.class(Finance).accepted, pile(2, 700));
    assert_eq!((of.class(Patent).accepted, of.class(Patent).held), (pile(1, 70), 1));
    assert_eq!(of.station(station(1)).accepted, pile(3, 770));
    let [reassigned] = of.reassignments.as_slice() else { panic!("one") };
    assert_eq!((reassigned.from, reassigned.to, reassigned.run), (a, b, 1));
    assert!(!reassigned.exits);
    assert_eq!(of.member(a).map(|of| of.reassigned), Some(1));
}

/// rules 5.3: days from the first held to the giving; one day of both is no day.
#[test]
fn waits_are_counted_in_days() {
    let mut city = City::new(Policy::cixi_2021());
    let (tax, mark) = (city.item(Finance), city.item(Patent));
    for _ in 0..2 {
        city.turn(tax);
    }
    city.turn(mark);
    city.member(Finance, &[tax]);
    assert_eq!(waited(&figures(&city))[0], [(0, 2)], "on the day");
    city.go("2025-01-30");
    city.turn(tax);
    city.turn(mark);
    city.open("2025-02-02");
    let a = city.member(Patent, &[mark]);
    city.turn(mark);
    let of = figures(&city);
    // Order 3 waited from the second of January on, order 5 from the thirtieth.
    assert_eq!(waited(&of)[0], [(0, 2), (3, 1), (31, 1)]);
    assert_eq!(of.given_at_once, 2);
    let days = of.days_to_member();
    assert_eq!((days.count(), days.sum()), (6, 34));
    let at = |points| days.percentile(Share::new(points).expect("a share"));
    // Four of six are 66.66 %; one more basis point is the fifth.
    assert_eq!(
        [1, 6_666, 6_667, 8_333, 8_334, 10_000].map(at).map(Option::unwrap),
        [0, 0, 3, 3, 31, 31]
    );
    let row = WaitFigures {
        item: mark,
        before: 2,
        began: 0,
        by_turn: 2,
        designated: 0,
        cancelled: 0,
        after: 0,
    };
    assert_eq!(of.waits_in(crate::common::month("2025-02")), [row]);
    assert_eq!(of.whole.member(a).expect("it has them").dispatched.by_turn.orders, 3);
}

/// rules 5.3: a wait ends with a designation or by cancelling, too; the others go on.
#[test]
fn waits_end_in_three_ways_or_go_on() {
    let mut city = City::new(Policy::cixi_2021());
    let tax = city.item(Finance);
    let [a] = city.members::<1>(Finance, &[tax]);
    city.act(Act::GrantLeave { member: a });
    for _ in 0..4 {
        city.turn(tax);
    }
    city.go("2025-01-05");
    city.act(Act::Designate { order: order(1), member: a });
    city.go("2025-01-07");
    city.act(Act::Cancel { order: order(2) });
    city.go("2025-01-11");
    city.act(Act::Designate { order: order(3), member: a });
    city.act(with_cause(order(3)));
    city.go("2025-01-12");
    city.act(Act::RegisterEnterprise {
        name: crate::common::name("丙"),
        code: crate::common::code(99),
    });
    let of = figures(&city);
    // The fourth waits since the second; the third waits once more, since the day before.
    assert_eq!(waited(&of), [vec![], vec![(3, 1), (9, 1)], vec![(5, 1)], vec![(1, 1), (10, 1)]]);
    assert_eq!(of.waiting().all().count(), 5);
    assert_eq!((of.whole.orders.held, of.whole.ends.cancelled), (5, pile(1, 100)));
    assert_eq!(of.months[0].at_end.held, pile(2, 200));
}

/// rules 7: how orders end, and what their deposits come to.
#[test]
fn ends_and_deposits_are_counted() {
    let mut city = City::new(Policy::cixi_2021());
    let tax = city.item(Finance);
    city.members::<2>(Finance, &[tax]);
    let covered = Money::from_yuan(900);
    let with_deposit = || Order { ask_deposit: true, months: 13, covered, ..priced(tax, "900.00") };
    for _ in 0..6 {
        city.accept(with_deposit());
    }
    for done in 1..=2 {
        city.act(complete(order(done), "2025-01-02"));
    }
    city.act(Act::Settle { order: order(1) });
    city.act(call_off(order(3)));
    city.act(Act::Fail { order: order(4) });
    city.act(without_cause(order(5)));
    city.act(Act::Abandon { order: order(5) });
    city.act(Act::Abandon { order: order(6) });
    // Due on 9 January, a Thursday.
    city.go("2025-01-09");
    city.refused(Act::RecordDefault { order: order(2) });
    assert_eq!(figures(&city).months[0].at_end.overdue, pile(0, 0));
    city.go("2025-01-10");
    city.act(Act::RegisterEnterprise {
        name: crate::common::name("丙"),
        code: crate::common::code(99),
    });
    assert_eq!(figures(&city).months[0].at_end.overdue, pile(1, 600));
    assert_eq!(figures(&city).months[0].at_end.unpaid, pile(1, 600));
    city.act(Act::RecordDefault { order: order(2) });
    let of = figures(&city);
    let SpanFigures { ends, deposits, declines, .. } = of.whole.clone();
    let one = pile(1, 900);
    assert_eq!((ends.completed, ends.settled, ends.defaulted), (pile(2, 1800), one, one));
    assert_eq!((ends.called_off, ends.failed, ends.abandoned), (one, one, pile(2, 1800)));
    assert_eq!((deposits.taken, deposits.counted), (pile(6, 1800), pile(1, 300)));
    assert_eq!((deposits.returned, deposits.forfeited), (pile(3, 900), pile(2, 600)));
    assert_eq!((declines.without_cause, declines.walked_away), (1, 1));
    let blacklisted: Vec<_> = of.whole.blacklisted.iter().map(|of| of.abandoned).collect();
    assert_eq!(blacklisted, [true], "it stays on the list once");
    assert_eq!(of.months[0].at_end, paidan::figures::AtEnd::default());
}

/// rules 10.2, 8.3: an exit has its ground, and says who got the orders.
#[test]
fn exits_say_what_became_of_the_orders() {
    let mut city = City::new(Policy::cixi_2021());
    let (tax, mark) = (city.item(Finance), city.item(Patent));
    let [a, b, c] = city.members(Finance, &[tax]);
    let only = city.member(Patent, &[mark]);
    for _ in 0..2 {
        city.accept(naming(tax, a));
    }
    city.accept(naming(mark, only));
    city.act(expel(only, undercutting(true)));
    city.act(without_cause(order(1)));
    city.act(mediate(order(1), Mediation::DidNotComply));
    for _ in 0..2 {
        city.accept(naming(tax, b));
    }
    for of in [4, 5] {
        city.act(reassign(order(of), None));
    }
    let of = figures(&city).whole;
    let exits: Vec<_> = of.exits.iter().map(|of| (of.member, of.ground, of.held)).collect();
    let grounds = [
        (only, Ground::DisorderlyCompetition, 1),
        (a, Ground::DeclinedWithoutCause, 0),
        (b, Ground::ReassignedInARow, 0),
    ];
    assert_eq!(exits, grounds);
    let one = |member| Receiver { member, orders: 1 };
    assert_eq!(of.exits[1].receivers, [one(b), one(c)]);
    // What b got from a goes on to c with its exit; what was reassigned is no part of that.
    assert_eq!((of.exits[2].receivers.as_slice(), of.exits[2].orders()), (&[one(c)][..], 1));
    assert_eq!(of.reassignments.iter().map(|of| of.exits).collect::<Vec<_>>(), [false, true]);
    assert_eq!(of.declines.did_not_comply, 1);
}

/// rules 7.2: mediation ends in three ways.
#[test]
fn mediation_is_counted_by_its_result() {
    let mut city = City::new(Policy::cixi_2021());
    let tax = city.item(Finance);
    let [a, _] = city.members(Finance, &[tax]);
    for result in [Mediation::Complied, Mediation::CauseFound] {
        let (order, _) = city.accept(naming(tax, a));
        city.act(Act::Decline { order, cause: Cause::None });
        city.act(mediate(order, result));
    }
    city.accept(plain(tax));
    let of = figures(&city).whole;
    let declines = of.declines;
    assert_eq!((declines.without_cause, declines.complied, declines.cause_found), (2, 1, 1));
    assert_eq!((declines.all(), declines.walked_away, declines.did_not_comply), (2, 0, 0));
    assert_eq!(of.member(a).map(|of| of.declined_without_cause), Some(2));
}
