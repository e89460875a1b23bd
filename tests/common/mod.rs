//! A city to test in: short words for what a test has to set up before it can ask its question.

#![allow(dead_code, reason = "each test program uses its own part of it")]

use paidan::{
    Act, Alliance, Application, Basis, Category, Command, Condition, Counted, Created, CreditCode,
    Date, EnterpriseId, Event, ItemId, List, MemberId, Money, Month, Motion, Name, Order, OrderId,
    Outcome, Policy, Refusal, Set, Snapshot, StationId, Text, Volume,
};

pub mod acts;
pub mod house;

/// An alliance with a date that the test moves.
#[derive(Clone, Debug)]
pub struct City {
    pub alliance: Alliance,
    pub date: Date,
    /// Every command that was accepted, with its outcome.
    pub history: Vec<(Command, Outcome)>,
    codes: u64,
}

/// A date from its text.
pub fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// A month from its text.
pub fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// An amount from its text.
pub fn money(text: &str) -> Money {
    text.parse().expect("an amount")
}

/// A name.
pub fn name(name: &str) -> Name {
    name.try_into().expect("a name")
}

/// An acceptance condition.
pub fn condition(condition: &str) -> Condition {
    condition.try_into().expect("a condition")
}

/// A text.
pub fn text(text: &str) -> Text {
    text.try_into().expect("a short text")
}

/// A set.
pub fn set<T: Ord + Clone>(entries: &[T]) -> Set<T> {
    Set::try_from(entries.to_vec()).expect("a short list")
}

/// The invented code with a number.
pub fn code(number: u64) -> CreditCode {
    CreditCode::complete(&format!("91330282{number:09}")).expect("17 digits")
}

impl City {
    /// An empty alliance on 2 January 2025, with one station and two enterprises.
    pub fn new(policy: Policy) -> Self {
        Self::on("2025-01-02", policy)
    }

    /// The same on another first day.
    pub fn on(day: &str, policy: Policy) -> Self {
        let (alliance, history) = (Alliance::new(policy), Vec::new());
        let mut city = Self { alliance, date: date(day), history, codes: 0 };
        city.act(Act::OpenStation { name: name("浒山") });
        city.enterprise();
        city.enterprise();
        city
    }

    /// The literal text of the Measures.
    pub fn literal() -> Self {
        Self::new(Policy::cixi_2021())
    }

    /// Tries an act on the day of the city.
    pub fn try_act(&mut self, act: Act) -> Result<Outcome, Refusal> {
        let before = self.alliance.snapshot();
        let mut replica = self.alliance.clone();
        let command = Command::new(self.date, act);
        let outcome = self.alliance.step(&command);
        match &outcome {
            Ok(outcome) => {
                self.alliance.check_invariants().expect("what must hold, holds");
                replica.apply(&command, outcome).expect("the outcome fits");
                assert_eq!(replica, self.alliance, "replaying is deciding");
                self.history.push((command, outcome.clone()));
            }
            Err(_) => assert_eq!(self.alliance.snapshot(), before, "a refusal changes nothing"),
        }
        outcome
    }

    /// An act that is accepted.
    pub fn act(&mut self, act: Act) -> Outcome {
        self.try_act(act).expect("the act is accepted")
    }

    /// An act that is refused.
    pub fn refused(&mut self, act: Act) -> Refusal {
        self.try_act(act).expect_err("the act is refused")
    }

    /// Sets the day, within the open month.
    pub fn go(&mut self, day: &str) {
        self.date = date(day);
    }

    /// Opens months until the one of this day is open, and stays on the day.
    pub fn open(&mut self, day: &str) -> Outcome {
        let wanted = date(day);
        loop {
            let next = self.date.month().next().expect("a month");
            self.date = Date::from_ymd(next.year(), next.of_year(), 1).expect("a first day");
            if next == wanted.month() {
                self.date = wanted;
                return self.act(Act::OpenMonth);
            }
            self.act(Act::OpenMonth);
        }
    }

    /// A new code.
    pub fn code(&mut self) -> CreditCode {
        self.codes += 1;
        code(self.codes)
    }

    /// A new item without a menu price.
    pub fn item(&mut self, category: Category) -> ItemId {
        let act = Act::ListItem { name: name("事项"), category, menu_price: None };
        match self.act(act).created() {
            Some(Created::Item(item)) => item,
            other => panic!("an item, not {other:?}"),
        }
    }

    /// A new enterprise.
    pub fn enterprise(&mut self) -> EnterpriseId {
        let act = Act::RegisterEnterprise { name: name("企业"), code: self.code() };
        match self.act(act).created() {
            Some(Created::Enterprise(enterprise)) => enterprise,
            other => panic!("an enterprise, not {other:?}"),
        }
    }

    /// What a firm with a new code applies with.
    pub fn application(&mut self, category: Category, offers: &[ItemId]) -> Application {
        let (name, code) = (name("会员"), self.code());
        Application { name, code, category, volume: 5, offers: set(offers) }
    }

