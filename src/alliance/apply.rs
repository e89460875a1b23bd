//! The only code that changes an alliance. It holds no rule: a command brings the facts, an event
//! the conclusion.

use crate::alliance::Alliance;
use crate::cap::{CapFigures, Suspension};
use crate::command::{Act, Command};
use crate::date::Month;
use crate::event::Event;
use crate::id::{ItemId, MemberId, OrderId};
use crate::list::Set;
use crate::member::{Category, Member, Membership};
use crate::money::Money;
use crate::order::{Counted, End, Giving, Motion, OrderRecord, OrderState};
use crate::policy::CapScope;
use crate::register::{Enterprise, ServiceItem, Station};

impl Alliance {
    /// The command is accepted and written.
    pub(crate) fn close_entry(&mut self, command: &Command) {
        self.position = self.next_position();
        self.date = Some(command.date);
    }

    /// Carries one conclusion out.
    pub(crate) fn apply_event(&mut self, command: &Command, event: &Event) {
        match *event {
            Event::Accepted { deposit, .. } => self.open_record(command, deposit),
            Event::Dispatched { order, member, basis, motion, counted } => {
                let giving = Giving { member, on: command.date, basis, counted };
                self.give(order, giving, motion);
            }
            Event::Held { order } => self.docket.hold(order),
            Event::Cancelled { order } => self.docket.end(order, End::Cancelled),
            Event::MonthClosed { .. } => self.end_suspensions(),
            Event::Suspended { member, scope, cap } => self.suspend(member, scope, cap),
            Event::MonthOpened { .. } => self.tally.clear(),
            Event::PolicyAdopted { month } => self.adopt(command, month),
            Event::PolicyInForce { month } => self.enforce(month),
            Event::StationOpened { .. }
            | Event::ItemListed { .. }
            | Event::MenuPriceSet { .. }
            | Event::EnterpriseRegistered { .. }
            | Event::Admitted { .. } => self.register(command),
            Event::OffersChanged { member } => self.change_offers(command, member),
            Event::Withdrawn { member } => {
                self.leave_as(member, Membership::Withdrawn { on: command.date });
            }
            Event::LeftLine { member, category } => self.lines.of_mut(category).leave(member),
            Event::JoinedLine { member, category } => self.join(member, category),
            Event::RankingPublished { .. } => self.rank(command),
            Event::LineSorted { category } => {
                let order = self.roster.in_rank_order(self.lines.of(category).members());
                self.lines.of_mut(category).sort(&order);
            }
            // These tell of what another event does, or of figures that were found.
            Event::CapReached { .. } | Event::DepositReturned { .. } => {}
        }
    }

    /// Registers what the command brings.
    fn register(&mut self, command: &Command) {
        match &command.act {
            Act::OpenStation { name } => self.registry.add_station(Station { name: name.clone() }),
            Act::ListItem { name, category, menu_price } => self.registry.add_item(ServiceItem {
                name: name.clone(),
                category: *category,
                menu_price: *menu_price,
            }),
            Act::SetMenuPrice { item, menu_price } => {
                if let Some(item) = self.registry.item_mut(*item) {
                    item.menu_price = *menu_price;
                }
            }
            Act::RegisterEnterprise { name, code } => {
                let enterprise = Enterprise { name: name.clone(), code: *code, blacklisted: false };
                self.registry.add_enterprise(enterprise, self.roster.current_with(code));
            }
            Act::Admit(firm) => {
                self.add_member(Member {
                    name: firm.name.clone(),
                    code: firm.code,
                    category: firm.category,
                    offers: firm.offers.clone(),
                    standing: Membership::Current,
                });
            }
            _ => {}
        }
    }

    /// Adds a member, which stands in no line yet.
    pub(crate) fn add_member(&mut self, member: Member) {
        let code = member.code;
        self.roster.add(member);
        self.registry.set_own_firm(&code, self.roster.current_with(&code));
    }

    /// Replaces what a member offers, and with it what it is ready for where it stands.
    fn change_offers(&mut self, command: &Command, member: MemberId) {
        let Act::ChangeOffers { offers, .. } = &command.act else { return };
        let Some(before) = self.roster.set_offers(member, offers) else { return };
        self.refresh(member, before.as_slice());
        self.refresh(member, offers.as_slice());
    }

