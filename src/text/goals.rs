//! The goals of a station as plain text.

use core::fmt;

use crate::record::goals::{Goal, GoalResult, Goals};
use crate::text::zh::words as zh;
use crate::text::{Language, table};
use crate::words::article::Article;

/// The words of a language.
struct Words {
    title: fn(&Goals) -> String,
    head: [&'static str; 5],
    technology_smes: [&'static str; 2],
    cultivation_list: [&'static str; 2],
    incubation: [&'static str; 2],
    result: fn(GoalResult) -> &'static str,
}

const ENGLISH: Words = Words {
    title: |of| format!("Goals of station {}, {} to {} (article 12)", of.station, of.from, of.to),
    head: ["goal", "reached", "of", "at least", "result"],
    technology_smes: ["technology SMEs served", "15 %"],
    cultivation_list: ["cultivation list served", "75 %"],
    incubation: ["new high-tech enterprises incubated", "1/3"],
    result: |result| match result {
        GoalResult::Met => "met",
        GoalResult::NotMet => "not met",
        GoalResult::NotApplicable => "not applicable",
    },
};

const CHINESE: Words = Words {
    title: |of| {
        let (from, to) = (zh::day(of.from), zh::day(of.to));
        let article = zh::article(Article::numbered(12));
        format!("服务站{}量化目标完成情况，{from}至{to}（{article}）", of.station)
    },
    head: ["目标", "完成", "总数", "不低于", "结果"],
    technology_smes: ["服务科技型中小企业", "15 %"],
    cultivation_list: ["服务高企培育名单企业", "75 %"],
    incubation: ["经本站孵化的新认定高企", "1/3"],
    result: |result| match result {
        GoalResult::Met => "达标",
        GoalResult::NotMet => "未达标",
        GoalResult::NotApplicable => "不适用",
    },
};

impl Goals {
    /// The goals as plain text, with their exact figures.
    pub fn in_language(&self, language: Language) -> String {
        let words = match language {
            Language::English => ENGLISH,
            Language::Chinese => CHINESE,
        };
        let row = |[name, least]: [&str; 2], goal: Goal| {
            let result = (words.result)(goal.result).into();
            vec![name.into(), goal.part.to_string(), goal.whole.to_string(), least.into(), result]
        };
        let rows = [
            row(words.technology_smes, self.technology_smes),
            row(words.cultivation_list, self.cultivation_list),
            row(words.incubation, self.incubation),
        ];
        let mut out = (words.title)(self);
        out.push('\n');
        table::write(&mut out, &words.head, &rows);
        out
    }
}

impl fmt::Display for Goals {
    /// The English text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}
