//! What a statement keeps of the history before its month: names, open orders, lines, policies.

use alloc::collections::BTreeMap;

use crate::alliance::Alliance;
use crate::facts::command::{Act, Command};
use crate::facts::event::{Event, Sorting};
use crate::facts::finding::Cause;
use crate::facts::member::Category;
use crate::facts::order::{Basis, Motion, Order, OrderRecord, OrderState};
use crate::facts::outcome::Outcome;
use crate::facts::policy::Policy;
use crate::facts::register::{Names, Registered};
use crate::parts::lines::Lines;
use crate::parts::roster::by_volume;
use crate::record::statement::entries::{
    Customer, EnterpriseName, HeldEntry, LineEntry, PlaceEntry,
};
use crate::rules::turn;
use crate::words::date::{Date, Month};
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};
use crate::words::label::Name;
use crate::words::money::Money;

/// The history as far as it was read.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) names: Names,
    pub(crate) policy: Policy,
    pending: BTreeMap<Month, Policy>,
    enterprises: Vec<Name>,
    categories: Vec<Category>,
    orders: BTreeMap<OrderId, Open>,
    /// Through which station came the order for which an enterprise is on the blacklist, if that is
    /// known.
    blacklisted: BTreeMap<EnterpriseId, Option<StationId>>,
    lines: Lines,
    pub(crate) ranked: Option<i32>,
    volumes: BTreeMap<MemberId, u32>,
}

/// When something was recorded, and when it happened, where that was recorded late.
#[derive(Clone, Copy, Debug)]
pub(crate) struct When {
    pub(crate) on: Date,
    pub(crate) occurred: Option<Date>,
}

impl When {
    /// When what a command says happened.
    pub(crate) fn of(command: &Command) -> Self {
        Self { on: command.date, occurred: command.occurred }
    }
}

/// Whether an order waits.
#[derive(Clone, Copy, Debug)]
enum Wait {
    No,
    Since(When),
    /// Since some time before the state from which the record starts.
    Longer,
}

/// An order that has not ended.
#[derive(Clone, Debug)]
pub(crate) struct Open {
    pub(crate) station: StationId,
    pub(crate) item: ItemId,
    pub(crate) enterprise: EnterpriseId,
    pub(crate) price: Money,
    wait: Wait,
    /// To whom it was given last, and how.
    pub(crate) given: Option<(MemberId, Basis)>,
    /// Whether it was declined without cause and is mediated.
    pub(crate) is_declined: bool,
}

impl Known {
    /// What a state says of the history that led to it.
    pub(crate) fn of(state: &Alliance) -> Self {
        let mut lines = Lines::default();
        lines.follow(state.policy.turn);
        state.line_rows().fill(&mut lines);
        let volumes = (0..state.members().len()).filter_map(MemberId::nth);
        let volumes = volumes.map(|member| (member, state.ranking_volume(member)));
        let blacklisted = state.enterprises().iter().enumerate().filter(|(_, of)| of.blacklisted);
        let blacklisted = blacklisted.filter_map(|(index, _)| EnterpriseId::nth(index));
        Self {
            names: Names {
                stations: state.stations().iter().map(|of| of.name.clone()).collect(),
                items: state.items().iter().map(|of| of.name.clone()).collect(),
                members: state.members().iter().map(|of| of.name.clone()).collect(),
            },
            policy: state.policy.clone(),
            pending: state.pending.clone(),
            enterprises: state.enterprises().iter().map(|of| of.name.clone()).collect(),
            categories: state.items().iter().map(|of| of.category).collect(),
            orders: state.docket.kept().into_iter().map(|(id, of)| (id, of.into())).collect(),
            blacklisted: blacklisted.map(|enterprise| (enterprise, None)).collect(),
            lines,
            ranked: state.ranking_year(),
            volumes: volumes.filter(|(_, orders)| *orders > 0).collect(),
        }
    }

