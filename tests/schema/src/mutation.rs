//! A document with something changed, by seeded dice.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use serde_json::{Map, Value, json};

pub struct Dice(ChaCha8Rng);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0.random_range(0..end)
    }

    pub fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// The ends of the ranges that numbers have, and what lies beside them.
const NUMBERS: &[i128] = &[
    0,
    1,
    2,
    5,
    6,
    12,
    255,
    256,
    366,
    367,
    1200,
    1201,
    2025,
    10_000,
    10_001,
    65_535,
    65_536,
    1_000_000_000,
    1_000_000_001,
    0x7fff_ffff,
    0x8000_0000,
    0xffff_ffff,
    0x1_0000_0000,
    0x7fff_ffff_ffff_ffff,
    0x8000_0000_0000_0000,
    0xffff_ffff_ffff_ffff,
    -1,
    -0x8000_0000,
    -0x8000_0001,
];

/// Numbers that are not written as whole ones.
const FLOATS: &[&str] = &["1.0", "0.5", "-0.0", "1e3", "10000.0", "18446744073709551616", "1e30"];

const TEXTS: &[&str] = &[
    "",
    " ",
    "\u{3000}",
    "\u{feff}",
    "\u{85}",
    "x",
    " x ",
    "甲\n",
    "甲\u{202e}",
    "\u{61c}甲",
    "1999-12-31",
    "2000-01-01",
    "2024-02-29",
    "2025-02-29",
    "2025-04-31",
    "2025-13-01",
    "2025-1-1",
    "9900-12-31",
    "9901-01-01",
    "9999-12-31",
    "10000-01-01",
    "２025-02-03",
    "1999-12",
    "2000-01",
    "2025-00",
    "2025-13",
    "9900-12",
    "9901-01",
    "0.00",
    "00.00",
    "1.5",
    "-1.00",
    "0.005",
    "1.000",
    "１.00",
    "99999999.99",
    "100000000.00",
    "184467440737095516.15",
    "184467440737095516.16",
    "999999999999999999.99",
    "1000000000000000000.00",
    "91350100M000100Y43",
    "91350100M000100Y44",
    "91350100m000100y43",
    "91350100I000100Y43",
    "keep_place",
    "open_month",
    "KeepPlace",
    "held",
    "no_offer",
    "paidan.policy/1",
    "paidan.policy/2",
    "paidan.snapshot/1",
    "paidan.statement/1",
];

/// The most bytes that texts have, and one more, in letters of one byte and of three.
const LENGTHS: &[usize] = &[21, 22, 64, 65, 85, 86, 256, 257, 1365, 1366, 4096, 4097];

const LETTERS: &[char] =
    &['0', '1', '2', '3', '9', 'A', 'I', 'Y', 'x', '.', '-', ' ', '甲', '\n', '\u{7f}', '\u{2028}'];

const NAMES: &[&str] =
    &["unheard_of", "form", "date", "order", "member", "Date", "excluded", "barred", "cursor", ""];

/// Stands for a name that an object has already, until the text is written.
const TWICE: &str = "\u{e000}twice";

