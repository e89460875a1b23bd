//! Policies of all readings and of numbers that matter in small histories.

use std::num::NonZeroU32;

use paidan::{
    CapScope, ComprehensiveReach, Condition, CountDesignated, DepositMonths, DesignationUsesTurn,
    DutyDays, Guard, Margin, Money, Policy, Price, Set, SettlementDays, Share, Turn,
};

use super::draws::Draws;
use super::world::World;

/// The conditions that a policy can ask for.
pub const CONDITIONS: [&str; 2] = ["registered in Cixi", "taxes paid"];

/// Shares that few orders hit exactly, and the ends of the range.
const SHARES: [u16; 8] = [5_000, 3_000, 3_333, 3_334, 10_000, 2_500, 1, 4_000];

fn share(draws: &mut dyn Draws) -> Share {
    Share::new(SHARES[draws.below(SHARES.len())]).expect("a share")
}

fn from_one(draws: &mut dyn Draws, most: usize) -> NonZeroU32 {
    let more = u32::try_from(draws.below(most)).expect("few");
    NonZeroU32::MIN.saturating_add(more)
}

/// So few members that some histories have fewer, some as many, and some more.
fn few(draws: &mut dyn Draws, of: [u32; 6]) -> NonZeroU32 {
    NonZeroU32::new(of[draws.below(of.len())]).expect("some members")
}

/// A policy: one of the presets with a few changes, or with many.
pub fn policy(world: &World, draws: &mut dyn Draws) -> Policy {
    let mut policy = if draws.below(4) == 0 { Policy::recommended() } else { Policy::cixi_2021() };
    let odds = [9, 4, 2][draws.below(3)];
    let mut changes = |policy: &mut Policy, change: fn(&mut Policy, &mut dyn Draws)| {
        if draws.below(odds) == 0 {
            change(policy, draws);
        }
    };
    changes(&mut policy, |of, draws| {
        of.turn = [Turn::Cursor, Turn::Cursor, Turn::TopRank, Turn::KeepPlace][draws.below(4)];
    });
    changes(&mut policy, |of, draws| {
        of.caps.guard = Guard::On { min_orders: from_one(draws, 4) };
    });
    changes(&mut policy, |of, _| of.count_designated = CountDesignated::No);
    changes(&mut policy, |of, _| of.designation_uses_turn = DesignationUsesTurn::Yes);
    changes(&mut policy, |of, _| of.comprehensive_reach = ComprehensiveReach::EveryCategory);
    changes(&mut policy, |of, _| of.caps.scope = CapScope::Item);
    changes(&mut policy, |of, draws| of.caps.item_share = share(draws));
    changes(&mut policy, |of, draws| of.caps.amount_share = share(draws));
    changes(&mut policy, |of, draws| of.caps.item_min_orders = from_one(draws, 4));
    changes(&mut policy, |of, draws| of.caps.amount_min_orders = from_one(draws, 6));
    changes(&mut policy, |of, draws| {
        of.caps.item_min_members = few(draws, [2, 2, 3, 3, 4, 8]);
    });
    changes(&mut policy, |of, draws| of.conditions = conditions(draws));
    numbers(&mut policy, &mut changes);
    if draws.below(odds) == 0 {
        let all = u32::try_from(world.members.1).expect("few");
        policy.caps.amount_min_members = few(draws, [2, 3, 4, all - 1, all.max(6) - 5, all]);
    }
    policy
}

/// The numbers that bear on single acts.
fn numbers(
    policy: &mut Policy,
    changes: &mut impl FnMut(&mut Policy, fn(&mut Policy, &mut dyn Draws)),
) {
    changes(policy, |of, draws| of.admission.min_orders = [0, 1, 9][draws.below(3)]);
    changes(policy, |of, draws| of.reassignment.limit = from_one(draws, 3));
    changes(policy, |of, draws| {
        let days = [1, 3, 5][draws.below(3)];
        of.duty.days = DutyDays::new(days).expect("one to five");
    });
    changes(policy, |of, draws| {
        let days = [0, 1, 30, 366][draws.below(4)];
        of.settlement.days = SettlementDays::new(days).expect("at most 366");
    });
    changes(policy, |of, draws| {
        of.deposit.months =
            DepositMonths::new([0, 6, 1_200][draws.below(3)]).expect("at most 1200");
    });
    changes(policy, |of, draws| {
        of.deposit.margin = Margin::new([500, 3_333, 10_000][draws.below(3)]).expect("in range");
    });
    changes(policy, |of, draws| {
        let yuan = [0, 50, 99_999_999][draws.below(3)];
        of.deposit.ceiling = Price::new(Money::from_yuan(yuan)).expect("a price");
    });
}

pub fn condition(condition: &str) -> Condition {
    condition.try_into().expect("a short condition")
}

fn conditions(draws: &mut dyn Draws) -> Set<Condition> {
    let all = CONDITIONS.map(condition);
    let some = all[..=draws.below(2)].to_vec();
    Set::try_from(some).expect("a short list")
}
