//! The orders that nobody could take at once, and how long each waited.

use std::collections::BTreeMap;

use paidan::{Date, EnterpriseId, ItemId, Month, OrderId};

/// All waits, in the order in which they began.
#[derive(Debug, Default)]
pub struct Waits {
    all: Vec<Wait>,
    /// Where in the list the wait of an order stands that waits now.
    open: BTreeMap<OrderId, usize>,
}

/// One wait.
#[derive(Clone, Copy, Debug)]
pub struct Wait {
    pub order: OrderId,
    pub item: ItemId,
    pub enterprise: EnterpriseId,
    pub since: Date,
    /// When and how it ended, if it did.
    pub end: Option<(Date, Ending)>,
}

/// How a wait ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A member became eligible.
    Turn,
    /// The enterprise named one.
    Designated,
    /// The enterprise gave up.
    Cancelled,
}

/// How many wait, and what became of those that did.
#[derive(Clone, Copy, Debug, Default)]
pub struct WaitFigures {
    pub before: u64,
    pub began: u64,
    pub by_turn: u64,
    pub designated: u64,
    pub cancelled: u64,
    pub after: u64,
}

impl Waits {
    /// An order begins to wait.
    pub fn begin(&mut self, order: OrderId, item: ItemId, enterprise: EnterpriseId, since: Date) {
        self.open.insert(order, self.all.len());
        self.all.push(Wait { order, item, enterprise, since, end: None });
    }

    /// An order was given or cancelled; if it waited, that is over.
    pub fn end(&mut self, order: OrderId, on: Date, ending: Ending) {
        let wait = self.open.remove(&order).and_then(|place| self.all.get_mut(place));
        if let Some(wait) = wait {
            wait.end = Some((on, ending));
        }
    }

    /// All of them.
    pub fn all(&self) -> &[Wait] {
        &self.all
    }

    /// Those that are not over.
    pub fn open(&self) -> impl Iterator<Item = &Wait> {
        self.open.values().filter_map(|place| self.all.get(*place))
    }

    /// The waits of a month, by item.
    pub fn of_month(&self, month: Month) -> BTreeMap<ItemId, WaitFigures> {
        let mut items = BTreeMap::<ItemId, WaitFigures>::new();
        for wait in &self.all {
            let (began, ended) = (wait.since.month(), wait.end.map(|(on, _)| on.month()));
            if began > month || ended.is_some_and(|ended| ended < month) {
                continue;
            }
            let figures = items.entry(wait.item).or_default();
            if began == month {
                figures.began += 1;
            } else {
                figures.before += 1;
            }
            match wait.end {
                Some((on, ending)) if on.month() == month => figures.end(ending),
                _ => figures.after += 1,
            }
        }
        items
    }
}

impl WaitFigures {
    /// Counts how one ended.
    pub fn end(&mut self, ending: Ending) {
        match ending {
            Ending::Turn => self.by_turn += 1,
            Ending::Designated => self.designated += 1,
            Ending::Cancelled => self.cancelled += 1,
        }
    }
}

impl Wait {
    /// The days from its beginning to its end, or as far as it is read.
    pub fn days(&self, last: Date) -> i64 {
        let until = self.end.map_or(last, |(on, _)| on);
        (until.naive() - self.since.naive()).num_days()
    }
}
