//! The JSON Schemas of the words, and how those of the tables are put together (feature `schema`).
//!
//! A schema of what is read (`Contract::Deserialize`) is closed, and a field with a `default` may be
//! left out by others. One of what is written (`Contract::Serialize`) asks for all that is always
//! there, and leaves room for what later versions add.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use core::ops::RangeInclusive;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::words::credit_code::CreditCode;
use crate::words::date::{Date, DueDate, Month};
use crate::words::label::{Condition, Name, Reference, Text};
use crate::words::list::{List, Set};
use crate::words::money::{Money, Price};

/// The schema of the fields of a structure, or of a choice, while it is put together.
pub(crate) struct Fields<'a> {
    generator: &'a mut SchemaGenerator,
    properties: BTreeMap<&'static str, Schema>,
    required: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(generator: &'a mut SchemaGenerator) -> Self {
        Self { generator, properties: BTreeMap::new(), required: Vec::new() }
    }

    fn is_written(&self) -> bool {
        self.generator.contract().is_serialize()
    }

    /// The form of a document.
    pub(crate) fn form(&mut self, form: &'static str) {
        self.properties.insert("form", json_schema!({ "const": form }));
        self.required.push("form");
    }

    /// A field that is always there. What shows it is never called: it has its type.
    pub(crate) fn always<S, T: JsonSchema>(
        &mut self,
        name: &'static str,
        of: fn(&S) -> Option<&T>,
    ) {
        self.required.push(name);
        self.if_any(name, of);
    }

    /// A field that is left out where it says nothing.
    pub(crate) fn if_any<S, T: JsonSchema>(&mut self, name: &'static str, _: fn(&S) -> Option<&T>) {
        let mut schema = self.generator.subschema_for::<T>();
        bounded(&mut schema);
        self.properties.insert(name, schema);
    }

    /// A field that is always written, and may be left out by others.
    pub(crate) fn or_default<S, T: JsonSchema + Default + Serialize>(
        &mut self,
        name: &'static str,
        of: fn(&S) -> Option<&T>,
    ) {
        if self.is_written() {
            return self.always(name, of);
        }
        self.if_any(name, of);
        let default = json_schema!({ "default": T::default() });
        if let (Some(field), Some(default)) =
            (self.properties.get_mut(name), default.get("default"))
        {
            field.insert("default".into(), default.clone());
        }
    }

    /// A set that is left out where it is empty, and may be longer than others.
    pub(crate) fn of_any_length<S, T: JsonSchema>(
        &mut self,
        name: &'static str,
        _: fn(&S) -> Option<&Set<T>>,
    ) {
        self.properties.insert(name, self.generator.subschema_for::<Vec<T>>());
    }

    pub(crate) fn end(self) -> Schema {
        let is_written = self.is_written();
        let Self { properties, required, .. } = self;
        let mut schema = json_schema!({ "type": "object", "properties": properties });
        if !required.is_empty() {
            schema.insert("required".into(), required.into());
        }
        if !is_written {
            schema.insert("additionalProperties".into(), false.into());
        }
        schema
    }
}

/// The schema of a choice while it is put together.
pub(crate) struct Choices<'a> {
    generator: &'a mut SchemaGenerator,
    alone: Vec<&'static str>,
    others: Vec<Schema>,
}

impl<'a> Choices<'a> {
    pub(crate) fn new(generator: &'a mut SchemaGenerator) -> Self {
        Self { generator, alone: Vec::new(), others: Vec::new() }
    }

    /// One that has nothing with it is a string.
    pub(crate) fn alone(&mut self, tag: &'static str) {
        self.alone.push(tag);
    }

    /// One with something; what shows that is never called.
    pub(crate) fn with<S, T: JsonSchema>(&mut self, tag: &'static str, _: fn(&S) -> Option<&T>) {
        let schema = self.generator.subschema_for::<T>();
        self.add(tag, &schema);
    }

    /// One with fields.
    pub(crate) fn with_fields(&mut self, tag: &'static str, add: impl FnOnce(&mut Fields<'_>)) {
        let mut fields = Fields::new(self.generator);
        add(&mut fields);
        let schema = fields.end();
        self.add(tag, &schema);
    }

    fn add(&mut self, tag: &'static str, schema: &Schema) {
        self.others.push(json_schema!({
            "type": "object",
            "properties": { tag: schema },
            "required": [tag],
            "additionalProperties": false,
        }));
    }

    pub(crate) fn end(self) -> Schema {
        let alone = json_schema!({ "type": "string", "enum": self.alone });
        let mut others = self.others;
        if others.is_empty() {
            return alone;
        }
        if !self.alone.is_empty() {
            others.insert(0, alone);
        }
        json_schema!({ "oneOf": others })
    }
}

