//! Unified social credit codes, GB 32100-2015 (rules 1.8).

use core::fmt;
use core::str::FromStr;

/// The 31 characters of the standard in the order of their values: no I, O, S, V, Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// 统一社会信用代码: 18 characters, the last a check character (GB 32100-2015).
///
/// Nothing else of it is verified, so tests and simulations can invent firms.
///
/// ```
/// use paidan::CreditCode;
/// let code: CreditCode = "91350100M000100Y43".parse()?;
/// assert_eq!(CreditCode::complete("91350100M000100Y4")?, code);
/// assert!("91350100M000100Y44".parse::<CreditCode>().is_err());
/// # Ok::<(), paidan::CreditCodeError>(())
/// ```
#[doc(alias = "统一社会信用代码")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode([u8; 18]);

/// Why a text is no unified social credit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CreditCodeError {
    /// It has not 18 characters (17 where the check character is to be found).
    #[error("a unified social credit code has 18 characters, the last a check character")]
    Length,
    /// A character is not of the alphabet of 31 digits and upper-case letters.
    #[error("{0:?} is not a character of a unified social credit code")]
    Character(char),
    /// The check character is not the one the others give.
    #[error("the check character is {found}, but the others give {right}")]
    Check {
        /// The one that stands there.
        found: char,
        /// The one that should.
        right: char,
    },
}

impl CreditCode {
    /// The code that begins with these 17 characters: finds the check character.
    ///
    /// # Errors
    /// [`CreditCodeError`] when they are not 17 characters of the alphabet.
    pub fn complete(first17: &str) -> Result<Self, CreditCodeError> {
        if first17.chars().count() != 17 {
            return Err(CreditCodeError::Length);
        }
        let mut code = [0; 18];
        // The weight of the place from 0 is 3 to its power, modulo 31.
        let (mut weight, mut sum) = (1_usize, 0_usize);
        for (place, character) in code.iter_mut().zip(first17.chars()) {
            let (byte, value) = value(character)?;
            *place = byte;
            sum = sum.wrapping_add(value.wrapping_mul(weight));
            weight = weight.wrapping_mul(3) % 31;
        }
        let check = (31_usize.wrapping_sub(sum % 31)) % 31;
        if let (Some(place), Some(byte)) = (code.last_mut(), ALPHABET.get(check)) {
            *place = *byte;
        }
        Ok(Self(code))
    }

    /// The 18 characters.
    pub fn as_str(&self) -> &str {
        // Only characters of the alphabet, all ASCII, ever get in.
        core::str::from_utf8(&self.0).unwrap_or_default()
    }

    fn check_character(&self) -> char {
        char::from(self.0[17])
    }
}

/// A character's byte and its value in the standard.
fn value(character: char) -> Result<(u8, usize), CreditCodeError> {
    let byte = u8::try_from(character).map_err(|_| CreditCodeError::Character(character))?;
    let value = ALPHABET.iter().position(|known| *known == byte);
    value.map(|value| (byte, value)).ok_or(CreditCodeError::Character(character))
}

impl FromStr for CreditCode {
    type Err = CreditCodeError;

    fn from_str(text: &str) -> Result<Self, CreditCodeError> {
        let (end, found) = text.char_indices().next_back().ok_or(CreditCodeError::Length)?;
        let code = Self::complete(text.get(..end).unwrap_or_default())?;
        value(found)?;
        match code.check_character() {
            right if right == found => Ok(code),
            right => Err(CreditCodeError::Check { found, right }),
        }
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CreditCode({})", self.as_str())
    }
}
