//! Giving orders, taking them off, and what an exit does to them (rules 5, 6.2, 10.2).

use std::num::NonZeroU64;

use paidan::{
    Basis, CountDesignated, Counted, DesignationUsesTurn, Event, Ground, Loss, MemberId,
    Membership, Motion, OrderId, TallyEffect, Turn, Vacancy,
};

use super::Plain;
use super::state::{Commission, Given, Holding, State};

impl Plain {
    /// Gives an order to a member: the line moves, the tallies grow (rules 5, 6.2).
    pub(super) fn give(&mut self, order: OrderId, member: MemberId, basis: Basis) {
        let Ok(found) = self.find_order(order).cloned() else { return };
        let (Some(on), Some(category)) = (self.date, self.class_of(&found)) else { return };
        let counted = self.counts(&found, basis);
        let motion = self.motion(basis);
        let line = self.line_mut(category);
        let moved = match motion {
            Motion::ToEnd => line.send_to_end(member),
            Motion::CursorPast => {
                line.cursor = line.after(member);
                None
            }
            Motion::Stays => None,
        };
        let (item, price) = (found.terms.item, found.terms.price);
        self.givings.push(Given { order, member, item, price, on, counted, off: false });
        if let Some(found) = self.orders.get_mut(order.index()) {
            found.counted = Some(counted);
            found.state = State::Assigned(Holding { member, on, basis, moved });
        }
        self.say(Event::Dispatched { order, member, basis, motion, counted });
    }

    /// Whether an order counts when it is given on this basis: as it did at its first giving, if
    /// this is not the first (rules 6.1).
    pub(super) fn counts(&self, order: &Commission, basis: Basis) -> Counted {
        let left_out = self.policy.count_designated == CountDesignated::No;
        match order.counted {
            Some(counted) => counted,
            None if basis == Basis::Designation && left_out => Counted::No,
            None => Counted::Yes,
        }
    }

    /// What a giving does to the line (rules 3.4, 5.1, 8.2).
    pub(super) fn motion(&self, basis: Basis) -> Motion {
        let uses_turn = self.policy.designation_uses_turn == DesignationUsesTurn::Yes;
        match (self.policy.turn, basis) {
            (Turn::KeepPlace, Basis::Designation) if !uses_turn => Motion::Stays,
            (Turn::KeepPlace, _) => Motion::ToEnd,
            (Turn::Cursor, Basis::Turn | Basis::TurnGuardLifted) => Motion::CursorPast,
            _ => Motion::Stays,
        }
    }

    /// Gives an order by turn, if anybody is eligible (rules 5.2).
    pub(super) fn give_by_turn(&mut self, order: OrderId) -> bool {
        let Ok(found) = self.find_order(order) else { return false };
        let turn = self.by_turn(found);
        if let Some((member, basis)) = turn {
            self.give(order, member, basis);
        }
        turn.is_some()
    }

    /// Gives an order by turn, or holds it (rules 5.3).
    pub(super) fn give_or_hold(&mut self, order: OrderId) {
        if !self.give_by_turn(order) {
            self.set_state(order, State::Held);
            self.say(Event::Held { order });
        }
    }

    /// Tries held orders in order of submission; what finds nobody leaves no record (rules 5.3).
    pub(super) fn try_held(&mut self) {
        for order in self.orders_where(|order| matches!(order.state, State::Held)) {
            self.give_by_turn(order);
        }
    }

    /// An order comes off its member, and off the tallies of the month still open (rules 6.2).
    pub(super) fn come_off(&mut self, order: OrderId, member: MemberId) {
        let open = self.month();
        let last = self.givings.iter_mut().rev().find(|given| given.order == order);
        let tally = match last {
            Some(given) if given.counted == Counted::Yes && Some(given.on.month()) == open => {
                given.off = true;
                TallyEffect::ComesOff
            }
            _ => TallyEffect::Stays,
        };
        self.say(Event::CameOff { order, member, tally });
    }

    /// A member that lost an order is barred from it (rules 7.2, 8.2).
    pub(super) fn bar_from(&mut self, order: OrderId, member: MemberId, by: Loss) {
        if let Some(found) = self.orders.get_mut(order.index()) {
            found.barred.push((member, by));
        }
        self.say(Event::Barred { order, member, by });
    }

    /// A member goes back to the place it left for an order, if it can (rules 3.5).
    pub(super) fn go_back(&mut self, order: OrderId, holding: Holding) {
        let category = self.find_order(order).ok().and_then(|found| self.class_of(found));
        let (Some(category), Some((from, to))) = (category, holding.moved) else { return };
        let member = holding.member;
        if self.line_mut(category).go_back(member, from, to)
            && let Some(place) = NonZeroU64::new(from)
        {
            self.say(Event::WentBack { order, member, place });
        }
    }

    /// Leaves every line and its seat, at once (rules 2.4, 10.2).
    pub(super) fn leave_all(&mut self, member: MemberId) {
        self.leave_lines(member, |_, _| true);
        self.vacate_seat(member, Vacancy::Left);
    }

    /// An exit: for good, then its open orders one by one (rules 10.2).
    pub(super) fn exit(&mut self, member: MemberId, ground: Ground) {
        let Some(on) = self.date else { return };
        self.set_standing(member, Membership::Expelled { ground, on });
        self.say(Event::Expelled { member, ground });
        self.leave_all(member);
        for order in self.open_orders(member) {
            self.come_off(order, member);
            self.give_or_hold(order);
        }
    }
}
