//! The schemas of what is written: all that is always there, and room for what comes later.

use serde_json::{Value, json};

use crate::forms::{self, validator};

#[test]
fn what_is_always_written_may_be_left_out_only_by_others() {
    let form = forms::named("snapshot");
    let (read, written) = (validator(&form.read), validator(&form.written));
    let mut snapshot: Value = serde_json::from_str(crate::documents::SNAPSHOT).expect("a snapshot");
    assert!(read.is_valid(&snapshot) && written.is_valid(&snapshot));
    let station = snapshot["stations"][0].as_object_mut().expect("fields");
    station.remove("closed").expect("it is always written");
    assert!(read.is_valid(&snapshot) && !written.is_valid(&snapshot));
    let field = &form.read["$defs"]["Station"]["properties"]["closed"];
    assert_eq!(*field, json!({ "type": "boolean", "default": false }));
}

#[test]
fn what_is_written_may_have_more_one_day() {
    let form = forms::named("outcome");
    let (read, written) = (validator(&form.read), validator(&form.written));
    let outcome = json!({
        "position": 1, "date": "2025-01-02", "events": [{ "held": { "order": 1, "later": 1 } }],
        "later": [],
    });
    assert!(written.is_valid(&outcome) && !read.is_valid(&outcome));
    // What happened is still known by its name.
    let other = json!({ "position": 1, "date": "2025-01-02", "events": [{ "unheard_of": {} }] });
    assert!(!written.is_valid(&other) && !read.is_valid(&other));
}
