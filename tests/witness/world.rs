//! Three members, two items, and the few things that can happen among them.

use std::collections::BTreeSet;

use paidan::{
    Act, Alliance, Category, Command, Created, Date, ItemId, MemberId, Order, Policy, Refusal,
};

use crate::common::{City, item, member, priced, set};

/// An alliance, and the acts of which histories are made.
#[derive(Clone, Debug)]
pub struct World {
    pub alliance: Alliance,
    pub alphabet: Vec<Deed>,
}

/// Something that can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// An order for the item, naming a member or nobody.
    Order(u32, Option<u32>),
    /// A member offers both items from now on.
    OfferBoth(u32),
    /// The month ends.
    OpenMonth,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Result {
    /// The order went to a member, or is held.
    Order(Option<MemberId>),
    /// Who is suspended from what.
    Suspended(BTreeSet<(MemberId, ItemId)>),
    /// It is so.
    Done,
    /// It was refused.
    Refused,
}

impl World {
    /// Members 1 to 3 of one class, in this order; all offer item 1, all but member 2 item 2.
    pub fn of_one_class(policy: Policy) -> Self {
        Self::where_member_2_offers(1, policy)
    }

    /// The same, but all offer item 2, and all but member 2 item 1.
    pub fn with_few_for_item_1(policy: Policy) -> Self {
        Self::where_member_2_offers(2, policy)
    }

    /// Members 1 to 3 of one class, in this order; all offer both items, but member 2 only this one.
    fn where_member_2_offers(only: u32, policy: Policy) -> Self {
        let mut city = City::on("2025-03-10", policy);
        let items = [(); 2].map(|()| city.item(Category::Finance));
        city.member(Category::Finance, &items);
        city.member(Category::Finance, &[item(only)]);
        city.member(Category::Finance, &items);
        let mut alphabet = orders();
        alphabet.push(Deed::OpenMonth);
        Self { alliance: city.alliance, alphabet }
    }

    /// Members 1 and 2 offer item 1, of their class; member 3, a comprehensive one, item 2 of its
    /// own.
    pub fn of_two_classes(policy: Policy) -> Self {
        let mut city = City::on("2025-03-10", policy);
        let [first, second] = [Category::Finance, Category::Comprehensive].map(|of| city.item(of));
        city.members::<2>(Category::Finance, &[first]);
        city.member(Category::Comprehensive, &[second]);
        let mut alphabet = orders();
        alphabet.extend([Deed::OfferBoth(3), Deed::OpenMonth]);
        Self { alliance: city.alliance, alphabet }
    }

    /// Does it.
    pub fn step(&mut self, deed: Deed) -> Result {
        let today = self.alliance.date().expect("a date");
        let attempt = match deed {
            Deed::Order(of, named) => self.try_act(today, Act::Accept(order(of, named))),
            Deed::OfferBoth(of) => {
                let offers = set(&[item(1), item(2)]);
                self.try_act(today, Act::ChangeOffers { member: member(of), offers })
            }
            Deed::OpenMonth => {
                let next = today.month().next().expect("a month");
                let day = Date::from_ymd(next.year(), next.of_year(), 1).expect("a first day");
                self.try_act(day, Act::OpenMonth).map(|_| Result::Suspended(self.suspended()))
            }
        };
        attempt.unwrap_or(Result::Refused)
    }

    fn try_act(&mut self, day: Date, act: Act) -> std::result::Result<Result, Refusal> {
        let outcome = self.alliance.step(&Command::new(day, act))?;
        Ok(match outcome.created() {
            Some(Created::Order(order)) => Result::Order(outcome.holder_of(order)),
            _ => Result::Done,
        })
    }

    /// Who is suspended from what: a suspension from everything is one from both items.
    fn suspended(&self) -> BTreeSet<(MemberId, ItemId)> {
        let suspensions = self.alliance.suspensions().iter();
        let pairs = suspensions.flat_map(|of| {
            let items = [item(1), item(2)].into_iter();
            items.filter(|item| of.item.is_none_or(|of| of == *item)).map(|item| (of.member, item))
        });
        pairs.collect()
    }
}

/// Orders for either item, by turn before those that name somebody.
fn orders() -> Vec<Deed> {
    let named = [None, Some(1), Some(2), Some(3)].into_iter();
    named.flat_map(|named| [1, 2].map(|item| Deed::Order(item, named))).collect()
}

/// An order for item 1 at 100 yuan, or for item 2 at 300.
fn order(of: u32, named: Option<u32>) -> Order {
    let price = if of == 1 { "100.00" } else { "300.00" };
    Order { designated: named.map(member), ..priced(item(of), price) }
}
