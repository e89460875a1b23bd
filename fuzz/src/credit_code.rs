//! Credit codes, beside the sum of the standard written out.

use paidan::{CreditCode, CreditCodeError};

use crate::same_text;

/// The letters of GB 32100-2015 in the order of their values.
const LETTERS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The weights of the 18 places as the standard lists them; the check character counts once.
const WEIGHTS: [usize; 18] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1];

/// A code is read just when its weighted sum is a multiple of 31, and prints back; its first 17
/// characters are completed by the last.
pub fn credit_code(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let read = text.parse::<CreditCode>();
    let values: Option<Vec<usize>> = text.chars().map(|letter| LETTERS.find(letter)).collect();
    let sum = values.as_ref().filter(|values| values.len() == 18).map(|values| {
        values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum::<usize>()
    });
    assert_eq!(read.is_ok(), sum.is_some_and(|sum| sum % 31 == 0), "{text:?}");
    same_text::<CreditCode>(text);
    let is_long_enough = |count| text.chars().count() == count;
    match read {
        Ok(code) => {
            assert_eq!(code.as_str(), text);
            assert_eq!(CreditCode::complete(&text[..17]), Ok(code));
        }
        Err(CreditCodeError::Length) => assert!(!is_long_enough(18), "{text:?}"),
        Err(CreditCodeError::Character(letter)) => {
            assert!(is_long_enough(18) && text.contains(letter) && !LETTERS.contains(letter));
        }
        Err(CreditCodeError::Check { found, right }) => {
            assert!(text.ends_with(found) && found != right, "{text:?}");
            assert!(format!("{}{right}", &text[..17]).parse::<CreditCode>().is_ok(), "{text:?}");
        }
        Err(other) => panic!("{text:?}: {other}"),
    }
    completed(text, is_long_enough(17) && values.is_some());
}

/// Just what is 17 letters long can be completed, to a code that begins with them.
fn completed(text: &str, can_be: bool) {
    match CreditCode::complete(text) {
        Ok(code) => {
            assert!(can_be && code.as_str().starts_with(text), "{text:?}");
            assert_eq!(code.as_str().parse(), Ok(code));
        }
        Err(_) => assert!(!can_be, "{text:?}"),
    }
}
