//! Exact money in yuan with two decimals, never negative (rules 1.5).

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

/// 金额: an exact amount in yuan, at most two decimals, never negative.
///
/// Its text form has exactly two decimals (`1234.50`), which is also its JSON form, a string.
///
/// ```
/// use paidan::{Money, MoneyError};
/// let fee: Money = "3000.00".parse()?;
/// assert_eq!(fee, Money::from_yuan(3000));
/// assert_eq!(Money::from_fen(5).to_string(), "0.05");
/// assert_eq!("3000.5".parse::<Money>(), Err(MoneyError::Form));
/// assert_eq!("3000.500".parse::<Money>(), Err(MoneyError::Decimals));
/// assert_eq!("-3000.00".parse::<Money>(), Err(MoneyError::Negative));
/// # Ok::<(), paidan::MoneyError>(())
/// ```
#[doc(alias = "金额")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(u64);

/// A text or a number that is no amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// The text is not digits, a point and two digits, without needless zeros before the point.
    #[error("an amount in yuan is written with digits, a point and two decimals, such as 1234.50")]
    Form,
    /// There are more than two decimals.
    #[error("an amount in yuan has no more than two decimals, such as 1234.50")]
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
        if let Some(amount) = text.strip_prefix('-') {
            return Err(below_zero(amount));
        }
        let (yuan, fen) = text.split_once('.').ok_or(MoneyError::Form)?;
        if !is_digits(yuan) || !is_digits(fen) || (yuan.len() > 1 && yuan.starts_with('0')) {
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

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|of| of.is_ascii_digit())
}

/// What is wrong with a text that goes on so after a minus: it is below zero if that is a number
/// other than zero, however it is written.
fn below_zero(amount: &str) -> MoneyError {
    let (yuan, fen) = amount.split_once('.').unwrap_or((amount, "0"));
    let is_number = is_digits(yuan) && is_digits(fen);
    let is_zero = amount.bytes().all(|of| matches!(of, b'0' | b'.'));
    if is_number && !is_zero { MoneyError::Negative } else { MoneyError::Form }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> Option<MoneyError> {
        text.parse::<Money>().err()
    }

    /// rules 1.5: two decimals are written, no more and no fewer.
    #[test]
    fn two_decimals_are_written() {
        assert_eq!("800.50".parse(), Ok(Money::from_fen(80_050)));
        for text in ["800", "800.", "800.5", ".50", "0800.50", "+800.50", "800.5O", "８00.50", ""]
        {
            assert_eq!(fault(text), Some(MoneyError::Form), "{text:?}");
        }
        for text in ["800.500", "800.505", "0.000"] {
            assert_eq!(fault(text), Some(MoneyError::Decimals), "{text:?}");
        }
    }

    /// rules 1.5: no amount is below zero, and that is what is told of one.
    #[test]
    fn no_amount_is_below_zero() {
        for text in ["-1.00", "-0.01", "-1", "-1.5", "-1.005", "-99999999999999999999.00"] {
            assert_eq!(fault(text), Some(MoneyError::Negative), "{text:?}");
        }
        for text in ["-", "-0.00", "-0", "--1.00", "-.", "-1.00.00", "-1,000.00", "-x"] {
            assert_eq!(fault(text), Some(MoneyError::Form), "{text:?}");
        }
        assert_eq!(Money::try_from(Decimal::NEGATIVE_ONE), Err(MoneyError::Negative));
        assert_eq!(Money::try_from(Decimal::NEGATIVE_ONE - Decimal::NEGATIVE_ONE), Ok(Money::ZERO));
    }

    /// The number of decimals is no fault of a number, if two hold it.
    #[test]
    fn a_decimal_number_may_have_needless_zeros() {
        assert_eq!(Money::try_from(Decimal::new(800_500, 3)), Ok(Money::from_fen(80_050)));
        assert_eq!(Money::try_from(Decimal::new(800_505, 3)), Err(MoneyError::Decimals));
    }

    /// The messages do not contradict each other.
    #[test]
    fn each_fault_is_told_as_what_it_is() {
        let told = [MoneyError::Form, MoneyError::Decimals, MoneyError::Negative];
        let told = told.map(|fault| fault.to_string());
        assert!(told[0].contains("two decimals, such as 1234.50"));
        assert!(told[1].contains("no more than two decimals"));
        assert!(told[2].contains("never negative"));
    }
}