    /// Learns what an event says, with the command that brought it.
    pub(crate) fn note(&mut self, command: &Command, event: &Event) {
        match (event, &command.act) {
            (Event::StationOpened { .. }, Act::OpenStation { name }) => {
                self.names.stations.push(name.clone());
            }
            (Event::ItemListed { .. }, Act::ListItem { name, category, .. }) => {
                self.names.items.push(name.clone());
                self.categories.push(*category);
            }
            (Event::EnterpriseRegistered { .. }, Act::RegisterEnterprise { name, .. }) => {
                self.enterprises.push(name.clone());
            }
            (Event::Admitted { .. }, Act::Admit(firm)) => {
                self.names.members.push(firm.name.clone());
            }
            (Event::Renamed { of }, Act::Rename { name, .. }) => {
                if let Some(known) = self.name_mut(*of) {
                    *known = name.clone();
                }
            }
            // A command adopts for its own month, whatever an event says: one policy, not many.
            (Event::PolicyAdopted { .. }, Act::AdoptPolicy { month, policy }) => {
                self.pending.insert(*month, (**policy).clone());
            }
            (Event::PolicyInForce { month }, _) => {
                if let Some(policy) = self.pending.remove(month) {
                    self.lines.follow(policy.turn);
                    self.policy = policy;
                }
            }
            (Event::RankingPublished { year, .. }, Act::PublishRanking { volumes, .. }) => {
                self.ranked = Some(*year);
                let volumes = volumes.as_slice().iter();
                self.volumes = volumes.map(|of| (of.member, of.orders)).collect();
            }
            (Event::Accepted { order, .. }, Act::Accept(terms)) => self.open(*order, terms),
            (Event::Blacklisted { enterprise }, act) => self.blacklist(*enterprise, act),
            (event, _) => {
                self.note_line(event);
                self.note_order(When::of(command), event);
            }
        }
    }

    /// What something registered is called so far.
    pub(crate) fn name(&self, of: Registered) -> Option<&Name> {
        match of {
            Registered::Station(station) => self.names.stations.get(station.index()),
            Registered::Item(item) => self.names.items.get(item.index()),
            Registered::Enterprise(enterprise) => self.enterprises.get(enterprise.index()),
            Registered::Member(member) => self.names.members.get(member.index()),
        }
    }

    fn name_mut(&mut self, of: Registered) -> Option<&mut Name> {
        match of {
            Registered::Station(station) => self.names.stations.get_mut(station.index()),
            Registered::Item(item) => self.names.items.get_mut(item.index()),
            Registered::Enterprise(enterprise) => self.enterprises.get_mut(enterprise.index()),
            Registered::Member(member) => self.names.members.get_mut(member.index()),
        }
    }

    /// Whether a member was ever admitted.
    pub(crate) fn is_member(&self, member: MemberId) -> bool {
        self.name(Registered::Member(member)).is_some()
    }

    /// Whether an item was ever listed.
    pub(crate) fn is_item(&self, item: ItemId) -> bool {
        self.name(Registered::Item(item)).is_some()
    }

    fn open(&mut self, order: OrderId, terms: &Order) {
        let open = Open {
            station: terms.station,
            item: terms.item,
            enterprise: terms.enterprise,
            price: terms.price.amount(),
            wait: Wait::No,
            given: None,
            is_declined: false,
        };
        self.orders.insert(order, open);
    }

    /// Moves the lines as an event says.
    fn note_line(&mut self, event: &Event) {
        match *event {
            // A line has room up to the number of a member, so nobody joins who was not admitted.
            Event::JoinedLine { member, category } if self.is_member(member) => {
                self.lines.of_mut(category).join(member);
            }
            Event::LeftLine { member, category } => {
                self.lines.of_mut(category).leave(member, &[]);
            }
            Event::LineSorted { category, sorting } => {
                let line = self.lines.of_mut(category);
                let volume = |member| self.volumes.get(&member).copied().unwrap_or(0);
                match sorting {
                    Sorting::Whole => line.sort(by_volume(line.members(), volume)),
                    Sorting::Correction => line.correct(turn::corrected(line, volume)),
                }
            }
            Event::WentBack { order, member, place } => {
                if let Some(category) = self.category_of(order) {
                    self.lines.of_mut(category).send_back(member, place, |_| &[]);
                }
            }
            Event::Dispatched { order, member, motion, .. } => {
                let Some(category) = self.category_of(order) else { return };
                let line = self.lines.of_mut(category);
                match motion {
                    Motion::Stays => {}
                    Motion::CursorPast => line.cursor_past(member),
                    // Where it went to, `WentBack` says by itself.
                    Motion::ToEnd => drop(line.send_to_end(member, &[])),
                }
            }
            _ => {}
        }
    }

    fn category_of(&self, order: OrderId) -> Option<Category> {
        let order = self.orders.get(&order)?;
        self.categories.get(order.item.index()).copied()
    }

