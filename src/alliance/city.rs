//! Test cities: an alliance with members and a menu, made in a line or two.

use crate::alliance::Alliance;
use crate::alliance::broken::Broken;
use crate::alliance::snapshot::Snapshot;
use crate::facts::member::{Category, Member};
use crate::facts::order::Order;
use crate::facts::policy::{Policy, Turn};
use crate::facts::register::{Enterprise, ServiceItem, Station};
use crate::words::credit_code::CreditCode;
use crate::words::date::Date;
use crate::words::id::{EnterpriseId, ItemId, MemberId, StationId};
use crate::words::label::Name;
use crate::words::list::Set;
use crate::words::money::Price;

/// 测试城市: an alliance for a test, with as many members, items, stations and enterprises as it takes.
///
/// Each thing gets the next id of its kind, from 1, in the order of the calls; names and credit codes
/// are made up. Without more, there is one station, one enterprise, and an item for each class that
/// has members. Members stand in the lines in the order of their ids.
///
/// ```
/// use paidan::*;
/// let city = City::new(Policy::cixi_2021()).members(Category::Finance, 3).members(Category::Patent, 1);
/// let order = city.order(Category::Finance, "800.00".parse()?);
/// let mut alliance = city.build("2025-03-10".parse()?)?;
/// let accept = Command::new("2025-03-10".parse()?, Act::Accept(order));
/// let outcome = alliance.step(&accept)?;
/// assert_eq!(outcome.holder_of(OrderId::new(1)?), Some(MemberId::new(1)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "测试城市")]
#[derive(Clone, Debug)]
pub struct City {
    policy: Policy,
    stations: u16,
    enterprises: u16,
    /// The menu: of each item its class.
    items: Vec<Category>,
    /// Of each member its class and the one item it offers; none: all of its class.
    members: Vec<(Category, Option<ItemId>)>,
}

impl City {
    /// A city with a policy in force, one station, one enterprise, and nothing else yet.
    pub fn new(policy: Policy) -> Self {
        let (items, members) = (Vec::new(), Vec::new());
        Self { policy, stations: 1, enterprises: 1, items, members }
    }

    /// With so many stations in all.
    #[must_use]
    pub fn stations(mut self, count: u16) -> Self {
        self.stations = count;
        self
    }

    /// With so many enterprises in all.
    #[must_use]
    pub fn enterprises(mut self, count: u16) -> Self {
        self.enterprises = count;
        self
    }

    /// With so many more items of a class, each at any price.
    #[must_use]
    pub fn items(mut self, category: Category, count: u16) -> Self {
        self.items.extend((0..count).map(|_| category));
        self
    }

    /// With so many more members of a class, which offer all items of it, those added later as well.
    #[must_use]
    pub fn members(mut self, category: Category, count: u16) -> Self {
        self.members.extend((0..count).map(|_| (category, None)));
        self
    }

    /// With so many more members of a class that offer one item and nothing else.
    #[must_use]
    pub fn members_with(mut self, category: Category, count: u16, item: ItemId) -> Self {
        self.members.extend((0..count).map(|_| (category, Some(item))));
        self
    }

    /// An order of the first enterprise at the first station for the first item of a class, which
    /// [`build`](Self::build) adds where a member of it is all there is.
    pub fn order(&self, category: Category, price: Price) -> Order {
        let place = self.menu().iter().position(|of| *of == category);
        let item = place.and_then(ItemId::nth).unwrap_or(ItemId::LAST);
        Order::new(StationId::FIRST, EnterpriseId::FIRST, item, price)
    }

    /// The items, with one for each class that has members and none.
    fn menu(&self) -> Vec<Category> {
        let mut items = self.items.clone();
        for (category, _) in &self.members {
            if !items.contains(category) {
                items.push(*category);
            }
        }
        items
    }

