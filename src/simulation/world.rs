//! The world: what happens to a city whatever is decided there. A function of workload and seed.

use chrono::{Datelike, NaiveDate};

use crate::facts::member::Category;
use crate::facts::order::Channel;
use crate::simulation::draws::{
    Attribute, Attribute as A, Draw, Draws, Kind, offer_number, order_number,
};
use crate::simulation::table::Table;
use crate::simulation::timetable::Timetable;
use crate::simulation::workload::{Popularity, Workload};
use crate::words::date::{Date, DateError};
use crate::words::id::{EnterpriseId, ItemId, StationId};
use crate::words::money::{Money, Price};

/// A workload with a seed.
#[derive(Debug)]
pub(super) struct World<'a> {
    pub(super) workload: &'a Workload,
    draws: Draws,
    /// The days of the year.
    pub(super) days: Vec<Date>,
    /// Of each day the first working day from it on, by its place in the year.
    pub(super) working: Vec<u16>,
    /// Founders, then newcomers, by their number.
    pub(super) firms: Vec<Firm>,
    /// What befalls members in the year, by day.
    pub(super) happenings: Vec<(u16, Happening)>,
    stations: Table,
    enterprises: Table,
    items: Table,
    /// Of each item the firms that offer it.
    favourites: Vec<Table>,
}

/// A firm that is, or will be, a member.
#[derive(Debug)]
pub(super) struct Firm {
    pub(super) category: Category,
    /// Its orders of the last two years.
    pub(super) volume: u16,
    /// The items it offers; nothing only where its class has none.
    pub(super) offers: Vec<ItemId>,
    /// Its place among those that are named.
    fame: u32,
}

/// What befalls a firm, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Happening {
    /// It applies.
    Applies(u32),
    /// It wants to leave.
    Withdraws(u32),
    /// It goes on leave for some days.
    Leaves(u32, u16),
    /// It is expelled for its conduct.
    Misbehaves(u32),
}

/// An order as it is asked for; firms are told by their number.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) number: u32,
    /// The day of the year, from 0.
    pub(super) day: u16,
    pub(super) station: StationId,
    pub(super) enterprise: EnterpriseId,
    pub(super) item: ItemId,
    pub(super) price: Price,
    pub(super) designated: Option<u32>,
    pub(super) excluded: Option<u32>,
    pub(super) channel: Channel,
    pub(super) months: u16,
    pub(super) covered: Money,
    /// Whether a deposit is asked for where there is ground.
    pub(super) deposit: bool,
    pub(super) patience: u16,
}

/// The orders that are asked for in a month, by day.
#[derive(Debug)]
pub(super) struct MonthOfOrders {
    /// By number.
    orders: Vec<Asked>,
    /// The places above of those that have not come in.
    days: Timetable<usize>,
}

impl MonthOfOrders {
    /// No orders, in a year of so many days.
    pub(super) fn new(days: usize) -> Self {
        Self { orders: Vec::new(), days: Timetable::new(days) }
    }

    /// The next one that comes in on a day.
    pub(super) fn next(&mut self, day: u16) -> Option<&Asked> {
        let place = self.days.take(day)?;
        self.orders.get(place)
    }
}

impl<'a> World<'a> {
    pub(super) fn new(workload: &'a Workload, seed: u64) -> Result<Self, DateError> {
        let first = Date::from_ymd(workload.year, 1, 1)?;
        let of_year = first.naive().iter_days().take_while(|day| day.year() == workload.year);
        let days = of_year.map(Date::try_from).collect::<Result<Vec<_>, _>>()?;
        let mut world = Self {
            workload,
            draws: Draws::new(workload.world, seed),
            working: working_days(&days),
            days,
            firms: Vec::new(),
            happenings: Vec::new(),
            stations: ranked(workload.stations, workload.station_popularity),
            enterprises: ranked(workload.enterprises, workload.enterprise_popularity),
            items: Table::new(workload.items.iter().map(|item| item.weight)),
            favourites: Vec::new(),
        };
        world.people();
        world.befall();
        Ok(world)
    }

    /// How many firms found the alliance.
    pub(super) fn founders(&self) -> u32 {
        self.workload.members.iter().fold(0, |sum, of| of.count.saturating_add(sum))
    }

