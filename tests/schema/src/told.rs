//! The tables of docs/format.md have every part of every form, with what the schemas say of it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::forms;

const FORMAT: &str = include_str!("../../../docs/format.md");

/// What is told of each part: of fields when they are there and what they are, of names what is
/// with them, of words what they are.
type Told = BTreeMap<String, Vec<[String; 3]>>;

/// The name of a part: `` `Order` ``.
fn quoted(cell: &str) -> Option<&str> {
    cell.strip_prefix('`')?.strip_suffix('`')
}

/// What the tables of the document tell.
fn told() -> Told {
    let mut told = Told::new();
    let (mut part, mut columns) = (String::new(), 0);
    for line in FORMAT.lines() {
        if let Some(name) = line.strip_prefix("### ").and_then(quoted) {
            part = name.into();
            assert_eq!(told.insert(part.clone(), Vec::new()), None, "{part} is told twice");
        }
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        match cells[..] {
            ["field", "there", "value", _] => columns = 3,
            ["name", "with", _] => columns = 2,
            ["choice", "name", _] => columns = 1,
            ["value", "written as", _] => columns = 4,
            _ if !line.starts_with('|') => columns = 0,
            [dashes, ..] if dashes.starts_with('-') => {}
            [field, there, value, ..] if columns == 3 => {
                told.entry(part.clone()).or_default().push([field, there, value].map(Into::into));
            }
            [name, with, ..] if columns == 2 => {
                told.entry(part.clone()).or_default().push([name, with, ""].map(Into::into));
            }
            [choice, "", _] if columns == 1 => {
                part = quoted(choice).expect("a choice").into();
                assert_eq!(told.insert(part.clone(), Vec::new()), None, "{part} is told twice");
            }
            ["", name, _] if columns == 1 => {
                told.entry(part.clone()).or_default().push([name, "", ""].map(Into::into));
            }
            [word, written, _] if columns == 4 => {
                let word = quoted(word).expect("a word").to_string();
                let written = [written, "", ""].map(Into::into);
                assert_eq!(told.insert(word, vec![written]), None, "a word is told twice");
            }
            _ => {}
        }
    }
    told
}

/// The name that a reference has at its end.
fn named(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

/// What a field or an entry is, in words.
fn value(schema: &Value) -> String {
    if let Some(name) = named(schema) {
        return name.into();
    }
    if let Some(form) = schema.get("const") {
        return form.to_string();
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        return choices.iter().map(value).collect::<Vec<_>>().join(" or ");
    }
    let many = schema["type"].as_array().map(|types| types.len() > 1);
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str()).expect("a type");
    let of = match kind {
        "integer" => format!("{} to {}", schema["minimum"], schema["maximum"]),
        "boolean" => "true or false".into(),
        "null" => "null".into(),
        "array" => {
            let entry = value(&schema["items"]);
            let is_set = schema["description"].as_str().is_some_and(|of| of.starts_with("A set"));
            match (schema.get("minItems"), schema.get("maxItems")) {
                (Some(count), _) => format!("list of {count}: {entry}"),
                (_, None) => format!("long list of {entry}"),
                _ if is_set => format!("set of {entry}"),
                _ => format!("list of {entry}"),
            }
        }
        other => other.into(),
    };
    if many == Some(true) { of + " or null" } else { of }
}

/// The fields of a structure, each with when it is there and what it is.
fn fields(schema: &Value) -> Vec<[String; 3]> {
    let required = schema["required"].as_array().map_or(&[][..], Vec::as_slice);
    let fields = schema["properties"].as_object().into_iter().flatten();
    let told = fields.map(|(name, of)| {
        let there = match of.get("default") {
            _ if required.contains(&name.as_str().into()) => "always".into(),
            Some(default) => format!("else `{default}`"),
            None => "sometimes".into(),
        };
        [format!("`{name}`"), there, value(of)]
    });
    told.collect()
}

/// The names of a choice, each with what is with it. Fields are in the order of the alphabet.
fn names(schema: &Value) -> Vec<[String; 3]> {
    let mut names = Vec::new();
    let alone = [schema.clone()];
    for of in schema["oneOf"].as_array().map_or(&alone[..], Vec::as_slice) {
        for name in of["enum"].as_array().into_iter().flatten() {
            let name = name.as_str().expect("a name");
            names.push([format!("`{name}`"), String::new(), String::new()]);
        }
        for (name, of) in of["properties"].as_object().into_iter().flatten() {
            let with = match of["type"].as_str() {
                Some("object") => with(fields(of)),
                _ => value(of),
            };
            names.push([format!("`{name}`"), with, String::new()]);
        }
    }
    names
}

fn with(fields: Vec<[String; 3]>) -> String {
    let field = |[name, there, value]: [String; 3]| {
        let mark = if there == "always" { "" } else { "?" };
        format!("{name}{mark}: {value}")
    };
    fields.into_iter().map(field).collect::<Vec<_>>().join("; ")
}

/// What is told of names, with fields in the order of the alphabet.
fn sorted(told: Vec<[String; 3]>) -> Vec<[String; 3]> {
    let mut told = told;
    for [_, with, _] in &mut told {
        let mut fields: Vec<&str> = with.split("; ").collect();
        fields.sort_by_key(|of| of.trim_start_matches('`').split(['`', '?']).next());
        *with = fields.join("; ");
    }
    told.sort();
    told
}

/// What the schemas say of every part.
fn said() -> Told {
    let mut said = Told::new();
    for form in forms::all() {
        let mut parts = form.read["$defs"].as_object().expect("definitions").clone();
        parts.insert(form.read["title"].as_str().expect("a title").into(), form.read.clone());
        for (name, schema) in parts {
            let of = match schema["type"].as_str() {
                Some("object") => fields(&schema),
                Some("integer") => vec![[value(&schema), String::new(), String::new()]],
                Some("string") if schema.get("enum").is_none() => Vec::new(),
                _ => names(&schema),
            };
            said.insert(name, of);
        }
    }
    said
}

#[test]
fn the_tables_tell_what_the_schemas_say() {
    let (mut told, said) = (told(), said());
    for (part, said) in said {
        let told = told.remove(&part).unwrap_or_else(|| panic!("nothing is told of {part}"));
        if !said.is_empty() {
            assert_eq!(sorted(told), sorted(said), "{part}");
        }
    }
    assert!(told.is_empty(), "there is nothing of these: {:?}", told.keys());
}

/// Fields stand in the order in which they are written.
#[test]
fn the_tables_are_in_the_order_of_what_is_written() {
    let (told, mut found) = (told(), 0);
    for form in forms::all() {
        let mut parts = form.written["$defs"].as_object().expect("definitions").clone();
        parts.insert(form.written["title"].as_str().expect("a title").into(), form.written);
        for (name, schema) in parts {
            if schema["type"] == "object" {
                let always = told[&name].iter().filter(|[_, there, _]| there != "sometimes");
                let order: Vec<&str> = always.filter_map(|[field, ..]| quoted(field)).collect();
                assert_eq!(schema["required"], serde_json::json!(order), "{name}");
                found += 1;
            }
        }
    }
    assert!(found > 60, "only {found} structures");
}
