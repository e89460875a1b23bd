//! A plan played: each draw becomes a command that fits the state at that moment.

use paidan::{
    Act, Alliance, Application, Category, Channel, Command, CreditCode, Date, EnterpriseId, ItemId,
    MemberId, Money, Order, OrderId, Outcome, Price, Refusal, Set, StationId,
};

use crate::common::{code, date, enterprise, item, name, ranking, set, station};
use crate::laws::model::everybody;
use crate::laws::plan::{Draw, Plan};
use crate::laws::{house, life, slips};

/// One command of a history, with what it came to.
#[derive(Clone, Debug)]
pub struct Entry {
    pub before: Alliance,
    pub command: Command,
    pub result: Result<Outcome, Refusal>,
    pub after: Alliance,
}

/// What a command is made of once its turn comes.
#[derive(Clone, Debug)]
pub enum Drawn {
    /// Something that every history begins with.
    Register(Act),
    /// One of the first members, of this class.
    Founder(Category, Draw),
    /// Anything.
    Any(Draw),
}

/// The classes of the founders, and the items they can offer.
const CLASSES: [Category; 3] = [Category::Finance, Category::Research, Category::Comprehensive];

impl Plan {
    /// An alliance with nothing but the first policy.
    pub fn start(&self) -> Alliance {
        Alliance::new(self.policies[0].clone())
    }

    /// Plays the whole plan.
    pub fn play(&self) -> Vec<Entry> {
        let mut alliance = self.start();
        let mut entries = Vec::new();
        for drawn in self.drawn() {
            let command = self.command(&alliance, &drawn);
            let before = alliance.clone();
            let result = alliance.step(&command);
            entries.push(Entry { before, command, result, after: alliance.clone() });
        }
        entries
    }

    /// What the commands of the whole plan are made of.
    pub fn drawn(&self) -> Vec<Drawn> {
        let mut all: Vec<Drawn> = registers().into_iter().map(Drawn::Register).collect();
        for (class, founders) in CLASSES.into_iter().zip(&self.founders) {
            all.extend(founders.iter().map(|draw| Drawn::Founder(class, *draw)));
        }
        all.extend(self.draws.iter().copied().map(Drawn::Any));
        all
    }

    /// The command that it comes to, for the state as it stands.
    pub fn command(&self, alliance: &Alliance, drawn: &Drawn) -> Command {
        match drawn {
            Drawn::Register(act) => Command::new(date("2024-11-05"), act.clone()),
            Drawn::Founder(class, draw) => {
                let act = Act::Admit(application(alliance, *class, *draw));
                Command::new(date("2024-11-05"), act)
            }
            Drawn::Any(draw) => self.any_command(alliance, *draw),
        }
    }

    fn any_command(&self, alliance: &Alliance, draw: Draw) -> Command {
        let act = self.act(alliance, draw);
        let mut command = Command::new(day(alliance, &act, draw), act);
        if draw.mask % 16 == 5 {
            command.expect = Some(alliance.next_position());
            command.reference = Some("again".parse().expect("short"));
        }
        if draw.mask % 16 == 9 {
            command.occurred = Date::from_ymd(command.date.year(), 1, 1).ok();
        }
        if draw.slip == 0 {
            slips::spoil(alliance, &mut command, draw);
        }
        command
    }

    fn act(&self, alliance: &Alliance, draw: Draw) -> Act {
        let fitting = match draw.act {
            13..=15 => designated(alliance, draw),
            16..=18 => Some(Act::OpenMonth),
            19..=20 => {
                let class = CLASSES[usize::from(draw.who) % 3];
                Some(Act::Admit(application(alliance, class, draw)))
            }
            21..=22 => change_offers(alliance, draw),
            23..=24 => withdraw(alliance, draw),
            25..=26 => Some(ranking(year(alliance), &volumes(alliance, draw))),
            27..=28 => designate(alliance, draw),
            29 => pick(&held(alliance), draw.who).map(|&order| Act::Cancel { order }),
            30 => {
                let month = (0..=draw.more % 2)
                    .try_fold(alliance.month(), |month, _| month.map(paidan::Month::next));
                let policy = Box::new(pick(&self.policies, draw.who).expect("some").clone());
                month.flatten().map(|month| Act::AdoptPolicy { month, policy })
            }
            31 => Some(register(alliance, draw)),
            32..=57 | 64..=67 => life::act(alliance, draw),
            58..=63 | 68.. => house::act(alliance, draw),
            _ => None,
        };
        fitting.unwrap_or_else(|| Act::Accept(order(alliance, draw)))
    }
}

/// One of a list, if it has any.
pub fn pick<T>(list: &[T], draw: u8) -> Option<&T> {
    list.get(usize::from(draw).checked_rem(list.len())?)
}

/// All the members that are in the alliance.
pub fn current(alliance: &Alliance) -> Vec<MemberId> {
    let mut ids = everybody(alliance);
    ids.retain(|id| alliance.member(*id).is_some_and(paidan::Member::is_current));
    ids
}

