//! The documents have every part of every form, so that each is compared and changed.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{documents, forms};

/// The parts of a schema that a value has, or of all values it could have: fields and choices by
/// where they stand, strings of a choice by what they are.
struct Parts<'a> {
    root: &'a Value,
    found: BTreeSet<String>,
}

impl<'a> Parts<'a> {
    fn of(root: &'a Value) -> Self {
        Self { root, found: BTreeSet::new() }
    }

    /// The schema that is meant, and what it is called.
    fn resolved(&self, schema: &'a Value, at: &str) -> (&'a Value, String) {
        match schema["$ref"].as_str() {
            Some(name) => {
                let place = name.trim_start_matches('#');
                (self.root.pointer(place).expect("a definition"), name.into())
            }
            None => (schema, at.into()),
        }
    }

    /// Goes through a schema, along a value if there is one.
    fn walk(&mut self, schema: &'a Value, value: Option<&Value>, at: &str) {
        let (schema, at) = self.resolved(schema, at);
        for of in ["oneOf", "anyOf"].iter().filter_map(|of| schema[of].as_array()).flatten() {
            self.walk(of, value, &at);
        }
        for word in schema["enum"].as_array().into_iter().flatten() {
            if value.is_none_or(|value| value == word) {
                self.found.insert(format!("{at} is {word}"));
            }
        }
        for (name, of) in schema["properties"].as_object().into_iter().flatten() {
            let field = value.and_then(|value| value.get(name));
            if value.is_none() || field.is_some() {
                let at = format!("{at}.{name}");
                let is_new = self.found.insert(at.clone());
                if is_new || value.is_some() {
                    self.walk(of, field, &at);
                }
            }
        }
        if let Some(of) = schema.get("items") {
            let at = format!("{at}[]");
            match value {
                None => self.walk(of, None, &at),
                Some(value) => value
                    .as_array()
                    .into_iter()
                    .flatten()
                    .for_each(|entry| self.walk(of, Some(entry), &at)),
            }
        }
    }
}

#[test]
fn the_documents_have_every_part() {
    let documents = documents::all();
    // What is defined for one form is the same in others.
    let (mut all_of_them, mut had_by_any) = (BTreeSet::new(), BTreeSet::new());
    for form in forms::all() {
        let mut all = Parts::of(&form.read);
        all.walk(&form.read, None, form.name);
        assert!(!all.found.is_empty(), "{} has no parts", form.name);
        let mut had = Parts::of(&form.read);
        for (_, text) in documents.iter().filter(|(name, _)| *name == form.name) {
            let value: Value = serde_json::from_str(text).expect("JSON");
            had.walk(&form.read, Some(&value), form.name);
        }
        all_of_them.append(&mut all.found);
        had_by_any.append(&mut had.found);
    }
    let missing: Vec<&String> = all_of_them.difference(&had_by_any).collect();
    assert!(missing.is_empty(), "{missing:#?}");
    println!("{} parts", all_of_them.len());
}
