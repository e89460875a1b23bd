//! How members are held to their word: orders taken from them, notices, and exits.

use paidan::{
    Act, Actor, Application, Category, Command, Disorder, LagFinding, Member, MemberId, Membership,
    Misconduct, OrderId, reassign,
};

use super::story::Story;
use super::world::{self, PLEDGE, text};

impl Story {
    /// Takes an order from its member, if another can have it: two in three times by turn. What
    /// becomes of the laggard is on the agenda.
    pub fn reassign_if_possible(&mut self, order: OrderId, member: MemberId) {
        if self.laggard == Some(member) {
            return;
        }
        let to = if self.dice.chance(33) { self.substitute(order) } else { None };
        if self.would_go(order, to) {
            self.reassign(order, to);
        }
    }

    /// The enterprise complains, and the order goes to another.
    fn reassign(&mut self, order: OrderId, to: Option<MemberId>) {
        self.complain_of_lag(order);
        self.book.act(Act::Reassign { order, finding: LagFinding::COMPLETE, to });
    }

    /// Whether the platform could give an order to this member, or by turn.
    fn would_go(&self, order: OrderId, to: Option<MemberId>) -> bool {
        reassign(&self.book.alliance, order, &LagFinding::COMPLETE, to).is_ok()
    }

    /// A member that the platform could name for an order: the last of the line that can have it.
    fn substitute(&self, order: OrderId) -> Option<MemberId> {
        let alliance = &self.book.alliance;
        let item = alliance.item(alliance.order(order)?.terms.item)?;
        let line: Vec<MemberId> = alliance.line(item.category).collect();
        line.into_iter().rev().find(|member| self.would_go(order, Some(*member)))
    }

    /// The orders of a member that can go to others by turn, from the oldest.
    fn movable(&self, member: MemberId) -> Vec<OrderId> {
        let orders = self.book.alliance.open_orders(member).into_iter();
        orders.filter(|order| self.would_go(*order, None)).collect()
    }

    /// A member that is neither busy nor idle: of a class, with three open orders at least, the
    /// one in the middle by their number. The first two of a class have staff at the stations.
    pub fn middling(&self, category: Category) -> MemberId {
        let alliance = &self.book.alliance;
        let of_class = |member: &MemberId| {
            alliance.member(*member).is_some_and(|firm| {
                firm.is_current()
                    && firm.category == category
                    && !firm.offers.contains(&world::item_id(PLEDGE))
            })
        };
        let ids = (0..alliance.members().len()).filter_map(|place| MemberId::at(place).ok());
        let mut members: Vec<MemberId> = ids
            .filter(of_class)
            .skip(2)
            .filter(|member| alliance.open_orders_of(*member) > 2)
            .collect();
        members.sort_by_key(|member| alliance.open_orders_of(*member));
        *members.get(members.len() / 2).expect("one with three open orders")
    }

    /// The oldest order of a member that lags is taken from it, and given by turn.
    pub fn lags(&mut self) {
        let laggard = self.middling(Category::Patent);
        self.laggard = Some(laggard);
        if let Some(order) = self.movable(laggard).first() {
            self.reassign(*order, None);
        }
    }

    /// It lags again: the next goes to a member that the platform names, and the first one exits.
    pub fn lags_again(&mut self) {
        let laggard = self.laggard.expect("a member that lags");
        if let Some(order) = self.movable(laggard).first() {
            let to = self.substitute(*order);
            self.reassign(*order, to);
        }
    }

    /// The firm that was expelled asks to be in again.
    pub fn expelled_applies(&mut self) {
        let laggard = self.laggard.and_then(|member| self.book.alliance.member(member));
        let laggard = laggard.expect("a member that lags");
        if !matches!(laggard.standing, Membership::Expelled { .. }) {
            return;
        }
        let Member { name, code, category, offers, .. } = laggard.clone();
        let again = Application { name, code, category, volume: 30, offers };
        let command = Command::new(self.book.date, Act::Admit(again));
        self.book.refused("code_of_expelled_member", command);
    }

    pub fn notify(&mut self) {
        let member = self.middling(Category::Research);
        self.notified = Some(member);
        self.book.act(Act::Notify { member });
    }

    /// Nothing got better since the notice.
    pub fn expel_notified(&mut self) {
        let notified = self.notified.expect("a member that got a notice");
        self.expel(notified, Misconduct::NoImprovement, Actor::Platform);
    }

    /// The member that alone offers an item violated an enterprise's rights: the orders for that
    /// item wait until another one offers it.
    pub fn expel_pledge_member(&mut self) {
        let pledge = world::item_id(PLEDGE);
        let members = self.book.alliance.members();
        let place = members.iter().position(|firm| firm.offers.contains(&pledge));
        let member = place.and_then(|place| MemberId::at(place).ok()).expect("one that offers it");
        self.expel(member, Misconduct::Infringement { pursued: true }, Actor::Council);
    }

    pub fn expel_for_extra_charges(&mut self) {
        let member = self.middling(Category::Finance);
        let kind = Disorder::ExtraCharges;
        let unverified = Misconduct::DisorderlyCompetition { kind, verified: false };
        let act = Act::Expel { member, misconduct: unverified, by: Actor::Council };
        self.book.refused("ground_not_met", Command::new(self.book.date, act));
        let misconduct = Misconduct::DisorderlyCompetition { kind, verified: true };
        self.expel(member, misconduct, Actor::Council);
    }

    pub fn expel_for_another_act(&mut self) {
        let member = self.middling(Category::Finance);
        let description = text("出具内容失实的专项审计报告");
        let consequence = text("两家企业的高企申报被退回");
        let misconduct = Misconduct::OtherAct { description, consequence };
        self.expel(member, misconduct, Actor::Council);
    }

    /// Of a member that has left already nothing is recorded.
    fn expel(&mut self, member: MemberId, misconduct: Misconduct, by: Actor) {
        if self.book.alliance.member(member).is_some_and(Member::is_current) {
            self.book.act(Act::Expel { member, misconduct, by });
        }
    }

    /// The council takes the first enterprise off the blacklist that is on it.
    pub fn lift_blacklisting(&mut self) {
        let enterprises = self.book.alliance.enterprises();
        let place = enterprises.iter().position(|enterprise| enterprise.blacklisted);
        let enterprise = place
            .and_then(|place| paidan::EnterpriseId::at(place).ok())
            .expect("one that is blacklisted");
        self.book.act(Act::LiftBlacklisting { enterprise });
    }
}
