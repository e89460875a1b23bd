//! Section 14: the refusals of each act in their order. Each test asks for something that is
//! wrong in every way there is, and mends it one by one.

use paidan::Category::{Finance, Research};
use paidan::{
    Act, Application, Bar, CreditCode, Ground, ItemId, MemberId, Membership, Order, Policy,
    Refusal, Set, Suspension, Volume,
};

use crate::common::{
    City, condition, enterprise, item, member, month, name, order, plain, ranking, set, station,
};

/// A city with the items tax (1) and lab (2), the member 1 that left and the member 2 that
/// offers tax.
fn city() -> City {
    let mut city = City::literal();
    let tax = city.item(Finance);
    city.item(Research);
    let [left, _] = city.members::<2>(Finance, &[tax]);
    city.act(Act::Withdraw { member: left });
    city
}

/// A member that never was.
fn nobody() -> MemberId {
    member(9)
}

fn unknown_member() -> Refusal {
    Refusal::UnknownMember { member: nobody() }
}

/// rules 14: `OpenStation` and `ListItem` are never refused but for their time.
#[test]
fn opening_and_listing_are_not_refused() {
    let mut city = city();
    for _ in 0..2 {
        city.act(Act::OpenStation { name: name("浒山") });
        let menu_price = Some("0.00".parse().unwrap());
        city.act(Act::ListItem { name: name("税务"), category: Finance, menu_price });
    }
}

/// rules 14: `SetMenuPrice`: unknown.
#[test]
fn set_menu_price() {
    let mut city = city();
    let act = |number| Act::SetMenuPrice { item: item(number), menu_price: None };
    assert_eq!(city.refused(act(9)), Refusal::UnknownItem { item: item(9) });
    city.act(act(2));
}

/// rules 14: `RegisterEnterprise`: code of a registered enterprise.
#[test]
fn register_enterprise() {
    let mut city = city();
    let act = |code| Act::RegisterEnterprise { name: name("企业"), code };
    let registered = city.alliance.enterprise(enterprise(2)).unwrap().code;
    let refused = Refusal::EnterpriseRegistered { enterprise: enterprise(2) };
    assert_eq!(city.refused(act(registered)), refused);
    // A member's code is free: a member may be a customer too.
    let of_member = city.alliance.member(member(2)).unwrap().code;
    city.act(act(of_member));
}

/// A second member 3 with the code of member 1, in this standing.
fn twin(city: &mut City, standing: Membership) -> CreditCode {
    let code = city.alliance.member(member(1)).unwrap().code;
    city.edit(|snapshot| {
        snapshot.members.truncate(2);
        // Long enough ago that the firm may have come back since.
        snapshot.members[0].standing =
            Membership::Withdrawn { on: crate::common::date("2024-10-31") };
        let mut twin = snapshot.members[0].clone();
        twin.standing = standing;
        snapshot.members.push(twin);
        let twin = (standing == Membership::Current).then(|| member(3));
        snapshot.lines.finance = [member(2)].into_iter().chain(twin).collect::<Vec<_>>().into();
    });
    code
}

/// rules 14: `Admit`: unknown item; code of a current member; of an expelled one; of one that
/// withdrew lately; volume below the minimum; no offer; an offer out of reach.
#[test]
fn admit() {
    let mut city = city();
    let (on, [tax, lab]) = (city.date, [1, 2].map(item));
    let mut firm = city.application(Finance, &[lab, item(9)]);
    let fresh = firm.code;
    firm.volume = 4;
    firm.code = twin(&mut city, Membership::Current);
    let mut refusals = vec![city.refused(Act::Admit(firm.clone()))];
    for offers in [set(&[lab]), Set::default()] {
        firm.offers = offers;
        let expelled = Membership::Expelled { ground: Ground::OtherAct, on };
        for standing in [Membership::Current, expelled, Membership::Withdrawn { on }] {
            twin(&mut city, standing);
            refusals.push(city.refused(Act::Admit(firm.clone())));
        }
    }
    firm.code = fresh;
    for (volume, offers) in [(4, vec![]), (4, vec![lab]), (5, vec![]), (5, vec![tax, lab])] {
        let offers = Set::try_from(offers).unwrap();
        firm = Application { volume, offers, ..firm };
        refusals.push(city.refused(Act::Admit(firm.clone())));
    }
    let below = Refusal::VolumeBelowMinimum { volume: 4, minimum: 5 };
    let of_member = [
        Refusal::CodeOfCurrentMember { member: member(3) },
        Refusal::CodeOfExpelledMember { member: member(3) },
        Refusal::CodeWithdrewLately { member: member(3), on, from: Some(month("2025-03")) },
    ];
    let mut expected = vec![Refusal::UnknownItem { item: item(9) }];
    expected.extend(of_member.clone());
    expected.extend(of_member);
    expected.extend([below.clone(), below, Refusal::NoOffer]);
    expected.push(Refusal::OfferOutOfReach { item: lab, category: Finance });
    assert_eq!(refusals, expected);
    city.act(Act::Admit(Application { offers: set(&[tax]), ..firm }));
}

