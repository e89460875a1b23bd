//! What every language has words for in the monthly statement.

use crate::facts::cap::{Reach, TallyEffect};
use crate::facts::event::Publication;
use crate::facts::finding::Ground;
use crate::facts::member::Category;
use crate::facts::order::Counted;
use crate::record::statement::Statement;
use crate::record::statement::entries::{
    BlacklistKind, CouncilKind, DeclineKind, ExitOrder, LeaveKind, LossKind, RegisterKind,
};
use crate::text::Language;
use crate::words::date::Date;
use crate::words::id::IdKind;

/// What a section is called, what it says when there is nothing, and the head of its table.
pub(in crate::text) struct Section {
    pub(in crate::text) title: &'static str,
    pub(in crate::text) none: &'static str,
    pub(in crate::text) head: &'static [&'static str],
}

/// The words of a language.
pub(in crate::text) struct Words {
    pub(in crate::text) language: Language,
    pub(in crate::text) title: fn(&Statement) -> String,
    pub(in crate::text) line: fn(Category, Option<i32>) -> String,
    pub(in crate::text) nobody: &'static str,
    pub(in crate::text) line_head: &'static [&'static str],
    pub(in crate::text) cursor: &'static str,
    pub(in crate::text) rankings: Section,
    pub(in crate::text) dispatches: Section,
    pub(in crate::text) losses: Section,
    pub(in crate::text) shares: Section,
    pub(in crate::text) reached: Section,
    pub(in crate::text) suspensions: Section,
    pub(in crate::text) held: Section,
    pub(in crate::text) designations: Section,
    pub(in crate::text) indicator: Section,
    pub(in crate::text) reassignments: Section,
    pub(in crate::text) declines: Section,
    pub(in crate::text) exits: Section,
    pub(in crate::text) admissions: Section,
    pub(in crate::text) leaves: Section,
    pub(in crate::text) blacklist: Section,
    pub(in crate::text) council: Section,
    pub(in crate::text) duty_short: Section,
    pub(in crate::text) registers: Section,
    pub(in crate::text) renamings: Section,
    pub(in crate::text) checkpoint: &'static str,
    pub(in crate::text) late: fn(Date) -> String,
    pub(in crate::text) category: fn(Category) -> &'static str,
    pub(in crate::text) categories: fn(&[Category]) -> String,
    pub(in crate::text) publication: fn(Publication) -> &'static str,
    pub(in crate::text) unknown: &'static str,
    pub(in crate::text) unnamed: fn(&str) -> String,
    pub(in crate::text) of_station: fn(&str, &str) -> String,
    pub(in crate::text) amount: &'static str,
    pub(in crate::text) all_items: &'static str,
    pub(in crate::text) reach: fn(Reach) -> &'static str,
    pub(in crate::text) counted: fn(Counted) -> &'static str,
    pub(in crate::text) tally: fn(TallyEffect) -> &'static str,
    pub(in crate::text) went_back: fn(bool) -> &'static str,
    pub(in crate::text) loss: fn(LossKind) -> &'static str,
    pub(in crate::text) decline: fn(DeclineKind) -> &'static str,
    pub(in crate::text) leave: fn(LeaveKind) -> &'static str,
    pub(in crate::text) register: fn(RegisterKind) -> &'static str,
    pub(in crate::text) kind: fn(IdKind) -> &'static str,
    pub(in crate::text) withdrew: &'static str,
    pub(in crate::text) ground: fn(Ground) -> String,
    pub(in crate::text) no_orders: &'static str,
    pub(in crate::text) exit_order: fn(&ExitOrder, Option<String>) -> String,
    pub(in crate::text) comma: &'static str,
    pub(in crate::text) blacklisted: fn(BlacklistKind) -> String,
    pub(in crate::text) seat: fn(CouncilKind) -> String,
    pub(in crate::text) city: &'static str,
    pub(in crate::text) not_applicable: &'static str,
}
