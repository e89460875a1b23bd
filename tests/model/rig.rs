//! Playing histories by seed, on all cores, and telling of one on which the engines differ.

use std::fmt::Write as _;
use std::num::NonZero;
use std::path::Path;
use std::{env, fs, thread};

use crate::model::census::Census;
use crate::model::history::Maker;
use crate::model::history::world::World;
use crate::model::seeded::Seeded;
use crate::model::shrink::{History, shrunk};
use crate::model::tale::told;
use crate::model::twin::{Difference, Differs, Model, Twin, play};

/// A history on which engine and model differ: at its last command.
#[derive(Clone, Debug)]
pub struct Failure {
    pub seed: u64,
    pub history: History,
    pub what: Difference,
}

/// Plays the history of one seed.
pub fn play_seed<M: Model>(
    world: World,
    seed: u64,
    census: &mut Census,
) -> Result<History, Box<Failure>> {
    let mut draws = Seeded::new(seed);
    let (policy, mut maker) = Maker::new(world, &mut draws);
    let mut twin = Twin::<M>::new(policy.clone());
    let mut history = History { policy, commands: Vec::new() };
    census.begin();
    while let Some(command) = maker.next(&twin.engine) {
        let step = twin.step(&command, &mut |told| census.tell(told));
        history.commands.push(command);
        if let Err(what) = step {
            return Err(Box::new(Failure { seed, history, what }));
        }
    }
    Ok(history)
}

/// Plays so many histories; each thread takes every so-manieth seed. The failure is that of the
/// lowest seed, so that it does not depend on the number of threads.
pub fn play_all<M: Model>(world: World, histories: u64) -> (Census, Option<Failure>) {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let share = |thread: usize| {
        let (mut census, mut failure) = (Census::default(), None);
        for seed in (0..histories).skip(thread).step_by(threads) {
            if let Err(found) = play_seed::<M>(world, seed, &mut census) {
                failure = Some(*found);
                break;
            }
        }
        (census, failure)
    };
    let shares: Vec<(Census, Option<Failure>)> = thread::scope(|scope| {
        let share = &share;
        let started: Vec<_> =
            (0..threads).map(|thread| scope.spawn(move || share(thread))).collect();
        started.into_iter().map(|of| of.join().expect("a thread that ends")).collect()
    });
    let mut census = Census::default();
    for (of, _) in &shares {
        census.add(of);
    }
    let failures = shares.into_iter().filter_map(|(_, failure)| failure);
    (census, failures.min_by_key(|failure| failure.seed))
}

/// The place of the command at which a history fails.
pub fn fails<M: Model>(history: &History) -> Option<usize> {
    play::<M>(&history.policy, &history.commands).err().map(|differs| differs.at)
}

/// A failure in words, and its story.
pub struct Report {
    pub text: String,
    /// The file in which the story would be kept.
    name: String,
    story: String,
}

impl Report {
    /// Where the failure is, what differs, and what is left of the history when it is shrunk.
    pub fn new<M: Model>(world: World, failure: Failure) -> Self {
        let Failure { seed, history, what } = failure;
        let at = history.commands.len();
        let short = shrunk(history, &fails::<M>);
        let name = format!("tests/regressions/{}-{seed}.md", world.name);
        let story = told::<M>(&short, &format!("Seed {seed} of the {} histories", world.name));
        let mut text = format!("{} histories, seed {seed}, command {at}: {what}\n", world.name);
        if let Err(Differs { what, .. }) = play::<M>(&short.policy, &short.commands) {
            let commands = short.commands.len();
            write!(text, "\nshrunk to {commands} commands: {what}\n").expect("a text");
        }
        write!(text, "\n{name} would be:\n\n{story}").expect("a text");
        Self { text, name, story }
    }

    /// Writes the story to its file, where that is asked for.
    pub fn keep(&self) {
        if env::var("PAIDAN_KEEP").is_ok_and(|keep| keep == "1") {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&self.name);
            fs::write(path, &self.story).expect("a folder for the story");
        }
    }
}
