//! The vocabulary of the tables. Names are what was opened, listed, registered or admitted before.
//!
//! ```text
//! open station Hushan                    open month
//! list item Audit, finance[, 3000.00]    menu price Audit 2500.00 | menu price Audit none
//! register enterprise Acme               admit A, finance, Audit + Tax, 7 orders
//! offers A: Tax + Audit                  withdraw A
//! publish ranking A 9, B 4               adopt policy recommended for 2025-04
//! designate order 3 to A                 cancel order 3
//! order Audit 800.00 for Acme[, names A][, excludes B + C][, asks a deposit][, 13 months]
//!                            [, covered 300.00][, by telephone][, taken by A][, meets taxes paid]
//! ```
//!
//! What happens to an order after it was given has its words in `life.rs`, the council and the
//! stations' records have theirs in `house.rs`.
//!
//! A policy is `literal` or `recommended`, or one of them `with` changes joined by commas:
//! `cursor turn`, `top rank turn`, `guard from 2`, `item scope`, `designations not counted`,
//! `designations using turns`, `every category in reach`, `condition taxes paid`.

use paidan::{
    Act, Application, CapScope, Category, Channel, ComprehensiveReach, CountDesignated, Date,
    DesignationUsesTurn, Guard, ItemId, MemberId, Order, OrderId, Policy, Price, Set, Turn,
};

use crate::common::{ranking, set, station, text};
use crate::house;
use crate::life;
use crate::names::Register;

pub type Read<T> = Result<T, String>;

/// A value from its own text form.
pub fn value<T: std::str::FromStr>(word: &str) -> Read<T> {
    word.trim().parse().map_err(|_| format!("{word:?} is not what should stand there"))
}

/// The parts of a text that must have both.
pub fn two<'a>(words: &'a str, between: &str) -> Read<(&'a str, &'a str)> {
    words.split_once(between).ok_or(format!("{words:?} has no {between:?}"))
}

/// The act of a command in words.
pub fn act(register: &mut Register, command: &str, date: Date) -> Read<Act> {
    let is = |verb: &str| command.strip_prefix(verb).map(str::trim);
    if command == "open month" {
        Ok(Act::OpenMonth)
    } else if let Some(name) = is("open station ") {
        Ok(Act::OpenStation { name: text(name) })
    } else if let Some(words) = is("list item ") {
        list_item(words)
    } else if let Some(words) = is("menu price ") {
        let (item, price) = words.rsplit_once(' ').ok_or("a menu price needs a price")?;
        let menu_price = if price == "none" { None } else { Some(value(price)?) };
        Ok(Act::SetMenuPrice { item: register.item(item)?, menu_price })
    } else if let Some(name) = is("register enterprise ") {
        Ok(Act::RegisterEnterprise { name: text(name), code: register.code(name) })
    } else if let Some(words) = is("admit ") {
        admit(register, words)
    } else if let Some(words) = is("offers ") {
        let (member, offers) = two(words, ":")?;
        let offers = items(register, offers)?;
        Ok(Act::ChangeOffers { member: register.member(member)?, offers })
    } else if let Some(name) = is("withdraw ") {
        Ok(Act::Withdraw { member: register.member(name)? })
    } else if let Some(words) = is("publish ranking ") {
        let volumes: Read<Vec<_>> = words.split(',').map(|of| volume(register, of)).collect();
        Ok(ranking(date.year(), &volumes?))
    } else if let Some(words) = is("adopt policy ") {
        let (words, month) = two(words, " for ")?;
        Ok(Act::AdoptPolicy { month: value(month)?, policy: Box::new(policy(words)?) })
    } else if let Some(words) = is("designate order ") {
        let (order, member) = two(words, " to ")?;
        Ok(Act::Designate { order: order_id(order)?, member: register.member(member)? })
    } else if let Some(order) = is("cancel order ") {
        Ok(Act::Cancel { order: order_id(order)? })
    } else if let Some(act) = life::act(register, command) {
        act
    } else if let Some(act) = house::act(register, command) {
        act
    } else if let Some(words) = is("order ") {
        order(register, words).map(Act::Accept)
    } else {
        Err(format!("{command:?} is no command"))
    }
}

pub fn order_id(number: &str) -> Read<OrderId> {
    OrderId::new(value(number)?).map_err(|why| why.to_string())
}

