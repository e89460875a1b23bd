//! How often each number was met, exactly.

use alloc::collections::BTreeMap;

use crate::words::share::Share;

/// 分布: how often each whole number was met (days of waiting, turns of others).
///
/// Nothing is rounded or put in classes, so that every percentile can be told.
///
/// ```
/// use paidan::{Share, figures::Distribution};
/// let days: Distribution = [0, 0, 1, 5, 26].into_iter().collect();
/// assert_eq!((days.count(), days.largest()), (5, Some(26)));
/// assert_eq!(days.percentile(Share::new(5000)?), Some(1));
/// assert_eq!(days.percentile(Share::new(9500)?), Some(26));
/// assert_eq!(Distribution::default().percentile(Share::new(9500)?), None);
/// # Ok::<(), paidan::ShareError>(())
/// ```
#[doc(alias = "分布")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distribution(BTreeMap<u32, u64>);

impl Distribution {
    /// How many numbers there are.
    pub fn count(&self) -> u64 {
        self.0.values().copied().fold(0, u64::saturating_add)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sum of all numbers, each as often as it was met.
    pub fn sum(&self) -> u128 {
        let parts = self.0.iter();
        let parts = parts.map(|(of, times)| u128::from(*of).saturating_mul(u128::from(*times)));
        parts.fold(0, u128::saturating_add)
    }

    /// The largest of them; none if there are none.
    pub fn largest(&self) -> Option<u32> {
        self.0.last_key_value().map(|(number, _)| *number)
    }

    /// 百分位数: the smallest number that at least this share of all are not above: the one at the
    /// nearest rank, the share of their count rounded up. None if there are none.
    ///
    /// The share 50 % gives the median, of an even count the lower one in the middle.
    #[doc(alias = "百分位数")]
    pub fn percentile(&self, share: Share) -> Option<u32> {
        let count = self.count();
        let mut up_to = 0_u64;
        self.0.iter().find_map(|(number, times)| {
            up_to = up_to.saturating_add(*times);
            share.reached_by(up_to, count).then_some(*number)
        })
    }

    /// Each number that was met, from the smallest, and how often.
    pub fn iter(&self) -> impl Iterator<Item = (u32, u64)> {
        self.0.iter().map(|(number, times)| (*number, *times))
    }

    pub(crate) fn add(&mut self, number: u32, times: u64) {
        if times > 0 {
            let of = self.0.entry(number).or_default();
            *of = of.saturating_add(times);
        }
    }

    /// Adds all numbers of another one.
    pub fn join(&mut self, other: &Self) {
        other.iter().for_each(|(number, times)| self.add(number, times));
    }
}

impl FromIterator<u32> for Distribution {
    fn from_iter<T: IntoIterator<Item = u32>>(numbers: T) -> Self {
        let mut all = Self::default();
        numbers.into_iter().for_each(|number| all.add(number, 1));
        all
    }
}
