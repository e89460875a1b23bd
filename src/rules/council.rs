//! Articles 5, 6 and 23: the council's five seats, and how one is lost (rules 11).

use crate::facts::council::Council;
use crate::facts::member::{Category, Member};
use crate::facts::refusal::Refusal;
use crate::words::id::MemberId;

/// A member takes a seat of its own class.
pub(crate) fn is_of_class(
    id: MemberId,
    member: &Member,
    category: Category,
) -> Result<(), Refusal> {
    if member.category == category {
        Ok(())
    } else {
        Err(Refusal::NotOfTheClass { member: id, category })
    }
}

/// A member holds one seat at most.
pub(crate) fn holds_none(council: &Council, member: MemberId) -> Result<(), Refusal> {
    if council.holds_seat(member) { Err(Refusal::HoldsSeat { member }) } else { Ok(()) }
}

/// A seat lost for a breach bars from another in the same calendar year.
pub(crate) fn lost_none(id: MemberId, member: &Member, year: i32) -> Result<(), Refusal> {
    match member.seat_lost {
        Some(lost) if lost == year => Err(Refusal::LostSeatThisYear { member: id, year }),
        _ => Ok(()),
    }
}

/// There is a vacant seat of the class.
pub(crate) fn has_vacancy(council: &Council, category: Category) -> Result<(), Refusal> {
    if council.has_vacancy(category) { Ok(()) } else { Err(Refusal::NoVacantSeat { category }) }
}

/// A breach is recorded of a member that holds a seat, or gave one up in the same calendar year.
pub(crate) fn answers_for_staff(
    council: &Council,
    id: MemberId,
    member: &Member,
    year: i32,
) -> Result<(), Refusal> {
    if council.holds_seat(id) || member.seat_given_up == Some(year) {
        Ok(())
    } else {
        Err(Refusal::HoldsNoSeat { member: id })
    }
}
