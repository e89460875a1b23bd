//! Commands that should not be accepted: every reason of rules 14 and 1.4 has its own way here.

use paidan::{
    Act, Application, Calendar, Category, Command, EnterpriseId, ItemId, List, Member, MemberId,
    Membership, Misconduct, Month, OrderId, Registered, Set, StationId, Volume,
};

use super::policies::condition;
use super::scene::{Scene, after, is_weekend, set};
use super::world::{name, name_with, text};

/// Makes a command, or nothing where the state offers no occasion.
type Wrong = fn(&mut Scene<'_>) -> Option<Act>;

const WRONG: [Wrong; 17] = [
    |scene| scene.wrong_target(),
    |scene| scene.unknown(),
    |scene| scene.wrong_application(),
    |scene| scene.wrong_application(),
    |scene| scene.wrong_member(),
    |scene| scene.wrong_member(),
    |scene| scene.wrong_ranking(),
    |scene| scene.wrong_policy_or_calendar(),
    |scene| scene.wrong_order(),
    |scene| scene.wrong_order(),
    |scene| scene.wrong_order(),
    |scene| scene.any_act_on_any_order(),
    |scene| scene.any_act_on_any_order(),
    |scene| scene.any_act_on_any_order(),
    |scene| scene.wrong_duty(),
    |scene| scene.wrong_register(),
    |scene| scene.wrong_register(),
];

impl Scene<'_> {
    /// Spoils what a command says of time and place, or the whole of it.
    pub fn spoil(&mut self, command: &mut Command) {
        let date = command.date;
        let next = self.alliance.next_position();
        let off = 1 + u64::try_from(self.draws.below(3)).expect("few");
        match self.draws.below(18) {
            5 => command.occurred = Some(after(date, i64::try_from(off).expect("few"))),
            0 => command.date = after(date, -1 - i64::try_from(off).expect("few") * 10),
            1 => command.date = after(date, 31),
            2 => command.expect = Some(next + off),
            3 => command.expect = Some(next.saturating_sub(off)),
            4 if command.act != Act::OpenMonth => command.act = Act::OpenMonth,
            4 => command.date = after(date, 62),
            _ => {
                let wrong = self.any(WRONG);
                if let Some(act) = wrong(self) {
                    command.date = self.now;
                    command.act = act;
                }
            }
        }
    }

    /// Something is named that is not there.
    fn unknown(&mut self) -> Option<Act> {
        let member = MemberId::new(9_000).ok()?;
        let order = OrderId::new(1_000_000_000).ok()?;
        let item = ItemId::new(900).ok()?;
        let enterprise = EnterpriseId::new(900).ok()?;
        let station = StationId::new(99).ok()?;
        let mut asked = self.plain_order()?;
        match self.draws.below(6) {
            0 => asked.station = station,
            1 => asked.enterprise = enterprise,
            2 => asked.item = item,
            3 => asked.excluded = Set::one(member),
            4 => asked.taken_by = Some(member),
            _ => asked.designated = Some(member),
        }
        let named = name("Nobody");
        Some(match self.draws.below(22) {
            12 => Act::CloseStation { station },
            13 => Act::DelistItem { item },
            14 => Act::Rename { of: Registered::Member(member), name: named },
            15 => Act::Rename { of: Registered::Station(station), name: named },
            16 => Act::Rename { of: Registered::Item(item), name: named },
            17 => Act::Rename { of: Registered::Enterprise(enterprise), name: named },
            18 => Act::GrantLeave { member },
            19 => Act::LiftBar { order: self.assigned()?, member },
            20 => Act::LiftBar { order, member },
            21 => {
                Act::RecordFeedback { order, feedback: paidan::Feedback::Satisfied, text: text("") }
            }
            0 => Act::Withdraw { member },
            1 => Act::SetMenuPrice { item, menu_price: None },
            2 => Act::Cancel { order },
            3 => Act::LiftBlacklisting { enterprise },
            4 => Act::RecordTraining { station, text: text("tax law") },
            5 => Act::Admit(Application { offers: Set::one(item), ..self.application() }),
            6 => {
                let finding = paidan::LagFinding::COMPLETE;
                Act::Reassign { order: self.assigned()?, finding, to: Some(member) }
            }
            7 => Act::ChangeOffers { member: self.anybody()?, offers: Set::one(item) },
            _ => Act::Accept(asked),
        })
    }

    /// A firm that should not be admitted, or an enterprise that is registered.
    fn wrong_application(&mut self) -> Option<Act> {
        let mut asked = self.application();
        let (current, lately) = (self.current(), self.withdrawn(true));
        let expelled = self.members(|of| matches!(of.standing, Membership::Expelled { .. }));
        let taken = match self.draws.below(9) {
            0 => self.pick(&current),
            1 | 8 => self.pick(&lately),
            2 => self.pick(&expelled),
            3 => {
                asked.volume = self.alliance.policy().admission.min_orders.checked_sub(1)?;
                None
            }
            4 => {
                asked.offers = Set::default();
                None
            }
            5 | 6 => {
                let all = self.items();
                asked.category = self.any(Category::ALL);
                asked.offers = Set::one(self.pick(&all)?);
                None
            }
            _ => {
                let known = self.alliance.enterprises();
                let firm = &known[self.draws.below(known.len().max(1)).min(known.len() - 1)];
                let (name, code) = (name_with(firm.code), firm.code);
                return Some(Act::RegisterEnterprise { name, code });
            }
        };
        if let Some(member) = taken {
            asked.code = self.firm(member).code;
            asked.name = name_with(asked.code);
        }
        Some(Act::Admit(asked))
    }

    /// Anything that a member should not do that left, that has orders, or that lacks an offer.
    fn wrong_member(&mut self) -> Option<Act> {
        let (gone, current) = (self.members(|of| !of.is_current()), self.current());
        let gone = self.pick(&gone);
        let offers = self.items();
        let (away, there) = (self.members(|of| of.on_leave), self.members(Member::is_present));
        Some(match self.draws.below(11) {
            7 => Act::GrantLeave { member: gone? },
            8 => Act::GrantLeave { member: self.pick(&away)? },
            9 => Act::EndLeave { member: self.pick(&there)? },
            10 => Act::EndLeave { member: gone? },
            0 => Act::Withdraw { member: gone? },
            1 => Act::Notify { member: gone? },
            2 => Act::ChangeOffers { member: gone?, offers: set(offers) },
            3 => Act::TakeSeat { category: Category::Finance, member: gone? },
            4 => Act::ChangeOffers { member: self.pick(&current)?, offers: Set::default() },
            5 => Act::ChangeOffers { member: self.pick(&current)?, offers: set(offers) },
            _ => {
                let mut busy = current;
                busy.retain(|of| self.alliance.open_orders_of(*of) > 0);
                Act::Withdraw { member: self.pick(&busy)? }
            }
        })
    }

    fn wrong_ranking(&mut self) -> Option<Act> {
        let mut volumes = self.volumes();
        let mut year = self.now.year();
        let gone = self.members(|of| !of.is_current());
        match self.draws.below(3) {
            0 => year += [-1, 1][self.draws.below(2)],
            1 => volumes.extend(volumes.first().copied()),
            _ => volumes.push(Volume { member: self.pick(&gone)?, orders: 3 }),
        }
        Some(Act::PublishRanking { year, volumes: List::try_from(volumes).expect("short") })
    }

    fn wrong_policy_or_calendar(&mut self) -> Option<Act> {
        let Act::AdoptPolicy { month, policy } = self.adopt_policy()? else { return None };
        let calendar = self.calendar();
        let (month, back) = (month.year(), month.of_year());
        let make_up_days = calendar.holidays.clone();
        let in_week = (0..).map(|days| after(self.now, days));
        let mut in_week = in_week.filter(|day| !is_weekend(*day));
        Some(match self.draws.below(4) {
            3 => {
                let make_up_days = Set::one(in_week.next()?);
                Act::AdoptCalendar(Calendar { holidays: Set::default(), make_up_days })
            }
            0 => Act::AdoptPolicy { month: self.now.month(), policy },
            1 => Act::AdoptPolicy { month: Month::new(month - 1, back).ok()?, policy },
            _ => Act::AdoptCalendar(Calendar { make_up_days, ..calendar }),
        })
    }

    /// An order that should not be accepted.
    fn wrong_order(&mut self) -> Option<Act> {
        let mut order = self.plain_order()?;
        let listed = self.enterprises(true);
        let mut menu = self.items();
        menu.retain(|of| self.alliance.item(*of).is_some_and(|of| of.menu_price.is_some()));
        let mut off = self.items();
        off.retain(|of| self.alliance.item(*of).is_some_and(|of| of.delisted));
        let closed = self.stations(true);
        let gone = self.members(|of| !of.is_current());
        match self.draws.below(15) {
            14 => order.designated = Some(self.pick(&gone)?),
            10 | 11 => order.station = self.pick(&closed)?,
            12 | 13 => order.item = self.pick(&off)?,
            0 | 1 => order.enterprise = self.pick(&listed)?,
            2 | 3 => order.conditions = Set::one(condition("friends in high places")),
            4 => order.price = paidan::Price::default(),
            5 => {
                order.item = self.pick(&menu)?;
                let most = self.alliance.item(order.item)?.menu_price?.amount().fen();
                order.price = super::scene::price((most + 1).min(9_999_999_999));
            }
            6 => {
                order.ask_deposit = true;
                order.covered = order.price.amount();
            }
            7 => {
                let mut unable = self.current();
                unable.retain(|of| !self.firm(*of).offers.contains(&order.item));
                order.designated = self.pick(&unable).or_else(|| self.anybody());
            }
            8 => {
                order.designated = self.anybody();
                order.item = *self.firm(order.designated?).offers.as_slice().first()?;
                order.excluded = Set::one(order.designated?);
            }
            _ => {
                let own = (0..).map_while(|of| EnterpriseId::at(of).ok());
                let own = own.zip(self.alliance.enterprises());
                let member_with = |code| {
                    let ids = self.members(Member::is_current);
                    ids.into_iter().find(|of| self.firm(*of).code == code)
                };
                let own: Vec<(EnterpriseId, MemberId)> =
                    own.filter_map(|(id, firm)| Some((id, member_with(firm.code)?))).collect();
                let (enterprise, member) = self.pick(&own)?;
                order.item = *self.firm(member).offers.as_slice().first()?;
                (order.enterprise, order.designated) = (enterprise, Some(member));
            }
        }
        Some(Act::Accept(order))
    }

    fn wrong_duty(&mut self) -> Option<Act> {
        let (station, closed) = (self.a_station()?, self.stations(true));
        let (from, now) = (self.now, self.now);
        let is_off = |day: &paidan::Date| !self.alliance.calendar().is_working_day(*day);
        let off = (0..30).map(|days| after(now, days)).find(is_off)?;
        if self.chance(20) {
            let (station, days) = (self.pick(&closed)?, Set::default());
            return Some(Act::PublishDuty { station, from, to: from, days });
        }
        let (to, days) = match self.draws.below(4) {
            0 => (after(now, -1), Set::default()),
            1 => (after(now, 366), Set::default()),
            2 => (after(now, 30), set(vec![off, after(now, 31)])),
            _ => (after(now, 60), Set::one(off)),
        };
        Some(Act::PublishDuty { station, from, to, days })
    }

    /// What is closed is to close, and what is open to open.
    fn wrong_register(&mut self) -> Option<Act> {
        let (open, closed) = (self.stations(false), self.stations(true));
        let is_off = |of: &ItemId| self.alliance.item(*of).is_some_and(|of| of.delisted);
        let (off, on): (Vec<_>, Vec<_>) = self.items().into_iter().partition(is_off);
        Some(match self.draws.below(4) {
            0 => Act::CloseStation { station: self.pick(&closed)? },
            1 => Act::ReopenStation { station: self.pick(&open)? },
            2 => Act::DelistItem { item: self.pick(&off)? },
            _ => Act::RelistItem { item: self.pick(&on)? },
        })
    }

    /// Misconduct without its facts on record.
    pub fn unfounded(&mut self) -> Misconduct {
        let kind = paidan::Disorder::ExtraCharges;
        let [forged, refused, nothing] = ["forged reports", "a funding refused", ""].map(text);
        match self.draws.below(5) {
            0 => Misconduct::DisorderlyCompetition { kind, verified: false },
            1 => Misconduct::Infringement { pursued: false },
            2 => Misconduct::OtherAct { description: forged, consequence: nothing },
            3 => Misconduct::OtherAct { description: nothing, consequence: refused },
            _ => Misconduct::NoImprovement,
        }
    }
}
