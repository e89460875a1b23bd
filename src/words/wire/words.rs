//! The JSON forms of the words: text for what has a text form, numbers in a range, bounded lists.

use core::fmt::{self, Display};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::words::credit_code::CreditCode;
use crate::words::date::{Date, DueDate, Month};
use crate::words::form::form;
use crate::words::id::{EnterpriseId, IdKind, ItemId, MemberId, OrderId, StationId};
use crate::words::label::{Condition, Name, Reference, Text};
use crate::words::list::{List, Set};
use crate::words::money::{Money, Price};
use crate::words::share::Share;
use crate::words::wire::read::Read;

/// Reads a string by its `FromStr`, without keeping a copy of it.
pub(crate) struct Parsed<'a, T>(&'a mut bool, PhantomData<T>);

impl<'a, T> Parsed<'a, T> {
    pub(crate) fn new(is_asked: &'a mut bool) -> Self {
        Self(is_asked, PhantomData)
    }
}

impl<T: FromStr<Err: Display>> Visitor<'_> for Parsed<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        *self.0 = true;
        text.parse().map_err(E::custom)
    }
}

/// What is read is what can be read of a field.
macro_rules! as_read {
    ($($name:ty $(, $of:ident $(: $bound:path)?)?;)*) => {$(
        impl<'de $(, $of: Deserialize<'de> $(+ $bound)?)?> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::read(deserializer)
            }
        }
    )*};
}

/// What is written as a text, and read by its `FromStr`.
macro_rules! as_text {
    ($($name:ident),*) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> $crate::words::wire::read::Read<'de> for $name {
            fn read<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::words::wire::short::noted("a string", |is_asked| {
                    from.deserialize_str($crate::words::wire::words::Parsed::new(is_asked))
                })
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <Self as $crate::words::wire::read::Read>::read(deserializer)
            }
        }
    )*};
}

#[cfg(feature = "ledger")]
pub(crate) use as_text;

as_text!(Money, Price, Date, DueDate, Month, CreditCode, Name, Condition, Reference, Text);

/// Numbers that are made of a plain one in their range, and give it back.
macro_rules! as_number {
    ($($number:ty: $($name:ident),*;)*) => {$($(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                <$number>::from(*self).serialize(serializer)
            }
        }

        impl<'de> $crate::words::wire::read::Read<'de> for $name {
            fn read<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let number = <$number as $crate::words::wire::read::Read>::read(from)?;
                Self::try_from(number).map_err(serde::de::Error::custom)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <Self as $crate::words::wire::read::Read>::read(deserializer)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn schema_id() -> alloc::borrow::Cow<'static, str> {
                concat!("paidan::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::words::wire::schema::number(&Self::RANGE)
            }
        }
    )*)*};
}

pub(crate) use as_number;

as_number! {
    u32: MemberId, StationId, ItemId, EnterpriseId, OrderId;
    u16: Share;
}

macro_rules! as_list {
    ($($name:ident),*) => {$(
        impl<T: Serialize> Serialize for $name<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.as_slice())
            }
        }
    )*};
}

as_list!(List, Set);
as_read!(List<T>, T; Set<T>, T: Ord;);

form! {
    enum IdKind {
        Member = "member",
        Station = "station",
        Item = "item",
        Enterprise = "enterprise",
        Order = "order",
        Entry = "entry",
        Place = "place",
    }
}
