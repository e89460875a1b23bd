//! The line of a category: its members in order, and who in it can be given each item.
//!
//! Invariant: `slots` holds the `members` of the line in their order, with gaps where one left. The
//! numbers of their places never fall along it: those of the first slots are `numbers`, those of the
//! others go up by one from slot to slot and end just below `next`. `slot_of` says where each member
//! stands, counted from 1; `ready[item]` has the slots of those who offer the item and are not
//! suspended from it. Going to the end takes a new slot, so the first ready slot is the next member.
//! When the slots run out the gaps are squeezed out, at most once in as many moves as the line has
//! members.

use crate::facts::order::{Moved, Place, PlaceRange};
use crate::parts::slots::Slots;
use crate::words::id::{ItemId, MemberId};

mod ready;
mod sorting;

/// The line of one category.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    slots: Vec<Option<MemberId>>,
    numbers: Vec<Place>,
    slot_of: Vec<u32>,
    ready: Vec<Slots>,
    members: usize,
    capacity: usize,
    has_cursor: bool,
    cursor: Option<MemberId>,
    /// Gaps that the cursor went over since they were last squeezed out.
    gone_over: usize,
    next: Place,
    /// The numbers of the places that the last sorting of the whole line gave, if it gave any.
    sorted: Option<PlaceRange>,
}

/// Slots a member: what is squeezed out is spread over as many moves as there are slots to spare.
const PLACES: usize = 12;

/// Of so many slots at most one is taken in a line whose gaps are squeezed out.
const SQUEEZED: usize = 6;

/// How many slots off a gap is still worth moving up to.
const NEAR: usize = 32;

/// The least number of slots.
const LEAST: usize = 64;

impl Default for Line {
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            numbers: Vec::new(),
            slot_of: Vec::new(),
            ready: Vec::new(),
            members: 0,
            capacity: LEAST,
            has_cursor: false,
            cursor: None,
            gone_over: 0,
            next: Place::MIN,
            sorted: None,
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

    /// The places that are taken, from front to end, with their numbers.
    pub(crate) fn places(&self) -> impl Iterator<Item = (Place, MemberId)> {
        let taken = (0..).zip(&self.slots);
        taken.filter_map(|(slot, member)| Some((self.number(slot)?, (*member)?)))
    }

    /// The number of the place where a member stands.
    pub(crate) fn place_of(&self, member: MemberId) -> Option<Place> {
        self.number(self.slot(member)?)
    }

    /// The number of the place of a slot, taken or not.
    #[inline]
    fn number(&self, slot: usize) -> Option<Place> {
        if let Some(number) = self.numbers.get(slot) {
            return Some(*number);
        }
        let back = u64::try_from(self.slots.len().checked_sub(slot)?).ok()?;
        Place::new(self.next.get().wrapping_sub(back))
    }

    /// The number that the next place gets.
    pub(crate) fn next_place(&self) -> Place {
        self.next
    }

    /// The first member of all, in the order of the line.
    fn front(&self) -> Option<MemberId> {
        self.members().next()
    }

    /// The member at which the search starts, where the line has a cursor.
    pub(crate) fn cursor(&self) -> Option<MemberId> {
        self.cursor
    }

    /// The slot at which the search starts: the cursor's, or the first.
    #[inline]
    fn start(&self) -> usize {
        self.cursor.and_then(|member| self.slot(member)).unwrap_or(0)
    }

    /// The members in the order of the search: from the cursor on and round, or from the front.
    pub(crate) fn search_order(&self) -> impl Iterator<Item = MemberId> {
        let (before, from) = self.slots.split_at_checked(self.start()).unwrap_or_default();
        from.iter().chain(before).copied().flatten()
    }

    /// Joins the end, ready for nothing yet; a cursor that is nowhere goes to it. A member that
    /// stands in the line stays where it is.
    pub(crate) fn join(&mut self, member: MemberId) {
        if self.contains(member) {
            return;
        }
        self.make_room();
        self.members = self.members.saturating_add(1);
        self.take_next(member);
        if self.has_cursor && self.cursor.is_none() {
            self.cursor = Some(member);
        }
    }

