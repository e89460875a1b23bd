//! 待派: the orders that nobody could have at once, and how long each waited (rules 5.3).

use alloc::collections::BTreeMap;

use crate::record::figures::distribution::Distribution;
use crate::record::figures::rows::{Row, gathered};
use crate::words::date::{Date, Month};
use crate::words::id::{EnterpriseId, ItemId, OrderId};

/// 待派: one wait of an order. An order that comes off its member may wait once more.
#[doc(alias = "待派")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// The order.
    pub order: OrderId,
    /// What was asked for.
    pub item: ItemId,
    /// Who asked.
    pub enterprise: EnterpriseId,
    /// Since when it waited; none if that was before the state from which the figures start, and
    /// somebody had had the order.
    pub since: Option<Date>,
    /// How it ended; none if the order still waits.
    pub end: Option<WaitEnd>,
}

/// The end of a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitEnd {
    /// When.
    pub on: Date,
    /// How.
    pub how: WaitEnding,
}

/// How a wait ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitEnding {
    /// A member became eligible.
    Turn,
    /// The enterprise named one.
    Designated,
    /// The enterprise gave up.
    Cancelled,
}

impl Wait {
    /// The days from its beginning to its end, or if it has not ended to the last day on record.
    /// One given on the day on which it began to wait waited no day.
    pub fn days(&self, last: Date) -> Option<u32> {
        let until = self.end.map_or(last, |end| end.on);
        let days = until.naive().signed_duration_since(self.since?.naive()).num_days();
        Some(u32::try_from(days).unwrap_or(0))
    }
}

/// How long orders waited, in days; exact, so that every percentile can be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Until a member became eligible.
    pub by_turn: Distribution,
    /// Until the enterprise named a member.
    pub designated: Distribution,
    /// Until the enterprise gave up.
    pub cancelled: Distribution,
    /// Those that still wait: how long so far.
    pub still: Distribution,
    /// Waits of which it is not known when they began.
    pub unknown: u64,
}

impl Waiting {
    /// Of some waits, as far as the last day on record.
    pub fn of<'a>(waits: impl IntoIterator<Item = &'a Wait>, last: Date) -> Self {
        let mut all = Self::default();
        for wait in waits {
            let Some(days) = wait.days(last) else {
                all.unknown = all.unknown.saturating_add(1);
                continue;
            };
            let of = match wait.end.map(|end| end.how) {
                Some(WaitEnding::Turn) => &mut all.by_turn,
                Some(WaitEnding::Designated) => &mut all.designated,
                Some(WaitEnding::Cancelled) => &mut all.cancelled,
                None => &mut all.still,
            };
            of.add(days, 1);
        }
        all
    }

    /// Those that ended with a member.
    pub fn given(&self) -> Distribution {
        let mut given = self.by_turn.clone();
        given.join(&self.designated);
        given
    }

    /// All of which it is known when they began, whether and however they ended.
    pub fn all(&self) -> Distribution {
        let mut all = self.given();
        all.join(&self.cancelled);
        all.join(&self.still);
        all
    }
}

/// The waits of one item in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitFigures {
    /// The item.
    pub item: ItemId,
    /// Those that waited when the month began.
    pub before: u64,
    /// Those that began in it.
    pub began: u64,
    /// Those that ended in it since a member became eligible.
    pub by_turn: u64,
    /// Those that ended in it since the enterprise named a member.
    pub designated: u64,
    /// Those that ended in it since the enterprise gave up.
    pub cancelled: u64,
    /// Those that waited when it ended.
    pub after: u64,
}

impl WaitFigures {
    /// The waits of a month, by item in the order of the ids.
    pub(crate) fn in_month(waits: &[Wait], month: Month) -> Vec<Self> {
        let of_month = waits.iter().filter_map(|wait| {
            let began = wait.since.map(Date::month);
            let ended = wait.end.filter(|end| end.on.month() <= month);
            let is_over = ended.is_some_and(|end| end.on.month() < month);
            if began.is_some_and(|began| began > month) || is_over {
                return None;
            }
            let mut row = Self::new(wait.item);
            let start = if began == Some(month) { &mut row.began } else { &mut row.before };
            *start = 1;
            *match ended.map(|end| end.how) {
                Some(WaitEnding::Turn) => &mut row.by_turn,
                Some(WaitEnding::Designated) => &mut row.designated,
                Some(WaitEnding::Cancelled) => &mut row.cancelled,
                None => &mut row.after,
            } = 1;
            Some(row)
        });
        gathered(of_month.collect())
    }
}

impl Row for WaitFigures {
    type Id = ItemId;

    fn new(item: ItemId) -> Self {
        Self { item, before: 0, began: 0, by_turn: 0, designated: 0, cancelled: 0, after: 0 }
    }

    fn id(&self) -> ItemId {
        self.item
    }

    fn index(id: ItemId) -> usize {
        id.index()
    }

    fn join(&mut self, other: &Self) {
        for (own, other) in [
            (&mut self.before, other.before),
            (&mut self.began, other.began),
            (&mut self.by_turn, other.by_turn),
            (&mut self.designated, other.designated),
            (&mut self.cancelled, other.cancelled),
            (&mut self.after, other.after),
        ] {
            *own = own.saturating_add(other);
        }
    }
}

/// All waits that were read, in the order in which they began.
#[derive(Clone, Debug, Default)]
pub(crate) struct Waits {
    all: Vec<Wait>,
    /// Where in the list the wait of an order stands that waits now.
    open: BTreeMap<OrderId, usize>,
}

impl Waits {
    pub(crate) fn begin(&mut self, wait: Wait) {
        self.open.insert(wait.order, self.all.len());
        self.all.push(wait);
    }

    /// An order was given or cancelled; if it waited, that is over. Says whether it did.
    pub(crate) fn end(&mut self, order: OrderId, on: Date, how: WaitEnding) -> bool {
        // Most cities have nothing that waits most of the time.
        if self.open.is_empty() {
            return false;
        }
        let wait = self.open.remove(&order).and_then(|place| self.all.get_mut(place));
        let Some(wait) = wait else { return false };
        wait.end = Some(WaitEnd { on, how });
        true
    }

    pub(crate) fn finish(self) -> Vec<Wait> {
        self.all
    }
}
