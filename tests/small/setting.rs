//! What a small world consists of before anything happens: a station, an enterprise, two items,
//! and firms that are members from the start. No rule reads a name, so all have the same short one.

use paidan::{
    Act, Application, Category, Command, CreditCode, Date, ItemId, MemberId, Name, OrderId, Policy,
    Price, Set,
};

use crate::model::twin::Twin;
use crate::small::acts::{Letter, command};
use crate::small::shared::Shared;

/// A firm: its number, which is its id as long as it does not come back, class and first offers.
#[derive(Clone, Copy, Debug)]
pub struct Firm {
    pub number: u32,
    pub category: Category,
    pub offers: &'static [u32],
}

impl Firm {
    pub const fn new(number: u32, category: Category, offers: &'static [u32]) -> Self {
        Self { number, category, offers }
    }

    /// The firm applies.
    pub fn applies(self) -> Act {
        Act::Admit(Application {
            name: name(),
            code: code(self.number),
            category: self.category,
            volume: 5,
            offers: items(self.offers),
        })
    }
}

/// Where the sequences of a question begin.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The classes of items 1 and 2.
    pub items: [Category; 2],
    pub members: &'static [Firm],
    /// What has happened already.
    pub before: &'static [Letter],
}

impl Setting {
    /// Both engines with this setting, late in a year, so that it soon turns.
    pub fn under(&self, policy: &Policy) -> Twin<Shared> {
        let mut twin = Twin::new(policy.clone());
        let mut acts = vec![Act::OpenStation { name: name() }];
        acts.extend(self.items.map(|category| Act::ListItem {
            name: name(),
            category,
            menu_price: None,
        }));
        acts.push(Act::RegisterEnterprise { name: name(), code: code(101) });
        acts.extend(self.members.iter().map(|firm| firm.applies()));
        let day = Date::from_ymd(2025, 12, 1).expect("a day");
        for act in acts {
            accepted(&mut twin, &Command::new(day, act));
        }
        for letter in self.before {
            let next = command(letter, &twin.view, &[], false).expect("what the letter is about");
            accepted(&mut twin, &next);
        }
        twin
    }
}

fn name() -> Name {
    "n".parse().expect("a name")
}

fn accepted(twin: &mut Twin<Shared>, command: &Command) {
    let mut is_accepted = false;
    let done = twin.step(command, &mut |told| is_accepted = told.answer.is_ok());
    assert!(done.is_ok() && is_accepted, "the setting itself: {command:?} {done:?}");
}

pub fn code(number: u32) -> CreditCode {
    CreditCode::complete(&format!("91330282{number:09}")).expect("a code")
}

pub fn item(number: u32) -> ItemId {
    ItemId::new(number).expect("an id")
}

pub fn items(numbers: &[u32]) -> Set<ItemId> {
    numbers.iter().map(|number| item(*number)).collect::<Vec<_>>().try_into().expect("a set")
}

pub fn member(number: u32) -> MemberId {
    MemberId::new(number).expect("an id")
}

pub fn order(number: u32) -> OrderId {
    OrderId::new(number).expect("an id")
}

pub fn yuan(amount: u32) -> Price {
    format!("{amount}.00").parse().expect("a price")
}
