//! What is printed: each month, then the whole.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::Duration;

use paidan::figures::{MonthFigures, OrderFigures, SpanFigures, Wait, WaitFigures, Waiting};
use paidan::{Category, Date, ItemId, Share};

use super::names;
use super::show_life::{self, Span};
use super::table::Side::{Left, Right};
use super::table::Table;
use super::year::{Aside, Refusals, Year};
use super::{show_house, show_shares};

/// How many columns a line of codes may take.
pub const LONG: usize = 120;

/// How many orders that still wait are shown one by one.
const MANY: usize = 20;

/// Prints the months and the year.
pub fn year(out: &mut impl Write, year: &Year) -> io::Result<()> {
    for (month, aside) in year.months() {
        one_month(out, year, month, aside)?;
    }
    if !year.figures.months.is_empty() {
        whole(out, year)?;
    }
    let refused: u64 = year.refused.values().sum();
    writeln!(out, "commands: {} accepted, {refused} refused", year.figures.commands)
}

fn one_month(
    out: &mut impl Write,
    year: &Year,
    month: &MonthFigures,
    aside: &Aside,
) -> io::Result<()> {
    let open = if month.is_closed { "" } else { "  (still open)" };
    writeln!(out, "{}{open}", month.month)?;
    for policy in &aside.policy {
        writeln!(out, "  {policy}")?;
    }
    show_house::registers(out, &month.figures.house.registers)?;
    show_house::house(out, &month.figures.house)?;
    writeln!(out)?;
    items(out, year, &month.figures)?;
    waits(out, year, month)?;
    show_shares::month(out, year, month)?;
    show_life::life(out, year, &month.figures, &month.at_end, Span::Month)?;
    refusals(out, &aside.refused)?;
    writeln!(out)
}

/// Orders by category and item, and how each was given.
fn items(out: &mut impl Write, year: &Year, span: &SpanFigures) -> io::Result<()> {
    if span.items.is_empty() {
        return writeln!(out, "  no orders");
    }
    let is_guarded = year.figures.whole.orders.dispatched.guard_lifted.orders > 0;
    let mut head = vec![
        ("orders", Left),
        ("accepted", Right),
        ("given by turn", Right),
        ("designated", Right),
        ("named", Right),
        ("off again", Right),
        ("= tallied", Right),
        ("for, yuan", Right),
        ("held", Right),
    ];
    if is_guarded {
        head.insert(4, ("guard lifted", Right));
    }
    let mut table = Table::new(&head);
    let mut add = |name: String, OrderFigures { accepted, held, dispatched: of }: OrderFigures| {
        let numbers = [accepted, of.by_turn, of.designated];
        let mut row: Vec<String> = numbers.map(|pile| pile.orders.to_string()).into();
        row.extend(is_guarded.then(|| of.guard_lifted.orders.to_string()));
        row.extend([of.named, of.off_again, of.tallied].map(|pile| pile.orders.to_string()));
        row.extend([of.tallied.amount.to_string(), held.to_string()]);
        row.insert(0, name);
        table.row(row);
    };
    for category in Category::ALL {
        let items = year.names.items().filter(|(_, of)| *of == category);
        let items: Vec<ItemId> = items.map(|(item, _)| item).collect();
        if !items.is_empty() {
            add(names::category(category).into(), span.class(category));
        }
        for item in items {
            add(format!("  {}", year.names.item(item)), span.item(item));
        }
    }
    add("all".into(), span.orders);
    table.write(out)
}

/// What waited in the month.
fn waits(out: &mut impl Write, year: &Year, month: &MonthFigures) -> io::Result<()> {
    let mut table = Table::new(&[
        ("held orders", Left),
        ("from before", Right),
        ("new", Right),
        ("given by turn", Right),
        ("by designation", Right),
        ("cancelled", Right),
        ("still held", Right),
    ]);
    for of in year.figures.waits_in(month.month) {
        let WaitFigures { item, before, began, by_turn, designated, cancelled, after } = of;
        let numbers = [before, began, by_turn, designated, cancelled, after];
        let name = year.names.item(item).to_owned();
        table.row([name].into_iter().chain(numbers.map(|number| number.to_string())));
    }
    section(out, &table)
}

/// A table with a blank line before it, if there is anything in it.
pub fn section(out: &mut impl Write, table: &Table) -> io::Result<()> {
    if table.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    table.write(out)
}

fn refusals(out: &mut impl Write, refused: &Refusals) -> io::Result<()> {
    if refused.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    let mut line = String::from("  refused:");
    for (code, times) in refused {
        if line.len() + code.len() > LONG {
            writeln!(out, "{line}")?;
            line = String::from("          ");
        }
        line.extend(["  ", code, " ", &times.to_string()]);
    }
    writeln!(out, "{line}")
}

