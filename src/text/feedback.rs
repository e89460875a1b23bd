//! What enterprises say of orders, as plain text.

use core::fmt;

use crate::facts::finding::Feedback;
use crate::record::feedback::{FeedbackFigures, FeedbackIndicator};
use crate::text::Language;
use crate::text::table::{self, per_cent};
use crate::text::zh::words::day;
use crate::words::date::Date;
use crate::words::id::MemberId;

/// The kinds, in the order of their columns.
const KINDS: [Feedback; 3] = [Feedback::Satisfied, Feedback::Dissatisfied, Feedback::Complaint];

/// The words of a language.
pub(super) struct Words {
    pub(super) title: &'static str,
    period: fn(Date, Date) -> String,
    pub(super) head: &'static [&'static str],
    member: fn(MemberId) -> String,
    city: &'static str,
    not_applicable: &'static str,
}

pub(super) const ENGLISH: Words = Words {
    title: "Feedback of enterprises on orders (article 22; shares are rounded down, members without \
            any figure are left out)",
    period: |from, to| format!(", {from} to {to}"),
    head: &[
        "member",
        "orders completed",
        "feedback",
        "satisfied",
        "per cent",
        "dissatisfied",
        "per cent",
        "complaints",
        "per cent",
    ],
    member: |member| format!("member {member}"),
    city: "the city",
    not_applicable: "not applicable",
};

pub(super) const CHINESE: Words = Words {
    title: "企业对订单的评价（《办法》第二十二条；占比截至两位小数，各项均为零的会员单位不列）",
    period: |from, to| format!("，{}至{}", day(from), day(to)),
    head: &[
        "会员单位",
        "完成订单",
        "评价总数",
        "满意",
        "占比（%）",
        "不满意",
        "占比（%）",
        "投诉",
        "占比（%）",
    ],
    member: |member| format!("会员单位{member}"),
    city: "全市",
    not_applicable: "不适用",
};

/// The words of a language.
pub(super) fn words(language: Language) -> &'static Words {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

/// The rows of the members of which there is something to tell, and of the city.
pub(super) fn rows(
    of: &FeedbackIndicator,
    words: &Words,
    name: impl Fn(MemberId) -> String,
) -> Vec<Vec<String>> {
    let told = of.members.iter().filter(|of| of.figures != FeedbackFigures::default());
    let told = told.map(|of| (name(of.member), of.figures));
    let rows = told.chain([(words.city.into(), of.city)]).map(|(name, figures)| {
        let all = figures.on_record();
        let mut row = vec![name, figures.completed.to_string(), all.to_string()];
        for own in KINDS.map(|kind| figures.of(kind)) {
            let share = per_cent(own.into(), all.into());
            row.extend([own.to_string(), share.unwrap_or_else(|| words.not_applicable.into())]);
        }
        row
    });
    rows.collect()
}

impl FeedbackIndicator {
    /// The indicator as plain text; members are named by their ids.
    pub fn in_language(&self, language: Language) -> String {
        let words = words(language);
        let mut out = format!("{}{}\n", words.title, (words.period)(self.from, self.to));
        table::write(&mut out, words.head, &rows(self, words, words.member));
        out
    }
}

impl fmt::Display for FeedbackIndicator {
    /// The English text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}
