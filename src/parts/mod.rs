//! Data structures with small verbs and no law in them. They read facts and words only.

pub(crate) mod bits;
pub(crate) mod docket;
pub(crate) mod line;
pub(crate) mod lines;
pub(crate) mod registry;
pub(crate) mod roster;
pub(crate) mod slots;
pub(crate) mod suspensions;
pub(crate) mod tally;
