//! The measures that a study can report, each of the figures of one year.

use paidan::figures::{Distribution, MonthFigures};
use paidan::simulation::measures::{Figure, Population, Ratio, Whose};
use paidan::{Alliance, Figures, Member, Share};

use crate::lang::Lang;

/// By what a measure is put to the test at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exercise {
    /// By any year.
    Always,
    /// By a cap that is reached.
    Caps,
    /// By an order that is held.
    Waits,
}

/// How a value is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A number, with so many decimals.
    Number(u8),
    /// A part of a whole, as a percentage with so many decimals.
    Percent(u8),
}

/// A measure.
#[derive(Debug)]
pub struct Measure {
    /// By what a study names it.
    pub id: &'static str,
    /// Its short name, Chinese and English.
    pub name: (&'static str, &'static str),
    /// What it is, to the letter.
    pub is: (&'static str, &'static str),
    /// How it is shown.
    pub unit: Unit,
    /// When it says nothing.
    pub exercise: Exercise,
    /// Its value in a year; none where it is undefined.
    pub of: fn(&Year) -> Option<Ratio>,
}

/// A year that was run.
#[derive(Debug)]
pub struct Year {
    /// What it adds up to.
    pub figures: Figures,
    /// The alliance at its end.
    pub alliance: Alliance,
}

/// Months of a year that follow one that was judged.
pub const MONTHS: u64 = 11;

const EACH: Whose = Whose { class: None, current: false };

impl Measure {
    /// The name in a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        lang.of(self.name)
    }

    /// A value as it is shown.
    pub fn show(&self, value: &Ratio) -> String {
        match self.unit {
            Unit::Number(decimals) => format!("{value:.0$}", usize::from(decimals)),
            Unit::Percent(decimals) => percent(value, usize::from(decimals)),
        }
    }
}

/// A ratio as a percentage, rounded once: a number with two decimals more, whose point is moved.
fn percent(value: &Ratio, decimals: usize) -> String {
    let text = format!("{value:.0$}", decimals + 2);
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.as_str()),
    };
    let (whole, rest) = text.split_once('.').unwrap_or((text, "00"));
    let (moved, rest) = rest.split_at(2);
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{rest}%")
}

fn number(of: usize) -> u64 {
    u64::try_from(of).unwrap_or(u64::MAX)
}

impl Year {
    fn accepted(&self) -> u64 {
        self.figures.whole.orders.accepted.orders
    }

    fn still_held(&self) -> u64 {
        self.figures.months.last().map_or(0, |month| month.at_end.held.orders)
    }

    fn months(&self, each: fn(&MonthFigures) -> usize) -> Option<Ratio> {
        Ratio::new(self.figures.months.iter().map(|of| number(each(of))).sum(), MONTHS)
    }

    fn suspended(&self, by_designation: bool) -> u64 {
        let of = self.figures.roster.iter();
        of.map(|of| if by_designation { of.months_by_designation } else { of.months_suspended })
            .map(u64::from)
            .sum()
    }

    fn waits(&self) -> Distribution {
        self.figures.waiting().all()
    }

    fn turns(&self) -> Distribution {
        let mut all = Distribution::default();
        self.figures.roster.iter().for_each(|of| all.join(&of.turns.waited));
        all
    }

    /// The members that are in the alliance at the end and were given nothing by turn.
    fn without_turn(&self) -> usize {
        let current = self.figures.roster.iter().filter(|of| of.is_current);
        let idle = current.filter(|of| {
            let row = self.figures.whole.member(of.member).map(|row| row.dispatched);
            row.is_none_or(|row| row.given().orders == row.designated.orders)
        });
        idle.count()
    }

    fn lone_items(&self) -> usize {
        let members = self.alliance.members();
        let ids = (1..).take(self.alliance.items().len());
        ids.map_while(|id| paidan::ItemId::new(id).ok())
            .filter(|item| {
                let offers = |of: &&Member| of.is_current() && of.offers.as_slice().contains(item);
                members.iter().filter(offers).count() < 2
            })
            .count()
    }
}

fn mean(of: &Distribution) -> Option<Ratio> {
    Ratio::new(u64::try_from(of.sum()).ok()?, of.count())
}

fn p95(of: &Distribution) -> Option<Ratio> {
    of.percentile(Share::new(9_500).ok()?).map(|value| Ratio::from(u64::from(value)))
}

