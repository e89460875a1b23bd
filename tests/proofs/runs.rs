//! Random runs of the acts of the model, played on the engine.

use paidan::Turn;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::proofs::deed::Deed;
use crate::proofs::rig::{Answer, Rig, Seat};

/// The numbers behind one act.
#[derive(Clone, Debug)]
pub struct Draw {
    kind: u8,
    who: usize,
    mask: u32,
    figures: Vec<u32>,
}

/// A random run, not yet played.
#[derive(Clone, Debug)]
pub struct Run {
    members: u32,
    draws: Vec<Draw>,
}

/// One act of a run, with the line before and after it.
#[derive(Clone, Debug)]
pub struct Step {
    pub deed: Deed,
    pub answer: Answer,
    pub before: Vec<Seat>,
    pub after: Vec<Seat>,
}

const MOST_MEMBERS: u32 = 6;

/// Runs with every act of the model.
pub fn runs() -> impl Strategy<Value = Run> {
    runs_of(0..100)
}

/// Runs in which the line is never sorted.
pub fn runs_without_sorting() -> impl Strategy<Value = Run> {
    runs_of(12..100)
}

fn runs_of(kinds: std::ops::Range<u8>) -> impl Strategy<Value = Run> {
    let figures = vec(0_u32..4, MOST_MEMBERS as usize);
    // All are eligible half of the time.
    let mask = prop_oneof![Just(u32::MAX), 0_u32..1 << MOST_MEMBERS];
    let draw = (kinds, any::<u8>(), mask, figures).prop_map(|(kind, who, mask, figures)| Draw {
        kind,
        who: who.into(),
        mask,
        figures,
    });
    (2_u32..=5, vec(draw, 4..60)).prop_map(|(members, draws)| Run { members, draws })
}

impl Run {
    /// An alliance with the members that the run begins with.
    pub fn start(&self) -> Rig {
        Rig::new(self.members, Turn::KeepPlace)
    }

    /// Plays it, and looks at each state before the next act.
    pub fn play_and_ask(&self, mut ask: impl FnMut(&Rig, &Deed)) -> Vec<Step> {
        let mut rig = self.start();
        let mut steps = Vec::new();
        for draw in &self.draws {
            let deed = draw.deed(&rig);
            ask(&rig, &deed);
            let before = rig.seats();
            let answer = rig.play(&deed);
            steps.push(Step { deed, answer, before, after: rig.seats() });
        }
        steps
    }

    /// Plays it.
    pub fn play(&self) -> Vec<Step> {
        self.play_and_ask(|_, _| {})
    }
}

/// One of a list.
fn pick<T: Copy>(list: &[T], draw: usize) -> Option<T> {
    list.get(draw.checked_rem(list.len())?).copied()
}

impl Draw {
    /// The act that it comes to.
    fn deed(&self, rig: &Rig) -> Deed {
        let line: Vec<u32> = rig.seats().into_iter().map(|seat| seat.1).collect();
        let figures = || self.figures[..rig.admitted() as usize].to_vec();
        let fitting = match self.kind {
            0..2 => Some(Deed::Rank(figures())),
            2..12 => Some(Deed::Correct(figures())).filter(|_| rig.is_ranked()),
            12..18 => {
                let out: Vec<u32> = (1..=MOST_MEMBERS.min(rig.admitted() + 1))
                    .filter(|number| !line.contains(number))
                    .collect();
                pick(&out, self.who).map(Deed::Join)
            }
            18..22 => pick(&line, self.who).filter(|_| line.len() > 2).map(Deed::Leave),
            22..40 => pick(&rig.open_orders(), self.who).map(Deed::CallOff),
            40..46 => pick(&line, self.who).map(Deed::Designate),
            _ => None,
        };
        fitting.unwrap_or(Deed::Order(self.mask))
    }
}

impl Step {
    /// Who takes an order by turn.
    pub fn taker(&self) -> Option<u32> {
        self.answer.taker.filter(|_| self.deed.is_by_turn())
    }

    /// Who goes back to its place.
    pub fn goes_back(&self) -> Option<u32> {
        self.answer.went_back.map(|seat| seat.1)
    }

    /// Whether somebody is put ahead of a member, who was not, by an order that is taken back.
    pub fn puts_ahead_of(&self, member: u32) -> bool {
        self.goes_back().is_some() && ahead(member, &self.after) > ahead(member, &self.before)
    }
}

/// Where a member stands.
pub fn place_of(member: u32, seats: &[Seat]) -> Option<u64> {
    seats.iter().find(|seat| seat.1 == member).map(|seat| seat.0)
}

/// How many stand ahead of a member; of one that is not in the line, all.
pub fn ahead(member: u32, seats: &[Seat]) -> usize {
    seats.iter().take_while(|seat| seat.1 != member).count()
}

/// The members of a line.
pub fn members(seats: &[Seat]) -> Vec<u32> {
    seats.iter().map(|seat| seat.1).collect()
}

/// All stretches of a run that begin with some act and have nothing that ends them: each beginning,
/// with what follows it.
pub fn stretches(steps: &[Step], ends: impl Fn(&Step) -> bool) -> Vec<&[Step]> {
    let of = |from: usize| {
        let rest = &steps[from..];
        &rest[..rest.iter().position(&ends).unwrap_or(rest.len())]
    };
    (0..steps.len()).map(of).filter(|stretch| !stretch.is_empty()).collect()
}
