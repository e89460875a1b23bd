//! Explaining a dispatch: every member of the line with its standing (rules 5.4).

use crate::alliance::Alliance;
use crate::doors::check;
use crate::doors::dispatch::{Found, answer, choose, fails, named};
use crate::facts::order::Order;
use crate::facts::refusal::Refusal;
use crate::facts::standing::{Candidate, Explanation, Standing};
use crate::rules::caps;
use crate::rules::eligibility::Search;
use crate::words::id::MemberId;

/// 派单说明: to whom an order would go, and why not to the others. Changes nothing.
///
/// Of each member it tells the first ground that fails, with the figures; those after the one
/// that takes the order were not reached. Of a designated order all but the taken are not reached.
///
/// # Errors
/// The [`Refusal`] that accepting the order would meet, as [`dispatch`](crate::dispatch()).
#[doc(alias = "派单说明")]
pub fn explain(alliance: &Alliance, order: &Order) -> Result<Explanation, Refusal> {
    let intake = check::intake::accept(alliance, order)?;
    let search = alliance.search_for(order, intake.category);
    let found = named(order).or_else(|| choose(alliance, &search));
    let mut is_reached = order.designated.is_none();
    let members = alliance.lines.of(search.category).search_order();
    let line = members.map(|member| {
        let standing = match found {
            Some(Found { member: taker, basis }) if taker == member => {
                is_reached = false;
                Standing::Taken { basis }
            }
            _ if is_reached => failing(alliance, &search, member),
            _ => Standing::NotReached,
        };
        Candidate { member, standing }
    });
    let line = line.collect();
    let dispatch = answer(alliance, found);
    Ok(Explanation { category: search.category, dispatch, line })
}

/// How one member stands to an order, whether or not it is in the line: it may have left, stand in
/// another line, or be unknown.
///
/// # Errors
/// As [`explain`].
pub fn explain_member(
    alliance: &Alliance,
    order: &Order,
    member: MemberId,
) -> Result<Standing, Refusal> {
    let explanation = explain(alliance, order)?;
    if let Some(found) = explanation.line.iter().find(|candidate| candidate.member == member) {
        return Ok(found.standing);
    }
    Ok(match alliance.member(member) {
        None => Standing::Unknown,
        Some(firm) if firm.is_current() => Standing::OtherLine { category: firm.category },
        Some(firm) => Standing::Left { how: firm.standing },
    })
}

/// The first of the grounds (b) to (e) that fails for a member that the search passed over.
fn failing(alliance: &Alliance, search: &Search<'_>, member: MemberId) -> Standing {
    if let Some(standing) = fails(alliance, search, member) {
        return standing;
    }
    let figures = alliance.figures_for(search);
    let exceeded = caps::guard(&figures, search)
        .and_then(|guard| caps::exceeded_with(&figures, search, guard, member));
    match exceeded {
        Some((share, figures)) => Standing::Guarded { share, figures },
        None => Standing::NotReached,
    }
}
