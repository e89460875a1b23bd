//! Orders that no history has: a snapshot with one is refused for what it is.

use paidan::{
    Act, Alliance, Barred, Basis, Broken, Category, Completion, Loss, MemberId, MemberTally,
    OrderFault, OrderRecord, OrderRow, OrderState, Place, Set, TallyFault,
};

use crate::common::acts::{complete, reassign, without_cause};
use crate::common::{City, money, naming, order, plain, set, with_an_order};

/// The snapshot of a city with its first order spoilt, if it is let in.
fn spoilt(city: &City, spoil: impl FnOnce(&mut OrderRecord)) -> Result<(), Broken> {
    let mut snapshot = city.alliance.snapshot();
    let OrderRow::Kept(record) = &mut snapshot.orders[0] else { panic!("it has not ended") };
    spoil(record);
    Alliance::try_from(snapshot).map(drop)
}

fn refused(fault: OrderFault) -> Result<(), Broken> {
    Err(Broken::Order(order(1), fault))
}

/// The set of one that is barred.
fn barred(member: MemberId, by: Loss) -> Set<Barred> {
    Set::one(Barred { member, by })
}

/// rules 5.2: an order is with nobody that is excluded or barred from it, at whatever stage.
#[test]
fn a_snapshot_with_an_order_with_one_barred_from_it_is_refused() {
    let stages = [vec![], vec![without_cause(order(1))], vec![complete(order(1), "2025-01-02")]];
    for acts in stages {
        let (mut city, _, _, [a, b]) = with_an_order(paidan::Policy::cixi_2021());
        for act in acts {
            city.act(act);
        }
        for loss in [Loss::Declined, Loss::Reassigned] {
            let found = spoilt(&city, |of| of.barred = barred(a, loss));
            assert_eq!(found, refused(OrderFault::HolderBarred(a)));
            assert_eq!(spoilt(&city, |of| of.barred = barred(b, loss)), Ok(()));
        }
        let found = spoilt(&city, |of| of.terms.excluded = Set::one(a));
        assert_eq!(found, refused(OrderFault::HolderBarred(a)));
        assert_eq!(spoilt(&city, |of| of.terms.excluded = Set::one(b)), Ok(()));
        let mut own = city.alliance.snapshot();
        own.enterprises[0].code = own.members[a.index()].code;
        let broken = refused(OrderFault::HolderBarred(a));
        assert_eq!(Alliance::try_from(own).map(drop), broken, "it is the enterprise itself");
        let mut other = city.alliance.snapshot();
        other.enterprises[0].code = other.members[b.index()].code;
        assert_eq!(Alliance::try_from(other).map(drop), Ok(()));
    }
}

/// rules 5.2 and 2.1: what bars a firm goes with its code, whichever of its ids is named.
#[test]
fn a_snapshot_with_an_order_with_a_firm_barred_under_another_id_is_refused() {
    let mut city = City::literal();
    let item = city.item(Category::Finance);
    let [a, other] = city.members(Category::Finance, &[item]);
    city.act(Act::Withdraw { member: a });
    city.open("2025-03-03");
    let again = city.come_back(a);
    city.accept(naming(item, again));
    let broken = refused(OrderFault::HolderBarred(again));
    for loss in [Loss::Declined, Loss::Reassigned] {
        assert_eq!(spoilt(&city, |of| of.barred = barred(a, loss)), broken);
        assert_eq!(spoilt(&city, |of| of.barred = barred(other, loss)), Ok(()));
    }
    assert_eq!(spoilt(&city, |of| of.terms.excluded = Set::one(a)), broken);
    assert_eq!(spoilt(&city, |of| of.terms.excluded = Set::one(other)), Ok(()));
}

/// rules 5.2 and 7.8: a firm that is barred from an order is given it under no id, so it is barred
/// once.
#[test]
fn a_snapshot_with_a_firm_barred_from_an_order_under_two_ids_is_refused() {
    let mut city = City::literal();
    let item = city.item(Category::Finance);
    let [a, other] = city.members(Category::Finance, &[item]);
    city.act(Act::Withdraw { member: a });
    city.open("2025-03-03");
    let again = city.come_back(a);
    city.suspend(&[other, again]);
    let (order, holder) = city.accept(plain(item));
    assert_eq!(holder, None);
    let barred = |members: [MemberId; 2]| {
        let [first, second] = members.map(|member| Barred { member, by: Loss::Reassigned });
        let second = Barred { by: Loss::Declined, ..second };
        spoilt(&city, |of| of.barred = set(&[first, second]))
    };
    let broken = Err(Broken::Order(order, OrderFault::Barred(again)));
    assert_eq!((barred([a, again]), barred([again, a])), (broken, broken));
    assert_eq!((barred([a, other]), barred([again, other])), (Ok(()), Ok(())));
    assert_eq!(barred([a, a]), Err(Broken::Order(order, OrderFault::Barred(a))));
}

/// rules 7.3: a fee is due on the day of the completion at the earliest, so not before submission.
#[test]
fn a_snapshot_with_a_fee_due_before_submission_is_refused() {
    let (mut city, ..) = with_an_order::<1>(paidan::Policy::cixi_2021());
    city.act(complete(order(1), "2025-01-02"));
    let due = |day: &str| {
        spoilt(&city, |of| {
            let OrderState::Completed(completion) = of.state else { panic!("it is completed") };
            let due = day.parse().expect("a day");
            of.state = OrderState::Completed(Completion { due, ..completion });
        })
    };
    assert_eq!(due("2025-01-01"), refused(OrderFault::DueTooEarly));
    assert_eq!((due("2025-01-02"), due("2025-01-03")), (Ok(()), Ok(())));
}

