//! What happened.

use crate::facts::cap::{Reach, TallyEffect};
use crate::facts::council::Vacancy;
use crate::facts::event::{Event, Publication, Sorting};
use crate::facts::finding::Cause;
use crate::facts::order::{Counted, Motion};
use crate::text::en::words::{
    basis, breach, category, feedback, figures, ground, registered, seat,
};

#[expect(clippy::too_many_lines, reason = "one exhaustive match, so that no event lacks words")]
pub(in crate::text) fn event(event: &Event) -> String {
    match event {
        Event::CapReached { member, cap, reach } => {
            let how = match reach {
                Reach::At => "reaches the cap",
                Reach::Above => "is above the cap",
            };
            format!("member {member} {how} with {}", figures(cap))
        }
        Event::MonthClosed { month } => format!("{month} is closed"),
        Event::Suspended { member, scope, cap } => match cap.suspends_from(*scope) {
            Some(item) => format!("member {member} is suspended from item {item}"),
            None => format!("member {member} is suspended from every item"),
        },
        Event::MonthOpened { month } => format!("{month} is open"),
        Event::PolicyAdopted { month } => format!("a policy is adopted for {month}"),
        Event::PolicyInForce { month } => format!("the policy for {month} comes into force"),
        Event::StationOpened { station } => format!("station {station} is open"),
        Event::StationClosed { station } => format!("station {station} is closed"),
        Event::StationReopened { station } => format!("station {station} is open again"),
        Event::ItemDelisted { item } => format!("item {item} is off the menu"),
        Event::ItemRelisted { item } => format!("item {item} is on the menu again"),
        Event::Renamed { of } => format!("{} has another name", registered(*of)),
        Event::LeaveGranted { member } => format!("member {member} is on leave"),
        Event::LeaveEnded { member } => format!("the leave of member {member} ends"),
        Event::ItemListed { item } => format!("item {item} is listed"),
        Event::MenuPriceSet { item } => format!("the menu price of item {item} is set"),
        Event::EnterpriseRegistered { enterprise } => {
            format!("enterprise {enterprise} is registered")
        }
        Event::Admitted { member } => format!("member {member} is admitted"),
        Event::OffersChanged { member } => format!("member {member} offers other items"),
        Event::Withdrawn { member } => format!("member {member} withdraws"),
        Event::LeftLine { member, category: of } => {
            format!("member {member} leaves the {} line", category(*of))
        }
        Event::JoinedLine { member, category: of } => {
            format!("member {member} joins the end of the {} line", category(*of))
        }
        Event::RankingPublished { year, publication } => match publication {
            Publication::First => format!("the ranking of {year} is published"),
            Publication::Correction => format!("the ranking of {year} is corrected"),
        },
        Event::LineSorted { category: of, sorting } => match sorting {
            Sorting::Whole => format!("the {} line is sorted by the ranking", category(*of)),
            Sorting::Correction => format!(
                "those of the {} line at places of the ranking are sorted as it is corrected",
                category(*of)
            ),
        },
        Event::Accepted { order, deposit } if deposit.is_zero() => {
            format!("order {order} is accepted")
        }
        Event::Accepted { order, deposit } => {
            format!("order {order} is accepted with a deposit of {deposit}")
        }
        Event::Dispatched { order, member, basis: by, motion, counted } => {
            let moved = match motion {
                Motion::Stays => "",
                Motion::ToEnd => ", and the member goes to the end of the line",
                Motion::CursorPast => ", and the cursor goes past it",
            };
            let counted = match counted {
                Counted::Yes => "",
                Counted::No => ", not counted in the tallies",
            };
            format!("order {order} goes to member {member} {}{moved}{counted}", basis(by))
        }
        Event::Held { order } => format!("order {order} is held: nobody is eligible"),
        Event::CameOff { order, member, tally } => {
            let tally = match tally {
                TallyEffect::ComesOff => " and off the tallies",
                TallyEffect::Stays => "; the tallies stay",
            };
            format!("order {order} comes off member {member}{tally}")
        }
        Event::Barred { order, member, .. } => {
            format!("member {member} is barred from order {order}")
        }
        Event::WentBack { member, .. } => format!("member {member} goes back to its place"),
        Event::BarLifted { order, member } => {
            format!("member {member} can have order {order} again, which it declined")
        }
        Event::Declined { order, member, cause } => {
            let cause = match cause {
                Cause::Justified => "with",
                Cause::None => "without",
            };
            format!("member {member} declines order {order} {cause} cause")
        }
        Event::CauseFound { order, member } => {
            format!("member {member} is found to have had cause to decline order {order}")
        }
        Event::Resumed { order, member } => {
            format!("member {member} takes order {order} after all")
        }
        Event::Completed { order, member, due } => {
            format!("member {member} completes order {order}; the fee is due on {due}")
        }
        Event::Settled { order } => format!("order {order} is settled"),
        Event::Defaulted { order } => format!("the fee of order {order} was not paid"),
        Event::Abandoned { order } => format!("order {order} is abandoned by the enterprise"),
        Event::Failed { order } => format!("order {order} fails"),
        Event::DepositCounted { order, amount } => {
            format!("the deposit of {amount} for order {order} counts towards the fee")
        }
        Event::DepositForfeited { order, amount } => {
            format!("the deposit of {amount} for order {order} is forfeited")
        }
        Event::Blacklisted { enterprise } => format!("enterprise {enterprise} is blacklisted"),
        Event::BlacklistingLifted { enterprise } => {
            format!("enterprise {enterprise} is off the blacklist")
        }
        Event::Reassigned { order, from, to } => {
            format!("order {order} is taken from member {from} for member {to}")
        }
        Event::RunRaised { member, run, .. } => {
            format!("the run of member {member} goes up to {run}")
        }
        Event::RunEnded { member } => format!("the run of member {member} ends"),
        Event::RunsReset { year } => format!("{year} begins, and every run is 0"),
        Event::Expelled { member, ground: of } => {
            format!("member {member} is expelled for {} (ground {})", ground(*of), of.number())
        }
        Event::Notified { member } => format!("member {member} gets a rectification notice"),
        Event::CalendarAdopted => "a calendar is adopted".into(),
        Event::SeatTaken { member, seat: of } => {
            format!("member {member} takes {} in the council", seat(*of))
        }
        Event::SeatVacated { member, seat: of, vacancy } => {
            let (how, why) = match vacancy {
                Vacancy::GivenUp => ("gives", " up"),
                Vacancy::Breach => ("loses", " for a breach"),
                Vacancy::Left => ("leaves", " with the alliance"),
            };
            format!("member {member} {how} {} in the council{why}", seat(*of))
        }
        Event::BreachRecorded { member, kind } => {
            format!("a breach by the staff of member {member} is on record: {}", breach(*kind))
        }
        Event::DutyPublished { station } => {
            format!("the duty days of station {station} are published")
        }
        Event::DutyShort { station, from, found, needed } => format!(
            "station {station} has {found} of {needed} duty days in the working days from {from} on"
        ),
        Event::TrainingRecorded { station } => {
            format!("a training of station {station} is on record")
        }
        Event::ConsultationRecorded { station, enterprise } => {
            format!("station {station} advised enterprise {enterprise}")
        }
        Event::FeedbackRecorded { order, feedback: of } => {
            format!("the enterprise says of order {order}: {}", feedback(*of))
        }
        Event::TurnedAway { station, enterprise, item } => {
            format!("station {station} does not accept item {item} from enterprise {enterprise}")
        }
        Event::Cancelled { order } => format!("the held order {order} is cancelled"),
        Event::CalledOff { order } => format!("order {order} is called off before work began"),
        Event::DepositReturned { order, amount } => {
            format!("the deposit of {amount} for order {order} is returned")
        }
    }
}
