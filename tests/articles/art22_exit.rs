//! Article 22: who has to leave the alliance, and what becomes of its orders (rules 10.1, 10.2).

use paidan::Category::{Comprehensive, Finance, Patent};
use paidan::{
    Act, Actor, Application, Basis, ComprehensiveReach, Event, Ground, Guard, ItemId, MemberId,
    Membership, Misconduct, Order, OrderState, Policy, Refusal, Share, TallyEffect, Turn, dispatch,
};

use crate::common::acts::{complete, expel, other_act, undercutting, without_cause};
use crate::common::{City, by_turn, enterprise, naming, order, plain};

/// A city with members that offer tax.
fn city<const N: usize>() -> (City, ItemId, [MemberId; N]) {
    let mut city = City::new(Policy::recommended());
    let tax = city.item(Finance);
    let members = city.members(Finance, &[tax]);
    (city, tax, members)
}

/// Whether member 1 can be expelled for this.
fn can_be_expelled(city: &City, member: MemberId, misconduct: &Misconduct) -> bool {
    let mut city = city.clone();
    let ground = misconduct.ground();
    match city.try_act(expel(member, misconduct.clone())) {
        Ok(outcome) => outcome.events[0] == Event::Expelled { member, ground },
        Err(refusal) => {
            assert_eq!(refusal, Refusal::GroundNotMet { member, ground });
            false
        }
    }
}

/// rules 10.1: grounds 2, 4 and 5 need what they need on record.
#[test]
fn grounds_have_their_preconditions() {
    let (city, _, [a]) = city();
    for (misconduct, number, is_met) in [
        (undercutting(true), 2, true),
        (undercutting(false), 2, false),
        (Misconduct::Infringement { pursued: true }, 4, true),
        (Misconduct::Infringement { pursued: false }, 4, false),
        (other_act("泄露", "损失"), 5, true),
        (other_act("泄露", ""), 5, false),
        (other_act("", "损失"), 5, false),
        (other_act("", ""), 5, false),
        (Misconduct::NoImprovement, 3, false),
    ] {
        assert_eq!(can_be_expelled(&city, a, &misconduct), is_met, "{misconduct:?}");
        assert_eq!(misconduct.ground().number(), number);
    }
}

/// rules 10.1: ground 3 needs a notice of an earlier date, at most 366 days ago.
#[test]
fn a_notice_counts_from_the_next_day_for_366_days() {
    let (mut city, _, [a, b]) = city();
    assert_eq!(city.act(Act::Notify { member: a }).events, [Event::Notified { member: a }]);
    for (day, is_met) in [
        ("2025-01-02", false),
        ("2025-01-03", true),
        ("2025-12-31", true),
        ("2026-01-02", true),
        ("2026-01-03", true),
        ("2026-01-04", false),
    ] {
        if crate::common::date(day).month() == city.date.month() {
            city.go(day);
        } else {
            city.open(day);
        }
        let found = [a, b].map(|of| can_be_expelled(&city, of, &Misconduct::NoImprovement));
        assert_eq!(found, [is_met, false], "{day}");
    }
}

/// rules 10.1: the last notice counts, be it too new where the one before was old enough.
#[test]
fn the_last_notice_counts() {
    let (mut city, _, [a]) = city();
    city.act(Act::Notify { member: a });
    city.go("2025-01-20");
    city.act(Act::Notify { member: a });
    assert!(!can_be_expelled(&city, a, &Misconduct::NoImprovement));
    city.open("2026-01-21");
    assert!(can_be_expelled(&city, a, &Misconduct::NoImprovement));
    city.go("2026-01-22");
    assert!(!can_be_expelled(&city, a, &Misconduct::NoImprovement));
}

