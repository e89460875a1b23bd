//! Articles 5, 6 and 23: the council's five seats, and how one is lost (rules 11).

use crate::facts::council::{Council, Seat};
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
    if council.seat_of(member).is_some() { Err(Refusal::HoldsSeat { member }) } else { Ok(()) }
}

/// A seat lost for a breach bars from another in the same calendar year.
pub(crate) fn lost_none(id: MemberId, member: &Member, year: i32) -> Result<(), Refusal> {
    match member.seat_lost {
        Some(lost) if lost == year => Err(Refusal::LostSeatThisYear { member: id, year }),
        _ => Ok(()),
    }
}

/// The first vacant seat of the class.
pub(crate) fn first_vacant(council: &Council, category: Category) -> Result<Seat, Refusal> {
    council.vacant(category).ok_or(Refusal::NoVacantSeat { category })
}

/// A breach is recorded of a member that holds a seat, or gave one up in the same calendar year.
pub(crate) fn answers_for_staff(
    council: &Council,
    id: MemberId,
    member: &Member,
    year: i32,
) -> Result<(), Refusal> {
    if council.seat_of(id).is_some() || member.seat_given_up == Some(year) {
        Ok(())
    } else {
        Err(Refusal::HoldsNoSeat { member: id })
    }
}