/// rules 14: `ChangeOffers`: unknown; current; no offer; an offer out of reach.
#[test]
fn change_offers() {
    let mut city = city();
    let [tax, lab] = [1, 2].map(item);
    let act = |member, offers: &[ItemId]| Act::ChangeOffers { member, offers: set(offers) };
    let [left, stays] = [1, 2].map(member);
    let asked = [
        act(nobody(), &[lab, item(9)]),
        act(left, &[lab, item(9)]),
        act(left, &[]),
        act(left, &[lab]),
        act(stays, &[]),
        act(stays, &[tax, lab]),
    ];
    let expected = [
        unknown_member(),
        Refusal::UnknownItem { item: item(9) },
        Refusal::MemberNotCurrent { member: left },
        Refusal::MemberNotCurrent { member: left },
        Refusal::NoOffer,
        Refusal::OfferOutOfReach { item: lab, category: Finance },
    ];
    assert_eq!(asked.map(|act| city.refused(act)), expected);
    city.act(act(stays, &[tax]));
}

/// rules 14: `Withdraw`: unknown; current; has an open order.
#[test]
fn withdraw() {
    let mut city = city();
    let [left, stays] = [1, 2].map(member);
    city.turn(item(1));
    let found = [nobody(), left, stays].map(|member| city.refused(Act::Withdraw { member }));
    let expected = [
        unknown_member(),
        Refusal::MemberNotCurrent { member: left },
        Refusal::MemberHasOpenOrders { member: stays, open: 1 },
    ];
    assert_eq!(found, expected);
}

/// rules 14: `PublishRanking`: unknown; year not that of the date; a member not current; a member
/// named twice. Each reason is checked over the whole list before the next one.
#[test]
fn publish_ranking() {
    let mut city = city();
    let [left, stays] = [1, 2].map(member);
    let twice = [(stays, 1), (stays, 1)];
    let asked = [
        ranking(2024, &[&twice[..], &[(left, 1), (nobody(), 1)]].concat()),
        ranking(2024, &[&twice[..], &[(left, 1)]].concat()),
        ranking(2026, &[]),
        ranking(2025, &[&twice[..], &[(left, 1)]].concat()),
        ranking(2025, &twice),
    ];
    let date = city.date;
    let expected = [
        unknown_member(),
        Refusal::RankingOfOtherYear { year: 2024, date },
        Refusal::RankingOfOtherYear { year: 2026, date },
        Refusal::MemberNotCurrent { member: left },
        Refusal::MemberRankedTwice { member: stays },
    ];
    assert_eq!(asked.map(|act| city.refused(act)), expected);
    city.act(ranking(2025, &twice[..1]));
    assert_eq!(
        city.alliance.snapshot().ranking.unwrap().volumes,
        [Volume { member: stays, orders: 1 }]
    );
}

/// A city for orders: the policy has two conditions, enterprise 1 is blacklisted, station 2 is closed,
/// item 1 has a menu price, item 2 is off the menu, member 1 left, member 2 offers tax, member 3 the
/// other item.
fn city_for_orders() -> City {
    let conditions = set(&[condition("contract"), condition("licence")]);
    let mut city = City::new(Policy { conditions, ..Policy::cixi_2021() });
    let menu_price = Some("100.00".parse().unwrap());
    city.act(Act::ListItem { name: name("税务"), category: Finance, menu_price });
    let other = city.item(Finance);
    let [left, _] = city.members::<2>(Finance, &[item(1)]);
    city.member(Finance, &[other]);
    city.act(Act::Withdraw { member: left });
    city.offer(member(2), &[item(1)]);
    city.act(Act::OpenStation { name: name("周巷") });
    city.act(Act::CloseStation { station: station(2) });
    city.act(Act::DelistItem { item: other });
    city.edit(|snapshot| {
        snapshot.enterprises[0].blacklisted = true;
        snapshot.members[0].offers = set(&[other]);
    });
    city
}

/// One more thing of an order put right.
type Mend = fn(&mut Order);

