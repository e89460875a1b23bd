//! Answers: to whom an order goes, and why not to the others (rules 5.4).

use crate::facts::cap::{CapFigures, TallyEffect};
use crate::facts::member::{Category, Membership};
use crate::facts::order::{Basis, Counted, Motion};
use crate::words::article::Article;
use crate::words::date::Month;
use crate::words::id::{ItemId, MemberId};
use crate::words::share::Share;

mod code;
#[cfg(feature = "serde")]
mod form;

/// 派单结果: to whom an order goes, and what a caller with tables of its own has to book for it.
#[doc(alias = "派单结果")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dispatch {
    /// To this member, on this ground.
    Given {
        /// The member.
        member: MemberId,
        /// On what ground.
        basis: Basis,
        /// What giving it does to the line of the order's item.
        motion: Motion,
        /// Whether it counts in the tallies ([rules 6.1](crate::rules#6.1)).
        counted: Counted,
    },
    /// To nobody: no member is eligible, and the order waits ([rules 5.3](crate::rules#5.3)).
    Held,
}

impl Dispatch {
    /// The member, if there is one.
    pub fn member(self) -> Option<MemberId> {
        match self {
            Self::Given { member, .. } => Some(member),
            Self::Held => None,
        }
    }
}

/// 调单结果: to whom a lagging order would go, and what comes of it (article 24).
#[doc(alias = "调单结果")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reassignment {
    /// The member that loses it.
    pub from: MemberId,
    /// The member that gets it.
    pub to: MemberId,
    /// On what ground.
    pub basis: Basis,
    /// What giving it does to the line of the order's item.
    pub motion: Motion,
    /// Whether the order counts in the tallies ([rules 6.1](crate::rules#6.1)).
    pub counted: Counted,
    /// Whether it comes off the tallies of the first member ([rules 6.2](crate::rules#6.2)).
    pub tally: TallyEffect,
    /// The run of reassignments of the first member, this one included.
    pub run: u32,
    /// Whether the first member exits by it.
    pub exits: bool,
}

/// 派单说明: every member of the line with its standing, in the order of the search.
#[doc(alias = "派单说明")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The category of the order's item, whose line was searched.
    pub category: Category,
    /// To whom the order goes.
    pub dispatch: Dispatch,
    /// The members of the line in the order of the search.
    pub line: Vec<Candidate>,
}

/// A member of the line and how it stands to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The member.
    pub member: MemberId,
    /// How it stands.
    pub standing: Standing,
}

/// How a member stands to an order: the first ground that fails, or that it takes it, or that the
/// search did not come so far ([rules 5.2](crate::rules#5.2), [5.4](crate::rules#5.4)).
///
/// The enum is exhaustive, so that a new ground is noticed where it is handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It takes the order.
    Taken {
        /// On what ground.
        basis: Basis,
    },
    /// Another one took it before the search came here.
    NotReached,
    /// It does not offer the item.
    DoesNotOffer {
        /// The item.
        item: ItemId,
    },
    /// 经同意暂不派单: it is on leave ([rules 2.5](crate::rules#2.5)).
    OnLeave,
    /// 暂停派单: it is suspended this month.
    Suspended {
        /// The month.
        month: Month,
        /// The item from which it is suspended; none: from all.
        item: Option<ItemId>,
        /// The cap it reached in the month before, where it is known.
        cap: Option<CapFigures>,
    },
    /// It is barred from this order.
    Barred {
        /// By what.
        bar: Bar,
    },
    /// With this order it would go above a cap, and the guard is on.
    Guarded {
        /// The share that it would exceed.
        share: Share,
        /// The figures with this order.
        figures: CapFigures,
    },
    /// It is no longer a member.
    Left {
        /// How it left.
        how: Membership,
    },
    /// It is a member, but does not stand in this line.
    OtherLine {
        /// Its own class.
        category: Category,
    },
    /// There never was such a member.
    Unknown,
}

impl Standing {
    /// The article behind it, where the Measures have one.
    pub fn article(&self) -> Option<Article> {
        let number = match self {
            Self::Barred { bar: Bar::Declined } => 7,
            Self::Barred { bar: Bar::Reassigned } => 24,
            Self::Taken { .. }
            | Self::DoesNotOffer { .. }
            | Self::OnLeave
            | Self::Barred { .. }
            | Self::OtherLine { .. } => 16,
            Self::Suspended { .. } | Self::Guarded { .. } => 17,
            Self::Left { how: Membership::Expelled { .. } } => 22,
            Self::Left { .. } => 5,
            Self::NotReached | Self::Unknown => return None,
        };
        Article::new(number)
    }
}

/// What bars a member from one order ([rules 5.2](crate::rules#5.2) d).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Bar {
    /// A conflict of interest excludes it.
    ConflictOfInterest,
    /// It is the enterprise itself.
    OwnOrder,
    /// It declined this order with cause.
    Declined,
    /// 调单: this order was taken from it.
    #[doc(alias = "调单")]
    Reassigned,
}
