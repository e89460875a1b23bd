//! Leave: the council lets a member be passed over by turn for a while (rules 2.5). Article 7 has the
//! members take the orders that they are given.

use paidan::Category::{Comprehensive, Finance};
use paidan::{
    Act, Alliance, Broken, ComprehensiveReach, DesignationUsesTurn, Event, ItemId, LagFinding,
    Language, MemberFault, MemberId, Order, OrderState, Policy, Refusal, Standing, Turn,
    explain_member, reassign as preview,
};

use crate::common::acts::{complete, expel, reassign, undercutting, with_cause, without_cause};
use crate::common::house::take_seat;
use crate::common::{City, by_turn, given, naming, order, plain, set};

fn grant(member: MemberId) -> Act {
    Act::GrantLeave { member }
}

fn end(member: MemberId) -> Act {
    Act::EndLeave { member }
}

/// Members a, b and c offer tax; a is on leave.
fn a_on_leave(policy: Policy) -> (City, ItemId, [MemberId; 3]) {
    let mut city = City::new(policy);
    let tax = city.item(Finance);
    let members = city.members(Finance, &[tax]);
    let outcome = city.act(grant(members[0]));
    assert_eq!(outcome.events, [Event::LeaveGranted { member: members[0] }]);
    (city, tax, members)
}

fn recommended() -> (City, ItemId, [MemberId; 3]) {
    a_on_leave(Policy::recommended())
}

fn is_on_leave(city: &City, member: MemberId) -> bool {
    city.alliance.member(member).unwrap().on_leave
}

/// rules 2.5: it is passed over by turn, keeps its place, and is the next when its leave has ended.
#[test]
fn one_on_leave_is_passed_over_and_keeps_its_place() {
    let (mut city, tax, [a, b, c]) = recommended();
    assert_eq!([(); 3].map(|()| city.turn(tax)), [b, c, b].map(Some));
    assert_eq!((city.line(Finance), city.numbers(Finance)[0]), (vec![a, c, b], 1));
    assert_eq!(city.act(end(a)).events, [Event::LeaveEnded { member: a }]);
    assert_eq!([(); 2].map(|()| city.turn(tax)), [a, c].map(Some));
}

/// rules 2.5: for all items, in every line.
#[test]
fn leave_is_for_all_items() {
    let comprehensive_reach = ComprehensiveReach::EveryCategory;
    let mut city = City::new(Policy { comprehensive_reach, ..Policy::recommended() });
    let [tax, audit, plan] = [Finance, Finance, Comprehensive].map(|of| city.item(of));
    let [a, b] = city.members(Comprehensive, &[tax, audit, plan]);
    city.act(grant(a));
    assert_eq!([tax, audit, plan].map(|item| city.turn(item)), [Some(b); 3]);
    city.act(end(a));
    assert_eq!([tax, plan].map(|item| city.turn(item)), [Some(a); 2]);
}

/// rules 2.5: until it is ended, over months and years; a ranking sorts it as the others.
#[test]
fn leave_lasts_until_it_is_ended() {
    let (mut city, tax, [a, b, c]) = recommended();
    city.open("2026-02-01");
    city.publish(&[(c, 9), (a, 8)]);
    assert_eq!((city.line(Finance), is_on_leave(&city, a)), (vec![c, a, b], true));
    assert_eq!([(); 2].map(|()| city.turn(tax)), [c, b].map(Some));
    city.publish(&[(a, 9)]);
    city.act(end(a));
    assert_eq!(city.turn(tax), Some(a));
}

/// rules 2.5 and 3.4: under `Cursor` it has lost the turns in which it was passed over; the cursor
/// may stand on it.
#[test]
fn under_the_cursor_its_turns_are_lost() {
    let (mut city, tax, [a, b, c]) =
        a_on_leave(Policy { turn: Turn::Cursor, ..Policy::recommended() });
    assert_eq!(city.alliance.cursor(Finance), Some(a));
    assert_eq!(city.turn(tax), Some(b));
    city.act(end(a));
    assert_eq!([(); 2].map(|()| city.turn(tax)), [c, a].map(Some));
}

