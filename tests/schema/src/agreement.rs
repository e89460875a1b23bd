//! What is read and what the schemas say of it: the same, but for what a schema cannot say.

use std::collections::BTreeMap;

use paidan::{Name, Reference};
use serde_json::Value;

use crate::documents::{self, Documents};
use crate::forms::{self, validator};
use crate::mutation::{Dice, mutated};

/// What no schema can say.
struct Unsaid {
    /// What the crate says of it.
    fault: &'static str,
    /// What it is.
    what: &'static str,
    /// What stands somewhere in such a text, one of these, if it can be said.
    marks: &'static [&'static str],
}

const UNSAID: &[Unsaid] = &[
    Unsaid {
        fault: "the check character is ",
        what: "which check character the others of a credit code give",
        marks: &[],
    },
    Unsaid {
        fault: "the calendar has no such day",
        what: "how many days a month has",
        marks: &["-02-29", "-02-30", "-02-31", "-04-31", "-06-31", "-09-31", "-11-31"],
    },
    Unsaid {
        fault: " bytes, where at most ",
        what: "how many bytes a text has, since it counts characters",
        marks: &["浒浒浒"],
    },
    Unsaid {
        fault: "the amount is too large",
        what: "where 64 bits end among numbers of 18 digits before the point",
        marks: &["184467440737095516.16", "999999999999999999.99"],
    },
    Unsaid {
        fault: "invalid type: floating point",
        what: "how a whole number is written: 3.0 is 3",
        marks: &["1.0", "-0.0", "1e3", "10000.0"],
    },
    Unsaid { fault: "duplicate field ", what: "that no field comes twice", marks: &["\":"] },
    Unsaid { fault: "more than one is chosen of ", what: "that no choice comes twice", marks: &[] },
];

impl Unsaid {
    fn is_that(&self, text: &str, fault: &str) -> bool {
        let is_marked = self.marks.is_empty() || self.marks.iter().any(|of| text.contains(of));
        fault.contains(self.fault) && is_marked
    }
}

/// How many changes are tried of each form.
fn changes() -> u32 {
    let asked = std::env::var("PAIDAN_CASES").ok().and_then(|cases| cases.parse().ok());
    asked.unwrap_or(4_000)
}

/// Longer documents have the same parts, only more of them.
const LONGEST: usize = 30_000;

#[test]
fn what_is_written_is_what_the_schemas_say() {
    let documents = documents::all();
    for form in forms::all() {
        let (read, written) = (validator(&form.read), validator(&form.written));
        let mut count = 0;
        for (_, text) in documents.iter().filter(|(name, _)| *name == form.name) {
            assert_eq!((form.fault)(text), None, "{}: {text:.900}", form.name);
            let value: Value = serde_json::from_str(text).expect("JSON");
            for schema in [&read, &written] {
                if let Err(fault) = schema.validate(&value) {
                    panic!("{}: {fault} at {}: {text:.900}", form.name, fault.instance_path());
                }
            }
            count += 1;
        }
        assert!(count > 0, "there is no document of {}", form.name);
    }
}

/// One changed text: whether it is read, and if only the schema takes it, for which reason.
fn agree(form: &forms::Form, schema: &jsonschema::Validator, text: &str) -> (bool, Option<usize>) {
    let value: Value = serde_json::from_str(text).unwrap_or_else(|why| panic!("{why}: {text}"));
    let name = form.name;
    match ((form.fault)(text), schema.validate(&value)) {
        (None, Ok(())) => (true, None),
        (Some(_), Err(_)) => (false, None),
        (None, Err(fault)) => {
            panic!("{name} is read, but {fault} at {}: {text:.2000}", fault.instance_path())
        }
        (Some(fault), Ok(())) => {
            let reason = UNSAID.iter().position(|of| of.is_that(text, &fault));
            assert!(reason.is_some(), "{name}: only the schema takes it: {fault}: {text:.2000}");
            (false, reason)
        }
    }
}

/// Which characters may stand in a label, and which of them say something, of all there are.
#[test]
fn every_character_is_known() {
    let (name, reference) = (forms::part::<Name>(), forms::part::<Reference>());
    for of in char::MIN..=char::MAX {
        let (alone, beside) = (of.to_string(), format!("a{of}"));
        let is_name = |text: &str| text.parse::<Name>().is_ok();
        let is_reference = alone.parse::<Reference>().is_ok();
        assert_eq!(name.is_valid(&alone.clone().into()), is_name(&alone), "{of:?} alone");
        assert_eq!(name.is_valid(&beside.clone().into()), is_name(&beside), "{of:?}");
        assert_eq!(reference.is_valid(&alone.into()), is_reference, "{of:?}");
    }
}

#[test]
fn what_is_read_is_what_the_schemas_say() {
    let mut documents: Documents = documents::all();
    documents.retain(|(_, text)| text.len() < LONGEST);
    let strangers = documents::golden();
    let parsed = |text: &String| serde_json::from_str::<Value>(text).expect("JSON");
    let strangers: Vec<Value> = strangers.iter().map(|(_, text)| parsed(text)).collect();
    let mut unsaid = BTreeMap::<usize, u32>::new();
    for (seed, form) in (0..).zip(forms::all()) {
        let texts: Vec<&String> =
            documents.iter().filter(|(name, _)| *name == form.name).map(|(_, text)| text).collect();
        let schema = validator(&form.read);
        let mut dice = Dice::new(seed);
        let (changes, mut taken) = (changes(), 0);
        for _ in 0..changes {
            let value = parsed(dice.one_of::<&String>(&texts));
            let text = mutated(&value, &strangers, &mut dice);
            let (is_read, reason) = agree(&form, &schema, &text);
            taken += u32::from(is_read);
            if let Some(reason) = reason {
                *unsaid.entry(reason).or_default() += 1;
            }
        }
        println!("{}: {changes} changes, {taken} are read", form.name);
        assert!(taken > 0 && taken < changes, "{}: {taken} are read", form.name);
    }
    for (nth, Unsaid { what, .. }) in UNSAID.iter().enumerate() {
        let times = unsaid.get(&nth).copied().unwrap_or_default();
        println!("{times} times: {what}");
        assert!(times > 0, "a schema may say {what}");
    }
}
