//! Article 16: an order goes to the member the enterprise names; all others go round the line of
//! the class by rank (rules 3.2, 3.4 and 5.1).

use crate::facts::member::Volume;
use crate::facts::order::{Basis, Giving, Motion, Place};
use crate::facts::policy::{DesignationUsesTurn, Policy, Turn};
use crate::parts::line::Line;
use crate::parts::roster::by_volume;
use crate::words::id::MemberId;

/// What giving an order on this ground does to the line of its item.
#[inline]
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

/// 更正: of those who stand at a place that the last sorting of the whole line gave, the order that
/// the figures of a correction put them in among just those places: before the cursor, and from it
/// on (rules 3.2).
pub(crate) fn corrected(line: &Line, volume: impl Fn(MemberId) -> u32) -> [Vec<MemberId>; 2] {
    line.at_sorted_places().map(|members| by_volume(members.into_iter(), &volume))
}

/// Whether a correction with these figures changes anybody's place in a line.
pub(crate) fn is_corrected_by(line: &Line, volumes: &[Volume]) -> bool {
    let mut figures: Vec<Volume> = volumes.to_vec();
    figures.sort_unstable_by_key(|of| of.member);
    let volume = |member| match figures.binary_search_by_key(&member, |of| of.member) {
        Ok(place) => figures.get(place).map_or(0, |of| of.orders),
        Err(_) => 0,
    };
    corrected(line, volume) != line.at_sorted_places()
}
