//! Article 16: who can be given an order, and by designation (rules 5.1, 5.2, 5.5).

use paidan::Category::{Finance, Research};
use paidan::{
    Act, Application, Bar, Basis, Counted, EnterpriseId, Event, ItemId, MemberId, Motion, Order,
    OrderState, Refusal, Suspension,
};

use crate::common::{City, by_turn, date, enterprise, name, naming, order, plain, set};

/// A city with an item and two members that offer it.
fn city_of_two() -> (City, ItemId, [MemberId; 2]) {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let members = city.members(Finance, &[tax]);
    (city, tax, members)
}

/// Registers a member as an enterprise too.
fn as_enterprise(city: &mut City, member: MemberId) -> EnterpriseId {
    let code = city.alliance.member(member).unwrap().code;
    city.act(Act::RegisterEnterprise { name: name("企业"), code });
    EnterpriseId::at(city.alliance.enterprises().len() - 1).unwrap()
}

/// rules 5.2: an accepted order is given by turn, and the conclusions say to whom and how.
#[test]
fn an_order_is_accepted_and_given() {
    let (mut city, tax, [a, _]) = city_of_two();
    let events = city.act(Act::Accept(plain(tax))).events;
    let accepted = Event::Accepted { order: order(1), deposit: paidan::Money::ZERO };
    assert_eq!(events, [accepted, by_turn(order(1), a)]);
}

/// rules 5.1: a designated order says so, and goes to the designated member.
#[test]
fn a_designated_order_goes_to_the_designated() {
    let (mut city, tax, [_, b]) = city_of_two();
    let events = city.act(Act::Accept(naming(tax, b))).events;
    let given = Event::Dispatched {
        order: order(1),
        member: b,
        basis: Basis::Designation,
        motion: Motion::Stays,
        counted: Counted::Yes,
    };
    assert_eq!(events.last(), Some(&given));
}

/// rules 5.1: suspended or not.
#[test]
fn a_suspended_member_may_be_designated() {
    let (mut city, tax, [a, b]) = city_of_two();
    let from_all = Suspension { member: a, item: None, cap: None };
    city.edit(|snapshot| snapshot.suspensions = vec![from_all]);
    let taken = [naming(tax, a), plain(tax), plain(tax)].map(|order| city.accept(order).1);
    assert_eq!(taken, [a, b, b].map(Some));
}

/// rules 5.2 a: one that left is given nothing.
#[test]
fn one_that_left_is_given_nothing() {
    let (mut city, tax, [a, b]) = city_of_two();
    city.act(Act::Withdraw { member: a });
    assert_eq!([city.turn(tax), city.turn(tax)], [Some(b), Some(b)]);
    let refused = city.refused(Act::Accept(naming(tax, a)));
    assert_eq!(refused, Refusal::DesignatedHasLeft { member: a });
}

/// rules 5.2 b: a member of the line that does not offer the item is passed over.
#[test]
fn one_that_does_not_offer_the_item_is_passed_over() {
    let (mut city, tax, [a, b]) = city_of_two();
    let audit = city.item(Finance);
    city.offer(b, &[audit]);
    assert_eq!([city.turn(audit), city.turn(tax)], [Some(b), Some(a)]);
    let refused = city.refused(Act::Accept(naming(audit, a)));
    assert_eq!(refused, Refusal::DesignatedDoesNotOffer { member: a, item: audit });
}

/// rules 5.2: only the line of the item's category is searched.
#[test]
fn another_line_is_not_searched() {
    let (mut city, tax, [a, _]) = city_of_two();
    let lab = city.item(Research);
    assert_eq!(city.turn(lab), None);
    let other = city.member(Research, &[lab]);
    assert_eq!([city.turn(lab), city.turn(tax)], [other, a].map(Some));
}

