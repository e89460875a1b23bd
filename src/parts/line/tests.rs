//! The line beside a plain list that is gone through from its front.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseResult, TestRunner};

use super::Line;
use crate::facts::order::{Moved, Place, PlaceRange};
use crate::words::id::{ItemId, MemberId};

/// Items of the menu; the last one is offered by nobody.
const ITEMS: usize = 5;

/// What can be done with a line. A member is named by any number.
#[derive(Clone, Copy, Debug)]
enum Act {
    Join(usize),
    Leave(usize),
    ToEnd(usize),
    /// The first who is ready for an item goes to the end, as giving by turn does.
    Turn(usize),
    Back(usize),
    Ready(usize, usize, bool),
    Sort(usize),
    /// Sorts by a correction: only those at the places of the last sorting.
    Correct(usize),
    /// Says which places the last sorting gave, as a snapshot does.
    SetSorted(usize, usize),
    UseCursor(bool),
    SetCursor(usize),
    CursorPast(usize),
    /// Stands at a place so many numbers on, and as many are left out after it.
    Stand(usize, u64),
}

/// The line as the rules tell of it: members with the numbers of their places, front to end.
#[derive(Debug)]
struct Plain {
    line: Vec<(Place, MemberId)>,
    ready: BTreeSet<(MemberId, ItemId)>,
    cursor: Option<MemberId>,
    has_cursor: bool,
    next: Place,
    /// The numbers that the last sorting gave.
    sorted: Option<PlaceRange>,
}

/// Both, and the moves to the end that may be taken back.
#[derive(Debug)]
struct Pair {
    line: Line,
    plain: Plain,
    moves: Vec<(MemberId, Moved)>,
    crowd: usize,
    seen: Seen,
}

/// How often the line did what a plain one never has to.
#[derive(Debug, Default)]
struct Seen {
    squeezed: u32,
    grown: u32,
    back_to_gap: u32,
    back_to_made_gap: u32,
    back_anew: u32,
    corrected: u32,
    corrected_apart: u32,
}

/// The items that a member offers: all but the last, less each third.
fn offers(member: MemberId) -> Vec<ItemId> {
    let offered = (0..ITEMS - 1).filter(|item| !(member.index() + item).is_multiple_of(3));
    offered.filter_map(ItemId::nth).collect()
}

impl Plain {
    fn new() -> Self {
        let (line, ready) = (Vec::new(), BTreeSet::new());
        Self { line, ready, cursor: None, has_cursor: false, next: Place::MIN, sorted: None }
    }

    fn members(&self) -> Vec<MemberId> {
        self.line.iter().map(|(_, member)| *member).collect()
    }

    fn place_of(&self, member: MemberId) -> Option<Place> {
        self.line.iter().find(|(_, other)| *other == member).map(|(place, _)| *place)
    }

    /// The members from one on and round; from the front, if there is no such one.
    fn from(&self, first: Option<MemberId>) -> Vec<MemberId> {
        let mut members = self.members();
        let start = members.iter().position(|member| Some(*member) == first).unwrap_or(0);
        members.rotate_left(start);
        members
    }

    /// The one after a member, from the end to the front.
    fn after(&self, member: MemberId) -> Option<MemberId> {
        let round = self.from(Some(member));
        round.get(1).or(round.first()).copied()
    }

    fn take_number(&mut self) -> Place {
        let number = self.next;
        self.next = number.saturating_add(1);
        number
    }

    fn join(&mut self, member: MemberId) {
        if self.place_of(member).is_some() {
            return;
        }
        let number = self.take_number();
        self.line.push((number, member));
        if self.has_cursor && self.cursor.is_none() {
            self.cursor = Some(member);
        }
    }

    fn leave(&mut self, member: MemberId) {
        if self.cursor == Some(member) {
            self.cursor = self.after(member).filter(|next| *next != member);
        }
        self.line.retain(|(_, other)| *other != member);
        self.ready.retain(|(other, _)| *other != member);
    }

    fn send_to_end(&mut self, member: MemberId) -> Option<Moved> {
        let from = self.place_of(member)?;
        let to = self.take_number();
        self.line.retain(|(_, other)| *other != member);
        self.line.push((to, member));
        Some(Moved { from, to })
    }

    fn send_back(&mut self, member: MemberId, to: Place) {
        self.line.retain(|(_, other)| *other != member);
        self.line.push((to, member));
        self.line.sort_unstable();
    }

    fn sort(&mut self, order: &[MemberId]) {
        self.line = order.iter().map(|member| (self.take_number(), *member)).collect();
        self.cursor = order.first().copied().filter(|_| self.has_cursor);
        let ends = self.line.first().zip(self.line.last());
        self.sorted = ends.map(|(first, last)| PlaceRange { first: first.0, last: last.0 });
    }

