//! Deposits: every fen of them (article 20, rules 9).

use std::collections::BTreeMap;

use paidan::{Act, Alliance, Event, Money, OrderId};
use proptest::prelude::*;

use crate::laws::model::{all_orders, order_of};
use crate::laws::plan::plans;

/// The deposits that are held, by what the records say.
fn held(alliance: &Alliance) -> BTreeMap<OrderId, Money> {
    let orders = all_orders(alliance).into_iter();
    let deposit = |order| alliance.order(order).map(|record| (order, record.deposit));
    orders.filter_map(deposit).filter(|(_, deposit)| !deposit.is_zero()).collect()
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 9: each deposit is returned, counted or forfeited once, whole, when its order ends,
    /// and never above the ceiling or the price; so what is held is what was taken in less what
    /// went out.
    #[test]
    fn each_deposit_goes_out_once_and_whole(plan in plans()) {
        let mut kept: BTreeMap<OrderId, Money> = BTreeMap::new();
        for entry in plan.play() {
            for event in entry.result.iter().flat_map(|outcome| &outcome.events) {
                match *event {
                    Event::Accepted { order, deposit } => {
                        let Act::Accept(asked) = &entry.command.act else { continue };
                        let ceiling = entry.before.policy().deposit.ceiling;
                        prop_assert!(deposit <= asked.price.amount().min(ceiling.amount()));
                        prop_assert!(deposit.is_zero() || asked.ask_deposit);
                        prop_assert_eq!(kept.insert(order, deposit), None);
                    }
                    Event::DepositReturned { order, amount }
                    | Event::DepositCounted { order, amount }
                    | Event::DepositForfeited { order, amount } => {
                        prop_assert_eq!(kept.remove(&order), Some(amount));
                        prop_assert_eq!(entry.after.order(order), None, "it goes when it ends");
                    }
                    _ => {}
                }
            }
            // An order without a deposit ends without a word of it.
            kept.retain(|_, deposit| !deposit.is_zero());
            prop_assert_eq!(&held(&entry.after), &kept);
        }
    }

    /// rules 7.2 to 7.7 and 9: how an order ends decides what becomes of its deposit and whether
    /// the enterprise is blacklisted.
    #[test]
    fn the_end_decides_what_becomes_of_a_deposit(plan in plans()) {
        for entry in plan.play() {
            let Ok(outcome) = &entry.result else { continue };
            let has = |wanted: fn(&Event) -> bool| outcome.events.iter().any(wanted);
            let is_forfeited = has(|of| matches!(of, Event::DepositForfeited { .. }));
            let is_blacklisted = has(|of| matches!(of, Event::Blacklisted { .. }));
            let is_returned = has(|of| matches!(of, Event::DepositReturned { .. }));
            let declined = match entry.command.act {
                Act::Abandon { order } => entry.before.order(order).is_some_and(|record| {
                    matches!(record.state, paidan::OrderState::Declined(_))
                }),
                _ => false,
            };
            let is_breach = match entry.command.act {
                Act::RecordDefault { .. } => true,
                Act::Abandon { .. } => !declined,
                _ => false,
            };
            let is_innocent = declined
                || matches!(
                    entry.command.act,
                    Act::Cancel { .. } | Act::CallOff { .. } | Act::Fail { .. }
                );
            prop_assert!(is_breach || !is_forfeited);
            prop_assert!(is_breach || !is_blacklisted);
            prop_assert!(is_innocent || !is_returned);
            if let (true, Some(order)) = (is_breach, order_of(&entry.command.act)) {
                let record = entry.before.order(order).expect("a kept order");
                let customer = entry.after.enterprise(record.terms.enterprise);
                prop_assert!(customer.is_some_and(|customer| customer.blacklisted));
            }
        }
    }
}