/// rules 2.5 and 5.1: it may be designated, at once or while the order is held; where designation
/// uses a turn it goes to the end for it, else it keeps its place.
#[test]
fn one_on_leave_may_be_designated() {
    for (designation_uses_turn, moves) in
        [(DesignationUsesTurn::No, false), (DesignationUsesTurn::Yes, true)]
    {
        let (mut city, tax, [a, b, c]) =
            a_on_leave(Policy { designation_uses_turn, ..Policy::recommended() });
        let expected = if moves { [b, c, a] } else { [a, b, c] };
        assert_eq!(city.accept(naming(tax, a)).1, Some(a));
        assert_eq!(city.line(Finance), expected);
        let (held, nobody) = city.accept(Order { excluded: set(&[b, c]), ..plain(tax) });
        assert_eq!(nobody, None);
        assert_eq!(given(&city.act(Act::Designate { order: held, member: a })), [(held, a)]);
        assert_eq!((city.line(Finance), is_on_leave(&city, a)), (expected.to_vec(), true));
    }
}

/// rules 2.5 and 8.2: it cannot be named in a reassignment, nor get the order by turn.
#[test]
fn one_on_leave_cannot_be_named_in_a_reassignment() {
    let (mut city, tax, [a, b, c]) = recommended();
    let (order, holder) = city.accept(plain(tax));
    assert_eq!(holder, Some(b));
    let (member, standing) = (a, Standing::OnLeave);
    let refused = Refusal::NamedNotEligible { order, member, standing };
    assert_eq!(
        preview(&city.alliance, order, &LagFinding::COMPLETE, Some(a)),
        Err(refused.clone())
    );
    assert_eq!(city.refused(reassign(order, Some(a))), refused);
    let mut alone = city.clone();
    alone.act(grant(c));
    assert_eq!(alone.refused(reassign(order, None)), Refusal::NobodyEligible { order });
    city.act(reassign(order, None));
    assert_eq!(city.holder(order), Some(c));
}

/// How a member stands to an order.
fn standing(city: &City, order: &Order, member: MemberId) -> Standing {
    explain_member(&city.alliance, order, member).unwrap()
}

/// rules 5.2 and 5.4: of the grounds it comes after the offer, and before a suspension and the bars.
#[test]
fn leave_comes_before_suspension() {
    let (mut city, tax, [a, ..]) = recommended();
    let audit = city.item(Finance);
    city.suspend(&[a]);
    let excluded = Order { excluded: set(&[a]), ..plain(tax) };
    assert_eq!(standing(&city, &plain(audit), a), Standing::DoesNotOffer { item: audit });
    for order in [plain(tax), excluded.clone()] {
        assert_eq!(standing(&city, &order, a), Standing::OnLeave);
    }
    city.act(end(a));
    for order in [plain(tax), excluded] {
        assert!(matches!(standing(&city, &order, a), Standing::Suspended { .. }));
    }
}

/// rules 5.4: its standing in words.
#[test]
fn the_standing_in_words() {
    let on_leave = Standing::OnLeave;
    assert_eq!(on_leave.to_string(), "is on leave (article 16)");
    assert_eq!(on_leave.in_language(Language::Chinese), "经同意暂不派单（《办法》第十六条）");
}

/// rules 2.5: orders that it has go on: it completes, declines, and loses them as before.
#[test]
fn its_open_orders_go_on() {
    let (mut city, tax, [a, b, _]) = recommended();
    let [done, declined, mediated, lagging] = [(); 4].map(|()| city.accept(naming(tax, a)).0);
    assert_eq!((city.alliance.open_orders_of(a), city.tallied(a, tax)), (4, (4, 4)));
    city.act(complete(done, "2025-01-02"));
    city.act(with_cause(declined));
    city.act(without_cause(mediated));
    city.act(reassign(lagging, None));
    assert_eq!(city.holder(declined), Some(b));
    assert!(matches!(city.state(mediated), OrderState::Declined(of) if of.member == a));
    assert_eq!((city.alliance.member(a).unwrap().run, city.tallied(a, tax)), (1, (2, 4)));
}

/// rules 2.5 and 6.4: caps judge it as any other; its suspension ends with its month, leave or not.
#[test]
fn caps_judge_one_on_leave() {
    let (mut city, tax, [a, b, _]) = a_on_leave(Policy::cixi_2021());
    city.designate_to(tax, a, "100.00");
    city.open("2025-02-01");
    assert_eq!(city.alliance.suspensions().iter().map(|of| of.member).collect::<Vec<_>>(), [a]);
    city.act(end(a));
    assert!(matches!(standing(&city, &plain(tax), a), Standing::Suspended { .. }));
    assert_eq!(city.turn(tax), Some(b));
}

