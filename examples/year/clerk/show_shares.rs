//! What is printed of the caps: who reached one, who came near, and how often in the year.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::io::{self, Write};

use paidan::figures::{MonthFigures, ReachedFigures, SuspensionFigures};
use paidan::{CapFigures, CapScope, ItemId, MemberId, Reach, ShareEntry};

use super::show::section;
use super::table::Side::{Left, Right};
use super::table::Table;
use super::year::Year;

/// How many of those nearest below a cap are shown.
const FEW: usize = 3;

/// The members' shares: who reached a cap, and who came nearest below.
pub fn month(out: &mut impl Write, year: &Year, month: &MonthFigures) -> io::Result<()> {
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
            CapFigures::Item { item, .. } => (year.names.item(item), caps.item_share),
            CapFigures::Amount { .. } => ("amount, yuan", caps.amount_share),
        };
        let (own, whole) = match cap {
            CapFigures::Item { own, whole, .. } => (own.to_string(), whole.to_string()),
            CapFigures::Amount { own, whole } => (own.to_string(), whole.to_string()),
        };
        let name = year.names.member(member);
        table.row([what.into(), name, own, whole, percent(cap), limit.to_string(), standing]);
    };
    let next = month.month.next().map_or_else(String::new, |next| next.to_string());
    for of in &month.reached {
        let reach = match of.reach {
            Reach::At => "reached",
            Reach::Above => "exceeded",
        };
        let begun = suspension(month, of);
        let suspended = match begun.map(|of| of.scope) {
            Some(CapScope::Member) => format!("suspended {next}, all items"),
            Some(CapScope::Item) => format!("suspended {next}, this item"),
            None => "suspended already".into(),
        };
        add(of.member, of.cap, format!("{reach}, {suspended}"));
    }
    if !month.is_closed {
        for of in month.shares.iter().filter(|of| month.is_reached(of)) {
            add(of.member, of.figures, "reached so far".into());
        }
    }
    for of in nearest_below(month) {
        add(of.member, of.figures, "below".into());
    }
    section(out, &table)
}

/// The suspension that a cap began, unless another cap of the member did so already.
fn suspension<'a>(month: &'a MonthFigures, of: &ReachedFigures) -> Option<&'a SuspensionFigures> {
    month.suspensions.iter().find(|begun| begun.member == of.member && begun.cap == of.cap)
}

/// The few that came nearest to a cap without reaching it: of items, then of the amount.
fn nearest_below(month: &MonthFigures) -> Vec<&ShareEntry> {
    let mut nearest = Vec::new();
    for of_items in [true, false] {
        let below = month.shares.iter().filter(|of| !month.is_reached(of));
        let below = below.filter(|of| of.figures.item().is_some() == of_items);
        let mut below: Vec<&ShareEntry> = below.collect();
        below.sort_by(|one, other| by_share(other.figures, one.figures));
        nearest.extend(below.into_iter().take(FEW));
    }
    nearest
}

/// A member's own figure and the whole, of orders or of fen.
fn sides(cap: CapFigures) -> (u64, u64) {
    match cap {
        CapFigures::Item { own, whole, .. } => (own.into(), whole.into()),
        CapFigures::Amount { own, whole } => (own.fen(), whole.fen()),
    }
}

/// The smaller share first; of equal ones that of the smaller whole.
fn by_share(one: CapFigures, other: CapFigures) -> Ordering {
    let ((own, whole), (other_own, other_whole)) = (sides(one), sides(other));
    let product = |a: u64, b: u64| u128::from(a) * u128::from(b);
    product(own, other_whole).cmp(&product(other_own, whole)).then(whole.cmp(&other_whole))
}

/// A share in per cent, cut off (never up to a cap that is not reached).
fn percent(cap: CapFigures) -> String {
    let (own, whole) = sides(cap);
    let points = u128::from(own) * 10_000 / u128::from(whole.max(1));
    format!("{}.{:02} %", points / 100, points % 100)
}

/// Who reached caps, how often.
pub fn year(out: &mut impl Write, year: &Year) -> io::Result<()> {
    // By item, the amount last.
    let mut members = BTreeMap::<(bool, Option<ItemId>, MemberId), [u64; 3]>::new();
    let months = year.figures.months.iter();
    for (month, of) in months.flat_map(|month| month.reached.iter().map(move |of| (month, of))) {
        let item = of.cap.item();
        let [times, above, suspended] =
            members.entry((item.is_none(), item, of.member)).or_default();
        *times += 1;
        *above += u64::from(of.reach == Reach::Above);
        *suspended += u64::from(suspension(month, of).is_some());
    }
    let mut table = Table::new(&[
        ("caps reached", Left),
        ("member", Left),
        ("months", Right),
        ("exceeded in", Right),
        ("suspensions", Right),
    ]);
    for ((_, item, member), numbers) in members {
        let what = item.map_or("amount", |item| year.names.item(item));
        let row = [what.to_owned(), year.names.member(member)];
        table.row(row.into_iter().chain(numbers.map(|number| number.to_string())));
    }
    section(out, &table)
}
