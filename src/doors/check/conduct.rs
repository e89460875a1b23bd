//! The refusals of `Expel`, `Notify`, `LiftBlacklisting` and `AdoptCalendar` (articles 21, 22 and
//! rules 1.9). Those of `Reassign` stand where it is asked for.

use crate::alliance::Alliance;
use crate::facts::calendar::Calendar;
use crate::facts::finding::Misconduct;
use crate::facts::refusal::Refusal;
use crate::rules::exit;
use crate::words::date::Date;
use crate::words::id::{EnterpriseId, MemberId};

/// The refusals of `Expel`, in their order.
pub(crate) fn expel(
    alliance: &Alliance,
    member: MemberId,
    misconduct: &Misconduct,
    date: Date,
) -> Result<(), Refusal> {
    let firm = alliance.known_member(member)?;
    exit::can_be_expelled(&alliance.roster, member, firm)?;
    exit::ground_is_met(member, firm, misconduct, date)
}

/// The refusals of `Notify`, in their order.
pub(crate) fn notify(alliance: &Alliance, member: MemberId) -> Result<(), Refusal> {
    alliance.known_member(member)?;
    alliance.current_member(member).map(drop)
}

/// The refusals of `LiftBlacklisting`, in their order.
pub(crate) fn lift_blacklisting(
    alliance: &Alliance,
    enterprise: EnterpriseId,
) -> Result<(), Refusal> {
    alliance.known_enterprise(enterprise)?;
    match alliance.enterprise(enterprise) {
        Some(found) if found.blacklisted => Ok(()),
        _ => Err(Refusal::EnterpriseNotBlacklisted { enterprise }),
    }
}

/// The refusals of `AdoptCalendar`, in their order.
pub(crate) fn adopt_calendar(calendar: &Calendar) -> Result<(), Refusal> {
    if let Some(day) = calendar.day_in_both() {
        return Err(Refusal::HolidayAndMakeUpDay { day });
    }
    match calendar.make_up_day_in_week() {
        Some(day) => Err(Refusal::MakeUpDayInWeek { day }),
        None => Ok(()),
    }
}
