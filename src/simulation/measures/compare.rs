//! Two policies held against each other over the same years.

use num_bigint::BigInt;
use num_rational::BigRational;

use crate::simulation::measures::quantiles;
use crate::simulation::measures::ratio::Ratio;
use crate::words::share::Share;

/// With how many decimals an observation is taken into a comparison.
const DECIMALS: u32 = 9;

/// 观测: what one seed comes to under one policy.
#[doc(alias = "观测")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The value of the measure; none where it is undefined.
    pub value: Option<Ratio>,
    /// Whether what is compared was put to the test at all: of caps, whether any was reached
    /// ([`Figures::is_any_cap_reached`](crate::Figures::is_any_cap_reached)).
    pub is_exercised: bool,
}

impl From<Ratio> for Observation {
    fn from(value: Ratio) -> Self {
        Self { value: Some(value), is_exercised: true }
    }
}

/// What two policies came to, compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// 未触发: in no run of either was it put to the test, so nothing is known of it. That is no
    /// difference of nothing.
    #[doc(alias = "未触发")]
    NotExercised,
    /// Fewer than two pairs of values: there is nothing to tell chance by.
    TooFew {
        /// How many there are.
        pairs: u64,
    },
    /// The differences.
    Measured(Box<Paired>),
}

/// 配对差: the differences of pairs, the first policy less the second, each pair of one seed.
///
/// Each value is first rounded to nine decimals; all that follows is exact but for the quantile, which
/// has six decimals and is rounded up.
#[doc(alias = "配对差")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paired {
    /// How many pairs there are.
    pub pairs: u64,
    /// Seeds that are left out, since the measure is undefined under one policy or both.
    pub undefined: u64,
    /// The mean of the differences, in the unit of the measure.
    pub mean: Ratio,
    /// The lower end of the interval.
    pub low: Ratio,
    /// 置信区间: the upper end of the two-sided interval at 95 % for the mean: mean ± t s/√n, with
    /// Student's t of n − 1 degrees of freedom and the standard deviation s of the differences, both
    /// ends rounded outward at the ninth decimal. It says how far chance among seeds goes, under the
    /// assumption that the mean of so many differences is close to normal.
    #[doc(alias = "置信区间")]
    pub high: Ratio,
    /// 方差比: the variance of the differences by the sum of the two variances, which is what it
    /// would be were the years of both drawn apart. Far below 1, the years were the same and pairing
    /// has won its part; near 1, they were not, whatever the seed says. Undefined where no policy
    /// varies.
    #[doc(alias = "方差比")]
    pub variance_ratio: Option<Ratio>,
}

impl Paired {
    /// Whether the interval leaves out zero.
    pub fn is_different(&self) -> bool {
        let zero = Ratio::from(0);
        self.low > zero || self.high < zero
    }
}

/// Why two lists of observations cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompareError {
    /// They are not of the same seeds.
    #[error("{first} observations cannot be paired with {second}: there is one a seed in each")]
    Lengths {
        /// How many the first list has.
        first: usize,
        /// How many the second list has.
        second: usize,
    },
}

