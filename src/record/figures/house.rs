//! How often something happened beside orders: the council, what stations record, what is
//! registered, and what enterprises say.

use crate::facts::council::Vacancy;
use crate::facts::event::{Event, Publication};
use crate::record::feedback::FeedbackFigures;

macro_rules! counts {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: u64,)*
        }

        impl $name {
            pub(crate) fn join(&mut self, other: &Self) {
                $(self.$field = self.$field.saturating_add(other.$field);)*
            }
        }
    )*};
}

counts! {
    /// 理事会: seats taken, why others became vacant, and breaches (rules 11).
    #[doc(alias = "理事会")]
    CouncilFigures {
        /// Seats taken.
        taken,
        /// Seats given up.
        given_up,
        /// Seats lost for a breach.
        lost,
        /// Seats whose members left the alliance.
        left,
        /// 驻点人员违规: breaches on record, of those who gave their seats up, too.
        #[doc(alias = "驻点人员违规")]
        breaches,
    }

    /// 服务站: what stations published and recorded (rules 12).
    #[doc(alias = "服务站")]
    StationDuties {
        /// Duty plans published.
        plans,
        /// Of these, those with too few duty days somewhere.
        short,
        /// 培训: trainings.
        #[doc(alias = "培训")]
        trainings,
        /// 咨询: consultations.
        #[doc(alias = "咨询")]
        consultations,
        /// Orders that a station did not accept.
        turned_away,
    }

    /// 登记: what was registered, and what changed of it (rules 1.10, 2, 3.2).
    #[doc(alias = "登记")]
    RegisterFigures {
        /// Stations opened.
        stations,
        /// Stations closed.
        stations_closed,
        /// Closed stations opened again.
        stations_reopened,
        /// Items put on the menu.
        items,
        /// Items taken off the menu.
        items_delisted,
        /// Items put back on the menu.
        items_relisted,
        /// Menu prices set.
        menu_prices,
        /// Enterprises registered.
        enterprises,
        /// 入盟: members admitted.
        #[doc(alias = "入盟")]
        admitted,
        /// Members that withdrew.
        withdrawn,
        /// Offers changed.
        offers_changed,
        /// 经同意暂不派单: leaves granted.
        #[doc(alias = "经同意暂不派单")]
        leaves_granted,
        /// Leaves ended.
        leaves_ended,
        /// 整改通知: rectification notices.
        #[doc(alias = "整改通知")]
        notices,
        /// Bars lifted (rules 7.8).
        bars_lifted,
        /// 排位: first rankings of a year.
        #[doc(alias = "排位")]
        rankings,
        /// Rankings corrected.
        corrections,
        /// 更名: names changed.
        #[doc(alias = "更名")]
        renamed,
        /// Calendars adopted.
        calendars,
        /// Policies adopted for a later month.
        policies,
    }
}

/// How often something happened beside orders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HouseFigures {
    /// The council.
    pub council: CouncilFigures,
    /// The stations.
    pub stations: StationDuties,
    /// The registers.
    pub registers: RegisterFigures,
    /// 企业评价: orders completed, and what enterprises said of orders (rules 12.5).
    #[doc(alias = "企业评价")]
    pub feedback: FeedbackFigures,
}

impl HouseFigures {
    pub(crate) fn join(&mut self, other: &Self) {
        self.council.join(&other.council);
        self.stations.join(&other.stations);
        self.registers.join(&other.registers);
        self.feedback.join(other.feedback);
    }

    /// Adds an event, if it is one of these. Of each run of days that is too short in a plan one is
    /// told; the plan counts once.
    pub(crate) fn note(&mut self, event: &Event, is_short_already: bool) {
        let (council, stations) = (&mut self.council, &mut self.stations);
        let figure = match *event {
            Event::SeatTaken { .. } => &mut council.taken,
            Event::SeatVacated { vacancy, .. } => match vacancy {
                Vacancy::GivenUp => &mut council.given_up,
                Vacancy::Breach => &mut council.lost,
                Vacancy::Left => &mut council.left,
            },
            Event::BreachRecorded { .. } => &mut council.breaches,
            Event::DutyPublished { .. } => &mut stations.plans,
            Event::DutyShort { .. } if !is_short_already => &mut stations.short,
            Event::TrainingRecorded { .. } => &mut stations.trainings,
            Event::ConsultationRecorded { .. } => &mut stations.consultations,
            Event::TurnedAway { .. } => &mut stations.turned_away,
            Event::FeedbackRecorded { feedback, .. } => {
                return self.feedback.count(|of| of.of_mut(feedback));
            }
            Event::Completed { .. } => return self.feedback.count(|of| &mut of.completed),
            _ => return self.registers.note(event),
        };
        *figure = figure.saturating_add(1);
    }
}

impl RegisterFigures {
    fn note(&mut self, event: &Event) {
        let figure = match *event {
            Event::StationOpened { .. } => &mut self.stations,
            Event::StationClosed { .. } => &mut self.stations_closed,
            Event::StationReopened { .. } => &mut self.stations_reopened,
            Event::ItemListed { .. } => &mut self.items,
            Event::ItemDelisted { .. } => &mut self.items_delisted,
            Event::ItemRelisted { .. } => &mut self.items_relisted,
            Event::MenuPriceSet { .. } => &mut self.menu_prices,
            Event::EnterpriseRegistered { .. } => &mut self.enterprises,
            Event::Admitted { .. } => &mut self.admitted,
            Event::Withdrawn { .. } => &mut self.withdrawn,
            Event::OffersChanged { .. } => &mut self.offers_changed,
            Event::LeaveGranted { .. } => &mut self.leaves_granted,
            Event::LeaveEnded { .. } => &mut self.leaves_ended,
            Event::Notified { .. } => &mut self.notices,
            Event::BarLifted { .. } => &mut self.bars_lifted,
            Event::RankingPublished { publication: Publication::First, .. } => &mut self.rankings,
            Event::RankingPublished { publication: Publication::Correction, .. } => {
                &mut self.corrections
            }
            Event::Renamed { .. } => &mut self.renamed,
            Event::CalendarAdopted => &mut self.calendars,
            Event::PolicyAdopted { .. } => &mut self.policies,
            _ => return,
        };
        *figure = figure.saturating_add(1);
    }
}
