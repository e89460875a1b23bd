//! What happens when: the founding, the days with their orders, and what is on the agenda.

use paidan::{
    Act, Application, Category, Command, Created, Date, ItemId, List, MemberId, Month, Order,
    OrderId, Policy, Reference, Set, Volume,
};

use super::book::Book;
use super::calendar;
use super::demand;
use super::dice::Dice;
use super::mistakes;
use super::world::{self, COOPERATION, FOUNDERS, MENU, PLEDGE, PROJECT, Registrar, STATIONS, text};

/// The council's acceptance conditions from July on.
const CONDITIONS: [&str; 2] = ["在慈溪市登记", "材料齐全"];

/// What is on the agenda of a year: from this day on, on the first that the stations are open.
const AGENDA: [(u32, u32, Entry); 16] = [
    (1, 6, Entry::Ranking),
    (2, 10, Entry::Correction),
    (2, 20, Entry::Newcomer(Category::Finance)),
    (3, 12, Entry::VisitorJoins),
    (3, 14, Entry::VisitorLeaves),
    (4, 8, Entry::MenuPrice("实用新型专利申请代理", Some(1600))),
    (4, 15, Entry::Newcomer(Category::Research)),
    (5, 14, Entry::VisitorReturns),
    (5, 20, Entry::Amendment),
    (5, 22, Entry::Widened(COOPERATION, Category::Research)),
    (6, 10, Entry::PledgeNewcomer),
    (8, 4, Entry::Widened(PROJECT, Category::Comprehensive)),
    (9, 1, Entry::MenuPrice("高新技术企业认定申报", Some(12_000))),
    (9, 8, Entry::OffersNarrowed),
    (10, 13, Entry::MenuPrice(COOPERATION, None)),
    (11, 3, Entry::Newcomer(Category::Patent)),
];

