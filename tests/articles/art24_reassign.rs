//! Article 24: a lagging order goes to another member (rules 8.1, 8.2, 6.2, 6.5).

use paidan::Category::{Finance, Research};
use paidan::{
    Act, Bar, Barred, Basis, Counted, DesignationUsesTurn, Event, Guard, ItemId, LagFinding, Loss,
    MemberId, Motion, Order, OrderId, OrderState, Policy, Refusal, Share, Standing, TallyEffect,
    Turn, reassign as preview,
};

use crate::common::acts::{expel, reassign, undercutting, with_cause};
use crate::common::{City, member, money, month, name, naming, plain, set, with_an_order};

fn under(turn: Turn) -> Policy {
    // The recommended policy judges no cap on so few orders.
    Policy { turn, ..Policy::recommended() }
}

/// Members a, b and c; order 1 is with a.
fn city(policy: Policy) -> (City, ItemId, OrderId, [MemberId; 3]) {
    with_an_order(policy)
}

/// What a reassignment concludes that expels nobody.
fn moved(order: OrderId, a: MemberId, to: MemberId, basis: Basis, motion: Motion) -> [Event; 5] {
    [
        Event::Reassigned { order, from: a, to },
        Event::CameOff { order, member: a, tally: TallyEffect::ComesOff },
        Event::Barred { order, member: a, by: Loss::Reassigned },
        Event::Dispatched { order, member: to, basis, motion, counted: Counted::Yes },
        Event::RunRaised { order, member: a, run: 1 },
    ]
}

/// rules 8.1: the finding says all three.
#[test]
fn the_finding_says_all_three() {
    for bits in 0..8_u8 {
        let [progress_lags, target_at_risk, enterprise_complained] =
            [1, 2, 4].map(|bit| bits & bit != 0);
        let finding = LagFinding { progress_lags, target_at_risk, enterprise_complained };
        let (mut city, _, order, _) = city(under(Turn::KeepPlace));
        let found = city.try_act(Act::Reassign { order, finding, to: None }).map(drop);
        let expected = if bits == 7 { Ok(()) } else { Err(Refusal::FindingIncomplete { finding }) };
        assert_eq!(found, expected);
    }
}

/// rules 8.2: by turn and by name, under the three readings of turns. Under `KeepPlace` the
/// receiver goes to the end either way; the first member does not go back. Under `Cursor` only
/// giving by turn moves the cursor.
#[test]
fn under_each_reading_of_turns() {
    let (turn, named) = (Basis::Turn, Basis::Named);
    let readings = [
        // Who is named, who receives, how, and then the line and the cursor by index.
        (Turn::KeepPlace, None, 1, turn, Motion::ToEnd, [2, 0, 1], None),
        (Turn::KeepPlace, Some(2), 2, named, Motion::ToEnd, [1, 0, 2], None),
        (Turn::Cursor, None, 1, turn, Motion::CursorPast, [0, 1, 2], Some(2)),
        (Turn::Cursor, Some(2), 2, named, Motion::Stays, [0, 1, 2], Some(1)),
        (Turn::Cursor, Some(1), 1, named, Motion::Stays, [0, 1, 2], Some(1)),
        (Turn::TopRank, None, 1, turn, Motion::Stays, [0, 1, 2], None),
        (Turn::TopRank, Some(2), 2, named, Motion::Stays, [0, 1, 2], None),
    ];
    for (reading, to, receiver, basis, motion, line, cursor) in readings {
        let (mut city, tax, order, members) = city(under(reading));
        let (a, receiver) = (members[0], members[receiver]);
        let outcome = city.act(reassign(order, to.map(|index: usize| members[index])));
        assert_eq!(outcome.events, moved(order, a, receiver, basis, motion), "{reading:?}");
        assert_eq!(city.line(Finance), line.map(|index: usize| members[index]));
        let at = cursor.map(|index: usize| members[index]);
        assert_eq!(city.alliance.cursor(Finance), at, "{reading:?}");
        assert_eq!((city.tallied(a, tax), city.tallied(receiver, tax)), ((0, 1), (1, 1)));
        let lost = [Barred { member: a, by: Loss::Reassigned }];
        assert_eq!(city.alliance.order(order).unwrap().barred.as_slice(), lost);
        let given = city.state(order).open().unwrap();
        assert_eq!((given.member, given.basis, given.on), (receiver, basis, city.date));
    }
}

/// rules 8.2: naming is no designation: it moves the line and counts, whatever is said of those.
#[test]
fn naming_is_no_designation() {
    let mut policy = under(Turn::KeepPlace);
    policy.designation_uses_turn = DesignationUsesTurn::No;
    policy.count_designated = paidan::CountDesignated::No;
    let (mut city, tax, order, [a, b, c]) = city(policy);
    city.act(reassign(order, Some(c)));
    assert_eq!((city.line(Finance), city.tallied(c, tax)), (vec![b, a, c], (1, 1)));
}

