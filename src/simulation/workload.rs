//! What happens to a city in a year: sizes and rates, each with its unit.

use crate::facts::member::Category;
use crate::words::label::Name;
use crate::words::money::Price;

mod presets;

/// 业务负荷: what happens to a city in a year, as sizes and rates.
///
/// Start from a preset and change what you want to know about. Of what is drawn nothing hangs on the
/// policy, and a rate that is changed changes nothing else: with half the designations, the orders
/// that still name a member are among those that did before.
///
/// ```
/// use paidan::simulation::{Rate, Workload};
/// let mut workload = Workload::small();
/// workload.designated = Rate::percent(10);
/// assert_eq!(workload.members.iter().map(|of| of.count).sum::<u32>(), 12);
/// ```
#[doc(alias = "业务负荷")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    /// The number of the world. Worlds with other numbers have nothing in common, whatever the seed;
    /// workloads with the same number, which differ in a size or a rate, are alike in all the rest.
    pub world: u64,
    /// The calendar year, 2000 to 9900. Every day from Monday to Friday is a working day.
    pub year: i32,
    /// How many stations.
    pub stations: u32,
    /// How unevenly orders come in through the stations.
    pub station_popularity: Popularity,
    /// How many enterprises, all registered on 1 January.
    pub enterprises: u32,
    /// How unevenly enterprises ask.
    pub enterprise_popularity: Popularity,
    /// The menu; the ids of its items are the places in it, from 1.
    pub items: Vec<ItemDemand>,
    /// The founders of the alliance, all admitted on 1 January, class by class.
    pub members: Vec<ClassSize>,
    /// Local high-tech orders that a firm served in the last two years, for its admission; half of
    /// them are its volume in the ranking published on 1 January.
    pub volumes: Span,
    /// How unevenly members are named by enterprises.
    pub member_popularity: Popularity,
    /// Orders that are asked for in the year.
    pub orders: u32,
    /// How the orders of the year fall on its months, January first, as weights.
    pub seasons: [u32; 12],
    /// By how much the orders of a month may be above or below its season's, each number as likely.
    pub variation: Rate,
    /// The part of the orders that name a member. Where it is not in the alliance on that day, the
    /// order names nobody.
    pub designated: Rate,
    /// The part that comes in by telephone.
    pub by_telephone: Rate,
    /// The part for which a member that offers the item has a conflict of interest.
    pub conflicts: Rate,
    /// The part at the price of the menu.
    pub at_full_price: Rate,
    /// The price of the others, in percent of the menu's, rounded down to 10 yuan.
    pub discounted: Span,
    /// Months expected to settlement.
    pub months: Span,
    /// What policy funds cover, in percent of the price.
    pub covered: Span,
    /// The part of the orders with a ground for a deposit for which one is asked.
    pub deposits: Rate,
    /// How long an enterprise waits while its order is held, in days; then it cancels.
    pub patience: Span,
    /// What becomes of orders that were given.
    pub conduct: Conduct,
    /// Firms that apply in the course of the year.
    pub newcomers: u32,
    /// Members that want to leave in the year. Each goes on leave, and withdraws as soon as it has no
    /// open order, which is looked at every seventh day.
    pub withdrawals: u32,
    /// Leaves that are granted in the year.
    pub leaves: u32,
    /// For how many days each.
    pub leave_days: Span,
    /// Members that are expelled in the year for misconduct that is no matter of one order (article
    /// 22, ground 2).
    pub misconducts: u32,
}

/// 服务事项: an item of the menu and how it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemDemand {
    /// Its name.
    pub name: Name,
    /// The class that serves it.
    pub category: Category,
    /// Its menu price.
    pub menu_price: Price,
    /// How often it is asked for, as a weight against the others.
    pub weight: u32,
    /// The part of the members of its class that offer it. Who would offer nothing offers the first
    /// item of its class.
    pub offered: Rate,
}

