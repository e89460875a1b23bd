//! Commands that must be refused: what clerks get wrong, and what nobody should try.

use paidan::{
    Act, Alliance, Application, Category, Command, Date, EnterpriseId, ItemId, List, Member,
    MemberId, Money, Order, OrderId, Policy, Price, Set, StationId, Volume,
};

use super::book::Book;
use super::calendar;
use super::demand;
use super::dice::Dice;
use super::world::{self, MENU, Registrar};

/// What there is to get wrong, in turn; the first ones are everyday.
const KINDS: [&str; 25] = [
    "price_above_menu",
    "designated_does_not_offer",
    "enterprise_registered",
    "condition_not_met",
    "date_before_last",
    "deposit_without_ground",
    "designated_barred",
    "member_has_open_orders",
    "position_not_expected",
    "order_not_held",
    "unknown_member",
    "volume_below_minimum",
    "month_not_open",
    "price_zero",
    "code_of_current_member",
    "designated_has_left",
    "unknown_order",
    "offer_out_of_reach",
    "policy_month_not_later",
    "unknown_enterprise",
    "ranking_of_other_year",
    "month_not_next",
    "occurred_after_date",
    "unknown_item",
    "no_offer",
];

/// What only comes up once in a while.
const RARE: [&str; 2] = ["unknown_station", "member_ranked_twice"];

/// Writes the mistake whose turn it is, if the state of things allows it.
pub fn make(book: &mut Book, dice: &mut Dice, firms: &mut Registrar, turn: usize) {
    let place = turn % (KINDS.len() + RARE.len());
    let code = KINDS.get(place).unwrap_or_else(|| &RARE[place - KINDS.len()]);
    let order = demand::order(&book.alliance, dice, welcome(&book.alliance, turn));
    let order = Order { designated: None, ask_deposit: false, ..order };
    let (alliance, date) = (&book.alliance, book.date);
    let command = wrong_time(code, date, book.alliance.next_position(), &order)
        .or_else(|| wrong_order(code, alliance, order).map(|act| Command::new(date, act)))
        .or_else(|| wrong_firm(code, alliance, dice, firms).map(|act| Command::new(date, act)))
        .or_else(|| wrong_act(code, alliance, date).map(|act| Command::new(date, act)));
    if let Some(command) = command {
        book.refused(code, command);
    }
}

/// One of the first enterprises, and none that is blacklisted.
fn welcome(alliance: &Alliance, turn: usize) -> EnterpriseId {
    let enterprises = alliance.enterprises();
    let place = (turn % 20..enterprises.len()).find(|place| !enterprises[*place].blacklisted);
    place.and_then(|place| EnterpriseId::at(place).ok()).expect("most are welcome")
}

/// An order or a month at the wrong time or place.
fn wrong_time(code: &str, date: Date, next: u64, order: &Order) -> Option<Command> {
    let accept = || Act::Accept(order.clone());
    match code {
        "date_before_last" => {
            let first = Date::from_ymd(date.year(), 1, 2).ok()?;
            (first < date).then(|| Command::new(first, accept()))
        }
        "month_not_open" => {
            let later = date.month().next()?;
            let later = Date::from_ymd(later.year(), later.of_year(), 5).ok()?;
            Some(Command::new(later, accept()))
        }
        "month_not_next" => Some(Command::new(date, Act::OpenMonth)),
        // The request of the command before, sent again.
        "position_not_expected" => {
            Some(Command { expect: Some(next - 1), ..Command::new(date, accept()) })
        }
        "occurred_after_date" => {
            let occurred = Some(calendar::after(date, 1));
            Some(Command { occurred, ..Command::new(date, accept()) })
        }
        _ => None,
    }
}

