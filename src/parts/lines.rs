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

    /// The highest of the numbers that the next places get.
    #[inline]
    pub(crate) fn highest_number(&self) -> u64 {
        let next = |line: &Line| line.next_place().get();
        let (one, other) = (next(&self.finance), next(&self.research));
        one.max(other).max(next(&self.patent)).max(next(&self.comprehensive))
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
