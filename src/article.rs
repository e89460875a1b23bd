//! The articles of the Measures.

use core::fmt;

/// 条: an article of the Measures, 1 to 26.
///
/// ```
/// use paidan::Article;
/// assert_eq!(Article::new(17).map(|article| article.to_string()).as_deref(), Some("article 17"));
/// assert_eq!(Article::new(27), None);
/// ```
#[doc(alias = "条")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Article(u8);

impl Article {
    /// The article with this number, 1 to 26.
    pub const fn new(number: u8) -> Option<Self> {
        match number {
            1..=26 => Some(Self(number)),
            _ => None,
        }
    }

    /// Its number, 1 to 26.
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "article {}", self.0)
    }
}
