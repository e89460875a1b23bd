//! The vocabulary of the tables. Names are what was opened, listed, registered or admitted before.
//!
//! ```text
//! open station Hushan                    open month
//! list item Audit, finance[, 3000.00]    menu price Audit 2500.00 | menu price Audit none
//! close station Hushan                   reopen station Hushan
//! take item Audit off the menu           put item Audit on the menu
//! rename member A to Alpha               (or a station, an item, an enterprise)
//! register enterprise Acme               admit A, finance, Audit + Tax, 7 orders
//! offers A: Tax + Audit                  withdraw A
//! publish ranking A 9, B 4               adopt policy recommended for 2025-04
//! publish ranking of 2024: nobody        designate order 3 to A
//! cancel order 3                         offers A: nothing
//! order Audit 800.00 for Acme[, names A][, excludes B + C][, asks a deposit][, 13 months]
//!                            [, covered 300.00][, by telephone][, taken by A][, meets taxes paid]
//! ```
//!
//! A firm that was admitted again is `A`, and its first membership `A (1)`; so are others that have
//! one name. What is unknown is a number, `#900`. A command that begins with `at station 2, ` happens
//! there, any other at the first station; one can end with `[position 7]`, `[reference again]` and
//! `[occurred 2025-01-31]`.
//!
//! What happens to an order after it was given has its words in `life.rs`, the council and the
//! stations' records have theirs in `house.rs`.
//!
//! A policy is `literal` or `recommended`, or one of them `with` changes joined by commas:
//! `cursor turn`, `top rank turn`, `guard from 2`, `item scope`, `designations not counted`,
//! `designations using turns`, `every category in reach`, `condition taxes paid`, and those with
//! numbers, which stand in `policies.rs`.

use paidan::{
    Act, Application, Category, Channel, Command, Condition, Date, ItemId, MemberId, Order,
    OrderId, Price, Registered, Set,
};

use crate::common::{ranking, set, station};
use crate::journeys::house;
use crate::journeys::life;
use crate::journeys::names::Register;
use crate::journeys::policies::policy;

pub type Read<T> = Result<T, String>;

/// A value from its own text form.
pub fn value<T: std::str::FromStr>(word: &str) -> Read<T> {
    word.trim().parse().map_err(|_| format!("{word:?} is not what should stand there"))
}

/// The parts of a text that must have both.
pub fn two<'a>(words: &'a str, between: &str) -> Read<(&'a str, &'a str)> {
    words.split_once(between).ok_or(format!("{words:?} has no {between:?}"))
}

/// A command in words.
pub fn command(register: &mut Register, words: &str, date: Date) -> Read<Command> {
    let (mut words, mut position, mut reference, mut occurred) = (words, None, None, None);
    while let Some((before, note)) = words.strip_suffix(']').and_then(|of| of.rsplit_once(" [")) {
        if let Some(number) = note.strip_prefix("position ") {
            position = Some(value(number)?);
        } else if let Some(label) = note.strip_prefix("reference ") {
            reference = Some(value(label)?);
        } else if let Some(day) = note.strip_prefix("occurred ") {
            occurred = Some(value(day)?);
        } else {
            return Err(format!("{note:?} is no note"));
        }
        words = before;
    }
    register.here = station(1);
    if let Some((number, act)) =
        words.strip_prefix("at station ").and_then(|of| of.split_once(", "))
    {
        register.here = station(value(number)?);
        words = act;
    }
    let act = act(register, words, date)?;
    Ok(Command { expect: position, reference, occurred, ..Command::new(date, act) })
}