/// rules 8.2 and 5.2: an order that was designated goes on by turn, too.
#[test]
fn a_designated_order_goes_on_by_turn() {
    let (mut city, tax, _, [_, b, c]) = city(under(Turn::KeepPlace));
    let (order, _) = city.accept(naming(tax, b));
    let events = city.act(reassign(order, None)).events;
    assert_eq!(events, moved(order, b, c, Basis::Turn, Motion::ToEnd));
}

/// rules 8.2: whoever lost it is barred for good, one after the other.
#[test]
fn it_never_comes_back() {
    let (mut city, tax, order, [a, b, c]) = city(under(Turn::KeepPlace));
    city.act(reassign(order, Some(b)));
    let barred = |member| Refusal::NamedNotEligible {
        order,
        member,
        standing: Standing::Barred { bar: Bar::Reassigned },
    };
    for named in [a, b] {
        assert_eq!(city.refused(reassign(order, Some(named))), barred(named));
    }
    city.act(reassign(order, None));
    assert_eq!(city.holder(order), Some(c));
    let lost = [a, b].map(|member| Barred { member, by: Loss::Reassigned });
    assert_eq!(city.alliance.order(order).unwrap().barred.as_slice(), lost);
    assert_eq!(city.refused(reassign(order, None)), Refusal::NobodyEligible { order });
    assert_eq!(city.holder(order), Some(c));
    let d = city.member(Finance, &[tax]);
    city.act(reassign(order, None));
    assert_eq!(city.holder(order), Some(d));
}

/// rules 8.2: the one named is eligible by 5.2 (a) to (d); each reason why not.
#[test]
fn the_one_named_must_be_eligible() {
    let mut city = City::new(under(Turn::KeepPlace));
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let lab = city.item(Research);
    let [holder, excluded, own, declined, from_all, from_one, withdrew, expelled] =
        city.members(Finance, &[tax]);
    let [other_item, other_line] =
        [(Finance, audit), (Research, lab)].map(|(category, item)| city.member(category, &[item]));
    let code = city.alliance.member(own).unwrap().code;
    city.act(Act::RegisterEnterprise { name: name("企业"), code });
    let terms = Order { enterprise: crate::common::enterprise(3), ..naming(tax, declined) };
    let (order, _) = city.accept(Order { excluded: set(&[excluded]), ..terms });
    city.act(with_cause(order));
    assert_eq!(city.holder(order), Some(holder));
    city.act(Act::Withdraw { member: withdrew });
    city.act(expel(expelled, undercutting(true)));
    let suspended = |member, item| paidan::Suspension { member, item, cap: None };
    city.edit(|snapshot| {
        snapshot.suspensions = vec![suspended(from_all, None), suspended(from_one, Some(tax))];
    });
    let month = month("2025-01");
    let left = |member| Standing::Left { how: city.alliance.member(member).unwrap().standing };
    let barred = |bar| Standing::Barred { bar };
    let expected = [
        (withdrew, left(withdrew)),
        (expelled, left(expelled)),
        (other_item, Standing::DoesNotOffer { item: tax }),
        (other_line, Standing::DoesNotOffer { item: tax }),
        (from_all, Standing::Suspended { month, item: None, cap: None }),
        (from_one, Standing::Suspended { month, item: Some(tax), cap: None }),
        (excluded, barred(Bar::ConflictOfInterest)),
        (own, barred(Bar::OwnOrder)),
        (declined, barred(Bar::Declined)),
        (holder, barred(Bar::Reassigned)),
    ];
    for (member, standing) in expected {
        let refused = Refusal::NamedNotEligible { order, member, standing };
        assert_eq!(city.refused(reassign(order, Some(member))), refused);
        let finding = LagFinding::COMPLETE;
        assert_eq!(preview(&city.alliance, order, &finding, Some(member)), Err(refused));
    }
    // Of the nine others nobody is eligible, and nothing has happened.
    assert_eq!(city.refused(reassign(order, None)), Refusal::NobodyEligible { order });
    let record = city.alliance.order(order).unwrap();
    assert_eq!((city.holder(order), record.barred.as_slice().len()), (Some(holder), 1));
    assert_eq!(city.alliance.member(holder).unwrap().run, 0);
}

/// Two members before the one that has the order, and the guard from one order on at one half.
fn guarded(item_share: u16) -> (City, ItemId, OrderId, [MemberId; 3]) {
    let mut policy = Policy::recommended();
    policy.caps.guard = Guard::On { min_orders: 1.try_into().unwrap() };
    policy.caps.item_share = Share::new(item_share).unwrap();
    policy.caps.amount_share = Share::new(10_000).unwrap();
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let [b, c, a] = city.members(Finance, &[tax]);
    let (order, _) = city.accept(naming(tax, a));
    city.accept(naming(tax, a));
    city.accept(naming(tax, b));
    assert_eq!(city.line(Finance), [b, c, a]);
    (city, tax, order, [a, b, c])
}

