//! Corrections of a ranking: they take nobody's turn away (article 16, rules 3.2).

use paidan::{
    Act, Alliance, Category, Command, Event, MemberId, Outcome, Place, Publication, Sorting, Volume,
};
use proptest::prelude::*;

use crate::common::ranking;
use crate::laws::lines::{lines, ranked, sorted};
use crate::laws::moves::{Moves, note, note_taken_back};
use crate::laws::plan::{Plan, plans};
use crate::laws::world::{Entry, current};

/// What a correction makes of a line: on either side of the cursor those who have not moved since
/// the last sorting are sorted among the places where they stand.
fn corrected(
    line: &[MemberId],
    cursor: Option<usize>,
    is_there: impl Fn(MemberId) -> bool,
    figure: impl Fn(MemberId) -> u32,
) -> Vec<MemberId> {
    let mut line = line.to_vec();
    let cursor = cursor.unwrap_or(line.len());
    let (passed, ahead) = line.split_at_mut(cursor);
    for side in [passed, ahead] {
        let places: Vec<usize> = (0..side.len()).filter(|at| is_there(side[*at])).collect();
        let members = places.iter().map(|at| side[*at]).collect();
        for (at, member) in places.into_iter().zip(ranked(members, &figure)) {
            side[at] = member;
        }
    }
    line
}

/// How far from the front the cursor of a line is.
fn cursor_at(alliance: &Alliance, category: Category) -> Option<usize> {
    let cursor = alliance.cursor(category)?;
    alliance.line(category).position(|of| of == cursor)
}

/// The numbers of the places of a line, and the one that the next gets.
fn numbers(alliance: &Alliance, category: Category) -> (Vec<Place>, Place) {
    let lines = alliance.snapshot().lines;
    let row = lines.of(category);
    (row.places.iter().map(|place| place.number).collect(), row.next_place)
}

/// The figures of the correction that an entry is, if it is one.
fn correction(entry: &Entry) -> Option<(&Outcome, &[Volume])> {
    let Act::PublishRanking { volumes, .. } = &entry.command.act else { return None };
    let outcome = entry.result.as_ref().ok()?;
    let is_correction = outcome.events.iter().any(|event| {
        matches!(event, Event::RankingPublished { publication: Publication::Correction, .. })
    });
    is_correction.then_some((outcome, volumes.as_slice()))
}

/// Plays a plan, and asks at each command with the moves before it.
fn with_moves(
    plan: &Plan,
    mut ask: impl FnMut(&Entry, &Moves) -> Result<(), TestCaseError>,
) -> Result<(), TestCaseError> {
    let mut moves = Moves::default();
    for entry in plan.play() {
        ask(&entry, &moves)?;
        let Ok(outcome) = &entry.result else { continue };
        note_taken_back(&mut moves, &entry.before, &entry.after, outcome);
        for event in &outcome.events {
            note(&mut moves, &entry.before, &entry.after, event);
        }
    }
    Ok(())
}

/// The state and the conclusions after a correction with these figures.
fn after_correction(
    alliance: &Alliance,
    figure: impl Fn(MemberId) -> u32,
) -> Option<(Alliance, Vec<Event>)> {
    let date = alliance.date().filter(|date| alliance.ranking_year() == Some(date.year()))?;
    let figures: Vec<(MemberId, u32)> =
        current(alliance).into_iter().map(|member| (member, figure(member))).collect();
    let mut alliance = alliance.clone();
    let command = Command::new(date, ranking(date.year(), &figures));
    let outcome = alliance.step(&command).expect("it is accepted");
    Some((alliance, outcome.events))
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 3.2: a correction sorts only those who have not moved since the last sorting of the
    /// whole line, or went back, among just their places; under `Cursor` those before the cursor
    /// and those from it on apart, and the cursor stays at its place. It says so of the lines in
    /// which somebody changes place, and of no other.
    #[test]
    fn a_correction_sorts_those_who_did_not_move(plan in plans()) {
        with_moves(&plan, |entry, moves| {
            let Some((outcome, volumes)) = correction(entry) else { return Ok(()) };
            let figure = |member| {
                volumes.iter().find(|of| of.member == member).map_or(0, |of| of.orders)
            };
            let mut changed = Vec::new();
            for category in Category::ALL {
                let line: Vec<_> = entry.before.line(category).collect();
                let cursor = cursor_at(&entry.before, category);
                let is_there = |member| moves.is_where_it_was_sorted(category, member);
                let expected = corrected(&line, cursor, is_there, figure);
                changed.extend(Some(category).filter(|_| expected != line));
                prop_assert_eq!(entry.after.line(category).collect::<Vec<_>>(), expected);
                prop_assert_eq!(cursor_at(&entry.after, category), cursor);
            }
            prop_assert_eq!(&sorted(outcome, Sorting::Correction), &changed);
            prop_assert_eq!(outcome.events.len(), 1 + changed.len());
            Ok(())
        })?;
    }

    /// rules 3.2: after a correction all who stand where the last sorting put somebody stand before
    /// all others, who are in the same order as before: of those who were sorted, whoever had a turn
    /// stands behind all who had not.
    #[test]
    fn whoever_had_a_turn_stands_behind_all_who_had_not(plan in plans()) {
        with_moves(&plan, |entry, moves| {
            if correction(entry).is_none() {
                return Ok(());
            }
            for category in Category::ALL {
                let is_there = |of: &MemberId| moves.is_where_it_was_sorted(category, *of);
                let line: Vec<_> = entry.after.line(category).collect();
                let there = line.iter().filter(|of| is_there(of)).count();
                prop_assert!(line[..there].iter().all(is_there), "{line:?} has {there}");
                let others = entry.before.line(category).filter(|of| !is_there(of));
                prop_assert_eq!(&line[there..], others.collect::<Vec<_>>());
            }
            Ok(())
        })?;
    }

    /// rules 3.2 and 3.5: a correction gives no number: the places of a line keep theirs, and the
    /// next one gets the same.
    #[test]
    fn a_correction_gives_no_number(plan in plans()) {
        for entry in plan.play() {
            if correction(&entry).is_some() {
                for category in Category::ALL {
                    let before = numbers(&entry.before, category);
                    prop_assert_eq!(numbers(&entry.after, category), before);
                }
            }
        }
    }

    /// rules 3.2: the figures of those who had their turn do not matter any more: a correction that
    /// swaps two of them changes nothing.
    #[test]
    fn the_figures_of_those_who_had_their_turn_change_nothing(plan in plans(), other in 0_u32..9) {
        with_moves(&plan, |entry, moves| {
            let alliance = &entry.before;
            let had_its_turn = |member| {
                Category::ALL.into_iter().all(|category| {
                    !moves.is_where_it_was_sorted(category, member)
                })
            };
            let as_it_was = |member| alliance.ranking_volume(member);
            let swapped = |member: MemberId| {
                if had_its_turn(member) { (member.get() + other) % 9 } else { as_it_was(member) }
            };
            if !alliance.next_position().is_multiple_of(8) {
                return Ok(());
            }
            let (Some((same, events)), Some((found, told))) =
                (after_correction(alliance, as_it_was), after_correction(alliance, swapped))
            else {
                return Ok(());
            };
            prop_assert_eq!(lines(&found), lines(&same));
            prop_assert_eq!(told, events);
            Ok(())
        })?;
    }
}
