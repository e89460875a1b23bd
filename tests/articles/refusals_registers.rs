//! Section 14 for what is registered, and for leave: the refusals of each act in their order. Each
//! test asks for something that is wrong in every way there is, and mends it one by one.

use paidan::Category::Finance;
use paidan::{Act, ItemId, MemberId, Refusal, Registered, StationId};

use crate::common::{City, enterprise, item, member, name, station};

/// A city with one station, one item, and two members, of which the first left.
fn city() -> City {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [left, _] = city.members::<2>(Finance, &[tax]);
    city.act(Act::Withdraw { member: left });
    city
}

/// rules 14: `CloseStation`: unknown; closed.
#[test]
fn close_station_in_its_order() {
    let mut city = city();
    let close = |station: StationId| Act::CloseStation { station };
    let unknown = Refusal::UnknownStation { station: station(2) };
    assert_eq!(city.refused(close(station(2))), unknown);
    city.act(close(station(1)));
    assert_eq!(city.refused(close(station(2))), unknown);
    let closed = Refusal::StationClosed { station: station(1) };
    assert_eq!(city.refused(close(station(1))), closed);
}

/// rules 14: `ReopenStation`: unknown; not closed.
#[test]
fn reopen_station_in_its_order() {
    let mut city = city();
    let reopen = |station: StationId| Act::ReopenStation { station };
    let not_closed = Refusal::StationNotClosed { station: station(1) };
    assert_eq!(city.refused(reopen(station(1))), not_closed);
    city.act(Act::CloseStation { station: station(1) });
    let unknown = Refusal::UnknownStation { station: station(2) };
    assert_eq!(city.refused(reopen(station(2))), unknown);
    city.act(reopen(station(1)));
    assert_eq!(city.refused(reopen(station(1))), not_closed);
}

/// rules 14: `DelistItem`: unknown; off the menu.
#[test]
fn delist_item_in_its_order() {
    let mut city = city();
    let delist = |item: ItemId| Act::DelistItem { item };
    let unknown = Refusal::UnknownItem { item: item(2) };
    assert_eq!(city.refused(delist(item(2))), unknown);
    city.act(delist(item(1)));
    assert_eq!(city.refused(delist(item(2))), unknown);
    assert_eq!(city.refused(delist(item(1))), Refusal::ItemOffMenu { item: item(1) });
}

/// rules 14: `RelistItem`: unknown; on the menu.
#[test]
fn relist_item_in_its_order() {
    let mut city = city();
    let relist = |item: ItemId| Act::RelistItem { item };
    let on_menu = Refusal::ItemOnMenu { item: item(1) };
    assert_eq!(city.refused(relist(item(1))), on_menu);
    city.act(Act::DelistItem { item: item(1) });
    assert_eq!(city.refused(relist(item(2))), Refusal::UnknownItem { item: item(2) });
    city.act(relist(item(1)));
    assert_eq!(city.refused(relist(item(1))), on_menu);
}

/// rules 14: `Rename`: unknown, of each kind for itself; nothing else stops it.
#[test]
fn rename_in_its_order() {
    let mut city = city();
    let rename = |of| Act::Rename { of, name: name("新名") };
    let unknown = [
        (Registered::Station(station(2)), Refusal::UnknownStation { station: station(2) }),
        (Registered::Item(item(2)), Refusal::UnknownItem { item: item(2) }),
        (
            Registered::Enterprise(enterprise(3)),
            Refusal::UnknownEnterprise { enterprise: enterprise(3) },
        ),
        (Registered::Member(member(3)), Refusal::UnknownMember { member: member(3) }),
    ];
    for (of, refusal) in unknown {
        assert_eq!(city.refused(rename(of)), refusal);
    }
    for of in [
        Registered::Station(station(1)),
        Registered::Item(item(1)),
        Registered::Enterprise(enterprise(2)),
        Registered::Member(member(1)),
    ] {
        city.act(rename(of));
    }
}

/// rules 14: `GrantLeave`: unknown; current; on leave.
#[test]
fn grant_leave_in_its_order() {
    let mut city = city();
    let grant = |member: MemberId| Act::GrantLeave { member };
    let [left, stays, nobody] = [1, 2, 3].map(member);
    assert_eq!(city.refused(grant(nobody)), Refusal::UnknownMember { member: nobody });
    assert_eq!(city.refused(grant(left)), Refusal::MemberNotCurrent { member: left });
    city.act(grant(stays));
    assert_eq!(city.refused(grant(stays)), Refusal::MemberOnLeave { member: stays });
}

/// rules 14: `EndLeave`: unknown; current; not on leave.
#[test]
fn end_leave_in_its_order() {
    let mut city = city();
    let end = |member: MemberId| Act::EndLeave { member };
    let [left, stays, nobody] = [1, 2, 3].map(member);
    let expected = [
        Refusal::UnknownMember { member: nobody },
        Refusal::MemberNotCurrent { member: left },
        Refusal::MemberNotOnLeave { member: stays },
    ];
    assert_eq!([nobody, left, stays].map(|member| city.refused(end(member))), expected);
    city.act(Act::GrantLeave { member: stays });
    city.act(end(stays));
}
