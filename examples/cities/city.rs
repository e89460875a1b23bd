//! One city: an alliance of about a hundred firms, and a year of orders drawn from a seed.

use std::io::{self, Write};

use paidan::{
    Act, Alliance, Application, Category, Cause, Command, Created, CreditCode, Date, EnterpriseId,
    Event, ItemId, MemberId, Money, Name, Order, OrderId, OrderState, Outcome, Policy, Price, Set,
    StationId, Work,
};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

/// The class of each item, how many of a hundred of its members offer it, and how many of a hundred
/// orders ask for it.
const MENU: [(Category, u32, u32); 11] = [
    (Category::Finance, 90, 16),
    (Category::Finance, 60, 11),
    (Category::Finance, 40, 12),
    (Category::Finance, 15, 9),
    (Category::Research, 80, 8),
    (Category::Research, 20, 2),
    (Category::Patent, 90, 13),
    (Category::Patent, 70, 15),
    (Category::Patent, 5, 1),
    (Category::Comprehensive, 100, 9),
    (Category::Comprehensive, 50, 4),
];

const STATIONS: u32 = 14;
const ENTERPRISES: u32 = 200;
const YEAR: i32 = 2025;
/// Days of a month on which orders come in, and the most that come on one.
const DAYS: u32 = 28;
const MOST_A_DAY: u32 = 24;

/// A city in the course of its year.
#[derive(Debug)]
pub struct City {
    alliance: Alliance,
    /// Room for the conclusions of one command, taken once a city.
    outcome: Outcome,
    random: ChaCha8Rng,
    date: Date,
    /// The orders that came in, less those seen to have ended.
    open: Vec<OrderId>,
    /// How many orders came in.
    pub orders: u64,
    /// How many suspensions began.
    pub suspensions: u32,
}

impl City {
    /// The city with this seed, after its year.
    pub fn after_a_year(seed: u64, policy: Policy) -> Self {
        let date = day(1, 1);
        let mut city = Self {
            alliance: Alliance::new(policy),
            outcome: Outcome::new(date),
            random: ChaCha8Rng::seed_from_u64(seed),
            date,
            open: Vec::new(),
            orders: 0,
            suspensions: 0,
        };
        city.set_up();
        for month in 1..=12 {
            city.month(month);
        }
        city
    }

    /// A digest of the JSON of the state.
    pub fn digest(&self) -> u64 {
        let mut mix = Mix::default();
        serde_json::to_writer(&mut mix, &self.alliance.snapshot()).expect("nothing fails to mix");
        mix.value()
    }

    /// Stations, the menu, enterprises and members.
    fn set_up(&mut self) {
        for _ in 0..STATIONS {
            self.act(Act::OpenStation { name: name("服务站") });
        }
        for (category, ..) in MENU {
            self.act(Act::ListItem { name: name("服务事项"), category, menu_price: None });
        }
        for number in 0..ENTERPRISES {
            self.act(Act::RegisterEnterprise { name: name("企业"), code: code(number) });
        }
        let members = self.below(21) + 90;
        for number in 0..members {
            let category = match number % 10 {
                0..4 => Category::Finance,
                4..6 => Category::Research,
                6..9 => Category::Patent,
                _ => Category::Comprehensive,
            };
            let (name, code) = (name("会员单位"), code(ENTERPRISES + number));
            let (volume, offers) = (5 + self.below(60), self.offers(category));
            self.act(Act::Admit(Application { name, code, category, volume, offers }));
        }
    }

    /// Some of the items of a class, its first one if no other.
    fn offers(&mut self, category: Category) -> Set<ItemId> {
        let mut offers = Vec::new();
        for (place, (of, percent, _)) in MENU.into_iter().enumerate() {
            if of == category && self.chance(percent) {
                offers.extend(ItemId::at(place));
            }
        }
        if offers.is_empty() {
            offers.extend(
                MENU.iter()
                    .position(|(of, ..)| *of == category)
                    .and_then(|place| ItemId::at(place).ok()),
            );
        }
        Set::try_from(offers).expect("a short list")
    }

