//! What is printed of orders after they were given, of a month or of the year. A section that
//! would be empty is left out.

use std::io::{self, Write};

use paidan::figures::{
    AtEnd, DeclineFigures, DepositFigures, EndFigures, ExitFigures, Pile, Receiver, SpanFigures,
};
use unicode_width::UnicodeWidthStr;

use super::names;
use super::show::{LONG, section};
use super::table::Side::{Left, Right};
use super::table::Table;
use super::year::Year;

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
    year: &Year,
    figures: &SpanFigures,
    at_end: &AtEnd,
    span: Span,
) -> io::Result<()> {
    work(out, &figures.ends, at_end)?;
    deposits(out, &figures.deposits, at_end)?;
    declines(out, &figures.declines)?;
    reassigned(out, year, figures)?;
    exits(out, year, figures, span)?;
    blacklist(out, year, figures, span)
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
    table.row(row("yuan", &|pile| pile.amount.to_string()));
    section(out, &table)
}

/// How orders ended, and where the others stand at the end.
fn work(out: &mut impl Write, of: &EndFigures, at_end: &AtEnd) -> io::Result<()> {
    let AtEnd { open, unpaid, overdue, .. } = *at_end;
    piles(
        out,
        "given orders",
        &[
            ("completed", of.completed),
            ("settled", of.settled),
            ("called off", of.called_off),
            ("failed", of.failed),
            ("abandoned", of.abandoned),
            ("defaulted", of.defaulted),
            ("| at the end: open", open),
            ("fee unpaid", unpaid),
            ("of it overdue", overdue),
        ],
    )
}

fn deposits(out: &mut impl Write, of: &DepositFigures, at_end: &AtEnd) -> io::Result<()> {
    piles(
        out,
        "deposits",
        &[
            ("taken", of.taken),
            ("returned", of.returned),
            ("counted to the fee", of.counted),
            ("forfeited", of.forfeited),
            ("| at the end: held", at_end.deposits),
        ],
    )
}

fn declines(out: &mut impl Write, of: &DeclineFigures) -> io::Result<()> {
    if *of == DeclineFigures::default() {
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
        of.with_cause, of.without_cause
    )
}

fn reassigned(out: &mut impl Write, year: &Year, figures: &SpanFigures) -> io::Result<()> {
    let mut table = Table::new(&[
        ("reassigned", Left),
        ("from", Left),
        ("to", Left),
        ("how", Left),
        ("run of the first", Left),
    ]);
    for of in &figures.reassignments {
        table.row([
            format!("order {}", of.order),
            year.names.member(of.from),
            year.names.member(of.to),
            of.basis.to_string(),
            format!("{}{}", of.run, if of.exits { ", exits" } else { "" }),
        ]);
    }
    section(out, &table)
}

/// Who had to leave; of a month also to whom each one's orders went.
fn exits(out: &mut impl Write, year: &Year, figures: &SpanFigures, span: Span) -> io::Result<()> {
    let mut table = Table::new(&[
        ("exits", Left),
        ("ground", Left),
        ("open orders", Right),
        ("given on", Right),
        ("held", Right),
    ]);
    for exit in &figures.exits {
        let numbers = [exit.orders(), exit.given(), exit.held].map(|number| number.to_string());
        let row = [year.names.member(exit.member), names::ground(exit.ground)];
        table.row(row.into_iter().chain(numbers));
    }
    section(out, &table)?;
    for exit in figures.exits.iter().filter(|_| span == Span::Month) {
        receivers(out, year, exit)?;
    }
    Ok(())
}

/// To whom the orders of one that left went: many members are told by their numbers alone.
fn receivers(out: &mut impl Write, year: &Year, exit: &ExitFigures) -> io::Result<()> {
    let is_few = exit.receivers.len() <= FEW;
    let receivers = exit.receivers.iter().map(|Receiver { member, orders }| {
        let name = if is_few { year.names.member(*member) } else { format!("({member})") };
        if *orders == 1 { name } else { format!("{name} ×{orders}") }
    });
    wrapped(out, &format!("orders of ({}) to:", exit.member), receivers)
}

/// Who came on the blacklist and went off it; of the year only how many.
fn blacklist(
    out: &mut impl Write,
    year: &Year,
    figures: &SpanFigures,
    span: Span,
) -> io::Result<()> {
    if figures.blacklisted.is_empty() && figures.lifted.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    if span == Span::Year {
        let (on, off) = (figures.blacklisted.len(), figures.lifted.len());
        return writeln!(out, "  blacklisted: {on}; taken off the list again: {off}");
    }
    let listed = figures.blacklisted.iter().map(|of| {
        let why = if of.abandoned { "abandoned" } else { "unpaid" };
        format!("{}, {why} order {}", year.names.enterprise(of.enterprise), of.order)
    });
    wrapped(out, "blacklisted:", listed)?;
    let taken_off = figures.lifted.iter().map(|of| year.names.enterprise(*of));
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
pub fn months(out: &mut impl Write, year: &Year) -> io::Result<()> {
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
    for month in &year.figures.months {
        let figures = &month.figures;
        let ends = &figures.ends;
        let AtEnd { open, overdue, deposits, .. } = month.at_end;
        let numbers = [figures.reassignments.len(), figures.exits.len()];
        let [reassigned, exits] = numbers.map(|number| number as u64);
        let numbers = [
            ends.completed.orders,
            ends.settled.orders,
            figures.declines.all(),
            reassigned,
            ends.called_off.orders,
            ends.failed.orders,
            ends.abandoned.orders,
            ends.defaulted.orders,
            exits,
            open.orders,
            overdue.orders,
        ];
        let yuan = [overdue, deposits].map(|pile| pile.amount.to_string());
        let row = [month.month.to_string()].into_iter();
        table.row(row.chain(numbers.map(|number| number.to_string())).chain(yuan));
    }
    section(out, &table)
}
