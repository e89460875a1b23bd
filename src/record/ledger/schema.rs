//! The JSON Schemas of the lines (feature `schema`): those of their tables, with the hash at the end.

use alloc::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;

use crate::record::ledger::chain::Entry;
use crate::record::ledger::checkpoint::Origin;
use crate::record::ledger::form::{EntryForm, HeaderForm};
use crate::record::ledger::hash::Hash;
use crate::record::ledger::header::Header;
use crate::record::ledger::savepoint::{Savepoint, SavepointForm};
use crate::words::wire::schema::{named, text};

named! {
    Hash: text("A hash (SHA-256)", "^[0-9a-f]{64}$");
    Origin: text("Whose ledger it is", "^[!-*,-~]{1,255}$");
}

/// The schema of what a line has before its own hash, and of the hash.
fn closed(mut line: Schema, generator: &mut SchemaGenerator) -> Schema {
    let hash = generator.subschema_for::<Hash>();
    if let Some(properties) = line.get_mut("properties").and_then(Value::as_object_mut) {
        properties.insert("hash".into(), hash.into());
    }
    if let Some(required) = line.get_mut("required").and_then(Value::as_array_mut) {
        required.push("hash".into());
    }
    line
}

macro_rules! lines {
    ($($name:ident: $form:ident;)*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> Cow<'static, str> {
                concat!("paidan::ledger::", stringify!($name)).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let line = $form::json_schema(generator);
                closed(line, generator)
            }
        }
    )*};
}

lines! {
    Header: HeaderForm;
    Entry: EntryForm;
    Savepoint: SavepointForm;
}