/// All the items.
pub fn items(alliance: &Alliance) -> Vec<ItemId> {
    (0..alliance.items().len()).filter_map(|nth| ItemId::at(nth).ok()).collect()
}

/// The held orders.
pub fn held(alliance: &Alliance) -> Vec<OrderId> {
    alliance.held_orders().collect()
}

/// One station, four items in three classes, two enterprises of which the first can be a member.
fn registers() -> Vec<Act> {
    let item = |category, menu_price| Act::ListItem { name: name("item"), category, menu_price };
    let enterprise =
        |number| Act::RegisterEnterprise { name: name("enterprise"), code: code(number) };
    vec![
        Act::OpenStation { name: name("station") },
        item(Category::Finance, None),
        item(Category::Finance, Some(price(500))),
        item(Category::Research, None),
        item(Category::Comprehensive, None),
        enterprise(1),
        enterprise(90),
    ]
}

fn price(yuan: u64) -> Price {
    Price::new(Money::from_yuan(yuan)).expect("a price")
}

/// The day of a command: some days later in the month, or the first of the next.
fn day(alliance: &Alliance, act: &Act, draw: Draw) -> Date {
    let Some(last) = alliance.date() else { return date("2024-11-05") };
    let of = |month: paidan::Month, day| Date::from_ymd(month.year(), month.of_year(), day);
    if *act == Act::OpenMonth {
        return of(last.month().next().expect("a month"), 1).expect("a day");
    }
    let later = of(last.month(), (u32::from(draw.price) % 4) * 9 + 1);
    later.ok().filter(|later| *later > last && draw.item.is_multiple_of(4)).unwrap_or(last)
}

fn year(alliance: &Alliance) -> i32 {
    alliance.date().map_or(2024, Date::year)
}

/// Any of a few codes that no current member has and that did not leave lately.
fn free_code(alliance: &Alliance, draw: Draw) -> CreditCode {
    let mut codes = (0..60).map(|nth| code(1 + (u64::from(draw.who) % 12 + nth) % 60));
    let is_free = |code: &CreditCode| {
        alliance.members().iter().filter(|member| member.code == *code).all(|member| {
            matches!(member.standing, paidan::Membership::Withdrawn { on }
                if alliance.month().is_some_and(|now| now != on.month() && !now.follows(on.month())))
        })
    };
    let mut returning = alliance.members().iter().map(|member| member.code).filter(is_free);
    let again = returning.next().filter(|_| draw.price.is_multiple_of(2));
    again.or_else(|| codes.find(is_free)).expect("sixty codes are enough")
}

fn application(alliance: &Alliance, class: Category, draw: Draw) -> Application {
    Application {
        name: name("member"),
        code: free_code(alliance, draw),
        category: class,
        volume: 5 + u32::from(draw.more) % 3,
        offers: offers(alliance, class, draw),
    }
}

/// Some of what a class may offer, half of the time all of its own.
fn offers(alliance: &Alliance, class: Category, draw: Draw) -> Set<ItemId> {
    let reaches_all = class == Category::Comprehensive
        && alliance.policy().comprehensive_reach == paidan::ComprehensiveReach::EveryCategory;
    let in_reach: Vec<ItemId> = items(alliance)
        .into_iter()
        .filter(|item| {
            reaches_all || alliance.item(*item).is_some_and(|item| item.category == class)
        })
        .collect();
    if draw.item.is_multiple_of(2) || in_reach.is_empty() {
        return set(&in_reach);
    }
    let one = in_reach[usize::from(draw.price) % in_reach.len()];
    let another = in_reach[usize::from(draw.mask) % in_reach.len()];
    set(&[one, another])
}

fn change_offers(alliance: &Alliance, draw: Draw) -> Option<Act> {
    let &member = pick(&current(alliance), draw.who)?;
    let class = alliance.member(member)?.category;
    Some(Act::ChangeOffers { member, offers: offers(alliance, class, draw) })
}

/// One without open orders leaves; if all have some, one tries in vain.
fn withdraw(alliance: &Alliance, draw: Draw) -> Option<Act> {
    let mut free = current(alliance);
    free.retain(|member| alliance.open_orders_of(*member) == 0);
    let &member = pick(&free, draw.who)?;
    Some(Act::Withdraw { member })
}

/// Figures of a ranking, so small that many are equal; a few members are not named.
pub fn volumes(alliance: &Alliance, draw: Draw) -> Vec<(MemberId, u32)> {
    let figure = |member: &MemberId| (member.get() * (1 + u32::from(draw.more) % 7)) % 5;
    let named = current(alliance).into_iter().filter(|member| figure(member) > 0);
    named.map(|member| (member, figure(&member))).collect()
}

