//! Stations and items that come and go, members that do, and other names for all of them, drawn so
//! that most are accepted.

use paidan::{Act, Loss, Member, MemberId, OrderId, OrderState, Registered};

use super::scene::Scene;
use super::world::{firm_name, item_name, station_name};

impl Scene<'_> {
    /// What is closed or off the menu soon comes back; the last station that is open seldom closes.
    pub fn close_or_open(&mut self) -> Option<Act> {
        let (open, closed) = (self.stations(false), self.stations(true));
        let items = self.items();
        let is_off = |of: &paidan::ItemId| self.alliance.item(*of).is_some_and(|of| of.delisted);
        let (off, on): (Vec<_>, Vec<_>) = items.into_iter().partition(is_off);
        let comes_back = self.chance(60);
        Some(match self.draws.below(2) {
            0 if comes_back && !closed.is_empty() => {
                Act::ReopenStation { station: self.pick(&closed)? }
            }
            1 if comes_back && !off.is_empty() => Act::RelistItem { item: self.pick(&off)? },
            0 if open.len() > 1 || self.chance(25) => {
                Act::CloseStation { station: self.pick(&open)? }
            }
            _ if on.len() > 1 || self.chance(25) => Act::DelistItem { item: self.pick(&on)? },
            _ => return None,
        })
    }

    /// A name that others of the kind may have, too.
    pub fn rename(&mut self) -> Option<Act> {
        let (items, member) = (self.items(), self.anybody());
        let (stations, mut enterprises) = (self.stations(false), self.enterprises(false));
        enterprises.extend(self.enterprises(true));
        let nth = self.draws.below(5);
        let (of, name) = match self.draws.below(4) {
            0 => (Registered::Station(self.pick(&stations)?), station_name(nth)),
            1 => (Registered::Item(self.pick(&items)?), item_name(nth)),
            2 => (Registered::Enterprise(self.pick(&enterprises)?), firm_name(401 + nth)),
            _ => (Registered::Member(member?), firm_name(1 + nth)),
        };
        Some(Act::Rename { of, name })
    }

    /// Rather of one that stands in front, so that orders pass it over.
    pub fn grant_leave(&mut self) -> Option<Act> {
        let there = self.members(Member::is_present);
        let front: Vec<MemberId> = self.fronts().filter(|of| there.contains(of)).collect();
        let member = if self.chance(50) { self.pick(&front) } else { self.pick(&there) };
        Some(Act::GrantLeave { member: member? })
    }

    /// The first of each line.
    fn fronts(&self) -> impl Iterator<Item = MemberId> {
        paidan::Category::ALL.into_iter().filter_map(|of| self.alliance.line(of).next())
    }

    pub fn end_leave(&mut self) -> Option<Act> {
        let away = self.members(|of| of.on_leave);
        Some(Act::EndLeave { member: self.pick(&away)? })
    }

    /// Under any id of the firm that declined; rather of an order that is held, or of a firm that was
    /// admitted again since.
    pub fn lift_bar(&mut self) -> Option<Act> {
        let declined = |of: &paidan::OrderRecord| {
            of.barred.as_slice().iter().any(|barred| barred.by == Loss::Declined)
        };
        let is_back = |of: MemberId| {
            self.alliance.members()[of.index() + 1..].iter().any(|it| it.code == self.firm(of).code)
        };
        let mut back = self.orders();
        back.retain(|of| {
            let barred = self.alliance.order(*of).map_or(&[][..], |of| of.barred.as_slice());
            barred.iter().any(|of| of.by == Loss::Declined && is_back(of.member))
        });
        let back = self.pick(&back).filter(|_| self.chance(90));
        let held = self.order_with(|of| of.state == OrderState::Held && declined(of));
        let held = held.filter(|_| self.chance(70));
        let order = back.or(held).or_else(|| self.order_with(declined))?;
        let member = self.who_lost(order, Loss::Declined)?;
        Some(Act::LiftBar { order, member: self.any_id_of(member)? })
    }

    /// Of some members those that declined an order which has not ended, if there are any, so that what
    /// goes with a code can be seen to; else all of them.
    pub fn rather_barred(&self, members: Vec<MemberId>) -> Vec<MemberId> {
        let records = self.orders().into_iter().filter_map(|of| self.alliance.order(of));
        let lost = records.flat_map(|of| of.barred.as_slice());
        let declined: Vec<MemberId> =
            lost.filter(|of| of.by == Loss::Declined).map(|of| of.member).collect();
        let barred: Vec<MemberId> =
            members.iter().filter(|of| declined.contains(of)).copied().collect();
        if barred.is_empty() { members } else { barred }
    }

    /// One of those that lost an order in a way.
    pub fn who_lost(&mut self, order: OrderId, by: Loss) -> Option<MemberId> {
        let barred = self.record(order).barred.as_slice();
        let lost: Vec<MemberId> =
            barred.iter().filter(|of| of.by == by).map(|of| of.member).collect();
        self.pick(&lost)
    }
}
