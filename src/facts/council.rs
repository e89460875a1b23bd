//! The council: five seats, and the breaches of the staff that their holders send (rules 11).

use crate::facts::member::Category;
use crate::words::id::MemberId;

/// 理事会: one seat each for finance, research and patent, and two for comprehensive service.
#[doc(alias = "理事会")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Council {
    /// The seat for finance; none: it is vacant.
    pub finance: Option<MemberId>,
    /// The seat for research.
    pub research: Option<MemberId>,
    /// The seat for patents.
    pub patent: Option<MemberId>,
    /// The two seats for comprehensive service.
    pub comprehensive: [Option<MemberId>; 2],
}

impl Council {
    /// The seats of a class, in their order.
    pub fn seats(&self, category: Category) -> &[Option<MemberId>] {
        match category {
            Category::Finance => core::slice::from_ref(&self.finance),
            Category::Research => core::slice::from_ref(&self.research),
            Category::Patent => core::slice::from_ref(&self.patent),
            Category::Comprehensive => &self.comprehensive,
        }
    }

    fn seats_mut(&mut self, category: Category) -> &mut [Option<MemberId>] {
        match category {
            Category::Finance => core::slice::from_mut(&mut self.finance),
            Category::Research => core::slice::from_mut(&mut self.research),
            Category::Patent => core::slice::from_mut(&mut self.patent),
            Category::Comprehensive => &mut self.comprehensive,
        }
    }

    /// Whether a member holds a seat.
    pub fn holds_seat(&self, member: MemberId) -> bool {
        Category::ALL.iter().any(|category| self.seats(*category).contains(&Some(member)))
    }

    /// Whether a class has a vacant seat.
    pub fn has_vacancy(&self, category: Category) -> bool {
        self.seats(category).contains(&None)
    }

    /// Fills the first vacant seat of a class.
    pub(crate) fn fill(&mut self, category: Category, member: MemberId) {
        if let Some(seat) = self.seats_mut(category).iter_mut().find(|seat| seat.is_none()) {
            *seat = Some(member);
        }
    }

    /// Vacates the seat of a member.
    pub(crate) fn vacate(&mut self, member: MemberId) {
        for category in Category::ALL {
            for seat in self.seats_mut(category) {
                *seat = seat.filter(|holder| *holder != member);
            }
        }
    }
}

/// 驻点人员违规: what the staff of a seated member did against article 23.
#[doc(alias = "驻点人员违规")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Breach {
    /// 不接受统一调度: it did not follow the council's direction.
    #[doc(alias = "不接受统一调度")]
    Direction,
    /// 擅自离岗脱岗: it left its post.
    #[doc(alias = "擅自离岗脱岗")]
    Absence,
    /// 不遵守流程与标准: it broke the agreed process.
    #[doc(alias = "不遵守流程与标准")]
    Process,
    /// 诱导或指令点单: it induced or ordered a designation.
    #[doc(alias = "诱导或指令点单")]
    Inducement,
}

/// Why a seat became vacant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Vacancy {
    /// The member gave it up.
    GivenUp,
    /// 取消理事资格: a breach of its staff cost it the seat.
    #[doc(alias = "取消理事资格")]
    Breach,
    /// The member left the alliance.
    Left,
}
