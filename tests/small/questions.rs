//! The questions: for each a setting, an alphabet, and the options that bear on it.

mod options;

use paidan::{Category, Cause, Mediation, Policy};

use crate::small::acts::Letter::{self, *};
use crate::small::acts::Which::{FirstHeld, Last, OldestOpen};
use crate::small::covering;
use crate::small::setting::{Firm, Setting};
use options::{
    AMOUNT_MIN_MEMBERS, AMOUNT_MIN_ORDERS, COUNT_DESIGNATED, GUARD, ITEM_MIN_MEMBERS,
    ITEM_MIN_ORDERS, LATER_COUNT, LATER_GUARD, LATER_LIMIT, LATER_SCOPE, LATER_SHARES, LATER_TURN,
    LATER_USES_TURN, LIMIT, MIN_VOLUME, REACH, SCOPE, SHARES, TURN, USES_TURN,
};

/// A city's first policy, and two that it may adopt later.
pub type Policies = [Policy; 3];

/// A value of an option: its name, and what it makes of the literal policies.
pub type Value = (&'static str, fn(&mut Policies));

/// An option and its values.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    pub name: &'static str,
    pub values: &'static [Value],
}

/// What is asked, of which world, under which policies.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    pub name: &'static str,
    pub setting: Setting,
    pub alphabet: &'static [Letter],
    pub choices: &'static [Choice],
    /// Fewer states than this at a depth of 6 would be too few to mean anything.
    pub least: usize,
}

/// The policies of one run, and the options in words.
#[derive(Clone, Debug)]
pub struct Run {
    pub options: String,
    pub policies: Policies,
}

impl Question {
    /// Runs such that every two values of two options meet in one.
    pub fn policies(&self) -> Vec<Run> {
        let values: Vec<usize> = self.choices.iter().map(|choice| choice.values.len()).collect();
        covering::rows(&values).iter().map(|row| self.run(row)).collect()
    }

    fn run(&self, row: &[usize]) -> Run {
        let mut policies = [(); 3].map(|()| Policy::cixi_2021());
        let mut options = Vec::new();
        for (choice, value) in self.choices.iter().zip(row) {
            let (name, change) = choice.values[*value];
            change(&mut policies);
            options.push(format!("{} {name}", choice.name));
        }
        Run { options: options.join(", "), policies }
    }
}

/// Three of one class: the third offers the first item only.
const ONE_CLASS: Setting = Setting {
    items: [Category::Finance, Category::Finance],
    members: &[
        Firm::new(1, Category::Finance, &[1, 2]),
        Firm::new(2, Category::Finance, &[1, 2]),
        Firm::new(3, Category::Finance, &[1]),
    ],
    before: &[],
};

/// One of each of two classes, and a third that can join.
const TWO_CLASSES: Setting = Setting {
    items: [Category::Finance, Category::Comprehensive],
    members: &[Firm::new(1, Category::Finance, &[1]), Firm::new(2, Category::Comprehensive, &[2])],
    before: &[],
};

pub const ALL: [&Question; 6] = [&CAPS, &DECLINES, &EXITS, &TURNS, &AMENDMENTS, &LEAVE];

/// 300 and 700 are hit by the share of 30 per cent exactly, two of a kind by that of 50.
pub const CAPS: Question = Question {
    name: "caps and suspension",
    setting: ONE_CLASS,
    alphabet: &[
        OpenMonth,
        Accept(1, 300),
        Accept(1, 700),
        Accept(2, 300),
        AcceptFor(1, 300, 1),
        AcceptWithout(1, 300, 1),
        DesignateFirstHeld(1),
        CancelFirstHeld,
        CallOff(Last),
        Decline(OldestOpen, Cause::Justified),
        Expel(2),
        GrantLeave(3),
    ],
    choices: &[
        TURN,
        GUARD,
        SHARES,
        SCOPE,
        ITEM_MIN_ORDERS,
        AMOUNT_MIN_ORDERS,
        ITEM_MIN_MEMBERS,
        AMOUNT_MIN_MEMBERS,
        COUNT_DESIGNATED,
    ],
    least: 1_000_000,
};