    /// The alliance, as it stands after a command of this date.
    ///
    /// # Errors
    /// [`Broken`], where a member offers an item that there is not, or one out of its reach.
    pub fn build(self, date: Date) -> Result<Alliance, Broken> {
        let menu = self.menu();
        let mut city = Snapshot::new(self.policy);
        city.date = Some(date);
        let names = |kind: &'static str| (1_u32..).map_while(move |number| name(kind, number));
        let stations = names("服务站").map(Station::new);
        city.stations.extend(stations.take(self.stations.into()));
        let items = names("服务事项").zip(&menu);
        city.items.extend(items.map(|(name, category)| ServiceItem::new(name, *category)));
        let enterprises = names("企业").zip(codes("91330281"));
        let enterprises = enterprises.map(|(name, code)| Enterprise::new(name, code));
        city.enterprises.extend(enterprises.take(self.enterprises.into()));
        let firms = names("会员单位").zip(codes("91330282")).zip(self.members);
        city.members.extend(firms.map(|((name, code), (category, only))| {
            let of_class = (0..).map_while(ItemId::nth).zip(&menu);
            let of_class = of_class.filter(|(_, of)| **of == category).map(|(item, _)| item);
            let offers = only.map_or_else(|| Set::of_any_length(of_class.collect()), Set::one);
            Member::new(name, code, category, offers)
        }));
        for category in Category::ALL {
            let is_of = |item: &ItemId| menu.get(item.index()) == Some(&category);
            let ids = (0..).map_while(MemberId::nth).zip(&city.members);
            let line = ids.filter(|(_, firm)| firm.offers.iter().any(is_of));
            let line: Vec<MemberId> = line.map(|(member, _)| member).collect();
            let row = city.lines.of_mut(category);
            *row = line.into();
            if city.policy.turn == Turn::Cursor {
                row.cursor = row.places.first().map(|place| place.member);
            }
        }
        Alliance::try_from(city)
    }
}

fn name(kind: &str, number: u32) -> Option<Name> {
    format!("{kind}{number}").parse().ok()
}

/// Credit codes that begin with these eight characters.
fn codes(first: &'static str) -> impl Iterator<Item = CreditCode> {
    (1_u32..).map_while(move |number| CreditCode::complete(&format!("{first}{number:09}")).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alliance::broken::MemberFault;

    fn day() -> Date {
        Date::from_ymd(2025, 3, 10).expect("a day")
    }

    #[test]
    fn there_is_what_was_asked_for() {
        let item = ItemId::new(2).expect("an id");
        let city = City::new(Policy::cixi_2021()).stations(2).enterprises(3);
        let city = city.members(Category::Finance, 2).members_with(Category::Finance, 1, item);
        let city = city.items(Category::Finance, 2).members(Category::Patent, 1).build(day());
        let city = city.expect("a city");
        assert_eq!(
            (city.stations().len(), city.enterprises().len(), city.date()),
            (2, 3, Some(day()))
        );
        let items: Vec<Category> = city.items().iter().map(|item| item.category).collect();
        assert_eq!(items, [Category::Finance, Category::Finance, Category::Patent]);
        let offers: Vec<usize> = city.members().iter().map(|firm| firm.offers.len()).collect();
        assert_eq!(offers, [2, 2, 1, 1]);
        let line = |category| city.line(category).map(MemberId::get).collect::<Vec<_>>();
        assert_eq!((line(Category::Finance), line(Category::Patent)), (vec![1, 2, 3], vec![4]));
        assert!(line(Category::Research).is_empty());
    }

    #[test]
    fn every_reading_of_turn_can_be_tried() {
        for turn in [Turn::KeepPlace, Turn::Cursor, Turn::TopRank] {
            let policy = Policy { turn, ..Policy::recommended() };
            let city = City::new(policy).members(Category::Research, 2).build(day());
            let cursor = city.expect("a city").cursor(Category::Research);
            assert_eq!(cursor.is_some(), turn == Turn::Cursor);
        }
    }

    #[test]
    fn offers_that_cannot_be_are_refused() {
        let of_finance = City::new(Policy::cixi_2021()).items(Category::Finance, 1);
        let none = of_finance.clone().members_with(Category::Finance, 1, ItemId::LAST).build(day());
        assert!(matches!(none, Err(Broken::Member(_, MemberFault::UnknownItem(_)))), "{none:?}");
        let far = of_finance.members_with(Category::Patent, 1, ItemId::FIRST).build(day());
        assert!(matches!(far, Err(Broken::Member(_, MemberFault::OutOfReach(_)))), "{far:?}");
    }
}
