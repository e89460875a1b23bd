//! Why: a service that has its own database need not hand the engine a log of commands. It builds
//! today's alliance from its own tables, asks whose turn an order is and why, and books the answer:
//! whose turn comes next is nowhere but in its own line.

use paidan::{
    Alliance, Category::Patent, Counted, CreditCode, Dispatch, Enterprise, EnterpriseId, ItemId,
    ItemTally, Language, Member, MemberId, MemberTally, Money, Motion, Order, Policy, Price,
    ServiceItem, Set, Snapshot, Station, StationId, Suspension, dispatch, explain,
};

type Tried<T> = Result<T, Box<dyn std::error::Error>>;

/// Key, name, first 17 characters of the code, and items offered. The engine's id is the place.
const FIRMS: [(&str, &str, &str, &[usize]); 4] = [
    ("F-204", "慈溪智源专利代理事务所", "91330282MA2040001", &[0, 1]),
    ("F-117", "宁波信达知识产权代理有限公司", "91330282MA1170001", &[1]),
    ("F-388", "宁波恒景知识产权代理有限公司", "91330282MA3880001", &[0]),
    ("F-051", "浙江正和专利代理事务所", "91330282MA0510001", &[0, 1]),
];
const ITEMS: [(&str, &str); 2] =
    [("发明专利申请代理", "4500.00"), ("实用新型专利申请代理", "1500.00")];
const CUSTOMER: (&str, &str) = ("慈溪市海盛轴承有限公司", "91330282MA9990001");
/// Which firm is suspended today, and from which item.
const SUSPENDED: (usize, usize) = (0, 0);
/// What is asked for today, at which price.
const ASKED: [(usize, &str); 3] = [(0, "4200.00"), (1, "1400.00"), (0, "4500.00")];

/// The tables that change with every order.
struct Book {
    /// The firms from the front of the line to its end.
    line: Vec<MemberId>,
    /// What was given this month and counts: to whom, of what, for how much.
    given: Vec<(MemberId, ItemId, Money)>,
}

impl Book {
    /// Today's alliance, from the tables.
    fn today(&self) -> Tried<Alliance> {
        let mut today = Snapshot::new(Policy::recommended());
        today.date = Some("2025-09-15".parse()?);
        today.stations.push(Station::new("浒山".parse()?));
        for (name, price) in ITEMS {
            let item = ServiceItem::new(name.parse()?, Patent);
            today.items.push(ServiceItem { menu_price: Some(price.parse()?), ..item });
        }
        let (name, code) = CUSTOMER;
        today.enterprises.push(Enterprise::new(name.parse()?, CreditCode::complete(code)?));
        for (place, (_, name, code, offers)) in FIRMS.into_iter().enumerate() {
            let offers =
                offers.iter().map(|item| ItemId::at(*item)).collect::<Result<Vec<_>, _>>()?;
            let (name, code) = (name.parse()?, CreditCode::complete(code)?);
            today.members.push(Member::new(name, code, Patent, Set::try_from(offers)?));
            today.tallies.extend(self.tally(MemberId::at(place)?));
        }
        let (member, item) = (MemberId::at(SUSPENDED.0)?, ItemId::at(SUSPENDED.1)?);
        today.suspensions.push(Suspension { member, item: Some(item), cap: None });
        today.lines.patent = self.line.clone().into();
        Ok(Alliance::try_from(today)?)
    }

    /// What a firm was given this month, if anything.
    fn tally(&self, member: MemberId) -> Option<MemberTally> {
        let own: Vec<_> = self.given.iter().filter(|row| row.0 == member).collect();
        let amount = own.iter().fold(Money::ZERO, |sum, row| sum.plus(row.2));
        let items =
            (0..ITEMS.len()).filter_map(|place| ItemId::at(place).ok()).filter_map(|item| {
                let orders = u32::try_from(own.iter().filter(|row| row.1 == item).count()).ok()?;
                (orders > 0).then_some(ItemTally { item, orders })
            });
        (!own.is_empty()).then(|| MemberTally { member, amount, items: items.collect() })
    }

    /// Asks to whom an order goes, tells why, and books it.
    fn give(&mut self, item: ItemId, price: Price) -> Tried<()> {
        let alliance = self.today()?;
        let order = Order::new(StationId::new(1)?, EnterpriseId::new(1)?, item, price);
        println!("{} asks for {} (item {item})", CUSTOMER.0, ITEMS[item.index()].0);
        for candidate in explain(&alliance, &order)?.line {
            let (key, name, ..) = FIRMS[candidate.member.index()];
            println!("  {key} {name}: {}", candidate.standing);
            println!("    {}", candidate.standing.in_language(Language::Chinese));
        }
        let Dispatch::Given { member, motion, counted, .. } = dispatch(&alliance, &order)? else {
            return Ok(());
        };
        if motion == Motion::ToEnd {
            self.line.retain(|other| *other != member);
            self.line.push(member);
        }
        self.given.extend((counted == Counted::Yes).then_some((member, item, price.amount())));
        Ok(())
    }
}

fn main() -> Tried<()> {
    let line = (0..FIRMS.len()).map(MemberId::at).collect::<Result<_, _>>()?;
    let mut book = Book { line, given: Vec::new() };
    for (item, price) in ASKED {
        book.give(ItemId::at(item)?, price.parse()?)?;
    }
    let takers: Vec<&str> = book.given.iter().map(|row| FIRMS[row.0.index()].0).collect();
    assert_eq!(takers, ["F-388", "F-204", "F-051"], "three orders, three firms");
    Ok(())
}
