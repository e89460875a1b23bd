//! What is committed in `docs/forms` is what the tables say.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::forms::{self, Form};

const ENDING: &str = ".schema.json";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/forms")
}

fn all() -> Vec<Form> {
    forms::all().into_iter().chain(forms::of_the_ledger()).collect()
}

/// Whether what is committed is to be written anew.
fn is_blessed() -> bool {
    std::env::var("PAIDAN_BLESS").is_ok_and(|bless| bless == "1")
}

#[test]
fn what_is_committed_is_what_the_tables_say() {
    for form in all() {
        let path = folder().join(format!("{}{ENDING}", form.name));
        let said = serde_json::to_string_pretty(&form.read).expect("JSON") + "\n";
        if is_blessed() {
            fs::create_dir_all(folder()).expect("a folder");
            fs::write(&path, &said).expect("a file");
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        let differs = committed.lines().zip(said.lines()).find(|(old, new)| old != new);
        let name = form.name;
        assert!(committed == said, "{name}: {differs:?}; PAIDAN_BLESS=1 writes it anew");
    }
    let entries = fs::read_dir(folder()).expect("a folder");
    let names = entries.map(|of| of.expect("an entry").file_name().into_string().expect("a name"));
    let forms = all();
    let known = forms.iter().map(|of| format!("{}{ENDING}", of.name));
    assert_eq!(names.collect::<BTreeSet<_>>(), known.collect());
}

#[test]
fn every_schema_is_one() {
    for form in all() {
        for schema in [&form.read, &form.written] {
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
            jsonschema::draft202012::meta::validate(schema).expect(form.name);
        }
    }
}
