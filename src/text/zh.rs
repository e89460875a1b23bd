//! 中文.

use crate::facts::cap::{CapFigures, Reach, TallyEffect};
use crate::facts::council::Vacancy;
use crate::facts::event::{Event, Publication};
use crate::facts::finding::{Ground, LagFinding};
use crate::facts::member::{Category, Membership};
use crate::facts::order::{Basis, Counted, Motion};
use crate::facts::policy::CapScope;
use crate::facts::refusal::Refusal;
use crate::facts::standing::{Bar, Standing};
use crate::words::id::IdKind;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as the others of its kind")]
pub(super) fn basis(basis: &Basis) -> String {
    match basis {
        Basis::Designation => "企业点单",
        Basis::Turn => "依次派单",
        Basis::TurnGuardLifted => "依次派单（解除月内限额）",
        Basis::Named => "平台指定",
    }
    .into()
}

pub(super) fn category(category: Category) -> &'static str {
    match category {
        Category::Finance => "财务类",
        Category::Research => "研发类",
        Category::Patent => "专利类",
        Category::Comprehensive => "综合类",
    }
}

fn figures(cap: &CapFigures) -> String {
    match cap {
        CapFigures::Item { item, own, whole } => {
            format!("事项{item}共{whole}单，其中{own}单")
        }
        CapFigures::Amount { own, whole } => format!("总服务额{whole}元，其中{own}元"),
    }
}

fn bar(bar: Bar) -> &'static str {
    match bar {
        Bar::ConflictOfInterest => "因利益冲突须回避",
        Bar::OwnOrder => "其自身即下单企业",
        Bar::Declined => "已有理由拒接该单",
        Bar::Reassigned => "该单已从其调出",
    }
}

fn kind(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Member => "会员单位",
        IdKind::Station => "服务站",
        IdKind::Item => "服务事项",
        IdKind::Enterprise => "企业",
        IdKind::Order => "订单",
    }
}

pub(super) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::DeclinedWithoutCause => "无故拒接且协调不从",
        Ground::DisorderlyCompetition => "无序竞争",
        Ground::NoImprovement => "整改后仍无明显改善",
        Ground::ReassignedInARow => "连续被调单",
        Ground::Infringement => "侵害企业权益",
        Ground::OtherAct => "其他行为",
    }
}

fn lag(finding: LagFinding) -> String {
    let missing = [
        (finding.progress_lags, "进度未明显滞后"),
        (finding.target_at_risk, "目标未受严重影响"),
        (finding.enterprise_complained, "企业未投诉"),
    ];
    let missing: Vec<&str> = missing.iter().filter(|(is_so, _)| !is_so).map(|of| of.1).collect();
    missing.join("、")
}

