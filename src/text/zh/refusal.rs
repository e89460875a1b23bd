//! 不予受理的理由。

use crate::facts::refusal::Refusal;
use crate::text::zh::standing::stands;
use crate::text::zh::words::{
    article, bar, category, day, due as due_on, ground_name, kind, lag, month as month_of,
};

/// The sentence of a refusal, with its article where it has one.
pub(in crate::text) fn refusal(refusal: &Refusal) -> String {
    let reason = reason(refusal);
    match refusal.article() {
        Some(of) => format!("{reason}（{}）", article(of)),
        None => reason,
    }
}

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that no reason lacks words")]
fn reason(refusal: &Refusal) -> String {
    match refusal {
        Refusal::DateBeforeLast { date, last } => {
            format!("日期{}早于最近一次受理的日期{}", day(*date), day(*last))
        }
        Refusal::MonthNotOpen { month, open } => {
            format!("{}尚未开启，当前为{}", month_of(*month), month_of(*open))
        }
        Refusal::MonthNotNext { month, open } => {
            format!("{}不是当前月份{}的次月", month_of(*month), month_of(*open))
        }
        Refusal::PositionNotExpected { expected, next } => {
            format!("指令预期写入台账第{expected}条，而下一条为第{next}条")
        }
        Refusal::OccurredAfterDate { occurred, date } => {
            format!("发生日期{}晚于记录日期{}", day(*occurred), day(*date))
        }
        Refusal::UnknownStation { station } => format!("服务站{station}不存在"),
        Refusal::UnknownEnterprise { enterprise } => format!("企业{enterprise}不存在"),
        Refusal::UnknownItem { item } => format!("服务事项{item}不存在"),
        Refusal::UnknownMember { member } => format!("会员单位{member}不存在"),
        Refusal::UnknownOrder { order } => format!("订单{order}不存在"),
        Refusal::StationClosed { station } => format!("服务站{station}已关闭"),
        Refusal::StationNotClosed { station } => format!("服务站{station}并未关闭"),
        Refusal::ItemOffMenu { item } => format!("服务事项{item}已下架"),
        Refusal::ItemOnMenu { item } => format!("服务事项{item}并未下架"),
        Refusal::EnterpriseRegistered { enterprise } => {
            format!("企业{enterprise}已用该信用代码登记")
        }
        Refusal::CodeOfCurrentMember { member } => format!("该信用代码属于现会员单位{member}"),
        Refusal::CodeOfExpelledMember { member } => {
            format!("该信用代码属于已被责令退出的会员单位{member}")
        }
        Refusal::CodeWithdrewLately { member, on, from } => {
            let from = from.map_or(String::new(), |of| format!("，{}起方可再入盟", month_of(of)));
            format!(
                "该信用代码的会员单位{member}于{on}自愿退出，当月及次月不得再入盟{from}",
                on = day(*on)
            )
        }
        Refusal::VolumeBelowMinimum { volume, minimum } => {
            format!("近两年承接市内高企业务{volume}单，不足{minimum}单")
        }
        Refusal::NoOffer => "未提供任何服务事项".into(),
        Refusal::OfferOutOfReach { item, category: of } => {
            format!("服务事项{item}超出{}会员单位的业务范围", category(*of))
        }
        Refusal::MemberNotCurrent { member } => format!("会员单位{member}已退出联盟"),
        Refusal::MemberHasOpenOrders { member, open } => {
            format!("会员单位{member}尚有{open}单未了结")
        }
        Refusal::MemberOnLeave { member } => format!("会员单位{member}已在暂不派单期间"),
        Refusal::MemberNotOnLeave { member } => format!("会员单位{member}不在暂不派单期间"),
        Refusal::RankingOfOtherYear { year, date } => {
            format!("排位年度{year}与日期{}不符", day(*date))
        }
        Refusal::MemberRankedTwice { member } => format!("排位中会员单位{member}出现两次"),
        Refusal::EnterpriseBlacklisted { enterprise } => format!("企业{enterprise}已列入黑名单"),
        Refusal::ConditionNotMet { condition } => format!("不符合接单条件“{condition}”"),
        Refusal::PriceZero => "价款为零".into(),
        Refusal::PriceAboveMenu { item, price, menu } => {
            format!("价款{price}元高于服务事项{item}的菜单价{menu}元")
        }
        Refusal::DepositWithoutGround => "结算周期与价款均不构成收取履约保证金的事由".into(),
        Refusal::DesignatedHasLeft { member } => format!("所点会员单位{member}已退出联盟"),
        Refusal::DesignatedDoesNotOffer { member, item } => {
            format!("所点会员单位{member}不提供服务事项{item}")
        }
        Refusal::DesignatedBarred { member, bar: by } => {
            format!("所点会员单位{member}不得承接该单：{}", bar(*by))
        }
        Refusal::OrderNotHeld { order } => format!("订单{order}不在待派状态"),
        Refusal::OrderNotAssigned { order } => format!("订单{order}不在承接状态"),
        Refusal::OrderNotDeclined { order } => format!("订单{order}不在拒接协调中"),
        Refusal::OrderEnded { order } => format!("订单{order}已经终结"),
        Refusal::NotBarredByDeclining { order, member } => {
            format!("会员单位{member}未因拒接而被限制承接订单{order}")
        }
        Refusal::OrderNotCompleted { order } => format!("订单{order}尚未完成"),
        Refusal::OrderNotOpen { order } => format!("订单{order}既未承接也不在协调中"),
        Refusal::CompletionOutOfTime { on, submitted, date } => {
            let [on, submitted, date] = [on, submitted, date].map(|of| day(*of));
            format!("完成日期{on}不在提交日期{submitted}与{date}之间")
        }
        Refusal::NotOverdue { order, due, recorded } => {
            let (due, recorded) = (due_on(*due), day(*recorded));
            format!("订单{order}未逾期：最迟于{due}兑付，完成记录于{recorded}")
        }
        Refusal::WorkHasBegun { order } => format!("订单{order}已开始实施"),
        Refusal::FindingIncomplete { finding } => format!("调单情形不全：{}", lag(*finding)),
        Refusal::NamedNotEligible { order, member, standing: why } => {
            format!("会员单位{member}不能承接订单{order}：{}", stands(why))
        }
        Refusal::NobodyEligible { order } => format!("没有其他会员单位可承接订单{order}"),
        Refusal::GroundNotMet { member, ground: of } => {
            format!("会员单位{member}没有“{}”这一退出情形所需的记录", ground_name(*of))
        }
        Refusal::EnterpriseNotBlacklisted { enterprise } => format!("企业{enterprise}不在黑名单"),
        Refusal::NotOfTheClass { member, category: of } => {
            format!("会员单位{member}不属于{}", category(*of))
        }
        Refusal::HoldsSeat { member } => format!("会员单位{member}已任理事"),
        Refusal::LostSeatThisYear { member, year } => {
            format!("会员单位{member}在{year}年因违规被取消理事资格")
        }
        Refusal::NoVacantSeat { category: of } => format!("{}理事没有空缺", category(*of)),
        Refusal::HoldsNoSeat { member } => format!("会员单位{member}未任理事"),
        Refusal::DutyPeriod { from, to } => {
            format!("期间{}至{}为空或超过366日", day(*from), day(*to))
        }
        Refusal::DutyDayOutside { day: of, from, to } => {
            let [of, from, to] = [of, from, to].map(|of| day(*of));
            format!("驻点日{of}不在期间{from}至{to}内")
        }
        Refusal::DutyDayOff { day: of } => format!("驻点日{}不是工作日", day(*of)),
        Refusal::OrderHeld { order } => format!("订单{order}尚待派单，无从评价"),
        Refusal::ComplaintWithoutText => "投诉未写明内容".into(),
        Refusal::NoReason => "未说明理由".into(),
        Refusal::HolidayAndMakeUpDay { day: of } => {
            format!("{}既是节假日又是调休工作日", day(*of))
        }
        Refusal::MakeUpDayInWeek { day: of } => {
            format!("{}属周一至周五，本为工作日，不能列为调休工作日", day(*of))
        }
        Refusal::PolicyMonthNotLater { month, date } => {
            let (date, month) = (day(*date), month_of(*month));
            format!("{date}不得通过{month}的规则口径，规则口径只能自以后的月份起施行")
        }
        Refusal::IdsExhausted { kind: of } => format!("{}编号已用尽", kind(*of)),
    }
}
