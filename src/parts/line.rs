//! The line of a category: its members in order, and who in it can be given each item.
//!
//! Invariant: `slots` holds the `members` of the line in their order, with gaps where one left;
//! `slot_of` says where each stands, counted from 1; `standing` has the slots that are taken; `ready[item]` has
//! the slots of those who offer the item and are not suspended from it. Going to the end takes a
//! new slot, so the first ready slot is the next member. When the slots run out the gaps are
//! squeezed out, at most once in as many moves as the line has members.

use crate::id::{ItemId, MemberId};
use crate::member::Category;
use crate::parts::bits::Bits;
use crate::policy::Turn;

/// The line of one category.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    slots: Vec<Option<MemberId>>,
    slot_of: Vec<u32>,
    standing: Bits,
    ready: Vec<Bits>,
    members: usize,
    capacity: usize,
    has_cursor: bool,
    cursor: Option<MemberId>,
}

/// The least number of slots.
const LEAST: usize = 64;

/// Those who are ready for an item that nobody ever was ready for.
static NOBODY: Bits = Bits::UNBUILT;

impl Default for Line {
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            slot_of: Vec::new(),
            standing: Bits::new(LEAST),
            ready: Vec::new(),
            members: 0,
            capacity: LEAST,
            has_cursor: false,
            cursor: None,
        }
    }
}

impl Line {
    /// Whether a member stands in the line.
    pub(crate) fn contains(&self, member: MemberId) -> bool {
        self.slot(member).is_some()
    }

    /// The members from front to end.
    pub(crate) fn members(&self) -> impl Iterator<Item = MemberId> {
        self.slots.iter().copied().flatten()
    }

    /// The first member of all, in the order of the line.
    fn front(&self) -> Option<MemberId> {
        self.members().next()
    }

    /// The member at which the search starts, where the line has a cursor.
    pub(crate) fn cursor(&self) -> Option<MemberId> {
        self.cursor
    }

    /// The members in the order of the search: from the cursor on and round, or from the front.
    pub(crate) fn search_order(&self) -> impl Iterator<Item = MemberId> {
        self.round(&self.standing)
    }

    /// The members who offer the item and are not suspended from it, in the order of the search.
    pub(crate) fn ready(&self, item: ItemId) -> impl Iterator<Item = MemberId> {
        self.round(self.ready.get(item.index()).unwrap_or(&NOBODY))
    }

    /// The members whose slots are in `among`, from the cursor round to the one before it.
    fn round<'a>(&'a self, among: &'a Bits) -> impl Iterator<Item = MemberId> + 'a {
        let start = self.cursor.and_then(|member| self.slot(member)).unwrap_or(0);
        let (mut from, mut end) = (start, usize::MAX);
        core::iter::from_fn(move || {
            let mut found = among.next(from).filter(|slot| *slot < end);
            if found.is_none() && end > start {
                end = start;
                found = among.next(0).filter(|slot| *slot < end);
            }
            from = found?.saturating_add(1);
            self.slots.get(found?).copied().flatten()
        })
    }

    /// Joins the end, ready for nothing yet; a cursor that is nowhere goes to it. A member that
    /// stands in the line stays where it is.
    pub(crate) fn join(&mut self, member: MemberId) {
        if self.contains(member) {
            return;
        }
        self.make_room();
        self.enter(member);
        if self.has_cursor && self.cursor.is_none() {
            self.cursor = Some(member);
        }
    }

    /// Leaves; a cursor on it goes to the one after, or from the end to the front.
    pub(crate) fn leave(&mut self, member: MemberId) {
        let Some(slot) = self.slot(member) else { return };
        if self.cursor == Some(member) {
            self.cursor = self.after(slot).filter(|next| *next != member);
        }
        self.vacate(member, slot);
        for ready in &mut self.ready {
            ready.remove(slot);
        }
        self.members = self.members.saturating_sub(1);
    }

    /// Goes to the end. `offers` are all the items it can be ready for.
    pub(crate) fn send_to_end(&mut self, member: MemberId, offers: &[ItemId]) {
        if !self.contains(member) {
            return;
        }
        self.make_room();
        let Some(old) = self.slot(member) else { return };
        self.vacate(member, old);
        let new = self.place(member);
        for item in offers {
            if let Some(ready) = self.ready.get_mut(item.index())
                && ready.remove(old)
            {
                ready.insert(new);
            }
        }
    }

    /// Says whether a member can be given an item by turn.
    pub(crate) fn set_ready(&mut self, member: MemberId, item: ItemId, is_ready: bool) {
        let Some(slot) = self.slot(member) else { return };
        if is_ready && self.ready.len() <= item.index() {
            self.ready.resize_with(item.index().saturating_add(1), Bits::default);
        }
        let Some(ready) = self.ready.get_mut(item.index()) else { return };
        if is_ready {
            ready.build(self.capacity);
            ready.insert(slot);
        } else {
            ready.remove(slot);
        }
    }

