//! How the JSON forms are read and written (feature `serde`). What each of them has stands in
//! tables, one beside what it describes.

pub(crate) mod fields;
pub(crate) mod read;
#[cfg(feature = "schema")]
pub(crate) mod schema;
pub(crate) mod short;
pub(crate) mod words;
