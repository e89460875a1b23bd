//! What is on the agenda of a year: the ranking, who joins and leaves, prices, the amendment, and
//! what the council and the platform decide of members.

use paidan::{
    Act, Application, Calendar, Category, Command, Created, ItemId, List, Member, MemberId, Month,
    Order, Policy, Registered, Set, StationId, Volume,
};

use super::calendar;
use super::mistakes;
use super::story::Story;
use super::world::{self, COOPERATION, GUIDANCE, PLANNING, PLEDGE, PROJECT};

/// The council's acceptance conditions from July on.
const CONDITIONS: [&str; 2] = ["在慈溪市登记", "材料齐全"];

/// What is on the agenda of a year: from this day on, on the first that the stations are open.
const AGENDA: [(u32, u32, Entry); 52] = [
    (1, 3, Entry::Calendar),
    (1, 3, Entry::Duty(1)),
    (1, 6, Entry::Ranking),
    (1, 7, Entry::Correction([11, 58, 77])),
    (1, 9, Entry::Correction([30, 49, 95])),
    (1, 14, Entry::SeatsAreTaken),
    (2, 10, Entry::Correction([4, 66, 88])),
    (2, 20, Entry::Newcomer(Category::Finance)),
    (3, 5, Entry::MemberRenamed(24)),
    (3, 12, Entry::VisitorJoins),
    (3, 14, Entry::VisitorLeaves),
    (3, 25, Entry::Notice),
    (3, 26, Entry::Duty(2)),
    (4, 1, Entry::LeaveGranted(Category::Finance)),
    (4, 8, Entry::MenuPrice("实用新型专利申请代理", Some(1600))),
    (4, 10, Entry::EnterpriseRenamed(6)),
    (4, 15, Entry::Newcomer(Category::Research)),
    (4, 22, Entry::SeatGivenUp),
    (5, 6, Entry::StationClosed(11)),
    (5, 7, Entry::LeaveEnded(0)),
    (5, 12, Entry::Lags),
    (5, 14, Entry::VisitorReturns),
    (5, 20, Entry::Amendment),
    (5, 22, Entry::Widened(COOPERATION, Category::Research)),
    (5, 26, Entry::LagsAgain),
    (5, 27, Entry::PledgeMemberExpelled),
    (6, 3, Entry::ExpelledApplies),
    (6, 5, Entry::ItemRenamed(PLANNING, "研发项目立项咨询与策划")),
    (6, 10, Entry::PledgeNewcomer),
    (6, 17, Entry::BreachFoundLater),
    (6, 24, Entry::StationReopened(11)),
    (6, 25, Entry::Duty(3)),
    (7, 1, Entry::Delisted(GUIDANCE)),
    (7, 8, Entry::NotImproved),
    (7, 14, Entry::LeaveGranted(Category::Patent)),
    (8, 4, Entry::Widened(PROJECT, Category::Comprehensive)),
    (8, 12, Entry::StationClosed(12)),
    (8, 19, Entry::ExtraCharges),
    (9, 1, Entry::MenuPrice("高新技术企业认定申报", Some(12_000))),
    (9, 2, Entry::LeaveEnded(1)),
    (9, 8, Entry::OffersNarrowed),
    (9, 16, Entry::SeatLost),
    (9, 18, Entry::EnterpriseRenamed(15)),
    (9, 24, Entry::Duty(4)),
    (10, 9, Entry::LeaveGranted(Category::Research)),
    (10, 13, Entry::MenuPrice(COOPERATION, None)),
    (10, 20, Entry::BlacklistingLifted),
    (11, 3, Entry::Newcomer(Category::Patent)),
    (11, 10, Entry::CalendarProlonged),
    (11, 18, Entry::OtherAct),
    (12, 1, Entry::Relisted(GUIDANCE)),
    (12, 22, Entry::ConflictWithAll),
];