    /// A new member.
    pub fn member(&mut self, category: Category, offers: &[ItemId]) -> MemberId {
        let application = self.application(category, offers);
        match self.act(Act::Admit(application)).created() {
            Some(Created::Member(member)) => member,
            other => panic!("a member, not {other:?}"),
        }
    }

    /// So many members of a class with the same offers.
    pub fn members<const N: usize>(
        &mut self,
        category: Category,
        offers: &[ItemId],
    ) -> [MemberId; N] {
        std::array::from_fn(|_| self.member(category, offers))
    }

    /// Accepts an order; says which id it got and to whom it went.
    pub fn accept(&mut self, order: Order) -> (OrderId, Option<MemberId>) {
        let outcome = self.act(Act::Accept(order));
        match outcome.created() {
            Some(Created::Order(order)) => (order, outcome.holder_of(order)),
            other => panic!("an order, not {other:?}"),
        }
    }

    /// To whom an order by turn for 100 yuan goes.
    pub fn turn(&mut self, item: ItemId) -> Option<MemberId> {
        self.accept(plain(item)).1
    }

    /// Gives a member an order that names it.
    pub fn designate_to(&mut self, item: ItemId, member: MemberId, price: &str) {
        let order = Order { designated: Some(member), ..priced(item, price) };
        self.accept(order);
    }

    /// Replaces what a member offers.
    pub fn offer(&mut self, member: MemberId, offers: &[ItemId]) -> Outcome {
        self.act(Act::ChangeOffers { member, offers: set(offers) })
    }

    /// Adopts a policy for a month.
    pub fn adopt(&mut self, from: &str, policy: &Policy) -> Outcome {
        self.act(Act::AdoptPolicy { month: month(from), policy: Box::new(policy.clone()) })
    }

    /// Changes the state by way of its snapshot, as a caller does that keeps its own tables.
    pub fn edit(&mut self, change: impl FnOnce(&mut Snapshot)) {
        let mut snapshot = self.alliance.snapshot();
        change(&mut snapshot);
        self.alliance = Alliance::try_from(snapshot).expect("the snapshot holds together");
    }

    /// A line from front to end.
    pub fn line(&self, category: Category) -> Vec<MemberId> {
        self.alliance.line(category).collect()
    }

    /// Publishes a ranking of the year of the date.
    pub fn publish(&mut self, volumes: &[(MemberId, u32)]) -> Outcome {
        self.act(ranking(self.date.year(), volumes))
    }
}

/// An order of the first enterprise for 100 yuan.
pub fn plain(item: ItemId) -> Order {
    priced(item, "100.00")
}

/// The same for another price.
pub fn priced(item: ItemId, price: &str) -> Order {
    Order::new(station(1), enterprise(1), item, price.parse().expect("a price"))
}

/// The same with a member named.
pub fn naming(item: ItemId, member: MemberId) -> Order {
    Order { designated: Some(member), ..plain(item) }
}

/// Members of finance that all offer one item; order 1, by turn, is with the first.
pub fn with_an_order<const N: usize>(policy: Policy) -> (City, ItemId, OrderId, [MemberId; N]) {
    let mut city = City::new(policy);
    let item = city.item(Category::Finance);
    let members = city.members(Category::Finance, &[item]);
    let (order, taker) = city.accept(plain(item));
    assert_eq!(taker, members.first().copied());
    (city, item, order, members)
}

/// The act that publishes a ranking.
pub fn ranking(year: i32, volumes: &[(MemberId, u32)]) -> Act {
    let volumes: Vec<Volume> =
        volumes.iter().map(|&(member, orders)| Volume { member, orders }).collect();
    Act::PublishRanking { year, volumes: List::try_from(volumes).expect("a short list") }
}

/// The orders an outcome gave, with whom they went to.
pub fn given(outcome: &Outcome) -> Vec<(OrderId, MemberId)> {
    let given = outcome.events.iter().filter_map(|event| match *event {
        Event::Dispatched { order, member, .. } => Some((order, member)),
        _ => None,
    });
    given.collect()
}

/// The conclusion that an order went by turn to a member, who goes to the end and is counted.
pub fn by_turn(order: OrderId, member: MemberId) -> Event {
    let (basis, motion, counted) = (Basis::Turn, Motion::ToEnd, Counted::Yes);
    Event::Dispatched { order, member, basis, motion, counted }
}

/// The station with a number.
pub fn station(number: u32) -> StationId {
    StationId::new(number).expect("an id")
}

/// The enterprise with a number.
pub fn enterprise(number: u32) -> EnterpriseId {
    EnterpriseId::new(number).expect("an id")
}

/// The member with a number.
pub fn member(number: u32) -> MemberId {
    MemberId::new(number).expect("an id")
}

/// The item with a number.
pub fn item(number: u32) -> ItemId {
    ItemId::new(number).expect("an id")
}

/// The order with a number.
pub fn order(number: u32) -> OrderId {
    OrderId::new(number).expect("an id")
}
