//! What is printed: each month, then the whole.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::time::Duration;

use paidan::{CapFigures, CapScope, Category, ItemId, MemberId, Reach};

use super::figures::Figures;
use super::house::HouseFigures;
use super::life::LifeFigures;
use super::month::{ItemFigures, MonthFigures, sides};
use super::names;
use super::show_life::{self, Span};
use super::table::Side::{Left, Right};
use super::table::Table;
use super::waits::{Wait, WaitFigures};

/// How many columns a line of codes may take.
pub const LONG: usize = 120;

/// How many of those nearest below a cap are shown.
const FEW: usize = 3;

/// How many orders that still wait are shown one by one.
const MANY: usize = 20;

/// Prints the months and the year.
pub fn year(out: &mut impl Write, figures: &Figures) -> io::Result<()> {
    for month in &figures.months {
        one_month(out, figures, month)?;
    }
    if !figures.months.is_empty() {
        whole(out, figures)?;
    }
    let refused: u64 = figures.refused.values().sum();
    writeln!(out, "commands: {} accepted, {refused} refused", figures.accepted)
}

fn one_month(out: &mut impl Write, figures: &Figures, month: &MonthFigures) -> io::Result<()> {
    let open = if month.is_closed { "" } else { "  (still open)" };
    writeln!(out, "{}{open}", month.month)?;
    for policy in &month.policy {
        writeln!(out, "  {policy}")?;
    }
    if !month.happened.is_empty() {
        let told = month.happened.iter().map(|((one, many), times)| match times {
            1 => format!("1 {one}"),
            _ => format!("{times} {many}"),
        });
        writeln!(out, "  {}", told.collect::<Vec<_>>().join(", "))?;
    }
    month.house.show(out)?;
    writeln!(out)?;
    items(out, figures, &month.items)?;
    waits(out, figures, month)?;
    shares(out, figures, month)?;
    show_life::life(out, figures, &month.life, Span::Month)?;
    refusals(out, &month.refused)?;
    writeln!(out)
}

/// Orders by category and item, and how each was given.
fn items(
    out: &mut impl Write,
    figures: &Figures,
    items: &BTreeMap<ItemId, ItemFigures>,
) -> io::Result<()> {
    if items.is_empty() {
        return writeln!(out, "  no orders");
    }
    let is_guarded = figures.months.iter().any(|month| month.whole().guard_lifted > 0);
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
    let mut add = |name: String, of: &ItemFigures| {
        let numbers = [of.accepted, of.by_turn, of.designated];
        let mut row: Vec<String> = numbers.map(|number| number.to_string()).into();
        row.extend(is_guarded.then(|| of.guard_lifted.to_string()));
        row.extend([of.named, of.off_again, of.tallied.orders].map(|number| number.to_string()));
        row.extend([of.tallied.yuan.to_string(), of.held.to_string()]);
        row.insert(0, name);
        table.row(row);
    };
    let mut whole = ItemFigures::default();
    for category in Category::ALL {
        let of_category = figures.names.items().filter(|(_, of)| *of == category);
        let listed: Vec<(ItemId, ItemFigures)> = of_category
            .map(|(item, _)| (item, items.get(&item).copied().unwrap_or_default()))
            .collect();
        let mut sum = ItemFigures::default();
        for (_, item) in &listed {
            sum.add(item);
        }
        whole.add(&sum);
        if !listed.is_empty() {
            add(names::category(category).into(), &sum);
        }
        for (item, of) in &listed {
            add(format!("  {}", figures.names.item(*item)), of);
        }
    }
    add("all".into(), &whole);
    table.write(out)
}

/// What waited in the month.
fn waits(out: &mut impl Write, figures: &Figures, month: &MonthFigures) -> io::Result<()> {
    let mut table = Table::new(&[
        ("held orders", Left),
        ("from before", Right),
        ("new", Right),
        ("given by turn", Right),
        ("by designation", Right),
        ("cancelled", Right),
        ("still held", Right),
    ]);
    for (item, of) in figures.waits.of_month(month.month) {
        let WaitFigures { before, began, by_turn, designated, cancelled, after } = of;
        let numbers = [before, began, by_turn, designated, cancelled, after];
        let name = figures.names.item(item).to_owned();
        table.row([name].into_iter().chain(numbers.map(|number| number.to_string())));
    }
    section(out, &table)
}

