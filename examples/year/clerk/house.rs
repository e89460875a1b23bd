//! The figures of the council, of what stations do beside orders, and of what enterprises say, of a
//! month or of the year.

use std::io::{self, Write};

use paidan::{Event, Feedback, Vacancy};

/// How often each thing happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HouseFigures {
    pub council: CouncilFigures,
    pub stations: StationFigures,
    pub feedback: FeedbackFigures,
    /// Whether the plan that is read was found too short already.
    is_short: bool,
}

/// Seats taken, and why others became vacant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CouncilFigures {
    pub taken: u64,
    pub given_up: u64,
    pub lost: u64,
    pub left: u64,
    /// Breaches by staff on record, of those who gave their seats up, too.
    pub breaches: u64,
}

/// What stations published and recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StationFigures {
    pub plans: u64,
    /// Of these, those with too few duty days somewhere.
    pub short: u64,
    pub trainings: u64,
    pub consultations: u64,
    pub turned_away: u64,
}

/// What enterprises said of orders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeedbackFigures {
    pub satisfied: u64,
    pub dissatisfied: u64,
    pub complaints: u64,
}

impl HouseFigures {
    /// Adds an event, if it is one of the house.
    pub fn note(&mut self, event: &Event) {
        let (council, stations) = (&mut self.council, &mut self.stations);
        let figure = match event {
            Event::SeatTaken { .. } => &mut council.taken,
            Event::SeatVacated { vacancy, .. } => match vacancy {
                Vacancy::GivenUp => &mut council.given_up,
                Vacancy::Breach => &mut council.lost,
                Vacancy::Left => &mut council.left,
            },
            Event::BreachRecorded { .. } => &mut council.breaches,
            Event::DutyPublished { .. } => {
                self.is_short = false;
                &mut stations.plans
            }
            // Each run of days that is too short is told; the plan counts once.
            Event::DutyShort { .. } if !self.is_short => {
                self.is_short = true;
                &mut stations.short
            }
            Event::TrainingRecorded { .. } => &mut stations.trainings,
            Event::ConsultationRecorded { .. } => &mut stations.consultations,
            Event::TurnedAway { .. } => &mut stations.turned_away,
            Event::FeedbackRecorded { feedback, .. } => match feedback {
                Feedback::Satisfied => &mut self.feedback.satisfied,
                Feedback::Dissatisfied => &mut self.feedback.dissatisfied,
                Feedback::Complaint => &mut self.feedback.complaints,
            },
            _ => return,
        };
        *figure += 1;
    }

    /// Adds the figures of another month.
    pub fn join(&mut self, other: &Self) {
        let (council, of) = (&mut self.council, other.council);
        council.taken += of.taken;
        council.given_up += of.given_up;
        council.lost += of.lost;
        council.left += of.left;
        council.breaches += of.breaches;
        let (stations, of) = (&mut self.stations, other.stations);
        stations.plans += of.plans;
        stations.short += of.short;
        stations.trainings += of.trainings;
        stations.consultations += of.consultations;
        stations.turned_away += of.turned_away;
        let (feedback, of) = (&mut self.feedback, other.feedback);
        feedback.satisfied += of.satisfied;
        feedback.dissatisfied += of.dissatisfied;
        feedback.complaints += of.complaints;
    }

    /// Prints a line each, and none of what did not happen.
    pub fn show(&self, out: &mut impl Write) -> io::Result<()> {
        let of = &self.council;
        line(
            out,
            "council",
            &[
                (of.taken, "seat taken", "seats taken"),
                (of.given_up, "seat given up", "seats given up"),
                (of.lost, "seat lost for a breach", "seats lost for breaches"),
                (of.left, "seat left with its member", "seats left with their members"),
                (of.breaches, "breach on record", "breaches on record"),
            ],
        )?;
        let of = &self.stations;
        line(
            out,
            "stations",
            &[
                (of.plans, "duty plan", "duty plans"),
                (of.short, "of them falls short", "of them fall short"),
                (of.trainings, "training", "trainings"),
                (of.consultations, "consultation", "consultations"),
                (of.turned_away, "order turned away", "orders turned away"),
            ],
        )?;
        let of = &self.feedback;
        line(
            out,
            "feedback",
            &[
                (of.satisfied, "satisfied", "satisfied"),
                (of.dissatisfied, "dissatisfied", "dissatisfied"),
                (of.complaints, "complaint", "complaints"),
            ],
        )
    }
}

/// Figures after a title, each in singular or plural; nothing if all are zero.
fn line(out: &mut impl Write, title: &str, figures: &[(u64, &str, &str)]) -> io::Result<()> {
    let told = figures.iter().filter(|(times, ..)| *times > 0);
    let told: Vec<String> = told
        .map(|(times, one, many)| format!("{times} {}", if *times == 1 { one } else { many }))
        .collect();
    if told.is_empty() { Ok(()) } else { writeln!(out, "  {title}: {}", told.join(", ")) }
}