/// An order that cannot be accepted.
fn wrong_order(code: &str, alliance: &Alliance, right: Order) -> Option<Act> {
    let is_current = |member: &MemberId| alliance.member(*member).is_some_and(Member::is_current);
    let offers = |member: &MemberId| {
        alliance.member(*member).is_some_and(|member| member.offers.contains(&right.item))
    };
    let mut members = (0..alliance.members().len()).filter_map(|place| MemberId::at(place).ok());
    let order = match code {
        "price_above_menu" => {
            let menu = alliance.item(right.item)?.menu_price?.amount();
            let price = Price::new(menu.plus(Money::from_yuan(500))).ok()?;
            Order { price, ..right }
        }
        "price_zero" => Order { price: Price::default(), ..right },
        "designated_does_not_offer" => {
            let designated = members.find(|member| is_current(member) && !offers(member));
            Order { designated: Some(designated?), ..right }
        }
        "designated_has_left" => {
            let designated = members.find(|member| !is_current(member));
            Order { designated: Some(designated?), ..right }
        }
        "designated_barred" => {
            let barred = members.find(|member| is_current(member) && offers(member))?;
            Order { designated: Some(barred), excluded: Set::one(barred), ..right }
        }
        "unknown_member" => Order { taken_by: MemberId::at(900).ok(), ..right },
        "unknown_station" => Order { station: StationId::at(14).ok()?, ..right },
        "unknown_enterprise" => Order { enterprise: EnterpriseId::at(9000).ok()?, ..right },
        "unknown_item" => Order { item: ItemId::at(MENU.len()).ok()?, ..right },
        "condition_not_met" if !right.conditions.is_empty() => {
            Order { conditions: demand::all_but_one(&right.conditions), ..right }
        }
        "deposit_without_ground" => {
            Order { ask_deposit: true, months: 6, covered: right.price.amount(), ..right }
        }
        _ => return None,
    };
    Some(Act::Accept(order))
}

/// A firm that cannot be admitted or registered.
fn wrong_firm(
    code: &str,
    alliance: &Alliance,
    dice: &mut Dice,
    firms: &mut Registrar,
) -> Option<Act> {
    let category = Category::Finance;
    if code == "enterprise_registered" {
        let known = dice.pick(alliance.enterprises());
        return Some(Act::RegisterEnterprise { name: known.name.clone(), code: known.code });
    }
    if !["volume_below_minimum", "code_of_current_member", "offer_out_of_reach", "no_offer"]
        .contains(&code)
    {
        return None;
    }
    let offers = world::offers(dice, category);
    let mut firm = firms.application(dice, category, offers);
    match code {
        "volume_below_minimum" => firm.volume = dice.within(0..=4),
        "code_of_current_member" => {
            firm.code = alliance.members().iter().find(|member| member.is_current())?.code;
        }
        "offer_out_of_reach" => firm.offers = Set::one(world::item_id(world::PLEDGE)),
        _ => firm.offers = Set::default(),
    }
    Some(Act::Admit(firm))
}

/// Any other act that cannot be.
fn wrong_act(code: &str, alliance: &Alliance, date: Date) -> Option<Act> {
    let mut members = (0..alliance.members().len()).filter_map(|place| MemberId::at(place).ok());
    let member = members.find(|member| alliance.open_orders_of(*member) > 0)?;
    let year = date.year();
    let volume = Volume { member, orders: 12 };
    Some(match code {
        "member_has_open_orders" => Act::Withdraw { member },
        "order_not_held" => {
            let order = alliance.open_orders(member).first().copied()?;
            Act::Cancel { order }
        }
        "unknown_order" => Act::Cancel { order: OrderId::at(90_000).ok()? },
        "policy_month_not_later" => {
            let policy = Box::new(Policy::cixi_2021());
            Act::AdoptPolicy { month: date.month(), policy }
        }
        "ranking_of_other_year" => Act::PublishRanking { year: year - 1, volumes: List::default() },
        "member_ranked_twice" => {
            let volumes = List::try_from(vec![volume, volume]).ok()?;
            Act::PublishRanking { year, volumes }
        }
        _ => return None,
    })
}

/// What a firm that left asks for: in again at once, and its offers changed as if it were still in.
pub fn of_one_that_left(book: &mut Book, left: MemberId) {
    let firm = book.alliance.member(left).expect("it was a member").clone();
    let act = Act::ChangeOffers { member: left, offers: firm.offers.clone() };
    book.refused("member_not_current", Command::new(book.date, act));
    let volume = 9;
    let (name, code) = (firm.name, firm.code);
    let again = Application { name, code, category: firm.category, volume, offers: firm.offers };
    book.refused("code_withdrew_lately", Command::new(book.date, Act::Admit(again)));
}
