//! What a run came upon, counted, and what it must have come upon.

mod caps;
mod moments;
mod variants;

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use paidan::{Act, End, Event, Explanation, Guard, Policy, Refusal, Standing};

use crate::model::twin::Told;
use variants::variants;

/// Counts by kind and name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Census {
    counts: BTreeMap<(&'static str, String), u64>,
    pub commands: u64,
    accepted: u64,
    /// Accepted commands since the month was opened.
    in_month: u64,
}

/// The name of a variant, as `Debug` writes it before anything else.
fn name(value: &impl fmt::Debug) -> String {
    struct Head(String);
    impl fmt::Write for Head {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            let end = text.find(|of: char| !of.is_ascii_alphanumeric());
            self.0.push_str(&text[..end.unwrap_or(text.len())]);
            // Its fields are not wanted, and writing ends here.
            if end.is_some() { Err(fmt::Error) } else { Ok(()) }
        }
    }
    let mut head = Head(String::new());
    let _ended_early = write!(head, "{value:?}");
    head.0
}

impl Census {
    fn count(&mut self, kind: &'static str, name: String) {
        *self.counts.entry((kind, name)).or_default() += 1;
    }

    /// Counts one command on which engine and model agree.
    pub fn tell(&mut self, told: &Told<'_>) {
        self.commands += 1;
        match told.answer {
            Ok(events) => {
                self.accepted += 1;
                self.count("act", name(&told.command.act));
                for event in events {
                    self.event(event);
                }
                self.policy(&told.before.policy);
                if told.command.act == Act::OpenMonth {
                    self.closing(told);
                } else {
                    self.in_month += 1;
                }
            }
            Err(refusal) => self.refusal(refusal),
        }
        for moment in moments::of(told) {
            self.count("moment", moment.into());
        }
        if let Some(explanation) = told.explanation {
            self.explained(explanation);
        }
    }

    /// What happens at a closing, and when.
    fn closing(&mut self, told: &Told<'_>) {
        for case in caps::cases(told.before) {
            self.count("cap", case.into());
        }
        if told.command.date.to_string().ends_with("-28") {
            self.count("closing", "OpenedLate".into());
        }
        if self.in_month >= 20 {
            self.count("closing", "AfterMany".into());
        }
        if told.before.pending.len() > 1 {
            self.count("closing", "SeveralPending".into());
        }
        self.in_month = 0;
    }

    fn event(&mut self, event: &Event) {
        self.count("event", name(event));
        match event {
            Event::Dispatched { basis, motion, counted, .. } => {
                self.count("basis", name(basis));
                self.count("motion", name(motion));
                self.count("counted", name(counted));
            }
            Event::LineSorted { sorting, .. } => self.count("sorting", name(sorting)),
            Event::Declined { cause, .. } => self.count("cause", name(cause)),
            Event::Renamed { of } => self.count("renamed", name(of)),
            Event::FeedbackRecorded { feedback, .. } => self.count("feedback", name(feedback)),
            Event::CameOff { tally, .. } => self.count("tally", name(tally)),
            Event::Barred { by, .. } => self.count("loss", name(by)),
            Event::Expelled { ground, .. } => self.count("ground", name(ground)),
            Event::SeatVacated { vacancy, .. } => self.count("vacancy", name(vacancy)),
            Event::RankingPublished { publication, .. } => {
                self.count("publication", name(publication));
            }
            Event::Settled { .. } => self.count("end", name(&End::Settled)),
            Event::Defaulted { .. } => self.count("end", name(&End::Defaulted)),
            Event::Abandoned { .. } => self.count("end", name(&End::Abandoned)),
            Event::Cancelled { .. } => self.count("end", name(&End::Cancelled)),
            Event::Failed { .. } => self.count("end", name(&End::Failed)),
            _ => {}
        }
    }

    /// Under which readings the accepted commands stood.
    fn policy(&mut self, policy: &Policy) {
        self.count("turn", name(&policy.turn));
        self.count("scope", name(&policy.caps.scope));
        self.count("reach", name(&policy.comprehensive_reach));
        self.count("guard", name(&policy.caps.guard));
        if matches!(policy.caps.guard, Guard::On { .. }) {
            self.count("guarded turn", name(&policy.turn));
        }
    }

    fn refusal(&mut self, refusal: &Refusal) {
        self.count("refusal", refusal.code().into());
        match refusal {
            Refusal::NamedNotEligible { standing, .. } => self.standing(*standing),
            Refusal::DesignatedBarred { bar, .. } => self.count("bar", name(bar)),
            _ => {}
        }
    }

