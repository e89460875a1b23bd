//! Lines: places with numbers, the cursor, and sorting (rules 3).

use paidan::{Category, Event, MemberId, Sorting, Turn, Volume};

use super::Plain;
use super::state::Line;

impl Line {
    pub(super) fn has(&self, member: MemberId) -> bool {
        self.places.iter().any(|(_, other)| *other == member)
    }

    pub(super) fn members(&self) -> Vec<MemberId> {
        self.places.iter().map(|(_, member)| *member).collect()
    }

    pub(super) fn number_of(&self, member: MemberId) -> Option<u64> {
        self.places.iter().find(|(_, other)| *other == member).map(|(number, _)| *number)
    }

    /// A number higher than any before (rules 3.5).
    fn new_number(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    /// Joins the end; in an empty line the cursor comes to whoever joins (rules 3.3, 3.4).
    pub(super) fn join(&mut self, member: MemberId) {
        let number = self.new_number();
        self.places.push((number, member));
        if self.cursor.is_none() {
            self.cursor = Some(member);
        }
    }

    /// Leaves; when it is the cursor's member, that goes to the one after (rules 3.4).
    pub(super) fn leave(&mut self, member: MemberId) {
        if self.cursor == Some(member) {
            self.cursor = self.after(member).filter(|next| *next != member);
        }
        self.places.retain(|(_, other)| *other != member);
    }

    /// The one after a member; after the last the first.
    pub(super) fn after(&self, member: MemberId) -> Option<MemberId> {
        let members = self.members();
        let at = members.iter().position(|other| *other == member)?;
        members.get(at + 1).or(members.first()).copied()
    }

    /// Sends a member to the end: the number it leaves and the one it gets (rules 3.5).
    pub(super) fn send_to_end(&mut self, member: MemberId) -> Option<(u64, u64)> {
        let from = self.number_of(member)?;
        let to = self.new_number();
        self.places.retain(|(_, other)| *other != member);
        self.places.push((to, member));
        Some((from, to))
    }

    /// Goes back to the place it left if it stands at the one it got (rules 3.5).
    pub(super) fn go_back(&mut self, member: MemberId, from: u64, to: u64) -> bool {
        let Some(place) = self.places.iter_mut().find(|place| **place == (to, member)) else {
            return false;
        };
        place.0 = from;
        self.places.sort_by_key(|(number, _)| *number);
        true
    }

    /// Sorts the whole line, with new numbers for all and the cursor on the top (rules 3.4, 3.5).
    fn sort(&mut self, volumes: &[Volume]) {
        let sorted = ranked(self.members(), volumes);
        self.cursor = sorted.first().copied();
        self.places.clear();
        self.sorted.clear();
        for member in sorted {
            let number = self.new_number();
            self.places.push((number, member));
            self.sorted.push(number);
        }
    }

    /// Whether the last sorting of the whole line gave a number (rules 3.2).
    pub(super) fn is_ranked(&self, number: u64) -> bool {
        self.sorted.contains(&number)
    }

    /// Who stands at such a number, from front to end.
    pub(super) fn ranked(&self) -> Vec<MemberId> {
        let places = self.places.iter().filter(|(number, _)| self.is_ranked(*number));
        places.map(|(_, member)| *member).collect()
    }

    /// Sorts those who stand at places of the last whole sorting among just these, which keep their
    /// numbers; those before the cursor, where there is one, and those from it on are sorted apart,
    /// and it stays at its place. Says whether somebody changed place (rules 3.2).
    fn correct(&mut self, volumes: &[Volume], turn: Turn) -> bool {
        let before = self.members();
        let at_cursor = before.iter().position(|member| self.cursor == Some(*member));
        let middle = at_cursor.filter(|_| turn == Turn::Cursor).unwrap_or(0);
        self.correct_part(0, middle, volumes);
        self.correct_part(middle, before.len(), volumes);
        if turn == Turn::Cursor {
            self.cursor = self.places.get(middle).map(|(_, member)| *member);
        }
        self.members() != before
    }

    /// The same for the places from one on and before another, counted from the front.
    fn correct_part(&mut self, from: usize, to: usize, volumes: &[Volume]) {
        let part: Vec<(u64, MemberId)> = self.places[from..to].to_vec();
        let stand = part.iter().filter(|(number, _)| self.is_ranked(*number));
        let mut sorted = ranked(stand.map(|(_, member)| *member).collect(), volumes).into_iter();
        for (at, (number, was)) in part.into_iter().enumerate() {
            let comes = if self.is_ranked(number) { sorted.next() } else { Some(was) };
            self.places[from + at] = (number, comes.unwrap_or(was));
        }
    }
}

/// Members by volume from high to low, then by id; one not named has none (rules 3.2).
fn ranked(mut members: Vec<MemberId>, volumes: &[Volume]) -> Vec<MemberId> {
    let volume_of = |member: MemberId| {
        volumes.iter().find(|volume| volume.member == member).map_or(0, |volume| volume.orders)
    };
    members.sort_by_key(|member| (u32::MAX - volume_of(*member), *member));
    members
}

impl Plain {
    pub(super) fn line(&self, category: Category) -> &Line {
        let [finance, research, patent, comprehensive] = &self.lines;
        match category {
            Category::Finance => finance,
            Category::Research => research,
            Category::Patent => patent,
            Category::Comprehensive => comprehensive,
        }
    }

