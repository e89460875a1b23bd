//! The council's and the stations' acts: `TakeSeat`, `LeaveSeat`, `RecordBreach`, `PublishDuty`,
//! `RecordTraining`, `RecordConsultation`, `RecordFeedback` and `RecordTurnedAway` (articles 5, 6, 11, 13, 15, 23).

use crate::doors::check;
use crate::doors::step::{Course, Step};
use crate::facts::council::{Breach, Vacancy};
use crate::facts::event::Event;
use crate::facts::finding::Feedback;
use crate::facts::member::Category;
use crate::rules::duty;
use crate::words::date::Date;
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};
use crate::words::label::Text;
use crate::words::list::Set;

impl<C: Course> Step<'_, C> {
    /// A member takes the first vacant seat of its class.
    pub(crate) fn take_seat(
        &mut self,
        category: Category,
        member: MemberId,
    ) -> Result<(), C::Stop> {
        let seat = check::house::take_seat(self.alliance(), category, member, self.command.date)?;
        self.emit(Event::SeatTaken { member, seat })
    }

    /// A member gives its seat up.
    pub(crate) fn leave_seat(&mut self, member: MemberId) -> Result<(), C::Stop> {
        check::house::leave_seat(self.alliance(), member)?;
        self.vacate_seat(member, Vacancy::GivenUp)
    }

    /// The staff of a member broke its duty: the seat, if it still holds one, is vacant.
    pub(crate) fn record_breach(&mut self, member: MemberId, kind: Breach) -> Result<(), C::Stop> {
        check::house::record_breach(self.alliance(), member, self.command.date)?;
        self.emit(Event::BreachRecorded { member, kind })?;
        self.vacate_seat(member, Vacancy::Breach)
    }

    /// Vacates the seat of a member, if it holds one.
    pub(crate) fn vacate_seat(
        &mut self,
        member: MemberId,
        vacancy: Vacancy,
    ) -> Result<(), C::Stop> {
        match self.alliance().council.seat_of(member) {
            Some(seat) => self.emit(Event::SeatVacated { member, seat, vacancy }),
            None => Ok(()),
        }
    }

    /// A station publishes its duty days; each run of working days with too few is told.
    pub(crate) fn publish_duty(
        &mut self,
        station: StationId,
        from: Date,
        to: Date,
        days: &Set<Date>,
    ) -> Result<(), C::Stop> {
        let alliance = self.alliance();
        let period = check::house::publish_duty(alliance, station, from, to, days)?;
        let short = duty::short_runs(alliance.policy.duty, &alliance.calendar, &period, days);
        self.emit(Event::DutyPublished { station })?;
        for run in short {
            let (from, found, needed) = (run.from, run.found, run.needed);
            self.emit(Event::DutyShort { station, from, found, needed })?;
        }
        Ok(())
    }

    /// A training was held.
    pub(crate) fn record_training(&mut self, station: StationId) -> Result<(), C::Stop> {
        self.alliance().known_station(station)?;
        self.emit(Event::TrainingRecorded { station })
    }

    /// An enterprise was consulted.
    pub(crate) fn record_consultation(
        &mut self,
        station: StationId,
        enterprise: EnterpriseId,
    ) -> Result<(), C::Stop> {
        check::house::record_consultation(self.alliance(), station, enterprise)?;
        self.emit(Event::ConsultationRecorded { station, enterprise })
    }

    /// An enterprise says how an order was served.
    pub(crate) fn record_feedback(
        &mut self,
        order: OrderId,
        feedback: Feedback,
        text: &Text,
    ) -> Result<(), C::Stop> {
        check::house::record_feedback(self.alliance(), order, feedback, text)?;
        self.emit(Event::FeedbackRecorded { order, feedback })
    }

    /// A station did not accept an order.
    pub(crate) fn record_turned_away(
        &mut self,
        station: StationId,
        enterprise: EnterpriseId,
        item: ItemId,
        reason: &Text,
    ) -> Result<(), C::Stop> {
        check::house::record_turned_away(self.alliance(), station, enterprise, item, reason)?;
        self.emit(Event::TurnedAway { station, enterprise, item })
    }
}