    /// The indexes of those who stand at places of the last sorting: before the cursor, and from it
    /// on.
    fn at_sorted_places(&self) -> [Vec<usize>; 2] {
        let cursor = self.cursor.and_then(|on| self.line.iter().position(|of| of.1 == on));
        let is_sorted = |at: &usize| {
            let (number, _) = self.line[*at];
            self.sorted.is_some_and(|of| of.first <= number && number <= of.last)
        };
        let all = 0..self.line.len();
        let side = |is_passed: bool| {
            let is_of_side = |at: &usize| cursor.is_none_or(|cursor| *at < cursor) == is_passed;
            all.clone().filter(is_sorted).filter(is_of_side).collect()
        };
        [side(true), side(false)]
    }

    /// Puts those of either side in the order of their keys, each where one of them stood.
    fn correct(&mut self, key: impl Fn(MemberId) -> usize) {
        let cursor = self.cursor.and_then(|on| self.line.iter().position(|of| of.1 == on));
        for side in self.at_sorted_places() {
            let mut members: Vec<MemberId> = side.iter().map(|at| self.line[*at].1).collect();
            members.sort_unstable_by_key(|member| key(*member));
            for (at, member) in side.into_iter().zip(members) {
                self.line[at].1 = member;
            }
        }
        self.cursor = cursor.map(|at| self.line[at].1);
    }

    fn use_cursor(&mut self, has_cursor: bool) {
        if self.has_cursor != has_cursor {
            self.has_cursor = has_cursor;
            self.cursor = self.members().first().copied().filter(|_| has_cursor);
        }
    }
}

impl Pair {
    /// Lines that this many have joined, of a crowd of so many that come and go.
    fn new(crowd: usize, first: usize) -> Self {
        let (line, plain) = (Line::default(), Plain::new());
        let mut pair = Self { line, plain, moves: Vec::new(), crowd, seen: Seen::default() };
        for number in 0..first.min(crowd) {
            pair.act(Act::Join(number)).expect("a newcomer joins");
            for item in 0..ITEMS - 1 {
                pair.act(Act::Ready(number, item, true)).expect("it is made ready");
            }
        }
        pair
    }

    fn member(&self, number: usize) -> MemberId {
        MemberId::nth(number % self.crowd).expect("an id")
    }

    /// Does the same with both; what is not for the line to refuse is left out.
    fn act(&mut self, act: Act) -> TestCaseResult {
        let before = (self.line.slots.len(), self.line.capacity);
        match act {
            Act::Join(number) => {
                let member = self.member(number);
                self.line.join(member);
                self.plain.join(member);
            }
            Act::Leave(number) => {
                let member = self.member(number);
                self.line.leave(member, &offers(member));
                self.plain.leave(member);
            }
            Act::ToEnd(number) => self.send_to_end(self.member(number))?,
            Act::Turn(number) => {
                let item = ItemId::nth(number % ITEMS).expect("an id");
                let chosen = self.line.ready(item).next();
                prop_assert_eq!(self.line.first_ready(item), chosen);
                if let Some(member) = chosen {
                    self.send_to_end(member)?;
                }
            }
            Act::Back(number) => self.send_back(number),
            Act::Ready(number, item, is_ready) => self.set_ready(number, item, is_ready),
            Act::Sort(seed) => self.sort(seed),
            Act::Correct(seed) => self.correct(seed)?,
            Act::SetSorted(first, length) => self.set_sorted(first, length),
            Act::UseCursor(has_cursor) => {
                self.line.use_cursor(has_cursor);
                self.plain.use_cursor(has_cursor);
            }
            Act::SetCursor(number) => self.set_cursor(number),
            Act::CursorPast(number) => {
                let member = self.member(number);
                self.line.cursor_past(member);
                if self.plain.has_cursor && self.plain.place_of(member).is_some() {
                    self.plain.cursor = self.plain.after(member);
                }
            }
            Act::Stand(number, gap) => self.stand(number, gap),
        }
        let (slots, capacity) = before;
        self.seen.grown += u32::from(self.line.capacity > capacity);
        let is_squeezed = self.line.slots.len() < slots && self.line.capacity == capacity;
        let lays_out = matches!(act, Act::Sort(_) | Act::Correct(_) | Act::Back(_));
        self.seen.squeezed += u32::from(is_squeezed && !lays_out);
        self.compare()
    }

    fn send_to_end(&mut self, member: MemberId) -> TestCaseResult {
        let moved = self.line.send_to_end(member, &offers(member));
        prop_assert_eq!(moved, self.plain.send_to_end(member));
        self.moves.extend(moved.map(|moved| (member, moved)));
        Ok(())
    }

