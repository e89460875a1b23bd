//! The council: five seats, and the breaches of the staff that their holders send (rules 11).

use crate::facts::member::Category;
use crate::words::id::MemberId;

#[cfg(feature = "serde")]
mod form;

/// 理事会: one seat each for finance, research and patent, and two for comprehensive service.
#[doc(alias = "理事会")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

/// 理事席位: one of the five seats of the council (article 5).
#[doc(alias = "理事席位")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Seat {
    /// The seat for finance.
    Finance,
    /// The seat for research.
    Research,
    /// The seat for patents.
    Patent,
    /// The first of the two seats for comprehensive service.
    FirstComprehensive,
    /// The second of the two seats for comprehensive service.
    SecondComprehensive,
}

impl Seat {
    /// All five, in their order.
    pub const ALL: [Self; 5] = [
        Self::Finance,
        Self::Research,
        Self::Patent,
        Self::FirstComprehensive,
        Self::SecondComprehensive,
    ];

    /// The class of members that can hold it.
    pub const fn category(self) -> Category {
        match self {
            Self::Finance => Category::Finance,
            Self::Research => Category::Research,
            Self::Patent => Category::Patent,
            Self::FirstComprehensive | Self::SecondComprehensive => Category::Comprehensive,
        }
    }
}

impl Council {
    /// Who holds a seat; none: it is vacant.
    pub fn holder(&self, seat: Seat) -> Option<MemberId> {
        let [first, second] = self.comprehensive;
        match seat {
            Seat::Finance => self.finance,
            Seat::Research => self.research,
            Seat::Patent => self.patent,
            Seat::FirstComprehensive => first,
            Seat::SecondComprehensive => second,
        }
    }

    /// The five seats in their order, each with who holds it.
    pub fn iter(&self) -> impl Iterator<Item = (Seat, Option<MemberId>)> {
        Seat::ALL.into_iter().map(|seat| (seat, self.holder(seat)))
    }

    /// The seat that a member holds.
    pub fn seat_of(&self, member: MemberId) -> Option<Seat> {
        Seat::ALL.into_iter().find(|seat| self.holder(*seat) == Some(member))
    }

    /// The first vacant seat of a class.
    pub fn vacant(&self, category: Category) -> Option<Seat> {
        let mut seats = Seat::ALL.into_iter();
        seats.find(|seat| seat.category() == category && self.holder(*seat).is_none())
    }

    /// Says who holds a seat from now on.
    pub(crate) fn set(&mut self, seat: Seat, holder: Option<MemberId>) {
        let [first, second] = &mut self.comprehensive;
        *match seat {
            Seat::Finance => &mut self.finance,
            Seat::Research => &mut self.research,
            Seat::Patent => &mut self.patent,
            Seat::FirstComprehensive => first,
            Seat::SecondComprehensive => second,
        } = holder;
    }
}

/// 驻点人员违规: what the staff of a seated member did against article 23.
#[doc(alias = "驻点人员违规")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
pub enum Vacancy {
    /// The member gave it up.
    GivenUp,
    /// 取消理事资格: a breach of its staff cost it the seat.
    #[doc(alias = "取消理事资格")]
    Breach,
    /// The member left the alliance.
    Left,
}
