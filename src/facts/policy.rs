//! The readings and numbers a city may choose, in types that hold no wrong one (rules 13).

use core::num::NonZeroU32;

use crate::words::label::Condition;
use crate::words::list::Set;
use crate::words::money::{Money, Price};
use crate::words::share::Share;

#[cfg(feature = "serde")]
mod form;

/// 规则口径: every number and every reading of the Measures a city may choose, whole.
///
/// Fields out of range cannot be made: each has a type of its own. Start from a preset.
///
/// ```
/// use paidan::{CapScope, Policy, Turn};
/// let mut policy = Policy::cixi_2021();
/// policy.caps.scope = CapScope::Item;
/// policy.turn = Turn::Cursor;
/// assert_ne!(policy, Policy::cixi_2021());
/// ```
#[doc(alias = "规则口径")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// 准入标准: who is admitted (article 5).
    #[doc(alias = "准入标准")]
    pub admission: AdmissionPolicy,
    /// What a comprehensive member may offer (rules 2.2).
    pub comprehensive_reach: ComprehensiveReach,
    /// 依次: how orders go round (article 16, rules 3.4).
    #[doc(alias = "依次")]
    pub turn: Turn,
    /// 接单条件: the acceptance conditions every order must meet (article 15).
    #[doc(alias = "接单条件")]
    pub conditions: Set<Condition>,
    /// Whether a designated order uses up the member's turn (rules 5.1).
    pub designation_uses_turn: DesignationUsesTurn,
    /// Whether designated orders are in the tallies (rules 6.1).
    pub count_designated: CountDesignated,
    /// The monthly caps (article 17).
    pub caps: CapsPolicy,
    /// 结算: settlement (article 19).
    #[doc(alias = "结算")]
    pub settlement: SettlementPolicy,
    /// 调单: reassignment (article 24).
    #[doc(alias = "调单")]
    pub reassignment: ReassignmentPolicy,
    /// 履约保证金: the deposit (article 20).
    #[doc(alias = "履约保证金")]
    pub deposit: DepositPolicy,
    /// 驻点: duty days (article 11).
    #[doc(alias = "驻点")]
    pub duty: DutyPolicy,
}

/// Who is admitted (article 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdmissionPolicy {
    /// The least number of local high-tech orders in the last two years.
    pub min_orders: u32,
}

/// What a comprehensive member may offer (rules 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComprehensiveReach {
    /// Items of the comprehensive category, as every member those of its own.
    OwnCategory,
    /// Any item.
    EveryCategory,
}

/// How 依次 is read: whose turn it is (article 16, rules 3.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The first eligible member takes the order and goes to the end; whoever was passed over
    /// keeps their place.
    KeepPlace,
    /// The line stays in ranking order and a cursor goes round; whoever was passed over has lost
    /// that turn.
    Cursor,
    /// Always the first eligible member of the ranking. It starves the lower ranks, and is here
    /// to be compared with.
    TopRank,
}

/// Whether a designated order uses up a turn (rules 5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DesignationUsesTurn {
    /// Nobody's place changes.
    No,
    /// Under [`Turn::KeepPlace`] the member goes to the end of the line; else no effect.
    Yes,
}

/// Whether designated orders are in the tallies (rules 6.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountDesignated {
    /// They count like any other.
    Yes,
    /// They are left out everywhere.
    No,
}

/// The monthly caps (article 17, rules 6.3 to 6.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CapsPolicy {
    /// The share of an item's orders that suspends.
    pub item_share: Share,
    /// The share of the amount in all that suspends.
    pub amount_share: Share,
    /// An item with fewer orders in the month is not judged.
    pub item_min_orders: NonZeroU32,
    /// In a month with fewer orders in all the amount is not judged.
    pub amount_min_orders: NonZeroU32,
    /// An item that fewer members can serve, or were given, is not judged.
    pub item_min_members: NonZeroU32,
    /// With fewer members in all the amount is not judged.
    pub amount_min_members: NonZeroU32,
    /// From what an item cap suspends.
    pub scope: CapScope,
    /// The guard within the month.
    pub guard: Guard,
}

/// From what an item cap suspends (rules 6.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CapScope {
    /// Any cap suspends the member from every item.
    Member,
    /// An item cap suspends it from that item, the amount cap from all.
    Item,
}

/// The guard within the month, which passes over who would exceed a cap (rules 6.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Nobody is passed over for it.
    Off,
    /// Shares are guarded once the item, or the month, has so many orders.
    On {
        /// The least number of orders, the one to be given included.
        min_orders: NonZeroU32,
    },
}

/// Reassignment (article 24).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReassignmentPolicy {
    /// The run of reassignments at which the member exits.
    pub limit: NonZeroU32,
}