/// rules 14: `Accept`, with an order of its own.
#[test]
fn accept() {
    let mut city = city_for_orders();
    let [left, offers, offers_other] = [1, 2, 3].map(member);
    let mut terms = Order {
        station: station(9),
        enterprise: enterprise(9),
        price: "0.00".parse().unwrap(),
        taken_by: Some(nobody()),
        excluded: set(&[left, offers, offers_other, nobody()]),
        designated: Some(nobody()),
        ask_deposit: true,
        ..plain(item(9))
    };
    let mends: [Mend; 16] = [
        |of| of.station = station(2),
        |of| of.enterprise = enterprise(1),
        |of| of.item = item(2),
        |of| of.station = station(1),
        |of| of.item = item(1),
        |of| of.enterprise = enterprise(2),
        |of| of.conditions = set(&[condition("contract")]),
        |of| of.conditions = set(&[condition("contract"), condition("licence")]),
        |of| (of.price, of.covered) = ("100.01".parse().unwrap(), "100.01".parse().unwrap()),
        |of| of.price = "100.00".parse().unwrap(),
        |of| of.ask_deposit = false,
        |of| of.excluded = set(&[1, 2, 3].map(member)),
        |of| of.taken_by = Some(member(1)),
        |of| of.designated = Some(member(1)),
        |of| of.designated = Some(member(3)),
        |of| of.designated = Some(member(2)),
    ];
    let mut found = vec![city.refused(Act::Accept(terms.clone()))];
    for mend in mends {
        mend(&mut terms);
        found.push(city.refused(Act::Accept(terms.clone())));
    }
    let [price, menu] = ["100.01", "100.00"].map(|price| price.parse().unwrap());
    let expected = [
        Refusal::UnknownStation { station: station(9) },
        Refusal::UnknownEnterprise { enterprise: enterprise(9) },
        Refusal::UnknownItem { item: item(9) },
        Refusal::StationClosed { station: station(2) },
        Refusal::ItemOffMenu { item: item(2) },
        Refusal::EnterpriseBlacklisted { enterprise: enterprise(1) },
        Refusal::ConditionNotMet { condition: condition("contract") },
        Refusal::ConditionNotMet { condition: condition("licence") },
        Refusal::PriceZero,
        Refusal::PriceAboveMenu { item: item(1), price, menu },
        Refusal::DepositWithoutGround,
        unknown_member(), // excluded
        unknown_member(), // whose staff took it
        unknown_member(), // designated
        Refusal::DesignatedHasLeft { member: left },
        Refusal::DesignatedDoesNotOffer { member: offers_other, item: item(1) },
        Refusal::DesignatedBarred { member: offers, bar: Bar::ConflictOfInterest },
    ];
    assert_eq!(found, expected);
    terms.excluded = Set::default();
    assert_eq!(city.accept(terms).1, Some(offers));
}

/// rules 14: of three members that are unknown `Accept` names the excluded one first, then the
/// one whose staff took the order, then the designated one.
#[test]
fn accept_names_the_first_unknown_member() {
    let mut city = city();
    let mut terms = Order {
        excluded: set(&[member(2), member(7), member(8)]),
        taken_by: Some(member(6)),
        designated: Some(member(5)),
        ..plain(item(1))
    };
    let mends: [Mend; 2] = [|of| of.excluded = set(&[member(2)]), |of| of.taken_by = None];
    let mut found = vec![city.refused(Act::Accept(terms.clone()))];
    for mend in mends {
        mend(&mut terms);
        found.push(city.refused(Act::Accept(terms.clone())));
    }
    let expected = [7, 6, 5].map(|number| Refusal::UnknownMember { member: member(number) });
    assert_eq!(found, expected);
}

/// rules 14: `Designate`: unknown; order not held; member has left; does not offer the item; is
/// barred from the order.
#[test]
fn designate() {
    let mut city = city();
    let [left, offers, _] = [1, 2, 3].map(member);
    let audit = city.item(Finance);
    let offers_other = city.member(Finance, &[audit]);
    let assigned = city.accept(plain(item(1))).0;
    let all = [left, offers, offers_other];
    let held = city.accept(Order { excluded: set(&all), ..plain(item(1)) }).0;
    let act = |order, member| Act::Designate { order, member };
    let asked = [
        act(order(9), nobody()),
        act(assigned, nobody()),
        act(assigned, left),
        act(held, left),
        act(held, offers_other),
        act(held, offers),
    ];
    let expected = [
        Refusal::UnknownOrder { order: order(9) },
        unknown_member(),
        Refusal::OrderNotHeld { order: assigned },
        Refusal::DesignatedHasLeft { member: left },
        Refusal::DesignatedDoesNotOffer { member: offers_other, item: item(1) },
        Refusal::DesignatedBarred { member: offers, bar: Bar::ConflictOfInterest },
    ];
    assert_eq!(asked.map(|act| city.refused(act)), expected);
    city.edit(|snapshot| {
        snapshot.suspensions = vec![Suspension { member: offers, item: None, cap: None }];
    });
    let free = city.accept(plain(item(1))).0;
    city.act(act(free, offers));
}

/// rules 14: `Cancel`: unknown; not held.
#[test]
fn cancel() {
    let mut city = city();
    let assigned = city.accept(plain(item(1))).0;
    let held = city.accept(plain(item(2))).0;
    city.act(Act::Cancel { order: held });
    let found = [order(9), assigned, held].map(|order| city.refused(Act::Cancel { order }));
    let not_held = |order| Refusal::OrderNotHeld { order };
    let unknown = Refusal::UnknownOrder { order: order(9) };
    assert_eq!(found, [unknown, not_held(assigned), not_held(held)]);
}

/// rules 14: `AdoptPolicy`: month not later than that of the date.
#[test]
fn adopt_policy() {
    let mut city = city();
    let policy = Box::new(Policy::recommended());
    let act = |from| Act::AdoptPolicy { month: month(from), policy: policy.clone() };
    let date = city.date;
    let found = ["2024-12", "2025-01"].map(|from| city.refused(act(from)));
    let expected = ["2024-12", "2025-01"]
        .map(|from| Refusal::PolicyMonthNotLater { month: month(from), date });
    assert_eq!(found, expected);
    city.act(act("2025-02"));
}
