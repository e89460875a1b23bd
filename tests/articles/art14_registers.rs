//! What is registered: names that change, stations that close, items off the menu (rules 1.10). The
//! menu is article 14.

use paidan::Category::Finance;
use paidan::{
    Act, Event, Feedback, ItemId, MemberId, Order, OrderState, Policy, Refusal, Registered,
};

use crate::common::acts::{call_off, complete, expel, reassign, undercutting, with_cause};
use crate::common::house::duty;
use crate::common::{
    City, enterprise, given, item, member, money, name, naming, order, plain, set, station, text,
};

/// A city with one item and three members.
fn city() -> (City, ItemId, [MemberId; 3]) {
    let mut city = City::new(Policy::recommended());
    let tax = city.item(Finance);
    let members = city.members(Finance, &[tax]);
    (city, tax, members)
}

fn rename(of: Registered, to: &str) -> Act {
    Act::Rename { of, name: name(to) }
}

fn close() -> Act {
    Act::CloseStation { station: station(1) }
}

fn delist(item: ItemId) -> Act {
    Act::DelistItem { item }
}

/// The names of what is first of each kind.
fn first_names(city: &City) -> [String; 4] {
    let alliance = &city.alliance;
    [
        alliance.stations()[0].name.to_string(),
        alliance.items()[0].name.to_string(),
        alliance.enterprises()[0].name.to_string(),
        alliance.members()[0].name.to_string(),
    ]
}

/// One of each kind, as a caller names it.
fn one_of_each() -> [Registered; 4] {
    [
        Registered::Station(station(1)),
        Registered::Item(item(1)),
        Registered::Enterprise(enterprise(1)),
        Registered::Member(member(1)),
    ]
}

/// rules 1.10: each of the four kinds may be given another name, and nothing else changes.
#[test]
fn each_of_the_four_kinds_may_be_renamed() {
    let (mut city, ..) = city();
    let mut expected = ["浒山", "事项", "企业", "会员"].map(String::from);
    assert_eq!(first_names(&city), expected);
    for (kind, of) in one_of_each().into_iter().enumerate() {
        let before = city.alliance.snapshot();
        assert_eq!(city.act(rename(of, "新名")).events, [Event::Renamed { of }]);
        expected[kind] = "新名".into();
        assert_eq!(first_names(&city), expected);
        let mut after = city.alliance.snapshot();
        after.position = before.position;
        after.stations[0].name = before.stations[0].name.clone();
        after.items[0].name = before.items[0].name.clone();
        after.enterprises[0].name = before.enterprises[0].name.clone();
        after.members[0].name = before.members[0].name.clone();
        assert_eq!(after, before, "{of:?}");
    }
}

/// rules 1.10 and 1.7: names may repeat, also the one that it has already; only the one named is
/// renamed.
#[test]
fn a_new_name_may_repeat() {
    let (mut city, ..) = city();
    for of in one_of_each() {
        city.act(rename(of, "同名"));
        city.act(rename(of, "同名"));
    }
    city.act(rename(Registered::Member(member(2)), "同名"));
    let names = city.alliance.members().iter().map(|of| of.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["同名", "同名", "会员"]);
    assert_eq!(city.alliance.enterprises()[1].name.as_str(), "企业");
}

/// rules 1.10: at any time: what is closed, off the menu, blacklisted, or has left, too.
#[test]
fn anything_may_be_renamed_at_any_time() {
    let (mut city, tax, [a, ..]) = city();
    city.accept(plain(tax));
    city.act(Act::Abandon { order: order(1) });
    city.act(expel(a, undercutting(true)));
    city.act(close());
    city.act(delist(tax));
    for of in one_of_each() {
        city.act(rename(of, "新名"));
    }
    assert_eq!(first_names(&city), ["新名"; 4]);
    let enterprise = city.alliance.enterprise(enterprise(1)).unwrap();
    let [station, item] = [city.alliance.stations()[0].closed, city.alliance.items()[0].delisted];
    assert_eq!([enterprise.blacklisted, station, item], [true; 3]);
}

/// rules 1.10: a closed station accepts no order, and publishes no duty plan; other stations do.
#[test]
fn a_closed_station_accepts_no_order_and_publishes_no_duty() {
    let (mut city, tax, [a, ..]) = city();
    city.act(Act::OpenStation { name: name("周巷") });
    assert_eq!(city.act(close()).events, [Event::StationClosed { station: station(1) }]);
    let closed = Refusal::StationClosed { station: station(1) };
    let plan = duty("2025-01-06", "2025-01-10", &["2025-01-06", "2025-01-07"]);
    for act in [Act::Accept(plain(tax)), Act::Accept(naming(tax, a)), plan.clone()] {
        assert_eq!(city.refused(act), closed);
    }
    let elsewhere = Order { station: station(2), ..plain(tax) };
    assert_eq!(city.accept(elsewhere).1, Some(a));
    let reopened = city.act(Act::ReopenStation { station: station(1) });
    assert_eq!(reopened.events, [Event::StationReopened { station: station(1) }]);
    city.act(plan);
    assert!(city.turn(tax).is_some());
}

