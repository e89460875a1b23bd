//! The tallies beside a plain list of the orders given.

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use super::Tally;
use crate::words::id::{ItemId, MemberId};
use crate::words::money::Money;

const MEMBERS: usize = 12;
const ITEMS: usize = 7;

/// What happens in a month and at its end.
#[derive(Clone, Debug)]
enum Act {
    /// A member was given orders for an item, at these prices; more than one come from a snapshot.
    Add(usize, usize, Vec<u64>),
    /// One of the orders comes off.
    Remove(usize),
    /// One comes off a member that was given none, of which nothing comes.
    RemoveUnknown(usize),
    Clear,
}

/// Both: the tallies, and an entry an order.
#[derive(Debug, Default)]
struct Pair {
    tally: Tally,
    given: Vec<(MemberId, ItemId, Money)>,
}

fn member(number: usize) -> MemberId {
    MemberId::nth(number).expect("an id")
}

fn item(number: usize) -> ItemId {
    ItemId::nth(number).expect("an id")
}

/// A number of orders.
fn count<T>(orders: &[T]) -> u32 {
    u32::try_from(orders.len()).expect("few")
}

/// The amount of some orders.
fn amount(orders: &[(MemberId, ItemId, Money)]) -> Money {
    Money::from_fen(orders.iter().map(|(_, _, price)| price.fen()).sum())
}

impl Pair {
    fn act(&mut self, act: Act) -> TestCaseResult {
        match act {
            Act::Add(of, what, prices) => {
                let (member, item) = (member(of), item(what));
                let price = |fen: &u64| (member, item, Money::from_fen(*fen));
                let orders: Vec<_> = prices.iter().map(price).collect();
                self.tally.add(member, item, count(&orders), amount(&orders));
                self.given.extend(orders);
            }
            Act::Remove(number) if !self.given.is_empty() => {
                let (member, item, price) = self.given.remove(number % self.given.len());
                self.tally.remove(member, item, price);
            }
            Act::Remove(_) => {}
            Act::RemoveUnknown(what) => {
                self.tally.remove(member(MEMBERS), item(what), Money::from_fen(1));
            }
            Act::Clear => {
                self.tally.clear();
                self.given.clear();
            }
        }
        self.compare()
    }

    /// The orders given to a member.
    fn given_to(&self, member: MemberId) -> Vec<(MemberId, ItemId, Money)> {
        self.given.iter().filter(|(of, ..)| *of == member).copied().collect()
    }

    /// All that can be read from both is the same; one more member and item than there are, too.
    fn compare(&self) -> TestCaseResult {
        let tally = &self.tally;
        let mut tallied = Vec::new();
        for member in (0..=MEMBERS).map(member) {
            let own = self.given_to(member);
            let mut items = Vec::new();
            for item in (0..=ITEMS).map(item) {
                let orders = own.iter().filter(|(_, of, _)| *of == item).count();
                let orders = u32::try_from(orders).expect("few");
                prop_assert_eq!(tally.orders_of(member, item), orders);
                items.extend((orders > 0).then_some((item, orders)));
            }
            prop_assert_eq!(tally.items_of(member), items);
            prop_assert_eq!(tally.amount_of(member), amount(&own));
            prop_assert_eq!(tally.orders_in_all(member), count(&own));
            let times = tally.touched().filter(|of| *of == member).count();
            prop_assert!(times <= 1 && (times == 1 || own.is_empty()), "{member} {times} times");
            tallied.extend((!own.is_empty()).then_some(member));
        }
        for item in (0..=ITEMS).map(item) {
            let orders: Vec<_> = self.given.iter().filter(|(_, of, _)| *of == item).collect();
            prop_assert_eq!(tally.orders_for(item), count(&orders));
        }
        prop_assert_eq!(tally.members(), tallied);
        prop_assert_eq!(tally.orders(), count(&self.given));
        prop_assert_eq!(tally.amount(), amount(&self.given));
        Ok(())
    }
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let prices = || prop::collection::vec(0_u64..10_000_000_000, 1..4);
    let act = prop_oneof![
        8 => (0..MEMBERS, 0..ITEMS, prices())
            .prop_map(|(member, item, prices)| Act::Add(member, item, prices)),
        6 => (0_usize..10_000).prop_map(Act::Remove),
        1 => (0..=ITEMS).prop_map(Act::RemoveUnknown),
    ];
    // Seldom, so that a month has a history.
    let act = prop_oneof![40 => act, 1 => Just(Act::Clear)];
    prop::collection::vec(act, 0..200)
}

proptest! {
    /// After each act the tallies are what a count of the list says.
    #[test]
    fn is_a_plain_list(acts in acts()) {
        let mut pair = Pair::default();
        for act in acts {
            pair.act(act)?;
        }
    }
}