/// rules 2.1: the notice goes with the code.
#[test]
fn the_notice_goes_with_the_code() {
    let (mut city, _, [a]) = city();
    city.act(Act::Notify { member: a });
    city.act(Act::Withdraw { member: a });
    city.open("2025-03-01");
    let again = city.come_back(a);
    assert!(can_be_expelled(&city, again, &Misconduct::NoImprovement));
    city.open("2026-01-04");
    assert!(!can_be_expelled(&city, again, &Misconduct::NoImprovement));
}

/// rules 10.1: who acts is recorded, never checked.
#[test]
fn anyone_may_act() {
    let (city, _, [member]) = city();
    let found = [Actor::Council, Actor::Platform].map(|by| {
        let act = Act::Expel { member, misconduct: undercutting(true), by };
        city.clone().act(act).events
    });
    let expected = vec![
        Event::Expelled { member, ground: Ground::DisorderlyCompetition },
        Event::LeftLine { member, category: Finance },
    ];
    assert_eq!(found, [expected.clone(), expected]);
}

/// rules 10.1: a member that withdrew counts as expelled; its firm is refused for good.
#[test]
fn one_that_withdrew_may_be_expelled() {
    let (mut city, _, [member]) = city();
    city.act(Act::Notify { member });
    city.act(Act::Withdraw { member });
    city.open("2025-05-01");
    for misconduct in
        [undercutting(false), Misconduct::Infringement { pursued: false }, other_act("泄露", "")]
    {
        assert!(!can_be_expelled(&city, member, &misconduct));
    }
    let grounds = [
        undercutting(true),
        Misconduct::NoImprovement,
        Misconduct::Infringement { pursued: true },
        other_act("泄露", "损失"),
    ];
    for misconduct in grounds {
        let mut city = city.clone();
        let ground = misconduct.ground();
        let events = city.act(expel(member, misconduct)).events;
        assert_eq!(events, [Event::Expelled { member, ground }]);
        let expelled = Membership::Expelled { ground, on: city.date };
        assert_eq!(city.alliance.member(member).unwrap().standing, expelled);
        city.open("2027-01-01");
        let firm = city.firm_of(member);
        let refused = city.refused(Act::Admit(firm));
        assert_eq!(refused, Refusal::CodeOfExpelledMember { member });
    }
}

/// rules 10.1: not one whose code was admitted again, even if that one has left, too.
#[test]
fn one_whose_code_was_admitted_again_may_not_be_expelled() {
    let (mut city, _, [member]) = city();
    city.act(Act::Withdraw { member });
    city.open("2025-03-01");
    let again = city.come_back(member);
    let refused = Refusal::MemberNotCurrent { member };
    assert_eq!(city.refused(expel(member, undercutting(true))), refused);
    city.act(Act::Withdraw { member: again });
    assert_eq!(city.refused(expel(member, undercutting(true))), refused);
    city.act(expel(again, undercutting(true)));
    assert_eq!(city.refused(expel(member, undercutting(true))), refused);
    let firm = city.firm_of(member);
    let refused = Refusal::CodeOfExpelledMember { member: again };
    assert_eq!(city.refused(Act::Admit(firm)), refused);
}

/// rules 10.1: nobody is expelled twice.
#[test]
fn nobody_is_expelled_twice() {
    let (mut city, _, [member]) = city();
    city.act(expel(member, undercutting(true)));
    let refused = Refusal::MemberNotCurrent { member };
    assert_eq!(city.refused(expel(member, other_act("泄露", "损失"))), refused);
    assert_eq!(city.refused(Act::Notify { member }), refused);
    assert_eq!(city.refused(Act::Withdraw { member }), refused);
}

/// rules 10.2: it leaves every line.
#[test]
fn it_leaves_every_line() {
    let reach = ComprehensiveReach::EveryCategory;
    let mut city = City::new(Policy { comprehensive_reach: reach, ..Policy::recommended() });
    let items = [Finance, Patent, Comprehensive].map(|category| city.item(category));
    let [member, other] = city.members(Comprehensive, &items);
    let ground = Ground::OtherAct;
    let mut expected = vec![Event::Expelled { member, ground }];
    let lines = [Finance, Patent, Comprehensive];
    expected.extend(lines.map(|category| Event::LeftLine { member, category }));
    assert_eq!(city.act(expel(member, other_act("泄露", "损失"))).events, expected);
    assert_eq!(lines.map(|category| city.line(category)), [(); 3].map(|()| vec![other]));
}

