//! The vocabulary of what happens to an order after it was given, to members and to enterprises.
//!
//! ```text
//! decline order 3 with cause             decline order 3
//! mediate order 3: complied              mediate order 3: cause found | did not comply
//! complete order 3 on 2025-03-04         settle order 3
//! default on order 3                     abandon order 3
//! call off order 3[, work begun]         order 3 fails
//! reassign order 3[ to B][, no lag][, no risk][, no complaint]
//! lift bar of A from order 3             notify A
//! grant leave to A                       end leave of A
//! lift Acme
//! expel A for disorderly competition | extra charges | disparagement[, unverified]
//! expel A for no improvement | infringement[, not pursued] | another act[, by the platform]
//! expel A for another act, not described | without consequence
//! calendar holidays 2025-10-01, 2025-10-02; make-up days 2025-09-28
//! calendar none
//! ```

use paidan::{
    Act, Actor, Calendar, Cause, Date, Disorder, LagFinding, Mediation, Misconduct, Set, Work,
};

use crate::common::{set, text};
use crate::journeys::names::Register;
use crate::journeys::words::{Read, order_id, two, value};

/// The act of a command in words; nothing if it is none of these.
pub fn act(register: &Register, command: &str) -> Option<Read<Act>> {
    let is = |verb: &str| command.strip_prefix(verb).map(str::trim);
    let order = |number: &str, act: fn(paidan::OrderId) -> Act| order_id(number).map(act);
    Some(if let Some(words) = is("decline order ") {
        decline(words)
    } else if let Some(words) = is("mediate order ") {
        mediate(words)
    } else if let Some(words) = is("complete order ") {
        complete(words)
    } else if let Some(number) = is("settle order ") {
        order(number, |order| Act::Settle { order })
    } else if let Some(number) = is("default on order ") {
        order(number, |order| Act::RecordDefault { order })
    } else if let Some(number) = is("abandon order ") {
        order(number, |order| Act::Abandon { order })
    } else if let Some(words) = is("call off order ") {
        call_off(words)
    } else if let Some(number) = is("order ").and_then(|words| words.strip_suffix(" fails")) {
        order(number, |order| Act::Fail { order })
    } else if let Some(words) = is("reassign order ") {
        reassign(register, words)
    } else if let Some(name) = is("notify ") {
        register.member(name).map(|member| Act::Notify { member })
    } else if let Some(words) = is("expel ") {
        expel(register, words)
    } else if let Some(words) = is("lift bar of ") {
        lift_bar(register, words)
    } else if let Some(name) = is("grant leave to ") {
        register.member(name).map(|member| Act::GrantLeave { member })
    } else if let Some(name) = is("end leave of ") {
        register.member(name).map(|member| Act::EndLeave { member })
    } else if let Some(name) = is("lift ") {
        register.enterprise(name).map(|enterprise| Act::LiftBlacklisting { enterprise })
    } else if let Some(words) = is("calendar ") {
        calendar(words).map(Act::AdoptCalendar)
    } else {
        return None;
    })
}

fn decline(words: &str) -> Read<Act> {
    let (number, cause) = match words.strip_suffix(" with cause") {
        Some(number) => (number, Cause::Justified),
        None => (words, Cause::None),
    };
    Ok(Act::Decline { order: order_id(number)?, cause })
}

fn mediate(words: &str) -> Read<Act> {
    let (number, result) = two(words, ": ")?;
    let result = match result {
        "complied" => Mediation::Complied,
        "cause found" => Mediation::CauseFound,
        "did not comply" => Mediation::DidNotComply,
        other => return Err(format!("mediation does not come to {other:?}")),
    };
    Ok(Act::Mediate { order: order_id(number)?, result })
}

fn lift_bar(register: &Register, words: &str) -> Read<Act> {
    let (name, number) = two(words, " from order ")?;
    Ok(Act::LiftBar { order: order_id(number)?, member: register.member(name)? })
}

fn complete(words: &str) -> Read<Act> {
    let (number, on) = two(words, " on ")?;
    Ok(Act::Complete { order: order_id(number)?, on: value(on)? })
}

fn call_off(words: &str) -> Read<Act> {
    let (number, work) = match words.strip_suffix(", work begun") {
        Some(number) => (number, Work::Begun),
        None => (words, Work::NotBegun),
    };
    Ok(Act::CallOff { order: order_id(number)?, work })
}

fn reassign(register: &Register, words: &str) -> Read<Act> {
    let mut parts = words.split(", ");
    let words = parts.next().unwrap_or_default();
    let mut finding = LagFinding::COMPLETE;
    for part in parts {
        match part {
            "no lag" => finding.progress_lags = false,
            "no risk" => finding.target_at_risk = false,
            "no complaint" => finding.enterprise_complained = false,
            other => return Err(format!("{other:?} is no part of a finding")),
        }
    }
    let (number, to) = match words.split_once(" to ") {
        Some((number, name)) => (number, Some(register.member(name)?)),
        None => (words, None),
    };
    Ok(Act::Reassign { order: order_id(number)?, finding, to })
}

fn expel(register: &Register, words: &str) -> Read<Act> {
    let (name, ground) = two(words, " for ")?;
    let (ground, by) = match ground.strip_suffix(", by the platform") {
        Some(ground) => (ground, Actor::Platform),
        None => (ground, Actor::Council),
    };
    Ok(Act::Expel { member: register.member(name)?, misconduct: misconduct(ground)?, by })
}

fn misconduct(ground: &str) -> Read<Misconduct> {
    let (kind, verified) = match ground.strip_suffix(", unverified") {
        Some(kind) => (kind, false),
        None => (ground, true),
    };
    let disorderly = |kind| Ok(Misconduct::DisorderlyCompetition { kind, verified });
    let another = |description, consequence| Misconduct::OtherAct {
        description: text(description),
        consequence: text(consequence),
    };
    match kind {
        "disorderly competition" => return disorderly(Disorder::Undercutting),
        "extra charges" => return disorderly(Disorder::ExtraCharges),
        "disparagement" => return disorderly(Disorder::Disparagement),
        _ => {}
    }
    Ok(match ground {
        "no improvement" => Misconduct::NoImprovement,
        "infringement" => Misconduct::Infringement { pursued: true },
        "infringement, not pursued" => Misconduct::Infringement { pursued: false },
        "another act" => another("forged reports", "a funding refused"),
        "another act, not described" => another("", "a funding refused"),
        "another act, without consequence" => another("forged reports", ""),
        other => return Err(format!("{other:?} is no ground")),
    })
}

fn calendar(words: &str) -> Read<Calendar> {
    let (mut holidays, mut make_up_days) = (Set::default(), Set::default());
    for part in words.split(';').map(str::trim).filter(|part| *part != "none") {
        if let Some(words) = part.strip_prefix("holidays ") {
            holidays = days(words)?;
        } else if let Some(words) = part.strip_prefix("make-up days ") {
            make_up_days = days(words)?;
        } else {
            return Err(format!("{part:?} is no part of a calendar"));
        }
    }
    Ok(Calendar { holidays, make_up_days })
}

/// Some days joined by commas.
pub fn days(words: &str) -> Read<Set<Date>> {
    let days: Read<Vec<Date>> = words.split(',').map(value).collect();
    Ok(set(&days?))
}
