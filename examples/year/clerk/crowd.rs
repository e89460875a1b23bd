//! Who is in the alliance, what each offers, and who is on leave: of few members a cap is not judged
//! (rules 6.3).

use std::collections::BTreeMap;

use paidan::{Act, Command, Event, ItemId, MemberId, Set};

/// The current members.
#[derive(Clone, Debug, Default)]
pub struct Crowd(BTreeMap<MemberId, Firm>);

/// A current member.
#[derive(Clone, Debug)]
struct Firm {
    offers: Set<ItemId>,
    on_leave: bool,
}

impl Crowd {
    /// Learns what an event says, with the command that brought it.
    pub fn note(&mut self, command: &Command, event: &Event) {
        match (*event, &command.act) {
            (Event::Admitted { member }, Act::Admit(firm)) => {
                self.0.insert(member, Firm { offers: firm.offers.clone(), on_leave: false });
            }
            (Event::OffersChanged { member }, Act::ChangeOffers { offers, .. }) => {
                self.change(member, |firm| firm.offers.clone_from(offers));
            }
            (Event::LeaveGranted { member }, _) => self.change(member, |firm| firm.on_leave = true),
            (Event::LeaveEnded { member }, _) => self.change(member, |firm| firm.on_leave = false),
            (Event::Withdrawn { member } | Event::Expelled { member, .. }, _) => {
                self.0.remove(&member);
            }
            _ => {}
        }
    }

    fn change(&mut self, member: MemberId, change: impl FnOnce(&mut Firm)) {
        if let Some(firm) = self.0.get_mut(&member) {
            change(firm);
        }
    }

    /// Whether a member is in the alliance.
    pub fn has(&self, member: MemberId) -> bool {
        self.0.contains_key(&member)
    }

    /// Who is there and not on leave.
    pub fn present(&self) -> impl Iterator<Item = MemberId> {
        self.0.iter().filter(|(_, firm)| !firm.on_leave).map(|(member, _)| *member)
    }

    /// Who of these offers an item.
    pub fn offering(&self, item: ItemId) -> impl Iterator<Item = MemberId> {
        self.present().filter(move |member| self.0[member].offers.contains(&item))
    }
}
