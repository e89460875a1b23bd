//! The runs that the model was made to play, with its answers (`proofs/vectors.ml`).

use paidan::Turn;

use crate::proofs::deed::Deed;
use crate::proofs::rig::{Rig, Seat};

const VECTORS: &str = include_str!("../../proofs/vectors.txt");

/// One line of them.
struct Vector<'a> {
    members: u32,
    deeds: Vec<Deed>,
    /// Who takes each order by turn.
    takers: &'a str,
    /// The line in the end.
    line: &'a str,
}

fn vectors() -> impl Iterator<Item = Vector<'static>> {
    VECTORS.lines().map(|text| {
        let [acts, takers, line] = text.split('|').collect::<Vec<_>>()[..] else {
            panic!("three parts, not {text}")
        };
        let (members, acts) = acts.split_once(' ').unwrap_or((acts, ""));
        let deeds = acts.split_whitespace().map(|act| act.parse().expect("an act"));
        Vector { members: members.parse().expect("a number"), deeds: deeds.collect(), takers, line }
    })
}

/// A line as the model prints it.
fn told(seats: &[Seat], next: u64) -> String {
    let seats: Vec<String> =
        seats.iter().map(|(place, member)| format!("{place}.{member}")).collect();
    format!("{};{next}", seats.join(","))
}

/// How often something happened that the vectors are there for.
#[derive(Debug, Default)]
struct Met {
    back_past_others: u32,
    moved_since: u32,
    corrected: u32,
    joined: u32,
    left: u32,
    held: u32,
    given_again: u32,
}

impl Met {
    /// Notes a deed, with the line before and after it, and whether anybody went back.
    fn note(&mut self, deed: &Deed, before: &[Seat], after: &[Seat], went_back: Option<Seat>) {
        let members = |seats: &[Seat]| seats.iter().map(|seat| seat.1).collect::<Vec<_>>();
        let was = |of: u32| members(before).iter().position(|member| *member == of);
        let is = |of: u32| members(after).iter().position(|member| *member == of);
        match deed {
            Deed::CallOff(_) => match went_back {
                // One stands behind it whom it had passed.
                Some((_, of)) => self.back_past_others += u32::from(was(of) > is(of)),
                None => self.moved_since += 1,
            },
            Deed::Correct(_) => self.corrected += u32::from(members(before) != members(after)),
            Deed::Join(_) => self.joined += 1,
            Deed::Leave(_) => self.left += 1,
            Deed::Decline(_) | Deed::Reassign(_) => self.given_again += 1,
            _ => {}
        }
    }
}

/// The engine gives every order of every run to whom the model gives it, and comes to the same
/// line, by the same numbers (article 16, rules 3.2 to 3.5).
#[test]
fn the_engine_answers_as_the_model() {
    let (mut runs, mut orders, mut met) = (0, 0, Met::default());
    for vector in vectors() {
        let mut rig = Rig::new(vector.members, Turn::KeepPlace);
        let mut takers = String::new();
        for deed in &vector.deeds {
            let before = rig.seats();
            let answer = rig.play(deed);
            if deed.is_by_turn() {
                takers.push_str(&answer.taker.map_or("-".into(), |taker| taker.to_string()));
                met.held += u32::from(answer.taker.is_none());
            }
            met.note(deed, &before, &rig.seats(), answer.went_back);
        }
        assert_eq!(takers, vector.takers, "{:?}", vector.deeds);
        assert_eq!(told(&rig.seats(), rig.next_place()), vector.line, "{:?}", vector.deeds);
        rig.alliance.check_invariants().expect("what must hold, holds");
        orders += takers.len();
        runs += 1;
    }
    println!("{runs} runs, {orders} orders, {met:?}");
    let rare = [met.back_past_others, met.moved_since, met.corrected, met.joined, met.left];
    assert!(runs >= 4_000 && rare.into_iter().chain([met.held, met.given_again]).min() > Some(500));
}
