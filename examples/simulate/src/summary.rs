//! What the years of a study come to: each policy by itself, and beside the one that it is held against.

use anyhow::Result;
use paidan::Share;
use paidan::simulation::measures::{
    Comparison, NoiseFloor, Observation, Population, Ratio, compare,
};

use crate::cells::Row;
use crate::grid::Results;
use crate::measures::Measure;
use crate::study::Study;

/// What a measure came to over the seeds.
#[derive(Clone, Debug)]
pub enum Spread {
    /// It was never put to the test.
    NotExercised,
    /// It was undefined in every year.
    Undefined,
    /// Its values.
    Values(Box<Values>),
}

/// The values of a measure over the seeds.
#[derive(Clone, Debug)]
pub struct Values {
    /// In how many years it was undefined.
    pub undefined: usize,
    /// The mean.
    pub mean: Ratio,
    /// The least value, the 5th percentile, the median by nearest rank, the 95th, and the largest.
    pub ranks: [Ratio; 5],
}

/// One policy in one world.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The place of the world.
    pub world: usize,
    /// The place of the policy.
    pub policy: usize,
    /// Of each measure of the study.
    pub spreads: Vec<Spread>,
    /// Of each measure, beside the baseline; none for the baseline itself.
    pub differences: Option<Vec<Comparison>>,
    /// Members suspended in each month: the mean, the 5th and the 95th percentile.
    pub suspended: Vec<[Ratio; 3]>,
    /// Orders held at the end of each month, likewise.
    pub held: Vec<[Ratio; 3]>,
    /// Whether any cap was reached in any year.
    pub caps: bool,
    /// How far twins came apart.
    pub noise: Option<NoiseFloor>,
}

/// All of a study, worlds first, then policies.
pub fn summarize(study: &Study, results: &Results) -> Result<Vec<Vec<Standing>>> {
    let worlds = results.rows.iter().enumerate().map(|(world, policies)| {
        let against = &policies[study.baseline];
        let standings = policies.iter().enumerate().map(|(policy, rows)| {
            let baseline = (policy != study.baseline).then_some(against.as_slice());
            stand(study, world, policy, rows, baseline)
        });
        standings.collect()
    });
    worlds.collect()
}

fn stand(
    study: &Study,
    world: usize,
    policy: usize,
    rows: &[Row],
    baseline: Option<&[Row]>,
) -> Result<Standing> {
    let observe = |rows: &[Row], of: &Measure| -> Vec<Observation> {
        rows.iter().map(|row| row.observe(of)).collect()
    };
    let spreads = study.measures.iter().map(|of| spread(&observe(rows, of))).collect();
    let differences = baseline.map(|baseline| {
        let compared = study.measures.iter().map(|of| {
            let [own, others] = [rows, baseline].map(|rows| observe(rows, of));
            Ok(compare(&own, &others)?)
        });
        compared.collect::<Result<Vec<Comparison>>>()
    });
    Ok(Standing {
        world,
        policy,
        spreads,
        differences: differences.transpose()?,
        suspended: monthly(rows, |row| &row.suspended),
        held: monthly(rows, |row| &row.held),
        caps: rows.iter().any(|row| row.caps),
        noise: NoiseFloor::of(rows.iter().filter_map(|row| row.twins)),
    })
}

fn spread(observations: &[Observation]) -> Spread {
    if !observations.iter().any(|of| of.is_exercised) {
        return Spread::NotExercised;
    }
    let mut values: Vec<Ratio> = observations.iter().filter_map(|of| of.value.clone()).collect();
    values.sort_unstable();
    let all: Population = values.iter().cloned().collect();
    let rank = |points| all.percentile(Share::new(points).ok()?);
    let ranks =
        [values.first().cloned(), rank(500), rank(5_000), rank(9_500), values.last().cloned()];
    let ([Some(least), Some(low), Some(median), Some(high), Some(most)], Some(mean)) =
        (ranks, all.mean())
    else {
        return Spread::Undefined;
    };
    let undefined = observations.len() - values.len();
    Spread::Values(Box::new(Values { undefined, mean, ranks: [least, low, median, high, most] }))
}

fn monthly(rows: &[Row], of: fn(&Row) -> &[u64; 12]) -> Vec<[Ratio; 3]> {
    let months = (0..12).map(|month| {
        let all: Population = rows.iter().map(|row| of(row)[month]).collect();
        let rank = |points| all.percentile(Share::new(points).ok()?);
        let found = [all.mean(), rank(500), rank(9_500)];
        found.map(|of| of.unwrap_or_else(|| Ratio::from(0)))
    });
    months.collect()
}
