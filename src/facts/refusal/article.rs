//! The article behind each refusal.

use crate::facts::refusal::Refusal;
use crate::words::article::Article;

impl Refusal {
    /// The article behind the reason, where the Measures have one.
    pub fn article(&self) -> Option<Article> {
        let number = match self {
            Self::DateBeforeLast { .. } | Self::PositionNotExpected { .. } => 13,
            Self::VolumeBelowMinimum { .. }
            | Self::NotOfTheClass { .. }
            | Self::HoldsSeat { .. }
            | Self::NoVacantSeat { .. } => 5,
            Self::DutyPeriod { .. } | Self::DutyDayOutside { .. } | Self::DutyDayOff { .. } => 11,
            Self::LostSeatThisYear { .. } | Self::HoldsNoSeat { .. } => 23,
            Self::CodeOfCurrentMember { .. }
            | Self::CodeWithdrewLately { .. }
            | Self::NoOffer
            | Self::OfferOutOfReach { .. } => 8,
            Self::MemberHasOpenOrders { .. } => 7,
            Self::CodeOfExpelledMember { .. }
            | Self::MemberNotCurrent { .. }
            | Self::OrderNotDeclined { .. }
            | Self::GroundNotMet { .. } => 22,
            Self::RankingOfOtherYear { .. }
            | Self::MemberRankedTwice { .. }
            | Self::DesignatedHasLeft { .. }
            | Self::DesignatedDoesNotOffer { .. }
            | Self::DesignatedBarred { .. }
            | Self::OrderNotHeld { .. }
            | Self::OrderNotAssigned { .. } => 16,
            Self::WorkHasBegun { .. } => 18,
            Self::OrderNotCompleted { .. }
            | Self::CompletionOutOfTime { .. }
            | Self::NotOverdue { .. } => 19,
            Self::FindingIncomplete { .. }
            | Self::NamedNotEligible { .. }
            | Self::NobodyEligible { .. } => 24,
            Self::MonthNotOpen { .. } | Self::MonthNotNext { .. } => 17,
            Self::EnterpriseBlacklisted { .. }
            | Self::OrderNotOpen { .. }
            | Self::EnterpriseNotBlacklisted { .. } => 21,
            Self::ConditionNotMet { .. } | Self::NoReason => 15,
            Self::PriceZero | Self::PriceAboveMenu { .. } => 14,
            Self::DepositWithoutGround => 20,
            Self::PolicyMonthNotLater { .. } => 26,
            Self::UnknownStation { .. }
            | Self::UnknownEnterprise { .. }
            | Self::UnknownItem { .. }
            | Self::UnknownMember { .. }
            | Self::UnknownOrder { .. }
            | Self::EnterpriseRegistered { .. }
            | Self::HolidayAndMakeUpDay { .. }
            | Self::IdsExhausted { .. } => return None,
        };
        Article::new(number)
    }
}
