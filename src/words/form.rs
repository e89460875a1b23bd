//! The tables of the JSON forms.

#[cfg(feature = "schema")]
pub(crate) mod schema;

/// Gives what stands in a table its JSON form (feature `serde`) and the schema of it (feature
/// `schema`).
///
/// A structure has its fields, and is a `document` if it says its form in the first of them. A
/// choice has a name for each variant, with what belongs to it. Fields are in the order in which
/// they are written; they are read in any order, with their names, and never from a list. One may
/// be marked:
///
/// - `if_any`: it is left out where it says nothing;
/// - `or_default`: it is always written, and may be left out by others;
/// - `of_any_length`: a set that is left out where it is empty, and may be longer than others.
///
/// A `coded` choice has a `code`, too, which needs no feature.
macro_rules! form {
    () => {};

    (struct $name:ident $(document $document:literal)? {
        $($field:ident $(: $mark:ident)?),* $(,)?
    } $($rest:tt)*) => {
        const _: () = {
            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    use serde::ser::SerializeStruct;
                    let Self { $($field),* } = self;
                    let is_there = [
                        $($crate::words::form::form!(@is_there $document),)?
                        $($crate::words::form::form!(@is_there $field $($mark)?)),*
                    ];
                    let count = is_there.into_iter().filter(|is_there| *is_there).count();
                    let mut to = to.serialize_struct(stringify!($name), count)?;
                    $(to.serialize_field("form", $document)?;)?
                    $($crate::words::form::form!(@write to, $field $($mark)?);)*
                    to.end()
                }
            }

            impl<'de> $crate::words::wire::read::Read<'de> for $name {
                fn read<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    $crate::words::form::form! {
                        @fields Visit of [$name], stringify!($name), [$($document)?],
                        { $($field $(: $mark)?),* }
                    }
                    $crate::words::wire::short::noted("an object", |is_asked| {
                        serde::de::DeserializeSeed::deserialize(Visit(is_asked), from)
                    })
                }
            }

            $crate::words::form::form!(@deserialize $name);

            #[cfg(feature = "schema")]
            $crate::words::form::schema::schema! {
                struct $name $(document $document)? { $($field $(: $mark)?),* }
            }
        };

        $crate::words::form::form! { $($rest)* }
    };

    (enum $name:ident {
        $($variant:ident $({ $($field:ident $(: $mark:ident)?),* $(,)? })? $(($inner:ident))?
            = $tag:literal),* $(,)?
    } $($rest:tt)*) => {
        const _: () = {
            #[derive(Clone, Copy)]
            enum Kind { $($variant),* }

            const KINDS: &[Kind] = &[$(Kind::$variant),*];

            static TABLE: $crate::words::wire::fields::Table = $crate::words::wire::fields::Table {
                of: stringify!($name),
                document: None,
                names: &[$($tag),*],
            };

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    match self {
                        $(Self::$variant $({ $($field),* })? $(($inner))? => {
                            $crate::words::form::form! {
                                @write_variant to, $name, Kind::$variant as u32, $tag,
                                $({ $($field $(: $mark)?),* })? $(($inner))?
                            }
                        })*
                    }
                }
            }

            struct Visit<'a>(&'a mut bool);

            impl<'de> serde::de::Visitor<'de> for Visit<'_> {
                type Value = $name;

                fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                    f.write_str(concat!("a choice (", stringify!($name), ")"))
                }

                fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<$name, E> {
                    *self.0 = true;
                    let choice = $crate::words::wire::fields::Choice(&TABLE);
                    let place = serde::de::Visitor::visit_str(choice, name)?;
                    match $crate::words::wire::fields::kind(KINDS, place)? {
                        $(Kind::$variant => $crate::words::form::form! {
                            @alone [$name::$variant], $tag,
                            $({ $($field $(: $mark)?),* })? $(($inner))?
                        },)*
                    }
                }

                fn visit_map<A: serde::de::MapAccess<'de>>(
                    self,
                    mut map: A,
                ) -> Result<$name, A::Error> {
                    *self.0 = true;
                    let place = $crate::words::wire::fields::choice(&mut map, &TABLE)?;
                    let chosen: Result<$name, A::Error> = match $crate::words::wire::fields::kind(KINDS, place)? {
                        $(Kind::$variant => $crate::words::form::form! {
                            @read_variant map, [$name::$variant], $tag,
                            $({ $($field $(: $mark)?),* })? $(($inner))?
                        },)*
                    };
                    let chosen = chosen?;
                    $crate::words::wire::fields::no_other(&mut map, &TABLE)?;
                    Ok(chosen)
                }
            }

            impl<'de> $crate::words::wire::read::Read<'de> for $name {
                fn read<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    $crate::words::wire::short::noted("a string or an object", |is_asked| {
                        from.deserialize_any(Visit(is_asked))
                    })
                }
            }

            $crate::words::form::form!(@deserialize $name);

            #[cfg(feature = "schema")]
            $crate::words::form::schema::schema! {
                enum $name {
                    $($variant $({ $($field $(: $mark)?),* })? $(($inner))? = $tag),*
                }
            }
        };

        $crate::words::form::form! { $($rest)* }
    };

    (coded enum $name:ident {
        $($variant:ident $({ $($fields:tt)* })? $(($inner:ident))? = $tag:literal),* $(,)?
    } $($rest:tt)*) => {
        impl $name {
            /// A short name that never changes; it is also the tag of the JSON form.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $tag,)*
                }
            }
        }

        #[cfg(feature = "serde")]
        $crate::words::form::form! {
            enum $name { $($variant $({ $($fields)* })? $(($inner))? = $tag),* }
        }

        $crate::words::form::form! { $($rest)* }
    };

    (@deserialize $name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::words::wire::read::Read::read(from)
            }
        }
    };

    (@is_there $document:literal) => { true };
    (@is_there $field:ident) => { true };
    (@is_there $field:ident or_default) => { true };
    (@is_there $field:ident of_any_length) => {
        $crate::words::form::form!(@is_there $field if_any)
    };
    (@is_there $field:ident if_any) => {
        !$crate::words::wire::fields::MaySayNothing::says_nothing($field)
    };

    (@write $to:ident, $field:ident) => { $to.serialize_field(stringify!($field), $field)? };
    (@write $to:ident, $field:ident or_default) => {
        $to.serialize_field(stringify!($field), $field)?
    };
    (@write $to:ident, $field:ident $mark:ident) => {
        if $crate::words::wire::fields::MaySayNothing::says_nothing($field) {
            $to.skip_field(stringify!($field))?;
        } else {
            $to.serialize_field(stringify!($field), $field)?;
        }
    };

    (@write_variant $to:ident, $name:ident, $index:expr, $tag:literal,) => {
        $to.serialize_unit_variant(stringify!($name), $index, $tag)
    };
    (@write_variant $to:ident, $name:ident, $index:expr, $tag:literal, ($inner:ident)) => {
        $to.serialize_newtype_variant(stringify!($name), $index, $tag, $inner)
    };
    (@write_variant $to:ident, $name:ident, $index:expr, $tag:literal,
        { $($field:ident $(: $mark:ident)?),* }
    ) => {{
        use serde::ser::SerializeStructVariant;
        let is_there = [$($crate::words::form::form!(@is_there $field $($mark)?)),*];
        let count = is_there.into_iter().filter(|is_there| *is_there).count();
        let mut to = $to.serialize_struct_variant(stringify!($name), $index, $tag, count)?;
        $($crate::words::form::form!(@write to, $field $($mark)?);)*
        to.end()
    }};

    // A string stands for what has nothing with it, and for nothing else.
    (@alone [$name:ident::$variant:ident], $tag:literal,) => { Ok($name::$variant) };
    (@alone [$name:ident::$variant:ident], $tag:literal, $($with:tt)*) => {
        Err($crate::words::wire::fields::not_alone($tag))
    };

    (@read_variant $map:ident, [$name:ident::$variant:ident], $tag:literal,) => {
        Err($crate::words::wire::fields::alone($tag))
    };
    (@read_variant $map:ident, [$name:ident::$variant:ident], $tag:literal, ($inner:ident)) => {
        $map.next_value_seed($crate::words::wire::read::Of::new()).map($name::$variant)
    };
    (@read_variant $map:ident, [$name:ident::$variant:ident], $tag:literal,
        { $($field:ident $(: $mark:ident)?),* }
    ) => {{
        $crate::words::form::form! {
            @fields Visit of [$name::$variant], $tag, [], { $($field $(: $mark)?),* }
        }
        $crate::words::wire::short::noted("an object", |is_asked| {
            $map.next_value_seed(Visit(is_asked))
        })
    }};

    // What reads some fields.
    (@fields $visit:ident of [$name:ident $(:: $variant:ident)?], $of:expr,
        [$($document:literal)?], { $($field:ident $(: $mark:ident)?),* }
    ) => {
        #[allow(non_camel_case_types, reason = "called as the fields are")]
        #[derive(Clone, Copy)]
        enum Field { $($field),* }

        const KINDS: &[Field] = &[$(Field::$field),*];

        static TABLE: $crate::words::wire::fields::Table = $crate::words::wire::fields::Table {
            of: $of,
            document: $crate::words::form::form!(@document $($document)?),
            names: &[$(stringify!($field)),*],
        };

        struct $visit<'a>(&'a mut bool);

        impl<'de> serde::de::Visitor<'de> for $visit<'_> {
            type Value = $name;

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!("an object (", $of, ")"))
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<$name, A::Error> {
                *self.0 = true;
                let mut fields = $crate::words::wire::fields::Fields::new(map, &TABLE);
                $(let mut $field = None;)*
                while let Some(place) = fields.next_field()? {
                    match $crate::words::wire::fields::kind(KINDS, place)? {
                        $(Field::$field => {
                            $crate::words::form::form!(@set fields, $field $($mark)?);
                        })*
                    }
                }
                fields.end()?;
                $(let $field = $crate::words::form::form!(@made $field $($mark)?);)*
                Ok($name $(:: $variant)? { $($field),* })
            }
        }

        impl<'de> serde::de::DeserializeSeed<'de> for $visit<'_> {
            type Value = $name;

            fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<$name, D::Error> {
                from.deserialize_struct(TABLE.of, TABLE.names, self)
            }
        }
    };

    (@document) => { None };
    (@document $document:literal) => { Some($document) };

    (@set $fields:ident, $field:ident of_any_length) => {
        $fields.set_of_any_length(&mut $field, stringify!($field))?
    };
    (@set $fields:ident, $field:ident $($mark:ident)?) => {
        $fields.set(&mut $field, stringify!($field))?
    };

    (@made $field:ident) => {
        $crate::words::wire::fields::required($field, stringify!($field))?
    };
    (@made $field:ident $mark:ident) => { $field.unwrap_or_default() };
}

pub(crate) use form;