/// 比较: compares two policies by the differences of the same measure over the same seeds, which
/// stand at the same places of the lists.
///
/// ```
/// use paidan::simulation::measures::{Comparison, Observation, Ratio, compare};
/// let of = |values: [u64; 4]| values.map(|of| Observation::from(Ratio::from(of)));
/// let Comparison::Measured(paired) = compare(&of([9, 12, 7, 10]), &of([6, 10, 3, 7]))? else {
///     return Err("four pairs".into());
/// };
/// assert_eq!((paired.pairs, paired.mean.clone()), (4, Ratio::from(3)));
/// assert_eq!(format!("{:.3} to {:.3}", paired.low, paired.high), "1.701 to 4.299");
/// assert!(paired.is_different());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`CompareError`] where one list is longer than the other.
pub fn compare(first: &[Observation], second: &[Observation]) -> Result<Comparison, CompareError> {
    if first.len() != second.len() {
        return Err(CompareError::Lengths { first: first.len(), second: second.len() });
    }
    if !first.iter().chain(second).any(|of| of.is_exercised) {
        return Ok(Comparison::NotExercised);
    }
    let mut sides = [Vec::new(), Vec::new()];
    for (one, other) in first.iter().zip(second) {
        if let (Some(one), Some(other)) = (&one.value, &other.value) {
            for (side, value) in sides.iter_mut().zip([one, other]) {
                side.push(value.units(DECIMALS));
            }
        }
    }
    let [one, other] = sides;
    let undefined = count(first.len()).saturating_sub(count(one.len()));
    Ok(paired(&one, &other, undefined))
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

fn paired(one: &[BigInt], other: &[BigInt], undefined: u64) -> Comparison {
    let differences: Vec<BigInt> = one.iter().zip(other).map(|(one, other)| one - other).collect();
    let pairs = count(differences.len());
    let quantile = pairs.checked_sub(1).and_then(quantiles::at_95);
    let Some(quantile) = quantile else { return Comparison::TooFew { pairs } };
    let [of_pairs, of_one, of_other] = [&differences, one, other].map(scatter);
    // t² s² / n, of which the root is half of the interval; s² is the scatter by n (n - 1).
    let n = BigInt::from(pairs);
    let millionths = BigInt::from(1_000_000);
    let below = &millionths * &millionths * &n * &n * (&n - 1);
    let half = root_up(&BigRational::new(BigInt::from(quantile).pow(2) * &of_pairs, below));
    let mean = BigRational::new(differences.iter().sum(), n);
    let unit = BigInt::from(10_u64.saturating_pow(DECIMALS));
    let in_units = |units: BigInt| Ratio(BigRational::new(units, unit.clone()));
    Comparison::Measured(Box::new(Paired {
        pairs,
        undefined,
        low: in_units(mean.floor().to_integer() - &half),
        high: in_units(mean.ceil().to_integer() + &half),
        mean: Ratio(mean / &unit),
        variance_ratio: Ratio::of(of_pairs, of_one + of_other),
    }))
}

/// n Σx² − (Σx)², which is n (n − 1) times the variance.
fn scatter(values: &[BigInt]) -> BigInt {
    let squares: BigInt = values.iter().map(|value| value * value).sum();
    let sum: BigInt = values.iter().sum();
    BigInt::from(values.len()) * squares - &sum * &sum
}

/// The smallest whole number whose square is not below a number, which is not below zero.
fn root_up(of: &BigRational) -> BigInt {
    let least = of.ceil().to_integer();
    let root = least.sqrt();
    if &root * &root < least { root + 1 } else { root }
}

/// 噪声底: how far two members come apart that nothing tells apart, with the same offers and volumes:
/// no claim of unfairness is worth less than that.
///
/// ```
/// use paidan::simulation::measures::{NoiseFloor, Ratio};
/// let floor = NoiseFloor::of([(10, 12), (11, 11), (9, 12)]).ok_or("three runs")?;
/// assert_eq!((floor.mean, floor.at_95, floor.largest), (Ratio::new(5, 3).unwrap(), 3, 3));
/// # Ok::<(), &str>(())
/// ```
#[doc(alias = "噪声底")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoiseFloor {
    /// In how many runs they were looked at.
    pub runs: u64,
    /// The mean of how far they are apart, in the unit of the values.
    pub mean: Ratio,
    /// The 95th percentile of it, by nearest rank.
    pub at_95: u64,
    /// The most.
    pub largest: u64,
}

impl NoiseFloor {
    /// Of the values of the two in each run; none of no run.
    pub fn of(twins: impl IntoIterator<Item = (u64, u64)>) -> Option<Self> {
        let mut apart: Vec<u64> =
            twins.into_iter().map(|(one, other)| one.abs_diff(other)).collect();
        apart.sort_unstable();
        let runs = count(apart.len());
        let largest = *apart.last()?;
        let share = Share::new(9_500).ok()?;
        let mut ranked = (1..).zip(&apart);
        let (_, at_95) = ranked.find(|(rank, _)| share.reached_by(*rank, runs))?;
        let sum = apart.iter().map(|of| BigInt::from(*of)).sum();
        let mean = Ratio::of(sum, runs.into())?;
        Some(Self { runs, mean, at_95: *at_95, largest })
    }

    /// Whether a difference is one that twins come to as well, in nineteen runs of twenty.
    pub fn covers(&self, difference: &Ratio) -> bool {
        difference.magnitude() <= Ratio::from(self.at_95)
    }
}

#[cfg(test)]
mod tests;
