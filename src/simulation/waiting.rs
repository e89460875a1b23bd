//! How many turns of others a member waits for its own.

use crate::words::id::{ItemId, MemberId};

/// Counts orders given by turn. It costs, for each, what the member that is given it offers.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    /// Of each item, by index, how many orders were given by turn so far.
    given: Vec<u32>,
    /// By the index of the member.
    members: Vec<Waiter>,
    /// The suspensions of the open month, and what each is from; none: from every item.
    suspended: Vec<(MemberId, Option<ItemId>)>,
}

/// A member.
#[derive(Debug, Default)]
struct Waiter {
    /// What it waited for already, before it was suspended or on leave.
    waited: u32,
    offers: Vec<Offered>,
}

/// An item that a member offers.
#[derive(Debug)]
struct Offered {
    item: ItemId,
    /// How many were given of the item when its waiting began, or went on.
    from: u32,
    /// How many suspensions and leaves keep it from waiting for this item.
    pauses: u32,
    /// How many of the item it was given by turn this month and still has.
    this_month: u32,
}

impl Waiting {
    /// The next member joins, with what it offers.
    pub(super) fn join(&mut self, offers: &[ItemId]) {
        if let Some(last) = offers.iter().map(|item| item.index()).max() {
            let most = self.given.len().max(last.saturating_add(1));
            self.given.resize(most, 0);
        }
        let offered =
            |item: &ItemId| Offered { item: *item, from: self.of(*item), pauses: 0, this_month: 0 };
        let offers = offers.iter().map(offered).collect();
        self.members.push(Waiter { waited: 0, offers });
    }

    fn of(&self, item: ItemId) -> u32 {
        self.given.get(item.index()).copied().unwrap_or(0)
    }

    /// An order for an item goes to a member by turn: gives how many it waited for.
    pub(super) fn take(&mut self, member: MemberId, item: ItemId) -> u32 {
        let Some(waiter) = self.members.get_mut(member.index()) else { return 0 };
        let mut waited = core::mem::take(&mut waiter.waited);
        for of in &mut waiter.offers {
            let Some(given) = self.given.get_mut(of.item.index()) else { continue };
            if of.pauses == 0 {
                waited = waited.saturating_add(given.saturating_sub(of.from));
            }
            if of.item == item {
                *given = given.saturating_add(1);
                of.this_month = of.this_month.saturating_add(1);
            }
            of.from = *given;
        }
        waited
    }

    /// An order that it was given by turn this month comes off a member.
    pub(super) fn give_back(&mut self, member: MemberId, item: ItemId) {
        let waiter = self.members.get_mut(member.index());
        let offers = waiter.into_iter().flat_map(|waiter| &mut waiter.offers);
        for of in offers.filter(|of| of.item == item) {
            of.this_month = of.this_month.saturating_sub(1);
        }
    }

    /// How many orders a member was given by turn this month and still has, for an item or in all.
    pub(super) fn was_given(&self, member: MemberId, item: Option<ItemId>) -> u32 {
        let waiter = self.members.get(member.index());
        let offers = waiter.into_iter().flat_map(|waiter| &waiter.offers);
        let offers = offers.filter(|of| item.is_none_or(|item| of.item == item));
        offers.fold(0, |sum, of| sum.saturating_add(of.this_month))
    }

    /// A member does not wait any more, for an item or for all.
    pub(super) fn pause(&mut self, member: MemberId, item: Option<ItemId>) {
        let Some(waiter) = self.members.get_mut(member.index()) else { return };
        for of in waiter.offers.iter_mut().filter(|of| item.is_none_or(|item| of.item == item)) {
            if of.pauses == 0 {
                let given = self.given.get(of.item.index()).copied().unwrap_or(0);
                waiter.waited = waiter.waited.saturating_add(given.saturating_sub(of.from));
            }
            of.pauses = of.pauses.saturating_add(1);
        }
    }

    /// It waits again.
    pub(super) fn go_on(&mut self, member: MemberId, item: Option<ItemId>) {
        let Some(waiter) = self.members.get_mut(member.index()) else { return };
        for of in waiter.offers.iter_mut().filter(|of| item.is_none_or(|item| of.item == item)) {
            of.pauses = of.pauses.saturating_sub(1);
            of.from = self.given.get(of.item.index()).copied().unwrap_or(0);
        }
    }

    /// A member is suspended in the month that opens.
    pub(super) fn suspend(&mut self, member: MemberId, item: Option<ItemId>) {
        self.pause(member, item);
        self.suspended.push((member, item));
    }

    /// The suspensions of a month end.
    pub(super) fn close_month(&mut self) {
        for (member, item) in core::mem::take(&mut self.suspended) {
            self.go_on(member, item);
        }
    }

    /// A month opens.
    pub(super) fn open_month(&mut self) {
        for of in self.members.iter_mut().flat_map(|waiter| &mut waiter.offers) {
            of.this_month = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Waiting;
    use crate::words::id::{ItemId, MemberId};

    fn item(number: u32) -> ItemId {
        ItemId::new(number).expect("an id")
    }

    fn member(number: u32) -> MemberId {
        MemberId::new(number).expect("an id")
    }

    /// Three members, of which the third offers another item, too.
    fn three() -> Waiting {
        let mut waiting = Waiting::default();
        waiting.join(&[item(1)]);
        waiting.join(&[item(1)]);
        waiting.join(&[item(1), item(3)]);
        waiting
    }

    #[test]
    fn turns_of_others_for_what_it_offers_are_counted() {
        let mut waiting = three();
        let turns = [(1, 1), (2, 1), (1, 1), (3, 3), (2, 1), (3, 1), (1, 1)];
        let waited = turns.map(|(of, what)| waiting.take(member(of), item(what)));
        assert_eq!(waited, [0, 1, 1, 3, 1, 1, 2]);
    }

    #[test]
    fn nobody_waits_while_it_is_suspended_or_on_leave() {
        let mut waiting = three();
        waiting.take(member(1), item(1));
        waiting.suspend(member(3), Some(item(1)));
        waiting.take(member(2), item(1));
        waiting.pause(member(3), None);
        waiting.take(member(2), item(1));
        waiting.close_month();
        waiting.take(member(2), item(1));
        assert_eq!(waiting.take(member(3), item(3)), 1, "the one before it was suspended");
        waiting.go_on(member(3), None);
        waiting.take(member(2), item(1));
        assert_eq!(waiting.take(member(3), item(1)), 1);
    }

    #[test]
    fn what_was_given_this_month_comes_off_again() {
        let mut waiting = three();
        waiting.take(member(3), item(1));
        waiting.take(member(3), item(3));
        assert_eq!(
            (waiting.was_given(member(3), None), waiting.was_given(member(1), None)),
            (2, 0)
        );
        waiting.give_back(member(3), item(3));
        assert_eq!(waiting.was_given(member(3), Some(item(3))), 0);
        assert_eq!(waiting.was_given(member(3), Some(item(1))), 1);
        waiting.open_month();
        assert_eq!(waiting.was_given(member(3), None), 0);
    }
}
