//! Short words for what happens to an order after it was given.

use paidan::{
    Act, Actor, Application, Calendar, Category, Cause, Created, Date, Disorder, Event, ItemId,
    LagFinding, Mediation, MemberId, Misconduct, OrderId, OrderState, Outcome, Suspension, Text,
    Work,
};

use super::{City, date, set, text};

impl City {
    /// The member that has an open order.
    pub fn holder(&self, order: OrderId) -> Option<MemberId> {
        self.alliance.order(order)?.state.open().map(|giving| giving.member)
    }

    /// The state of an order that has not ended.
    pub fn state(&self, order: OrderId) -> OrderState {
        self.alliance.order(order).expect("a record").state
    }

    /// Suspends members from all items until the month is over.
    pub fn suspend(&mut self, members: &[MemberId]) {
        let from_all = |&member: &MemberId| Suspension { member, item: None, cap: None };
        let suspensions = members.iter().map(from_all).collect();
        self.edit(|snapshot| snapshot.suspensions = suspensions);
    }

    /// Admits the firm of a member that left again.
    pub fn come_back(&mut self, member: MemberId) -> MemberId {
        let firm = self.firm_of(member);
        match self.act(Act::Admit(firm)).created() {
            Some(Created::Member(member)) => member,
            other => panic!("a member, not {other:?}"),
        }
    }

    /// What a firm that was a member applies with to come back.
    pub fn firm_of(&self, member: MemberId) -> Application {
        let was = self.alliance.member(member).expect("a member").clone();
        let (name, code, category, offers) = (was.name, was.code, was.category, was.offers);
        Application { name, code, category, volume: 5, offers }
    }

    /// Adopts a calendar.
    pub fn keep_calendar(&mut self, holidays: &[&str], make_up_days: &[&str]) -> Outcome {
        self.act(calendar(holidays, make_up_days))
    }

    /// The numbers of the places of a line, from front to end.
    pub fn numbers(&self, category: Category) -> Vec<u64> {
        let lines = self.alliance.snapshot().lines;
        lines.of(category).places.iter().map(|place| place.number.get()).collect()
    }

    /// Orders tallied for a member and an item, and for the item in all.
    pub fn tallied(&self, member: MemberId, item: ItemId) -> (u32, u32) {
        let own = self.alliance.tallied_orders(member, item);
        (own, self.alliance.tallied_item_orders(item))
    }
}

/// The act that adopts a calendar.
pub fn calendar(holidays: &[&str], make_up_days: &[&str]) -> Act {
    let days = |days: &[&str]| set(&days.iter().map(|day| date(day)).collect::<Vec<Date>>());
    Act::AdoptCalendar(Calendar { holidays: days(holidays), make_up_days: days(make_up_days) })
}

/// A member declines with cause.
pub fn with_cause(order: OrderId) -> Act {
    Act::Decline { order, cause: Cause::Justified }
}

/// A member declines without cause.
pub fn without_cause(order: OrderId) -> Act {
    Act::Decline { order, cause: Cause::None }
}

/// Mediation comes to its result.
pub fn mediate(order: OrderId, result: Mediation) -> Act {
    Act::Mediate { order, result }
}

/// The goal was reached on a day.
pub fn complete(order: OrderId, on: &str) -> Act {
    Act::Complete { order, on: date(on) }
}

/// An order is called off before work began.
pub fn call_off(order: OrderId) -> Act {
    Act::CallOff { order, work: Work::NotBegun }
}

/// A lagging order is taken away, and given to a member or by turn.
pub fn reassign(order: OrderId, to: Option<MemberId>) -> Act {
    Act::Reassign { order, finding: LagFinding::COMPLETE, to }
}

/// The council expels a member.
pub fn expel(member: MemberId, misconduct: Misconduct) -> Act {
    Act::Expel { member, misconduct, by: Actor::Council }
}

/// Ground 2, verified or not.
pub fn undercutting(verified: bool) -> Misconduct {
    Misconduct::DisorderlyCompetition { kind: Disorder::Undercutting, verified }
}

/// Ground 5.
pub fn other_act(description: &str, consequence: &str) -> Misconduct {
    let [description, consequence]: [Text; 2] = [description, consequence].map(text);
    Misconduct::OtherAct { description, consequence }
}

/// Whether an outcome has a member go back to its place, and to which number.
pub fn went_back(outcome: &Outcome) -> Option<u64> {
    outcome.events.iter().find_map(|event| match event {
        Event::WentBack { place, .. } => Some(place.get()),
        _ => None,
    })
}
