//! Trials of the rig itself: that it finds, shrinks, and tells.

use std::collections::BTreeMap;

use paidan::{Act, Cause, Command, Event, Ground, MemberId, Policy, Reach, Refusal, Sorting};

use crate::journeys::names::Register;
use crate::journeys::{play, policies, table, words};
use crate::model::census::Census;
use crate::model::history::Maker;
use crate::model::history::draws::Bytes;
use crate::model::history::world::{CROWDED, SMALL, WIDE, World};
use crate::model::plain::Plain;
use crate::model::rig::{Report, fails, play_all, play_seed};
use crate::model::shrink::shrunk;
use crate::model::tale::{command_in_words, told};
use crate::model::tale_policy;
use crate::model::twin::{Difference, Model, Twin};

/// What a wrong model leaves out of an answer. It may count by member.
type Fault = fn(&Command, &mut Vec<Event>, &mut BTreeMap<MemberId, u32>);

const FAULTS: [Fault; 6] = [
    // A member's second decline with cause is not concluded to the end.
    |command, events, declines| {
        if let (
            Act::Decline { cause: Cause::Justified, .. },
            [Event::Declined { member, .. }, ..],
        ) = (&command.act, events.as_slice())
        {
            let times = declines.entry(*member).or_default();
            *times += 1;
            if *times == 2 {
                events.pop();
            }
        }
    },
    // A cap is reached only by going above it.
    |_, events, _| {
        events.retain(|of| !matches!(of, Event::CapReached { reach: Reach::At, .. }));
    },
    // Of the orders of a member that exits for its run, the last is forgotten.
    |_, events, _| {
        let is_exit =
            |of: &Event| matches!(of, Event::Expelled { ground: Ground::ReassignedInARow, .. });
        let after = events.iter().skip_while(|of| !is_exit(of));
        if after.filter(|of| matches!(of, Event::CameOff { .. })).count() > 1 {
            events.pop();
        }
    },
    // A run that is open when the year turns is not told to end.
    |command, events, runs| {
        for event in events.iter() {
            match event {
                Event::RunRaised { member, .. } => *runs.entry(*member).or_default() += 1,
                Event::RunEnded { member } => drop(runs.remove(member)),
                _ => {}
            }
        }
        if command.act == Act::OpenMonth && !runs.is_empty() {
            events.retain(|of| !matches!(of, Event::RunsReset { .. }));
        }
    },
    // An order that waited for a bar to be lifted goes on waiting.
    |_, events, _| {
        if matches!(events.first(), Some(Event::BarLifted { .. })) {
            events.truncate(1);
        }
    },
    // A correction sorts nobody.
    |_, events, _| {
        let is_partial =
            |of: &Event| matches!(of, Event::LineSorted { sorting: Sorting::Correction, .. });
        events.retain(|of| !is_partial(of));
    },
];

/// A model that is wrong about one thing.
struct Wrong<const FAULT: usize> {
    plain: Plain,
    counts: BTreeMap<MemberId, u32>,
}

impl<const FAULT: usize> Model for Wrong<FAULT> {
    fn start(policy: Policy) -> Self {
        Self { plain: Plain::new(policy), counts: BTreeMap::new() }
    }

    fn step(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let mut events = Model::step(&mut self.plain, command)?;
        FAULTS[FAULT](command, &mut events, &mut self.counts);
        Ok(events)
    }

    fn plain(&self) -> &Plain {
        &self.plain
    }
}

/// Finds the fault in a world, and shrinks the history to at most so many commands.
fn is_found<const FAULT: usize>(world: World, most: usize) -> String {
    let (_, failure) = play_all::<Wrong<FAULT>>(world, 120);
    let failure = failure.expect("the fault shows itself");
    assert!(matches!(failure.what, Difference::Answer(_)), "{}", failure.what);
    let history = failure.history.clone();
    assert_eq!(fails::<Wrong<FAULT>>(&history), Some(history.commands.len() - 1));
    let short = shrunk(history, &fails::<Wrong<FAULT>>);
    let story = told::<Wrong<FAULT>>(&short, "Wrong");
    assert!(short.commands.len() <= most, "{} commands\n{story}", short.commands.len());
    // Told by the wrong model, the story goes otherwise in its last row, and nowhere else.
    let [journey] = &table::journeys(&story)[..] else { panic!("one journey") };
    assert_eq!(play::differences(journey).len(), 1, "{story}");
    let report = Report::new::<Wrong<FAULT>>(world, failure).text;
    assert!(report.contains("the answers differ"), "{report}");
    report
}

