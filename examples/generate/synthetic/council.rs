//! The council over a year: who takes a seat, who gives one up, and who loses one.

use paidan::{Act, Breach, Category, Command, Member, MemberId};

use super::story::Story;

impl Story {
    /// On the first day of a month on which the stations are open the council meets: every vacant
    /// seat is filled, if a member of its class may have it.
    pub fn council_meets(&mut self) {
        let month = self.book.date.month();
        if self.desk.council_met.replace(month) == Some(month) {
            return;
        }
        for category in Category::ALL {
            while self.book.alliance.council().vacant(category).is_some()
                && let Some(member) = self.candidate(category)
            {
                self.book.act(Act::TakeSeat { category, member });
            }
        }
    }

    /// The first member of a class that has no seat, and neither lost nor gave one up this year.
    fn candidate(&self, category: Category) -> Option<MemberId> {
        let (alliance, year) = (&self.book.alliance, Some(self.book.date.year()));
        let may = |id: &MemberId, firm: &Member| {
            firm.is_current()
                && firm.category == category
                && ![firm.seat_lost, firm.seat_given_up].contains(&year)
                && alliance.council().seat_of(*id).is_none()
        };
        let mut members = (0..).map_while(|place| MemberId::at(place).ok()).zip(alliance.members());
        members.find(|(id, firm)| may(id, firm)).map(|(id, _)| id)
    }

    /// The member that holds the last seat of a class.
    fn seated(&self, category: Category) -> Option<MemberId> {
        let seats = self.book.alliance.council().iter();
        seats.filter(|(seat, _)| seat.category() == category).filter_map(|(_, of)| of).last()
    }

    /// Two more ask for the seat for finance, one of them of another class.
    pub fn seats_are_taken(&mut self) {
        let category = Category::Finance;
        if self.seated(category).is_none() {
            return;
        }
        for (code, class) in
            [("not_of_the_class", Category::Research), ("no_vacant_seat", Category::Finance)]
        {
            if let Some(member) = self.candidate(class) {
                self.refused_seat(code, category, member);
            }
        }
    }

    /// A member of the class with two seats gives its own up, and the other one asks for it, too.
    pub fn seat_is_given_up(&mut self) {
        let category = Category::Comprehensive;
        let Some(member) = self.seated(category) else { return };
        self.book.act(Act::LeaveSeat { member });
        self.desk.gave_up = Some(member);
        let again = Command::new(self.book.date, Act::LeaveSeat { member });
        self.book.refused("holds_no_seat", again);
        if let Some(other) = self.seated(category) {
            self.refused_seat("holds_seat", category, other);
        }
    }

    /// The staff of the member that gave its seat up had left its post before.
    pub fn breach_is_found_later(&mut self) {
        if let Some(member) = self.desk.gave_up {
            self.book.act(Act::RecordBreach { member, kind: Breach::Absence });
        }
    }

    /// The staff that was named for an order more often than others had asked for it: its member
    /// loses the seat, and cannot have it back this year.
    pub fn seat_is_lost(&mut self) {
        let category = Category::Finance;
        let Some(member) = self.seated(category) else { return };
        let breach = Act::RecordBreach { member, kind: Breach::Inducement };
        self.book.act(breach.clone());
        self.book.refused("holds_no_seat", Command::new(self.book.date, breach));
        self.refused_seat("lost_seat_this_year", category, member);
    }

    fn refused_seat(&mut self, code: &str, category: Category, member: MemberId) {
        let command = Command::new(self.book.date, Act::TakeSeat { category, member });
        self.book.refused(code, command);
    }
}
