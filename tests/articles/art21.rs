//! Article 21: the blacklist stops new orders (rules 7.5).

use paidan::Category::Finance;
use paidan::{Act, OrderState, Refusal, dispatch};

use crate::common::{City, enterprise, order, plain};

fn blacklist(city: &mut City) {
    city.edit(|snapshot| snapshot.enterprises[0].blacklisted = true);
}

/// rules 7.5: an enterprise on the blacklist gives no new order, another one does.
#[test]
fn a_blacklisted_enterprise_gives_no_new_order() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let a = city.member(Finance, &[tax]);
    blacklist(&mut city);
    let listed = Refusal::EnterpriseBlacklisted { enterprise: enterprise(1) };
    assert_eq!(dispatch(&city.alliance, &plain(tax)), Err(listed.clone()));
    assert_eq!(city.refused(Act::Accept(plain(tax))), listed);
    let other = paidan::Order { enterprise: enterprise(2), ..plain(tax) };
    assert_eq!(city.accept(other).1, Some(a));
}

/// rules 7.5: orders already accepted go on, held ones included.
#[test]
fn orders_already_accepted_go_on() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let held = city.accept(plain(tax)).0;
    blacklist(&mut city);
    let a = city.member(Finance, &[tax]);
    assert!(matches!(
        city.alliance.order(held).unwrap().state,
        OrderState::Assigned(giving) if giving.member == a
    ));
}

/// rules 7.5: a blacklisted enterprise may still name a member for what is held, or cancel it.
#[test]
fn a_held_order_may_still_be_designated_or_cancelled() {
    let mut city = City::literal();
    let [tax, audit] = [Finance; 2].map(|category| city.item(category));
    city.accept(plain(tax));
    city.accept(plain(tax));
    let a = city.member(Finance, &[audit]);
    city.edit(|snapshot| {
        snapshot.suspensions = vec![paidan::Suspension { member: a, item: None, cap: None }];
    });
    blacklist(&mut city);
    city.offer(a, &[tax]);
    let outcome = city.act(Act::Designate { order: order(1), member: a });
    assert_eq!(outcome.holder_of(order(1)), Some(a));
    city.act(Act::Cancel { order: order(2) });
}
