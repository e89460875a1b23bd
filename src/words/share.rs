//! Exact shares in whole basis points (rules 1.6).

use core::fmt;

/// 占比: an exact share of a whole in basis points, 1 to 10 000.
///
/// Comparisons cross-multiply whole numbers and never divide.
///
/// ```
/// use paidan::Share;
/// let half = Share::new(5000)?;
/// assert!(half.reached_by(3, 6) && !half.exceeded_by(3, 6));
/// assert_eq!(half.to_string(), "50 %");
/// # Ok::<(), paidan::ShareError>(())
/// ```
#[doc(alias = "占比")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u16);

/// A number that is no share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a share: a share has 1 to 10000 basis points")]
pub struct ShareError(
    /// The basis points that were given.
    pub u16,
);

impl Share {
    /// From the least to the most basis points.
    #[cfg(feature = "schema")]
    pub(crate) const RANGE: core::ops::RangeInclusive<u16> = 1..=10_000;

    /// The share of so many basis points: 5 000 is 50 %.
    ///
    /// # Errors
    /// [`ShareError`] outside 1 to 10 000.
    pub const fn new(basis_points: u16) -> Result<Self, ShareError> {
        match basis_points {
            1..=10_000 => Ok(Self(basis_points)),
            _ => Err(ShareError(basis_points)),
        }
    }

    /// For the constants of the presets, whose numbers stand in the source.
    pub(crate) const fn percent(percent: u8) -> Self {
        Self((percent as u16).saturating_mul(100))
    }

    /// The basis points, 1 to 10 000.
    pub const fn basis_points(self) -> u16 {
        self.0
    }

    /// Whether a part is at least this share of a whole (达到, which includes the number).
    pub fn reached_by(self, part: u64, whole: u64) -> bool {
        let (part, limit) = self.sides(part, whole);
        part >= limit
    }

    /// Whether a part is more than this share of a whole (超过, which does not include it).
    pub fn exceeded_by(self, part: u64, whole: u64) -> bool {
        let (part, limit) = self.sides(part, whole);
        part > limit
    }

    /// Part and limit over the same denominator. 64 bits times 10 000 cannot pass 128 bits.
    fn sides(self, part: u64, whole: u64) -> (u128, u128) {
        (u128::from(part).wrapping_mul(10_000), u128::from(whole).wrapping_mul(u128::from(self.0)))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 100 {
            0 => write!(f, "{} %", self.0 / 100),
            rest => write!(f, "{}.{rest:02} %", self.0 / 100),
        }
    }
}

impl TryFrom<u16> for Share {
    type Error = ShareError;
    fn try_from(basis_points: u16) -> Result<Self, ShareError> {
        Self::new(basis_points)
    }
}

impl From<Share> for u16 {
    fn from(share: Share) -> u16 {
        share.0
    }
}
