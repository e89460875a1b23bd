//! States that no history reaches, orders aside: a snapshot of one is refused for what it is. And some
//! that look like them and are reached: they are let in.

use paidan::{
    Act, Alliance, Broken, CapFigures, Category, Command, ComprehensiveReach, Council, IdKind,
    ItemTally, MemberFault, MemberId, MemberTally, Membership, Money, Order, PendingPolicy, Place,
    PlacesFault, Policy, Price, Refusal, Seat, SeatFault, Snapshot, Suspension, SuspensionFault,
    TallyFault,
};

use crate::common::house::{breach, leave_seat, take_seat};
use crate::common::{
    City, code, date, item, member, money, month, name, plain, set, with_an_order,
};

/// The last position of a ledger, and the last number from which a place can be taken.
const LAST: u64 = 1 << 62;

/// The snapshot of a city with something spoilt, if it is let in.
fn spoilt(city: &City, spoil: impl FnOnce(&mut Snapshot)) -> Result<(), Broken> {
    let mut snapshot = city.alliance.snapshot();
    spoil(&mut snapshot);
    Alliance::try_from(snapshot).map(drop)
}

/// Whether the state of a city is let in again as its snapshot.
fn is_let_in(city: &City) -> bool {
    let restored = Alliance::try_from(city.alliance.snapshot());
    restored.is_ok_and(|restored| restored == city.alliance)
}

/// rules 11: whoever lost a seat for a breach holds none in the same calendar year.
#[test]
fn a_snapshot_with_a_seat_held_in_the_year_of_its_breach_is_refused() {
    let mut city = City::literal();
    let lab = city.item(Category::Research);
    let [a] = city.members(Category::Research, &[lab]);
    city.act(take_seat(Category::Research, a));
    let seated = |year| spoilt(&city, |of| of.members[0].seat_lost = Some(year));
    let broken = Err(Broken::Seat(Seat::Research, a, SeatFault::LostThisYear));
    assert_eq!((seated(2025), seated(2024)), (broken, Ok(())));
    city.act(breach(a));
    let council = Council { research: Some(a), ..Council::default() };
    assert_eq!(spoilt(&city, |of| of.council = council), broken);
    city.open("2026-01-05");
    city.act(take_seat(Category::Research, a));
    assert!(is_let_in(&city));
}

/// rules 11 and 2.1: a breach recorded of an earlier id, of a firm that gave a seat up this year, does
/// not vacate the seat that it holds under the last one: such a state is let in.
#[test]
fn a_snapshot_with_a_seat_held_after_a_breach_of_an_earlier_id_is_let_in() {
    let mut city = City::literal();
    let lab = city.item(Category::Research);
    let a = city.member(Category::Research, &[lab]);
    city.act(take_seat(Category::Research, a));
    city.act(leave_seat(a));
    city.act(Act::Withdraw { member: a });
    city.open("2025-03-03");
    let again = city.come_back(a);
    city.act(take_seat(Category::Research, again));
    city.act(breach(a));
    assert_eq!(city.alliance.council().research, Some(again));
    assert!(is_let_in(&city));
    let broken = Err(Broken::Seat(Seat::Research, again, SeatFault::LostThisYear));
    let not_given_up = spoilt(&city, |of| of.members[again.index()].seat_given_up = Some(2024));
    assert_eq!(not_given_up, broken);
    let other_firm = spoilt(&city, |of| of.members[a.index()].code = code(77));
    assert_eq!(other_firm, broken, "there is no earlier id");
}

/// rules 2.1: a firm that withdrew comes back in the month after the next, not before.
#[test]
fn a_snapshot_with_a_firm_back_too_soon_is_refused() {
    let mut city = City::literal();
    let tax = city.item(Category::Finance);
    let a = city.member(Category::Finance, &[tax]);
    city.act(Act::Withdraw { member: a });
    city.open("2025-03-03");
    let again = city.come_back(a);
    let withdrew = |city: &City, day: &str| {
        let on = date(day);
        spoilt(city, |of| of.members[a.index()].standing = Membership::Withdrawn { on })
    };
    let broken = Err(Broken::Member(again, MemberFault::BackTooSoon(a)));
    assert_eq!(withdrew(&city, "2025-03-03"), broken, "on the day of its admission");
    assert_eq!((withdrew(&city, "2025-03-01"), withdrew(&city, "2025-02-01")), (broken, broken));
    assert_eq!(withdrew(&city, "2025-01-31"), Ok(()));
    // It left again: then that is the last day on which it can have been admitted.
    city.act(Act::Withdraw { member: again });
    city.open("2025-06-02");
    assert_eq!((withdrew(&city, "2025-02-01"), withdrew(&city, "2025-01-31")), (broken, Ok(())));
    assert_eq!((withdrew(&city, "2025-05-05"), withdrew(&city, "2025-06-02")), (broken, broken));
}

