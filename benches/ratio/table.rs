//! Timing by turns, and what the table says of it.

use std::time::Instant;

/// How long to go on with one row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// At most so many rounds,
    rounds: usize,
    /// and none begins after so many milliseconds, though there are three at least.
    milliseconds: u128,
}

impl Effort {
    /// What a table takes that is to be read.
    pub const FULL: Self = Self { rounds: 101, milliseconds: 3_000 };
    /// What a run takes that is long itself.
    pub const FEW: Self = Self { rounds: 3, milliseconds: 3_000 };
    /// One round, to see that it runs.
    pub const QUICK: Self = Self { rounds: 1, milliseconds: 0 };

    pub fn is_quick(self) -> bool {
        self.rounds == 1
    }
}

/// One that is timed: prepares its state, and says how many picoseconds its run took a unit.
pub type Contender<'a> = Box<dyn Fn() -> u64 + 'a>;

/// One that does so many units of work in a run, on a state that is prepared off the clock.
pub fn contender<'a, T>(
    units: u64,
    prepare: impl Fn() -> T + 'a,
    run: impl Fn(&mut T) + 'a,
) -> Contender<'a> {
    Box::new(move || {
        let mut state = prepare();
        let start = Instant::now();
        run(&mut state);
        let took = start.elapsed();
        let each = took.as_nanos() * 1_000 / u128::from(units.max(1));
        u64::try_from(each).expect("a short time")
    })
}

/// What each contender took in each round.
pub struct Rounds(Vec<Vec<u64>>);

impl Rounds {
    /// Runs all by turns, so that the noise of the machine meets all alike.
    pub fn of(effort: Effort, contenders: &[Contender<'_>]) -> Self {
        let (start, mut rounds) = (Instant::now(), Vec::new());
        let is_on = |done: usize| {
            let is_early = done < 3 || start.elapsed().as_millis() < effort.milliseconds;
            done < effort.rounds && is_early
        };
        while is_on(rounds.len()) {
            rounds.push(contenders.iter().map(|contender| contender()).collect());
        }
        Self(rounds)
    }

    /// The median of one contender, in picoseconds.
    pub fn each(&self, nth: usize) -> Option<u64> {
        median(self.0.iter().map(|round| round.get(nth).copied()).collect())
    }

    /// The median of one over another in the same round, in hundredths.
    pub fn ratio(&self, nth: usize, of: usize) -> Option<u64> {
        let ratio = |round: &Vec<u64>| Some(round.get(nth)? * 100 / (*round.get(of)?).max(1));
        median(self.0.iter().map(ratio).collect())
    }
}

fn median(figures: Vec<Option<u64>>) -> Option<u64> {
    let mut figures: Vec<u64> = figures.into_iter().collect::<Option<_>>()?;
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied()
}

/// Picoseconds as nanoseconds, with a decimal where it says something.
pub fn nanoseconds(picoseconds: Option<u64>) -> String {
    match picoseconds {
        None => "-".into(),
        Some(few @ 0..1_000_000) => format!("{}.{}", few / 1_000, few % 1_000 / 100),
        Some(many) => format!("{}", many / 1_000),
    }
}

/// Hundredths as a number with two decimals, without them where they say nothing.
pub fn ratio(hundredths: Option<u64>) -> String {
    match hundredths {
        None => "-".into(),
        Some(few @ 0..10_000) => format!("{}.{:02}", few / 100, few % 100),
        Some(many) => format!("{}", many / 100),
    }
}
