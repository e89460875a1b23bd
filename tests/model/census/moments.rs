//! Moments in which rules meet, that no single act or conclusion tells of.

use paidan::{Act, Event, MemberId, OrderId, Refusal, Sorting, Turn};

use crate::model::twin::Told;
use crate::model::view::{OrderView, StateView};

pub const MOMENTS: [&str; 14] = [
    "RecordedLate",
    // Of one that is on leave.
    "DesignatedOnLeave",
    "WithdrawnOnLeave",
    "ExpelledOnLeave",
    "HeldGoesAfterLeave",
    // A correction changes somebody's place.
    "CorrectedKeepPlace",
    "CorrectedCursor",
    "CorrectedTopRank",
    // A correction while some have had their turn, or joined since, and changes nobody's place.
    "CorrectedNobody",
    "HeldGoesAfterBar",
    "BarLiftedUnderOldId",
    "FeedbackOnEnded",
    // By the due date that was fixed it would be overdue, by the calendar in force it is not.
    "HolidayProlonged",
    "HeldOffTheMenuGoes",
];

/// Those that a command is.
pub fn of(told: &Told<'_>) -> Vec<&'static str> {
    let mut moments = Vec::new();
    match told.answer {
        Ok(events) => accepted(told, events, &mut moments),
        Err(Refusal::NotOverdue { order, .. }) => {
            if let Some(StateView::Completed { due, recorded, .. }) = state(told, *order)
                && due.is_before(told.command.date)
                && recorded < told.command.date
            {
                moments.push("HolidayProlonged");
            }
        }
        Err(_) => {}
    }
    moments
}

fn accepted(told: &Told<'_>, events: &[Event], moments: &mut Vec<&'static str>) {
    if told.command.occurred.is_some() {
        moments.push("RecordedLate");
    }
    let gives = events.iter().any(|event| matches!(event, Event::Dispatched { .. }));
    match &told.command.act {
        Act::EndLeave { .. } if gives => moments.push("HeldGoesAfterLeave"),
        Act::LiftBar { member, .. } => {
            moments.extend(gives.then_some("HeldGoesAfterBar"));
            moments.extend(has_later_id(told, *member).then_some("BarLiftedUnderOldId"));
        }
        Act::RecordFeedback { order, .. } if state(told, *order).is_none() => {
            moments.push("FeedbackOnEnded");
        }
        Act::PublishRanking { .. } => corrected(told, events, moments),
        _ => {}
    }
    let is_new = |order: OrderId| told.before.orders.get(order.index()).is_none();
    for event in events {
        match *event {
            Event::Withdrawn { member } if on_leave(told, member) => {
                moments.push("WithdrawnOnLeave");
            }
            Event::Expelled { member, .. } if on_leave(told, member) => {
                moments.push("ExpelledOnLeave");
            }
            Event::Dispatched { member, .. }
                if on_leave(told, member) && !matches!(told.command.act, Act::EndLeave { .. }) =>
            {
                moments.push("DesignatedOnLeave");
            }
            Event::Dispatched { order, .. } if !is_new(order) && is_off_the_menu(told, order) => {
                moments.push("HeldOffTheMenuGoes");
            }
            _ => {}
        }
    }
}

fn corrected(told: &Told<'_>, events: &[Event], moments: &mut Vec<&'static str>) {
    let is_partial =
        |event: &Event| matches!(event, Event::LineSorted { sorting: Sorting::Correction, .. });
    let (before, lines) = (&told.before.ranked, &told.before.lines);
    let some_moved = before.iter().zip(lines).any(|(ranked, (line, _))| ranked.len() < line.len());
    if events.iter().any(is_partial) {
        moments.push(match told.before.policy.turn {
            Turn::KeepPlace => "CorrectedKeepPlace",
            Turn::Cursor => "CorrectedCursor",
            Turn::TopRank => "CorrectedTopRank",
        });
    } else if events.len() == 1 && some_moved {
        moments.push("CorrectedNobody");
    }
}

/// Where an order stood; nothing if it had ended.
fn state(told: &Told<'_>, order: OrderId) -> Option<StateView> {
    match told.before.orders.get(order.index())? {
        OrderView::Kept(kept) => Some(kept.state),
        OrderView::Ended(_) => None,
    }
}

fn on_leave(told: &Told<'_>, member: MemberId) -> bool {
    told.before.members.get(member.index()).is_some_and(|of| of.on_leave)
}

fn has_later_id(told: &Told<'_>, member: MemberId) -> bool {
    let members = &told.before.members;
    let code = members.get(member.index()).map(|of| of.code);
    members.iter().skip(member.index() + 1).any(|of| Some(of.code) == code)
}

/// Whether an order was held, and its item is off the menu.
fn is_off_the_menu(told: &Told<'_>, order: OrderId) -> bool {
    let Some(OrderView::Kept(kept)) = told.before.orders.get(order.index()) else { return false };
    let item = told.before.items.get(kept.terms.item.index());
    kept.state == StateView::Held && item.is_some_and(|item| item.delisted)
}