/// rules 1.10: all else of a closed station goes on: what is recorded there, too.
#[test]
fn a_closed_station_records_as_before() {
    let (mut city, tax, _) = city();
    city.act(close());
    let (station, enterprise) = (station(1), enterprise(1));
    let records = [
        Act::RecordTraining { station, text: text("培训") },
        Act::RecordConsultation { station, enterprise, text: text("咨询") },
        Act::RecordTurnedAway { station, enterprise, item: tax, reason: text("本站已关闭") },
    ];
    for act in records {
        city.act(act);
    }
}

/// Closes the station and takes the item off the menu, with four orders with a, b, c, a and one
/// that is held.
fn all_shut() -> (City, ItemId, [MemberId; 3]) {
    let (mut city, tax, members) = city();
    for number in 1..=4 {
        assert_eq!(city.turn(tax), Some(members[(number - 1) % 3]));
    }
    let (held, _) = city.accept(Order { excluded: set(&members), ..plain(tax) });
    assert_eq!((held, city.state(held)), (order(5), OrderState::Held));
    city.act(close());
    city.act(delist(tax));
    (city, tax, members)
}

/// rules 1.10: orders accepted before are declined, reassigned, completed, settled, called off and
/// spoken of as before, with the station closed and the item off the menu.
#[test]
fn orders_accepted_before_go_on() {
    let (mut city, _, [_, b, c]) = all_shut();
    city.act(with_cause(order(1)));
    assert_eq!(city.holder(order(1)), Some(b));
    city.act(reassign(order(2), Some(c)));
    assert_eq!(city.holder(order(2)), Some(c));
    city.act(complete(order(3), "2025-01-02"));
    city.act(Act::Settle { order: order(3) });
    city.act(call_off(order(4)));
    let (order, text) = (order(3), text(""));
    city.act(Act::RecordFeedback { order, feedback: Feedback::Satisfied, text });
    assert_eq!(city.holder(crate::common::order(1)), Some(b));
}

/// rules 1.10: a held order is given to whoever comes, and can be designated or cancelled.
#[test]
fn held_orders_are_given_as_before() {
    let (mut city, tax, _) = all_shut();
    let mut cancelled = city.clone();
    cancelled.act(Act::Cancel { order: order(5) });
    let mut opened = city.clone();
    let firm = city.application(Finance, &[tax]);
    let outcome = city.act(Act::Admit(firm));
    assert_eq!(given(&outcome), [(order(5), member(4))]);
    // Nobody else may have it, and the month tries it too.
    assert_eq!(given(&opened.open("2025-02-01")), []);
}

/// rules 1.10: an item off the menu gets no new order, by turn or by designation; another one does.
#[test]
fn an_item_off_the_menu_gets_no_new_order() {
    let (mut city, tax, [a, ..]) = city();
    let audit = city.item(Finance);
    city.offer(a, &[tax, audit]);
    assert_eq!(city.act(delist(tax)).events, [Event::ItemDelisted { item: tax }]);
    let off = Refusal::ItemOffMenu { item: tax };
    for order in [plain(tax), naming(tax, a)] {
        assert_eq!(city.refused(Act::Accept(order)), off);
    }
    assert_eq!(city.turn(audit), Some(a));
    let relisted = city.act(Act::RelistItem { item: tax });
    assert_eq!(relisted.events, [Event::ItemRelisted { item: tax }]);
    assert!(city.turn(tax).is_some());
}

/// rules 1.10: offers, lines and the menu price of an item off the menu go on.
#[test]
fn offers_lines_and_prices_of_an_item_off_the_menu_go_on() {
    let (mut city, tax, [a, b, c]) = city();
    city.act(delist(tax));
    assert_eq!(city.line(Finance), [a, b, c]);
    let d = city.member(Finance, &[tax]);
    let audit = city.item(Finance);
    city.offer(a, &[audit]);
    city.offer(a, &[tax]);
    city.publish(&[(d, 9)]);
    assert_eq!(city.line(Finance), [d, a, b, c]);
    let menu_price = Some("80.00".parse().unwrap());
    city.act(Act::SetMenuPrice { item: tax, menu_price });
    city.act(Act::RelistItem { item: tax });
    let refused = city.refused(Act::Accept(plain(tax)));
    assert!(
        matches!(refused, Refusal::PriceAboveMenu { menu, .. } if menu.amount() == money("80.00"))
    );
}

/// rules 1.10: a station may close and open again, and an item go and come back, any number of times.
#[test]
fn closing_is_no_end() {
    let (mut city, tax, [a, ..]) = city();
    for _ in 0..2 {
        city.act(close());
        city.act(Act::ReopenStation { station: station(1) });
        city.act(delist(tax));
        city.act(Act::RelistItem { item: tax });
    }
    assert_eq!(city.turn(tax), Some(a));
}
