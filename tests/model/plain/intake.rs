//! Taking an order in: its refusals in their order, its deposit, its first giving (rules 4, 9).

use paidan::{
    Bar, Basis, Condition, Date, Event, IdKind, MemberId, Membership, Money, Order, OrderId,
    Refusal, Set,
};

use super::state::{Commission, State};
use super::{Done, Plain};
use crate::model::view::ItemView;

impl Plain {
    /// Accepts an order and gives it, or holds it (rules 4, 5).
    pub(super) fn accept(&mut self, date: Date, terms: &Order) -> Done {
        self.refuse_order(terms)?;
        let exhausted = Refusal::IdsExhausted { kind: IdKind::Order };
        let order = OrderId::at(self.orders.len()).map_err(|_| exhausted)?;
        let deposit = self.deposit_of(terms);
        let mut accepted = Commission { deposit, ..wish(terms, date) };
        accepted.terms.conditions = self.asked_for(terms);
        self.orders.push(accepted);
        self.say(Event::Accepted { order, deposit });
        match terms.designated {
            Some(member) => self.give(order, member, Basis::Designation),
            None => self.give_or_hold(order),
        }
        Ok(())
    }

    /// The refusals of `Accept`, in the order of rules 14.
    pub(super) fn refuse_order(&self, terms: &Order) -> Done {
        let (station, enterprise, item) = (terms.station, terms.enterprise, terms.item);
        let closed = self.find_station(station)?.closed;
        self.find_enterprise(enterprise)?;
        let ItemView { menu_price, delisted, .. } = self.find_item(item)?;
        if closed {
            return Err(Refusal::StationClosed { station });
        }
        if *delisted {
            return Err(Refusal::ItemOffMenu { item });
        }
        if self.find_enterprise(enterprise)?.blacklisted {
            return Err(Refusal::EnterpriseBlacklisted { enterprise });
        }
        let met = terms.conditions.as_slice();
        for condition in self.policy.conditions.as_slice() {
            if !met.contains(condition) {
                return Err(Refusal::ConditionNotMet { condition: condition.clone() });
            }
        }
        let price = terms.price;
        if price.amount().fen() == 0 {
            return Err(Refusal::PriceZero);
        }
        if let Some(menu) = *menu_price
            && price.amount().fen() > menu.amount().fen()
        {
            return Err(Refusal::PriceAboveMenu { item, price, menu });
        }
        if terms.ask_deposit && self.deposit_grounds(terms).is_empty() {
            return Err(Refusal::DepositWithoutGround);
        }
        for member in terms.excluded.as_slice().iter().chain(&terms.taken_by) {
            self.find_member(*member)?;
        }
        match (terms.designated, self.date) {
            (Some(member), Some(date)) => {
                self.find_member(member)?;
                self.refuse_designated(&wish(terms, date), member)
            }
            _ => Ok(()),
        }
    }

    /// Of the conditions that are met, those the policy in force asks for; the others are ignored
    /// (rules 4).
    fn asked_for(&self, terms: &Order) -> Set<Condition> {
        let asked = self.policy.conditions.as_slice();
        let met = terms.conditions.as_slice().iter();
        let kept: Vec<Condition> = met.filter(|one| asked.contains(one)).cloned().collect();
        kept.try_into().unwrap_or_default()
    }

    /// The member named has left, does not offer the item, or is barred (rules 14).
    fn refuse_designated(&self, order: &Commission, member: MemberId) -> Done {
        let (found, item) = (self.find_member(member)?, order.terms.item);
        if found.standing != Membership::Current {
            return Err(Refusal::DesignatedHasLeft { member });
        }
        if !found.offers.contains(&item) {
            return Err(Refusal::DesignatedDoesNotOffer { member, item });
        }
        let barred = |bar: Bar| Err(Refusal::DesignatedBarred { member, bar });
        self.bar(order, member).map_or(Ok(()), barred)
    }

    /// The enterprise names a member for a held order (rules 5.3).
    pub(super) fn designate(&mut self, order: OrderId, member: MemberId) -> Done {
        let found = self.find_order(order)?;
        self.find_member(member)?;
        if !matches!(found.state, State::Held) {
            return Err(Refusal::OrderNotHeld { order });
        }
        self.refuse_designated(found, member)?;
        self.give(order, member, Basis::Designation);
        Ok(())
    }

    /// What each ground there is comes to, before the ceiling, in fen (rules 9).
    fn deposit_grounds(&self, terms: &Order) -> Vec<u64> {
        let rules = &self.policy.deposit;
        let (price, covered) = (terms.price.amount().fen(), terms.covered.fen());
        let mut grounds = Vec::new();
        if terms.months > rules.months.get() {
            // A third to the nearest fen: one fen over makes no more, two make one more.
            grounds.push((price + 1) / 3);
        }
        let excess = price.saturating_sub(covered);
        let allowed = u128::from(covered) * u128::from(rules.margin.get());
        if u128::from(excess) * 10_000 > allowed {
            grounds.push(excess);
        }
        grounds
    }

    /// The deposit held: the larger of the grounds, never more than the ceiling (rules 9).
    fn deposit_of(&self, terms: &Order) -> Money {
        if !terms.ask_deposit {
            return Money::from_fen(0);
        }
        let most = self.deposit_grounds(terms).into_iter().max().unwrap_or(0);
        Money::from_fen(most.min(self.policy.deposit.ceiling.amount().fen()))
    }
}

/// An order as it would be once accepted: given to nobody yet, without a deposit.
pub(super) fn wish(terms: &Order, date: Date) -> Commission {
    Commission {
        terms: terms.clone(),
        submitted: date,
        deposit: Money::from_fen(0),
        counted: None,
        barred: Vec::new(),
        state: State::Held,
    }
}
