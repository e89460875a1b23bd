//! The indicator for article 23: how often the staff of a firm takes orders that name that firm
//! (rules 12.3). A finding for the council, never a sanction.

use alloc::collections::BTreeMap;

use crate::alliance::Alliance;
use crate::facts::command::{Act, Command};
use crate::facts::event::Event;
use crate::facts::order::Basis;
use crate::facts::outcome::Outcome;
use crate::words::credit_code::CreditCode;
use crate::words::date::Date;
use crate::words::id::{MemberId, OrderId, StationId};

#[cfg(feature = "serde")]
mod form;

/// 点单指标: designations taken by known staff, and those of them that name the staff's own firm.
#[doc(alias = "点单指标")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The first day of the period.
    pub from: Date,
    /// The last day of the period.
    pub to: Date,
    /// Every station, in the order of the ids.
    pub stations: Vec<StationIndicator>,
    /// The whole city, to compare with.
    pub city: IndicatorFigures,
}

/// The indicator of one station.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StationIndicator {
    /// The station.
    pub station: StationId,
    /// Its figures.
    pub figures: IndicatorFigures,
}

/// The share is `own` of `designated`; not applicable where that is nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IndicatorFigures {
    /// Designations that name the firm whose staff took the order.
    pub own: u32,
    /// Designations of orders taken by known staff.
    pub designated: u32,
}

/// Counts the indicator of a period: it takes the history from its start and keeps who took the
/// orders that have not ended.
///
/// An order is of the period when it is designated in it, at once or while it is held. A firm that
/// was admitted again is the same firm.
#[derive(Clone, Debug)]
pub struct IndicatorFold {
    from: Date,
    to: Date,
    stations: Vec<IndicatorFigures>,
    /// The codes of all members, in the order of their ids.
    codes: Vec<CreditCode>,
    /// Where each order that has not ended came in, and whose staff took it.
    taken: BTreeMap<OrderId, (StationId, MemberId)>,
}

impl IndicatorFold {
    /// From the first to the last day of a period, both included.
    pub fn new(from: Date, to: Date) -> Self {
        let (stations, codes) = (Vec::new(), Vec::new());
        Self { from, to, stations, codes, taken: BTreeMap::new() }
    }

    /// The same, after a state: what is added goes on from there.
    pub fn from_state(from: Date, to: Date, state: &Alliance) -> Self {
        let stations = vec![IndicatorFigures::default(); state.stations().len()];
        let codes = state.members().iter().map(|of| of.code).collect();
        let taken = state.docket.kept().into_iter().filter_map(|(order, record)| {
            Some((order, (record.terms.station, record.terms.taken_by?)))
        });
        Self { from, to, stations, codes, taken: taken.collect() }
    }

    /// Adds an accepted command and its outcome.
    pub fn add(&mut self, command: &Command, outcome: &Outcome) {
        for event in &outcome.events {
            match (event, &command.act) {
                (Event::StationOpened { .. }, _) => self.stations.push(IndicatorFigures::default()),
                (Event::Admitted { .. }, Act::Admit(firm)) => self.codes.push(firm.code),
                (Event::Accepted { order, .. }, Act::Accept(terms)) => {
                    let taken = terms.taken_by.map(|member| (*order, (terms.station, member)));
                    self.taken.extend(taken);
                }
                (&Event::Dispatched { order, member, basis: Basis::Designation, .. }, _) => {
                    self.designate(order, member, command.date);
                }
                (event, _) => {
                    if let Some((order, _)) = event.ends() {
                        self.taken.remove(&order);
                    }
                }
            }
        }
    }

    fn designate(&mut self, order: OrderId, named: MemberId, on: Date) {
        let Some(&(station, taken_by)) = self.taken.get(&order) else { return };
        if on < self.from || self.to < on {
            return;
        }
        let code = |member: MemberId| self.codes.get(member.index());
        let is_own = code(named) == code(taken_by);
        if let Some(figures) = self.stations.get_mut(station.index()) {
            figures.designated = figures.designated.saturating_add(1);
            figures.own = figures.own.saturating_add(is_own.into());
        }
    }

    /// The figures, by station and of the city.
    pub fn finish(self) -> Indicator {
        let mut city = IndicatorFigures::default();
        for of in &self.stations {
            city.own = city.own.saturating_add(of.own);
            city.designated = city.designated.saturating_add(of.designated);
        }
        let ids = (0..).map_while(StationId::nth);
        let stations = ids.zip(self.stations);
        let stations =
            stations.map(|(station, figures)| StationIndicator { station, figures }).collect();
        Indicator { from: self.from, to: self.to, stations, city }
    }
}
