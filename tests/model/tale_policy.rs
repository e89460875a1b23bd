//! A policy in the words of `tests/journeys/policies.rs`.

use paidan::{
    CapScope, ComprehensiveReach, CountDesignated, DesignationUsesTurn, Guard, Policy, Turn,
};

/// One of the presets, or what differs from the literal text.
pub fn policy_in_words(policy: &Policy) -> String {
    if *policy == Policy::recommended() {
        return "recommended".into();
    }
    let mut changes = readings(policy);
    changes.extend(numbers(policy));
    if changes.is_empty() {
        "literal".into()
    } else {
        format!("literal with {}", changes.join(", "))
    }
}

fn readings(policy: &Policy) -> Vec<String> {
    let mut changes: Vec<String> = Vec::new();
    match policy.turn {
        Turn::KeepPlace => {}
        Turn::Cursor => changes.push("cursor turn".into()),
        Turn::TopRank => changes.push("top rank turn".into()),
    }
    if policy.caps.scope == CapScope::Item {
        changes.push("item scope".into());
    }
    if policy.count_designated == CountDesignated::No {
        changes.push("designations not counted".into());
    }
    if policy.designation_uses_turn == DesignationUsesTurn::Yes {
        changes.push("designations using turns".into());
    }
    if policy.comprehensive_reach == ComprehensiveReach::EveryCategory {
        changes.push("every category in reach".into());
    }
    if let Guard::On { min_orders } = policy.caps.guard {
        changes.push(format!("guard from {min_orders}"));
    }
    changes.extend(policy.conditions.as_slice().iter().map(|name| format!("condition {name}")));
    changes
}

/// The numbers that are not those of the literal text.
fn numbers(policy: &Policy) -> Vec<String> {
    let literal = Policy::cixi_2021();
    let mut changes = Vec::new();
    macro_rules! say {
        ($($words:literal, $($field:ident).+ => $number:expr;)*) => {$(
            if policy.$($field).+ != literal.$($field).+ {
                changes.push(format!($words, $number));
            }
        )*};
    }
    say! {
        "item share {}", caps.item_share => policy.caps.item_share.basis_points();
        "amount share {}", caps.amount_share => policy.caps.amount_share.basis_points();
        "items from {} orders", caps.item_min_orders => policy.caps.item_min_orders;
        "amounts from {} orders", caps.amount_min_orders => policy.caps.amount_min_orders;
        "items from {} members", caps.item_min_members => policy.caps.item_min_members;
        "amounts from {} members", caps.amount_min_members => policy.caps.amount_min_members;
        "admission from {} orders", admission.min_orders => policy.admission.min_orders;
        "exit after {} reassignments", reassignment.limit => policy.reassignment.limit;
        "{} duty days in five", duty.days => policy.duty.days.get();
        "settlement in {} days", settlement.days => policy.settlement.days.get();
        "deposit over {} months", deposit.months => policy.deposit.months.get();
        "deposit margin {}", deposit.margin => policy.deposit.margin.get();
        "deposit up to {}", deposit.ceiling => policy.deposit.ceiling;
    }
    changes
}
