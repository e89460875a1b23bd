//! Article 20: a long term, or a price well above what policy funds cover, lets a station ask for
//! a deposit (rules 9).

use crate::facts::policy::DepositPolicy;
use crate::words::money::{Money, Price};

/// The deposit an order gives ground for, if it does: of the amounts of its grounds the larger,
/// up to the ceiling. It may come to nothing.
pub(crate) fn amount(
    policy: &DepositPolicy,
    price: Price,
    months: u16,
    covered: Money,
) -> Option<Money> {
    let term = term(policy, price, months);
    let excess = excess(policy, price, covered);
    term.max(excess).map(|amount| amount.min(policy.ceiling.amount()))
}

/// Ground *term*: more months to settlement than the policy's give one third of the price.
fn term(policy: &DepositPolicy, price: Price, months: u16) -> Option<Money> {
    (months > policy.months.get()).then(|| price.amount().third())
}

/// Ground *excess*: a price above the covered amount by more than the margin of it gives the
/// whole difference.
fn excess(policy: &DepositPolicy, price: Price, covered: Money) -> Option<Money> {
    let excess = price.amount().above(covered);
    let limit = u128::from(covered.fen()).wrapping_mul(policy.margin.get().into());
    let is_ground = u128::from(excess.fen()).wrapping_mul(10_000) > limit;
    is_ground.then_some(excess)
}
