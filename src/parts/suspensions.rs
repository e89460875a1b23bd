//! 暂停派单: the suspensions in force (article 17).
//!
//! Invariant: sorted by member, then all items before one, then item; no two alike in both.

use crate::facts::cap::Suspension;
use crate::words::id::{ItemId, MemberId};

/// All the suspensions in force.
#[derive(Clone, Debug, Default)]
pub(crate) struct Suspensions(Vec<Suspension>);

impl Suspensions {
    /// Adds one; one that stands already stays as it is.
    pub(crate) fn add(&mut self, suspension: Suspension) {
        let key = |of: &Suspension| (of.member, of.item);
        if let Err(place) = self.0.binary_search_by_key(&key(&suspension), key) {
            self.0.insert(place, suspension);
        }
    }

    /// Ends them all, and gives them back.
    pub(crate) fn end_all(&mut self) -> Vec<Suspension> {
        core::mem::take(&mut self.0)
    }

    /// The suspension of a member from an item, if there is one: that from all before one from it.
    pub(crate) fn of(&self, member: MemberId, item: ItemId) -> Option<&Suspension> {
        let of = |item| {
            let place = self.0.binary_search_by_key(&(member, item), |of| (of.member, of.item));
            place.ok().and_then(|place| self.0.get(place))
        };
        of(None).or_else(|| of(Some(item)))
    }

    /// All of them in their order.
    pub(crate) fn as_slice(&self) -> &[Suspension] {
        &self.0
    }
}