    /// Leaves; a cursor on it goes to the one after, or from the end to the front. `offers` are all
    /// the items it can be ready for.
    pub(crate) fn leave(&mut self, member: MemberId, offers: &[ItemId]) {
        let Some(slot) = self.slot(member) else { return };
        if self.cursor == Some(member) {
            self.cursor = self.after(slot).filter(|next| *next != member);
        }
        self.vacate(member, slot);
        for item in offers {
            if let Some(ready) = self.ready.get_mut(item.index()) {
                ready.remove(slot, self.capacity);
            }
        }
        self.members = self.members.saturating_sub(1);
        // Under a cursor nobody goes to the end, so that nothing else squeezes the gaps out.
        if self.slots.len() / SQUEEZED > self.members.max(LEAST) {
            self.squeeze();
        }
    }

    /// Goes to the end, and says from where to where. `offers` are all the items it can be ready
    /// for.
    // Within a caller the loop over the offers would have too few registers.
    #[inline(never)]
    pub(crate) fn send_to_end(&mut self, member: MemberId, offers: &[ItemId]) -> Option<Moved> {
        self.make_room();
        let (old, new) = (self.slot(member)?, self.slots.len());
        let (from, to) = (self.number(old)?, self.next);
        *self.slots.get_mut(old)? = None;
        self.set_slot(member, new.saturating_add(1));
        self.slots.push(Some(member));
        self.next = to.saturating_add(1);
        self.move_ready(old, new, offers);
        Some(Moved { from, to })
    }

