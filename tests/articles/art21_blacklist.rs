//! Article 21: how an enterprise comes on the blacklist, and off it (rules 7.4, 7.5).

use paidan::Category::Finance;
use paidan::{Act, End, Event, ItemId, OrderId, OrderState, Policy, Refusal};

use crate::common::acts::{complete, with_cause, without_cause};
use crate::common::{City, enterprise, member, order, plain};

/// Members 1 and 2; the orders 1 to 3 of enterprise 1 are with 1, 2 and 1.
fn city() -> (City, ItemId, [OrderId; 3]) {
    let mut city = City::new(Policy::recommended());
    let tax = city.item(Finance);
    city.members::<2>(Finance, &[tax]);
    let orders = [(); 3].map(|()| city.accept(plain(tax)).0);
    (city, tax, orders)
}

fn is_blacklisted(city: &City) -> bool {
    city.alliance.enterprise(enterprise(1)).unwrap().blacklisted
}

const LISTED: fn() -> Event = || Event::Blacklisted { enterprise: enterprise(1) };

fn lift() -> Act {
    Act::LiftBlacklisting { enterprise: enterprise(1) }
}

/// rules 7.4: who abandons an assigned order is blacklisted at once, and gives no new order.
#[test]
fn who_abandons_an_assigned_order_is_blacklisted() {
    let (mut city, tax, [order, ..]) = city();
    let events = city.act(Act::Abandon { order }).events;
    assert_eq!(events, [Event::Abandoned { order }, LISTED()]);
    assert_eq!(city.alliance.end_of(order), Some(End::Abandoned));
    let refused = Refusal::EnterpriseBlacklisted { enterprise: enterprise(1) };
    assert_eq!(city.refused(Act::Accept(plain(tax))), refused);
    assert!(!city.alliance.enterprise(enterprise(2)).unwrap().blacklisted);
}

/// rules 7.4: who abandons a declined one is not; tallies, lines and the member's standing stay.
#[test]
fn who_abandons_a_declined_order_is_not_blacklisted() {
    let (mut city, tax, [order, ..]) = city();
    city.act(without_cause(order));
    let before = (city.tallied(member(1), tax), city.line(Finance));
    assert_eq!(city.act(Act::Abandon { order }).events, [Event::Abandoned { order }]);
    assert_eq!((city.tallied(member(1), tax), city.line(Finance)), before);
    assert!(!is_blacklisted(&city) && city.alliance.member(member(1)).unwrap().is_current());
    assert_eq!(city.alliance.end_of(order), Some(End::Abandoned));
    city.turn(tax);
}

/// rules 7.4: on the list already, an enterprise stays on it once.
#[test]
fn an_enterprise_is_on_the_list_once() {
    let (mut city, _, [first, second, third]) = city();
    for order in [second, third] {
        city.act(complete(order, "2025-01-02"));
    }
    city.act(Act::Abandon { order: first });
    city.go("2025-01-10");
    for order in [second, third] {
        assert_eq!(city.act(Act::RecordDefault { order }).events, [Event::Defaulted { order }]);
    }
    assert_eq!(city.act(lift()).events, [Event::BlacklistingLifted { enterprise: enterprise(1) }]);
    assert!(!is_blacklisted(&city));
    let refused = Refusal::EnterpriseNotBlacklisted { enterprise: enterprise(1) };
    assert_eq!(city.refused(lift()), refused);
}

/// rules 7.5: lifted, the enterprise gives orders again; another breach lists it again.
#[test]
fn a_lifted_blacklisting_may_come_again() {
    let (mut city, tax, [first, second, _]) = city();
    city.act(complete(second, "2025-01-02"));
    city.act(Act::Abandon { order: first });
    city.act(lift());
    assert!(city.turn(tax).is_some());
    city.go("2025-01-10");
    let expected = [Event::Defaulted { order: second }, LISTED()];
    assert_eq!(city.act(Act::RecordDefault { order: second }).events, expected);
    assert!(is_blacklisted(&city));
}

/// rules 7.5: orders already accepted go their way: declined, completed, settled.
#[test]
fn what_members_have_goes_on() {
    let (mut city, _, [first, second, third]) = city();
    city.act(Act::Abandon { order: first });
    city.act(with_cause(third));
    assert_eq!(city.holder(third), Some(member(2)));
    city.act(complete(second, "2025-01-02"));
    city.act(Act::Settle { order: second });
    assert_eq!(city.alliance.end_of(second), Some(End::Settled));
}

/// rules 7.5: held ones too: by turn, by designation, or until they are cancelled.
#[test]
fn what_is_held_goes_on() {
    let mut city = City::new(Policy::recommended());
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    let a = city.member(Finance, &[tax]);
    let abandoned = city.accept(plain(tax)).0;
    let [by_turn, cancelled] = [audit; 2].map(|item| city.accept(plain(item)).0);
    city.suspend(&[a]);
    let named = city.accept(plain(tax)).0;
    city.act(Act::Abandon { order: abandoned });
    assert!(is_blacklisted(&city));
    city.act(Act::Designate { order: named, member: a });
    city.act(Act::Cancel { order: cancelled });
    let b = city.member(Finance, &[audit]);
    assert_eq!([named, by_turn].map(|order| city.holder(order)), [Some(a), Some(b)]);
    assert_eq!(city.alliance.end_of(cancelled), Some(End::Cancelled));
    // One that comes to wait later waits as any other.
    city.act(with_cause(by_turn));
    assert_eq!(city.state(order(2)), OrderState::Held);
}