#[test]
fn a_wrong_model_is_found_and_shrunk_to_few_commands() {
    for world in [SMALL, CROWDED, WIDE] {
        let report = is_found::<0>(world, 8);
        assert!(report.contains("| decline order 2 with cause |"), "{report}");
    }
    is_found::<1>(SMALL, 9);
    is_found::<1>(CROWDED, 9);
    is_found::<2>(CROWDED, 12);
    is_found::<3>(SMALL, 12);
    is_found::<3>(CROWDED, 12);
    is_found::<4>(SMALL, 10);
    is_found::<4>(CROWDED, 10);
    is_found::<5>(SMALL, 8);
    is_found::<5>(CROWDED, 8);
}

/// Printer and reader agree: the commands are the same but for the codes, which stories have no
/// words for, and come to the same.
#[test]
fn a_history_told_as_a_journey_goes_the_same_way() {
    for (world, histories) in [(SMALL, 60), (CROWDED, 60), (WIDE, 8)] {
        for seed in 0..histories {
            let history = play_seed::<Plain>(world, seed, &mut Census::default());
            let history = history.unwrap_or_else(|failure| panic!("{}", failure.what));
            let policy = tale_policy::policy_in_words(&history.policy);
            assert_eq!(policies::policy(&policy), Ok(history.policy.clone()));
            let mut register = Register::new(history.policy.clone());
            for command in &history.commands {
                let told = command_in_words(&register, command);
                let mut read = words::command(&mut register, &told, command.date)
                    .unwrap_or_else(|why| panic!("{told}: {why}"));
                match (&mut read.act, &command.act) {
                    (Act::Admit(read), Act::Admit(of)) => read.code = of.code,
                    (
                        Act::RegisterEnterprise { code: read, .. },
                        Act::RegisterEnterprise { code, .. },
                    ) => *read = *code,
                    _ => {}
                }
                assert_eq!(read, *command, "{told}");
                let _same = register.alliance.step(command);
            }
            let story = told::<Plain>(&history, "Any");
            let [journey] = &table::journeys(&story)[..] else { panic!("one journey") };
            assert_eq!(journey.rows.len(), history.commands.len());
            let differences = play::differences(journey);
            assert!(differences.is_empty(), "{}", differences.join("\n"));
        }
    }
}

/// Bytes make histories, too, as a fuzzer has them, and end when they run out.
#[test]
fn bytes_make_a_history_and_end_it() {
    for byte in 0..=255 {
        let bytes: Vec<u8> = (0..200_u8).map(|nth| nth.wrapping_mul(byte) ^ byte).collect();
        let mut draws = Bytes(&bytes);
        let (policy, mut maker) = Maker::new(CROWDED, &mut draws);
        let mut twin = Twin::<Plain>::new(policy);
        let mut commands = 0;
        while let Some(command) = maker.next(&twin.engine) {
            let step = twin.step(&command, &mut |_| ());
            assert!(step.is_ok(), "{}", step.expect_err("a difference"));
            commands += 1;
        }
        assert!(commands <= CROWDED.commands);
    }
}

/// What a run comes to does not depend on who plays which seed.
#[test]
fn a_census_is_the_same_however_many_play() {
    let mut alone = Census::default();
    for seed in 0..20 {
        let mut one = Census::default();
        let history = play_seed::<Plain>(SMALL, seed, &mut one);
        assert!(history.is_ok(), "seed {seed}");
        alone.add(&one);
    }
    assert_eq!(play_all::<Plain>(SMALL, 20).0, alone);
}
