//! What the laws about forgeries share: how something is forged, and what must go on after it.

use std::collections::BTreeMap;
use std::fmt::{Debug, Write as _};

use paidan::{Alliance, Category, Command};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use crate::laws::plan::{Draw, Plan, draw};
use crate::laws::world::Drawn;

/// The numbers behind one forgery.
pub type Forgery = [usize; 4];

pub fn forgeries(count: usize) -> impl Strategy<Value = Vec<Forgery>> {
    vec(any::<[u16; 4]>().prop_map(|of| of.map(usize::from)), count)
}

/// What comes after a forgery.
pub fn what_follows() -> impl Strategy<Value = Vec<Draw>> {
    vec(draw(), 200)
}

/// A forged state is one like any other: it is the one of its snapshot, and commands made for it
/// are decided, replayed, and leave it sound.
pub fn goes_on(forged: &Alliance, plan: &Plan, draws: &[Draw]) -> Result<(), TestCaseError> {
    let mut alliance = forged.clone();
    prop_assert_eq!(alliance.check_invariants(), Ok(()));
    let mut restored = through_its_snapshot(&alliance)?;
    let mut replayed = alliance.clone();
    for draw in draws {
        let command: Command = plan.command(&alliance, &Drawn::Any(*draw));
        let result = alliance.step(&command);
        prop_assert_eq!(&restored.step(&command), &result);
        if let Ok(outcome) = &result {
            prop_assert_eq!(replayed.apply(&command, outcome), Ok(()), "{:?}", command);
        }
        prop_assert_eq!(alliance.check_invariants(), Ok(()), "after {:?}", command);
    }
    let snapshot = alliance.snapshot();
    prop_assert_eq!(&restored.snapshot(), &snapshot);
    prop_assert_eq!(&replayed.snapshot(), &snapshot);
    through_its_snapshot(&alliance).map(drop)
}

/// The state that the snapshot of another is let in as, which is that other.
fn through_its_snapshot(alliance: &Alliance) -> Result<Alliance, TestCaseError> {
    let snapshot = alliance.snapshot();
    let restored = Alliance::try_from(snapshot.clone()).map_err(|broken| {
        TestCaseError::fail(format!("{broken:?} of the snapshot of a state that stands"))
    })?;
    prop_assert_eq!(restored.snapshot(), snapshot);
    prop_assert_eq!(restored.check_invariants(), Ok(()));
    for category in Category::ALL {
        let line: Vec<_> = restored.line(category).collect();
        prop_assert_eq!(line, alliance.line(category).collect::<Vec<_>>());
    }
    Ok(restored)
}

/// How many forgeries of each kind there were, and what became of them.
#[derive(Debug, Default)]
pub struct Count(BTreeMap<String, BTreeMap<String, u32>>);

impl Count {
    pub fn note(&mut self, kind: &impl Debug, what: impl Into<String>) {
        let of = self.0.entry(format!("{kind:?}")).or_default();
        *of.entry(what.into()).or_default() += 1;
    }

    /// How often this became of a forgery.
    pub fn all(&self, what: &str) -> u32 {
        self.0.values().filter_map(|of| of.get(what)).sum()
    }

    /// A line a kind.
    pub fn table(&self) -> String {
        let mut table = String::new();
        for (kind, of) in &self.0 {
            writeln!(table, "{kind}: {of:?}").expect("a text");
        }
        table
    }
}

/// All the places in a value that can be changed: figures, texts, and lists of these.
fn places(value: &mut Value) -> Vec<&mut Value> {
    let is_plain_list = value.as_array().is_some_and(|list| !list.iter().any(Value::is_object));
    if is_plain_list {
        return vec![value];
    }
    match value {
        Value::Object(fields) => fields.iter_mut().flat_map(|(_, of)| places(of)).collect(),
        Value::Array(list) => list.iter_mut().flat_map(places).collect(),
        leaf => vec![leaf],
    }
}

/// Changes one number or text of a value.
pub fn change_leaf(value: &mut Value, [place, how, ..]: Forgery) {
    let mut places = places(value);
    if places.is_empty() {
        return;
    }
    let place = place % places.len();
    let leaf = &mut *places[place];
    *leaf = match leaf {
        Value::Number(number) => {
            let number = number.as_u64().unwrap_or(0);
            let next = number.saturating_add(1);
            let others = [0, 1, next, number.saturating_sub(1), 1_000_000_000, u64::MAX];
            others[how % others.len()].into()
        }
        Value::String(_) if how % 9 == 8 => Value::Null,
        Value::String(text) if text.contains('-') => {
            ["2000-01-01", "2024-12-31", "9900-12-31", "2025-01"][how % 4].into()
        }
        Value::String(_) => {
            ["0.00", "0.01", "99999999.99", "184467440737095516.15"][how % 4].into()
        }
        Value::Bool(is) => Value::Bool(!*is),
        Value::Null => 1.into(),
        Value::Array(list) => shaken(list, how).into(),
        Value::Object(_) => Value::Null,
    };
}

/// A list with an entry doubled, lost or moved.
fn shaken(list: &[Value], how: usize) -> Vec<Value> {
    let mut list = list.to_vec();
    if list.is_empty() {
        return vec![1.into()];
    }
    let place = how / 4 % list.len();
    match how % 4 {
        0 => list.push(list[place].clone()),
        1 => drop(list.remove(place)),
        2 => list.rotate_left(place.max(1)),
        _ => list.clear(),
    }
    list
}

/// The same, if it is a list.
pub fn shake(value: &mut Value, how: usize) {
    if let Value::Array(list) = value {
        *list = shaken(list, how);
    }
}