    /// Each day some orders come in, and after each something becomes of earlier ones.
    fn month(&mut self, month: u32) {
        self.date = day(month, 1);
        if month > 1 {
            self.act(Act::OpenMonth);
        }
        for of_month in 1..=DAYS {
            self.date = day(month, of_month);
            for _ in 0..self.below(MOST_A_DAY + 1) {
                let order = self.order();
                self.act(Act::Accept(order));
                if let Some(Created::Order(order)) = self.outcome.created() {
                    self.open.push(order);
                    self.orders += 1;
                }
                self.go_on();
                self.go_on();
            }
        }
    }

    /// The place on the menu of what is asked for next.
    fn place(&mut self) -> usize {
        let mut left = self.below(100);
        let found = MENU.iter().position(|&(.., weight)| {
            let is_it = left < weight;
            left = left.saturating_sub(weight);
            is_it
        });
        found.unwrap_or(0)
    }

    /// An order; one in five names a member.
    fn order(&mut self) -> Order {
        let place = self.place();
        let item = ItemId::at(place).expect("an id");
        let station = StationId::new(self.below(STATIONS) + 1).expect("an id");
        let enterprise = EnterpriseId::new(self.below(ENTERPRISES) + 1).expect("an id");
        let price = Money::from_yuan(u64::from(self.below(15_000) + 500));
        let price = Price::new(price).expect("a price");
        let mut order = Order::new(station, enterprise, item, price);
        if self.chance(20) {
            let line: Vec<MemberId> = self.alliance.line(MENU[place].0).collect();
            let named = line[self.below(u32::try_from(line.len()).expect("a few")) as usize];
            let firm = self.alliance.member(named).expect("a member of the line");
            order.designated = firm.offers.contains(&item).then_some(named);
        }
        order
    }

    /// Something becomes of one of the orders that have not ended.
    fn go_on(&mut self) {
        let Ok(count @ 1..) = u32::try_from(self.open.len()) else { return };
        let place = self.below(count) as usize;
        let order = self.open[place];
        let state = self.alliance.order(order).map(|record| record.state);
        let luck = self.below(100);
        let act = match state {
            None => {
                self.open.swap_remove(place);
                return;
            }
            Some(OrderState::Assigned(_)) => match luck {
                0..4 => Act::Decline { order, cause: Cause::Justified },
                4..7 => Act::CallOff { order, work: Work::NotBegun },
                7..9 => Act::Fail { order },
                _ => Act::Complete { order, on: self.date },
            },
            Some(OrderState::Completed(_)) => Act::Settle { order },
            Some(OrderState::Held) if luck < 10 => Act::Cancel { order },
            Some(OrderState::Held | OrderState::Declined(_)) => return,
        };
        self.act(act);
    }

    fn act(&mut self, act: Act) {
        let command = Command::new(self.date, act);
        let result = self.alliance.step_into(&command, &mut self.outcome);
        assert_eq!(result, Ok(()), "the city sends only what is accepted");
        let begun = self.outcome.events.iter().filter(|of| matches!(of, Event::Suspended { .. }));
        self.suspensions += u32::try_from(begun.count()).expect("a few");
    }

    fn below(&mut self, limit: u32) -> u32 {
        self.random.random_range(0..limit)
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }
}

fn day(month: u32, day: u32) -> Date {
    Date::from_ymd(YEAR, month, day).expect("a day")
}

fn name(name: &str) -> Name {
    name.parse().expect("a name")
}

fn code(number: u32) -> CreditCode {
    CreditCode::complete(&format!("91330282{number:09}")).expect("17 digits")
}

/// A digest of bytes, that of Fowler, Noll and Vo: it is the same everywhere, and no secret hangs
/// on it.
#[derive(Debug)]
pub struct Mix(u64);

impl Default for Mix {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Mix {
    /// Mixes bytes in.
    pub fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    }

    /// What all bytes so far come to.
    pub fn value(&self) -> u64 {
        self.0
    }
}

impl Write for Mix {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.add(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
