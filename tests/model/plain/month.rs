//! Opening a month: closing and judging the one before (rules 1.3, 6.3, 6.4, 13).

use paidan::{
    CapFigures, CapScope, Counted, Event, ItemId, MemberId, Membership, Money, Month, Reach,
    Suspension,
};

use super::Plain;
use super::eligible::compare;
use super::state::Given;

impl Plain {
    /// The steps of rules 1.3, in their order. The date is already in the month that opens.
    pub(super) fn open_month(&mut self, closing: Month, opening: Month) {
        let reached = self.judge(closing);
        for (member, cap, reach) in &reached {
            self.say(Event::CapReached { member: *member, cap: *cap, reach: *reach });
        }
        self.say(Event::MonthClosed { month: closing });
        self.suspend(&reached);
        self.say(Event::MonthOpened { month: opening });
        if opening.of_year() == 1 {
            for firm in &mut self.firms {
                firm.run = 0;
            }
            self.say(Event::RunsReset { year: opening.year() });
        }
        self.bring_into_force(opening);
        self.try_held();
    }

    /// Every cap reached in a month: by member, then item, the amount last (rules 6.3).
    fn judge(&self, month: Month) -> Vec<(MemberId, CapFigures, Reach)> {
        let counts = |given: &&Given| {
            given.counted == Counted::Yes && !given.off && given.on.month() == month
        };
        let givings: Vec<&Given> = self.givings.iter().filter(counts).collect();
        let mut reached = Vec::new();
        for (at, found) in self.members.iter().enumerate() {
            let Ok(member) = MemberId::at(at) else { continue };
            if found.standing != Membership::Current {
                continue;
            }
            for item in (0..self.items.len()).filter_map(|at| ItemId::at(at).ok()) {
                reached.extend(self.judge_item(&givings, member, item));
            }
            reached.extend(self.judge_amount(&givings, member));
        }
        reached
    }

    fn judge_item(
        &self,
        givings: &[&Given],
        member: MemberId,
        item: ItemId,
    ) -> Option<(MemberId, CapFigures, Reach)> {
        let (mut own, mut whole) = (0_u32, 0_u32);
        for given in givings.iter().filter(|given| given.item == item) {
            whole += 1;
            own += u32::from(given.member == member);
        }
        let caps = &self.policy.caps;
        let few = self.few_serve(givings, item);
        if own == 0 || few || whole < caps.item_min_orders.get() {
            return None;
        }
        let reach = reach(compare(own.into(), whole.into(), caps.item_share))?;
        Some((member, CapFigures::Item { item, own, whole }, reach))
    }

    fn judge_amount(
        &self,
        givings: &[&Given],
        member: MemberId,
    ) -> Option<(MemberId, CapFigures, Reach)> {
        let (mut own, mut whole, mut orders) = (0_u64, 0_u64, 0_u32);
        for given in givings {
            let price = given.price.amount().fen();
            orders += 1;
            whole += price;
            own += if given.member == member { price } else { 0 };
        }
        let caps = &self.policy.caps;
        let few = self.few_in_all(givings);
        if own == 0 || few || orders < caps.amount_min_orders.get() {
            return None;
        }
        let reach = reach(compare(own, whole, caps.amount_share))?;
        let (own, whole) = (Money::from_fen(own), Money::from_fen(whole));
        Some((member, CapFigures::Amount { own, whole }, reach))
    }

    /// Ends the suspensions in force and begins those of the closed month, under the scope of its
    /// policy, which is still the one in force (rules 6.4).
    fn suspend(&mut self, reached: &[(MemberId, CapFigures, Reach)]) {
        self.suspensions.clear();
        for (member, cap, _) in reached {
            let (member, cap) = (*member, *cap);
            let item = match self.policy.caps.scope {
                CapScope::Member => None,
                CapScope::Item => cap.item(),
            };
            let has_one = self.suspensions.iter().any(|other| other.member == member);
            if self.policy.caps.scope == CapScope::Member && has_one {
                continue;
            }
            self.suspensions.push(Suspension { member, item, cap: Some(cap) });
            let scope = if item.is_some() { CapScope::Item } else { CapScope::Member };
            self.say(Event::Suspended { member, scope, cap });
        }
        // From all items before from one: the order in which they are shown and asked.
        self.suspensions.sort_by_key(|suspension| (suspension.member, suspension.item));
    }

    /// A policy adopted for the month comes into force; a new turn sorts every line (rules 13).
    fn bring_into_force(&mut self, month: Month) {
        let Some(at) = self.pending.iter().position(|(of, _)| *of == month) else { return };
        let (_, policy) = self.pending.remove(at);
        let new_turn = policy.turn != self.policy.turn;
        self.policy = policy;
        self.say(Event::PolicyInForce { month });
        if new_turn {
            self.sort_lines();
        }
    }
}

/// At the share or above it; nothing below it (rules 6.3).
fn reach(compared: std::cmp::Ordering) -> Option<Reach> {
    match compared {
        std::cmp::Ordering::Less => None,
        std::cmp::Ordering::Equal => Some(Reach::At),
        std::cmp::Ordering::Greater => Some(Reach::Above),
    }
}