/// Every place in a value: of a field, an entry, and the whole.
pub fn places(value: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, found: &mut Vec<String>) {
        found.push(path.into());
        match value {
            Value::Object(fields) => {
                fields.iter().for_each(|(name, of)| walk(of, &format!("{path}/{name}"), found));
            }
            Value::Array(list) => {
                let entries = list.iter().enumerate();
                entries.for_each(|(nth, of)| walk(of, &format!("{path}/{nth}"), found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

/// The kinds of change, those of numbers and texts more often than others.
const KINDS: &[u8] = &[0, 1, 2, 3, 4, 4, 5, 6, 6, 6, 6, 7, 7, 7, 7, 8, 9, 10, 11, 12];

/// The text of a document with one change.
pub fn mutated(value: &Value, strangers: &[Value], dice: &mut Dice) -> String {
    let places = places(value);
    loop {
        // Of each kind there are as many, though few places suit some of them.
        let kind = *dice.one_of(KINDS);
        let changed = (0..40).find_map(|_| {
            let place = dice.one_of::<String>(&places);
            changed(value, place, kind, strangers, dice)
        });
        if let Some(changed) = changed {
            return changed;
        }
    }
}

/// With one change of a kind at a place; none where they do not suit each other.
fn changed(
    value: &Value,
    place: &str,
    kind: u8,
    strangers: &[Value],
    dice: &mut Dice,
) -> Option<String> {
    let mut changed = value.clone();
    let here = changed.pointer_mut(place)?;
    match kind {
        0 => {
            let fields = here.as_object_mut()?;
            fields.remove(&name_in(fields, dice)?);
        }
        1 => {
            let fields = here.as_object_mut()?;
            let value = fields.remove(&name_in(fields, dice)?)?;
            fields.insert((*dice.one_of(NAMES)).into(), value);
        }
        2 => {
            let value = other(dice);
            here.as_object_mut()?.insert((*dice.one_of(NAMES)).into(), value);
        }
        3 => *here = other(dice),
        4 => *here = number(here, dice)?,
        5 => *here = here.as_object()?.values().cloned().collect(),
        6 => *here = text(here, dice)?,
        7 => *here = edited(here.as_str()?, dice).into(),
        8 => list(here.as_array_mut()?, dice),
        9 => *here = chosen_otherwise(here, dice)?,
        10 => *here = stranger(strangers, dice)?,
        11 => {
            let fields = here.as_object_mut()?;
            let name = name_in(fields, dice)?;
            fields.insert(TWICE.into(), fields.get(&name)?.clone());
            let text = changed.to_string();
            return Some(text.replace(&format!("{TWICE}\":"), &format!("{name}\":")));
        }
        _ => {
            here.as_number()?;
            *here = TWICE.into();
            let text = changed.to_string();
            return Some(text.replace(&format!("\"{TWICE}\""), dice.one_of::<&str>(FLOATS)));
        }
    }
    Some(changed.to_string())
}

fn name_in(fields: &Map<String, Value>, dice: &mut Dice) -> Option<String> {
    let names: Vec<&String> = fields.keys().collect();
    (!names.is_empty()).then(|| (*dice.one_of::<&String>(&names)).clone())
}

/// A value of any type.
fn other(dice: &mut Dice) -> Value {
    let values = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!("x"),
        json!(""),
        json!("1"),
        json!([]),
        json!([1]),
        json!([null, null]),
        json!({}),
        json!({ "x": 1 }),
    ];
    dice.one_of(&values).clone()
}

fn number(here: &Value, dice: &mut Dice) -> Option<Value> {
    here.as_number()?;
    let number = *dice.one_of(NUMBERS);
    Some(u64::try_from(number).map_or_else(|_| json!(i64::try_from(number).ok()), Value::from))
}

fn text(here: &Value, dice: &mut Dice) -> Option<Value> {
    let text = here.as_str()?;
    let marks = |of: &str| of.matches(['-', '.']).count();
    let alike: Vec<&str> = TEXTS.iter().copied().filter(|of| marks(of) == marks(text)).collect();
    match dice.below(3) {
        0 => return Some((*dice.one_of(TEXTS)).into()),
        1 => return Some((*dice.one_of::<&str>(&alike)).into()),
        _ => {}
    }
    let letter = dice.one_of(&["x", "浒"]);
    Some(letter.repeat(*dice.one_of(LENGTHS)).into())
}

fn edited(text: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = dice.below(letters.len() + 1);
    let letter = *dice.one_of(LETTERS);
    match dice.below(3) {
        0 => letters.insert(at, letter),
        1 if at < letters.len() => drop(letters.remove(at)),
        _ if at < letters.len() => letters[at] = letter,
        _ => letters.push(letter),
    }
    letters.into_iter().collect()
}

/// Another length of a list, now and then the longest there is, or one more.
fn list(entries: &mut Vec<Value>, dice: &mut Dice) {
    let entry = entries.first().cloned().unwrap_or_else(|| other(dice));
    match dice.below(20) {
        0 => entries.resize(10_000, entry),
        1 => entries.resize(10_001, entry),
        2..=9 => drop(entries.pop()),
        10 => entries.push(Value::Null),
        _ => entries.push(entry),
    }
}

/// A choice as the other kind of choice: what is alone with something, and the other way round.
fn chosen_otherwise(here: &Value, dice: &mut Dice) -> Option<Value> {
    if let Some(name) = here.as_str() {
        let with = dice.one_of(&[json!(null), json!({}), json!(1)]).clone();
        return Some(json!({ name: with }));
    }
    let (name, _) = here.as_object()?.iter().next()?;
    Some(name.as_str().into())
}

/// A part of another document.
fn stranger(strangers: &[Value], dice: &mut Dice) -> Option<Value> {
    let other = dice.one_of(strangers);
    other.pointer(dice.one_of::<String>(&places(other))).cloned()
}