    /// Notes how an order stands.
    fn note_order(&mut self, when: When, event: &Event) {
        let (Event::Dispatched { order, .. }
        | Event::Held { order }
        | Event::CameOff { order, .. }
        | Event::Declined { order, .. }
        | Event::Resumed { order, .. }) = *event
        else {
            return;
        };
        let Some(open) = self.orders.get_mut(&order) else { return };
        open.is_declined = matches!(event, Event::Declined { cause: Cause::None, .. });
        match *event {
            Event::Dispatched { member, basis, .. } => {
                (open.wait, open.given) = (Wait::No, Some((member, basis)));
            }
            Event::Held { .. } => open.wait = Wait::Since(when),
            _ => {}
        }
    }

    /// Forgets the orders that an outcome ended, and notes who is on the blacklist.
    pub(crate) fn end(&mut self, outcome: &Outcome) {
        for event in &outcome.events {
            if let Event::BlacklistingLifted { enterprise } = event {
                self.blacklisted.remove(enterprise);
            }
            if let Some((order, _)) = event.ends() {
                self.orders.remove(&order);
            }
        }
    }

    /// Notes for which order an enterprise came on the blacklist.
    fn blacklist(&mut self, enterprise: EnterpriseId, act: &Act) {
        let order = broken_by(act).and_then(|order| self.orders.get(&order));
        let station = order.map(|order| order.station);
        self.blacklisted.extend(station.map(|station| (enterprise, Some(station))));
    }

    /// An enterprise on the blacklist.
    pub(crate) fn blacklisted(&self, enterprise: EnterpriseId) -> Option<Customer> {
        Some(self.customer(*self.blacklisted.get(&enterprise)?, enterprise))
    }

    /// An order that has not ended.
    pub(crate) fn order(&self, order: OrderId) -> Option<&Open> {
        self.orders.get(&order)
    }

    /// An enterprise, by name.
    pub(crate) fn customer(
        &self,
        station: impl Into<Option<StationId>>,
        enterprise: EnterpriseId,
    ) -> Customer {
        let station = station.into();
        let name = self.enterprises.get(enterprise.index()).cloned();
        Customer { station, named: name.map(|name| EnterpriseName { enterprise, name }) }
    }

    /// Names an enterprise by what it is called now.
    pub(crate) fn name_anew(&self, customer: &mut Customer) {
        if let Some(of) = &mut customer.named
            && let Some(name) = self.name(Registered::Enterprise(of.enterprise))
        {
            of.name.clone_from(name);
        }
    }

    /// The four lines as they stand.
    pub(crate) fn lines(&self) -> Vec<LineEntry> {
        let lines = Category::ALL.into_iter().map(|category| {
            let line = self.lines.of(category);
            let places = line.members().map(|member| PlaceEntry {
                member,
                volume: self.volumes.get(&member).copied().unwrap_or(0),
            });
            LineEntry { category, places: places.collect(), cursor: line.cursor() }
        });
        lines.collect()
    }

    /// The orders that wait, in the order of submission.
    pub(crate) fn held(&self) -> Vec<HeldEntry> {
        let held = self.orders.iter().filter_map(|(&order, open)| {
            let (item, price) = (open.item, open.price);
            let (since, occurred) = match open.wait {
                Wait::No => return None,
                Wait::Since(when) => (Some(when.on), when.occurred),
                Wait::Longer => (None, None),
            };
            let customer = self.customer(open.station, open.enterprise);
            Some(HeldEntry { order, item, customer, price, since, occurred })
        });
        held.collect()
    }
}

impl From<&OrderRecord> for Open {
    /// What the record of an order says. It does not say since when one waits that a member had
    /// before.
    fn from(record: &OrderRecord) -> Self {
        let Order { station, item, enterprise, price, .. } = record.terms;
        let submitted = When { on: record.submitted, occurred: None };
        let wait = match (record.state, record.counted) {
            (OrderState::Held, None) => Wait::Since(submitted),
            (OrderState::Held, Some(_)) => Wait::Longer,
            _ => Wait::No,
        };
        Self {
            station,
            item,
            enterprise,
            price: price.amount(),
            wait,
            given: record.state.open().map(|giving| (giving.member, giving.basis)),
            is_declined: matches!(record.state, OrderState::Declined(_)),
        }
    }
}

/// The order for which an act can bring an enterprise on the blacklist.
pub(crate) fn broken_by(act: &Act) -> Option<OrderId> {
    match *act {
        Act::RecordDefault { order } | Act::Abandon { order } => Some(order),
        _ => None,
    }
}
