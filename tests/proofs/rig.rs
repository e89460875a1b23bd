//! A line of the engine on which the acts of the model are played.

use std::num::NonZeroU32;

use paidan::{
    Act, Alliance, Application, Category, Command, ComprehensiveReach, Created, Date, Event,
    ItemId, Order, OrderId, Outcome, Policy, Turn,
};

use crate::common::acts::{call_off, reassign, with_cause};
use crate::common::{code, item, member, name, naming, plain, ranking, set};
use crate::proofs::deed::Deed;

/// A place by its number, and the member that stands there.
pub type Seat = (u64, u32);

/// One city, of whose lines that of finance is looked at. Its members may offer items of any class:
/// who leaves the line offers an item of another one instead, and can come back.
#[derive(Clone, Debug)]
pub struct Rig {
    pub alliance: Alliance,
    date: Date,
    /// The orders, in the order in which they came in.
    orders: Vec<OrderId>,
}

/// What came of a deed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Who is given the order, by turn or by name.
    pub taker: Option<u32>,
    /// Who goes back, and to which place.
    pub went_back: Option<Seat>,
}

/// A policy under which nothing but the acts of the model moves the line: no cap suspends anybody,
/// and nobody has to leave for being reassigned.
pub fn policy(turn: Turn) -> Policy {
    let mut policy = Policy::cixi_2021();
    policy.turn = turn;
    policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
    policy.caps.item_min_orders = NonZeroU32::MAX;
    policy.caps.amount_min_orders = NonZeroU32::MAX;
    policy.reassignment.limit = NonZeroU32::MAX;
    policy
}

impl Rig {
    /// So many members, who joined in the order of their numbers.
    pub fn new(members: u32, turn: Turn) -> Self {
        let date = Date::from_ymd(2025, 1, 2).expect("a day");
        let mut rig = Self { alliance: Alliance::new(policy(turn)), date, orders: Vec::new() };
        rig.act(Act::OpenStation { name: name("浒山") });
        rig.act(Act::RegisterEnterprise { name: name("企业"), code: code(1_000) });
        for category in [Category::Finance, Category::Research] {
            rig.act(Act::ListItem { name: name("事项"), category, menu_price: None });
        }
        (1..=members).for_each(|number| rig.join(number));
        rig
    }

    /// How many members there ever were.
    pub fn admitted(&self) -> u32 {
        u32::try_from(self.alliance.members().len()).expect("few")
    }

    /// The places of the line, from front to end.
    pub fn seats(&self) -> Vec<Seat> {
        let lines = self.alliance.snapshot().lines;
        let places = &lines.of(Category::Finance).places;
        places.iter().map(|place| (place.number.get(), place.member.get())).collect()
    }

    /// The number that the next place gets.
    pub fn next_place(&self) -> u64 {
        self.alliance.snapshot().lines.of(Category::Finance).next_place.get()
    }

    /// The numbers of the orders that are with somebody.
    pub fn open_orders(&self) -> Vec<u32> {
        let is_open = |order: &OrderId| {
            self.alliance.order(*order).is_some_and(|record| record.state.open().is_some())
        };
        let numbers = (1..).zip(&self.orders).filter(|(_, order)| is_open(order));
        numbers.map(|(number, _)| number).collect()
    }

    /// Whether a ranking was published this year, so that another one is a correction.
    pub fn is_ranked(&self) -> bool {
        self.alliance.ranking_year() == Some(self.date.year())
    }

    /// Does it.
    pub fn play(&mut self, deed: &Deed) -> Answer {
        match deed {
            Deed::Order(mask) => self.accept(self.open_to(*mask)),
            Deed::Designate(number) => self.accept(naming(item(1), member(*number))),
            Deed::CallOff(number) => self.on_order(*number, call_off),
            Deed::Decline(number) => self.on_order(*number, with_cause),
            Deed::Reassign(number) => self.on_order(*number, |order| reassign(order, None)),
            Deed::Join(number) => {
                self.join(*number);
                Answer::default()
            }
            Deed::Leave(number) => {
                self.offer(*number, item(2));
                Answer::default()
            }
            Deed::Rank(figures) => {
                while self.is_ranked() {
                    self.open_month();
                }
                self.publish(figures)
            }
            Deed::Correct(figures) => {
                assert!(self.is_ranked(), "there is nothing to correct");
                self.publish(figures)
            }
        }
    }

    fn act(&mut self, act: Act) -> Outcome {
        self.alliance.step(&Command::new(self.date, act)).expect("the act is accepted")
    }

    fn open_month(&mut self) {
        let next = self.date.month().next().expect("a month");
        self.date = Date::from_ymd(next.year(), next.of_year(), 1).expect("a first day");
        self.act(Act::OpenMonth);
    }

    fn publish(&mut self, figures: &[u32]) -> Answer {
        let volumes: Vec<_> =
            (1..).zip(figures).map(|(number, figure)| (member(number), *figure)).collect();
        self.act(ranking(self.date.year(), &volumes));
        Answer::default()
    }

    fn join(&mut self, number: u32) {
        if number <= self.admitted() {
            return self.offer(number, item(1));
        }
        let (name, code, category) = (name("会员"), code(number.into()), Category::Comprehensive);
        let firm = Application { name, code, category, volume: 5, offers: set(&[item(1)]) };
        let outcome = self.act(Act::Admit(firm));
        assert_eq!(outcome.created(), Some(Created::Member(member(number))));
    }

    fn offer(&mut self, number: u32, item: ItemId) {
        self.act(Act::ChangeOffers { member: member(number), offers: set(&[item]) });
    }

    /// An order by turn, from which all are excluded whose bit is not set.
    fn open_to(&self, mask: u32) -> Order {
        let closed_to = (1..=self.admitted()).filter(|number| mask >> (number - 1) & 1 == 0);
        let excluded: Vec<_> = closed_to.map(member).collect();
        Order { excluded: set(&excluded), ..plain(item(1)) }
    }

    fn accept(&mut self, order: Order) -> Answer {
        let outcome = self.act(Act::Accept(order));
        let Some(Created::Order(order)) = outcome.created() else { panic!("{outcome:?}") };
        self.orders.push(order);
        self.answer(order, &outcome)
    }

    fn on_order(&mut self, number: u32, act: impl Fn(OrderId) -> Act) -> Answer {
        let order = self.orders[number as usize - 1];
        let outcome = self.act(act(order));
        self.answer(order, &outcome)
    }

    /// What came of an order. One that is held is cancelled, so that no later act gives it.
    fn answer(&mut self, order: OrderId, outcome: &Outcome) -> Answer {
        if self.alliance.held_orders().any(|held| held == order) {
            self.act(Act::Cancel { order });
        }
        let went_back = outcome.events.iter().find_map(|event| match *event {
            Event::WentBack { member, place, .. } => Some((place.get(), member.get())),
            _ => None,
        });
        let taker = outcome.holder_of(order).map(paidan::MemberId::get);
        Answer { taker, went_back }
    }
}
