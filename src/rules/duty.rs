//! Article 11: staff is at a station on fixed days, at least two of any five consecutive working
//! days (rules 12.1).

use crate::facts::calendar::Calendar;
use crate::facts::policy::DutyPolicy;
use crate::facts::refusal::Refusal;
use crate::words::date::Date;
use crate::words::list::Set;

/// The working days of a week.
const WEEK: usize = 5;

/// The longest period of a plan, both ends counted.
const LONGEST: usize = 366;

/// A run of working days that has too few duty days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ShortRun {
    /// Its first working day.
    pub(crate) from: Date,
    /// How many duty days it has.
    pub(crate) found: u8,
    /// How many it needs.
    pub(crate) needed: u8,
}

/// The days of a period that ends not before it begins and is not too long.
pub(crate) fn period(from: Date, to: Date) -> Result<Vec<Date>, Refusal> {
    let days = from.naive().iter_days().take(LONGEST.saturating_add(1));
    let days = days.map_while(|day| Date::try_from(day).ok().filter(|day| *day <= to));
    let days: Vec<Date> = days.collect();
    if days.is_empty() || days.len() > LONGEST {
        return Err(Refusal::DutyPeriod { from, to });
    }
    Ok(days)
}

/// Every duty day lies in the period.
pub(crate) fn days_are_within(from: Date, to: Date, duty: &Set<Date>) -> Result<(), Refusal> {
    let outside = |day: &&Date| !(from..=to).contains(*day);
    match duty.as_slice().iter().find(outside) {
        Some(&day) => Err(Refusal::DutyDayOutside { day, from, to }),
        None => Ok(()),
    }
}

/// Every duty day is a working day.
pub(crate) fn days_are_worked(calendar: &Calendar, duty: &Set<Date>) -> Result<(), Refusal> {
    match duty.as_slice().iter().find(|day| !calendar.is_working_day(**day)) {
        Some(&day) => Err(Refusal::DutyDayOff { day }),
        None => Ok(()),
    }
}

/// Every run of five consecutive working days of the period with too few duty days. A period with
/// fewer working days is one run, and needs as many duty days or all it has.
pub(crate) fn short_runs(
    policy: DutyPolicy,
    calendar: &Calendar,
    period: &[Date],
    duty: &Set<Date>,
) -> Vec<ShortRun> {
    let worked: Vec<Date> =
        period.iter().copied().filter(|day| calendar.is_working_day(*day)).collect();
    let week = WEEK.min(worked.len()).max(1);
    let least = usize::from(policy.days.get());
    let short = worked.windows(week).filter_map(|run| {
        let found = run.iter().filter(|day| duty.contains(day)).count();
        let needed = least.min(run.len());
        let from = *run.first()?;
        let count = |days: usize| u8::try_from(days).unwrap_or(u8::MAX);
        (found < needed).then(|| ShortRun { from, found: count(found), needed: count(needed) })
    });
    short.collect()
}
