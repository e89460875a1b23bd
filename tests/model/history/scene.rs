//! The state at hand, and what can be drawn from it.

use paidan::{
    Alliance, CreditCode, Date, EnterpriseId, ItemId, Member, MemberId, Membership, Money, Order,
    OrderId, OrderRecord, Price, Set, StationId,
};

use super::draws::Draws;
use super::world::{World, code};

/// What the next act is made from.
pub struct Scene<'a> {
    pub alliance: &'a Alliance,
    pub draws: &'a mut dyn Draws,
    pub world: &'a World,
    /// The two prices that most orders of the history have, in fen.
    pub prices: [u64; 2],
    pub now: Date,
}

pub fn set<T: Ord>(entries: Vec<T>) -> Set<T> {
    Set::try_from(entries).expect("a short list")
}

pub fn price(fen: u64) -> Price {
    Price::new(Money::from_fen(fen)).expect("a price")
}

/// The day so many days later.
pub fn after(day: Date, days: i64) -> Date {
    Date::try_from(day.naive() + chrono::Duration::days(days)).expect("a day of few years")
}

impl Scene<'_> {
    /// True so many times out of a hundred.
    pub fn chance(&mut self, of_hundred: usize) -> bool {
        self.draws.below(100) >= 100 - of_hundred
    }

    /// One of a list, if it has any.
    pub fn pick<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        if list.is_empty() { None } else { Some(list[self.draws.below(list.len())]) }
    }

    /// One of a list that has some.
    pub fn any<T: Copy, const N: usize>(&mut self, list: [T; N]) -> T {
        list[self.draws.below(N)]
    }

    pub fn firm(&self, member: MemberId) -> &Member {
        self.alliance.member(member).expect("a member")
    }

    pub fn everybody(&self) -> Vec<MemberId> {
        (0..self.alliance.members().len()).filter_map(MemberId::at).collect()
    }

    pub fn current(&self) -> Vec<MemberId> {
        self.members(Member::is_current)
    }

    pub fn members(&self, holds: impl Fn(&Member) -> bool) -> Vec<MemberId> {
        self.everybody().into_iter().filter(|of| holds(self.firm(*of))).collect()
    }

    /// Anybody there ever was.
    pub fn anybody(&mut self) -> Option<MemberId> {
        let all = self.everybody();
        self.pick(&all)
    }

    pub fn items(&self) -> Vec<ItemId> {
        (0..self.alliance.items().len()).filter_map(ItemId::at).collect()
    }

    pub fn enterprises(&self, blacklisted: bool) -> Vec<EnterpriseId> {
        let all = (0..).map_while(EnterpriseId::at).zip(self.alliance.enterprises());
        all.filter(|(_, firm)| firm.blacklisted == blacklisted).map(|(id, _)| id).collect()
    }

    pub fn a_station(&mut self) -> Option<StationId> {
        let stations = self.alliance.stations().len();
        if stations == 0 { None } else { StationId::at(self.draws.below(stations)) }
    }

    /// The orders there ever were.
    pub fn orders(&self) -> Vec<OrderId> {
        let all = (0..).map_while(OrderId::at);
        let is_known = |of: &OrderId| {
            self.alliance.order(*of).is_some() || self.alliance.end_of(*of).is_some()
        };
        all.take_while(is_known).collect()
    }

    /// One of the orders that have not ended of which this holds; rather one of the last.
    pub fn order_with(&mut self, holds: impl Fn(&OrderRecord) -> bool) -> Option<OrderId> {
        let mut fitting = self.orders();
        fitting.retain(|of| self.alliance.order(*of).is_some_and(&holds));
        if self.chance(50) && fitting.len() > 3 {
            fitting.drain(..fitting.len() - 3);
        }
        self.pick(&fitting)
    }

    pub fn record(&self, order: OrderId) -> &OrderRecord {
        self.alliance.order(order).expect("an order that has not ended")
    }

    /// Whether a member may have an order by its terms (rules 5.2 a, b, d), suspended or not.
    pub fn may_have(&self, member: MemberId, order: &Order) -> bool {
        let firm = self.firm(member);
        let own = self.alliance.enterprise(order.enterprise).map(|of| of.code);
        firm.is_current()
            && firm.offers.contains(&order.item)
            && own != Some(firm.code)
            && !order.excluded.contains(&member)
    }

    /// The last membership of every code that can come back, and whether it is too soon for it.
    pub fn withdrawn(&self, too_soon: bool) -> Vec<MemberId> {
        let month = self.now.month();
        let lately = |on: Date| on.month() == month || month.follows(on.month());
        let is_last = |of: MemberId| {
            let after = &self.alliance.members()[of.index() + 1..];
            after.iter().all(|later| later.code != self.firm(of).code)
        };
        let fits = |firm: &Member| match firm.standing {
            Membership::Withdrawn { on } => lately(on) == too_soon,
            _ => false,
        };
        self.members(fits).into_iter().filter(|of| is_last(*of)).collect()
    }

    /// The number of a code that no member ever had, now and then that of an enterprise.
    pub fn free_number(&mut self) -> usize {
        let first = if self.chance(20) { 301 } else { 1 };
        let is_free = |code: &CreditCode| self.alliance.members().iter().all(|of| of.code != *code);
        let numbers = (first..first + 3).chain(1..);
        let mut free = numbers.filter(|number| is_free(&code(*number)));
        free.next().expect("numbers enough")
    }
}
