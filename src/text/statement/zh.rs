//! 中文月报.

use crate::facts::cap::{Reach, TallyEffect};
use crate::facts::council::Vacancy;
use crate::facts::event::Publication;
use crate::facts::finding::Ground;
use crate::facts::member::Category;
use crate::facts::order::Counted;
use crate::record::statement::Statement;
use crate::record::statement::entries::{
    BlacklistKind, CouncilKind, DeclineKind, ExitOrder, LeaveKind, LossKind, RegisterKind,
};
use crate::text::Language;
use crate::text::statement::words::{Section, Words};
use crate::text::zh::words::{breach as breach_words, category, ground, kind, seat as seat_words};
use crate::words::date::Date;

pub(super) const WORDS: Words = Words {
    language: Language::Chinese,
    title,
    line,
    nobody: "无会员单位。",
    line_head: &["位次", "会员单位", "上年业务量", ""],
    cursor: "下一轮",
    rankings: Section {
        title: "排位公布与更正（第16条）",
        none: "本月未公布排位。",
        head: &["日期", "年度", "事项", "重新排序的类别"],
    },
    dispatches: Section {
        title: "派单（第16条）",
        none: "本月无派单。",
        head: &["日期", "订单", "服务事项", "企业", "价款（元）", "会员单位", "依据", "接单量"],
    },
    losses: Section {
        title: "收回的订单",
        none: "本月无订单收回。",
        head: &["日期", "订单", "会员单位", "原因", "接单量", "位次"],
    },
    shares: Section {
        title: "占比，按扣减后的接单量（第17条）",
        none: "本月接单量为零。",
        head: &["项目", "会员单位", "本单位", "总量", "占比（%，舍去尾数）", "上限"],
    },
    reached: Section {
        title: "达到上限的会员单位（第17条）",
        none: "本月无会员单位达到上限。",
        head: &["项目", "会员单位", "本单位", "总量", "占比（%，舍去尾数）", "上限", "程度"],
    },
    suspensions: Section {
        title: "次月暂停派单（第17条）",
        none: "次月无暂停派单。",
        head: &["会员单位", "范围", "起因"],
    },
    held: Section {
        title: "月末待派的订单",
        none: "月末无待派订单。",
        head: &["订单", "服务事项", "企业", "价款（元）", "起始日期"],
    },
    designations: Section {
        title: "各服务站点单（第16条）",
        none: "本月无点单。",
        head: &["服务站", "会员单位", "单数"],
    },
    indicator: Section {
        title: "接单人员所属单位被点情况（第23条）",
        none: "尚无服务站。",
        head: &["服务站", "点其所属单位", "点单总数", "占比（%，舍去尾数）"],
    },
    reassignments: Section {
        title: "调单（第24条）",
        none: "本月无调单。",
        head: &["日期", "订单", "调出单位", "调入单位", "依据", "调出单位连续次数"],
    },
    declines: Section {
        title: "拒接、协调与解除承接限制（第7、22条）",
        none: "本月无拒接，亦未解除承接限制。",
        head: &["日期", "订单", "会员单位", "情形"],
    },
    exits: Section {
        title: "退出及其未了结订单的去向（第22条）",
        none: "本月无会员单位退出。",
        head: &["日期", "会员单位", "情形", "未了结的订单"],
    },
    admissions: Section {
        title: "入盟，报主管部门备案（第8条）",
        none: "本月无会员单位入盟。",
        head: &["日期", "会员单位", "类别"],
    },
    leaves: Section {
        title: "经理事会同意暂不派单",
        none: "本月暂不派单无变动。",
        head: &["日期", "会员单位", "情形"],
    },
    blacklist: Section {
        title: "黑名单，列入者报主管部门备案（第21条）",
        none: "本月黑名单无变动。",
        head: &["日期", "企业", "情形"],
    },
    council: Section {
        title: "理事会（第5、23条）",
        none: "本月理事会无变动。",
        head: &["日期", "会员单位", "事项"],
    },
    duty_short: Section {
        title: "驻点不足（第11条）",
        none: "本月公布的驻点安排无不足。",
        head: &["公布日期", "服务站", "连续工作日自", "驻点日", "应有"],
    },
    registers: Section {
        title: "服务站与服务事项变动",
        none: "本月服务站与服务事项无变动。",
        head: &["日期", "类别", "名称", "变动"],
    },
    renamings: Section {
        title: "更名",
        none: "本月无更名可列。",
        head: &["日期", "类别", "编号", "原名称", "新名称"],
    },
    checkpoint: "台账检查点（第13条）：台账名称、行数、根哈希",
    late,
    category,
    categories,
    publication,
    unknown: "（不详）",
    unnamed,
    of_station,
    amount: "总服务额（元）",
    all_items: "全部事项",
    withdrew: "自愿退出",
    no_orders: "无",
    comma: "；",
    city: "全市",
    not_applicable: "不适用",
    reach,
    counted,
    tally,
    went_back,
    loss,
    decline,
    leave,
    register,
    kind,
    ground: article_22,
    exit_order,
    blacklisted,
    seat,
};

