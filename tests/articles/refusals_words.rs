//! Section 14: what each refusal is called, and what it says.

use paidan::RefusalKind::{Position, Rule, Stale, Unknown};
use paidan::{Article, Bar, Category, IdKind, Language, Refusal, RefusalKind};

use crate::common::{condition, date, enterprise, item, member, month, order, station};

/// A refusal, its code, its kind, its article, and what it says in English and in Chinese.
pub(crate) type Row = (Refusal, &'static str, RefusalKind, Option<u8>, &'static str, &'static str);

fn time() -> Vec<Row> {
    let [march, april] = [month("2025-03"), month("2025-04")];
    let (date, last) = (date("2025-03-14"), date("2025-03-15"));
    vec![
        (
            Refusal::DateBeforeLast { date, last },
            "date_before_last",
            Stale,
            Some(13),
            "the command is dated 2025-03-14, before the last accepted one of 2025-03-15 \
             (article 13)",
            "日期2025年3月14日早于最近一次受理的日期2025年3月15日（《办法》第十三条）",
        ),
        (
            Refusal::MonthNotOpen { month: april, open: march },
            "month_not_open",
            Stale,
            Some(17),
            "the month 2025-04 is not open, 2025-03 is (article 17)",
            "2025年4月尚未开启，当前为2025年3月（《办法》第十七条）",
        ),
        (
            Refusal::MonthNotNext { month: march, open: march },
            "month_not_next",
            Stale,
            Some(17),
            "2025-03 is not the month after 2025-03, which is open (article 17)",
            "2025年3月不是当前月份2025年3月的次月（《办法》第十七条）",
        ),
        (
            Refusal::PositionNotExpected { expected: 7, next: 8 },
            "position_not_expected",
            Position,
            Some(13),
            "the command expects ledger position 7, but the next is 8 (article 13)",
            "指令预期写入台账第7条，而下一条为第8条（《办法》第十三条）",
        ),
        (
            Refusal::OccurredAfterDate { occurred: last, date },
            "occurred_after_date",
            Stale,
            Some(13),
            "it is said to have happened on 2025-03-15, after the date 2025-03-14 (article 13)",
            "发生日期2025年3月15日晚于记录日期2025年3月14日（《办法》第十三条）",
        ),
        (
            Refusal::PolicyMonthNotLater { month: march, date },
            "policy_month_not_later",
            Rule,
            Some(26),
            "a policy for 2025-03 cannot be adopted on 2025-03-14, only one for a later month \
             (article 26)",
            "2025年3月14日不得通过2025年3月的规则口径，规则口径只能自以后的月份起施行（《办法》第二十六条）",
        ),
    ]
}

fn unknown() -> Vec<Row> {
    vec![
        (
            Refusal::UnknownStation { station: station(9) },
            "unknown_station",
            Unknown,
            None,
            "there is no station 9",
            "服务站9不存在",
        ),
        (
            Refusal::UnknownEnterprise { enterprise: enterprise(9) },
            "unknown_enterprise",
            Unknown,
            None,
            "there is no enterprise 9",
            "企业9不存在",
        ),
        (
            Refusal::UnknownItem { item: item(9) },
            "unknown_item",
            Unknown,
            None,
            "there is no item 9",
            "服务事项9不存在",
        ),
        (
            Refusal::UnknownMember { member: member(9) },
            "unknown_member",
            Unknown,
            None,
            "there is no member 9",
            "会员单位9不存在",
        ),
        (
            Refusal::UnknownOrder { order: order(9) },
            "unknown_order",
            Unknown,
            None,
            "there is no order 9",
            "订单9不存在",
        ),
    ]
}

fn registers() -> Vec<Row> {
    let registered = Refusal::EnterpriseRegistered { enterprise: enterprise(12) };
    let mut rows = vec![
        (
            registered,
            "enterprise_registered",
            Rule,
            None,
            "enterprise 12 is registered with this code",
            "企业12已用该信用代码登记",
        ),
        (
            Refusal::StationClosed { station: station(2) },
            "station_closed",
            Rule,
            None,
            "station 2 is closed",
            "服务站2已关闭",
        ),
        (
            Refusal::StationNotClosed { station: station(2) },
            "station_not_closed",
            Rule,
            None,
            "station 2 is not closed",
            "服务站2并未关闭",
        ),
        (
            Refusal::ItemOffMenu { item: item(7) },
            "item_off_menu",
            Rule,
            Some(14),
            "item 7 is off the menu (article 14)",
            "服务事项7已下架（《办法》第十四条）",
        ),
        (
            Refusal::ItemOnMenu { item: item(7) },
            "item_on_menu",
            Rule,
            Some(14),
            "item 7 is on the menu (article 14)",
            "服务事项7并未下架（《办法》第十四条）",
        ),
    ];
    let kinds = [
        (IdKind::Member, "the last member id was given out", "会员单位编号已用尽"),
        (IdKind::Station, "the last station id was given out", "服务站编号已用尽"),
        (IdKind::Item, "the last item id was given out", "服务事项编号已用尽"),
        (IdKind::Enterprise, "the last enterprise id was given out", "企业编号已用尽"),
        (IdKind::Order, "the last order id was given out", "订单编号已用尽"),
    ];
    let exhausted = kinds.map(|(kind, english, chinese)| {
        (Refusal::IdsExhausted { kind }, "ids_exhausted", Rule, None, english, chinese)
    });
    rows.extend(exhausted);
    rows
}

fn admission() -> Vec<Row> {
    let on = date("2025-02-28");
    vec![
        (
            Refusal::CodeOfCurrentMember { member: member(3) },
            "code_of_current_member",
            Rule,
            Some(8),
            "member 3 has this code and is in the alliance (article 8)",
            "该信用代码属于现会员单位3（《办法》第八条）",
        ),
        (
            Refusal::CodeOfExpelledMember { member: member(3) },
            "code_of_expelled_member",
            Rule,
            Some(22),
            "member 3 had this code and was expelled (article 22)",
            "该信用代码属于已被责令退出的会员单位3（《办法》第二十二条）",
        ),
        (
            Refusal::CodeWithdrewLately { member: member(3), on, from: Some(month("2025-04")) },
            "code_withdrew_lately",
            Rule,
            Some(8),
            "member 3 had this code, withdrew on 2025-02-28 and cannot come back before 2025-04 \
             (article 8)",
            "该信用代码的会员单位3于2025年2月28日自愿退出，当月及次月不得再入盟，2025年4月起方可再入盟\
             （《办法》第八条）",
        ),
        (
            Refusal::CodeWithdrewLately { member: member(3), on, from: None },
            "code_withdrew_lately",
            Rule,
            Some(8),
            "member 3 had this code, withdrew on 2025-02-28 and cannot come back (article 8)",
            "该信用代码的会员单位3于2025年2月28日自愿退出，当月及次月不得再入盟（《办法》第八条）",
        ),
        (
            Refusal::VolumeBelowMinimum { volume: 4, minimum: 5 },
            "volume_below_minimum",
            Rule,
            Some(5),
            "the firm served 4 local high-tech orders in two years, and 5 are needed (article 5)",
            "近两年承接市内高企业务4单，不足5单（《办法》第五条）",
        ),
        (
            Refusal::NoOffer,
            "no_offer",
            Rule,
            Some(8),
            "no item is offered (article 8)",
            "未提供任何服务事项（《办法》第八条）",
        ),
        (
            Refusal::OfferOutOfReach { item: item(7), category: Category::Patent },
            "offer_out_of_reach",
            Rule,
            Some(8),
            "item 7 is out of reach of a member of the class patent (article 8)",
            "服务事项7超出专利类会员单位的业务范围（《办法》第八条）",
        ),
    ]
}

fn membership() -> Vec<Row> {
    let date = date("2025-03-14");
    vec![
        (
            Refusal::MemberNotCurrent { member: member(3) },
            "member_not_current",
            Rule,
            Some(22),
            "member 3 has left the alliance (article 22)",
            "会员单位3已退出联盟（《办法》第二十二条）",
        ),
        (
            Refusal::MemberHasOpenOrders { member: member(3), open: 2 },
            "member_has_open_orders",
            Rule,
            Some(7),
            "member 3 has open orders, 2 of them (article 7)",
            "会员单位3尚有2单未了结（《办法》第七条）",
        ),
        (
            Refusal::MemberOnLeave { member: member(3) },
            "member_on_leave",
            Rule,
            None,
            "member 3 is on leave",
            "会员单位3已在暂不派单期间",
        ),
        (
            Refusal::MemberNotOnLeave { member: member(3) },
            "member_not_on_leave",
            Rule,
            None,
            "member 3 is not on leave",
            "会员单位3不在暂不派单期间",
        ),
        (
            Refusal::RankingOfOtherYear { year: 2024, date },
            "ranking_of_other_year",
            Rule,
            Some(16),
            "the ranking is of the year 2024, but the date is 2025-03-14 (article 16)",
            "排位年度2024与日期2025年3月14日不符（《办法》第十六条）",
        ),
        (
            Refusal::MemberRankedTwice { member: member(3) },
            "member_ranked_twice",
            Rule,
            Some(16),
            "the ranking names member 3 twice (article 16)",
            "排位中会员单位3出现两次（《办法》第十六条）",
        ),
    ]
}

fn intake() -> Vec<Row> {
    let [price, menu] = ["100.01", "100.00"].map(|price| price.parse().unwrap());
    vec![
        (
            Refusal::EnterpriseBlacklisted { enterprise: enterprise(12) },
            "enterprise_blacklisted",
            Rule,
            Some(21),
            "enterprise 12 is blacklisted (article 21)",
            "企业12已列入黑名单（《办法》第二十一条）",
        ),
        (
            Refusal::ConditionNotMet { condition: condition("licence") },
            "condition_not_met",
            Rule,
            Some(15),
            "the acceptance condition \"licence\" is not met (article 15)",
            "不符合接单条件“licence”（《办法》第十五条）",
        ),
        (
            Refusal::PriceZero,
            "price_zero",
            Rule,
            Some(14),
            "the price is zero (article 14)",
            "价款为零（《办法》第十四条）",
        ),
        (
            Refusal::PriceAboveMenu { item: item(7), price, menu },
            "price_above_menu",
            Rule,
            Some(14),
            "the price 100.01 is above the menu price 100.00 of item 7 (article 14)",
            "价款100.01元高于服务事项7的菜单价100.00元（《办法》第十四条）",
        ),
        (
            Refusal::DepositWithoutGround,
            "deposit_without_ground",
            Rule,
            Some(20),
            "there is no ground to ask for a deposit: neither the term nor the price (article 20)",
            "结算周期与价款均不构成收取履约保证金的事由（《办法》第二十条）",
        ),
    ]
}

fn designation() -> Vec<Row> {
    let (member, item) = (member(3), item(7));
    vec![
        (
            Refusal::DesignatedHasLeft { member },
            "designated_has_left",
            Rule,
            Some(16),
            "the designated member 3 has left the alliance (article 16)",
            "所点会员单位3已退出联盟（《办法》第十六条）",
        ),
        (
            Refusal::DesignatedDoesNotOffer { member, item },
            "designated_does_not_offer",
            Rule,
            Some(16),
            "the designated member 3 does not offer item 7 (article 16)",
            "所点会员单位3不提供服务事项7（《办法》第十六条）",
        ),
        (
            Refusal::DesignatedBarred { member, bar: Bar::ConflictOfInterest },
            "designated_barred",
            Rule,
            Some(16),
            "the designated member 3 is barred from the order: a conflict of interest excludes it \
             (article 16)",
            "所点会员单位3不得承接该单：因利益冲突须回避（《办法》第十六条）",
        ),
        (
            Refusal::DesignatedBarred { member, bar: Bar::OwnOrder },
            "designated_barred",
            Rule,
            Some(16),
            "the designated member 3 is barred from the order: it is the enterprise itself \
             (article 16)",
            "所点会员单位3不得承接该单：其自身即下单企业（《办法》第十六条）",
        ),
        (
            Refusal::OrderNotHeld { order: order(8) },
            "order_not_held",
            Rule,
            Some(16),
            "order 8 is not held (article 16)",
            "订单8不在待派状态（《办法》第十六条）",
        ),
    ]
}

fn rows() -> impl Iterator<Item = Row> {
    [time(), unknown(), registers(), admission(), membership(), intake(), designation()]
        .into_iter()
        .flatten()
        .chain(crate::articles::refusals_words_life::rows())
        .chain(crate::articles::refusals_words_house::rows())
}

/// rules 14: each refusal has a code, a kind, and the article behind it.
#[test]
fn each_refusal_has_a_code_a_kind_and_an_article() {
    for (refusal, code, kind, article, ..) in rows() {
        let found = (refusal.code(), refusal.kind(), refusal.article().map(Article::number));
        assert_eq!(found, (code, kind, article), "{refusal:?}");
    }
}

/// rules 14: and a sentence in English, which names ids, figures and the article.
#[test]
fn each_refusal_has_an_english_sentence() {
    for (refusal, .., english, _) in rows() {
        assert_eq!(refusal.to_string(), english);
        assert_eq!(refusal.in_language(Language::English), english);
    }
}

/// rules 14: and one in Chinese.
#[test]
fn each_refusal_has_a_chinese_sentence() {
    for (refusal, .., chinese) in rows() {
        assert_eq!(refusal.in_language(Language::Chinese), chinese);
    }
}

/// rules 14: no reason is missing above, and no two share a code.
#[test]
fn no_refusal_is_missing() {
    let mut codes: Vec<_> = rows().map(|row| row.1).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 65);
}

/// rules 14: the code is the tag of the JSON form, which can be read back.
#[cfg(feature = "serde")]
#[test]
fn the_code_is_the_tag_in_json() {
    for (refusal, code, ..) in rows() {
        let json = serde_json::to_value(&refusal).unwrap();
        let tag = json.as_str().or_else(|| json.as_object()?.keys().next().map(String::as_str));
        assert_eq!(tag, Some(code));
        assert_eq!(serde_json::from_value::<Refusal>(json).unwrap(), refusal);
    }
}
