//! The fields of a form, by their names and in any order.

use core::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor,
};

use crate::words::label::Text;
use crate::words::list::Set;
use crate::words::wire::read::{Of, Read};
use crate::words::wire::short::{Quoted, noted};

/// The names that a form has. Longer lists of them are in no message.
const TOLD: usize = 12;

/// What a form is called, its number if it is a document, and the names it has. A name is known by
/// its place among them, so that one reader serves all forms.
pub(crate) struct Table {
    pub(crate) of: &'static str,
    pub(crate) document: Option<&'static str>,
    pub(crate) names: &'static [&'static str],
}

impl Table {
    /// The place of a name, which is likely to be this one.
    fn find(&self, name: &str, likely: usize) -> Option<usize> {
        if self.names.get(likely) == Some(&name) {
            return Some(likely);
        }
        self.names.iter().position(|known| *known == name)
    }

    /// Says that there is no such name, and which there are.
    #[cold]
    fn unknown<E: Error>(&self, what: &str, name: &Quoted) -> E {
        let of = self.of;
        if self.names.len() > TOLD {
            return E::custom(format_args!("unknown {what} `{name}` in {of}"));
        }
        let names = self.names.join(", ");
        E::custom(format_args!("unknown {what} `{name}` in {of}, which has {names}"))
    }
}

/// Reads the name of a choice.
pub(crate) struct Choice(pub(crate) &'static Table);

impl<'de> DeserializeSeed<'de> for Choice {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Choice {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a choice of {}", self.0.of)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        self.0.find(name, 0).ok_or_else(|| self.0.unknown("variant", &Quoted::new(name)))
    }
}

/// The place of the one that is chosen, whose value has to be read next.
pub(crate) fn choice<'de, A: MapAccess<'de>>(
    map: &mut A,
    table: &'static Table,
) -> Result<usize, A::Error> {
    let none = || A::Error::custom(format_args!("nothing is chosen of {}", table.of));
    map.next_key_seed(Choice(table))?.ok_or_else(none)
}

/// Holds a choice to one.
pub(crate) fn no_other<'de, A: MapAccess<'de>>(
    map: &mut A,
    table: &'static Table,
) -> Result<(), A::Error> {
    let two = |_| Err(A::Error::custom(format_args!("more than one is chosen of {}", table.of)));
    map.next_key::<IgnoredAny>()?.map_or(Ok(()), two)
}

/// What is wrong with a choice that is an object, where its name says all.
#[cold]
pub(crate) fn alone<E: Error>(name: &str) -> E {
    E::custom(format_args!("`{name}` stands alone, as a string"))
}

/// What is wrong with a choice that is a string, where something belongs to it.
#[cold]
pub(crate) fn not_alone<E: Error>(name: &str) -> E {
    E::custom(format_args!("`{name}` stands with what belongs to it, in an object"))
}

/// The name of a field, as it is read.
enum Key {
    Field(usize),
    /// The form of a document.
    Form,
    Unknown(Quoted),
}

/// Reads the name of a field, which is likely to be that of this place.
struct Name(&'static Table, usize);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Key, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a field of {}", self.0.of)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        let Self(table, likely) = self;
        Ok(match table.find(name, likely) {
            Some(field) => Key::Field(field),
            None if table.document.is_some() && name == "form" => Key::Form,
            None => Key::Unknown(Quoted::new(name)),
        })
    }
}

/// Reads the form of a document, which has to be this one.
struct Form<'a>(&'static str, &'a mut bool);

impl<'de> DeserializeSeed<'de> for Form<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Form<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the form \"{}\"", self.0)
    }

    fn visit_str<E: Error>(self, form: &str) -> Result<(), E> {
        *self.1 = true;
        let Self(wanted, _) = self;
        if form == wanted {
            return Ok(());
        }
        let form = Quoted::new(form);
        Err(E::custom(format_args!("the form is \"{form}\", where \"{wanted}\" is wanted")))
    }
}

/// The fields of a form while they are read.
pub(crate) struct Fields<A, E> {
    map: A,
    table: &'static Table,
    /// The place of the field that is likely to come next: others write them in our order.
    likely: usize,
    /// Whether nothing is to be said of a form (any more).
    has_form: bool,
    /// The first fault, which counts for nothing if the form is another.
    fault: Option<E>,
}

