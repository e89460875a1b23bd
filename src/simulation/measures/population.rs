//! How evenly something is spread over a population.

use num_bigint::{BigInt, Sign};

use crate::facts::member::Category;
use crate::record::figures::Figures;
use crate::simulation::measures::ratio::Ratio;
use crate::words::share::Share;

/// 总体: one value for each of a stated population, such as the orders of each member of a class.
///
/// Who has nothing counts with 0, so who belongs to the population has to be said: see
/// [`Population::of`]. Values are never below zero.
///
/// ```
/// use paidan::simulation::measures::{Population, Ratio};
/// let orders: Population = [1, 2, 3].into_iter().collect();
/// assert_eq!(orders.jain(), Ratio::new(6, 7));
/// assert_eq!(orders.gini(), Ratio::new(2, 9));
/// assert_eq!(orders.largest_share(), Ratio::new(1, 2));
/// let idle: Population = [0, 0].into_iter().collect();
/// assert_eq!(idle.jain(), None);
/// ```
#[doc(alias = "总体")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Population {
    /// The values from the smallest, all multiplied by the same number.
    values: Vec<BigInt>,
    /// That number.
    scale: BigInt,
}

/// Which members a population has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whose {
    /// Those of a class; none: of every class.
    pub class: Option<Category>,
    /// Only those that are in the alliance at the end; else those that left, too.
    pub current: bool,
}

/// What of a member is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// 接单量: the orders that its tallies had when the months ended.
    #[doc(alias = "接单量")]
    Orders,
    /// 服务额: their amount, in fen.
    #[doc(alias = "服务额")]
    Amount,
    /// The orders that it was given otherwise than by designation, come off again or not.
    Turns,
    /// Those as a part of all that went to anybody for the items that it offered, while it was
    /// neither on leave nor suspended from them (see [`TurnFigures`](crate::figures::TurnFigures)):
    /// what it got of what it could get. A member that could get nothing is not in the population.
    Entitled,
    /// 暂停派单: the months for which it was suspended.
    #[doc(alias = "暂停派单")]
    MonthsSuspended,
}

