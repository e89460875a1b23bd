//! Timing at three sizes, and what the table says of it.

use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Whether sizes are those to be read, or small ones to see that everything runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    Full,
    Quick,
}

/// What a time may grow like.
#[derive(Clone, Copy, Debug)]
pub enum Aim {
    /// As much as the size, or its logarithm times as much.
    Linear,
    /// Hardly: by its logarithm, and by the memory that is farther away.
    Flat,
}

impl Aim {
    /// The exponent up to which it is met.
    fn most(self) -> f64 {
        match self {
            Self::Linear => 1.3,
            Self::Flat => 0.6,
        }
    }
}

/// How much dearer chosen ids may be, and from where on that is missed by far.
const CHOSEN: (f64, f64) = (1.5, 2.0);

/// The table as far as it was printed.
#[derive(Debug)]
pub struct Table {
    effort: Effort,
    missed: u32,
}

impl Table {
    pub fn new(effort: Effort) -> Self {
        println!("{:<66}{:>30}{:>36}   growth", "", "sizes", "times");
        Self { effort, missed: 0 }
    }

    /// A size, or where everything only runs, a small part of it.
    pub fn size(&self, size: u32) -> u32 {
        match self.effort {
            Effort::Full => size,
            Effort::Quick => (size / 100).max(4),
        }
    }

    /// Rounds of which the quickest is taken, since what else runs on the machine only makes them slower:
    /// three, and more as long as an aim is not met.
    fn is_over(&self, rounds: u32, is_met: bool) -> bool {
        match self.effort {
            Effort::Full => rounds >= 20 || (rounds >= 3 && is_met),
            Effort::Quick => rounds >= 1,
        }
    }

    /// Times something on states of three sizes, each prepared once.
    pub fn row<T>(
        &mut self,
        what: &str,
        aim: Aim,
        sizes: [u32; 3],
        prepare: impl Fn(u32) -> T,
        run: impl Fn(&T) -> Duration,
    ) {
        let sizes = sizes.map(|size| self.size(size));
        let states = sizes.map(prepare);
        let size = f64::from(sizes[2]) / f64::from(sizes[0]);
        let (mut best, mut growth, mut rounds) = ([Duration::MAX; 3], f64::MAX, 0);
        while !self.is_over(rounds, growth <= aim.most()) {
            for ((best, state), size) in best.iter_mut().zip(&states).zip(sizes) {
                // What grows is repeated where it is short, so that interruptions meet all alike.
                let times = if matches!(aim, Aim::Linear) { sizes[2] / size } else { 1 };
                let sum: Duration = (0..times).map(|_| run(state)).sum();
                *best = (*best).min(sum / times);
            }
            growth = ratio(best[2], best[0]).ln() / size.ln();
            rounds += 1;
        }
        self.line(what, &sizes, &best, &format!("{growth:.2}"), growth <= aim.most(), aim.most());
    }

    /// Times the same on two states: of ids that were chosen, and of innocent ones.
    pub fn beside<T>(
        &mut self,
        what: &str,
        [chosen, innocent]: [&T; 2],
        run: impl Fn(&T) -> Duration,
    ) {
        let (mut best, mut times, mut rounds) = ([Duration::MAX; 2], f64::MAX, 0);
        while !self.is_over(rounds, times <= CHOSEN.0) {
            for (best, state) in best.iter_mut().zip([chosen, innocent]) {
                *best = (*best).min(run(state));
            }
            times = ratio(best[0], best[1]);
            rounds += 1;
        }
        self.line(what, &[], &best, &format!("{times:.2}x"), times <= CHOSEN.1, CHOSEN.0);
    }

    fn line(
        &mut self,
        what: &str,
        sizes: &[u32],
        times: &[Duration],
        growth: &str,
        is_met: bool,
        most: f64,
    ) {
        let sizes: Vec<String> = sizes.iter().map(u32::to_string).collect();
        let times: Vec<String> = times.iter().map(|time| format!("{time:.2?}")).collect();
        let (sizes, times) = (sizes.join(" / "), times.join(" / "));
        let met = match (self.effort, is_met) {
            (Effort::Quick, _) => "not judged",
            (Effort::Full, true) => "met",
            (Effort::Full, false) => "MISSED",
        };
        println!("{what:<66}{sizes:>30}{times:>36}   {growth} of {most}: {met}");
        self.missed += u32::from(met == "MISSED");
    }

    /// Fails where an aim was missed by far.
    pub fn verdict(&self) -> ExitCode {
        if self.missed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64().max(1e-9)
}

/// How long something takes.
pub fn time<T>(run: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let result = std::hint::black_box(run());
    let took = start.elapsed();
    drop(result);
    took
}

/// How long each of some acts takes.
pub fn time_each(count: u32, mut run: impl FnMut(u32)) -> Duration {
    time(|| (0..count).for_each(&mut run)) / count
}