impl<'de, A: MapAccess<'de>> Fields<A, A::Error> {
    pub(crate) fn new(map: A, table: &'static Table) -> Self {
        Self { map, table, likely: 0, has_form: table.document.is_none(), fault: None }
    }

    /// The place of the next field, whose value has to be read next.
    pub(crate) fn next_field(&mut self) -> Result<Option<usize>, A::Error> {
        while let Some(key) = self.map.next_key_seed(Name(self.table, self.likely))? {
            match key {
                Key::Field(field) => {
                    self.likely = field.saturating_add(1);
                    return Ok(Some(field));
                }
                Key::Form => self.read_form()?,
                Key::Unknown(name) => self.pass_over(self.table.unknown("field", &name))?,
            }
        }
        Ok(None)
    }

    fn read_form(&mut self) -> Result<(), A::Error> {
        let Some(wanted) = self.table.document else { return Ok(()) };
        if self.has_form {
            return Err(A::Error::duplicate_field("form"));
        }
        let map = &mut self.map;
        noted("a form", |is_asked| map.next_value_seed(Form(wanted, is_asked)))?;
        self.has_form = true;
        Ok(())
    }

    #[cold]
    fn twice(&mut self, name: &'static str) -> Result<(), A::Error> {
        self.pass_over(A::Error::duplicate_field(name))
    }

    /// Goes on after a fault for as long as the form is not known.
    #[cold]
    fn pass_over(&mut self, fault: A::Error) -> Result<(), A::Error> {
        if self.has_form {
            return Err(fault);
        }
        self.fault.get_or_insert(fault);
        self.map.next_value::<IgnoredAny>().map(drop)
    }

    /// Reads the value of a field.
    pub(crate) fn set<T: Read<'de>>(
        &mut self,
        field: &mut Option<T>,
        name: &'static str,
    ) -> Result<(), A::Error> {
        if field.is_some() {
            return self.twice(name);
        }
        match self.map.next_value_seed(Of::new()) {
            Ok(value) => {
                *field = Some(value);
                Ok(())
            }
            Err(error) => Err(self.without_form(error)),
        }
    }

    /// Reads the value of a field that is a set, however many there are in it.
    pub(crate) fn set_of_any_length<T: Deserialize<'de> + Ord>(
        &mut self,
        field: &mut Option<Set<T>>,
        name: &'static str,
    ) -> Result<(), A::Error> {
        let mut entries: Option<Vec<T>> = field.take().map(|_| Vec::new());
        self.set(&mut entries, name)?;
        *field = entries.map(Set::of_any_length);
        Ok(())
    }

    /// An error within a field before the form came: nobody can read on after it.
    #[cold]
    fn without_form(&self, error: A::Error) -> A::Error {
        match self.table.document {
            Some(wanted) if !self.has_form => A::Error::custom(format_args!(
                "before any form, where \"{wanted}\" is wanted: {error}"
            )),
            _ => error,
        }
    }

    /// After the last field.
    pub(crate) fn end(self) -> Result<(), A::Error> {
        if let Some(wanted) = self.table.document.filter(|_| !self.has_form) {
            return Err(A::Error::custom(format_args!(
                "there is no form, where \"{wanted}\" is wanted"
            )));
        }
        self.fault.map_or(Ok(()), Err)
    }
}

/// What stands at the place of a name, where there always is something.
pub(crate) fn kind<K: Copy, E: Error>(kinds: &[K], place: usize) -> Result<K, E> {
    kinds.get(place).copied().ok_or_else(|| E::custom("there is nothing of this name"))
}

/// The value of a field that must be there.
pub(crate) fn required<T, E: Error>(value: Option<T>, name: &'static str) -> Result<T, E> {
    value.ok_or_else(|| E::missing_field(name))
}

/// What is not written where it says nothing.
pub(crate) trait MaySayNothing {
    fn says_nothing(&self) -> bool;
}

impl<T> MaySayNothing for Option<T> {
    fn says_nothing(&self) -> bool {
        self.is_none()
    }
}

impl<T> MaySayNothing for Set<T> {
    fn says_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl MaySayNothing for Text {
    fn says_nothing(&self) -> bool {
        self.is_empty()
    }
}
