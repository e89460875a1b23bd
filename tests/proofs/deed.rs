//! The acts of the model, as the vectors write them.

use std::str::FromStr;

/// Something that happens to the line. Members and orders go by their numbers, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// An order by turn, for those of these members who stand in the line: bit m - 1 is member m's.
    Order(u32),
    /// An order that names a member.
    Designate(u32),
    /// An order is called off before work began.
    CallOff(u32),
    /// An order is declined with cause, and goes to another one by turn.
    Decline(u32),
    /// An order is taken from its member, and goes to another one by turn.
    Reassign(u32),
    /// A member joins the line.
    Join(u32),
    /// A member leaves the line.
    Leave(u32),
    /// The first ranking of a year, with the figures of members 1, 2 and so on.
    Rank(Vec<u32>),
    /// A later one of the same year.
    Correct(Vec<u32>),
}

impl Deed {
    /// Whether it gives an order by turn.
    pub fn is_by_turn(&self) -> bool {
        matches!(self, Self::Order(_) | Self::Decline(_) | Self::Reassign(_))
    }

    /// Whether a member can have the order by turn that it is, where it stands in the line.
    pub fn is_chance_of(&self, member: u32) -> bool {
        matches!(self, Self::Order(mask) if mask >> (member - 1) & 1 == 1)
    }
}

impl FromStr for Deed {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || format!("{text} is no act");
        let (kind, rest) = text.split_at_checked(1).ok_or_else(wrong)?;
        let number = || rest.parse().map_err(|_| wrong());
        let figures = || rest.chars().map(|of| of.to_digit(10)).collect::<Option<_>>();
        Ok(match kind {
            "o" => Self::Order(u32::from_str_radix(rest, 16).map_err(|_| wrong())?),
            "d" => Self::Designate(number()?),
            "b" => Self::CallOff(number()?),
            "x" => Self::Decline(number()?),
            "g" => Self::Reassign(number()?),
            "j" => Self::Join(number()?),
            "l" => Self::Leave(number()?),
            "r" => Self::Rank(figures().ok_or_else(wrong)?),
            "c" => Self::Correct(figures().ok_or_else(wrong)?),
            _ => return Err(wrong()),
        })
    }
}
