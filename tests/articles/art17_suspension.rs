//! Article 17: whoever reached a cap gets nothing by turn in the next month (rules 6.4).

use core::num::NonZeroU32;

use paidan::Category::Finance;
use paidan::{CapFigures, CapScope, Event, ItemId, MemberId, Outcome, Policy, Share, Suspension};

use crate::common::{City, money, naming, plain};

const MANY: NonZeroU32 = NonZeroU32::new(1_000).unwrap();

/// A policy of this scope that judges items only.
fn items_only(scope: CapScope) -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.caps.amount_min_orders = MANY;
    policy.caps.scope = scope;
    policy
}

/// Members a and b offer both items; in January a had the one order for the first.
fn a_at_the_cap(policy: Policy) -> (City, [ItemId; 2], [MemberId; 2]) {
    let mut city = City::new(policy);
    let items = [(); 2].map(|()| city.item(Finance));
    let members = city.members(Finance, &items);
    city.designate_to(items[0], members[0], "100.00");
    (city, items, members)
}

fn suspended(outcome: &Outcome) -> Vec<(MemberId, CapScope, CapFigures)> {
    let suspended = outcome.events.iter().filter_map(|event| match *event {
        Event::Suspended { member, scope, cap } => Some((member, scope, cap)),
        _ => None,
    });
    suspended.collect()
}

/// rules 6.4: under `Member` any cap suspends from every item.
#[test]
fn under_member_a_cap_suspends_from_every_item() {
    let (mut city, [tax, audit], [a, b]) = a_at_the_cap(items_only(CapScope::Member));
    let cap = CapFigures::Item { item: tax, own: 1, whole: 1 };
    let outcome = city.open("2025-02-01");
    assert_eq!(suspended(&outcome), [(a, CapScope::Member, cap)]);
    assert_eq!(city.alliance.suspensions(), [Suspension { member: a, item: None, cap: Some(cap) }]);
    assert_eq!([tax, audit, audit].map(|item| city.turn(item)), [Some(b); 3]);
}

/// rules 6.4: under `Item` an item cap suspends from that item only.
#[test]
fn under_item_an_item_cap_suspends_from_that_item() {
    let (mut city, [tax, audit], [a, b]) = a_at_the_cap(items_only(CapScope::Item));
    let cap = CapFigures::Item { item: tax, own: 1, whole: 1 };
    let outcome = city.open("2025-02-01");
    assert_eq!(suspended(&outcome), [(a, CapScope::Item, cap)]);
    let of_tax = Suspension { member: a, item: Some(tax), cap: Some(cap) };
    assert_eq!(city.alliance.suspensions(), [of_tax]);
    let taken = [tax, audit, tax, tax].map(|item| city.turn(item));
    assert_eq!(taken, [b, a, b, b].map(Some));
}

/// rules 6.4: under `Item` the amount cap suspends from every item.
#[test]
fn under_item_the_amount_cap_suspends_from_all() {
    let mut policy = items_only(CapScope::Item);
    policy.caps.item_min_orders = MANY;
    policy.caps.amount_min_orders = NonZeroU32::MIN;
    let (mut city, [tax, audit], [a, b]) = a_at_the_cap(policy);
    let cap = CapFigures::Amount { own: money("100.00"), whole: money("100.00") };
    let outcome = city.open("2025-02-01");
    assert_eq!(suspended(&outcome), [(a, CapScope::Member, cap)]);
    assert_eq!(city.alliance.suspensions(), [Suspension { member: a, item: None, cap: Some(cap) }]);
    assert_eq!([tax, audit].map(|item| city.turn(item)), [Some(b); 2]);
}

/// January's orders, with which a reached both items and the amount, b the second item and the
/// amount.
fn all_caps(scope: CapScope) -> (City, [ItemId; 2], [MemberId; 2], [CapFigures; 5]) {
    let mut policy = Policy::cixi_2021();
    policy.caps.scope = scope;
    let (mut city, [tax, audit], [a, b]) = a_at_the_cap(policy);
    city.designate_to(audit, b, "100.00");
    city.designate_to(audit, a, "100.00");
    let amount = |own| CapFigures::Amount { own: money(own), whole: money("300.00") };
    let half = CapFigures::Item { item: audit, own: 1, whole: 2 };
    let of_tax = CapFigures::Item { item: tax, own: 1, whole: 1 };
    let caps = [of_tax, half, amount("200.00"), half, amount("100.00")];
    (city, [tax, audit], [a, b], caps)
}