    /// Takes a move back whose member stands where it got to by it.
    fn send_back(&mut self, number: usize) {
        let plain = &self.plain;
        self.moves.retain(|(member, moved)| {
            plain.place_of(*member).is_some_and(|place| moved.to <= place)
        });
        let stands =
            |(member, moved): &&(MemberId, Moved)| plain.place_of(*member) == Some(moved.to);
        let open: Vec<&(MemberId, Moved)> = self.moves.iter().filter(stands).collect();
        let Some(&&(member, Moved { from, .. })) = open.get(number % open.len().max(1)) else {
            return;
        };
        let (slots, has_gap) = (self.line.slots.len(), self.line.gap_for(from).is_some());
        let all: Vec<Vec<ItemId>> = (0..self.crowd).filter_map(MemberId::nth).map(offers).collect();
        self.line.send_back(member, from, |member| &all[member.index()]);
        self.plain.send_back(member, from);
        let is_anew = self.line.slots.len() != slots;
        self.seen.back_to_gap += u32::from(has_gap);
        self.seen.back_to_made_gap += u32::from(!has_gap && !is_anew);
        self.seen.back_anew += u32::from(is_anew);
    }

    fn set_ready(&mut self, number: usize, item: usize, is_ready: bool) {
        let (member, item) = (self.member(number), ItemId::nth(item % ITEMS).expect("an id"));
        if !offers(member).contains(&item) {
            return;
        }
        self.line.set_ready(member, item, is_ready);
        self.plain.ready.remove(&(member, item));
        if is_ready && self.plain.place_of(member).is_some() {
            self.plain.ready.insert((member, item));
        }
    }

    fn sort(&mut self, seed: usize) {
        let mut order = self.plain.members();
        order.sort_unstable_by_key(|member| (member.index() + 1) * seed % 257);
        self.line.sort(order.clone());
        self.plain.sort(&order);
    }

    /// Corrects both; those at sorted places are the same on either side of the cursor.
    fn correct(&mut self, seed: usize) -> TestCaseResult {
        let key = |member: MemberId| (member.index() + 1) * seed % 257;
        let [passed, ahead] = self.plain.at_sorted_places();
        let members = |side: &[usize]| -> Vec<MemberId> {
            side.iter().map(|at| self.plain.line[*at].1).collect()
        };
        let found = self.line.at_sorted_places();
        prop_assert_eq!(&found, &[members(&passed), members(&ahead)]);
        self.seen.corrected += u32::from(passed.len() + ahead.len() > 1);
        self.seen.corrected_apart += u32::from(passed.len() > 1 && ahead.len() > 1);
        let mut order = found;
        for side in &mut order {
            side.sort_unstable_by_key(|member| key(*member));
        }
        self.line.correct(order);
        self.plain.correct(key);
        Ok(())
    }

    /// A stretch of the numbers that were given.
    fn set_sorted(&mut self, first: usize, length: usize) {
        let given = usize::try_from(self.plain.next.get()).expect("few") - 1;
        let place = |number: usize| Place::try_from(u64::try_from(number).expect("few"));
        let Some(first) = first.checked_rem(given).map(|first| first + 1) else { return };
        let last = (first + length % 40).min(given);
        let ends = place(first).ok().zip(place(last).ok());
        let sorted = ends.map(|(first, last)| PlaceRange { first, last });
        self.line.set_sorted(sorted);
        self.plain.sorted = sorted;
    }

    fn set_cursor(&mut self, number: usize) {
        let member = self.member(number);
        if self.plain.has_cursor && self.plain.place_of(member).is_some() {
            self.line.set_cursor(member);
            self.plain.cursor = Some(member);
        }
    }

    fn stand(&mut self, number: usize, gap: u64) {
        let member = self.member(number);
        if self.plain.place_of(member).is_some() {
            return;
        }
        let place = self.plain.next.saturating_add(gap);
        let next = place.saturating_add(gap + 1);
        self.line.stand(place, member);
        self.line.set_next_place(next);
        self.plain.line.push((place, member));
        self.plain.next = next;
    }

    /// All that can be read from both is the same.
    fn compare(&self) -> TestCaseResult {
        let (line, plain) = (&self.line, &self.plain);
        prop_assert_eq!(line.members().collect::<Vec<_>>(), plain.members());
        prop_assert_eq!(line.places().collect::<Vec<_>>(), plain.line.clone());
        prop_assert_eq!(line.next_place(), plain.next);
        prop_assert_eq!(line.cursor(), plain.cursor);
        prop_assert_eq!(line.sorted(), plain.sorted);
        let order = plain.from(plain.cursor);
        prop_assert_eq!(line.search_order().collect::<Vec<_>>(), order.clone());
        for item in (0..ITEMS).filter_map(ItemId::nth) {
            let ready = order.iter().filter(|member| plain.ready.contains(&(**member, item)));
            let found: Vec<MemberId> = line.ready(item).collect();
            prop_assert_eq!(found, ready.copied().collect::<Vec<_>>());
        }
        for member in (0..=self.crowd).filter_map(MemberId::nth) {
            let place = plain.place_of(member);
            prop_assert_eq!(line.place_of(member), place);
            prop_assert_eq!(line.contains(member), place.is_some());
        }
        Ok(())
    }
}

