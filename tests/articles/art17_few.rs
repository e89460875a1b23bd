//! Article 17 where few can serve: what is not judged for its few members (rules 6.3).

use core::num::NonZeroU32;

use paidan::Category::{Finance, Research};
use paidan::{Act, CapFigures, CountDesignated, Event, ItemId, MemberId, Policy};

use crate::common::acts::{complete, expel, undercutting};
use crate::common::{City, item, money};

const MANY: NonZeroU32 = NonZeroU32::new(1_000).unwrap();

fn least(members: u32) -> NonZeroU32 {
    members.try_into().unwrap()
}

/// The literal policy that judges an item from so many members on, and no amount.
fn items_from(members: u32) -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.caps.item_min_members = least(members);
    policy.caps.amount_min_orders = MANY;
    policy
}

/// The literal policy that judges the amount from so many members on, and no item.
fn amount_from(members: u32) -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.caps.amount_min_members = least(members);
    policy.caps.item_min_orders = MANY;
    policy
}

/// The first item has one order, with member 1; as many members offer it as are asked for. Then
/// something happens to the last of them, which offers the second item too if told so.
fn city(policy: Policy, members: usize) -> (City, [ItemId; 2], Vec<MemberId>) {
    let mut city = City::new(policy);
    let items = [(); 2].map(|()| city.item(Finance));
    let members: Vec<MemberId> = (0..members).map(|_| city.member(Finance, &items[..1])).collect();
    city.designate_to(items[0], members[0], "100.00");
    (city, items, members)
}

/// The caps that member 1 reaches when the month closes.
fn reached(mut city: City) -> Vec<CapFigures> {
    let outcome = city.open("2025-02-01");
    let caps = outcome.events.iter().filter_map(|event| match *event {
        Event::CapReached { member, cap, .. } if member.get() == 1 => Some(cap),
        _ => None,
    });
    caps.collect()
}

fn is_judged(city: City) -> bool {
    !reached(city).is_empty()
}

/// rules 6.3: an item is judged when as many members offer it as the policy asks for, or more.
#[test]
fn an_item_of_too_few_members_is_not_judged() {
    for (members, expected) in [(1, false), (2, false), (3, true), (4, true)] {
        let (city, ..) = city(items_from(3), members);
        assert_eq!(is_judged(city), expected, "{members}");
    }
    let cap = CapFigures::Item { item: item(1), own: 1, whole: 1 };
    assert_eq!(reached(city(items_from(3), 3).0), [cap]);
}

/// rules 6.3: one more or one less in the policy decides in the same way.
#[test]
fn the_least_number_of_members_is_the_policys() {
    for (least, expected) in [(1, true), (2, true), (3, true), (4, false), (u32::MAX, false)] {
        assert_eq!(is_judged(city(items_from(least), 3).0), expected, "{least}");
    }
}

/// What happens to the third of three members.
type Tale = fn(&mut City, [ItemId; 2], MemberId);

/// The third has an order of the item, and it is paid.
fn serves_one(city: &mut City, item: ItemId, member: MemberId) {
    city.designate_to(item, member, "100.00");
    let (order, _) = city.accept(crate::common::naming(item, member));
    for order in [crate::common::order(order.get() - 1), order] {
        city.act(complete(order, &city.date.to_string()));
        city.act(Act::Settle { order });
    }
}

fn goes_on_leave(city: &mut City, member: MemberId) {
    city.act(Act::GrantLeave { member });
}

fn withdraws(city: &mut City, member: MemberId) {
    city.act(Act::Withdraw { member });
}