/// Something on the agenda.
#[derive(Clone, Copy, Debug)]
enum Entry {
    Ranking,
    Correction,
    Newcomer(Category),
    VisitorJoins,
    VisitorLeaves,
    VisitorReturns,
    MenuPrice(&'static str, Option<u32>),
    Amendment,
    PledgeNewcomer,
    Widened(&'static str, Category),
    OffersNarrowed,
}

/// Tells a year.
pub fn tell(seed: u64, year: i32) -> Vec<Command> {
    let first = Date::from_ymd(year, 1, 2).expect("a year the engine knows");
    let mut story = Story {
        book: Book::new(first),
        dice: Dice::new(seed),
        firms: Registrar::default(),
        volumes: Vec::new(),
        visitor: None,
        agenda: 0,
        mistakes: 0,
    };
    story.found(seed);
    for date in calendar::days(year) {
        story.book.date = date;
        if calendar::day(date) == 1 {
            story.book.act(Act::OpenMonth);
        }
        if calendar::is_open(date) {
            story.day();
        }
    }
    story.book.into_commands()
}

/// The year as far as it is told.
#[derive(Debug)]
struct Story {
    book: Book,
    dice: Dice,
    firms: Registrar,
    /// The figures of the ranking of the year.
    volumes: Vec<Volume>,
    /// The firm that joins, leaves at once, and returns.
    visitor: Option<MemberId>,
    /// How far the agenda is done.
    agenda: usize,
    /// How many mistakes were tried.
    mistakes: usize,
}

impl Story {
    /// The stations, the menu, the members, and the first enterprises, some of them members.
    fn found(&mut self, seed: u64) {
        let year = self.book.date.year();
        let reference: Reference =
            format!("synthetic year {year}, seed {seed}").parse().expect("a short label");
        let mut stations = STATIONS.iter().map(|name| Act::OpenStation { name: text(name) });
        let first = Command::new(self.book.date, stations.next().expect("a station"));
        self.book.command(Command { reference: Some(reference), ..first });
        for station in stations {
            self.book.act(station);
        }
        for item in &MENU {
            let (name, menu_price) = (text(item.name), Some(world::price(item.yuan)));
            self.book.act(Act::ListItem { name, category: item.category, menu_price });
        }
        for (category, members) in FOUNDERS {
            for nth in 0..members {
                let mut offers = world::offers(&mut self.dice, category);
                match category {
                    Category::Comprehensive if nth < 2 => offers.push(world::item_id(PROJECT)),
                    Category::Patent if nth == 4 => offers.push(world::item_id(PLEDGE)),
                    _ => {}
                }
                let firm = self.firms.application(&mut self.dice, category, offers);
                self.book.act(Act::Admit(firm));
            }
        }
        for member in [2, 60, 90] {
            let firm = &self.book.alliance.members()[member];
            let act = Act::RegisterEnterprise { name: firm.name.clone(), code: firm.code };
            self.book.act(act);
        }
        for _ in 0..30 {
            demand::newcomer(&mut self.book, &mut self.dice, &mut self.firms);
        }
    }

    /// One day on which the stations are open.
    fn day(&mut self) {
        while let Some(&(month, day, entry)) = AGENDA.get(self.agenda) {
            let today = self.book.date;
            if (calendar::month(today), calendar::day(today)) < (month, day) {
                break;
            }
            self.agenda += 1;
            self.carry_out(entry);
        }
        let usual = calendar::orders_a_day(self.book.date);
        for _ in 0..self.dice.within(usual - 5..=usual + 5) {
            self.order();
        }
        if self.dice.chance(20) {
            mistakes::make(&mut self.book, &mut self.dice, &mut self.firms, self.mistakes);
            self.mistakes += 1;
        }
        if calendar::is_friday(self.book.date) {
            self.ask_who_waits();
        }
    }

    fn order(&mut self) {
        let enterprise = demand::enterprise(&mut self.book, &mut self.dice, &mut self.firms);
        let order = demand::order(&self.book.alliance, &mut self.dice, enterprise);
        self.book.act(Act::Accept(order));
    }

    /// On Fridays the stations ask the enterprises whose orders wait: some name a member now, some
    /// give up, most wait on.
    fn ask_who_waits(&mut self) {
        let held: Vec<OrderId> = self.book.alliance.held_orders().collect();
        for order in held {
            let record = self.book.alliance.order(order).expect("held").clone();
            if calendar::days_between(record.submitted, self.book.date) < 7 {
                continue;
            }
            match self.dice.within(1..=100) {
                1..=20 => self.designate(order, &record.terms),
                21..=28 => {
                    self.book.act(Act::Cancel { order });
                }
                _ => {}
            }
        }
    }

    fn designate(&mut self, order: OrderId, terms: &Order) {
        if let Some(member) = demand::favourite(&self.book.alliance, &mut self.dice, terms) {
            self.book.act(Act::Designate { order, member });
        }
    }

    fn carry_out(&mut self, entry: Entry) {
        match entry {
            Entry::Ranking => self.rank(),
            Entry::Correction => self.correct_ranking(),
            Entry::Newcomer(category) => {
                let offers = world::offers(&mut self.dice, category);
                self.admit(category, offers);
            }
            Entry::VisitorJoins => {
                let offers = vec![world::item_id("研发费用辅助账辅导")];
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
            Entry::OffersNarrowed => {
                let member = MemberId::at(7).expect("an id");
                let offers = self.book.alliance.members()[7].offers.as_slice()[0];
                self.book.act(Act::ChangeOffers { member, offers: Set::one(offers) });
            }
        }
    }

    fn admit(&mut self, category: Category, offers: Vec<ItemId>) -> MemberId {
        let firm = self.firms.application(&mut self.dice, category, offers);
        match self.book.create(Act::Admit(firm)) {
            Created::Member(member) => member,
            other => panic!("a member, not {other:?}"),
        }
    }

    /// The last member of a class that does not offer an item takes it on.
    fn widen(&mut self, item: ItemId, category: Category) {
        let members = self.book.alliance.members();
        let place = members.iter().rposition(|firm| {
            firm.is_current() && firm.category == category && !firm.offers.contains(&item)
        });
        let member = place.and_then(MemberId::at).expect("one that does not offer it yet");
        let mut offers = members[member.index()].offers.as_slice().to_vec();
        offers.push(item);
        let offers = Set::try_from(offers).expect("a short list");
        self.book.act(Act::ChangeOffers { member, offers });
    }

    fn rank(&mut self) {
        let members = (0..self.book.alliance.members().len()).filter_map(MemberId::at);
        self.volumes =
            members.map(|member| Volume { member, orders: self.dice.skewed(120) }).collect();
        self.publish();
    }

    /// Three members' figures were wrong.
    fn correct_ranking(&mut self) {
        for place in [11, 58, 77] {
            self.volumes[place].orders += self.dice.within(15..=40);
        }
        self.publish();
    }

    fn publish(&mut self) {
        let volumes = List::try_from(self.volumes.clone()).expect("a short list");
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
        let conditions = CONDITIONS.map(text).to_vec();
        policy.conditions = Set::try_from(conditions).expect("two conditions");
        let month = Month::new(self.book.date.year(), 7).expect("a month");
        self.book.act(Act::AdoptPolicy { month, policy: Box::new(policy) });
    }
}