fn title(statement: &Statement) -> String {
    let month = statement.month;
    if statement.is_closed {
        format!("{}年{}月月报", month.year(), month.of_year())
    } else {
        let (year, month) = (month.year(), month.of_year());
        format!("{year}年{month}月月报（尚未结账，仅截至已有记录）")
    }
}

fn line(of: Category, ranked: Option<i32>) -> String {
    let name = category(of);
    match ranked {
        Some(year) => format!("月末排位：{name}，依{year}年度排位（第16条）"),
        None => format!("月末排位：{name}，尚未公布排位（第16条）"),
    }
}

fn categories(of: &[Category]) -> String {
    let names: Vec<&str> = of.iter().map(|of| category(*of)).collect();
    if names.is_empty() { "无".into() } else { names.join("、") }
}

fn publication(publication: Publication) -> &'static str {
    match publication {
        Publication::First => "公布",
        Publication::Correction => "更正",
    }
}

fn unnamed(station: &str) -> String {
    format!("服务站{station}的一家企业")
}

fn of_station(name: &str, station: &str) -> String {
    format!("{name}，服务站{station}")
}

fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::At => "达到",
        Reach::Above => "超过，违反上限",
    }
}

fn counted(counted: Counted) -> &'static str {
    match counted {
        Counted::Yes => "计入",
        Counted::No => "不计入",
    }
}

fn tally(tally: TallyEffect) -> &'static str {
    match tally {
        TallyEffect::ComesOff => "减去",
        TallyEffect::Stays => "不变",
    }
}

fn went_back(went_back: bool) -> &'static str {
    if went_back { "回到原位" } else { "不变" }
}

fn loss(loss: LossKind) -> &'static str {
    match loss {
        LossKind::Declined => "有正当理由拒接",
        LossKind::Reassigned => "调单",
        LossKind::Exit => "会员单位退出",
        LossKind::CalledOff => "实施前协商取消",
    }
}

fn decline(decline: DeclineKind) -> &'static str {
    match decline {
        DeclineKind::WithCause => "有正当理由拒接",
        DeclineKind::WithoutCause => "无故拒接",
        DeclineKind::Complied => "经协调承接",
        DeclineKind::CauseFound => "经协调认定有正当理由",
        DeclineKind::DidNotComply => "经协调仍不承接",
        DeclineKind::WalkedAway => "协调期间企业放弃",
        DeclineKind::BarLifted => "解除限制，可再承接",
    }
}

fn late(occurred: Date) -> String {
    format!("（{occurred}发生）")
}

fn leave(leave: LeaveKind) -> &'static str {
    match leave {
        LeaveKind::Granted => "同意暂不派单",
        LeaveKind::Ended => "恢复派单",
    }
}

fn register(what: RegisterKind) -> &'static str {
    match what {
        RegisterKind::StationOpened(_) => "设立",
        RegisterKind::StationClosed(_) => "关闭",
        RegisterKind::StationReopened(_) => "重新开放",
        RegisterKind::ItemListed(_) => "列入菜单",
        RegisterKind::ItemDelisted(_) => "下架",
        RegisterKind::ItemRelisted(_) => "重新上架",
    }
}

fn article_22(of: Ground) -> String {
    format!("责令退出：{}（情形{}）", ground(of), of.number())
}

fn exit_order(of: &ExitOrder, to: Option<String>) -> String {
    match to {
        Some(member) => format!("订单{}转派{member}", of.order),
        None => format!("订单{}待派", of.order),
    }
}

fn blacklisted(what: BlacklistKind) -> String {
    match what {
        BlacklistKind::Abandoned(order) => format!("列入：中途放弃订单{order}"),
        BlacklistKind::Unpaid(order) => format!("列入：订单{order}拒付"),
        BlacklistKind::Lifted => "移出".into(),
    }
}

fn seat(what: CouncilKind) -> String {
    match what {
        CouncilKind::Seated(of) => format!("出任理事（{}）", seat_words(of)),
        CouncilKind::Vacated(Vacancy::GivenUp) => "辞去理事".into(),
        CouncilKind::Vacated(Vacancy::Breach) => "被取消理事资格".into(),
        CouncilKind::Vacated(Vacancy::Left) => "因退出联盟不再任理事".into(),
        CouncilKind::Breach(breach) => {
            let what = breach_words(breach);
            format!("派驻人员违规：{what}")
        }
    }
}