/// rules 2.2: only a comprehensive member may offer items of another class.
#[test]
fn a_snapshot_with_offers_out_of_reach_is_refused() {
    let mut city = City::literal();
    let [tax, lab] = [Category::Finance, Category::Research].map(|class| city.item(class));
    let a = city.member(Category::Finance, &[tax]);
    let offers_both = |of: &mut Snapshot| {
        of.members[0].offers = set(&[tax, lab]);
        of.lines.research = vec![a].into();
    };
    let broken = Err(Broken::Member(a, MemberFault::OutOfReach(lab)));
    assert_eq!(spoilt(&city, offers_both), broken);
    let comprehensive = |of: &mut Snapshot| {
        offers_both(of);
        of.members[0].category = Category::Comprehensive;
    };
    assert_eq!(spoilt(&city, comprehensive), Ok(()));
}

/// rules 2.2: an amendment drops no offers, so a comprehensive member may have some that are out of
/// its reach by now.
#[test]
fn a_snapshot_with_offers_out_of_reach_since_an_amendment_is_let_in() {
    let mut wide = Policy::cixi_2021();
    wide.comprehensive_reach = ComprehensiveReach::EveryCategory;
    let mut city = City::new(wide);
    let tax = city.item(Category::Finance);
    let a = city.member(Category::Comprehensive, &[tax]);
    city.adopt("2025-02", &Policy::cixi_2021());
    city.open("2025-02-03");
    assert_eq!(city.turn(tax), Some(a));
    assert!(is_let_in(&city));
}

/// rules 6.4: the amount cap suspends from all items, whatever the scope.
#[test]
fn a_snapshot_with_a_suspension_from_one_item_by_the_amount_cap_is_refused() {
    let (city, tax, _, [a, b]) = with_an_order(Policy::recommended());
    let amount = CapFigures::Amount { own: money("1.00"), whole: money("2.00") };
    let by_item = CapFigures::Item { item: tax, own: 1, whole: 2 };
    let suspended = |item, cap| {
        let suspension = Suspension { member: b, item, cap };
        spoilt(&city, |of| of.suspensions = vec![suspension])
    };
    let broken = Err(Broken::Suspension(b, SuspensionFault::ItemByAmount));
    assert_eq!(suspended(Some(tax), Some(amount)), broken);
    assert_eq!(suspended(None, Some(amount)), Ok(()));
    assert_eq!(suspended(Some(tax), Some(by_item)), Ok(()));
    assert_eq!(suspended(None, Some(by_item)), Ok(()), "the scope was the member");
    assert_eq!(suspended(Some(tax), None), Ok(()), "the cap is not known");
    assert_eq!(city.line(Category::Finance), [b, a]);
}

/// rules 1.1: each order was accepted by a command of its own.
#[test]
fn a_snapshot_with_more_orders_than_its_position_is_refused() {
    let mut city = City::literal();
    let tax = city.item(Category::Finance);
    city.members::<2>(Category::Finance, &[tax]);
    for _ in 0..3 {
        city.turn(tax);
    }
    let at = |position| spoilt(&city, |of| of.position = position);
    assert_eq!((at(0), at(2)), (Err(Broken::PositionTooLow(0)), Err(Broken::PositionTooLow(2))));
    assert_eq!((at(3), at(4)), (Ok(()), Ok(())));
}

/// Acts of many kinds, each accepted in a city with one item and two members.
fn acts(city: &City) -> Vec<Command> {
    let (first, tax) = (member(1), item(1));
    let acts = [
        Act::OpenStation { name: name("one more") },
        Act::Accept(plain(tax)),
        Act::Accept(Order { designated: Some(first), ..plain(tax) }),
        Act::GrantLeave { member: first },
        crate::common::ranking(2025, &[(first, 3)]),
        take_seat(Category::Finance, first),
    ];
    let mut commands: Vec<Command> =
        acts.into_iter().map(|act| Command::new(city.date, act)).collect();
    commands.push(Command::new(date("2025-02-03"), Act::OpenMonth));
    commands
}