/// Something on the agenda.
#[derive(Clone, Copy, Debug)]
enum Entry {
    Calendar,
    CalendarProlonged,
    Duty(u32),
    SeatsAreTaken,
    SeatGivenUp,
    BreachFoundLater,
    SeatLost,
    Ranking,
    Correction([usize; 3]),
    MemberRenamed(usize),
    EnterpriseRenamed(usize),
    ItemRenamed(&'static str, &'static str),
    StationClosed(usize),
    StationReopened(usize),
    Delisted(&'static str),
    Relisted(&'static str),
    LeaveGranted(Category),
    LeaveEnded(usize),
    Newcomer(Category),
    VisitorJoins,
    VisitorLeaves,
    VisitorReturns,
    MenuPrice(&'static str, Option<u32>),
    Amendment,
    PledgeNewcomer,
    Widened(&'static str, Category),
    OffersNarrowed,
    Notice,
    NotImproved,
    Lags,
    LagsAgain,
    PledgeMemberExpelled,
    ExpelledApplies,
    ExtraCharges,
    OtherAct,
    BlacklistingLifted,
    ConflictWithAll,
}

impl Story {
    /// Does what is on the agenda by today and not done yet.
    pub fn follow_agenda(&mut self) {
        while let Some(&(month, day, entry)) = AGENDA.get(self.agenda) {
            let today = self.book.date;
            if (calendar::month(today), calendar::day(today)) < (month, day) {
                break;
            }
            self.agenda += 1;
            self.carry_out(entry);
        }
    }

    fn carry_out(&mut self, entry: Entry) {
        match entry {
            Entry::Ranking => self.rank(),
            Entry::Correction(wrong) => self.correct_ranking(wrong),
            Entry::Newcomer(category) => {
                let offers = world::offers(&mut self.dice, category);
                self.admit(category, offers);
            }
            Entry::VisitorJoins => {
                let offers = vec![world::item_id(GUIDANCE)];
                self.visitor = Some(self.admit(Category::Finance, offers));
            }
            Entry::VisitorLeaves => self.visitor_leaves(),
            Entry::VisitorReturns => self.visitor_returns(),
            Entry::MenuPrice(name, yuan) => {
                let (item, menu_price) = (world::item_id(name), yuan.map(world::price));
                self.book.act(Act::SetMenuPrice { item, menu_price });
            }
            Entry::Amendment => self.amend(),
            Entry::PledgeNewcomer => {
                let mut offers = world::offers(&mut self.dice, Category::Patent);
                offers.push(world::item_id(PLEDGE));
                self.admit(Category::Patent, offers);
            }
            Entry::Widened(name, category) => self.widen(world::item_id(name), category),
            Entry::OffersNarrowed => self.narrow(),
            Entry::Calendar => self.adopt_calendar(),
            Entry::CalendarProlonged => self.prolong_calendar(),
            Entry::Duty(quarter) => self.publish_duty(quarter),
            Entry::SeatsAreTaken => self.seats_are_taken(),
            Entry::SeatGivenUp => self.seat_is_given_up(),
            Entry::BreachFoundLater => self.breach_is_found_later(),
            Entry::SeatLost => self.seat_is_lost(),
            Entry::Notice => self.notify(),
            Entry::NotImproved => self.expel_notified(),
            Entry::Lags => self.lags(),
            Entry::LagsAgain => self.lags_again(),
            Entry::PledgeMemberExpelled => self.expel_pledge_member(),
            Entry::ExpelledApplies => self.expelled_applies(),
            Entry::ExtraCharges => self.expel_for_extra_charges(),
            Entry::OtherAct => self.expel_for_another_act(),
            Entry::BlacklistingLifted => self.lift_blacklisting(),
            Entry::ConflictWithAll => self.conflict_with_all(),
            _ => self.change(entry),
        }
    }

    /// What is registered changes, or a leave.
    fn change(&mut self, entry: Entry) {
        match entry {
            Entry::MemberRenamed(place) => self.rename_member(place),
            Entry::EnterpriseRenamed(place) => self.rename_enterprise(place),
            Entry::ItemRenamed(item, name) => {
                self.rename(Registered::Item(world::item_id(item)), name);
            }
            Entry::StationClosed(place) => self.close_station(place),
            Entry::StationReopened(place) => self.reopen_station(place),
            Entry::Delisted(item) => self.delist(item),
            Entry::Relisted(item) => self.relist(item),
            Entry::LeaveGranted(category) => self.grant_leave(category),
            Entry::LeaveEnded(nth) => self.end_leave(nth),
            _ => {}
        }
    }

    /// The holidays of the year; at first a day is on both lists.
    fn adopt_calendar(&mut self) {
        let calendar = calendar::adopted(self.book.date.year());
        let slip = Calendar { make_up_days: calendar.holidays.clone(), ..calendar.clone() };
        let slip = Command::new(self.book.date, Act::AdoptCalendar(slip));
        self.book.refused("holiday_and_make_up_day", slip);
        self.book.act(Act::AdoptCalendar(calendar));
    }

    /// The holidays of the next year, too; at first a Monday is a make-up day.
    fn prolong_calendar(&mut self) {
        let calendar = calendar::prolonged(self.book.date.year());
        let monday = Set::one(calendar::first_monday(self.book.date.year()));
        let slip = Calendar { make_up_days: monday, ..calendar.clone() };
        self.book
            .refused("make_up_day_in_week", Command::new(self.book.date, Act::AdoptCalendar(slip)));
        self.book.act(Act::AdoptCalendar(calendar));
    }

    /// An order for an item that few offer, each of them with a conflict of interest: it waits over
    /// the turn of the year.
    fn conflict_with_all(&mut self) {
        let item = world::item_id(PLEDGE);
        let enterprise = self.welcome_enterprise();
        let alliance = &self.book.alliance;
        let offers = |id: &MemberId| {
            alliance
                .member(*id)
                .is_some_and(|firm| firm.is_current() && firm.offers.contains(&item))
        };
        let all: Vec<MemberId> = alliance.line(Category::Patent).filter(offers).collect();
        let excluded = Set::try_from(all).expect("a few members");
        let conditions = alliance.policy().conditions.clone();
        let station = StationId::at(0).expect("an id");
        let plain = Order::new(station, enterprise, item, world::price(6000));
        self.book.act(Act::Accept(Order { excluded, conditions, months: 4, ..plain }));
    }

    /// A member offers from now on only the first of its items.
    fn narrow(&mut self) {
        let members = self.book.alliance.members();
        let is_broad = |firm: &Member| firm.is_current() && firm.offers.as_slice().len() > 1;
        let place = (7..members.len()).find(|place| is_broad(&members[*place]));
        let member = place.and_then(|place| MemberId::at(place).ok()).expect("one that offers two");
        let offers = Set::one(members[member.index()].offers.as_slice()[0]);
        self.book.act(Act::ChangeOffers { member, offers });
    }

    fn admit(&mut self, category: Category, offers: Vec<ItemId>) -> MemberId {
        let firm = self.firms.application(&mut self.dice, category, offers);
        match self.book.create(Act::Admit(firm)) {
            Created::Member(member) => member,
            other => panic!("a member, not {other:?}"),
        }
    }

    /// The last member of a class that does not offer an item takes it on, if there is one.
    fn widen(&mut self, item: ItemId, category: Category) {
        let members = self.book.alliance.members();
        let place = members.iter().rposition(|firm| {
            firm.is_current() && firm.category == category && !firm.offers.contains(&item)
        });
        let Some(member) = place.and_then(|place| MemberId::at(place).ok()) else { return };
        let mut offers = members[member.index()].offers.as_slice().to_vec();
        offers.push(item);
        let offers = Set::try_from(offers).expect("a short list");
        self.book.act(Act::ChangeOffers { member, offers });
    }

    fn rank(&mut self) {
        let members =
            (0..self.book.alliance.members().len()).filter_map(|place| MemberId::at(place).ok());
        self.volumes =
            members.map(|member| Volume { member, orders: self.dice.skewed(120) }).collect();
        self.publish();
    }

    /// Three members' figures were wrong.
    fn correct_ranking(&mut self, wrong: [usize; 3]) {
        for place in wrong {
            self.volumes[place].orders += self.dice.within(15..=40);
        }
        self.publish();
    }

    fn publish(&mut self) {
        let alliance = &self.book.alliance;
        let is_current = |of: &&Volume| alliance.member(of.member).is_some_and(Member::is_current);
        let volumes: Vec<Volume> = self.volumes.iter().filter(is_current).copied().collect();
        let volumes = List::try_from(volumes).expect("a short list");
        self.book.act(Act::PublishRanking { year: self.book.date.year(), volumes });
    }

    /// Leaves, if it was given nothing, and asks at once for what it may no longer have.
    fn visitor_leaves(&mut self) {
        let visitor = self.visitor.expect("it joined");
        if self.book.alliance.open_orders_of(visitor) == 0 {
            self.book.act(Act::Withdraw { member: visitor });
            mistakes::of_one_that_left(&mut self.book, visitor);
        }
    }

    /// Is admitted again, with another id, once two months are past.
    fn visitor_returns(&mut self) {
        let visitor = self.visitor.expect("it joined");
        let firm = self.book.alliance.member(visitor).expect("it joined");
        if !firm.is_current() {
            let again = Application {
                name: firm.name.clone(),
                code: firm.code,
                category: firm.category,
                volume: 11,
                offers: firm.offers.clone(),
            };
            self.book.act(Act::Admit(again));
        }
    }

    /// In May the council adopts for July what is recommended, and its acceptance conditions.
    fn amend(&mut self) {
        let mut policy = Policy::recommended();
        let conditions = CONDITIONS.map(|of| of.parse().expect("a condition")).to_vec();
        policy.conditions = Set::try_from(conditions).expect("two conditions");
        let month = Month::new(self.book.date.year(), 7).expect("a month");
        self.book.act(Act::AdoptPolicy { month, policy: Box::new(policy) });
    }
}
