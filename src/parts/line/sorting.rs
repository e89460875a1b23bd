//! How a line is sorted: all of it, or by a correction those at the places of the last sorting.

use crate::facts::order::{Place, PlaceRange};
use crate::parts::line::Line;
use crate::words::id::MemberId;

impl Line {
    /// Puts the line in this order of its own members, in places with new numbers, the cursor on
    /// the front.
    pub(crate) fn sort(&mut self, order: Vec<MemberId>) {
        let places: Vec<(Place, MemberId)> =
            order.into_iter().map(|member| (self.take_number(), member)).collect();
        let (first, last) = (places.first(), places.last());
        self.sorted =
            first.zip(last).map(|(first, last)| PlaceRange { first: first.0, last: last.0 });
        self.arrange(0, places);
        self.cursor = if self.has_cursor { self.front() } else { None };
    }

    /// The members that stand at places which the last sorting of the whole line gave: those before
    /// the cursor, and those from it on. A line without a cursor is all before it.
    pub(crate) fn at_sorted_places(&self) -> [Vec<MemberId>; 2] {
        let cursor = self.cursor.and_then(|member| self.place_of(member));
        let sorted = self.places().filter(|(number, _)| self.is_sorted(*number));
        let (before, from): (Vec<_>, Vec<_>) =
            sorted.partition(|(number, _)| cursor.is_none_or(|cursor| *number < cursor));
        [before, from].map(|group| group.into_iter().map(|(_, member)| member).collect())
    }

    /// Puts those who stand at places of the last sorting, in the same order as
    /// [`at_sorted_places`](Self::at_sorted_places) has them, anew at just those places. The cursor
    /// stays at its place, whoever comes to stand there.
    pub(crate) fn correct(&mut self, order: [Vec<MemberId>; 2]) {
        let cursor = self.cursor.and_then(|member| self.place_of(member));
        let mut order = order.into_iter().flatten();
        let places: Vec<(Place, MemberId)> = self
            .places()
            .map(|(number, member)| {
                let corrected = if self.is_sorted(number) { order.next() } else { None };
                (number, corrected.unwrap_or(member))
            })
            .collect();
        let at_cursor = places.iter().find(|(number, _)| Some(*number) == cursor);
        self.cursor = at_cursor.map(|(_, member)| *member);
        self.arrange(places.len(), places);
    }

    /// Whether the last sorting of the whole line gave the place with this number.
    fn is_sorted(&self, number: Place) -> bool {
        self.sorted.is_some_and(|of| (of.first..=of.last).contains(&number))
    }

    /// The places that the last sorting of the whole line gave, if it gave any.
    pub(crate) fn sorted(&self) -> Option<PlaceRange> {
        self.sorted
    }

    /// Says which places the last sorting of the whole line gave.
    pub(crate) fn set_sorted(&mut self, sorted: Option<PlaceRange>) {
        self.sorted = sorted;
    }
}