    /// Goes back to a place it left before; nobody else ever stood there. `offers` says of each member
    /// all the items it can be ready for.
    pub(crate) fn send_back<'a>(
        &mut self,
        member: MemberId,
        to: Place,
        offers: impl Fn(MemberId) -> &'a [ItemId],
    ) {
        let Some(old) = self.slot(member) else { return };
        if let Some(new) = self.gap_for(to).or_else(|| self.make_gap(to, &offers)) {
            self.vacate(member, old);
            self.take(new, to, member);
            self.move_ready(old, new, offers(member));
        } else {
            // Gaps were squeezed out since. Most that go back came from the front, so there are many.
            let others = self.places().filter(|(_, other)| *other != member);
            let mut places: Vec<(Place, MemberId)> = others.collect();
            let at = places.partition_point(|(number, _)| *number < to);
            places.insert(at, (to, member));
            self.arrange(places.len(), places);
        }
    }

    /// A free slot between those with lower and those with higher numbers than this, which can have
    /// it as its own.
    fn gap_for(&self, number: Place) -> Option<usize> {
        let at = self.first_from(number);
        let can_have = |slot: usize| {
            self.slots.get(slot).is_some_and(Option::is_none)
                && (slot < self.numbers.len() || self.number(slot) == Some(number))
        };
        [Some(at), at.checked_sub(1)].into_iter().flatten().find(|slot| can_have(*slot))
    }

    /// Makes a free slot before the first that has this number or a higher one, where there is one
    /// not far to the front: those between move up by a slot.
    fn make_gap<'a>(
        &mut self,
        number: Place,
        offers: impl Fn(MemberId) -> &'a [ItemId],
    ) -> Option<usize> {
        // Among the slots with numbers that go up by one, a place that was left is still there.
        let at = Some(self.first_from(number)).filter(|at| *at <= self.numbers.len())?;
        let near = self.slots.get(at.saturating_sub(NEAR)..at)?;
        let ahead = near.iter().rev().position(Option::is_none)?;
        for slot in at.saturating_sub(ahead)..at {
            self.move_up(slot, &offers);
        }
        at.checked_sub(1)
    }

    /// Moves whoever has this slot to the one before, which is free, with the number of the place.
    fn move_up<'a>(&mut self, slot: usize, offers: impl Fn(MemberId) -> &'a [ItemId]) {
        let (Some(&Some(member)), Some(number)) = (self.slots.get(slot), self.number(slot)) else {
            return;
        };
        let to = slot.saturating_sub(1);
        self.vacate(member, slot);
        self.take(to, number, member);
        self.move_ready(slot, to, offers(member));
    }

    /// The first slot whose place has this number or a higher one.
    fn first_from(&self, number: Place) -> usize {
        let at = self.numbers.partition_point(|other| *other < number);
        match self.number(at) {
            // From here on they go up by one.
            Some(first) if at == self.numbers.len() => {
                let past = number.get().saturating_sub(first.get());
                let past = usize::try_from(past).unwrap_or(usize::MAX);
                at.saturating_add(past).min(self.slots.len())
            }
            _ => at,
        }
    }

    /// Says whether a member can be given an item by turn.
    pub(crate) fn set_ready(&mut self, member: MemberId, item: ItemId, is_ready: bool) {
        let Some(slot) = self.slot(member) else { return };
        if is_ready && self.ready.len() <= item.index() {
            self.ready.resize_with(item.index().saturating_add(1), Slots::default);
        }
        let Some(ready) = self.ready.get_mut(item.index()) else { return };
        if is_ready {
            ready.insert(slot, self.capacity);
        } else {
            ready.remove(slot, self.capacity);
        }
    }

    /// Lays out anew its own members, with the numbers of their places growing, a gap after each and
    /// so many before them all.
    fn arrange(&mut self, before: usize, places: Vec<(Place, MemberId)>) {
        let old = core::mem::take(self);
        (self.has_cursor, self.cursor, self.next) = (old.has_cursor, old.cursor, old.next);
        self.sorted = old.sorted;
        self.capacity = places.len().saturating_add(1).saturating_mul(PLACES).max(LEAST);
        self.slots.reserve_exact(self.capacity);
        self.slots.resize(before, None);
        self.numbers.resize(before, Place::MIN);
        for (number, member) in places {
            self.enter(number, member);
            self.slots.push(None);
            self.numbers.push(number);
        }
        let laid_out = |was: &Slots| {
            let members = was.iter().filter_map(|slot| *old.slots.get(slot)?);
            let slots = members.filter_map(|member| slot_in(&self.slot_of, member));
            Slots::of(self.capacity, slots)
        };
        self.ready = old.ready.iter().map(laid_out).collect();
    }

    /// Joins the end at a place with a number higher than any in the line, of a line that is laid
    /// out from a snapshot.
    pub(crate) fn stand(&mut self, number: Place, member: MemberId) {
        self.make_room();
        self.write_numbers();
        self.enter(number, member);
    }

    /// Says which number the next place gets.
    pub(crate) fn set_next_place(&mut self, next: Place) {
        self.write_numbers();
        self.next = next;
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
            self.went_over_gaps(slot);
        }
    }

    /// Notes how many gaps the cursor went over from a slot to where it is: once they are as many as
    /// the slots, the gaps are squeezed out, which costs no more than going over them did.
    fn went_over_gaps(&mut self, from: usize) {
        let (to, slots) = (self.start(), self.slots.len());
        let round = if to > from { to } else { to.saturating_add(slots) };
        let gaps = round.saturating_sub(from).saturating_sub(1);
        self.gone_over = self.gone_over.saturating_add(gaps);
        if self.gone_over > slots.max(LEAST) {
            self.squeeze();
        }
    }

    /// The member after this slot, from the end to the front.
    fn after(&self, slot: usize) -> Option<MemberId> {
        let (before, from) = self.slots.split_at_checked(slot.saturating_add(1))?;
        from.iter().chain(before).find_map(|member| *member)
    }

    fn slot(&self, member: MemberId) -> Option<usize> {
        slot_in(&self.slot_of, member)
    }

    /// A number higher than any before.
    #[inline]
    fn take_number(&mut self) -> Place {
        let number = self.next;
        self.next = number.saturating_add(1);
        number
    }

    /// Writes down the numbers that went up by one from slot to slot.
    fn write_numbers(&mut self) {
        for slot in self.numbers.len()..self.slots.len() {
            self.numbers.extend(self.number(slot));
        }
    }

    /// Takes the next slot for one more member, as the place with this number; those of all slots
    /// before are written down.
    fn enter(&mut self, number: Place, member: MemberId) {
        self.members = self.members.saturating_add(1);
        self.numbers.push(number);
        self.place(member);
    }

    /// Takes the next slot for a member, as the place with the next number.
    #[inline]
    fn take_next(&mut self, member: MemberId) -> usize {
        self.take_number();
        self.place(member)
    }

    /// Takes the next slot for a member.
    #[inline]
    fn place(&mut self, member: MemberId) -> usize {
        let slot = self.slots.len();
        self.slots.push(Some(member));
        self.set_slot(member, slot.saturating_add(1));
        slot
    }

    /// Takes a free slot for a member, as the place with this number.
    fn take(&mut self, slot: usize, number: Place, member: MemberId) {
        if let Some(written) = self.numbers.get_mut(slot) {
            *written = number;
        }
        if let Some(free) = self.slots.get_mut(slot) {
            *free = Some(member);
        }
        self.set_slot(member, slot.saturating_add(1));
    }

    /// Gives up a member's slot.
    fn vacate(&mut self, member: MemberId, slot: usize) {
        if let Some(taken) = self.slots.get_mut(slot) {
            *taken = None;
        }
        self.set_slot(member, 0);
    }

    /// Makes ready at a new slot what was ready at the old one.
    #[inline]
    fn move_ready(&mut self, old: usize, new: usize, offers: &[ItemId]) {
        for item in offers {
            if let Some(ready) = self.ready.get_mut(item.index()) {
                ready.move_one(old, new);
            }
        }
    }

    /// Notes where a member stands, counted from 1; 0 is nowhere.
    #[inline]
    fn set_slot(&mut self, member: MemberId, slot: usize) {
        let slot = u32::try_from(slot).unwrap_or(0);
        match self.slot_of.get_mut(member.index()) {
            Some(at) => *at = slot,
            None => self.add_slot(member, slot),
        }
    }

    /// Notes where a member stands with an id higher than any before.
    #[cold]
    fn add_slot(&mut self, member: MemberId, slot: u32) {
        self.slot_of.resize(member.index(), 0);
        self.slot_of.push(slot);
    }

    /// Sees to it that there is a free slot.
    #[inline]
    fn make_room(&mut self) {
        if self.slots.len() >= self.capacity {
            self.lay_out();
        }
    }

    /// Squeezes the gaps out where they are most of the slots, else makes the line longer: a line that
    /// is squeezed has room for five moves a member.
    #[cold]
    fn lay_out(&mut self) {
        if self.members <= self.capacity / SQUEEZED {
            self.squeeze();
        } else {
            let places = self.places().collect();
            self.arrange(0, places);
        }
    }

    /// The first slot from this one on that is taken, and who stands there.
    fn taken_from(&self, from: usize) -> Option<(usize, MemberId)> {
        let slots = self.slots.get(from..)?;
        let ahead = slots.iter().position(Option::is_some)?;
        Some((from.saturating_add(ahead), (*slots.get(ahead)?)?))
    }

    /// Takes the gaps out, in place: every member's new slot is at or before its old one.
    fn squeeze(&mut self) {
        let (mut from, mut taken) = (0, 0);
        while let Some((slot, member)) = self.taken_from(from) {
            match (self.number(slot), self.numbers.get_mut(taken)) {
                (Some(number), Some(written)) => *written = number,
                (number, _) => self.numbers.extend(number),
            }
            taken = taken.saturating_add(1);
            self.set_slot(member, taken);
            from = slot.saturating_add(1);
        }
        self.numbers.truncate(taken);
        let Self { slots, slot_of, ready, .. } = self;
        let new_slot = |old: usize| slot_in(slot_of, (*slots.get(old)?)?);
        for ready in ready {
            ready.pull_down(new_slot);
        }
        slots.retain(Option::is_some);
        self.gone_over = 0;
    }
}

/// A member's slot by the list of slots counted from 1.
fn slot_in(slot_of: &[u32], member: MemberId) -> Option<usize> {
    (*slot_of.get(member.index())? as usize).checked_sub(1)
}

#[cfg(test)]
mod tests;
