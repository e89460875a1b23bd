//! Section 14 for the council and the stations' records: what each refusal is called, and what it
//! says.

use paidan::RefusalKind::Rule;
use paidan::{Category, Refusal};

use crate::articles::refusals_words::Row;
use crate::common::{date, member, order};

/// The rows that the tests of the other file check with their own.
pub(crate) fn rows() -> impl Iterator<Item = Row> {
    [council(), duty(), feedback()].into_iter().flatten()
}

fn council() -> Vec<Row> {
    let member = member(3);
    vec![
        (
            Refusal::NotOfTheClass { member, category: Category::Patent },
            "not_of_the_class",
            Rule,
            Some(5),
            "member 3 is not of the class patent (article 5)",
            "会员单位3不属于专利类（《办法》第五条）",
        ),
        (
            Refusal::HoldsSeat { member },
            "holds_seat",
            Rule,
            Some(5),
            "member 3 holds a seat already (article 5)",
            "会员单位3已任理事（《办法》第五条）",
        ),
        (
            Refusal::LostSeatThisYear { member, year: 2025 },
            "lost_seat_this_year",
            Rule,
            Some(23),
            "member 3 lost a seat for a breach in 2025 (article 23)",
            "会员单位3在2025年因违规被取消理事资格（《办法》第二十三条）",
        ),
        (
            Refusal::NoVacantSeat { category: Category::Comprehensive },
            "no_vacant_seat",
            Rule,
            Some(5),
            "no seat for the class comprehensive is vacant (article 5)",
            "综合类理事没有空缺（《办法》第五条）",
        ),
        (
            Refusal::HoldsNoSeat { member },
            "holds_no_seat",
            Rule,
            Some(23),
            "member 3 holds no seat (article 23)",
            "会员单位3未任理事（《办法》第二十三条）",
        ),
    ]
}

fn feedback() -> Vec<Row> {
    vec![
        (
            Refusal::OrderHeld { order: order(8) },
            "order_held",
            Rule,
            Some(22),
            "order 8 is held, and nothing can be said of how it is served (article 22)",
            "订单8尚待派单，无从评价（《办法》第二十二条）",
        ),
        (
            Refusal::ComplaintWithoutText,
            "complaint_without_text",
            Rule,
            Some(22),
            "the complaint has no text (article 22)",
            "投诉未写明内容（《办法》第二十二条）",
        ),
    ]
}

fn duty() -> Vec<Row> {
    let [from, to, day] = ["2025-01-06", "2025-01-10", "2025-01-11"].map(date);
    vec![
        (
            Refusal::DutyPeriod { from: to, to: from },
            "duty_period",
            Rule,
            Some(11),
            "the period from 2025-01-10 to 2025-01-06 is empty or has more than 366 days \
             (article 11)",
            "期间2025年1月10日至2025年1月6日为空或超过366日（《办法》第十一条）",
        ),
        (
            Refusal::DutyDayOutside { day, from, to },
            "duty_day_outside",
            Rule,
            Some(11),
            "the duty day 2025-01-11 is not in the period from 2025-01-06 to 2025-01-10 \
             (article 11)",
            "驻点日2025年1月11日不在期间2025年1月6日至2025年1月10日内（《办法》第十一条）",
        ),
        (
            Refusal::DutyDayOff { day },
            "duty_day_off",
            Rule,
            Some(11),
            "the duty day 2025-01-11 is no working day (article 11)",
            "驻点日2025年1月11日不是工作日（《办法》第十一条）",
        ),
        (
            Refusal::NoReason,
            "no_reason",
            Rule,
            Some(15),
            "no reason is given (article 15)",
            "未说明理由（《办法》第十五条）",
        ),
    ]
}
