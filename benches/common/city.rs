//! The city of the benches: one line of members, a menu, and orders for all that are timed.

use paidan::{
    Act, Alliance, Application, Category, Command, CreditCode, Date, EnterpriseId, ItemId, LineRow,
    MemberId, Money, Name, Order, Policy, Price, Set, StationId, Turn,
};

use super::bare::{Ask, NOBODY};

/// Registered customers and stations.
pub const ENTERPRISES: u32 = 100;
pub const STATIONS: u32 = 10;

/// Which orders a run has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// How large the city is. Of its items all but the last two are common: many offer them; then
/// comes a rare one, that two offer, and one that nobody does.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub members: u32,
    pub items: u32,
    /// Whether the line is in the order of admission, as before the first ranking. One that was
    /// ranked leads all over the memory, which is harder.
    pub is_in_order: bool,
}

impl Size {
    /// So many members in a line that was ranked, and ten items.
    pub fn of(members: u32) -> Self {
        Self { members, items: 10, is_in_order: false }
    }

    fn common(self) -> u32 {
        self.items - 2
    }

    /// The items each member offers, counted from 0.
    pub fn offers(self) -> Vec<Vec<u32>> {
        (0..self.members).map(|member| self.offers_of(member)).collect()
    }

    /// The members as they stand in the line.
    pub fn line(self) -> Vec<u32> {
        let (mut line, mut random) = ((0..self.members).collect::<Vec<u32>>(), Random(0x11E));
        if !self.is_in_order {
            for place in 1..self.members {
                line.swap(place as usize, random.below(place + 1) as usize);
            }
        }
        line
    }

    /// Four of the common ones, of the first two members also the rare one.
    fn offers_of(self, member: u32) -> Vec<u32> {
        let mut items = [0, 1, 3, 4].map(|step| (member + step) % self.common()).to_vec();
        if member < 2 {
            items.push(self.common());
        }
        items.sort_unstable();
        items
    }

    /// An alliance of this size, all members of one category.
    pub fn city(self, policy: &Policy) -> Alliance {
        let mut alliance = Alliance::new(policy.clone());
        let mut act = |act| {
            alliance.step(&Command::new(day(0), act)).expect("the city is set up");
        };
        let code = |number: usize| CreditCode::complete(&format!("91330282{number:09}"));
        for _ in 0..STATIONS {
            act(Act::OpenStation { name: name("服务站") });
        }
        for _ in 0..self.items {
            let (name, category) = (name("服务事项"), Category::Research);
            act(Act::ListItem { name, category, menu_price: None });
        }
        for number in 0..ENTERPRISES as usize {
            let code = code(number).expect("17 digits");
            act(Act::RegisterEnterprise { name: name("企业"), code });
        }
        for (number, own) in self.offers().iter().enumerate() {
            let own: Vec<ItemId> = own.iter().map(|item| item_id(*item)).collect();
            act(Act::Admit(Application {
                name: name("会员单位"),
                code: code(1_000 + number).expect("17 digits"),
                category: Category::Research,
                volume: 5,
                offers: Set::try_from(own).expect("a short list"),
            }));
        }
        let mut ranked = alliance.snapshot();
        let line = self.line().into_iter().map(|member| MemberId::new(member + 1));
        let line = line.collect::<Result<Vec<_>, _>>().expect("ids");
        let cursor = line.first().copied().filter(|_| policy.turn == Turn::Cursor);
        let row = LineRow { cursor, ..line.into() };
        *ranked.lines.of_mut(Category::Research) = row;
        Alliance::try_from(ranked).expect("a sound city")
    }

    /// The next order of a run.
    pub fn ask(self, kind: Kind, random: &mut Random) -> Ask {
        let named = random.below(self.members);
        let item = match kind {
            Kind::Designated => self.offers_of(named)[0],
            Kind::Held => self.common() + 1,
            Kind::Year if random.below(50) == 0 => self.common(),
            Kind::Turn | Kind::Year => random.below(self.common()),
        };
        Ask {
            station: random.below(STATIONS),
            enterprise: random.below(ENTERPRISES),
            item,
            named: if kind == Kind::Designated { named } else { NOBODY },
            price: u64::from(100_000 + random.below(2_000_000)),
        }
    }
}

/// What the rule has to know of an order, as a whole order for the engine.
pub fn order(ask: &Ask) -> Order {
    let station = StationId::new(ask.station + 1).expect("an id");
    let enterprise = EnterpriseId::new(ask.enterprise + 1).expect("an id");
    let price = Price::new(Money::from_fen(ask.price)).expect("a price");
    let designated = MemberId::new(ask.named.wrapping_add(1)).ok();
    Order { designated, ..Order::new(station, enterprise, item_id(ask.item), price) }
}

/// The day of a month's orders.
pub fn day(month: u32) -> Date {
    Date::from_ymd(2025, month + 1, 15).expect("a day")
}

fn item_id(item: u32) -> ItemId {
    ItemId::new(item + 1).expect("an id")
}

fn name(name: &str) -> Name {
    name.parse().expect("a name")
}

/// A small generator of our own choosing of numbers, the same in every run.
#[derive(Debug)]
pub struct Random(pub u32);

impl Random {
    pub fn below(&mut self, limit: u32) -> u32 {
        // A full-period congruential step; its high bits are the better ones.
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % limit
    }
}
