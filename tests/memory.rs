//! How much memory an alliance takes, and that the way of an order asks for none.
//!
//! The counts are those of the test's own thread. A list grows by doubling: growing is counted as
//! one allocation, and what stands in a list's room that is not used yet counts as taken.

use allocation_counter::measure;
use paidan::{
    Act, Alliance, Application, Category, Command, CreditCode, Date, ItemId, MemberId, Money, Name,
    Order, OrderId, Outcome, Policy, Price, Set, StationId, Work,
};

#[path = "memory/forged.rs"]
mod forged;
#[cfg(feature = "ledger")]
#[path = "memory/ledger.rs"]
mod ledger;
#[path = "memory/worst.rs"]
mod worst;

/// The items of the menu: all of one class, so that a member may offer many of them.
const ITEMS: u32 = 11;
/// The one item that nobody offers, whose orders are held.
const UNSERVED: u32 = ITEMS - 1;
/// Items a member offers.
const OFFERS: u32 = 8;
const MILLION: u32 = 1_000_000;

/// A city, with room for the conclusions of a command.
struct City {
    alliance: Alliance,
    outcome: Outcome,
    orders: u32,
}

impl City {
    /// A station, the menu and an enterprise.
    fn new() -> Self {
        let (alliance, outcome) = (Alliance::new(Policy::cixi_2021()), Outcome::new(day()));
        let mut city = Self { alliance, outcome, orders: 0 };
        city.act(Act::OpenStation { name: name("服务站") });
        for _ in 0..ITEMS {
            let (name, category) = (name("服务事项"), Category::Research);
            city.act(Act::ListItem { name, category, menu_price: None });
        }
        city.act(Act::RegisterEnterprise { name: name("企业"), code: code(0) });
        city
    }

    fn with_members(members: u32) -> Self {
        let mut city = Self::new();
        city.admit(members);
        city
    }

    /// Members that offer eight of the ten items that are offered.
    fn admit(&mut self, members: u32) {
        for number in 0..members {
            let offers: Vec<ItemId> =
                (0..OFFERS).map(|of| item((number + of) % UNSERVED)).collect();
            self.act(Act::Admit(Application {
                name: name("会员单位"),
                code: code(1 + number),
                category: Category::Research,
                volume: 5,
                offers: Set::try_from(offers).expect("a short list"),
            }));
        }
    }

    fn act(&mut self, act: Act) {
        self.act_on(day(), act);
    }

    fn act_on(&mut self, date: Date, act: Act) {
        let command = Command::new(date, act);
        let result = self.alliance.step_into(&command, &mut self.outcome);
        assert_eq!(result, Ok(()), "{command:?}");
    }

    /// An order for an item comes in, and gets this id.
    fn accept(&mut self, of: u32, designated: Option<MemberId>) -> OrderId {
        self.act(accept(of, designated));
        self.orders += 1;
        order(self.orders)
    }

    /// An order by turn.
    fn by_turn(&mut self) -> OrderId {
        self.accept(self.orders % UNSERVED, None)
    }

    fn come_by_turn(&mut self, orders: u32) {
        for _ in 0..orders {
            self.by_turn();
        }
    }

    fn end(&mut self, order: OrderId) {
        self.act(Act::Complete { order, on: day() });
        self.act(Act::Settle { order });
    }

    /// So many orders come and end, so many at a time open; the first `kept` of them stay.
    fn come_and_end(&mut self, orders: u32, open: u32, kept: u32) {
        let first = self.orders + kept;
        for _ in 0..orders {
            self.by_turn();
            if let Some(old) = self.orders.checked_sub(open)
                && old > first
            {
                self.end(order(old));
            }
        }
    }

    /// Each member is named for each item it offers, so that the tallies have an entry of each.
    fn name_all(&mut self) {
        for number in 1..=u32::try_from(self.alliance.members().len()).expect("some") {
            let named = MemberId::new(number).expect("an id");
            for offered in 0..UNSERVED {
                let firm = self.alliance.member(named).expect("a member");
                if firm.offers.contains(&item(offered)) {
                    let order = self.accept(offered, Some(named));
                    self.end(order);
                }
            }
        }
    }

    /// A city in full motion: in every list is room for more open orders than a test opens, and the
    /// list of all orders has just grown by half, so that 40 000 more find room in it.
    fn warm() -> Self {
        let mut city = Self::with_members(100);
        city.come_by_turn(84_100);
        (1..=city.orders).for_each(|number| city.end(order(number)));
        city.name_all();
        city
    }
}

fn accept(of: u32, designated: Option<MemberId>) -> Act {
    let price = Price::new(Money::from_yuan(3_000)).expect("a price");
    let enterprise = paidan::EnterpriseId::new(1).expect("an id");
    let order = Order::new(StationId::new(1).expect("an id"), enterprise, item(of), price);
    Act::Accept(Order { designated, ..order })
}

fn day() -> Date {
    Date::from_ymd(2025, 3, 10).expect("a day")
}

fn name(name: &str) -> Name {
    name.parse().expect("a name")
}

fn code(number: u32) -> CreditCode {
    CreditCode::complete(&format!("91330282{number:09}")).expect("17 digits")
}

/// The item at a place of the menu, from 0.
fn item(place: u32) -> ItemId {
    ItemId::new(place + 1).expect("an id")
}

fn order(number: u32) -> OrderId {
    OrderId::new(number).expect("an id")
}

