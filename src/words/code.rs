//! Short names of the variants of an enum.

/// Gives an enum its `code`.
macro_rules! codes {
    ($of:ident { $($variant:ident => $code:literal,)* }) => {
        impl $of {
            /// A short name that never changes; it is also the tag of the JSON form.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $code,)*
                }
            }
        }
    };
}

pub(crate) use codes;