/// rules 6.4: under `Item` each cap reached begins one, in the order of the record.
#[test]
fn under_item_each_cap_begins_a_suspension() {
    let (mut city, _, [a, b], caps) = all_caps(CapScope::Item);
    let scopes =
        [CapScope::Item, CapScope::Item, CapScope::Member, CapScope::Item, CapScope::Member];
    let members = [a, a, a, b, b];
    let expected: Vec<_> = (0..5).map(|nth| (members[nth], scopes[nth], caps[nth])).collect();
    assert_eq!(suspended(&city.open("2025-02-01")), expected);
}

/// rules 6.4: under `Member` one a member, for the first cap of its record.
#[test]
fn under_member_each_member_is_suspended_once() {
    let (mut city, _, [a, b], caps) = all_caps(CapScope::Member);
    let expected = [(a, CapScope::Member, caps[0]), (b, CapScope::Member, caps[3])];
    assert_eq!(suspended(&city.open("2025-02-01")), expected);
}

/// rules 6.4: only the next calendar month, over the turn of the year too.
#[test]
fn a_suspension_is_for_the_next_month_only() {
    for (start, next, after) in [
        ("2025-01-02", "2025-02-28", "2025-03-01"),
        ("2025-11-30", "2025-12-31", "2026-01-01"),
        ("2025-12-31", "2026-01-31", "2026-02-01"),
    ] {
        let mut city = City::on(start, items_only(CapScope::Member));
        let tax = city.item(Finance);
        let a = city.member(Finance, &[tax]);
        assert_eq!(city.turn(tax), Some(a), "the month of the cap itself");
        city.open(next);
        let (held, nobody) = city.accept(plain(tax));
        assert_eq!(nobody, None, "the next month, to its last day");
        assert_eq!(city.open(after).holder_of(held), Some(a), "the month after");
        assert_eq!(city.alliance.suspensions(), []);
    }
}

/// rules 6.4: designated orders still come while it is suspended, and count for the next month.
#[test]
fn a_suspended_member_is_still_designated() {
    let (mut city, [tax, _], [a, b]) = a_at_the_cap(items_only(CapScope::Member));
    city.open("2025-02-01");
    assert_eq!(city.accept(naming(tax, a)).1, Some(a));
    city.open("2025-03-01");
    assert_eq!([city.turn(tax), city.turn(tax)], [Some(b); 2]);
}

/// rules 6.4: the scope is that of the closed month's policy, and stays for the suspended month.
#[test]
fn the_scope_is_of_the_closed_months_policy() {
    for (january, february) in
        [(CapScope::Item, CapScope::Member), (CapScope::Member, CapScope::Item)]
    {
        let (mut city, [tax, audit], [a, b]) = a_at_the_cap(items_only(january));
        city.adopt("2025-02", &items_only(february));
        city.open("2025-02-01");
        let of_audit = if january == CapScope::Item { a } else { b };
        assert_eq!([city.turn(tax), city.turn(audit)], [Some(b), Some(of_audit)]);
    }
}

/// rules 1.3: a month is judged under its own policy, not the one that comes into force.
#[test]
fn a_month_is_judged_under_its_own_policy() {
    let mut strict = items_only(CapScope::Member);
    strict.caps.item_share = Share::new(1).unwrap();
    let mut lenient = strict.clone();
    lenient.caps.item_min_orders = MANY;
    let (mut city, [tax, _], [a, _]) = a_at_the_cap(lenient);
    city.adopt("2025-02", &strict);
    city.open("2025-02-01");
    assert_eq!(city.alliance.suspensions(), []);
    city.designate_to(tax, a, "100.00");
    city.open("2025-03-01");
    assert_eq!(city.alliance.suspensions().len(), 1);
}

/// rules 5.2 c: a suspended member keeps its place in the line, and joins other lines none the
/// less.
#[test]
fn a_suspension_moves_nobody() {
    let (mut city, [tax, _], [a, b]) = a_at_the_cap(items_only(CapScope::Member));
    city.open("2025-02-01");
    assert_eq!(city.line(Finance), [a, b]);
    assert_eq!([city.turn(tax), city.turn(tax)], [Some(b); 2]);
    assert_eq!(city.line(Finance), [a, b]);
}

/// rules 6.4: an item newly offered is not given either to one suspended from all.
#[test]
fn a_new_offer_does_not_shed_a_suspension() {
    for (scope, holder) in [(CapScope::Member, false), (CapScope::Item, true)] {
        let (mut city, _, [a, _]) = a_at_the_cap(items_only(scope));
        city.open("2025-02-01");
        let books = city.item(Finance);
        city.offer(a, &[books]);
        assert_eq!(city.turn(books), holder.then_some(a));
    }
}
