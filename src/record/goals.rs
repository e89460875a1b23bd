//! The goals of a station over a period (article 12, rules 12.2): a fold over commands and their
//! outcomes, against a register that the caller gives.

use alloc::collections::BTreeSet;

use crate::alliance::Alliance;
use crate::facts::command::{Act, Command};
use crate::facts::event::Event;
use crate::facts::outcome::Outcome;
use crate::rules::goals;
use crate::words::credit_code::CreditCode;
use crate::words::date::Date;
use crate::words::id::{EnterpriseId, StationId};
use crate::words::list::Set;

#[cfg(feature = "serde")]
mod form;

/// 企业名录: the firms against which a station's goals are measured, by their codes.
#[doc(alias = "企业名录")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoalRegister {
    /// 科技型中小企业: the technology SMEs of the station's area.
    #[doc(alias = "科技型中小企业")]
    pub technology_smes: Set<CreditCode>,
    /// 高企培育名单: the enterprises on the cultivation list.
    #[doc(alias = "高企培育名单")]
    pub cultivation_list: Set<CreditCode>,
    /// 新认定高企: the new high-tech enterprises.
    #[doc(alias = "新认定高企")]
    pub new_high_tech: Set<CreditCode>,
    /// Those of the new ones that were incubated through the station; others are ignored.
    pub incubated: Set<CreditCode>,
}

/// 目标: how far a station came in a period (article 12).
#[doc(alias = "目标")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goals {
    /// The station.
    pub station: StationId,
    /// The first day of the period.
    pub from: Date,
    /// The last day of the period.
    pub to: Date,
    /// Technology SMEs served, of all in its area: at least 15 %.
    pub technology_smes: Goal,
    /// Enterprises on the cultivation list served, of all on it: at least 75 %.
    pub cultivation_list: Goal,
    /// New high-tech enterprises incubated through the station, of all new ones: at least 1/3.
    pub incubation: Goal,
}

/// One goal, with its exact figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// How many were reached.
    pub part: u32,
    /// How many there are.
    pub whole: u32,
    /// Whether that is enough.
    pub result: GoalResult,
}

/// Whether a goal is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalResult {
    /// 达标: it is.
    #[doc(alias = "达标")]
    Met,
    /// 未达标: it is not.
    #[doc(alias = "未达标")]
    NotMet,
    /// 不适用: there is nothing to divide by.
    #[doc(alias = "不适用")]
    NotApplicable,
}

/// Measures the goals of one station: it takes the history from its start and keeps the codes of
/// the enterprises and whom the station served.
///
/// *Served* is who had at least one order accepted through the station, by its date of submission
/// and whatever became of it, or a consultation recorded there, in the period.
///
/// ```
/// use paidan::*;
/// let mut alliance = Alliance::new(Policy::cixi_2021());
/// let (day, station) = (Date::from_ymd(2025, 3, 10)?, StationId::new(1)?);
/// let code = CreditCode::complete("91330282000000001")?;
/// let register =
///     GoalRegister { technology_smes: Set::one(code), ..GoalRegister::default() };
/// let mut goals = GoalsFold::new(station, day, day, register);
/// for act in [
///     Act::OpenStation { name: "浒山".parse()? },
///     Act::RegisterEnterprise { name: "Acme".parse()?, code },
///     Act::RecordConsultation {
///         station, enterprise: EnterpriseId::new(1)?, text: "patents".parse()?,
///     },
/// ] {
///     let command = Command::new(day, act);
///     let outcome = alliance.step(&command)?;
///     goals.add(&command, &outcome);
/// }
/// let goals = goals.finish();
/// assert_eq!(goals.technology_smes, Goal { part: 1, whole: 1, result: GoalResult::Met });
/// assert_eq!(goals.incubation.result, GoalResult::NotApplicable);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct GoalsFold {
    station: StationId,
    from: Date,
    to: Date,
    register: GoalRegister,
    /// The codes of all enterprises, in the order of their ids.
    codes: Vec<CreditCode>,
    served: BTreeSet<CreditCode>,
}

impl GoalsFold {
    /// Of a station, from the first to the last day of a period, both included.
    pub fn new(station: StationId, from: Date, to: Date, register: GoalRegister) -> Self {
        Self { station, from, to, register, codes: Vec::new(), served: BTreeSet::new() }
    }

    /// The same, after a state: what is added goes on from there.
    pub fn from_state(
        station: StationId,
        from: Date,
        to: Date,
        register: GoalRegister,
        state: &Alliance,
    ) -> Self {
        let codes = state.enterprises().iter().map(|of| of.code).collect();
        Self { codes, ..Self::new(station, from, to, register) }
    }

    /// Adds an accepted command and its outcome.
    pub fn add(&mut self, command: &Command, outcome: &Outcome) {
        for event in &outcome.events {
            match (event, &command.act) {
                (Event::EnterpriseRegistered { .. }, Act::RegisterEnterprise { code, .. }) => {
                    self.codes.push(*code);
                }
                (Event::Accepted { .. }, Act::Accept(order)) => {
                    self.serve(order.station, order.enterprise, command.date);
                }
                (&Event::ConsultationRecorded { station, enterprise }, _) => {
                    self.serve(station, enterprise, command.date);
                }
                _ => {}
            }
        }
    }

    fn serve(&mut self, station: StationId, enterprise: EnterpriseId, on: Date) {
        if station == self.station && self.from <= on && on <= self.to {
            self.served.extend(self.codes.get(enterprise.index()));
        }
    }

    /// What the station reached.
    pub fn finish(self) -> Goals {
        let register = &self.register;
        let served = |list: &Set<CreditCode>| counted(list, |code| self.served.contains(code));
        let incubated = counted(&register.new_high_tech, |code| register.incubated.contains(code));
        let (smes, on_list) = (&register.technology_smes, &register.cultivation_list);
        Goals {
            station: self.station,
            from: self.from,
            to: self.to,
            technology_smes: goal(served(smes), goals::serves_smes),
            cultivation_list: goal(served(on_list), goals::serves_cultivated),
            incubation: goal(incubated, goals::incubates),
        }
    }
}

/// How many of a list are so, and how many there are.
fn counted(list: &Set<CreditCode>, is_so: impl Fn(&CreditCode) -> bool) -> (u32, u32) {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let part = list.as_slice().iter().filter(|code| is_so(code)).count();
    (count(part), count(list.as_slice().len()))
}

fn goal((part, whole): (u32, u32), rule: impl Fn(u32, u32) -> Option<bool>) -> Goal {
    let result = match rule(part, whole) {
        Some(true) => GoalResult::Met,
        Some(false) => GoalResult::NotMet,
        None => GoalResult::NotApplicable,
    };
    Goal { part, whole, result }
}
