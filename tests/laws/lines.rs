//! The lines and the ranking (article 16, rules 3).

use paidan::{Act, Alliance, Category, Event, MemberId, Outcome, Publication, Sorting};
use proptest::prelude::*;

use crate::laws::model::{everybody, givings};
use crate::laws::plan::plans;
use crate::laws::world::Entry;

/// Every line from front to end.
pub fn lines(alliance: &Alliance) -> [Vec<MemberId>; 4] {
    Category::ALL.map(|category| alliance.line(category).collect())
}

/// The lines that a command sorted so.
pub fn sorted(outcome: &Outcome, wanted: Sorting) -> Vec<Category> {
    let of = |event: &Event| match *event {
        Event::LineSorted { category, sorting } if sorting == wanted => Some(category),
        _ => None,
    };
    outcome.events.iter().filter_map(of).collect()
}

/// Members in the order of a ranking: the higher figure first, of equals the lower id.
pub fn ranked(mut line: Vec<MemberId>, figure: impl Fn(MemberId) -> u32) -> Vec<MemberId> {
    line.sort_by(|one, other| figure(*other).cmp(&figure(*one)).then(one.cmp(other)));
    line
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 3.1: a member stands in the line of every category of which it offers an item, once,
    /// and nobody else does.
    #[test]
    fn the_lines_have_those_who_offer(plan in plans()) {
        for Entry { after, .. } in plan.play() {
            for category in Category::ALL {
                let offers = |member: &MemberId| {
                    let firm = after.member(*member).expect("a member");
                    firm.is_current()
                        && firm.offers.as_slice().iter().any(|item| {
                            after.item(*item).is_some_and(|item| item.category == category)
                        })
                };
                let mut line: Vec<_> = after.line(category).collect();
                line.sort_unstable();
                let expected: Vec<_> = everybody(&after).into_iter().filter(offers).collect();
                prop_assert_eq!(line, expected);
            }
        }
    }

    /// rules 2.3 and 3.3: who joins a line stands at its end, who leaves it closes the gap, and
    /// the others keep their order.
    #[test]
    fn newcomers_stand_at_the_end(plan in plans()) {
        for entry in plan.play() {
            let Ok(outcome) = &entry.result else { continue };
            let is_about_members = matches!(
                entry.command.act,
                Act::Admit(_) | Act::ChangeOffers { .. } | Act::Withdraw { .. }
            );
            if !is_about_members || !givings(outcome).is_empty() {
                continue;
            }
            let (before, after) = (lines(&entry.before), lines(&entry.after));
            for (before, after) in before.into_iter().zip(after) {
                let mut expected = before.clone();
                expected.retain(|member| after.contains(member));
                expected.extend(after.iter().filter(|member| !before.contains(member)));
                prop_assert_eq!(after, expected);
            }
        }
    }

    /// rules 3.2: the first ranking of a year sorts every line, wherever its motion had got to; a
    /// sorted line goes by figure, then by id, and has its cursor on the top.
    #[test]
    fn a_ranking_sorts_by_its_figures(plan in plans()) {
        for entry in plan.play() {
            let (Ok(outcome), Act::PublishRanking { volumes, .. }) =
                (&entry.result, &entry.command.act)
            else {
                continue;
            };
            let figure = |member| {
                let mut volumes = volumes.as_slice().iter();
                volumes.find(|of| of.member == member).map_or(0, |of| of.orders)
            };
            let is_first = outcome.events.iter().any(|event| {
                matches!(event, Event::RankingPublished { publication: Publication::First, .. })
            });
            let same_year = entry.before.ranking_year() == entry.after.ranking_year();
            prop_assert_eq!(is_first, !same_year);
            let whole = sorted(outcome, Sorting::Whole);
            prop_assert_eq!(whole, if is_first { Category::ALL.to_vec() } else { Vec::new() });
            if !is_first {
                continue;
            }
            for category in Category::ALL {
                let anew = ranked(entry.before.line(category).collect(), figure);
                prop_assert!(entry.after.line(category).eq(anew.iter().copied()));
                if entry.after.policy().turn == paidan::Turn::Cursor {
                    prop_assert_eq!(entry.after.cursor(category), anew.first().copied());
                }
            }
        }
    }

    /// rules 13: a policy comes into force in its month; every line is sorted by the ranking just
    /// when the reading of 依次 changes with it.
    #[test]
    fn another_reading_of_turns_sorts_the_lines(plan in plans()) {
        for entry in plan.play() {
            let Ok(outcome) = &entry.result else { continue };
            let (before, after) = (&entry.before, &entry.after);
            if entry.command.act != Act::OpenMonth {
                prop_assert_eq!(before.policy(), after.policy());
                continue;
            }
            let pending = before.pending_policies().find(|of| Some(of.0) == after.month());
            let expected = pending.map_or(before.policy(), |of| of.1);
            prop_assert_eq!(after.policy(), expected);
            let changes = before.policy().turn != after.policy().turn;
            let all = if changes { Category::ALL.to_vec() } else { Vec::new() };
            prop_assert_eq!(sorted(outcome, Sorting::Whole), all);
            prop_assert_eq!(sorted(outcome, Sorting::Correction), vec![]);
            if changes && givings(outcome).is_empty() {
                for (before, found) in lines(before).into_iter().zip(lines(after)) {
                    let by_figure = ranked(before, |member| after.ranking_volume(member));
                    prop_assert_eq!(found, by_figure);
                }
            }
        }
    }
}
