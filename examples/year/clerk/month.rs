//! The figures of one month: orders by item, what members were given, and the caps.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;

use paidan::{Basis, CapFigures, CapScope, CapsPolicy, ItemId, MemberId, Money, Month, Reach};

use super::crowd::Crowd;
use super::house::HouseFigures;
use super::life::{LifeFigures, Pile};

/// One month.
#[derive(Debug)]
pub struct MonthFigures {
    pub month: Month,
    /// The caps by which it is judged.
    pub caps: CapsPolicy,
    /// Whether it was closed and judged.
    pub is_closed: bool,
    pub items: BTreeMap<ItemId, ItemFigures>,
    /// Who reached a cap, as the closing told.
    pub reached: Vec<Reached>,
    /// Commands that were refused, by code.
    pub refused: BTreeMap<&'static str, u64>,
    /// What was said of the policy.
    pub policy: Vec<String>,
    /// How often else something happened, by its name in singular and plural.
    pub happened: BTreeMap<(&'static str, &'static str), u64>,
    /// What became of orders that were given.
    pub life: LifeFigures,
    /// What the council and the stations did beside orders.
    pub house: HouseFigures,
    /// Who is a member: nobody else is judged.
    pub crowd: Crowd,
    members: BTreeMap<MemberId, MemberFigures>,
}

/// The orders for an item.
#[derive(Clone, Copy, Debug, Default)]
pub struct ItemFigures {
    pub accepted: u64,
    pub by_turn: u64,
    pub designated: u64,
    pub guard_lifted: u64,
    /// Given to a member that the platform named.
    pub named: u64,
    pub held: u64,
    /// Given in the month, and in the month come off the member again.
    pub off_again: u64,
    /// What the tallies have of them.
    pub tallied: Pile,
}

/// What a member was given that counts.
#[derive(Debug, Default)]
struct MemberFigures {
    amount: Money,
    items: BTreeMap<ItemId, u32>,
}

/// A member that reached a cap.
#[derive(Clone, Copy, Debug)]
pub struct Reached {
    pub member: MemberId,
    pub cap: CapFigures,
    pub reach: Reach,
    /// From what it is suspended for it, unless another cap does so already.
    pub suspended: Option<CapScope>,
}

/// One giving of an order.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    pub member: MemberId,
    pub item: ItemId,
    pub amount: Money,
    pub basis: Basis,
    pub counts: bool,
}

impl ItemFigures {
    /// Adds the figures of another item, or of another month.
    pub fn add(&mut self, other: &Self) {
        self.accepted += other.accepted;
        self.by_turn += other.by_turn;
        self.designated += other.designated;
        self.guard_lifted += other.guard_lifted;
        self.named += other.named;
        self.held += other.held;
        self.off_again += other.off_again;
        self.tallied.join(other.tallied);
    }
}

impl MonthFigures {
    /// A month that was just opened.
    pub fn new(month: Month, caps: CapsPolicy, crowd: Crowd) -> Self {
        Self {
            month,
            caps,
            is_closed: false,
            items: BTreeMap::new(),
            reached: Vec::new(),
            refused: BTreeMap::new(),
            policy: Vec::new(),
            happened: BTreeMap::new(),
            life: LifeFigures::default(),
            house: HouseFigures::default(),
            crowd,
            members: BTreeMap::new(),
        }
    }

    /// The figures of an item.
    pub fn item(&mut self, item: ItemId) -> &mut ItemFigures {
        self.items.entry(item).or_default()
    }

    /// All items together.
    pub fn whole(&self) -> ItemFigures {
        self.items.values().fold(ItemFigures::default(), |mut whole, item| {
            whole.add(item);
            whole
        })
    }

    /// Adds an order that was given.
    pub fn give(&mut self, given: Given) {
        let item = self.item(given.item);
        match given.basis {
            Basis::Designation => item.designated += 1,
            Basis::TurnGuardLifted => item.guard_lifted += 1,
            Basis::Named => item.named += 1,
            _ => item.by_turn += 1,
        }
        if given.counts {
            item.tallied.add(given.amount);
            let member = self.members.entry(given.member).or_default();
            member.amount = member.amount.plus(given.amount);
            *member.items.entry(given.item).or_default() += 1;
        }
    }

    /// Takes an order off the tallies that came off its member in the month of its giving.
    pub fn take_off(&mut self, member: MemberId, item: ItemId, amount: Money) {
        let figures = self.item(item);
        figures.off_again += 1;
        figures.tallied.orders -= 1;
        figures.tallied.yuan = figures.tallied.yuan.above(amount);
        let member = self.members.entry(member).or_default();
        member.amount = member.amount.above(amount);
        *member.items.entry(item).or_default() -= 1;
    }

