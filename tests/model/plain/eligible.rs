//! Who may have an order, and whose turn it is (rules 5.2, 6.5).

use paidan::{
    Bar, Basis, CapFigures, Category, Counted, Guard, ItemId, Loss, MemberId, Membership, Money,
    Share, Standing,
};

use super::Plain;
use super::state::{Commission, Given};
use crate::model::view::MemberView;

/// Part and whole as a share: more than it, exactly it, or less, by cross multiplication.
pub(super) fn compare(part: u64, whole: u64, share: Share) -> std::cmp::Ordering {
    let left = u128::from(part) * 10_000;
    let right = u128::from(whole) * u128::from(share.basis_points());
    left.cmp(&right)
}

impl Plain {
    /// What bars a member from an order; it goes with the code (rules 5.2 d, 2.1).
    pub(super) fn bar(&self, order: &Commission, member: MemberId) -> Option<Bar> {
        let excluded = order.terms.excluded.as_slice();
        if excluded.iter().any(|other| self.same_firm(*other, member)) {
            return Some(Bar::ConflictOfInterest);
        }
        let enterprise = self.find_enterprise(order.terms.enterprise).ok().map(|found| found.code);
        if enterprise.is_some() && enterprise == self.code(member) {
            return Some(Bar::OwnOrder);
        }
        let lost = |by: Loss| {
            order.barred.iter().any(|(other, how)| *how == by && self.same_firm(*other, member))
        };
        if lost(Loss::Declined) {
            Some(Bar::Declined)
        } else if lost(Loss::Reassigned) {
            Some(Bar::Reassigned)
        } else {
            None
        }
    }

    /// The first of (a) to (d) that fails (rules 5.2).
    pub(super) fn fails(&self, order: &Commission, member: MemberId) -> Option<Standing> {
        let item = order.terms.item;
        let Ok(found) = self.find_member(member) else { return Some(Standing::Unknown) };
        if found.standing != Membership::Current {
            return Some(Standing::Left { how: found.standing });
        }
        if !found.offers.contains(&item) {
            return Some(Standing::DoesNotOffer { item });
        }
        if found.on_leave {
            return Some(Standing::OnLeave);
        }
        let from_this = self.suspensions.iter().find(|suspension| {
            suspension.member == member && suspension.item.is_none_or(|from| from == item)
        });
        if let (Some(suspension), Some(month)) = (from_this, self.month()) {
            let (item, cap) = (suspension.item, suspension.cap);
            return Some(Standing::Suspended { month, item, cap });
        }
        self.bar(order, member).map(|bar| Standing::Barred { bar })
    }

    /// The givings that are in the tallies of the open month (rules 6.1, 6.2).
    pub(super) fn tallied(&self) -> impl Iterator<Item = &Given> {
        let open = self.month();
        self.givings.iter().filter(move |given| {
            given.counted == Counted::Yes && !given.off && Some(given.on.month()) == open
        })
    }

    /// Whether an item is not judged for its few members: those current that offer it and are not
    /// on leave, or that have an order of it in the tallies (rules 6.3).
    pub(super) fn few_serve(&self, tallies: &[&Given], item: ItemId) -> bool {
        let serves = |(at, found): &(usize, &MemberView)| {
            let offers = found.offers.contains(&item) && !found.on_leave;
            let has = tallies.iter().any(|of| of.item == item && of.member.index() == *at);
            found.standing == Membership::Current && (offers || has)
        };
        let serving = self.members.iter().enumerate().filter(serves).count();
        serving < self.policy.caps.item_min_members.get() as usize
    }

    /// Whether the amount is not judged for the few members there are: those current and not on
    /// leave, and whoever has an order in the tallies, be it gone since (rules 6.3).
    pub(super) fn few_in_all(&self, tallies: &[&Given]) -> bool {
        let counts = |(at, found): &(usize, &MemberView)| {
            let present = found.standing == Membership::Current && !found.on_leave;
            present || tallies.iter().any(|of| of.member.index() == *at)
        };
        let counting = self.members.iter().enumerate().filter(counts).count();
        counting < self.policy.caps.amount_min_members.get() as usize
    }

    /// Whether with this order a member would be above a cap, where the guard is on (rules 6.5).
    pub(super) fn guarded(&self, order: &Commission, member: MemberId) -> Option<Standing> {
        let Guard::On { min_orders } = self.policy.caps.guard else { return None };
        if order.counted == Some(Counted::No) {
            return None;
        }
        let (mut own, mut whole, mut all) = (1_u32, 1_u32, 1_u32);
        let price = order.terms.price.amount().fen();
        let (mut own_amount, mut amount) = (price, price);
        // The order came off whoever lost it before anybody is looked for (rules 7.2, 8.2, 10.2).
        let tallies: Vec<&Given> = self.tallied().collect();
        for given in &tallies {
            let is_own = given.member == member;
            let of_item = given.item == order.terms.item;
            whole += u32::from(of_item);
            own += u32::from(of_item && is_own);
            all += 1;
            amount += given.price.amount().fen();
            own_amount += if is_own { given.price.amount().fen() } else { 0 };
        }
        let caps = &self.policy.caps;
        let above = |part, whole, share| compare(part, whole, share).is_gt();
        if !self.few_serve(&tallies, order.terms.item)
            && whole >= min_orders.get()
            && above(own.into(), whole.into(), caps.item_share)
        {
            let figures = CapFigures::Item { item: order.terms.item, own, whole };
            return Some(Standing::Guarded { share: caps.item_share, figures });
        }
        if !self.few_in_all(&tallies)
            && all >= min_orders.get()
            && above(own_amount, amount, caps.amount_share)
        {
            let (own, whole) = (Money::from_fen(own_amount), Money::from_fen(amount));
            let figures = CapFigures::Amount { own, whole };
            return Some(Standing::Guarded { share: caps.amount_share, figures });
        }
        None
    }

    /// The class of an order's item.
    pub(super) fn class_of(&self, order: &Commission) -> Option<Category> {
        self.find_item(order.terms.item).ok().map(|item| item.category)
    }

    /// Whose turn it is: the first that passes (a) to (e), or with the guard lifted the first
    /// that passes (a) to (d), or nobody (rules 5.2, 5.3, 6.5).
    pub(super) fn by_turn(&self, order: &Commission) -> Option<(MemberId, Basis)> {
        let mut passing = self.search_order(self.class_of(order)?);
        passing.retain(|member| self.fails(order, *member).is_none());
        let unguarded = passing.iter().find(|member| self.guarded(order, **member).is_none());
        match (unguarded, passing.first()) {
            (Some(member), _) => Some((*member, Basis::Turn)),
            (None, Some(member)) => Some((*member, Basis::TurnGuardLifted)),
            (None, None) => None,
        }
    }
}
