//! Rules 14: the conclusions about months, what is registered, members, lines and intake in words, in
//! English and in Chinese.

use paidan::{
    Basis, CapFigures, CapScope, Category, Counted, Event, Language, Motion, Publication, Reach,
    Registered, Sorting,
};

use crate::common::{enterprise, item, member, money, month, order, station};

/// A conclusion, and what it says in English and in Chinese.
pub(crate) type Row = (Event, &'static str, &'static str);

fn months() -> Vec<Row> {
    let (member, month) = (member(3), month("2025-03"));
    let of_item = CapFigures::Item { item: item(7), own: 1, whole: 2 };
    let amount = CapFigures::Amount { own: money("40.00"), whole: money("100.00") };
    vec![
        (
            Event::CapReached { member, cap: of_item, reach: Reach::At },
            "member 3 reaches the cap with 1 of the 2 orders for item 7",
            "会员单位3达到上限：服务事项7全市合计2单，该单位1单",
        ),
        (
            Event::CapReached { member, cap: amount, reach: Reach::Above },
            "member 3 is above the cap with 40.00 of 100.00 yuan in all",
            "会员单位3超过上限：总服务额全市合计100.00元，该单位40.00元",
        ),
        (Event::MonthClosed { month }, "2025-03 is closed", "2025年3月接单量已结转"),
        (
            Event::Suspended { member, scope: CapScope::Item, cap: of_item },
            "member 3 is suspended from item 7",
            "会员单位3暂停派单，范围为服务事项7",
        ),
        (
            Event::Suspended { member, scope: CapScope::Member, cap: of_item },
            "member 3 is suspended from every item",
            "会员单位3暂停派单，范围为全部事项",
        ),
        (Event::MonthOpened { month }, "2025-03 is open", "2025年3月开启"),
        (
            Event::PolicyAdopted { month },
            "a policy is adopted for 2025-03",
            "通过自2025年3月起施行的规则口径",
        ),
        (
            Event::PolicyInForce { month },
            "the policy for 2025-03 comes into force",
            "自2025年3月起施行的规则口径生效",
        ),
    ]
}

fn registers() -> Vec<Row> {
    let (station, item, enterprise) = (station(2), item(7), enterprise(12));
    let renamed = |of| Event::Renamed { of };
    vec![
        (Event::StationOpened { station }, "station 2 is open", "服务站2设立"),
        (Event::StationClosed { station }, "station 2 is closed", "服务站2关闭"),
        (Event::StationReopened { station }, "station 2 is open again", "服务站2重新开放"),
        (Event::ItemListed { item }, "item 7 is listed", "服务事项7列入菜单"),
        (
            Event::MenuPriceSet { item },
            "the menu price of item 7 is set",
            "服务事项7的菜单价已重新确定",
        ),
        (Event::ItemDelisted { item }, "item 7 is off the menu", "服务事项7下架"),
        (Event::ItemRelisted { item }, "item 7 is on the menu again", "服务事项7重新上架"),
        (Event::EnterpriseRegistered { enterprise }, "enterprise 12 is registered", "企业12已登记"),
        (renamed(Registered::Station(station)), "station 2 has another name", "服务站2更名"),
        (renamed(Registered::Item(item)), "item 7 has another name", "服务事项7更名"),
        (
            renamed(Registered::Enterprise(enterprise)),
            "enterprise 12 has another name",
            "企业12更名",
        ),
        (renamed(Registered::Member(member(3))), "member 3 has another name", "会员单位3更名"),
    ]
}

fn membership() -> Vec<Row> {
    let (member, category) = (member(3), Category::Research);
    vec![
        (Event::Admitted { member }, "member 3 is admitted", "会员单位3入盟"),
        (Event::OffersChanged { member }, "member 3 offers other items", "会员单位3变更服务事项"),
        (Event::Withdrawn { member }, "member 3 withdraws", "会员单位3自愿退出"),
        (Event::LeaveGranted { member }, "member 3 is on leave", "同意暂不向会员单位3派单"),
        (Event::LeaveEnded { member }, "the leave of member 3 ends", "恢复向会员单位3派单"),
        (
            Event::LeftLine { member, category },
            "member 3 leaves the research line",
            "会员单位3离开研发类排位序列",
        ),
        (
            Event::JoinedLine { member, category },
            "member 3 joins the end of the research line",
            "会员单位3列于研发类排位序列末位",
        ),
    ]
}

fn ranking() -> Vec<Row> {
    let published = |publication| Event::RankingPublished { year: 2025, publication };
    let sorted = |sorting| Event::LineSorted { category: Category::Patent, sorting };
    vec![
        (published(Publication::First), "the ranking of 2025 is published", "公布2025年排位"),
        (published(Publication::Correction), "the ranking of 2025 is corrected", "更正2025年排位"),
        (
            sorted(Sorting::Whole),
            "the patent line is sorted by the ranking",
            "专利类排位序列按公布的排位整体重排",
        ),
        (
            sorted(Sorting::Correction),
            "those of the patent line at places of the ranking are sorted as it is corrected",
            "专利类排位序列中仍在排位所定位次上的会员单位按更正后的排位重排",
        ),
    ]
}

fn intake() -> Vec<Row> {
    let (order, member, counted) = (order(8), member(3), Counted::Yes);
    let given = |basis, motion| Event::Dispatched { order, member, basis, motion, counted };
    vec![
        (Event::Accepted { order, deposit: money("0.00") }, "order 8 is accepted", "受理订单8"),
        (
            Event::Accepted { order, deposit: money("50.00") },
            "order 8 is accepted with a deposit of 50.00",
            "受理订单8，代收履约保证金50.00元",
        ),
        (
            given(Basis::Designation, Motion::Stays),
            "order 8 goes to member 3 by designation",
            "订单8派给会员单位3（企业点单）",
        ),
        (
            given(Basis::Turn, Motion::ToEnd),
            "order 8 goes to member 3 by turn, and the member goes to the end of the line",
            "订单8派给会员单位3（依次派单），并移至末位",
        ),
        (
            given(Basis::TurnGuardLifted, Motion::CursorPast),
            "order 8 goes to member 3 by turn, the guard lifted, and the cursor goes past it",
            "订单8派给会员单位3（依次派单，月内限额已解除），轮次移至其后",
        ),
        (
            Event::Held { order },
            "order 8 is held: nobody is eligible",
            "订单8待派：没有符合条件的会员单位",
        ),
    ]
}

/// The rows of all five.
pub(crate) fn rows() -> impl Iterator<Item = Row> {
    [months(), registers(), membership(), ranking(), intake()].into_iter().flatten()
}

/// rules 14: each has its sentence in either language.
#[test]
fn conclusions_in_both_languages() {
    for (event, english, chinese) in rows() {
        assert_eq!(event.to_string(), english);
        assert_eq!(event.in_language(Language::English), english);
        assert_eq!(event.in_language(Language::Chinese), chinese);
    }
}
