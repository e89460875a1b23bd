//! Names, labels and texts, each with its own limits (rules 14).

use core::fmt;

/// Why something is no name, no condition, no reference or no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// It is longer than its kind allows.
    #[error("{bytes} bytes, where at most {most} are allowed")]
    TooLong {
        /// How long it is, in bytes of UTF-8.
        bytes: usize,
        /// How long it may be.
        most: usize,
    },
    /// A name is empty, or of blanks only.
    #[error("a name is neither empty nor of blanks only")]
    Blank,
    /// There is a character in it that would break a line or turn the direction of writing.
    #[error("the character U+{code:04X} is not allowed here", code = u32::from(*.0))]
    Character(char),
}

/// Whether a character breaks a line or a table, or turns the direction of writing: a control
/// character, a line or paragraph separator, or a bidirectional control (rules 14).
pub(crate) fn disturbs(of: char) -> bool {
    of.is_control()
        || matches!(
            of,
            '\u{2028}' | '\u{2029}'
                | '\u{61c}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
        )
}

/// It stands on one line, in the direction in which it is written.
fn is_plain(text: &str) -> Result<(), TextError> {
    text.chars().find(|of| disturbs(*of)).map_or(Ok(()), |of| Err(TextError::Character(of)))
}

/// A plain label that says something.
fn is_name(text: &str) -> Result<(), TextError> {
    if text.chars().all(char::is_whitespace) { Err(TextError::Blank) } else { is_plain(text) }
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident, $most:literal $(, $check:ident)?;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// How long it may be, in bytes of UTF-8.
            pub const MAX_BYTES: usize = $most;

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<&str> for $name {
            type Error = TextError;
            fn try_from(text: &str) -> Result<Self, TextError> {
                let bytes = text.len();
                if bytes > $most {
                    return Err(TextError::TooLong { bytes, most: $most });
                }
                $($check(text)?;)?
                Ok(Self(text.into()))
            }
        }

        impl core::str::FromStr for $name {
            type Err = TextError;
            fn from_str(text: &str) -> Result<Self, TextError> {
                text.try_into()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

texts! {
    /// 名称: what a station, an item, an enterprise or a member is called, at most 256 bytes of
    /// UTF-8. Names are labels and may repeat (rules 1.7). One is not empty nor of blanks only, and
    /// has no character that breaks a line or turns the direction of writing.
    ///
    /// ```
    /// use paidan::{Name, TextError};
    /// let name: Name = "慈溪市第一财务事务所".parse()?;
    /// assert_eq!(name.as_str(), "慈溪市第一财务事务所");
    /// assert_eq!(" ".parse::<Name>(), Err(TextError::Blank));
    /// assert_eq!("甲\u{202e}".parse::<Name>(), Err(TextError::Character('\u{202e}')));
    /// # Ok::<(), TextError>(())
    /// ```
    #[doc(alias = "名称")]
    Name, 256, is_name;
    /// 接单条件: an acceptance condition of the council, at most 256 bytes of UTF-8, without a
    /// character that breaks a line or turns the direction of writing (article 15).
    #[doc(alias = "接单条件")]
    Condition, 256, is_plain;
    /// A caller's own label of a command, at most 64 bytes of UTF-8, without a character that breaks
    /// a line or turns the direction of writing. It is recorded, and no rule reads it (rules 14).
    Reference, 64, is_plain;
    /// A ground, a reason, a description or a record, at most 4 096 bytes of UTF-8 (rules 14). Any
    /// character may stand in it; those that no name has are shown as U+FFFD.
    Text, 4096;
}

impl Default for Text {
    /// The text that says nothing.
    fn default() -> Self {
        Self(Box::default())
    }
}

impl Text {
    /// Whether it says nothing: it is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
