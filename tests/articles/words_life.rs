//! Rules 14: the conclusions of an order's life in words, in English and in Chinese.

use paidan::{Basis, Cause, Counted, Event, Ground, Language, Loss, Motion, TallyEffect};

use crate::articles::words_registers::Row;
use crate::common::{enterprise, member, money, order};

fn losses() -> Vec<Row> {
    let (order, member) = (order(8), member(3));
    let barred = |by| {
        let event = Event::Barred { order, member, by };
        (event, "member 3 is barred from order 8", "会员单位3不得再承接订单8")
    };
    vec![
        (
            Event::CameOff { order, member, tally: TallyEffect::ComesOff },
            "order 8 comes off member 3 and off the tallies",
            "订单8从会员单位3收回，并从接单量中扣减",
        ),
        (
            Event::CameOff { order, member, tally: TallyEffect::Stays },
            "order 8 comes off member 3; the tallies stay",
            "订单8从会员单位3收回，接单量不变",
        ),
        barred(Loss::Declined),
        barred(Loss::Reassigned),
        (
            Event::WentBack { order, member, place: 5.try_into().unwrap() },
            "member 3 goes back to its place",
            "会员单位3回到原位",
        ),
        (
            Event::Declined { order, member, cause: Cause::Justified },
            "member 3 declines order 8 with cause",
            "会员单位3有正当理由拒接订单8",
        ),
        (
            Event::CauseFound { order, member },
            "member 3 is found to have had cause to decline order 8",
            "经协调认定会员单位3拒接订单8有正当理由",
        ),
        (
            Event::BarLifted { order, member },
            "member 3 can have order 8 again, which it declined",
            "会员单位3可再承接其拒接过的订单8",
        ),
        (
            Event::Reassigned { order, from: member, to: crate::common::member(4) },
            "order 8 is taken from member 3 for member 4",
            "订单8从会员单位3调给会员单位4",
        ),
        (
            Event::Declined { order, member, cause: Cause::None },
            "member 3 declines order 8 without cause",
            "会员单位3无故拒接订单8",
        ),
        (
            Event::Resumed { order, member },
            "member 3 takes order 8 after all",
            "会员单位3经协调承接订单8",
        ),
        (
            Event::Dispatched {
                order,
                member,
                basis: Basis::Named,
                motion: Motion::ToEnd,
                counted: Counted::No,
            },
            "order 8 goes to member 3 as the platform named it, and the member goes to the end of the \
             line, not counted in the tallies",
            "订单8派给会员单位3（平台指定），并移至末位，不计入接单量",
        ),
    ]
}

fn ends() -> Vec<Row> {
    let (order, member, amount) = (order(8), member(3), money("1000.00"));
    vec![
        (
            Event::Completed { order, member, due: "2025-03-10".parse().unwrap() },
            "member 3 completes order 8; the fee is due on 2025-03-10",
            "会员单位3完成订单8，兑付期限为2025年3月10日",
        ),
        (Event::Settled { order }, "order 8 is settled", "订单8已兑付"),
        (Event::Defaulted { order }, "the fee of order 8 was not paid", "企业拒付订单8的服务费"),
        (Event::Abandoned { order }, "order 8 is abandoned by the enterprise", "企业中途放弃订单8"),
        (Event::Cancelled { order }, "the held order 8 is cancelled", "企业撤销待派的订单8"),
        (
            Event::CalledOff { order },
            "order 8 is called off before work began",
            "订单8在实施前协商取消",
        ),
        (Event::Failed { order }, "order 8 fails", "订单8因未达目标而终止"),
        (
            Event::DepositCounted { order, amount },
            "the deposit of 1000.00 for order 8 counts towards the fee",
            "订单8的履约保证金1000.00元抵作服务费",
        ),
        (
            Event::DepositForfeited { order, amount },
            "the deposit of 1000.00 for order 8 is forfeited",
            "订单8的履约保证金1000.00元抵作违约金",
        ),
        (
            Event::DepositReturned { order, amount },
            "the deposit of 1000.00 for order 8 is returned",
            "订单8的履约保证金1000.00元退还",
        ),
    ]
}

fn conduct() -> Vec<Row> {
    let (enterprise, member) = (enterprise(12), member(3));
    vec![
        (Event::Blacklisted { enterprise }, "enterprise 12 is blacklisted", "企业12列入黑名单"),
        (
            Event::BlacklistingLifted { enterprise },
            "enterprise 12 is off the blacklist",
            "企业12移出黑名单",
        ),
        (
            Event::RunRaised { order: order(8), member, run: 2 },
            "the run of member 3 goes up to 2",
            "会员单位3本年度连续被调单2起",
        ),
        (Event::RunEnded { member }, "the run of member 3 ends", "会员单位3的连续调单次数归零"),
        (
            Event::RunsReset { year: 2026 },
            "2026 begins, and every run is 0",
            "2026年度开始，连续调单次数全部归零",
        ),
        (
            Event::Expelled { member, ground: Ground::DeclinedWithoutCause },
            "member 3 is expelled for declining an order without cause (ground 1)",
            "会员单位3被责令退出：无故拒接，经协调仍不承接（第一种情形）",
        ),
        (
            Event::Expelled { member, ground: Ground::ReassignedInARow },
            "member 3 is expelled for losing orders in a row (ground 3)",
            "会员单位3被责令退出：连续被调单（第三种情形）",
        ),
        (
            Event::Notified { member },
            "member 3 gets a rectification notice",
            "会员单位3收到整改通知",
        ),
        (Event::CalendarAdopted, "a calendar is adopted", "通过工作日历"),
    ]
}

/// The rows of all three.
pub(crate) fn rows() -> impl Iterator<Item = Row> {
    [losses(), ends(), conduct()].into_iter().flatten()
}

/// rules 14: in English.
#[test]
fn conclusions_in_english() {
    for (event, english, _) in rows() {
        assert_eq!(event.to_string(), english);
        assert_eq!(event.in_language(Language::English), english);
    }
}

/// rules 14: and in Chinese.
#[test]
fn conclusions_in_chinese() {
    for (event, _, chinese) in rows() {
        assert_eq!(event.in_language(Language::Chinese), chinese);
    }
}
