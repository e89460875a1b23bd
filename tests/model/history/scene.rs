//! The state at hand, and what can be drawn from it.

use chrono::{Datelike, Weekday};
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

pub fn is_weekend(day: Date) -> bool {
    matches!(day.naive().weekday(), Weekday::Sat | Weekday::Sun)
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
        (0..self.alliance.members().len()).filter_map(|of| MemberId::at(of).ok()).collect()
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
        (0..self.alliance.items().len()).filter_map(|of| ItemId::at(of).ok()).collect()
    }

    /// The items that are on the menu; all if none is.
    pub fn menu(&self) -> Vec<ItemId> {
        let mut menu = self.items();
        menu.retain(|of| self.alliance.item(*of).is_some_and(|of| !of.delisted));
        if menu.is_empty() { self.items() } else { menu }
    }

    pub fn enterprises(&self, blacklisted: bool) -> Vec<EnterpriseId> {
        let all = (0..).map_while(|of| EnterpriseId::at(of).ok()).zip(self.alliance.enterprises());
        all.filter(|(_, firm)| firm.blacklisted == blacklisted).map(|(id, _)| id).collect()
    }

    pub fn stations(&self, closed: bool) -> Vec<StationId> {
        let all = (0..).map_while(|of| StationId::at(of).ok()).zip(self.alliance.stations());
        all.filter(|(_, of)| of.closed == closed).map(|(id, _)| id).collect()
    }

    /// Mostly one that is open.
    pub fn a_station(&mut self) -> Option<StationId> {
        let (open, closed) = (self.stations(false), self.stations(true));
        if closed.is_empty() || self.chance(95) {
            return self.pick(&open).or_else(|| self.pick(&closed));
        }
        self.pick(&closed)
    }

    /// The orders there ever were.
    pub fn orders(&self) -> Vec<OrderId> {
        let all = (0..).map_while(|of| OrderId::at(of).ok());
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

    /// An id that the firm of a member has or had: this one, its last, or any.
    pub fn any_id_of(&mut self, member: MemberId) -> Option<MemberId> {
        let code = self.firm(member).code;
        let ids = self.members(|of| of.code == code);
        match self.draws.below(4) {
            0 | 1 => Some(member),
            2 => ids.last().copied(),
            _ => self.pick(&ids),
        }
    }

    /// The day itself, or one before it, now and then in another month.
    pub fn earlier(&mut self, day: Date) -> Date {
        let days = self.any([0, 1, 1, 3, 40]);
        after(day, -days)
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