/// The sentence of a refusal, with its article where it has one.
pub(super) fn refusal(refusal: &Refusal) -> String {
    let reason = reason(refusal);
    match refusal.article() {
        Some(article) => format!("{reason}（第{}条）", article.number()),
        None => reason,
    }
}

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that no reason lacks words")]
fn reason(refusal: &Refusal) -> String {
    match refusal {
        Refusal::DateBeforeLast { date, last } => {
            format!("日期{date}早于最近一次受理的日期{last}")
        }
        Refusal::MonthNotOpen { month, open } => format!("{month}尚未开启，当前为{open}"),
        Refusal::MonthNotNext { month, open } => format!("{month}不是当前月份{open}的次月"),
        Refusal::PositionNotExpected { expected, next } => {
            format!("指令预期写入台账第{expected}条，而下一条为第{next}条")
        }
        Refusal::UnknownStation { station } => format!("没有服务站{station}"),
        Refusal::UnknownEnterprise { enterprise } => format!("没有企业{enterprise}"),
        Refusal::UnknownItem { item } => format!("没有服务事项{item}"),
        Refusal::UnknownMember { member } => format!("没有会员单位{member}"),
        Refusal::UnknownOrder { order } => format!("没有订单{order}"),
        Refusal::EnterpriseRegistered { enterprise } => {
            format!("企业{enterprise}已用该信用代码登记")
        }
        Refusal::CodeOfCurrentMember { member } => format!("该信用代码属于现会员单位{member}"),
        Refusal::CodeOfExpelledMember { member } => {
            format!("该信用代码属于已被责令退出的会员单位{member}")
        }
        Refusal::CodeWithdrewLately { member, on } => {
            format!("该信用代码的会员单位{member}于{on}自愿退出，本月及次月内不得再入盟")
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
        Refusal::RankingOfOtherYear { year, date } => {
            format!("排位年度{year}与日期{date}不符")
        }
        Refusal::MemberRankedTwice { member } => format!("排位中会员单位{member}出现两次"),
        Refusal::EnterpriseBlacklisted { enterprise } => format!("企业{enterprise}已列入黑名单"),
        Refusal::ConditionNotMet { condition } => format!("不符合接单条件“{condition}”"),
        Refusal::PriceZero => "价款为零".into(),
        Refusal::PriceAboveMenu { item, price, menu } => {
            format!("价款{price}元高于服务事项{item}的菜单价{menu}元")
        }
        Refusal::DepositWithoutGround => "结算周期与价款均不构成收取履约保证金的理由".into(),
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
        Refusal::OrderNotCompleted { order } => format!("订单{order}尚未完成"),
        Refusal::OrderNotOpen { order } => format!("订单{order}既未承接也不在协调中"),
        Refusal::CompletionOutOfTime { on, submitted, date } => {
            format!("完成日期{on}不在提交日期{submitted}与{date}之间")
        }
        Refusal::NotOverdue { order, due, recorded } => {
            format!("订单{order}未逾期：兑付期限为{due}，完成记录于{recorded}")
        }
        Refusal::WorkHasBegun { order } => format!("订单{order}已开始实施"),
        Refusal::FindingIncomplete { finding } => format!("调单情形不全：{}", lag(*finding)),
        Refusal::NamedNotEligible { order, member, standing: why } => {
            format!("会员单位{member}不能承接订单{order}：{}", stands(why))
        }
        Refusal::NobodyEligible { order } => format!("没有其他会员单位可承接订单{order}"),
        Refusal::GroundNotMet { member, ground: of } => {
            format!("会员单位{member}不具备“{}”的退出情形记录", ground(*of))
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
        Refusal::DutyPeriod { from, to } => format!("期间{from}至{to}为空或超过366日"),
        Refusal::DutyDayOutside { day, from, to } => {
            format!("驻点日{day}不在期间{from}至{to}内")
        }
        Refusal::DutyDayOff { day } => format!("驻点日{day}不是工作日"),
        Refusal::NoReason => "未说明理由".into(),
        Refusal::HolidayAndMakeUpDay { day } => format!("{day}既是节假日又是调休工作日"),
        Refusal::PolicyMonthNotLater { month, date } => {
            format!("{date}不得通过{month}的规则，只能从以后的月份起施行")
        }
        Refusal::IdsExhausted { kind: of } => format!("{}编号已用尽", kind(*of)),
    }
}

/// The sentence of a standing, with its article where it has one.
pub(super) fn standing(standing: &Standing) -> String {
    let stands = stands(standing);
    match standing.article() {
        Some(article) => format!("{stands}（第{}条）", article.number()),
        None => stands,
    }
}

fn stands(standing: &Standing) -> String {
    match standing {
        Standing::Taken { basis: by } => format!("承接该单（{}）", basis(by)),
        Standing::NotReached => "未轮到：已由在前者承接".into(),
        Standing::DoesNotOffer { item } => format!("不提供服务事项{item}"),
        Standing::Suspended { month, item, cap } => {
            let from = item.map_or("全部事项".into(), |item| format!("事项{item}"));
            let why = cap.as_ref().map(|cap| format!("（上月{}）", figures(cap)));
            let why = why.unwrap_or_default();
            format!("{month}暂停派单，范围为{from}{why}")
        }
        Standing::Barred { bar: by } => format!("不得承接该单：{}", bar(*by)),
        Standing::Guarded { share, figures: with } => {
            format!("若承接该单则{}，超过{share}", figures(with))
        }
        Standing::Left { how: Membership::Expelled } => "已被责令退出联盟".into(),
        Standing::Left { how: Membership::Withdrawn { on } } => format!("已于{on}自愿退出联盟"),
        Standing::Left { how: Membership::Current } => "为现会员单位".into(),
        Standing::OtherLine { category: of } => format!("不在此排位中，其类别为{}", category(*of)),
        Standing::Unknown => "没有该会员单位".into(),
    }
}

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that no event lacks words")]
pub(super) fn event(event: &Event) -> String {
    match event {
        Event::CapReached { member, cap, reach } => {
            let how = match reach {
                Reach::At => "达到上限",
                Reach::Above => "超过上限",
            };
            format!("会员单位{member}{how}：{}", figures(cap))
        }
        Event::MonthClosed { month } => format!("{month}结账"),
        Event::Suspended { member, scope, cap } => match (scope, cap.item()) {
            (CapScope::Item, Some(item)) => format!("会员单位{member}暂停派单，范围为事项{item}"),
            _ => format!("会员单位{member}暂停派单，范围为全部事项"),
        },
        Event::MonthOpened { month } => format!("{month}开启"),
        Event::PolicyAdopted { month } => format!("通过自{month}起施行的规则"),
        Event::PolicyInForce { month } => format!("自{month}起施行的规则生效"),
        Event::StationOpened { station } => format!("服务站{station}设立"),
        Event::ItemListed { item } => format!("服务事项{item}列入菜单"),
        Event::MenuPriceSet { item } => format!("服务事项{item}的菜单价已定"),
        Event::EnterpriseRegistered { enterprise } => format!("企业{enterprise}登记"),
        Event::Admitted { member } => format!("会员单位{member}入盟"),
        Event::OffersChanged { member } => format!("会员单位{member}变更服务事项"),
        Event::Withdrawn { member } => format!("会员单位{member}自愿退出"),
        Event::LeftLine { member, category: of } => {
            format!("会员单位{member}离开{}排位", category(*of))
        }
        Event::JoinedLine { member, category: of } => {
            format!("会员单位{member}列于{}排位末位", category(*of))
        }
        Event::RankingPublished { year, publication } => match publication {
            Publication::First => format!("公布{year}年排位"),
            Publication::Correction => format!("更正{year}年排位"),
        },
        Event::LineSorted { category: of } => format!("{}按排位重新排序", category(*of)),
        Event::Accepted { order, deposit } if deposit.is_zero() => format!("接受订单{order}"),
        Event::Accepted { order, deposit } => {
            format!("接受订单{order}，收取履约保证金{deposit}元")
        }
        Event::Dispatched { order, member, basis: by, motion, counted } => {
            let moved = match motion {
                Motion::Stays => "",
                Motion::ToEnd => "，并移至末位",
                Motion::CursorPast => "，轮次移至其后",
            };
            let counted = match counted {
                Counted::Yes => "",
                Counted::No => "，不计入接单量",
            };
            format!("订单{order}派给会员单位{member}（{}）{moved}{counted}", basis(by))
        }
        Event::Held { order } => format!("订单{order}待派：无符合条件的会员单位"),
        Event::CameOff { order, member, tally } => {
            let tally = match tally {
                TallyEffect::ComesOff => "，并从接单量中减去",
                TallyEffect::Stays => "，接单量不变",
            };
            format!("订单{order}从会员单位{member}收回{tally}")
        }
        Event::Barred { order, member, .. } => format!("会员单位{member}不得再承接订单{order}"),
        Event::WentBack { member, .. } => format!("会员单位{member}回到原位"),
        Event::Declined { order, member } => format!("会员单位{member}无故拒接订单{order}"),
        Event::Resumed { order, member } => format!("会员单位{member}经协调承接订单{order}"),
        Event::Completed { order, member, due } => {
            format!("会员单位{member}完成订单{order}，兑付期限为{due}")
        }
        Event::Settled { order } => format!("订单{order}已兑付"),
        Event::Defaulted { order } => format!("订单{order}服务费拒付"),
        Event::Abandoned { order } => format!("企业中途放弃订单{order}"),
        Event::Failed { order } => format!("订单{order}未达到目标而终止"),
        Event::DepositCounted { order, amount } => {
            format!("订单{order}的履约保证金{amount}元抵作服务费")
        }
        Event::DepositForfeited { order, amount } => {
            format!("订单{order}的履约保证金{amount}元抵作违约金")
        }
        Event::Blacklisted { enterprise } => format!("企业{enterprise}列入黑名单"),
        Event::BlacklistingLifted { enterprise } => format!("企业{enterprise}移出黑名单"),
        Event::RunRaised { member, run } => format!("会员单位{member}本年度连续被调单{run}起"),
        Event::RunEnded { member } => format!("会员单位{member}的连续调单归零"),
        Event::RunsReset { year } => format!("{year}年开始，连续调单全部归零"),
        Event::Expelled { member, ground: of } => {
            format!("会员单位{member}被责令退出：{}（情形{}）", ground(*of), of.number())
        }
        Event::Notified { member } => format!("会员单位{member}收到整改通知"),
        Event::CalendarAdopted => "通过工作日历".into(),
        Event::SeatTaken { member, category: of } => {
            format!("会员单位{member}成为{}理事", category(*of))
        }
        Event::SeatVacated { member, vacancy } => {
            let why = match vacancy {
                Vacancy::GivenUp => "辞去理事",
                Vacancy::Breach => "被取消理事资格",
                Vacancy::Left => "因退出联盟不再任理事",
            };
            format!("会员单位{member}{why}")
        }
        Event::BreachRecorded { member } => format!("记录会员单位{member}派驻人员违规"),
        Event::DutyPublished { station } => format!("服务站{station}公布驻点日"),
        Event::DutyShort { station, from, found, needed } => {
            format!("服务站{station}自{from}起的连续工作日内驻点{found}日，不足{needed}日")
        }
        Event::TrainingRecorded { station } => format!("服务站{station}培训入账"),
        Event::ConsultationRecorded { station, enterprise } => {
            format!("服务站{station}为企业{enterprise}提供咨询")
        }
        Event::TurnedAway { station, enterprise, item } => {
            format!("服务站{station}不接受企业{enterprise}委托的服务事项{item}")
        }
        Event::Cancelled { order } => format!("订单{order}撤销"),
        Event::DepositReturned { order, amount } => {
            format!("订单{order}的履约保证金{amount}元退还")
        }
    }
}