/// rules 2.5 and 11: its seat goes on, and one on leave may take one.
#[test]
fn its_seat_goes_on() {
    let (mut city, _, [a, b, _]) = recommended();
    city.act(take_seat(Finance, a));
    city.act(end(a));
    city.act(grant(a));
    assert_eq!(city.seats(Finance), [a.get()]);
    city.open("2025-03-01");
    assert_eq!(city.refused(take_seat(Finance, b)), Refusal::NoVacantSeat { category: Finance });
}

/// rules 2.5 and 5.3: with everybody on leave orders are held; ending a leave tries them, in order of
/// submission, and says so after the end of the leave.
#[test]
fn the_end_of_a_leave_tries_held_orders() {
    let (mut city, tax, [a, b, c]) = recommended();
    let audit = city.item(Finance);
    for member in [b, c] {
        assert_eq!(city.act(grant(member)).events, [Event::LeaveGranted { member }]);
    }
    let held = [tax, audit, tax].map(|item| city.accept(plain(item)));
    assert_eq!(held, [1, 2, 3].map(|number| (order(number), None)));
    let expected = [Event::LeaveEnded { member: b }, by_turn(order(1), b), by_turn(order(3), b)];
    assert_eq!(city.act(end(b)).events, expected);
    assert_eq!(city.act(end(a)).events, [Event::LeaveEnded { member: a }]);
    assert_eq!(city.state(order(2)), OrderState::Held, "nobody offers it");
}

/// rules 2.5: what it offers may change; ending its leave it is given what it offers now.
#[test]
fn offers_may_change_on_leave() {
    let (mut city, tax, [a, b, c]) = recommended();
    let audit = city.item(Finance);
    let (held, _) = city.accept(plain(audit));
    assert_eq!(city.offer(a, &[tax, audit]).events, [Event::OffersChanged { member: a }]);
    assert_eq!(city.state(held), OrderState::Held);
    assert_eq!(given(&city.act(end(a))), [(held, a)]);
    assert_eq!(city.line(Finance), [b, c, a]);
}

/// rules 2.5: leaving the alliance ends it, with no conclusion of its own; a new id has none.
#[test]
fn leaving_the_alliance_ends_the_leave() {
    for act in [|member| Act::Withdraw { member }, |member| expel(member, undercutting(true))] {
        let (mut city, tax, [a, ..]) = recommended();
        let events = city.act(act(a)).events;
        assert_eq!(events[1..], [Event::LeftLine { member: a, category: Finance }]);
        assert!(!is_on_leave(&city, a));
        for refused in [grant(a), end(a)] {
            assert_eq!(city.refused(refused), Refusal::MemberNotCurrent { member: a });
        }
        city.open("2025-03-01");
        if city.alliance.member(a).unwrap().withdrew() {
            let again = city.come_back(a);
            assert!(!is_on_leave(&city, again));
            let not_on_leave = Refusal::MemberNotOnLeave { member: again };
            assert_eq!(city.refused(end(again)), not_on_leave);
            assert_eq!(city.turn(tax), Some(crate::common::member(2)));
        }
    }
}

/// rules 2.5: leave may be granted again after it ended, on the same day too.
#[test]
fn leave_may_be_granted_again() {
    let (mut city, tax, [a, b, _]) = recommended();
    assert_eq!(city.refused(grant(a)), Refusal::MemberOnLeave { member: a });
    city.act(end(a));
    assert_eq!(city.refused(end(a)), Refusal::MemberNotOnLeave { member: a });
    city.act(grant(a));
    assert_eq!((city.turn(tax), is_on_leave(&city, b)), (Some(b), false));
}

/// rules 2.5: leave is in the snapshot; a member that left is on none.
#[test]
fn leave_is_in_the_snapshot() {
    let (mut city, tax, [a, b, _]) = recommended();
    city.edit(|_| ());
    assert_eq!((is_on_leave(&city, a), city.turn(tax)), (true, Some(b)));
    city.act(Act::Withdraw { member: a });
    let mut snapshot = city.alliance.snapshot();
    snapshot.members[a.index()].on_leave = true;
    assert_eq!(
        Alliance::try_from(snapshot).map(drop),
        Err(Broken::Member(a, MemberFault::OnLeave))
    );
}
