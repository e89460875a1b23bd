//! The sizes of a history, and what every one opens with.

use std::collections::VecDeque;

use paidan::{Act, Application, Category, CreditCode, Date, ItemId, Name, Set, Text};

use super::draws::Draws;

/// How large a history is.
#[derive(Clone, Copy, Debug)]
pub struct World {
    pub name: &'static str,
    /// The least and the most members at the beginning; it strives to stay there.
    pub members: (usize, usize),
    pub items: (usize, usize),
    pub classes: usize,
    /// How many commands a history has.
    pub commands: usize,
}

/// Two or three members that meet each other at every turn.
pub const SMALL: World =
    World { name: "small", members: (2, 3), items: (1, 2), classes: 1, commands: 60 };

/// The same for so long that their line runs out of places and is laid out anew.
pub const LONG: World = World { name: "long", commands: 400, ..SMALL };

/// A few members and items, and a long time.
pub const CROWDED: World =
    World { name: "crowded", members: (4, 6), items: (2, 4), classes: 2, commands: 100 };

/// A city: forty members and the items of all classes.
pub const WIDE: World =
    World { name: "wide", members: (36, 42), items: (11, 11), classes: 4, commands: 400 };

/// Names for the first items of the menu, by their place.
const ITEMS: [&str; 11] = [
    "Audit", "Tax", "Books", "Grants", "Trials", "Design", "Patents", "Marks", "Search", "Advice",
    "Training",
];

/// Names for the first stations.
const STATIONS: [&str; 4] = ["Hushan", "Guanhaiwei", "Zhouxiang", "Fuhai"];

pub fn text(text: &str) -> Text {
    text.try_into().expect("a short text")
}

pub fn name(name: &str) -> Name {
    name.try_into().expect("a short name")
}

/// The name of an item by its place in the menu.
pub fn item_name(place: usize) -> Name {
    ITEMS.get(place).map_or_else(|| name(&format!("X{}", place + 1)), |of| name(of))
}

pub fn station_name(place: usize) -> Name {
    STATIONS.get(place).map_or_else(|| name(&format!("S{}", place + 1)), |of| name(of))
}

/// The invented code with a number.
pub fn code(number: usize) -> CreditCode {
    CreditCode::complete(&format!("91330282{number:09}")).expect("17 digits")
}

/// The name of the firm with that code, in letters: A to Z, AA, AB and so on.
pub fn firm_name(mut number: usize) -> Name {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(b'A' + u8::try_from(number % 26).expect("a letter"));
        number /= 26;
    }
    letters.reverse();
    name(&String::from_utf8(letters).expect("letters"))
}

/// The name under which the firm with a code applies, whatever it is called by now: a story knows a
/// firm's code by it.
pub fn name_with(code: CreditCode) -> Name {
    let digits = code.as_str().get(8..17).expect("nine digits");
    firm_name(digits.parse().expect("the number of a firm"))
}

impl World {
    /// The classes that are in play, from those of the council's single seats on.
    pub fn class(&self, draws: &mut dyn Draws) -> Category {
        let nth = draws.below(self.classes);
        // Comprehensive is where a second seat is, and the wider reach.
        if self.classes == 2 && nth == 1 { Category::Comprehensive } else { Category::ALL[nth] }
    }

    /// What a history opens with; its first members offer most of what they can.
    pub fn opening(&self, draws: &mut dyn Draws) -> VecDeque<Act> {
        let mut acts = VecDeque::new();
        if draws.below(6) == 0 {
            acts.push_back(Act::OpenMonth);
        }
        for place in 0..=draws.below(2) {
            acts.push_back(Act::OpenStation { name: station_name(place) });
        }
        let items = self.items.0 + draws.below(self.items.1 - self.items.0 + 1);
        let mut menu: Vec<Category> = Vec::new();
        for place in 0..items {
            let category = self.class(draws);
            menu.push(category);
            acts.push_back(Act::ListItem { name: item_name(place), category, menu_price: None });
        }
        for number in 1..=3 {
            // Some enterprises are firms that will be members, too.
            let number = if draws.below(3) == 0 { number } else { 300 + number };
            acts.push_back(Act::RegisterEnterprise { name: firm_name(number), code: code(number) });
        }
        let members = self.members.0 + draws.below(self.members.1 - self.members.0 + 1);
        for number in 1..=members {
            let category = menu[draws.below(menu.len())];
            let own = (0..menu.len()).filter(|place| menu[*place] == category);
            let mut offers: Vec<ItemId> = own.filter_map(|place| ItemId::at(place).ok()).collect();
            while offers.len() > 1 && draws.below(4) == 0 {
                offers.remove(draws.below(offers.len()));
            }
            let offers = Set::try_from(offers).expect("a short list");
            let (name, code) = (firm_name(number), code(number));
            acts.push_back(Act::Admit(Application { name, code, category, volume: 9, offers }));
        }
        acts
    }

    /// The first day: often in autumn, so that the year turns.
    pub fn first_day(draws: &mut dyn Draws) -> Date {
        let year = 2023 + i32::try_from(draws.below(4)).expect("few");
        let month = [10, 11, 11, 12, 10, 1, 2, 6][draws.below(8)];
        let day = [1, 2, 15, 28][draws.below(4)];
        Date::from_ymd(year, month, day).expect("a day")
    }
}
