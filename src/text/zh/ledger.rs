//! 台账的错误。

use crate::doors::replay::Mismatch;
use crate::facts::event::Event;
use crate::record::ledger::fault::{Difference, LedgerError, LedgerFault, Parting};
use crate::text::table::TOLD;
use crate::text::zh::event::event;
use crate::text::zh::refusal::refusal;
use crate::text::zh::words::month as month_of;

/// The sentence of an error, with its place.
pub(in crate::text) fn ledger(error: &LedgerError) -> String {
    let LedgerError { line, byte, fault } = error;
    format!("第{line}行（第{byte}字节）：{}", words(fault))
}

fn words(fault: &LedgerFault) -> String {
    match fault {
        LedgerFault::Unreadable { message, .. } => format!("文件无法读取：{message}"),
        LedgerFault::Empty => "文件为空，没有台账".into(),
        LedgerFault::Torn => "末行残缺，没有行尾".into(),
        LedgerFault::LineTooLong => "该行超过台账一行的最大长度".into(),
        LedgerFault::Form => "首行不是paidan.ledger/1格式的台账首部".into(),
        LedgerFault::Rules { found, known } => {
            format!("该台账依据规则第{found}版，本程序执行规则第{known}版")
        }
        LedgerFault::NoHash => "该行末尾没有本行的哈希值".into(),
        LedgerFault::Hash { found, computed } => {
            format!("该行内容被改动：所载哈希值为{found}，按内容计算为{computed}")
        }
        LedgerFault::Unbound => "该行未与上一行相衔接：所载不是上一行的哈希值".into(),
        LedgerFault::Position { expected } => format!("此处应为台账第{expected}条，而实际不是"),
        LedgerFault::Unread(message) => format!("该行无法识读：{message}"),
        LedgerFault::NotCanonical => "自此处起，该行不是规定的唯一写法".into(),
        LedgerFault::Snapshot(broken) => format!("台账起始状态前后不符：{broken}"),
        LedgerFault::Outcome(mismatch) => {
            format!("所载结果不可能由该指令得出：{}", mismatched(*mismatch))
        }
        LedgerFault::Decision(difference) => decision(difference),
        LedgerFault::Origin { found, expected } => {
            format!("该台账属于{found}，而检查点属于{expected}")
        }
        LedgerFault::Shortened { size, checkpoint } => {
            let right = checkpoint.size;
            format!("台账被截短：现有{size}行，公布检查点时为{right}行")
        }
        LedgerFault::Rewritten(parting) => rewritten(parting),
        LedgerFault::Copy(error) => format!("用以比对的副本本身有误：{}", ledger(error)),
        LedgerFault::Parted { month: Some(month) } => {
            format!("自此行起与副本不一致，该条属{}", month_of(*month))
        }
        LedgerFault::Parted { month: None } => "与副本不是同一台账".into(),
    }
}

fn mismatched(mismatch: Mismatch) -> String {
    match mismatch {
        Mismatch::Entry => "结果的序号或日期与指令不符".into(),
        Mismatch::Refused => "该指令在此状态下不予受理，不应有结果".into(),
        Mismatch::Event(event) => {
            format!("结果的第{}项与状态和指令不符", event.saturating_add(1))
        }
        Mismatch::Short => "结果不完整".into(),
    }
}

fn decision(difference: &Difference) -> String {
    let (same, found, by_the_rules) = difference.where_they_part();
    let decided = match &difference.decided {
        Ok(_) => outcome(by_the_rules),
        Err(reason) => format!("不予受理，{}", refusal(reason)),
    };
    let position = difference.found.position;
    let agree = if same > 0 { format!("前{same}项一致，其后") } else { String::new() };
    let found = outcome(found);
    format!("台账第{position}条的结果与规则不符。{agree}台账所载：{found}。按规则应为：{decided}")
}

/// The first few of these conclusions: an entry may have any number of them.
fn outcome(events: &[Event]) -> String {
    let told: Vec<String> = events.iter().take(TOLD).map(event).collect();
    match events.len().saturating_sub(told.len()) {
        _ if told.is_empty() => "无其他结果".into(),
        0 => told.join("；"),
        more => format!("{}；另有{more}项", told.join("；")),
    }
}

fn rewritten(parting: &Parting) -> String {
    let Parting { same, checkpoint, months } = parting;
    let size = checkpoint.size;
    let months = match months {
        None => String::new(),
        Some((first, last)) if first == last => format!("（{}）", month_of(*first)),
        Some((first, last)) => format!("（{}至{}）", month_of(*first), month_of(*last)),
    };
    format!("台账被改写：至第{same}行与公布的一致，其后至第{size}行之间{months}已非原台账")
}