impl Population {
    /// A figure of each of these members.
    pub fn of(figures: &Figures, whose: Whose, figure: Figure) -> Self {
        let roster = figures.roster.iter();
        let roster = roster.filter(|of| whose.class.is_none_or(|class| class == of.category));
        let roster = roster.filter(|of| of.is_current || !whose.current);
        let ratios = roster.filter_map(|of| {
            let row = figures.whole.member(of.member).map(|row| row.dispatched);
            let row = row.unwrap_or_default();
            let turns = row.given().above(row.designated).orders;
            let value = match figure {
                Figure::Orders => row.tallied.orders,
                Figure::Amount => row.tallied.amount.fen(),
                Figure::Turns => turns,
                Figure::MonthsSuspended => of.months_suspended.into(),
                Figure::Entitled => {
                    let since = of.turns.since.unwrap_or(0);
                    let others = of.turns.waited.sum().saturating_add(since.into());
                    let all = BigInt::from(others) + BigInt::from(turns);
                    return Ratio::of(turns.into(), all);
                }
            };
            Some(Ratio::from(value))
        });
        ratios.collect()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Jain 公平指数: the index of fairness of Jain, Chiu and Hawe, (Σx)² / (n Σx²): 1 where all have
    /// the same, k/n where k of n share all. Undefined where nobody has anything.
    #[doc(alias = "公平指数")]
    pub fn jain(&self) -> Option<Ratio> {
        let sum = self.sum();
        Ratio::of(&sum * &sum, self.count() * self.squares())
    }

    /// 基尼系数: the coefficient of Gini, Σ(2i − n − 1)xᵢ / (n Σx) with the values from the smallest:
    /// 0 where all have the same, (n − 1)/n where one has all. Not corrected by n/(n − 1), since the
    /// population is all there is and no sample. Undefined where nobody has anything.
    #[doc(alias = "基尼系数")]
    pub fn gini(&self) -> Option<Ratio> {
        let count = self.count();
        let ranked = (1_u64..)
            .zip(&self.values)
            .map(|(rank, value)| (BigInt::from(rank) * 2 - &count - 1) * value);
        Ratio::of(ranked.sum(), count.clone() * self.sum())
    }

    /// 最大份额: the largest value as a part of all, max x / Σx. Undefined where nobody has anything.
    #[doc(alias = "最大份额")]
    pub fn largest_share(&self) -> Option<Ratio> {
        Ratio::of(self.values.last()?.clone(), self.sum())
    }

    /// 赫芬达尔指数: the index of Hirschman and Herfindahl, Σx² / (Σx)², the sum of the squares of
    /// the shares. It is 1/(n J), where J is Jain's index. Undefined where nobody has anything.
    #[doc(alias = "赫芬达尔指数")]
    pub fn herfindahl(&self) -> Option<Ratio> {
        let sum = self.sum();
        Ratio::of(self.squares(), &sum * &sum)
    }

    /// 极差: the largest value less the smallest, in the unit of the values. Undefined of nobody.
    #[doc(alias = "极差")]
    pub fn spread(&self) -> Option<Ratio> {
        let (least, most) = (self.values.first()?, self.values.last()?);
        Ratio::of(most - least, self.scale.clone())
    }

    /// 平均: Σx / n. Undefined of nobody.
    #[doc(alias = "平均")]
    pub fn mean(&self) -> Option<Ratio> {
        Ratio::of(self.sum(), self.count() * &self.scale)
    }

    /// 中位数: the value in the middle, of an even count half the sum of the two. Undefined of nobody.
    #[doc(alias = "中位数")]
    pub fn median(&self) -> Option<Ratio> {
        let upper = self.values.get(self.values.len() / 2)?;
        let lower = self.values.get(self.values.len().checked_sub(1)? / 2)?;
        Ratio::of(lower + upper, &self.scale * 2)
    }

    /// 百分位数: the value at the nearest rank, the smallest that at least this share of all are not
    /// above. Of an even count the share 50 % gives the lower one in the middle, unlike the median.
    /// Undefined of nobody.
    #[doc(alias = "百分位数")]
    pub fn percentile(&self, share: Share) -> Option<Ratio> {
        let count = u64::try_from(self.values.len()).ok()?;
        let mut ranked = (1_u64..).zip(&self.values);
        let (_, value) = ranked.find(|(rank, _)| share.reached_by(*rank, count))?;
        Ratio::of(value.clone(), self.scale.clone())
    }

    fn count(&self) -> BigInt {
        self.values.len().into()
    }

    fn sum(&self) -> BigInt {
        self.values.iter().sum()
    }

    fn squares(&self) -> BigInt {
        self.values.iter().map(|value| value * value).sum()
    }
}

impl FromIterator<u64> for Population {
    fn from_iter<T: IntoIterator<Item = u64>>(values: T) -> Self {
        let mut values: Vec<BigInt> = values.into_iter().map(BigInt::from).collect();
        values.sort_unstable();
        Self { values, scale: 1.into() }
    }
}

impl FromIterator<Ratio> for Population {
    /// One below zero counts as nothing.
    fn from_iter<T: IntoIterator<Item = Ratio>>(values: T) -> Self {
        let values: Vec<Ratio> = values.into_iter().collect();
        let one = BigInt::from(1);
        let scale = values.iter().fold(one, |scale, of| common(scale, of.0.denom()));
        let whole = |of: &Ratio| match of.0.numer().sign() {
            Sign::Minus | Sign::NoSign => BigInt::ZERO,
            Sign::Plus => (&of.0 * &scale).to_integer(),
        };
        let mut values: Vec<BigInt> = values.iter().map(whole).collect();
        values.sort_unstable();
        Self { values, scale }
    }
}

/// The smallest number that both divide: of a reduced fraction, what is left of the denominator.
fn common(scale: BigInt, denominator: &BigInt) -> BigInt {
    let one = BigInt::from(1);
    if *denominator == one {
        return scale;
    }
    match Ratio::of(scale.clone(), denominator.clone()) {
        Some(reduced) => scale * reduced.0.denom(),
        None => scale,
    }
}

#[cfg(test)]
mod tests {
    use super::{Population, Ratio};
    use crate::words::share::Share;

    fn of(values: &[u64]) -> Population {
        values.iter().copied().collect()
    }

    fn ratio(part: u64, whole: u64) -> Option<Ratio> {
        Ratio::new(part, whole)
    }

    fn share(points: u16) -> Share {
        Share::new(points).unwrap()
    }

