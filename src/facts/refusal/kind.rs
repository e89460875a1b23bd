//! What kind of refusal it is, for a caller that maps it to a status.

use crate::facts::refusal::Refusal;

/// What kind of refusal it is, for a caller that maps it to a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// The date does not fit: the caller's clock or its months lag.
    Stale,
    /// The ledger stands elsewhere: the command may have been carried out already.
    Position,
    /// Something is named that is not there.
    Unknown,
    /// A rule forbids it.
    Rule,
}

impl Refusal {
    /// What kind of refusal it is.
    pub fn kind(&self) -> RefusalKind {
        match self {
            Self::DateBeforeLast { .. }
            | Self::MonthNotOpen { .. }
            | Self::MonthNotNext { .. }
            | Self::OccurredAfterDate { .. } => RefusalKind::Stale,
            Self::PositionNotExpected { .. } => RefusalKind::Position,
            Self::UnknownStation { .. }
            | Self::UnknownEnterprise { .. }
            | Self::UnknownItem { .. }
            | Self::UnknownMember { .. }
            | Self::UnknownOrder { .. } => RefusalKind::Unknown,
            _ => RefusalKind::Rule,
        }
    }
}