/// The act of a command in words.
fn act(register: &mut Register, command: &str, date: Date) -> Read<Act> {
    let is = |verb: &str| command.strip_prefix(verb).map(str::trim);
    if command == "open month" {
        Ok(Act::OpenMonth)
    } else if let Some(name) = is("open station ") {
        Ok(Act::OpenStation { name: value(name)? })
    } else if let Some(words) = is("list item ") {
        list_item(words)
    } else if let Some(words) = is("menu price ") {
        let (item, price) = words.rsplit_once(' ').ok_or("a menu price needs a price")?;
        let menu_price = if price == "none" { None } else { Some(value(price)?) };
        Ok(Act::SetMenuPrice { item: register.item(item)?, menu_price })
    } else if let Some(name) = is("register enterprise ") {
        Ok(Act::RegisterEnterprise { name: value(name)?, code: register.code(name) })
    } else if let Some(words) = is("admit ") {
        admit(register, words)
    } else if let Some(words) = is("offers ") {
        let (member, offers) = two(words, ":")?;
        let offers = items(register, offers)?;
        Ok(Act::ChangeOffers { member: register.member(member)?, offers })
    } else if let Some(name) = is("withdraw ") {
        Ok(Act::Withdraw { member: register.member(name)? })
    } else if let Some(words) = is("publish ranking ") {
        publish_ranking(register, words, date)
    } else if let Some(words) = is("adopt policy ") {
        let (words, month) = two(words, " for ")?;
        Ok(Act::AdoptPolicy { month: value(month)?, policy: Box::new(policy(words)?) })
    } else if let Some(words) = is("designate order ") {
        let (order, member) = two(words, " to ")?;
        Ok(Act::Designate { order: order_id(order)?, member: register.member(member)? })
    } else if let Some(order) = is("cancel order ") {
        Ok(Act::Cancel { order: order_id(order)? })
    } else if let Some(act) = menu(register, command) {
        act
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

/// Stations and items that come and go, and other names for what there is.
fn menu(register: &Register, command: &str) -> Option<Read<Act>> {
    let is = |before: &str, after: &str| command.strip_prefix(before)?.strip_suffix(after);
    Some(if let Some(name) = is("close station ", "") {
        register.station(name).map(|station| Act::CloseStation { station })
    } else if let Some(name) = is("reopen station ", "") {
        register.station(name).map(|station| Act::ReopenStation { station })
    } else if let Some(name) = is("take item ", " off the menu") {
        register.item(name).map(|item| Act::DelistItem { item })
    } else if let Some(name) = is("put item ", " on the menu") {
        register.item(name).map(|item| Act::RelistItem { item })
    } else if let Some(words) = is("rename ", "") {
        rename(register, words)
    } else {
        return None;
    })
}

fn rename(register: &Register, words: &str) -> Read<Act> {
    let (renamed, name) = two(words, " to ")?;
    let (kind, old) = two(renamed, " ")?;
    let of = match kind {
        "station" => Registered::Station(register.station(old)?),
        "item" => Registered::Item(register.item(old)?),
        "enterprise" => Registered::Enterprise(register.enterprise(old)?),
        "member" => Registered::Member(register.member(old)?),
        other => return Err(format!("{other:?} is not registered")),
    };
    Ok(Act::Rename { of, name: value(name)? })
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
    let name = value(cells.next().unwrap_or_default())?;
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
    Ok(Act::Admit(Application { name: value(name)?, code, category, volume, offers }))
}

/// Some items joined by plus signs.
fn items(register: &Register, words: &str) -> Read<Set<ItemId>> {
    let names = words.split('+').map(str::trim).filter(|name| *name != "nothing");
    let items: Read<Vec<_>> = names.map(|name| register.item(name)).collect();
    Ok(set(&items?))
}

fn members(register: &Register, words: &str) -> Read<Set<MemberId>> {
    let members: Read<Vec<_>> = words.split('+').map(|name| register.member(name.trim())).collect();
    Ok(set(&members?))
}

fn publish_ranking(register: &Register, words: &str, date: Date) -> Read<Act> {
    let (year, words) = match words.strip_prefix("of ") {
        Some(words) => {
            let (year, words) = two(words, ": ")?;
            (value(year)?, words)
        }
        None => (date.year(), words),
    };
    let named = words.split(',').filter(|words| *words != "nobody");
    let volumes: Read<Vec<_>> = named.map(|of| volume(register, of)).collect();
    Ok(ranking(year, &volumes?))
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
    let mut order = Order::new(register.here, enterprise, item, value(price)?);
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
            let names: Read<Vec<Condition>> = names.split('+').map(value).collect();
            order.conditions = set(&names?);
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
