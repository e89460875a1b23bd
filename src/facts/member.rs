//! Members of the alliance and their classes (articles 5, 7, 8).

use crate::facts::finding::Ground;
use crate::words::credit_code::CreditCode;
use crate::words::date::Date;
use crate::words::id::{ItemId, MemberId};
use crate::words::label::Name;
use crate::words::list::Set;

#[cfg(feature = "serde")]
mod form;

/// 类别: the class of a member, of an item, and of a line.
#[doc(alias = "类别")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// 财务: accounting, audit, tax.
    #[doc(alias = "财务")]
    Finance,
    /// 研发: research and development.
    #[doc(alias = "研发")]
    Research,
    /// 专利: patents and other intellectual property.
    #[doc(alias = "专利")]
    Patent,
    /// 综合: comprehensive service.
    #[doc(alias = "综合")]
    Comprehensive,
}

impl Category {
    /// All four, in their order.
    pub const ALL: [Self; 4] = [Self::Finance, Self::Research, Self::Patent, Self::Comprehensive];
}

/// 会员单位: a firm that is, or was, in the alliance.
#[doc(alias = "会员单位")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name, a label.
    pub name: Name,
    /// Its unified social credit code.
    pub code: CreditCode,
    /// Its class.
    pub category: Category,
    /// The items it offers; never empty while it is a member.
    pub offers: Set<ItemId>,
    /// Whether it is in the alliance.
    pub standing: Membership,
    /// 经同意暂不派单: whether it is on leave, and passed over by turn (rules 2.5).
    #[doc(alias = "经同意暂不派单")]
    pub on_leave: bool,
    /// 连续调单: its run of reassignments in the current calendar year (article 24).
    #[doc(alias = "连续调单")]
    pub run: u32,
    /// 整改通知: the date of the last rectification notice it got, if any (article 22).
    #[doc(alias = "整改通知")]
    pub notice: Option<Date>,
    /// The last calendar year in which it lost a seat in the council for a breach (article 23).
    pub seat_lost: Option<i32>,
    /// The last calendar year in which it gave a seat in the council up.
    pub seat_given_up: Option<i32>,
}

/// Whether a firm is in the alliance, or how it left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// It is a member.
    Current,
    /// It withdrew of its own will (rules 2.4).
    Withdrawn {
        /// On this date.
        on: Date,
    },
    /// 退出: it was expelled, for good (article 22).
    #[doc(alias = "退出")]
    Expelled {
        /// On what ground.
        ground: Ground,
        /// On this date.
        on: Date,
    },
}

impl Member {
    /// A current member with nothing against it on record.
    pub fn new(name: Name, code: CreditCode, category: Category, offers: Set<ItemId>) -> Self {
        let standing = Membership::Current;
        Self {
            name,
            code,
            category,
            offers,
            standing,
            on_leave: false,
            run: 0,
            notice: None,
            seat_lost: None,
            seat_given_up: None,
        }
    }

    /// Whether it left of its own will.
    pub fn withdrew(&self) -> bool {
        matches!(self.standing, Membership::Withdrawn { .. })
    }

    /// Whether it is in the alliance and not on leave.
    pub fn is_present(&self) -> bool {
        self.is_current() && !self.on_leave
    }

    /// Whether it is in the alliance.
    pub fn is_current(&self) -> bool {
        self.standing == Membership::Current
    }
}

/// A member's number of local high-tech orders in the year before a ranking (rules 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Volume {
    /// The member.
    pub member: MemberId,
    /// How many, all its business in the city.
    pub orders: u32,
}