/// rules 9: a deposit is held where one was asked for, and nowhere else.
#[test]
fn a_snapshot_with_a_deposit_that_nobody_asked_for_is_refused() {
    let (city, ..) = with_an_order::<1>(paidan::Policy::cixi_2021());
    let holds = |asked, amount| {
        spoilt(&city, |of| (of.terms.ask_deposit, of.deposit) = (asked, money(amount)))
    };
    assert_eq!(holds(false, "0.01"), refused(OrderFault::DepositNotAsked));
    assert_eq!((holds(false, "0.00"), holds(true, "0.00")), (Ok(()), Ok(())), "it may be nothing");
    assert_eq!(holds(true, "100.00"), Ok(()));
    assert_eq!(holds(true, "100.01"), refused(OrderFault::Deposit), "the price is 100.00");
}

/// rules 8.2: the platform names whom an order goes to when it takes it from another, and never
/// else.
#[test]
fn a_snapshot_with_a_basis_named_on_an_order_never_taken_away_is_refused() {
    let (mut city, _, _, [a, b, c]) = with_an_order(paidan::Policy::cixi_2021());
    let named = |city: &City, barred: Set<Barred>| {
        spoilt(city, |of| {
            let OrderState::Assigned(giving) = &mut of.state else { panic!("it is assigned") };
            (giving.basis, of.barred) = (Basis::Named, barred);
        })
    };
    let broken = refused(OrderFault::NamedWithoutReassignment);
    assert_eq!(named(&city, Set::default()), broken);
    assert_eq!(named(&city, barred(b, Loss::Declined)), broken, "declined, not taken");
    assert_eq!(named(&city, barred(b, Loss::Reassigned)), Ok(()));
    city.act(reassign(order(1), Some(c)));
    assert_eq!(spoilt(&city, |_| ()), Ok(()));
    assert_eq!(named(&city, Set::default()), broken);
    assert_eq!(named(&city, barred(a, Loss::Declined)), broken);
}

/// rules 5.3: an order that names nobody may be given on designation, if it was named while it was
/// held: such a snapshot is let in.
#[test]
fn a_snapshot_with_one_named_while_an_order_was_held_is_let_in() {
    let mut city = City::literal();
    let item = city.item(Category::Finance);
    let member = city.member(Category::Finance, &[item]);
    city.suspend(&[member]);
    let (order, holder) = city.accept(plain(item));
    assert_eq!(holder, None);
    city.act(Act::Designate { order, member });
    let record = city.alliance.order(order).expect("a record");
    let giving = record.state.open().expect("it is open");
    assert_eq!((giving.basis, record.terms.designated), (Basis::Designation, None));
    assert_eq!(spoilt(&city, |_| ()), Ok(()));
}

/// rules 6.2: an order of the month that counts is in the tallies of the member that has it, or
/// the snapshot is refused: it could come off it with nothing to come off.
#[test]
fn a_snapshot_whose_tallies_lack_an_open_order_is_refused() {
    let mut city = City::literal();
    let item = city.item(Category::Finance);
    let member = city.member(Category::Finance, &[item]);
    city.turn(item);
    city.turn(item);
    let sound = city.alliance.snapshot();
    let spoilt = |spoil: fn(&mut Vec<MemberTally>)| {
        let mut snapshot = sound.clone();
        spoil(&mut snapshot.tallies);
        Alliance::try_from(snapshot).map(|alliance| alliance.snapshot())
    };
    assert_eq!(spoilt(|_| ()), Ok(sound.clone()));
    let broken = |fault| Err(Broken::Tally(member, fault));
    let lacks = broken(TallyFault::LacksOpen(item));
    assert_eq!(spoilt(Vec::clear), lacks);
    assert_eq!(spoilt(|rows| rows[0].items[0].orders = 1), lacks);
    let amount = broken(TallyFault::LacksAmount);
    assert_eq!(spoilt(|rows| rows[0].items[0].orders = 3), amount, "the third cost nothing");
    assert_eq!(spoilt(|rows| rows[0].amount = money("199.99")), amount);
    assert_eq!(spoilt(|rows| rows[0].amount = money("200.01")), amount, "two cost 200.00");
}

/// rules 3.5: no place gets a number twice, so a snapshot in which a member can go back to where
/// another one stands, or two can go back to one place, is refused.
#[test]
fn a_snapshot_in_which_two_can_stand_in_one_place_is_refused() {
    let mut city = City::literal();
    let item = city.item(Category::Finance);
    let _: [MemberId; 3] = city.members(Category::Finance, &[item]);
    city.turn(item);
    city.turn(item);
    let sound = city.alliance.snapshot();
    // The first went from 1 to 4, the second from 2 to 5; the third stands at 3.
    let second_left = |number| {
        let mut snapshot = sound.clone();
        let OrderRow::Kept(record) = &mut snapshot.orders[1] else { panic!("it has not ended") };
        let OrderState::Assigned(giving) = &mut record.state else { panic!("it is assigned") };
        giving.moved.as_mut().expect("it moved").from = Place::new(number).expect("not zero");
        Alliance::try_from(snapshot).map(|alliance| alliance.snapshot())
    };
    assert_eq!(second_left(2), Ok(sound.clone()));
    let broken = Err(Broken::Order(order(2), OrderFault::RememberedPlace));
    assert_eq!(second_left(1), broken, "the first left it, too");
    assert_eq!(second_left(3), broken, "the third stands there");
    assert_eq!(second_left(4), broken, "the first stands there");
    let backward = Err(Broken::Order(order(2), OrderFault::Moved));
    assert_eq!(second_left(5), backward, "nobody goes to the end from the end itself");
}
