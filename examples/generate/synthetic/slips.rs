//! Acts on orders already given, on members and on enterprises, that must be refused.

use paidan::{
    Act, Actor, Alliance, Command, Date, EnterpriseId, Feedback, LagFinding, Mediation, Member,
    MemberId, Misconduct, OrderId, OrderState, Refusal, Text, Work, reassign,
};

use super::book::Book;
use super::calendar;
use super::dice::Dice;

/// What there is to get wrong, in turn.
const KINDS: [&str; 15] = [
    "order_not_assigned",
    "finding_incomplete",
    "not_overdue",
    "completion_out_of_time",
    "work_has_begun",
    "order_not_completed",
    "named_not_eligible",
    "nobody_eligible",
    "order_not_declined",
    "order_not_open",
    "ground_not_met",
    "enterprise_not_blacklisted",
    "order_held",
    "order_ended",
    "complaint_without_text",
];

/// Writes the slip whose turn it is, if the state of things allows it.
pub fn make(book: &mut Book, dice: &mut Dice, turn: usize) {
    let code = KINDS[turn % KINDS.len()];
    let (alliance, date) = (&book.alliance, book.date);
    let act = with_a_member(code, alliance, dice, date)
        .or_else(|| of_lagging(code, alliance, dice))
        .or_else(|| with_a_fee_due(code, alliance, dice, date))
        .or_else(|| of_conduct(code, alliance, dice))
        .or_else(|| of_feedback(code, alliance, dice));
    if let Some(act) = act {
        book.refused(code, Command::new(date, act));
    }
}

/// One of the orders that stand so.
fn an_order(
    alliance: &Alliance,
    dice: &mut Dice,
    stands: impl Fn(OrderId, &OrderState) -> bool,
) -> Option<OrderId> {
    let ids = (0..).map_while(|place| OrderId::at(place).ok());
    let known = ids
        .take_while(|order| alliance.order(*order).is_some() || alliance.end_of(*order).is_some());
    let found: Vec<OrderId> = known
        .filter(|order| alliance.order(*order).is_some_and(|record| stands(*order, &record.state)))
        .collect();
    (!found.is_empty()).then(|| *dice.pick(&found))
}

fn assigned(_: OrderId, state: &OrderState) -> bool {
    matches!(state, OrderState::Assigned(_))
}

fn completed(_: OrderId, state: &OrderState) -> bool {
    matches!(state, OrderState::Completed(_))
}

/// What cannot be done with an order that is with a member.
fn with_a_member(code: &str, alliance: &Alliance, dice: &mut Dice, date: Date) -> Option<Act> {
    let mut order = || an_order(alliance, dice, assigned);
    Some(match code {
        "completion_out_of_time" => Act::Complete { order: order()?, on: calendar::after(date, 1) },
        "work_has_begun" => Act::CallOff { order: order()?, work: Work::Begun },
        "order_not_completed" => Act::Settle { order: order()? },
        "order_not_declined" => Act::Mediate { order: order()?, result: Mediation::Complied },
        _ => return None,
    })
}

/// An order that cannot be taken from its member, or not for the one that is named.
fn of_lagging(code: &str, alliance: &Alliance, dice: &mut Dice) -> Option<Act> {
    let finding = LagFinding::COMPLETE;
    Some(match code {
        "finding_incomplete" => {
            let finding = LagFinding { enterprise_complained: false, ..finding };
            Act::Reassign { order: an_order(alliance, dice, assigned)?, finding, to: None }
        }
        // The one that is named is the one that lags.
        "named_not_eligible" => {
            let order = an_order(alliance, dice, assigned)?;
            let giving = alliance.order(order)?.state.open()?;
            Act::Reassign { order, finding, to: Some(giving.member) }
        }
        "nobody_eligible" => {
            let has_nobody = |order: OrderId, _: &OrderState| {
                let asked = reassign(alliance, order, &finding, None);
                matches!(asked, Err(Refusal::NobodyEligible { .. }))
            };
            Act::Reassign { order: an_order(alliance, dice, has_nobody)?, finding, to: None }
        }
        _ => return None,
    })
}

/// What cannot be done, or not yet, with an order that is completed.
fn with_a_fee_due(code: &str, alliance: &Alliance, dice: &mut Dice, date: Date) -> Option<Act> {
    let may_be_paid = |_: OrderId, state: &OrderState| matches!(state, OrderState::Completed(completion) if !completion.due.is_before(date));
    Some(match code {
        "order_not_assigned" => Act::Fail { order: an_order(alliance, dice, completed)? },
        "order_not_open" => Act::Abandon { order: an_order(alliance, dice, completed)? },
        "not_overdue" => Act::RecordDefault { order: an_order(alliance, dice, may_be_paid)? },
        _ => return None,
    })
}

/// What is said of an order that nobody has yet, or with no word of what is wrong; and a bar that
/// matters no more, since the order has ended.
fn of_feedback(code: &str, alliance: &Alliance, dice: &mut Dice) -> Option<Act> {
    let said = |order, feedback| Act::RecordFeedback { order, feedback, text: Text::default() };
    Some(match code {
        "order_held" => said(alliance.held_orders().next()?, Feedback::Dissatisfied),
        "complaint_without_text" => said(an_order(alliance, dice, assigned)?, Feedback::Complaint),
        "order_ended" => {
            let mut ids = (0..).map_while(|place| OrderId::at(place).ok());
            let order = ids.find(|order| alliance.order(*order).is_none())?;
            alliance.end_of(order)?;
            Act::LiftBar { order, member: MemberId::at(0).ok()? }
        }
        _ => return None,
    })
}

/// A member that got no notice, and an enterprise that did nothing wrong.
fn of_conduct(code: &str, alliance: &Alliance, dice: &mut Dice) -> Option<Act> {
    Some(match code {
        "ground_not_met" => {
            let is_warned = |firm: &Member| !firm.is_current() || firm.notice.is_some();
            let place = alliance.members().iter().position(|firm| !is_warned(firm))?;
            let (member, by) = (MemberId::at(place).ok()?, Actor::Platform);
            Act::Expel { member, misconduct: Misconduct::NoImprovement, by }
        }
        "enterprise_not_blacklisted" => {
            let ids =
                (0..alliance.enterprises().len()).filter_map(|place| EnterpriseId::at(place).ok());
            let is_good = |id: &EnterpriseId| {
                alliance.enterprise(*id).is_some_and(|enterprise| !enterprise.blacklisted)
            };
            let good: Vec<EnterpriseId> = ids.filter(is_good).collect();
            Act::LiftBlacklisting { enterprise: *dice.pick(&good) }
        }
        _ => return None,
    })
}