/// An order by turn: mostly for one of the finance items.
fn order(alliance: &Alliance, draw: Draw) -> Order {
    let menu = on_menu(alliance, draw);
    let wanted = match draw.item % 16 {
        0..=5 => item(1),
        6..=9 => item(2),
        10..=12 => item(3),
        _ => *pick(&menu, draw.who).unwrap_or(&item(4)),
    };
    let wanted = *menu.iter().find(|of| **of == wanted).or(menu.first()).unwrap_or(&wanted);
    let yuan = [100, 100, 100, 200, 300, 400, 500, 1000][usize::from(draw.price) % 8];
    let menu = alliance.item(wanted).and_then(|item| item.menu_price);
    // Now and then one that is on the blacklist asks, and in vain.
    let mut welcome: Vec<_> =
        (0..alliance.enterprises().len()).filter_map(|nth| EnterpriseId::at(nth).ok()).collect();
    if !draw.more.is_multiple_of(16) {
        welcome.retain(|of| alliance.enterprise(*of).is_some_and(|firm| !firm.blacklisted));
    }
    let asked = Order::new(
        *pick(&open_stations(alliance, draw), draw.mask).unwrap_or(&station(1)),
        pick(&welcome, draw.who).copied().unwrap_or(enterprise(1)),
        wanted,
        menu.map_or(price(yuan), |menu| menu.min(price(yuan))),
    );
    with_options(alliance, asked, draw)
}

/// The items that are on the menu; now and then the others, too.
fn on_menu(alliance: &Alliance, draw: Draw) -> Vec<ItemId> {
    let mut menu = items(alliance);
    if draw.more % 16 != 7 {
        menu.retain(|of| alliance.item(*of).is_some_and(|item| !item.delisted));
    }
    menu
}

/// The stations that are open; now and then the others, too.
pub fn open_stations(alliance: &Alliance, draw: Draw) -> Vec<StationId> {
    let all = (0..alliance.stations().len()).filter_map(|nth| StationId::at(nth).ok());
    let is_open = |of: &StationId| alliance.station(*of).is_some_and(|station| !station.closed);
    all.filter(|of| draw.more % 16 == 9 || is_open(of)).collect()
}

/// The options of an order: each used now and then.
fn with_options(alliance: &Alliance, mut order: Order, draw: Draw) -> Order {
    if !draw.more.is_multiple_of(16) {
        order.conditions = alliance.policy().conditions.clone();
    }
    match draw.mask % 8 {
        0 | 1 => {
            let is_excluded = |member: &MemberId| draw.more >> (member.get() % 8) & 1 == 1;
            let all = draw.more.is_multiple_of(5);
            let excluded: Vec<MemberId> =
                current(alliance).into_iter().filter(|of| all || is_excluded(of)).collect();
            order.excluded = set(&excluded);
        }
        2 => (order.months, order.ask_deposit) = (13, true),
        3 => (order.covered, order.ask_deposit) = (Money::from_yuan(30), true),
        5 => {
            (order.months, order.ask_deposit) = (14, true);
            order.covered = order.price.amount();
        }
        4 => {
            order.taken_by = pick(&current(alliance), draw.more).copied();
            order.channel = Channel::Telephone;
        }
        _ => {}
    }
    order
}

/// An order that names a member, one of those that offer the item.
fn designated(alliance: &Alliance, draw: Draw) -> Option<Act> {
    let order = order(alliance, draw);
    let mut able = current(alliance);
    able.retain(|member| is_open_to(alliance, *member, &order));
    let designated = Some(*pick(&able, draw.who)?);
    Some(Act::Accept(Order { designated, ..order }))
}

fn is_open_to(alliance: &Alliance, member: MemberId, order: &Order) -> bool {
    let own = alliance.enterprise(order.enterprise).map(|firm| firm.code);
    alliance
        .member(member)
        .is_some_and(|firm| firm.offers.contains(&order.item) && own != Some(firm.code))
        && !order.excluded.contains(&member)
}

/// A held order is given to one that its enterprise names now, such as one that is suspended.
fn designate(alliance: &Alliance, draw: Draw) -> Option<Act> {
    let able = |order| {
        let terms = &alliance.order(order)?.terms;
        let mut able = current(alliance);
        able.retain(|member| is_open_to(alliance, *member, terms));
        pick(&able, draw.more).copied()
    };
    let mut waiting = held(alliance);
    waiting.retain(|order| able(*order).is_some());
    let &order = pick(&waiting, draw.who)?;
    Some(Act::Designate { order, member: able(order)? })
}

fn register(alliance: &Alliance, draw: Draw) -> Act {
    match draw.more % 4 {
        0 => Act::OpenStation { name: name("another") },
        1 if alliance.items().len() < 7 => Act::ListItem {
            name: name("new"),
            category: Category::ALL[usize::from(draw.who) % 4],
            menu_price: None,
        },
        2 if alliance.enterprises().len() < 6 => {
            // A code that a firm can have that applies later.
            let number = 2 + u64::try_from(alliance.enterprises().len()).expect("few");
            Act::RegisterEnterprise { name: name("new"), code: code(number) }
        }
        _ => Act::SetMenuPrice {
            item: *pick(&items(alliance), draw.who).expect("items"),
            menu_price: (draw.mask.is_multiple_of(2)).then(|| price(400)),
        },
    }
}