/// A city with one item and two members.
fn small() -> City {
    let mut city = City::literal();
    let tax = city.item(Category::Finance);
    city.members::<2>(Category::Finance, &[tax]);
    city
}

/// Every command is refused since there is no more of this, and the state is let in all the same.
fn is_at_its_end(city: &mut City, kind: IdKind) {
    for command in acts(city) {
        let found = city.alliance.step(&command);
        assert_eq!(found, Err(Refusal::IdsExhausted { kind }), "{command:?}");
    }
    assert!(is_let_in(city));
}

/// rules 1.5: a ledger ends at its last position, and what was let in there stays let in.
#[test]
fn at_the_last_position_every_command_is_refused() {
    let mut city = small();
    city.edit(|of| of.position = LAST - 1);
    for command in acts(&city) {
        let mut last = city.clone();
        assert_eq!(last.alliance.step(&command).map(|of| of.position), Ok(LAST), "{command:?}");
        last.date = command.date;
        assert!(is_let_in(&last));
    }
    city.turn(item(1));
    assert_eq!(city.alliance.position(), LAST);
    is_at_its_end(&mut city, IdKind::Entry);
    let above = spoilt(&city, |of| of.position = LAST + 1);
    assert_eq!(above, Err(Broken::PositionTooHigh(LAST + 1)));
}

/// rules 3.5: numbers of places end as well, and what was let in there stays let in.
#[test]
fn past_the_last_number_of_places_every_command_is_refused() {
    let next = |number: u64| {
        move |of: &mut Snapshot| of.lines.finance.next_place = Place::new(number).expect("a number")
    };
    let mut city = small();
    city.edit(next(LAST));
    for command in acts(&city) {
        let mut last = city.clone();
        assert!(last.alliance.step(&command).is_ok(), "{command:?}");
        assert!(is_let_in(&last));
    }
    city.turn(item(1));
    is_at_its_end(&mut city, IdKind::Place);
    let most = LAST + LAST / 2;
    city.edit(next(most));
    is_at_its_end(&mut city, IdKind::Place);
    let above = spoilt(&city, next(most + 1));
    assert_eq!(above, Err(Broken::Places(Category::Finance, PlacesFault::TooHigh)));
}

/// A tally of so many orders of the first item, each at a price.
fn tally(member: MemberId, orders: u32, price: Money) -> MemberTally {
    let amount = Money::from_fen(price.fen() * u64::from(orders));
    MemberTally { member, amount, items: vec![ItemTally { item: item(1), orders }] }
}

/// rules 1.5: tallies of whoever only asks have so many orders at most; with the orders of an
/// alliance that was let in like that it stays let in.
#[test]
fn a_city_with_all_the_tallied_orders_there_can_be_takes_one_more() {
    const MOST: u32 = 800_000_000;
    for price in [Money::from_fen(1), Price::MAX.amount()] {
        let mut city = small();
        let too_many = spoilt(&city, |of| of.tallies = vec![tally(member(1), MOST + 1, price)]);
        assert_eq!(too_many, Err(Broken::Tally(member(1), TallyFault::TooMany)));
        city.edit(|of| of.tallies = vec![tally(member(1), MOST, price)]);
        let asked = Order { price: Price::MAX, ..plain(item(1)) };
        let mut given = Vec::new();
        for _ in 0..3 {
            given.push(city.accept(asked.clone()).0);
            assert!(is_let_in(&city));
        }
        assert_eq!(city.alliance.tallied_total().0, MOST + 3);
        for order in given {
            city.act(crate::common::acts::call_off(order));
            assert!(is_let_in(&city));
        }
        assert_eq!(city.alliance.tallied_total().0, MOST);
    }
}

/// Whoever only asks has tallies, suspensions and a ranking, but neither orders nor a ledger.
#[test]
fn a_snapshot_with_tallies_and_no_orders_at_position_0_is_let_in() {
    let city = small();
    let asks = spoilt(&city, |of| {
        of.position = 0;
        of.tallies = vec![tally(member(1), 7, Money::from_yuan(100))];
        of.suspensions = vec![Suspension { member: member(2), item: None, cap: None }];
        let (from, policy) = (month("2025-02"), Policy::recommended());
        of.pending = vec![PendingPolicy { month: from, policy }];
    });
    assert_eq!(asks, Ok(()));
}
