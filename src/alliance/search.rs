//! What a search for a member has to know of an order, from what the alliance knows.

use crate::alliance::Alliance;
use crate::facts::member::Category;
use crate::facts::order::{Counted, Order, OrderRecord};
use crate::rules::caps::MonthlyFigures;
use crate::rules::eligibility::Search;
use crate::words::list::Set;

impl Alliance {
    /// Of an order that comes in, for an item of this category.
    #[inline]
    pub(crate) fn search_for<'a>(&self, order: &'a Order, category: Category) -> Search<'a> {
        Search {
            item: order.item,
            category,
            price: order.price,
            counted: Counted::Yes,
            is_tallied: false,
            own_firm: self.registry.own_firm(order.enterprise),
            excluded: &order.excluded,
            barred: &Set::EMPTY,
            loser: None,
        }
    }

    /// Of an order that was accepted before; its item is known, so there is always a search.
    pub(crate) fn search_again<'a>(&self, record: &'a OrderRecord) -> Option<Search<'a>> {
        let listed = self.item(record.terms.item)?;
        Some(Search {
            counted: record.counted.unwrap_or(Counted::Yes),
            barred: &record.barred,
            ..self.search_for(&record.terms, listed.category)
        })
    }

    /// The figures of the open month, and who could serve in it.
    pub(crate) fn figures(&self) -> MonthlyFigures<'_> {
        MonthlyFigures {
            policy: &self.policy.caps,
            tally: &self.tally,
            roster: &self.roster,
            loser: None,
        }
    }

    /// The figures of the open month, as they are once the order came off whoever loses it.
    #[inline]
    pub(crate) fn figures_for(&self, search: &Search<'_>) -> MonthlyFigures<'_> {
        let loser = search.loser.filter(|_| search.is_tallied);
        MonthlyFigures { loser, ..self.figures() }
    }
}