/// The members' shares: who reached a cap, and who came nearest below.
fn shares(out: &mut impl Write, figures: &Figures, month: &MonthFigures) -> io::Result<()> {
    let caps = month.caps;
    let mut table = Table::new(&[
        ("shares", Left),
        ("member", Left),
        ("own", Right),
        ("of", Right),
        ("share", Right),
        ("cap", Right),
        ("standing", Left),
    ]);
    let mut add = |member: MemberId, cap: CapFigures, standing: String| {
        let (what, limit) = match cap {
            CapFigures::Item { item, .. } => (figures.names.item(item), caps.item_share),
            CapFigures::Amount { .. } => ("amount, yuan", caps.amount_share),
        };
        let (own, whole) = match cap {
            CapFigures::Item { own, whole, .. } => (own.to_string(), whole.to_string()),
            CapFigures::Amount { own, whole } => (own.to_string(), whole.to_string()),
        };
        let name = figures.names.member(member);
        table.row([what.into(), name, own, whole, percent(cap), limit.to_string(), standing]);
    };
    let next = month.month.next().map_or_else(String::new, |next| next.to_string());
    for reached in &month.reached {
        let reach = match reached.reach {
            Reach::At => "reached",
            Reach::Above => "exceeded",
        };
        let suspended = match reached.suspended {
            Some(CapScope::Member) => format!("suspended {next}, all items"),
            Some(CapScope::Item) => format!("suspended {next}, this item"),
            None => "suspended already".into(),
        };
        add(reached.member, reached.cap, format!("{reach}, {suspended}"));
    }
    if !month.is_closed {
        for (member, cap) in month.reached_so_far() {
            add(member, cap, "reached so far".into());
        }
    }
    for (member, cap) in month.nearest_below(FEW) {
        add(member, cap, "below".into());
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

/// A share in per cent, cut off (never up to a cap that is not reached).
fn percent(cap: CapFigures) -> String {
    let (own, whole) = sides(cap);
    let points = u128::from(own) * 10_000 / u128::from(whole.max(1));
    format!("{}.{:02} %", points / 100, points % 100)
}

fn refusals(out: &mut impl Write, refused: &BTreeMap<&'static str, u64>) -> io::Result<()> {
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
fn whole(out: &mut impl Write, figures: &Figures) -> io::Result<()> {
    writeln!(out, "in all")?;
    months(out, figures)?;
    show_life::months(out, figures)?;
    writeln!(out)?;
    let mut all = BTreeMap::<ItemId, ItemFigures>::new();
    for month in &figures.months {
        for (item, of) in &month.items {
            all.entry(*item).or_default().add(of);
        }
    }
    items(out, figures, &all)?;
    waits_of_year(out, figures)?;
    caps_of_year(out, figures)?;
    let (mut life, mut house) = (LifeFigures::default(), HouseFigures::default());
    for month in &figures.months {
        life.join(&month.life);
        house.join(&month.house);
    }
    show_life::life(out, figures, &life, Span::Year)?;
    writeln!(out)?;
    house.show(out)?;
    refusals(out, &figures.refused)?;
    writeln!(out)
}

/// A line a month.
fn months(out: &mut impl Write, figures: &Figures) -> io::Result<()> {
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
    for month in &figures.months {
        let of = month.whole();
        let held: u64 = figures.waits.of_month(month.month).values().map(|of| of.after).sum();
        let suspended = month.reached.iter().filter(|reached| reached.suspended.is_some());
        let suspended: BTreeSet<MemberId> = suspended.map(|reached| reached.member).collect();
        let caps = [month.reached.len(), suspended.len()].map(|number| number.to_string());
        let caps = if month.is_closed { caps } else { ["open", "open"].map(String::from) };
        let given = [of.by_turn + of.guard_lifted, of.designated, of.named];
        let numbers = [of.accepted].into_iter().chain(given).chain([of.tallied.orders]);
        let row = [month.month.to_string()].into_iter();
        let row = row.chain(numbers.map(|number| number.to_string()));
        let row = row.chain([of.tallied.yuan.to_string(), held.to_string()]).chain(caps);
        table.row(row.chain([month.refused.values().sum::<u64>().to_string()]));
    }
    table.write(out)
}

/// How long orders waited, by item, and which still do.
fn waits_of_year(out: &mut impl Write, figures: &Figures) -> io::Result<()> {
    let Some(last) = figures.last else { return Ok(()) };
    let mut items = BTreeMap::<ItemId, Vec<&Wait>>::new();
    for wait in figures.waits.all() {
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
        let mut of = WaitFigures { after: waits.len() as u64, ..WaitFigures::default() };
        for (_, ending) in waits.iter().filter_map(|wait| wait.end) {
            of.end(ending);
            of.after -= 1;
        }
        let mut days: Vec<i64> = waits.iter().map(|wait| wait.days(last)).collect();
        days.sort_unstable();
        let numbers = [of.by_turn, of.designated, of.cancelled, of.after];
        let days = [days[(days.len() - 1) / 2], days[days.len() - 1]];
        let row = [figures.names.item(item).to_owned(), waits.len().to_string()];
        let row = row.into_iter().chain(numbers.map(|number| number.to_string()));
        table.row(row.chain(days.map(|number| number.to_string())));
    }
    section(out, &table)?;
    still_held(out, figures, last)
}

fn still_held(out: &mut impl Write, figures: &Figures, last: paidan::Date) -> io::Result<()> {
    let mut table = Table::new(&[
        ("still held", Left),
        ("enterprise", Left),
        ("item", Left),
        ("since", Left),
        ("days", Right),
    ]);
    for wait in figures.waits.open().take(MANY) {
        table.row([
            format!("order {}", wait.order),
            figures.names.enterprise(wait.enterprise),
            figures.names.item(wait.item).to_owned(),
            wait.since.to_string(),
            wait.days(last).to_string(),
        ]);
    }
    section(out, &table)?;
    match figures.waits.open().skip(MANY).count() {
        0 => Ok(()),
        more => writeln!(out, "  and {more} more"),
    }
}

/// Who reached caps, how often.
fn caps_of_year(out: &mut impl Write, figures: &Figures) -> io::Result<()> {
    // By item, the amount last.
    let mut members = BTreeMap::<(bool, Option<ItemId>, MemberId), [u64; 3]>::new();
    for reached in figures.months.iter().flat_map(|month| &month.reached) {
        let item = reached.cap.item();
        let [times, above, suspended] =
            members.entry((item.is_none(), item, reached.member)).or_default();
        *times += 1;
        *above += u64::from(reached.reach == Reach::Above);
        *suspended += u64::from(reached.suspended.is_some());
    }
    let mut table = Table::new(&[
        ("caps reached", Left),
        ("member", Left),
        ("months", Right),
        ("exceeded in", Right),
        ("suspensions", Right),
    ]);
    for ((_, item, member), numbers) in members {
        let what = item.map_or("amount", |item| figures.names.item(item));
        let row = [what.to_owned(), figures.names.member(member)];
        table.row(row.into_iter().chain(numbers.map(|number| number.to_string())));
    }
    section(out, &table)
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
