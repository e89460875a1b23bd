//! How a member stands to an order.

use crate::facts::member::Membership;
use crate::facts::standing::Standing;
use crate::text::en::words::{bar, basis, category, figures, ground};

/// The sentence of a standing, with its article where it has one.
pub(in crate::text) fn standing(standing: &Standing) -> String {
    let stands = stands(standing);
    match standing.article() {
        Some(article) => format!("{stands} ({article})"),
        None => stands,
    }
}

pub(super) fn stands(standing: &Standing) -> String {
    match standing {
        Standing::Taken { basis: by } => format!("takes the order {}", basis(by)),
        Standing::NotReached => "was not reached: another one took the order before".into(),
        Standing::DoesNotOffer { item } => format!("does not offer item {item}"),
        Standing::OnLeave => "is on leave".into(),
        Standing::Suspended { month, item, cap } => {
            let from = item.map_or("every item".into(), |item| format!("item {item}"));
            let why =
                cap.as_ref().map(|cap| format!(": it had {} in the month before", figures(cap)));
            let why = why.unwrap_or_default();
            format!("is suspended from {from} in {month}{why}")
        }
        Standing::Barred { bar: by } => format!("is barred from this order: {}", bar(*by)),
        Standing::Guarded { share, figures: with } => {
            format!("would have {} with this order, above {share}", figures(with))
        }
        Standing::Left { how: Membership::Expelled { ground: of, on } } => {
            format!("was expelled on {on} for {} (ground {})", ground(*of), of.number())
        }
        Standing::Left { how: Membership::Withdrawn { on } } => format!("withdrew on {on}"),
        Standing::Left { how: Membership::Current } => "is in the alliance".into(),
        Standing::OtherLine { category: of } => {
            format!("does not stand in this line; its class is {}", category(*of))
        }
        Standing::Unknown => "there never was such a member".into(),
    }
}