pub const DECLINES: Question = Question {
    name: "call-off and decline",
    setting: ONE_CLASS,
    alphabet: &[
        OpenMonth,
        Accept(1, 300),
        Accept(2, 700),
        AcceptFor(1, 300, 1),
        CallOff(Last),
        CallOff(OldestOpen),
        Decline(OldestOpen, Cause::Justified),
        Decline(Last, Cause::Justified),
        Decline(Last, Cause::None),
        Mediate(Mediation::Complied),
        Mediate(Mediation::CauseFound),
        Mediate(Mediation::DidNotComply),
    ],
    choices: &[TURN, GUARD, USES_TURN, COUNT_DESIGNATED, SCOPE],
    least: 300_000,
};

/// An order from which the third is barred is there at once: it is soon back under a new id.
pub const EXITS: Question = Question {
    name: "reassignment and exit",
    setting: Setting {
        before: &[AcceptFor(1, 300, 3), Decline(OldestOpen, Cause::Justified)],
        ..ONE_CLASS
    },
    alphabet: &[
        OpenMonth,
        Accept(1, 300),
        Accept(2, 700),
        AcceptFor(1, 300, 1),
        Reassign(OldestOpen, None),
        Reassign(OldestOpen, Some(2)),
        Reassign(Last, Some(3)),
        Complete(OldestOpen),
        Decline(OldestOpen, Cause::None),
        Mediate(Mediation::DidNotComply),
        Withdraw(3),
        Admit(Firm::new(3, Category::Finance, &[1])),
    ],
    choices: &[LIMIT, TURN, GUARD, USES_TURN, COUNT_DESIGNATED, SCOPE],
    least: 300_000,
};

pub const TURNS: Question = Question {
    name: "cursor and joining",
    setting: TWO_CLASSES,
    alphabet: &[
        OpenMonth,
        Accept(1, 300),
        Accept(2, 700),
        AcceptFor(1, 300, 2),
        Admit(Firm::new(3, Category::Finance, &[1])),
        Offers(2, &[1, 2]),
        Offers(2, &[1]),
        Offers(2, &[2]),
        Expel(1),
        Withdraw(3),
        Rank(&[(1, 1), (2, 3), (3, 2)]),
        Rank(&[(1, 2), (3, 2)]),
    ],
    choices: &[TURN, REACH, USES_TURN, SCOPE, MIN_VOLUME],
    least: 100_000,
};

pub const AMENDMENTS: Question = Question {
    name: "amendments",
    setting: ONE_CLASS,
    alphabet: &[
        OpenMonth,
        Adopt(1, 1),
        Adopt(2, 1),
        Adopt(2, 2),
        Adopt(1, 0),
        Accept(1, 300),
        Accept(2, 700),
        AcceptFor(1, 300, 1),
        CallOff(Last),
        Decline(OldestOpen, Cause::Justified),
        Reassign(OldestOpen, None),
        Rank(&[(1, 1), (2, 3), (3, 2)]),
    ],
    choices: &[
        TURN,
        LATER_TURN,
        LATER_GUARD,
        LATER_SHARES,
        SCOPE,
        LATER_SCOPE,
        LATER_COUNT,
        LATER_USES_TURN,
        LATER_LIMIT,
    ],
    least: 500_000,
};

/// A ranking is published already, so that another one is a correction until the year turns.
pub const LEAVE: Question = Question {
    name: "leave, bars and corrections",
    setting: Setting { before: &[Rank(&[(1, 3), (2, 2), (3, 1)])], ..ONE_CLASS },
    alphabet: &[
        OpenMonth,
        Accept(1, 300),
        Accept(2, 700),
        AcceptFor(1, 300, 1),
        Reassign(OldestOpen, None),
        Decline(OldestOpen, Cause::Justified),
        LiftBar(FirstHeld, 1),
        LiftBar(Last, 2),
        GrantLeave(1),
        EndLeave(1),
        Rank(&[(1, 3), (2, 1), (3, 2)]),
        Rank(&[(1, 1), (2, 3), (3, 2)]),
    ],
    choices: &[TURN, GUARD, USES_TURN, SCOPE, ITEM_MIN_MEMBERS, AMOUNT_MIN_MEMBERS],
    least: 300_000,
};
