//! Exact money in yuan with two decimals, never negative (rules 1.5).

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

/// 金额: an exact amount in yuan, at most two decimals, never negative.
///
/// Its text form has exactly two decimals (`1234.50`), which is also its JSON form, a string.
///
/// ```
/// use paidan::Money;
/// let fee: Money = "3000.00".parse()?;
/// assert_eq!(fee, Money::from_yuan(3000));
/// assert_eq!(Money::from_fen(5).to_string(), "0.05");
/// assert!("3000.005".parse::<Money>().is_err());
/// # Ok::<(), paidan::MoneyError>(())
/// ```
#[doc(alias = "金额")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(u64);

/// A text or a number that is no amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// The text is not digits, a point and two digits, without needless zeros.
    #[error("not an amount in yuan with exactly two decimals, such as 1234.50")]
    Form,
    /// There are more than two decimals.
    #[error("an amount in yuan has at most two decimals")]
    Decimals,
    /// The amount is below zero.
    #[error("an amount of money is never negative")]
    Negative,
    /// The amount is above what the type holds.
    #[error("the amount is too large")]
    TooLarge,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount in fen, a hundredth of a yuan.
    pub const fn from_fen(fen: u64) -> Self {
        Self(fen)
    }

    /// An amount in whole yuan; an absurd one ends at the largest amount there is.
    pub const fn from_yuan(yuan: u64) -> Self {
        Self(yuan.saturating_mul(100))
    }

    /// The amount in fen.
    pub const fn fen(self) -> u64 {
        self.0
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// One third, to the nearest fen (rules 1.5). A third never lies half-way.
    #[must_use]
    pub const fn third(self) -> Self {
        let rest = self.0 % 3;
        Self((self.0 / 3).saturating_add(rest / 2))
    }

    /// The sum. Sums of prices cannot pass the type (rules 1.5); an absurd one ends at the
    /// largest amount there is.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// By how much it is above another amount; nothing if it is not.
    #[must_use]
    pub const fn above(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let (yuan, fen) = text.split_once('.').ok_or(MoneyError::Form)?;
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(yuan) || !digits(fen) || (yuan.len() > 1 && yuan.starts_with('0')) {
            return Err(MoneyError::Form);
        }
        match fen.len() {
            2 => {}
            1 => return Err(MoneyError::Form),
            _ => return Err(MoneyError::Decimals),
        }
        let yuan: u64 = yuan.parse().map_err(|_| MoneyError::TooLarge)?;
        let fen: u64 = fen.parse().map_err(|_| MoneyError::Form)?;
        let whole = yuan.checked_mul(100).and_then(|whole| whole.checked_add(fen));
        whole.map(Self).ok_or(MoneyError::TooLarge)
    }
}

impl TryFrom<Decimal> for Money {
    type Error = MoneyError;

    /// The amount of a decimal number of yuan, whatever its scale, if two decimals hold it.
    fn try_from(yuan: Decimal) -> Result<Self, MoneyError> {
        let yuan = yuan.normalize();
        if yuan.is_sign_negative() && !yuan.is_zero() {
            return Err(MoneyError::Negative);
        }
        let missing = 2_u32.checked_sub(yuan.scale()).ok_or(MoneyError::Decimals)?;
        let fen = yuan.mantissa().checked_mul(10_i128.pow(missing)).ok_or(MoneyError::TooLarge)?;
        u64::try_from(fen).map(Self).map_err(|_| MoneyError::TooLarge)
    }
}

impl From<Money> for Decimal {
    fn from(money: Money) -> Decimal {
        Decimal::from_i128_with_scale(i128::from(money.0), 2)
    }
}

/// 价款: the price of an order or of the menu, at most 99 999 999.99 yuan (rules 1.5).
///
/// ```
/// use paidan::{Money, Price};
/// let price: Price = "99999999.99".parse()?;
/// assert_eq!(price, Price::MAX);
/// assert!(Price::new(Money::from_yuan(100_000_000)).is_err());
/// # Ok::<(), paidan::PriceError>(())
/// ```
#[doc(alias = "价款")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Price(Money);

/// Why something is no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PriceError {
    /// It is no amount of money.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The amount is above the largest price.
    #[error("{0} is above the largest price, 99999999.99")]
    TooHigh(Money),
}

impl Price {
    /// The largest price, 99 999 999.99 yuan.
    pub const MAX: Self = Self(Money(9_999_999_999));

    /// Nothing.
    pub(crate) const ZERO: Self = Self(Money::ZERO);

    /// The price of this amount.
    ///
    /// # Errors
    /// [`PriceError::TooHigh`] above [`Price::MAX`].
    pub const fn new(amount: Money) -> Result<Self, PriceError> {
        if amount.0 > Self::MAX.0.0 { Err(PriceError::TooHigh(amount)) } else { Ok(Self(amount)) }
    }

    /// The amount.
    pub const fn amount(self) -> Money {
        self.0
    }
}

impl From<Price> for Money {
    fn from(price: Price) -> Money {
        price.0
    }
}

impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Price {
    type Err = PriceError;

    fn from_str(text: &str) -> Result<Self, PriceError> {
        Self::new(text.parse()?)
    }
}

impl TryFrom<Decimal> for Price {
    type Error = PriceError;

    fn try_from(yuan: Decimal) -> Result<Self, PriceError> {
        Self::new(yuan.try_into()?)
    }
}