/// The year in all.
fn whole(out: &mut impl Write, year: &Year) -> io::Result<()> {
    writeln!(out, "in all")?;
    months(out, year)?;
    show_life::months(out, year)?;
    writeln!(out)?;
    let whole = &year.figures.whole;
    items(out, year, whole)?;
    waits_of_year(out, year)?;
    show_shares::year(out, year)?;
    let at_end = year.figures.months.last().map(|month| month.at_end).unwrap_or_default();
    show_life::life(out, year, whole, &at_end, Span::Year)?;
    writeln!(out)?;
    show_house::house(out, &whole.house)?;
    refusals(out, &year.refused)?;
    writeln!(out)
}

/// A line a month.
fn months(out: &mut impl Write, year: &Year) -> io::Result<()> {
    let mut table = Table::new(&[
        ("month", Left),
        ("orders", Right),
        ("given by turn", Right),
        ("designated", Right),
        ("named", Right),
        ("tallied", Right),
        ("for, yuan", Right),
        ("still held", Right),
        ("caps reached", Right),
        ("then suspended", Right),
        ("refused", Right),
    ]);
    for (month, aside) in year.months() {
        let OrderFigures { accepted, dispatched: of, .. } = month.figures.orders;
        let caps = [month.reached.len(), month.suspended_members()];
        let caps = caps.map(|number| number.to_string());
        let caps = if month.is_closed { caps } else { ["open", "open"].map(String::from) };
        let piles = [accepted, of.by_turn.plus(of.guard_lifted), of.designated, of.named];
        let row = [month.month.to_string()].into_iter();
        let row = row.chain(piles.map(|pile| pile.orders.to_string()));
        let row = row.chain([of.tallied.orders.to_string(), of.tallied.amount.to_string()]);
        let row = row.chain([month.at_end.held.orders.to_string()]).chain(caps);
        table.row(row.chain([aside.refused.values().sum::<u64>().to_string()]));
    }
    table.write(out)
}

/// How long orders waited, by item, and which still do.
fn waits_of_year(out: &mut impl Write, year: &Year) -> io::Result<()> {
    let Some(last) = year.figures.through else { return Ok(()) };
    let mut items = BTreeMap::<ItemId, Vec<&Wait>>::new();
    for wait in &year.figures.waits {
        items.entry(wait.item).or_default().push(wait);
    }
    let mut table = Table::new(&[
        ("held orders", Left),
        ("held", Right),
        ("given by turn", Right),
        ("by designation", Right),
        ("cancelled", Right),
        ("still held", Right),
        ("median days", Right),
        ("longest", Right),
    ]);
    for (item, waits) in items {
        let of = Waiting::of(waits.iter().copied(), last);
        let numbers = [&of.by_turn, &of.designated, &of.cancelled, &of.still];
        let all = of.all();
        let half = Share::new(5_000).ok().and_then(|half| all.percentile(half));
        let row = [year.names.item(item).to_owned(), waits.len().to_string()];
        let row = row.into_iter().chain(numbers.map(|of| of.count().to_string()));
        table.row(row.chain([half, all.largest()].map(|days| days.unwrap_or(0).to_string())));
    }
    section(out, &table)?;
    still_held(out, year, last)
}

fn still_held(out: &mut impl Write, year: &Year, last: Date) -> io::Result<()> {
    let mut table = Table::new(&[
        ("still held", Left),
        ("enterprise", Left),
        ("item", Left),
        ("since", Left),
        ("days", Right),
    ]);
    // In the order of submission.
    let mut open: Vec<&Wait> = year.figures.waits.iter().filter(|of| of.end.is_none()).collect();
    open.sort_by_key(|wait| wait.order);
    for wait in open.iter().take(MANY) {
        table.row([
            format!("order {}", wait.order),
            year.names.enterprise(wait.enterprise),
            year.names.item(wait.item).to_owned(),
            wait.since.map_or_else(String::new, |since| since.to_string()),
            wait.days(last).map_or_else(String::new, |days| days.to_string()),
        ]);
    }
    section(out, &table)?;
    match open.len().saturating_sub(MANY) {
        0 => Ok(()),
        more => writeln!(out, "  and {more} more"),
    }
}

/// How long the engine took, as it was measured here.
pub fn time(out: &mut impl Write, decided: u64, time: Duration) -> io::Result<()> {
    let Some(each) = time.as_nanos().checked_div(decided.into()) else { return Ok(()) };
    writeln!(
        out,
        "deciding: {}.{:02} µs a command on average (the calls of `step` alone, each timed by itself, \
         which takes time too; on this machine, this once)",
        each / 1000,
        each % 1000 / 10
    )
}
