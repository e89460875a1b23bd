//! 发生了什么。

use crate::facts::cap::{Reach, TallyEffect};
use crate::facts::council::Vacancy;
use crate::facts::event::{Event, Publication, Sorting};
use crate::facts::finding::Cause;
use crate::facts::order::{Counted, Motion};
use crate::text::zh::words::{
    basis, breach, category, feedback, figures, ground, registered, seat,
};

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that no event lacks words")]
pub(in crate::text) fn event(event: &Event) -> String {
    match event {
        Event::CapReached { member, cap, reach } => {
            let how = match reach {
                Reach::At => "达到上限",
                Reach::Above => "超过上限",
            };
            format!("会员单位{member}{how}：{}", figures(cap))
        }
        Event::MonthClosed { month } => format!("{month}结账"),
        Event::Suspended { member, scope, cap } => match cap.suspends_from(*scope) {
            Some(item) => format!("会员单位{member}暂停派单，范围为事项{item}"),
            None => format!("会员单位{member}暂停派单，范围为全部事项"),
        },
        Event::MonthOpened { month } => format!("{month}开启"),
        Event::PolicyAdopted { month } => format!("通过自{month}起施行的规则"),
        Event::PolicyInForce { month } => format!("自{month}起施行的规则生效"),
        Event::StationOpened { station } => format!("服务站{station}设立"),
        Event::StationClosed { station } => format!("服务站{station}关闭"),
        Event::StationReopened { station } => format!("服务站{station}重新开放"),
        Event::ItemDelisted { item } => format!("服务事项{item}下架"),
        Event::ItemRelisted { item } => format!("服务事项{item}重新上架"),
        Event::Renamed { of } => format!("{}更名", registered(*of)),
        Event::LeaveGranted { member } => format!("同意暂不向会员单位{member}派单"),
        Event::LeaveEnded { member } => format!("恢复向会员单位{member}派单"),
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
        Event::LineSorted { category: of, sorting } => match sorting {
            Sorting::Whole => format!("{}按排位重新排序", category(*of)),
            Sorting::Correction => {
                format!("{}仍在排位所定位次上的会员单位按更正后的排位调整", category(*of))
            }
        },
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
        Event::BarLifted { order, member } => {
            format!("会员单位{member}可再承接其拒接过的订单{order}")
        }
        Event::Declined { order, member, cause } => match cause {
            Cause::Justified => format!("会员单位{member}有正当理由拒接订单{order}"),
            Cause::None => format!("会员单位{member}无故拒接订单{order}"),
        },
        Event::CauseFound { order, member } => {
            format!("经协调认定会员单位{member}拒接订单{order}有正当理由")
        }
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
        Event::Reassigned { order, from, to } => {
            format!("订单{order}从会员单位{from}调给会员单位{to}")
        }
        Event::RunRaised { member, run, .. } => format!("会员单位{member}本年度连续被调单{run}起"),
        Event::RunEnded { member } => format!("会员单位{member}的连续调单归零"),
        Event::RunsReset { year } => format!("{year}年开始，连续调单全部归零"),
        Event::Expelled { member, ground: of } => {
            format!("会员单位{member}被责令退出：{}（情形{}）", ground(*of), of.number())
        }
        Event::Notified { member } => format!("会员单位{member}收到整改通知"),
        Event::CalendarAdopted => "通过工作日历".into(),
        Event::SeatTaken { member, seat: of } => {
            format!("会员单位{member}出任理事（{}）", seat(*of))
        }
        Event::SeatVacated { member, seat: of, vacancy } => {
            let why = match vacancy {
                Vacancy::GivenUp => "辞去理事",
                Vacancy::Breach => "被取消理事资格",
                Vacancy::Left => "因退出联盟不再任理事",
            };
            format!("会员单位{member}{why}，{}空缺", seat(*of))
        }
        Event::BreachRecorded { member, kind } => {
            format!("记录会员单位{member}派驻人员违规：{}", breach(*kind))
        }
        Event::DutyPublished { station } => format!("服务站{station}公布驻点日"),
        Event::DutyShort { station, from, found, needed } => {
            format!("服务站{station}自{from}起的连续工作日内驻点{found}日，不足{needed}日")
        }
        Event::TrainingRecorded { station } => format!("服务站{station}培训入账"),
        Event::ConsultationRecorded { station, enterprise } => {
            format!("服务站{station}为企业{enterprise}提供咨询")
        }
        Event::FeedbackRecorded { order, feedback: of } => {
            format!("企业对订单{order}的评价：{}", feedback(*of))
        }
        Event::TurnedAway { station, enterprise, item } => {
            format!("服务站{station}不接受企业{enterprise}委托的服务事项{item}")
        }
        Event::Cancelled { order } => format!("企业撤销待派的订单{order}"),
        Event::CalledOff { order } => format!("订单{order}在实施前协商取消"),
        Event::DepositReturned { order, amount } => {
            format!("订单{order}的履约保证金{amount}元退还")
        }
    }
}
