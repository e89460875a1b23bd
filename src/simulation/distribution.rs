//! Whole numbers, and how often each came.

/// 分布: how often each whole number came.
#[doc(alias = "分布")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distribution {
    /// By the number; the last one is not nothing.
    cases: Vec<u32>,
}

impl Distribution {
    /// Adds a case of a number.
    pub(super) fn add(&mut self, number: u32) {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        if self.cases.len() <= place {
            self.cases.resize(place.saturating_add(1), 0);
        }
        if let Some(cases) = self.cases.get_mut(place) {
            *cases = cases.saturating_add(1);
        }
    }

    /// How many cases there are.
    pub fn cases(&self) -> u64 {
        self.cases.iter().fold(0, |sum, cases| sum.saturating_add(u64::from(*cases)))
    }

    /// The largest number; none of no case.
    pub fn most(&self) -> Option<u32> {
        u32::try_from(self.cases.len().checked_sub(1)?).ok()
    }

    /// The least number that so many of a hundred cases do not exceed, by nearest rank; of more than
    /// 100 the largest. None of no case.
    ///
    /// Of 1, 2, 3 and 10 the 75th percentile is 3, the 76th is 10.
    pub fn percentile(&self, percent: u8) -> Option<u32> {
        let rank = self.cases().saturating_mul(percent.min(100).into()).div_ceil(100).max(1);
        let mut sum = 0_u64;
        let found = self.cases.iter().position(|cases| {
            sum = sum.saturating_add(u64::from(*cases));
            sum >= rank
        });
        u32::try_from(found?).ok()
    }

    /// Each number that came, from the least, and how often.
    pub fn iter(&self) -> impl Iterator<Item = (u32, u32)> {
        (0..).zip(self.cases.iter().copied()).filter(|(_, cases)| *cases > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::Distribution;

    fn of(numbers: &[u32]) -> Distribution {
        let mut of = Distribution::default();
        numbers.iter().for_each(|number| of.add(*number));
        of
    }

    #[test]
    fn percentiles_are_by_nearest_rank() {
        let four = of(&[10, 3, 1, 2]);
        let at = |percent| four.percentile(percent);
        assert_eq!([at(0), at(25), at(26), at(75), at(76)].map(Option::unwrap), [1, 1, 2, 3, 10]);
        assert_eq!(
            (at(100), at(255), four.most(), four.cases()),
            (Some(10), Some(10), Some(10), 4)
        );
        assert_eq!(of(&[0]).percentile(95), Some(0));
        assert_eq!(of(&[2, 0, 2]).iter().collect::<Vec<_>>(), [(0, 1), (2, 2)]);
    }

    #[test]
    fn of_no_case_nothing_is_said() {
        let none = Distribution::default();
        assert_eq!((none.percentile(0), none.percentile(100), none.most()), (None, None, None));
    }
}