/// rules 10.2: its open orders, declined and designated ones too, go on by turn in order of
/// submission, each on the state the one before left; what it completed stays with it.
#[test]
fn its_open_orders_go_on_by_turn() {
    let (mut city, tax, [a, b, c]) = city();
    let named = |city: &mut City, member| city.accept(naming(tax, member)).0;
    let first = named(&mut city, a);
    let completed = named(&mut city, a);
    let declined = city.accept(plain(tax)).0;
    named(&mut city, b);
    let last = named(&mut city, a);
    city.act(complete(completed, "2025-01-02"));
    city.act(without_cause(declined));
    assert_eq!((city.line(Finance), city.alliance.open_orders_of(a)), (vec![b, c, a], 3));
    let mut expected = vec![
        Event::Expelled { member: a, ground: Ground::DisorderlyCompetition },
        Event::LeftLine { member: a, category: Finance },
    ];
    for (order, member) in [(first, b), (declined, c), (last, b)] {
        let tally = TallyEffect::ComesOff;
        expected.push(Event::CameOff { order, member: a, tally });
        expected.push(by_turn(order, member));
    }
    assert_eq!(city.act(expel(a, undercutting(true))).events, expected);
    assert_eq!((city.tallied(a, tax), city.tallied(b, tax)), ((1, 5), (3, 5)));
    assert!(matches!(city.state(declined), OrderState::Assigned(of) if of.member == c));
    assert!(matches!(city.state(completed), OrderState::Completed(of) if of.member == a));
    // Nobody is barred by an exit.
    assert!(city.alliance.order(first).unwrap().barred.is_empty());
}

/// rules 10.2: an order that waited long before it was given goes on by its submission, not by its
/// giving.
#[test]
fn orders_go_on_in_the_order_of_submission() {
    let mut city = City::new(Policy::recommended());
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let [b, c] = city.members(Finance, &[audit]);
    let waited = city.accept(plain(tax)).0;
    let a = city.member(Finance, &[audit]);
    let later = city.accept(naming(audit, a)).0;
    city.offer(a, &[tax, audit]);
    assert_eq!([waited, later].map(|order| city.holder(order)), [Some(a); 2]);
    for member in [b, c] {
        city.offer(member, &[tax, audit]);
    }
    city.act(expel(a, undercutting(true)));
    assert_eq!([waited, later].map(|order| city.holder(order)), [Some(b), Some(c)]);
}

/// rules 10.2 and 6.5: the guard holds for them, one by one: two of four are above 40 %.
#[test]
fn they_are_guarded_one_by_one() {
    // The literal policy counts no members, where the recommended one would guard no two.
    let mut policy = Policy::cixi_2021();
    policy.caps.guard = Guard::On { min_orders: 1.try_into().unwrap() };
    policy.caps.item_share = Share::new(4000).unwrap();
    policy.caps.amount_share = Share::new(10_000).unwrap();
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let [a, b, c] = city.members(Finance, &[tax]);
    for _ in 0..4 {
        city.accept(naming(tax, a));
    }
    let outcome = city.act(expel(a, undercutting(true)));
    let given = outcome.events.iter().filter_map(|event| match *event {
        Event::Dispatched { member, basis, .. } => Some((member, basis)),
        _ => None,
    });
    let (turn, lifted) = (Basis::Turn, Basis::TurnGuardLifted);
    let expected = [(b, turn), (c, turn), (b, lifted), (c, lifted)];
    assert_eq!(given.collect::<Vec<_>>(), expected);
}