/// How many founders of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassSize {
    /// The class.
    pub category: Category,
    /// How many.
    pub count: u32,
}

/// What becomes of orders that were given to a member. How an offer is answered is drawn for the order
/// and the member, so that under every policy the same offer has the same answer. A part is that of
/// the givings for which nothing above it in this list happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conduct {
    /// 有故拒接: the part that is declined with cause.
    #[doc(alias = "有故拒接")]
    pub declined: Rate,
    /// 无故拒接: the part that is declined without cause.
    #[doc(alias = "无故拒接")]
    pub refused: Rate,
    /// Days until it is declined.
    pub answer: Span,
    /// Of the orders declined without cause, the part that the member serves after mediation.
    pub complied: Rate,
    /// And the part for which a cause is found after all. Of all others the member is expelled.
    pub cause_found: Rate,
    /// Days of mediation.
    pub mediation: Span,
    /// 调单: the part that lags, so that the enterprise complains and it is reassigned by turn, if
    /// anybody can have it; otherwise the member goes on with it.
    #[doc(alias = "调单")]
    pub lags: Rate,
    /// The part that is called off by agreement before work begins.
    pub called_off: Rate,
    /// The part that the enterprise abandons.
    pub abandoned: Rate,
    /// Days until it is called off, abandoned, or found to lag.
    pub trouble: Span,
    /// The part whose goal is not reached, at the end of work.
    pub failed: Rate,
    /// Days of work; then it is completed.
    pub work: Span,
    /// The part of completed orders whose fee is not paid, which is recorded on the first working day
    /// after the last on which it could be paid.
    pub unpaid: Rate,
    /// Days from completion until the fee of the others is paid.
    pub payment: Span,
}

/// A part of all cases, in hundredths of a percent, 0 to 10 000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(u16);

impl Rate {
    /// Never.
    pub const NEVER: Self = Self(0);

    /// Always.
    pub const ALWAYS: Self = Self(10_000);

    /// So many of a hundred; more than 100 are 100.
    pub const fn percent(percent: u8) -> Self {
        Self::of_10_000((percent as u16).saturating_mul(100))
    }

    /// So many of 10 000; more are 10 000.
    pub const fn of_10_000(cases: u16) -> Self {
        if cases > Self::ALWAYS.0 { Self::ALWAYS } else { Self(cases) }
    }

    /// So many of 10 000.
    pub const fn get(self) -> u16 {
        self.0
    }
}

/// A whole number between two, both included, each as likely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    least: u16,
    most: u16,
}

impl Span {
    /// From one to the other, whichever is larger.
    pub const fn new(one: u16, other: u16) -> Self {
        if one <= other {
            Self { least: one, most: other }
        } else {
            Self { least: other, most: one }
        }
    }

    /// Always the same.
    pub const fn just(number: u16) -> Self {
        Self::new(number, number)
    }

    /// The least.
    pub const fn least(self) -> u16 {
        self.least
    }

    /// The most.
    pub const fn most(self) -> u16 {
        self.most
    }
}

/// 热度: how much more often some are chosen than others.
#[doc(alias = "热度")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Popularity {
    /// All as often.
    Even,
    /// The k-th most popular, from 1, has the weight 1/(head + k): with head 0 the first is chosen
    /// twice as often as the second, with a large head nearly as often.
    Ranked {
        /// What is added to the rank.
        head: u32,
    },
}

impl Popularity {
    /// The weight of the one with this rank, from 0; at least 1.
    pub(super) fn weight(self, rank: u32) -> u32 {
        /// Small enough that the weights of a hundred million have a sum below 2^32.
        const FIRST: u32 = 1 << 20;
        match self {
            Self::Even => 1,
            Self::Ranked { head } => {
                let place = head.saturating_add(rank).saturating_add(1);
                FIRST.checked_div(place).unwrap_or(0).max(1)
            }
        }
    }
}
