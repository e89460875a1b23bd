//! Acts by which members and orders come in, drawn so that most are accepted.

use paidan::{
    Act, Application, Category, Channel, ComprehensiveReach, CountDesignated, ItemId, List, Member,
    MemberId, Money, Month, Order, Set, Volume,
};

use super::policies;
use super::scene::{Scene, price, set};
use super::world::{code, firm_name, item_name, name_with, station_name};

impl Scene<'_> {
    pub fn register(&mut self) -> Option<Act> {
        let items = self.alliance.items().len();
        Some(match self.draws.below(6) {
            0 if self.alliance.stations().len() < 4 => {
                Act::OpenStation { name: station_name(self.alliance.stations().len()) }
            }
            1 if items < self.world.items.1 + 2 => {
                let (name, category) = (item_name(items), self.world.class(self.draws));
                Act::ListItem { name, category, menu_price: self.menu_price() }
            }
            2 if self.alliance.enterprises().len() < 8 => {
                let number = [1, 2, 4, 9][self.draws.below(4)];
                let taken = self.alliance.enterprises().iter().any(|of| of.code == code(number));
                let number = if taken { 310 + self.alliance.enterprises().len() } else { number };
                Act::RegisterEnterprise { name: firm_name(number), code: code(number) }
            }
            _ => {
                let items = self.items();
                Act::SetMenuPrice { item: self.pick(&items)?, menu_price: self.menu_price() }
            }
        })
    }

    fn menu_price(&mut self) -> Option<paidan::Price> {
        if self.chance(50) { Some(price(self.prices[self.draws.below(2)])) } else { None }
    }

    /// What a class may offer.
    fn in_reach(&self, class: Category) -> Vec<ItemId> {
        let reaches_all = class == Category::Comprehensive
            && self.alliance.policy().comprehensive_reach == ComprehensiveReach::EveryCategory;
        let is_own = |of: &ItemId| self.alliance.item(*of).is_some_and(|of| of.category == class);
        self.items().into_iter().filter(|of| reaches_all || is_own(of)).collect()
    }

    /// Some of what a class may offer, half of the time all of it.
    fn offers(&mut self, class: Category) -> Set<ItemId> {
        let mut all = self.in_reach(class);
        if self.chance(50) {
            let kept = self.draws.below(all.len().max(1));
            let other = self.draws.below(all.len().max(1));
            let mut nth = 0..all.len();
            all.retain(|_| nth.next().is_some_and(|nth| nth == kept || nth == other));
        }
        set(all)
    }

    pub fn application(&mut self) -> Application {
        let number = self.free_number();
        let items = self.items();
        let item = self.pick(&items).and_then(|item| self.alliance.item(item));
        let category = match item {
            Some(item) if !self.chance(5) => item.category,
            _ => self.world.class(self.draws),
        };
        let volume = self.alliance.policy().admission.min_orders;
        let (name, code, offers) = (firm_name(number), code(number), self.offers(category));
        Application { name, code, category, volume, offers }
    }

    pub fn admit(&mut self) -> Option<Act> {
        if self.current().len() > self.world.members.1 && self.chance(80) {
            return self.withdraw();
        }
        let again = self.rather_barred(self.withdrawn(false));
        let mut application = self.application();
        if let Some(member) = self.pick(&again)
            && self.chance(60)
        {
            application.code = self.firm(member).code;
            application.name = name_with(application.code);
        }
        Some(Act::Admit(application))
    }

    pub fn change_offers(&mut self) -> Option<Act> {
        let members = self.current();
        let member = self.pick(&members)?;
        Some(Act::ChangeOffers { member, offers: self.offers(self.firm(member).category) })
    }

    /// Now and then one that is on leave, or one that served an order this month and counts for it
    /// when the month closes, or not.
    pub fn withdraw(&mut self) -> Option<Act> {
        let on_leave = self.members(|of| of.on_leave);
        let mut members = self.current();
        if !on_leave.is_empty() && self.chance(30) {
            members = on_leave;
        }
        let mut free = members.clone();
        free.retain(|member| self.alliance.open_orders_of(*member) == 0);
        let mut served = free.clone();
        served.retain(|member| self.alliance.tallied_amount(*member) > Money::ZERO);
        if !served.is_empty() && self.chance(40) {
            members = served;
        } else if !free.is_empty() {
            members = if self.chance(70) { self.rather_barred(free) } else { free };
        }
        Some(Act::Withdraw { member: self.pick(&members)? })
    }

    /// Figures so small that many are equal; some members are not named.
    pub fn volumes(&mut self) -> Vec<Volume> {
        let mut named = self.current();
        named.retain(|_| self.draws.below(5) > 0);
        let orders = |draws: &mut dyn super::draws::Draws| [0, 1, 2, 3, 3, 9][draws.below(6)];
        named.into_iter().map(|member| Volume { member, orders: orders(self.draws) }).collect()
    }

    /// A whole list, or one that differs from the last by a figure or by two exchanged.
    pub fn publish_ranking(&mut self) -> Act {
        let year = self.now.year();
        let is_ranked = self.alliance.ranking_year() == Some(year);
        let volumes = if is_ranked && self.chance(70) { self.corrected() } else { self.volumes() };
        Act::PublishRanking { year, volumes: List::try_from(volumes).expect("a short list") }
    }

    fn corrected(&mut self) -> Vec<Volume> {
        let volume = |member| Volume { member, orders: self.alliance.ranking_volume(member) };
        let mut volumes: Vec<Volume> = self.current().into_iter().map(volume).collect();
        if !volumes.is_empty() {
            let (one, other) = (self.draws.below(volumes.len()), self.draws.below(volumes.len()));
            let (first, second) = (volumes[one].orders, volumes[other].orders);
            volumes[one].orders = if first == second { self.any([0, 2, 4]) } else { second };
            volumes[other].orders = first;
        }
        volumes
    }

    pub fn adopt_policy(&mut self) -> Option<Act> {
        let later = [1, 1, 1, 2, 3][self.draws.below(5)];
        let month = (0..later).try_fold(self.now.month(), |month, _| Month::next(month))?;
        Some(Act::AdoptPolicy { month, policy: Box::new(policies::policy(self.world, self.draws)) })
    }

    /// The plainest order that is accepted.
    pub fn plain_order(&mut self) -> Option<Order> {
        let mut items = self.menu();
        if self.chance(3) {
            items = self.items();
        }
        let enterprises = self.enterprises(false);
        let enterprise = self.pick(&enterprises)?;
        let item = self.pick(&items)?;
        let fen = match self.draws.below(12) {
            0 => [1, 1_500_000, 9_999_999_999, 10_001][self.draws.below(4)],
            nth => self.prices[nth % 2],
        };
        let menu = self.alliance.item(item)?.menu_price;
        let asked = menu.map_or(price(fen), |menu| menu.min(price(fen)));
        let asked = if asked.amount().is_zero() { price(1) } else { asked };
        let mut order = Order::new(self.a_station()?, enterprise, item, asked);
        order.conditions = self.alliance.policy().conditions.clone();
        Some(order)
    }

    /// An order, with each option now and then.
    pub fn order(&mut self) -> Option<Order> {
        let mut order = self.plain_order()?;
        let current = self.current();
        if self.chance(12) {
            let odds = [2, 2, 4, 1][self.draws.below(4)];
            let mut excluded = current.clone();
            if self.chance(25) {
                // Only who is suspended is left: the order waits, and can be designated to it.
                let suspensions = self.alliance.suspensions();
                excluded.retain(|of| suspensions.iter().all(|each| each.member != *of));
            } else {
                excluded.retain(|_| self.draws.below(odds) == 0);
            }
            excluded.extend(self.anybody().filter(|_| odds > 1));
            order.excluded = set(excluded);
        }
        if self.chance(10) {
            order.taken_by = self.anybody();
            order.channel = Channel::Telephone;
        }
        if self.chance(15) {
            order.ask_deposit = true;
            order.months = [0, 13, 13, 1_201][self.draws.below(4)];
            let half = order.price.amount().fen() / 2;
            order.covered = Money::from_fen(self.any([0, half, half, 2 * half]));
            let policy = self.alliance.policy();
            let months = order.months > policy.deposit.months.get();
            order.ask_deposit = months || order.covered.is_zero();
        }
        Some(order)
    }

    pub fn accept(&mut self) -> Option<Act> {
        self.order().map(Act::Accept)
    }

    pub fn accept_designated(&mut self) -> Option<Act> {
        let mut order = self.order()?;
        let mut able = self.current();
        able.retain(|of| self.may_have(*of, &order));
        order.designated = self.pick(&able);
        Some(Act::Accept(order))
    }

    /// An order at a price that brings a member's amount to its cap, or a fen off.
    pub fn accept_aimed(&mut self) -> Option<Act> {
        let members = self.current();
        let member = self.pick(&members)?;
        let offers = self.firm(member).offers.as_slice().to_vec();
        let mut order = self.plain_order()?;
        order.item = self.pick(&offers)?;
        let share = i64::from(self.alliance.policy().caps.amount_share.basis_points());
        let fen = |of: Money| i64::try_from(of.fen()).expect("few");
        let own = fen(self.alliance.tallied_amount(member));
        let whole = fen(self.alliance.tallied_total().1);
        let wanted = (share * whole - own * 10_000) / (10_000 - share).max(1);
        let wanted = wanted + self.any([-1, 0, 0, 1]);
        order.price = price(u64::try_from(wanted).ok().filter(|of| (1..1 << 33).contains(of))?);
        let menu = self.alliance.item(order.item)?.menu_price;
        if !self.may_have(member, &order) || menu.is_some_and(|menu| menu < order.price) {
            return None;
        }
        if self.alliance.policy().count_designated == CountDesignated::Yes {
            order.designated = Some(member);
        } else {
            let others = self.members(Member::is_current).into_iter();
            order.excluded = set(others.filter(|of| *of != member).collect::<Vec<MemberId>>());
        }
        Some(Act::Accept(order))
    }
}
