//! Sentences, in English and in Chinese: the only place that has any.

use core::fmt;

use crate::facts::event::Event;
use crate::facts::order::Basis;
use crate::facts::refusal::Refusal;
use crate::facts::standing::Standing;
#[cfg(feature = "ledger")]
use crate::record::ledger::LedgerError;

mod en;
mod feedback;
mod goals;
mod statement;
mod table;
mod zh;

/// 语言: a language in which answers are put into words.
#[doc(alias = "语言")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// 中文.
    #[doc(alias = "中文")]
    Chinese,
}

macro_rules! spoken {
    ($($name:ident, $words:ident;)*) => {$(
        impl $name {
            /// The same in words; things are named by their ids, with the figures.
            pub fn in_language(&self, language: Language) -> String {
                match language {
                    Language::English => en::$words(self),
                    Language::Chinese => zh::$words(self),
                }
            }
        }

        impl fmt::Display for $name {
            /// The English words.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&en::$words(self))
            }
        }
    )*};
}

spoken! {
    Refusal, refusal;
    Standing, standing;
    Event, event;
    Basis, basis;
}

impl core::error::Error for Refusal {}

#[cfg(feature = "ledger")]
spoken! {
    LedgerError, ledger;
}

#[cfg(feature = "ledger")]
impl core::error::Error for LedgerError {}