    /// Notes that a cap suspends a member.
    pub fn suspend(&mut self, member: MemberId, scope: CapScope, cap: CapFigures) {
        let reached = self.reached.iter_mut().find(|of| of.member == member && of.cap == cap);
        if let Some(reached) = reached {
            reached.suspended = Some(scope);
        }
    }

    /// Counts something else that happened.
    pub fn tell(&mut self, one: &'static str, many: &'static str) {
        *self.happened.entry((one, many)).or_default() += 1;
    }

    /// The few that came nearest to a cap without reaching it: of items, then of the amount.
    pub fn nearest_below(&self, few: usize) -> Vec<(MemberId, CapFigures)> {
        let mut nearest = Vec::new();
        for of_items in [true, false] {
            let mut shares = self.shares();
            shares.retain(|(_, cap)| cap.item().is_some() == of_items && !self.is_reached(*cap));
            shares.sort_by(|(_, one), (_, other)| by_share(*other, *one));
            nearest.extend(shares.into_iter().take(few));
        }
        nearest
    }

    /// Those that stand at a cap or above it so far, in a month that is not closed.
    pub fn reached_so_far(&self) -> Vec<(MemberId, CapFigures)> {
        let mut shares = self.shares();
        shares.retain(|(_, cap)| self.is_reached(*cap));
        shares
    }

    /// Every share of a member that is judged, by member, then item, the amount last.
    pub fn shares(&self) -> Vec<(MemberId, CapFigures)> {
        let mut wholes = BTreeMap::<ItemId, u32>::new();
        let (mut orders, mut amount) = (0, Money::ZERO);
        for member in self.members.values() {
            amount = amount.plus(member.amount);
            for (item, own) in &member.items {
                *wholes.entry(*item).or_default() += own;
                orders += own;
            }
        }
        let judged: BTreeSet<ItemId> =
            wholes.keys().copied().filter(|item| self.is_judged(*item, wholes[item])).collect();
        let is_amount_judged = self.is_amount_judged(orders);
        let mut shares = Vec::new();
        for (&id, member) in self.members.iter().filter(|(id, _)| self.crowd.has(**id)) {
            for (&item, &own) in &member.items {
                let whole = wholes[&item];
                if judged.contains(&item) && own > 0 {
                    shares.push((id, CapFigures::Item { item, own, whole }));
                }
            }
            if is_amount_judged && !member.amount.is_zero() {
                shares.push((id, CapFigures::Amount { own: member.amount, whole: amount }));
            }
        }
        shares
    }

    /// Whether an item has orders and members enough to be judged.
    fn is_judged(&self, item: ItemId, whole: u32) -> bool {
        let has_one = |member: &MemberFigures| member.items.get(&item).is_some_and(|own| *own > 0);
        let given = self.members.iter().filter(|(id, of)| self.crowd.has(**id) && has_one(of));
        let members: BTreeSet<MemberId> =
            given.map(|(id, _)| *id).chain(self.crowd.offering(item)).collect();
        whole >= self.caps.item_min_orders.get() && enough(&members, self.caps.item_min_members)
    }

    /// Whether there are orders and members enough for the amount to be judged. Who is gone and has
    /// an order in the tallies is one of them.
    fn is_amount_judged(&self, orders: u32) -> bool {
        let has_one = |member: &MemberFigures| member.items.values().any(|own| *own > 0);
        let given = self.members.iter().filter(|(_, of)| has_one(of)).map(|(id, _)| *id);
        let members: BTreeSet<MemberId> = given.chain(self.crowd.present()).collect();
        orders >= self.caps.amount_min_orders.get()
            && enough(&members, self.caps.amount_min_members)
    }

    fn is_reached(&self, cap: CapFigures) -> bool {
        let share = match cap {
            CapFigures::Item { .. } => self.caps.item_share,
            CapFigures::Amount { .. } => self.caps.amount_share,
        };
        let (own, whole) = sides(cap);
        share.reached_by(own, whole)
    }
}

/// Whether so many members are enough.
fn enough(members: &BTreeSet<MemberId>, least: NonZero<u32>) -> bool {
    u32::try_from(members.len()).is_ok_and(|members| members >= least.get())
}

/// A member's own figure and the whole, of orders or of fen.
pub fn sides(cap: CapFigures) -> (u64, u64) {
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