/// What may have happened to the third member, and whether it counts for the item then.
fn tales_of_an_item() -> [(&'static str, Tale, bool); 12] {
    [
        ("it offers the item", |_, _, _| (), true),
        ("it is suspended", |city, _, third| city.suspend(&[third]), true),
        ("it is on leave", |city, _, third| goes_on_leave(city, third), false),
        (
            "it is on leave and has an order of it",
            |city, [tax, _], third| {
                city.designate_to(tax, third, "1.00");
                goes_on_leave(city, third);
            },
            true,
        ),
        (
            "it is on leave and has an order of another item",
            |city, [tax, audit], third| {
                city.offer(third, &[tax, audit]);
                city.designate_to(audit, third, "1.00");
                goes_on_leave(city, third);
            },
            false,
        ),
        (
            "it offers another item",
            |city, [_, audit], third| drop(city.offer(third, &[audit])),
            false,
        ),
        (
            "it offers another item and has an order of this one",
            |city, [tax, audit], third| {
                city.designate_to(tax, third, "1.00");
                city.offer(third, &[audit]);
            },
            true,
        ),
        (
            "it has both, which is once",
            |city, [tax, audit], third| {
                city.designate_to(tax, crate::common::member(2), "1.00");
                city.offer(third, &[audit]);
            },
            false,
        ),
        ("it left", |city, _, third| withdraws(city, third), false),
        (
            "it left and had orders of the item",
            |city, [tax, _], third| {
                serves_one(city, tax, third);
                withdraws(city, third);
            },
            false,
        ),
        (
            "it had orders of the item, offered another one, and left",
            |city, [tax, audit], third| {
                serves_one(city, tax, third);
                city.offer(third, &[audit]);
                withdraws(city, third);
            },
            false,
        ),
        (
            "it was expelled, and its order is with another",
            |city, [tax, _], third| {
                city.designate_to(tax, third, "1.00");
                city.act(expel(third, undercutting(true)));
            },
            false,
        ),
    ]
}

/// rules 6.3: counted are current members that offer the item and are not on leave, or have an order
/// of it in the tallies. Two count for sure; the third decides.
#[test]
fn who_counts_for_an_item() {
    for (tale, happens, expected) in tales_of_an_item() {
        let (mut city, items, members) = city(items_from(3), 3);
        // Whatever the others have been given, member 1 has most of it.
        (0..9).for_each(|_| city.designate_to(items[0], members[0], "100.00"));
        city.go("2025-01-31");
        happens(&mut city, items, members[2]);
        assert_eq!(is_judged(city), expected, "{tale}");
    }
}

/// rules 6.3: it is counted when the month closes: one that joins or comes back from leave on the last
/// day decides for all.
#[test]
fn members_are_counted_when_the_month_closes() {
    let (mut city, [tax, _], members) = city(items_from(3), 2);
    city.go("2025-01-31");
    assert!(!is_judged(city.clone()));
    let third = city.member(Finance, &[tax]);
    assert!(is_judged(city.clone()));
    city.act(Act::GrantLeave { member: third });
    assert!(!is_judged(city.clone()));
    city.act(Act::EndLeave { member: third });
    assert!(is_judged(city.clone()));
    city.act(Act::GrantLeave { member: members[0] });
    assert!(is_judged(city), "one on leave has the order");
}

/// rules 6.3 and 6.1: an order that is left out of the tallies makes nobody count.
#[test]
fn an_order_that_is_left_out_makes_nobody_count() {
    for (count_designated, expected) in [(CountDesignated::Yes, true), (CountDesignated::No, false)]
    {
        let mut city = City::new(Policy { count_designated, ..items_from(3) });
        let [tax, audit] = [(); 2].map(|()| city.item(Finance));
        let [_, _, third] = city.members(Finance, &[tax]);
        city.turn(tax);
        city.designate_to(tax, third, "1.00");
        city.offer(third, &[audit]);
        assert_eq!(is_judged(city), expected);
    }
}

/// rules 6.3: each item is counted for itself.
#[test]
fn each_item_is_counted_for_itself() {
    let (mut city, [tax, audit], members) = city(items_from(3), 3);
    city.offer(members[0], &[tax, audit]);
    city.designate_to(audit, members[0], "100.00");
    let cap = CapFigures::Item { item: tax, own: 1, whole: 1 };
    assert_eq!(reached(city.clone()), [cap]);
    for &member in &members[1..] {
        city.offer(member, &[tax, audit]);
    }
    let of_audit = CapFigures::Item { item: audit, own: 1, whole: 1 };
    assert_eq!(reached(city), [cap, of_audit]);
}

/// rules 6.3: the amount is judged when as many members are current as the policy asks for, or more,
/// of whatever class.
#[test]
fn the_amount_of_too_few_members_is_not_judged() {
    for (members, expected) in [(1, false), (3, false), (4, true), (5, true)] {
        assert_eq!(is_judged(city(amount_from(4), members).0), expected, "{members}");
    }
    let (mut city, ..) = city(amount_from(4), 3);
    let lab = city.item(Research);
    city.member(Research, &[lab]);
    let amount = money("100.00");
    assert_eq!(reached(city), [CapFigures::Amount { own: amount, whole: amount }]);
}

/// rules 6.3: counted are those current and not on leave, and who else has an order in the tallies,
/// be it gone: each once.
#[test]
fn who_counts_for_the_amount() {
    let tales: [(&str, Tale, bool); 9] = [
        ("it is current", |_, _, _| (), true),
        ("it is suspended", |city, _, third| city.suspend(&[third]), true),
        (
            "it offers another item",
            |city, [_, audit], third| drop(city.offer(third, &[audit])),
            true,
        ),
        ("it is on leave", |city, _, third| goes_on_leave(city, third), false),
        (
            "it is on leave and has an order",
            |city, [tax, audit], third| {
                city.offer(third, &[tax, audit]);
                city.designate_to(audit, third, "1.00");
                goes_on_leave(city, third);
            },
            true,
        ),
        ("it left", |city, _, third| withdraws(city, third), false),
        (
            "it left and had orders",
            |city, [tax, _], third| {
                serves_one(city, tax, third);
                withdraws(city, third);
            },
            true,
        ),
        (
            "it was expelled and had orders that it completed",
            |city, [tax, _], third| {
                serves_one(city, tax, third);
                city.act(expel(third, undercutting(true)));
            },
            true,
        ),
        (
            "it was expelled, and its order is with another",
            |city, [tax, _], third| {
                city.designate_to(tax, third, "1.00");
                city.act(expel(third, undercutting(true)));
            },
            false,
        ),
    ];
    for (tale, happens, expected) in tales {
        let (mut city, items, members) = city(amount_from(3), 3);
        (0..9).for_each(|_| city.designate_to(items[0], members[0], "100.00"));
        happens(&mut city, items, members[2]);
        assert_eq!(is_judged(city), expected, "{tale}");
    }
}

/// rules 6.6: the literal policy counts nobody: a member all alone is judged.
#[test]
fn under_the_literal_policy_one_alone_is_judged() {
    let amount = money("100.00");
    let expected = [
        CapFigures::Item { item: item(1), own: 1, whole: 1 },
        CapFigures::Amount { own: amount, whole: amount },
    ];
    let (mut city, [tax, audit], members) = city(Policy::cixi_2021(), 1);
    assert_eq!(reached(city.clone()), expected);
    // Not even one that offers the item any more, or is on leave.
    city.offer(members[0], &[audit]);
    city.act(Act::GrantLeave { member: members[0] });
    assert_eq!((reached(city), tax), (expected.to_vec(), item(1)));
}

/// How many are suspended after a month in which an item that so many of 13 firms offer got six
/// orders by turn.
fn suspended(policy: Policy, offer_it: usize) -> usize {
    let mut city = City::new(policy);
    let [tax, rare] = [(); 2].map(|()| city.item(Finance));
    let firms: [MemberId; 13] = city.members(Finance, &[tax]);
    for &firm in &firms[..offer_it] {
        city.offer(firm, &[tax, rare]);
    }
    for _ in 0..6 {
        assert!(city.turn(rare).is_some());
    }
    city.open("2025-02-01");
    city.alliance.suspensions().len()
}

/// rules 6.6: under the recommended policy an item that one or two of 13 firms offer suspends nobody,
/// where the literal one suspends all of them. Three share it, and stay below a half.
#[test]
fn the_recommended_policy_suspends_nobody_where_few_can_serve() {
    let recommended = [1, 2, 3].map(|firms| suspended(Policy::recommended(), firms));
    assert_eq!(recommended, [0, 0, 0]);
    let literal = [1, 2, 3].map(|firms| suspended(Policy::cixi_2021(), firms));
    assert_eq!(literal, [1, 2, 3], "of three each has a third of the amount");
}

/// rules 6.6: where three can serve, the recommended policy judges as ever.
#[test]
fn the_recommended_policy_judges_where_three_can_serve() {
    for (firms, expected) in [(2, 0), (3, 1)] {
        let mut city = City::new(Policy::recommended());
        let [tax, rare] = [(); 2].map(|()| city.item(Finance));
        let members: [MemberId; 13] = city.members(Finance, &[tax]);
        for &firm in &members[..firms] {
            city.offer(firm, &[tax, rare]);
        }
        (0..5).for_each(|_| city.designate_to(rare, members[0], "100.00"));
        city.open("2025-02-01");
        assert_eq!(city.alliance.suspensions().len(), expected);
    }
}