    /// A member is no longer in the alliance.
    fn leave_as(&mut self, member: MemberId, standing: Membership) {
        self.roster.set_standing(member, standing);
        if let Some(code) = self.roster.member(member).map(|member| member.code) {
            self.registry.set_own_firm(&code, self.roster.current_with(&code));
        }
    }

    /// A member joins the end of a line, ready for what it offers there.
    pub(crate) fn join(&mut self, member: MemberId, category: Category) {
        self.lines.of_mut(category).join(member);
        let offers = self.offers_of(member);
        self.refresh(member, offers.as_slice());
    }

    fn offers_of(&self, member: MemberId) -> Set<ItemId> {
        self.roster.member(member).map(|member| member.offers.clone()).unwrap_or_default()
    }

    /// Makes a member ready for just those of these items that it offers and is not suspended
    /// from, in the lines in which it stands.
    fn refresh(&mut self, member: MemberId, items: &[ItemId]) {
        for &item in items {
            let Some(category) = self.registry.item(item).map(|item| item.category) else {
                continue;
            };
            let is_ready = self.roster.offers(member).binary_search(&item).is_ok()
                && self.suspensions.of(member, item).is_none();
            self.lines.of_mut(category).set_ready(member, item, is_ready);
        }
    }

    /// The suspensions of the month that ends are over.
    fn end_suspensions(&mut self) {
        for suspension in self.suspensions.end_all() {
            let offers = self.offers_of(suspension.member);
            self.refresh(suspension.member, offers.as_slice());
        }
    }

    /// A member is suspended from every item, or from the one of its cap.
    fn suspend(&mut self, member: MemberId, scope: CapScope, cap: CapFigures) {
        let item = match scope {
            CapScope::Member => None,
            CapScope::Item => cap.item(),
        };
        self.add_suspension(Suspension { member, item, cap: Some(cap) });
    }

    /// Puts a suspension in force.
    pub(crate) fn add_suspension(&mut self, suspension: Suspension) {
        self.suspensions.add(suspension);
        let offers = self.offers_of(suspension.member);
        self.refresh(suspension.member, offers.as_slice());
    }

    /// Notes a policy for its month.
    fn adopt(&mut self, command: &Command, month: Month) {
        if let Act::AdoptPolicy { policy, .. } = &command.act {
            self.pending.insert(month, (**policy).clone());
        }
    }

    /// The policy of a month comes into force.
    fn enforce(&mut self, month: Month) {
        if let Some(policy) = self.pending.remove(&month) {
            self.policy = policy;
            self.lines.follow(self.policy.turn);
        }
    }

    /// Takes the figures of a ranking.
    fn rank(&mut self, command: &Command) {
        if let Act::PublishRanking { year, volumes } = &command.act {
            let volumes = volumes.as_slice().iter().map(|of| (of.member, of.orders));
            self.roster.rank(*year, volumes);
        }
    }

    /// Opens the record of the order that the command brings.
    fn open_record(&mut self, command: &Command, deposit: Money) {
        if let Act::Accept(order) = &command.act {
            self.docket.open(|| OrderRecord {
                terms: order.clone(),
                submitted: command.date,
                deposit,
                state: OrderState::Held,
            });
        }
    }

    /// Gives an order to a member: its record, the member's open orders, the tallies, the line.
    fn give(&mut self, order: OrderId, giving: Giving, motion: Motion) {
        let Some(record) = self.docket.give(order, giving) else { return };
        let (item, price) = (record.terms.item, record.terms.price.amount());
        let member = giving.member;
        self.roster.takes_order(member);
        if giving.counted == Counted::Yes {
            self.tally.add(member, item, 1, price);
        }
        if motion == Motion::Stays {
            return;
        }
        let Some(category) = self.registry.item(item).map(|item| item.category) else { return };
        let line = self.lines.of_mut(category);
        match motion {
            Motion::ToEnd => line.send_to_end(member, self.roster.offers(member)),
            Motion::CursorPast => line.cursor_past(member),
            Motion::Stays => {}
        }
    }
}
