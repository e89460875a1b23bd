//! The refusals in their order: first those of any command, then those of its act (rules 1.4, 14).
//!
//! A function here reads and refuses, or gives what the handler of the act goes on with. Where an
//! act has one reason only, its handler asks the rule itself; those of `Reassign` stand where it can
//! be asked for, in `reassign`.

use crate::alliance::Alliance;
use crate::alliance::invariants::{LAST_NUMBER, LAST_POSITION};
use crate::facts::command::{Act, Command};
use crate::facts::refusal::Refusal;
use crate::rules::time;
use crate::words::id::IdKind;

pub(crate) mod conduct;
pub(crate) mod house;
pub(crate) mod intake;
mod known;
pub(crate) mod membership;
pub(crate) mod registers;
pub(crate) mod work;

/// Whether there is a position left, and a number for the next place of each line.
#[inline]
fn has_room(alliance: &Alliance) -> Result<(), Refusal> {
    if alliance.position >= LAST_POSITION {
        return Err(Refusal::IdsExhausted { kind: IdKind::Entry });
    }
    if alliance.lines.is_any_above(LAST_NUMBER) {
        return Err(Refusal::IdsExhausted { kind: IdKind::Place });
    }
    Ok(())
}

/// Whether a command is one for this day and this place of the ledger.
#[inline(always)]
#[allow(clippy::inline_always, reason = "each command goes through, most by two comparisons")]
pub(crate) fn entry(alliance: &Alliance, command: &Command) -> Result<(), Refusal> {
    let opens_month = matches!(command.act, Act::OpenMonth);
    // Most commands are of the day of the one before, whose month is open.
    if opens_month || alliance.date != Some(command.date) {
        let (date, open) = (command.date, alliance.month());
        time::is_not_before(alliance.date, date)?;
        if opens_month {
            time::month_is_next(open, date.month())?;
        } else {
            time::month_is_open(open, date.month())?;
        }
    }
    has_room(alliance)?;
    let next = alliance.next_position();
    match command.expect {
        Some(expected) if expected != next => Err(Refusal::PositionNotExpected { expected, next }),
        _ => time::occurred_by(command.occurred, command.date),
    }
}
