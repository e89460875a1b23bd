//! What can stand in a field of a form.

use core::fmt;
use core::marker::PhantomData;
use core::num::{NonZeroU32, NonZeroU64};

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

use crate::words::list::{List, ListTooLong, Set};
use crate::words::wire::short::{noted, short};

/// What is read from a field. No error quotes more of it than a message may.
pub(crate) trait Read<'de>: Sized {
    fn read<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error>;
}

/// Stands for what is read while it is not there yet.
pub(crate) struct Of<T>(PhantomData<T>);

impl<T> Of<T> {
    pub(crate) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Read<'de>> DeserializeSeed<'de> for Of<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        T::read(from)
    }
}

macro_rules! as_serde_reads {
    ($($name:ty, $wanted:literal;)*) => {$(
        impl<'de> Read<'de> for $name {
            fn read<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                Self::deserialize(from).map_err(|error| short(error, $wanted))
            }
        }
    )*};
}

as_serde_reads! {
    bool, "true or false";
    u8, "a whole number";
    u16, "a whole number";
    u32, "a whole number";
    u64, "a whole number";
    i32, "a whole number";
    NonZeroU32, "a whole number from 1";
    NonZeroU64, "a whole number from 1";
}

impl<'de, T: Deserialize<'de>> Read<'de> for [T; 2] {
    fn read<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::deserialize(from).map_err(|error| short(error, "a list of two"))
    }
}

impl<'de, T: Read<'de>> Read<'de> for Box<T> {
    fn read<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::read(from).map(Self::new)
    }
}

impl<'de, T: Read<'de>> Read<'de> for Option<T> {
    fn read<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_option(Of::new())
    }
}

/// Reads something, or nothing.
impl<'de, T: Read<'de>> Visitor<'de> for Of<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Option<T>, D::Error> {
        T::read(from).map(Some)
    }
}

/// Reads a list and stops at the first entry too many.
struct Entries<'a, T> {
    is_asked: &'a mut bool,
    most: usize,
    of: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<'_, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        *self.is_asked = true;
        let mut entries = Vec::new();
        while let Some(entry) = list.next_element()? {
            if entries.len() == self.most {
                return Err(A::Error::custom(ListTooLong));
            }
            entries.push(entry);
        }
        Ok(entries)
    }
}

fn entries<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
    most: usize,
) -> Result<Vec<T>, D::Error> {
    let read =
        |is_asked: &mut bool| from.deserialize_seq(Entries { is_asked, most, of: PhantomData });
    noted("a list", read)
}

impl<'de, T: Deserialize<'de>> Read<'de> for Vec<T> {
    fn read<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        entries(from, usize::MAX)
    }
}

impl<'de, T: Deserialize<'de>> Read<'de> for List<T> {
    fn read<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        entries(from, Self::MOST)?.try_into().map_err(D::Error::custom)
    }
}

impl<'de, T: Deserialize<'de> + Ord> Read<'de> for Set<T> {
    fn read<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        entries(from, List::<T>::MOST)?.try_into().map_err(D::Error::custom)
    }
}