    fn explained(&mut self, explanation: &Explanation) {
        for of in &explanation.line {
            self.standing(of.standing);
        }
    }

    fn standing(&mut self, standing: Standing) {
        self.count("standing", name(&standing));
        if let Standing::Barred { bar } = standing {
            self.count("bar", name(&bar));
        }
    }

    /// A new history begins.
    pub fn begin(&mut self) {
        self.in_month = 0;
    }

    pub fn add(&mut self, other: &Self) {
        self.commands += other.commands;
        self.accepted += other.accepted;
        for (key, count) in &other.counts {
            *self.counts.entry(key.clone()).or_default() += count;
        }
    }

    fn of(&self, kind: &'static str, name: &str) -> u64 {
        self.counts.get(&(kind, name.into())).copied().unwrap_or(0)
    }

    /// What occurred fewer times than it must, with how often it did; some things may be fewer.
    pub fn missing(&self, least: u64, fewer: &[(&str, &str, u64)]) -> Vec<String> {
        let mut missing = Vec::new();
        for (kind, name) in wanted() {
            let exempt = fewer.iter().find(|of| (of.0, of.1) == (kind, &name));
            let (found, least) = (self.of(kind, &name), exempt.map_or(least, |of| of.2));
            if found < least {
                missing.push(format!("{kind} {name}: {found}, not {least}"));
            }
        }
        missing
    }
}

/// Everything a run must come upon: all that the source has, and all cases of a cap.
fn wanted() -> Vec<(&'static str, String)> {
    const ORDER: &str = include_str!("../../../src/facts/order.rs");
    const POLICY: &str = include_str!("../../../src/facts/policy.rs");
    const STANDING: &str = include_str!("../../../src/facts/standing.rs");
    const CAP: &str = include_str!("../../../src/facts/cap.rs");
    const FINDING: &str = include_str!("../../../src/facts/finding.rs");
    const EVENT: &str = include_str!("../../../src/facts/event.rs");
    let sources = [
        ("act", include_str!("../../../src/facts/command.rs"), "Act"),
        ("event", EVENT, "Event"),
        ("basis", ORDER, "Basis"),
        ("motion", ORDER, "Motion"),
        ("counted", ORDER, "Counted"),
        ("loss", ORDER, "Loss"),
        ("end", ORDER, "End"),
        ("tally", CAP, "TallyEffect"),
        ("ground", FINDING, "Ground"),
        ("vacancy", include_str!("../../../src/facts/council.rs"), "Vacancy"),
        ("publication", EVENT, "Publication"),
        ("sorting", EVENT, "Sorting"),
        ("cause", FINDING, "Cause"),
        ("feedback", FINDING, "Feedback"),
        ("renamed", include_str!("../../../src/facts/register.rs"), "Registered"),
        ("standing", STANDING, "Standing"),
        ("bar", STANDING, "Bar"),
        ("turn", POLICY, "Turn"),
        ("guarded turn", POLICY, "Turn"),
        ("scope", POLICY, "CapScope"),
        ("reach", POLICY, "ComprehensiveReach"),
        ("guard", POLICY, "Guard"),
    ];
    let refusals = variants(include_str!("../../../src/facts/refusal.rs"), "Refusal");
    let mut wanted: Vec<(&str, String)> =
        refusals.iter().map(|name| ("refusal", variants::snake_case(name))).collect();
    for (kind, source, of) in sources {
        wanted.extend(variants(source, of).into_iter().map(|name| (kind, name)));
    }
    wanted.extend(moments::MOMENTS.map(|name| ("moment", name.into())));
    wanted.extend(caps::CASES.map(|case| ("cap", case.into())));
    let closings = ["OpenedLate", "AfterMany", "SeveralPending"];
    wanted.extend(closings.map(|name| ("closing", name.into())));
    wanted
}

/// How many counts stand on a line of the table.
const COLUMNS: usize = 3;

impl fmt::Display for Census {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = self.accepted * 100 / self.commands.max(1);
        write!(f, "{} commands, {percent} % accepted", self.commands)?;
        let (mut last, mut column) = ("", 0);
        for ((kind, name), count) in &self.counts {
            if *kind != last {
                (last, column) = (kind, 0);
                write!(f, "\n{kind}")?;
            }
            if column % COLUMNS == 0 {
                write!(f, "\n ")?;
            }
            column += 1;
            write!(f, " {count:>9} {name:<30}")?;
        }
        Ok(())
    }
}
