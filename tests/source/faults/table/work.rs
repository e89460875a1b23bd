//! Of orders at work, reassignments, deposits and exits.

use super::Fault;

pub const FAULTS: &[Fault] = &[
    Fault {
        name: "A fee is due a day early where the day would be a holiday",
        section: "7.3",
        file: "src/rules/settlement.rs",
        old: "calendar.working_day_from(on, policy.days.get())",
        new: "{
            let days = policy.days.get();
            let day = on.naive() + chrono::Days::new(days.into());
            let is_holiday = Date::try_from(day).is_ok_and(|of| calendar.holidays.contains(&of));
            calendar.working_day_from(on, days.saturating_sub(u16::from(is_holiday)))
        }",
    },
    Fault {
        name: "A default can be recorded on the day on which the completion was",
        section: "7.4",
        file: "src/rules/settlement.rs",
        old: "completion.recorded < date",
        new: "true",
    },
    Fault {
        name: "Who abandons a declined order that has a deposit is blacklisted",
        section: "7.4",
        file: "src/doors/step/work.rs",
        old: "matches!(record.state, OrderState::Declined(_))",
        new: "matches!(record.state, OrderState::Declined(_)) && deposit.is_zero()",
    },
    Fault {
        name: "The member that the platform names may be suspended",
        section: "8.2",
        file: "src/doors/reassign.rs",
        old: "fails(alliance, search, member)",
        new: "fails(alliance, search, member)
            .filter(|standing| !matches!(standing, Standing::Suspended { .. }))",
    },
    Fault {
        name: "A run that is past the limit already makes nobody leave",
        section: "8.3",
        file: "src/rules/reassignment.rs",
        old: "run >= limit.get()",
        new: "run == limit.get()",
    },
    Fault {
        name: "January does not end the runs",
        section: "8.3",
        file: "src/alliance/apply/registers.rs",
        old: "self.roster.reset_runs()",
        new: "()",
    },
    Fault {
        name: "A run is ended by somebody else's completed order",
        section: "8.3",
        file: "src/alliance/apply/registers.rs",
        old: "self.roster.set_run(member, 0)",
        new: "self.roster.reset_runs()",
    },
    Fault {
        name: "A third of the price is rounded down",
        section: "9",
        file: "src/rules/deposit.rs",
        old: "price.amount().third()",
        new: "Money::from_fen(price.amount().fen() / 3)",
    },
    Fault {
        name: "An excess of just the margin is ground for a deposit",
        section: "9",
        file: "src/rules/deposit.rs",
        old: "u128::from(excess.fen()).wrapping_mul(10_000) > limit",
        new: "u128::from(excess.fen()).wrapping_mul(10_000) >= limit && !excess.is_zero()",
    },
    Fault {
        name: "A notice of the same day counts",
        section: "10.1",
        file: "src/rules/exit.rs",
        old: "(1..=NOTICE_DAYS)",
        new: "(0..=NOTICE_DAYS)",
    },
    Fault {
        name: "An exit forgets the declined orders but the one that was mediated",
        section: "10.2",
        file: "src/doors/step/work.rs",
        old: "record.and_then(|record| record.state.open())",
        new: "record.and_then(|record| match record.state {
                OrderState::Declined(giving) => {
                    let mediated = |act: &crate::Act| {
                        matches!(act, crate::Act::Mediate { order: of, .. } if *of == order)
                    };
                    mediated(&self.command.act).then_some(giving)
                }
                state => state.open(),
            })",
    },
    Fault {
        name: "An order that fails is remembered as abandoned",
        section: "7.1",
        file: "src/parts/docket.rs",
        old: "FIRST_END.saturating_add(nth)",
        new: "FIRST_END.saturating_add(nth.min(3))",
    },
    Fault {
        name: "As many months as the policy's are a long term",
        section: "9",
        file: "src/rules/deposit.rs",
        old: "(months > policy.months.get())",
        new: "(months >= policy.months.get())",
    },
    Fault {
        name: "A notice counts a day longer",
        section: "10.1",
        file: "src/rules/exit.rs",
        old: "date.naive().signed_duration_since(notice.naive()).num_days()",
        new: "{
            let days = date.naive().signed_duration_since(notice.naive()).num_days();
            if days == NOTICE_DAYS + 1 { NOTICE_DAYS } else { days }
        }",
    },
    Fault {
        name: "A fee is overdue by the day once fixed",
        section: "7.4",
        file: "src/rules/settlement.rs",
        old: "calendar.working_day_on_or_after(completion.due)",
        new: "completion.due",
    },
    Fault {
        name: "A default can be recorded on the last day on which a fee is paid in time",
        section: "7.4",
        file: "src/rules/settlement.rs",
        old: "last_day(calendar, completion).is_before(date)",
        new: "(last_day(calendar, completion).naive() <= date.naive())",
    },
    Fault {
        name: "A refusal of a default tells the day once fixed",
        section: "7.4",
        file: "src/doors/check/work.rs",
        old: "settlement::last_day(&alliance.calendar, &completion)",
        new: "completion.due",
    },
    Fault {
        name: "The bar of a reassignment can be lifted, too",
        section: "7.8",
        file: "src/rules/eligibility.rs",
        old: "bar.by == Loss::Declined && roster.is_same_firm(bar.member, member)",
        new: "roster.is_same_firm(bar.member, member)",
    },
    Fault {
        name: "A bar lifted under another id of the firm stays",
        section: "7.8",
        file: "src/alliance/apply.rs",
        old: "eligibility::is_declined_by(roster, of, member)",
        new: "of.member == member",
    },
    Fault {
        name: "When a bar is lifted no held order is tried",
        section: "7.8",
        file: "src/doors/step/work.rs",
        old: "current.map_or(Ok(()), |member| self.try_held_with(member))",
        new: "current.map_or(Ok(()), |_| Ok(()))",
    },
];