/// A crowd, how many of it stand in the line at first, and what is done then: mostly moves to the
/// end, so that the slots run out time and again.
fn stories() -> impl Strategy<Value = (usize, usize, Vec<Act>)> {
    let who = || 0_usize..10_000;
    let act = prop_oneof![
        12 => who().prop_map(Act::Turn),
        6 => who().prop_map(Act::ToEnd),
        4 => who().prop_map(Act::Back),
        2 => who().prop_map(Act::Join),
        1 => who().prop_map(Act::Leave),
        3 => (who(), who(), any::<bool>()).prop_map(|(who, item, is)| Act::Ready(who, item, is)),
        1 => who().prop_map(Act::CursorPast),
        1 => who().prop_map(Act::SetCursor),
        1 => any::<bool>().prop_map(Act::UseCursor),
        1 => (who(), 0_u64..3).prop_map(|(who, gap)| Act::Stand(who, gap)),
    ];
    let sort = who().prop_map(Act::Sort);
    let act = act.boxed();
    let correction = prop_oneof![
        20 => act.clone(),
        3 => sort.clone(),
        8 => who().prop_map(Act::Correct),
        1 => (who(), who()).prop_map(|(first, length)| Act::SetSorted(first, length)),
        2 => Just(Act::UseCursor(true)),
        8 => who().prop_map(Act::SetCursor),
    ];
    // Sorting lays the line out anew, so a squeeze is not to be hoped for where it comes often.
    let act = prop_oneof![150 => act, 1 => sort];
    let acts = prop_oneof![
        4 => prop::collection::vec(act, 0..400),
        1 => prop::collection::vec(correction, 0..100),
    ];
    let crowd = prop_oneof![1 => 1_usize..6, 4 => 12_usize..31, 1 => 60_usize..120];
    (crowd, 0_usize..120, acts)
}

/// Goes through a story with both; tells what the line had to do.
fn go_through(crowd: usize, first: usize, acts: &[Act]) -> Result<Seen, TestCaseError> {
    let mut pair = Pair::new(crowd, first);
    for act in acts {
        pair.act(*act)?;
    }
    Ok(pair.seen)
}

proptest! {
    /// After each act of any story the line is what the plain one is.
    #[test]
    fn is_a_plain_list((crowd, first, acts) in stories()) {
        go_through(crowd, first, &acts)?;
    }
}

/// The stories reach what is clever: squeezes, longer layouts, and both ways back to a place.
#[test]
fn stories_are_wild_enough() {
    let (mut runner, mut all) = (TestRunner::deterministic(), Seen::default());
    for _ in 0..640 {
        let (crowd, first, acts) = stories().new_tree(&mut runner).expect("a story").current();
        let seen = go_through(crowd, first, &acts).expect("both are the same");
        all.squeezed += seen.squeezed;
        all.grown += seen.grown;
        all.back_to_gap += seen.back_to_gap;
        all.back_to_made_gap += seen.back_to_made_gap;
        all.back_anew += seen.back_anew;
        all.corrected += seen.corrected;
        all.corrected_apart += seen.corrected_apart;
    }
    let back = [all.back_to_gap, all.back_to_made_gap, all.back_anew];
    let corrected = [all.corrected, all.corrected_apart];
    let often = [[all.squeezed, all.grown].as_slice(), &back, &corrected].concat();
    assert!(often.iter().all(|count| *count >= 20), "{all:?}");
}

/// A cursor that goes over a gap again and again has it squeezed out, and stays where it is.
#[test]
fn a_gap_is_not_gone_over_for_ever() {
    let (mut line, last) = (Line::default(), 2_000);
    let member = |number: usize| MemberId::nth(number).expect("an id");
    line.use_cursor(true);
    (0..=last).for_each(|number| line.join(member(number)));
    (1..last - 500).for_each(|number| line.leave(member(number), &[]));
    let (gaps, mut rounds) = (line.slots.len(), 0);
    while line.slots.len() == gaps {
        line.cursor_past(member(0));
        assert_eq!(line.cursor(), Some(member(last - 500)));
        rounds += 1;
        assert!(rounds <= 2, "{rounds} times over {gaps} slots");
    }
    assert_eq!(line.slots.len(), 502);
}