/// A number of a plain type says its range, in place of a format that is no standard.
fn bounded(schema: &mut Schema) {
    let most: u64 = match schema.get("format").and_then(|format| format.as_str()) {
        Some("uint8") => u8::MAX.into(),
        Some("uint16") => u16::MAX.into(),
        Some("uint32") => u32::MAX.into(),
        Some("uint64") => u64::MAX,
        Some("int32") => {
            schema.insert("minimum".into(), i32::MIN.into());
            i32::MAX.unsigned_abs().into()
        }
        _ => return,
    };
    schema.insert("maximum".into(), most.into());
    schema.remove("format");
}

/// A whole number of this range.
pub(crate) fn number<N: Copy + Serialize>(range: &RangeInclusive<N>) -> Schema {
    json_schema!({ "type": "integer", "minimum": range.start(), "maximum": range.end() })
}

/// What is read and written under the name of its type.
macro_rules! named {
    ($($name:ident: $schema:expr;)*) => {$(
        impl schemars::JsonSchema for $name {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> alloc::borrow::Cow<'static, str> {
                concat!("paidan::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    )*};
}

pub(crate) use named;

/// The characters that no label has, as a class without its brackets; as in `words/label.rs`.
macro_rules! disturbing {
    () => {
        r"\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    };
}

/// The blanks that a label may have.
macro_rules! blank {
    () => {
        r"\u0020\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
    };
}

const YEAR: &str = "(?:[2-8][0-9]{3}|9[0-8][0-9]{2}|9900)";
const MONTH: &str = "(?:0[1-9]|1[0-2])";
const DAY: &str = "(?:0[1-9]|[12][0-9]|3[01])";

pub(crate) fn text(description: &str, pattern: &str) -> Schema {
    json_schema!({ "type": "string", "description": description, "pattern": pattern })
}

/// A text of at most so many bytes, which has no more characters than that.
fn label(description: &str, most: usize, pattern: Option<&str>) -> Schema {
    let mut schema =
        json_schema!({ "type": "string", "description": description, "maxLength": most });
    if let Some(pattern) = pattern {
        schema.insert("pattern".into(), pattern.into());
    }
    schema
}

/// A label without what disturbs.
const PLAIN: &str = concat!("^[^", disturbing!(), "]*$");

/// A label that says something, too.
const NAME: &str =
    concat!("^[", blank!(), "]*[^", blank!(), disturbing!(), "][^", disturbing!(), "]*$");

named! {
    Money: text("Yuan, with two decimals", r"^(?:0|[1-9][0-9]{0,17})\.[0-9]{2}$");
    Price: text("Yuan, with two decimals, at most 99999999.99", r"^(?:0|[1-9][0-9]{0,7})\.[0-9]{2}$");
    Date: text("A day of the years 2000 to 9900", &format!("^{YEAR}-{MONTH}-{DAY}$"));
    DueDate: text("A day of the years 2000 to 9999", &format!("^[2-9][0-9]{{3}}-{MONTH}-{DAY}$"));
    Month: text("A month of the years 2000 to 9900", &format!("^{YEAR}-{MONTH}$"));
    CreditCode: text(
        "A unified social credit code (GB 32100-2015), the last of its 18 characters a check character",
        "^[0-9A-HJ-NPQRTUWXY]{18}$",
    );
    Name: label("At most 256 bytes of UTF-8", Name::MAX_BYTES, Some(NAME));
    Condition: label("At most 256 bytes of UTF-8", Condition::MAX_BYTES, Some(PLAIN));
    Reference: label("At most 64 bytes of UTF-8", Reference::MAX_BYTES, Some(PLAIN));
    Text: label("At most 4096 bytes of UTF-8", Text::MAX_BYTES, None);
}

macro_rules! lists {
    ($($name:ident $(, $description:literal)?;)*) => {$(
        impl<T: JsonSchema> JsonSchema for $name<T> {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                format!(concat!(stringify!($name), "_of_{}"), T::schema_name()).into()
            }

            fn schema_id() -> Cow<'static, str> {
                format!(concat!("paidan::", stringify!($name), "<{}>"), T::schema_id()).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "type": "array",
                    $("description": $description,)?
                    "items": generator.subschema_for::<T>(),
                    "maxItems": List::<T>::MOST,
                })
            }
        }
    )*};
}

lists! {
    List;
    Set, "A set: naming one twice is naming it once";
}
