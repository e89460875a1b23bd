//! What is said in Chinese and in English.

use clap::ValueEnum;
use serde::Deserialize;

/// A language of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both, Chinese first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The tag of the language in HTML, and its class.
    pub const fn tag(self) -> &'static str {
        self.of(("zh", "en"))
    }

    /// What is said in this language, of what is said in both.
    pub const fn of<T: Copy>(self, (zh, en): (T, T)) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// A name in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Label {
    /// In one language.
    pub fn of(&self, lang: Lang) -> &str {
        lang.of((&self.zh, &self.en))
    }
}
