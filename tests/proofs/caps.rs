//! The monthly caps (article 17, rules 1.6 and 6.3): the theorems of `proofs/Caps.v`.

use paidan::{CapFigures, Category, Event, Policy, Reach, Share};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::common::{City, naming};

/// Orders given to members by name in one month: which member, and for how many yuan.
fn orders() -> impl Strategy<Value = Vec<(usize, u16)>> {
    vec((0_usize..6, prop_oneof![Just(100_u16), 1..=900_u16]), 1..40)
}

/// The caps that are reached, with how far.
fn caps(item: Share, amount: Share, orders: &[(usize, u16)]) -> Vec<(CapFigures, Reach)> {
    let mut policy = Policy::cixi_2021();
    (policy.caps.item_share, policy.caps.amount_share) = (item, amount);
    let mut city = City::new(policy);
    let item = city.item(Category::Finance);
    let members: [_; 6] = city.members(Category::Finance, &[item]);
    for (member, yuan) in orders {
        let mut order = naming(item, members[*member]);
        order.price = format!("{yuan}.00").parse().expect("a price");
        city.accept(order);
    }
    let outcome = city.open("2025-02-01");
    let caps = outcome.events.iter().filter_map(|event| match *event {
        Event::CapReached { cap, reach, .. } => Some((cap, reach)),
        _ => None,
    });
    caps.collect()
}

/// How many reach the cap of the item, and how many that of the amount.
fn reaching(item: Share, amount: Share, orders: &[(usize, u16)]) -> [usize; 2] {
    let caps = caps(item, amount, orders);
    let of_items = caps.iter().filter(|(cap, _)| matches!(cap, CapFigures::Item { .. })).count();
    [of_items, caps.len() - of_items]
}

fn share() -> impl Strategy<Value = Share> {
    let basis_points = prop_oneof![1_u16..=10_000, Just(5_000), Just(3_000), Just(2_500)];
    basis_points.prop_map(|of| Share::new(of).expect("in range"))
}

proptest! {
    #![proptest_config(crate::proofs::cases())]

    /// rules 6.3: at a cap of a share c of the whole at most 1/c members reach it.
    #[test]
    fn few_reach_a_cap(item in share(), amount in share(), orders in orders()) {
        let found = reaching(item, amount, &orders);
        for (share, found) in [item, amount].into_iter().zip(found) {
            prop_assert!(found * usize::from(share.basis_points()) <= 10_000, "{found} at {share:?}");
        }
    }

    /// rules 6.3: at most two members reach half of the orders of an item.
    #[test]
    fn at_most_two_reach_half(orders in orders(), few in 1_usize..=3) {
        let orders: Vec<_> = orders.into_iter().map(|(of, yuan)| (of % few, yuan)).collect();
        let literal = Policy::cixi_2021().caps;
        prop_assert!(reaching(literal.item_share, literal.amount_share, &orders)[0] <= 2);
    }

    /// rules 6.3: at most three members reach thirty per cent of the amount.
    #[test]
    fn at_most_three_reach_thirty_per_cent(orders in orders(), few in 1_usize..=4) {
        let orders: Vec<_> = orders.into_iter().map(|(of, yuan)| (of % few, yuan)).collect();
        let literal = Policy::cixi_2021().caps;
        prop_assert!(reaching(literal.item_share, literal.amount_share, &orders)[1] <= 3);
    }

    /// rules 1.6 and 6.3: to multiply crosswise is to say that the share is reached, or exceeded:
    /// nothing is rounded. Here the share is found by dividing, with what remains.
    #[test]
    fn the_share_is_exact(share in share(), part in 0_u64..=1 << 40, more in 0_u64..=1 << 40) {
        let whole = (part + more).max(1);
        let limit = u128::from(share.basis_points());
        // Just at the share, too, where it is one of whole numbers.
        let at = u64::try_from(u128::from(whole) * limit / 10_000).expect("a part");
        for own in [part, at, at + 1, at.saturating_sub(1)] {
            let (parts, rest) =
                (u128::from(own) * 10_000 / u128::from(whole), u128::from(own) * 10_000 % u128::from(whole));
            prop_assert_eq!(share.reached_by(own, whole), parts >= limit);
            let exceeds = parts > limit || (parts == limit && rest > 0);
            prop_assert_eq!(share.exceeded_by(own, whole), exceeds);
        }
    }

    /// rules 6.3: whether a cap is reached is just that, of figures above zero.
    #[test]
    fn a_cap_is_reached_by_its_share(item in share(), amount in share(), orders in orders()) {
        let total: u64 = orders.iter().map(|(_, yuan)| u64::from(*yuan) * 100).sum();
        let count = u64::try_from(orders.len()).expect("few");
        let mut expected = 0;
        for member in 0..6 {
            let own = orders.iter().filter(|(of, _)| *of == member);
            let (orders, fen) =
                own.fold((0, 0), |(n, sum), (_, yuan)| (n + 1, sum + u64::from(*yuan) * 100));
            expected += usize::from(orders > 0 && item.reached_by(orders, count));
            expected += usize::from(fen > 0 && amount.reached_by(fen, total));
        }
        prop_assert_eq!(caps(item, amount, &orders).len(), expected);
    }
}
