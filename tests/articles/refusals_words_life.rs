//! Section 14 for the life of an order: what each refusal is called, and what it says.

use paidan::RefusalKind::Rule;
use paidan::{Bar, Ground, LagFinding, Language, Membership, Refusal, Standing};

use crate::articles::refusals_words::Row;
use crate::common::{date, enterprise, item, member, month, order};

/// The rows that the tests of the other file check with their own.
pub(crate) fn rows() -> impl Iterator<Item = Row> {
    [states(), work(), conduct(), reassignment()].into_iter().flatten()
}

fn states() -> Vec<Row> {
    let order = order(8);
    vec![
        (
            Refusal::OrderNotAssigned { order },
            "order_not_assigned",
            Rule,
            Some(16),
            "order 8 is not assigned (article 16)",
            "订单8不在承接状态（《办法》第十六条）",
        ),
        (
            Refusal::OrderNotDeclined { order },
            "order_not_declined",
            Rule,
            Some(22),
            "order 8 is not declined (article 22)",
            "订单8不在拒接协调中（《办法》第二十二条）",
        ),
        (
            Refusal::OrderNotCompleted { order },
            "order_not_completed",
            Rule,
            Some(19),
            "order 8 is not completed (article 19)",
            "订单8尚未完成（《办法》第十九条）",
        ),
        (
            Refusal::OrderNotOpen { order },
            "order_not_open",
            Rule,
            Some(21),
            "order 8 is neither assigned nor declined (article 21)",
            "订单8既未承接也不在协调中（《办法》第二十一条）",
        ),
        (
            Refusal::OrderEnded { order },
            "order_ended",
            Rule,
            None,
            "order 8 has ended",
            "订单8已经终结",
        ),
        (
            Refusal::NotBarredByDeclining { order, member: member(3) },
            "not_barred_by_declining",
            Rule,
            Some(7),
            "member 3 is not barred from order 8 because it declined it (article 7)",
            "会员单位3未因拒接而被限制承接订单8（《办法》第七条）",
        ),
    ]
}

fn work() -> Vec<Row> {
    let order = order(8);
    let [on, submitted, today] = ["2025-03-01", "2025-03-03", "2025-03-14"].map(date);
    let due = "2025-03-10".parse().unwrap();
    vec![
        (
            Refusal::CompletionOutOfTime { on, submitted, date: today },
            "completion_out_of_time",
            Rule,
            Some(19),
            "the completion on 2025-03-01 is not between 2025-03-03, when the order was submitted, \
             and 2025-03-14 (article 19)",
            "完成日期2025年3月1日不在提交日期2025年3月3日与2025年3月14日之间（《办法》第十九条）",
        ),
        (
            Refusal::NotOverdue { order, due, recorded: submitted },
            "not_overdue",
            Rule,
            Some(19),
            "order 8 is not overdue: its fee can be paid until 2025-03-10, its completion was \
             recorded on 2025-03-03 (article 19)",
            "订单8未逾期：最迟于2025年3月10日兑付，完成记录于2025年3月3日（《办法》第十九条）",
        ),
        (
            Refusal::WorkHasBegun { order },
            "work_has_begun",
            Rule,
            Some(18),
            "work on order 8 has begun (article 18)",
            "订单8已开始实施（《办法》第十八条）",
        ),
    ]
}

fn conduct() -> Vec<Row> {
    vec![
        (
            Refusal::GroundNotMet { member: member(3), ground: Ground::NoImprovement },
            "ground_not_met",
            Rule,
            Some(22),
            "nothing on record lets member 3 be expelled for not improving after a notice \
             (article 22)",
            "会员单位3没有“整改后仍无明显改善”这一退出情形所需的记录（《办法》第二十二条）",
        ),
        (
            Refusal::EnterpriseNotBlacklisted { enterprise: enterprise(12) },
            "enterprise_not_blacklisted",
            Rule,
            Some(21),
            "enterprise 12 is not blacklisted (article 21)",
            "企业12不在黑名单（《办法》第二十一条）",
        ),
        (
            Refusal::HolidayAndMakeUpDay { day: date("2025-01-28") },
            "holiday_and_make_up_day",
            Rule,
            None,
            "2025-01-28 is both a holiday and a make-up day",
            "2025年1月28日既是节假日又是调休工作日",
        ),
        (
            Refusal::MakeUpDayInWeek { day: date("2025-01-28") },
            "make_up_day_in_week",
            Rule,
            None,
            "2025-01-28 is from Monday to Friday, and so no make-up day",
            "2025年1月28日属周一至周五，本为工作日，不能列为调休工作日",
        ),
    ]
}

