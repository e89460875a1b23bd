//! Why: a service that has its own database need not hand the engine a log of commands. It builds
//! today's alliance from its own tables, asks whose turn an order is and why, and takes no step.

use paidan::{
    Alliance, Category::Patent, CreditCode, Enterprise, EnterpriseId, ItemId, ItemTally, Language,
    Member, MemberId, MemberTally, Order, Policy, ServiceItem, Set, Snapshot, Station, StationId,
    Suspension, dispatch, explain,
};

/// Key, name, first 17 characters of the code, and items offered, from the front of the line.
const FIRMS: [(&str, &str, &str, &[&str]); 4] = [
    ("F-204", "慈溪智源专利代理事务所", "91330282MA2040001", &["INV", "UTI"]),
    ("F-117", "宁波信达知识产权代理有限公司", "91330282MA1170001", &["UTI"]),
    ("F-388", "宁波恒景知识产权代理有限公司", "91330282MA3880001", &["INV"]),
    ("F-051", "浙江正和专利代理事务所", "91330282MA0510001", &["INV", "UTI"]),
];
const ITEMS: [(&str, &str, &str); 2] =
    [("INV", "发明专利申请代理", "4500.00"), ("UTI", "实用新型专利申请代理", "1500.00")];
const CUSTOMERS: [(&str, &str, &str); 1] = [("C-9", "慈溪市海盛轴承有限公司", "91330282MA9990001")];
/// What was given this month: firm, item, orders, yuan. Who is suspended today: firm, item.
const GIVEN: [(&str, &str, u32, &str); 2] =
    [("F-388", "INV", 3, "12000.00"), ("F-051", "INV", 1, "4500.00")];
const SUSPENDED: [(&str, &str); 1] = [("F-204", "INV")];

/// Where a key stands in a table; the engine's id is this place, counted from 1.
fn place<'a>(mut keys: impl Iterator<Item = &'a str>, key: &str) -> Result<usize, String> {
    keys.position(|known| known == key).ok_or_else(|| format!("no {key} in the tables"))
}

fn item(key: &str) -> Result<ItemId, Box<dyn std::error::Error>> {
    Ok(ItemId::at(place(ITEMS.iter().map(|row| row.0), key)?).ok_or("too many items")?)
}

/// Today's alliance, from the tables.
fn today() -> Result<Alliance, Box<dyn std::error::Error>> {
    let mut today = Snapshot::new(Policy::recommended());
    today.date = Some("2025-09-15".parse()?);
    today.stations.push(Station { name: "浒山".parse()? });
    for (_, name, price) in ITEMS {
        let menu_price = Some(price.parse()?);
        today.items.push(ServiceItem { name: name.parse()?, category: Patent, menu_price });
    }
    for (_, name, code) in CUSTOMERS {
        let (name, code) = (name.parse()?, CreditCode::complete(code)?);
        today.enterprises.push(Enterprise { name, code, blacklisted: false });
    }
    for (_, name, code, offers) in FIRMS {
        let offers = offers.iter().map(|key| item(key)).collect::<Result<Vec<_>, _>>()?;
        let (name, code) = (name.parse()?, CreditCode::complete(code)?);
        today.members.push(Member::new(name, code, Patent, Set::try_from(offers)?));
    }
    let ids: Vec<_> = (0..FIRMS.len()).filter_map(MemberId::at).collect();
    let firm = |key| place(FIRMS.iter().map(|row| row.0), key).map(|place| ids[place]);
    for (key, of, orders, yuan) in GIVEN {
        let items = vec![ItemTally { item: item(of)?, orders }];
        today.tallies.push(MemberTally { member: firm(key)?, amount: yuan.parse()?, items });
    }
    for (key, of) in SUSPENDED {
        today.suspensions.push(Suspension { member: firm(key)?, item: Some(item(of)?), cap: None });
    }
    today.lines.patent = ids.into();
    Ok(Alliance::try_from(today)?)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let alliance = today()?;
    let (desk, customer) = (StationId::new(1)?, EnterpriseId::new(1)?);
    let order = Order::new(desk, customer, item("INV")?, "4200.00".parse()?);
    let taker = dispatch(&alliance, &order)?.member().map_or("nobody", |id| FIRMS[id.index()].0);
    println!("{} asks for {} (item 1): to {taker}", CUSTOMERS[0].1, ITEMS[0].1);
    for candidate in explain(&alliance, &order)?.line {
        let (key, name, ..) = FIRMS[candidate.member.index()];
        let standing = candidate.standing;
        println!("{key} {name}\n    {standing}\n    {}", standing.in_language(Language::Chinese));
    }
    Ok(())
}
