//! What things are called, from the commands that gave them their ids.

use paidan::{
    Act, Category, Command, Created, EnterpriseId, Ground, ItemId, MemberId, Outcome, Registered,
};

use super::table::printable;

/// The names of a city; each list in the order of the ids.
#[derive(Debug, Default)]
pub struct Names {
    items: Vec<(String, Category)>,
    members: Vec<String>,
    enterprises: Vec<String>,
}

impl Names {
    /// Learns the name of what an accepted command created or renamed.
    pub fn note(&mut self, command: &Command, outcome: &Outcome) {
        match (&command.act, outcome.created()) {
            (Act::ListItem { name, category, .. }, Some(Created::Item(_))) => {
                self.items.push((printable(name.as_str()), *category));
            }
            (Act::Admit(firm), Some(Created::Member(_))) => {
                self.members.push(printable(firm.name.as_str()));
            }
            (Act::RegisterEnterprise { name, .. }, Some(Created::Enterprise(_))) => {
                self.enterprises.push(printable(name.as_str()));
            }
            (Act::Rename { of, name }, _) => {
                let known = match *of {
                    Registered::Station(_) => None,
                    Registered::Item(item) => {
                        self.items.get_mut(item.index()).map(|(name, _)| name)
                    }
                    Registered::Enterprise(enterprise) => {
                        self.enterprises.get_mut(enterprise.index())
                    }
                    Registered::Member(member) => self.members.get_mut(member.index()),
                };
                if let Some(known) = known {
                    *known = printable(name.as_str());
                }
            }
            _ => {}
        }
    }

    /// How many items there are.
    pub fn items(&self) -> impl Iterator<Item = (ItemId, Category)> {
        let ids = (0..).map_while(|place| ItemId::at(place).ok());
        ids.zip(&self.items).map(|(id, (_, category))| (id, *category))
    }

    /// An item's name.
    pub fn item(&self, item: ItemId) -> &str {
        self.items.get(item.index()).map_or("?", |(name, _)| name)
    }

    /// A member's name with its number, since names may repeat.
    pub fn member(&self, member: MemberId) -> String {
        let name = self.members.get(member.index()).map_or("?", |name| name);
        format!("{name} ({member})")
    }

    /// An enterprise's name with its number.
    pub fn enterprise(&self, enterprise: EnterpriseId) -> String {
        let name = self.enterprises.get(enterprise.index()).map_or("?", |name| name);
        format!("{name} ({enterprise})")
    }
}

/// A class in both languages.
pub fn category(category: Category) -> &'static str {
    match category {
        Category::Finance => "Finance 财务",
        Category::Research => "Research 研发",
        Category::Patent => "Patent 专利",
        Category::Comprehensive => "Comprehensive 综合",
    }
}

/// A ground to leave, with its number in article 22.
pub fn ground(ground: Ground) -> String {
    let words = match ground {
        Ground::DeclinedWithoutCause => "declined without cause",
        Ground::DisorderlyCompetition => "disorderly competition",
        Ground::NoImprovement => "no improvement after notice",
        Ground::ReassignedInARow => "reassigned in a row",
        Ground::Infringement => "violated an enterprise's rights",
        Ground::OtherAct => "another act",
    };
    format!("{} {words}", ground.number())
}