/// rules 10.2 and 6.4: one that is suspended may be expelled; its suspension ends with the month.
#[test]
fn a_suspended_member_may_be_expelled() {
    let (mut city, tax, [a, b]) = city();
    city.suspend(&[a, b]);
    city.act(expel(a, undercutting(true)));
    assert_eq!(city.turn(tax), None);
    city.open("2025-02-01");
    assert_eq!((city.holder(order(1)), city.alliance.suspensions()), (Some(b), &[][..]));
}

/// rules 10.2: under `Cursor` they go round by the cursor, which leaves its member first.
#[test]
fn under_cursor_they_go_by_the_cursor() {
    let mut city = City::new(Policy { turn: Turn::Cursor, ..Policy::recommended() });
    let tax = city.item(Finance);
    let [a, b, c] = city.members(Finance, &[tax]);
    let orders = [a; 3].map(|member| city.accept(naming(tax, member)).0);
    assert_eq!(city.alliance.cursor(Finance), Some(a));
    city.act(expel(a, undercutting(true)));
    assert_eq!(orders.map(|order| city.holder(order)), [b, c, b].map(Some));
    assert_eq!(city.alliance.cursor(Finance), Some(c));
}

/// rules 10.2: with nobody left its orders are held, and are given to whoever comes.
#[test]
fn with_nobody_left_its_orders_are_held() {
    let (mut city, tax, [a]) = city();
    let orders = [(); 2].map(|()| city.accept(plain(tax)).0);
    city.open("2025-02-01");
    let events = city.act(expel(a, undercutting(true))).events;
    let mut expected = Vec::new();
    for order in orders {
        expected.push(Event::CameOff { order, member: a, tally: TallyEffect::Stays });
        expected.push(Event::Held { order });
    }
    assert_eq!(events[2..], expected);
    assert_eq!(city.alliance.held_orders().collect::<Vec<_>>(), orders);
    let b = city.member(Finance, &[tax]);
    assert_eq!(city.alliance.open_orders(b), orders);
}

/// rules 10.2: an expelled member is never dispatched to again, designated or not.
#[test]
fn an_expelled_member_is_never_dispatched_to() {
    let (mut city, tax, [a]) = city();
    city.act(expel(a, undercutting(true)));
    let left = Refusal::DesignatedHasLeft { member: a };
    assert_eq!(dispatch(&city.alliance, &naming(tax, a)), Err(left.clone()));
    assert_eq!(city.refused(Act::Accept(naming(tax, a))), left);
    let (held, nobody) = city.accept(plain(tax));
    assert_eq!(nobody, None);
    assert_eq!(city.refused(Act::Designate { order: held, member: a }), left);
    city.open("2025-02-01");
    assert_eq!((city.turn(tax), city.state(held)), (None, OrderState::Held));
    // It may be named as having taken an order, or as excluded.
    let excluded = crate::common::set(&[a]);
    city.accept(Order { taken_by: Some(a), excluded, ..plain(tax) });
}

/// rules 5.2 d: the order of a firm that is no member any more is no own order.
#[test]
fn an_expelled_firm_may_be_a_customer() {
    let (mut city, tax, [a, b]) = city();
    let Application { name, code, .. } = city.firm_of(a);
    city.act(expel(a, undercutting(true)));
    city.act(Act::RegisterEnterprise { name, code });
    let own = Order { enterprise: enterprise(3), ..plain(tax) };
    assert_eq!(city.accept(own), (order(1), Some(b)));
}

/// rules 10.1: what an order was declined for without cause is ground 1, which no command names.
#[test]
fn grounds_are_numbered_as_in_the_article() {
    let grounds = [
        Ground::DeclinedWithoutCause,
        Ground::DisorderlyCompetition,
        Ground::NoImprovement,
        Ground::ReassignedInARow,
        Ground::Infringement,
        Ground::OtherAct,
    ];
    assert_eq!(grounds.map(Ground::number), [1, 2, 3, 3, 4, 5]);
}
