//! What is drawn for a random history: small numbers only, which `world` maps onto what is there
//! when their turn comes. So most commands are accepted, and a failure shrinks well.

use std::num::NonZeroU32;

use paidan::{
    CapScope, ComprehensiveReach, CountDesignated, DesignationUsesTurn, DutyDays, Guard, Margin,
    Money, Policy, Price, SettlementDays, Share, Turn,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::common::{condition, set};

/// The numbers behind one command.
#[derive(Clone, Copy, Debug)]
pub struct Draw {
    /// Which act.
    pub act: u8,
    /// Whom or what it is about.
    pub who: u8,
    /// Which item or items.
    pub item: u8,
    /// Which price.
    pub price: u8,
    /// Which options of an order.
    pub mask: u8,
    /// Anything else.
    pub more: u8,
    /// One in ten is a slip: a command that should be refused.
    pub slip: u8,
}

/// A random history, not yet played.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The policy at first, and those that may be adopted.
    pub policies: Vec<Policy>,
    /// The first members of the finance, the research and the comprehensive class.
    pub founders: [Vec<Draw>; 3],
    /// What happens then.
    pub draws: Vec<Draw>,
}

/// Random histories under any policies. In one of four the finance line is so busy that it has to
/// be laid out anew in its memory.
pub fn plans() -> impl Strategy<Value = Plan> {
    let policies = vec(policy(), 3);
    let founders = (vec(draw(), 2..=6), vec(draw(), 2..=4), vec(draw(), 2..=3));
    let draws = vec(draw(), 10..=300);
    (policies, founders, draws, 0..4_u8).prop_map(|(policies, founders, draws, quiet)| {
        let (one, two, three) = founders;
        let mut plan = Plan { policies, founders: [one, two, three], draws };
        if quiet == 0 {
            plan.policies[0].turn = Turn::KeepPlace;
            for draw in plan.draws.iter_mut().filter(|draw| !draw.more.is_multiple_of(4)) {
                (draw.act, draw.item, draw.mask) = (0, 0, 7);
            }
        }
        plan
    })
}

/// Random histories that begin under a policy changed like this; others may be adopted.
pub fn plans_under(change: impl Fn(&mut Policy)) -> impl Strategy<Value = Plan> {
    plans().prop_map(move |mut plan| {
        change(&mut plan.policies[0]);
        plan
    })
}

/// The numbers behind one command, any of them.
pub fn draw() -> impl Strategy<Value = Draw> {
    let any = any::<u8>;
    (0..76_u8, any(), any(), any(), any(), any(), 0..10_u8).prop_map(
        |(act, who, item, price, mask, more, slip)| Draw {
            act,
            who,
            item,
            price,
            mask,
            more,
            slip,
        },
    )
}

/// A policy with any of its options, shares that are hit exactly, and small minima.
fn policy() -> impl Strategy<Value = Policy> {
    let turn = prop_oneof![Just(Turn::KeepPlace), Just(Turn::Cursor), Just(Turn::TopRank)];
    let share = || prop_oneof![Just(5000_u16), Just(3000), Just(2500), Just(3333), Just(10_000)];
    let options = any::<[bool; 5]>();
    let rest = any::<([u8; 4], [u8; 2])>();
    (turn, share(), share(), 1..6_u32, 1..6_u32, 0..4_u32, options, rest).prop_map(
        |(turn, item_share, amount_share, item_min, amount_min, guard, options, (life, few))| {
            let [reaches, uses, counts, by_item, asks] = options;
            let mut policy = Policy::cixi_2021();
            policy.turn = turn;
            policy.caps.item_share = Share::new(item_share).expect("a share");
            policy.caps.amount_share = Share::new(amount_share).expect("a share");
            policy.caps.item_min_orders = NonZeroU32::new(item_min).expect("not zero");
            policy.caps.amount_min_orders = NonZeroU32::new(amount_min).expect("not zero");
            let on = NonZeroU32::new(guard).map(|min_orders| Guard::On { min_orders });
            policy.caps.guard = on.unwrap_or(Guard::Off);
            if reaches {
                policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
            }
            if uses {
                policy.designation_uses_turn = DesignationUsesTurn::Yes;
            }
            if counts {
                policy.count_designated = CountDesignated::No;
            }
            if by_item {
                policy.caps.scope = CapScope::Item;
                policy.deposit.margin = Margin::new(10_000).expect("a margin");
            }
            if asks {
                policy.conditions =
                    set(&[condition("taxes paid"), condition("registered in Cixi")]);
            }
            work(&mut policy, life);
            few_members(&mut policy, few);
            policy
        },
    )
}

/// From how many members on caps are judged: often from one on, now and then from more than there
/// are.
fn few_members(policy: &mut Policy, [item, amount]: [u8; 2]) {
    let item = [1, 1, 2, 3, 5][usize::from(item % 5)];
    policy.caps.item_min_members = NonZeroU32::new(item).expect("not zero");
    let amount = [1, 1, 4, 7, 10][usize::from(amount % 5)];
    policy.caps.amount_min_members = NonZeroU32::new(amount).expect("not zero");
}

/// What bears on the life of an order: how soon a run expels, when fees are due, how much a
/// deposit can be; and how many duty days a week needs.
fn work(policy: &mut Policy, [limit, days, ceiling, duty]: [u8; 4]) {
    let limit = [1, 2, 2, 3][usize::from(limit % 4)];
    policy.reassignment.limit = NonZeroU32::new(limit).expect("not zero");
    let days = [7, 7, 0, 1, 20][usize::from(days % 5)];
    policy.settlement.days = SettlementDays::new(days).expect("in range");
    let yuan = [5000, 5000, 150, 0][usize::from(ceiling % 4)];
    policy.deposit.ceiling = Price::new(Money::from_yuan(yuan)).expect("a price");
    let days = [2, 2, 1, 3, 5][usize::from(duty % 5)];
    policy.duty.days = DutyDays::new(days).expect("in range");
}