/// rules 6.5: the guard holds in a reassignment, on the figures after the order came off: b would
/// have two of three, not of four.
#[test]
fn the_guard_holds() {
    let (mut city, tax, order, [_, b, c]) = guarded(5000);
    let found = preview(&city.alliance, order, &LagFinding::COMPLETE, None).unwrap();
    assert_eq!((found.to, found.basis), (c, Basis::Turn));
    city.act(reassign(order, None));
    assert_eq!((city.holder(order), city.tallied(c, tax)), (Some(c), (1, 3)));
    // Two of three are 66.67 % at the most.
    for (share, to) in [(6666, c), (6667, b)] {
        let (mut city, _, order, _) = guarded(share);
        city.act(reassign(order, None));
        assert_eq!(city.holder(order), Some(to), "{share}");
    }
}

/// rules 6.5: nobody passes, so it is lifted, and the basis says so.
#[test]
fn the_guard_is_lifted() {
    let (mut city, _, order, [a, b, _]) = guarded(1);
    let basis = Basis::TurnGuardLifted;
    let events = city.act(reassign(order, None)).events;
    assert_eq!(events, moved(order, a, b, basis, Motion::ToEnd));
}

/// rules 8.2: the one named needs to pass (a) to (d) only: it is not guarded.
#[test]
fn the_one_named_is_not_guarded() {
    let (mut city, _, order, [a, b, _]) = guarded(1);
    let events = city.act(reassign(order, Some(b))).events;
    assert_eq!(events, moved(order, a, b, Basis::Named, Motion::ToEnd));
}

/// rules 6.2 and 6.5: across months the closed month stays, and the order counts in the new one;
/// the guard reckons with that: the order is one more of the month.
#[test]
fn across_months_it_counts_in_both() {
    let (mut city, tax, order, [a, b, c]) = guarded(5000);
    city.open("2025-02-01");
    for member in [a, a, b] {
        city.designate_to(tax, member, "70.00");
    }
    // With it b has two of four. Had it been in the tallies, it would be two of three.
    let finding = LagFinding::COMPLETE;
    assert_eq!(preview(&city.alliance, order, &finding, None).unwrap().to, b);
    let mut expected = moved(order, a, b, Basis::Turn, Motion::ToEnd);
    expected[1] = Event::CameOff { order, member: a, tally: TallyEffect::Stays };
    assert_eq!(city.act(reassign(order, None)).events, expected);
    let tallied = [a, b, c].map(|member| city.tallied(member, tax));
    assert_eq!(tallied, [(2, 4), (2, 4), (0, 4)]);
    assert_eq!(city.alliance.tallied_total(), (4, money("310.00")));
}

/// rules 6.5: where the holder alone had the order, the item starts at nothing.
#[test]
fn the_only_order_of_the_month_is_all_of_it() {
    let (mut city, tax, _, [a, b, c]) = guarded(5000);
    city.open("2025-02-01");
    let (order, _) = city.accept(naming(tax, a));
    let finding = LagFinding::COMPLETE;
    let found = preview(&city.alliance, order, &finding, None).unwrap();
    assert_eq!((found.to, found.basis), (b, Basis::TurnGuardLifted));
    city.act(reassign(order, None));
    assert_eq!((city.holder(order), city.line(Finance)), (Some(b), vec![c, a, b]));
}

/// rules 5.4 and 8: `reassign` changes nothing, and says what `step` then does.
#[test]
fn reassign_previews_what_step_does() {
    for turn in [Turn::KeepPlace, Turn::Cursor, Turn::TopRank] {
        let (mut city, tax, _, members) = city(under(turn));
        let finding = LagFinding::COMPLETE;
        let mut exits = 0;
        for to in [None, Some(members[2]), None, Some(members[1]), None, None] {
            let (order, holder) = city.accept(plain(tax));
            let before = city.alliance.snapshot();
            let asked = preview(&city.alliance, order, &finding, to);
            assert_eq!(city.alliance.snapshot(), before);
            match city.try_act(reassign(order, to)) {
                Err(refusal) => assert_eq!(asked, Err(refusal)),
                Ok(outcome) => {
                    let asked = asked.unwrap();
                    assert_eq!(Some(asked.from), holder);
                    let given = outcome.events.iter().any(|event| {
                        matches!(event, Event::Dispatched { order: of, member, basis, .. }
                            if (*of, *member, *basis) == (order, asked.to, asked.basis))
                    });
                    let (member, run) = (asked.from, asked.run);
                    let raised = outcome.events.contains(&Event::RunRaised { order, member, run });
                    let standing = city.alliance.member(member).unwrap();
                    assert!(given && raised && standing.is_current() != asked.exits);
                    exits += usize::from(asked.exits);
                }
            }
        }
        assert!(exits > 0, "{turn:?}");
    }
}

/// rules 8.1: what is not assigned is not reassigned: an order in mediation, held, or completed.
#[test]
fn only_an_assigned_order_is_reassigned() {
    let (mut city, _, order, _) = city(under(Turn::KeepPlace));
    city.act(crate::common::acts::without_cause(order));
    assert!(matches!(city.state(order), OrderState::Declined(of) if of.member == member(1)));
    let refused = Refusal::OrderNotAssigned { order };
    assert_eq!(city.refused(reassign(order, None)), refused);
    assert_eq!(preview(&city.alliance, order, &LagFinding::COMPLETE, None), Err(refused));
}
