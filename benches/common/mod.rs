//! The workload: one line of members, and orders for the engine and for the yardstick alike.

#![allow(dead_code, reason = "each bench uses its own part of it")]

pub mod bare;

use std::hint::black_box;

use bare::{Ask, Bare, NOBODY};
use paidan::{
    Act, Alliance, Application, Category, Command, CreditCode, Date, EnterpriseId, ItemId,
    MemberId, Order, OrderId, OrderState, Policy, Set, StationId, Text,
};

/// Orders of one run.
pub const RUN: usize = 4_000;
/// Orders given before a run, so that the line is in motion.
const WARM: usize = 1_024;
/// Orders given after the state is copied and before the clock starts. A copy has no room to grow;
/// after these its lists have room for a whole run, so that a run times orders and no copying.
const LEAD: usize = 3_100;
/// Items that many offer; after them comes one that two offer, and one that nobody does.
const COMMON: u32 = 8;
const RARE: u32 = COMMON;
const UNSERVED: u32 = COMMON + 1;
const ITEMS: usize = 10;
/// Registered customers and stations.
const ENTERPRISES: u32 = 100;
const STATIONS: u32 = 10;

/// Which orders a run has.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// By turn, all for items that many offer.
    Turn,
    /// Each names a member.
    Designated,
    /// All for an item that nobody offers.
    Held,
    /// By turn over twelve months, some for an item that two offer, who are then suspended.
    Year,
}

/// The orders of one month, the command that opens it first.
#[derive(Debug)]
struct MonthOfWork {
    commands: Vec<Command>,
    asks: Vec<Ask>,
}

impl MonthOfWork {
    fn by_engine(&self, alliance: &mut Alliance) {
        let mut outcome = paidan::Outcome::new(day(0));
        for command in &self.commands {
            let result = alliance.step_into(black_box(command), &mut outcome);
            assert!(result.is_ok(), "every command is accepted");
            black_box(&outcome);
        }
    }

    fn by_bare(&self, bare: &mut Bare) {
        for ask in &self.asks {
            bare.accept(black_box(ask));
        }
    }
}

/// A state in motion, twice, and what comes next for both.
#[derive(Debug)]
pub struct Work {
    alliance: Alliance,
    bare: Bare,
    lead: MonthOfWork,
    months: Vec<MonthOfWork>,
}

impl Work {
    /// So many members under a policy; what they get is checked against the yardstick where the
    /// policy is the literal one, which is all that it knows.
    pub fn new(kind: Kind, members: u32, policy: &Policy) -> Self {
        let offers: Vec<Vec<u32>> = (0..members).map(offers).collect();
        let mut random = Random(0x5EED);
        let warm = month_of_work(0, Kind::Turn, WARM, members, &mut random);
        let lead = month_of_work(0, Kind::Turn, LEAD, members, &mut random);
        let (mut alliance, mut bare) = (city(&offers, policy), Bare::new(&offers, ITEMS));
        warm.by_engine(&mut alliance);
        warm.by_bare(&mut bare);
        let months = if matches!(kind, Kind::Year) { 12 } else { 1 };
        let months = (0..months)
            .map(|month| {
                let orders = RUN / months as usize;
                month_of_work(month, kind, orders, members, &mut random)
            })
            .collect();
        let work = Self { alliance, bare, lead, months };
        if *policy == Policy::cixi_2021() {
            work.check();
        }
        work
    }

    /// Whether the run has months of its own, so that it cannot go on from where it ended.
    pub fn is_a_year(&self) -> bool {
        self.months.len() > 1
    }

    /// Orders of the run.
    pub fn orders(&self) -> u64 {
        self.months.iter().map(|month| month.asks.len() as u64).sum()
    }

    /// The run by the engine.
    pub fn by_engine(&self, alliance: &mut Alliance) {
        for month in &self.months {
            month.by_engine(alliance);
        }
    }

    /// A state for the engine to go on from.
    pub fn engine(&self) -> Alliance {
        let mut alliance = self.alliance.clone();
        self.lead.by_engine(&mut alliance);
        alliance
    }

    /// The same for the yardstick.
    pub fn yardstick(&self) -> Bare {
        let mut bare = self.bare.clone();
        self.lead.by_bare(&mut bare);
        bare
    }

    /// The run by the yardstick.
    pub fn by_bare(&self, bare: &mut Bare) {
        for (nth, month) in self.months.iter().enumerate() {
            if nth > 0 {
                bare.open_month();
            }
            month.by_bare(bare);
        }
    }

