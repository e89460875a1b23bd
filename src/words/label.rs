//! Labels and texts of a bounded length (rules 14).

use core::fmt;

/// A text longer than its kind allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a text of {bytes} bytes, where at most {most} are allowed")]
pub struct TextTooLong {
    /// How long it is, in bytes of UTF-8.
    pub bytes: usize,
    /// How long it may be.
    pub most: usize,
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident, $most:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
            type Error = TextTooLong;
            fn try_from(text: &str) -> Result<Self, TextTooLong> {
                match text.len() {
                    bytes if bytes > $most => Err(TextTooLong { bytes, most: $most }),
                    _ => Ok(Self(text.into())),
                }
            }
        }

        impl core::str::FromStr for $name {
            type Err = TextTooLong;
            fn from_str(text: &str) -> Result<Self, TextTooLong> {
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
    /// A name, a condition or another text of at most 256 bytes of UTF-8. Names are labels and
    /// may repeat (rules 1.7).
    Text, 256;
    /// A caller's own label of a command, at most 64 bytes of UTF-8. It is recorded, and no rule
    /// reads it (rules 14).
    Reference, 64;
}
