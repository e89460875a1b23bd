//! Amounts and prices, beside a reading by hand.

use paidan::{Money, MoneyError, Price, PriceError};

use crate::same_text;

/// The largest price in fen.
const LARGEST_PRICE: u128 = 9_999_999_999;

/// What is read as money is what a plain reader takes, of the same amount, and prints back.
pub fn money(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let by_hand = fen(text).filter(|fen| *fen <= u64::MAX.into());
    let money = text.parse::<Money>();
    assert_eq!(money.ok().map(|money| u128::from(money.fen())), by_hand, "{text:?}");
    let price = text.parse::<Price>();
    let price_by_hand = by_hand.filter(|fen| *fen <= LARGEST_PRICE);
    assert_eq!(price.ok().map(|price| u128::from(price.amount().fen())), price_by_hand, "{text:?}");
    same_text::<Money>(text);
    same_text::<Price>(text);
    reasons(text, money, price);
    if let Ok(money) = money {
        sums(money);
    }
}

/// The fen of digits, a point and two digits, without a needless zero; the largest number there is
/// stands for all that are larger.
fn fen(text: &str) -> Option<u128> {
    let [yuan @ .., b'.', tens, ones] = text.as_bytes() else { return None };
    let is_written = match yuan {
        [] => false,
        [_] => true,
        [first, ..] => *first != b'0',
    };
    let digits = yuan.iter().chain([tens, ones]);
    let fen = digits.clone().fold(0_u128, |sum, digit| {
        sum.saturating_mul(10).saturating_add(u128::from(digit.wrapping_sub(b'0')))
    });
    (is_written && digits.clone().all(u8::is_ascii_digit)).then_some(fen)
}

/// The reason tells what is wrong: below zero, too much, or too fine, or not the form.
fn reasons(text: &str, money: Result<Money, MoneyError>, price: Result<Price, PriceError>) {
    if let Err(error) = money {
        assert_eq!(price, Err(PriceError::Money(error)));
        assert_eq!(error == MoneyError::TooLarge, fen(text).is_some(), "{text:?}");
        // With fewer decimals it would be an amount, if only a large one.
        let cut = text.find('.').and_then(|point| text.get(..point + 3)).and_then(fen);
        let is_fine = error == MoneyError::Decimals;
        assert!(!is_fine || cut.is_some(), "{text:?}");
        // Without its minus it would be a number other than zero, with any decimals.
        let below = text.strip_prefix('-').map(|of| of.split('.').collect::<Vec<_>>());
        let is_below = below.is_some_and(|parts| {
            let digits = |of: &&str| !of.is_empty() && of.bytes().all(|of| of.is_ascii_digit());
            let is_number = parts.len() < 3 && parts.iter().all(digits);
            is_number && parts.iter().any(|of| of.bytes().any(|of| of != b'0'))
        });
        assert_eq!(error == MoneyError::Negative, is_below, "{text:?}");
    }
}

/// Thirds, sums and differences, as wider numbers have them.
fn sums(money: Money) {
    let fen = i128::from(money.fen());
    let third = i128::from(money.third().fen());
    assert!((3 * third - fen).abs() <= 1, "a third of {money} is not {third} fen");
    let price = Price::MAX.amount();
    let sum = (fen + i128::from(price.fen())).min(u64::MAX.into());
    assert_eq!(i128::from(money.plus(price).fen()), sum);
    assert_eq!(i128::from(money.above(price).fen()), (fen - i128::from(price.fen())).max(0));
}
