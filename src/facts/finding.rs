//! Findings that come from outside: why a member declines, lags, or has to leave (articles 7, 22,
//! 24). What was found is recorded; whether it is true is for those who found it.

use crate::words::label::Text;

#[cfg(feature = "serde")]
mod form;

/// 拒接: whether the platform found a member's ground for declining an order justified.
#[doc(alias = "拒接")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It did: the order goes to another member.
    Justified,
    /// 无故: it did not: the platform mediates.
    #[doc(alias = "无故")]
    None,
}

/// 协调: what the platform's mediation of an order declined without cause came to (article 22).
#[doc(alias = "协调")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mediation {
    /// The member takes the order after all.
    Complied,
    /// There was a cause after all.
    CauseFound,
    /// The member did not comply, and exits.
    DidNotComply,
}

/// Whether work on an order has begun (rules 7.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// It has not.
    NotBegun,
    /// It has.
    Begun,
}

/// 调单情形: what was found of an order that lags; all three are needed (article 24).
#[doc(alias = "调单情形")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LagFinding {
    /// Progress lags markedly.
    pub progress_lags: bool,
    /// The target is seriously at risk.
    pub target_at_risk: bool,
    /// The enterprise complained.
    pub enterprise_complained: bool,
}

impl LagFinding {
    /// All three.
    pub const COMPLETE: Self =
        Self { progress_lags: true, target_at_risk: true, enterprise_complained: true };

    /// Whether it says all three.
    pub fn is_complete(self) -> bool {
        self.progress_lags && self.target_at_risk && self.enterprise_complained
    }
}

/// Who acts. It is recorded and never checked (rules 10.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// 理事会: the council.
    #[doc(alias = "理事会")]
    Council,
    /// 平台: the platform.
    #[doc(alias = "平台")]
    Platform,
}

/// 企业评价: what an enterprise says of an order (rules 12.5).
#[doc(alias = "企业评价")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feedback {
    /// 满意: it is satisfied.
    #[doc(alias = "满意")]
    Satisfied,
    /// 不满意: it is dissatisfied.
    #[doc(alias = "不满意")]
    Dissatisfied,
    /// 投诉: it complains, and says of what.
    #[doc(alias = "投诉")]
    Complaint,
}

/// 退出情形: for what a member is to leave, with the facts that are on record (article 22).
///
/// Ground 1 is not here: it comes of [`Mediation::DidNotComply`] only.
#[doc(alias = "退出情形")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misconduct {
    /// 无序竞争: ground 2, disorderly competition.
    #[doc(alias = "无序竞争")]
    DisorderlyCompetition {
        /// Of which kind.
        kind: Disorder,
        /// Whether it is recorded as verified, which is needed.
        verified: bool,
    },
    /// Ground 3: poor quality, efficiency or conduct that did not improve after a rectification
    /// notice of an earlier date, at most 366 days ago.
    NoImprovement,
    /// Ground 4: a violation of an enterprise's intellectual property or secrets.
    Infringement {
        /// Whether it is recorded as pursued in law, which is needed.
        pursued: bool,
    },
    /// Ground 5: another act.
    OtherAct {
        /// What was done; not empty.
        description: Text,
        /// What came of it; not empty.
        consequence: Text,
    },
}

/// A kind of disorderly competition (article 22).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disorder {
    /// 私下低价抢单: undercutting in private.
    #[doc(alias = "私下低价抢单")]
    Undercutting,
    /// 站内额外收费: extra charges.
    #[doc(alias = "站内额外收费")]
    ExtraCharges,
    /// 抹黑中伤同业: disparagement.
    #[doc(alias = "抹黑中伤同业")]
    Disparagement,
}

/// On what ground a member was made to leave (article 22).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Ground 1: an order declined without cause, and no compliance after mediation.
    DeclinedWithoutCause,
    /// Ground 2: disorderly competition.
    DisorderlyCompetition,
    /// Ground 3: no improvement after a rectification notice.
    NoImprovement,
    /// Ground 3 by article 24: orders were taken from it in a row.
    ReassignedInARow,
    /// Ground 4: a violation of intellectual property or secrets.
    Infringement,
    /// Ground 5: another act.
    OtherAct,
}

impl Ground {
    /// The number of the ground in article 22.
    pub fn number(self) -> u8 {
        match self {
            Self::DeclinedWithoutCause => 1,
            Self::DisorderlyCompetition => 2,
            Self::NoImprovement | Self::ReassignedInARow => 3,
            Self::Infringement => 4,
            Self::OtherAct => 5,
        }
    }
}

impl Misconduct {
    /// The ground.
    pub fn ground(&self) -> Ground {
        match self {
            Self::DisorderlyCompetition { .. } => Ground::DisorderlyCompetition,
            Self::NoImprovement => Ground::NoImprovement,
            Self::Infringement { .. } => Ground::Infringement,
            Self::OtherAct { .. } => Ground::OtherAct,
        }
    }
}
