//! The article behind each refusal.

use crate::facts::refusal::Refusal;
use crate::words::article::Article;

impl Refusal {
    /// The article behind the reason, where the Measures have one.
    pub fn article(&self) -> Option<Article> {
        let number = match self {
            Self::DateBeforeLast { .. }
            | Self::PositionNotExpected { .. }
            | Self::OccurredAfterDate { .. } => 13,
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
            Self::MemberHasOpenOrders { .. } | Self::NotBarredByDeclining { .. } => 7,
            Self::CodeOfExpelledMember { .. }
            | Self::MemberNotCurrent { .. }
            | Self::OrderHeld { .. }
            | Self::ComplaintWithoutText
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
            Self::PriceZero
            | Self::PriceAboveMenu { .. }
            | Self::ItemOffMenu { .. }
            | Self::ItemOnMenu { .. } => 14,
            Self::DepositWithoutGround => 20,
            Self::PolicyMonthNotLater { .. } => 26,
            Self::UnknownStation { .. }
            | Self::UnknownEnterprise { .. }
            | Self::UnknownItem { .. }
            | Self::UnknownMember { .. }
            | Self::UnknownOrder { .. }
            | Self::EnterpriseRegistered { .. }
            | Self::StationClosed { .. }
            | Self::StationNotClosed { .. }
            | Self::MemberOnLeave { .. }
            | Self::MemberNotOnLeave { .. }
            | Self::OrderEnded { .. }
            | Self::HolidayAndMakeUpDay { .. }
            | Self::MakeUpDayInWeek { .. }
            | Self::IdsExhausted { .. } => return None,
        };
        Article::new(number)
    }
}
