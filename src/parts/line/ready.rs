//! Who can be given an item by turn, in the order of the search.

use crate::parts::line::Line;
use crate::parts::slots::Slots;
use crate::words::id::{ItemId, MemberId};

/// Those who are ready for an item that nobody ever was ready for.
static NOBODY: Slots = Slots::EMPTY;

impl Line {
    /// Those of some members who are ready for the item, in the order of the search.
    pub(crate) fn ready_among(&self, item: ItemId, some: &[MemberId]) -> Vec<MemberId> {
        let (among, start) = (self.ready.get(item.index()).unwrap_or(&NOBODY), self.start());
        let slots = some.iter().filter_map(|member| Some((self.slot(*member)?, *member)));
        let mut ready: Vec<(usize, MemberId)> =
            slots.filter(|(slot, _)| among.contains(*slot)).collect();
        ready.sort_unstable_by_key(|(slot, _)| (*slot < start, *slot));
        ready.into_iter().map(|(_, member)| member).collect()
    }

    /// Whether a member of the line offers the item and is not suspended from it.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `dispatch::choose`")]
    pub(crate) fn is_ready(&self, member: MemberId, item: ItemId) -> bool {
        let among = self.ready.get(item.index()).unwrap_or(&NOBODY);
        self.slot(member).is_some_and(|slot| among.contains(slot))
    }

    /// The first in the order of the search of the members who offer the item and are not suspended
    /// from it.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `dispatch::choose`")]
    pub(crate) fn first_ready(&self, item: ItemId) -> Option<MemberId> {
        let among = self.ready.get(item.index())?;
        let slot = match self.cursor.and_then(|member| among.next(self.slot(member)?)) {
            None => among.first()?,
            Some(slot) => slot,
        };
        *self.slots.get(slot)?
    }

    /// The members who offer the item and are not suspended from it, in the order of the search.
    #[inline]
    pub(crate) fn ready(&self, item: ItemId) -> Ready<'_> {
        let among = self.ready.get(item.index()).unwrap_or(&NOBODY);
        let start = self.start();
        Ready { line: self, among, from: start, end: usize::MAX, rest: start }
    }
}

/// Those who can be given an item, in the order of the search.
#[derive(Clone, Debug)]
pub(crate) struct Ready<'a> {
    line: &'a Line,
    among: &'a Slots,
    from: usize,
    end: usize,
    /// How many slots from the front on come last, since the search did not start there.
    rest: usize,
}

impl Iterator for Ready<'_> {
    type Item = MemberId;

    #[inline]
    fn next(&mut self) -> Option<MemberId> {
        let found = self.among.next(self.from).filter(|slot| *slot < self.end);
        let slot = found.or_else(|| self.next_from_front())?;
        self.from = slot.wrapping_add(1);
        *self.line.slots.get(slot)?
    }
}

impl Ready<'_> {
    /// The first of those that come last, once all others went by.
    #[cold]
    fn next_from_front(&mut self) -> Option<usize> {
        self.end = core::mem::take(&mut self.rest);
        self.among.next(0).filter(|slot| *slot < self.end)
    }
}