/// All measures.
pub const MEASURES: &[Measure] = &[
    Measure {
        id: "suspended",
        name: ("每月暂停会员", "members suspended a month"),
        is: (
            "每月暂停派单的会员数（部分事项暂停也算，各算一家），二月至十二月平均",
            "members that are suspended in a month, from all items or from some, each counted once; the mean of February to December",
        ),
        unit: Unit::Number(2),
        exercise: Exercise::Caps,
        of: |year| year.months(MonthFigures::suspended_members),
    },
    Measure {
        id: "ever-suspended",
        name: ("暂停过的会员", "members ever suspended"),
        is: (
            "全年至少有一个月暂停派单的会员占全部会员的比例",
            "members suspended in at least one month, of all that ever were in the alliance",
        ),
        unit: Unit::Percent(1),
        exercise: Exercise::Caps,
        of: |year| {
            let roster = &year.figures.roster;
            let ever = roster.iter().filter(|of| of.months_suspended > 0).count();
            Ratio::new(number(ever), number(roster.len()))
        },
    },
    Measure {
        id: "months-most",
        name: ("暂停最多的月数", "most months of one member"),
        is: (
            "一家会员全年暂停派单的月数，取最多的一家",
            "the months in which a member is suspended, of the member with the most",
        ),
        unit: Unit::Number(1),
        exercise: Exercise::Caps,
        of: |year| {
            let most = year.figures.roster.iter().map(|of| of.months_suspended).max();
            most.map(|of| Ratio::from(u64::from(of)))
        },
    },
    Measure {
        id: "by-designation",
        name: ("仅因点单而暂停", "on designated work alone"),
        is: (
            "暂停派单的月数中，去掉点单即不达上限的占比",
            "of the months in which members are suspended, those that rest on designated work alone",
        ),
        unit: Unit::Percent(1),
        exercise: Exercise::Caps,
        of: |year| Ratio::new(year.suspended(true), year.suspended(false)),
    },
    Measure {
        id: "caps-reached",
        name: ("每月达到上限次数", "caps reached a month"),
        is: (
            "每月达到上限的次数，一家会员可有多次，一月至十一月平均",
            "caps that members reach in a month, of which one member may reach several; the mean of January to November",
        ),
        unit: Unit::Number(2),
        exercise: Exercise::Caps,
        of: |year| year.months(|of| of.reached.len()),
    },
    Measure {
        id: "held",
        name: ("待派率", "orders held"),
        is: (
            "每百件受理的订单待派多少次，同一件可有多次",
            "how often orders were held since nobody could have them, of all accepted; an order may be held more than once",
        ),
        unit: Unit::Percent(2),
        exercise: Exercise::Always,
        of: |year| Ratio::new(year.figures.whole.orders.held, year.accepted()),
    },
    Measure {
        id: "never-given",
        name: ("始终未派出", "never given"),
        is: (
            "受理的订单中，待派时被取消或年末仍待派的占比",
            "accepted orders that were cancelled while they were held or are held at the end of the year",
        ),
        unit: Unit::Percent(2),
        exercise: Exercise::Always,
        of: |year| {
            let cancelled = year.figures.whole.ends.cancelled.orders;
            Ratio::new(cancelled + year.still_held(), year.accepted())
        },
    },
    Measure {
        id: "wait-days",
        name: ("平均待派天数", "days waited"),
        is: (
            "每次待派的天数，不论如何结束，未结束的算到年末；取平均",
            "the days of each wait, however it ended, or to the end of the year; the mean",
        ),
        unit: Unit::Number(1),
        exercise: Exercise::Waits,
        of: |year| mean(&year.waits()),
    },
    Measure {
        id: "wait-p95",
        name: ("待派天数九成五", "days waited, 95th percentile"),
        is: ("同上，第 95 百分位数（最近秩）", "the same, the 95th percentile by nearest rank"),
        unit: Unit::Number(1),
        exercise: Exercise::Waits,
        of: |year| p95(&year.waits()),
    },
    Measure {
        id: "largest-amount",
        name: ("最大份额", "share of the largest"),
        is: (
            "全年服务额最多的一家占全部服务额的比例（各月末计入的接单量）",
            "the amount of the member with the most, of the amount of all, as the tallies of the months have it",
        ),
        unit: Unit::Percent(1),
        exercise: Exercise::Always,
        of: |year| Population::of(&year.figures, EACH, Figure::Amount).largest_share(),
    },
    Measure {
        id: "gini-amount",
        name: ("服务额基尼系数", "Gini of amounts"),
        is: (
            "全部会员全年服务额的基尼系数，不作 n/(n−1) 修正",
            "the coefficient of Gini of the amounts of all members, without correction",
        ),
        unit: Unit::Number(3),
        exercise: Exercise::Always,
        of: |year| Population::of(&year.figures, EACH, Figure::Amount).gini(),
    },
    Measure {
        id: "jain-orders",
        name: ("订单公平指数", "Jain of orders"),
        is: (
            "全部会员全年接单量的 Jain 公平指数",
            "the index of Jain of the orders of all members",
        ),
        unit: Unit::Number(3),
        exercise: Exercise::Always,
        of: |year| Population::of(&year.figures, EACH, Figure::Orders).jain(),
    },
    Measure {
        id: "jain-entitled",
        name: ("应得公平指数", "Jain of what was due"),
        is: (
            "每家按轮次所得占其可得订单的比例，取 Jain 公平指数",
            "the index of Jain of what each member was given by turn, as a part of all that it could have been given",
        ),
        unit: Unit::Number(3),
        exercise: Exercise::Always,
        of: |year| Population::of(&year.figures, EACH, Figure::Entitled).jain(),
    },
    Measure {
        id: "turns-p95",
        name: ("轮空次数九成五", "turns waited, 95th percentile"),
        is: (
            "两次轮到之间派给他人的可得订单数，第 95 百分位数",
            "the orders it could have had that went to others between two turns of a member, the 95th percentile",
        ),
        unit: Unit::Number(1),
        exercise: Exercise::Always,
        of: |year| p95(&year.turns()),
    },
    Measure {
        id: "without-turn",
        name: ("全年未轮到", "never by turn"),
        is: (
            "年末在盟而全年未按轮次接到一单的会员数",
            "members of the alliance at its end that had nothing by turn in the whole year",
        ),
        unit: Unit::Number(2),
        exercise: Exercise::Always,
        of: |year| Some(Ratio::from(number(year.without_turn()))),
    },
    Measure {
        id: "guard-lifted",
        name: ("放开上限派出", "given with the guard lifted"),
        is: (
            "派出的订单中，因无人未到上限而放开派出的占比",
            "givings for which the guard was lifted, since nobody was within it, of all",
        ),
        unit: Unit::Percent(2),
        exercise: Exercise::Always,
        of: |year| {
            let of = year.figures.whole.orders.dispatched;
            Ratio::new(of.guard_lifted.orders, of.given().orders)
        },
    },
    Measure {
        id: "reassigned",
        name: ("调单", "reassignments"),
        is: ("全年调单次数", "orders taken from a member that lagged, in the year"),
        unit: Unit::Number(2),
        exercise: Exercise::Always,
        of: |year| Some(Ratio::from(number(year.figures.whole.reassignments.len()))),
    },
    Measure {
        id: "exits",
        name: ("除名", "members expelled"),
        is: ("全年被除名的会员数", "members that were expelled in the year"),
        unit: Unit::Number(2),
        exercise: Exercise::Always,
        of: |year| Some(Ratio::from(number(year.figures.whole.exits.len()))),
    },
    Measure {
        id: "lone-items",
        name: ("独家或无人事项", "items of one provider"),
        is: (
            "年末在盟会员中提供者不到两家的事项数",
            "items that fewer than two members offer at the end of the year",
        ),
        unit: Unit::Number(2),
        exercise: Exercise::Always,
        of: |year| Some(Ratio::from(number(year.lone_items()))),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_rounded_once() {
        let shown = |part, whole, decimals| percent(&Ratio::new(part, whole).unwrap(), decimals);
        assert_eq!(shown(1, 3, 1), "33.3%");
        assert_eq!(shown(1, 1, 0), "100%");
        assert_eq!(shown(637, 10_000, 2), "6.37%");
        assert_eq!(shown(0, 5, 1), "0.0%");
        assert_eq!(shown(449, 100_000, 1), "0.4%");
        let below = Ratio::from(0).less(&Ratio::new(1, 8).unwrap());
        assert_eq!(percent(&below, 1), "-12.5%");
    }

    #[test]
    fn measures_have_names_of_their_own() {
        let mut names: Vec<&str> =
            MEASURES.iter().flat_map(|of| [of.id, of.name.0, of.name.1]).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
