//! Rules 14: the conclusions about the council and the stations' records in words, in English and
//! in Chinese.

use paidan::{Breach, Event, Feedback, Language, Seat, Vacancy};

use crate::articles::words_registers::Row;
use crate::common::{date, enterprise, item, member, order, station};

fn council() -> Vec<Row> {
    let member = member(3);
    let vacated = |seat, vacancy| Event::SeatVacated { member, seat, vacancy };
    let recorded = |kind| Event::BreachRecorded { member, kind };
    vec![
        (
            Event::SeatTaken { member, seat: Seat::Finance },
            "member 3 takes the seat for finance in the council",
            "会员单位3出任理事（财务类席位）",
        ),
        (
            vacated(Seat::Research, Vacancy::GivenUp),
            "member 3 gives the seat for research in the council up",
            "会员单位3辞去理事，研发类席位空缺",
        ),
        (
            vacated(Seat::FirstComprehensive, Vacancy::Breach),
            "member 3 loses the first seat for comprehensive service in the council for a breach",
            "会员单位3被取消理事资格，综合类第一席位空缺",
        ),
        (
            vacated(Seat::SecondComprehensive, Vacancy::Left),
            "member 3 leaves the second seat for comprehensive service in the council with the alliance",
            "会员单位3因退出联盟不再任理事，综合类第二席位空缺",
        ),
        (
            recorded(Breach::Direction),
            "a breach by the staff of member 3 is on record: it did not follow the council's direction",
            "记录会员单位3派驻人员违规：不接受统一调度",
        ),
        (
            recorded(Breach::Absence),
            "a breach by the staff of member 3 is on record: it left its post",
            "记录会员单位3派驻人员违规：擅自离岗脱岗",
        ),
        (
            recorded(Breach::Process),
            "a breach by the staff of member 3 is on record: it broke the agreed process",
            "记录会员单位3派驻人员违规：不遵守流程与标准",
        ),
        (
            recorded(Breach::Inducement),
            "a breach by the staff of member 3 is on record: it induced or ordered a designation",
            "记录会员单位3派驻人员违规：诱导或指令点单",
        ),
    ]
}

fn stations() -> Vec<Row> {
    let (station, enterprise) = (station(2), enterprise(12));
    vec![
        (
            Event::DutyPublished { station },
            "the duty days of station 2 are published",
            "服务站2公布驻点日",
        ),
        (
            Event::DutyShort { station, from: date("2025-01-06"), found: 1, needed: 2 },
            "station 2 has 1 of 2 duty days in the working days from 2025-01-06 on",
            "服务站2自2025年1月6日起的连续工作日内驻点1日，不足2日",
        ),
        (
            Event::TrainingRecorded { station },
            "a training of station 2 is on record",
            "服务站2的培训已记入台账",
        ),
        (
            Event::ConsultationRecorded { station, enterprise },
            "station 2 advised enterprise 12",
            "服务站2为企业12提供咨询",
        ),
        (
            Event::FeedbackRecorded { order: order(8), feedback: Feedback::Satisfied },
            "the enterprise says of order 8: satisfied",
            "企业对订单8的评价：满意",
        ),
        (
            Event::FeedbackRecorded { order: order(8), feedback: Feedback::Dissatisfied },
            "the enterprise says of order 8: dissatisfied",
            "企业对订单8的评价：不满意",
        ),
        (
            Event::FeedbackRecorded { order: order(8), feedback: Feedback::Complaint },
            "the enterprise says of order 8: a complaint",
            "企业对订单8的评价：投诉",
        ),
        (
            Event::TurnedAway { station, enterprise, item: item(7) },
            "station 2 does not accept item 7 from enterprise 12",
            "服务站2不接受企业12委托的服务事项7",
        ),
    ]
}

/// The rows of both.
pub(crate) fn rows() -> impl Iterator<Item = Row> {
    council().into_iter().chain(stations())
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