    /// Fills in the firms, and who is named how often.
    fn people(&mut self) {
        let workload = self.workload;
        let founders = self.founders();
        let classes = Table::new(workload.members.iter().map(|of| of.count));
        let founding = workload.members.iter().flat_map(|of| (0..of.count).map(|_| of.category));
        let all = founding.map(Some).chain((0..workload.newcomers).map(|_| None));
        for (category, number) in all.zip(0..) {
            let draw = self.draws.of(Kind::Firm, u64::from(number));
            let class = || classes.pick(&draw, A::FirmCategory);
            let drawn = || workload.members.get(class()?).map(|of| of.category);
            let Some(category) = category.or_else(drawn) else { continue };
            let (volume, fame) =
                (draw.within(A::FirmVolume, workload.volumes), draw.below(A::FirmFame, founders));
            let offers = self.offers(number, category);
            self.firms.push(Firm { category, volume, offers, fame });
        }
        let favourites = (0..workload.items.len()).map_while(ItemId::nth).map(|item| {
            Table::new(self.firms.iter().map(|firm| {
                let popularity = workload.member_popularity;
                if firm.offers.contains(&item) { popularity.weight(firm.fame) } else { 0 }
            }))
        });
        self.favourites = favourites.collect();
    }

    /// What a firm offers: of each item of its class it is drawn whether it does.
    fn offers(&mut self, firm: u32, category: Category) -> Vec<ItemId> {
        let workload = self.workload;
        let (mut offers, mut first) = (Vec::new(), None);
        let mut places = 0_u32;
        let mut ids = (0..).map_while(ItemId::nth);
        for items in workload.items.chunks(Attribute::RANGE.len()) {
            let number = (u64::from(firm) << 32) | u64::from(places);
            let draw = self.draws.of(Kind::Range, number);
            places = places.saturating_add(1);
            for ((item, of), id) in items.iter().zip(Attribute::RANGE).zip(&mut ids) {
                if item.category != category {
                    continue;
                }
                first = first.or(Some(id));
                if draw.happens(of, item.offered) {
                    offers.push(id);
                }
            }
        }
        if offers.is_empty() {
            offers.extend(first);
        }
        offers
    }

    /// Fills in what befalls firms in the year.
    fn befall(&mut self) {
        let workload = self.workload;
        let (founders, firms) = (self.founders(), count(&self.firms));
        let days = count(&self.days);
        let day = |draw: &Draw, of| u16::try_from(draw.below(of, days)).unwrap_or(u16::MAX);
        let mut all = Vec::new();
        for number in 0..workload.newcomers {
            let draw = self.draws.of(Kind::Newcomer, number.into());
            let firm = founders.saturating_add(number);
            all.push((day(&draw, A::NewcomerDay), Happening::Applies(firm)));
        }
        for number in 0..workload.withdrawals {
            let draw = self.draws.of(Kind::Withdrawal, number.into());
            let firm = draw.below(A::WithdrawalMember, firms);
            all.push((day(&draw, A::WithdrawalDay), Happening::Withdraws(firm)));
        }
        for number in 0..workload.leaves {
            let draw = self.draws.of(Kind::Leave, number.into());
            let firm = draw.below(A::LeaveMember, firms);
            let length = draw.within(A::LeaveDays, workload.leave_days);
            all.push((day(&draw, A::LeaveDay), Happening::Leaves(firm, length)));
        }
        for number in 0..workload.misconducts {
            let draw = self.draws.of(Kind::Misconduct, number.into());
            let firm = draw.below(A::MisconductMember, firms);
            all.push((day(&draw, A::MisconductDay), Happening::Misbehaves(firm)));
        }
        for (day, _) in &mut all {
            *day = self.working.get(usize::from(*day)).copied().unwrap_or(*day);
        }
        all.sort_unstable();
        self.happenings = all;
    }

    /// The orders of a month, from 0, in place of those of another.
    pub(super) fn month(&mut self, month: u32, into: &mut MonthOfOrders) {
        into.orders.clear();
        let of_month = |place: &u16| {
            let date = self.days.get(usize::from(*place));
            date.is_some_and(|date| date.month_of_year() == month.saturating_add(1))
        };
        let mut days: Vec<u16> = self.working.iter().copied().filter(of_month).collect();
        days.dedup();
        for number in 0..self.volume(month) {
            let number = order_number(month, number);
            let draw = self.draws.of(Kind::Order, number.into());
            if let Some(asked) = self.asked(number, &draw, &days) {
                into.days.put(asked.day, into.orders.len());
                into.orders.push(asked);
            }
        }
    }

