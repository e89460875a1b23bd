//! What happens when: the founding, and the days with their orders.

use std::collections::BTreeMap;

use paidan::{
    Act, Category, Command, Created, Date, EnterpriseId, MemberId, Order, OrderId, Reference, Set,
    Volume,
};

use super::book::Book;
use super::calendar;
use super::demand;
use super::desk::Desk;
use super::dice::Dice;
use super::lives::{Deposits, Next};
use super::mistakes;
use super::slips;
use super::voices::Voices;
use super::world::{self, FOUNDERS, MENU, PLEDGE, PROJECT, Registrar, STATIONS};

/// Tells a year.
pub fn tell(seed: u64, year: i32) -> Vec<Command> {
    let first = Date::from_ymd(year, 1, 2).expect("a year the engine knows");
    let mut story = Story {
        book: Book::new(first),
        dice: Dice::new(seed),
        firms: Registrar::default(),
        volumes: Vec::new(),
        visitor: None,
        laggard: None,
        notified: None,
        diary: BTreeMap::new(),
        deposits: Deposits::default(),
        agenda: 0,
        mistakes: 0,
        mediations: 0,
        declines: 0,
        leaves: Vec::new(),
        desk: Desk::new(seed),
        voices: Voices::new(seed),
    };
    story.found(seed);
    for date in calendar::days(year) {
        story.book.date = date;
        if calendar::day(date) == 1 {
            story.book.act(Act::OpenMonth);
        }
        // The year is closed on the first day of the next, of which no more is told.
        if date.year() == year && story.book.alliance.calendar().is_working_day(date) {
            story.day();
        }
    }
    story.book.into_commands()
}

/// The year as far as it is told.
#[derive(Debug)]
pub struct Story {
    pub book: Book,
    pub dice: Dice,
    pub firms: Registrar,
    /// The figures of the ranking of the year.
    pub volumes: Vec<Volume>,
    /// The firm that joins, leaves at once, and returns.
    pub visitor: Option<MemberId>,
    /// The member that loses orders and completes none.
    pub laggard: Option<MemberId>,
    /// The member that got a rectification notice.
    pub notified: Option<MemberId>,
    /// What is to happen to orders on later days.
    pub diary: BTreeMap<Date, Vec<(OrderId, Next)>>,
    /// How many orders have a deposit so far.
    pub deposits: Deposits,
    /// How many mediations came to an end.
    pub mediations: usize,
    /// How many declines there were with cause.
    pub declines: usize,
    /// The members that were granted leave.
    pub leaves: Vec<MemberId>,
    /// The stations' and the council's business beside orders.
    pub desk: Desk,
    /// What enterprises say.
    pub voices: Voices,
    /// How far the agenda is done.
    pub agenda: usize,
    /// How many mistakes were tried.
    mistakes: usize,
}

impl Story {
    /// The stations, the menu, the members, and the first enterprises, some of them members.
    fn found(&mut self, seed: u64) {
        let year = self.book.date.year();
        let reference: Reference =
            format!("synthetic year {year}, seed {seed}").parse().expect("a short label");
        let mut stations = STATIONS.iter().map(|name| Act::OpenStation { name: world::name(name) });
        let first = Command::new(self.book.date, stations.next().expect("a station"));
        self.book.command(Command { reference: Some(reference), ..first });
        for station in stations {
            self.book.act(station);
        }
        for item in &MENU {
            let (name, menu_price) = (world::name(item.name), Some(world::price(item.yuan)));
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
        self.council_meets();
        self.follow_agenda();
        self.follow_diary();
        let usual = calendar::orders_a_day(self.book.date);
        for _ in 0..self.dice.within(usual - 5..=usual + 5) {
            self.order();
        }
        self.desk_work();
        if self.dice.chance(35) {
            self.mistake();
        }
        if calendar::is_friday(self.book.date) {
            self.ask_who_waits();
        }
    }

    /// One of the two kinds of mistakes, in turn: at the intake, and with orders already given.
    fn mistake(&mut self) {
        let turn = self.mistakes / 2;
        match self.mistakes % 2 {
            0 => mistakes::make(&mut self.book, &mut self.dice, &mut self.firms, turn),
            _ => slips::make(&mut self.book, &mut self.dice, turn),
        }
        self.mistakes += 1;
    }

    fn order(&mut self) {
        let enterprise = self.welcome_enterprise();
        let order = demand::order(&self.book.alliance, &mut self.dice, enterprise);
        match self.book.create(Act::Accept(order)) {
            Created::Order(order) => self.plan(order),
            other => panic!("an order, not {other:?}"),
        }
    }

    /// The enterprise that asks next. Blacklisted ones know that they need not ask; a few try.
    pub fn welcome_enterprise(&mut self) -> EnterpriseId {
        loop {
            let enterprise = demand::enterprise(&mut self.book, &mut self.dice, &mut self.firms);
            let alliance = &self.book.alliance;
            if alliance.enterprise(enterprise).is_some_and(|known| !known.blacklisted) {
                return enterprise;
            }
            if self.dice.chance(12) {
                let order = demand::order(alliance, &mut self.dice, enterprise);
                let command = Command::new(self.book.date, Act::Accept(order));
                self.book.refused("enterprise_blacklisted", command);
            }
        }
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
                1..=20 => {
                    let lost = record.barred.as_slice().iter().map(|of| of.member);
                    self.designate(order, &record.terms, lost);
                }
                21..=28 => {
                    self.book.act(Act::Cancel { order });
                }
                _ => {}
            }
        }
    }

    /// The enterprise names a member for an order that waits, none that lost it before.
    fn designate(&mut self, order: OrderId, terms: &Order, lost: impl Iterator<Item = MemberId>) {
        let mut terms = terms.clone();
        let excluded = terms.excluded.as_slice().iter().copied().chain(lost);
        terms.excluded = Set::try_from(excluded.collect::<Vec<_>>()).expect("a few members");
        if let Some(member) = demand::favourite(&self.book.alliance, &mut self.dice, &terms) {
            self.book.act(Act::Designate { order, member });
        }
    }
}
