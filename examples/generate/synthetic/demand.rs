//! What enterprises ask for: which item, at what price, of whom, and on what terms.

use paidan::{
    Act, Alliance, Channel, Condition, Created, EnterpriseId, ItemId, MemberId, Money, Order,
    Price, Seat, Set, StationId,
};

use super::book::Book;
use super::dice::Dice;
use super::world::{self, MENU, Registrar};

/// The most enterprises that ask for anything in the year.
const ENTERPRISES: usize = 480;

/// The station where the staff is named for an order more often than elsewhere (article 23), as
/// long as it is that of the first member.
const PARTIAL_STATION: usize = 5;

/// Registers an enterprise nobody knew.
pub fn newcomer(book: &mut Book, dice: &mut Dice, firms: &mut Registrar) -> EnterpriseId {
    let (name, code) = (firms.enterprise(dice), firms.code(dice));
    match book.create(Act::RegisterEnterprise { name, code }) {
        Created::Enterprise(enterprise) => enterprise,
        other => panic!("an enterprise, not {other:?}"),
    }
}

/// The enterprise that asks next: at times a new one, else one of those known, the first ones
/// more often.
pub fn enterprise(book: &mut Book, dice: &mut Dice, firms: &mut Registrar) -> EnterpriseId {
    let known = book.alliance.enterprises().len();
    if known < ENTERPRISES && dice.chance(15) {
        return newcomer(book, dice, firms);
    }
    let last = u32::try_from(known).expect("a few hundred") - 1;
    EnterpriseId::at(dice.skewed(last) as usize).expect("an id")
}

/// An order of an enterprise that will be accepted.
pub fn order(alliance: &Alliance, dice: &mut Dice, enterprise: EnterpriseId) -> Order {
    let item = item(alliance, dice);
    let station = world::open_station(alliance, dice.skewed(13) as usize);
    let price = price(alliance, dice, item);
    let mut order = Order::new(station, enterprise, item, price);
    order.conditions = alliance.policy().conditions.clone();
    if dice.chance(25) {
        order.channel = Channel::Telephone;
    }
    if dice.chance(80) {
        order.taken_by = staff_at(alliance, station);
    }
    if dice.chance(4) {
        order.excluded = conflicts(alliance, dice, item);
    }
    terms(dice, &mut order);
    if dice.chance(30) {
        order.designated = favourite(alliance, dice, &order);
    }
    order
}

/// The item asked for, as often as its weight says, while it is on the menu.
fn item(alliance: &Alliance, dice: &mut Dice) -> ItemId {
    let weights: Vec<(usize, u32)> = MENU
        .iter()
        .zip(alliance.items())
        .enumerate()
        .map(|(place, (item, listed))| (place, if listed.delisted { 0 } else { item.weight }))
        .collect();
    dice.weighted(&weights).and_then(|place| ItemId::at(place).ok()).expect("a menu")
}

/// The menu price, or up to four tenths below it, in steps of 50 yuan.
fn price(alliance: &Alliance, dice: &mut Dice, item: ItemId) -> Price {
    let menu = alliance.item(item).and_then(|item| item.menu_price);
    let menu = menu.unwrap_or_else(|| world::price(MENU[item.index()].yuan));
    if dice.chance(40) {
        return menu;
    }
    let fen = menu.amount().fen() / 100 * u64::from(dice.within(60..=100));
    Price::new(Money::from_fen(fen / 5000 * 5000)).expect("below the menu's")
}

/// The member whose staff is at a station: one of those in the council, if the seat is not vacant.
fn staff_at(alliance: &Alliance, station: StationId) -> Option<MemberId> {
    alliance.council().holder(Seat::ALL[station.index() % 5])
}

/// One or two members of the item's line with a conflict of interest.
fn conflicts(alliance: &Alliance, dice: &mut Dice, item: ItemId) -> Set<MemberId> {
    let line: Vec<MemberId> = alliance.line(MENU[item.index()].category).collect();
    let excluded: Vec<_> = (0..dice.within(1..=2)).map(|_| *dice.pick(&line)).collect();
    Set::try_from(excluded).expect("two members")
}

/// How long it takes, what policy funds cover, and whether a deposit is asked for.
fn terms(dice: &mut Dice, order: &mut Order) {
    let months = if dice.chance(8) { dice.within(13..=30) } else { dice.within(1..=12) };
    order.months = u16::try_from(months).expect("a few months");
    let price = order.price.amount();
    order.covered = match dice.within(1..=100) {
        1..=55 => price,
        56..=85 => Money::from_fen(price.fen() / 2),
        _ => Money::ZERO,
    };
    let is_ground = order.months > 12 || order.covered < price;
    order.ask_deposit = is_ground && dice.chance(25);
}

/// The member that an enterprise names, of those that may be named: the popular ones more often.
pub fn favourite(alliance: &Alliance, dice: &mut Dice, order: &Order) -> Option<MemberId> {
    let own_code = alliance.enterprise(order.enterprise).map(|enterprise| enterprise.code);
    let may_be_named = |member: MemberId| {
        let firm = alliance.member(member).expect("a member of the line");
        firm.offers.contains(&order.item)
            && !order.excluded.contains(&member)
            && Some(firm.code) != own_code
    };
    if let (PARTIAL_STATION, Some(staff)) = (order.station.index(), order.taken_by)
        && staff.index() == 0
        && may_be_named(staff)
        && dice.chance(60)
    {
        return Some(staff);
    }
    let line: Vec<MemberId> = alliance.line(MENU[order.item.index()].category).collect();
    let mut named: Vec<(MemberId, u32)> = line
        .into_iter()
        .filter(|&member| may_be_named(member))
        .map(|member| (member, popularity(member)))
        .collect();
    // A line moves; who is named must not hang on where in it a member stands.
    named.sort_unstable();
    dice.weighted(&named)
}

/// How often a member is named, against the others; a few are named far more often than most.
fn popularity(member: MemberId) -> u32 {
    let place = 3 + member.get() * 37 % 101;
    1 + 3000 / (place * place)
}

/// The conditions with one of them left out.
pub fn all_but_one(conditions: &Set<Condition>) -> Set<Condition> {
    Set::try_from(conditions.as_slice()[1..].to_vec()).expect("a short list")
}