    /// How many orders are asked for in a month, from 0.
    fn volume(&mut self, month: u32) -> u32 {
        let (orders, seasons) = (self.workload.orders, &self.workload.seasons);
        let sum = |months: &[u32]| {
            months.iter().fold(0_u64, |sum, of| sum.saturating_add(u64::from(*of)))
        };
        let upto = |months: u32| {
            let places = usize::try_from(months).unwrap_or(usize::MAX);
            let part = u128::from(sum(seasons.get(..places).unwrap_or(seasons)));
            part.saturating_mul(orders.into()).checked_div(sum(seasons).into()).unwrap_or(0)
        };
        // Each month has what the season brings it to, less all before, so that the year comes out.
        let volume = upto(month.saturating_add(1)).saturating_sub(upto(month));
        let range = u32::from(self.workload.variation.get());
        let draw = self.draws.of(Kind::Month, month.into());
        let part = draw.below(A::MonthVolume, range.saturating_mul(2).saturating_add(1));
        let part = 10_000_u32.saturating_add(part).saturating_sub(range);
        let volume = volume.saturating_mul(part.into()) / 10_000;
        u32::try_from(volume).unwrap_or(u32::MAX).min(MOST_OF_MONTH)
    }

    fn asked(&self, number: u32, draw: &Draw, days: &[u16]) -> Option<Asked> {
        let workload = self.workload;
        let day = usize::try_from(draw.below(A::OrderDay, count(days))).ok()?;
        let item = self.items.pick(draw, A::OrderItem)?;
        let menu = workload.items.get(item)?.menu_price;
        let price = if draw.happens(A::OrderFullPrice, workload.at_full_price) {
            menu
        } else {
            discounted(menu, draw.within(A::OrderPrice, workload.discounted))
        };
        let favourites = self.favourites.get(item)?;
        let firm = |of| favourites.pick(draw, of).and_then(|firm| u32::try_from(firm).ok());
        let designates = draw.happens(A::OrderDesignates, workload.designated);
        let designated = if designates { firm(A::OrderFavourite) } else { None };
        let conflicts = draw.happens(A::OrderConflict, workload.conflicts);
        let excluded = if conflicts { firm(A::OrderExcluded) } else { None };
        let by_telephone = draw.happens(A::OrderChannel, workload.by_telephone);
        let covered = percent(price.amount(), draw.within(A::OrderCovered, workload.covered));
        Some(Asked {
            number,
            day: *days.get(day)?,
            station: StationId::nth(self.stations.pick(draw, A::OrderStation)?)?,
            enterprise: EnterpriseId::nth(self.enterprises.pick(draw, A::OrderEnterprise)?)?,
            item: ItemId::nth(item)?,
            price,
            designated,
            // Nobody names a member with a conflict of interest.
            excluded: excluded.filter(|firm| designated != Some(*firm)),
            channel: if by_telephone { Channel::Telephone } else { Channel::Station },
            months: draw.within(A::OrderMonths, workload.months),
            covered,
            deposit: draw.happens(A::OrderDeposit, workload.deposits),
            patience: draw.within(A::OrderPatience, workload.patience),
        })
    }

    /// How an offer of an order to a firm is answered, each by its number.
    pub(super) fn offer(&mut self, order: u32, firm: u32, attempt: u32) -> Draw {
        self.draws.at_attempt(Kind::Offer, offer_number(order, firm), attempt)
    }
}

/// More orders than any month has, and than [`order_number`] has room for.
const MOST_OF_MONTH: u32 = 1 << 24;

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

fn ranked(count: u32, popularity: Popularity) -> Table {
    Table::new((0..count).map(|rank| popularity.weight(rank)))
}

/// Of each day of a year the first working day from it on, by its place; after the last one, none.
fn working_days(days: &[Date]) -> Vec<u16> {
    let mut next = u16::MAX;
    let days = days.iter().enumerate().rev();
    let mut found: Vec<u16> = days
        .map(|(place, date)| {
            if is_working_day(date.naive()) {
                next = u16::try_from(place).unwrap_or(u16::MAX);
            }
            next
        })
        .collect();
    found.reverse();
    found
}

fn is_working_day(day: NaiveDate) -> bool {
    day.weekday().number_from_monday() < 6
}

/// A price in percent of the menu's, rounded down to 10 yuan; the menu's where that is nothing.
fn discounted(menu: Price, part: u16) -> Price {
    const STEP: u64 = 1_000;
    let fen = percent(menu.amount(), part).fen() / STEP;
    let price = Money::from_fen(fen.saturating_mul(STEP)).min(menu.amount());
    if price.is_zero() { menu } else { Price::new(price).unwrap_or(menu) }
}

fn percent(amount: Money, percent: u16) -> Money {
    Money::from_fen(amount.fen().saturating_mul(percent.into()) / 100)
}
