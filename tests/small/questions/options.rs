//! The options and their values. What is said of later policies is of the second; the third is as
//! the first but for its turn, which is not that of the second.

use std::num::NonZeroU32;

use paidan::{
    CapScope, ComprehensiveReach, CountDesignated, DesignationUsesTurn, Guard, Policy, Share, Turn,
};

use super::{Choice, Policies};

/// Changes all three policies.
fn each(policies: &mut Policies, change: impl Fn(&mut Policy)) {
    policies.iter_mut().for_each(change);
}

const ONE: NonZeroU32 = NonZeroU32::MIN;
const TWO: NonZeroU32 = NonZeroU32::MIN.saturating_add(1);
const THREE: NonZeroU32 = NonZeroU32::MIN.saturating_add(2);

fn shares(policy: &mut Policy, item: u16, amount: u16) {
    policy.caps.item_share = Share::new(item).expect("a share");
    policy.caps.amount_share = Share::new(amount).expect("a share");
}

/// The turns of the second policy and of the third.
fn turns([_, second, third]: &mut Policies, of_second: Turn, of_third: Turn) {
    (second.turn, third.turn) = (of_second, of_third);
}

pub const TURN: Choice = Choice {
    name: "turn",
    values: &[
        ("KeepPlace", |of| each(of, |of| of.turn = Turn::KeepPlace)),
        ("Cursor", |of| each(of, |of| of.turn = Turn::Cursor)),
        ("TopRank", |of| each(of, |of| of.turn = Turn::TopRank)),
    ],
};

pub const GUARD: Choice = Choice {
    name: "guard",
    values: &[
        ("off", |of| each(of, |of| of.caps.guard = Guard::Off)),
        ("from 1", |of| each(of, |of| of.caps.guard = Guard::On { min_orders: ONE })),
        ("from 2", |of| each(of, |of| of.caps.guard = Guard::On { min_orders: TWO })),
    ],
};

pub const SHARES: Choice = Choice {
    name: "shares",
    values: &[
        ("50 and 30 %", |of| each(of, |of| shares(of, 5_000, 3_000))),
        ("100 and 70 %", |of| each(of, |of| shares(of, 10_000, 7_000))),
        ("33.33 and 50 %", |of| each(of, |of| shares(of, 3_333, 5_000))),
    ],
};

pub const SCOPE: Choice = Choice {
    name: "scope",
    values: &[
        ("Member", |of| each(of, |of| of.caps.scope = CapScope::Member)),
        ("Item", |of| each(of, |of| of.caps.scope = CapScope::Item)),
    ],
};

pub const ITEM_MIN_ORDERS: Choice = Choice {
    name: "item judged from",
    values: &[
        ("1", |of| each(of, |of| of.caps.item_min_orders = ONE)),
        ("2", |of| each(of, |of| of.caps.item_min_orders = TWO)),
    ],
};

pub const AMOUNT_MIN_ORDERS: Choice = Choice {
    name: "amount judged from",
    values: &[
        ("1", |of| each(of, |of| of.caps.amount_min_orders = ONE)),
        ("2", |of| each(of, |of| of.caps.amount_min_orders = TWO)),
    ],
};

/// All three firms offer the first item, two of them the second.
pub const ITEM_MIN_MEMBERS: Choice = Choice {
    name: "item judged from members",
    values: &[
        ("1", |of| each(of, |of| of.caps.item_min_members = ONE)),
        ("3", |of| each(of, |of| of.caps.item_min_members = THREE)),
    ],
};

pub const AMOUNT_MIN_MEMBERS: Choice = Choice {
    name: "amount judged from members",
    values: &[
        ("1", |of| each(of, |of| of.caps.amount_min_members = ONE)),
        ("3", |of| each(of, |of| of.caps.amount_min_members = THREE)),
    ],
};

pub const COUNT_DESIGNATED: Choice = Choice {
    name: "designated orders count",
    values: &[
        ("yes", |of| each(of, |of| of.count_designated = CountDesignated::Yes)),
        ("no", |of| each(of, |of| of.count_designated = CountDesignated::No)),
    ],
};

pub const USES_TURN: Choice = Choice {
    name: "designation uses the turn",
    values: &[
        ("no", |of| each(of, |of| of.designation_uses_turn = DesignationUsesTurn::No)),
        ("yes", |of| each(of, |of| of.designation_uses_turn = DesignationUsesTurn::Yes)),
    ],
};

pub const LIMIT: Choice = Choice {
    name: "limit of reassignments",
    values: &[
        ("1", |of| each(of, |of| of.reassignment.limit = ONE)),
        ("2", |of| each(of, |of| of.reassignment.limit = TWO)),
    ],
};

pub const REACH: Choice = Choice {
    name: "reach",
    values: &[
        ("own category", |of| {
            each(of, |of| of.comprehensive_reach = ComprehensiveReach::OwnCategory);
        }),
        ("every category", |of| {
            each(of, |of| of.comprehensive_reach = ComprehensiveReach::EveryCategory);
        }),
    ],
};

/// Every firm applies with five orders.
pub const MIN_VOLUME: Choice = Choice {
    name: "admission from",
    values: &[
        ("5", |of| each(of, |of| of.admission.min_orders = 5)),
        ("0", |of| each(of, |of| of.admission.min_orders = 0)),
    ],
};

pub const LATER_TURN: Choice = Choice {
    name: "later turn",
    values: &[
        ("KeepPlace", |of| turns(of, Turn::KeepPlace, Turn::Cursor)),
        ("Cursor", |of| turns(of, Turn::Cursor, Turn::TopRank)),
        ("TopRank", |of| turns(of, Turn::TopRank, Turn::KeepPlace)),
    ],
};

pub const LATER_GUARD: Choice = Choice {
    name: "later guard",
    values: &[
        ("off", |[_, second, _]| second.caps.guard = Guard::Off),
        ("from 1", |[_, second, _]| second.caps.guard = Guard::On { min_orders: ONE }),
    ],
};

pub const LATER_SHARES: Choice = Choice {
    name: "later shares",
    values: &[
        ("50 and 30 %", |[_, second, _]| shares(second, 5_000, 3_000)),
        ("100 and 70 %", |[_, second, _]| shares(second, 10_000, 7_000)),
    ],
};

pub const LATER_SCOPE: Choice = Choice {
    name: "later scope",
    values: &[
        ("Member", |[_, second, _]| second.caps.scope = CapScope::Member),
        ("Item", |[_, second, _]| second.caps.scope = CapScope::Item),
    ],
};

pub const LATER_COUNT: Choice = Choice {
    name: "later designated orders count",
    values: &[
        ("yes", |[_, second, _]| second.count_designated = CountDesignated::Yes),
        ("no", |[_, second, _]| second.count_designated = CountDesignated::No),
    ],
};

pub const LATER_USES_TURN: Choice = Choice {
    name: "later designation uses the turn",
    values: &[
        ("no", |[_, second, _]| second.designation_uses_turn = DesignationUsesTurn::No),
        ("yes", |[_, second, _]| second.designation_uses_turn = DesignationUsesTurn::Yes),
    ],
};

pub const LATER_LIMIT: Choice = Choice {
    name: "later limit of reassignments",
    values: &[
        ("2", |[_, second, _]| second.reassignment.limit = TWO),
        ("1", |[_, second, _]| second.reassignment.limit = ONE),
    ],
};
