//! Words that stand in many sentences.

use crate::facts::cap::CapFigures;
use crate::facts::council::{Breach, Seat};
use crate::facts::finding::{Feedback, Ground, LagFinding};
use crate::facts::member::Category;
use crate::facts::order::Basis;
use crate::facts::register::Registered;
use crate::facts::standing::Bar;
use crate::words::id::IdKind;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as the others of its kind")]
pub(in crate::text) fn basis(basis: &Basis) -> String {
    match basis {
        Basis::Designation => "by designation",
        Basis::Turn => "by turn",
        Basis::TurnGuardLifted => "by turn, the guard lifted",
        Basis::Named => "as the platform named it",
    }
    .into()
}

pub(in crate::text) fn category(category: Category) -> &'static str {
    match category {
        Category::Finance => "finance",
        Category::Research => "research",
        Category::Patent => "patent",
        Category::Comprehensive => "comprehensive",
    }
}

pub(in crate::text) fn figures(cap: &CapFigures) -> String {
    match cap {
        CapFigures::Item { item, own, whole } => {
            format!("{own} of the {whole} orders for item {item}")
        }
        CapFigures::Amount { own, whole } => format!("{own} of {whole} yuan in all"),
    }
}

pub(in crate::text) fn bar(bar: Bar) -> &'static str {
    match bar {
        Bar::ConflictOfInterest => "a conflict of interest excludes it",
        Bar::OwnOrder => "it is the enterprise itself",
        Bar::Declined => "it declined the order with cause",
        Bar::Reassigned => "the order was taken from it",
    }
}

pub(in crate::text) fn kind(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Member => "member",
        IdKind::Station => "station",
        IdKind::Item => "item",
        IdKind::Enterprise => "enterprise",
        IdKind::Order => "order",
        IdKind::Entry => "ledger entry",
        IdKind::Place => "place in a line",
    }
}

pub(in crate::text) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::DeclinedWithoutCause => "declining an order without cause",
        Ground::DisorderlyCompetition => "disorderly competition",
        Ground::NoImprovement => "not improving after a notice",
        Ground::ReassignedInARow => "losing orders in a row",
        Ground::Infringement => "a violation of an enterprise's rights",
        Ground::OtherAct => "another act",
    }
}

pub(in crate::text) fn seat(seat: Seat) -> &'static str {
    match seat {
        Seat::Finance => "the seat for finance",
        Seat::Research => "the seat for research",
        Seat::Patent => "the seat for patents",
        Seat::FirstComprehensive => "the first seat for comprehensive service",
        Seat::SecondComprehensive => "the second seat for comprehensive service",
    }
}

pub(in crate::text) fn breach(breach: Breach) -> &'static str {
    match breach {
        Breach::Direction => "it did not follow the council's direction",
        Breach::Absence => "it left its post",
        Breach::Process => "it broke the agreed process",
        Breach::Inducement => "it induced or ordered a designation",
    }
}

pub(in crate::text) fn feedback(feedback: Feedback) -> &'static str {
    match feedback {
        Feedback::Satisfied => "satisfied",
        Feedback::Dissatisfied => "dissatisfied",
        Feedback::Complaint => "a complaint",
    }
}

pub(in crate::text) fn registered(of: Registered) -> String {
    match of {
        Registered::Station(station) => format!("station {station}"),
        Registered::Item(item) => format!("item {item}"),
        Registered::Enterprise(enterprise) => format!("enterprise {enterprise}"),
        Registered::Member(member) => format!("member {member}"),
    }
}

pub(in crate::text) fn lag(finding: LagFinding) -> String {
    let missing = [
        (finding.progress_lags, "progress does not lag markedly"),
        (finding.target_at_risk, "the target is not at risk"),
        (finding.enterprise_complained, "the enterprise did not complain"),
    ];
    let missing: Vec<&str> = missing.iter().filter(|(is_so, _)| !is_so).map(|of| of.1).collect();
    missing.join(", ")
}
