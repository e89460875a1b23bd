//! Article 7: what a member offers, and how it leaves (rules 2.3, 2.4).

use paidan::Category::{Comprehensive, Finance, Patent, Research};
use paidan::{Act, ComprehensiveReach, Event, Membership, OrderState, Policy, Refusal};

use crate::common::{City, by_turn, order, plain, set};

fn every_reach() -> City {
    let mut policy = Policy::cixi_2021();
    policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
    City::new(policy)
}

/// rules 2.3: first it leaves lines, then it joins others, then held orders are tried.
#[test]
fn new_offers_leave_then_join_then_try_what_is_held() {
    let mut city = every_reach();
    let [tax, lab, patent, plan] =
        [Finance, Research, Patent, Comprehensive].map(|category| city.item(category));
    let member = city.member(Comprehensive, &[tax, patent]);
    city.accept(plain(plan));
    city.accept(plain(lab));
    let expected = [
        Event::OffersChanged { member },
        Event::LeftLine { member, category: Finance },
        Event::LeftLine { member, category: Patent },
        Event::JoinedLine { member, category: Research },
        Event::JoinedLine { member, category: Comprehensive },
        by_turn(order(1), member),
        by_turn(order(2), member),
    ];
    assert_eq!(city.offer(member, &[lab, plan]).events, expected);
}

/// rules 2.3: a line in whose category it still offers something keeps its place.
#[test]
fn another_item_of_the_category_keeps_the_place() {
    let mut city = City::literal();
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let [a, b] = city.members(Finance, &[tax]);
    assert_eq!(city.offer(a, &[audit]).events, [Event::OffersChanged { member: a }]);
    assert_eq!(city.line(Finance), [a, b]);
    assert_eq!([city.turn(tax), city.turn(audit)], [Some(b), Some(a)]);
}

/// rules 14: the same set again is accepted, concluded, and changes nothing.
#[test]
fn the_same_set_changes_nothing() {
    let mut city = City::literal();
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let [a, b] = city.members(Finance, &[tax, audit]);
    city.turn(tax);
    let before = city.alliance.snapshot();
    let events = city.offer(a, &[audit, tax, audit]).events;
    assert_eq!(events, [Event::OffersChanged { member: a }]);
    let mut after = city.alliance.snapshot();
    after.position -= 1;
    assert_eq!((after, city.line(Finance)), (before, vec![b, a]));
}

/// rules 2.3: orders it already has are untouched.
#[test]
fn orders_it_has_are_untouched_by_new_offers() {
    let mut city = City::literal();
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let a = city.member(Finance, &[tax]);
    let (had, _) = city.accept(plain(tax));
    city.offer(a, &[audit]);
    let holder = match city.alliance.order(had).unwrap().state {
        OrderState::Assigned(giving) => Some(giving.member),
        _ => None,
    };
    let tallied = city.alliance.tallied_orders(a, tax);
    assert_eq!((holder, tallied, city.alliance.open_orders_of(a)), (Some(a), 1, 1));
}

/// rules 3.3: who leaves a line loses its place there, and comes back at the end.
#[test]
fn who_comes_back_to_a_line_joins_its_end() {
    let mut city = every_reach();
    let [tax, plan] = [Finance, Comprehensive].map(|category| city.item(category));
    let [a, b] = city.members(Comprehensive, &[tax, plan]);
    city.offer(a, &[plan]);
    assert_eq!((city.line(Finance), city.line(Comprehensive)), (vec![b], vec![a, b]));
    city.offer(a, &[tax, plan]);
    assert_eq!((city.line(Finance), city.line(Comprehensive)), (vec![b, a], vec![a, b]));
}

/// rules 2.3: the new set is not empty, and within the member's reach.
#[test]
fn new_offers_are_some_and_within_reach() {
    let mut city = City::literal();
    let [tax, lab] = [Finance, Research].map(|category| city.item(category));
    let member = city.member(Finance, &[tax]);
    let refused = [&[][..], &[tax, lab]].map(|offers| {
        let offers = set(offers);
        city.refused(Act::ChangeOffers { member, offers })
    });
    let out_of_reach = Refusal::OfferOutOfReach { item: lab, category: Finance };
    assert_eq!(refused, [Refusal::NoOffer, out_of_reach]);
}

/// rules 2.4: a member that withdraws leaves every line at once.
#[test]
fn who_withdraws_leaves_every_line() {
    let mut city = every_reach();
    let [tax, plan] = [Finance, Comprehensive].map(|category| city.item(category));
    let [member, other] = city.members(Comprehensive, &[tax, plan]);
    let expected = [
        Event::Withdrawn { member },
        Event::LeftLine { member, category: Finance },
        Event::LeftLine { member, category: Comprehensive },
    ];
    assert_eq!(city.act(Act::Withdraw { member }).events, expected);
    assert_eq!([city.line(Finance), city.line(Comprehensive)], [[other], [other]]);
    let standing = city.alliance.member(member).unwrap().standing;
    assert_eq!(standing, Membership::Withdrawn { on: city.date });
}

/// rules 2.4: only while it has no open order.
#[test]
fn who_has_an_open_order_may_not_withdraw() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [member, other] = city.members(Finance, &[tax]);
    for open in 1..=2 {
        city.designate_to(tax, member, "100.00");
        let refused = city.refused(Act::Withdraw { member });
        assert_eq!(refused, Refusal::MemberHasOpenOrders { member, open });
    }
    city.act(Act::Withdraw { member: other });
    assert_eq!(city.line(Finance), [member]);
}