/// Bytes that are held after the work and were not before, on each of so many, rounded up.
fn bytes_each(of: u32, work: impl FnOnce()) -> u64 {
    let bytes = u64::try_from(measure(work).bytes_current).expect("more than before");
    bytes.div_ceil(u64::from(of))
}

/// How often the work asks for memory.
fn allocations(work: impl FnOnce()) -> u64 {
    measure(work).count_total
}

#[test]
fn an_open_order_takes_160_bytes() {
    let mut city = City::with_members(100);
    let each = bytes_each(MILLION, || city.come_by_turn(MILLION));
    assert!(each <= 160, "{each} bytes an open order");
}

#[test]
fn an_ended_order_takes_six_bytes() {
    // An order that stays open from the beginning must not keep the later ones.
    for kept in [0, 1] {
        let mut city = City::with_members(100);
        let each = bytes_each(MILLION, || city.come_and_end(MILLION, 1_000, kept));
        assert!(each <= 6, "{each} bytes an ended order, {kept} kept");
        assert_eq!(city.alliance.order(order(1)).is_some(), kept == 1);
    }
}

#[test]
fn a_member_takes_512_bytes() {
    let (mut city, members) = (City::new(), 10_000);
    let at_rest = bytes_each(members, || city.admit(members));
    // Then every slot of the line has been used.
    let in_motion = at_rest + bytes_each(members, || city.come_and_end(120_000, 1, 0));
    // Each of those orders takes four bytes at least, which are not its member's.
    let in_motion = in_motion - 12 * 4;
    assert!(in_motion <= 512, "{in_motion} bytes a member, {at_rest} of them at rest");
    // In a month in which each is given all it offers, four items are counted beside the member and
    // the others in a list that may be half empty.
    let tallied = bytes_each(members, || city.name_all());
    assert!(tallied <= 32 * u64::from(OFFERS), "{tallied} bytes a member that is tallied");
}

/// What can become of an order by itself, each act once; the order is the city's next.
fn lives(city: &City) -> Vec<Act> {
    let next = |ahead: u32| order(city.orders + ahead);
    let named = MemberId::new(1 + city.orders % 100).expect("an id");
    let offered = city.alliance.member(named).expect("a member").offers.as_slice()[0];
    let (by_turn, held) = (|| accept(city.orders % UNSERVED, None), accept(UNSERVED, None));
    vec![
        by_turn(),
        Act::Complete { order: next(1), on: day() },
        Act::Settle { order: next(1) },
        accept(u32::try_from(offered.index()).expect("few"), Some(named)),
        Act::Fail { order: next(2) },
        held,
        Act::Cancel { order: next(3) },
        by_turn(),
        Act::CallOff { order: next(4), work: Work::NotBegun },
    ]
}

/// Orders that the acts of [`lives`] accept.
const LIVES: u32 = 4;

#[test]
fn an_order_asks_for_no_memory_of_its_own() {
    let mut city = City::warm();
    for round in 0..1_000 {
        for act in lives(&city) {
            let kind = format!("{act:?}");
            let count = allocations(|| city.act(act));
            // The first round makes the outcome as long as it has to be.
            assert!(count == 0 || round == 0, "{count} allocations of {kind}");
        }
        city.orders += LIVES;
    }
}

#[test]
fn a_step_asks_for_its_conclusions_only() {
    let mut city = City::warm();
    for _ in 0..1_000 {
        for act in lives(&city) {
            let command = Command::new(day(), act);
            let count = allocations(|| drop(city.alliance.step(&command).expect("accepted")));
            assert_eq!(count, 1, "{command:?}");
        }
        city.orders += LIVES;
    }
}

#[test]
fn many_orders_at_once_ask_for_nothing() {
    let mut city = City::warm();
    let count = allocations(|| {
        city.come_by_turn(20_000);
        (0..20_000).for_each(|_| city.act(accept(UNSERVED, None)));
    });
    assert_eq!(count, 0, "allocations of 40000 open orders");
}

#[test]
fn a_million_orders_make_one_list_longer_a_few_times() {
    let mut city = City::warm();
    let count = allocations(|| city.come_and_end(MILLION, 1_000, 0));
    // How orders ended is kept in one list, which grows by half from 126 090 on until it holds them all.
    assert!(count <= 6, "{count} allocations");
}

#[test]
fn calling_off_late_seldom_lays_a_line_out() {
    let mut city = City::warm();
    let mut laid_out = 0;
    for late in 0..1_000 {
        let order = city.by_turn();
        city.come_by_turn(late % 75);
        let count = allocations(|| city.act(Act::CallOff { order, work: Work::NotBegun }));
        laid_out += u32::from(count > 0);
    }
    // Only where the gap it left was squeezed out, and nobody beside it left one since.
    assert!(laid_out <= 10, "{laid_out} of 1000");
}

/// Nothing of a simulated year is kept once its report is dropped, and no year takes much more than
/// another: memory is flat over seeds.
#[cfg(feature = "simulation")]
#[test]
fn a_simulated_year_leaves_nothing_behind() {
    use paidan::simulation::{Workload, simulate};
    let (policy, workload) = (Policy::cixi_2021(), Workload::cixi());
    let year = |seed| drop(simulate(&policy, &workload, seed).expect("a year"));
    let most = measure(|| year(1)).bytes_max;
    assert!(most < 2_000_000, "{most} bytes");
    let many = measure(|| (2..12).for_each(year));
    assert_eq!(many.bytes_current, 0);
    assert!(many.bytes_max < most * 5 / 4, "{} and {most} bytes", many.bytes_max);
    println!("a year of Cixi's size takes {most} bytes");
}