/// rules 5.2 c: one suspended from all is passed over for every item, one suspended from an item
/// for that one.
#[test]
fn one_suspended_is_passed_over() {
    let mut city = City::literal();
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let [a, b, c] = city.members(Finance, &[tax, audit]);
    city.edit(|snapshot| {
        let from_all = Suspension { member: a, item: None, cap: None };
        snapshot.suspensions = vec![from_all, Suspension { item: Some(tax), member: b, cap: None }];
    });
    assert_eq!([city.turn(tax), city.turn(audit), city.turn(audit)], [c, b, c].map(Some));
}

/// rules 5.2 d: a conflict of interest excludes, by turn and by designation.
#[test]
fn a_conflict_of_interest_excludes() {
    let (mut city, tax, [a, b]) = city_of_two();
    let excluded = Order { excluded: set(&[a]), ..plain(tax) };
    assert_eq!(city.accept(excluded).1, Some(b));
    let named = Order { excluded: set(&[a, b]), ..naming(tax, a) };
    let barred = Refusal::DesignatedBarred { member: a, bar: Bar::ConflictOfInterest };
    assert_eq!(city.refused(Act::Accept(named)), barred);
    let nobody = Order { excluded: set(&[a, b]), ..plain(tax) };
    assert_eq!(city.accept(nobody).1, None);
}

/// rules 5.2 d: a member is not given its own order, by turn or by designation.
#[test]
fn an_enterprise_is_not_given_its_own_order() {
    let (mut city, tax, [a, b]) = city_of_two();
    let own = as_enterprise(&mut city, a);
    assert_eq!(city.accept(Order { enterprise: own, ..plain(tax) }).1, Some(b));
    assert_eq!(city.line(Finance), [a, b]);
    let named = Order { enterprise: own, ..naming(tax, a) };
    let barred = Refusal::DesignatedBarred { member: a, bar: Bar::OwnOrder };
    assert_eq!(city.refused(Act::Accept(named)), barred);
}

/// rules 5.2 d: the same where the enterprise was registered before it became a member.
#[test]
fn an_enterprise_that_joins_is_not_given_its_own_order() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let code = city.alliance.enterprise(enterprise(1)).unwrap().code;
    let (held, _) = city.accept(plain(tax));
    let firm = Application { code, ..city.application(Finance, &[tax]) };
    city.act(Act::Admit(firm));
    assert_eq!(city.alliance.order(held).unwrap().state, OrderState::Held);
    assert_eq!(city.turn(tax), None);
    let other = Order { enterprise: enterprise(2), ..plain(tax) };
    assert!(city.accept(other).1.is_some());
}

/// rules 5.2 d: and where it left and was admitted again, under a new id.
#[test]
fn an_enterprise_admitted_again_is_not_given_its_own_order() {
    let (mut city, tax, [a, _]) = city_of_two();
    let own = as_enterprise(&mut city, a);
    let code = city.alliance.member(a).unwrap().code;
    city.act(Act::Withdraw { member: a });
    city.open("2025-03-01");
    let firm = Application { code, ..city.application(Finance, &[tax]) };
    city.act(Act::Admit(firm));
    let again = MemberId::at(2).unwrap();
    let named = Order { enterprise: own, ..naming(tax, again) };
    let barred = Refusal::DesignatedBarred { member: again, bar: Bar::OwnOrder };
    assert_eq!(city.refused(Act::Accept(named)), barred);
}

/// rules 5.5: the date on which an order is given is its date in the tallies.
#[test]
fn an_order_counts_in_the_month_in_which_it_is_given() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let (held, _) = city.accept(plain(tax));
    city.open("2025-02-03");
    assert_eq!(city.alliance.tallied_total().0, 0);
    let a = city.member(Finance, &[tax]);
    let giving = match city.alliance.order(held).unwrap().state {
        OrderState::Assigned(giving) => giving,
        other => panic!("assigned, not {other:?}"),
    };
    assert_eq!((giving.on, giving.member), (date("2025-02-03"), a));
    assert_eq!(city.alliance.tallied_orders(a, tax), 1);
}