pub fn category(word: &str) -> Read<Category> {
    Ok(match word.trim() {
        "finance" => Category::Finance,
        "research" => Category::Research,
        "patent" => Category::Patent,
        "comprehensive" => Category::Comprehensive,
        other => return Err(format!("no class {other:?}")),
    })
}

fn list_item(words: &str) -> Read<Act> {
    let mut cells = words.split(',');
    let name = text(cells.next().unwrap_or_default());
    let category = category(cells.next().unwrap_or_default())?;
    let menu_price = cells.next().map(value::<Price>).transpose()?;
    Ok(Act::ListItem { name, category, menu_price })
}

fn admit(register: &mut Register, words: &str) -> Read<Act> {
    let cells: Vec<&str> = words.split(',').map(str::trim).collect();
    let [name, class, offers, volume] = cells[..] else { return Err("four parts".into()) };
    let volume = value(volume.strip_suffix(" orders").ok_or("so many orders")?)?;
    let (category, offers) = (category(class)?, items(register, offers)?);
    let code = register.code(name);
    Ok(Act::Admit(Application { name: text(name), code, category, volume, offers }))
}

/// Some items joined by plus signs.
fn items(register: &Register, words: &str) -> Read<Set<ItemId>> {
    let items: Read<Vec<_>> = words.split('+').map(|name| register.item(name.trim())).collect();
    Ok(set(&items?))
}

fn members(register: &Register, words: &str) -> Read<Set<MemberId>> {
    let members: Read<Vec<_>> = words.split('+').map(|name| register.member(name.trim())).collect();
    Ok(set(&members?))
}

fn volume(register: &Register, words: &str) -> Read<(MemberId, u32)> {
    let (name, orders) = words.trim().rsplit_once(' ').ok_or("a member and its orders")?;
    Ok((register.member(name)?, value(orders)?))
}

fn order(register: &Register, words: &str) -> Read<Order> {
    let mut parts = words.split(',').map(str::trim);
    let (asked, enterprise) = two(parts.next().unwrap_or_default(), " for ")?;
    let (item, price) = asked.rsplit_once(' ').ok_or("an item and a price")?;
    let (item, enterprise) = (register.item(item)?, register.enterprise(enterprise)?);
    let mut order = Order::new(station(1), enterprise, item, value(price)?);
    for option in parts {
        if let Some(name) = option.strip_prefix("names ") {
            order.designated = Some(register.member(name)?);
        } else if let Some(names) = option.strip_prefix("excludes ") {
            order.excluded = members(register, names)?;
        } else if let Some(name) = option.strip_prefix("taken by ") {
            order.taken_by = Some(register.member(name)?);
        } else if let Some(amount) = option.strip_prefix("covered ") {
            order.covered = value(amount)?;
        } else if let Some(months) = option.strip_suffix(" months") {
            order.months = value(months)?;
        } else if let Some(names) = option.strip_prefix("meets ") {
            let names: Vec<_> = names.split('+').map(|name| text(name.trim())).collect();
            order.conditions = set(&names);
        } else if option == "asks a deposit" {
            order.ask_deposit = true;
        } else if option == "by telephone" {
            order.channel = Channel::Telephone;
        } else {
            return Err(format!("{option:?} is no option of an order"));
        }
    }
    Ok(order)
}

/// A policy in words.
pub fn policy(words: &str) -> Read<Policy> {
    let (preset, changes) = words.split_once(" with ").unwrap_or((words, ""));
    let mut policy = match preset {
        "literal" => Policy::cixi_2021(),
        "recommended" => Policy::recommended(),
        other => return Err(format!("no policy {other:?}")),
    };
    for change in changes.split(',').map(str::trim).filter(|change| !change.is_empty()) {
        match change {
            "cursor turn" => policy.turn = Turn::Cursor,
            "top rank turn" => policy.turn = Turn::TopRank,
            "item scope" => policy.caps.scope = CapScope::Item,
            "designations not counted" => policy.count_designated = CountDesignated::No,
            "designations using turns" => policy.designation_uses_turn = DesignationUsesTurn::Yes,
            "every category in reach" => {
                policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
            }
            _ => {
                if let Some(least) = change.strip_prefix("guard from ") {
                    policy.caps.guard = Guard::On { min_orders: value(least)? };
                } else if let Some(name) = change.strip_prefix("condition ") {
                    policy.conditions = Set::one(text(name));
                } else {
                    return Err(format!("{change:?} changes no policy"));
                }
            }
        }
    }
    Ok(policy)
}
