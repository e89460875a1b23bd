//! Histories worked out by hand from the rules, by which the second engine itself is checked.

mod any;
mod bars;
mod few;
mod house;
mod leave;
mod life;
mod month;
mod ranking;
mod register;
mod turns;

use paidan::{
    Act, Application, Basis, Category, Command, CreditCode, Date, EnterpriseId, Event, ItemId,
    LagFinding, MemberId, Month, Order, OrderId, Policy, Refusal, Set, StationId,
};

use super::Plain;

/// A city with a station, two enterprises, and items 1 and 2 for finance, 3 for research.
#[derive(Clone)]
struct City {
    plain: Plain,
    today: Date,
}

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

fn code(number: u32) -> CreditCode {
    CreditCode::complete(&format!("91330282{number:09}")).expect("a code")
}

fn member(number: u32) -> MemberId {
    MemberId::new(number).expect("an id")
}

fn item(number: u32) -> ItemId {
    ItemId::new(number).expect("an id")
}

fn order(number: u32) -> OrderId {
    OrderId::new(number).expect("an id")
}

fn offers(numbers: &[u32]) -> Set<ItemId> {
    numbers.iter().map(|number| item(*number)).collect::<Vec<_>>().try_into().expect("a set")
}

/// A plain order of the first enterprise for item 1.
fn wish(yuan: u32) -> Order {
    let (station, enterprise) = (StationId::new(1), EnterpriseId::new(1));
    let price = format!("{yuan}.00").parse().expect("a price");
    Order::new(station.expect("an id"), enterprise.expect("an id"), item(1), price)
}

/// A firm of finance that offers the items; member `n` has the code of number `n`.
fn firm(number: u32, items: &[u32]) -> Act {
    Act::Admit(Application {
        name: "a firm".parse().expect("a text"),
        code: code(number),
        category: Category::Finance,
        volume: 5,
        offers: offers(items),
    })
}

fn reassign(number: u32, to: Option<u32>) -> Act {
    Act::Reassign { order: order(number), finding: LagFinding::COMPLETE, to: to.map(member) }
}

impl City {
    /// On Monday 3 March 2025, with so many members that offer item 1.
    fn new(policy: Policy, members: u32) -> Self {
        let mut city = Self { plain: Plain::new(policy), today: day("2025-03-03") };
        let name = || "a name".parse().expect("a text");
        city.does(Act::OpenStation { name: name() });
        for category in [Category::Finance, Category::Finance, Category::Research] {
            city.does(Act::ListItem { name: name(), category, menu_price: None });
        }
        for number in [101, 102] {
            city.does(Act::RegisterEnterprise { name: name(), code: code(number) });
        }
        for number in 1..=members {
            city.does(firm(number, &[1]));
        }
        city
    }

    /// Carries out an act today, which must be accepted.
    fn does(&mut self, act: Act) -> Vec<Event> {
        let (next, events) = self.plain.step(&Command::new(self.today, act)).expect("accepted");
        self.plain = next;
        events
    }

    fn refuses(&self, act: Act) -> Refusal {
        self.plain.step(&Command::new(self.today, act)).expect_err("refused")
    }

    /// Opens a month on a date, which is today from then on.
    fn opens(&mut self, date: &str) -> Vec<Event> {
        self.today = day(date);
        self.does(Act::OpenMonth)
    }

    /// Accepts an order: who got it, and on what basis; nobody if it is held.
    fn accepts(&mut self, wish: Order) -> Option<(u32, Basis)> {
        self.does(Act::Accept(wish)).iter().find_map(|event| match *event {
            Event::Dispatched { member, basis, .. } => Some((member.get(), basis)),
            _ => None,
        })
    }

    /// The line of finance from front to end, and the member the cursor is on.
    fn line(&self) -> (Vec<u32>, Option<u32>) {
        let view = self.plain.view();
        let (members, cursor) = view.lines.first().cloned().expect("four lines");
        (members.into_iter().map(MemberId::get).collect(), cursor.map(MemberId::get))
    }
}
