//! Article 16: an order goes to the member the enterprise names; all others go round the line of
//! the class by rank (rules 3.2, 3.4 and 5.1).

use crate::facts::member::Volume;
use crate::facts::order::{Basis, Giving, Motion, Place};
use crate::facts::policy::{DesignationUsesTurn, Policy, Turn};
use crate::parts::line::Line;
use crate::parts::roster::{Roster, by_volume};

/// What giving an order on this ground does to the line of its item.
pub(crate) fn motion(policy: &Policy, basis: Basis) -> Motion {
    match (basis, policy.turn) {
        (Basis::Designation, turn) => designation_motion(policy.designation_uses_turn, turn),
        (_, Turn::KeepPlace) => Motion::ToEnd,
        // Only giving by turn moves a cursor, not the platform's naming.
        (Basis::Turn | Basis::TurnGuardLifted, Turn::Cursor) => Motion::CursorPast,
        (_, Turn::Cursor | Turn::TopRank) => Motion::Stays,
    }
}

/// A designated order moves nobody, unless it uses a turn and places are kept.
fn designation_motion(uses_turn: DesignationUsesTurn, turn: Turn) -> Motion {
    match (uses_turn, turn) {
        (DesignationUsesTurn::Yes, Turn::KeepPlace) => Motion::ToEnd,
        _ => Motion::Stays,
    }
}

/// 回位: the place a member goes back to when it loses an order, if it has not moved since it was
/// sent to the end for it (rules 3.5).
pub(crate) fn place_to_return_to(line: &Line, giving: &Giving) -> Option<Place> {
    let moved = giving.moved?;
    (line.place_of(giving.member) == Some(moved.to)).then_some(moved.from)
}

/// Whether the figures of a correction put the present members of a line in another order.
pub(crate) fn is_reordered(line: &Line, roster: &Roster, volumes: &[Volume]) -> bool {
    let mut corrected: Vec<Volume> = volumes.to_vec();
    corrected.sort_unstable_by_key(|of| of.member);
    let volume = |member| match corrected.binary_search_by_key(&member, |of| of.member) {
        Ok(place) => corrected.get(place).map_or(0, |of| of.orders),
        Err(_) => 0,
    };
    by_volume(line.members(), volume) != roster.in_rank_order(line.members())
}
