//! 各句共用的词语。

use crate::facts::cap::CapFigures;
use crate::facts::council::{Breach, Seat};
use crate::facts::finding::{Feedback, Ground, LagFinding};
use crate::facts::member::Category;
use crate::facts::order::Basis;
use crate::facts::register::Registered;
use crate::facts::standing::Bar;
use crate::words::article::Article;
use crate::words::date::{Date, DueDate, Month};
use crate::words::id::IdKind;

/// An article as the law is cited: 《办法》第十六条.
pub(in crate::text) fn article(of: Article) -> String {
    format!("《办法》第{}条", numeral(of.number()))
}

/// A number below 100 as it is counted: 十六.
fn numeral(number: u8) -> String {
    let digit = |of: u8| match of {
        1 => "一",
        2 => "二",
        3 => "三",
        4 => "四",
        5 => "五",
        6 => "六",
        7 => "七",
        8 => "八",
        9 => "九",
        _ => "",
    };
    let tens = match number / 10 {
        0 => String::new(),
        1 => "十".into(),
        tens => format!("{}十", digit(tens)),
    };
    format!("{tens}{}", digit(number % 10))
}

pub(in crate::text) fn month(of: Month) -> String {
    format!("{}年{}月", of.year(), of.of_year())
}

pub(in crate::text) fn day(of: Date) -> String {
    format!("{}{}日", month(of.month()), of.day())
}

pub(in crate::text) fn due(of: DueDate) -> String {
    format!("{}年{}月{}日", of.year(), of.month_of_year(), of.day())
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as the others of its kind")]
pub(in crate::text) fn basis(basis: &Basis) -> String {
    match basis {
        Basis::Designation => "企业点单",
        Basis::Turn => "依次派单",
        Basis::TurnGuardLifted => "依次派单，月内限额已解除",
        Basis::Named => "平台指定",
    }
    .into()
}

pub(in crate::text) fn category(category: Category) -> &'static str {
    match category {
        Category::Finance => "财务类",
        Category::Research => "研发类",
        Category::Patent => "专利类",
        Category::Comprehensive => "综合类",
    }
}

pub(in crate::text) fn figures(cap: &CapFigures) -> String {
    match cap {
        CapFigures::Item { item, own, whole } => {
            format!("服务事项{item}全市合计{whole}单，该单位{own}单")
        }
        CapFigures::Amount { own, whole } => {
            format!("总服务额全市合计{whole}元，该单位{own}元")
        }
    }
}

pub(in crate::text) fn bar(bar: Bar) -> &'static str {
    match bar {
        Bar::ConflictOfInterest => "因利益冲突须回避",
        Bar::OwnOrder => "其自身即下单企业",
        Bar::Declined => "曾以正当理由拒接该单",
        Bar::Reassigned => "该单已从其调出",
    }
}

pub(in crate::text) fn kind(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Member => "会员单位",
        IdKind::Station => "服务站",
        IdKind::Item => "服务事项",
        IdKind::Enterprise => "企业",
        IdKind::Order => "订单",
        IdKind::Entry => "台账条目",
        IdKind::Place => "排位位次",
    }
}

/// Ground and number: 无序竞争（第二种情形）.
pub(in crate::text) fn ground(ground: Ground) -> String {
    format!("{}（第{}种情形）", ground_name(ground), numeral(ground.number()))
}

pub(in crate::text) fn ground_name(ground: Ground) -> &'static str {
    match ground {
        Ground::DeclinedWithoutCause => "无故拒接，经协调仍不承接",
        Ground::DisorderlyCompetition => "无序竞争",
        Ground::NoImprovement => "整改后仍无明显改善",
        Ground::ReassignedInARow => "连续被调单",
        Ground::Infringement => "侵害企业权益",
        Ground::OtherAct => "其他行为",
    }
}

pub(in crate::text) fn seat(seat: Seat) -> &'static str {
    match seat {
        Seat::Finance => "财务类席位",
        Seat::Research => "研发类席位",
        Seat::Patent => "专利类席位",
        Seat::FirstComprehensive => "综合类第一席位",
        Seat::SecondComprehensive => "综合类第二席位",
    }
}

pub(in crate::text) fn breach(breach: Breach) -> &'static str {
    match breach {
        Breach::Direction => "不接受统一调度",
        Breach::Absence => "擅自离岗脱岗",
        Breach::Process => "不遵守流程与标准",
        Breach::Inducement => "诱导或指令点单",
    }
}

pub(in crate::text) fn feedback(feedback: Feedback) -> &'static str {
    match feedback {
        Feedback::Satisfied => "满意",
        Feedback::Dissatisfied => "不满意",
        Feedback::Complaint => "投诉",
    }
}

pub(in crate::text) fn registered(of: Registered) -> String {
    match of {
        Registered::Station(station) => format!("服务站{station}"),
        Registered::Item(item) => format!("服务事项{item}"),
        Registered::Enterprise(enterprise) => format!("企业{enterprise}"),
        Registered::Member(member) => format!("会员单位{member}"),
    }
}

pub(in crate::text) fn lag(finding: LagFinding) -> String {
    let missing = [
        (finding.progress_lags, "进度未明显滞后"),
        (finding.target_at_risk, "目标未受严重影响"),
        (finding.enterprise_complained, "企业未投诉"),
    ];
    let missing: Vec<&str> = missing.iter().filter(|(is_so, _)| !is_so).map(|of| of.1).collect();
    missing.join("、")
}
