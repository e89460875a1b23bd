//! The council, the duty plans, and what is registered.

use crate::facts::command::{Act, Command};
use crate::facts::event::Event;
use crate::record::statement::StatementFold;
use crate::record::statement::entries::{
    CouncilEntry, CouncilKind, DutyEntry, RegisterEntry, RegisterKind, RenameEntry,
};
use crate::record::statement::known::When;

impl StatementFold {
    /// The council and the duty plans.
    pub(crate) fn record_of_house(&mut self, command: &Command, event: &Event) {
        let When { on, occurred } = When::of(command);
        let (member, what) = match *event {
            Event::SeatTaken { member, seat } => (member, CouncilKind::Seated(seat)),
            Event::SeatVacated { member, vacancy, .. } => (member, CouncilKind::Vacated(vacancy)),
            Event::BreachRecorded { member, kind } => (member, CouncilKind::Breach(kind)),
            Event::DutyShort { station, from, found, needed } => {
                let entry = DutyEntry { on, occurred, station, from, found, needed };
                self.statement.duty_short.push(entry);
                return;
            }
            _ => return,
        };
        self.statement.council.push(CouncilEntry { on, occurred, member, what });
    }

    /// Stations and items that come and go, and other names.
    pub(crate) fn record_of_registers(&mut self, command: &Command, event: &Event) {
        let When { on, occurred } = When::of(command);
        let what = match (*event, &command.act) {
            (Event::StationOpened { station }, _) => RegisterKind::StationOpened(station),
            (Event::StationClosed { station }, _) => RegisterKind::StationClosed(station),
            (Event::StationReopened { station }, _) => RegisterKind::StationReopened(station),
            (Event::ItemListed { item }, _) => RegisterKind::ItemListed(item),
            (Event::ItemDelisted { item }, _) => RegisterKind::ItemDelisted(item),
            (Event::ItemRelisted { item }, _) => RegisterKind::ItemRelisted(item),
            (Event::Renamed { of }, Act::Rename { name: to, .. }) => {
                let Some(from) = self.known.name(of).cloned() else { return };
                let entry = RenameEntry { on, occurred, of, from, to: to.clone() };
                self.statement.renamings.push(entry);
                return;
            }
            _ => return,
        };
        self.statement.registers.push(RegisterEntry { on, occurred, what });
    }
}
