//! The forms that stand alone, each with its schema.

use jsonschema::Validator;
use paidan::ledger::{Entry, Header, Reader, Savepoint};
use paidan::{
    Command, Dispatch, Explanation, FeedbackIndicator, GoalRegister, Goals, Indicator, Outcome,
    Policy, Reassignment, Refusal, Snapshot, Statement,
};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A form, by the name of its file in `docs/forms`.
pub struct Form {
    pub name: &'static str,
    /// The schema of what is read.
    pub read: Value,
    /// The schema of what is written.
    pub written: Value,
    /// What is wrong with a text, as the crate reads it.
    pub fault: fn(&str) -> Option<String>,
}

/// The schemas of what is read and of what is written.
fn schemas<T: JsonSchema>() -> (Value, Value) {
    let settings = SchemaSettings::draft2020_12;
    let read = settings().into_generator().into_root_schema_for::<T>();
    let written = settings().for_serialize().into_generator().into_root_schema_for::<T>();
    (read.to_value(), written.to_value())
}

fn form<T: JsonSchema + DeserializeOwned>(name: &'static str) -> Form {
    let (read, written) = schemas::<T>();
    let fault = |text: &str| serde_json::from_str::<T>(text).err().map(|fault| fault.to_string());
    Form { name, read, written, fault }
}

/// A line that is read by its hash: each other one is refused, whatever it says.
fn line<T: JsonSchema>(name: &'static str, fault: fn(&str) -> Option<String>) -> Form {
    let (read, written) = schemas::<T>();
    Form { name, read, written, fault }
}

/// What is read to the byte, and never apart from what stands before it.
pub fn of_the_ledger() -> Vec<Form> {
    let header = |text: &str| Reader::open(text.as_bytes()).err().map(|fault| fault.to_string());
    let savepoint =
        |text: &str| Savepoint::from_bytes(text.as_bytes()).err().map(|fault| fault.to_string());
    vec![
        line::<Header>("ledger_header", header),
        line::<Entry>("ledger_entry", |_| None),
        line::<Savepoint>("savepoint", savepoint),
    ]
}

pub fn all() -> Vec<Form> {
    vec![
        form::<Command>("command"),
        form::<Outcome>("outcome"),
        form::<Refusal>("refusal"),
        form::<Policy>("policy"),
        form::<Snapshot>("snapshot"),
        form::<Statement>("statement"),
        form::<Dispatch>("dispatch"),
        form::<Explanation>("explanation"),
        form::<Reassignment>("reassignment"),
        form::<Goals>("goals"),
        form::<GoalRegister>("goal_register"),
        form::<Indicator>("indicator"),
        form::<FeedbackIndicator>("feedback_indicator"),
    ]
}

/// The form of this name.
pub fn named(name: &str) -> Form {
    all().into_iter().find(|of| of.name == name).expect("a form")
}

/// The schema of a part of a form.
pub fn part<T: JsonSchema>() -> Validator {
    let generator = SchemaSettings::draft2020_12().into_generator();
    validator(&generator.into_root_schema_for::<T>().to_value())
}

pub fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).expect("a schema")
}
