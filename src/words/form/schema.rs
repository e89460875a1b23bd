//! What is said of the tables of the JSON forms in the language of JSON Schema (feature `schema`).

/// Gives what stands in a table its schema: which fields there are, of what, and which must come.
///
/// A table does not say of what type a field is: each is shown by a closure that points to it.
macro_rules! schema {
    (struct $name:ident $(document $document:literal)? {
        $($field:ident $(: $mark:ident)?),*
    }) => {
        $crate::words::form::schema::schema! { @of $name, |generator| {
            let mut fields = $crate::words::wire::schema::Fields::new(generator);
            $(fields.form($document);)?
            $($crate::words::form::schema::schema! {
                @field fields, $field $($mark)?, |of: &$name| Some(&of.$field)
            })*
            fields.end()
        }}
    };

    (enum $name:ident {
        $($variant:ident $({ $($field:ident $(: $mark:ident)?),* })? $(($inner:ident))?
            = $tag:literal),*
    }) => {
        $crate::words::form::schema::schema! { @of $name, |generator| {
            let mut choices = $crate::words::wire::schema::Choices::new(generator);
            $($crate::words::form::schema::schema! {
                @variant choices, [$name::$variant], $tag,
                $({ $($field $(: $mark)?),* })? $(($inner))?
            })*
            choices.end()
        }}
    };

    (@of $name:ident, |$generator:ident| $schema:block) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> alloc::borrow::Cow<'static, str> {
                concat!("paidan::", stringify!($name)).into()
            }

            fn json_schema($generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };

    (@field $fields:ident, $field:ident, $of:expr) => { $fields.always(stringify!($field), $of); };
    (@field $fields:ident, $field:ident $mark:ident, $of:expr) => {
        $fields.$mark(stringify!($field), $of);
    };

    (@variant $choices:ident, [$name:ident::$variant:ident], $tag:literal,) => {
        $choices.alone($tag);
    };
    (@variant $choices:ident, [$name:ident::$variant:ident], $tag:literal, ($inner:ident)) => {
        $choices.with($tag, |of: &$name| if let $name::$variant($inner) = of {
            Some($inner)
        } else {
            None
        });
    };
    (@variant $choices:ident, [$name:ident::$variant:ident], $tag:literal,
        { $($field:ident $(: $mark:ident)?),* }
    ) => {
        $choices.with_fields($tag, |fields| {
            $($crate::words::form::schema::schema! {
                @field fields, $field $($mark)?, |of: &$name| {
                    if let $name::$variant { $field, .. } = of { Some($field) } else { None }
                }
            })*
        });
    };
}

pub(crate) use schema;
