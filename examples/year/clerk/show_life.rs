//! What is printed of orders after they were given, of a month or of the year. A section that
//! would be empty is left out.

use std::io::{self, Write};

use paidan::Money;
use unicode_width::UnicodeWidthStr;

use super::figures::Figures;
use super::life::{AtEnd, Declines, Exit, LifeFigures, Pile};
use super::names;
use super::show::{LONG, section};
use super::table::Side::{Left, Right};
use super::table::Table;

/// How many members are told by name to whom the orders of one that left went.
const FEW: usize = 12;

/// Of which span the figures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    Month,
    Year,
}

/// Prints all sections.
pub fn life(
    out: &mut impl Write,
    figures: &Figures,
    life: &LifeFigures,
    span: Span,
) -> io::Result<()> {
    work(out, life)?;
    deposits(out, life)?;
    declines(out, &life.declines)?;
    reassigned(out, figures, life)?;
    exits(out, figures, life, span)?;
    blacklist(out, figures, life, span)
}

/// A table with a row of numbers of orders, and one of yuan; columns that say nothing are left out.
fn piles(out: &mut impl Write, title: &str, columns: &[(&str, Pile)]) -> io::Result<()> {
    let told: Vec<_> = columns.iter().filter(|(_, pile)| pile.orders > 0).collect();
    if told.is_empty() {
        return Ok(());
    }
    let mut head = vec![(title, Left)];
    head.extend(told.iter().map(|(name, _)| (*name, Right)));
    let mut table = Table::new(&head);
    let row = |title: &str, cell: &dyn Fn(&Pile) -> String| {
        let cells = told.iter().map(|(_, pile)| cell(pile));
        [format!("  {title}")].into_iter().chain(cells).collect::<Vec<_>>()
    };
    table.row(row("orders", &|pile| pile.orders.to_string()));
    table.row(row("yuan", &|pile| pile.yuan.to_string()));
    section(out, &table)
}

/// How orders ended, and where the others stand at the end.
fn work(out: &mut impl Write, life: &LifeFigures) -> io::Result<()> {
    let AtEnd { open, unpaid, overdue, .. } = life.at_end;
    piles(
        out,
        "given orders",
        &[
            ("completed", life.completed),
            ("settled", life.settled),
            ("called off", life.called_off),
            ("failed", life.failed),
            ("abandoned", life.abandoned),
            ("defaulted", life.defaulted),
            ("| at the end: open", open),
            ("fee unpaid", unpaid),
            ("of it overdue", overdue),
        ],
    )
}

fn deposits(out: &mut impl Write, life: &LifeFigures) -> io::Result<()> {
    let of = &life.deposits;
    piles(
        out,
        "deposits",
        &[
            ("taken", of.taken),
            ("returned", of.returned),
            ("counted to the fee", of.counted),
            ("forfeited", of.forfeited),
            ("| at the end: held", life.at_end.deposits),
        ],
    )
}

fn declines(out: &mut impl Write, of: &Declines) -> io::Result<()> {
    if *of == Declines::default() {
        return Ok(());
    }
    let results = [
        (of.complied, "complied"),
        (of.cause_found, "cause found"),
        (of.did_not_comply, "did not comply"),
        (of.walked_away, "abandoned meanwhile"),
    ];
    let results = results.iter().filter(|(times, _)| *times > 0);
    let results: Vec<String> = results.map(|(times, what)| format!("{times} {what}")).collect();
    let results = if results.is_empty() { "none ended".into() } else { results.join(", ") };
    writeln!(out)?;
    writeln!(
        out,
        "  declined: {} with cause, {} without; mediation: {results}",
        of.with_cause, of.without
    )
}

fn reassigned(out: &mut impl Write, figures: &Figures, life: &LifeFigures) -> io::Result<()> {
    let mut table = Table::new(&[
        ("reassigned", Left),
        ("from", Left),
        ("to", Left),
        ("how", Left),
        ("run of the first", Left),
    ]);
    for of in &life.reassigned {
        let (to, basis) = of.given.unzip();
        let name = |member| figures.names.member(member);
        table.row([
            format!("order {}", of.order),
            name(of.from),
            to.map(name).unwrap_or_default(),
            basis.map(|basis| basis.to_string()).unwrap_or_default(),
            format!("{}{}", of.run, if of.exits { ", exits" } else { "" }),
        ]);
    }
    section(out, &table)
}

