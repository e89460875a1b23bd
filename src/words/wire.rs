//! The JSON forms of the words: text for what has a text form, bounded lists (feature `serde`).

use core::fmt::{self, Display};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::words::credit_code::CreditCode;
use crate::words::date::{Date, DueDate, Month};
use crate::words::label::{Condition, Name, Reference, Text};
use crate::words::list::{List, ListTooLong, Set};
use crate::words::money::{Money, Price};

/// Reads a string by its `FromStr`, without keeping a copy of it.
struct Parsed<T>(PhantomData<T>);

impl<T: FromStr<Err: Display>> Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! as_text {
    ($($name:ty),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Parsed(PhantomData))
            }
        }
    )*};
}

as_text!(Money, Price, Date, DueDate, Month, CreditCode, Name, Condition, Reference, Text);

/// Reads a list and stops at the first entry too many.
struct Entries<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of at most 10000 entries")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = list.next_element()? {
            entries.push(entry);
            if entries.len() > List::<T>::MOST {
                return Err(A::Error::custom(ListTooLong));
            }
        }
        Ok(entries)
    }
}

macro_rules! as_list {
    ($($name:ident $(: $bound:path)?),*) => {$(
        impl<T: Serialize> Serialize for $name<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.as_slice())
            }
        }

        impl<'de, T: Deserialize<'de> $(+ $bound)?> Deserialize<'de> for $name<T> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let entries = deserializer.deserialize_seq(Entries(PhantomData))?;
                Self::try_from(entries).map_err(D::Error::custom)
            }
        }
    )*};
}

as_list!(List, Set: Ord);