/// Duty days (article 11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DutyPolicy {
    /// The least number of duty days in five consecutive working days.
    pub days: DutyDays,
}

/// Settlement (article 19).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettlementPolicy {
    /// Days from completion to the fee's due date.
    pub days: SettlementDays,
}

/// The deposit (article 20, rules 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DepositPolicy {
    /// A term of more months than this is a ground.
    pub months: DepositMonths,
    /// An excess over the covered amount of more than this part of it is a ground.
    pub margin: Margin,
    /// No deposit is above this.
    pub ceiling: Price,
}

/// A number outside the range of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field} is {given}, which is not in {least} to {most}")]
pub struct OutOfRange {
    /// The field of the policy.
    pub field: &'static str,
    /// What was given.
    pub given: u16,
    /// The least that is allowed.
    pub least: u16,
    /// The most that is allowed.
    pub most: u16,
}

macro_rules! ranged {
    ($($(#[$doc:meta])* $name:ident, $field:literal, $least:literal to $most:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u16);

        impl $name {
            /// From the least to the most.
            #[cfg(feature = "schema")]
            pub(crate) const RANGE: core::ops::RangeInclusive<u16> = $least..=$most;

            /// The number, if it is in range.
            ///
            /// # Errors
            /// [`OutOfRange`] when it is not.
            pub const fn new(number: u16) -> Result<Self, OutOfRange> {
                if !matches!(number, $least..=$most) {
                    let (least, most) = ($least, $most);
                    return Err(OutOfRange { field: $field, given: number, least, most });
                }
                Ok(Self(number))
            }

            /// The number.
            pub const fn get(self) -> u16 {
                self.0
            }
        }

        impl TryFrom<u16> for $name {
            type Error = OutOfRange;
            fn try_from(number: u16) -> Result<Self, OutOfRange> {
                Self::new(number)
            }
        }

        impl From<$name> for u16 {
            fn from(number: $name) -> u16 {
                number.0
            }
        }
    )*};
}

ranged! {
    /// Duty days in five consecutive working days, 1 to 5.
    DutyDays, "duty.days", 1 to 5;
    /// Days to the due date, 0 to 366.
    SettlementDays, "settlement.days", 0 to 366;
    /// Months to settlement, 0 to 1 200.
    DepositMonths, "deposit.months", 0 to 1_200;
    /// A part of the covered amount in basis points, 0 to 10 000. Not a share: it may be nothing.
    Margin, "deposit.margin", 0 to 10_000;
}

impl Policy {
    /// The literal text of the Measures of 2021.
    #[doc(alias = "试行")]
    pub fn cixi_2021() -> Self {
        const TWO: NonZeroU32 = NonZeroU32::MIN.saturating_add(1);
        const CEILING: Price = match Price::new(Money::from_yuan(5000)) {
            Ok(price) => price,
            Err(_) => Price::MAX,
        };
        Self {
            admission: AdmissionPolicy { min_orders: 5 },
            comprehensive_reach: ComprehensiveReach::OwnCategory,
            turn: Turn::KeepPlace,
            conditions: Set::EMPTY,
            designation_uses_turn: DesignationUsesTurn::No,
            count_designated: CountDesignated::Yes,
            caps: CapsPolicy {
                item_share: Share::percent(50),
                amount_share: Share::percent(30),
                item_min_orders: NonZeroU32::MIN,
                amount_min_orders: NonZeroU32::MIN,
                item_min_members: NonZeroU32::MIN,
                amount_min_members: NonZeroU32::MIN,
                scope: CapScope::Member,
                guard: Guard::Off,
            },
            settlement: SettlementPolicy { days: SettlementDays(7) },
            reassignment: ReassignmentPolicy { limit: TWO },
            deposit: DepositPolicy {
                months: DepositMonths(12),
                margin: Margin(0),
                ceiling: CEILING,
            },
            duty: DutyPolicy { days: DutyDays(2) },
        }
    }

    /// What we recommend to a city with few members a class (rules 6.6): caps suspend from the
    /// item only, and neither small samples nor few members are judged.
    pub fn recommended() -> Self {
        const THREE: NonZeroU32 = NonZeroU32::MIN.saturating_add(2);
        const FOUR: NonZeroU32 = NonZeroU32::MIN.saturating_add(3);
        const FIVE: NonZeroU32 = NonZeroU32::MIN.saturating_add(4);
        const TEN: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);
        let mut policy = Self::cixi_2021();
        policy.caps.scope = CapScope::Item;
        policy.caps.item_min_orders = FIVE;
        policy.caps.amount_min_orders = TEN;
        policy.caps.item_min_members = THREE;
        policy.caps.amount_min_members = FOUR;
        policy
    }
}
