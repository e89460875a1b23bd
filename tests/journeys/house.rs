//! The vocabulary of the council and of what stations put on record.
//!
//! ```text
//! seat A, finance                        leave seat A
//! breach by A                            (its staff left the post)
//! duty 2025-09-22 to 2025-09-26: 2025-09-22, 2025-09-24
//! training tax law                       consultation with Acme: funding
//! turned away Acme, Audit: papers are missing
//! ```
//!
//! What a station does is done by the first one.

use paidan::{Act, Breach, Set};

use crate::common::{station, text};
use crate::life::days;
use crate::names::Register;
use crate::words::{Read, category, two, value};

/// The act of a command in words; nothing if it is none of these.
pub fn act(register: &Register, command: &str) -> Option<Read<Act>> {
    let is = |verb: &str| command.strip_prefix(verb).map(str::trim);
    let station = station(1);
    Some(if let Some(words) = is("seat ") {
        take_seat(register, words)
    } else if let Some(name) = is("leave seat ") {
        register.member(name).map(|member| Act::LeaveSeat { member })
    } else if let Some(name) = is("breach by ") {
        let kind = Breach::Absence;
        register.member(name).map(|member| Act::RecordBreach { member, kind })
    } else if let Some(words) = is("duty ") {
        duty(words)
    } else if let Some(words) = is("training ") {
        Ok(Act::RecordTraining { station, text: text(words) })
    } else if let Some(words) = is("consultation with ") {
        consultation(register, words)
    } else if let Some(words) = is("turned away ") {
        turned_away(register, words)
    } else {
        return None;
    })
}

fn take_seat(register: &Register, words: &str) -> Read<Act> {
    let (name, class) = two(words, ", ")?;
    Ok(Act::TakeSeat { category: category(class)?, member: register.member(name)? })
}

fn duty(words: &str) -> Read<Act> {
    let (period, duty) = two(words, ":")?;
    let (from, to) = two(period, " to ")?;
    let days = if duty.trim() == "none" { Set::default() } else { days(duty)? };
    Ok(Act::PublishDuty { station: station(1), from: value(from)?, to: value(to)?, days })
}

fn consultation(register: &Register, words: &str) -> Read<Act> {
    let (name, about) = two(words, ": ")?;
    let (station, enterprise) = (station(1), register.enterprise(name)?);
    Ok(Act::RecordConsultation { station, enterprise, text: text(about) })
}

fn turned_away(register: &Register, words: &str) -> Read<Act> {
    let (asked, reason) = words.split_once(':').unwrap_or((words, ""));
    let (name, item) = two(asked, ", ")?;
    Ok(Act::RecordTurnedAway {
        station: station(1),
        enterprise: register.enterprise(name)?,
        item: register.item(item)?,
        reason: text(reason.trim()),
    })
}
