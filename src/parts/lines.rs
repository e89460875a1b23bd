//! The four lines, one a category.

use crate::facts::member::Category;
use crate::facts::policy::Turn;
use crate::parts::line::Line;
use crate::words::id::MemberId;

/// The four lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines {
    finance: Line,
    research: Line,
    patent: Line,
    comprehensive: Line,
}

impl Lines {
    /// Gives every line a cursor, or takes it, as the reading of turns asks.
    pub(crate) fn follow(&mut self, turn: Turn) {
        for category in Category::ALL {
            self.of_mut(category).use_cursor(turn == Turn::Cursor);
        }
    }

    /// Whether the next place of a line gets a number above this one.
    #[inline]
    pub(crate) fn is_any_above(&self, number: u64) -> bool {
        let Self { finance, research, patent, comprehensive } = self;
        let lines = [finance, research, patent, comprehensive];
        lines.into_iter().any(|line| line.next_place().get() > number)
    }

    /// The line of a category.
    #[inline]
    pub(crate) fn of(&self, category: Category) -> &Line {
        match category {
            Category::Finance => &self.finance,
            Category::Research => &self.research,
            Category::Patent => &self.patent,
            Category::Comprehensive => &self.comprehensive,
        }
    }

    /// The categories of the lines in which a member stands.
    pub(crate) fn with(&self, member: MemberId) -> Vec<Category> {
        Category::ALL.into_iter().filter(|category| self.of(*category).contains(member)).collect()
    }

    /// The line of a category, to move it.
    #[inline]
    pub(crate) fn of_mut(&mut self, category: Category) -> &mut Line {
        match category {
            Category::Finance => &mut self.finance,
            Category::Research => &mut self.research,
            Category::Patent => &mut self.patent,
            Category::Comprehensive => &mut self.comprehensive,
        }
    }
}