    /// Worked out by hand; Jain's of k of n is k/n by the paper, Gini's of one of n is (n - 1)/n.
    #[test]
    fn the_measures_are_those_worked_out_by_hand() {
        for (values, jain, gini, largest, herfindahl) in [
            (&[1, 1, 1, 1][..], (1, 1), (0, 1), (1, 4), (1, 4)),
            (&[4, 0, 0, 0], (1, 4), (3, 4), (1, 1), (1, 1)),
            (&[3, 1], (4, 5), (1, 4), (3, 4), (5, 8)),
            (&[1, 2, 3], (6, 7), (2, 9), (1, 2), (7, 18)),
            (&[5, 5, 0], (2, 3), (1, 3), (1, 2), (1, 2)),
            (&[6, 3, 1], (50, 69), (1, 3), (3, 5), (23, 50)),
        ] {
            let of = of(values);
            let found = [of.jain(), of.gini(), of.largest_share(), of.herfindahl()];
            let expected =
                [jain, gini, largest, herfindahl].map(|(part, whole)| ratio(part, whole));
            assert_eq!(found, expected, "{values:?}");
        }
    }

    /// The example of Jain, Chiu and Hawe: who gives a dollar each to k of 100, has an index of k %.
    #[test]
    fn the_example_of_the_paper() {
        for k in [1, 10, 20, 100] {
            let dollars = (0..100).map(|of| u64::from(of < k));
            assert_eq!(dollars.collect::<Population>().jain(), ratio(k, 100));
        }
    }

    /// J n H = 1, of numbers whose squares pass 128 bits, too.
    #[test]
    fn jain_and_herfindahl_hold_each_other() {
        for values in [&[1, 2, 3][..], &[6, 3, 1], &[u64::MAX, 1, u64::MAX, 0], &[7]] {
            let of = of(values);
            let (jain, herfindahl) = (of.jain().unwrap().0, of.herfindahl().unwrap().0);
            assert_eq!(jain * herfindahl * of.count(), Ratio::from(1).0, "{values:?}");
        }
    }

    #[test]
    fn nothing_to_divide_by_is_undefined() {
        let (none, idle) = (of(&[]), of(&[0, 0, 0]));
        for of in [&none, &idle] {
            let found = [of.jain(), of.gini(), of.largest_share(), of.herfindahl()];
            assert_eq!(found, [None, None, None, None]);
        }
        let found = [none.spread(), none.mean(), none.median(), none.percentile(share(9_500))];
        assert_eq!(found, [None, None, None, None]);
        assert_eq!((idle.spread(), idle.mean()), (ratio(0, 1), ratio(0, 1)));
        assert!(none.is_empty() && idle.len() == 3);
    }

    /// The order of the values and their unit change nothing; one who has nothing does.
    #[test]
    fn what_a_measure_does_not_see() {
        let measures = |of: &Population| [of.jain(), of.gini(), of.largest_share()];
        let plain = measures(&of(&[6, 3, 1]));
        assert_eq!(plain, measures(&of(&[1, 6, 3])));
        assert_eq!(plain, measures(&of(&[600, 300, 100])));
        let thirds = [6, 3, 1].map(|of| Ratio::new(of, 3).unwrap());
        assert_eq!(plain, measures(&thirds.into_iter().collect()));
        assert_ne!(plain, measures(&of(&[6, 3, 1, 0])));
    }

    /// The ordinal ranks of the five of the textbook example: 15, 20, 35, 40, 50.
    #[test]
    fn percentiles_are_by_nearest_rank() {
        let five = of(&[50, 15, 40, 20, 35]);
        let at = |points| five.percentile(share(points)).unwrap();
        let found = [500, 2_000, 2_001, 3_000, 4_000, 5_000, 10_000].map(at);
        assert_eq!(found, [15, 15, 20, 20, 20, 35, 50].map(Ratio::from));
        assert_eq!(five.median(), ratio(35, 1));
        assert_eq!((five.spread(), five.mean()), (ratio(35, 1), ratio(32, 1)));
        let four = of(&[1, 2, 4, 8]);
        assert_eq!((four.median(), four.percentile(share(5_000))), (ratio(3, 1), ratio(2, 1)));
        assert_eq!(of(&[7]).median(), ratio(7, 1));
    }

    /// Fractions of different denominators are brought to one, and told in their own unit.
    #[test]
    fn fractions_are_measured_as_numbers_are() {
        let parts = [(1, 2), (1, 3), (1, 6)].map(|(part, whole)| Ratio::new(part, whole).unwrap());
        let of: Population = parts.into_iter().collect();
        assert_eq!((of.jain(), of.mean()), (ratio(6, 7), ratio(1, 3)));
        assert_eq!((of.spread(), of.median()), (ratio(1, 3), ratio(1, 3)));
        let below = Ratio::from(0).less(&Ratio::from(1));
        let clipped: Population = [below, Ratio::from(2)].into_iter().collect();
        assert_eq!((clipped.largest_share(), clipped.spread()), (ratio(1, 1), ratio(2, 1)));
    }
}
