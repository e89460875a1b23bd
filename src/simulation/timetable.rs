//! What stands on the days of a year, first come first served on each.

/// Entries by day. One list holds all of them, and places that were emptied are used again: it is as
/// long as the most that ever stood in it at once.
#[derive(Debug)]
pub(super) struct Timetable<T> {
    /// Of each day the places of its first and its last entry.
    days: Vec<Option<(u32, u32)>>,
    /// The entries, each with the place of the next one of its day, or the next empty place.
    places: Vec<(T, Option<u32>)>,
    /// The first empty place.
    empty: Option<u32>,
}

impl<T: Copy> Timetable<T> {
    /// One of so many days, with nothing on them.
    pub(super) fn new(days: usize) -> Self {
        Self { days: vec![None; days], places: Vec::new(), empty: None }
    }

    /// Puts an entry last on a day; on a day that there is not, nowhere.
    pub(super) fn put(&mut self, day: u16, entry: T) {
        let Some(day) = self.days.get_mut(usize::from(day)) else { return };
        let emptied =
            self.empty.and_then(|place| Some((place, self.places.get_mut(index(place))?)));
        let place = if let Some((place, slot)) = emptied {
            (self.empty, *slot) = (slot.1, (entry, None));
            place
        } else {
            let Ok(place) = u32::try_from(self.places.len()) else { return };
            self.places.push((entry, None));
            place
        };
        let first = match *day {
            Some((first, last)) => {
                if let Some(slot) = self.places.get_mut(index(last)) {
                    slot.1 = Some(place);
                }
                first
            }
            None => place,
        };
        *day = Some((first, place));
    }

    /// Takes the first entry of a day.
    pub(super) fn take(&mut self, day: u16) -> Option<T> {
        let day = self.days.get_mut(usize::from(day))?;
        let (first, last) = (*day)?;
        let slot = self.places.get_mut(index(first))?;
        *day = slot.1.map(|next| (next, last));
        slot.1 = self.empty;
        self.empty = Some(first);
        Some(slot.0)
    }
}

fn index(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}