    /// Lays the members out anew in this order.
    fn arrange(&mut self, order: &[MemberId]) {
        let old = core::mem::take(self);
        (self.has_cursor, self.cursor) = (old.has_cursor, old.cursor);
        self.capacity = order.len().saturating_add(1).saturating_mul(4).max(LEAST);
        self.standing = Bits::new(self.capacity);
        self.ready = old.ready.iter().map(|was| was.same_kind(self.capacity)).collect();
        for &member in order {
            self.enter(member);
        }
        for (ready, was) in self.ready.iter_mut().zip(&old.ready) {
            let members = was.iter().filter_map(|slot| old.slots.get(slot).copied().flatten());
            for slot in members.filter_map(|member| slot_in(&self.slot_of, member)) {
                ready.insert(slot);
            }
        }
    }

    /// Puts the line in this order of its own members, the cursor on the front.
    pub(crate) fn sort(&mut self, order: &[MemberId]) {
        self.arrange(order);
        self.cursor = if self.has_cursor { self.front() } else { None };
    }

    /// Gives the line a cursor, on the front, or takes it away.
    pub(crate) fn use_cursor(&mut self, has_cursor: bool) {
        if self.has_cursor != has_cursor {
            self.has_cursor = has_cursor;
            self.cursor = if has_cursor { self.front() } else { None };
        }
    }

    /// Puts the cursor on a member of the line.
    pub(crate) fn set_cursor(&mut self, member: MemberId) {
        self.cursor = Some(member);
    }

    /// Moves the cursor, if there is one, to the one after a member, from the end to the front.
    pub(crate) fn cursor_past(&mut self, member: MemberId) {
        if let Some(slot) = self.slot(member)
            && self.has_cursor
        {
            self.cursor = self.after(slot);
        }
    }

    /// The member after this slot, from the end to the front.
    fn after(&self, slot: usize) -> Option<MemberId> {
        let next = self.standing.next(slot.saturating_add(1)).or_else(|| self.standing.next(0))?;
        self.slots.get(next).copied().flatten()
    }

    fn slot(&self, member: MemberId) -> Option<usize> {
        slot_in(&self.slot_of, member)
    }

    /// Takes the next free slot for one more member.
    fn enter(&mut self, member: MemberId) {
        self.members = self.members.saturating_add(1);
        self.place(member);
    }

    /// Takes the next free slot for a member.
    fn place(&mut self, member: MemberId) -> usize {
        let slot = self.slots.len();
        self.slots.push(Some(member));
        self.standing.insert(slot);
        self.set_slot(member, slot.saturating_add(1));
        slot
    }

    /// Gives up a member's slot.
    fn vacate(&mut self, member: MemberId, slot: usize) {
        self.standing.remove(slot);
        if let Some(taken) = self.slots.get_mut(slot) {
            *taken = None;
        }
        self.set_slot(member, 0);
    }

    /// Notes where a member stands, counted from 1; 0 is nowhere.
    fn set_slot(&mut self, member: MemberId, slot: usize) {
        if self.slot_of.len() <= member.index() {
            self.slot_of.resize(member.index().saturating_add(1), 0);
        }
        if let Some(at) = self.slot_of.get_mut(member.index()) {
            *at = u32::try_from(slot).unwrap_or(0);
        }
    }

    /// Sees to it that there is a free slot.
    fn make_room(&mut self) {
        if self.slots.len() < self.capacity {
            return;
        }
        if self.members <= self.capacity / 2 {
            self.squeeze();
        } else {
            let order: Vec<MemberId> = self.members().collect();
            self.arrange(&order);
        }
    }

    /// Takes the gaps out, in place: every member's new slot is at or before its old one.
    fn squeeze(&mut self) {
        let Self { slots, slot_of, standing, ready, .. } = self;
        for (new, member) in (1..).zip(slots.iter().flatten()) {
            if let Some(at) = slot_of.get_mut(member.index()) {
                *at = new;
            }
        }
        let new_slot = |old: usize| slot_in(slot_of, (*slots.get(old)?)?);
        standing.pull_down(new_slot);
        for ready in ready {
            ready.pull_down(new_slot);
        }
        slots.retain(Option::is_some);
    }
}

/// A member's slot by the list of slots counted from 1.
fn slot_in(slot_of: &[u32], member: MemberId) -> Option<usize> {
    (*slot_of.get(member.index())? as usize).checked_sub(1)
}

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

    /// The line of a category.
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
    pub(crate) fn of_mut(&mut self, category: Category) -> &mut Line {
        match category {
            Category::Finance => &mut self.finance,
            Category::Research => &mut self.research,
            Category::Patent => &mut self.patent,
            Category::Comprehensive => &mut self.comprehensive,
        }
    }
}
