//! Names for what the engine numbers.

use paidan::{Alliance, CreditCode, EnterpriseId, ItemId, MemberId, Name, Policy, StationId};

use crate::common::{code, station};

/// An alliance with the firms of a story: each has one code, whether it is a member, an enterprise
/// or both.
pub struct Register {
    pub alliance: Alliance,
    /// Where what is said next happens.
    pub here: StationId,
    firms: Vec<String>,
}

/// The place of a name in a list: the last at which it stands, the second for `A (2)`. A number
/// that has no name, since it is unknown, is `#900`.
fn place<'a>(names: impl Iterator<Item = &'a str>, name: &str) -> Option<usize> {
    if let Some(number) = name.strip_prefix('#') {
        return number.parse::<usize>().ok()?.checked_sub(1);
    }
    let counted = name.strip_suffix(')').and_then(|name| name.split_once(" ("));
    let counted = counted.and_then(|(name, nth)| Some((name, nth.parse::<usize>().ok()?)));
    let (name, nth) = counted.map_or((name, None), |(name, nth)| (name, Some(nth)));
    let mut places = names.enumerate().filter(|(_, of)| *of == name).map(|(place, _)| place);
    match nth {
        Some(nth) => places.nth(nth.checked_sub(1)?),
        None => places.last(),
    }
}

impl Register {
    pub fn new(policy: Policy) -> Self {
        Self { alliance: Alliance::new(policy), here: station(1), firms: Vec::new() }
    }

    /// The code of a firm, the same whenever the firm is named; another name for it changes no code.
    pub fn code(&mut self, name: &str) -> CreditCode {
        let firm = place(self.firms.iter().map(String::as_str), name).unwrap_or_else(|| {
            self.firms.push(name.into());
            self.firms.len() - 1
        });
        code(1 + u64::try_from(firm).expect("few firms"))
    }

    /// The member with a name; of a firm that was admitted again, the last.
    pub fn member(&self, name: &str) -> Result<MemberId, String> {
        let names = self.alliance.members().iter().map(|of| of.name.as_str());
        let place = place(names, name).and_then(|place| MemberId::at(place).ok());
        place.ok_or(format!("no member {name:?}"))
    }

    pub fn item(&self, name: &str) -> Result<ItemId, String> {
        let names = self.alliance.items().iter().map(|of| of.name.as_str());
        let place = place(names, name).and_then(|place| ItemId::at(place).ok());
        place.ok_or(format!("no item {name:?}"))
    }

    pub fn enterprise(&self, name: &str) -> Result<EnterpriseId, String> {
        let names = self.alliance.enterprises().iter().map(|of| of.name.as_str());
        let place = place(names, name).and_then(|place| EnterpriseId::at(place).ok());
        place.ok_or(format!("no enterprise {name:?}"))
    }

    pub fn station(&self, name: &str) -> Result<StationId, String> {
        let names = self.alliance.stations().iter().map(|of| of.name.as_str());
        let place = place(names, name).and_then(|place| StationId::at(place).ok());
        place.ok_or(format!("no station {name:?}"))
    }

    /// A sentence with names in place of numbers: `member 3` is `member C`.
    pub fn named(&self, sentence: &str) -> String {
        let mut words: Vec<String> = Vec::new();
        for word in sentence.split(' ') {
            let digits = word.bytes().take_while(u8::is_ascii_digit).count();
            let (number, rest) = word.split_at(digits);
            let name = number.parse().ok().and_then(|number: usize| {
                self.name(words.last().map_or("", String::as_str), number.checked_sub(1)?)
            });
            words.push(match name {
                Some(name) => format!("{name}{rest}"),
                None => word.into(),
            });
        }
        words.join(" ")
    }

    /// The name of one of a kind, by its place. The second of a name is `A (2)`.
    fn name(&self, kind: &str, place: usize) -> Option<String> {
        let alliance = &self.alliance;
        let names: Vec<&Name> = match kind {
            "member" => alliance.members().iter().map(|of| &of.name).collect(),
            "item" => alliance.items().iter().map(|of| &of.name).collect(),
            "enterprise" => alliance.enterprises().iter().map(|of| &of.name).collect(),
            "station" => alliance.stations().iter().map(|of| &of.name).collect(),
            _ => return None,
        };
        let name = names.get(place)?;
        Some(match names[..place].iter().filter(|of| of == &name).count() {
            0 => name.to_string(),
            times => format!("{name} ({})", times + 1),
        })
    }
}
