//! English.

mod event;
mod refusal;
mod standing;
pub(super) mod words;

pub(super) use event::event;
pub(super) use refusal::refusal;
pub(super) use standing::standing;
pub(super) use words::basis;
