//! What a message quotes of a text from outside: at most 64 characters.

use core::fmt::{self, Display, Write};

use serde::de::Error;

/// The most characters that are quoted.
const QUOTED: usize = 64;

/// The most that others may say: their own words before a text, and as much as may be quoted.
const TOLD: usize = "invalid type: string \"".len() + QUOTED;

/// The beginning of what is shown, and for how many more characters there is room.
struct Beginning {
    text: String,
    room: usize,
}

impl Beginning {
    /// So many characters at most, and whether that is all.
    fn of(shown: impl Display, most: usize) -> (String, bool) {
        let mut beginning = Self { text: String::new(), room: most };
        let is_all = write!(beginning, "{shown}").is_ok();
        (beginning.text, is_all)
    }
}

impl Write for Beginning {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for of in text.chars() {
            self.room = self.room.checked_sub(1).ok_or(fmt::Error)?;
            self.text.push(of);
        }
        Ok(())
    }
}

/// The beginning of a text from outside, to be put in quotation marks.
pub(crate) struct Quoted(String, bool);

impl Quoted {
    pub(crate) fn new(text: &str) -> Self {
        let (beginning, is_all) = Beginning::of(text.escape_debug(), QUOTED);
        Self(beginning, is_all)
    }
}

impl Display for Quoted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(beginning, is_all) = self;
        f.write_str(beginning)?;
        if *is_all { Ok(()) } else { f.write_str("…") }
    }
}

/// An error of others, who may quote all of a text where something else is wanted.
pub(crate) fn short<E: Error>(error: E, wanted: &str) -> E {
    match Beginning::of(&error, TOLD) {
        (_, true) => error,
        (beginning, false) => E::custom(format_args!("{beginning}…, expected {wanted}")),
    }
}

/// Reads by a visitor that notes here whether it was asked. If it was not, the error is of others.
pub(crate) fn noted<T, E: Error>(
    wanted: &str,
    read: impl FnOnce(&mut bool) -> Result<T, E>,
) -> Result<T, E> {
    let mut is_asked = false;
    let result = read(&mut is_asked);
    if is_asked { result } else { result.map_err(|error| short(error, wanted)) }
}
