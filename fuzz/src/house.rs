//! The acts of the council and of the stations, out of bytes.

use arbitrary::{Result, Unstructured};
use paidan::{Act, Breach, Date, EnterpriseId, Set, StationId};

use crate::decode::{category, item, member, text};
use crate::life::day;

/// Any of them.
pub fn act(bytes: &mut Unstructured<'_>) -> Result<Act> {
    Ok(match bytes.int_in_range(0..=15)? {
        0..=5 => Act::TakeSeat { category: category(bytes)?, member: member(bytes)? },
        6..=7 => Act::LeaveSeat { member: member(bytes)? },
        8..=10 => Act::RecordBreach { member: member(bytes)?, kind: kind(bytes)? },
        11..=12 => Act::PublishDuty {
            station: station(bytes)?,
            from: day(bytes)?,
            to: day(bytes)?,
            days: days(bytes)?,
        },
        13 => Act::RecordTraining { station: station(bytes)?, text: text("培训") },
        14 => Act::RecordConsultation {
            station: station(bytes)?,
            enterprise: enterprise(bytes)?,
            text: text("咨询"),
        },
        _ => Act::RecordTurnedAway {
            station: station(bytes)?,
            enterprise: enterprise(bytes)?,
            item: item(bytes)?,
            reason: text(if bytes.ratio(1, 4)? { "" } else { "材料不全" }),
        },
    })
}

fn kind(bytes: &mut Unstructured<'_>) -> Result<Breach> {
    let kinds = [Breach::Direction, Breach::Absence, Breach::Process, Breach::Inducement];
    bytes.choose(&kinds).copied()
}

fn station(bytes: &mut Unstructured<'_>) -> Result<StationId> {
    Ok(StationId::new(if bytes.ratio(1, 8)? { 2 } else { 1 }).expect("an id"))
}

fn enterprise(bytes: &mut Unstructured<'_>) -> Result<EnterpriseId> {
    Ok(EnterpriseId::new(bytes.int_in_range(1..=3)?).expect("an id"))
}

/// Some days around the turn of the year, not all of them worked.
fn days(bytes: &mut Unstructured<'_>) -> Result<Set<Date>> {
    let count = bytes.int_in_range(0..=6)?;
    let days: Vec<Date> = (0..count).map(|_| day(bytes)).collect::<Result<_>>()?;
    Ok(Set::try_from(days).expect("a short list"))
}
