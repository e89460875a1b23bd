//! Policies in words. With numbers:
//!
//! ```text
//! guard from 2                item share 3000 (in basis points, like the amount share and the margin)
//! amount share 2500           items from 5 orders
//! amounts from 10 orders      items from 3 members
//! amounts from 4 members      admission from 9 orders
//! exit after 3 reassignments  3 duty days in five
//! settlement in 30 days       deposit over 6 months
//! deposit margin 500          deposit up to 50.00
//! ```

use paidan::{
    CapScope, ComprehensiveReach, Condition, CountDesignated, DepositMonths, DesignationUsesTurn,
    DutyDays, Guard, Margin, Policy, Set, SettlementDays, Share, Turn,
};

use crate::journeys::words::{Read, value};

/// A policy in words.
pub fn policy(words: &str) -> Read<Policy> {
    let (preset, changes) = words.split_once(" with ").unwrap_or((words, ""));
    let mut policy = match preset {
        "literal" => Policy::cixi_2021(),
        "recommended" => Policy::recommended(),
        other => return Err(format!("no policy {other:?}")),
    };
    for change in changes.split(',').map(str::trim).filter(|change| !change.is_empty()) {
        match change {
            "cursor turn" => policy.turn = Turn::Cursor,
            "top rank turn" => policy.turn = Turn::TopRank,
            "item scope" => policy.caps.scope = CapScope::Item,
            "designations not counted" => policy.count_designated = CountDesignated::No,
            "designations using turns" => policy.designation_uses_turn = DesignationUsesTurn::Yes,
            "every category in reach" => {
                policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
            }
            _ => number(&mut policy, change)?,
        }
    }
    Ok(policy)
}

/// What a type says of a number that is out of its range.
fn ranged<T, E: ToString>(made: Result<T, E>) -> Read<T> {
    made.map_err(|why| why.to_string())
}

/// A change that has a number in it, or a name.
fn number(policy: &mut Policy, change: &str) -> Read<()> {
    let between = |before: &str, after: &str| change.strip_prefix(before)?.strip_suffix(after);
    if let Some(least) = between("guard from ", "") {
        policy.caps.guard = Guard::On { min_orders: value(least)? };
    } else if let Some(share) = between("item share ", "") {
        policy.caps.item_share = ranged(Share::new(value(share)?))?;
    } else if let Some(share) = between("amount share ", "") {
        policy.caps.amount_share = ranged(Share::new(value(share)?))?;
    } else if let Some(least) = between("items from ", " orders") {
        policy.caps.item_min_orders = value(least)?;
    } else if let Some(least) = between("amounts from ", " orders") {
        policy.caps.amount_min_orders = value(least)?;
    } else if let Some(least) = between("items from ", " members") {
        policy.caps.item_min_members = value(least)?;
    } else if let Some(least) = between("amounts from ", " members") {
        policy.caps.amount_min_members = value(least)?;
    } else if let Some(least) = between("admission from ", " orders") {
        policy.admission.min_orders = value(least)?;
    } else if let Some(limit) = between("exit after ", " reassignments") {
        policy.reassignment.limit = value(limit)?;
    } else if let Some(days) = between("", " duty days in five") {
        policy.duty.days = ranged(DutyDays::new(value(days)?))?;
    } else if let Some(days) = between("settlement in ", " days") {
        policy.settlement.days = ranged(SettlementDays::new(value(days)?))?;
    } else if let Some(months) = between("deposit over ", " months") {
        policy.deposit.months = ranged(DepositMonths::new(value(months)?))?;
    } else if let Some(margin) = between("deposit margin ", "") {
        policy.deposit.margin = ranged(Margin::new(value(margin)?))?;
    } else if let Some(ceiling) = between("deposit up to ", "") {
        policy.deposit.ceiling = value(ceiling)?;
    } else if let Some(name) = between("condition ", "") {
        let mut names: Vec<Condition> = policy.conditions.as_slice().to_vec();
        names.push(value(name)?);
        policy.conditions = ranged(Set::try_from(names))?;
    } else {
        return Err(format!("{change:?} changes no policy"));
    }
    Ok(())
}
