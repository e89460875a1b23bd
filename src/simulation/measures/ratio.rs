//! Exact fractions.

use core::fmt;

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;

/// 比值: an exact fraction, reduced; two are compared by cross-multiplying.
///
/// It is shown as a fraction, or with so many decimals as are asked for, rounded once and exactly, a
/// half away from zero.
///
/// ```
/// use paidan::simulation::measures::Ratio;
/// let ratio = Ratio::new(12, 14).ok_or("a denominator")?;
/// assert_eq!(ratio.to_string(), "6/7");
/// assert_eq!(format!("{ratio:.3}"), "0.857");
/// assert_eq!(Ratio::new(1, 0), None);
/// assert!(ratio < Ratio::from(1));
/// # Ok::<(), &str>(())
/// ```
#[doc(alias = "比值")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ratio(pub(crate) BigRational);

impl Ratio {
    /// A part of a whole; none where the whole is nothing.
    pub fn new(part: u64, whole: u64) -> Option<Self> {
        Self::of(part.into(), whole.into())
    }

    /// A fraction; none where there is nothing to divide by.
    pub(crate) fn of(part: BigInt, whole: BigInt) -> Option<Self> {
        (whole.sign() != Sign::NoSign).then(|| Self(BigRational::new(part, whole)))
    }

    /// The difference to another one.
    #[must_use]
    pub fn less(&self, other: &Self) -> Self {
        Self(&self.0 - &other.0)
    }

    /// Without its sign.
    #[must_use]
    pub fn magnitude(&self) -> Self {
        if self.is_negative() { Self(-&self.0) } else { self.clone() }
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        self.0.numer().sign() == Sign::Minus
    }

    /// With so many decimals, at most 18: the largest such number that is not above it.
    #[must_use]
    pub fn rounded_down(&self, decimals: u32) -> Self {
        let scale = scale(decimals);
        Self((&self.0 * &scale).floor() / scale)
    }

    /// With so many decimals, at most 18: the smallest such number that is not below it.
    #[must_use]
    pub fn rounded_up(&self, decimals: u32) -> Self {
        let scale = scale(decimals);
        Self((&self.0 * &scale).ceil() / scale)
    }

    /// How many units of so many decimals it has, to the nearest; a half away from zero.
    pub(crate) fn units(&self, decimals: u32) -> BigInt {
        (&self.0 * scale(decimals)).round().to_integer()
    }
}

/// How many units of so many decimals make one.
fn scale(decimals: u32) -> BigInt {
    10_u64.saturating_pow(decimals.min(18)).into()
}

impl From<u64> for Ratio {
    fn from(number: u64) -> Self {
        Self(BigInt::from(number).into())
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(decimals) = f.precision() else {
            return self.0.fmt(f);
        };
        let decimals = u32::try_from(decimals).unwrap_or(18).min(18);
        let width = usize::try_from(decimals).unwrap_or(18);
        let units = self.units(decimals);
        let sign = if units.sign() == Sign::Minus { "-" } else { "" };
        let digits = units.magnitude().to_string();
        let digits = format!("{digits:0>least$}", least = width.saturating_add(1));
        let (whole, rest) = digits.split_at(digits.len().saturating_sub(width));
        let point = if rest.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::Ratio;

    fn ratio(part: u64, whole: u64) -> Ratio {
        Ratio::new(part, whole).unwrap()
    }

    #[test]
    fn it_is_reduced_and_ordered() {
        assert_eq!(ratio(2, 4), ratio(1, 2));
        assert!(ratio(1, 3) < ratio(1, 2) && ratio(u64::MAX - 1, u64::MAX) < Ratio::from(1));
        let below = Ratio::from(0).less(&ratio(1, 3));
        assert!(below < Ratio::from(0) && below.is_negative());
        assert_eq!((below.to_string(), below.magnitude()), ("-1/3".into(), ratio(1, 3)));
        assert_eq!([ratio(3, 1), ratio(0, 9)].map(|of| of.to_string()), ["3", "0"]);
    }

    #[test]
    fn it_is_rounded_once_and_a_half_away_from_zero() {
        let shown = |of: &Ratio| [0, 1, 2, 3].map(|decimals| format!("{of:.decimals$}"));
        assert_eq!(shown(&ratio(1, 8)), ["0", "0.1", "0.13", "0.125"]);
        // Rounded to two decimals first, it would be 0.5 with one.
        assert_eq!(shown(&ratio(449, 1_000)), ["0", "0.4", "0.45", "0.449"]);
        let below = Ratio::from(0).less(&ratio(3, 2));
        assert_eq!(shown(&below), ["-2", "-1.5", "-1.50", "-1.500"]);
        let hardly = Ratio::from(0).less(&ratio(1, 1_000));
        assert_eq!(format!("{hardly:.2}"), "0.00", "no zero below zero");
        assert_eq!(format!("{:.2}", Ratio::from(u64::MAX)), format!("{}.00", u64::MAX));
        assert_eq!(format!("{:.99}", ratio(1, 3)), format!("0.{}", "3".repeat(18)));
    }

    #[test]
    fn it_is_rounded_outward_on_both_sides_of_zero() {
        let third = ratio(1, 3);
        let [down, up] = [third.rounded_down(2), third.rounded_up(2)];
        assert_eq!([&down, &up].map(ToString::to_string), ["33/100", "17/50"]);
        let below = Ratio::from(0).less(&third);
        assert_eq!(
            (below.rounded_down(2), below.rounded_up(2)),
            (below_zero(&up), below_zero(&down))
        );
        assert_eq!(
            (ratio(1, 4).rounded_down(2), ratio(1, 4).rounded_up(2)),
            (ratio(1, 4), ratio(1, 4))
        );
    }

    fn below_zero(of: &Ratio) -> Ratio {
        Ratio::from(0).less(of)
    }
}
