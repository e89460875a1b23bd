//! The duty days of the stations, and what is only on record (article 11, rules 12.1 and 12.4).

use std::collections::VecDeque;

use paidan::{Act, Alliance, Date, Event, Set, StationId};
use proptest::prelude::*;

use crate::laws::plan::plans;
use crate::laws::world::Entry;

/// The runs of a plan that fall short, told day by day: at every working day that has four before
/// it, the last five are looked at; where there are fewer in all, those.
fn recount(
    alliance: &Alliance,
    station: StationId,
    from: Date,
    to: Date,
    duty: &Set<Date>,
) -> Vec<Event> {
    let asked = usize::from(alliance.policy().duty.days.get());
    let mut last: VecDeque<(Date, bool)> = VecDeque::new();
    let mut short = Vec::new();
    let mut worked = 0;
    let mut look = |last: &VecDeque<(Date, bool)>| {
        let found = last.iter().filter(|(_, is_duty)| *is_duty).count();
        let needed = asked.min(last.len());
        if found < needed {
            let [found, needed] = [found, needed].map(|count| u8::try_from(count).expect("few"));
            short.push(Event::DutyShort { station, from: last[0].0, found, needed });
        }
    };
    for day in from.naive().iter_days().take_while(|day| *day <= to.naive()) {
        let day = Date::try_from(day).expect("a day of these years");
        if !alliance.calendar().is_working_day(day) {
            continue;
        }
        worked += 1;
        last.push_back((day, duty.as_slice().contains(&day)));
        if last.len() > 5 {
            last.pop_front();
        }
        if worked >= 5 {
            look(&last);
        }
    }
    if (1..5).contains(&worked) {
        look(&last);
    }
    short
}

/// Whether an act only goes on record.
fn is_record(entry: &Entry) -> bool {
    matches!(
        entry.command.act,
        Act::PublishDuty { .. }
            | Act::RecordTraining { .. }
            | Act::RecordConsultation { .. }
            | Act::RecordFeedback { .. }
            | Act::RecordTurnedAway { .. }
    )
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 12.1: the short runs of a plan are what a recount day by day gives.
    #[test]
    fn short_runs_are_what_a_recount_gives(plan in plans()) {
        for entry in plan.play() {
            let Act::PublishDuty { station, from, to, days } = &entry.command.act else { continue };
            let Ok(outcome) = &entry.result else { continue };
            let mut expected = vec![Event::DutyPublished { station: *station }];
            expected.extend(recount(&entry.before, *station, *from, *to, days));
            prop_assert_eq!(&outcome.events, &expected);
        }
    }

    /// rules 12.1: another duty day never makes a plan worse.
    #[test]
    fn another_duty_day_makes_no_plan_worse(plan in plans(), nth in 0_usize..40) {
        for entry in plan.play() {
            let Act::PublishDuty { station, from, to, days } = &entry.command.act else { continue };
            let Ok(outcome) = &entry.result else { continue };
            let all = from.naive().iter_days().take_while(|day| *day <= to.naive());
            let all = all.filter_map(|day| Date::try_from(day).ok());
            let worked: Vec<Date> =
                all.filter(|day| entry.before.calendar().is_working_day(*day)).collect();
            let Some(&another) = worked.get(nth) else { continue };
            let more = Set::try_from([days.as_slice(), &[another]].concat()).expect("a short list");
            let act = Act::PublishDuty { station: *station, from: *from, to: *to, days: more };
            let command = paidan::Command { act, ..entry.command.clone() };
            let better = entry.before.clone().step(&command).expect("it is accepted, too");
            prop_assert!(better.events.len() <= outcome.events.len());
        }
    }

    /// rules 12.4 and 12.5: a record changes nothing but the position and the date.
    #[test]
    fn a_record_changes_nothing(plan in plans()) {
        for entry in plan.play().iter().filter(|entry| is_record(entry) && entry.result.is_ok()) {
            let mut after = entry.after.snapshot();
            let before = entry.before.snapshot();
            prop_assert_eq!(after.position, before.position + 1);
            prop_assert_eq!(after.date, Some(entry.command.date));
            (after.position, after.date) = (before.position, before.date);
            prop_assert_eq!(after, before);
        }
    }
}