    pub(super) fn line_mut(&mut self, category: Category) -> &mut Line {
        let [finance, research, patent, comprehensive] = &mut self.lines;
        match category {
            Category::Finance => finance,
            Category::Research => research,
            Category::Patent => patent,
            Category::Comprehensive => comprehensive,
        }
    }

    /// The members of a line in the order of the search: from the front, or from the cursor and
    /// round (rules 3.4).
    pub(super) fn search_order(&self, category: Category) -> Vec<MemberId> {
        let line = self.line(category);
        let mut members = line.members();
        if self.policy.turn == Turn::Cursor
            && let Some(at) = members.iter().position(|member| line.cursor == Some(*member))
        {
            members.rotate_left(at);
        }
        members
    }

    /// Whether a member offers an item of the category, and so stands in its line (rules 3.1).
    pub(super) fn belongs(&self, member: MemberId, category: Category) -> bool {
        let Ok(found) = self.find_member(member) else { return false };
        found
            .offers
            .iter()
            .any(|item| self.find_item(*item).is_ok_and(|of| of.category == category))
    }

    /// Joins every line where it should stand and does not (rules 3.1, 3.3).
    pub(super) fn join_lines(&mut self, member: MemberId) {
        for category in Category::ALL {
            if self.belongs(member, category) && !self.line(category).has(member) {
                self.line_mut(category).join(member);
                self.say(Event::JoinedLine { member, category });
            }
        }
    }

    /// Leaves the lines of which something holds.
    pub(super) fn leave_lines(
        &mut self,
        member: MemberId,
        holds: impl Fn(&Self, Category) -> bool,
    ) {
        for category in Category::ALL {
            if self.line(category).has(member) && holds(self, category) {
                self.line_mut(category).leave(member);
                self.say(Event::LeftLine { member, category });
            }
        }
    }

    /// The ranking last published; without one, nobody has anything (rules 3.2, 13).
    fn volumes(&self) -> Vec<Volume> {
        self.ranking.clone().map(|(_, volumes)| volumes).unwrap_or_default()
    }

    /// Sorts every line whole by the ranking last published; without one, by id (rules 3.2, 13).
    pub(super) fn sort_lines(&mut self) {
        let volumes = self.volumes();
        for category in Category::ALL {
            self.line_mut(category).sort(&volumes);
            self.say(Event::LineSorted { category, sorting: Sorting::Whole });
        }
    }

    /// Corrects every line by the ranking last published, and tells of those in which somebody
    /// changes place (rules 3.2).
    pub(super) fn correct_lines(&mut self) {
        let (volumes, turn) = (self.volumes(), self.policy.turn);
        for category in Category::ALL {
            if self.line_mut(category).correct(&volumes, turn) {
                self.say(Event::LineSorted { category, sorting: Sorting::Correction });
            }
        }
    }
}
