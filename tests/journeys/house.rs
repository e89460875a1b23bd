//! The vocabulary of the council and of what stations put on record.
//!
//! ```text
//! seat A, finance                        leave seat A
//! breach by A[: direction | process | inducement]  (else its staff left the post)
//! duty 2025-09-22 to 2025-09-26: 2025-09-22, 2025-09-24
//! training tax law                       consultation with Acme: funding
//! turned away Acme, Audit: papers are missing
//! feedback on order 3: satisfied | dissatisfied | complaint[: the work is late]
//! ```

use paidan::{Act, Breach, Feedback, Set};

use crate::common::text;
use crate::journeys::life::days;
use crate::journeys::names::Register;
use crate::journeys::words::{Read, category, order_id, two, value};

/// The act of a command in words; nothing if it is none of these.
pub fn act(register: &Register, command: &str) -> Option<Read<Act>> {
    let is = |verb: &str| command.strip_prefix(verb).map(str::trim);
    let station = register.here;
    Some(if let Some(words) = is("seat ") {
        take_seat(register, words)
    } else if let Some(name) = is("leave seat ") {
        register.member(name).map(|member| Act::LeaveSeat { member })
    } else if let Some(name) = is("breach by ") {
        breach(register, name)
    } else if let Some(words) = is("duty ") {
        duty(register, words)
    } else if let Some(words) = is("training ") {
        Ok(Act::RecordTraining { station, text: text(words) })
    } else if let Some(words) = is("consultation with ") {
        consultation(register, words)
    } else if let Some(words) = is("turned away ") {
        turned_away(register, words)
    } else if let Some(words) = is("feedback on order ") {
        feedback(words)
    } else {
        return None;
    })
}

fn take_seat(register: &Register, words: &str) -> Read<Act> {
    let (name, class) = two(words, ", ")?;
    Ok(Act::TakeSeat { category: category(class)?, member: register.member(name)? })
}

fn breach(register: &Register, words: &str) -> Read<Act> {
    let (name, kind) = words.split_once(": ").unwrap_or((words, "absence"));
    let kind = match kind {
        "direction" => Breach::Direction,
        "absence" => Breach::Absence,
        "process" => Breach::Process,
        "inducement" => Breach::Inducement,
        other => return Err(format!("{other:?} is no breach")),
    };
    Ok(Act::RecordBreach { member: register.member(name)?, kind })
}

fn duty(register: &Register, words: &str) -> Read<Act> {
    let (period, duty) = two(words, ":")?;
    let (from, to) = two(period, " to ")?;
    let days = if duty.trim() == "none" { Set::default() } else { days(duty)? };
    let (station, from, to) = (register.here, value(from)?, value(to)?);
    Ok(Act::PublishDuty { station, from, to, days })
}

fn consultation(register: &Register, words: &str) -> Read<Act> {
    let (name, about) = two(words, ": ")?;
    let (station, enterprise) = (register.here, register.enterprise(name)?);
    Ok(Act::RecordConsultation { station, enterprise, text: text(about) })
}

fn turned_away(register: &Register, words: &str) -> Read<Act> {
    let (asked, reason) = words.split_once(':').unwrap_or((words, ""));
    let (name, item) = two(asked, ", ")?;
    Ok(Act::RecordTurnedAway {
        station: register.here,
        enterprise: register.enterprise(name)?,
        item: register.item(item)?,
        reason: text(reason.trim()),
    })
}

fn feedback(words: &str) -> Read<Act> {
    let (number, said) = two(words, ": ")?;
    let (kind, words) = said.split_once(": ").unwrap_or((said, ""));
    let feedback = match kind {
        "satisfied" => Feedback::Satisfied,
        "dissatisfied" => Feedback::Dissatisfied,
        "complaint" => Feedback::Complaint,
        other => return Err(format!("{other:?} is no feedback")),
    };
    Ok(Act::RecordFeedback { order: order_id(number)?, feedback, text: text(words) })
}
