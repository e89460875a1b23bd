//! Towns that are made by hand, of any size, whose members are all of one class.

use paidan::{
    Act, Alliance, Application, Category, Command, CreditCode, Date, Enterprise, EnterpriseId,
    ItemId, Member, MemberId, Money, Name, Order, OrderId, OrderRow, Outcome, Policy, Price,
    ServiceItem, Set, Snapshot, Station, StationId, Turn,
};

/// A town, with room for the conclusions of a command.
#[derive(Clone, Debug)]
pub struct Town {
    pub alliance: Alliance,
    outcome: Outcome,
    /// Orders accepted by `accept`.
    pub orders: u32,
}

impl From<Snapshot> for Town {
    fn from(snapshot: Snapshot) -> Self {
        let orders = u32::try_from(snapshot.orders.len()).expect("few");
        let alliance = Alliance::try_from(snapshot).expect("a sound town");
        Self { alliance, outcome: Outcome::new(day()), orders }
    }
}

impl Town {
    pub fn act_on(&mut self, date: Date, act: Act) {
        let command = Command::new(date, act);
        let result = self.alliance.step_into(&command, &mut self.outcome);
        assert_eq!(result, Ok(()), "{command:?}");
    }

    pub fn act(&mut self, act: Act) {
        self.act_on(day(), act);
    }

    /// An order by turn for an item, counted from 0.
    pub fn accept(&mut self, of: u32) -> OrderId {
        self.act(Act::Accept(order(of)));
        self.orders += 1;
        OrderId::new(self.orders).expect("an id")
    }

    pub fn end(&mut self, order: OrderId) {
        self.act(Act::Complete { order, on: day() });
        self.act(Act::Settle { order });
    }
}

/// A town whose members offer these items each, counted from 0, and stand in the order of their ids.
pub fn town(policy: Policy, items: u32, offers: &[Vec<u32>]) -> Snapshot {
    let mut town = Snapshot::new(policy);
    town.date = Some(day());
    town.position = 1 << 40;
    town.stations.push(Station::new(name("服务站")));
    let listed = ServiceItem::new(name("服务事项"), Category::Research);
    town.items = vec![listed; items as usize];
    town.enterprises.push(Enterprise::new(name("企业"), code(0)));
    let mut members = Vec::new();
    for (number, own) in (1..).zip(offers) {
        let own: Vec<ItemId> = own.iter().map(|item| item_id(*item)).collect();
        let own = Set::try_from(own).expect("a short list");
        town.members.push(Member::new(name("会员单位"), code(number), Category::Research, own));
        members.push(member_id(number - 1));
    }
    let cursor = members.first().copied().filter(|_| town.policy.turn == Turn::Cursor);
    let line = town.lines.of_mut(Category::Research);
    *line = members.into();
    line.cursor = cursor;
    town
}

/// The same with so many orders of an item that nobody can be given, which all wait.
pub fn hold(town: &mut Snapshot, orders: u32, of: u32, excluded: &Set<MemberId>) {
    let mut one = Town::from(town.clone());
    let asked = Order { excluded: excluded.clone(), ..order(of) };
    one.act(Act::Accept(asked));
    let held = one.alliance.snapshot().orders.pop().expect("an order");
    town.orders.extend((0..orders).map(|_| held.clone()));
}

/// So many orders that wait, among others that ended: those whose ids these are.
pub fn scatter(town: &mut Snapshot, waiting: u32, waits: impl Fn(u32) -> bool) {
    let mut one = Snapshot::clone(town);
    hold(&mut one, 1, 0, &Set::default());
    let held = one.orders.pop().expect("an order");
    let mut left = waiting;
    for id in 1.. {
        let is_held = waits(id);
        town.orders.push(if is_held {
            held.clone()
        } else {
            OrderRow::Ended(paidan::End::Settled)
        });
        left -= u32::from(is_held);
        if left == 0 {
            return;
        }
    }
}

/// An order for an item, counted from 0.
pub fn order(of: u32) -> Order {
    let enterprise = EnterpriseId::new(1).expect("an id");
    let price = Price::new(Money::from_yuan(3_000)).expect("a price");
    Order::new(StationId::new(1).expect("an id"), enterprise, item_id(of), price)
}

/// A firm that applies.
pub fn firm(number: u32, offers: u32) -> Act {
    Act::Admit(Application {
        name: name("会员单位"),
        code: code(number),
        category: Category::Research,
        volume: 5,
        offers: Set::one(item_id(offers)),
    })
}

pub fn day() -> Date {
    Date::from_ymd(2025, 3, 10).expect("a day")
}

pub fn name(name: &str) -> Name {
    name.parse().expect("a name")
}

pub fn code(number: u32) -> CreditCode {
    CreditCode::complete(&format!("91330282{number:09}")).expect("17 digits")
}

/// An item, counted from 0.
pub fn item_id(item: u32) -> ItemId {
    ItemId::new(item + 1).expect("an id")
}

/// A member, counted from 0.
pub fn member_id(member: u32) -> MemberId {
    MemberId::new(member + 1).expect("an id")
}