fn reassignment() -> Vec<Row> {
    let (order, member, item) = (order(8), member(3), item(7));
    let none =
        LagFinding { progress_lags: false, target_at_risk: false, enterprise_complained: false };
    let two = LagFinding { progress_lags: true, ..none };
    let (ground, on) = (Ground::OtherAct, date("2025-03-01"));
    let expelled = Membership::Expelled { ground, on };
    let finding = |finding, english, chinese| {
        (
            Refusal::FindingIncomplete { finding },
            "finding_incomplete",
            Rule,
            Some(24),
            english,
            chinese,
        )
    };
    let named = |standing, english, chinese| {
        let refusal = Refusal::NamedNotEligible { order, member, standing };
        (refusal, "named_not_eligible", Rule, Some(24), english, chinese)
    };
    vec![
        finding(
            none,
            "the finding is incomplete: progress does not lag markedly, the target is not at risk, \
             the enterprise did not complain (article 24)",
            "调单情形不全：进度未明显滞后、目标未受严重影响、企业未投诉（《办法》第二十四条）",
        ),
        finding(
            two,
            "the finding is incomplete: the target is not at risk, the enterprise did not complain \
             (article 24)",
            "调单情形不全：目标未受严重影响、企业未投诉（《办法》第二十四条）",
        ),
        named(
            Standing::Barred { bar: Bar::Declined },
            "member 3 cannot have order 8: it is barred from this order: it declined the order with \
             cause (article 24)",
            "会员单位3不能承接订单8：不得承接该单：曾以正当理由拒接该单（《办法》第二十四条）",
        ),
        named(
            Standing::DoesNotOffer { item },
            "member 3 cannot have order 8: it does not offer item 7 (article 24)",
            "会员单位3不能承接订单8：不提供服务事项7（《办法》第二十四条）",
        ),
        named(
            Standing::OnLeave,
            "member 3 cannot have order 8: it is on leave (article 24)",
            "会员单位3不能承接订单8：经同意暂不派单（《办法》第二十四条）",
        ),
        named(
            Standing::Suspended { month: month("2025-03"), item: None, cap: None },
            "member 3 cannot have order 8: it is suspended from every item in 2025-03 \
             (article 24)",
            "会员单位3不能承接订单8：2025年3月暂停派单，范围为全部事项（《办法》第二十四条）",
        ),
        named(
            Standing::Left { how: expelled },
            "member 3 cannot have order 8: it was expelled on 2025-03-01 for another act (ground 5) \
             (article 24)",
            "会员单位3不能承接订单8：已于2025年3月1日被责令退出联盟：其他行为（第五种情形）（《办法》第二十四条）",
        ),
        (
            Refusal::NobodyEligible { order },
            "nobody_eligible",
            Rule,
            Some(24),
            "nobody else can have order 8 (article 24)",
            "没有其他会员单位可承接订单8（《办法》第二十四条）",
        ),
    ]
}

/// rules 5.4: the bars that an order leaves behind, in words, with their article.
#[test]
fn the_bars_of_a_lost_order_in_words() {
    let words = [
        (
            (Bar::Declined, 7),
            "is barred from this order: it declined the order with cause (article 7)",
            "不得承接该单：曾以正当理由拒接该单（《办法》第七条）",
        ),
        (
            (Bar::Reassigned, 24),
            "is barred from this order: the order was taken from it (article 24)",
            "不得承接该单：该单已从其调出（《办法》第二十四条）",
        ),
    ];
    for ((bar, article), english, chinese) in words {
        let standing = Standing::Barred { bar };
        assert_eq!(standing.to_string(), english);
        assert_eq!(standing.in_language(Language::Chinese), chinese);
        assert_eq!(standing.article().map(paidan::Article::number), Some(article));
        let refusal = Refusal::DesignatedBarred { member: member(3), bar };
        assert!(refusal.to_string().starts_with("the designated member 3 is barred"));
    }
}

/// rules 8.1: each thing a finding lacks is named, and nothing else.
#[test]
fn a_finding_names_what_it_lacks() {
    let full = LagFinding::COMPLETE;
    let lacking = [
        (LagFinding { progress_lags: false, ..full }, "progress does not lag markedly"),
        (LagFinding { target_at_risk: false, ..full }, "the target is not at risk"),
        (LagFinding { enterprise_complained: false, ..full }, "the enterprise did not complain"),
    ];
    for (finding, lack) in lacking {
        let words = Refusal::FindingIncomplete { finding }.to_string();
        assert_eq!(words, format!("the finding is incomplete: {lack} (article 24)"));
    }
}

/// rules 10.1: each ground has words of its own.
#[test]
fn grounds_in_words() {
    let grounds = [
        (Ground::DisorderlyCompetition, "disorderly competition", "无序竞争"),
        (Ground::NoImprovement, "not improving after a notice", "整改后仍无明显改善"),
        (Ground::Infringement, "a violation of an enterprise's rights", "侵害企业权益"),
        (Ground::OtherAct, "another act", "其他行为"),
    ];
    for (ground, english, chinese) in grounds {
        let refusal = Refusal::GroundNotMet { member: member(3), ground };
        let expected =
            format!("nothing on record lets member 3 be expelled for {english} (article 22)");
        assert_eq!(refusal.to_string(), expected);
        let expected =
            format!("会员单位3没有“{chinese}”这一退出情形所需的记录（《办法》第二十二条）");
        assert_eq!(refusal.in_language(Language::Chinese), expected);
    }
}
