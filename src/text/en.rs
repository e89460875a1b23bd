//! English.

mod event;
#[cfg(feature = "ledger")]
mod ledger;
mod refusal;
mod standing;
pub(super) mod words;

pub(super) use event::event;
#[cfg(feature = "ledger")]
pub(super) use ledger::ledger;
pub(super) use refusal::refusal;
pub(super) use standing::standing;
pub(super) use words::basis;
