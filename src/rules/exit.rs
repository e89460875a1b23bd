//! Article 22: who has to leave the alliance (rules 10.1).

use crate::facts::finding::Misconduct;
use crate::facts::member::{Member, Membership};
use crate::facts::refusal::Refusal;
use crate::parts::roster::Roster;
use crate::words::date::Date;
use crate::words::id::MemberId;

/// A notice older than this no longer counts.
const NOTICE_DAYS: i64 = 366;

/// A member is current; or it withdrew, and its code was not admitted again since.
pub(crate) fn can_be_expelled(
    roster: &Roster,
    id: MemberId,
    member: &Member,
) -> Result<(), Refusal> {
    let is_last = roster.last_with(&member.code).is_some_and(|(last, _)| last == id);
    match member.standing {
        Membership::Current => Ok(()),
        Membership::Withdrawn { .. } if is_last => Ok(()),
        _ => Err(Refusal::MemberNotCurrent { member: id }),
    }
}

/// The precondition of the ground is on record.
pub(crate) fn ground_is_met(
    id: MemberId,
    member: &Member,
    misconduct: &Misconduct,
    date: Date,
) -> Result<(), Refusal> {
    let is_met = match misconduct {
        Misconduct::DisorderlyCompetition { verified, .. } => *verified,
        Misconduct::NoImprovement => member.notice.is_some_and(|of| notice_counts(of, date)),
        Misconduct::Infringement { pursued } => *pursued,
        Misconduct::OtherAct { description, consequence } => {
            !description.as_str().is_empty() && !consequence.as_str().is_empty()
        }
    };
    let ground = misconduct.ground();
    if is_met { Ok(()) } else { Err(Refusal::GroundNotMet { member: id, ground }) }
}

/// A rectification notice counts from the day after it on, for 366 days.
fn notice_counts(notice: Date, date: Date) -> bool {
    let days = date.naive().signed_duration_since(notice.naive()).num_days();
    (1..=NOTICE_DAYS).contains(&days)
}