/// Who had to leave; of a month also to whom each one's orders went.
fn exits(
    out: &mut impl Write,
    figures: &Figures,
    life: &LifeFigures,
    span: Span,
) -> io::Result<()> {
    let mut table = Table::new(&[
        ("exits", Left),
        ("ground", Left),
        ("open orders", Right),
        ("given on", Right),
        ("held", Right),
    ]);
    for exit in &life.exits {
        let given: u64 = exit.given.values().sum();
        let numbers = [exit.orders(), given, exit.held].map(|number| number.to_string());
        let row = [figures.names.member(exit.member), names::ground(exit.ground)];
        table.row(row.into_iter().chain(numbers));
    }
    section(out, &table)?;
    for exit in life.exits.iter().filter(|_| span == Span::Month) {
        receivers(out, figures, exit)?;
    }
    Ok(())
}

/// To whom the orders of one that left went: many members are told by their numbers alone.
fn receivers(out: &mut impl Write, figures: &Figures, exit: &Exit) -> io::Result<()> {
    let is_few = exit.given.len() <= FEW;
    let receivers = exit.given.iter().map(|(member, orders)| {
        let name = if is_few { figures.names.member(*member) } else { format!("({member})") };
        if *orders == 1 { name } else { format!("{name} ×{orders}") }
    });
    wrapped(out, &format!("orders of ({}) to:", exit.member), receivers)
}

/// Who came on the blacklist and went off it; of the year only how many.
fn blacklist(
    out: &mut impl Write,
    figures: &Figures,
    life: &LifeFigures,
    span: Span,
) -> io::Result<()> {
    if life.blacklisted.is_empty() && life.lifted.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    if span == Span::Year {
        let (on, off) = (life.blacklisted.len(), life.lifted.len());
        return writeln!(out, "  blacklisted: {on}; taken off the list again: {off}");
    }
    let listed = life.blacklisted.iter().map(|of| {
        let why = if of.abandoned { "abandoned" } else { "unpaid" };
        format!("{}, {why} order {}", figures.names.enterprise(of.enterprise), of.order)
    });
    wrapped(out, "blacklisted:", listed)?;
    let taken_off = life.lifted.iter().map(|of| figures.names.enterprise(*of));
    wrapped(out, "off the blacklist:", taken_off)
}

/// Entries after a title, in lines that are not too long; nothing if there are none.
fn wrapped(
    out: &mut impl Write,
    title: &str,
    entries: impl Iterator<Item = String>,
) -> io::Result<()> {
    let mut line = format!("  {title}");
    let begin = " ".repeat(line.width());
    let mut is_empty = true;
    for entry in entries {
        let separator = if is_empty { " " } else { "; " };
        if line.width() + entry.width() > LONG && !is_empty {
            writeln!(out, "{line};")?;
            line = format!("{begin} {entry}");
        } else {
            line.extend([separator, entry.as_str()]);
        }
        is_empty = false;
    }
    if is_empty { Ok(()) } else { writeln!(out, "{line}") }
}

/// A line a month of what became of orders.
pub fn months(out: &mut impl Write, figures: &Figures) -> io::Result<()> {
    let mut table = Table::new(&[
        ("month", Left),
        ("completed", Right),
        ("settled", Right),
        ("declined", Right),
        ("reassigned", Right),
        ("called off", Right),
        ("failed", Right),
        ("abandoned", Right),
        ("defaults", Right),
        ("exits", Right),
        ("| open", Right),
        ("overdue", Right),
        ("yuan", Right),
        ("deposits, yuan", Right),
    ]);
    for month in &figures.months {
        let life = &month.life;
        let AtEnd { open, overdue, deposits, .. } = life.at_end;
        let (reassigned, exits) = (life.reassigned.len() as u64, life.exits.len() as u64);
        let numbers = [
            life.completed.orders,
            life.settled.orders,
            life.declines.with_cause + life.declines.without,
            reassigned,
            life.called_off.orders,
            life.failed.orders,
            life.abandoned.orders,
            life.defaulted.orders,
            exits,
            open.orders,
            overdue.orders,
        ];
        let yuan = [overdue.yuan, deposits.yuan].map(|yuan: Money| yuan.to_string());
        let row = [month.month.to_string()].into_iter();
        table.row(row.chain(numbers.map(|number| number.to_string())).chain(yuan));
    }
    section(out, &table)
}