    /// Both give every order to the same member, and tally the same.
    fn check(&self) {
        let (mut alliance, mut bare) = (self.engine(), self.yardstick());
        self.by_engine(&mut alliance);
        self.by_bare(&mut bare);
        assert_eq!(bare.records.len() as u64, (WARM + LEAD) as u64 + self.orders());
        for (index, record) in bare.records.iter().enumerate() {
            let order = OrderId::at(index).and_then(|order| alliance.order(order));
            let giving = match order.expect("an order").state {
                OrderState::Assigned(giving) => giving.member.get() - 1,
                _ => NOBODY,
            };
            assert_eq!(giving, record.member, "order {} goes to one member", index + 1);
        }
        let (orders, amount) = alliance.tallied_total();
        assert_eq!((orders, amount.fen()), bare.total(), "and is tallied alike");
    }
}

/// The items a member offers, counted from 0: half of the common ones, the first two members also
/// the rare one.
fn offers(member: u32) -> Vec<u32> {
    let mut items: Vec<u32> = [0, 1, 3, 4].map(|step| (member + step) % COMMON).to_vec();
    if member < 2 {
        items.push(RARE);
    }
    items.sort_unstable();
    items
}

/// An alliance whose members offer these, all of one category.
fn city(offers: &[Vec<u32>], policy: &Policy) -> Alliance {
    let mut alliance = Alliance::new(policy.clone());
    let mut act = |act| {
        alliance.step(&Command::new(day(0), act)).expect("the city is set up");
    };
    let code = |number: usize| CreditCode::complete(&format!("91330282{number:09}"));
    for _ in 0..STATIONS {
        act(Act::OpenStation { name: text("服务站") });
    }
    for _ in 0..ITEMS {
        let (name, category) = (text("服务事项"), Category::Research);
        act(Act::ListItem { name, category, menu_price: None });
    }
    for number in 0..ENTERPRISES as usize {
        let code = code(number).expect("17 digits");
        act(Act::RegisterEnterprise { name: text("企业"), code });
    }
    for (number, own) in offers.iter().enumerate() {
        let own: Vec<ItemId> = own.iter().map(|item| item_id(*item)).collect();
        act(Act::Admit(Application {
            name: text("会员单位"),
            code: code(1_000 + number).expect("17 digits"),
            category: Category::Research,
            volume: 5,
            offers: Set::try_from(own).expect("a short list"),
        }));
    }
    alliance
}

fn month_of_work(
    month: u32,
    kind: Kind,
    orders: usize,
    members: u32,
    random: &mut Random,
) -> MonthOfWork {
    let asks: Vec<Ask> = (0..orders).map(|_| ask(kind, members, random)).collect();
    let opens = (month > 0).then_some(Act::OpenMonth);
    let acts = opens.into_iter().chain(asks.iter().map(|ask| Act::Accept(order(ask))));
    MonthOfWork { commands: acts.map(|act| Command::new(day(month), act)).collect(), asks }
}

fn ask(kind: Kind, members: u32, random: &mut Random) -> Ask {
    let named = random.below(members);
    let item = match kind {
        Kind::Designated => offers(named)[0],
        Kind::Held => UNSERVED,
        Kind::Year if random.below(50) == 0 => RARE,
        Kind::Turn | Kind::Year => random.below(COMMON),
    };
    Ask {
        station: random.below(STATIONS),
        enterprise: random.below(ENTERPRISES),
        item,
        named: if matches!(kind, Kind::Designated) { named } else { NOBODY },
        price: u64::from(100_000 + random.below(2_000_000)),
    }
}

/// The same order for the engine.
fn order(ask: &Ask) -> Order {
    let station = StationId::new(ask.station + 1).expect("an id");
    let enterprise = EnterpriseId::new(ask.enterprise + 1).expect("an id");
    let price = paidan::Price::new(paidan::Money::from_fen(ask.price)).expect("a price");
    let designated = MemberId::new(ask.named.wrapping_add(1)).ok();
    Order { designated, ..Order::new(station, enterprise, item_id(ask.item), price) }
}

fn item_id(item: u32) -> ItemId {
    ItemId::new(item + 1).expect("an id")
}

fn day(month: u32) -> Date {
    Date::from_ymd(2025, month + 1, 15).expect("a day")
}

fn text(text: &str) -> Text {
    text.try_into().expect("a short text")
}

/// A small generator of our own choosing of numbers, the same in every run.
#[derive(Debug)]
struct Random(u32);

impl Random {
    fn below(&mut self, limit: u32) -> u32 {
        // A full-period congruential step; its high bits are the better ones.
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % limit
    }
}
